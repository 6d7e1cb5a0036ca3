// What can be asked for about a transfer of a person to another body.
#pragma once

#include "record/transfer.h"

namespace probity::casework::transfer {

namespace recorded = record::transfer;
using record::Kind;
using record::optional;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration request_fields[] = {
    required("to", Kind::name, "", "the body that is to take the person over"),
    required_code("reason", recorded::reasons, "why"),
    optional("components", Kind::names, "",
             "which kinds move; left out: all that there are. None may stay behind"),
};
inline constexpr TypeDeclaration request{.name = "transfer.request",
                                         .meaning = "Ask another body to take over the person, whole",
                                         .fields = request_fields};

inline constexpr TypeDeclaration amend{
    .name = "transfer.amend", .meaning = "Bring up to date what moves", .entity = "transfer"};

inline constexpr record::FieldDeclaration accept_fields[] = {
    required("team", Kind::name, "", "duty team of the receiving body, until a practitioner holds the case"),
};
inline constexpr TypeDeclaration accept{.name = "transfer.accept",
                                        .meaning = "Take over the person, whole",
                                        .entity = "transfer",
                                        .fields = accept_fields};

inline constexpr TypeDeclaration refuse{.name = "transfer.refuse",
                                        .meaning = "Do not take over the person",
                                        .entity = "transfer",
                                        .fields = recorded::refused_fields};

inline constexpr TypeDeclaration withdraw{.name = "transfer.withdraw",
                                          .meaning = "Keep the person after all, or after a refusal",
                                          .entity = "transfer"};

inline constexpr TypeDeclaration complete{
    .name = "transfer.complete", .meaning = "Record that the transfer is over", .entity = "transfer"};

} // namespace probity::casework::transfer

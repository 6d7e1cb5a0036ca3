// What can be asked for about licences. The licence's id is made by whoever begins it.
#pragma once

#include "record/licence.h"

namespace probity::casework::licence {

namespace recorded = record::licence;
using record::Kind;
using record::optional;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration begin_fields[] = {
    optional("ends", Kind::day, "", "its last day; the last day of the sentence when not said"),
};
inline constexpr TypeDeclaration begin{.name = "licence.begin",
                                       .meaning = "Begin to write a licence, before the hard stop",
                                       .entity = "licence",
                                       .fields = begin_fields};
inline constexpr TypeDeclaration make_minimal{
    .name = "licence.make_minimal",
    .meaning = "Begin a licence with the usual conditions only: the prison's, from the hard stop on",
    .entity = "licence",
    .fields = begin_fields};

inline constexpr TypeDeclaration add_condition{.name = "licence.add_condition",
                                               .meaning = "Put a condition into a draft or a variation",
                                               .entity = "licence",
                                               .fields = recorded::condition_fields};
inline constexpr TypeDeclaration drop_condition{.name = "licence.drop_condition",
                                                .meaning = "Take a condition out of a draft or a variation",
                                                .entity = "licence",
                                                .fields = recorded::condition_fields};

inline constexpr TypeDeclaration submit{
    .name = "licence.submit", .meaning = "Lay a licence before the prison for approval", .entity = "licence"};

inline constexpr TypeDeclaration approve{.name = "licence.approve",
                                         .meaning = "Approve a licence that another wrote: the prison's",
                                         .entity = "licence"};

inline constexpr record::FieldDeclaration reject_fields[] = {
    record::required_code("reason", recorded::rejection_reasons, "why"),
};
inline constexpr TypeDeclaration reject{.name = "licence.reject",
                                        .meaning = "Send a licence back to be mended: the prison's",
                                        .entity = "licence",
                                        .fields = reject_fields};

inline constexpr record::FieldDeclaration explain_fields[] = {
    record::required_code("signature", recorded::signatures, "what came of asking the person to sign"),
};
inline constexpr TypeDeclaration explain{
    .name = "licence.explain",
    .meaning = "Record that the conditions were explained to the person, and whether they signed",
    .entity = "licence",
    .fields = explain_fields};

inline constexpr TypeDeclaration vary{.name = "licence.vary",
                                      .meaning = "Begin to change a licence in force",
                                      .entity = "licence",
                                      .fields = recorded::variation_begun_fields};

inline constexpr TypeDeclaration submit_variation{.name = "licence.submit_variation",
                                                  .meaning = "Lay a change before a senior manager",
                                                  .entity = "licence"};

inline constexpr record::FieldDeclaration decide_variation_fields[] = {
    record::required_code("decision", recorded::variation_decisions, "what is decided"),
};
inline constexpr TypeDeclaration decide_variation{
    .name = "licence.decide_variation",
    .meaning = "Approve or reject a change that another laid before them: a senior manager's",
    .entity = "licence",
    .fields = decide_variation_fields};

inline constexpr record::FieldDeclaration review_fields[] = {
    record::required_code("result", recorded::review_results, "whether it has to be changed"),
};
inline constexpr TypeDeclaration review{.name = "licence.review",
                                        .meaning = "Review a licence that the prison made, after release",
                                        .entity = "licence",
                                        .fields = review_fields};

} // namespace probity::casework::licence

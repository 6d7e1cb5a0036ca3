// What can be asked for about orders and their requirements. The entity is the order, whose id the asker
// makes when it is imposed; a requirement is named by its kind, of which an order has at most one.
#pragma once

#include "record/order_end.h"

namespace probity::casework::sentence {

namespace recorded = record::sentence;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration impose_fields[] = {
    required_code("order_type", recorded::order_types, "what the court imposed"),
    optional("length_days", Kind::integer, "days", "its length, first and last day included"),
    optional("ends", Kind::day, "", "its last day, instead of the length"),
    optional("requirements", Kind::amounts, "",
             "requirement → its length in its own unit (unpaid work: minutes; activity: days)"),
    optional("offence_group", Kind::name, "", "group of the index offence"),
    optional("court", Kind::name, "", "the sentencing court"),
};
inline constexpr TypeDeclaration impose{.name = "sentence.impose",
                                        .meaning = "Record a sentence with its requirements",
                                        .entity = "order",
                                        .fields = impose_fields};

inline constexpr record::FieldDeclaration start_requirement_fields[] = {
    required_code("requirement", recorded::requirements, "which requirement of the order"),
};
inline constexpr TypeDeclaration start_requirement{.name = "sentence.start_requirement",
                                                   .meaning = "Let a requirement of the order begin to run",
                                                   .entity = "order",
                                                   .fields = start_requirement_fields};

inline constexpr record::FieldDeclaration complete_requirement_fields[] = {
    required_code("requirement", recorded::requirements, "which requirement of the order"),
};
inline constexpr TypeDeclaration complete_requirement{.name = "sentence.complete_requirement",
                                                      .meaning = "Record a requirement as done in full",
                                                      .entity = "order",
                                                      .fields = complete_requirement_fields};

inline constexpr record::FieldDeclaration end_requirement_fields[] = {
    required_code("requirement", recorded::requirements, "which requirement of the order"),
    required_code("reason", recorded::requirement_end_reasons, "why it ends without being done in full"),
    optional_code("despite", recorded::unfinished_reasons, "why it may end with work left undone"),
};
inline constexpr TypeDeclaration end_requirement{.name = "sentence.end_requirement",
                                                 .meaning = "End a requirement that is not done in full",
                                                 .entity = "order",
                                                 .fields = end_requirement_fields};

inline constexpr record::FieldDeclaration end_fields[] = {
    required_code("reason", recorded::termination_reasons, "why the order ends"),
    optional_code("despite", recorded::unfinished_reasons,
                  "why it may end while a breach runs or work is left undone"),
};
inline constexpr TypeDeclaration end{
    .name = "sentence.end",
    .meaning = "End an order; with the last one the appointments to come are called off",
    .entity = "order",
    .fields = end_fields};

} // namespace probity::casework::sentence

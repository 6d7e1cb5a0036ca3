// What can be asked for when a person fails to attend or comply. Rulings and warnings are about an
// appointment, the rest is about a breach, whose id the program makes from the command that raises its
// review.
#pragma once

#include "record/enforcement.h"

namespace probity::casework::enforcement {

namespace recorded = record::enforcement;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required_code;
using record::sealed;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration rule_failure_fields[] = {
    required_code("ruling", recorded::rulings, "is the reason acceptable"),
    optional("evidence", Kind::boolean, "", "evidence was brought"),
};
inline constexpr TypeDeclaration rule_failure{.name = "enforcement.rule_failure",
                                              .meaning = "Judge the reason that a person gives for a failure",
                                              .entity = "appointment",
                                              .fields = rule_failure_fields};

inline constexpr TypeDeclaration warn{.name = "enforcement.warn",
                                      .meaning = "Give the statutory warning for a failure",
                                      .entity = "appointment"};

inline constexpr record::FieldDeclaration withdraw_warning_fields[] = {
    required_code("reason", recorded::withdrawal_reasons, "why"),
};
inline constexpr TypeDeclaration withdraw_warning{.name = "enforcement.withdraw_warning",
                                                  .meaning = "Withdraw a warning",
                                                  .entity = "appointment",
                                                  .fields = withdraw_warning_fields};

inline constexpr TypeDeclaration ask_review{
    .name = "enforcement.ask_review",
    .meaning = "Have a first failure so serious that a warning does not answer it reviewed for breach",
    .entity = "appointment"};

inline constexpr record::FieldDeclaration decide_breach_fields[] = {
    required_code("decision", recorded::decisions, "whether to take the person back to court"),
    optional_code("reason", recorded::decision_reasons, "why, where it departs from what the rule advises"),
    sealed("explanation", Kind::text,
           "the same in words, where it departs from it; sealed, at most 12,000 characters"),
};
inline constexpr TypeDeclaration decide_breach{.name = "enforcement.decide_breach",
                                               .meaning = "Decide whether to take the person back to court",
                                               .entity = "breach",
                                               .fields = decide_breach_fields,
                                               .may_name = "order"};

inline constexpr TypeDeclaration prepare_pack{.name = "enforcement.prepare_pack",
                                              .meaning = "Say that the papers for the court are ready",
                                              .entity = "breach"};

inline constexpr TypeDeclaration refer{.name = "enforcement.refer",
                                       .meaning = "Refer the breach to the authority that presents it",
                                       .entity = "breach"};

inline constexpr record::FieldDeclaration return_pack_fields[] = {
    required_code("side", recorded::return_sides, "whose doing it is"),
    required_code("reason", recorded::return_reasons, "what is wrong with the papers"),
};
inline constexpr TypeDeclaration return_pack{.name = "enforcement.return_pack",
                                             .meaning = "Send the papers back for further work",
                                             .entity = "breach",
                                             .fields = return_pack_fields};

inline constexpr TypeDeclaration present{
    .name = "enforcement.present", .meaning = "Lay the breach before the court", .entity = "breach"};

inline constexpr record::FieldDeclaration conclude_fields[] = {
    required_code("result", recorded::results, "what the court decided, or that the breach was withdrawn"),
};
inline constexpr TypeDeclaration conclude{.name = "enforcement.conclude",
                                          .meaning = "Record how the breach ended",
                                          .entity = "breach",
                                          .fields = conclude_fields};

} // namespace probity::casework::enforcement

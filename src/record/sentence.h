// Families: court and sentence. An order and its requirements are entities of the person's stream.
#pragma once

#include "record/declaration.h"

namespace probity::record::sentence {

inline constexpr std::string_view order_types[] = {"community_order", "suspended_sentence_order",
                                                   "custody_under_12_months", "custody_12_months_over",
                                                   "unpaid_work_only"};

} // namespace probity::record::sentence

namespace probity::record::court {

inline constexpr std::string_view harm_levels[] = {"low", "medium", "high", "very_high"};
inline constexpr std::string_view mappa_levels[] = {"none", "level_1", "level_2", "level_3"};
inline constexpr std::string_view public_interests[] = {"high_profile", "national_security",
                                                        "staff_or_relative", "other"};
inline constexpr std::string_view allocation_advices[] = {"national", "contractor"};
inline constexpr std::string_view override_reasons[] = {"linked_case_with_body", "information_after_scoring",
                                                        "score_disputed", "court_directed", "other"};
inline constexpr FieldDeclaration allocation_decided_fields[] = {
    required("body", Kind::name, "", "the body that is to supervise"),
    optional_code("harm_level", harm_levels, "risk of serious harm, as judged at allocation"),
    optional("serious_reoffending_score", Kind::integer, "hundredths of a percent",
             "Risk of Serious Recidivism"),
    since(2, optional_code("order_type", sentence::order_types, "what the court imposed")),
    since(2, optional("score_version", Kind::name, "", "version of the score's numbers")),
    since(2, optional_code("mappa", mappa_levels, "level of multi-agency public protection")),
    since(2, optional("deportation", Kind::boolean, "", "a foreign national subject to deportation")),
    since(2, optional_code("public_interest", public_interests,
                           "why the public interest asks for the national service; absent: it does not")),
    since(2, optional("rule", Kind::name, "", "the rule and reading that gave the advice")),
    since(2, optional_code("advice", allocation_advices, "the kind of body that the rule advised")),
    since(2, optional_code("override", override_reasons, "why the decision differs from the advice")),
    since(2, optional("by", Kind::identifier, "", "who decided: pseudonymous member of staff")),
};
inline constexpr TypeDeclaration allocation_decided{.name = "court.allocation_decided",
                                                    .meaning =
                                                        "It was decided which body is to supervise the order",
                                                    .entity = "order",
                                                    .fields = allocation_decided_fields,
                                                    .schema = 2};

} // namespace probity::record::court

namespace probity::record::sentence {

inline constexpr FieldDeclaration imposed_fields[] = {
    required_code("order_type", order_types, "what the court imposed"),
    optional("length_days", Kind::integer, "days", "length of the order or sentence"),
    optional("offence_group", Kind::name, "", "group of the index offence"),
    optional("court", Kind::name, "", "the sentencing court"),
    optional("requirements", Kind::amounts, "",
             "requirement → its length in its own unit (unpaid work: minutes; activity: days)"),
};
inline constexpr TypeDeclaration imposed{.name = "sentence.imposed",
                                         .meaning = "A court imposed a sentence: the index disposal",
                                         .entity = "order",
                                         .fields = imposed_fields};

inline constexpr std::string_view requirements[] = {
    "unpaid_work",       "rehabilitation_activity", "programme", "curfew",
    "alcohol_treatment", "drug_rehabilitation",     "residence", "supervision"};
inline constexpr FieldDeclaration requirement_started_fields[] = {
    required_code("requirement", requirements, "which requirement of the order"),
    optional("minutes", Kind::integer, "minutes", "minutes ordered, for unpaid work"),
};
inline constexpr TypeDeclaration requirement_started{.name = "sentence.requirement_started",
                                                     .meaning =
                                                         "A requirement was allocated and began to run",
                                                     .entity = "requirement",
                                                     .fields = requirement_started_fields};

inline constexpr FieldDeclaration requirement_completed_fields[] = {
    required_code("requirement", requirements, "which requirement of the order"),
};
inline constexpr TypeDeclaration requirement_completed{.name = "sentence.requirement_completed",
                                                       .meaning = "A requirement was done in full",
                                                       .entity = "requirement",
                                                       .fields = requirement_completed_fields};

inline constexpr std::string_view termination_reasons[] = {
    "expired", "completed", "revoked_good_progress", "revoked_breach", "recalled", "died", "transferred_out"};
inline constexpr FieldDeclaration order_terminated_fields[] = {
    required_code("reason", termination_reasons, "why it ended"),
};
inline constexpr TypeDeclaration order_terminated{.name = "sentence.order_terminated",
                                                  .meaning =
                                                      "An order, licence or post-sentence supervision ended",
                                                  .entity = "order",
                                                  .fields = order_terminated_fields};

} // namespace probity::record::sentence

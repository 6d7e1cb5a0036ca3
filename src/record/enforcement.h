// Family: enforcement, from a failure to the court's answer. A breach is an entity of the person's stream.
#pragma once

#include "record/declaration.h"

namespace probity::record::enforcement {

inline constexpr FieldDeclaration evidence_requested_fields[] = {
    required("by", Kind::day, "", "last day on which evidence of the reason still counts"),
};
inline constexpr TypeDeclaration evidence_requested{
    .name = "enforcement.evidence_requested",
    .meaning = "The person was asked for evidence of the reason for a failure",
    .entity = "appointment",
    .fields = evidence_requested_fields};

inline constexpr std::string_view rulings[] = {"acceptable", "unacceptable"};
inline constexpr FieldDeclaration failure_ruled_fields[] = {
    required_code("ruling", rulings, "was the reason acceptable"),
    since(2, optional("evidence", Kind::boolean, "", "evidence was brought")),
};
inline constexpr TypeDeclaration failure_ruled{.name = "enforcement.failure_ruled",
                                               .meaning = "A failure to attend or comply was judged",
                                               .entity = "appointment",
                                               .fields = failure_ruled_fields,
                                               .schema = 2};

inline constexpr TypeDeclaration warned{
    .name = "enforcement.warned",
    .meaning =
        "A warning was given; it counts for twelve months (Criminal Justice Act 2003 schedule 8 paragraph 5)",
    .entity = "appointment"};

inline constexpr std::string_view withdrawal_reasons[] = {"evidence_came_later", "given_in_error",
                                                          "wrong_person"};
inline constexpr FieldDeclaration warning_withdrawn_fields[] = {
    required_code("reason", withdrawal_reasons, "why"),
};
inline constexpr TypeDeclaration warning_withdrawn{.name = "enforcement.warning_withdrawn",
                                                   .meaning = "A warning was withdrawn: it never counted",
                                                   .entity = "appointment",
                                                   .fields = warning_withdrawn_fields};

inline constexpr std::string_view review_grounds[] = {"warning_in_force", "at_limit", "over_limit",
                                                      "serious_first_failure"};
inline constexpr FieldDeclaration breach_review_raised_fields[] = {
    required_code("ground", review_grounds, "which rule asks for it"),
    required("failures", Kind::integer, "failures", "failures counted by that rule"),
};
inline constexpr TypeDeclaration breach_review_raised{
    .name = "enforcement.breach_review_raised",
    .meaning = "It is to be decided whether to take the person back to court",
    .entity = "breach",
    .fields = breach_review_raised_fields};

inline constexpr TypeDeclaration became_aware{.name = "enforcement.became_aware",
                                              .meaning =
                                                  "The supervising body became aware of an alleged breach",
                                              .entity = "breach"};

inline constexpr std::string_view decisions[] = {"breach", "no_further_action"};
inline constexpr std::string_view decision_reasons[] = {
    "evidence_came_later", "progress_made",   "health", "about_to_end",
    "in_custody",          "serious_failure", "other"};
inline constexpr FieldDeclaration breach_decided_fields[] = {
    required_code("advice", decisions, "what the rule recommends"),
    required_code("decision", decisions, "what the practitioner decided"),
    since(2, optional_code("reason", decision_reasons, "why, where the decision departs from the advice")),
    since(3, sealed("explanation", Kind::text, "why, in the words of whoever decided")),
};
inline constexpr TypeDeclaration breach_decided{.name = "enforcement.breach_decided",
                                                .meaning =
                                                    "It was decided whether to take the person back to court",
                                                .entity = "breach",
                                                .fields = breach_decided_fields,
                                                .schema = 3};

inline constexpr TypeDeclaration pack_prepared{.name = "enforcement.pack_prepared",
                                               .meaning = "The papers for the court were made ready",
                                               .entity = "breach"};

inline constexpr TypeDeclaration referred{.name = "enforcement.referred",
                                          .meaning = "The breach was referred to the presenting authority",
                                          .entity = "breach"};

inline constexpr std::string_view return_sides[] = {"preparer", "presenter"};
inline constexpr std::string_view return_reasons[] = {"papers_missing", "dates_wrong", "not_a_breach",
                                                      "wrong_court", "not_needed"};
inline constexpr FieldDeclaration pack_returned_fields[] = {
    required_code("side", return_sides, "whose doing it is: the clock runs on that side"),
    required_code("reason", return_reasons, "what is wrong with the papers"),
};
inline constexpr TypeDeclaration pack_returned{
    .name = "enforcement.pack_returned",
    .meaning = "The presenting authority sent the papers back for further work",
    .entity = "breach",
    .fields = pack_returned_fields};

inline constexpr TypeDeclaration presented{
    .name = "enforcement.presented", .meaning = "The breach was laid before the court", .entity = "breach"};

inline constexpr std::string_view results[] = {"proven_order_continues", "proven_resentenced",
                                               "proven_custody", "not_proven", "withdrawn"};
inline constexpr FieldDeclaration breach_concluded_fields[] = {
    required_code("result", results, "what the court decided"),
};
inline constexpr TypeDeclaration breach_concluded{.name = "enforcement.breach_concluded",
                                                  .meaning = "The court dealt with the breach",
                                                  .entity = "breach",
                                                  .fields = breach_concluded_fields};

} // namespace probity::record::enforcement

// Family: further_offence. A serious further offence, from learning of the charge to the review's signature.
#pragma once

#include "record/declaration.h"

namespace probity::record::further_offence {

inline constexpr std::string_view classes[] = {"automatic", "discretionary"};
inline constexpr FieldDeclaration learnt_fields[] = {
    required("offence", Kind::name, "", "group of the offence charged"),
    required_code("class", classes, "whether a review is always made, or decided on"),
    required("offence_on", Kind::day, "", "the day of the alleged offence"),
    required("charged_on", Kind::day, "", "the day of the charge"),
    optional("first_court", Kind::day, "", "the first appearance before a court"),
};
inline constexpr TypeDeclaration learnt{
    .name = "further_offence.learnt",
    .meaning = "The service learnt that the person is charged with a serious further offence",
    .entity = "further_offence",
    .fields = learnt_fields};

inline constexpr FieldDeclaration notified_fields[] = {
    required("by", Kind::identifier, "", "pseudonymous member of staff who notified it"),
};
inline constexpr TypeDeclaration notified{.name = "further_offence.notified",
                                          .meaning = "The national unit was told",
                                          .entity = "further_offence",
                                          .fields = notified_fields};

inline constexpr std::string_view closing_reasons[] = {"charge_dropped", "does_not_qualify",
                                                       "recorded_in_error"};
inline constexpr FieldDeclaration closed_fields[] = {
    required_code("reason", closing_reasons, "why nothing more is done"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who closed it"),
};
inline constexpr TypeDeclaration closed{.name = "further_offence.closed",
                                        .meaning = "A further offence was closed without a review",
                                        .entity = "further_offence",
                                        .fields = closed_fields};

inline constexpr std::string_view review_decisions[] = {"review", "no_review"};
inline constexpr std::string_view review_reasons[] = {"public_interest", "concerns_about_practice",
                                                      "short_supervision", "practice_sound"};
inline constexpr FieldDeclaration review_decided_fields[] = {
    required_code("decision", review_decisions, "whether a review is made"),
    required_code("reason", review_reasons, "why"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who decided"),
};
inline constexpr TypeDeclaration review_decided{
    .name = "further_offence.review_decided",
    .meaning = "It was decided whether a review of a discretionary case is made",
    .entity = "further_offence",
    .fields = review_decided_fields};

inline constexpr std::string_view findings[] = {"sound", "improvement_needed", "insufficient"};
inline constexpr FieldDeclaration reviewed_fields[] = {
    required_code("finding", findings, "what the review says of the supervision"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who reviewed"),
};
inline constexpr TypeDeclaration reviewed{.name = "further_offence.reviewed",
                                          .meaning = "The review was written",
                                          .entity = "further_offence",
                                          .fields = reviewed_fields};

inline constexpr FieldDeclaration countersigned_fields[] = {
    required("by", Kind::identifier, "", "pseudonymous senior manager who signed"),
};
inline constexpr TypeDeclaration countersigned{.name = "further_offence.countersigned",
                                               .meaning =
                                                   "A senior manager took responsibility for the review",
                                               .entity = "further_offence",
                                               .fields = countersigned_fields};

inline constexpr std::string_view results[] = {"convicted", "convicted_of_lesser", "acquitted",
                                               "discontinued"};
inline constexpr FieldDeclaration concluded_fields[] = {
    required_code("result", results, "how the charge ended"),
};
inline constexpr TypeDeclaration concluded{.name = "further_offence.concluded",
                                           .meaning = "The charge was decided on",
                                           .entity = "further_offence",
                                           .fields = concluded_fields};

} // namespace probity::record::further_offence

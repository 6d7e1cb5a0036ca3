// Family: licence, from its draft to the end. A licence is an entity of the person's stream. That it is in
// force follows from its approval and the release; that it ended, from a recall, from supervision after
// sentence or from the end of the sentence.
#pragma once

#include "record/declaration.h"

namespace probity::record::licence {

inline constexpr std::string_view kinds[] = {"standard", "minimal"};
inline constexpr FieldDeclaration begun_fields[] = {
    required_code("kind", kinds,
                  "written by the practitioner; or by the prison, with the usual conditions only"),
    optional("ends", Kind::day, "", "its last day; the last day of the sentence when not said"),
    required("by", Kind::identifier, "", "who writes it: pseudonymous member of staff"),
};
inline constexpr TypeDeclaration begun{.name = "licence.begun",
                                       .meaning = "Somebody began to write a licence",
                                       .entity = "licence",
                                       .fields = begun_fields};

// Conditions beyond those that every licence has.
inline constexpr std::string_view conditions[] = {"residence",
                                                  "contact",
                                                  "programme",
                                                  "possession_of_items",
                                                  "disclosure_of_information",
                                                  "curfew",
                                                  "freedom_of_movement",
                                                  "exclusion_zone",
                                                  "supervision_in_the_community",
                                                  "conduct",
                                                  "extremism",
                                                  "polygraph",
                                                  "drug_testing",
                                                  "alcohol_monitoring",
                                                  "location_monitoring",
                                                  "organised_crime"};
inline constexpr FieldDeclaration condition_fields[] = {
    required_code("condition", conditions, "what is asked beyond the usual conditions"),
};
inline constexpr TypeDeclaration condition_added{.name = "licence.condition_added",
                                                 .meaning = "A condition was put into a draft or a variation",
                                                 .entity = "licence",
                                                 .fields = condition_fields};
inline constexpr TypeDeclaration condition_dropped{.name = "licence.condition_dropped",
                                                   .meaning =
                                                       "A condition was taken out of a draft or a variation",
                                                   .entity = "licence",
                                                   .fields = condition_fields};

inline constexpr FieldDeclaration by_fields[] = {
    required("by", Kind::identifier, "", "pseudonymous member of staff"),
};
inline constexpr TypeDeclaration submitted{.name = "licence.submitted",
                                           .meaning = "A licence was laid before the prison for approval",
                                           .entity = "licence",
                                           .fields = by_fields};

inline constexpr TypeDeclaration approved{.name = "licence.approved",
                                          .meaning =
                                              "The prison approved a licence; it is in force from release",
                                          .entity = "licence",
                                          .fields = by_fields};

inline constexpr std::string_view rejection_reasons[] = {"condition_not_justified", "condition_missing",
                                                         "dates_wrong", "other"};
inline constexpr FieldDeclaration rejected_fields[] = {
    required_code("reason", rejection_reasons, "why"),
    required("by", Kind::identifier, "", "pseudonymous member of staff"),
};
inline constexpr TypeDeclaration rejected{.name = "licence.rejected",
                                          .meaning = "The prison sent a licence back to be mended",
                                          .entity = "licence",
                                          .fields = rejected_fields};

inline constexpr std::string_view signatures[] = {"signed", "refused_to_sign", "could_not_sign"};
inline constexpr FieldDeclaration explained_fields[] = {
    required_code("signature", signatures, "what came of asking the person to sign"),
    required("by", Kind::identifier, "", "who explained it: pseudonymous member of staff"),
};
inline constexpr TypeDeclaration explained{.name = "licence.explained",
                                           .meaning = "The conditions were explained to the person",
                                           .entity = "licence",
                                           .fields = explained_fields};

inline constexpr std::string_view variation_reasons[] = {
    "risk_changed", "circumstances_changed", "asked_by_person", "asked_by_victim", "review_of_minimal"};
inline constexpr FieldDeclaration variation_begun_fields[] = {
    required_code("reason", variation_reasons, "why"),
};
inline constexpr TypeDeclaration variation_begun{.name = "licence.variation_begun",
                                                 .meaning = "Somebody began to change a licence in force",
                                                 .entity = "licence",
                                                 .fields = variation_begun_fields};

inline constexpr TypeDeclaration variation_submitted{.name = "licence.variation_submitted",
                                                     .meaning = "A change was laid before a senior manager",
                                                     .entity = "licence",
                                                     .fields = by_fields};

inline constexpr std::string_view variation_decisions[] = {"approved", "rejected"};
inline constexpr FieldDeclaration variation_decided_fields[] = {
    required_code("decision", variation_decisions, "what was decided"),
    required("by", Kind::identifier, "", "pseudonymous member of staff"),
};
inline constexpr TypeDeclaration variation_decided{
    .name = "licence.variation_decided",
    .meaning = "A change of a licence was approved, and holds from then, or rejected",
    .entity = "licence",
    .fields = variation_decided_fields};

inline constexpr std::string_view review_results[] = {"with_variation", "without_variation"};
inline constexpr FieldDeclaration reviewed_fields[] = {
    required_code("result", review_results, "whether it has to be changed"),
    required("by", Kind::identifier, "", "pseudonymous member of staff"),
};
inline constexpr TypeDeclaration reviewed{.name = "licence.reviewed",
                                          .meaning =
                                              "The practitioner reviewed a minimal licence after release",
                                          .entity = "licence",
                                          .fields = reviewed_fields};

} // namespace probity::record::licence

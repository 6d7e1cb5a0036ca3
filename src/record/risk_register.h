// Family risk, continued: assessments, and the flags of a person's register.
#pragma once

#include "record/declaration.h"

namespace probity::record::risk {

// Whom the harm would come to. "self" stands beside the others and is no part of the overall level, which is
// of harm to others.
inline constexpr std::string_view harm_groups[] = {"children", "known_adult", "prisoners",
                                                   "public",   "self",        "staff"};

// --- assessments

inline constexpr std::string_view assessment_purposes[] = {"initial", "review", "significant_event",
                                                           "court_report", "termination"};
inline constexpr FieldDeclaration assessment_started_fields[] = {
    required_code("purpose", assessment_purposes, "what for"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who assesses"),
};
inline constexpr TypeDeclaration assessment_started{.name = "risk.assessment_started",
                                                    .meaning = "An assessment of risk and needs was begun",
                                                    .entity = "assessment",
                                                    .fields = assessment_started_fields};

inline constexpr FieldDeclaration assessment_completed_fields[] = {
    required("instruments", Kind::names, "", "name@version of each instrument that was used"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who completed it"),
};
inline constexpr TypeDeclaration assessment_completed{
    .name = "risk.assessment_completed",
    .meaning = "An assessment was completed; completed anew until it is locked",
    .entity = "assessment",
    .fields = assessment_completed_fields};

inline constexpr FieldDeclaration assessment_locked_fields[] = {
    required("by", Kind::identifier, "", "pseudonymous member of staff who locked it"),
};
inline constexpr TypeDeclaration assessment_locked{.name = "risk.assessment_locked",
                                                   .meaning = "An assessment was locked: it stays as it is",
                                                   .entity = "assessment",
                                                   .fields = assessment_locked_fields};

inline constexpr std::string_view abandoning_reasons[] = {"opened_in_error", "person_not_available",
                                                          "supervision_ended"};
inline constexpr FieldDeclaration assessment_abandoned_fields[] = {
    required_code("reason", abandoning_reasons, "why it was not completed"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who gave it up"),
};
inline constexpr TypeDeclaration assessment_abandoned{.name = "risk.assessment_abandoned",
                                                      .meaning = "An assessment was given up unfinished",
                                                      .entity = "assessment",
                                                      .fields = assessment_abandoned_fields};

// --- flags

// The case system's registrations; rules/england-wales/registrations.toml has their codes there.
inline constexpr std::string_view flag_kinds[] = {"adult_at_risk",
                                                  "alert_notice",
                                                  "barred_from_work_with_children",
                                                  "child_concerns",
                                                  "child_exploitation_perpetrator",
                                                  "child_protection",
                                                  "cuckooing",
                                                  "domestic_abuse_history",
                                                  "domestic_abuse_perpetrator",
                                                  "domestic_abuse_victim",
                                                  "duplicate_record",
                                                  "hate_crime",
                                                  "high_risk",
                                                  "home_office_interest",
                                                  "integrated_offender_management",
                                                  "life_sentence",
                                                  "low_risk",
                                                  "mappa",
                                                  "marac",
                                                  "medium_risk",
                                                  "mental_health",
                                                  "mentally_disordered",
                                                  "modern_slavery_perpetrator",
                                                  "modern_slavery_victim",
                                                  "organised_crime",
                                                  "prolific_offender",
                                                  "public_interest",
                                                  "record_retained",
                                                  "registered_sex_offender",
                                                  "restraining_order",
                                                  "risk_review_required",
                                                  "risk_to_children",
                                                  "risk_to_known_adult",
                                                  "risk_to_prisoner",
                                                  "risk_to_public",
                                                  "risk_to_staff",
                                                  "safeguarding_adult",
                                                  "serious_further_offence",
                                                  "sex_offender_not_registered",
                                                  "sexual_harm_prevention_order",
                                                  "stalking_protection_order",
                                                  "street_gangs",
                                                  "suicide_or_self_harm",
                                                  "terrorism",
                                                  "unpaid_work_suspended",
                                                  "very_high_risk",
                                                  "victim_contact",
                                                  "violent_and_sex_offender_register",
                                                  "vulnerable",
                                                  "warrant_or_summons",
                                                  "weapons"};
inline constexpr std::string_view mappa_levels[] = {"level_1", "level_2", "level_3"};
inline constexpr std::string_view mappa_categories[] = {"category_1", "category_2", "category_3",
                                                        "category_4"};
inline constexpr std::string_view later_reasons[] = {"stable", "information_awaited", "manager_agreed"};

inline constexpr FieldDeclaration flag_added_fields[] = {
    required_code("kind", flag_kinds, "what the flag says"),
    optional_code("level", mappa_levels, "of multi-agency public protection arrangements"),
    optional_code("category", mappa_categories, "of multi-agency public protection arrangements"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who made the flag"),
    optional("advised", Kind::day, "", "the day by which the register suggests a review"),
    optional("review_by", Kind::day, "", "the day by which it is to be reviewed"),
    optional_code("later_because", later_reasons, "why that is later than advised"),
};
inline constexpr TypeDeclaration flag_added{.name = "risk.flag_added",
                                            .meaning = "A flag was put on the person's register",
                                            .entity = "flag",
                                            .fields = flag_added_fields};

inline constexpr FieldDeclaration flag_reviewed_fields[] = {
    optional_code("level", mappa_levels, "from now on"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who reviewed it"),
    optional("advised", Kind::day, "", "the day by which the register suggests the next review"),
    optional("review_by", Kind::day, "", "the day by which it is to be reviewed next"),
    optional_code("later_because", later_reasons, "why that is later than advised"),
};
inline constexpr TypeDeclaration flag_reviewed{.name = "risk.flag_reviewed",
                                               .meaning = "A flag was looked at again and stays",
                                               .entity = "flag",
                                               .fields = flag_reviewed_fields};

inline constexpr std::string_view removal_reasons[] = {"no_longer_holds", "registered_in_error",
                                                       "supervision_ended", "transferred_out"};
inline constexpr FieldDeclaration flag_removed_fields[] = {
    required_code("reason", removal_reasons, "why it was taken off"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who took it off"),
};
inline constexpr TypeDeclaration flag_removed{.name = "risk.flag_removed",
                                              .meaning = "A flag was taken off the person's register",
                                              .entity = "flag",
                                              .fields = flag_removed_fields};

} // namespace probity::record::risk

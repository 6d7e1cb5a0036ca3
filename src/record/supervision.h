// Family: supervision, who answers for the person.
#pragma once

#include "record/declaration.h"

namespace probity::record::supervision {

inline constexpr std::string_view assignment_reasons[] = {
    "initial_allocation", "risk_escalation", "change_of_address", "transfer", "released_to_area", "ended"};
inline constexpr FieldDeclaration provider_assigned_fields[] = {
    required("provider", Kind::name, "",
             "the accountable body from the valid day on; \"none\" ends accountability"),
    optional_code("reason", assignment_reasons, "why"),
};
inline constexpr TypeDeclaration provider_assigned{.name = "supervision.provider_assigned",
                                                   .meaning = "A body becomes accountable for the person",
                                                   .fields = provider_assigned_fields};

inline constexpr std::string_view grades[] = {"probation_officer", "probation_services_officer",
                                              "senior_probation_officer"};
inline constexpr std::string_view allocation_reasons[] = {
    "initial_allocation", "officer_left",  "officer_away", "caseload_adjustment", "change_in_tier_or_risk",
    "change_of_address",  "risk_to_staff", "transfer_in",  "probation_reset",     "other"};
inline constexpr std::string_view over_capacity_reasons[] = {
    "team_over_capacity", "continuity", "urgent", "short_term", "other_work_taken_off", "other"};
inline constexpr FieldDeclaration practitioner_allocated_fields[] = {
    required("practitioner", Kind::identifier, "", "pseudonymous member of staff"),
    optional_code("grade", grades, "grade on that day"),
    since(2,
          optional_code("reason", allocation_reasons, "why; needed when another practitioner held the case")),
    since(2, optional("cases", Kind::integer, "people", "whom the practitioner held before")),
    since(2, optional("cases_with_points", Kind::integer, "people", "of them, those with workload points")),
    since(2, optional("points", Kind::integer, "points", "workload points of these")),
    since(2, optional("case_points", Kind::integer, "points", "workload points of this case")),
    since(2,
          optional("available_points", Kind::integer, "points", "that the practitioner's posts can carry")),
    since(2, optional_code("over_capacity", over_capacity_reasons,
                           "why the case was given although the points are more than that")),
};
inline constexpr TypeDeclaration practitioner_allocated{.name = "supervision.practitioner_allocated",
                                                        .meaning = "A practitioner holds the case",
                                                        .fields = practitioner_allocated_fields,
                                                        .schema = 2};

inline constexpr FieldDeclaration duty_team_holds_fields[] = {
    required("team", Kind::name, "", "the duty team that answers for the person"),
};
inline constexpr TypeDeclaration duty_team_holds{
    .name = "supervision.duty_team_holds",
    .meaning = "A named duty team holds the case until a practitioner does",
    .fields = duty_team_holds_fields};

inline constexpr std::string_view suspension_reasons[] = {"in_custody", "hospital", "warrant_outstanding",
                                                          "critical_communications", "other"};
inline constexpr FieldDeclaration compliance_suspended_fields[] = {
    required_code("reason", suspension_reasons, "why the compliance clocks stand still"),
};
inline constexpr TypeDeclaration compliance_suspended{
    .name = "supervision.compliance_suspended",
    .meaning = "Compliance clocks are suspended from the valid day",
    .fields = compliance_suspended_fields};

inline constexpr TypeDeclaration compliance_resumed{
    .name = "supervision.compliance_resumed", .meaning = "Compliance clocks run again from the valid day"};

// Columns of a source about what went on under supervision. They are known only when it is over, and run only
// until a rearrest: whoever is arrested early had less time to gather them. No forecast may use them as if
// known at the start.
inline constexpr FieldDeclaration activity_summarised_fields[] = {
    required("source", Kind::name, "", "data set whose columns these are"),
    optional("numbers", Kind::amounts, "", "column → whole number; of a yes or no 1 or 0"),
    optional("at_least", Kind::names, "", "columns whose number means this or more"),
    optional("billionths", Kind::amounts, "", "column → billionths of its unit"),
};
inline constexpr TypeDeclaration activity_summarised{
    .name = "supervision.activity_summarised",
    .meaning = "A source's totals over the time under supervision: known afterwards only",
    .fields = activity_summarised_fields};

} // namespace probity::record::supervision

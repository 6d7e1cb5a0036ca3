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
inline constexpr FieldDeclaration practitioner_allocated_fields[] = {
    required("practitioner", Kind::identifier, "", "pseudonymous member of staff"),
    optional_code("grade", grades, "grade on that day"),
};
inline constexpr TypeDeclaration practitioner_allocated{.name = "supervision.practitioner_allocated",
                                                        .meaning = "A practitioner holds the case",
                                                        .fields = practitioner_allocated_fields};

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

} // namespace probity::record::supervision

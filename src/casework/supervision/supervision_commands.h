// What can be asked for about who answers for a person.
#pragma once

#include "record/supervision.h"

namespace probity::casework::supervision {

namespace recorded = record::supervision;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration assign_fields[] = {
    required("provider", Kind::name, "", "the body that answers from the day on"),
    required_code("reason", recorded::assignment_reasons, "why"),
    required("team", Kind::name, "", "its duty team, which holds the case until a practitioner does"),
};
inline constexpr TypeDeclaration assign{.name = "supervision.assign",
                                        .meaning = "Give the person to a body; its duty team holds the case",
                                        .fields = assign_fields};

inline constexpr record::FieldDeclaration allocate_fields[] = {
    required("practitioner", Kind::identifier, "", "pseudonymous member of staff"),
    required_code("grade", recorded::grades, "their grade"),
    optional_code("reason", recorded::allocation_reasons, "why; needed when a practitioner holds the case"),
    optional_code("over_capacity", recorded::over_capacity_reasons,
                  "why, when it is more than they can carry"),
};
inline constexpr TypeDeclaration allocate{.name = "supervision.allocate",
                                          .meaning =
                                              "Give the case to a practitioner of the body that answers",
                                          .fields = allocate_fields};

inline constexpr record::FieldDeclaration hold_by_team_fields[] = {
    required("team", Kind::name, "", "the duty team"),
};
inline constexpr TypeDeclaration hold_by_team{.name = "supervision.hold_by_team",
                                              .meaning =
                                                  "Take the case from its practitioner; a duty team holds it",
                                              .fields = hold_by_team_fields};

inline constexpr TypeDeclaration end{.name = "supervision.end",
                                     .meaning = "End accountability: every order of the person has ended"};

inline constexpr record::FieldDeclaration suspend_fields[] = {
    required_code("reason", recorded::suspension_reasons, "why the compliance clocks stand still"),
};
inline constexpr TypeDeclaration suspend{
    .name = "supervision.suspend", .meaning = "Suspend the compliance clocks", .fields = suspend_fields};

inline constexpr TypeDeclaration resume{.name = "supervision.resume",
                                        .meaning = "Let the compliance clocks run again"};

} // namespace probity::casework::supervision

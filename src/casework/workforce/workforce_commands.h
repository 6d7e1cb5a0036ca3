// What can be asked for about posts and members of staff. A command about a post names the post's stream, one
// about a member of staff the pseudonym.
#pragma once

#include <span>

#include "record/workforce.h"

namespace probity::casework::workforce {

namespace recorded = record::workforce;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::StreamKind;
using record::TypeDeclaration;

inline constexpr TypeDeclaration make_post{.name = "workforce.make_post",
                                           .meaning = "Make a post in a body",
                                           .stream = StreamKind::staff,
                                           .fields = recorded::post_made_fields};

inline constexpr TypeDeclaration fill_post{.name = "workforce.fill_post",
                                           .meaning = "Put a member of staff in the post",
                                           .stream = StreamKind::staff,
                                           .fields = recorded::post_filled_fields};

inline constexpr record::FieldDeclaration vacate_post_fields[] = {
    required_code("reason", recorded::vacating_reasons, "why"),
};
inline constexpr TypeDeclaration vacate_post{.name = "workforce.vacate_post",
                                             .meaning = "Record that the post's holder left it",
                                             .stream = StreamKind::staff,
                                             .fields = vacate_post_fields};

inline constexpr TypeDeclaration close_post{.name = "workforce.close_post",
                                            .meaning = "Give up a vacant post",
                                            .stream = StreamKind::staff,
                                            .fields = recorded::post_closed_fields};

inline constexpr std::span<const std::string_view> given_reasons{recorded::assignment_reasons, 4};
inline constexpr record::FieldDeclaration assign_fields[] = {
    required("body", Kind::name, "", "the body that is to employ the member of staff"),
    optional_code("reason", given_reasons, "why"),
};
inline constexpr TypeDeclaration assign{.name = "workforce.assign",
                                        .meaning = "Assign a member of staff to a body",
                                        .stream = StreamKind::staff,
                                        .fields = assign_fields};

inline constexpr TypeDeclaration appeal{.name = "workforce.appeal",
                                        .meaning = "Appeal against one's own last assignment",
                                        .stream = StreamKind::staff,
                                        .fields = recorded::assignment_appealed_fields};

inline constexpr record::FieldDeclaration decide_appeal_fields[] = {
    required_code("result", recorded::appeal_results, "what is decided"),
    optional("body", Kind::name, "", "upheld: to which body instead"),
};
inline constexpr TypeDeclaration decide_appeal{.name = "workforce.decide_appeal",
                                               .meaning = "Decide an appeal against an assignment",
                                               .stream = StreamKind::staff,
                                               .fields = decide_appeal_fields};

inline constexpr TypeDeclaration start_absence{.name = "workforce.start_absence",
                                               .meaning = "Record that a member of staff is away",
                                               .stream = StreamKind::staff,
                                               .fields = recorded::absence_started_fields};

inline constexpr TypeDeclaration end_absence{.name = "workforce.end_absence",
                                             .meaning = "Record the last day of an absence",
                                             .stream = StreamKind::staff};

inline constexpr record::FieldDeclaration change_grade_fields[] = {
    required_code("grade", record::supervision::grades, "the grade from the day on"),
    required_code("reason", recorded::grade_reasons, "why; the first grade is appointed"),
};
inline constexpr TypeDeclaration change_grade{.name = "workforce.change_grade",
                                              .meaning = "Give a member of staff a grade",
                                              .stream = StreamKind::staff,
                                              .fields = change_grade_fields};

inline constexpr TypeDeclaration set_shift{.name = "workforce.set_shift",
                                           .meaning = "Set when a member of staff works",
                                           .stream = StreamKind::staff,
                                           .fields = recorded::shift_set_fields};

inline constexpr TypeDeclaration register_place{.name = "workforce.register_place",
                                                .meaning = "Register where a member of staff sees people",
                                                .stream = StreamKind::staff,
                                                .fields = recorded::place_registered_fields};

} // namespace probity::casework::workforce

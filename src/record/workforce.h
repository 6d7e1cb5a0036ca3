// Family: workforce. Members of staff and the posts that they fill each have a stream of their own, of the
// kind staff. A member of staff is a pseudonym, which is the stream's name.
#pragma once

#include "record/supervision.h"

namespace probity::record::workforce {

// --- posts

inline constexpr FieldDeclaration post_made_fields[] = {
    required("body", Kind::name, "", "the body whose post it is"),
    required_code("grade", supervision::grades, "of whoever fills it"),
    required("minutes", Kind::integer, "minutes", "contracted, a week"),
};
inline constexpr TypeDeclaration post_made{.name = "workforce.post_made",
                                           .meaning = "A post was made",
                                           .stream = StreamKind::staff,
                                           .fields = post_made_fields};

inline constexpr FieldDeclaration post_filled_fields[] = {
    required("staff", Kind::identifier, "", "pseudonymous member of staff"),
};
inline constexpr TypeDeclaration post_filled{.name = "workforce.post_filled",
                                             .meaning = "A member of staff took up the post",
                                             .stream = StreamKind::staff,
                                             .fields = post_filled_fields};

inline constexpr std::string_view vacating_reasons[] = {
    "resigned", "retired", "redundancy", "dismissed", "contract_ended", "moved_post", "moved_body", "died"};
inline constexpr FieldDeclaration post_vacated_fields[] = {
    required("staff", Kind::identifier, "", "pseudonymous member of staff"),
    required_code("reason", vacating_reasons, "why"),
};
inline constexpr TypeDeclaration post_vacated{.name = "workforce.post_vacated",
                                              .meaning =
                                                  "A member of staff left the post; the day is the last",
                                              .stream = StreamKind::staff,
                                              .fields = post_vacated_fields};

inline constexpr std::string_view closing_reasons[] = {"redundancy", "reorganised", "funding_ended",
                                                       "made_in_error"};
inline constexpr FieldDeclaration post_closed_fields[] = {
    required_code("reason", closing_reasons, "why"),
};
inline constexpr TypeDeclaration post_closed{.name = "workforce.post_closed",
                                             .meaning = "A post was given up: nobody will fill it",
                                             .stream = StreamKind::staff,
                                             .fields = post_closed_fields};

// --- members of staff

inline constexpr std::string_view assignment_reasons[] = {"split_of_service", "transferred_with_work",
                                                          "recruited", "one_service", "appeal_upheld"};
inline constexpr FieldDeclaration assigned_to_body_fields[] = {
    required("body", Kind::name, "", "the body that employs the member of staff from the valid day on"),
    required_code("reason", assignment_reasons, "why"),
    optional("appeal_by", Kind::day, "", "last day for an appeal; absent: there is none"),
    required("by", Kind::identifier, "", "who decided: pseudonymous member of staff"),
};
inline constexpr TypeDeclaration assigned_to_body{.name = "workforce.assigned_to_body",
                                                  .meaning = "A member of staff was assigned to a body",
                                                  .stream = StreamKind::staff,
                                                  .fields = assigned_to_body_fields};

inline constexpr std::string_view appeal_grounds[] = {"work_is_of_other_body", "terms", "place", "caring",
                                                      "procedure"};
inline constexpr FieldDeclaration assignment_appealed_fields[] = {
    required_code("ground", appeal_grounds, "on which ground"),
};
inline constexpr TypeDeclaration assignment_appealed{
    .name = "workforce.assignment_appealed",
    .meaning = "The member of staff appealed against the last assignment",
    .stream = StreamKind::staff,
    .fields = assignment_appealed_fields};

inline constexpr std::string_view appeal_results[] = {"upheld", "dismissed"};
inline constexpr FieldDeclaration appeal_decided_fields[] = {
    required_code("result", appeal_results, "what was decided"),
    required("by", Kind::identifier, "", "who decided: pseudonymous member of staff"),
};
inline constexpr TypeDeclaration appeal_decided{.name = "workforce.appeal_decided",
                                                .meaning = "The appeal against an assignment was decided",
                                                .stream = StreamKind::staff,
                                                .fields = appeal_decided_fields};

inline constexpr std::string_view absence_kinds[] = {"sickness",     "parental_leave", "annual_leave",
                                                     "study_leave",  "secondment",     "suspended",
                                                     "unauthorised", "other"};
inline constexpr FieldDeclaration absence_started_fields[] = {
    required_code("kind", absence_kinds, "why the member of staff is away"),
    optional("expected_until", Kind::day, "", "last day away, as expected when it began"),
};
inline constexpr TypeDeclaration absence_started{.name = "workforce.absence_started",
                                                 .meaning = "A member of staff is away from the valid day on",
                                                 .stream = StreamKind::staff,
                                                 .fields = absence_started_fields};

inline constexpr TypeDeclaration absence_ended{.name = "workforce.absence_ended",
                                               .meaning = "The absence is over: the valid day is its last",
                                               .stream = StreamKind::staff};

inline constexpr std::string_view grade_reasons[] = {"appointed", "qualified",    "promoted",
                                                     "acting",    "acting_ended", "stepped_down"};
inline constexpr FieldDeclaration grade_changed_fields[] = {
    required_code("grade", supervision::grades, "from the valid day on"),
    required_code("reason", grade_reasons, "why; the first grade is appointed"),
    required("by", Kind::identifier, "", "who decided: pseudonymous member of staff"),
};
inline constexpr TypeDeclaration grade_changed{.name = "workforce.grade_changed",
                                               .meaning = "A member of staff has a grade, or another one",
                                               .stream = StreamKind::staff,
                                               .fields = grade_changed_fields};

inline constexpr FieldDeclaration shift_set_fields[] = {
    required("days", Kind::names, "", "days of the week: mon, tue, wed, thu, fri, sat, sun"),
    required("starts", Kind::integer, "minutes", "after midnight"),
    required("ends", Kind::integer, "minutes", "after midnight"),
};
inline constexpr TypeDeclaration shift_set{.name = "workforce.shift_set",
                                           .meaning = "When the member of staff works, from the valid day on",
                                           .stream = StreamKind::staff,
                                           .fields = shift_set_fields};

inline constexpr FieldDeclaration place_registered_fields[] = {
    required("place", Kind::name, "", "office or site"),
    required("private_room", Kind::boolean, "", "people can be seen where nobody else hears"),
    required("alarm", Kind::boolean, "", "help can be called from the room"),
    required("alone", Kind::boolean, "", "nobody else of the staff is in the building at times"),
};
inline constexpr TypeDeclaration place_registered{.name = "workforce.place_of_work_registered",
                                                  .meaning = "Where the member of staff sees people",
                                                  .stream = StreamKind::staff,
                                                  .fields = place_registered_fields};

} // namespace probity::record::workforce

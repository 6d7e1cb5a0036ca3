// Family: limited access. Some records are closed to some of the staff, or open to a few of them only.
#pragma once

#include "record/declaration.h"

namespace probity::record::access {

inline constexpr std::string_view limits[] = {"exclusion", "restriction"};
inline constexpr std::string_view reasons[] = {"related_to_person",    "victim_or_witness",
                                               "conflict_of_interest", "high_profile",
                                               "person_is_staff",      "other"};
inline constexpr FieldDeclaration limited_fields[] = {
    required_code("limit", limits,
                  "exclusion: closed to this member of staff; restriction: open only to those so named"),
    required("staff", Kind::identifier, "", "pseudonymous member of staff"),
    required_code("reason", reasons, "why"),
    optional("until", Kind::day, "", "last day; absent: until it is lifted"),
};
inline constexpr TypeDeclaration limited{.name = "access.limited",
                                         .meaning = "A record was closed to a member of staff, or opened to "
                                                    "a few only",
                                         .fields = limited_fields};

inline constexpr std::string_view lifting_reasons[] = {"reason_gone", "set_in_error", "staff_left", "other"};
inline constexpr FieldDeclaration lifted_fields[] = {
    required_code("limit", limits, "which limit ends"),
    required("staff", Kind::identifier, "", "for whom"),
    required_code("reason", lifting_reasons, "why"),
};
inline constexpr TypeDeclaration lifted{
    .name = "access.lifted", .meaning = "A limit of access ended", .fields = lifted_fields};

} // namespace probity::record::access

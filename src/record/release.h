// Families: custody, what is new about a release; accommodation. What custody.h says of a release is measured
// by contracts; this is what casework needs beside it.
#pragma once

#include "record/declaration.h"

namespace probity::record::custody {

inline constexpr std::string_view earlier_grounds[] = {"friday", "weekend", "bank_holiday"};
inline constexpr FieldDeclaration release_brought_forward_fields[] = {
    required("from", Kind::day, "", "the day that was planned before"),
    required_code("ground", earlier_grounds, "what that day is"),
};
inline constexpr TypeDeclaration release_brought_forward{
    .name = "custody.release_brought_forward",
    .meaning = "The planned day of release is earlier because services are closed on the day it fell on",
    .entity = "custody",
    .fields = release_brought_forward_fields};

} // namespace probity::record::custody

namespace probity::record::accommodation {

inline constexpr std::string_view kinds[] = {
    "own_home",       "private_rental", "social_rental",         "approved_premises",
    "supported",      "short_term",     "family_settled",        "family_transient",
    "hostel",         "healthcare",     "immigration_detention", "community_accommodation_service",
    "rough_sleeping", "no_fixed_abode"};
inline constexpr FieldDeclaration recorded_fields[] = {
    required_code("kind", kinds, "where the person lives, or will live on release"),
};
inline constexpr TypeDeclaration recorded{.name = "accommodation.recorded",
                                          .meaning =
                                              "It was recorded where the person lives, or will on release",
                                          .fields = recorded_fields};

} // namespace probity::record::accommodation

// Family: electronic monitoring. The unit of account is a person-day, never an order.
#pragma once

#include "record/declaration.h"

namespace probity::record::monitoring {

inline constexpr std::string_view order_kinds[] = {"curfew", "location", "alcohol", "exclusion_zone"};
inline constexpr FieldDeclaration tag_ordered_fields[] = {
    required_code("kind", order_kinds, "what is to be monitored"),
};
inline constexpr TypeDeclaration tag_ordered{.name = "monitoring.tag_ordered",
                                             .meaning = "A court or governor ordered monitoring",
                                             .entity = "tag",
                                             .fields = tag_ordered_fields};

inline constexpr TypeDeclaration tag_fitted{
    .name = "monitoring.tag_fitted",
    .meaning = "The equipment was fitted; monitoring begins on the valid day",
    .entity = "tag"};

inline constexpr std::string_view removal_reasons[] = {"order_ended", "into_custody", "died", "order_revoked",
                                                       "other"};
inline constexpr FieldDeclaration tag_removed_fields[] = {
    required_code("reason", removal_reasons, "why monitoring ended"),
};
inline constexpr TypeDeclaration tag_removed{
    .name = "monitoring.tag_removed",
    .meaning = "The equipment was removed; the valid day is the last monitored day",
    .entity = "tag",
    .fields = tag_removed_fields};

inline constexpr FieldDeclaration billed_fields[] = {
    required("first_day", Kind::day, "", "first day billed"),
    required("last_day", Kind::day, "", "last day billed, inclusive"),
    required("pence", Kind::integer, "pence", "what the contractor asks for these days"),
};
inline constexpr TypeDeclaration billed{.name = "monitoring.billed",
                                        .meaning = "The contractor billed monitoring of an order",
                                        .entity = "tag",
                                        .fields = billed_fields};

} // namespace probity::record::monitoring

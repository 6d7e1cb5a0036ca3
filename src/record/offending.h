// Family: offending.
#pragma once

#include "record/declaration.h"

namespace probity::record::offending {

inline constexpr std::string_view disposals[] = {
    "caution", "fine", "community_order", "suspended_sentence_order", "custody", "other"};
inline constexpr FieldDeclaration offence_proven_fields[] = {
    required("offence_day", Kind::day, "", "day the offence was committed"),
    required_code("disposal", disposals, "how it was dealt with"),
    optional("offence_group", Kind::name, "", "group of the offence"),
};
inline constexpr TypeDeclaration offence_proven{
    .name = "offending.offence_proven",
    .meaning = "An offence was proved, on the valid day, by conviction or caution",
    .fields = offence_proven_fields};

} // namespace probity::record::offending

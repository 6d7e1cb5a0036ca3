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
    .fields = offence_proven_fields,
    .late_after_days = 0};

// Sources that do not publish days say in which week or year after a release something happened. The period
// is a fact then, and valid time is as coarse as the source: no day is made up.
inline constexpr std::string_view period_units[] = {"week", "year"};
inline constexpr FieldDeclaration arrested_fields[] = {
    optional("counted_from", Kind::identifier, "", "event from which the period is counted: the release"),
    optional_code("unit", period_units, "how long a period is"),
    optional("period", Kind::integer, "periods", "period in which the arrest fell, 1 for the first"),
};
inline constexpr TypeDeclaration arrested{
    .name = "offending.arrested",
    .meaning = "The person was arrested for a new offence; nothing is proved by it",
    .fields = arrested_fields,
    .late_after_days = 0};

inline constexpr FieldDeclaration follow_up_ended_fields[] = {
    required("counted_from", Kind::identifier, "", "event from which periods are counted: the release"),
    required_code("unit", period_units, "how long a period is"),
    required("periods", Kind::integer, "periods", "how many periods the source looked for an arrest"),
};
inline constexpr TypeDeclaration follow_up_ended{
    .name = "offending.follow_up_ended",
    .meaning = "The source stopped looking for arrests: until then, no arrest recorded means none found",
    .fields = follow_up_ended_fields,
    .late_after_days = 0};

} // namespace probity::record::offending

#include <array>

#include "record/faults.h"

namespace probity::record {
namespace {

using base::ErrorCode;
using base::json::Value;

constexpr std::int64_t microseconds_per_day = 86'400'000'000;
constexpr std::array<std::string_view, 6> precisions = {"instant", "day",  "month",
                                                        "quarter", "year", "unknown"};
constexpr std::int64_t most_offset_days = 40'000;
constexpr std::int64_t most_offset_months = most_offset_days / 30;

void check_offset(const Value& valid, Faults& faults) {
  int lengths = 0;
  for (const auto& [key, member] : *valid.object()) {
    if (key == "after") {
      if (member.text() == nullptr || !is_lower_hex(*member.text(), 32))
        faults.add("/valid/after", "this must be an event id: 32 lower-case hexadecimal digits");
    } else if (key == "days" || key == "months") {
      ++lengths;
      const std::int64_t limit = key == "days" ? most_offset_days : most_offset_months;
      const std::int64_t* length = member.integer();
      if (length == nullptr || *length < -limit || *length > limit)
        faults.add("/valid/" + key, "this must be an integer within " + std::to_string(limit));
    } else {
      faults.add("/valid/" + key, "an offset has no such member",
                 "Write {\"after\":event id,\"days\":n} or {\"after\":event id,\"months\":n}",
                 ErrorCode::unknown_field);
    }
  }
  if (lengths != 1)
    faults.add("/valid", "an offset has exactly one of days and months",
               "Write {\"after\":event id,\"days\":n} or {\"after\":event id,\"months\":n}");
}

// `begins`: the first moment of the act, an instant in UTC. Days may begin a few hours earlier or later in
// the log's zone, which the reach of a type leaves room for.
void check_reach(std::int64_t begins, std::int64_t recorded, const TypeDeclaration& type,
                 std::string_view planned, Faults& faults) {
  if (begins - recorded > type.days_ahead * microseconds_per_day)
    faults.add("/valid/from",
               "the act lies more than " + std::to_string(type.days_ahead) + " day(s) after it was recorded",
               std::string(planned));
  if (recorded - begins > type.days_behind * microseconds_per_day)
    faults.add("/valid/from",
               "the act lies more than " + std::to_string(type.days_behind / 365) +
                   " years before it was recorded",
               "Look at the year; write {\"precision\":\"unknown\"} when nobody knows");
}

void check_instants(const Value* from, const Value* to, std::optional<base::Instant> recorded,
                    const TypeDeclaration& type, Faults& faults) {
  constexpr const char* wanted = "Write it like 2016-03-09T10:00:00.000000Z";
  const auto begin = from->text() == nullptr ? std::nullopt : base::parse_instant(*from->text());
  if (!begin) faults.add("/valid/from", "this must be a UTC instant with six digits", wanted);
  if (begin && recorded)
    check_reach(begin->microseconds, recorded->microseconds, type,
                "Give the time of the act itself; planned times are facts", faults);
  if (to == nullptr) return;
  const auto end = to->text() == nullptr ? std::nullopt : base::parse_instant(*to->text());
  if (!end)
    faults.add("/valid/to", "this must be a UTC instant with six digits", wanted);
  else if (begin && *end <= *begin)
    faults.add("/valid/to", "valid time must end after it begins", "Leave out \"to\" for a single moment");
}

void check_days(const Value* from, const Value* to, int months, std::optional<base::Instant> recorded,
                const TypeDeclaration& type, Faults& faults) {
  constexpr const char* wanted = "Write it like 2016-03-07";
  const auto begin = from->text() == nullptr ? std::nullopt : base::parse_day(*from->text());
  if (!begin) faults.add("/valid/from", "this must be a date of the calendar", wanted);
  if (begin && recorded)
    check_reach(begin->since_epoch * microseconds_per_day, recorded->microseconds, type,
                "Give the day of the act itself; planned days are facts", faults);
  if (to == nullptr) return;
  const auto end = to->text() == nullptr ? std::nullopt : base::parse_day(*to->text());
  if (!end) {
    faults.add("/valid/to", "this must be a date of the calendar", wanted);
    return;
  }
  if (!begin) return;
  const base::Day one_unit = months == 0 ? *begin + 1 : base::add_months(*begin, months);
  if (*end <= *begin)
    faults.add("/valid/to", "valid time must end after it begins");
  else if (*end <= one_unit)
    faults.add("/valid/to", "\"to\" is given only when longer than one unit of the precision",
               "Leave it out; \"to\" is the first day that is no longer part of the time");
}

} // namespace

void check_valid_time(const Value& valid, std::optional<base::Instant> recorded, const TypeDeclaration& type,
                      Faults& faults) {
  if (valid.object() == nullptr) return faults.add("/valid", "this must be an object");
  const Value* precision = valid.find("precision");
  if (precision == nullptr && valid.find("after") != nullptr) return check_offset(valid, faults);
  const std::string* name = precision == nullptr ? nullptr : precision->text();
  std::size_t which = 0;
  while (name != nullptr && which < precisions.size() && precisions[which] != *name)
    ++which;
  if (name == nullptr || which == precisions.size())
    return faults.add("/valid/precision", "this is not a precision", "Use one of: " + list_text(precisions));
  for (const auto& member : *valid.object())
    if (member.first != "precision" &&
        (*name == "unknown" || (member.first != "from" && member.first != "to")))
      faults.add("/valid/" + member.first, "valid time of precision " + *name + " has no such member",
                 "Leave it out", ErrorCode::unknown_field);
  if (*name == "unknown") return;
  const Value* from = valid.find("from");
  const Value* to = valid.find("to");
  if (from == nullptr) return faults.add("/valid/from", "valid time of this precision needs from");
  if (*name == "instant") return check_instants(from, to, recorded, type, faults);
  constexpr std::array<int, 5> months_of = {0, 0, 1, 3, 12}; // by position in `precisions`
  check_days(from, to, months_of[which], recorded, type, faults);
}

} // namespace probity::record

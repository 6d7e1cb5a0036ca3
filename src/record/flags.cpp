#include "record/flags.h"

#include <optional>

#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::Instant;
using base::json::Value;

constexpr std::int64_t microseconds_per_minute = 60'000'000;
constexpr std::int64_t microseconds_per_day = 1'440 * microseconds_per_minute;
constexpr std::int64_t minutes_ahead = 5;

std::optional<Instant> instant_in(const Value& event, std::string_view member) {
  const Value* value = event.find(member);
  return value == nullptr || value->text() == nullptr ? std::nullopt : base::parse_instant(*value->text());
}

std::string_view text_in(const Value& object, std::string_view member) {
  const Value* value = object.find(member);
  return value == nullptr || value->text() == nullptr ? std::string_view{} : *value->text();
}

// The latest moment at which the act can have begun; nothing where its time is not known by itself.
std::optional<Instant> latest_beginning(const Value& valid) {
  const std::string_view from = text_in(valid, "from");
  if (const auto moment = base::parse_instant(from)) return moment;
  const auto day = base::parse_day(from);
  if (!day) return std::nullopt;
  const std::string_view precision = text_in(valid, "precision");
  const int months = precision == "month" ? 1 : precision == "quarter" ? 3 : precision == "year" ? 12 : 0;
  const base::Day after = months == 0 ? *day + 1 : base::add_months(*day, months);
  return Instant{after.since_epoch * microseconds_per_day};
}

} // namespace

std::vector<Flag> flags_of(const Value& event, Instant recorded) {
  std::vector<Flag> out;
  if (const auto captured = instant_in(event, "captured");
      captured && captured->microseconds - recorded.microseconds > minutes_ahead * microseconds_per_minute)
    out.push_back(
        {"device_clock", "/captured",
         "the device says that this was taken down " +
             std::to_string((captured->microseconds - recorded.microseconds) / microseconds_per_minute) +
             " minutes after it was recorded: its clock is ahead"});
  const TypeDeclaration* type = find_type(text_in(event, "type"));
  const Value* valid = event.find("valid");
  // A correction repeats the time of what it corrects.
  if (type == nullptr || type->late_after_days == 0 || valid == nullptr || event.find("corrects") != nullptr)
    return out;
  const std::optional<Instant> at_source = instant_in(event, "source_recorded");
  if (text_in(event, "channel") == "import" && !at_source) return out;
  const std::optional<Instant> began = latest_beginning(*valid);
  if (!began) return out;
  const std::int64_t days =
      (at_source.value_or(recorded).microseconds - began->microseconds) / microseconds_per_day;
  if (days > type->late_after_days)
    out.push_back({"late_entry", "/valid/from",
                   "this was recorded " + std::to_string(days) + " days after it happened; more than " +
                       std::to_string(type->late_after_days) + " is late"});
  return out;
}

} // namespace probity::record

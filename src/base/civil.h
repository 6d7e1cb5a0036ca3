// Civil time: days, months, instants and the zone that turns one into the other. No clock is read here.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace probity::base {

// A civil day of the proleptic Gregorian calendar, as days since 1970-01-01. Text: "2016-03-07", years
// 0001–9999.
struct Day {
  std::int32_t since_epoch = 0;

  auto operator<=>(const Day&) const = default;
  Day operator+(int days) const { return {since_epoch + days}; }
  Day operator-(int days) const { return {since_epoch - days}; }
  int operator-(Day other) const { return since_epoch - other.since_epoch; }
};

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

// A civil month, as year × 12 + (month − 1). Text: "2016-03".
struct Month {
  std::int32_t number = 0;

  auto operator<=>(const Month&) const = default;
  Month operator+(int months) const { return {number + months}; }
  int operator-(Month other) const { return number - other.number; }
  [[nodiscard]] int year() const { return number / 12; }
  [[nodiscard]] int month() const { return number % 12 + 1; } // 1–12
  [[nodiscard]] Day first() const;
  [[nodiscard]] Day last() const;
};

// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted. Text: "2016-03-09T10:00:00.000000Z",
// always UTC and always six digits.
struct Instant {
  std::int64_t microseconds = 0;

  auto operator<=>(const Instant&) const = default;
};

Day day_of(int year, int month, int day); // the date must exist
int year_of(Day day);
Month month_of(Day day);
int day_of_month(Day day);
Weekday weekday(Day day);
// The same day of the month n months on; the month's last day where it has no such day.
Day add_months(Day day, int months);

std::optional<Day> parse_day(std::string_view text);
std::optional<Month> parse_month(std::string_view text);
std::optional<Instant>
parse_instant(std::string_view text); // refuses ":60", other digits counts, other zones
std::string to_text(Day day);
std::string to_text(Month month);
std::string to_text(Instant instant);

// A named zone of the IANA database, for turning instants into its civil days. Cheap to copy, safe across
// threads.
class Zone {
 public:
  static Result<Zone> named(std::string_view iana_name); // "Europe/London"

  [[nodiscard]] Day day_of(Instant instant) const;
  [[nodiscard]] Instant start_of(Day day) const; // the first instant of the civil day
  [[nodiscard]] const std::string& name() const;
  // "2016-03-26 23:45" in the zone, for people.
  [[nodiscard]] std::string local_text(Instant instant) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

} // namespace probity::base

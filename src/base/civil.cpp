#include "base/civil.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <vector>

namespace probity::base {

namespace {

constexpr std::int64_t microseconds_per_second = 1'000'000;
constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t microseconds_per_day = seconds_per_day * microseconds_per_second;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  std::int64_t quotient = value / by;
  return value % by < 0 ? quotient - 1 : quotient;
}

date::year_month_day civil(Day day) {
  return date::year_month_day{date::sys_days{date::days{day.since_epoch}}};
}

Day day_from(date::year_month_day civil_date) {
  return {static_cast<std::int32_t>(date::sys_days{civil_date}.time_since_epoch().count())};
}

// Reads exactly `Count` ASCII digits at `at`; -1 when one of them is not a digit. The text is long enough.
template <std::size_t Count> int digits(std::string_view text, std::size_t at) {
  unsigned value = 0;
  unsigned bad = 0;
  for (std::size_t i = at; i < at + Count; ++i) {
    const unsigned digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
    bad |= static_cast<unsigned>(digit > 9);
    value = value * 10 + digit;
  }
  return bad == 0 ? static_cast<int>(value) : -1;
}

} // namespace

Day Month::first() const {
  return base::day_of(year(), month(), 1);
}

Day Month::last() const {
  return (*this + 1).first() - 1;
}

Day day_of(int year, int month, int day) {
  PROBITY_ENSURE(month >= 1 && month <= 12 && day >= 1 && day <= 31);
  date::year_month_day civil_date{date::year{year}, date::month{static_cast<unsigned>(month)},
                                  date::day{static_cast<unsigned>(day)}};
  PROBITY_ENSURE(civil_date.ok());
  return day_from(civil_date);
}

int year_of(Day day) {
  return static_cast<int>(civil(day).year());
}

Month month_of(Day day) {
  date::year_month_day civil_date = civil(day);
  return {static_cast<int>(civil_date.year()) * 12 +
          static_cast<int>(static_cast<unsigned>(civil_date.month())) - 1};
}

int day_of_month(Day day) {
  return static_cast<int>(static_cast<unsigned>(civil(day).day()));
}

Weekday weekday(Day day) {
  // 1970-01-01 was a Thursday.
  int index = (day.since_epoch % 7 + 7 + static_cast<int>(Weekday::thursday)) % 7;
  return static_cast<Weekday>(index);
}

Day add_months(Day day, int months) {
  Month target = month_of(day) + months;
  return std::min(target.first() + (day_of_month(day) - 1), target.last());
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = digits<4>(text, 0);
  int month = digits<2>(text, 5);
  int day = digits<2>(text, 8);
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  date::year_month_day civil_date{date::year{year}, date::month{static_cast<unsigned>(month)},
                                  date::day{static_cast<unsigned>(day)}};
  if (!civil_date.ok()) return std::nullopt;
  return day_from(civil_date);
}

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  int year = digits<4>(text, 0);
  int month = digits<2>(text, 5);
  if (year < 1 || month < 1 || month > 12) return std::nullopt;
  return Month{year * 12 + month - 1};
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() != 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[26] != 'Z')
    return std::nullopt;
  std::optional<Day> day = parse_day(text.substr(0, 10));
  int hour = digits<2>(text, 11);
  int minute = digits<2>(text, 14);
  int second = digits<2>(text, 17);
  int fraction = digits<6>(text, 20);
  if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0)
    return std::nullopt;
  std::int64_t seconds = day->since_epoch * seconds_per_day + hour * 3600 + minute * 60 + second;
  return Instant{seconds * microseconds_per_second + fraction};
}

std::string to_text(Day day) {
  date::year_month_day civil_date = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil_date.year()),
                     static_cast<unsigned>(civil_date.month()), static_cast<unsigned>(civil_date.day()));
}

std::string to_text(Month month) {
  return fmt::format("{:04}-{:02}", month.year(), month.month());
}

std::string to_text(Instant instant) {
  std::int64_t day = floor_divide(instant.microseconds, microseconds_per_day);
  std::int64_t rest = instant.microseconds - day * microseconds_per_day;
  std::int64_t seconds = rest / microseconds_per_second;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", to_text(Day{static_cast<std::int32_t>(day)}),
                     seconds / 3600, seconds / 60 % 60, seconds % 60, rest % microseconds_per_second);
}

// The zone's offsets are read out of the database once, when the zone is named; afterwards an instant costs
// one binary search in memory that no thread writes.
struct Zone::Data {
  struct Span {
    std::int64_t begin; // UTC seconds, inclusive; the span lasts until the next one's begin
    std::int64_t offset;
  };

  std::string name;
  const date::time_zone* zone = nullptr;
  std::vector<Span> spans; // by begin; the first begins at or before `from`
  std::int64_t from = 0;   // UTC seconds covered by spans
  std::int64_t to = 0;

  [[nodiscard]] std::int64_t offset_at(std::int64_t second) const {
    if (second < from || second >= to) {
      auto info = zone->get_info(date::sys_seconds{std::chrono::seconds{second}});
      return info.offset.count();
    }
    auto after = std::upper_bound(spans.begin(), spans.end(), second,
                                  [](std::int64_t value, const Span& span) { return value < span.begin; });
    return std::prev(after)->offset;
  }
};

Result<Zone> Zone::named(std::string_view iana_name) {
  auto data = std::make_shared<Data>();
  data->name = std::string(iana_name);
  // The library throws when the database is missing, damaged or has no such zone.
  try {
    data->zone = date::locate_zone(data->name);
    data->from = base::day_of(1840, 1, 1).since_epoch * seconds_per_day;
    data->to = base::day_of(2200, 1, 1).since_epoch * seconds_per_day;
    std::int64_t at = data->from;
    while (at < data->to) {
      date::sys_info info = data->zone->get_info(date::sys_seconds{std::chrono::seconds{at}});
      data->spans.push_back({at, info.offset.count()});
      std::int64_t end = info.end.time_since_epoch().count();
      if (end <= at) break;
      at = end;
    }
  } catch (const std::exception& problem) {
    return fail(ErrorCode::invalid_input,
                fmt::format("the time zone database has no zone that can be read: {}", problem.what()),
                data->name, "Use an IANA name such as Europe/London, and install the package tzdata");
  }
  Zone zone;
  zone.data_ = std::move(data);
  return zone;
}

Day Zone::day_of(Instant instant) const {
  std::int64_t second = floor_divide(instant.microseconds, microseconds_per_second);
  return {static_cast<std::int32_t>(floor_divide(second + data_->offset_at(second), seconds_per_day))};
}

Instant Zone::start_of(Day day) const {
  std::chrono::seconds midnight{day.since_epoch * seconds_per_day};
  date::local_info info = data_->zone->get_info(date::local_seconds{midnight});
  // Midnight skipped: the day begins when the clocks have gone forward. Midnight twice: with the first.
  std::int64_t second = info.result == date::local_info::nonexistent
                            ? info.first.end.time_since_epoch().count()
                            : (midnight - info.first.offset).count();
  return {second * microseconds_per_second};
}

const std::string& Zone::name() const {
  return data_->name;
}

std::string Zone::local_text(Instant instant) const {
  std::int64_t second = floor_divide(instant.microseconds, microseconds_per_second);
  std::int64_t local = second + data_->offset_at(second);
  std::int64_t day = floor_divide(local, seconds_per_day);
  std::int64_t minutes = (local - day * seconds_per_day) / 60;
  return fmt::format("{} {:02}:{:02}", to_text(Day{static_cast<std::int32_t>(day)}), minutes / 60,
                     minutes % 60);
}

} // namespace probity::base

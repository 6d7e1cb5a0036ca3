#include "contract/terms.h"

#include <algorithm>

namespace probity::contract {
namespace {

template <class Items> auto find_clause(const Items& items, std::string_view id) -> decltype(items.data()) {
  for (const auto& item : items)
    if (item.id == id) return &item;
  return nullptr;
}

} // namespace

const Fee& Fee::read(const Readings& readings) const {
  if (const auto picked = readings.find(id); picked != readings.end())
    for (const Fee& other : others)
      if (other.reading == picked->second) return other;
  return *this;
}

std::vector<const Fee*> Terms::fees_read(const Readings& readings) const {
  std::vector<const Fee*> out;
  for (const Fee& written : fees) {
    const Fee& read = written.read(readings);
    const Fee* adjusted = read.kind == Fee::Kind::weighted_volume ? fee(read.of_fee) : nullptr;
    if (adjusted == nullptr || adjusted->read(readings).kind == Fee::Kind::annual) out.push_back(&read);
  }
  return out;
}

const Fee* Terms::fee(std::string_view wanted) const {
  return find_clause(fees, wanted);
}
const Measure* Terms::measure(std::string_view wanted) const {
  return find_clause(measures, wanted);
}
const OutcomeClause* Terms::outcome(std::string_view wanted) const {
  return find_clause(outcomes, wanted);
}

Period Terms::period_of(base::Day day) const {
  const base::Month month = base::month_of(day);
  if (period_unit == PeriodUnit::month) return {month, 1, base::to_text(month)};
  const int into_year = (month.month() - year_starts + 12) % 12;
  const base::Month first = month + -into_year;
  return {first, 12, std::to_string((first + 11).year())};
}

base::Result<Period> Terms::period(std::string_view text) const {
  if (period_unit == PeriodUnit::month) {
    if (const auto month = base::parse_month(text)) return Period{*month, 1, base::to_text(*month)};
    return base::fail(base::ErrorCode::invalid_input, "\"" + std::string(text) + "\" is not a month",
                      "period", "this contract settles by month: write it like 2016-04");
  }
  if (text.size() == 4)
    if (const auto december = base::parse_month(std::string(text) + "-12")) {
      const base::Month last = year_starts == 1 ? *december : *december + (year_starts - 1 - 12);
      return period_of(last.first());
    }
  return base::fail(
      base::ErrorCode::invalid_input, "\"" + std::string(text) + "\" is not a year", "period",
      "this contract settles by year, named by the civil year in which it ends: write it like 2010");
}

Period Terms::next(const Period& period) const {
  return period_of((period.first_month + period.months).first());
}

std::vector<Period> Terms::periods_to(const Period& last) const {
  std::vector<Period> out;
  for (Period period = period_of(from); period <= last && period.first() <= to; period = next(period))
    out.push_back(period);
  return out;
}

base::Month Terms::year_of(const Period& period) const {
  const int into_year = (period.first_month.month() - year_starts + 12) % 12;
  return period.first_month + -into_year;
}

bool Terms::last_of_year(const Period& period) const {
  return period_unit == PeriodUnit::year || number_in_year(period) == 12;
}

int Terms::year_number(const Period& period) const {
  return (year_of(period) - year_of(period_of(from))) / 12 + 1;
}

int Terms::number_in_year(const Period& period) const {
  return (period.first_month - year_of(period)) / period.months + 1;
}

const Terms& Contract::terms_at(base::Day day, base::Day known_on) const {
  std::vector<bool> wanted(variations_.size());
  for (std::size_t i = 0; i < variations_.size(); ++i)
    wanted[i] = variations_[i].agreed_on <= known_on && variations_[i].effective_from <= day;
  const auto found = std::find(applied_.begin(), applied_.end(), wanted);
  PROBITY_ENSURE(found != applied_.end());
  return versions_[static_cast<std::size_t>(found - applied_.begin())];
}

} // namespace probity::contract

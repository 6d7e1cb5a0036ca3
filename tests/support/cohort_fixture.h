// People made of a few events each, for the tests of this folder.
#pragma once

#include <deque>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "outcome/cohort.h"
#include "record/custody.h"
#include "record/offending.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"

namespace probity::outcome {

inline base::Day day(std::string_view text) {
  return *base::parse_day(text);
}

// One event of a person's record, to be made less precise.
class Entry {
 public:
  Entry(timeline::Case& person, std::size_t at) : person_(&person), at_(at) {}
  [[nodiscard]] record::Event& event() const { return person_->events[at_]; }
  // Some day from the first given to `last`.
  void to(std::string_view last, record::Precision precision) const {
    event().valid.last = day(last);
    event().valid.precision = precision;
    event().recorded_day = std::max(event().recorded_day, day(last));
  }

 private:
  timeline::Case* person_;
  std::size_t at_;
};

// Events are recorded on the day they happen.
class Person {
 public:
  explicit Person(timeline::Case& record) : record_(record) {}

  Entry add(const record::TypeDeclaration& type, std::string_view on, int episode = 0) {
    record::Event event;
    event.type = &type;
    event.index = record_.stream * 100U + record_.events.size();
    event.id.bytes[14] = static_cast<std::uint8_t>(record_.stream);
    event.id.bytes[15] = static_cast<std::uint8_t>(record_.events.size() + 1);
    event.recorded_day = day(on);
    event.valid.precision = record::Precision::day;
    event.valid.first = event.valid.last = day(on);
    if (episode > 0) {
      base::EntityId id;
      id.bytes[15] = static_cast<std::uint8_t>(episode);
      event.entities[0] = {record::Symbol("custody"), id};
    }
    record_.events.push_back(event);
    return {record_, record_.events.size() - 1};
  }
  Entry released(std::string_view on, int episode = 0, std::string_view type = "licence") {
    const Entry entry = add(record::custody::release_recorded, on, episode);
    entry.event().facts[0] = record::Symbol(type).number();
    return entry;
  }
  Entry notified(std::string_view on, int episode) {
    return add(record::custody::release_notified, on, episode);
  }
  Entry cancelled(std::string_view on, int episode) {
    return add(record::custody::release_cancelled, on, episode);
  }
  Entry received(std::string_view on, std::string_view reason, int episode) {
    const Entry entry = add(record::custody::received, on, episode);
    entry.event().facts[0] = record::Symbol(reason).number();
    return entry;
  }
  Entry sentenced(std::string_view on, std::string_view order_type) {
    const Entry entry = add(record::sentence::imposed, on);
    entry.event().facts[0] = record::Symbol(order_type).number();
    return entry;
  }
  Entry proved(std::string_view committed, std::string_view on, std::string_view disposal = "custody") {
    const Entry entry = add(record::offending::offence_proven, on);
    entry.event().facts[0] = day(committed).since_epoch;
    entry.event().facts[1] = record::Symbol(disposal).number();
    return entry;
  }
  Entry held_by(std::string_view body, std::string_view from) {
    const Entry entry = add(record::supervision::provider_assigned, from);
    entry.event().facts[0] = record::Symbol(body).number();
    return entry;
  }

 private:
  timeline::Case& record_;
};

struct World {
  timeline::Book book;
  std::deque<timeline::Case> records; // kept in place; copied into the book when a cohort is counted
  std::deque<Person> people;

  World() {
    book.size = 1000;
    book.known_on = day("2020-01-01");
  }
  Person& person() {
    timeline::Case& record = records.emplace_back();
    record.stream = static_cast<std::uint32_t>(records.size());
    record.name.bytes[15] = static_cast<std::uint8_t>(records.size());
    return people.emplace_back(record);
  }
  static CohortRule rule(std::string_view first, int months) {
    CohortRule out;
    out.period = CohortPeriod{*base::parse_month(first), months};
    return out;
  }
  static CohortRule returns(int window_months) {
    CohortRule out;
    out.measure = Measure::return_to_custody;
    out.index = {IndexKind::release};
    out.window_months = window_months;
    return out;
  }
  Cohort cohort(const CohortRule& asked) {
    book.people.assign(records.begin(), records.end());
    auto out = cohort_of(book, asked);
    EXPECT_TRUE(out) << (out ? "" : out.error().text());
    return std::move(*out);
  }
  Cohort cohort(std::string_view first, int months) { return cohort(rule(first, months)); }
};

} // namespace probity::outcome

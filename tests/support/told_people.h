// People whose records a test tells, event by event, as they would be decoded from a ledger. Tests only.
#pragma once

#include "record/builder.h"
#include "record/custody.h"
#include "record/offending.h"
#include "record/risk.h"
#include "record/supervision.h"
#include "record/trial.h"
#include "record/vocabulary.h"
#include "timeline/book.h"

namespace probity::support {

class ToldPeople {
 public:
  timeline::Book book;

  // A person of their own, told about from here on.
  void next_person() {
    timeline::Case& person = book.people.emplace_back();
    ++people_;
    person.name =
        base::StreamId{{static_cast<std::uint8_t>(people_ >> 8U), static_cast<std::uint8_t>(people_)}};
    person.stream = people_;
    events_ = 0;
  }
  // The id of the person's release.
  [[nodiscard]] std::string release() const { return release_id().hex(); }

  record::EventBuilder begin(const record::TypeDeclaration& type) {
    record::EventBuilder builder(type, "test/told", book.people.back().name);
    builder.id(id(++events_)).recorded(*base::parse_instant("2019-01-01T00:00:00.000000Z"));
    return builder;
  }
  void add(record::EventBuilder& builder) {
    record::Event event = record::decode(base::json::write(builder.build()), zone_).value();
    event.index = book.size++;
    book.people.back().events.push_back(std::move(event));
  }

  void released() {
    record::EventBuilder builder = begin(record::custody::release_recorded);
    add(builder.id(release_id()).entity("custody", base::EntityId{}).fact("release_type", "parole"));
  }
  void arrested(int period, std::string_view unit = "year") { arrested(period, unit, release()); }
  void arrested(int period, std::string_view unit, const std::string& from) {
    record::EventBuilder builder = begin(record::offending::arrested);
    add(builder.fact("counted_from", std::string_view(from)).fact("unit", unit).fact("period", period));
  }
  void followed(int periods, std::string_view unit = "year") { followed(periods, unit, release()); }
  void followed(int periods, std::string_view unit, const std::string& from) {
    record::EventBuilder builder = begin(record::offending::follow_up_ended);
    add(builder.fact("counted_from", std::string_view(from)).fact("unit", unit).fact("periods", periods));
  }
  void in_arm(std::string_view arm) {
    record::EventBuilder builder = begin(record::trial::assigned);
    add(builder.fact("trial", "aid").fact("arm", arm));
  }
  void factors(const record::EventBuilder::NamedNumbers& numbers, const std::vector<std::string>& levels) {
    record::EventBuilder builder = begin(record::risk::factors_recorded);
    builder.fact("source", "test").fact("numbers", numbers);
    if (!levels.empty()) builder.fact("levels", levels);
    add(builder);
  }
  void activity(const record::EventBuilder::NamedNumbers& numbers) {
    record::EventBuilder builder = begin(record::supervision::activity_summarised);
    add(builder.fact("source", "test").fact("numbers", numbers));
  }

 private:
  [[nodiscard]] base::EventId id(std::uint8_t number) const {
    return base::EventId{
        {static_cast<std::uint8_t>(people_ >> 8U), static_cast<std::uint8_t>(people_), number, 1}};
  }
  [[nodiscard]] base::EventId release_id() const { return id(0xFF); }

  base::Zone zone_ = *base::Zone::named("Europe/London");
  std::uint32_t people_ = 0;
  std::uint8_t events_ = 0;
};

} // namespace probity::support

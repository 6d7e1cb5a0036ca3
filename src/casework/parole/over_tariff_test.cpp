#include "casework/parole/over_tariff.h"

#include <gtest/gtest.h>

#include "record/builder.h"
#include "record/custody.h"
#include "record/parole.h"
#include "record/sentence.h"
#include "record/vocabulary.h"

namespace probity::casework {
namespace {

using record::EventBuilder;

// A book of a few people, each under one indeterminate sentence.
class Prison {
 public:
  void person(std::uint8_t number, base::Day expires) {
    timeline::Case person;
    person.name.bytes[15] = number;
    person.stream = number;
    book_.people.push_back(std::move(person));
    add(EventBuilder(record::sentence::imposed, "a/log", last().name)
            .entity("order", id(1))
            .valid(base::day_of(2010, 3, 1))
            .fact("order_type", "custody_12_months_over"));
    add(EventBuilder(record::parole::tariff_set, "a/log", last().name)
            .entity("order", id(1))
            .valid(base::day_of(2010, 3, 1))
            .fact("sentence", "life")
            .fact("expires", expires));
  }
  void release(base::Day day) {
    add(EventBuilder(record::custody::release_recorded, "a/log", last().name)
            .entity("custody", id(2))
            .valid(day)
            .fact("release_type", "licence"));
  }
  void take_back(base::Day day) {
    add(EventBuilder(record::custody::received, "a/log", last().name)
            .entity("custody", id(3))
            .valid(day)
            .fact("reason", "recall"));
  }
  void list_review(base::Day hearing) {
    add(EventBuilder(record::parole::review_listed, "a/log", last().name)
            .entity("review", id(4))
            .valid(base::day_of(2016, 1, 4))
            .fact("kind", "post_tariff")
            .fact("hearing", hearing));
  }
  [[nodiscard]] OverTariffList on(base::Day day) const { return over_tariff(book_, zone_, day); }

 private:
  static base::EntityId id(std::uint8_t number) {
    base::EntityId id;
    id.bytes[15] = number;
    return id;
  }
  timeline::Case& last() { return book_.people.back(); }
  void add(EventBuilder& builder) {
    base::EventId id;
    id.bytes[15] = ++events_;
    builder.id(id).recorded(*base::parse_instant("2016-01-04T09:00:00.000000Z"));
    record::Event event = record::decode(base::json::write(builder.build()), zone_).value();
    event.index = events_;
    last().events.push_back(std::move(event));
  }

  base::Zone zone_ = base::Zone::named("Europe/London").value();
  timeline::Book book_;
  std::uint8_t events_ = 0;
};

TEST(over_tariff, lists_who_is_held_the_longest_over_first) {
  Prison prison;
  prison.person(1, base::day_of(2016, 2, 28));
  prison.person(2, base::day_of(2015, 3, 1));
  prison.list_review(base::day_of(2016, 9, 1));
  const OverTariffList list = prison.on(base::day_of(2016, 3, 1));
  ASSERT_EQ(list.people.size(), 2U);
  EXPECT_EQ(list.people[0].days_over, 366);
  EXPECT_EQ(list.people[0].hearing, base::day_of(2016, 9, 1));
  EXPECT_EQ(list.people[1].days_over, 2) << "2016 has a 29 February";
  EXPECT_FALSE(list.people[1].hearing);
  EXPECT_EQ(list.days, 368);
  EXPECT_EQ(list.held, 2);
}

TEST(over_tariff, begins_on_the_day_after) {
  Prison prison;
  prison.person(1, base::day_of(2016, 3, 1));
  EXPECT_TRUE(prison.on(base::day_of(2016, 3, 1)).people.empty());
  EXPECT_EQ(prison.on(base::day_of(2016, 3, 2)).people.size(), 1U);
  EXPECT_EQ(prison.on(base::day_of(2016, 3, 1)).held, 1);
}

TEST(over_tariff, leaves_out_the_released_and_adds_up_no_days_of_the_recalled) {
  Prison prison;
  prison.person(1, base::day_of(2015, 3, 1));
  prison.release(base::day_of(2015, 6, 1));
  EXPECT_TRUE(prison.on(base::day_of(2016, 3, 1)).people.empty());
  EXPECT_EQ(prison.on(base::day_of(2016, 3, 1)).held, 0);
  prison.take_back(base::day_of(2016, 1, 4));
  const OverTariffList list = prison.on(base::day_of(2016, 3, 1));
  ASSERT_EQ(list.people.size(), 1U);
  EXPECT_TRUE(list.people[0].recalled);
  EXPECT_EQ(list.never_released, 0);
  EXPECT_EQ(list.days, 0);
}

} // namespace
} // namespace probity::casework

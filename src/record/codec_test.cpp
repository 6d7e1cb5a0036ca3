#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/random.h"
#include "record/appointment.h"
#include "record/builder.h"
#include "record/custody.h"
#include "record/generator.h"
#include "record/sentence.h"
#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::day_of;
using base::json::Value;

const base::Zone& london() {
  static const base::Zone zone = *base::Zone::named("Europe/London");
  return zone;
}

base::Instant at(std::string_view text) {
  return *base::parse_instant(text);
}

EventBuilder outcome() {
  EventBuilder builder(appointment::outcome_recorded, "case/test", base::StreamId{});
  builder.id(base::EventId{}).recorded(at("2016-03-09T10:00:00.000000Z")).provider("CRC1");
  builder.entity("appointment", base::EntityId{{7}}).fact("outcome", "attended_complied");
  return builder;
}

Event decoded(EventBuilder builder) {
  auto event = decode(base::json::write(builder.build()), london());
  if (!event) ADD_FAILURE() << event.error().text();
  return event ? *event : Event{};
}

constexpr std::string_view release =
    R"({"actor":"5d0c2f0e9b7a4c1885e6a1f0d2b39c47","channel":"office","entity":{"custody":"c1a5e0d40000400080000000000000d4"},"facts":{"release_type":"licence"},"id":"01535ad19d00d4d4a1b2c3d4e5f60718","index":17,"log":"case/s3","prev":"00000000000000000000000000000000000000000000000000000000000000aa","provider":"CRC1","recorded":"2016-03-09T10:00:00.000000Z","role":"practitioner","schema":1,"seq":3,"stream":"d4d4d4d4d4d44d4d8d4d4d4d4d4d4d4d","type":"custody.release_recorded","v":1,"valid":{"from":"2016-03-07","precision":"day"}})";

TEST(Decode, ReadsAStoredLeaf) {
  const auto event = decode(release, london());
  ASSERT_TRUE(event.has_value()) << event.error().text();
  EXPECT_TRUE(is<custody::release_recorded>(*event));
  EXPECT_EQ(event->index, 17U);
  EXPECT_EQ(event->sequence, 3U);
  EXPECT_EQ(event->id.hex(), "01535ad19d00d4d4a1b2c3d4e5f60718");
  EXPECT_EQ(event->recorded_day, day_of(2016, 3, 9));
  EXPECT_EQ(event->valid.first, day_of(2016, 3, 7));
  EXPECT_TRUE(event->valid.one_day());
  EXPECT_EQ(event->provider, Symbol("CRC1"));
  EXPECT_FALSE(event->imported);
  EXPECT_EQ((symbol<custody::release_recorded, "release_type">(*event)), Symbol("licence"));
  EXPECT_EQ((symbol<custody::release_recorded, "source_type">(*event)), Symbol{});
  EXPECT_EQ(event->entity(Symbol("custody"))->hex(), "c1a5e0d40000400080000000000000d4");
  EXPECT_FALSE(event->entity(Symbol("order")).has_value());
}

TEST(Decode, KeepsWhatItDoesNotKnow) {
  std::string body(release);
  const auto replace = [&body](std::string_view from, std::string_view to) {
    body.replace(body.find(from), from.size(), to);
  };
  replace(R"("release_type":"licence")", R"("later_field":[{"a":[1,true]}],"release_type":"licence")");
  auto event = decode(body, london());
  ASSERT_TRUE(event.has_value()) << event.error().text();
  EXPECT_EQ((symbol<custody::release_recorded, "release_type">(*event)), Symbol("licence"));
  replace(R"("schema":1)", R"("schema":2)");
  event = decode(body, london());
  ASSERT_TRUE(event.has_value());
  EXPECT_EQ(event->type, nullptr);
  replace(R"("schema":2)", R"("schema":1)");
  replace("custody.release_recorded", "custody.vanished");
  event = decode(body, london());
  ASSERT_TRUE(event.has_value());
  EXPECT_EQ(event->type, nullptr);
  EXPECT_EQ(event->recorded_day, day_of(2016, 3, 9));
}

TEST(Decode, EveryCutAndEveryChangedByteIsAnEventOrCorrupt) {
  for (std::size_t length = 0; length < release.size(); ++length) {
    const auto event = decode(release.substr(0, length), london());
    ASSERT_FALSE(event.has_value()) << length;
    EXPECT_EQ(event.error().code, base::ErrorCode::corrupt);
  }
  for (std::size_t i = 0; i < release.size(); ++i)
    for (const char c : {'"', '\\', '{', '}', '[', ',', '\0', '9', 'z', '\xFF'}) {
      std::string body(release);
      body[i] = c;
      const auto event = decode(body, london());
      if (!event) {
        EXPECT_EQ(event.error().code, base::ErrorCode::corrupt);
      }
    }
  const std::string deep = R"({"facts":)" + std::string(50'000, '[');
  EXPECT_FALSE(decode(deep, london()).has_value());
}

TEST(Decode, CivilDaysAreTheZones) {
  // Summer time: 23:30Z is half past midnight of the next day in London.
  const Event event = decoded(outcome()
                                  .recorded(at("2016-04-01T23:30:00.000000Z"))
                                  .source_recorded(at("2016-07-01T23:00:00.000000Z"))
                                  .valid(at("2016-04-01T23:10:00.000000Z")));
  EXPECT_EQ(event.recorded_day, day_of(2016, 4, 2));
  EXPECT_EQ(event.source_recorded_day, day_of(2016, 7, 2));
  EXPECT_EQ(event.valid.first, day_of(2016, 4, 2));
  EXPECT_EQ(event.valid.last, day_of(2016, 4, 2));
  EXPECT_EQ(event.valid.until, event.valid.from);
}

TEST(Decode, AnIntervalOfInstantsEndsWithItsLastMoment) {
  const Event event =
      decoded(outcome().valid(at("2016-01-05T20:00:00.000000Z"), at("2016-01-06T00:00:00.000000Z")));
  EXPECT_EQ(event.valid.last, day_of(2016, 1, 5));
  EXPECT_EQ(event.valid.until, at("2016-01-06T00:00:00.000000Z"));
  const Event longer =
      decoded(outcome().valid(at("2016-01-05T20:00:00.000000Z"), at("2016-01-06T00:00:00.000001Z")));
  EXPECT_EQ(longer.valid.last, day_of(2016, 1, 6));
}

TEST(Decode, UnitsLastAsLongAsTheyAreCalled) {
  const auto last = [](Precision precision, base::Day from) {
    return decoded(outcome().valid(precision, from)).valid.last;
  };
  EXPECT_EQ(last(Precision::day, day_of(2016, 2, 29)), day_of(2016, 2, 29));
  EXPECT_EQ(last(Precision::month, day_of(2016, 2, 1)), day_of(2016, 2, 29));
  EXPECT_EQ(last(Precision::quarter, day_of(2016, 1, 1)), day_of(2016, 3, 31));
  EXPECT_EQ(last(Precision::year, day_of(2009, 7, 1)), day_of(2010, 6, 30)); // a fiscal year
  const Event longer = decoded(outcome().valid(Precision::month, day_of(2016, 1, 1), day_of(2016, 3, 1)));
  EXPECT_EQ(longer.valid.last, day_of(2016, 2, 29));
  EXPECT_EQ(longer.valid.precision, Precision::month);
}

TEST(Decode, OffsetsAndUnknownTimesAreNotDays) {
  const base::EventId other{{9}};
  Event event = decoded(outcome().valid_after(other, 433));
  EXPECT_TRUE(event.valid.is_offset);
  EXPECT_FALSE(event.valid.known());
  EXPECT_EQ(event.valid.after, other);
  EXPECT_EQ(event.valid.offset_days, 433);
  event = decoded(outcome().valid_months_after(other, -2));
  EXPECT_EQ(event.valid.offset_months, -2);
  EXPECT_EQ(event.valid.offset_days, 0);
  EXPECT_FALSE(decoded(outcome().valid_unknown()).valid.known());
}

TEST(Decode, ListsAndEscapesComeBackAsTheyWere) {
  EventBuilder builder(sentence::imposed, "case/test", base::StreamId{});
  builder.id(base::EventId{}).recorded(at("2016-03-09T10:00:00.000000Z")).provider("a \"b\" \\ é");
  builder.fact("order_type", "community_order")
      .fact("requirements", EventBuilder::NamedNumbers{{"unpaid_work", 6000}, {"curfew", -1}});
  const Event event = decoded(builder);
  EXPECT_EQ(event.provider.text(), "a \"b\" \\ é");
  const Amounts* requirements = amounts<sentence::imposed, "requirements">(event);
  ASSERT_NE(requirements, nullptr);
  EXPECT_EQ(*requirements, (Amounts{{Symbol("unpaid_work"), 6000}, {Symbol("curfew"), -1}}));
}

TEST(Decode, ReadsCorrections) {
  const base::EventId original{{3}};
  const Event event = decoded(outcome().corrects(original, CorrectionKind::void_, "entered twice"));
  ASSERT_TRUE(event.corrects.has_value());
  EXPECT_EQ(event.corrects->id, original);
  EXPECT_EQ(event.corrects->kind, CorrectionKind::void_);
  EXPECT_EQ(event.corrects->reason.text(), "entered twice");
}

// The decoded fact, written as JSON again.
Value rewritten(const Event& event, const FieldDeclaration& field) {
  const std::int64_t value = event.facts[static_cast<std::size_t>(fact_position(*event.type, field.name))];
  const auto text = [](Symbol symbol) { return Value(symbol.text()); };
  switch (field.kind) {
  case Kind::integer:
    return Value(value);
  case Kind::boolean:
    return Value(value != 0);
  case Kind::day:
    return Value(base::to_text(base::Day{static_cast<std::int32_t>(value)}));
  case Kind::instant:
    return Value(base::to_text(base::Instant{value}));
  case Kind::names:
  case Kind::amounts: {
    base::json::Array list;
    for (const auto& [name, n] : event.lists[static_cast<std::size_t>(value)])
      if (field.kind == Kind::names)
        list.push_back(text(name));
      else
        list.emplace_back(base::json::Object{{"n", Value(n)}, {"name", text(name)}});
    return Value(std::move(list));
  }
  default:
    return text(Symbol::from_number(static_cast<std::uint32_t>(value)));
  }
}

RC_GTEST_PROP(DecodeProperties, EveryFactComesBackAndNoOther, ()) {
  base::RandomStream random(*rc::gen::arbitrary<std::uint64_t>(), 0, 0);
  GeneratorState state{.next = [&random] { return random.next(); }};
  const TypeDeclaration& type = *vocabulary()[*rc::gen::inRange<std::size_t>(0, vocabulary().size())];
  const Value written = random_event(type, state);
  const auto event = decode(base::json::write(written), london());
  RC_ASSERT(event.has_value());
  RC_ASSERT(event->type == &type);
  RC_ASSERT(event->provider.text() == *written.find("provider")->text());
  RC_ASSERT(event->imported == (*written.find("channel")->text() == "import"));
  Value facts;
  for (const FieldDeclaration& field : type.fields)
    if (field.part == Part::fact &&
        event->facts[static_cast<std::size_t>(fact_position(type, field.name))] != absent)
      facts.set(field.name, rewritten(*event, field));
  RC_ASSERT(facts == *written.find("facts"));
}

} // namespace
} // namespace probity::record

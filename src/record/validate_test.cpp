#include <gmock/gmock-more-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/random.h"
#include "record/appointment.h"
#include "record/builder.h"
#include "record/generator.h"
#include "record/person.h"
#include "record/plan.h"
#include "record/sentence.h"
#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::ErrorCode;
using base::json::Array;
using base::json::Object;
using base::json::Value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

EventBuilder outcome() {
  EventBuilder builder(appointment::outcome_recorded, "case/test", base::StreamId{});
  builder.id(base::EventId{}).recorded(*base::parse_instant("2016-03-09T10:00:00.000000Z"));
  builder.valid(base::day_of(2016, 3, 9)).entity("appointment", base::EntityId{});
  builder.fact("outcome", "attended_complied");
  return builder;
}

std::vector<std::string> places(const Value& event) {
  std::vector<std::string> found;
  for (const base::Error& error : validate(event))
    found.push_back(error.where);
  return found;
}

std::vector<std::string> places_with_valid(Value valid) {
  Value event = outcome().build();
  event.set("valid", std::move(valid));
  return places(event);
}

TEST(Validate, AcceptsAPlainEvent) {
  EXPECT_THAT(places(outcome().build()), IsEmpty());
  EXPECT_THAT(places(Value("text")), ElementsAre(""));
}

TEST(Validate, NamesEveryFaultNotOnlyTheFirst) {
  Value event = outcome().build();
  event.set("facts", Value(Object{{"minutes", Value("ten")}, {"mood", Value(true)}}));
  event.set("channel", Value("pigeon"));
  event.set("actor", Value("me"));
  event.erase("entity");
  EXPECT_THAT(places(event), ElementsAre("/actor", "/channel", "/entity/appointment", "/facts/minutes",
                                         "/facts/mood", "/facts/outcome"));
}

TEST(Validate, SaysWhichTypesAndSchemasThereAre) {
  Value event = outcome().build();
  event.set("schema", Value(std::int64_t{3}));
  EXPECT_THAT(places(event), IsEmpty());
  event.set("schema", Value(std::int64_t{4}));
  ASSERT_THAT(places(event), ElementsAre("/schema"));
  EXPECT_EQ(validate(event)[0].code, ErrorCode::unknown_type);
  event.set("type", Value("appointment.attended"));
  ASSERT_THAT(places(event), ElementsAre("/type"));
  EXPECT_EQ(validate(event)[0].code, ErrorCode::unknown_type);
}

TEST(Validate, AFieldCountsFromTheSchemaThatBroughtIt) {
  Value event = outcome().fact("reason", "medical").build();
  EXPECT_EQ(*event.find("schema")->integer(), 2) << "the lowest that has the field";
  EXPECT_THAT(places(event), IsEmpty());
  event.set("schema", Value(std::int64_t{1}));
  EXPECT_THAT(places(event), ElementsAre("/facts/reason"));
  EXPECT_EQ(*outcome().build().find("schema")->integer(), 1);
}

TEST(Validate, ListsTheCodes) {
  Value event = outcome().build();
  event.find("facts")->set("outcome", Value("came"));
  const auto errors = validate(event);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].where, "/facts/outcome");
  EXPECT_THAT(errors[0].hint, HasSubstr("attended_complied, attended_failed_to_comply"));
}

TEST(Validate, ValidTimeHasOneSpelling) {
  const auto day = [](const char* from, const char* to, const char* precision) {
    return places_with_valid(
        Value(Object{{"from", Value(from)}, {"precision", Value(precision)}, {"to", Value(to)}}));
  };
  EXPECT_THAT(day("2016-01-01", "2016-01-03", "day"), IsEmpty());
  EXPECT_THAT(day("2016-01-01", "2016-01-02", "day"), ElementsAre("/valid/to"));
  EXPECT_THAT(day("2016-01-01", "2016-02-01", "month"), ElementsAre("/valid/to"));
  EXPECT_THAT(day("2015-02-01", "2016-02-02", "year"), IsEmpty());
  EXPECT_THAT(day("2016-01-03", "2016-01-01", "day"), ElementsAre("/valid/to"));
  EXPECT_THAT(day("2016-02-30", "2016-03-04", "day"), ElementsAre("/valid/from"));
  EXPECT_THAT(places_with_valid(Value(Object{{"precision", Value("unknown")}})), IsEmpty());
  EXPECT_THAT(
      places_with_valid(Value(Object{{"from", Value("2016-01-01")}, {"precision", Value("unknown")}})),
      ElementsAre("/valid/from"));
  EXPECT_THAT(
      places_with_valid(Value(Object{{"from", Value("2016-01-01")}, {"precision", Value("instant")}})),
      ElementsAre("/valid/from"));
  EXPECT_THAT(places_with_valid(Value(Object{{"precision", Value("week")}})),
              ElementsAre("/valid/precision"));
  EXPECT_THAT(places_with_valid(Value(Object{{"precision", Value("day")}})), ElementsAre("/valid/from"));
  EXPECT_THAT(places_with_valid(Value{}), ElementsAre("/valid/precision"));
}

TEST(Validate, AnOffsetHasOneLength) {
  const std::string id(32, 'a');
  const auto offset = [&id](Object members) {
    members.emplace_back("after", Value(id));
    return places_with_valid(Value(std::move(members)));
  };
  EXPECT_THAT(offset({{"days", Value(std::int64_t{-40'000})}}), IsEmpty());
  EXPECT_THAT(offset({{"days", Value(std::int64_t{40'001})}}), ElementsAre("/valid/days"));
  EXPECT_THAT(offset({}), ElementsAre("/valid"));
  EXPECT_THAT(offset({{"days", Value(std::int64_t{1})}, {"months", Value(std::int64_t{1})}}),
              ElementsAre("/valid"));
}

TEST(Validate, TheActIsNotFarAheadOfItsRecord) {
  EXPECT_THAT(places(outcome().valid(base::day_of(2016, 3, 10)).build()), IsEmpty());
  EXPECT_THAT(places(outcome().valid(base::day_of(2016, 3, 11)).build()), ElementsAre("/valid/from"));
  EXPECT_THAT(places(outcome().valid(*base::parse_instant("2016-03-10T10:00:00.000001Z")).build()),
              ElementsAre("/valid/from"));
}

TEST(Validate, GivenAnActThatNobodyLivingDidWhenItIsSubmittedThenItIsRefused) {
  EXPECT_THAT(places(outcome().valid(base::day_of(1896, 3, 11)).build()), IsEmpty());
  EXPECT_THAT(places(outcome().valid(base::day_of(1896, 3, 1)).build()), ElementsAre("/valid/from"));
  EXPECT_THAT(places(outcome().valid(*base::parse_instant("0216-03-09T09:00:00.000000Z")).build()),
              ElementsAre("/valid/from"));
  const Value typed_wrongly = outcome().valid(base::day_of(216, 3, 9)).build();
  EXPECT_THAT(validate(typed_wrongly).at(0).hint, HasSubstr("Look at the year"));
}

TEST(Validate, ACorrectionThatTakesAwayCarriesNoFacts) {
  const auto voided = [](bool with_facts) {
    Value event = outcome().corrects(base::EventId{}, CorrectionKind::void_, "entered twice").build();
    if (!with_facts) event.set("facts", Value{});
    event.erase("entity");
    return places(event);
  };
  EXPECT_THAT(voided(false), IsEmpty());
  EXPECT_THAT(voided(true), ElementsAre("/facts"));
  Value amended = outcome().corrects(base::EventId{}, CorrectionKind::amend, "typo").build();
  EXPECT_THAT(places(amended), IsEmpty());
  amended.set("facts", Value{});
  EXPECT_THAT(places(amended), ElementsAre("/facts/outcome"));
  amended.set("corrects", Value(Object{{"kind", Value("undo")}, {"why", Value("x")}}));
  EXPECT_THAT(places(amended), ElementsAre("/corrects/why", "/corrects/id", "/corrects/reason",
                                           "/corrects/kind", "/facts/outcome"));
}

TEST(Validate, NamesAreShortAndPrintable) {
  const auto place = [](std::string_view provider) { return places(outcome().provider(provider).build()); };
  std::string eighty;
  for (int i = 0; i < 80; ++i)
    eighty += "é";
  EXPECT_THAT(place(eighty), IsEmpty());
  EXPECT_THAT(place(eighty + "x"), ElementsAre("/provider"));
  EXPECT_THAT(place(""), ElementsAre("/provider"));
  EXPECT_THAT(place("a\nb"), ElementsAre("/provider"));
  EXPECT_THAT(place("a\xC2\x85"), ElementsAre("/provider"));
}

TEST(Validate, ListsAreCheckedItemByItem) {
  EventBuilder checked(plan::checked, "case/test", base::StreamId{});
  Value event = checked.id(base::EventId{})
                    .entity("plan", base::EntityId{})
                    .fact("verdict", "sound")
                    .fact("rule", "content 1")
                    .fact("findings", std::vector<std::string>{"blank", "near_copy", "blank"})
                    .build();
  EXPECT_THAT(places(event), ElementsAre("/facts/findings/2"));
  EventBuilder imposed(sentence::imposed, "case/test", base::StreamId{});
  event = imposed.id(base::EventId{})
              .entity("order", base::EntityId{})
              .fact("order_type", "community_order")
              .build();
  event.find("facts")->set(
      "requirements", Value(Array{Value(Object{{"n", Value(std::int64_t{1})}, {"name", Value("curfew")}}),
                                  Value(Object{{"n", Value("1")}, {"name", Value("curfew")}})}));
  EXPECT_THAT(places(event), ElementsAre("/facts/requirements/1"));
}

TEST(Validate, SealedPartsAreDeclaredToo) {
  EventBuilder registered(person::registered, "case/test", base::StreamId{});
  Value event = registered.id(base::EventId{})
                    .sealed(base::SubjectId{},
                            Value(Object{{"birth_date", Value("1980-02-30")}, {"name", Value("Ann Other")}}))
                    .build();
  EXPECT_THAT(places(event), ElementsAre("/sealed/0/part/birth_date"));
  (*event.find("sealed")->array())[0].find("part")->set("sex", Value("male")); // a fact, not sealed
  EXPECT_THAT(places(event), ElementsAre("/sealed/0/part/birth_date", "/sealed/0/part/sex"));
  event.find("facts")->set("name", Value("Ann Other")); // sealed, not a fact
  EXPECT_THAT(places(event), ElementsAre("/facts/name", "/sealed/0/part/birth_date", "/sealed/0/part/sex"));
  Value none = EventBuilder(sentence::imposed, "case/test", base::StreamId{})
                   .id(base::EventId{})
                   .entity("order", base::EntityId{})
                   .fact("order_type", "community_order")
                   .build();
  none.set("sealed", Value(Array{}));
  EXPECT_THAT(places(none), ElementsAre("/sealed"));
}

TEST(Validate, EntitiesAreFewAndNamedPlainly) {
  Value event = outcome().entity("a", {}).entity("b", {}).build();
  EXPECT_THAT(places(event), IsEmpty());
  event.find("entity")->set("c", Value(std::string(32, '0')));
  EXPECT_THAT(places(event), ElementsAre("/entity"));
  event = outcome().build();
  event.find("entity")->set("order2", Value("1"));
  EXPECT_THAT(places(event), ElementsAre("/entity/order2", "/entity/order2"));
}

// --- properties --------------------------------------------------------------------------------------------

struct Drawn {
  const TypeDeclaration* type = nullptr;
  Value event;
  base::RandomStream random;
};

Drawn draw() {
  Drawn drawn{nullptr, {}, base::RandomStream(*rc::gen::arbitrary<std::uint64_t>(), 0, 0)};
  GeneratorState state{.next = [&drawn] { return drawn.random.next(); }};
  drawn.type = vocabulary()[drawn.random.below(vocabulary().size())];
  drawn.event = random_event(*drawn.type, state);
  return drawn;
}

// A void or a reinstatement.
bool is_bare(const Value& event) {
  const Value* corrects = event.find("corrects");
  return corrects != nullptr && *corrects->find("kind")->text() != "amend";
}

RC_GTEST_PROP(ValidateProperties, EveryDrawnEventIsAcceptedAndCanonical, ()) {
  const Drawn drawn = draw();
  for (const base::Error& error : validate(drawn.event))
    RC_FAIL(error.text());
  const std::string bytes = base::json::write(drawn.event);
  const auto parsed = base::json::parse(bytes);
  RC_ASSERT(parsed.has_value());
  RC_ASSERT(*parsed == drawn.event);
}

RC_GTEST_PROP(ValidateProperties, EveryDamageIsRefusedAtItsPlace, ()) {
  Drawn drawn = draw();
  RC_PRE(!is_bare(drawn.event));
  std::vector<const FieldDeclaration*> facts;
  for (const FieldDeclaration& field : drawn.type->fields)
    if (field.part == Part::fact) facts.push_back(&field);
  const std::uint64_t damage = facts.empty() ? 0 : drawn.random.below(4);
  std::string where = "/facts/undeclared";
  if (damage == 0) {
    drawn.event.find("facts")->set("undeclared", Value(true));
  } else {
    const FieldDeclaration& field = *facts[drawn.random.below(facts.size())];
    where = "/facts/" + std::string(field.name);
    if (damage == 1) { // a required fact is missing
      RC_PRE(field.presence == Presence::required);
      drawn.event.find("facts")->erase(field.name);
    } else if (damage == 2) { // of another kind: no field is an object
      drawn.event.find("facts")->set(field.name, Value{});
    } else { // a code that is not listed, an instant that is a day, a digest that is short
      RC_PRE(field.kind != Kind::name);
      drawn.event.find("facts")->set(field.name, Value("not_listed"));
    }
  }
  RC_ASSERT(places(drawn.event) == std::vector<std::string>{where});
}

} // namespace
} // namespace probity::record

// Laws of casework over random sequences of commands: refusals among them, in any order.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "casework/case_words.h"
#include "casework/decide.h"
#include "ledger/effective.h"
#include "record/builder.h"
#include "record/generator.h"
#include "record/sentence.h"
#include "rules/register.h"

namespace probity::casework {
namespace {

using base::json::Value;

// One person's record, kept as a ledger would: what is decided is decoded and resolved.
class World {
 public:
  World()
      : zone_(base::Zone::named("Europe/London").value()),
        working_days_(rules::WorkingDays::from(rules::england_wales()).value()),
        policy_(policy_of(rules::england_wales(), base::day_of(2016, 1, 4)).value()) {}

  [[nodiscard]] CaseState state(std::size_t events) const {
    const std::vector<record::Event> raw(events_.begin(),
                                         events_.begin() + static_cast<std::ptrdiff_t>(events));
    timeline::Case person;
    for (ledger::EffectiveEvent& event : ledger::effective(raw).events)
      person.events.push_back(std::move(event.event));
    return state_of(person, zone_);
  }
  [[nodiscard]] CaseState state() const { return state(events_.size()); }
  [[nodiscard]] std::size_t size() const { return events_.size(); }
  [[nodiscard]] const std::vector<record::Event>& events() const { return events_; }

  // Nothing when refused.
  std::optional<std::vector<Value>> ask(const Value& json) {
    RC_ASSERT(faults_of_command(json).empty());
    const Command command = read_command(json, zone_).value();
    const auto made = decide(state(), command, {policy_, working_days_, zone_});
    if (!made) {
      RC_ASSERT(!made.error().message.empty());
      RC_ASSERT(!made.error().hint.empty());
      return std::nullopt;
    }
    for (const Value& event : *made) {
      RC_ASSERT(record::validate(event).empty());
      record::Event decoded = record::decode(base::json::write(event), zone_).value();
      decoded.index = events_.size();
      events_.push_back(std::move(decoded));
    }
    return *made;
  }
  void record(const Value& event) {
    record::Event decoded = record::decode(base::json::write(event), zone_).value();
    decoded.index = events_.size();
    events_.push_back(std::move(decoded));
  }
  [[nodiscard]] const Policy& policy() const { return policy_; }
  [[nodiscard]] const rules::WorkingDays& working_days() const { return working_days_; }

 private:
  base::Zone zone_;
  rules::WorkingDays working_days_;
  Policy policy_;
  std::vector<record::Event> events_;
};

base::EntityId small_id(std::uint8_t number) {
  base::EntityId id;
  id.bytes[15] = number;
  return id;
}

// A command with random facts of its kinds; its entities are among few, so that commands meet.
Value random_command(const World& world, base::Instant at, std::uint64_t number) {
  const record::TypeDeclaration* type =
      *rc::gen::elementOf(std::vector<const record::TypeDeclaration*>(commands().begin(), commands().end()));
  base::EventId id;
  for (std::size_t i = 0; i < 8; ++i)
    id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  const CaseState state = world.state();
  record::EventBuilder builder(*type, "a/log", base::StreamId{});
  builder.id(id).recorded(at).valid(base::Zone::named("Europe/London").value().day_of(at));
  builder.provider(*rc::gen::elementOf(std::vector<std::string>{"CRC1", "NPS"}));
  builder.role(*rc::gen::elementOf(std::vector<std::string>{"practitioner", "enforcement_officer",
                                                            "senior_probation_officer", "senior_manager"}));
  if (type->entity == "appointment")
    builder.entity("appointment", small_id(*rc::gen::inRange<std::uint8_t>(1, 4)));
  else if (type->entity == "order")
    builder.entity("order", small_id(*rc::gen::inRange<std::uint8_t>(1, 3)));
  else if (type->entity == "breach")
    builder.entity("breach", state.breaches.empty() ? small_id(9) : state.breaches.back().id);
  else if (type->entity == "recall")
    builder.entity("recall", state.recalls.empty() ? small_id(9) : state.recalls.back().id);
  else if (type->entity == "escalation")
    builder.entity("escalation", state.escalations.empty() ? small_id(9) : state.escalations.back().id);
  else if (type->entity == "transfer")
    builder.entity("transfer", state.transfers.all.empty() ? small_id(9) : state.transfers.all.back().id);
  else if (!type->entity.empty())
    builder.entity(type->entity, small_id(*rc::gen::inRange<std::uint8_t>(1, 4)));
  Value facts;
  Value sealed;
  record::GeneratorState random{.next = [] { return *rc::gen::arbitrary<std::uint64_t>(); }};
  for (const record::FieldDeclaration& field : type->fields) {
    if (field.presence == record::Presence::optional && *rc::gen::inRange(0, 3) != 0) continue;
    if (field.part == record::Part::sealed && field.kind == record::Kind::boolean) {
      sealed.set(field.name, record::random_value(field, random));
    } else if (field.part == record::Part::sealed) {
      const std::vector<std::string> texts =
          field.kind == record::Kind::day
              ? std::vector<std::string>{"1984-03-07", "1991-10-31"}
              : std::vector<std::string>{"", "as last time",
                                         "housing with the council by May, debts with an adviser"};
      sealed.set(field.name, Value(*rc::gen::elementOf(texts)));
    } else if (field.name == "starts" && field.kind == record::Kind::instant)
      facts.set(field.name,
                Value(base::to_text(base::Instant{at.microseconds + *rc::gen::inRange<std::int64_t>(-24, 72) *
                                                                        3'600'000'000})));
    else if (field.name == "provider" || field.name == "to")
      facts.set(field.name, Value(*rc::gen::elementOf(std::vector<std::string>{"CRC1", "NPS"})));
    else if (field.kind == record::Kind::integer)
      facts.set(field.name, Value(*rc::gen::inRange<std::int64_t>(0, 40)));
    else
      facts.set(field.name, record::random_value(field, random));
  }
  if (!sealed.object()->empty()) builder.sealed(base::SubjectId{}, std::move(sealed));
  Value command = builder.build();
  command.set("facts", std::move(facts));
  return command;
}

Value order(base::Instant at) {
  return record::EventBuilder(record::sentence::imposed, "a/log", base::StreamId{})
      .id(base::EventId{{1}})
      .recorded(at)
      .valid(base::day_of(2016, 1, 4))
      .entity("order", small_id(1))
      .fact("order_type", "community_order")
      .build();
}

RC_GTEST_PROP(CaseworkLaws, AnOwnerAlwaysAndACommandActsOnce, ()) {
  World world;
  base::Instant at = *base::parse_instant("2016-01-04T09:00:00.000000Z");
  world.record(order(at));
  bool assigned = false;
  const int steps = *rc::gen::inRange(1, 60);
  for (int step = 0; step < steps; ++step) {
    at.microseconds += *rc::gen::inRange<std::int64_t>(1, 96) * 3'600'000'000;
    const Value command = random_command(world, at, static_cast<std::uint64_t>(step) + 1);
    const std::size_t before = world.size();
    const auto made = world.ask(command);
    if (!made) {
      RC_ASSERT(world.size() == before);
      continue;
    }
    assigned = (assigned || *command.find("type")->text() == "supervision.assign") &&
               *command.find("type")->text() != "supervision.end";
    const CaseState state = world.state();
    // Of a correction the ledger remembers the id, the state its effect.
    if (*command.find("type")->text() != "appointment.correct_outcome") {
      const auto again = world.ask(command);
      RC_ASSERT(again.has_value() && again->empty());
    }
    if (assigned)
      RC_ASSERT(!state.provider.empty() && (!state.practitioner.empty() || !state.duty_team.empty()));
    int running = 0;
    for (const Breach& breach : state.breaches)
      running += breach.running() ? 1 : 0;
    RC_ASSERT(running <= 1);
    int recalls = 0;
    for (const Recall& recall : state.recalls)
      recalls += recall.open() ? 1 : 0;
    RC_ASSERT(recalls <= 1);
    int open = 0;
    for (const Escalation& escalation : state.escalations)
      open += escalation.open() ? 1 : 0;
    RC_ASSERT(open <= 1);
  }
}

// What was known then is what is read back now from the prefix.
RC_GTEST_PROP(CaseworkLaws, APrefixGivesTheStateThatWasKnownThen, ()) {
  World world;
  base::Instant at = *base::parse_instant("2016-01-04T09:00:00.000000Z");
  world.record(order(at));
  std::vector<std::pair<std::size_t, std::vector<std::pair<std::string, std::string>>>> known;
  const int steps = *rc::gen::inRange(1, 40);
  for (int step = 0; step < steps; ++step) {
    at.microseconds += *rc::gen::inRange<std::int64_t>(1, 96) * 3'600'000'000;
    world.ask(random_command(world, at, static_cast<std::uint64_t>(step) + 1));
    known.emplace_back(world.size(), words_of(world.state(), world.policy(), world.working_days(),
                                              base::day_of(2016, 6, 1)));
  }
  for (const auto& [size, words] : known)
    RC_ASSERT(words_of(world.state(size), world.policy(), world.working_days(), base::day_of(2016, 6, 1)) ==
              words);
}

} // namespace
} // namespace probity::casework

// Worklists that follow the record are those of the whole record, and folding the sample area finds no state
// that cannot be.
#include <gtest/gtest.h>

#include "casework/contradictions.h"
#include "casework/worklists/live_worklists.h"
#include "lab/area.h"
#include "ledger/effective.h"
#include "record/person.h"
#include "record/vocabulary.h"
#include "rules/register.h"

namespace probity::casework {
namespace {

// The events of a small sample area in the order of recording, as a ledger would hold them.
class SampleArea {
 public:
  explicit SampleArea(std::int64_t people) {
    lab::AreaSettings settings;
    settings.people = people;
    settings.from = base::day_of(2015, 2, 1);
    settings.to = base::day_of(2016, 3, 31);
    settings.seed = 11;
    settings.origin = "test/area";
    const auto area = lab::Area::plan(settings, zone);
    EXPECT_TRUE(area);
    const auto written = area->write(1, [&](std::span<const lab::Act> acts) -> base::Result<void> {
      for (const lab::Act& act : acts)
        for (const base::json::Value& one : act)
          add(one);
      return {};
    });
    EXPECT_TRUE(written) << written.error().text();
  }

  base::Zone zone = base::Zone::named("Europe/London").value();
  std::vector<std::pair<base::StreamId, record::Event>> events;

 private:
  void add(const base::json::Value& one) {
    record::Event event = record::decode(base::json::write(one), zone).value();
    event.index = events.size();
    if (event.type == nullptr || event.type->stream != record::StreamKind::person) return;
    events.emplace_back(*base::StreamId::from_hex(*one.find("stream")->text()), std::move(event));
  }
};

// The record of everybody as it grows; a stand-in for the ledger that keeps every event as it came.
class Record {
 public:
  void add(const base::StreamId& name, const record::Event& event) {
    auto& raw = raw_[name];
    raw.push_back(event);
    raw.back().stream = number_.try_emplace(name, number_.size() + 1).first->second;
  }
  [[nodiscard]] timeline::Case effective(const base::StreamId& name) const {
    timeline::Case out;
    out.name = name;
    out.stream = number_.at(name);
    for (ledger::EffectiveEvent& event : ledger::effective(raw_.at(name)).events)
      out.events.push_back(std::move(event.event));
    return out;
  }
  [[nodiscard]] timeline::Book book() const {
    timeline::Book out;
    for (const auto& [name, raw] : raw_)
      out.people.push_back(effective(name));
    std::sort(out.people.begin(), out.people.end(),
              [](const timeline::Case& a, const timeline::Case& b) { return a.stream < b.stream; });
    return out;
  }

 private:
  std::map<base::StreamId, std::vector<record::Event>> raw_;
  std::map<base::StreamId, std::uint32_t> number_;
};

std::vector<std::string> lines(const std::vector<WorklistEntry>& list) {
  std::vector<std::string> out;
  for (const WorklistEntry& entry : list)
    out.push_back(entry.person.hex() + " " + std::string(entry.obligation.kind) + " " +
                  entry.obligation.entity.hex() + " " + base::to_text(entry.obligation.since) + " " +
                  base::to_text(entry.obligation.due) + " " + std::string(entry.practitioner.text()) + " " +
                  std::string(entry.provider.text()));
  std::sort(out.begin(), out.end());
  return out;
}

// What boards ask of everybody is what all the states say.
void columns_are_those_of_the_states(const LiveWorklists& live) {
  Caseloads loads;
  std::map<std::string, std::pair<std::uint64_t, record::Symbol>> grades; // by practitioner
  for (const SharedPerson& person : live.people_of({})) {
    const CaseState state = person->state();
    ASSERT_EQ(person->holder.person, state.person);
    add_to(loads, state);
    auto& [event, grade] = grades[std::string(state.practitioner.text())];
    if (state.holding.grade.empty() || state.holding.allocated_event < event) continue;
    event = state.holding.allocated_event;
    grade = state.holding.grade;
  }
  ASSERT_TRUE(live.caseloads() == loads);
  for (const auto& [practitioner, last] : grades)
    ASSERT_TRUE(live.last_grade(record::Symbol(practitioner)) == last.second) << practitioner;
}

TEST(LiveWorklists, AreThoseOfTheWholeRecordAtEveryTime) {
  const SampleArea area(40);
  const rules::WorkingDays working_days = rules::WorkingDays::from(rules::england_wales()).value();
  const Policy policy = policy_of(rules::england_wales(), base::day_of(2015, 6, 1)).value();
  const Duties duties(policy, area.zone);
  LiveWorklists live(duties, working_days, area.zone, base::day_of(2015, 2, 1));
  Record record;
  std::size_t compared = 0;
  std::size_t owed = 0;
  bool joined = false;
  for (std::size_t i = 0; i < area.events.size(); ++i) {
    const auto& [name, event] = area.events[i];
    record.add(name, event);
    live.advance_to(event.recorded_day);
    if (record::is<record::person::linked>(event) || record::is<record::person::unlinked>(event))
      joined = true;
    live.put(record.effective(name));
    if (joined || (i % 97 != 0 && i + 1 != area.events.size())) continue;
    const auto whole = worklist(record.book(), duties, area.zone, working_days, live.on());
    ASSERT_EQ(lines(live.list()), lines(whole)) << "after event " << i << " on " << base::to_text(live.on());
    columns_are_those_of_the_states(live);
    ++compared;
    owed += whole.size();
  }
  EXPECT_GT(compared, 3U);
  EXPECT_GT(owed, 20U);
}

TEST(LiveWorklists, ForgetWhoeverIsRemovedAndTakeFiltersAsTheOthersDo) {
  const SampleArea area(12);
  const rules::WorkingDays working_days = rules::WorkingDays::from(rules::england_wales()).value();
  const Policy policy = policy_of(rules::england_wales(), base::day_of(2015, 6, 1)).value();
  const Duties duties(policy, area.zone);
  LiveWorklists live(duties, working_days, area.zone, base::day_of(2016, 3, 31));
  Record record;
  for (const auto& [name, event] : area.events)
    record.add(name, event);
  const timeline::Book book = record.book();
  for (const timeline::Case& person : book.people)
    live.put(person);
  EXPECT_EQ(live.people(), book.people.size());
  std::size_t in_all = 0;
  for (const std::string_view body : {"CRC1", "NPS"}) {
    WorklistFilter filter;
    filter.provider = record::Symbol(body);
    in_all += live.list(filter).size();
  }
  EXPECT_LE(in_all, live.list().size());
  const std::vector<SharedPerson> before = live.people_of({});
  const std::size_t some = book.people.size() / 2;
  for (std::size_t i = 0; i < some; ++i)
    live.remove(book.people[i].name);
  columns_are_those_of_the_states(live);
  for (const timeline::Case& person : book.people)
    live.remove(person.name);
  EXPECT_TRUE(live.list().empty());
  EXPECT_TRUE(live.caseloads().empty());
  ASSERT_EQ(before.size(), book.people.size()) << "whoever was copied before stays as they were";
  for (const SharedPerson& person : before)
    EXPECT_EQ(person->state().person, person->holder.person);
}

TEST(SampleArea, HoldsNoStateThatCannotBe) {
  const SampleArea area(150);
  Record record;
  for (const auto& [name, event] : area.events)
    record.add(name, event);
  const timeline::Book book = record.book();
  const timeline::People people(book, timeline::Linked::one_person);
  EXPECT_GT(people.cases().size(), 100U);
  for (const timeline::Case* person : people.cases())
    for (const std::string& sentence : contradictions(state_of(*person, area.zone)))
      ADD_FAILURE() << person->name.hex() << ": " << sentence;
}

} // namespace
} // namespace probity::casework

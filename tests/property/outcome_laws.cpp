// What holds for every record: figures belong to their snapshot, and the three of them to one another.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/cohort_fixture.h"

namespace probity::outcome {
namespace {

base::Day some_day(std::string_view from, int days) {
  return day(from) + *rc::gen::inRange(0, days);
}

// A few people with releases, orders, offences and returns in any order around the first quarter of 2016.
void invent(World& world) {
  const int people = *rc::gen::inRange(1, 8);
  for (int i = 0; i < people; ++i) {
    Person& person = world.person();
    const int events = *rc::gen::inRange(0, 8);
    for (int j = 0; j < events; ++j) {
      const std::string on = base::to_text(some_day("2015-10-01", 900));
      switch (*rc::gen::inRange(0, 5)) {
      case 0: {
        const Entry entry = person.released(on, j + 1);
        if (*rc::gen::inRange(0, 3) == 0)
          entry.to(base::to_text(day(on) + *rc::gen::inRange(1, 40)), record::Precision::month);
        break;
      }
      case 1:
        person.sentenced(on, *rc::gen::element("community_order", "custody_under_12_months"));
        break;
      case 2:
        person.received(on, *rc::gen::element("recall", "remand", "new_offence"), j + 1);
        break;
      default:
        person.proved(base::to_text(day(on) - *rc::gen::inRange(0, 200)), on,
                      *rc::gen::element("caution", "fine", "custody"));
      }
    }
  }
}

RC_GTEST_PROP(OutcomeLaws, TheProductIsTheProduct, ()) {
  World world;
  invent(world);
  const Counts all = world.cohort("2016-01", 3).all;
  const Rates three = rates(all);
  if (three.per_reoffender) RC_ASSERT(*three.binary * *three.per_reoffender == *three.per_person);
  RC_ASSERT(0 <= all.reoffenders.certain);
  RC_ASSERT(all.reoffenders.certain <= all.reoffenders.possible);
  RC_ASSERT(all.reoffenders.possible <= all.people);
  RC_ASSERT(all.reoffences.certain >= all.reoffenders.certain);
  RC_ASSERT(all.reoffences.possible >= all.reoffences.certain);
}

RC_GTEST_PROP(OutcomeLaws, StrataAddUpToAll, ()) {
  World world;
  invent(world);
  CohortRule rule = World::rule("2016-01", 3);
  rule.strata = {Grouping::disposal, Grouping::sex};
  const Cohort cohort = world.cohort(rule);
  Counts sum;
  for (const auto& [stratum, counts] : cohort.strata)
    sum += counts;
  RC_ASSERT(sum == cohort.all);
  RC_ASSERT(static_cast<std::int64_t>(cohort.members.size()) == cohort.all.people);
}

// An event is in one place alone: behind a member, counted, or left out for a reason.
RC_GTEST_PROP(OutcomeLaws, NoOffenceCountsTwiceForAPerson, ()) {
  World world;
  invent(world);
  const Cohort cohort = world.cohort("2016-01", 12);
  std::set<std::uint64_t> counted;
  std::set<base::StreamId> people;
  for (const Member& member : cohort.members) {
    RC_ASSERT(people.insert(member.person).second);
    for (const Reoffence& reoffence : member.reoffences) {
      RC_ASSERT(counted.insert(reoffence.event).second);
      RC_ASSERT(reoffence.event != member.index_event);
      RC_ASSERT(reoffence.offence_day >= member.index_first);
      RC_ASSERT(reoffence.offence_day <= base::add_months(member.index_last, 12));
      RC_ASSERT(reoffence.proved_first <= base::add_months(member.index_last, 18));
    }
  }
  for (const Excluded& excluded : cohort.exclusions)
    if (excluded.reason != Exclusion::later_index_event) RC_ASSERT(!counted.contains(excluded.event));
}

// Less known can only open a figure, never move it away from what more knowledge would give.
RC_GTEST_PROP(OutcomeLaws, BoundsHoldWhateverTheDayWas, ()) {
  World vague;
  World exact;
  const int spread = *rc::gen::inRange(1, 31);
  const int truth = *rc::gen::inRange(0, spread + 1);
  const base::Day first = day("2016-01-01");
  const base::Day committed = some_day("2015-12-20", 420);
  const base::Day proved = committed + *rc::gen::inRange(0, 250);
  for (World* world : {&vague, &exact}) {
    Person& person = world->person();
    const Entry release = person.released(base::to_text(world == &vague ? first : first + truth));
    if (world == &vague) release.to(base::to_text(first + spread), record::Precision::month);
    person.proved(base::to_text(committed), base::to_text(proved));
  }
  const Counts open = vague.cohort("2016-01", 3).all;
  const Counts known = exact.cohort("2016-01", 3).all;
  RC_ASSERT(known.reoffenders.exact());
  RC_ASSERT(open.reoffenders.certain <= known.reoffenders.certain);
  RC_ASSERT(known.reoffenders.certain <= open.reoffenders.possible);
}

// The order in which people and their events were recorded changes no count.
RC_GTEST_PROP(OutcomeLaws, TheOrderOfPeopleChangesNothing, ()) {
  World world;
  invent(world);
  const Counts before = world.cohort("2016-01", 3).all;
  std::reverse(world.records.begin(), world.records.end());
  RC_ASSERT(world.cohort("2016-01", 3).all == before);
}

} // namespace
} // namespace probity::outcome

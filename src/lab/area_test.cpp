#include "lab/area.h"

#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "lab/office_days.h"
#include "record/appointment.h"
#include "record/custody.h"
#include "record/enforcement.h"
#include "record/monitoring.h"
#include "record/person.h"
#include "record/plan.h"
#include "record/sentence.h"
#include "record/system.h"
#include "record/unpaid_work.h"
#include "record/vocabulary.h"
#include "support/real_data.h"

namespace probity::lab {
namespace {

const base::Zone& london() {
  static const base::Zone zone = *base::Zone::named("Europe/London");
  return zone;
}

#ifdef PROBITY_SANITIZED
constexpr std::int64_t few = 60; // each is watched, which takes its time
#else
constexpr std::int64_t few = 300;
#endif

AreaSettings small_area(std::int64_t people = few) {
  AreaSettings settings;
  settings.people = people;
  settings.from = base::day_of(2015, 2, 1);
  settings.to = base::day_of(2017, 3, 31);
  settings.seed = 7;
  settings.origin = "sample/7";
  settings.system_stream.bytes.fill(0x11);
  return settings;
}

Area area_of(const AreaSettings& settings) {
  auto area = Area::plan(settings, london());
  PROBITY_ENSURE(area.has_value());
  return std::move(*area);
}

// Every event of the area, canonical, in order.
std::vector<std::string> lines_of(const AreaSettings& settings, unsigned threads) {
  std::vector<std::string> out;
  const auto summary = area_of(settings).write(threads, [&](std::span<const Act> acts) {
    for (const Act& act : acts)
      for (const auto& event : act)
        out.push_back(base::json::write(event));
    return base::Result<void>{};
  });
  PROBITY_ENSURE(summary.has_value());
  EXPECT_EQ(summary->events, out.size());
  return out;
}

const FactValue* fact(const Draft& draft, std::string_view name) {
  for (const Fact& candidate : draft.facts)
    if (candidate.name == name) return &candidate.value;
  return nullptr;
}

void for_each_event(const AreaSettings& settings, const std::function<void(const Draft&)>& visit) {
  const Area area = area_of(settings);
  for (std::int64_t person = 1; person <= settings.people; ++person)
    for (const Draft& draft : area.life_of(static_cast<std::uint64_t>(person)))
      if (draft.corrects == Corrects::nothing) visit(draft);
}

struct Share {
  double of = 0;
  double among = 0;
  void add(bool one) {
    among += 1;
    if (one) of += 1;
  }
  [[nodiscard]] bool near(double expected) const { // five standard errors
    const double error = std::sqrt(expected * (1 - expected) / among);
    return std::abs(of / among - expected) <= 5 * error;
  }
};

TEST(Area, SameSeedSameBytesWhateverTheThreads) {
  const auto once = lines_of(small_area(), 1);
  EXPECT_EQ(once, lines_of(small_area(), 1));
  EXPECT_EQ(once, lines_of(small_area(), 2));
  EXPECT_EQ(once, lines_of(small_area(), 5));
  EXPECT_EQ(once.size(), area_of(small_area()).events());
  AreaSettings other = small_area();
  other.seed = 8;
  EXPECT_NE(once, lines_of(other, 1));
}

TEST(Area, SomeMayHaveLivedThereForYears) {
  AreaSettings settings = small_area(40);
  settings.from = base::day_of(2016, 6, 3);
  settings.to = base::day_of(2016, 6, 30);
  AreaSettings with_earlier = settings;
  with_earlier.earlier_people = 10;
  with_earlier.earlier_from = base::day_of(2011, 6, 3);
  const Area area = area_of(with_earlier);
  EXPECT_EQ(base::to_text(london().day_of(opening_of(with_earlier, london()))), "2011-06-03");
  std::size_t earlier = 0;
  for (std::uint64_t person = 1; person <= 10; ++person)
    for (const Draft& draft : area.life_of(person))
      if (london().day_of(draft.recorded) < settings.from) ++earlier;
  EXPECT_GT(earlier, 500U);
  for (std::uint64_t person = 11; person <= 40; ++person) {
    ASSERT_FALSE(area.life_of(person).empty());
    EXPECT_GE(london().day_of(area.life_of(person).front().recorded), settings.from);
  }
  EXPECT_EQ(lines_of(with_earlier, 1), lines_of(with_earlier, 3));

  with_earlier.earlier_people = 41;
  EXPECT_FALSE(Area::check(with_earlier));
  with_earlier.earlier_people = 10;
  with_earlier.earlier_from = base::day_of(1995, 6, 3);
  EXPECT_FALSE(Area::check(with_earlier)) << "more than 20 years";
  with_earlier.earlier_from = base::day_of(2016, 6, 4);
  EXPECT_FALSE(Area::check(with_earlier)) << "not earlier";
}

TEST(Area, TheBytesAreTheSameOnEveryMachineAndBuild) {
  std::string all;
  for (const std::string& line : lines_of(small_area(60), 2))
    all += line + "\n";
  EXPECT_EQ(base::sha256(base::bytes_of(all)).hex(),
            "37a5b284e76e32aa693643b3eb7246ae97bbb585925eb681fc048a6ea7eed970");
}

TEST(Area, EveryEventIsOneThatALogAccepts) {
  std::set<std::string> ids;
  std::string last;
  const auto summary = area_of(small_area(300)).write(1, [&](std::span<const Act> acts) {
    for (const Act& act : acts)
      for (const auto& event : act) {
        for (const base::Error& fault : record::validate(event))
          ADD_FAILURE() << fault.text() << "\n" << base::json::write(event);
        EXPECT_TRUE(ids.insert(*event.find("id")->text()).second);
        const std::string& recorded = *event.find("recorded")->text();
        EXPECT_LE(last, recorded); // 6-digit UTC sorts as text
        last = recorded;
        EXPECT_EQ(recorded, *act.front().find("recorded")->text());
        const auto* from = event.find("valid")->find("from")->text();
        EXPECT_LE(*from, from->size() == 10 ? base::to_text(london().day_of(*base::parse_instant(recorded)))
                                            : recorded)
            << base::json::write(event);
      }
    return base::Result<void>{};
  });
  ASSERT_TRUE(summary.has_value());
  // Rather more than nothing of everything that the area is to have.
  for (const record::TypeDeclaration* type :
       {&record::person::linked, &record::custody::recalled, &record::custody::release_recorded,
        &record::enforcement::breach_concluded, &record::monitoring::billed, &record::plan::checked,
        &record::unpaid_work::session_cancelled, &record::sentence::order_terminated})
    EXPECT_TRUE(summary->by_type.contains(type->name)) << type->name;
  const double each = static_cast<double>(summary->person_events) / 300;
  EXPECT_GT(each, 50);
  EXPECT_LT(each, 120);
}

TEST(Area, EachDayIsClosedInItsLastSecond) {
  AreaSettings settings = small_area(1);
  settings.to = settings.from + 60;
  base::Day next = settings.from;
  const auto summary = area_of(settings).write(1, [&](std::span<const Act> acts) {
    for (const Act& act : acts)
      for (const auto& event : act) {
        if (*event.find("type")->text() != record::system::day_closed.name) continue;
        EXPECT_EQ(*event.find("facts")->find("day")->text(), base::to_text(next));
        const base::Instant recorded = *base::parse_instant(*event.find("recorded")->text());
        EXPECT_EQ(london().day_of(recorded), next);
        EXPECT_EQ(london().day_of({recorded.microseconds + 1'000'000}), next + 1);
        next = next + 1;
      }
    return base::Result<void>{};
  });
  ASSERT_TRUE(summary.has_value());
  EXPECT_EQ(next, settings.to + 1);
}

TEST(Life, BeginsWithRegistrationAndEndsWithALink) {
  const AreaSettings settings = small_area(600);
  const Area area = area_of(settings);
  int links = 0;
  for (std::uint64_t person = 1; person <= 600; ++person) {
    std::set<Identifier> begun;
    std::set<Identifier> closed;
    base::Instant last;
    for (const Draft& draft : area.life_of(person)) {
      EXPECT_LE(last, draft.recorded);
      last = draft.recorded;
      if (draft.type == &record::person::registered) begun.insert(draft.stream);
      EXPECT_TRUE(begun.contains(draft.stream)) << draft.type->name;
      EXPECT_FALSE(closed.contains(draft.stream)) << draft.type->name;
      if (draft.type != &record::person::linked) continue;
      ++links;
      closed.insert(std::get<Identifier>(*fact(draft, "other")));
    }
  }
  EXPECT_GT(links, 0);
}

TEST(Life, CreditsNoMoreMinutesThanWereOrdered) {
  const AreaSettings settings = small_area(600);
  std::map<Identifier, std::int64_t> left;
  int completed = 0;
  for_each_event(settings, [&](const Draft& draft) {
    if (draft.type == &record::sentence::requirement_started && fact(draft, "minutes") != nullptr)
      left[draft.entity.id] = std::get<std::int64_t>(*fact(draft, "minutes"));
    if (draft.type == &record::unpaid_work::attendance_recorded &&
        fact(draft, "minutes_credited") != nullptr) {
      EXPECT_GE(left[draft.entity.id] -= std::get<std::int64_t>(*fact(draft, "minutes_credited")), 0);
    }
    if (draft.type == &record::sentence::requirement_completed) ++completed;
  });
  EXPECT_GT(completed, 20);
}

TEST(Life, OneProcessDoesNotMoveAnother) {
  AreaSettings changed = small_area(200);
  const Area as_is = area_of(changed);
  changed.tagging = {.never_fitted = 0, .billed_after_removal = 1, .billed_unfitted = 1, .second_order = 1};
  const Area more_tags = area_of(changed);
  int tags = 0;
  int more = 0;
  for (std::uint64_t person = 1; person <= 200; ++person) {
    std::vector<Identifier> left;
    std::vector<Identifier> right;
    const auto others = [](const Area& area, std::uint64_t number, std::vector<Identifier>& ids,
                           int& of_tags) {
      for (const Draft& draft : area.life_of(number))
        if (draft.entity.kind == "tag")
          ++of_tags;
        else
          ids.push_back(draft.id);
    };
    others(as_is, person, left, tags);
    others(more_tags, person, right, more);
    EXPECT_EQ(left, right);
  }
  EXPECT_GT(more, tags);
}

TEST(Practice, SharesComeOutAsSet) {
  if (support::left_to_the_other_build("shares of the sample area")) return;
  AreaSettings settings = small_area(3000);
  settings.crc = {.release_back_dated = 0.3, .plan_blank = 0.25};
  settings.nps = settings.crc;
  Share back_dated;
  Share blank;
  const base::Day complete_until = settings.to - 90; // later ones may be entered after the last day
  for_each_event(settings, [&](const Draft& draft) {
    if (draft.type == &record::custody::release_recorded && draft.happened.day <= complete_until)
      back_dated.add(london().day_of(draft.recorded) != draft.happened.day);
    if (draft.type == &record::plan::filed) blank.add(std::get<std::int64_t>(*fact(draft, "words")) == 0);
  });
  EXPECT_GT(back_dated.among, 300);
  EXPECT_TRUE(back_dated.near(0.3)) << back_dated.of << " of " << back_dated.among;
  EXPECT_TRUE(blank.near(0.25)) << blank.of << " of " << blank.among;
}

TEST(Practice, AtZeroThereIsNoBadPracticeOfThatKind) {
  if (support::left_to_the_other_build("an area without bad practice")) return;
  AreaSettings settings = small_area(1500);
  settings.crc = {};
  settings.nps = {};
  settings.tagging = {.never_fitted = 0};
  int releases = 0;
  std::map<Identifier, base::Day> last_monitored;
  std::map<Identifier, base::Day> aware;
  int referrals = 0;
  for_each_event(settings, [&](const Draft& draft) {
    const base::Day recorded_on = london().day_of(draft.recorded);
    if (draft.type == &record::custody::release_recorded) {
      ++releases;
      EXPECT_EQ(recorded_on, draft.happened.day);
    }
    if (draft.type == &record::plan::filed) {
      EXPECT_GT(std::get<std::int64_t>(*fact(draft, "words")), 0);
    }
    if (draft.type == &record::appointment::scheduled) {
      const auto mode = std::get<std::string_view>(*fact(draft, "mode"));
      EXPECT_TRUE(mode == "office" || mode == "home_visit") << mode;
      // Entered on its day or the next working day, behind whatever was recorded before it.
      EXPECT_LE(recorded_on, working_day_from(draft.happened.day)) << base::to_text(draft.happened.day);
    }
    if (draft.type == &record::enforcement::became_aware) aware[draft.entity.id] = draft.happened.day;
    if (draft.type == &record::enforcement::referred) {
      ++referrals;
      EXPECT_LE(draft.happened.day, working_days_after(aware.at(draft.entity.id), 8));
    }
    if (draft.type == &record::monitoring::tag_removed) last_monitored[draft.entity.id] = draft.happened.day;
    if (draft.type == &record::monitoring::billed && last_monitored.contains(draft.entity.id)) {
      EXPECT_LE(std::get<base::Day>(*fact(draft, "last_day")), last_monitored.at(draft.entity.id));
    }
  });
  EXPECT_GT(referrals, 50);
  EXPECT_GT(releases, 100);
}

TEST(Practice, UnloggedAbsencesAndSuppressedBreachesLeaveNoTrace) {
  if (support::left_to_the_other_build("an area of bad practice alone")) return;
  AreaSettings honest = small_area(400);
  honest.crc = {};
  honest.nps = {};
  AreaSettings silent = honest;
  silent.crc.absence_unlogged = silent.nps.absence_unlogged = 1;
  AreaSettings forgetful = honest;
  forgetful.crc.release_never = forgetful.nps.release_never = 1;
  AreaSettings lenient = honest;
  lenient.crc.breach_suppressed = lenient.nps.breach_suppressed = 1;
  const auto count = [](const AreaSettings& settings, const std::function<bool(const Draft&)>& which) {
    int out = 0;
    for_each_event(settings, [&](const Draft& draft) { out += which(draft) ? 1 : 0; });
    return out;
  };
  const auto missed = [](const Draft& draft) {
    if (draft.type != &record::appointment::outcome_recorded) return false;
    return !std::get<std::string_view>(*fact(draft, "outcome")).starts_with("attended");
  };
  const auto breach = [](const Draft& draft) { return draft.type == &record::enforcement::became_aware; };
  EXPECT_GT(count(honest, missed), 100);
  EXPECT_EQ(count(silent, missed), 0);
  const auto release = [](const Draft& draft) { return draft.type == &record::custody::release_recorded; };
  EXPECT_GT(count(honest, release), 20);
  EXPECT_EQ(count(forgetful, release), 0);
  EXPECT_GT(count(honest, breach), 20);
  EXPECT_EQ(count(lenient, breach), 0);
}

TEST(Area, RefusesWhatItCannotMake) {
  AreaSettings settings = small_area(0);
  EXPECT_FALSE(Area::plan(settings, london()).has_value());
  settings = small_area(1);
  settings.to = settings.from - 1;
  const auto refused = Area::plan(settings, london());
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().where, "to");
}

} // namespace
} // namespace probity::lab

#include "outcome/first_arrest.h"

#include <algorithm>

#include "record/custody.h"
#include "record/offending.h"
#include "record/person.h"
#include "record/trial.h"

namespace probity::outcome {
namespace {

using record::Event;
using record::Symbol;

struct Arrest {
  const Event* event = nullptr;
  bool counted = false;
};

PeriodUnit unit_of(Symbol code) {
  return code.text() == "week" ? PeriodUnit::week : PeriodUnit::year;
}

// What holds for the person whatever the release.
struct Person {
  Symbol sex, age_band, trial, arm;
};

Person person_of(const timeline::Case& person) {
  Person out;
  for (const Event& event : person.events) {
    if (record::is<record::person::registered>(event)) {
      out.sex = record::symbol<record::person::registered, "sex">(event);
      out.age_band = record::symbol<record::person::registered, "age_band">(event);
    } else if (record::is<record::trial::assigned>(event) && out.trial.empty()) {
      // The first assignment stands: analysis is by the arm that chance gave.
      out.trial = record::symbol<record::trial::assigned, "trial">(event);
      out.arm = record::symbol<record::trial::assigned, "arm">(event);
    }
  }
  return out;
}

void find_arrest(std::vector<Arrest>& arrests, Symbol release, FollowedRelease& out) {
  for (Arrest& arrest : arrests) {
    const Event& event = *arrest.event;
    const auto period = record::integer<record::offending::arrested, "period">(event);
    const Symbol unit = record::symbol<record::offending::arrested, "unit">(event);
    if (record::symbol<record::offending::arrested, "counted_from">(event) != release || !period ||
        unit.text() != name(out.unit) || *period < 1 || *period > out.periods)
      continue;
    arrest.counted = true;
    if (out.arrested_in != 0 && out.arrested_in <= *period) continue;
    out.arrested_in = static_cast<int>(*period);
    out.arrest = event.index;
  }
}

void add_person(const timeline::Case& person, FirstArrests& out) {
  std::vector<Arrest> arrests;
  for (const Event& event : person.events)
    if (record::is<record::offending::arrested>(event)) arrests.push_back({&event, false});
  const Person said = person_of(person);
  for (const Event& event : person.events) {
    if (!record::is<record::offending::follow_up_ended>(event)) continue;
    const Symbol from = record::symbol<record::offending::follow_up_ended, "counted_from">(event);
    const auto release =
        std::find_if(person.events.begin(), person.events.end(), [&](const Event& candidate) {
          return record::is<record::custody::release_recorded>(candidate) &&
                 candidate.id.hex() == from.text();
        });
    if (release == person.events.end()) {
      ++out.follow_ups_without_release;
      continue;
    }
    FollowedRelease followed{
        .person = person.name,
        .unit = unit_of(record::symbol<record::offending::follow_up_ended, "unit">(event)),
        .release = release->index,
        .follow_up = event.index,
        .sex = said.sex,
        .age_band = said.age_band,
        .offence_type = record::symbol<record::custody::release_recorded, "offence_type">(*release),
        .trial = said.trial,
        .arm = said.arm};
    followed.periods =
        static_cast<int>(record::integer<record::offending::follow_up_ended, "periods">(event).value_or(0));
    find_arrest(arrests, from, followed);
    out.releases.push_back(followed);
  }
  out.arrests_not_followed +=
      std::count_if(arrests.begin(), arrests.end(), [](const Arrest& arrest) { return !arrest.counted; });
}

} // namespace

std::string_view name(PeriodUnit unit) {
  return unit == PeriodUnit::week ? "week" : "year";
}

FirstArrests first_arrests(const timeline::Book& book) {
  FirstArrests out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases())
    add_person(*person, out);
  return out;
}

} // namespace probity::outcome

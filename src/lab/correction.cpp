// Mistakes put right later: amended, withdrawn, and now and then restored.
#include "lab/processes.h"
#include "record/appointment.h"
#include "record/custody.h"
#include "record/unpaid_work.h"

#include <algorithm>

namespace probity::lab {

namespace {

constexpr auto process = Process::correction;

Draft correction_of(Life& life, const Draft& original, Corrects kind, std::string_view reason,
                    base::Instant recorded) {
  Draft out = original;
  out.recorded = recorded;
  out.id = event_identifier(recorded, life.random(process));
  out.corrects = kind;
  out.corrected = original.id;
  out.reason = reason;
  if (kind != Corrects::amend) out.facts.clear(); // it speaks of the event that it names
  return out;
}

base::Instant later(Life& life, base::Instant recorded) {
  base::RandomStream& random = life.random(process);
  const base::Day day = life.world.hours->day_of(recorded);
  const int lag = std::min(static_cast<int>(random.exponential(1.0 / 8.0)), 60);
  return life.entry_on(process, working_days_after(day, 1 + lag), recorded);
}

void set(Draft& draft, std::string_view name, FactValue value) {
  for (Fact& fact : draft.facts)
    if (fact.name == name) {
      fact.value = std::move(value);
      return;
    }
}

// The replacement of what was keyed wrongly; false when there is nothing to put right in this event.
bool put_right(Life& life, Draft& draft) {
  base::RandomStream& random = life.random(process);
  if (draft.type == &record::appointment::outcome_recorded) {
    const auto& outcome = std::get<std::string_view>(draft.facts.front().value);
    if (outcome == "unacceptable_absence") {
      set(draft, "outcome", std::string_view("acceptable_absence"));
      draft.reason = "evidence_received";
    } else if (outcome == "attended_complied") {
      set(draft, "minutes", std::int64_t{5 * random.between(3, 12)});
      draft.reason = "keying_error";
    } else {
      return false;
    }
    return true;
  }
  if (draft.type == &record::unpaid_work::attendance_recorded) {
    if (std::get<std::string_view>(draft.facts[1].value) != "worked") return false;
    for (Fact& fact : draft.facts)
      if (fact.name == "minutes_credited")
        fact.value = std::max<std::int64_t>(0, std::get<std::int64_t>(fact.value) - 30);
    draft.reason = "keying_error";
    return true;
  }
  if (draft.type == &record::custody::release_recorded) {
    draft.happened.day = draft.happened.day - 1;
    draft.reason = "wrong_day";
    return true;
  }
  return false;
}

} // namespace

void correct(Life& life) {
  base::RandomStream& random = life.random(process);
  const Correcting& rates = life.world.correcting;
  std::vector<Draft> corrections;
  for (const Draft& draft : life.record.drafts) {
    const bool outcome = draft.type == &record::appointment::outcome_recorded;
    if (!outcome && draft.type != &record::unpaid_work::attendance_recorded &&
        draft.type != &record::custody::release_recorded)
      continue;
    const double which = random.uniform();
    if (which < rates.amended) {
      const base::Instant recorded = later(life, draft.recorded);
      Draft amended = correction_of(life, draft, Corrects::amend, "keying_error", recorded);
      if (put_right(life, amended)) corrections.push_back(std::move(amended));
    } else if (outcome && which < rates.amended + rates.voided) {
      const base::Instant recorded = later(life, draft.recorded);
      corrections.push_back(correction_of(life, draft, Corrects::withdraw, "wrong_person", recorded));
      if (random.chance(rates.reinstated))
        corrections.push_back(
            correction_of(life, draft, Corrects::reinstate, "withdrawn_in_error", later(life, recorded)));
    }
  }
  for (Draft& correction : corrections)
    life.record.drafts.push_back(std::move(correction));
}

} // namespace probity::lab

#include "casework/victims/victim_state.h"

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/custody.h"
#include "record/victim.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace custody = record::custody;
namespace victim = record::victim;

const Symbol kind_victim("victim");

void apply_release(Victims& all, const Event& event) {
  if (is<custody::release_planned>(event)) {
    if (const auto day = record::day<custody::release_planned, "release_day">(event))
      all.release = PlannedRelease{*day, day_of_act(event), event.index};
  } else if (is<custody::release_cancelled>(event) || is<custody::release_recorded>(event)) {
    all.release.reset();
  }
}

} // namespace

bool Victim::was_told(std::string_view about, base::Day day) const {
  return std::any_of(told.begin(), told.end(),
                     [&](const auto& one) { return one.first.text() == about && one.second == day; });
}

void apply_victim(CaseState& state, const Event& event) {
  apply_release(state.victims, event);
  const auto id = event.entity(kind_victim);
  if (!id) return;
  Victim& one = entity_of(state.victims.all, *id);
  if (is<victim::identified>(event)) {
    one.identified = day_of_act(event);
    one.identified_event = event.index;
    one.sentenced = state.order() == nullptr ? one.identified : state.order()->imposed;
  } else if (is<victim::offered>(event)) {
    one.offered = true;
  } else if (is<victim::answered>(event)) {
    one.answer = record::symbol<victim::answered, "answer">(event);
    one.answered = day_of_act(event);
  } else if (is<victim::notice_given>(event)) {
    if (const auto day = record::day<victim::notice_given, "day">(event))
      one.told.emplace_back(record::symbol<victim::notice_given, "about">(event), *day);
  } else if (is<victim::representations_made>(event)) {
    ++one.representations;
  } else if (is<victim::condition_asked>(event)) {
    one.conditions.push_back(
        {record::symbol<victim::condition_asked, "condition">(event), day_of_act(event), event.index, {}});
  } else if (is<victim::condition_decided>(event)) {
    const Symbol condition = record::symbol<victim::condition_decided, "condition">(event);
    for (AskedCondition& asked : one.conditions)
      if (asked.condition == condition && asked.decision.empty())
        asked.decision = record::symbol<victim::condition_decided, "decision">(event);
  }
}

} // namespace probity::casework

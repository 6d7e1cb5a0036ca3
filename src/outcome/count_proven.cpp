#include "outcome/count.h"

#include <algorithm>

#include "record/custody.h"
#include "record/offending.h"
#include "record/person.h"

namespace probity::outcome {
namespace {

using record::Event;
namespace custody = record::custody;
namespace offending = record::offending;

// An offence on the day of release was committed at liberty; one on the day of a conviction or caution was
// committed before it, as a rule, and cannot be told apart from what was being dealt with.
int delay_of(IndexKind kind) {
  return kind == IndexKind::release ? 0 : 1;
}

// The days on which it can have been proved: no earlier than it was committed, no later than it was recorded.
Days proof_days(const Event& event, base::Day offence) {
  Days out = days_of(event.valid).value_or(Days{offence, event.recorded_day});
  out.last = std::max(offence, std::min(out.last, event.recorded_day));
  out.first = std::clamp(out.first, offence, out.last);
  return out;
}

class ProvenCount {
 public:
  ProvenCount(const IndexEvent& index, const timeline::Case& person, Counting& counting, Member& member)
      : index_(index), start_(*index.days), person_(person), counting_(counting), member_(member) {}

  void offences() {
    for (const Event& event : person_.events)
      if (record::is<offending::offence_proven>(event) && event.index != index_.event->index) offence(event);
    std::sort(member_.reoffences.begin(), member_.reoffences.end(),
              [](const Reoffence& a, const Reoffence& b) {
                return std::tie(a.offence_day, a.event) < std::tie(b.offence_day, b.event);
              });
  }

  // The first of reoffence, custody and death; a reoffence before what else is of the same day.
  void find_first() {
    const int followed = days_followed(start_, counting_, counting_.window);
    member_.first_event = {Cause::none, followed, 0, true};
    for (const Reoffence& reoffence : member_.reoffences)
      if (reoffence.certainty == Certainty::certain) {
        happened(Cause::reoffence, {reoffence.offence_day, reoffence.offence_day}, reoffence.event);
        break;
      }
    for (const Event& event : person_.events) {
      const auto days = days_of(event.valid);
      if (!days) continue;
      if (record::is<record::person::died>(event)) happened(Cause::death, *days, event.index);
      if (record::is<custody::received>(event) && !of_index_episode(event))
        happened(cause_of(event), *days, event.index);
    }
  }

 private:
  void offence(const Event& event) {
    const auto offence = record::day<offending::offence_proven, "offence_day">(event);
    if (!offence) return;
    const CohortRule& rule = counting_.rule;
    const Days proof = proof_days(event, *offence);
    const Within committed = within({*offence, *offence}, start_, delay_of(index_.kind), rule.window_months);
    const Within proved = within(proof, start_, 0, rule.window_months + rule.proof_months);
    if (committed == Within::before) {
      if (proof.last > start_.last && proved != Within::after)
        counting_.leave_out(person_, event.index, Exclusion::pseudo_reconviction);
    } else if (committed == Within::after) {
      if (proved != Within::after) counting_.leave_out(person_, event.index, Exclusion::committed_too_late);
    } else if (proved == Within::after) {
      counting_.leave_out(person_, event.index, Exclusion::proved_too_late);
    } else {
      const bool certain = committed == Within::surely && proved == Within::surely;
      member_.reoffences.push_back({event.index, *offence, proof.first, proof.last,
                                    record::symbol<offending::offence_proven, "disposal">(event),
                                    certain ? Certainty::certain : Certainty::possible});
    }
  }

  static Cause cause_of(const Event& received) {
    const std::string_view reason = record::symbol<custody::received, "reason">(received).text();
    return reason == "recall" || reason == "technical_violation" ? Cause::technical_return : Cause::custody;
  }

  [[nodiscard]] bool of_index_episode(const Event& received) const {
    static const record::Symbol kind("custody");
    const auto id = received.entity(kind);
    return id && id == index_.event->entity(kind);
  }

  void happened(Cause cause, const Days& days, std::uint64_t event) {
    FirstEvent& first = member_.first_event;
    if (within(days, start_, 0, counting_.rule.window_months) != Within::surely) return;
    const int after = days.first - start_.first;
    if (after > first.days || (after == first.days && first.cause != Cause::none)) return;
    first = {cause, after, event, days.one_day() && start_.one_day()};
  }

  const IndexEvent& index_;
  Days start_;
  const timeline::Case& person_;
  Counting& counting_;
  Member& member_;
};

} // namespace

void count_proven(const timeline::Case& person, Counting& counting) {
  const std::vector<IndexEvent> all = index_events(person);
  if (all.empty()) return;
  const timeline::PersonTimeline timeline = timeline_for(person, counting.rule);
  std::vector<const IndexEvent*> candidates;
  for (const IndexEvent& index : all)
    if (enters(index, person, timeline, counting)) candidates.push_back(&index);
  if (candidates.empty()) return;
  const auto first =
      std::min_element(candidates.begin(), candidates.end(), [](const IndexEvent* a, const IndexEvent* b) {
        return std::tie(*a->days, a->event->index) < std::tie(*b->days, b->event->index);
      });
  for (const IndexEvent* index : candidates)
    if (index != *first) counting.leave_out(person, index->event->index, Exclusion::later_index_event);
  Member member = member_of(**first, person, timeline, counting.rule);
  ProvenCount count(**first, person, counting, member);
  count.offences();
  count.find_first();
  counting.cohort.members.push_back(std::move(member));
}

} // namespace probity::outcome

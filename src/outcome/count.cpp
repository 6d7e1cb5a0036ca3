#include "outcome/count.h"

#include <algorithm>

namespace probity::outcome {
namespace {

void add(Counts& counts, const Member& member) {
  ++counts.people;
  const bool surely = member.reoffended(Certainty::certain);
  counts.reoffenders.certain += surely ? 1 : 0;
  counts.reoffenders.possible += member.reoffended(Certainty::possible) ? 1 : 0;
  for (const Reoffence& reoffence : member.reoffences) {
    counts.reoffences.certain += reoffence.certainty == Certainty::certain ? 1 : 0;
    ++counts.reoffences.possible;
  }
}

// The last day on which someone of the cohort can have entered it.
std::optional<base::Day> last_entry(const Cohort& cohort) {
  if (cohort.rule.period) return cohort.rule.period->last_day();
  std::optional<base::Day> last;
  for (const Member& member : cohort.members)
    last = std::max(last.value_or(member.index_last), member.index_last);
  return last;
}

std::string id_of(const CohortRule& rule) {
  std::string out(name(rule.measure));
  out += "/" + (rule.period ? to_text(*rule.period) : "all");
  if (!rule.provider.empty()) out += "/" + rule.provider;
  return out;
}

} // namespace

timeline::PersonTimeline timeline_for(const timeline::Case& person, const CohortRule& rule) {
  if (rule.provider.empty() && rule.strata.empty()) return {};
  return timeline::timeline_of(person);
}

int days_followed(const Days& start, const Counting& counting, WindowLengths& window) {
  // The end of the window on the least favourable day; a cohort whose window is over is followed to its end.
  return std::clamp(counting.known_on - start.last, 0, window.of(start).shortest);
}

bool enters(const IndexEvent& index, const timeline::Case& person, const timeline::PersonTimeline& timeline,
            Counting& counting) {
  const CohortRule& rule = counting.rule;
  if (std::find(rule.index.begin(), rule.index.end(), index.kind) == rule.index.end()) return false;
  if (!rule.provider.empty() && body_of(index, timeline) != rule.provider) return false;
  if (!index.days) {
    counting.leave_out(person, index.event->index, Exclusion::index_day_not_known);
    return false;
  }
  if (!rule.period) return true;
  const Days period{rule.period->first_day(), rule.period->last_day()};
  if (index.days->within(period)) return true;
  if (index.days->touches(period))
    counting.leave_out(person, index.event->index, Exclusion::index_day_not_known);
  return false;
}

Member member_of(const IndexEvent& index, const timeline::Case& person,
                 const timeline::PersonTimeline& timeline, const CohortRule& rule) {
  Member out;
  out.person = person.name;
  out.kind = index.kind;
  out.index_event = index.event->index;
  out.index_first = index.days->first;
  out.index_last = index.days->last;
  out.imported = index.event->imported;
  out.stratum = stratum_of(rule.strata, index, timeline);
  return out;
}

base::Result<Cohort> cohort_of(const timeline::Book& book, const CohortRule& rule) {
  PROBITY_TRY(check(rule));
  Cohort out;
  out.rule = rule;
  out.id = id_of(rule);
  out.snapshot = {book.size, book.root, book.known_on};
  Counting counting{rule, book.known_on, out, WindowLengths(rule.window_months)};
  const timeline::People people(book, rule.linked);
  for (const timeline::Case* person : people.cases()) {
    if (rule.measure == Measure::proven_reoffending)
      count_proven(*person, counting);
    else
      PROBITY_TRY(count_returns(*person, counting));
  }
  for (const Member& member : out.members) {
    add(out.all, member);
    out.imported += member.imported ? 1 : 0;
    if (!rule.strata.empty()) add(out.strata[member.stratum], member);
  }
  for (const Excluded& excluded : out.exclusions)
    ++out.excluded[excluded.reason];
  if (const auto last = last_entry(out)) {
    const int proof = rule.measure == Measure::proven_reoffending ? rule.proof_months : 0;
    out.final_from = base::add_months(*last, rule.window_months + proof + rule.snapshot_lag_months);
    if (book.known_on >= *out.final_from) out.status = Status::final;
  }
  return out;
}

} // namespace probity::outcome

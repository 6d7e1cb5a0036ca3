#include "outcome/cohort.h"

#include <algorithm>
#include <array>
#include <utility>

namespace probity::outcome {
namespace {

constexpr std::array<std::pair<Grouping, std::string_view>, 8> groupings = {{
    {Grouping::provider, "provider"},
    {Grouping::sex, "sex"},
    {Grouping::age_band, "age_band"},
    {Grouping::index_kind, "index_kind"},
    {Grouping::disposal, "disposal"},
    {Grouping::supervision, "supervision"},
    {Grouping::offence_group, "offence_group"},
    {Grouping::release_year, "release_year"},
}};

} // namespace

std::string_view name(Measure measure) {
  switch (measure) {
  case Measure::proven_reoffending:
    return "proven_reoffending";
  case Measure::return_to_custody:
    return "return_to_custody";
  }
  return "";
}

std::string_view name(IndexKind kind) {
  switch (kind) {
  case IndexKind::release:
    return "release";
  case IndexKind::order:
    return "order";
  case IndexKind::conviction:
    return "conviction";
  case IndexKind::caution:
    return "caution";
  }
  return "";
}

std::string_view name(Proof proof) {
  return proof == Proof::any ? "any" : "new_crime";
}

std::string_view name(Grouping grouping) {
  return std::find_if(groupings.begin(), groupings.end(),
                      [&](const auto& entry) { return entry.first == grouping; })
      ->second;
}

std::optional<Grouping> grouping_named(std::string_view text) {
  for (const auto& [grouping, called] : groupings)
    if (called == text) return grouping;
  return std::nullopt;
}

std::string_view name(Cause cause) {
  switch (cause) {
  case Cause::none:
    return "none";
  case Cause::reoffence:
    return "reoffence";
  case Cause::technical_return:
    return "technical_return";
  case Cause::custody:
    return "custody";
  case Cause::death:
    return "death";
  }
  return "";
}

std::string_view name(Exclusion reason) {
  switch (reason) {
  case Exclusion::later_index_event:
    return "later_index_event";
  case Exclusion::index_day_not_known:
    return "index_day_not_known";
  case Exclusion::pseudo_reconviction:
    return "pseudo_reconviction";
  case Exclusion::committed_too_late:
    return "committed_too_late";
  case Exclusion::proved_too_late:
    return "proved_too_late";
  }
  return "";
}

bool returns_elsewhere(std::string_view group) {
  static constexpr std::string_view elsewhere[] = {"ISC", "Interstate Compact", "interstate_compact",
                                                   "interstate_compact_parole"};
  return std::find(std::begin(elsewhere), std::end(elsewhere), group) != std::end(elsewhere);
}

std::string to_text(const CohortPeriod& period) {
  return base::to_text(period.first) + ".." + base::to_text(period.first + (period.months - 1));
}

std::string Snapshot::id() const {
  return std::to_string(size) + "@" + root.hex();
}

Counts& Counts::operator+=(const Counts& other) {
  people += other.people;
  reoffenders.certain += other.reoffenders.certain;
  reoffenders.possible += other.reoffenders.possible;
  reoffences.certain += other.reoffences.certain;
  reoffences.possible += other.reoffences.possible;
  return *this;
}

Rates rates(const Counts& counts) {
  const auto ratio = [](std::int64_t part, std::int64_t whole) -> std::optional<base::Rational> {
    if (whole == 0) return std::nullopt;
    return base::Rational::of(part, whole);
  };
  return {ratio(counts.reoffenders.certain, counts.people),
          ratio(counts.reoffences.certain, counts.reoffenders.certain),
          ratio(counts.reoffences.certain, counts.people)};
}

bool Member::reoffended(Certainty least) const {
  return std::any_of(reoffences.begin(), reoffences.end(), [&](const Reoffence& reoffence) {
    return least == Certainty::possible || reoffence.certainty == Certainty::certain;
  });
}

base::Result<void> check(const CohortRule& rule) {
  const auto refuse = [](std::string message, std::string where, std::string hint) {
    return base::fail(base::ErrorCode::refused, std::move(message), std::move(where), std::move(hint));
  };
  if (rule.window_months < 1 || rule.proof_months < 0 || rule.snapshot_lag_months < 0)
    return refuse("a window has at least a month, and the other times are not negative", "cohort",
                  "proven reoffending has a window of 12 months and 6 more for proof");
  if (rule.measure == Measure::return_to_custody) {
    if (rule.index != std::vector{IndexKind::release})
      return refuse("only a release can be followed by a return to custody", "cohort index",
                    "give release as the only index event");
    if (rule.period && rule.period->months < 1)
      return refuse("a period has at least one month", "cohort period", "");
    return {};
  }
  if (rule.proof != Proof::any)
    return refuse("proven reoffending knows no technical returns", "cohort proof",
                  "proof new_crime belongs to the measure return");
  if (rule.index.empty()) return refuse("no index event is named", "cohort index", "name at least one");
  if (!rule.period || (rule.period->months != 3 && rule.period->months != 12))
    return refuse("proven reoffending is measured on cohorts of 3 or of 12 months", "cohort period",
                  "write it like 2016-01..2016-03; the two lengths are different measures and never mixed");
  return {};
}

base::Result<Counts> joined(const std::vector<Cohort>& cohorts) {
  Counts out;
  for (std::size_t i = 0; i < cohorts.size(); ++i) {
    const CohortRule& first = cohorts.front().rule;
    const CohortRule& rule = cohorts[i].rule;
    const auto refuse = [&](std::string message, std::string hint = {}) {
      return base::fail(base::ErrorCode::refused, std::move(message),
                        cohorts.front().id + " and " + cohorts[i].id, std::move(hint));
    };
    if (first.period && rule.period && first.period->months != rule.period->months)
      return refuse("a cohort of " + std::to_string(first.period->months) + " months and one of " +
                        std::to_string(rule.period->months) + " months are not joined",
                    "a longer cohort meets each person once, at the first of their index events, so frequent "
                    "offenders weigh less in it: compare 3-month figures with 3-month figures only");
    if (first.measure != rule.measure || first.window_months != rule.window_months ||
        first.proof_months != rule.proof_months || first.index != rule.index || first.proof != rule.proof)
      return refuse("these cohorts are measured in different ways");
    if (cohorts.front().snapshot.size != cohorts[i].snapshot.size ||
        cohorts.front().snapshot.root != cohorts[i].snapshot.root)
      return refuse("these cohorts were counted from different snapshots",
                    "count all of them as known at one ledger size");
    if (!rule.period && cohorts.size() > 1) return refuse("a cohort without a period overlaps every other");
    for (std::size_t before = 0; before < i; ++before) {
      const CohortRule& other = cohorts[before].rule;
      if (other.provider == rule.provider && rule.period->first_day() <= other.period->last_day() &&
          other.period->first_day() <= rule.period->last_day())
        return refuse("these cohorts overlap");
    }
    out += cohorts[i].all;
  }
  return out;
}

base::Result<base::Rational> expected(const Cohort& cohort,
                                      const std::map<std::string, base::Rational>& rates) {
  base::Rational out;
  for (const auto& [stratum, counts] : cohort.strata) {
    const auto rate = rates.find(stratum);
    if (rate == rates.end())
      return base::fail(base::ErrorCode::refused,
                        "the baseline has no rate for \"" + stratum + "\", in which the cohort has " +
                            std::to_string(counts.people),
                        cohort.id, "give a rate for every group that occurs");
    out = out + base::Rational(counts.people) * rate->second;
  }
  return out;
}

} // namespace probity::outcome

#include "outcome/arrest_report.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "outcome/arrest_words.h"
#include "outcome/follow_up.h"
#include "outcome/publication.h"
#include "outcome/rate_comparison.h"

namespace probity::outcome {
namespace {

using base::ErrorCode;

constexpr std::array<std::pair<ArrestGrouping, std::string_view>, 4> groupings = {
    {{ArrestGrouping::sex, "sex"},
     {ArrestGrouping::age_band, "age_band"},
     {ArrestGrouping::offence_group, "offence_group"},
     {ArrestGrouping::arm, "arm"}}};

std::string label_of(const FollowedRelease& release, ArrestGrouping by) {
  const auto text = [&] {
    switch (by) {
    case ArrestGrouping::sex:
      return release.sex.text();
    case ArrestGrouping::age_band:
      return release.age_band.text();
    case ArrestGrouping::offence_group:
      return release.offence_type.text();
    case ArrestGrouping::arm:
      return release.arm.text();
    }
    return std::string_view();
  }();
  return std::string(text.empty() ? "not_stated" : text);
}

// What one figure is made of.
struct Gathered {
  ArrestFigure figure;
  std::vector<FollowUp> people;

  void add(const FollowedRelease& release, int within) {
    const bool arrested = release.arrested_in > 0 && release.arrested_in <= within;
    ++figure.people;
    figure.in_period.resize(static_cast<std::size_t>(within));
    if (arrested) {
      ++figure.arrested;
      ++figure.in_period[static_cast<std::size_t>(release.arrested_in) - 1];
    }
    people.push_back({arrested ? release.arrested_in : within, arrested ? 1 : 0});
  }
  ArrestFigure finished(std::string label) {
    figure.label = std::move(label);
    figure.interval = wilson_interval({figure.arrested, figure.people});
    figure.curve = kaplan_meier(people);
    return figure;
  }
};

base::Result<void> take_period(const FirstArrests& arrests, const ArrestRequest& request, ArrestReport& out) {
  if (arrests.releases.empty())
    return base::fail(ErrorCode::refused, "nobody in this ledger was followed up for arrest", "measure",
                      "import a data set that says whether people were arrested");
  out.unit = request.unit.value_or(arrests.releases.front().unit);
  int longest = 0;
  for (const FollowedRelease& release : arrests.releases) {
    if (release.unit != out.unit)
      return base::fail(ErrorCode::refused,
                        "people were followed by the " + std::string(name(release.unit)) + ", not by the " +
                            std::string(name(out.unit)),
                        "within", "ask in the unit of the source: 3y for years, 52w for weeks");
    longest = std::max(longest, release.periods);
  }
  out.within = request.within.value_or(longest);
  if (out.within < 1 || out.within > longest)
    return base::fail(ErrorCode::refused,
                      "nobody was followed for " + std::to_string(out.within) + " " +
                          std::string(name(out.unit)) + "s",
                      "within", "the longest follow-up is " + std::to_string(longest));
  return {};
}

base::Result<void> compare(const FirstArrests& arrests, std::map<std::string, Gathered>& groups,
                           ArrestReport& out) {
  if (groups.size() != 2 || groups.contains("not_stated")) return {};
  const record::Symbol trial = arrests.releases.front().trial;
  for (const FollowedRelease& release : arrests.releases)
    if (release.trial != trial) return {};
  auto& [first, a] = *groups.begin();
  auto& [second, b] = *std::next(groups.begin());
  const Proportion of_a{a.figure.arrested, a.figure.people};
  const Proportion of_b{b.figure.arrested, b.figure.people};
  TrialComparison comparison;
  comparison.trial = trial.text();
  comparison.first = first;
  comparison.second = second;
  comparison.difference = difference(of_a, of_b);
  PROBITY_ASSIGN(const Deviation deviation, between(of_a, of_b));
  comparison.z = deviation.z();
  comparison.p_value = deviation.p_value();
  const std::array both = {a.people, b.people};
  PROBITY_ASSIGN(comparison.log_rank, log_rank(both));
  out.comparison = std::move(comparison);
  return {};
}

Proportion proportion(const ArrestFigure& figure) {
  return {figure.arrested, figure.people};
}

bool small_period(const ArrestFigure& figure) {
  return std::any_of(figure.in_period.begin(), figure.in_period.end(),
                     [](std::int64_t count) { return count > 0 && count < least_count_published; });
}

void clear(ArrestFigure& figure) {
  ArrestFigure nothing;
  nothing.label = figure.label;
  nothing.withheld = true;
  figure = std::move(nothing);
}

// What is withheld leaves the report, so that no output can show it.
void withhold_small(ArrestReport& report) {
  std::vector<Proportion> groups;
  for (const ArrestFigure& figure : report.figures)
    groups.push_back(proportion(figure));
  const std::vector<bool> withheld = withheld_groups(groups);
  for (std::size_t i = 0; i < withheld.size(); ++i)
    if (withheld[i]) clear(report.figures[i]);
  if (too_small(proportion(report.all))) clear(report.all);
  if (std::any_of(report.figures.begin(), report.figures.end(),
                  [](const ArrestFigure& figure) { return figure.withheld; }))
    report.comparison.reset();
  report.periods_withheld =
      small_period(report.all) || std::any_of(report.figures.begin(), report.figures.end(), small_period);
  if (!report.periods_withheld) return;
  const auto without_periods = [](ArrestFigure& figure) {
    figure.in_period.clear();
    figure.curve = {};
  };
  without_periods(report.all);
  for (ArrestFigure& figure : report.figures)
    without_periods(figure);
}

} // namespace

std::optional<ArrestGrouping> arrest_grouping_named(std::string_view text) {
  for (const auto& [grouping, called] : groupings)
    if (called == text) return grouping;
  return std::nullopt;
}

std::string_view name(ArrestGrouping grouping) {
  return std::find_if(groupings.begin(), groupings.end(),
                      [&](const auto& entry) { return entry.first == grouping; })
      ->second;
}

base::Result<ArrestReport> arrest_report_of(const timeline::Book& book, const ArrestRequest& request) {
  ArrestReport out;
  out.snapshot = {book.size, book.root, book.known_on};
  out.origin = book.origin;
  out.replayed = book.replayed;
  out.by = request.by;
  const FirstArrests arrests = first_arrests(book);
  PROBITY_TRY(take_period(arrests, request, out));
  Gathered all;
  std::map<std::string, Gathered> groups;
  for (const FollowedRelease& release : arrests.releases) {
    const bool arrested = release.arrested_in > 0 && release.arrested_in <= out.within;
    if (!arrested && release.periods < out.within) {
      ++out.not_followed;
      continue;
    }
    all.add(release, out.within);
    if (request.by) groups[label_of(release, *request.by)].add(release, out.within);
  }
  if (request.by == ArrestGrouping::arm) PROBITY_TRY(compare(arrests, groups, out));
  for (auto& [label, gathered] : groups)
    out.figures.push_back(gathered.finished(label));
  out.all = all.finished("all");
  out.audience = request.audience;
  if (request.audience == Audience::publication) withhold_small(out);
  put_in_words(arrests, out);
  return out;
}

} // namespace probity::outcome

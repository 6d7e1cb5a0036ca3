#include "html/chart/funnel.h"
#include "outcome/funnel.h"
#include "pages/outcome/funnel_limits.h"
#include "pages/report/level_words.h"
#include "pages/report/report_view.h"
#include "pages/report/report_words.h"
#include "pages/report/small_numbers.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using base::Rational;
using contract::Measure;
using contract::ServiceLevel;
using contract::Statement;
using html::element;
using html::Html;

constexpr std::size_t least_for_funnel = 4;

bool withheld(const ReportView& view, const ServiceLevel& level) {
  return view.published() && is_withheld(level);
}

// Two decimals, or six where two would hide a difference.
std::string percent(const Rational& value, const std::optional<Rational>& beside = {}) {
  const bool hides = beside && value != *beside && value.decimal(2) == beside->decimal(2);
  return value.decimal(hides ? 6 : 2) + " %";
}

// "2.26 points below".
std::string gap(const Rational& value, const Rational& other) {
  if (value == other) return std::string(level_words().exactly_at);
  const Rational size = value < other ? other - value : value - other;
  const std::string points = size.decimal(size.decimal(2) == "0.00" ? 6 : 2);
  return value < other ? points_below(points) : points_above(points);
}

std::string counts(const ReportView& view, std::int64_t count) {
  return view.published() ? published(count) : with_commas(static_cast<std::uint64_t>(count));
}

Html result_tag(const ServiceLevel& level) {
  const LevelWords& words = level_words();
  if (level.counted == 0) return html::tag(words.no_cases, html::Tone::neutral);
  if (!level.achieved) return html::tag(words.too_few_cases, html::Tone::neutral);
  if (!level.target) return html::tag(words.no_target, html::Tone::neutral);
  return *level.achieved < *level.target ? html::tag(words.below_target, html::Tone::bad)
                                         : html::tag(words.target_met, html::Tone::good);
}

std::string sentence(const ReportView& view, const ServiceLevel& level) {
  if (level.counted == 0) return std::string(level_words().no_case_due);
  if (withheld(view, level)) return std::string(level_words().counts_withheld);
  const std::string met = counts(view, level.cell.met);
  const std::string counted = counts(view, level.counted);
  if (!level.achieved) return met_too_few(met, counted);
  const std::string share = percent(*level.achieved, level.target);
  if (!level.target) return met_without_target(met, counted, share);
  return met_against_target(met, counted, share, gap(*level.achieved, *level.target),
                            percent(*level.target, level.achieved));
}

const ServiceLevel* twin_of(const Statement& statement, const ServiceLevel& level) {
  for (const ServiceLevel& other : statement.levels)
    if (!level.twin.empty() && other.measure == level.twin && other.provider == level.provider) return &other;
  return nullptr;
}

Html twin_words(const ReportView& view, const ServiceLevel& level) {
  const ServiceLevel* twin = twin_of(view.statement.statement, level);
  if (twin == nullptr) return {};
  Html out = element("span", {{"class", "strong"}}, twin->title + ". ");
  std::string words = sentence(view, *twin);
  if (twin->achieved && level.achieved && !withheld(view, *twin) && !withheld(view, level))
    words += " " + against_measure_above(gap(*twin->achieved, *level.achieved),
                                         percent(*level.achieved, twin->achieved));
  out << html::text(words);
  return element("p", out);
}

std::vector<std::string> left_out(const ReportView& view, const ServiceLevel& level) {
  std::vector<std::string> out;
  for (const auto& [reason, count] : level.cell.excluded)
    out.push_back(excluded_cases(counts(view, count), spaced(reason)));
  if (level.cell.open > 0) out.push_back(open_cases(counts(view, level.cell.open)));
  if (level.cell.undetermined > 0)
    out.push_back(cases_of_unknown_times(counts(view, level.cell.undetermined)));
  return out;
}

const Measure* measure_of(const ReportView& view, const std::string& id) {
  for (const Measure& measure : view.statement.terms.measures)
    if (measure.id == id) return &measure;
  return nullptr;
}

Html level_workings(const ReportView& view, const ServiceLevel& level) {
  const LevelWords& words = level_words();
  std::vector<html::SummaryRow> rows{{std::string(words.source), html::text(level.source)},
                                     {std::string(words.read_as), html::text(spaced(level.reading))}};
  if (const Measure* measure = measure_of(view, level.measure)) {
    rows.push_back({std::string(words.met_when), html::text(spaced(measure->counts))});
    if (!measure->rewards.empty()) rows.push_back({std::string(words.rewards), html::text(measure->rewards)});
    if (!measure->leaves_undone.empty())
      rows.push_back({std::string(words.leaves_undone), html::text(measure->leaves_undone)});
    std::vector<std::string> assumed;
    for (const std::string& key : measure->assumed)
      assumed.push_back(spaced(key));
    rows.push_back(
        {std::string(words.assumed), html::text(assumed.empty() ? words.nothing : listed(assumed))});
  }
  Html content = html::paragraph(words.workings);
  content << html::summary_list(rows);
  return workings(level.title, content);
}

Html level_part(const ReportView& view, const ServiceLevel& level, bool several, std::size_t number) {
  const std::string heading = several ? level.title + ": " + level.provider : level.title;
  Html out = element("h2", {{"id", "level-" + std::to_string(number)}}, heading);
  Html words = result_tag(level);
  words << html::text(" ") << element("span", sentence(view, level));
  out << element("p", words);
  const Html twin = twin_words(view, level);
  if (!twin.empty()) out << html::inset_text(twin);
  const std::vector<std::string> apart = left_out(view, level);
  if (!apart.empty()) out << html::paragraph(left_out_of_level(listed(apart)));
  const Html link =
      cases_link(view, level.measure, cases_behind(static_cast<std::uint64_t>(level.cell.started), heading));
  if (!link.empty() && level.cell.started > 0) out << element("p", link);
  out << level_workings(view, level);
  return out;
}

// Providers of one measure side by side, where there are enough of them.
Html providers_funnel(const ReportView& view, const std::string& measure, std::size_t number) {
  html::FunnelPlot plot;
  std::vector<outcome::Proportion> units;
  std::string title;
  for (const ServiceLevel& level : view.statement.statement.levels) {
    if (level.measure != measure) continue;
    title = level.title;
    if (level.counted == 0) continue;
    if (withheld(view, level)) {
      plot.withheld.push_back(level.provider);
      continue;
    }
    units.push_back({level.cell.met, level.counted});
    plot.points.push_back({level.provider, level.cell.met, level.counted, {}});
  }
  if (units.size() < least_for_funnel) return {};
  const double target = outcome::pooled_rate(units);
  if (target <= 0 || target >= 1) return {};
  const LevelWords& words = level_words();
  plot.head.id = "funnel-" + std::to_string(number);
  plot.head.title = level_by_provider(title);
  plot.head.method = html::paragraph(words.funnel_method);
  plot.units = words.providers;
  plot.cases = words.cases;
  plot.rate = words.was_met;
  plot.centre_name = words.rate_of_all;
  put_limits(plot, outcome::funnel(units, target));
  return html::figure(plot);
}

std::string achieved(const ReportView& view, const ServiceLevel& level) {
  if (withheld(view, level)) return std::string(level_words().withheld);
  return level.achieved ? percent(*level.achieved, level.target) : "–";
}

Html overview(const ReportView& view) {
  using html::Align;
  const Statement& statement = view.statement.statement;
  const LevelWords& words = level_words();
  html::Table table;
  table.caption = all_levels_of(in_words(statement.period));
  table.columns = {{std::string(words.measure)},
                   {std::string(words.achieved), Align::numeric},
                   {std::string(words.target), Align::numeric},
                   {std::string(words.against_target)},
                   {std::string(words.result)},
                   {std::string(words.beside)}};
  std::size_t number = 0;
  for (const ServiceLevel& level : statement.levels) {
    ++number;
    const std::string name =
        statement.providers.size() != 1 ? level.title + ": " + level.provider : level.title;
    const bool compared = !withheld(view, level) && level.achieved && level.target;
    Html beside;
    if (const ServiceLevel* twin = twin_of(statement, level)) {
      beside << element("span", {{"class", "strong"}}, achieved(view, *twin)) << html::text(" ")
             << element("span", {{"class", "small"}}, twin->title);
    }
    table.rows.push_back(
        {{html::link_to_part("level-" + std::to_string(number), name), html::text(achieved(view, level)),
          html::text(level.target ? percent(*level.target) : words.none),
          html::text(compared ? gap(*level.achieved, *level.target) : ""), result_tag(level),
          std::move(beside)},
         ""});
  }
  return html::table(table);
}

std::string takeaway(const Statement& statement) {
  std::size_t targets = 0;
  std::size_t met = 0;
  std::size_t twins = 0;
  std::size_t lower = 0;
  for (const ServiceLevel& level : statement.levels) {
    if (level.target && level.achieved) {
      ++targets;
      met += *level.achieved < *level.target ? 0 : 1;
    }
    const ServiceLevel* twin = twin_of(statement, level);
    if (twin == nullptr || !twin->achieved || !level.achieved) continue;
    ++twins;
    lower += *twin->achieved < *level.achieved ? 1 : 0;
  }
  return targets_met(met, targets) + " " + measures_beside(twins, lower);
}

} // namespace

Html service_levels_part(const ReportView& view) {
  const Statement& statement = view.statement.statement;
  Html out = element("h1", report_words().service_levels);
  if (statement.levels.empty()) {
    out << html::paragraph(level_words().no_levels);
    return out;
  }
  out << element("p", {{"class", "takeaway"}}, takeaway(statement)) << overview(view);
  std::string drawn;
  std::size_t number = 0;
  for (const ServiceLevel& level : statement.levels) {
    ++number;
    if (level.measure != drawn) out << providers_funnel(view, level.measure, number);
    drawn = level.measure;
    out << html::text("\n") << level_part(view, level, statement.providers.size() != 1, number);
  }
  return out;
}

} // namespace probity::pages

#include "outcome/score_report.h"

#include <fmt/format.h>

#include <cmath>

#include "outcome/publication.h"
#include "outcome/report.h"

namespace probity::outcome {
namespace {

using base::json::Value;

struct Group {
  std::vector<std::int32_t> expected;
  std::int64_t observed = 0;
  std::int64_t unscored = 0;
};

ScoredFigure figure_of(const Group& group, const Figure& of, Audience audience, double reference) {
  ScoredFigure out;
  out.label = of.label;
  out.scored = static_cast<std::int64_t>(group.expected.size());
  out.unscored = group.unscored;
  // Those with a score may be few where the group is not.
  out.withheld =
      of.withheld || (audience == Audience::publication && too_small({group.observed, out.scored}));
  if (out.withheld) return out;
  auto standardised = standardise(group.observed, group.expected, reference);
  if (standardised)
    out.standardised = *standardised;
  else
    out.reason = standardised.error().message;
  return out;
}

std::string ratio_text(double ratio) {
  return base::Rational::of(std::llround(ratio * 1e6), 1'000'000).decimal(2);
}

std::string sentence_of(const ScoreReport& report, Status status) {
  const ScoredFigure& all = report.all;
  if (all.withheld) return "The figure is withheld: too few people have a score.";
  if (!all.standardised) return "Nothing can be said: " + all.reason + ".";
  const Standardised& one = *all.standardised;
  const bool fewer = one.ratio_interval.high < 1;
  const bool more = one.ratio_interval.low > 1;
  return "Of the " + count_text(all.scored) + " people with a score " + count_text(one.observed) +
         " were counted, where their scores led one to expect " + one.expected.decimal(1) + ": " +
         ratio_text(one.ratio) + " times as many (95 % interval " + ratio_text(one.ratio_interval.low) +
         " to " + ratio_text(one.ratio_interval.high) + "), which is " +
         (fewer  ? "fewer than chance alone would do"
          : more ? "more than chance alone would do"
                 : "within what chance alone does") +
         (status == Status::final
              ? "."
              : ". More can still be counted where all that was expected is: the ratio can only rise.");
}

std::vector<std::string> row_of(const ScoredFigure& figure) {
  if (figure.withheld)
    return {words_for(figure.label),
            "withheld",
            "withheld",
            "withheld",
            "withheld",
            "withheld",
            "withheld",
            "withheld"};
  std::vector<std::string> out = {words_for(figure.label), count_text(figure.scored),
                                  count_text(figure.unscored)};
  if (!figure.standardised) {
    out.insert(out.end(), 5, "none");
    return out;
  }
  const Standardised& one = *figure.standardised;
  out.push_back(count_text(one.observed));
  out.push_back(one.expected.decimal(1));
  out.push_back(ratio_text(one.ratio));
  out.push_back(ratio_text(one.ratio_interval.low) + " to " + ratio_text(one.ratio_interval.high));
  out.push_back(percent_text(base::Rational::of(std::llround(one.adjusted_rate * 1e6), 1'000'000)));
  return out;
}

Value figure_json(const ScoredFigure& figure) {
  Value out;
  out.set("label", Value(figure.label));
  out.set("withheld", Value(figure.withheld));
  if (figure.withheld) return out;
  out.set("scored", Value(figure.scored));
  out.set("unscored", Value(figure.unscored));
  if (!figure.standardised) {
    out.set("reason", Value(figure.reason));
    return out;
  }
  const Standardised& one = *figure.standardised;
  const auto six = [](double value) {
    return Value(base::Rational::of(std::llround(value * 1e6), 1'000'000).decimal(6));
  };
  out.set("observed", Value(one.observed));
  out.set("expected", Value(one.expected.text()));
  out.set("variance", Value(one.variance.text()));
  out.set("ratio", six(one.ratio));
  out.set("ratio_low", six(one.ratio_interval.low));
  out.set("ratio_high", six(one.ratio_interval.high));
  out.set("adjusted_rate", six(one.adjusted_rate));
  return out;
}

} // namespace

base::Result<ScoreReport> score_report_of(const timeline::Book& book, const Report& report,
                                          const ScoreRule& rule) {
  const RecordedScores scores(book, report.rule.linked, rule);
  std::map<std::string, Group> groups;
  Group all;
  double sum = 0;
  for (const Cohort& cohort : report.cohorts)
    for (const Member& member : cohort.members) {
      // Several cohorts are the rows; one is divided by its strata.
      Group& group = groups[report.cohorts.size() > 1 ? to_text(*cohort.rule.period) : member.stratum];
      const auto score = scores.of(member);
      if (!score) {
        ++group.unscored;
        ++all.unscored;
        continue;
      }
      const int reoffended = member.reoffended(Certainty::certain) ? 1 : 0;
      for (Group* one : {&group, &all}) {
        one->expected.push_back(static_cast<std::int32_t>(score->millionths));
        one->observed += reoffended;
      }
      sum += static_cast<double>(score->millionths) / 1e6;
    }
  if (all.expected.empty())
    return base::fail(base::ErrorCode::not_found, "nobody here has a recorded score " + rule.text(), "scores",
                      "Scores count that were made by the index day (risk.record_score); "
                      "name instrument and forecast as recorded");
  const double reference = sum / static_cast<double>(all.expected.size());
  if (!(reference > 0 && reference < 1))
    return base::fail(base::ErrorCode::invalid_input,
                      "every score is 0 or every score is 1: nothing is compared", "scores");
  ScoreReport out;
  out.rule = rule;
  for (const Figure& figure : report.figures)
    out.figures.push_back(figure_of(groups[figure.label], figure, report.audience, reference));
  out.all = figure_of(all, report.all, report.audience, reference);
  out.sentence = sentence_of(out, report.status);
  out.workings = {
      "Score: " + rule.text() + ", the newest that was made by the index day and recorded within " +
          std::to_string(rule.recorded_within_days) +
          " days of it. Whoever has none is left out of observed and expected alike, and counted.",
      "Expected: the sum of the scores. Ratio: observed ÷ expected; its interval is observed ± 1.96 √Σ p(1 − "
      "p), ÷ "
      "expected. Adjusted rate: ratio × " +
          percent_text(base::Rational::of(std::llround(reference * 1e6), 1'000'000)) +
          ", the mean score of all who have one. The score is taken as given: whether it fits this time and "
          "place "
          "is not in the interval."};
  return out;
}

Value score_report_json(const ScoreReport& report) {
  Value out;
  out.set("instrument", Value(report.rule.instrument.text()));
  out.set("forecast", Value(report.rule.forecast.text()));
  if (!report.rule.version.empty()) out.set("version", Value(report.rule.version.text()));
  out.set("recorded_within_days", Value(std::int64_t{report.rule.recorded_within_days}));
  base::json::Array figures;
  for (const ScoredFigure& figure : report.figures)
    figures.push_back(figure_json(figure));
  out.set("figures", Value(std::move(figures)));
  out.set("all", figure_json(report.all));
  out.set("sentence", Value(report.sentence));
  base::json::Array workings;
  for (const std::string& line : report.workings)
    workings.emplace_back(line);
  out.set("workings", Value(std::move(workings)));
  return out;
}

std::vector<std::string> score_table_columns() {
  return {"Group",    "With a score", "Without",       "Observed",
          "Expected", "Ratio",        "95 % interval", "Adjusted rate"};
}

std::vector<std::vector<std::string>> score_table_rows(const ScoreReport& report) {
  std::vector<std::vector<std::string>> out;
  for (const ScoredFigure& figure : report.figures)
    out.push_back(row_of(figure));
  out.push_back(row_of(report.all));
  return out;
}

} // namespace probity::outcome

#include "outcome/report.h"

#include <cmath>

namespace probity::outcome {
namespace {

using base::json::Array;
using base::json::Value;

Value texts(const std::vector<std::string>& lines) {
  Array out;
  for (const std::string& line : lines)
    out.emplace_back(line);
  return Value(std::move(out));
}

std::string exact(const std::optional<base::Rational>& rate) {
  return rate ? rate->text() : std::string();
}

Value figure_json(const Figure& figure, Measure measure) {
  Value out;
  out.set("label", Value(figure.label));
  out.set("withheld", Value(figure.withheld));
  if (figure.withheld) return out;
  const Counts& counts = figure.counts;
  const Rates all = rates(counts);
  out.set("people", Value(counts.people));
  out.set("reoffenders", Value(counts.reoffenders.certain));
  out.set("reoffenders_possible", Value(counts.reoffenders.possible));
  out.set("rate", Value(exact(all.binary)));
  out.set("rate_percent", Value(all.binary ? percent_text(all.binary) : std::string()));
  out.set("interval_percent", Value(percent_text(figure.interval)));
  if (measure == Measure::proven_reoffending) {
    out.set("reoffences", Value(counts.reoffences.certain));
    out.set("reoffences_possible", Value(counts.reoffences.possible));
    out.set("per_reoffender", Value(exact(all.per_reoffender)));
    out.set("per_person", Value(exact(all.per_person)));
  } else {
    out.set("technical_returns", Value(figure.technical));
  }
  Value competing;
  for (const auto& [cause, count] : figure.competing)
    competing.set(name(cause), Value(count));
  out.set("competing", std::move(competing));
  return out;
}

// Fractions are not written in JSON here: as text, with six decimals.
std::string six(double value) {
  return base::Rational::of(std::llround(value * 1e6), 1'000'000).decimal(6);
}

Value comparison_json(const Comparison& comparison) {
  Value out;
  out.set("label", Value(comparison.label));
  out.set("against", Value(comparison.against));
  out.set("difference", Value(comparison.deviation.difference.text()));
  out.set("variance", Value(comparison.deviation.variance.text()));
  out.set("z", Value(six(comparison.deviation.z())));
  out.set("p_value", Value(six(comparison.deviation.p_value())));
  out.set("direction", Value(to_text(comparison.direction)));
  out.set("interval_low", Value(six(comparison.interval.low)));
  out.set("interval_high", Value(six(comparison.interval.high)));
  out.set("critical_difference", Value(six(comparison.detection.critical_difference)));
  out.set("smallest_effect", Value(six(comparison.detection.smallest_effect)));
  out.set("sentence", Value(comparison.sentence));
  return out;
}

Value curve_json(const Curve& curve) {
  Array points;
  for (const CurvePoint& point : curve.points) {
    Value at;
    at.set("day", Value(std::int64_t{point.day}));
    at.set("at_risk", Value(point.at_risk));
    for (std::size_t cause = 0; cause < shown_cause_count; ++cause)
      at.set(name(shown_causes[cause]), Value(six(point.share[cause])));
    at.set("low", Value(point.interval ? six(point.interval->low) : std::string()));
    at.set("high", Value(point.interval ? six(point.interval->high) : std::string()));
    at.set("alone", Value(six(point.alone)));
    points.push_back(std::move(at));
  }
  Value out;
  out.set("label", Value(curve.label));
  out.set("people", Value(curve.people));
  out.set("left_out", Value(curve.left_out));
  out.set("points", Value(std::move(points)));
  return out;
}

void set_comparisons(Value& out, const Report& report) {
  Array comparisons;
  for (const Comparison& comparison : report.comparisons)
    comparisons.push_back(comparison_json(comparison));
  out.set("comparisons", Value(std::move(comparisons)));
  out.set("not_compared", texts(report.not_compared));
  if (report.frequency) out.set("frequency", Value(report.frequency->sentence));
  if (!report.curves) return;
  Array curves;
  for (const Curve& curve : report.curves->groups)
    curves.push_back(curve_json(curve));
  out.set("curves", Value(std::move(curves)));
  if (const auto& test = report.curves->test) {
    Value log_rank;
    log_rank.set("chi_squared", Value(six(test->chi_squared)));
    log_rank.set("degrees", Value(std::int64_t{test->degrees}));
    log_rank.set("p_value", Value(six(test->p_value)));
    out.set("log_rank", std::move(log_rank));
  }
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string cells(const Figure& figure, const Report& report) {
  std::string out = quoted(figure.label);
  if (figure.withheld) return out + ",,,,,,,,,withheld";
  const Counts& counts = figure.counts;
  const Rates all = rates(counts);
  const auto number = [](const std::optional<base::Rational>& rate, int scale) {
    return rate ? (*rate * base::Rational(scale)).decimal(4) : std::string();
  };
  std::string interval = percent_text(figure.interval); // "32.79 to 33.94 %"
  const std::size_t to = interval.find(" to ");
  out += "," + std::to_string(counts.people) + "," + std::to_string(counts.reoffenders.certain) + "," +
         std::to_string(counts.reoffences.certain) + "," + number(all.binary, 100) + "," +
         interval.substr(0, to) + "," + interval.substr(to + 4, interval.size() - to - 6) + "," +
         number(all.per_reoffender, 1) + "," + number(all.per_person, 100) + "," +
         (report.status == Status::final ? "final" : "provisional");
  return out;
}

} // namespace

Value report_json(const Report& report) {
  Array figures;
  for (const Figure& figure : report.figures)
    figures.push_back(figure_json(figure, report.rule.measure));
  Array cohorts;
  for (const Cohort& cohort : report.cohorts)
    cohorts.emplace_back(cohort.id);
  Value excluded;
  for (const Cohort& cohort : report.cohorts)
    for (const auto& [reason, count] : cohort.excluded) {
      const Value* before = excluded.find(name(reason));
      excluded.set(name(reason), Value(count + (before == nullptr ? 0 : *before->integer())));
    }
  Value out;
  out.set("measure", Value(name(report.rule.measure)));
  out.set("proof", Value(name(report.rule.proof)));
  out.set("window_months", Value(std::int64_t{report.rule.window_months}));
  out.set("title", Value(report.title));
  out.set("rows_by", Value(report.rows_by));
  out.set("cohorts", Value(std::move(cohorts)));
  out.set("figures", Value(std::move(figures)));
  out.set("all", figure_json(report.all, report.rule.measure));
  out.set("excluded", std::move(excluded));
  out.set("status", Value(report.status == Status::final ? "final" : "provisional"));
  out.set("final_from", Value(report.final_from ? base::to_text(*report.final_from) : std::string()));
  out.set("ledger", Value(report.origin));
  out.set("replayed", Value(report.replayed));
  out.set("size", Value(static_cast<std::int64_t>(report.snapshot.size)));
  out.set("root", Value(report.snapshot.root.hex()));
  out.set("known_on", Value(base::to_text(report.snapshot.known_on)));
  out.set("snapshot", Value(report.snapshot.id()));
  set_comparisons(out, report);
  if (report.scores) out.set("scores", score_report_json(*report.scores));
  out.set("takeaway", texts(report.takeaway));
  out.set("notes", texts(report.notes));
  out.set("workings", texts(report.workings));
  return out;
}

std::string report_csv(const Report& report) {
  std::string out = "group,people,reoffenders,reoffences,rate_percent,low_percent,high_percent,"
                    "reoffences_per_reoffender,reoffences_per_100_people,status\r\n";
  for (const Figure& figure : report.figures)
    out += cells(figure, report) + "\r\n";
  return out + cells(report.all, report) + "\r\n";
}

} // namespace probity::outcome

#include <fmt/format.h>

#include "outcome/arrest_report.h"

namespace probity::outcome {
namespace {

using base::json::Array;
using base::json::Value;

std::string decimal(double value) {
  return fmt::format("{:.4f}", value);
}

Value interval_json(const Interval& interval) {
  Value out;
  out.set("high", Value(decimal(interval.high)));
  out.set("low", Value(decimal(interval.low)));
  return out;
}

Value figure_json(const ArrestFigure& figure) {
  if (figure.withheld) {
    Value out;
    out.set("label", Value(figure.label));
    out.set("withheld", Value(true));
    return out;
  }
  Array periods;
  for (const std::int64_t count : figure.in_period)
    periods.emplace_back(count);
  Array curve;
  for (const SurvivalStep& step : figure.curve.steps) {
    Value one;
    one.set("arrested", Value(step.events));
    one.set("at_risk", Value(step.at_risk));
    if (step.interval) one.set("interval", interval_json(*step.interval));
    one.set("free_of_arrest", Value(decimal(step.survival)));
    one.set("period", Value(std::int64_t{step.time}));
    curve.push_back(std::move(one));
  }
  Value out;
  out.set("arrested", Value(figure.arrested));
  out.set("curve", Value(std::move(curve)));
  out.set("in_period", Value(std::move(periods)));
  out.set("interval", interval_json(figure.interval));
  out.set("label", Value(figure.label));
  out.set("people", Value(figure.people));
  return out;
}

Value comparison_json(const TrialComparison& comparison) {
  Value rank;
  rank.set("chi_squared", Value(decimal(comparison.log_rank.chi_squared)));
  rank.set("degrees", Value(std::int64_t{comparison.log_rank.degrees}));
  rank.set("p_value", Value(decimal(comparison.log_rank.p_value)));
  Value out;
  out.set("difference", Value(decimal(comparison.difference.estimate)));
  out.set("first", Value(comparison.first));
  out.set("interval", interval_json(comparison.difference.interval));
  out.set("log_rank", std::move(rank));
  out.set("p_value", Value(decimal(comparison.p_value)));
  out.set("second", Value(comparison.second));
  out.set("trial", Value(comparison.trial));
  out.set("z", Value(decimal(comparison.z)));
  return out;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char byte : text)
    out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
  return out + "\"";
}

std::string curve_csv(const ArrestFigure& figure) {
  std::string out;
  for (const SurvivalStep& step : figure.curve.steps) {
    out += quoted(figure.label) + "," + std::to_string(step.time) + "," + std::to_string(step.at_risk) + "," +
           std::to_string(step.events) + "," + decimal(step.survival) + ",";
    if (step.interval) out += decimal(step.interval->low);
    out += ",";
    if (step.interval) out += decimal(step.interval->high);
    out += "\r\n";
  }
  return out;
}

} // namespace

Value arrest_report_json(const ArrestReport& report) {
  Array figures;
  for (const ArrestFigure& figure : report.figures)
    figures.push_back(figure_json(figure));
  Array notes;
  for (const std::string& note : report.notes)
    notes.emplace_back(note);
  Value out;
  out.set("all", figure_json(report.all));
  if (report.by) out.set("by", Value(name(*report.by)));
  if (report.comparison) out.set("comparison", comparison_json(*report.comparison));
  out.set("figures", Value(std::move(figures)));
  out.set("known_on", Value(base::to_text(report.snapshot.known_on)));
  out.set("ledger", Value(report.origin));
  out.set("measure", Value("arrest"));
  const bool few = report.not_followed > 0 && report.not_followed < least_count_published;
  if (report.audience == Audience::inside || !few) out.set("not_followed", Value(report.not_followed));
  out.set("notes", Value(std::move(notes)));
  out.set("replayed", Value(report.replayed));
  if (report.periods_withheld) out.set("periods_withheld", Value(true));
  out.set("root", Value(report.snapshot.root.hex()));
  out.set("size", Value(static_cast<std::int64_t>(report.snapshot.size)));
  Array takeaway;
  for (const std::string& sentence : report.takeaway)
    takeaway.emplace_back(sentence);
  out.set("takeaway", Value(std::move(takeaway)));
  out.set("title", Value(report.title));
  out.set("unit", Value(name(report.unit)));
  out.set("within", Value(std::int64_t{report.within}));
  return out;
}

std::string arrest_report_csv(const ArrestReport& report) {
  std::string out = "group,period,at_risk,arrested,free_of_arrest,low,high\r\n";
  for (const ArrestFigure& figure : report.figures)
    out += curve_csv(figure);
  return out + curve_csv(report.all);
}

} // namespace probity::outcome

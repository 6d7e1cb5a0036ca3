#include <fmt/format.h>

#include "outcome/risk_model.h"

namespace probity::outcome {
namespace {

using base::json::Array;
using base::json::Value;

std::string decimal(double value) {
  return fmt::format("{:.4f}", value);
}

Value texts(const std::vector<std::string>& list) {
  Array out;
  for (const std::string& text : list)
    out.emplace_back(text);
  return Value(std::move(out));
}

Value proportion_json(const Proportion& proportion) {
  Value out;
  out.set("count", Value(proportion.count));
  out.set("of", Value(proportion.of));
  return out;
}

Value discrimination_json(const Discrimination& discrimination) {
  Value out;
  out.set("area", Value(decimal(discrimination.area)));
  out.set("high", Value(decimal(discrimination.interval.high)));
  out.set("low", Value(decimal(discrimination.interval.low)));
  return out;
}

Value calibration_json(const Calibration& calibration) {
  Value out;
  Array groups;
  for (const CalibrationGroup& group : calibration.groups) {
    Value one;
    one.set("high", Value(decimal(group.interval.high)));
    one.set("low", Value(decimal(group.interval.low)));
    one.set("observed", proportion_json(group.observed));
    one.set("predicted", Value(decimal(group.mean_predicted)));
    groups.push_back(std::move(one));
  }
  out.set("groups", Value(std::move(groups)));
  const auto coefficient = [&](std::string_view name, const std::optional<Coefficient>& value) {
    if (value) out.set(name, Value(decimal(value->estimate)));
  };
  coefficient("in_the_large", calibration.in_the_large);
  coefficient("intercept", calibration.intercept);
  coefficient("slope", calibration.slope);
  return out;
}

Value group_json(const RiskGroup& group) {
  Value out;
  out.set("arrested", proportion_json(group.errors.outcome));
  out.set("column", Value(group.column));
  if (group.discrimination) out.set("discrimination", discrimination_json(*group.discrimination));
  out.set("false_negative", proportion_json(group.errors.false_negative));
  out.set("false_positive", proportion_json(group.errors.false_positive));
  out.set("flagged", proportion_json(group.errors.flagged));
  out.set("level", Value(group.level));
  out.set("precision", proportion_json(group.errors.precision));
  return out;
}

// By RFC 4180; the columns have no quotes in them, but could.
std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char byte : text)
    out += byte == '"' ? std::string("\"\"") : std::string(1, byte);
  return out + "\"";
}

} // namespace

Value risk_model_json(const RiskModel& model) {
  Array afterwards;
  for (const ColumnKnownAfterwards& column : model.known_afterwards) {
    Value one;
    one.set("column", Value(column.name));
    one.set("stated", Value(column.stated));
    afterwards.push_back(std::move(one));
  }
  Array dropped;
  for (const DroppedColumn& column : model.dropped) {
    Value one;
    one.set("column", Value(column.name));
    one.set("reason", Value(column.reason));
    dropped.push_back(std::move(one));
  }
  Array groups;
  for (const RiskGroup& group : model.groups)
    groups.push_back(group_json(group));
  Array coefficients;
  for (std::size_t i = 0; i < model.model.coefficients.size(); ++i) {
    Value one;
    one.set("column", Value(i == 0 ? "intercept" : model.model.names[i - 1]));
    one.set("log_odds", Value(decimal(model.model.coefficients[i])));
    one.set("standard_error", Value(decimal(model.model.standard_error(i))));
    coefficients.push_back(std::move(one));
  }
  Value out;
  out.set("arrested", proportion_json(model.arrested));
  out.set("brier", Value(decimal(model.calibration.brier)));
  out.set("brier_of_rate", Value(decimal(model.brier_of_rate)));
  out.set("calibration", calibration_json(model.calibration));
  out.set("coefficients", Value(std::move(coefficients)));
  out.set("discrimination", discrimination_json(model.discrimination));
  out.set("dropped", Value(std::move(dropped)));
  out.set("factors", texts(model.factors));
  out.set("folds", Value(std::int64_t{model.request.folds}));
  out.set("groups", Value(std::move(groups)));
  out.set("known_afterwards", Value(std::move(afterwards)));
  out.set("known_on", Value(base::to_text(model.snapshot.known_on)));
  out.set("ledger", Value(model.origin));
  out.set("left_out", texts(model.left_out));
  out.set("not_followed", Value(model.not_followed));
  out.set("replayed", Value(model.replayed));
  out.set("root", Value(model.snapshot.root.hex()));
  out.set("seed", Value(static_cast<std::int64_t>(model.request.seed)));
  out.set("size", Value(static_cast<std::int64_t>(model.snapshot.size)));
  out.set("threshold", Value(decimal(model.request.threshold)));
  out.set("unit", Value(name(model.unit)));
  out.set("within", Value(std::int64_t{model.within}));
  out.set("without_factors", Value(model.without_factors));
  return out;
}

std::string risk_model_csv(const RiskModel& model) {
  std::string out = "column,log_odds,standard_error\r\n";
  for (std::size_t i = 0; i < model.model.coefficients.size(); ++i)
    out += quoted(i == 0 ? "intercept" : model.model.names[i - 1]) + "," +
           decimal(model.model.coefficients[i]) + "," + decimal(model.model.standard_error(i)) + "\r\n";
  return out;
}

} // namespace probity::outcome

#include "outcome/risk_model.h"

#include <algorithm>
#include <map>

#include "outcome/cross_validation.h"
#include "outcome/followed_rows.h"

namespace probity::outcome {
namespace {

using base::ErrorCode;

bool holds(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

base::Result<void> check_groups(const FactorTable& table, const RiskModelRequest& request) {
  for (const std::string& name : request.by) {
    const auto found = table.columns.find(name);
    if (found == table.columns.end())
      return base::fail(ErrorCode::not_found, "nobody states a column \"" + name + "\"", "",
                        "names are those of the source, letter for letter");
    if (found->second.kind != FactorKind::level || found->second.known == Known::afterwards)
      return base::fail(ErrorCode::invalid_input, "\"" + name + "\" has no categories known at release", "by",
                        "errors are shown by columns of categories");
  }
  return {};
}

void take_usual_groups(const FactorTable& table, RiskModelRequest& request) {
  if (!request.by.empty()) return;
  for (const std::string& name : request.usual_by)
    if (const auto found = table.columns.find(name);
        found != table.columns.end() && found->second.kind == FactorKind::level)
      request.by.push_back(name);
}

std::string level_of(const PersonFactors& person, const std::string& column) {
  const auto found = person.values.find(column);
  return found == person.values.end() ? "not stated" : std::string(found->second.level.text());
}

void judge_groups(const std::vector<FollowedRow>& rows, std::span<const double> scores,
                  std::span<const std::uint8_t> outcome, RiskModel& out) {
  for (const std::string& column : out.request.by) {
    std::map<std::string, std::int32_t> numbers;
    for (const FollowedRow& row : rows)
      numbers.try_emplace(level_of(*row.person, column));
    std::int32_t next = 0;
    for (auto& [level, number] : numbers)
      number = next++;
    std::vector<std::int32_t> groups;
    for (const FollowedRow& row : rows)
      groups.push_back(numbers.at(level_of(*row.person, column)));
    const std::vector<ErrorRates> errors = error_rates(scores, outcome, groups, out.request.threshold);
    for (const auto& [level, number] : numbers) {
      RiskGroup group{column, level, errors[static_cast<std::size_t>(number)], {}};
      std::vector<double> own_scores;
      std::vector<std::uint8_t> own_outcome;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (groups[i] != number) continue;
        own_scores.push_back(scores[i]);
        own_outcome.push_back(outcome[i]);
      }
      if (auto found = discrimination(own_scores, own_outcome)) group.discrimination = *found;
      out.groups.push_back(std::move(group));
    }
  }
}

} // namespace

base::Result<RiskModel> risk_model_of(const timeline::Book& book, const RiskModelRequest& request) {
  RiskModel out;
  out.request = request;
  out.snapshot = {book.size, book.root, book.known_on};
  out.origin = book.origin;
  out.replayed = book.replayed;
  const FactorTable table = factor_table(book);
  const FirstArrests arrests = first_arrests(book);
  take_usual_groups(table, out.request);
  PROBITY_ASSIGN(out.factors, columns_at_release(table, request.use, request.leave_out));
  PROBITY_TRY(check_groups(table, out.request));
  for (const auto& [name, column] : table.columns)
    if (column.known == Known::afterwards)
      out.known_afterwards.push_back({name, column.stated});
    else if (holds(request.leave_out, name))
      out.left_out.push_back(name);
  PROBITY_ASSIGN(const FollowedRows followed, followed_rows(table, arrests, request.within));
  out.unit = followed.unit;
  out.within = followed.within;
  out.not_followed = followed.not_followed;
  out.without_factors = followed.without_factors;
  const std::vector<FollowedRow>& rows = followed.rows;

  std::vector<const PersonFactors*> people;
  std::vector<std::uint8_t> outcome;
  std::vector<std::uint64_t> keys;
  for (const FollowedRow& row : rows) {
    people.push_back(row.person);
    outcome.push_back(row.arrested);
    keys.push_back(row_key(row.person->person));
    out.arrested.count += row.arrested;
  }
  out.arrested.of = static_cast<std::int64_t>(rows.size());
  PROBITY_ASSIGN(DesignMatrix matrix, differing_columns(table, people, out.factors));
  out.dropped = std::move(matrix.dropped);
  PROBITY_ASSIGN(out.model, fit_logistic(matrix.covariates, outcome));
  PROBITY_ASSIGN(const CrossValidation validation,
                 cross_validate(matrix.covariates, outcome, keys, request.folds, request.seed));
  PROBITY_ASSIGN(out.discrimination, discrimination(validation.predicted, outcome));
  PROBITY_ASSIGN(out.calibration, calibration(validation.predicted, outcome));
  const double rate = out.arrested.value();
  out.brier_of_rate = rate * (1 - rate);
  judge_groups(rows, validation.predicted, outcome, out);
  return out;
}

} // namespace probity::outcome

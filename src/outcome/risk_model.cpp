#include "outcome/risk_model.h"

#include <algorithm>
#include <map>

#include "outcome/cross_validation.h"

namespace probity::outcome {
namespace {

using base::ErrorCode;

struct Row {
  const PersonFactors* person = nullptr;
  std::uint8_t arrested = 0;
};

std::uint64_t key_of(const base::StreamId& person) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof(out); ++i)
    out = out << 8U | person.bytes[i];
  return out;
}

bool holds(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

tl::unexpected<base::Error> refuse_known_afterwards(const std::string& name, const FactorColumn& column) {
  return base::fail(ErrorCode::refused,
                    "\"" + name + "\" is known only afterwards: of " + std::to_string(column.stated) +
                        " people it is stated by supervision.activity_summarised, which runs until the very "
                        "arrest that is to be forecast, so that whoever is arrested early has less of it",
                    "use", "use columns of risk.factors_recorded");
}

base::Result<std::vector<std::string>> chosen_columns(const FactorTable& table,
                                                      const RiskModelRequest& request) {
  const auto named = [&](const std::vector<std::string>& list) -> base::Result<void> {
    for (const std::string& name : list)
      if (!table.columns.contains(name))
        return base::fail(ErrorCode::not_found, "nobody states a column \"" + name + "\"", "",
                          "names are those of the source, letter for letter");
    return {};
  };
  PROBITY_TRY(named(request.use));
  PROBITY_TRY(named(request.by));
  for (const std::string& name : request.use)
    if (const FactorColumn& column = table.columns.at(name); column.known == Known::afterwards)
      return refuse_known_afterwards(name, column);
  for (const std::string& name : request.by)
    if (const FactorColumn& column = table.columns.at(name);
        column.kind != FactorKind::level || column.known == Known::afterwards)
      return base::fail(ErrorCode::invalid_input, "\"" + name + "\" has no categories known at release", "by",
                        "errors are shown by columns of categories");
  std::vector<std::string> out;
  for (const auto& [name, column] : table.columns)
    if (column.known == Known::at_release && (request.use.empty() || holds(request.use, name)) &&
        !holds(request.leave_out, name))
      out.push_back(name);
  if (out.empty())
    return base::fail(ErrorCode::refused, "no column is left that was known at release", "",
                      "import a data set that states some");
  return out;
}

void take_usual_groups(const FactorTable& table, RiskModelRequest& request) {
  if (!request.by.empty()) return;
  for (const std::string& name : request.usual_by)
    if (const auto found = table.columns.find(name);
        found != table.columns.end() && found->second.kind == FactorKind::level)
      request.by.push_back(name);
}

// The first followed release of each person.
std::map<base::StreamId, const FollowedRelease*> by_person(const FirstArrests& arrests) {
  std::map<base::StreamId, const FollowedRelease*> out;
  for (const FollowedRelease& release : arrests.releases)
    out.try_emplace(release.person, &release);
  return out;
}

base::Result<void> take_unit(const FirstArrests& arrests, RiskModel& out) {
  if (arrests.releases.empty())
    return base::fail(ErrorCode::refused, "nobody was followed up for arrest", "",
                      "import a data set that says whether people were arrested");
  out.unit = arrests.releases.front().unit;
  int longest = 0;
  for (const FollowedRelease& release : arrests.releases) {
    if (release.unit != out.unit)
      return base::fail(ErrorCode::refused, "some were followed by the week and some by the year", "",
                        "model data sets that count in one unit");
    longest = std::max(longest, release.periods);
  }
  out.within = out.request.within.value_or(longest);
  if (out.within < 1 || out.within > longest)
    return base::fail(ErrorCode::refused,
                      "nobody was followed for " + std::to_string(out.within) + " " +
                          std::string(name(out.unit)) + "s",
                      "within", "the longest follow-up is " + std::to_string(longest));
  return {};
}

// By name of the stream, so that the order in which people came into the ledger does not matter.
std::vector<Row> rows_of(const FactorTable& table, const FirstArrests& arrests, RiskModel& out) {
  auto releases = by_person(arrests);
  std::vector<Row> rows;
  for (const PersonFactors& person : table.people) {
    const auto found = releases.find(person.person);
    if (found == releases.end()) continue;
    const FollowedRelease& release = *found->second;
    releases.erase(found);
    const bool arrested = release.arrested_in > 0 && release.arrested_in <= out.within;
    if (!arrested && release.periods < out.within)
      ++out.not_followed;
    else
      rows.push_back({&person, static_cast<std::uint8_t>(arrested ? 1 : 0)});
  }
  out.without_factors = static_cast<std::int64_t>(releases.size());
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.person->person < b.person->person; });
  return rows;
}

std::string level_of(const PersonFactors& person, const std::string& column) {
  const auto found = person.values.find(column);
  return found == person.values.end() ? "not stated" : std::string(found->second.level.text());
}

void judge_groups(const std::vector<Row>& rows, std::span<const double> scores,
                  std::span<const std::uint8_t> outcome, RiskModel& out) {
  for (const std::string& column : out.request.by) {
    std::map<std::string, std::int32_t> numbers;
    for (const Row& row : rows)
      numbers.try_emplace(level_of(*row.person, column));
    std::int32_t next = 0;
    for (auto& [level, number] : numbers)
      number = next++;
    std::vector<std::int32_t> groups;
    for (const Row& row : rows)
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
  PROBITY_ASSIGN(out.factors, chosen_columns(table, out.request));
  for (const auto& [name, column] : table.columns)
    if (column.known == Known::afterwards)
      out.known_afterwards.push_back({name, column.stated});
    else if (holds(request.leave_out, name))
      out.left_out.push_back(name);
  PROBITY_TRY(take_unit(arrests, out));
  const std::vector<Row> rows = rows_of(table, arrests, out);

  std::vector<const PersonFactors*> people;
  std::vector<std::uint8_t> outcome;
  std::vector<std::uint64_t> keys;
  for (const Row& row : rows) {
    people.push_back(row.person);
    outcome.push_back(row.arrested);
    keys.push_back(key_of(row.person->person));
    out.arrested.count += row.arrested;
  }
  out.arrested.of = static_cast<std::int64_t>(rows.size());
  DesignMatrix matrix = design_matrix(table, people, out.factors);
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

#include "outcome/logistic.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/logexp.h"

namespace probity::outcome {

namespace {

using base::ErrorCode;
using base::fail;

constexpr int most_iterations = 50;
constexpr double settled = 1e-9;     // the largest change of any row's log odds
constexpr double beyond_belief = 30; // log odds that only separation reaches

// Columns with mean 0 and deviation 1: coefficients of like size, and dependence seen whatever the units.
struct Standardised {
  std::size_t rows = 0;
  std::size_t width = 0; // with the intercept
  std::vector<double> values;
  std::vector<double> mean;
  std::vector<double> deviation;

  [[nodiscard]] std::span<const double> row(std::size_t index) const {
    return std::span(values).subspan(index * width, width);
  }
};

base::Result<Standardised> standardised(const Covariates& covariates, std::size_t rows) {
  std::size_t columns = covariates.columns();
  Standardised result{rows, columns + 1, std::vector<double>(rows * (columns + 1), 1.0), {0}, {1}};
  auto n = static_cast<double>(rows);
  for (std::size_t j = 0; j < columns; ++j) {
    double sum = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      double value = covariates.row(i)[j];
      if (!std::isfinite(value))
        return fail(ErrorCode::invalid_input, "the value is not known",
                    "row " + std::to_string(i + 1) + ", column " + covariates.names[j],
                    "Leave the row out, or say \"not known\" in a column of its own.");
      sum += value;
    }
    double mean = sum / n;
    double square = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      double from_mean = covariates.row(i)[j] - mean;
      square += from_mean * from_mean;
    }
    double deviation = std::sqrt(square / n);
    if (!(deviation > 1e-10 * std::fabs(mean)) || deviation == 0)
      return fail(ErrorCode::invalid_input, "the column is the same for everyone and says nothing",
                  "column " + covariates.names[j], "Leave it out.");
    result.mean.push_back(mean);
    result.deviation.push_back(deviation);
    for (std::size_t i = 0; i < rows; ++i)
      result.values[i * result.width + j + 1] = (covariates.row(i)[j] - mean) / deviation;
  }
  return result;
}

// log(1 + e^x)
double softplus(double x) {
  return std::max(x, 0.0) + base::log(1 + base::exp(-std::fabs(x)));
}

struct State {
  std::vector<double> log_odds;
  double deviance = 0;
};

State state_of(const Standardised& design, std::span<const double> beta,
               std::span<const std::uint8_t> outcome, std::span<const double> offset) {
  State state;
  state.log_odds.reserve(design.rows);
  for (std::size_t i = 0; i < design.rows; ++i) {
    double sum = offset.empty() ? 0 : offset[i];
    std::span<const double> row = design.row(i);
    for (std::size_t j = 0; j < design.width; ++j)
      sum += row[j] * beta[j];
    state.log_odds.push_back(sum);
    state.deviance += 2 * softplus(outcome[i] != 0 ? -sum : sum);
  }
  return state;
}

struct Curvature {
  SquareMatrix information;
  std::vector<double> score;
};

Curvature curvature_at(const Standardised& design, const State& state,
                       std::span<const std::uint8_t> outcome) {
  Curvature at{SquareMatrix(design.width), std::vector<double>(design.width, 0.0)};
  for (std::size_t i = 0; i < design.rows; ++i) {
    double probability = logistic(state.log_odds[i]);
    double weight = probability * (1 - probability);
    double residual = (outcome[i] != 0 ? 1.0 : 0.0) - probability;
    std::span<const double> row = design.row(i);
    for (std::size_t j = 0; j < design.width; ++j) {
      at.score[j] += row[j] * residual;
      double weighed = row[j] * weight;
      for (std::size_t k = 0; k <= j; ++k)
        at.information.at(j, k) += weighed * row[k];
    }
  }
  return at;
}

double largest_change(const State& before, const State& after) {
  double most = 0;
  for (std::size_t i = 0; i < before.log_odds.size(); ++i)
    most = std::max(most, std::fabs(after.log_odds[i] - before.log_odds[i]));
  return most;
}

std::string column_name(const Covariates& covariates, std::size_t coefficient) {
  return coefficient == 0 ? "intercept" : "column " + covariates.names[coefficient - 1];
}

tl::unexpected<base::Error> separated(const Covariates& covariates, std::span<const double> beta) {
  std::size_t most = covariates.columns() == 0 ? 0 : 1;
  for (std::size_t j = 1; j < beta.size(); ++j)
    if (std::fabs(beta[j]) > std::fabs(beta[most])) most = j;
  return fail(
      ErrorCode::invalid_input,
      "the columns separate those with the outcome from those without, so a coefficient would be infinite",
      column_name(covariates, most),
      "Leave the column out, or join a category in which all outcomes are alike with another.");
}

// Back from standardised columns to the caller's: β_j / s_j, and the intercept takes the means.
LogisticModel in_own_units(const Covariates& covariates, const Standardised& design,
                           std::span<const double> beta, const SquareMatrix& covariance) {
  LogisticModel model{covariates.names, {beta.begin(), beta.end()}, SquareMatrix(design.width), 0, 0};
  SquareMatrix back(design.width); // own = back · standardised
  back.at(0, 0) = 1;
  for (std::size_t j = 1; j < design.width; ++j) {
    model.coefficients[j] = beta[j] / design.deviation[j];
    model.coefficients[0] -= model.coefficients[j] * design.mean[j];
    back.at(j, j) = 1 / design.deviation[j];
    back.at(0, j) = -design.mean[j] / design.deviation[j];
  }
  for (std::size_t i = 0; i < design.width; ++i)
    for (std::size_t j = 0; j < design.width; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < design.width; ++k)
        for (std::size_t l = 0; l < design.width; ++l) {
          if (back.at(i, k) == 0 || back.at(j, l) == 0) continue;
          sum += back.at(i, k) * covariance.at(k, l) * back.at(j, l);
        }
      model.covariance.at(i, j) = sum;
    }
  return model;
}

base::Result<LogisticModel> fit(const Covariates& covariates, std::span<const std::uint8_t> outcome,
                                std::span<const double> offset) {
  std::size_t rows = outcome.size();
  PROBITY_ENSURE(offset.empty() || offset.size() == rows);
  PROBITY_ENSURE(covariates.columns() == 0 || covariates.rows() == rows);
  auto happened = static_cast<std::size_t>(
      std::count_if(outcome.begin(), outcome.end(), [](std::uint8_t value) { return value != 0; }));
  if (happened == 0 || happened == rows)
    return fail(ErrorCode::invalid_input,
                rows == 0       ? "there is no row to fit"
                : happened == 0 ? "the outcome happened to nobody, so there is nothing to fit"
                                : "the outcome happened to everybody, so there is nothing to fit");
  if (rows <= covariates.columns() + 1)
    return fail(ErrorCode::invalid_input,
                std::to_string(rows) + " rows cannot give " + std::to_string(covariates.columns() + 1) +
                    " coefficients",
                {}, "Use fewer columns or more rows.");
  PROBITY_ASSIGN(Standardised design, standardised(covariates, rows));
  std::vector<double> beta(design.width, 0.0);
  if (offset.empty()) beta[0] = logit(static_cast<double>(happened) / static_cast<double>(rows));
  State state = state_of(design, beta, outcome, offset);
  for (int iteration = 1; iteration <= most_iterations; ++iteration) {
    Curvature at = curvature_at(design, state, outcome);
    std::size_t dependent = 0;
    auto system = Cholesky::of(at.information, &dependent);
    if (!system && iteration == 1)
      return fail(ErrorCode::invalid_input, "the column is a combination of those before it",
                  column_name(covariates, dependent), "Leave it out.");
    if (!system) return separated(covariates, beta);
    std::vector<double> step = system->solve(at.score);
    State next;
    std::vector<double> trial(beta.size());
    double length = 1;
    for (int halving = 0; halving < 30; ++halving, length /= 2) { // a full step may overshoot
      for (std::size_t j = 0; j < beta.size(); ++j)
        trial[j] = beta[j] + length * step[j];
      next = state_of(design, trial, outcome, offset);
      if (next.deviance <= state.deviance * (1 + 1e-12) + 1e-12) break;
    }
    double change = largest_change(state, next);
    beta = trial;
    state = std::move(next);
    for (std::size_t i = 0; i < rows; ++i)
      if (std::fabs(state.log_odds[i] - (offset.empty() ? 0 : offset[i])) > beyond_belief)
        return separated(covariates, beta);
    if (change > settled) continue;
    auto last = Cholesky::of(curvature_at(design, state, outcome).information);
    if (!last) return separated(covariates, beta);
    LogisticModel model = in_own_units(covariates, design, beta, last->inverse());
    model.deviance = state.deviance;
    model.iterations = iteration;
    return model;
  }
  return separated(covariates, beta);
}

} // namespace

double logit(double probability) {
  PROBITY_ENSURE(probability > 0 && probability < 1);
  return base::log(probability / (1 - probability));
}

double logistic(double log_odds) {
  double small = base::exp(-std::fabs(log_odds));
  return log_odds < 0 ? small / (1 + small) : 1 / (1 + small);
}

double LogisticModel::standard_error(std::size_t coefficient) const {
  return std::sqrt(covariance.at(coefficient, coefficient));
}

double LogisticModel::log_odds(std::span<const double> row) const {
  PROBITY_ENSURE(row.size() + 1 == coefficients.size());
  double sum = coefficients[0];
  for (std::size_t j = 0; j < row.size(); ++j)
    sum += coefficients[j + 1] * row[j];
  return sum;
}

double LogisticModel::probability(std::span<const double> row) const {
  return logistic(log_odds(row));
}

base::Result<LogisticModel> fit_logistic(const Covariates& covariates, std::span<const std::uint8_t> outcome,
                                         std::span<const double> offset) {
  PROBITY_ENSURE(covariates.columns() > 0 &&
                 covariates.values.size() == covariates.rows() * covariates.columns());
  return fit(covariates, outcome, offset);
}

base::Result<LogisticModel> fit_intercept(std::span<const std::uint8_t> outcome,
                                          std::span<const double> offset) {
  return fit({}, outcome, offset);
}

} // namespace probity::outcome

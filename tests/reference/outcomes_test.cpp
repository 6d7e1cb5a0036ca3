// The statistics of src/outcome/ against R: outcomes.csv holds inputs and what R gave for them (README.md).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "outcome/calibration.h"
#include "outcome/conclusion.h"
#include "outcome/cumulative_incidence.h"
#include "outcome/detection.h"
#include "outcome/discrimination.h"
#include "outcome/distributions.h"
#include "outcome/frequency.h"
#include "outcome/funnel.h"
#include "outcome/intervals.h"
#include "outcome/kaplan_meier.h"
#include "outcome/log_rank.h"
#include "outcome/logistic.h"
#include "outcome/matching.h"
#include "outcome/rate_comparison.h"
#include "outcome/standardisation.h"

namespace probity::outcome {
namespace {

using List = std::vector<double>;
using Lists = std::vector<List>;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts{""};
  for (char c : text) {
    if (c == mark)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

Lists read_lists(const std::string& text) {
  Lists lists;
  for (const std::string& part : split(text, ';')) {
    lists.emplace_back();
    for (const std::string& number : split(part, ' '))
      if (!number.empty())
        lists.back().push_back(number == "none" ? none : std::strtod(number.c_str(), nullptr));
  }
  return lists;
}

template <class To> std::vector<To> as(const List& list) {
  std::vector<To> result;
  for (double value : list)
    result.push_back(static_cast<To>(value));
  return result;
}

std::int64_t whole(double value) {
  return static_cast<std::int64_t>(value);
}
Proportion proportion(double count, double of) {
  return {whole(count), whole(of)};
}
List ends(const Interval& interval) {
  return {interval.low, interval.high};
}

std::vector<FollowUp> follow_up(const List& times, const List& causes) {
  std::vector<FollowUp> people;
  for (std::size_t i = 0; i < times.size(); ++i)
    people.push_back({static_cast<std::int32_t>(times[i]), static_cast<std::int32_t>(causes[i])});
  return people;
}

void append_interval(Lists& lists, std::size_t first, const std::optional<Interval>& interval) {
  lists[first].push_back(interval ? interval->low : none);
  lists[first + 1].push_back(interval ? interval->high : none);
}

Lists kaplan_meier_lists(const Lists& in) {
  Lists out(8);
  for (const SurvivalStep& step : kaplan_meier(follow_up(in[0], in[1])).steps) {
    out[0].push_back(step.time);
    out[1].push_back(static_cast<double>(step.at_risk));
    out[2].push_back(static_cast<double>(step.events));
    out[3].push_back(static_cast<double>(step.censored));
    out[4].push_back(step.survival);
    out[5].push_back(step.survival == 0 ? none : step.standard_error);
    append_interval(out, 6, step.interval);
  }
  return out;
}

Lists incidence_lists(const Lists& in) {
  auto causes = static_cast<int>(*std::max_element(in[1].begin(), in[1].end()));
  auto cause = static_cast<std::size_t>(in[2][0] - 1);
  Lists out(6);
  for (const IncidenceStep& step : cumulative_incidence(follow_up(in[0], in[1]), causes).steps) {
    const Incidence& one = step.by_cause[cause];
    out[0].push_back(step.time);
    out[1].push_back(step.free);
    out[2].push_back(one.share);
    out[3].push_back(one.standard_error);
    append_interval(out, 4, one.interval);
  }
  return out;
}

Lists log_rank_lists(const Lists& in) {
  std::vector<std::vector<FollowUp>> groups;
  std::vector<FollowUp> people = follow_up(in[0], in[1]);
  for (std::size_t i = 0; i < people.size(); ++i) {
    auto group = static_cast<std::size_t>(in[2][i]);
    groups.resize(std::max(groups.size(), group));
    groups[group - 1].push_back(people[i]);
  }
  auto found = log_rank(groups);
  Lists out(3);
  for (const LogRankGroup& group : found->groups) {
    out[0].push_back(static_cast<double>(group.observed));
    out[1].push_back(group.expected);
  }
  out[2] = {found->chi_squared, found->p_value};
  return out;
}

Covariates columns_of(const Lists& in, std::size_t columns) {
  Covariates covariates;
  for (std::size_t j = 0; j < columns; ++j)
    covariates.names.push_back("x" + std::to_string(j + 1));
  for (std::size_t i = 0; i < in[0].size(); ++i)
    for (std::size_t j = 0; j < columns; ++j)
      covariates.values.push_back(in[j][i]);
  return covariates;
}

Lists logistic_lists(const Lists& in) {
  auto model = fit_logistic(columns_of(in, 3), as<std::uint8_t>(in[3]));
  Lists out{model->coefficients, {}, {model->deviance}};
  for (std::size_t j = 0; j < model->coefficients.size(); ++j)
    out[1].push_back(model->standard_error(j));
  return out;
}

Lists calibration_lists(const Lists& in) {
  auto found = calibration(in[0], as<std::uint8_t>(in[1]));
  return {{found->slope->estimate, found->slope->standard_error, found->intercept->estimate,
           found->intercept->standard_error, found->in_the_large->estimate,
           found->in_the_large->standard_error, found->expected, found->brier}};
}

Lists matching_lists(const Lists& in) {
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < in[0].size(); ++i)
    keys.push_back(i);
  auto treated = as<std::uint8_t>(in[1]);
  auto found = match_nearest(in[0], treated, keys);
  Lists out{{found->caliper}, {}, {}};
  for (const MatchedPair& pair : found->pairs) {
    out[1].push_back(static_cast<double>(pair.treated));
    out[1].push_back(static_cast<double>(pair.comparison));
  }
  Balance balance = balance_table({{"x"}, in[2]}, treated, *found)[0];
  out[2] = {balance.difference_before, balance.difference_after};
  return out;
}

Lists frequency_ratio_lists(const Lists& in) {
  auto found = quasi_poisson_ratio(as<std::int32_t>(in[0]), as<std::int32_t>(in[1]));
  return {{found->ratio.estimate, found->ratio.interval.low, found->ratio.interval.high, found->dispersion,
           found->p_value}};
}

Lists standardise_lists(const Lists& in) {
  auto found = standardise(whole(in[0][0]), as<std::int32_t>(in[1]), 0.4);
  return {{std::strtod(found->expected.decimal(6).c_str(), nullptr),
           std::strtod(found->variance.decimal(12).c_str(), nullptr), found->ratio, found->ratio_interval.low,
           found->ratio_interval.high}};
}

Lists overdispersion_lists(const Lists& in) {
  std::vector<Proportion> units;
  for (std::size_t i = 0; i < in[0].size(); ++i)
    units.push_back(proportion(in[0][i], in[1][i]));
  Overdispersion found = overdispersion(units, in[2][0]);
  return {{found.phi, found.p_value, found.raw_phi}};
}

using Check = std::function<Lists(const Lists&)>;

Check of_numbers(const std::function<List(const List&)>& check) {
  return [check](const Lists& in) { return Lists{check(in[0])}; };
}

const std::map<std::string, Check>& checks() {
  static const std::map<std::string, Check> all{
      {"normal_quantile", of_numbers([](const List& x) { return List{normal_quantile(x[0])}; })},
      {"normal_above", of_numbers([](const List& x) { return List{normal_above(x[0])}; })},
      {"beta_below", of_numbers([](const List& x) { return List{beta_below(x[0], x[1], x[2])}; })},
      {"beta_quantile", of_numbers([](const List& x) { return List{beta_quantile(x[0], x[1], x[2])}; })},
      {"binomial", of_numbers([](const List& x) {
         return List{binomial_at(whole(x[0]), whole(x[1]), x[2]),
                     binomial_below(whole(x[0]), whole(x[1]), x[2])};
       })},
      {"chi_squared_above", of_numbers([](const List& x) { return List{chi_squared_above(x[0], x[1])}; })},
      {"student_two_sided", of_numbers([](const List& x) { return List{student_two_sided(x[0], x[1])}; })},
      {"wilson",
       of_numbers([](const List& x) { return ends(wilson_interval(proportion(x[0], x[1]), x[2])); })},
      {"exact", of_numbers([](const List& x) { return ends(exact_interval(proportion(x[0], x[1]), x[2])); })},
      {"difference", of_numbers([](const List& x) {
         Difference found = difference(proportion(x[0], x[1]), proportion(x[2], x[3]));
         return List{found.estimate, found.interval.low, found.interval.high};
       })},
      {"against_fixed", of_numbers([](const List& x) {
         auto found =
             against_fixed(proportion(x[0], x[1]), base::Rational::of(std::llround(x[2] * 1e6), 1'000'000));
         return List{found->z(), found->p_value()};
       })},
      {"between", of_numbers([](const List& x) {
         auto found = between(proportion(x[0], x[1]), proportion(x[2], x[3]));
         return List{found->z(), found->p_value()};
       })},
      {"detection", of_numbers([](const List& x) {
         DetectionQuestion question{.baseline = x[0], .people = whole(x[1]), .baseline_people = {}};
         if (x[2] > 0) question.baseline_people = whole(x[2]);
         Detection found = detection(question);
         return List{found.critical_difference, found.smallest_effect};
       })},
      {"kaplan_meier", kaplan_meier_lists},
      {"cumulative_incidence", incidence_lists},
      {"log_rank", log_rank_lists},
      {"funnel_limits",
       of_numbers([](const List& x) { return ends(funnel_limits(x[0], whole(x[1]), x[2])); })},
      {"overdispersion", overdispersion_lists},
      {"quasi_poisson_ratio", frequency_ratio_lists},
      {"quasi_poisson_rate", of_numbers([](const List& x) {
         auto found = quasi_poisson_rate(as<std::int32_t>(x));
         return List{found->rate.estimate, found->rate.interval.low, found->rate.interval.high,
                     found->dispersion};
       })},
      {"logistic", logistic_lists},
      {"discrimination",
       [](const Lists& in) {
         auto found = discrimination(in[0], as<std::uint8_t>(in[1]));
         return Lists{{found->area, found->standard_error}};
       }},
      {"calibration", calibration_lists},
      {"standardise", standardise_lists},
      {"matching", matching_lists},
      {"paired_difference", of_numbers([](const List& x) {
         Difference found = paired_difference({whole(x[0]), whole(x[1]), whole(x[2]), whole(x[3])});
         return List{found.estimate, found.interval.low, found.interval.high};
       })},
  };
  return all;
}

// Relative to the value; to 1e-14 where R gives what is 0 but for rounding.
bool agrees(double found, double expected, double tolerance) {
  if (std::isnan(found) || std::isnan(expected)) return std::isnan(found) && std::isnan(expected);
  if (found == expected) return true;
  return std::fabs(found - expected) <= tolerance * std::fabs(expected) + 1e-14;
}

// glm takes weights and residuals from the round before its last, so that its errors and φ are a step behind.
double tolerance_of(const std::string& check) {
  bool by_glm = check == "logistic" || check == "calibration" || check.starts_with("quasi_poisson");
  return by_glm ? 1e-7 : 1e-9;
}

TEST(Reference, EveryFigureIsWhatRGives) {
  std::ifstream file(PROBITY_REFERENCE "/outcomes.csv");
  ASSERT_TRUE(file) << "tests/reference/outcomes.csv is missing; README.md beside it says how it is made";
  std::map<std::string, int> met;
  std::string text;
  std::getline(file, text);
  ASSERT_EQ(text, "check,inputs,expected");
  for (int number = 2; std::getline(file, text); ++number) {
    std::vector<std::string> cells = split(text, ',');
    ASSERT_EQ(cells.size(), 3) << "line " << number;
    auto check = checks().find(cells[0]);
    ASSERT_NE(check, checks().end()) << "line " << number << ": " << cells[0];
    ++met[cells[0]];
    Lists expected = read_lists(cells[2]);
    Lists found = check->second(read_lists(cells[1]));
    ASSERT_EQ(found.size(), expected.size()) << "line " << number;
    for (std::size_t i = 0; i < found.size(); ++i) {
      ASSERT_EQ(found[i].size(), expected[i].size()) << "line " << number << ' ' << cells[0] << " list " << i;
      for (std::size_t j = 0; j < found[i].size(); ++j)
        EXPECT_TRUE(agrees(found[i][j], expected[i][j], tolerance_of(cells[0])))
            << "line " << number << ": " << cells[0] << " list " << i << " number " << j << ": "
            << found[i][j] << " and R " << expected[i][j];
    }
  }
  EXPECT_EQ(met.size(), checks().size());
}

} // namespace
} // namespace probity::outcome

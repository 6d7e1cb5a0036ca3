// Workload: points of a case by its type and tier, points of a practitioner, and how full a practitioner is.
//
// Weights: the seed of ministryofjustice/hmpps-workload at 1e70153 (2021, as read on 6 February 2026).
#pragma once

#include "base/money.h"
#include "risk/input.h"

namespace probity::risk {

struct WorkloadCaseInput {
  std::optional<CaseType> case_type;
  std::optional<std::string> tier; // "B2"; with S at the end where supervision has been suspended
  std::optional<bool> t2a;         // transition to adulthood: custody's weights, whatever the type
};
std::span<const Input<WorkloadCaseInput>> workload_case_points_inputs();
const Table& workload_case_points_table();
// Figures: points.
Score score_workload_case_points(const WorkloadCaseInput& input);

enum class WeightTable { seed, inline_points };
std::span<const std::string_view> words_of(WeightTable);

struct WorkloadTotalInput {
  std::optional<WeightTable> weight_table;
  std::optional<std::string> cases; // TYPE:TIER:std=3 or :t2a=3, with ; between; =3x7 where points are inline
  std::optional<int> standard_reports;
  std::optional<double> standard_report_points; // the table's unless given
  std::optional<int> fast_reports;
  std::optional<double> fast_report_points;             // the table's unless given
  std::optional<std::string> contacts_outside_caseload; // CODE=3, with ; between: done for others' cases
  std::optional<std::string> contacts_by_others;        // likewise: done by others on own cases
  std::optional<std::string> contact_points;            // CODE=13: a code that is not there weighs nothing
};
std::span<const Input<WorkloadTotalInput>> workload_total_inputs();
const Table& workload_total_table();
// Figures: total. Contacts by others are taken off.
Score score_workload_total(const WorkloadTotalInput& input);

struct WorkloadCapacityInput {
  std::optional<base::Rational> points_for_grade;           // of a full-time post
  std::optional<base::Rational> contracted_hours_for_grade; // a week, of a full-time post
  std::optional<base::Rational> contracted_hours;           // of this one
  std::optional<base::Rational> reduction_hours;
  std::optional<base::Rational> available_hours; // if given, must be the difference of the two
  std::optional<int> workload_points;            // without them there is no capacity_pct
};
std::span<const Input<WorkloadCapacityInput>> workload_capacity_inputs();
const Table& workload_capacity_table();
// Figures: available_points (whole, cut off), capacity_pct (three decimals, of a ratio of three).
Score score_workload_capacity(const WorkloadCapacityInput& input);

} // namespace probity::risk

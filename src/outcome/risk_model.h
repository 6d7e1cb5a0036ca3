// A model of the risk of arrest, made of what was known at release and judged on people it has not seen.
//
// Columns that are known only afterwards are refused: they count what happened until the arrest that is to be
// forecast. The model is judged by cross-validation: how well it tells people apart, whether its
// chances mean what they say, and its errors by group. It is for research and for comparing like with like.
// It decides about nobody, and nothing pays by it. docs/methods/risk-model.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "outcome/calibration.h"
#include "outcome/cohort.h"
#include "outcome/design_matrix.h"
#include "outcome/discrimination.h"
#include "outcome/first_arrest.h"

namespace probity::outcome {

struct RiskModelRequest {
  std::optional<int> within; // periods after the release, in the source's unit; all that were followed
  int folds = 10;
  std::uint64_t seed = 1;
  double threshold = 0.5;             // who is flagged
  std::vector<std::string> use;       // these columns alone; empty: all that were known at release
  std::vector<std::string> leave_out; // and not these
  std::vector<std::string> by;        // columns of categories by which errors are shown
  // Taken for `by` where that is empty and they are stated.
  std::vector<std::string> usual_by = {"Gender", "Race"};
};

// One level of a column of `by`.
struct RiskGroup {
  std::string column;
  std::string level; // "not stated" where it is not
  ErrorRates errors;
  std::optional<Discrimination> discrimination; // none: too few with the outcome, or without
};

struct ColumnKnownAfterwards {
  std::string name;
  std::int64_t stated = 0; // of so many people
};

struct RiskModel {
  RiskModelRequest request;
  Snapshot snapshot;
  std::string origin;
  bool replayed = false;
  PeriodUnit unit = PeriodUnit::year;
  int within = 0;
  Proportion arrested;
  std::int64_t not_followed = 0;     // for so long, and not arrested before: left out
  std::int64_t without_factors = 0;  // nothing is stated of them at release: left out
  std::vector<std::string> factors;  // columns of the source that it is made of
  std::vector<std::string> left_out; // columns known at release that `leave_out` names
  std::vector<DroppedColumn> dropped;
  std::vector<ColumnKnownAfterwards> known_afterwards; // never used
  LogisticModel model;                                 // fitted on all; what follows is by cross-validation
  Discrimination discrimination;
  Calibration calibration;
  double brier_of_rate = 0; // of saying the overall rate of everyone
  std::vector<RiskGroup> groups;
};

// `refused`: a column of `use` that is known only afterwards, with the reason; no factors or no follow-up in
// the ledger; follow-ups in weeks and in years; what the fit refuses. `not_found`: a column that nobody
// states. `invalid_input`: a column of `by` that has no categories.
base::Result<RiskModel> risk_model_of(const timeline::Book& book, const RiskModelRequest& request);

base::json::Value risk_model_json(const RiskModel& model);
// The same coefficients as a table: column, log odds, standard error.
std::string risk_model_csv(const RiskModel& model);

} // namespace probity::outcome

// From factors to the columns of a regression.
//
// A number is a column of its own, "10 or more" taken as 10. A category is a column of 1 and 0 for each level
// but the most common one. Not stated is a column of its own where it is said of at least
// `fewest_people`; of fewer it is taken as the most common value, as are levels of fewer. A column that is
// the same for everyone, or tells the same people apart as an earlier one, is dropped, and said.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "outcome/factors.h"
#include "outcome/logistic.h"

namespace probity::outcome {

constexpr std::int64_t fewest_people = 50;

struct DroppedColumn {
  std::string name;
  std::string reason;
};

struct DesignMatrix {
  Covariates covariates; // a row for each person given, in their order
  std::vector<DroppedColumn> dropped;
};

// `columns`: names of factors, each known at release.
DesignMatrix design_matrix(const FactorTable& factors, const std::vector<const PersonFactors*>& people,
                           const std::vector<std::string>& columns);

} // namespace probity::outcome

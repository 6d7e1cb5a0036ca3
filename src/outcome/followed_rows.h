// People of whom something is stated at release and who were followed up for arrest: the rows of models and
// of matched comparisons. Tables and arrests must outlive the rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "outcome/design_matrix.h"
#include "outcome/factors.h"
#include "outcome/first_arrest.h"

namespace probity::outcome {

struct FollowedRow {
  const PersonFactors* person = nullptr;
  const FollowedRelease* release = nullptr; // the first that was followed
  std::uint8_t arrested = 0;                // within the periods
};

struct FollowedRows {
  PeriodUnit unit = PeriodUnit::year;
  int within = 0;                   // periods
  std::vector<FollowedRow> rows;    // by name of the stream, whatever the order in the ledger
  std::int64_t not_followed = 0;    // for so long, and not arrested before: left out
  std::int64_t without_factors = 0; // nothing is stated of them at release: left out
};

// `within`: periods in the source's unit; the longest follow-up unless given. `refused`: nobody was followed,
// or not for so long; follow-ups in weeks and in years.
base::Result<FollowedRows> followed_rows(const FactorTable& factors, const FirstArrests& arrests,
                                         std::optional<int> within);

// The columns of `use`, or all that were known at release, without those of `leave_out`. `not_found`: nobody
// states a column of `use`. `refused`: one that is known only afterwards, with the reason; none is left.
base::Result<std::vector<std::string>> columns_at_release(const FactorTable& factors,
                                                          const std::vector<std::string>& use,
                                                          const std::vector<std::string>& leave_out);

// The columns that a fit can use. `refused` when everyone is the same in every one of them.
base::Result<DesignMatrix> differing_columns(const FactorTable& factors,
                                             const std::vector<const PersonFactors*>& people,
                                             const std::vector<std::string>& columns);

// A number of one's own for each person, from the stream's name.
std::uint64_t row_key(const base::StreamId& person);

} // namespace probity::outcome

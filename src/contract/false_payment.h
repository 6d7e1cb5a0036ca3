// How often an outcome clause pays, and takes, when the provider does nothing: its people do exactly what the
// country's people do. The clause judges every count it could come upon (`judge`, the same code that pays),
// and the chances of the counts are binomial sums: nothing is simulated, so there is no sampling error.
// docs/methods/false-payment.md says what is assumed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "contract/terms.h"

namespace probity::contract {

struct FalsePaymentQuestion {
  std::vector<std::int64_t> people; // sizes of a cohort
  std::vector<int> ages;            // years since the baseline; 0: no trend
  // The trend of the whole country, whoever supervises: claims C09 (two points fewer reoffenders in four
  // years) and C10 (3.3 → 3.7 reoffences a reoffender, 12 % in four years).
  base::Rational points_a_year = base::Rational::of(-1, 2); // reoffenders a hundred people
  base::Rational percent_a_year = 3;                        // reoffences a reoffender
  int bodies = 21; // under the same clause, for the chance that all are paid
  // How many the baseline was really found on, where a clause takes it as exact; none: as the clause says.
  std::optional<std::int64_t> baseline_people;
  // Reoffenders a hundred people and reoffences a hundred reoffenders in the baseline, where the clause does
  // not say: baselines that are set by events or are concurrent, and figures that need both.
  std::optional<base::Rational> binary_rate;
  std::optional<base::Rational> frequency_rate;
};

struct FalsePaymentRow {
  std::int64_t people = 0;
  int age = 0;           // years; 0: no trend
  double pays = 0;       // chance that one cohort pays (of a stake: keeps) although nothing was done
  double takes = 0;      // chance that it is an increase
  double all_bodies = 0; // chance that all bodies are paid, if chance strikes each by itself
  // Chance that all cohorts of the clause together, each of so many people, pass the gate `pooled_at_least`;
  // none where the clause has no such gate, or they are more people than are computed.
  std::optional<double> pooled = {};
};

struct FalsePaymentTable {
  std::string clause;
  std::string title;
  std::string hurdle;
  std::int64_t pooled_cohorts = 0; // that the gate for all together takes; 0: the clause has none
  base::Rational binary_rate;      // per hundred, as used
  base::Rational frequency_rate;   // per hundred reoffenders; of no matter for the figure reoffenders
  FalsePaymentQuestion question;
  std::vector<FalsePaymentRow> rows; // by people, then age
};

// `invalid_input`: no such clause; a rate that neither clause nor question states; sizes beyond what is
// computed (people up to 100,000, and 20,000 where the baseline or comparison varies too).
base::Result<FalsePaymentTable> false_payments(const Terms& terms, std::string_view clause,
                                               const FalsePaymentQuestion& question);

// The chances that a clause about reoffenders with a concurrent baseline finds a reduction, and an increase,
// of so many people beside so many others when all have one chance to reoffend. The mix of people is taken as
// equal, and `minimum` as met. People > 0.
struct FalseChances {
  double pays = 0;
  double takes = 0;
};
FalseChances false_chances_beside(const OutcomeTerms& terms, std::int64_t people, std::int64_t others,
                                  double chance);

base::json::Value false_payment_json(const FalsePaymentTable& table);

} // namespace probity::contract

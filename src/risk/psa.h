// PSA, the Public Safety Assessment of the United States: failure to appear (FTA), new criminal arrest (NCA),
// and a flag of new violent criminal arrest (NVCA), each of points for nine factors.
//
// Factors and scales: riskfactors_and_formula.md of cnxtech/psa-check. Where that project's program differs
// from its own page (three and more violent convictions), the page is followed.
#pragma once

#include "risk/input.h"

namespace probity::risk {

struct PsaInput {
  std::optional<int> age_at_arrest;
  std::optional<bool> current_violent_offence;
  std::optional<bool> pending_charge;
  std::optional<bool> prior_misdemeanor; // a conviction, as the next two
  std::optional<bool> prior_felony;
  std::optional<bool> prior_conviction; // of either kind
  std::optional<int> prior_violent_convictions;
  std::optional<int> prior_fta_2yr; // failures to appear in the last two years
  std::optional<bool> prior_fta_older;
  std::optional<bool> prior_incarceration; // of 14 days or more
};
std::span<const Input<PsaInput>> psa_inputs();

const Table& psa_fta_table();
const Table& psa_nca_table();
const Table& psa_nvca_table();
// Figures: scale (1 to 6), raw.
Score score_psa_fta(const PsaInput& input);
Score score_psa_nca(const PsaInput& input);
// Figures: flag (true or false), raw.
Score score_psa_nvca(const PsaInput& input);

} // namespace probity::risk

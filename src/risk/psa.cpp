#include "risk/psa.h"

#include <array>

namespace probity::risk {
namespace {

constexpr int most_psa_count = 999;
constexpr int oldest = 130;
constexpr std::string_view source =
    "cnxtech/psa-check, riskfactors_and_formula.md, which bears no date, as read then";

constexpr auto inputs_of_psa = std::to_array<Input<PsaInput>>({
    input<&PsaInput::age_at_arrest>({"age_at_arrest", "completed years", Need::required, 0, oldest}),
    input<&PsaInput::current_violent_offence>({"current_violent_offence", "the charge is of violence"}),
    input<&PsaInput::pending_charge>({"pending_charge", "another charge pending"}),
    input<&PsaInput::prior_misdemeanor>({"prior_misdemeanor", "convicted of one before"}),
    input<&PsaInput::prior_felony>({"prior_felony", "convicted of one before"}),
    input<&PsaInput::prior_conviction>({"prior_conviction", "of either kind"}),
    input<&PsaInput::prior_violent_convictions>(
        {"prior_violent_convictions", "how many", Need::required, 0, most_psa_count}),
    input<&PsaInput::prior_fta_2yr>(
        {"prior_fta_2yr", "failures to appear in two years", Need::required, 0, most_psa_count}),
    input<&PsaInput::prior_fta_older>({"prior_fta_older", "a failure to appear before that"}),
    input<&PsaInput::prior_incarceration>({"prior_incarceration", "sentenced to 14 days or more before"}),
});

// Every factor; a scale leaves out what its table does not weigh.
Evaluation evaluated(const Table& table, const PsaInput& input) {
  Evaluation evaluation(table);
  refuse_missing(evaluation, not_given(psa_inputs(), input, Need::required));
  if (evaluation.refused()) return evaluation;
  constexpr int young = 22;
  constexpr int youngest = 20;
  const auto yes = [](bool answer) { return answer ? 1 : 0; };
  const auto step = [&](std::string_view term, int number) {
    if (table.step(term, number) != nullptr) evaluation.step(term, number);
  };
  evaluation.times_if_weighed("age_22_or_younger", yes(*input.age_at_arrest <= young));
  evaluation.times_if_weighed("violent_and_20_or_younger",
                              yes(*input.current_violent_offence && *input.age_at_arrest <= youngest));
  evaluation.times_if_weighed("current_violent_offence", yes(*input.current_violent_offence));
  evaluation.times_if_weighed("pending_charge", yes(*input.pending_charge));
  evaluation.times_if_weighed("prior_conviction", yes(*input.prior_conviction));
  evaluation.times_if_weighed("prior_misdemeanor", yes(*input.prior_misdemeanor));
  evaluation.times_if_weighed("prior_felony", yes(*input.prior_felony));
  step("prior_violent_convictions", *input.prior_violent_convictions);
  step("prior_fta_2yr", *input.prior_fta_2yr);
  evaluation.times_if_weighed("prior_fta_older", yes(*input.prior_fta_older));
  evaluation.times_if_weighed("prior_incarceration", yes(*input.prior_incarceration));
  if (*input.prior_conviction != (*input.prior_misdemeanor || *input.prior_felony))
    evaluation.note("a prior conviction is one of a misdemeanor or a felony: these answers do not agree");
  return evaluation;
}

Score finished(Evaluation evaluation, std::string_view figure) {
  if (evaluation.refused()) return std::move(evaluation).finish();
  const Scaled raw = half_up(evaluation.sum(), 0);
  evaluation.figure(figure, evaluation.table().band(raw.scaled));
  evaluation.figure("raw", raw);
  return std::move(evaluation).finish();
}

Table table_of(std::string_view instrument, std::vector<Coefficient> numbers, std::vector<BandFloor> scale) {
  return {.instrument = instrument,
          .model = "",
          .version = "1",
          .stated_on = base::day_of(2026, 11, 28),
          .source = source,
          .coefficients = std::move(numbers),
          .bands = std::move(scale),
          .mapping = ""};
}

} // namespace

std::span<const Input<PsaInput>> psa_inputs() {
  return inputs_of_psa;
}

const Table& psa_fta_table() {
  static const Table table = table_of("psa_fta",
                                      {{"pending_charge", 1},
                                       {"prior_conviction", 1},
                                       {"prior_fta_2yr", 0, 0},
                                       {"prior_fta_2yr", 2, 1},
                                       {"prior_fta_2yr", 4, 2},
                                       {"prior_fta_older", 1}},
                                      {{0, "1"}, {1, "2"}, {2, "3"}, {3, "4"}, {5, "5"}, {7, "6"}});
  return table;
}

const Table& psa_nca_table() {
  static const Table table = table_of("psa_nca",
                                      {{"age_22_or_younger", 2},
                                       {"pending_charge", 3},
                                       {"prior_misdemeanor", 1},
                                       {"prior_felony", 1},
                                       {"prior_violent_convictions", 0, 0},
                                       {"prior_violent_convictions", 1, 1},
                                       {"prior_violent_convictions", 2, 3},
                                       {"prior_fta_2yr", 0, 0},
                                       {"prior_fta_2yr", 1, 1},
                                       {"prior_fta_2yr", 2, 2},
                                       {"prior_incarceration", 2}},
                                      {{0, "1"}, {1, "2"}, {3, "3"}, {5, "4"}, {7, "5"}, {9, "6"}});
  return table;
}

const Table& psa_nvca_table() {
  static const Table table = table_of("psa_nvca",
                                      {{"violent_and_20_or_younger", 1},
                                       {"current_violent_offence", 2},
                                       {"pending_charge", 1},
                                       {"prior_conviction", 1},
                                       {"prior_violent_convictions", 0, 0},
                                       {"prior_violent_convictions", 1, 1},
                                       {"prior_violent_convictions", 2, 3}},
                                      {{0, "false"}, {4, "true"}});
  return table;
}

Score score_psa_fta(const PsaInput& input) {
  return finished(evaluated(psa_fta_table(), input), "scale");
}
Score score_psa_nca(const PsaInput& input) {
  return finished(evaluated(psa_nca_table(), input), "scale");
}
Score score_psa_nvca(const PsaInput& input) {
  return finished(evaluated(psa_nvca_table(), input), "flag");
}

} // namespace probity::risk

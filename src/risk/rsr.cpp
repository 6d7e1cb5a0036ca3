#include "risk/rsr.h"

#include <array>

namespace probity::risk {
namespace {

constexpr std::string_view of_men = "of a man with a sexual offence in his history, 0 to 1";

constexpr auto inputs_of_rsr = std::to_array<Input<RsrInput>>({
    input<&RsrInput::snsv_probability>({"snsv_probability", "chance of SNSV, 0 to 1"}),
    input<&RsrInput::osp_dc_probability>({"osp_dc_probability", of_men, Need::answer}),
    input<&RsrInput::osp_iic_probability>({"osp_iic_probability", of_men, Need::answer}),
    input<&RsrInput::sex>({"sex", "MALE or FEMALE"}),
    input<&RsrInput::sexual_offence_history>({"sexual_offence_history", "a sexual offence in the history"}),
});

constexpr auto inputs_of_csrp = std::to_array<Input<CsrpInput>>({
    input<&CsrpInput::svrp_probability>({"svrp_probability", "chance of SVRP, 0 to 1"}),
    input<&CsrpInput::osp_dc_probability>({"osp_dc_probability", of_men, Need::answer}),
    input<&CsrpInput::osp_iic_probability>({"osp_iic_probability", of_men, Need::answer}),
    input<&CsrpInput::sex>({"sex", "MALE or FEMALE"}),
    input<&CsrpInput::sexual_offence_history>({"sexual_offence_history", "a sexual offence in the history"}),
});

struct Part {
  std::string_view input; // "snsv_probability"
  std::string_view term;  // "snsv"
  double chance = 0;
};

// Adds the parts, each to two decimals, and refuses what is no chance.
Scaled add_parts(Evaluation& evaluation, std::span<const Part> parts) {
  Scaled out{0, 2};
  for (const Part& part : parts) {
    if (!(part.chance >= 0 && part.chance <= 1)) {
      evaluation.refuse("PROBABILITY_NOT_WITHIN_0_TO_1", {std::string(part.input)},
                        "write the chance itself, not its percentage");
      continue;
    }
    const Scaled percent = percent_of(part.chance, 2);
    evaluation.times(part.term, static_cast<double>(percent.scaled));
    out.scaled += percent.scaled;
  }
  return out;
}

template <class Whole> std::vector<Part> parts_of(const Whole& input, const Part& violence) {
  std::vector<Part> out{violence};
  if (!*input.sexual_offence_history || *input.sex == Sex::female) return out;
  out.push_back({"osp_dc_probability", "osp_dc", *input.osp_dc_probability});
  out.push_back({"osp_iic_probability", "osp_iic", *input.osp_iic_probability});
  return out;
}

template <class Whole>
void check(Evaluation& evaluation, std::span<const Input<Whole>> all, const Whole& input) {
  std::vector<std::string> missing = not_given(all, input, Need::required);
  if (input.sexual_offence_history == true && input.sex == Sex::male) {
    const std::vector<std::string> of_sexual = not_given(all, input, Need::answer);
    missing.insert(missing.end(), of_sexual.begin(), of_sexual.end());
  }
  refuse_missing(evaluation, std::move(missing));
  if (input.sexual_offence_history == false &&
      (input.osp_dc_probability.value_or(0) != 0 || input.osp_iic_probability.value_or(0) != 0))
    evaluation.refuse("OSP_WITHOUT_SEXUAL_OFFENCE_HISTORY", {"sexual_offence_history"},
                      "who has no such history has no OSP: check which is right");
}

template <class Whole>
Score score(const Table& table, std::span<const Input<Whole>> all, const Whole& input,
            std::string_view figure, std::optional<double> Whole::*violence, std::string_view input_name,
            std::string_view term) {
  Evaluation evaluation(table);
  check(evaluation, all, input);
  if (evaluation.refused()) return std::move(evaluation).finish();
  Scaled sum = add_parts(evaluation, parts_of(input, {input_name, term, *(input.*violence)}));
  if (*input.sexual_offence_history && *input.sex == Sex::female) {
    const double of_women = evaluation.constant("woman_with_sexual_offence");
    const Scaled percent = percent_of(of_women, 2);
    evaluation.times("hundredths_of_woman_with_sexual_offence", static_cast<double>(percent.scaled));
    sum.scaled += percent.scaled;
  }
  if (evaluation.refused()) return std::move(evaluation).finish();
  const Scaled percent = kept_within(sum, {0, 2}, {9999, 2});
  evaluation.figure(figure, percent);
  evaluation.band(percent);
  return std::move(evaluation).finish();
}

} // namespace

std::span<const Input<RsrInput>> rsr_inputs() {
  return inputs_of_rsr;
}
std::span<const Input<CsrpInput>> csrp_inputs() {
  return inputs_of_csrp;
}

// Terms count hundredths of a percent, which are whole.
const Table& rsr_table() {
  static const Table table{.instrument = "rsr",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 4, 20),
                           .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
                           .coefficients = {{"snsv", 1},
                                            {"osp_dc", 1},
                                            {"osp_iic", 1},
                                            {"hundredths_of_woman_with_sexual_offence", 1},
                                            {"woman_with_sexual_offence", 0.00383141762}},
                           .bands = {{0, "LOW"}, {300, "MEDIUM"}, {690, "HIGH"}},
                           .mapping = ""};
  return table;
}

const Table& csrp_table() {
  static const Table table{.instrument = "csrp",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 8, 4),
                           .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at 016919c",
                           .coefficients = {{"svrp", 1},
                                            {"osp_dc", 1},
                                            {"osp_iic", 1},
                                            {"hundredths_of_woman_with_sexual_offence", 1},
                                            {"woman_with_sexual_offence", 0.0038314176245211}},
                           .bands = {{0, "LOW"}, {100, "MEDIUM"}, {300, "HIGH"}, {690, "VERY_HIGH"}},
                           .mapping = ""};
  return table;
}

Score score_rsr(const RsrInput& input) {
  return score(rsr_table(), rsr_inputs(), input, "rsr_pct", &RsrInput::snsv_probability, "snsv_probability",
               "snsv");
}

Score score_csrp(const CsrpInput& input) {
  return score(csrp_table(), csrp_inputs(), input, "csrp_pct", &CsrpInput::svrp_probability,
               "svrp_probability", "svrp");
}

} // namespace probity::risk

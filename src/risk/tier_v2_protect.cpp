#include <algorithm>
#include <array>

#include "risk/texts.h"
#include "risk/tier_v2.h"

namespace probity::risk {
namespace {

constexpr auto inputs_of_tier_v2_protect = std::to_array<Input<TierV2ProtectInput>>({
    input<&TierV2ProtectInput::rsr>({"rsr", "percent", Need::answer}),
    input<&TierV2ProtectInput::rosh>({"rosh", "level of serious harm", Need::answer}),
    input<&TierV2ProtectInput::mappa_level>({"mappa_level", "M1, M2 or M3, if managed so", Need::optional}),
    input<&TierV2ProtectInput::complexity_registrations>(
        {"complexity_registrations", "codes with | between", Need::optional}),
    input<&TierV2ProtectInput::sex>({"sex", "MALE or FEMALE"}),
    input<&TierV2ProtectInput::parenting>({"parenting", "parental responsibilities", Need::optional}),
    input<&TierV2ProtectInput::impulsivity>({"impulsivity", "impulsivity", Need::optional, 0, 2}),
    input<&TierV2ProtectInput::temper>({"temper", "control of temper", Need::optional, 0, 2}),
    input<&TierV2ProtectInput::previous_enforcement>(
        {"previous_enforcement", "a breach or recall before", Need::optional}),
});

constexpr auto complexity_codes = std::to_array<std::string_view>(
    {"RMDO", "ALSH", "RVLN", "RCCO", "RCPR", "RCHD", "RPIR", "RVAD", "STRG", "RTAO"});

constexpr std::string_view lower = "not given: adds no points, so the tier may be too low";

void add_harm(Evaluation& evaluation, const TierV2ProtectInput& input, Scaled rsr) {
  if (!input.rsr) evaluation.missing("rsr", lower);
  if (!input.rosh) evaluation.missing("rosh", lower);
  const double by_rsr =
      input.rsr ? evaluation.table().step("rsr_hundredths", static_cast<int>(rsr.scaled))->value : 0;
  const double by_rosh = input.rosh ? evaluation.table().find("rosh", word(*input.rosh)).value_or(0) : 0;
  if (input.rsr && (by_rsr >= by_rosh || !input.rosh))
    evaluation.step("rsr_hundredths", static_cast<int>(rsr.scaled));
  else if (input.rosh)
    evaluation.level("rosh", word(*input.rosh));
  if (by_rsr > 0 && by_rosh > 0) evaluation.note("of RSR and RoSH only the one with more points counts");
}

void add_registrations(Evaluation& evaluation, const TierV2ProtectInput& input) {
  std::vector<std::string> counted;
  const std::string registrations = input.complexity_registrations.value_or("");
  for (const std::string_view text : split(registrations, '|')) {
    const std::string code = upper(text);
    if (std::find(counted.begin(), counted.end(), code) != counted.end()) continue;
    counted.push_back(code);
    if (std::find(complexity_codes.begin(), complexity_codes.end(), code) != complexity_codes.end())
      evaluation.times("complexity_registration", 1);
    else
      evaluation.note("the registration " + code + " weighs nothing");
  }
}

void add_of_women(Evaluation& evaluation, const TierV2ProtectInput& input) {
  if (*input.sex != Sex::female) return;
  if (!input.parenting) evaluation.missing("parenting", lower);
  if (!input.impulsivity) evaluation.missing("impulsivity", lower);
  if (!input.temper) evaluation.missing("temper", lower);
  if (!input.previous_enforcement) evaluation.missing("previous_enforcement", lower);
  evaluation.times("parenting", input.parenting.value_or(false) ? 1 : 0);
  evaluation.times("impulsivity_or_temper",
                   input.impulsivity.value_or(0) > 0 || input.temper.value_or(0) > 0 ? 1 : 0);
  evaluation.times("previous_enforcement", input.previous_enforcement.value_or(false) ? 1 : 0);
}

} // namespace

std::span<const Input<TierV2ProtectInput>> tier_v2_protect_inputs() {
  return inputs_of_tier_v2_protect;
}

const Table& tier_v2_protect_table() {
  static const Table table{.instrument = "tier_v2_protect",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 8, 17),
                           .source = "ministryofjustice/hmpps-tier at affac98",
                           .coefficients = {{"rsr_hundredths", 0, 0},
                                            {"rsr_hundredths", 10, 300},
                                            {"rsr_hundredths", 20, 700},
                                            {"rosh:LOW", 0},
                                            {"rosh:MEDIUM", 10},
                                            {"rosh:HIGH", 20},
                                            {"rosh:VERY_HIGH", 150},
                                            {"mappa:M1", 5},
                                            {"mappa:M2", 150},
                                            {"mappa:M3", 150},
                                            {"complexity_registration", 2},
                                            {"parenting", 2},
                                            {"impulsivity_or_temper", 2},
                                            {"previous_enforcement", 2}},
                           .bands = {{0, "D"}, {10, "C"}, {20, "B"}, {150, "A"}},
                           .mapping = ""};
  return table;
}

Score score_tier_v2_protect(const TierV2ProtectInput& input) {
  Evaluation evaluation(tier_v2_protect_table());
  refuse_missing(evaluation, not_given(tier_v2_protect_inputs(), input, Need::required));
  if (input.rsr && !(*input.rsr >= 0 && *input.rsr <= 100))
    evaluation.refuse("RSR_NOT_A_PERCENTAGE", {"rsr"}, "write the percentage, 0 to 100");
  if (evaluation.refused()) return std::move(evaluation).finish();
  add_harm(evaluation, input, half_up(input.rsr.value_or(0), 2));
  if (input.mappa_level) evaluation.level("mappa", upper(word(*input.mappa_level)));
  add_registrations(evaluation, input);
  add_of_women(evaluation, input);
  const Scaled points = half_up(evaluation.sum(), 0);
  evaluation.figure("level", evaluation.table().band(points.scaled));
  evaluation.figure("points", points);
  return std::move(evaluation).finish();
}

} // namespace probity::risk

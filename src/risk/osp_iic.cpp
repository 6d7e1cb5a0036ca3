#include <array>

#include "risk/osp.h"

namespace probity::risk {
namespace {

constexpr auto inputs_of_osp_iic = std::to_array<Input<OspIicInput>>({
    input<&OspIicInput::sex>({"sex", "MALE or FEMALE; else a man's", Need::optional}),
    input<&OspIicInput::sexual_offence_history>(
        {"sexual_offence_history", "a sexual offence in the history; else yes", Need::optional}),
    input<&OspIicInput::contact_adult>(
        {"contact_adult", "sanctions for contact with adults", Need::required, 0, most_count}),
    input<&OspIicInput::contact_child>(
        {"contact_child", "sanctions for contact with children", Need::required, 0, most_count}),
    input<&OspIicInput::indecent_images>(
        {"indecent_images", "sanctions for indecent images", Need::required, 0, most_count}),
    input<&OspIicInput::noncontact>(
        {"noncontact", "sanctions without contact, other than images", Need::required, 0, most_count}),
});

std::string_view first_that_holds(const OspIicInput& input) {
  if (*input.indecent_images >= 2) return "two_or_more_indecent_images";
  if (*input.indecent_images == 1) return "one_indecent_images";
  if (*input.contact_child >= 2) return "two_or_more_contact_child";
  if (*input.contact_child == 1) return "one_contact_child";
  if (*input.contact_adult == 0 && *input.noncontact == 0) return "no_sexual_sanction";
  return "any_other_sexual_sanction";
}

} // namespace

std::span<const Input<OspIicInput>> osp_iic_inputs() {
  return inputs_of_osp_iic;
}

const Table& osp_iic_table() {
  static const Table table{.instrument = "osp_iic",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 4, 20),
                           .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
                           .coefficients = {{"two_or_more_indecent_images", 0.10310},
                                            {"one_indecent_images", 0.03328},
                                            {"two_or_more_contact_child", 0.00926},
                                            {"one_contact_child", 0.00634},
                                            {"no_sexual_sanction", 0.00062},
                                            {"any_other_sexual_sanction", 0.00281}},
                           .bands = {{0, "LOW"}, {333, "MEDIUM"}, {1031, "HIGH"}},
                           .mapping = ""};
  return table;
}

Score score_osp_iic(const OspIicInput& input) {
  Evaluation evaluation(osp_iic_table());
  if (input.sex == Sex::female)
    evaluation.does_not_apply("NOT_A_MAN", {"sex"}, "the predictor was made for men only");
  else if (input.sexual_offence_history == false)
    evaluation.does_not_apply("NO_SEXUAL_OFFENCE_HISTORY", {"sexual_offence_history"},
                              "the predictor is for men with a sexual offence in their history");
  if (!evaluation.refused()) refuse_missing(evaluation, not_given(osp_iic_inputs(), input, Need::required));
  if (evaluation.refused()) return std::move(evaluation).finish();
  if (!input.sex) evaluation.missing("sex", "not given: scored as a man's; of women it does not speak");
  if (!input.sexual_offence_history)
    evaluation.missing("sexual_offence_history", "not given: scored as that of a man who has one");
  constexpr int chance_decimals = 5;
  evaluation.times(first_that_holds(input), 1);
  evaluation.figure("pct", percent_of(evaluation.sum(), 2));
  evaluation.figure("probability", half_up(evaluation.sum(), chance_decimals));
  evaluation.band(percent_of(evaluation.sum(), 2));
  return std::move(evaluation).finish();
}

} // namespace probity::risk

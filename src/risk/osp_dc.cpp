#include <algorithm>
#include <array>

#include "risk/ages.h"
#include "risk/osp.h"
#include "risk/points.h"

namespace probity::risk {
namespace {

constexpr int youngest = 10;
constexpr int years_without_offence = 5;

constexpr auto inputs_of_osp_dc = std::to_array<Input<OspDcInput>>({
    input<&OspDcInput::sex>({"sex", "MALE or FEMALE"}),
    input<&OspDcInput::date_of_birth>({"date_of_birth", "day of birth"}),
    input<&OspDcInput::assessment_date>({"assessment_date", "day of the assessment"}),
    input<&OspDcInput::followup_date>({"followup_date", "start in the community, or release"}),
    input<&OspDcInput::sanctions_total>({"sanctions_total", "sanctions for any offence, with the current one",
                                         Need::required, 1, most_count}),
    input<&OspDcInput::supervision_status>({"supervision_status", "COMMUNITY or CUSTODY"}),
    input<&OspDcInput::contact_adult>(
        {"contact_adult", "sanctions for contact with adults", Need::required, 0, most_count}),
    input<&OspDcInput::contact_child>(
        {"contact_child", "sanctions for contact with children", Need::required, 0, most_count}),
    input<&OspDcInput::noncontact>(
        {"noncontact", "sanctions without contact, other than images", Need::required, 0, most_count}),
    input<&OspDcInput::indecent_images>(
        {"indecent_images", "sanctions for indecent images", Need::required, 0, most_count}),
    input<&OspDcInput::date_most_recent_sexual_offence>(
        {"date_most_recent_sexual_offence", "day, if there is one", Need::optional}),
    input<&OspDcInput::stranger_victim>({"stranger_victim", "the victim was a stranger"}),
    input<&OspDcInput::date_most_recent_offence>(
        {"date_most_recent_offence", "day, if it is known", Need::optional}),
});

bool has_history(const OspDcInput& input) {
  return input.date_most_recent_sexual_offence || *input.contact_adult > 0 || *input.contact_child > 0 ||
         *input.noncontact > 0 || *input.indecent_images > 0;
}

bool check(Evaluation& evaluation, const OspDcInput& input) {
  if (input.sex == Sex::female) {
    evaluation.does_not_apply("NOT_A_MAN", {"sex"}, "the predictor was made for men only");
    return false;
  }
  refuse_missing(evaluation, not_given(osp_dc_inputs(), input, Need::required));
  if (evaluation.refused()) return false;
  if (!has_history(input))
    evaluation.does_not_apply("NO_SEXUAL_OFFENCE_HISTORY", {},
                              "the predictor is for men with a sexual offence in their history");
  if (completed_years(*input.date_of_birth, *input.followup_date) < youngest)
    evaluation.refuse("AGE_AT_START_OF_FOLLOWUP_LESS_THAN_TEN", {"followup_date", "date_of_birth"},
                      "the predictor begins at the age of 10: check both days");
  if (input.date_most_recent_sexual_offence &&
      completed_years(*input.date_of_birth, *input.date_most_recent_sexual_offence) < youngest)
    evaluation.refuse("AGE_AT_MOST_RECENT_SEXUAL_OFFENCE_LESS_THAN_TEN",
                      {"date_most_recent_sexual_offence", "date_of_birth"},
                      "nobody under 10 can be convicted: check both days");
  return !evaluation.refused();
}

// Years enough without an offence, as far as known, and in the community.
bool reduces(const OspDcInput& input) {
  const auto long_ago = [&](const std::optional<base::Day>& day) {
    return !day || completed_years(*day, *input.assessment_date) >= years_without_offence;
  };
  return *input.supervision_status != Place::custody && long_ago(input.followup_date) &&
         long_ago(input.date_most_recent_sexual_offence) && long_ago(input.date_most_recent_offence);
}

void add_figures(Evaluation& evaluation, const OspDcInput& input) {
  constexpr int chance_decimals = 9;
  const Scaled points = points_of(evaluation);
  const double chance = points.scaled == 0
                            ? 0
                            : logistic(evaluation.constant("intercept") +
                                       evaluation.constant("per_point") * static_cast<double>(points.scaled));
  const std::vector<BandFloor>& bands = evaluation.table().bands;
  auto band = std::prev(
      std::find_if(bands.begin(), bands.end(), [&](const BandFloor& it) { return it.from > points.scaled; }));
  const bool reduced = band != bands.begin() && reduces(input);
  if (reduced) --band;
  evaluation.figure("pct", percent_of(chance, 2));
  evaluation.figure("points", points);
  evaluation.figure("band_reduced", reduced ? "true" : "false");
  evaluation.figure("probability", half_up(chance, chance_decimals));
  evaluation.band({band->from, 0});
  if (reduced)
    evaluation.note("the band is one lower than the points say: five years in the community without an "
                    "offence; the percentage is unchanged");
}

std::vector<Coefficient> numbers() {
  std::vector<Coefficient> out{
      {"intercept", -8.633},    {"per_point", 0.1598},    {"contact_adult", 0, 0},    {"contact_adult", 5, 1},
      {"contact_adult", 10, 2}, {"contact_adult", 15, 3}, {"contact_child", 0, 0},    {"contact_child", 3, 1},
      {"contact_child", 6, 2},  {"contact_child", 9, 3},  {"noncontact", 0, 0},       {"noncontact", 2, 1},
      {"noncontact", 4, 2},     {"noncontact", 6, 3},     {"age_at_followup", 14, 10}};
  // One point less for each three years from 18 on; none from 60.
  constexpr int most = 14;
  constexpr int from = 18;
  constexpr int years = 3;
  for (int less = 1; less <= most; ++less)
    out.push_back({"age_at_followup", static_cast<double>(most - less), from + less * years});
  for (const Coefficient& row : std::to_array<Coefficient>({{"age_at_sexual_offence", 0, 10},
                                                            {"age_at_sexual_offence", 5, 16},
                                                            {"age_at_sexual_offence", 10, 18},
                                                            {"sanctions_total", 0, 1},
                                                            {"sanctions_total", 6, 2},
                                                            {"stranger_victim", 4}}))
    out.push_back(row);
  return out;
}

} // namespace

std::span<const Input<OspDcInput>> osp_dc_inputs() {
  return inputs_of_osp_dc;
}

const Table& osp_dc_table() {
  static const Table table{.instrument = "osp_dc",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 4, 20),
                           .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
                           .coefficients = numbers(),
                           .bands = {{0, "LOW"}, {22, "MEDIUM"}, {30, "HIGH"}, {36, "VERY_HIGH"}},
                           .mapping = ""};
  return table;
}

Score score_osp_dc(const OspDcInput& input) {
  Evaluation evaluation(osp_dc_table());
  if (!check(evaluation, input)) return std::move(evaluation).finish();
  evaluation.step("contact_adult", *input.contact_adult);
  evaluation.step("contact_child", *input.contact_child);
  evaluation.step("noncontact", *input.noncontact);
  evaluation.step("age_at_followup", completed_years(*input.date_of_birth, *input.followup_date));
  if (input.date_most_recent_sexual_offence)
    evaluation.step("age_at_sexual_offence",
                    completed_years(*input.date_of_birth, *input.date_most_recent_sexual_offence));
  else
    evaluation.missing("date_most_recent_sexual_offence",
                       "not known: adds no points for the age, so the score may be too low");
  evaluation.step("sanctions_total", *input.sanctions_total);
  evaluation.times("stranger_victim", *input.stranger_victim ? 1 : 0);
  add_figures(evaluation, input);
  return std::move(evaluation).finish();
}

} // namespace probity::risk

#include "risk/tier_v3.h"

#include <algorithm>
#include <array>

#include "risk/ages.h"

namespace probity::risk {
namespace {

constexpr auto inputs_of_tier_v3 = std::to_array<Input<TierV3Input>>({
    input<&TierV3Input::today>({"today", "the day on which it is asked"}),
    input<&TierV3Input::active_event>({"active_event", "a sentence that runs"}),
    input<&TierV3Input::arp>({"arp", "percent", Need::answer}),
    input<&TierV3Input::arp_type>({"arp_type", "STATIC or DYNAMIC", Need::answer}),
    input<&TierV3Input::csrp>({"csrp", "percent", Need::answer}),
    input<&TierV3Input::csrp_type>({"csrp_type", "STATIC or DYNAMIC", Need::answer}),
    input<&TierV3Input::dcsrp_score>({"dcsrp_score", "percent of OSP/DC, if there is one", Need::optional}),
    input<&TierV3Input::dcsrp_band>({"dcsrp_band", "its band", Need::optional}),
    input<&TierV3Input::mappa>({"mappa", "managed by several agencies"}),
    input<&TierV3Input::rosh>({"rosh", "level of serious harm; else provisional", Need::optional}),
    input<&TierV3Input::lifer_ipp>({"lifer_ipp", "an indeterminate sentence"}),
    input<&TierV3Input::latest_release_date>({"latest_release_date", "if released", Need::optional}),
    input<&TierV3Input::domestic_abuse>({"domestic_abuse", "registered"}),
    input<&TierV3Input::stalking>({"stalking", "registered"}),
    input<&TierV3Input::child_protection>({"child_protection", "registered"}),
    input<&TierV3Input::sexual_offence_ever>({"sexual_offence_ever", "a sexual offence at any time"}),
});

constexpr int highest_arp = 10'000;
constexpr double best = 1; // A

// The row of the matrix in which a CSRP falls; its steps are those of ARP. Both in hundredths of a percent.
std::string_view row_of(std::int64_t csrp) {
  constexpr std::int64_t very_high = 690;
  constexpr std::int64_t high = 300;
  constexpr std::int64_t medium = 100;
  constexpr std::int64_t half = 50;
  if (csrp >= very_high) return "arp_at_csrp_690";
  if (csrp >= high) return "arp_at_csrp_300";
  if (csrp >= medium) return "arp_at_csrp_100";
  return csrp >= half ? "arp_at_csrp_50" : "arp_at_csrp_0";
}

// Whether the person was released within so many years; a day on which as many are complete is within.
bool within_years(base::Day release, base::Day today, int years) {
  return completed_years(release, today - 1) < years;
}

bool check(Evaluation& evaluation, const TierV3Input& input) {
  if (input.active_event == false) {
    evaluation.does_not_apply("NOT_SUPERVISED", {"active_event"}, "there is no sentence that runs");
    return false;
  }
  const bool scores = input.arp && input.arp_type && input.csrp && input.csrp_type;
  if (!scores)
    evaluation.refuse("MISSING", not_given(tier_v3_inputs(), input, Need::answer),
                      "give ARP and CSRP with their types: there is no tier without them");
  refuse_missing(evaluation, not_given(tier_v3_inputs(), input, Need::required));
  for (const std::optional<double>& percent : {input.arp, input.csrp, input.dcsrp_score})
    if (percent && !(*percent >= 0 && *percent <= 100))
      evaluation.refuse("NOT_A_PERCENTAGE", {"arp", "csrp", "dcsrp_score"}, "write percentages, 0 to 100");
  return !evaluation.refused();
}

void add_sexual(Evaluation& evaluation, const TierV3Input& input) {
  if (!input.dcsrp_band || *input.dcsrp_band == Band::not_applicable || input.dcsrp_score.value_or(0) == 0)
    return;
  if (*input.dcsrp_band != Band::medium) return evaluation.level("dcsrp", word(*input.dcsrp_band));
  const int hundredths = static_cast<int>(half_up(*input.dcsrp_score, 2).scaled);
  if (evaluation.table().step("dcsrp_medium", hundredths) == nullptr)
    return evaluation.refuse("DCSRP_SCORE_BELOW_ITS_BAND", {"dcsrp_score", "dcsrp_band"},
                             "a medium band begins at 0.60: check both");
  evaluation.step("dcsrp_medium", hundredths);
}

void add_harm(Evaluation& evaluation, const TierV3Input& input) {
  if (*input.mappa)
    evaluation.level("mappa", input.rosh ? word(*input.rosh) : "NONE");
  else if (input.rosh && evaluation.table().find("rosh", word(*input.rosh)))
    evaluation.level("rosh", word(*input.rosh));
}

void add_facts(Evaluation& evaluation, const TierV3Input& input) {
  constexpr int years_long = 5;
  if (*input.lifer_ipp && input.latest_release_date) {
    const base::Day release = *input.latest_release_date;
    evaluation.level("indeterminate", within_years(release, *input.today, 1)            ? "within 1 year"
                                      : within_years(release, *input.today, years_long) ? "within 5 years"
                                                                                        : "later");
  }
  if (*input.domestic_abuse) evaluation.times("domestic_abuse", 1);
  if (*input.stalking) evaluation.times("stalking", 1);
  if (*input.child_protection) evaluation.times("child_protection", 1);
  if (*input.sexual_offence_ever) evaluation.times("sexual_offence_ever", 1);
}

struct Hundredths {
  int arp = 0;
  int csrp = 0;
};

// The best tier that the matrix could give once a static score became a dynamic one.
double best_of_matrix(const Table& table, const TierV3Input& input, Hundredths scores) {
  if (*input.arp_type == Model::static_ && *input.csrp_type == Model::static_) return best;
  if (*input.arp_type == Model::static_) return table.step(row_of(scores.csrp), highest_arp)->value;
  return table.step("arp_at_csrp_690", scores.arp)->value;
}

std::vector<Coefficient> numbers() {
  return {
      {"arp_at_csrp_690", 2, 0},
      {"arp_at_csrp_690", 1, 7500},
      {"arp_at_csrp_300", 3, 0},
      {"arp_at_csrp_300", 2, 7500},
      {"arp_at_csrp_300", 1, 9000},
      {"arp_at_csrp_100", 5, 0},
      {"arp_at_csrp_100", 4, 5000},
      {"arp_at_csrp_100", 3, 7500},
      {"arp_at_csrp_100", 2, 9000},
      {"arp_at_csrp_50", 6, 0},
      {"arp_at_csrp_50", 5, 2500},
      {"arp_at_csrp_50", 4, 7500},
      {"arp_at_csrp_50", 3, 9000},
      {"arp_at_csrp_0", 7, 0},
      {"arp_at_csrp_0", 6, 1500},
      {"arp_at_csrp_0", 5, 5000},
      {"arp_at_csrp_0", 4, 7500},
      {"dcsrp:VERY_HIGH", 1},
      {"dcsrp:HIGH", 2},
      {"dcsrp:LOW", 5},
      {"dcsrp_medium", 4, 60},
      {"dcsrp_medium", 3, 112},
      {"dcsrp_medium", 4, 211},
      {"dcsrp_medium", 3, 336},
      {"mappa:VERY_HIGH", 1},
      {"mappa:HIGH", 3},
      {"mappa:MEDIUM", 4},
      {"mappa:LOW", 5},
      {"mappa:NONE", 5},
      {"rosh:VERY_HIGH", 3},
      {"rosh:HIGH", 4},
      {"indeterminate:within 1 year", 2},
      {"indeterminate:within 5 years", 4},
      {"indeterminate:later", 5},
      {"domestic_abuse", 5},
      {"stalking", 6},
      {"child_protection", 6},
      {"sexual_offence_ever", 5},
      {"every_case", 7},
      {"harm_unknown_with_mappa", 1},
      {"harm_unknown", 3},
  };
}

} // namespace

std::span<const Input<TierV3Input>> tier_v3_inputs() {
  return inputs_of_tier_v3;
}

// 1 is A, 7 is G.
const Table& tier_v3_table() {
  static const Table table{.instrument = "tier_v3",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 8, 17),
                           .source = "ministryofjustice/hmpps-tier at affac98",
                           .coefficients = numbers(),
                           .bands = {{1, "A"}, {2, "B"}, {3, "C"}, {4, "D"}, {5, "E"}, {6, "F"}, {7, "G"}},
                           .mapping = "",
                           .mapping_digest = std::nullopt,
                           .together = Together::least};
  return table;
}

Score score_tier_v3(const TierV3Input& input) {
  Evaluation evaluation(tier_v3_table());
  if (!check(evaluation, input)) return std::move(evaluation).finish();
  const Hundredths scores{static_cast<int>(half_up(*input.arp, 2).scaled),
                          static_cast<int>(half_up(*input.csrp, 2).scaled)};
  evaluation.times("every_case", 1);
  add_sexual(evaluation, input);
  add_facts(evaluation, input);
  const double without_harm = evaluation.sum();
  add_harm(evaluation, input);
  const double without_scores = evaluation.sum();
  const Table& table = evaluation.table();
  const double by_scores = table.step(row_of(scores.csrp), scores.arp)->value;
  evaluation.step(row_of(scores.csrp), scores.arp);
  if (evaluation.refused()) return std::move(evaluation).finish();
  const bool both_dynamic = *input.arp_type == Model::dynamic && *input.csrp_type == Model::dynamic;
  const bool scores_may_raise = !both_dynamic && without_scores > best_of_matrix(table, input, scores);
  const double known = both_dynamic ? std::min(without_harm, by_scores) : without_harm;
  const bool harm_may_raise =
      !input.rosh && known > evaluation.constant(*input.mappa ? "harm_unknown_with_mappa" : "harm_unknown");
  if (scores_may_raise) evaluation.note("a score is static: a dynamic one might raise the tier");
  if (harm_may_raise) evaluation.missing("rosh", "not known: it might raise the tier");
  evaluation.figure("tier", table.band(half_up(evaluation.sum(), 0).scaled));
  evaluation.figure("provisional", scores_may_raise || harm_may_raise ? "true" : "false");
  return std::move(evaluation).finish();
}

} // namespace probity::risk

#include "risk/mst.h"

#include <array>

#include "risk/ages.h"

namespace probity::risk {
namespace {

constexpr auto inputs_of_mst = std::to_array<Input<MstInput>>({
    input<&MstInput::sex>({"sex", "MALE or FEMALE"}),
    input<&MstInput::date_of_birth>({"date_of_birth", "day of birth"}),
    input<&MstInput::assessment_date>({"assessment_date", "day of the assessment"}),
    input<&MstInput::peer_group>({"peer_group", "influenced by a peer group: 1", Need::answer, 0, 1}),
    input<&MstInput::criminal_associates>({"criminal_associates", "criminal associates", Need::answer, 0, 2}),
    input<&MstInput::recklessness>({"recklessness", "recklessness", Need::answer, 0, 2}),
    input<&MstInput::difficulties_coping>({"difficulties_coping", "difficulties coping", Need::answer, 0, 2}),
    input<&MstInput::attitude_to_self>({"attitude_to_self", "attitude to self", Need::answer, 0, 2}),
    input<&MstInput::impulsivity>({"impulsivity", "impulsivity", Need::answer, 0, 2}),
    input<&MstInput::temper>({"temper", "control of temper", Need::answer, 0, 2}),
    input<&MstInput::problem_solving>({"problem_solving", "problem solving", Need::answer, 0, 2}),
    input<&MstInput::consequence_awareness>(
        {"consequence_awareness", "awareness of consequences", Need::answer, 0, 2}),
    input<&MstInput::others_views>({"others_views", "understanding of others' views", Need::answer, 0, 2}),
});

constexpr std::array<std::pair<std::string_view, std::optional<int> MstInput::*>, 10> answers{{
    {"peer_group", &MstInput::peer_group},
    {"criminal_associates", &MstInput::criminal_associates},
    {"recklessness", &MstInput::recklessness},
    {"difficulties_coping", &MstInput::difficulties_coping},
    {"attitude_to_self", &MstInput::attitude_to_self},
    {"impulsivity", &MstInput::impulsivity},
    {"temper", &MstInput::temper},
    {"problem_solving", &MstInput::problem_solving},
    {"consequence_awareness", &MstInput::consequence_awareness},
    {"others_views", &MstInput::others_views},
}};

constexpr int youngest = 18;
constexpr int oldest = 25;

void check_whom(Evaluation& evaluation, const MstInput& input) {
  if (input.date_of_birth && input.assessment_date) {
    const int age = completed_years(*input.date_of_birth, *input.assessment_date);
    if (age < youngest || age > oldest)
      evaluation.does_not_apply("AGE_OUTSIDE_18_TO_25", {"date_of_birth", "assessment_date"},
                                "the screen is for those who are 18 to 25 on the day of the assessment");
  }
  if (!evaluation.refused() && input.sex && *input.sex != Sex::male)
    evaluation.does_not_apply("NOT_A_MAN", {"sex"}, "the screen was made for men only");
}

} // namespace

std::span<const Input<MstInput>> mst_inputs() {
  return inputs_of_mst;
}

const Table& mst_table() {
  static const Table table = [] {
    Table made{.instrument = "mst",
               .model = "",
               .version = "1",
               .stated_on = base::day_of(2026, 4, 20),
               .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
               .coefficients = {},
               .bands = {{0, "false"}, {10, "true"}},
               .mapping = ""};
    for (const auto& [term, member] : answers)
      made.coefficients.push_back({term, 1});
    return made;
  }();
  return table;
}

Score score_mst(const MstInput& input) {
  Evaluation evaluation(mst_table());
  check_whom(evaluation, input);
  if (evaluation.refused()) return std::move(evaluation).finish();
  auto missing = not_given(mst_inputs(), input, Need::required);
  const auto unanswered = not_given(mst_inputs(), input, Need::answer);
  if (unanswered.size() > 1) missing.insert(missing.end(), unanswered.begin(), unanswered.end());
  if (!missing.empty()) refuse_missing(evaluation, std::move(missing));
  if (evaluation.refused()) return std::move(evaluation).finish();
  for (const auto& [term, member] : answers) {
    if (input.*member)
      evaluation.times(term, *(input.*member));
    else
      evaluation.missing(term, "not answered: adds no points, so the score may be too low");
  }
  const Scaled score{static_cast<std::int64_t>(evaluation.sum()), 0};
  evaluation.figure("score", score);
  evaluation.figure("flag", evaluation.table().band(score.scaled));
  return std::move(evaluation).finish();
}

} // namespace probity::risk

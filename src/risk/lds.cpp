#include "risk/lds.h"

#include <array>

namespace probity::risk {
namespace {

constexpr auto inputs_of_lds = std::to_array<Input<LdsInput>>({
    input<&LdsInput::nfa_or_transient>({"nfa_or_transient", "no fixed address: 1", Need::optional, 0, 1}),
    input<&LdsInput::work_skills>({"work_skills", "problems with work skills", Need::answer, 0, 2}),
    input<&LdsInput::reading_writing_numeracy>(
        {"reading_writing_numeracy", "problems with the three together", Need::answer, 0, 2}),
    input<&LdsInput::reading>({"reading", "problems with reading: 1", Need::optional, 0, 1}),
    input<&LdsInput::numeracy>({"numeracy", "problems with numeracy: 1", Need::optional, 0, 1}),
    input<&LdsInput::learning_difficulties>(
        {"learning_difficulties", "learning difficulties", Need::answer, 0, 2}),
    input<&LdsInput::qualifications>({"qualifications", "any or none", Need::answer}),
});

constexpr std::size_t least_answers = 3;
constexpr std::size_t asked_answers = 4;

void add(Evaluation& evaluation, std::string_view term, const std::optional<int>& answer) {
  if (answer)
    evaluation.times(term, *answer);
  else
    evaluation.missing(term, "not answered: adds no points, so the score may be too low");
}

} // namespace

std::span<const Input<LdsInput>> lds_inputs() {
  return inputs_of_lds;
}

const Table& lds_table() {
  static const Table table{.instrument = "lds",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 4, 20),
                           .source = "ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4",
                           .coefficients = {{"nfa_or_transient", 1},
                                            {"work_skills", 1},
                                            {"reading_writing_numeracy", 1},
                                            {"reading", 1},
                                            {"numeracy", 1},
                                            {"learning_difficulties", 1},
                                            {"no_qualifications", 2}},
                           .bands = {{0, "0"}, {3, "1"}, {5, "2"}},
                           .mapping = ""};
  return table;
}

Score score_lds(const LdsInput& input) {
  Evaluation evaluation(lds_table());
  auto unanswered = not_given(lds_inputs(), input, Need::answer);
  if (asked_answers - unanswered.size() < least_answers) refuse_missing(evaluation, std::move(unanswered));
  if (!input.reading_writing_numeracy && (input.reading || input.numeracy))
    evaluation.refuse("READING_OR_NUMERACY_WITHOUT_THE_THREE_TOGETHER", {"reading_writing_numeracy"},
                      "answer reading, writing and numeracy together before each by itself");
  if (evaluation.refused()) return std::move(evaluation).finish();
  add(evaluation, "nfa_or_transient", input.nfa_or_transient);
  add(evaluation, "work_skills", input.work_skills);
  add(evaluation, "reading_writing_numeracy", input.reading_writing_numeracy);
  add(evaluation, "reading", input.reading);
  add(evaluation, "numeracy", input.numeracy);
  add(evaluation, "learning_difficulties", input.learning_difficulties);
  if (input.qualifications)
    evaluation.times("no_qualifications", *input.qualifications == Qualifications::none ? 1 : 0);
  else
    evaluation.missing("qualifications", "not answered: adds no points, so the score may be too low");
  const Scaled points{static_cast<std::int64_t>(evaluation.sum()), 0};
  evaluation.figure("score", evaluation.table().band(points.scaled));
  evaluation.figure("points", points);
  return std::move(evaluation).finish();
}

} // namespace probity::risk

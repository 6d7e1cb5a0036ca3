#include "casework/case_words.h"
#include "casework/custody/release_board.h"

namespace probity::casework {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : ",") + word;
  return out.empty() ? "none" : out;
}

std::string day_or_none(std::optional<base::Day> day) {
  return day ? base::to_text(*day) : "none";
}

std::string conditions_of(const CaseState& state) {
  const Licence* licence = state.custody.licence();
  std::vector<std::string> words;
  if (licence != nullptr)
    for (const record::Symbol one : licence->conditions)
      words.emplace_back(one.text());
  return joined(words);
}

} // namespace

void add_custody_words(CaseWords& words, const CaseState& state, const Policy& policy,
                       const rules::WorkingDays& working_days, base::Day on) {
  const auto board = release_day(state, policy, working_days, on);
  std::vector<std::string> missing;
  std::vector<std::string> late;
  if (board)
    for (const BoardItem& one : board->items) {
      if (one.status == ItemStatus::missing) missing.emplace_back(to_text(one.item));
      if (one.status == ItemStatus::late) late.emplace_back(to_text(one.item));
    }
  const auto stop = hard_stop(state, policy.custody, working_days);
  words.emplace_back("under", to_text(under(state)));
  words.emplace_back("release", board ? base::to_text(board->day) : "none");
  words.emplace_back("release_known", board ? std::string(to_text(board->basis)) : "no");
  words.emplace_back("release_missing", joined(missing));
  words.emplace_back("release_late", joined(late));
  words.emplace_back("licence", licence_word(state, stop, on));
  words.emplace_back("conditions", conditions_of(state));
  words.emplace_back("hard_stop", stop ? base::to_text(stop->day) : "none");
  words.emplace_back("licence_until",
                     under(state) == Under::licence ? day_or_none(licence_ends(state)) : "none");
  words.emplace_back("post_sentence_until", day_or_none(post_sentence_ends(state, policy.custody)));
  words.emplace_back("accommodation", state.custody.accommodation_kind.empty()
                                          ? "none"
                                          : std::string(state.custody.accommodation_kind.text()));
}

} // namespace probity::casework

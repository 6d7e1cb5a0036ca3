#include "casework/custody/release_list.h"

#include <algorithm>
#include <tuple>

namespace probity::casework {
namespace {

bool is_listed(const ReleaseBoard& board, const CustodyPolicy& limits, const rules::WorkingDays& working_days,
               base::Day on, int within) {
  if (board.day >= on) return board.day <= on + within;
  const std::vector<ReleaseItem> missing = board.missing();
  if (missing.empty()) return false;
  if (board.item(ReleaseItem::release_recorded).status == ItemStatus::missing) return true;
  return on <= day_after(board.day, limits.listed_after, working_days, board.day);
}

} // namespace

std::optional<ListedRelease> listed_release(const CaseState& state, const Policy& policy,
                                            const rules::WorkingDays& working_days, base::Day on,
                                            int within) {
  auto board = release_day(state, policy, working_days, on);
  if (!board || !is_listed(*board, policy.custody, working_days, on, within)) return std::nullopt;
  const std::string_view licence = licence_word(state, board->stop, on);
  return ListedRelease{state.person,    state.provider, state.practitioner,
                       state.duty_team, licence,        std::move(*board)};
}

std::vector<ListedRelease> releases(const timeline::Book& book, const base::Zone& zone, const Policy& policy,
                                    const rules::WorkingDays& working_days, base::Day on, int within,
                                    std::optional<record::Symbol> provider) {
  std::vector<ListedRelease> out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    const CaseState state = state_of(*person, zone);
    if (provider && state.provider != *provider) continue;
    if (auto listed = listed_release(state, policy, working_days, on, within))
      out.push_back(std::move(*listed));
  }
  std::stable_sort(out.begin(), out.end(), [](const ListedRelease& a, const ListedRelease& b) {
    return std::tie(a.board.day, a.person) < std::tie(b.board.day, b.person);
  });
  return out;
}

} // namespace probity::casework

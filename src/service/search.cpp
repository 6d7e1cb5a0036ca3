#include "service/search.h"

#include <algorithm>
#include <string_view>

#include "service/asking.h"
#include "service/name_folding.h"

namespace probity::service {
namespace {

using base::ErrorCode;
using base::Result;

constexpr std::size_t most_references = 1'000;

// By the numbers of their streams, under the names that they stand under; joined records once.
Result<NumberSet> candidates(Office& office, const std::vector<std::string>& words) {
  NumberSet out = office.names().index().beginning_with(words);
  const WorklistFollower& follower = office.follower();
  for (const auto& [record, standing] : follower.joined())
    if (const auto number = follower.number_of(record); number && out.contains(*number)) {
      out.erase(*number);
      if (const casework::KeptCase* kept = follower.lists().kept(standing)) out.insert(kept->stream);
    }
  if (words.size() == 1 && is_reference(words.front())) {
    PROBITY_ASSIGN(const std::vector<base::StreamId> records,
                   office.ledger().streams_beginning(words.front(), most_references));
    for (const base::StreamId& record : records)
      if (const casework::KeptCase* kept = follower.lists().kept(follower.standing_name(record)))
        out.insert(kept->stream);
  }
  return out;
}

struct Ranked {
  std::uint32_t not_whole = 0; // words that were given in part
  std::uint32_t stream = 0;
};

// Those whom the caller may see, in no order.
std::vector<Ranked> seen_of(const Office& office, const Caller& caller, const NumberSet& people,
                            const std::vector<std::string>& words) {
  std::vector<NumberSet> whole;
  for (const std::string& word : words)
    whole.push_back(office.names().index().having(word));
  const casework::LiveWorklists& lists = office.follower().lists();
  Sight sight(caller, office.today());
  std::vector<Ranked> out;
  people.visit([&](std::uint32_t stream) {
    const casework::LiveWorklists::Outline outline = lists.outline(stream);
    if (outline.place == nullptr || !sight.sees(outline)) return;
    const auto in_part = std::count_if(whole.begin(), whole.end(),
                                       [&](const NumberSet& one) { return !one.contains(stream); });
    out.push_back({static_cast<std::uint32_t>(in_part), stream});
  });
  return out;
}

// The rows of one sheet, sorted: of all the others it is enough that they stand before or behind it.
Sheet keep_sorted(std::vector<Ranked>& all, std::uint64_t number, const Office& office) {
  const NameIndex& names = office.names().index();
  const casework::LiveWorklists& lists = office.follower().lists();
  const auto person = [&](const Ranked& one) { return (*lists.outline(one.stream).place)->holder.person; };
  const auto before = [&](const Ranked& a, const Ranked& b) {
    if (a.not_whole != b.not_whole) return a.not_whole < b.not_whole;
    if (names.comes_before(a.stream, b.stream)) return true;
    return !names.comes_before(b.stream, a.stream) && person(a) < person(b);
  };
  const std::uint64_t sheets = std::max<std::uint64_t>(1, (all.size() + found_rows - 1) / found_rows);
  const std::uint64_t first = (std::clamp<std::uint64_t>(number, 1, sheets) - 1) * found_rows;
  const auto at = [&](std::uint64_t row) {
    return all.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(row, all.size()));
  };
  if (first > 0) std::nth_element(all.begin(), at(first), all.end(), before);
  std::partial_sort(at(first), at(first + found_rows), all.end(), before);
  return keep_sheet(all, number, found_rows);
}

// Of the many that a short word may find, only those of the sheet are looked at closely.
FoundPerson found_person(const Office& office, const Caller& caller, const casework::CaseState& state) {
  FoundPerson out;
  out.person = state.person;
  out.name = office.name_of(state.person);
  out.body = state.provider.text();
  out.mine = state.practitioner.text() == caller.member.staff.hex();
  out.held = !state.practitioner.empty();
  out.harm_level = state.harm_level.text();
  return out;
}

} // namespace

bool is_reference(std::string_view word) {
  return word.size() >= fewest_reference_digits && word.size() <= 32 &&
         word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<std::vector<std::string>> words_to_find(std::string_view typed, std::string_view field) {
  if (typed.size() > most_letters)
    return base::fail(ErrorCode::invalid_input, "That is too long to look for", std::string(field),
                      "Enter a name or the beginning of a reference");
  std::vector<std::string> words = folded_words(typed);
  // As pages and people write it: "Case 5d0c2f0e".
  if (words.size() == 2 && words.front() == "case" && is_reference(words.back())) words.erase(words.begin());
  if (std::none_of(words.begin(), words.end(),
                   [](const std::string& word) { return word.size() >= fewest_letters; }))
    return base::fail(ErrorCode::invalid_input,
                      "Enter at least 2 letters of a name, or 4 digits of a reference", std::string(field));
  return words;
}

Result<access::Permission> may_search(Office& office, const Caller& caller) {
  const auto held = office.hold();
  return ask(office, caller, access::Action::search, "search");
}

Result<Found> search(Office& office, const Caller& caller, const SearchAsked& asked) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission, ask(office, caller, access::Action::search, "search"));
  PROBITY_ASSIGN(const std::vector<std::string> words, words_to_find(asked.words, "q"));
  PROBITY_ASSIGN(const NumberSet people, candidates(office, words));
  std::vector<Ranked> all = seen_of(office, caller, people, words);
  Found out;
  out.sheet = keep_sorted(all, asked.sheet, office);
  const casework::LiveWorklists& lists = office.follower().lists();
  for (const Ranked& one : all)
    if (const auto seen = lists.find((*lists.outline(one.stream).place)->holder.person))
      out.people.push_back(found_person(office, caller, seen->state));
  log_rows_at(office, permission, "search", out.people, office.ledger().size());
  return out;
}

} // namespace probity::service

#include "service/search.h"

#include <algorithm>
#include <compare>
#include <string_view>

#include "service/asking.h"
#include "service/name_folding.h"

namespace probity::service {
namespace {

using base::ErrorCode;
using base::Result;

constexpr std::size_t most_references = 1'000;

// Under the names that they stand under; joined records once.
Result<std::vector<base::StreamId>> candidates(Office& office, const std::vector<std::string>& words) {
  std::vector<base::StreamId> out = office.names().beginning_with(words);
  if (words.size() == 1 && is_reference(words.front())) {
    PROBITY_ASSIGN(const std::vector<base::StreamId> records,
                   office.ledger().streams_beginning(words.front(), most_references));
    out.insert(out.end(), records.begin(), records.end());
  }
  for (base::StreamId& record : out)
    record = office.follower().standing_name(record);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

struct Ranked {
  std::size_t not_whole = 0; // words that were given in part
  std::string_view name;     // folded
  base::StreamId person;

  auto operator<=>(const Ranked&) const = default;
};

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
  PROBITY_ASSIGN(const std::vector<base::StreamId> people, candidates(office, words));
  const casework::LiveWorklists& lists = office.follower().lists();
  std::vector<Ranked> all;
  for (const base::StreamId& person : people) {
    const auto listed = lists.find_listed(person);
    if (!listed || !may_see(office, caller, listed->holder)) continue;
    Ranked& one = all.emplace_back(Ranked{0, office.names().folded_of(person), person});
    for (const std::string& word : words)
      one.not_whole += one.name.find(" " + word + " ") == std::string_view::npos ? 1U : 0U;
  }
  const std::uint64_t sheets = all.size() / found_rows + 1;
  const auto sorted =
      std::min<std::uint64_t>(all.size(), std::clamp<std::uint64_t>(asked.sheet, 1, sheets) * found_rows);
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(sorted), all.end());
  Found out;
  out.sheet = keep_sheet(all, asked.sheet, found_rows);
  for (const Ranked& one : all)
    if (const auto seen = lists.find(one.person))
      out.people.push_back(found_person(office, caller, seen->state));
  log_rows_at(office, permission, "search", out.people, office.ledger().size());
  return out;
}

} // namespace probity::service

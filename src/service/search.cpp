#include "service/search.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "service/asking.h"
#include "service/name_folding.h"

namespace probity::service {
namespace {

using base::ErrorCode;
using base::Result;

constexpr std::size_t most_references = 1'000;

// Under the names that they stand under; joined records once.
Result<std::set<base::StreamId>> candidates(Office& office, const std::vector<std::string>& words) {
  std::set<base::StreamId> out;
  for (const base::StreamId& record : office.names().beginning_with(words))
    out.insert(office.follower().standing_name(record));
  if (words.size() == 1 && is_reference(words.front())) {
    PROBITY_ASSIGN(const std::vector<base::StreamId> records,
                   office.ledger().streams_beginning(words.front(), most_references));
    for (const base::StreamId& record : records)
      out.insert(office.follower().standing_name(record));
  }
  return out;
}

struct Ranked {
  std::size_t not_whole = 0; // words that were given in part
  std::string name;          // folded
  FoundPerson person;
};

Ranked ranked(const Office& office, const Caller& caller, const casework::CaseState& state,
              const std::vector<std::string>& words) {
  Ranked out;
  out.person.person = state.person;
  out.person.name = office.name_of(state.person);
  out.person.body = state.provider.text();
  out.person.mine = state.practitioner.text() == caller.member.staff.hex();
  out.person.held = !state.practitioner.empty();
  out.person.harm_level = state.harm_level.text();
  const std::vector<std::string> name = folded_words(out.person.name);
  for (const std::string& word : words)
    out.not_whole += std::find(name.begin(), name.end(), word) == name.end() ? 1U : 0U;
  for (const std::string& word : name)
    out.name += word + " ";
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
  PROBITY_ASSIGN(const std::set<base::StreamId> people, candidates(office, words));
  std::vector<Ranked> all;
  for (const base::StreamId& person : people) {
    const auto seen = office.follower().lists().find(person);
    if (seen && may_see(office, caller, seen->state))
      all.push_back(ranked(office, caller, seen->state, words));
  }
  std::sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) {
    return std::tie(a.not_whole, a.name, a.person.person) < std::tie(b.not_whole, b.name, b.person.person);
  });
  Found out;
  out.sheet = keep_sheet(all, asked.sheet, found_rows);
  for (Ranked& one : all)
    out.people.push_back(std::move(one.person));
  log_rows_at(office, permission, "search", out.people, office.ledger().size());
  return out;
}

} // namespace probity::service

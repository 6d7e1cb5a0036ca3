// Looking for people by name or by reference.
#pragma once

#include "service/office.h"
#include "service/sheet.h"

namespace probity::service {

struct SearchAsked {
  std::string words; // as typed
  std::uint64_t sheet = 1;
};

struct FoundPerson {
  base::StreamId person;
  std::string name; // empty: none is known
  std::string body; // that answers; empty: none
  bool mine = false;
  bool held = false;      // by a practitioner
  std::string harm_level; // empty: not judged
};

struct Found {
  std::vector<FoundPerson> people; // of one sheet
  Sheet sheet;
};

constexpr std::uint64_t found_rows = 20;  // a sheet
constexpr std::size_t most_letters = 100; // bytes that are looked for
constexpr std::size_t fewest_letters = 2; // of a name
constexpr std::size_t fewest_reference_digits = 4;

// The words to look for in what was typed, folded; `invalid_input`, with the field in `where`, where they are
// too few or too many.
base::Result<std::vector<std::string>> words_to_find(std::string_view typed, std::string_view field);
// Whether the word may be the beginning of a reference.
bool is_reference(std::string_view word);

// Everybody one of whose names has, for each word, a word that begins with it (case, accents, apostrophes and
// order do not count), and everybody whose reference begins so. Those whose whole words were given come
// first.
//
// Whoever the caller may not see is left out before anything is counted or sorted: list, count and sheets are
// those of a record in which these people are not, and so is the entry in the ledger of accesses. What
// remains of them is a look-up in memory each, well under a microsecond, before an entry is written to disk,
// which takes ten thousand times as long and never twice the same.
//
// The words are kept nowhere. `invalid_input` where they are too few or too many to look for.
base::Result<Found> search(Office& office, const Caller& caller, const SearchAsked& asked);

// For the page that asks for the words and shows nobody: the gate is asked, and a refusal logged.
base::Result<access::Permission> may_search(Office& office, const Caller& caller);

} // namespace probity::service

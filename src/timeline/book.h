// What the record says at one ledger size: effective events by stream. Folds start here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "record/event.h"

namespace probity::timeline {

// One stream's effective events (corrections resolved), by recorded order. For a person under supervision
// whose duplicate records were linked, the events of all of them.
struct Case {
  base::StreamId name;
  std::uint32_t stream = 0;
  std::vector<record::Event> events;
  std::vector<base::StreamId> joined; // names of linked streams whose events are here too
};

struct Book {
  std::uint64_t size = 0; // N
  base::Digest root;      // root at N
  base::Day known_on;     // K(N): civil day of the last recorded event below N
  bool replayed = false;  // the log's clock: every statement says so
  std::string origin;
  std::string zone;
  std::vector<Case> people;    // by stream number, linked ones still apart
  std::vector<Case> contracts; // streams of contracts
  std::vector<Case> others;    // system, sessions, projects, staff
  std::map<std::uint64_t, std::vector<std::uint64_t>> corrections; // event index → indexes of its corrections
  std::vector<std::string> oddities;                               // findings of resolving corrections
};

// How linked records are taken.
enum class Linked { one_person, separate };

// The people of a book: with one_person, streams joined by person.linked (and not unlinked) become one Case
// under the name of the stream that stays open. Sorted by stream number. The pointers live as long as the
// object and book.
class People {
 public:
  People(const Book& book, Linked linked);

  [[nodiscard]] const std::vector<const Case*>& cases() const { return cases_; }

 private:
  std::vector<Case> joined_;
  std::vector<const Case*> cases_;
};

} // namespace probity::timeline

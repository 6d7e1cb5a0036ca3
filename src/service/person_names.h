// What people are called. Names stand in sealed parts of the record; here they are in memory alone, opened
// when the service starts and as it reads on, and gone when the person is erased. Nobody sees one without
// passing the gate: whoever asks here has asked it before.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/ledger.h"
#include "record/event.h"

namespace probity::service {

class PersonNames {
 public:
  // An event of the person's record, in the order of the ledger. An erasure takes the name away at once.
  void note(const base::StreamId& person, const record::Event& event);
  // Whether names were noted that are not opened yet.
  [[nodiscard]] bool waiting() const { return !waiting_.empty(); }
  // Opens what waits. Nothing waits less when it fails.
  base::Result<void> open(const ledger::Ledger& ledger);

  // As it stands, corrections resolved; empty where there is none. Of this record alone, not of those that it
  // is joined with.
  [[nodiscard]] std::string of(const base::StreamId& person) const;
  // The records whose name has, for each of these words, one that begins with it; by record. The words are as
  // `folded_words` makes them; no words: no records. Whoever asks leaves out those that may not be seen.
  [[nodiscard]] std::vector<base::StreamId> beginning_with(const std::vector<std::string>& words) const;

 private:
  struct Written {
    std::uint64_t index = 0;
    base::EventId id;
    std::optional<record::Correction> corrects;
    std::string name; // empty: not opened, or says none
  };
  [[nodiscard]] std::string as_written(const base::StreamId& person) const;
  void stand(const base::StreamId& person, std::string name);

  std::unordered_map<base::StreamId, std::vector<Written>> written_; // by index
  std::unordered_map<base::StreamId, std::string> standing_;
  std::map<std::string, std::vector<base::StreamId>, std::less<>> by_word_; // folded; by record
  std::map<std::uint64_t, base::StreamId> waiting_;                         // event → whose
};

} // namespace probity::service

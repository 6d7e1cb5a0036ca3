// What people are called. Names stand in sealed parts of the record; here they are in memory alone, opened
// when the service starts and as it reads on, and gone when the person is erased. Nobody sees one without
// passing the gate: whoever asks here has asked it before.
#pragma once

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

 private:
  struct Written {
    std::uint64_t index = 0;
    base::EventId id;
    std::optional<record::Correction> corrects;
    std::string name; // empty: not opened, or says none
  };
  std::unordered_map<base::StreamId, std::vector<Written>> written_; // by index
  std::map<std::uint64_t, base::StreamId> waiting_;                  // event → whose
};

} // namespace probity::service

// What people are called and when they were born. Both stand in sealed parts of the record; here they are in
// memory alone, opened when the service starts and as it reads on, and gone when the person is erased. Nobody
// sees one without passing the gate: whoever asks here has asked it before.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/ledger.h"
#include "record/event.h"
#include "service/likeness.h"
#include "service/name_index.h"

namespace probity::service {

class PersonNames {
 public:
  // An event of the person's record, in the order of the ledger. An erasure takes the name away at once.
  void note(const base::StreamId& person, const record::Event& event);
  // Whether names were noted that are not opened yet.
  [[nodiscard]] bool waiting() const { return !waiting_.empty(); }
  // Opens what waits. Nothing waits less when it fails.
  base::Result<void> open(const ledger::Ledger& ledger);

  // All of them, to be read again.
  void forget();

  // As it stands, corrections resolved; empty where there is none. Of this record alone, not of those that it
  // is joined with.
  [[nodiscard]] std::string of(const base::StreamId& person) const;
  // As `of`.
  [[nodiscard]] Identity identity_of(const base::StreamId& person) const;
  // Records that look as if they were of the same person, with why; by record.
  [[nodiscard]] std::vector<std::pair<base::StreamId, Likeness>> like(const base::StreamId& person) const;
  // Every record that has a name, in no order; a copy, to be looked at when this may have changed.
  [[nodiscard]] std::vector<std::pair<base::StreamId, Identity>> people() const;
  // Grows whenever a name or a date of birth comes, changes or goes.
  [[nodiscard]] std::uint64_t changes() const { return changes_; }
  // By their words. Whoever asks leaves out those that may not be seen.
  [[nodiscard]] const NameIndex& index() const { return index_; }

 private:
  struct Written {
    std::uint64_t index = 0;
    base::EventId id;
    std::optional<record::Correction> corrects;
    Identity identity; // nothing in it: not opened, or says none
  };
  [[nodiscard]] Identity as_written(const base::StreamId& person) const;
  void stand(const base::StreamId& person, Identity identity);

  std::unordered_map<base::StreamId, std::vector<Written>> written_; // by index
  std::unordered_map<base::StreamId, std::uint32_t> numbers_;        // of the streams of all who were named
  std::unordered_map<base::StreamId, Identity> standing_;
  std::uint64_t changes_ = 0; // of `standing_`
  NameIndex index_;
  std::map<std::string, std::vector<base::StreamId>, std::less<>>
      by_name_;                                               // whole, folded and sorted; by record
  std::map<base::Day, std::vector<base::StreamId>> by_birth_; // by record
  std::map<std::uint64_t, base::StreamId> waiting_;           // event → whose
};

} // namespace probity::service

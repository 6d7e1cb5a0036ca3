// States of people that were asked for lately, unpacked: whoever looks at a case mostly looks at it again.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "casework/worklists/listed_person.h"

namespace probity::casework {

// A person that is put anew is another `ListedPerson`, so nothing that is kept ever grows old; what is not
// asked for any more is let go. May be used by several threads.
class RecentStates {
 public:
  // Keeps at most this many, some kilobytes each; 0: none.
  explicit RecentStates(std::size_t most) : most_(most) {}

  [[nodiscard]] std::shared_ptr<const CaseState> of(const SharedPerson& person);
  // The person is put anew, or goes: nothing of them as they were stays.
  void let_go(const SharedPerson& person);

 private:
  struct Entry {
    SharedPerson person; // so that its place is nobody else's
    std::shared_ptr<const CaseState> state;
  };
  using Entries = std::unordered_map<const ListedPerson*, Entry>;

  std::shared_ptr<const CaseState> found(const SharedPerson& person); // nullptr: it is not kept
  std::shared_ptr<const CaseState> keep(Entry&& entry);

  std::size_t most_;
  std::mutex guard_;
  // What is asked for goes to the young; once these are half of the most, they are the old, and the old are
  // let go.
  Entries young_;
  Entries old_;
};

} // namespace probity::casework

// Which records look as if they were of one person, of everybody: comparing takes seconds for a large area,
// so it is done while nobody's page waits for it, and not again until a name has changed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "service/likeness.h"

namespace probity::service {

class Office;

struct LikePair {
  base::StreamId one; // whose reference comes first
  base::StreamId other;
  Likeness likeness = Likeness::same_name_and_birth;
  bool operator==(const LikePair&) const = default;
};
using People = std::vector<std::pair<base::StreamId, Identity>>;

// The most alike first, then by the name of `one` (folded, its words sorted), `one` and `other`. Compares
// those of one name and those born on one day, which is all that can be alike.
std::vector<LikePair> like_pairs(const People& people);

// The pairs of an office, kept. References alone: no name stays here. Safe across threads.
class KeptLikePairs {
 public:
  using Compare = std::function<std::vector<LikePair>(const People&)>;
  explicit KeptLikePairs(Compare compare = like_pairs) : compare_(std::move(compare)) {}

  struct Pairs {
    std::uint64_t changes = 0; // of the names that were compared (PersonNames::changes)
    std::vector<LikePair> pairs;
  };
  // As the names are when it is called. Not while the office is held: it is held for as long as the names
  // take to be copied, and not while they are compared.
  std::shared_ptr<const Pairs> of(Office& office);

 private:
  const Compare compare_;
  std::mutex mutex_; // while comparing: who asks meanwhile has the same answer
  std::shared_ptr<const Pairs> kept_;
};

} // namespace probity::service

// The pack for the review of a serious further offence: the case as it was known on a morning, then what the
// record learnt later about the time before, apart from it.
#pragma once

#include <functional>
#include <memory>

#include "casework/further_offences/review_pack.h"
#include "service/long_answers.h"
#include "service/sides/since_then.h"

namespace probity::service {

// What follows from the record of everybody before the day began: the same whatever is recorded later.
struct KnownThen {
  base::StreamId person;
  base::Day on;           // the day whose morning is asked about
  base::Day known_on;     // the last day of which anything was known
  std::uint64_t size = 0; // events that were known
  casework::ReviewPack pack;
};

struct WholePack {
  std::shared_ptr<const KnownThen> then;
  // The record as it was known then, by index; no amounts of money, nothing sealed is open.
  std::vector<ShownEvent> chronology;
  SinceThen since;
};

// Reads the whole record of then. `refused` when nothing was recorded yet, `not_found` when nothing was known
// of the person. `progress` is told how many events have been read.
base::Result<KnownThen> known_then(const ledger::Ledger& ledger, const base::StreamId& person, base::Day on,
                                   const std::function<void(std::uint64_t)>& progress = {});
// With what follows from the person's record alone.
base::Result<WholePack> whole_pack(const ledger::Ledger& ledger, std::shared_ptr<const KnownThen> then);

base::json::Value to_json(const WholePack& pack);

// Packs for pages, computed beside everything else on a reading connection of their own.
class ReviewPacks {
 public:
  explicit ReviewPacks(std::string ledger_file);
  using PackOrNot = std::variant<std::shared_ptr<const KnownThen>, StillComputing>;
  // Waits for at most `patience`. Errors are those of `known_then`. `size`: of the ledger now. From any
  // thread, which must not hold the office. `on` is no later than today.
  base::Result<PackOrNot> ask(const base::StreamId& person, base::Day on, std::uint64_t size,
                              std::chrono::milliseconds patience);

 private:
  const std::string ledger_file_;
  LongAnswers<std::pair<base::StreamId, base::Day>, KnownThen> answers_;
};

} // namespace probity::service

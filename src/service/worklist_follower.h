// Worklists that follow a ledger: reads what is new since its cursor, and what that costs is the work of the
// people it is about. Disposable: made anew at any size, it holds the same.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "casework/policy.h"
#include "casework/workforce/workforce_state.h"
#include "casework/worklists/live_worklists.h"
#include "ledger/ledger.h"

namespace probity::service {

class WorklistFollower {
 public:
  // `on`: the lists are of this day; nothing: of the day of the last event read, as `owed` has it.
  static base::Result<WorklistFollower> start(const base::Zone& zone, casework::Readings readings,
                                              std::optional<base::Day> on = std::nullopt);

  // Is shown every event of a person that is read, in the order of the ledger, before the lists have it.
  using Watcher = std::function<void(const base::StreamId& person, const record::Event& event)>;
  void watched_by(Watcher watcher) { watcher_ = std::move(watcher); }

  // Reads from the cursor up to `size` (all there is when absent). The ledger may be another object on the
  // same file. Nothing is changed when it fails on the first reading; after a later failure start anew.
  base::Result<void> read(const ledger::Ledger& ledger, std::optional<std::uint64_t> size = std::nullopt);
  // From here on the lists are those of this day, by the limits that hold then.
  base::Result<void> turn_to(base::Day day);

  [[nodiscard]] std::uint64_t cursor() const { return cursor_; } // events read
  // --- after the first reading
  [[nodiscard]] base::Day on() const { return live_->on(); }
  [[nodiscard]] const casework::LiveWorklists& lists() const { return *live_; }
  [[nodiscard]] const casework::Workforce& workforce() const { return *workforce_; }
  // The name under which a record stands; of one that was joined to another, that other's.
  [[nodiscard]] base::StreamId standing_name(const base::StreamId& person) const;
  [[nodiscard]] std::vector<casework::WorklistEntry> list(const casework::WorklistFilter& filter) const;

 private:
  struct Arrived {
    base::StreamId stream;
    record::Event event;
  };
  WorklistFollower(const base::Zone& zone, rules::WorkingDays working_days, casework::Readings readings,
                   std::optional<base::Day> on);
  base::Result<void> go_to(base::Day day);
  base::Result<std::vector<Arrived>> arrivals(const ledger::Ledger& ledger, std::uint64_t size);
  base::Result<void> take(const ledger::Ledger& ledger, std::uint64_t size, std::vector<Arrived> arrived);
  base::Result<void> take_staff(const ledger::Ledger& ledger, std::uint64_t size,
                                const std::vector<Arrived>& arrived);
  base::Result<void> refresh_linked(const ledger::Ledger& ledger, std::uint64_t size);

  // Behind pointers, since the lists refer to them.
  std::unique_ptr<const base::Zone> zone_;
  std::unique_ptr<const rules::WorkingDays> working_days_;
  casework::Readings readings_;
  std::optional<base::Day> fixed_day_;
  std::unique_ptr<casework::Workforce> workforce_;
  std::unique_ptr<const casework::Duties> duties_;
  std::unique_ptr<casework::LiveWorklists> live_;
  std::uint64_t cursor_ = 0;
  Watcher watcher_; // may be none
  // By stream number; nothing: neither a person nor staff.
  std::map<std::uint32_t, std::optional<base::StreamId>> names_;
  std::map<base::StreamId, std::uint32_t> numbers_; // the same the other way
  std::set<base::StreamId> staff_;                  // of members of staff and posts
  std::set<base::StreamId> linked_;                 // ever joined with another, or named so
  std::map<base::StreamId, base::StreamId> joined_; // record → the one it is read with
};

// What is in one list and not in the other, by everything that an entry says.
struct WorklistChanges {
  std::vector<casework::WorklistEntry> appeared;
  std::vector<casework::WorklistEntry> went;
};
WorklistChanges changes(const std::vector<casework::WorklistEntry>& before,
                        const std::vector<casework::WorklistEntry>& after);

} // namespace probity::service

// Worklists that follow a ledger: reads what is new since its cursor, and what that costs is the work of the
// people it is about, whose own streams are read again. Disposable: made anew at any size, it holds the same.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "casework/policy.h"
#include "casework/workforce/workforce_state.h"
#include "casework/worklists/live_worklists.h"
#include "ledger/ledger.h"
#include "views/views_file.h"

namespace probity::service {

class WorklistFollower {
 public:
  // `on`: the lists are of this day; nothing: of the day of the last event read, as `owed` has it.
  static base::Result<WorklistFollower> start(const base::Zone& zone, casework::Readings readings,
                                              std::optional<base::Day> on = std::nullopt);

  // Is shown every event of these types that is read of a person, in the order of the ledger. Before the
  // first reading.
  using Watcher = std::function<void(const base::StreamId& person, const record::Event& event)>;
  void watched_by(std::vector<const record::TypeDeclaration*> types, Watcher watcher) {
    watched_types_ = std::move(types);
    watcher_ = std::move(watcher);
  }

  // Reads from the cursor up to `size` (all there is when absent). The ledger may be another object on the
  // same file. Nothing is changed when it fails on the first reading; after a later failure start anew.
  base::Result<void> read(const ledger::Ledger& ledger, std::optional<std::uint64_t> size = std::nullopt);
  // From here on the lists are those of this day, by the limits that hold then. Where these are others than
  // before, the ledger is read anew up to the cursor.
  base::Result<void> turn_to(const ledger::Ledger& ledger, base::Day day);

  // --- with a file of views, in which the rows of people are kept from one start to the next
  // In place of the first reading; of lists of a given day. `refused` or `corrupt`, saying why, when the file
  // is of something else or damaged: then start anew. Reading goes on from the file's cursor.
  base::Result<void> restore(const views::ViewsFile& file, const ledger::Ledger& ledger);
  // From here on, what `take_changes` gives is noted. Before the first reading.
  void keep_changes() { keeps_changes_ = true; }
  [[nodiscard]] bool has_changes() const;
  // What is other than when it was asked last, for the file.
  base::Result<views::Changes> take_changes(const ledger::Ledger& ledger);

  [[nodiscard]] std::uint64_t cursor() const { return cursor_; } // events read
  // --- after the first reading
  [[nodiscard]] base::Day on() const { return live_->on(); }
  [[nodiscard]] const casework::LiveWorklists& lists() const { return *live_; }
  [[nodiscard]] const casework::Workforce& workforce() const { return *workforce_; }
  // The name under which a record stands; of one that was joined to another, that other's.
  [[nodiscard]] base::StreamId standing_name(const base::StreamId& person) const;
  // Every record that was joined to another, and that other.
  [[nodiscard]] const std::map<base::StreamId, base::StreamId>& joined() const { return joined_; }
  // The ledger's number of a record's own stream, or of one of staff; nothing: none was read.
  [[nodiscard]] std::optional<std::uint32_t> number_of(const base::StreamId& record) const;
  [[nodiscard]] std::vector<casework::WorklistEntry> list(const casework::WorklistFilter& filter) const;

 private:
  struct Arrived {
    base::StreamId stream;
    record::Event event;
  };
  // What one reading of the ledger found.
  struct News {
    std::vector<Arrived> staff;                                  // also of posts
    std::vector<Arrived> watched;                                //
    std::map<base::StreamId, std::vector<record::Event>> people; // of those whose whole stream was read
    std::set<base::StreamId> touched;                            // of whom more was there before
    bool linked = false; // something of a record that is joined with another
  };
  // One stretch of streams out of so many: what is read at once is bounded.
  struct Part {
    std::uint32_t number = 0;
    std::uint32_t of = 1;
  };
  WorklistFollower(const base::Zone& zone, rules::WorkingDays working_days, casework::Readings readings,
                   std::optional<base::Day> on);
  // True: by another policy than before.
  base::Result<bool> go_to(base::Day day);
  base::Result<void> fold(const ledger::Ledger& ledger, std::uint64_t first, std::uint64_t size);
  base::Result<void> gather(const ledger::Ledger& ledger, std::uint64_t first, std::uint64_t size, Part part,
                            News& news);
  base::Result<void> note_stream(const ledger::Ledger& ledger, const record::Event& event);
  void take_event(const base::StreamId& name, record::Event event, std::uint64_t first, News& news);
  base::Result<void> take_people(const ledger::Ledger& ledger, std::uint64_t size, News& news);
  base::Result<void> take_staff(const ledger::Ledger& ledger, std::uint64_t size,
                                const std::vector<Arrived>& arrived);
  base::Result<void> load_staff(const ledger::Ledger& ledger, std::uint64_t size);
  base::Result<void> refresh_linked(const ledger::Ledger& ledger, std::uint64_t size);
  void put(const timeline::Case& person);
  void remove(const base::StreamId& person);
  base::Result<void> restore_streams(const views::ViewsFile& file, const ledger::Ledger& ledger,
                                     std::uint64_t size);
  base::Result<void> show_watched(const views::ViewsFile& file, const ledger::Ledger& ledger);

  // Behind pointers, since the lists refer to them.
  std::unique_ptr<const base::Zone> zone_;
  std::unique_ptr<const rules::WorkingDays> working_days_;
  casework::Readings readings_;
  std::optional<base::Day> fixed_day_;
  std::unique_ptr<casework::Workforce> workforce_;
  std::unique_ptr<const casework::Duties> duties_;
  std::unique_ptr<casework::LiveWorklists> live_;
  base::Digest policy_; // fingerprint of what the duties are by
  std::uint64_t cursor_ = 0;
  std::vector<const record::TypeDeclaration*> watched_types_;
  Watcher watcher_; // may be none
  // By stream number; nothing: neither a person nor staff.
  std::unordered_map<std::uint32_t, std::optional<base::StreamId>> names_;
  std::unordered_map<base::StreamId, std::uint32_t> numbers_; // the same the other way
  std::set<base::StreamId> staff_;                            // of members of staff and posts
  std::set<base::StreamId> linked_;                           // ever joined with another, or named so
  std::map<base::StreamId, base::StreamId> joined_;           // record → the one it is read with

  struct Changed {
    std::uint64_t since = 0; // cursor
    std::set<base::StreamId> people;
    std::vector<views::StreamRow> streams;
    std::vector<views::WatchedRow> watched;
    bool linked = false;
  };
  bool keeps_changes_ = false;
  Changed changed_; // since `take_changes`
};

// What is in one list and not in the other, by everything that an entry says.
struct WorklistChanges {
  std::vector<casework::WorklistEntry> appeared;
  std::vector<casework::WorklistEntry> went;
};
WorklistChanges changes(const std::vector<casework::WorklistEntry>& before,
                        const std::vector<casework::WorklistEntry>& after);

} // namespace probity::service

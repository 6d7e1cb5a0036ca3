// What the service knows of everybody, kept up to date with the ledger: disposable, made anew from the ledger
// when it starts and on each new day (rules are read as known on the day).
#pragma once

#include <memory>

#include "casework/worklists/live_worklists.h"
#include "ledger/ledger.h"

namespace probity::service {

class Follower {
 public:
  // Reads the whole ledger. `on`: the day whose lists these are.
  static base::Result<std::unique_ptr<Follower>> start(const ledger::Ledger& ledger, base::Day on);

  // Reads what was appended since. An event costs reading the record of the person it is about; one that
  // joins or parts records, reading everything.
  base::Result<void> catch_up(const ledger::Ledger& ledger);

  [[nodiscard]] std::uint64_t cursor() const { return cursor_; } // events below it are in the lists
  [[nodiscard]] const casework::LiveWorklists& lists() const { return *lists_; }
  [[nodiscard]] const rules::WorkingDays& working_days() const { return working_days_; }
  // The name under which a record stands; of one that was joined to another, that other's.
  [[nodiscard]] base::StreamId standing_name(const base::StreamId& person) const;

 private:
  Follower(const casework::Policy& policy, rules::WorkingDays working_days, const base::Zone& zone,
           base::Day on);
  base::Result<void> read_all(const ledger::Ledger& ledger);

  base::Zone zone_;
  rules::WorkingDays working_days_;
  casework::Duties duties_;
  base::Day on_;
  std::optional<casework::LiveWorklists> lists_;    // filled by read_all
  std::map<base::StreamId, base::StreamId> joined_; // record → the one it is read with
  std::uint64_t cursor_ = 0;
};

} // namespace probity::service

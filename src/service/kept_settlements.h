// Settlements of the newest record, each from what the one before left: the book grows by what is new, and of
// a contract only those people are measured again whom the new events are about. In memory, and disposable:
// anew it is the same.
#pragma once

#include <deque>
#include <memory>

#include "contract/kept_measures.h"
#include "service/book_loader.h"
#include "service/settling.h"

namespace probity::service {

// One thread at a time.
class KeptSettlements {
 public:
  explicit KeptSettlements(std::string ledger_file) : ledger_file_(std::move(ledger_file)) {}

  // Whether it can answer: not as known before what it has read.
  [[nodiscard]] bool reaches(const SettlementAsked& asked) const { return asked.size >= book_.book().size; }
  // The same as `contract::settle` of the book as known at the size, with the evidence behind the statement's
  // lines.
  base::Result<contract::Settlement> settle(const SettlementAsked& asked,
                                            const std::function<void(std::uint64_t)>& progress = {});

  // People and sessions whose cells were made anew for the last settlement.
  [[nodiscard]] std::uint64_t measured_last() const { return measured_last_; }

 private:
  // What is kept for a contract under some readings.
  struct OfContract {
    std::shared_ptr<const ContractFile> file;
    std::map<std::string, std::string> readings;
    std::unique_ptr<contract::KeptMeasures> measures;
    std::optional<std::set<base::StreamId>> changed; // since it measured last; nothing: it never did
  };
  base::Result<void> read_on(const ledger::Ledger& ledger, std::uint64_t size,
                             const std::function<void(std::uint64_t)>& progress);
  OfContract& kept_for(const SettlementAsked& asked);
  base::Result<std::map<base::Day, const timeline::Book*>> snapshots_for(const ledger::Ledger& ledger,
                                                                         const contract::Contract& contract);

  std::string ledger_file_;
  std::optional<rules::WorkingDays> working_days_;
  GrowingBook book_;
  std::map<base::Day, timeline::Book> snapshots_; // what is past is known for good
  std::deque<OfContract> contracts_;              // used last first
  std::uint64_t measured_last_ = 0;
};

} // namespace probity::service

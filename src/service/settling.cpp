#include "service/settling.h"

#include "service/kept_settlements.h"
#include "service/settlement_input.h"

namespace probity::service {
namespace {

// A settlement of a large area holds the evidence of everybody in it.
constexpr std::size_t most_kept = 6;

// As known before what was settled last: the record of then is read whole.
base::Result<contract::Settlement> settled_as_known(const std::string& ledger_file,
                                                    const SettlementAsked& asked,
                                                    const std::function<void(std::uint64_t)>& progress) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(ledger_file));
  PROBITY_ASSIGN(SettlementInput input,
                 load_settlement_input(ledger, asked.file->contract, rules::england_wales(),
                                       {asked.size, std::nullopt}, progress));
  input.readings = asked.readings;
  PROBITY_ASSIGN(const contract::Settlement bare, settle(input, asked.period));
  return settle(input, asked.period, contract::behind_lines(bare.statement, asked.file->contract));
}

} // namespace

Settler::Settler(std::string ledger_file)
    : ledger_file_(ledger_file), newest_(std::make_unique<KeptSettlements>(std::move(ledger_file))) {}

Settler::~Settler() {
  if (thread_.joinable()) thread_.join();
}

Settler::Key Settler::key_of(const SettlementAsked& asked) {
  return {asked.file->contract.file_hash(), asked.period, asked.size, asked.readings};
}

base::Result<SettledOrNot> Settler::ask(const SettlementAsked& asked, std::chrono::milliseconds patience) {
  const Key key = key_of(asked);
  const auto until = std::chrono::steady_clock::now() + patience;
  std::unique_lock held(mutex_);
  for (;;) {
    if (const auto found = kept_.find(key); found != kept_.end()) {
      if (!found->second) return tl::unexpected(found->second.error());
      return SettledOrNot(*found->second);
    }
    if (!running_) {
      if (thread_.joinable()) thread_.join(); // it has ended but for the return
      running_ = SettlingStill{0, asked.size};
      thread_ = std::thread([this, asked] { work(asked); });
    }
    if (done_.wait_until(held, until) == std::cv_status::timeout && running_) return SettledOrNot(*running_);
  }
}

std::uint64_t Settler::computed() const {
  const std::lock_guard held(mutex_);
  return computed_;
}

Settler::Kept Settler::settled(const SettlementAsked& asked,
                               const std::function<void(std::uint64_t)>& progress) {
  auto settlement = newest_->reaches(asked) ? newest_->settle(asked, progress)
                                            : settled_as_known(ledger_file_, asked, progress);
  if (!settlement) return tl::unexpected(std::move(settlement.error()));
  return std::make_shared<const Settled>(Settled{asked, std::move(*settlement)});
}

void Settler::work(const SettlementAsked& asked) {
  Kept made = settled(asked, [this](std::uint64_t read) {
    const std::lock_guard held(mutex_);
    running_->read = read;
  });
  const std::lock_guard held(mutex_);
  const Key key = key_of(asked);
  kept_.emplace(key, std::move(made));
  order_.push_back(key);
  if (order_.size() > most_kept) {
    kept_.erase(order_.front());
    order_.pop_front();
  }
  running_.reset();
  ++computed_;
  done_.notify_all();
}

} // namespace probity::service

// Settlements for pages, computed on a thread and a reading connection of their own, so that neither pages of
// others nor commands wait for one; kept for whoever asks for the same again.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "contract/statement.h"

namespace probity::service {

// A contract file that statements are made from.
struct ContractFile {
  std::string name; // by which addresses call it: 1 to 64 of a–z, 0–9, "_" and "-"
  contract::Contract contract;
};

// What a settlement follows from, and so what it is kept under.
struct SettlementAsked {
  std::shared_ptr<const ContractFile> file;
  std::string period;
  std::uint64_t size = 0; // of the ledger that it is known from
  std::map<std::string, std::string> readings;
};

struct Settled {
  SettlementAsked asked;
  contract::Settlement settlement; // with the evidence behind its lines
};
// It is being computed, or waits until another one has been.
struct SettlingStill {
  std::uint64_t read = 0; // events
  std::uint64_t of = 0;
};
using SettledOrNot = std::variant<std::shared_ptr<const Settled>, SettlingStill>;

class KeptSettlements;

class Settler {
 public:
  explicit Settler(std::string ledger_file);
  // Waits for what is being computed.
  ~Settler();
  Settler(const Settler&) = delete;
  Settler& operator=(const Settler&) = delete;

  // Waits for at most `patience`. Errors are those of contract::settle; they are kept like settlements. From
  // any thread, which must not hold the office.
  base::Result<SettledOrNot> ask(const SettlementAsked& asked, std::chrono::milliseconds patience);
  [[nodiscard]] std::uint64_t computed() const; // since the start: those that were not kept from before

 private:
  using Key = std::tuple<base::Digest, std::string, std::uint64_t, std::map<std::string, std::string>>;
  using Kept = base::Result<std::shared_ptr<const Settled>>;
  static Key key_of(const SettlementAsked& asked);
  void work(const SettlementAsked& asked);
  Kept settled(const SettlementAsked& asked, const std::function<void(std::uint64_t)>& progress);

  const std::string ledger_file_;
  const std::unique_ptr<KeptSettlements> newest_; // of the thread that computes
  mutable std::mutex mutex_;
  std::condition_variable done_;
  std::map<Key, Kept> kept_;
  std::deque<Key> order_; // of `kept_`, the oldest first
  std::optional<SettlingStill> running_;
  std::uint64_t computed_ = 0;
  std::thread thread_;
};

} // namespace probity::service

// Settlements for pages, computed beside everything else on a reading connection of their own.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "contract/statement.h"
#include "service/long_answers.h"

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
using SettledOrNot = std::variant<std::shared_ptr<const Settled>, StillComputing>;

class KeptSettlements;

class Settler {
 public:
  explicit Settler(std::string ledger_file);
  ~Settler();
  Settler(const Settler&) = delete;
  Settler& operator=(const Settler&) = delete;

  // Waits for at most `patience`. Errors are those of contract::settle; they are kept like settlements. From
  // any thread, which must not hold the office.
  base::Result<SettledOrNot> ask(const SettlementAsked& asked, std::chrono::milliseconds patience);
  [[nodiscard]] std::uint64_t computed() const; // since the start: those that were not kept from before

 private:
  using Key = std::tuple<base::Digest, std::string, std::uint64_t, std::map<std::string, std::string>>;
  using Answers = LongAnswers<Key, Settled>;
  Answers::Answer settled(const SettlementAsked& asked, const Answers::Progress& progress);

  const std::string ledger_file_;
  const std::unique_ptr<KeptSettlements> newest_; // of the thread that computes
  Answers answers_;                               // last, since it uses the others until it ends
};

} // namespace probity::service

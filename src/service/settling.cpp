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
    : ledger_file_(ledger_file), newest_(std::make_unique<KeptSettlements>(std::move(ledger_file))),
      answers_(most_kept) {}

Settler::~Settler() = default;

base::Result<SettledOrNot> Settler::ask(const SettlementAsked& asked, std::chrono::milliseconds patience) {
  const Key key{asked.file->contract.file_hash(), asked.period, asked.size, asked.readings};
  return answers_.ask(
      key, asked.size, [this, asked](const Answers::Progress& progress) { return settled(asked, progress); },
      patience);
}

std::uint64_t Settler::computed() const {
  return answers_.computed();
}

Settler::Answers::Answer Settler::settled(const SettlementAsked& asked, const Answers::Progress& progress) {
  auto settlement = newest_->reaches(asked) ? newest_->settle(asked, progress)
                                            : settled_as_known(ledger_file_, asked, progress);
  if (!settlement) return tl::unexpected(std::move(settlement.error()));
  return std::make_shared<const Settled>(Settled{asked, std::move(*settlement)});
}

} // namespace probity::service

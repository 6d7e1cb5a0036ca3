#include "service/kept_settlements.h"

#include <algorithm>

#include "rules/register.h"

namespace probity::service {
namespace {

constexpr std::size_t most_kept = 4; // contracts under readings

} // namespace

base::Result<void> KeptSettlements::read_on(const ledger::Ledger& ledger, std::uint64_t size,
                                            const std::function<void(std::uint64_t)>& progress) {
  auto changed = book_.read(ledger, size, progress);
  if (!changed) {
    // Half read: the next one starts anew.
    book_ = {};
    contracts_.clear();
    return tl::unexpected(std::move(changed.error()));
  }
  for (OfContract& one : contracts_)
    if (one.changed && *changed)
      one.changed->insert((*changed)->begin(), (*changed)->end());
    else
      one.changed.reset();
  return {};
}

KeptSettlements::OfContract& KeptSettlements::kept_for(const SettlementAsked& asked) {
  const auto found = std::find_if(contracts_.begin(), contracts_.end(), [&](const OfContract& one) {
    return one.file == asked.file && one.readings == asked.readings;
  });
  if (found != contracts_.end()) {
    std::rotate(contracts_.begin(), found, found + 1);
    return contracts_.front();
  }
  if (contracts_.size() == most_kept) contracts_.pop_back();
  contracts_.push_front(
      {asked.file, asked.readings,
       std::make_unique<contract::KeptMeasures>(asked.file->contract, *working_days_, asked.readings),
       std::nullopt});
  return contracts_.front();
}

base::Result<std::map<base::Day, const timeline::Book*>>
KeptSettlements::snapshots_for(const ledger::Ledger& ledger, const contract::Contract& contract) {
  const contract::Terms& terms = contract.terms();
  const base::Day known_on = book_.book().known_on;
  const contract::Period last = terms.period_of(std::clamp(known_on, terms.from, terms.to));
  std::map<base::Day, const timeline::Book*> out;
  for (const base::Day day : contract::snapshot_days(contract, last, known_on)) {
    auto found = snapshots_.find(day);
    if (found == snapshots_.end()) {
      PROBITY_ASSIGN(auto loaded, load_snapshots(ledger, {day}));
      found = snapshots_.insert(loaded.extract(day)).position;
    }
    out[day] = &found->second;
  }
  return out;
}

base::Result<contract::Settlement>
KeptSettlements::settle(const SettlementAsked& asked, const std::function<void(std::uint64_t)>& progress) {
  if (!working_days_) {
    PROBITY_ASSIGN(auto days, rules::WorkingDays::from(rules::england_wales()));
    working_days_ = std::move(days);
  }
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(ledger_file_));
  PROBITY_TRY(read_on(ledger, asked.size, progress));
  OfContract& kept = kept_for(asked);
  contract::SettleOptions options;
  options.period = asked.period;
  options.readings = asked.readings;
  PROBITY_ASSIGN(options.snapshots, snapshots_for(ledger, asked.file->contract));
  measured_last_ = 0;
  options.measured_by = [&](const contract::Period& last, const contract::MeasureOptions& measuring) {
    contract::Measured out = kept.measures->measure(book_.book(), last, measuring, kept.changed);
    kept.changed.emplace();
    measured_last_ += kept.measures->measured_last();
    return out;
  };
  const base::Digest rules_hash = rules::england_wales().digest();
  const auto settle_it = [&] {
    return contract::settle(book_.book(), asked.file->contract, *working_days_, rules_hash, options);
  };
  PROBITY_ASSIGN(const contract::Settlement bare, settle_it());
  options.keep_evidence = contract::behind_lines(bare.statement, asked.file->contract);
  return settle_it();
}

} // namespace probity::service

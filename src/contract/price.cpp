#include "contract/price.h"

#include <algorithm>
#include <set>

#include "contract/pricing.h"

namespace probity::contract {

std::string_view to_text(LineKind kind) {
  switch (kind) {
  case LineKind::fee:
    return "fee";
  case LineKind::volume_adjustment:
    return "volume_adjustment";
  case LineKind::grant:
    return "grant";
  case LineKind::unit_payment:
    return "unit_payment";
  case LineKind::monitoring:
    return "monitoring";
  case LineKind::deduction:
    return "deduction";
  case LineKind::cap:
    return "cap";
  case LineKind::earn_back:
    return "earn_back";
  case LineKind::waiver:
    return "waiver";
  case LineKind::reinvestment:
    return "reinvestment";
  case LineKind::outcome:
    return "outcome";
  case LineKind::foundation:
    return "foundation";
  case LineKind::foundation_recovered:
    return "foundation_recovered";
  }
  return "";
}

std::string said_of(const Line& line) {
  if (line.reason.empty()) return line.note;
  const bool refused = line.kind == LineKind::unit_payment;
  return (refused ? "refused: " : "") + line.reason + (line.note.empty() ? "" : "; ") + line.note;
}

Result result_of(const Measure& measure, const Cell& cell) {
  Result out;
  const std::int64_t missed = cell.missed + (measure.undetermined_counts ? cell.undetermined : 0);
  const std::int64_t counted = cell.met + missed;
  if (counted == 0 || counted < measure.minimum) return out;
  out.measured = true;
  out.achieved = base::Rational::of(cell.met * 100, counted);
  out.failed = measure.target && out.achieved < *measure.target;
  return out;
}

const Cell* Pricing::cell(std::string_view clause, std::string_view dimension) const {
  for (const auto& [name, found] : cells_of(clause))
    if (name == dimension) return found;
  return nullptr;
}

std::vector<std::pair<std::string, const Cell*>> Pricing::cells_of(std::string_view clause) const {
  std::vector<std::pair<std::string, const Cell*>> out;
  const CellKey from{std::string(clause), "", account.provider, period, ""};
  for (auto found = cells.lower_bound(from); found != cells.end(); ++found) {
    const CellKey& key = found->first;
    if (key.clause != clause || key.provider != account.provider || !(key.period == period)) break;
    out.emplace_back(key.dimension, &found->second);
  }
  return out;
}

Line Pricing::line(LineKind kind, const Clause& clause, std::string_view n) const {
  Line out;
  out.kind = kind;
  out.clause = clause.id;
  out.title = clause.title;
  out.period = period;
  out.provider = account.provider;
  const std::string suffix =
      one_provider ? std::string(n) : account.provider + (n == "1" ? "" : "." + std::string(n));
  out.id = terms.id + "/" + period.text + "/" + clause.id + "/" + suffix;
  out.provisional = known_on <= period.last();
  out.version = version;
  return out;
}

const Line* Pricing::line_of(std::string_view clause) const {
  for (const Line& candidate : lines)
    if (candidate.clause == clause && candidate.period == period && candidate.provider == account.provider &&
        (candidate.kind == LineKind::fee || candidate.kind == LineKind::grant ||
         candidate.kind == LineKind::deduction))
      return &candidate;
  return nullptr;
}

void Pricing::add(Line line, base::Rounding rounding) {
  line.amount = base::round_pence(line.exact, rounding);
  lines.push_back(std::move(line));
}

std::vector<Line> price(const Cells& cells, const Contract& contract, const std::vector<Decision>& decisions,
                        base::Day known_on, const Period& last, const Readings& readings) {
  const Terms& first = contract.terms();
  std::vector<std::string> providers = first.providers;
  if (providers.empty()) {
    std::set<std::string> seen;
    for (const auto& [key, cell] : cells)
      if (!key.provider.empty()) seen.insert(key.provider);
    providers.assign(seen.begin(), seen.end());
  }
  std::vector<ProviderAccount> accounts(providers.size());
  for (std::size_t i = 0; i < providers.size(); ++i)
    accounts[i].provider = providers[i];
  std::vector<Line> lines;
  for (const Period& period : first.periods_to(last)) {
    const Terms& terms = contract.terms_at(period.first(), known_on);
    const std::vector<const Fee*> fees = terms.fees_read(readings);
    std::string version;
    for (const Variation& variation : contract.variations())
      if (variation.agreed_on <= known_on && variation.effective_from <= period.first())
        version += (version.empty() ? "" : "+") + variation.id;
    for (ProviderAccount& account : accounts) {
      if (terms.number_in_year(period) == 1) {
        account.year_lines.clear();
        account.year_exact.clear();
        account.year_starts.clear();
        account.year_deducted.clear();
        account.year_outcomes.clear();
      }
      // Lines of earlier periods are not looked at, so each period and provider is priced into a list of its
      // own.
      std::vector<Line> own;
      Pricing pricing{
          cells, terms, fees, period, known_on, version, account, own, first.providers.size() == 1};
      price_fees(pricing);
      price_unit_payments(pricing);
      price_monitoring(pricing);
      price_outcomes(pricing);
      price_deductions(pricing);
      price_cap(pricing);
      price_decisions(pricing, decisions);
      lines.insert(lines.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    }
  }
  return lines;
}

} // namespace probity::contract

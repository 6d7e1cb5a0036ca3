#include "service/sides/since_then.h"

#include "service/case_loader.h"

namespace probity::service {

base::Result<SinceThen> since_then(const ledger::Ledger& ledger, const CaseView& then, base::Day before) {
  PROBITY_ASSIGN(const CaseView now, view_case(ledger, then.stream, {}));
  PROBITY_ASSIGN(const timeline::Case stands, load_case(ledger, then.stream));
  const std::uint64_t size = then.size;
  std::map<std::uint64_t, const ShownEvent*> known;
  for (const ShownEvent& event : then.events)
    known.emplace(event.first.index, &event);
  std::map<std::uint64_t, const record::Event*> effective;
  for (const record::Event& event : stands.events)
    effective.emplace(event.index, &event);
  SinceThen out;
  for (const ShownEvent& event : now.events) {
    if (names_money(event)) continue;
    const std::uint64_t index = event.first.index;
    if (const auto before_it = known.find(index); before_it != known.end()) {
      CorrectedSince one;
      for (const ShownCorrection& correction : event.corrections)
        if (correction.record.index >= size) one.corrections.push_back(correction);
      if (one.corrections.empty()) continue;
      one.index = index;
      one.type = event.type;
      one.now_void = event.state == ShownEvent::State::voided;
      one.when_then = before_it->second->when;
      one.when_now = event.when;
      one.facts_then = before_it->second->facts;
      one.facts_now = event.facts;
      out.corrected.push_back(std::move(one));
      continue;
    }
    const auto act = effective.find(index);
    if (index < size || act == effective.end() || !act->second->valid.known() ||
        act->second->valid.last >= before)
      continue;
    out.entered.push_back(event);
  }
  return out;
}

} // namespace probity::service

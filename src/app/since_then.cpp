#include "app/since_then.h"

#include "service/case_loader.h"

namespace probity::app {

base::Result<SinceThen> since_then(const ledger::Ledger& ledger, const base::StreamId& person,
                                   std::uint64_t size, base::Day before) {
  PROBITY_ASSIGN(const service::CaseView then, service::view_case(ledger, person, {size, std::nullopt}));
  PROBITY_ASSIGN(const service::CaseView now, service::view_case(ledger, person, {}));
  PROBITY_ASSIGN(const timeline::Case stands, service::load_case(ledger, person));
  std::map<std::uint64_t, const service::ShownEvent*> known;
  for (const service::ShownEvent& event : then.events)
    known.emplace(event.first.index, &event);
  std::map<std::uint64_t, const record::Event*> effective;
  for (const record::Event& event : stands.events)
    effective.emplace(event.index, &event);
  SinceThen out;
  for (const service::ShownEvent& event : now.events) {
    const std::uint64_t index = event.first.index;
    if (const auto before_it = known.find(index); before_it != known.end()) {
      CorrectedSince one;
      for (const service::ShownCorrection& correction : event.corrections)
        if (correction.record.index >= size) one.corrections.push_back(correction);
      if (one.corrections.empty()) continue;
      one.index = index;
      one.type = event.type;
      one.now_void = event.state == service::ShownEvent::State::voided;
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
    out.entered.push_back({index, event.type, event.when, event.facts, event.first.recorded});
  }
  return out;
}

} // namespace probity::app

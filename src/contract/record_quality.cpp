#include "contract/record_quality.h"

#include <algorithm>

namespace probity::contract {
namespace {

bool is_of_practice(const record::TypeDeclaration& type) {
  return type.stream != record::StreamKind::system && type.stream != record::StreamKind::contract;
}

std::optional<int> delay_of(const record::Event& event) {
  if (!event.valid.one_day()) return std::nullopt;
  if (!event.imported) return event.recorded_day - event.valid.first;
  if (!event.source_recorded_day) return std::nullopt;
  return *event.source_recorded_day - event.valid.first;
}

void add(const timeline::Book& book, const record::Event& event, const Period& period,
         std::map<std::string, TypeQuality>& types, std::int64_t& unknown_types) {
  if (event.type == nullptr) {
    ++unknown_types;
    return;
  }
  const bool in_period =
      event.valid.known() && period.first() <= event.valid.first && event.valid.last <= period.last();
  if (!in_period || !is_of_practice(*event.type)) return;
  TypeQuality& type = types[std::string(event.type->name)];
  ++type.events;
  if (const std::optional<int> delay = delay_of(event))
    ++type.by_delay[*delay];
  else
    ++type.delay_unknown;
  if (book.corrections.contains(event.index)) ++type.corrected;
}

} // namespace

RecordQuality record_quality(const timeline::Book& book, const Settlement& settlement) {
  RecordQuality out;
  out.period = settlement.statement.period;
  out.oddities = book.oddities;
  std::map<std::string, TypeQuality> types;
  for (const std::vector<timeline::Case>* streams : {&book.people, &book.others})
    for (const timeline::Case& stream : *streams)
      for (const record::Event& event : stream.events)
        add(book, event, out.period, types, out.unknown_types);
  for (auto& [name, type] : types) {
    type.type = name;
    out.types.push_back(std::move(type));
  }
  for (const ServiceLevel& level : settlement.statement.levels) {
    const bool there = std::any_of(out.clocks.begin(), out.clocks.end(),
                                   [&](const ClockTiming& clock) { return clock.measure == level.measure; });
    if (!there) out.clocks.push_back({level.measure, level.title, {}, 0});
  }
  for (const Evidence& evidence : settlement.evidence) {
    if (evidence.key.period.text != out.period.text) continue;
    const auto clock = std::find_if(out.clocks.begin(), out.clocks.end(), [&](const ClockTiming& one) {
      return one.measure == evidence.key.clause;
    });
    if (clock == out.clocks.end()) continue;
    if (evidence.state != duty::State::met && evidence.state != duty::State::missed) continue;
    if (evidence.stopped)
      ++clock->by_days[*evidence.stopped - evidence.due];
    else if (evidence.state == duty::State::missed)
      ++clock->never;
  }
  return out;
}

} // namespace probity::contract

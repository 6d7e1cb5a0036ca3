#include "contract/tally.h"

namespace probity::contract {
namespace {

std::string_view word(duty::TimeRead read) {
  switch (read) {
  case duty::TimeRead::recorded:
    return "recorded";
  case duty::TimeRead::valid:
    return "took place";
  case duty::TimeRead::field:
    return "set for";
  case duty::TimeRead::later_of_valid_and_recorded:
    return "took place and recorded";
  }
  return "";
}

// "recorded 2016-03-26 London, due 2016-03-26: met". The zone's city, since the civil day depends on it.
std::string sentence_of(const duty::Clock& clock, const Terms& terms) {
  const std::size_t slash = terms.zone.find_last_of('/');
  const std::string city = slash == std::string::npos ? terms.zone : terms.zone.substr(slash + 1);
  std::string out;
  if (clock.stopped)
    out = std::string(word(clock.stop_read)) + " " + base::to_text(*clock.stopped) + " " + city;
  else if (clock.state == duty::State::undetermined)
    out = "time not known finely enough";
  else
    out = "never " + std::string(word(clock.stop_read));
  out += ", due " + base::to_text(clock.due) + ": " + std::string(duty::to_text(clock.state));
  if (clock.state == duty::State::excluded) out += " (" + clock.excluded_reason + ")";
  if (clock.self_reported) out += " (start self-reported)";
  return out;
}

std::vector<std::uint64_t> events_of(const duty::Clock& clock) {
  std::vector<std::uint64_t> out;
  for (const auto& index : {clock.start_event, clock.stop_event, clock.excluding_event})
    if (index) out.push_back(*index);
  return out;
}

const Reading& chosen(const Measure& measure, const std::map<std::string, std::string>& readings) {
  const auto wanted = readings.find(measure.id);
  if (wanted != readings.end())
    for (const Reading& reading : measure.readings)
      if (reading.name == wanted->second) return reading;
  return measure.readings.front();
}

// Relief names the case as it was known to whoever gave it, which may be a record linked since.
const Relief* relief_of(const std::set<Relief>& reliefs, const Measure& measure, const duty::Clock& clock) {
  if (reliefs.empty()) return nullptr;
  std::vector<base::StreamId> names = clock.person->joined;
  names.insert(names.begin(), clock.person->name);
  for (const base::StreamId& name : names)
    if (const auto found = reliefs.find({measure.id, name.hex(), clock.due, 0}); found != reliefs.end())
      return &*found;
  return nullptr;
}

} // namespace

void count_clocks(const Measure& measure, const Span& span, const PersonView& view,
                  const std::set<Relief>& reliefs, const rules::WorkingDays& working_days, base::Day known_on,
                  Tally& tally) {
  const Reading& reading = chosen(measure, tally.options().readings);
  for (duty::Clock& clock :
       duty::clocks(*view.person, *view.timeline, reading.rule, working_days, known_on)) {
    const Period* period = span.find(clock.due);
    if (period == nullptr || (!clock.provider.empty() && !is_party(*span.terms, clock.provider))) continue;
    // Nobody answered for the person on that day: counted by itself where every body is, charged to no one.
    if (clock.provider.empty() && !span.terms->providers.empty()) continue;
    const Relief* relief = relief_of(reliefs, measure, clock);
    if (relief != nullptr && clock.state != duty::State::excluded) {
      clock.state = duty::State::excluded;
      clock.excluded_reason = "relief_granted";
      clock.excluding_event = relief->granted_by;
    }
    CellKey key{measure.id, reading.name, std::string(clock.provider.text()), *period, ""};
    tally.add(
        std::move(key), clock.state, clock.excluded_reason, view.person->name, clock.due, events_of(clock),
        [&] { return sentence_of(clock, *span.terms); }, 1, clock.stopped);
  }
}

} // namespace probity::contract

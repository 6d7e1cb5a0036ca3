#include "contract/tally.h"

#include <map>

#include "record/supervision.h"

namespace probity::contract {
namespace {

using base::Day;
using duty::State;

// A person counted once in a period, for a body.
struct Once {
  Day day;
  std::uint64_t event = 0;
};
using Counted = std::map<std::pair<std::string, base::Month>, Once>; // (body, period) → first time

void count_supervised(const Span& span, const PersonView& view, Counted& counted) {
  for (const timeline::Held& held : view.timeline->held)
    for (const Period& period : span.periods)
      if (held.touches(period.first(), period.last()))
        counted.try_emplace({std::string(held.provider.text()), period.first_month},
                            Once{std::max(held.first, period.first()), held.began_by});
}

} // namespace

void count_people(const Fee& fee, const Span& span, const PersonView& view, Tally& tally) {
  Counted counted;
  const auto add = [&](const std::string& provider, const Period& period, State state,
                       const std::string& reason, Day day, std::uint64_t event, const std::string& what) {
    tally.add({fee.id, "", provider, period, ""}, state, reason, view.person->name, day, {event}, [&] {
      return what + " " + base::to_text(day) + (reason.empty() ? "" : ": not counted (" + reason + ")");
    });
  };
  if (fee.population == Fee::Population::supervised) {
    count_supervised(span, view, counted);
    for (const auto& [key, once] : counted)
      if (is_party(*span.terms, record::Symbol(key.first)))
        add(key.first, *span.find(once.day), State::met, "", once.day, once.event, "supervised from");
    return;
  }
  const bool starts = fee.population == Fee::Population::starts;
  for (const record::Event& event : view.person->events) {
    if (starts ? !record::is<record::supervision::provider_assigned>(event) : !fee.count.event.matches(event))
      continue;
    std::optional<duty::Reading> days;
    if (starts && event.valid.known()) days = duty::Reading{event.valid.first, event.valid.last};
    if (!starts) days = duty::read(fee.count.event, event, fee.imported);
    const auto [first, last] = days.value_or(duty::Reading{event.recorded_day, event.recorded_day});
    const Period* period = span.find(first);
    if (period == nullptr) continue;
    const record::Symbol provider =
        starts ? record::symbol<record::supervision::provider_assigned, "provider">(event)
               : view.timeline->provider_on(first);
    if (!provider.empty() && (provider.text() == "none" || !is_party(*span.terms, provider))) continue;
    if (provider.empty() && !span.terms->providers.empty()) continue;
    State state = State::met;
    std::string reason;
    if (provider.empty()) {
      state = State::excluded;
      reason = "no_accountable_body";
    } else if (event.imported && fee.imported == duty::Imported::excluded) {
      state = State::excluded;
      reason = "imported";
    } else if (!days.has_value() || span.find(last) != period) {
      state = State::undetermined;
    } else if (!counted
                    .try_emplace({std::string(provider.text()), period->first_month},
                                 Once{first, event.index})
                    .second) {
      state = State::excluded;
      reason = "counted_already";
    }
    // No finer than the record: an event known only to its year is said to be some day of it.
    const std::string what = starts ? "taken on" : "counted for";
    add(std::string(provider.text()), *period, state, reason, first, event.index,
        first == last ? what : what + " some day up to " + base::to_text(last) + ", from");
  }
}

void count_starts(const Fee& fee, const Span& span, const PersonView& view, Tally& tally) {
  for (const record::Event& event : view.person->events) {
    if (!fee.count.event.matches(event)) continue;
    const auto days = duty::read(fee.count.event, event, fee.imported);
    const Day first = days ? days->first : event.recorded_day;
    const Period* period = span.find(first);
    const record::Symbol provider = view.timeline->provider_on(first);
    if (period == nullptr || provider.empty() || !is_party(*span.terms, provider)) continue;
    std::string dimension;
    if (fee.count.by >= 0) {
      const std::int64_t value = event.facts[static_cast<std::size_t>(fee.count.by)];
      if (value != record::absent)
        dimension = record::Symbol::from_number(static_cast<std::uint32_t>(value)).text();
    }
    State state = State::met;
    std::string reason;
    if (event.imported && fee.imported == duty::Imported::excluded) {
      state = State::excluded;
      reason = "imported";
    } else if (!fee.weights.contains(dimension)) {
      state = State::excluded;
      reason = "no_weight";
    } else if (!days || span.find(days->last) != period) {
      state = State::undetermined;
    }
    tally.add({fee.id, "", std::string(provider.text()), *period, dimension}, state, reason,
              view.person->name, first, {event.index},
              [&] { return "started " + base::to_text(first) + ": " + dimension; });
  }
}

} // namespace probity::contract

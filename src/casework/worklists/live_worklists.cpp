#include "casework/worklists/live_worklists.h"

namespace probity::casework {

LiveWorklists::LiveWorklists(const Duties& duties, const rules::WorkingDays& working_days,
                             const base::Zone& zone, base::Day on)
    : duties_(&duties), working_days_(working_days), zone_(zone), on_(on) {}

void LiveWorklists::find_owed(Kept& kept) const {
  kept.owed = duties_->owed(kept.person, kept.state, working_days_, on_);
}

void LiveWorklists::put(timeline::Case person) {
  Kept& kept = people_[person.name];
  kept.person = std::move(person);
  kept.state = state_of(kept.person, zone_);
  find_owed(kept);
}

void LiveWorklists::add(const base::StreamId& person, const record::Event& event) {
  PROBITY_ENSURE(!event.corrects);
  const auto [found, is_new] = people_.try_emplace(person);
  Kept& kept = found->second;
  if (is_new) {
    kept.person.name = kept.state.person = person;
    kept.person.stream = event.stream;
  }
  kept.person.events.push_back(event);
  apply(kept.state, event, zone_);
  find_owed(kept);
}

void LiveWorklists::remove(const base::StreamId& person) {
  people_.erase(person);
}

std::optional<LiveWorklists::Seen> LiveWorklists::find(const base::StreamId& person) const {
  const auto found = people_.find(person);
  if (found == people_.end()) return std::nullopt;
  return Seen{found->second.state, found->second.owed};
}

void LiveWorklists::visit(const WorklistFilter& filter, const std::function<void(const Seen&)>& seen) const {
  for (const auto& [name, kept] : people_)
    if (filter.takes(kept.state)) seen({kept.state, kept.owed});
}

void LiveWorklists::reconsider(const std::function<bool(const CaseState&)>& concerned) {
  for (auto& [name, kept] : people_)
    if (concerned(kept.state)) find_owed(kept);
}

void LiveWorklists::advance_to(base::Day on) {
  if (on == on_) return;
  on_ = on;
  for (auto& [name, kept] : people_)
    find_owed(kept);
}

void LiveWorklists::advance_to(base::Day on, const Duties& duties) {
  duties_ = &duties;
  advance_to(on);
}

std::vector<WorklistEntry> LiveWorklists::list(const WorklistFilter& filter) const {
  std::vector<WorklistEntry> out;
  for (const auto& [name, kept] : people_)
    add_entries(out, name, kept.state, kept.owed, filter);
  sort_entries(out);
  return out;
}

} // namespace probity::casework

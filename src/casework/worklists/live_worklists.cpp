#include "casework/worklists/live_worklists.h"

namespace probity::casework {

LiveWorklists::LiveWorklists(const Duties& duties, const rules::WorkingDays& working_days,
                             const base::Zone& zone, base::Day on)
    : duties_(&duties), working_days_(working_days), zone_(zone), on_(on) {}

CaseState LiveWorklists::state_of_kept(const KeptCase& kept) {
  auto state = unpacked_state(kept.state);
  PROBITY_ENSURE(state); // packed here, or tried when it was restored
  return std::move(*state);
}

void LiveWorklists::forget_holder(const Person& person) {
  const auto found = by_practitioner_.find(person.holder.practitioner);
  if (found == by_practitioner_.end()) return;
  found->second.erase(person.holder.person);
  if (found->second.empty()) by_practitioner_.erase(found);
}

void LiveWorklists::stand(const base::StreamId& name, const CaseState& state, KeptCase kept) {
  Person& person = people_[name];
  forget_holder(person);
  person.kept = std::move(kept);
  person.holder = holder_of(state);
  person.owed = duties_->owed(state, person.kept.clocks, working_days_, on_);
  by_practitioner_[person.holder.practitioner].insert(name);
}

void LiveWorklists::put(const timeline::Case& person) {
  const CaseState state = state_of(person, zone_);
  stand(person.name, state, kept_case(person, state, duties_->open_clocks(person, state, working_days_)));
}

bool LiveWorklists::restore(const base::StreamId& person, KeptCase kept) {
  const auto state = unpacked_state(kept.state);
  if (!state || state->person != person) return false;
  stand(person, *state, std::move(kept));
  return true;
}

void LiveWorklists::remove(const base::StreamId& person) {
  const auto found = people_.find(person);
  if (found == people_.end()) return;
  forget_holder(found->second);
  people_.erase(found);
}

template <class Visit> void LiveWorklists::each(const WorklistFilter& filter, const Visit& visit) const {
  if (filter.practitioner) {
    const auto held = by_practitioner_.find(*filter.practitioner);
    if (held == by_practitioner_.end()) return;
    for (const base::StreamId& name : held->second)
      if (const Person& person = people_.at(name); filter.takes(person.holder)) visit(person);
    return;
  }
  for (const auto& [name, person] : people_)
    if (filter.takes(person.holder)) visit(person);
}

std::optional<LiveWorklists::Seen> LiveWorklists::find(const base::StreamId& person) const {
  const auto found = people_.find(person);
  if (found == people_.end()) return std::nullopt;
  auto state = std::make_shared<const CaseState>(state_of_kept(found->second.kept));
  return Seen{*state, found->second.owed, state};
}

void LiveWorklists::visit(const WorklistFilter& filter, const std::function<void(const Seen&)>& seen) const {
  each(filter, [&](const Person& person) {
    const auto state = std::make_shared<const CaseState>(state_of_kept(person.kept));
    seen({*state, person.owed, state});
  });
}

std::optional<LiveWorklists::Listed> LiveWorklists::find_listed(const base::StreamId& person) const {
  const auto found = people_.find(person);
  if (found == people_.end()) return std::nullopt;
  return Listed{found->second.holder, found->second.owed};
}

void LiveWorklists::visit_listed(const WorklistFilter& filter,
                                 const std::function<void(const Listed&)>& listed) const {
  each(filter, [&](const Person& person) { listed({person.holder, person.owed}); });
}

const KeptCase* LiveWorklists::kept(const base::StreamId& person) const {
  const auto found = people_.find(person);
  return found == people_.end() ? nullptr : &found->second.kept;
}

void LiveWorklists::reconsider(const std::function<bool(const CaseHolder&)>& concerned) {
  for (auto& [name, person] : people_)
    if (concerned(person.holder))
      person.owed = duties_->owed(state_of_kept(person.kept), person.kept.clocks, working_days_, on_);
}

void LiveWorklists::advance_to(base::Day on) {
  if (on == on_) return;
  on_ = on;
  reconsider([](const CaseHolder&) { return true; });
}

void LiveWorklists::advance_to(base::Day on, const Duties& duties) {
  duties_ = &duties;
  advance_to(on);
}

std::vector<WorklistEntry> LiveWorklists::list(const WorklistFilter& filter) const {
  std::vector<WorklistEntry> out;
  each(filter, [&](const Person& person) { add_entries(out, person.holder, person.owed); });
  sort_entries(out);
  return out;
}

} // namespace probity::casework

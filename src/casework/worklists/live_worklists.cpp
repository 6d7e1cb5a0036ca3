#include "casework/worklists/live_worklists.h"

#include <algorithm>

namespace probity::casework {
namespace {

constexpr std::size_t most_unpacked = 32'768; // the cases of some four hundred practitioners

} // namespace

LiveWorklists::LiveWorklists(const Duties& duties, const rules::WorkingDays& working_days,
                             const base::Zone& zone, base::Day on)
    : duties_(&duties), working_days_(working_days), zone_(zone), on_(on), recent_(most_unpacked) {}

void LiveWorklists::leave(const SharedPerson& place) {
  const ListedPerson& person = *place;
  recent_.let_go(place);
  outlines_[person.kept.stream] = {};
  const base::StreamId& name = person.holder.person;
  if (const auto held = by_practitioner_.find(person.holder.practitioner); held != by_practitioner_.end()) {
    held->second.people.erase(name);
    take_from(held->second.load, person.columns.load);
    if (held->second.people.empty()) by_practitioner_.erase(held);
  }
  if (const auto body = by_body_.find(person.holder.provider); body != by_body_.end()) {
    body->second.erase(name);
    if (body->second.empty()) by_body_.erase(body);
  }
}

void LiveWorklists::stand(const base::StreamId& name, const CaseState& state, KeptCase kept) {
  auto person = std::make_shared<ListedPerson>();
  person->kept = std::move(kept);
  person->holder = holder_of(state);
  person->owed = duties_->owed(state, person->kept.clocks, working_days_, on_);
  person->columns = board_columns(state);
  SharedPerson& place = people_[name];
  places_[name] = &place;
  if (place) leave(place);
  place = std::move(person);
  const CaseHolder& holder = place->holder;
  const std::uint32_t stream = place->kept.stream;
  if (stream >= outlines_.size()) outlines_.resize(std::size_t{stream} + 1);
  outlines_[stream] = {&place, holder.provider,
                       !holder.provider.empty() && holder.asked_of.empty() && holder.access.limits.empty()};
  Held& held = by_practitioner_[place->holder.practitioner];
  held.people[name] = &place;
  add_to(held.load, place->columns.load);
  by_body_[place->holder.provider][name] = &place;
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
  leave(found->second);
  places_.erase(person);
  people_.erase(found);
}

template <class Visit> void LiveWorklists::each(const WorklistFilter& filter, const Visit& visit) const {
  const auto visit_group = [&](const Group& group) {
    for (const auto& [name, place] : group)
      if (filter.takes((*place)->holder)) visit(*place);
  };
  if (filter.practitioner) {
    if (const auto held = by_practitioner_.find(*filter.practitioner); held != by_practitioner_.end())
      visit_group(held->second.people);
  } else if (filter.provider) {
    if (const auto body = by_body_.find(*filter.provider); body != by_body_.end()) visit_group(body->second);
  } else {
    for (const auto& [name, person] : people_)
      if (filter.takes(person->holder)) visit(person);
  }
}

std::optional<LiveWorklists::Seen> LiveWorklists::find(const base::StreamId& person) const {
  const auto place = places_.find(person);
  if (place == places_.end()) return std::nullopt;
  auto state = recent_.of(*place->second);
  return Seen{*state, (*place->second)->owed, state, (*place->second)->holder};
}

void LiveWorklists::visit(const WorklistFilter& filter, const std::function<void(const Seen&)>& seen) const {
  each(filter, [&](const SharedPerson& person) {
    // Everybody of a body would drive out whoever is asked for again.
    const auto state =
        filter.practitioner ? recent_.of(person) : std::make_shared<const CaseState>(person->state());
    seen({*state, person->owed, state, person->holder});
  });
}

std::optional<LiveWorklists::Listed> LiveWorklists::find_listed(const base::StreamId& person) const {
  const auto place = places_.find(person);
  if (place == places_.end()) return std::nullopt;
  return Listed{(*place->second)->holder, (*place->second)->owed};
}

void LiveWorklists::visit_listed(const WorklistFilter& filter,
                                 const std::function<void(const Listed&)>& listed) const {
  each(filter, [&](const SharedPerson& person) { listed({person->holder, person->owed}); });
}

const KeptCase* LiveWorklists::kept(const base::StreamId& person) const {
  const auto place = places_.find(person);
  return place == places_.end() ? nullptr : &(*place->second)->kept;
}

std::vector<SharedPerson> LiveWorklists::people_of(const WorklistFilter& filter) const {
  std::vector<SharedPerson> out;
  each(filter, [&](const SharedPerson& person) { out.push_back(person); });
  return out;
}

Caseloads LiveWorklists::caseloads() const {
  Caseloads out;
  for (const auto& [practitioner, held] : by_practitioner_) {
    if (held.load.people == 0) continue;
    Caseload& sum = out[std::string(practitioner.text())];
    sum = held.load;
    const auto last = std::find_if(held.people.rbegin(), held.people.rend(),
                                   [](const auto& one) { return (*one.second)->columns.load.counts; });
    sum.provider = (*last->second)->holder.provider;
  }
  return out;
}

record::Symbol LiveWorklists::last_grade(record::Symbol practitioner) const {
  const auto held = by_practitioner_.find(practitioner);
  if (held == by_practitioner_.end()) return {};
  const BoardColumns* last = nullptr;
  for (const auto& [name, place] : held->second.people) {
    const BoardColumns& one = (*place)->columns;
    if (!one.grade.empty() && (last == nullptr || one.allocated_event >= last->allocated_event)) last = &one;
  }
  return last == nullptr ? record::Symbol() : last->grade;
}

void LiveWorklists::reconsider(const std::function<bool(const CaseHolder&)>& concerned) {
  for (auto& [name, place] : people_) {
    if (!concerned(place->holder)) continue;
    auto next = std::make_shared<ListedPerson>(*place);
    next->owed = duties_->owed(next->state(), next->kept.clocks, working_days_, on_);
    recent_.let_go(place);
    place = std::move(next);
  }
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
  each(filter, [&](const SharedPerson& person) { add_entries(out, person->holder, person->owed); });
  sort_entries(out);
  return out;
}

} // namespace probity::casework

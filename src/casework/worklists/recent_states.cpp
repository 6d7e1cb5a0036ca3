#include "casework/worklists/recent_states.h"

namespace probity::casework {

std::shared_ptr<const CaseState> RecentStates::found(const SharedPerson& person) {
  if (const auto young = young_.find(person.get()); young != young_.end()) return young->second.state;
  if (const auto old = old_.find(person.get()); old != old_.end()) return keep(Entry(old->second));
  return nullptr;
}

std::shared_ptr<const CaseState> RecentStates::keep(Entry&& entry) {
  if (2 * young_.size() >= most_) {
    old_ = std::move(young_);
    young_.clear();
    young_.reserve(old_.size());
  }
  const ListedPerson* place = entry.person.get();
  return young_.try_emplace(place, std::move(entry)).first->second.state;
}

std::shared_ptr<const CaseState> RecentStates::of(const SharedPerson& person) {
  {
    const std::lock_guard held(guard_);
    if (auto state = found(person)) return state;
  }
  Entry entry{person, std::make_shared<const CaseState>(person->state())}; // while others may ask
  if (most_ == 0) return entry.state;
  const std::lock_guard held(guard_);
  return keep(std::move(entry));
}

void RecentStates::let_go(const SharedPerson& person) {
  const std::lock_guard held(guard_);
  young_.erase(person.get());
  old_.erase(person.get());
}

} // namespace probity::casework

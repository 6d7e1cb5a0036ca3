// What the folds of casework share; for the files of the state only.
#pragma once

#include <algorithm>
#include <vector>

#include "record/event.h"

namespace probity::casework {

// The day of the act as far as it is known: the last it may have been.
inline base::Day day_of_act(const record::Event& event) {
  return event.valid.known() ? event.valid.last : event.recorded_day;
}

// The entity of the id; made when there is none yet.
template <class Entity> Entity& entity_of(std::vector<Entity>& all, const base::EntityId& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Entity& one) { return one.id == id; });
  if (found != all.end()) return *found;
  all.push_back({});
  all.back().id = id;
  return all.back();
}

// nullptr when there is none.
template <class Entity> const Entity* find_entity(const std::vector<Entity>& all, const base::EntityId& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Entity& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

} // namespace probity::casework

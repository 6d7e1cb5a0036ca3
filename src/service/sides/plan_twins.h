// Plans of other people that say nearly the same as one, for whoever signs it.
#pragma once

#include "service/office.h"

namespace probity::service {

struct PlanTwin {
  base::StreamId person;
  std::string name; // empty: none is known
  base::EntityId plan;
  int percent = 0;          // of both texts' groups of words together that are in both
  bool same_author = false; //
  bool earlier = false;     // filed before it
};

struct PlanTwins {
  base::StreamId person;
  std::string name; // empty: none is known
  base::EntityId plan;
  std::string kind;            // code
  bool has_text = false;       // otherwise there is nothing to compare
  std::vector<PlanTwin> twins; // most alike first
  int closed = 0;              // of people whose record the caller may not see
};

// From the likeness on at which a plan counts as boilerplate or near copy. Reads the plans of everybody, on a
// connection of its own, so that nobody waits for it. `not_found` when the case has no such plan that was
// filed.
base::Result<PlanTwins> plan_twins(Office& office, const Caller& caller, const base::StreamId& person,
                                   const base::EntityId& plan);

} // namespace probity::service

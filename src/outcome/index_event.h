// The events of one person that can bring them into a cohort, and the facts by which cohorts are divided.
#pragma once

#include <string>
#include <vector>

#include "outcome/cohort.h"
#include "outcome/window.h"
#include "timeline/person_timeline.h"

namespace probity::outcome {

struct IndexEvent {
  IndexKind kind = IndexKind::release;
  const record::Event* event = nullptr; // whose day counts
  const record::Event* details =
      nullptr;              // of a release: the record of the supervising body, where there is one
  std::optional<Days> days; // nothing: the record does not say
};

// All of them, whatever the rule, in the order of the record. A release is one for each custody episode: its
// day is that of the prison's notice, failing that the supervising body's; a release that was cancelled
// afterwards is none.
std::vector<IndexEvent> index_events(const timeline::Case& person);

// The body accountable on the index day, or else the first to become so within `allocation_days`: a sentence
// is passed some days before a body takes the person on. Empty when there is none.
constexpr int allocation_days = 28;
std::string_view body_of(const IndexEvent& index, const timeline::PersonTimeline& person);

// "not_stated" where the record does not say, "no_accountable_body" for a provider that is none.
std::string group_of(Grouping grouping, const IndexEvent& index, const timeline::PersonTimeline& person);
// The values of `groupings`, joined by "/".
std::string stratum_of(const std::vector<Grouping>& groupings, const IndexEvent& index,
                       const timeline::PersonTimeline& person);

} // namespace probity::outcome

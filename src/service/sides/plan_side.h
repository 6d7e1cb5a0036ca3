// The plans of a person: what stands in each, and its two statuses, each by itself: filed in time, and sound.
#pragma once

#include "casework/plans/plan_check.h"
#include "service/sides/case_side.h"

namespace probity::service {

// One check of a plan's content.
struct PlanCheckShown {
  casework::PlanFault fault = casework::PlanFault::blank;
  enum class Result { passed, failed, when_filed } result = Result::passed;
};

struct PlanShown {
  enum class Status { draft, filed, signed_off, sent_back, to_replace, ended, withdrawn };
  base::EntityId id;
  std::string kind; // code
  Status status = Status::draft;
  bool own = false;                   // written by the caller, who so does not sign it
  std::optional<base::Day> filed;     // first
  std::optional<base::Day> refiled;   // last, where it was filed again
  std::string timing;                 // "on_time", "late", "no_clock"; empty: not filed
  std::optional<base::Day> due;       // by what started its clock
  std::vector<PlanCheckShown> checks; // all five, in the order of PlanFault
  bool written_here = false;          // its content is known
  std::optional<std::int64_t> words;
  std::vector<std::string> needs; // codes
  std::vector<casework::PlanObjective> objectives;
  std::vector<casework::PlanAction> actions;
  std::string agreement; // code; empty: not asked
  std::optional<base::Day> review_by;
  std::optional<base::Day> reviewed;
};
std::string_view to_text(PlanShown::Status status);

struct PlansShown {
  CaseSide side;
  std::vector<PlanShown> plans; // those that can be worked on first, then the newest
};

base::Result<PlansShown> plans_of(Office& office, const Caller& caller, const base::StreamId& person);

} // namespace probity::service

// Filed plans of many people, each with both its statuses: in time, and sound.
#pragma once

#include "casework/plans/plan_check.h"
#include "timeline/book.h"

namespace probity::casework {

// The filed plans of everybody in the book, to compare others with.
PlanShelf shelf_of(const timeline::Book& book);

struct ReportedPlan {
  base::StreamId person;
  Plan plan;
  PlanTiming timing; // as the record says now
  // What a check found at any time, and what it finds now beside that: a plan is not mended by others being
  // filed, nor by their going away. By name, in alphabetical order.
  std::vector<std::string> findings;
  // Other people's plans that it is compared with; nothing where its text is not here to compare.
  std::optional<int> compared;

  [[nodiscard]] bool sound() const { return findings.empty(); }
};

struct PlanFilter {
  std::optional<base::StreamId> person;
  std::optional<record::Symbol> provider; // that answered when it was filed
};

// By the day of filing, then by person.
std::vector<ReportedPlan> report_plans(const timeline::Book& book, const PlanPolicy& policy,
                                       const rules::WorkingDays& working_days, const PlanFilter& filter = {});

} // namespace probity::casework

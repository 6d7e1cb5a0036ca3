// Workload of a body and the giving of cases, each a function of what a service answered.
#pragma once

#include "pages/staff/pages.h"
#include "service/departures.h"
#include "service/workload.h"

namespace probity::pages {

std::string workload_page(const service::Workload& workload, const Reader& reader);

std::string departures_page(const service::Departures& shown, const Reader& reader);

struct AllocationForm {
  base::EventId id; // of the command that the form makes
  std::string practitioner, reason, over_capacity;
  std::map<std::string, std::string> errors; // field → what to do; "" for what is about no field
};
std::string allocation_page(const service::AllocationShown& shown, const AllocationForm& form,
                            const Reader& reader);

// What was chosen, with the loads of both before and after; nothing is recorded yet.
std::string allocation_check_page(const service::AllocationShown& shown, const AllocationForm& form,
                                  const Reader& reader);

} // namespace probity::pages

// What the rules say of arranging appointments.
#pragma once

#include <set>
#include <string>

#include "base/result.h"

namespace probity::casework {

class PolicyReader;

struct AppointmentPolicy {
  int series_most = 0;                                // appointments in one series
  std::set<std::string, std::less<>> closing_modes;   // met in places that close on bank holidays
  std::set<std::string, std::less<>> outside_modes;   // met where a member of staff is alone
  std::set<std::string, std::less<>> remote_modes;    // nobody is in one room
  std::set<std::string, std::less<>> custody_modes;   // that reach a person in custody
  std::set<std::string, std::less<>> flags_of_danger; // to staff
};

// Errors are the reader's; `invalid_input` when a row names no mode or flag.
base::Result<AppointmentPolicy> read_appointment_policy(const PolicyReader& reader);

} // namespace probity::casework

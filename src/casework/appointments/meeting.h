// Whether a person can be met: what is in the way of a time, and what speaks against a place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/drafting.h"

namespace probity::casework {

struct Meeting {
  base::EntityId appointment;
  base::Instant starts;
  int minutes = 30;
  record::Symbol mode;
  record::Symbol place; // empty: not said
};

// What whoever arranges it takes into account.
struct Allowed {
  bool overlap = false; // it may overlap another appointment
  bool opened = false;  // the place opens on the bank holiday
};

struct Hindrance {
  std::string_view word; // "custody", "absence", "place_closed", "appointment"
  std::string what;      // a sentence without full stop
  std::string hint;
};

// The first thing in the way, in the order above. `beside`: appointments that the same command arranges.
std::optional<Hindrance> hindrance(const Request& request, const Meeting& meeting, const Allowed& allowed,
                                   const std::vector<Meeting>& beside = {});
// Refuses a time that has passed and whatever is in the way.
base::Result<void> check_meeting(const Request& request, const Meeting& meeting, const Allowed& allowed);

// What the record says against meeting the person so, since when.
struct Ground {
  std::string name; // the flag, "harm_to_staff", or the danger of the place
  base::Day since;
  std::uint64_t event = 0;
};
// By name; none where nobody is in one room.
std::vector<Ground> safety_grounds(const CaseState& state, const Policy& policy, record::Symbol mode,
                                   record::Symbol place);
// Whether a member of staff would be alone with the person outside the service's places.
bool alone_outside(const Policy& policy, record::Symbol mode);

// Refuses a visit alone where something speaks against it and nothing makes it safe. `standing`: what was
// said before of the appointment.
base::Result<void> check_safety(const Request& request, const Meeting& meeting, record::Symbol safety,
                                record::Symbol standing = {});
// Records the warning, and how it is made safe; nothing where there is nothing to say.
void add_safety(Request& request, const Meeting& meeting, record::Symbol safety);

std::string time_text(const Request& request, base::Instant at);
// The same time of day by the clocks of the zone, on another day.
base::Instant same_time_on(const base::Zone& zone, base::Instant time, base::Day day);

} // namespace probity::casework

#include <algorithm>

#include "casework/case_words.h"

namespace probity::casework {

void add_appointment_words(CaseWords& words, const CaseState& state, base::Day on) {
  const auto to_come =
      std::count_if(state.appointments.begin(), state.appointments.end(),
                    [on](const Appointment& one) { return !one.unpaid_work && one.open() && one.day > on; });
  const AcceptedAbsence* absence = state.appointment_book.absence_on(on);
  words.emplace_back("appointments_to_come", std::to_string(to_come));
  words.emplace_back("absence", absence == nullptr ? "none" : std::string(absence->reason.text()));
  words.emplace_back("moved_by_person", std::to_string(state.appointment_book.moved_by_person));
  words.emplace_back("moved_by_service", std::to_string(state.appointment_book.moved_by_service));
}

} // namespace probity::casework

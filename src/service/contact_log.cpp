#include "service/contact_log.h"

#include <algorithm>
#include <set>

#include "service/appointment_notes.h"
#include "service/asking.h"

namespace probity::service {
namespace {

bool takes(const ContactsAsked& asked, const OverviewAppointment& one, base::Day day) {
  if (!asked.how.empty() && one.mode != asked.how) return false;
  if (!asked.came.empty() && came_of(one) != asked.came) return false;
  return (!asked.from || *asked.from <= day) && (!asked.to || day <= *asked.to);
}

std::vector<std::string> listed(const std::set<std::string>& codes) {
  return {codes.begin(), codes.end()};
}

} // namespace

std::string came_of(const OverviewAppointment& one) {
  if (one.cancelled) return "called_off";
  if (!one.outcome.empty()) return one.outcome;
  return one.begun ? "not_said" : "to_come";
}

base::Result<ContactLog> contact_log(Office& office, const Caller& caller, const base::StreamId& person,
                                     const ContactsAsked& asked) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::see_case, person, "contacts"));
  ContactLog out;
  out.person = office.follower().standing_name(person);
  out.asked = asked;
  const auto seen = office.follower().lists().find(out.person);
  out.identity = identity_of(office, seen->state);
  std::set<std::string> hows;
  std::set<std::string> cames;
  for (const casework::Appointment& appointment : seen->state.appointments) {
    const OverviewAppointment one = overview_of(appointment, office.given());
    ++out.all;
    hows.insert(one.mode);
    cames.insert(came_of(one));
    if (takes(asked, one, appointment.day)) out.contacts.push_back(one);
  }
  out.hows = listed(hows);
  out.cames = listed(cames);
  std::stable_sort(out.contacts.begin(), out.contacts.end(),
                   [](const auto& a, const auto& b) { return a.starts > b.starts; });
  out.sheet = keep_sheet(out.contacts, asked.sheet, contacts_a_sheet);
  PROBITY_ASSIGN(const CaseView view, view_case(office.ledger(), out.person, {}));
  for (OverviewAppointment& one : out.contacts)
    one.has_note = std::any_of(view.events.begin(), view.events.end(),
                               [&](const ShownEvent& event) { return is_noted(event, one.id); });
  return out;
}

} // namespace probity::service

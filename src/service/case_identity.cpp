#include "service/case_identity.h"

namespace probity::service {
namespace {

int age_on(base::Day birth, base::Day on) {
  int years = 0;
  while (base::add_months(birth, 12 * (years + 1)) <= on)
    ++years;
  return years;
}

} // namespace

CaseIdentity identity_of(const Office& office, const casework::CaseState& state) {
  CaseIdentity out;
  out.person = office.follower().standing_name(state.person);
  out.name = office.name_of(out.person);
  out.birth = office.names().identity_of(out.person).birth;
  if (out.birth) out.age = age_on(*out.birth, office.today());
  out.tier = state.holding.tier.text();
  out.harm_level = state.harm_level.text();
  out.next = next_appointment(state, office.given());
  return out;
}

std::optional<base::Instant> next_appointment(const casework::CaseState& state, base::Instant now) {
  std::optional<base::Instant> out;
  for (const casework::Appointment& one : state.appointments)
    if (one.open() && one.starts > now && (!out || one.starts < *out)) out = one.starts;
  return out;
}

} // namespace probity::service

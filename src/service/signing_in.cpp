#include "service/signing_in.h"

namespace probity::service {
namespace {

ledger::SignInTried tried(const access::SignInAnswer& answer) {
  ledger::SignInTried out;
  out.reader.provider = "not_stated";
  if (answer.staff) out.reader.staff = *answer.staff;
  if (answer.opened) {
    const access::Member& member = answer.opened->member;
    out.opened = true;
    out.reader.provider = member.provider;
    out.reader.role = access::to_text(member.roles.front());
    out.reader.envelope_role = access::role_in_envelope(member.roles.front());
  }
  return out;
}

} // namespace

base::Result<access::SignInAnswer> sign_in(Office& office, const access::Attempt& attempt) {
  access::SignInAnswer answer;
  {
    std::unique_lock signing(office.signing_mutex());
    PROBITY_ASSIGN(answer, office.signing().sign_in(attempt, office.now(), &signing));
  }
  const auto logged = office.access_log().writing().record(tried(answer));
  if (!logged) {
    if (answer.opened) sign_out(office, answer.opened->session);
    return tl::unexpected(logged.error());
  }
  return answer;
}

base::Result<std::optional<Caller>> caller_of(Office& office, std::string_view session) {
  if (session.empty()) return std::optional<Caller>();
  const std::lock_guard signing(office.signing_mutex());
  return office.signing().session(session, office.now());
}

void sign_out(Office& office, std::string_view session) {
  const std::lock_guard signing(office.signing_mutex());
  office.signing().sign_out(session);
}

} // namespace probity::service

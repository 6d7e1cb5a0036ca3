#include "asked/verification.h"

#include "http/request.h"

namespace probity::asked {
namespace {

using base::Result;
using service::VerifyAsked;
using service::VerifyScope;

constexpr std::uint64_t most_people = 100'000; // so that a verification has an end

base::Error wrong(std::string message, std::string field, std::string hint) {
  return {base::ErrorCode::invalid_input, std::move(message), std::move(field), std::move(hint)};
}

Result<service::ViewsCheckAsked> sample(const VerificationSent& sent) {
  service::ViewsCheckAsked out;
  const auto seed = http::number_of(sent.seed);
  if (!seed)
    return tl::unexpected(wrong("Enter the number that draws the people", "seed",
                                "Any whole number: the same one draws the same people again"));
  out.seed = *seed;
  if (sent.people.empty()) return out;
  const auto people = http::number_of(sent.people);
  if (!people || *people < 1 || *people > most_people)
    return tl::unexpected(wrong("Enter how many people to look at", "people",
                                "A whole number from 1 to " + std::to_string(most_people)));
  out.people = *people;
  return out;
}

} // namespace

Result<VerifyAsked> verification(const VerificationSent& sent) {
  VerifyAsked out;
  const auto scope = sent.scope.empty() ? VerifyScope::ledger : service::parse_verify_scope(sent.scope);
  if (!scope) return tl::unexpected(wrong("Select what to verify", "scope", "It is ledger, views or case"));
  out.scope = *scope;
  if (*scope == VerifyScope::ledger && !sent.note.empty()) out.note = sent.note;
  if (*scope == VerifyScope::ledger && !sent.head.empty()) {
    PROBITY_ASSIGN(out.head, service::published_head(sent.head));
  }
  if (*scope == VerifyScope::views) {
    PROBITY_ASSIGN(out.sample, sample(sent));
  }
  if (*scope == VerifyScope::record) {
    const auto person = base::StreamId::from_hex(sent.person);
    if (!person)
      return tl::unexpected(wrong("Enter the reference of a case", "case",
                                  "The 32 digits and letters that stand in the address of its page"));
    out.person = *person;
  }
  return out;
}

} // namespace probity::asked

#include "service/event_proof.h"

#include "ledger/leaf_fields.h"
#include "record/vocabulary.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
using base::json::Object;
using base::json::Value;

constexpr std::string_view page = "event_proof";

// What the event is about, asked of the gate and logged before anything of it is shown.
Result<ShownProof> opened(Office& office, const Caller& caller, std::uint64_t index) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission, ask(office, caller, access::Action::verify, page));
  ShownProof out;
  PROBITY_ASSIGN(const std::string body, office.ledger().body(index));
  ledger::DayFinder days(office.zone());
  ledger::LeafFields fields;
  if (const std::string_view wrong = ledger::read_leaf(body, days, fields); !wrong.empty())
    return base::fail(base::ErrorCode::corrupt,
                      "event " + std::to_string(index) + " cannot be read: " + std::string(wrong), "",
                      "Have the ledger verified");
  out.type = fields.type;
  const record::TypeDeclaration* type = record::find_type(fields.type);
  const auto kind = type == nullptr ? record::StreamKind::person : type->stream; // rather closed than open
  if (kind == record::StreamKind::person) {
    PROBITY_TRY(ask_about(office, caller, access::Action::see_case, fields.stream, page));
    out.person = fields.stream;
  } else if (kind == record::StreamKind::staff) {
    PROBITY_TRY(ask_about_staff(office, caller, access::Action::see_staff, fields.stream, page));
  } else {
    log_list(office, permission, page, {});
  }
  return out;
}

} // namespace

Result<ShownProof> event_proof(Office& office, const Caller& caller, std::uint64_t index) {
  PROBITY_ASSIGN(ShownProof out, opened(office, caller, index));
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(office.ledger_file()));
  PROBITY_ASSIGN(out.proof, ledger::prove_event(ledger, index));
  return out;
}

Value hashes_json(const std::vector<base::Digest>& hashes) {
  base::json::Array out;
  for (const base::Digest& hash : hashes)
    out.emplace_back(hash.hex());
  return Value(std::move(out));
}

Value to_json(const ledger::EventProof& proof) {
  const ledger::Checkpoint& checkpoint = proof.against.checkpoint;
  return Value(Object{{"body", Value(proof.body)},
                      {"index", Value(static_cast<std::int64_t>(proof.index))},
                      {"leaf", Value(proof.leaf.hex())},
                      {"ok", Value(true)},
                      {"path", hashes_json(proof.path)},
                      {"proof", Value(proof.text())},
                      {"root", Value(checkpoint.root.hex())},
                      {"size", Value(static_cast<std::int64_t>(checkpoint.size))},
                      {"verification_key", Value(proof.against.key)}});
}

} // namespace probity::service

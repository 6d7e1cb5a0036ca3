// One event of the ledger, proven for who may verify it and may see what the event is about.
#pragma once

#include "ledger/event_proof.h"
#include "service/office.h"

namespace probity::service {

struct ShownProof {
  ledger::EventProof proof;
  std::string type;                     // of the event
  std::optional<base::StreamId> person; // whose record it is of; nothing: no person's
};

// Against the newest checkpoint. `not_found` when there is no such event, `corrupt` when the proof does not
// hold. An event of a person's record, or of staff, is the gate's to open, as for reading that record. Every
// leaf of the ledger is read, and the office is not held meanwhile.
base::Result<ShownProof> event_proof(Office& office, const Caller& caller, std::uint64_t index);

// {"body","index","leaf","ok","path","proof","root","size","verification_key"}: what `probity prove --json`
// prints.
base::json::Value to_json(const ledger::EventProof& proof);
base::json::Value hashes_json(const std::vector<base::Digest>& hashes);

} // namespace probity::service

// What a request asks to have verified: the members of a body, or the fields of a form.
#pragma once

#include <string>

#include "service/verifying.h"

namespace probity::asked {

// As sent; each may be empty.
struct VerificationSent {
  std::string scope;        // "ledger" where it is empty
  std::string note;         // of the ledger: a checkpoint kept elsewhere
  std::string head;         // of the ledger: the hash of a head that was published
  std::string people, seed; // of the views: how many people, a hundred where it is empty; what draws them
  std::string person;       // of a case: its reference
};

// `invalid_input` names in `where` the field to put right: "scope", "head", "people", "seed",
// "case".
base::Result<service::VerifyAsked> verification(const VerificationSent& sent);

} // namespace probity::asked

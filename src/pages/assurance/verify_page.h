// The ledger verified, for auditors: what runs, what was found last, the form that begins another, and the
// proof of one event.
#pragma once

#include "asked/verification.h"
#include "pages/staff/pages.h"
#include "service/event_proof.h"

namespace probity::pages {

struct VerifyForm {
  asked::VerificationSent sent;     // as typed
  std::optional<base::Error> error; // what to put right; `where` names the field
  bool refreshes = true;            // while one runs, the page is read again by itself
};
std::string verify_page(const service::VerificationShown& shown, const VerifyForm& form,
                        const Reader& reader);
// Of the run that ended.
html::Html verification_result(const service::VerificationShown& shown, const Reader& reader);

std::string proof_page(const service::ShownProof& shown, const Reader& reader);

} // namespace probity::pages

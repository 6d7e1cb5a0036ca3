// The ledger verified, for auditors: what runs, what was found last, and the form that begins another.
#pragma once

#include "pages/staff/pages.h"
#include "service/verifying.h"

namespace probity::pages {

struct VerifyForm {
  std::string note; // as pasted
  std::string error;
  bool refreshes = true; // while one runs, the page is read again by itself
};
std::string verify_page(const service::VerificationShown& shown, const VerifyForm& form,
                        const Reader& reader);

} // namespace probity::pages

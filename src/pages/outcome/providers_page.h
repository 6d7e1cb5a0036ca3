// Verdicts on bodies under an outcome clause as one page: who would have been paid, deducted or left alone,
// by the clause and by the rate alone, a funnel, each cohort, and how it was worked out. It computes no
// figure.
#pragma once

#include <string>

#include "contract/provider_verdicts.h"

namespace probity::pages {

// What the command under "How to check this" says.
struct ProvidersFiles {
  std::string ledger = "LEDGER";
  std::string contract = "CONTRACT";
  std::string options; // " --clause binary"
};

// UTF-8, one self-contained file; the same verdicts give the same bytes.
std::string providers_page(const contract::ProviderVerdicts& verdicts, const ProvidersFiles& files);

} // namespace probity::pages

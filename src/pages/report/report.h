// A period's report as a folder of pages for people who would rather look than read: the statement, service
// levels with the cases behind them, outcomes, how the record was kept, and how to check all of it. It
// computes no figure of its own: each is the settlement's, the outcome report's or the record's.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "contract/record_quality.h"
#include "outcome/report.h"
#include "pages/account/statement_page.h"

namespace probity::pages {

// For whom. A published report withholds small numbers and lists no case.
enum class Audience { parties, publication };

struct ReportInput {
  const contract::Settlement& settlement; // with the evidence of its period, unless published
  const contract::Contract& contract;     // the one that was settled
  const contract::RecordQuality& quality;
  const outcome::Report* outcomes = nullptr; // for the same audience; nullptr: see `no_outcomes`
  std::string no_outcomes;                   // why there are none, a whole sentence
  StatementFiles files;
  std::string outcome_options; // of the command that gives the outcomes again: " --measure return …"
  Audience audience = Audience::parties;
};

// Hands each page to `write`, `index.html` first: name and bytes, UTF-8, each self-contained. The same input
// gives the same bytes. Stops at the first page that cannot be written.
base::Result<void>
make_report(const ReportInput& input,
            const std::function<base::Result<void>(const std::string& name, const std::string& page)>& write);

} // namespace probity::pages

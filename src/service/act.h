// A command of casework on a ledger: load the case, decide, append.
#pragma once

#include <functional>
#include <optional>

#include "casework/command.h"
#include "casework/policy.h"
#include "casework/workforce/caseload.h"
#include "ledger/ledger.h"
#include "timeline/book.h"

namespace probity::service {

// Whether the command may be the first thing on a record: of a person, a post or a member of staff.
bool opens_record(std::string_view command);

// Whether the command is about a member of staff or a post; makes_post: whether it is the one that makes a
// post.
bool is_about_staff(std::string_view command);
bool makes_post(std::string_view command);

// The record that a command is about: an empty one for a command that opens it. `not_found` when the ledger
// has no such stream and the command opens none.
base::Result<timeline::Case> case_for(const ledger::Ledger& ledger, std::string_view command,
                                      const base::StreamId& stream);

struct Acted {
  std::vector<base::json::Value> events; // that it made, as appended; none when it had acted before
  bool had_acted = false;
};

// `command` says when it was given (`recorded`): by the clock of a live log, or as replayed. All its events
// are appended as one submission, or none. Sent twice, it acts once; `id_reused` when it says something else
// the second time.
//
// A command about a post or a member of staff is decided on what the whole ledger says of the staff.
base::Result<Acted> act(ledger::Ledger& ledger, const base::json::Value& command,
                        const casework::Readings& readings = {});

// A command that was decided and is not appended yet.
struct Prepared {
  Acted acted;
  std::optional<ledger::Submission> submission; // nothing: it had acted before
};
// Who is there and how much they carry, as the ledger has it.
struct Staffing {
  casework::Workforce workforce;
  casework::Caseloads caseloads;
};
// As `act`, up to where the ledger is written. `expect`: how many events the record must have,
// `version_conflict` otherwise; a command that had acted is not asked.
// `staffing`: asked where the command needs it, and `workforce` read by a command about staff; none: they are
// read from the whole ledger.
base::Result<Prepared> prepare(const ledger::Ledger& ledger, const base::json::Value& command,
                               const casework::Readings& readings = {},
                               std::optional<std::int64_t> expect = std::nullopt,
                               const std::function<Staffing()>& staffing = {},
                               const casework::Workforce* workforce = nullptr);

// The one record, with those joined to it, on which the command is decided; nothing when it is decided on
// those of others too, or cannot be read.
std::optional<base::StreamId> decided_on(const base::json::Value& command);

} // namespace probity::service

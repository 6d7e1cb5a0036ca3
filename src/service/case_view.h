// One case as a person reads it: its events with what became of them, and what held on a day.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "ledger/access_log.h"
#include "record/flags.h"
#include "service/book_loader.h"
#include "timeline/person_timeline.h"

namespace probity::service {

// A field with its value in plain words: {"release_type", "licence"}, {"minutes", "90 minutes"}.
struct ShownField {
  std::string name;
  std::string value;
};

struct ShownPart {
  base::SubjectId subject;
  int slot = 0;
  // The members when it was opened, or what became of it: "sealed", "erased".
  std::vector<ShownField> fields;
  std::string state = "sealed";
};

// What one stored event says, as it was written.
struct ShownRecord {
  std::uint64_t index = 0;
  base::Instant recorded;
  std::optional<base::Instant> source_recorded; // imports: when the source says that it was recorded
  base::Digest leaf;                            // RFC 6962 leaf hash of the bytes that this was read from
  std::string when;                             // valid time in plain words
  std::vector<ShownField> facts;
  std::string provider, role, actor, channel;
  std::vector<ShownPart> sealed;
  std::vector<record::Flag> flags; // what is to be asked about the entry
};

struct ShownCorrection {
  std::string kind; // amend, void, reinstate
  std::string reason;
  ShownRecord record;
};

struct ShownEvent {
  enum class State { stands, amended, voided };
  State state = State::stands;
  base::StreamId stream;
  std::string type;
  std::string meaning; // of the type; empty when this program does not know it
  std::vector<ShownField> entities;
  ShownRecord first;                        // as first written: readable for ever
  std::string when;                         // as it stands
  std::vector<ShownField> facts;            // as they stand
  std::vector<ShownCorrection> corrections; // oldest first
};

struct CaseView {
  base::StreamId stream;
  std::vector<base::StreamId> linked; // streams found to be the same person, read with it
  std::uint64_t size = 0;             // as known at
  base::Day known_on;
  std::vector<ShownEvent> events; // by index
  timeline::PersonTimeline timeline;
  std::vector<std::string> oddities;
};

// The stream whose name begins with the digits. `not_found`, or `refused` naming those that it could be.
base::Result<base::StreamId> find_case(const ledger::Ledger& ledger, std::string_view digits);

// The streams linked to this one by person.linked and not unlinked again, and those linked to them.
base::Result<std::vector<base::StreamId>> linked_streams(const ledger::Ledger& ledger,
                                                         const base::StreamId& stream, std::uint64_t size);

// `not_found` when the case had no event yet at that point. Sealed parts stay closed.
base::Result<CaseView> view_case(const ledger::Ledger& ledger, const base::StreamId& stream,
                                 const KnownAs& known_as);

// Opens every sealed part of the view that is wanted, each opening logged before the part is read. Erased
// ones stay closed.
using PartWanted = std::function<bool(const ShownPart&)>;
base::Result<void> open_parts(
    CaseView& view, const ledger::Ledger& ledger, ledger::AccessLog& access, const std::string& operator_name,
    const std::string& reason, const PartWanted& is_wanted = [](const ShownPart&) { return true; });

// Whether a field of its type is an amount of money; so of a type that is not known. Those who decide on a
// breach do not see what one costs.
bool names_money(const ShownEvent& event);

// What held on a civil day: accountable body, custody, orders, suspension, tag, death; one sentence each.
std::vector<std::string> held_on(const timeline::PersonTimeline& timeline, base::Day day);

base::json::Value to_json(const CaseView& view);

} // namespace probity::service

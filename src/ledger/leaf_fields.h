// What the ledger itself reads of a leaf: one quick pass over the stored bytes, used both to fill the columns
// at append and to check them at verification. It reads the envelope alone and never allocates per event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "record/event.h"

namespace probity::ledger {

// The civil day of an instant in a zone, remembered per UTC day.
class DayFinder {
 public:
  explicit DayFinder(base::Zone zone) : zone_(std::move(zone)), days_(1024) {}
  base::Day day_of(base::Instant instant);

 private:
  struct Known {
    std::int64_t utc_day = INT64_MIN;
    base::Day first;         // civil day at the start of the UTC day
    std::int64_t second = 0; // where the next civil day starts
    std::int64_t third = 0;  // and the one after it
  };
  base::Zone zone_;
  std::vector<Known> days_;
};

struct LeafFields {
  struct Subject {
    base::SubjectId key;
    base::Digest commit;
  };
  struct Corrects {
    base::EventId id;
    record::CorrectionKind kind = record::CorrectionKind::amend;
  };

  base::EventId id;
  base::StreamId stream;
  base::Digest prev;
  std::int64_t index = 0;
  std::int64_t sequence = 0;
  std::int64_t schema = 0;
  std::string_view log;  // as written, without quotes
  std::string_view type; // as written, without quotes
  std::string provider;  // unescaped
  base::Instant recorded;
  std::optional<std::int64_t> valid_from;
  std::optional<std::int64_t> valid_to;
  std::optional<std::int64_t> valid_day;
  std::optional<Corrects> corrects;
  std::optional<base::StreamId> other; // facts.other of person.linked and person.unlinked
  std::string_view facts;              // raw JSON of the facts
  std::vector<Subject> subjects;
  // Members that the ledger may have added (index, prev, recorded, seq, subjects), `"key":value`, in the
  // order of the body.
  std::vector<std::string_view> added;
};

// Reads `body` into `out`, whose text views point into the body. Returns what is wrong, or an empty text.
std::string_view read_leaf(std::string_view body, DayFinder& days, LeafFields& out);
// The same of an event as it was submitted: what the ledger adds may be missing.
std::string_view read_submitted(std::string_view text, DayFinder& days, LeafFields& out);

// What was submitted of a stored leaf: without what the ledger added. `recorded` was submitted to replayed
// logs, and is added by live ones. The sealed parts are not in the leaf and not in this text.
enum class Recorded { submitted, added };
void append_submitted_of(std::string_view body, Recorded recorded, std::string& out);
// The same of a body that was read into `fields` without a problem, without reading it again.
void append_submitted_of(std::string_view body, const LeafFields& fields, Recorded recorded,
                         std::string& out);

constexpr std::string_view type_opened = "system.log_opened";
constexpr std::string_view type_linked = "person.linked";     // closes the stream named by facts.other
constexpr std::string_view type_unlinked = "person.unlinked"; // reopens it

} // namespace probity::ledger

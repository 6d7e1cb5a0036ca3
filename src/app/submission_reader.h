// Reads submissions from JSON lines: {"events":[…],"expect":{stream:count}}, one a line, UTF-8, in canonical
// spelling (base/json.h). `expect` may be left out. What stands inside an event is checked by the ledger and
// the vocabulary when it is appended.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "ledger/ledger.h"

namespace probity::app {

constexpr std::size_t most_line_bytes = std::size_t{8} * 1024 * 1024;
constexpr std::size_t most_events = 1'000;             // of one submission
constexpr std::size_t most_sealed_part_bytes = 60'000; // of one part, canonical
constexpr int most_event_depth = 8;                    // levels of one event

// One line. Errors have a JSON pointer into the submission as `where`, empty for the whole line:
// `not_canonical`, `too_large` (line, events, depth, sealed part), `unknown_field`, `invalid_input`.
// Spelling::any lets spaces, the order of keys and escapes be as people write them.
base::Result<ledger::Submission> parse_submission(std::string_view line, base::json::Spelling spelling);

// The lines of a stream, each a submission or the reason why it is none. Memory is bounded by the longest
// allowed line, whatever comes in. Blank lines are refused, except at the end of the stream.
class SubmissionReader {
 public:
  SubmissionReader(std::istream& in, base::json::Spelling spelling) : in_(in), spelling_(spelling) {}

  struct Line {
    std::uint64_t number = 0; // from 1
    std::size_t bytes = 0;    // read of it
    base::Result<ledger::Submission> submission;
  };
  // Nothing at the end; `io` when the stream fails.
  base::Result<std::optional<Line>> next();

 private:
  enum class Taken { line, too_long, end };
  base::Result<Taken> take();

  std::istream& in_;
  base::json::Spelling spelling_;
  std::string line_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;     // of the line taken last
  std::uint64_t next_blank_ = 0; // blank lines [next_blank_, blanks_end_) are not reported yet
  std::uint64_t blanks_end_ = 0;
  std::optional<Taken> waiting_; // the line after them
};

} // namespace probity::app

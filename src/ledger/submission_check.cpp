#include "ledger/submission_check.h"

#include <fmt/format.h>

namespace probity::ledger {
namespace {

using base::ErrorCode;

// Upper bounds of what the ledger adds to an event: index, prev, recorded and seq; and a commitment.
constexpr std::size_t bytes_added = 180;
constexpr std::size_t bytes_added_a_part = 130;

std::string pointer(std::size_t position) {
  return fmt::format("/events/{}", position);
}

base::Error inside(std::size_t position, base::Error error) {
  error.where = pointer(position) + error.where;
  return error;
}

std::vector<base::Error> faults_of(const base::json::Value& event, const Constants& constants,
                                   const Validator& validate, base::Instant stamp) {
  if (constants.clock == Clock::replayed) return validate(event);
  base::json::Value stamped = event;
  stamped.set("recorded", base::json::Value(base::to_text(stamp)));
  return validate(stamped);
}

std::optional<base::Error> invalid(const Submission& submission, const Constants& constants,
                                   const Validator& validate, base::Instant stamp) {
  for (std::size_t i = 0; validate && i < submission.events.size(); ++i) {
    std::vector<base::Error> faults = faults_of(submission.events[i], constants, validate, stamp);
    if (faults.empty()) continue;
    for (std::size_t more = 1; more < faults.size(); ++more)
      faults.front().message +=
          fmt::format("; at {}{}: {}", pointer(i), faults[more].where, faults[more].message);
    return inside(i, std::move(faults.front()));
  }
  return std::nullopt;
}

} // namespace

CheckedSubmission check_submission(const Submission& submission, const Constants& constants,
                                   const Validator& validate, base::Instant stamp) {
  CheckedSubmission out;
  if (submission.events.empty()) {
    out.malformed =
        base::Error{ErrorCode::invalid_input, "a submission has at least one event", "/events", ""};
    return out;
  }
  out.envelopes.reserve(submission.events.size());
  for (std::size_t i = 0; i < submission.events.size(); ++i) {
    base::Result<Envelope> envelope = read_envelope(submission.events[i], constants);
    if (!envelope) {
      out.malformed = inside(i, std::move(envelope.error()));
      return out;
    }
    out.envelopes.push_back(std::move(*envelope));
  }
  thread_local std::string text;
  text.clear();
  for (std::size_t i = 0; i < submission.events.size(); ++i) {
    const std::size_t start = text.size();
    write_submitted(submission.events[i], text);
    const std::size_t added = bytes_added + bytes_added_a_part * out.envelopes[i].sealed.size();
    if (text.size() - start + added > most_leaf_bytes) {
      out.malformed = base::Error{
          ErrorCode::too_large, fmt::format("the event is longer than {} bytes", most_leaf_bytes - added),
          pointer(i), "Facts are short; texts belong in sealed parts, at most 60,000 bytes each"};
      return out;
    }
    text += '\n';
  }
  out.hash = base::sha256(base::bytes_of(text));
  out.invalid = invalid(submission, constants, validate, stamp);
  return out;
}

} // namespace probity::ledger

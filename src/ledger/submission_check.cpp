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

base::Result<void> read_columns(const base::json::Value& event, CheckedSubmission& submission,
                                CheckedEvent& out, DayFinder& days, LeafFields& fields) {
  out.place = write_submitted(event, submission.text);
  const std::string_view text =
      std::string_view(submission.text).substr(out.place.from, out.place.to - out.place.from);
  const std::string_view problem = read_submitted(text, days, fields);
  if (!problem.empty())
    return base::fail(ErrorCode::internal, "the event as written does not parse: " + std::string(problem));
  out.columns.type.assign(fields.type);
  out.columns.provider = fields.provider;
  out.columns.schema = fields.schema;
  out.columns.valid_from = fields.valid_from;
  out.columns.valid_to = fields.valid_to;
  out.columns.valid_day = fields.valid_day;
  return {};
}

std::optional<base::Error> SubmissionChecker::malformed(const Submission& submission,
                                                        CheckedSubmission& out) {
  if (submission.events.empty())
    return base::Error{ErrorCode::invalid_input, "a submission has at least one event", "/events", ""};
  for (std::size_t i = 0; i < submission.events.size(); ++i) {
    base::Result<Envelope> envelope = read_envelope(submission.events[i], *constants_);
    if (!envelope) return inside(i, std::move(envelope.error()));
    out.events.emplace_back().envelope = std::move(*envelope);
  }
  for (std::size_t i = 0; i < submission.events.size(); ++i) {
    CheckedEvent& event = out.events[i];
    if (base::Result<void> read = read_columns(submission.events[i], out, event, days_, fields_); !read)
      return inside(i, std::move(read.error()));
    const std::size_t added = bytes_added + bytes_added_a_part * event.envelope.sealed.size();
    if (event.place.to - event.place.from + added > most_leaf_bytes)
      return base::Error{
          ErrorCode::too_large, fmt::format("the event is longer than {} bytes", most_leaf_bytes - added),
          pointer(i), "Facts are short; texts belong in sealed parts, at most 60,000 bytes each"};
    out.text += '\n';
  }
  return std::nullopt;
}

void SubmissionChecker::check(const Submission& submission, base::Instant stamp, CheckedSubmission& out) {
  out.events.clear();
  out.text.clear();
  out.invalid.reset();
  out.malformed = malformed(submission, out);
  if (out.malformed) return;
  out.hash = base::sha256(base::bytes_of(out.text));
  out.invalid = invalid(submission, *constants_, *validate_, stamp);
}

} // namespace probity::ledger

#include "app/submission_reader.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace probity::app {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Spelling;
using base::json::Value;

constexpr std::size_t chunk = 65'536;
constexpr std::int64_t largest_count = 9'007'199'254'740'991;
constexpr int levels_around_an_event = 2; // the submission and its list

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::size_t after_string(std::string_view text, std::size_t at) { // at the opening quote
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

std::size_t after_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at]))
    ++at;
  return at;
}

struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
};

// Where the object that is the member "expect" of the outermost object stands.
std::optional<Span> expectations_in(std::string_view line) {
  if (line.find("\"expect\"") == std::string_view::npos) return std::nullopt; // most lines, quickly
  int depth = 0;
  std::size_t from = 0; // of the object, once found
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (c == '"') {
      const std::size_t after = after_string(line, at);
      const std::size_t colon = after_space(line, after);
      if (depth == 1 && from == 0 && line.substr(at, after - at) == "\"expect\"" && colon < line.size() &&
          line[colon] == ':') {
        const std::size_t value = after_space(line, colon + 1);
        if (value >= line.size() || line[value] != '{') return std::nullopt;
        from = value;
        at = value;
        continue;
      }
      at = after;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++at;
    if (from != 0 && depth == 1) return Span{from, at};
  }
  return std::nullopt;
}

// The names of streams begin with any hex digit, unlike the keys of the record; so they are read here.
class ExpectationReader {
 public:
  ExpectationReader(std::string_view text, Spelling spelling) : text_(text), spelling_(spelling) {}

  Result<std::map<base::StreamId, std::int64_t>> read() {
    std::map<base::StreamId, std::int64_t> out;
    base::StreamId last;
    ++at_; // over the brace
    for (bool more = !takes('}'); more; more = !takes('}')) {
      if (!out.empty() && !takes(',')) return fault("/expect", "a comma or the closing brace is missing");
      PROBITY_ASSIGN(const base::StreamId stream, stream_name());
      const std::string where = "/expect/" + stream.hex();
      if (!takes(':')) return fault(where, "the number of events is missing");
      PROBITY_ASSIGN(const std::int64_t count, number(where));
      if (!out.empty() && stream < last && spelling_ == Spelling::canonical)
        return fail(ErrorCode::not_canonical, "the streams are not in order", where, "sort them by name");
      if (!out.emplace(stream, count).second) return fault(where, "the stream stands twice");
      last = stream;
    }
    return out;
  }

 private:
  static tl::unexpected<base::Error> fault(std::string where, std::string message) {
    return fail(ErrorCode::invalid_input, std::move(message), std::move(where),
                "write {stream:number of events}, a stream being 32 lower-case hex digits");
  }
  void pass_space() {
    if (spelling_ == Spelling::any) at_ = after_space(text_, at_);
  }
  bool takes(char c) {
    pass_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  Result<base::StreamId> stream_name() {
    pass_space();
    const std::optional<base::StreamId> stream =
        at_ + 34 <= text_.size() && text_[at_] == '"' && text_[at_ + 33] == '"'
            ? base::StreamId::from_hex(text_.substr(at_ + 1, 32))
            : std::nullopt;
    if (!stream) {
      if (at_ < text_.size() && is_space(text_[at_])) return spaced("/expect");
      return fault("/expect", "this is no name of a stream");
    }
    at_ += 34;
    return *stream;
  }
  Result<std::int64_t> number(const std::string& where) {
    pass_space();
    std::int64_t value = 0;
    const char* from = text_.data() + at_;
    const auto read = std::from_chars(from, text_.data() + text_.size(), value);
    const std::string_view token(from, static_cast<std::size_t>(read.ptr - from));
    const std::string_view digits = token.starts_with('-') ? token.substr(1) : token;
    const char next = read.ptr < text_.data() + text_.size() ? *read.ptr : '\0';
    if (token.empty() && is_space(next)) return spaced(where);
    if (read.ec != std::errc{} || digits.empty() || (digits.size() > 1 && digits.front() == '0') ||
        token == "-0" || value > largest_count || value < -largest_count ||
        (next != ',' && next != '}' && !is_space(next)))
      return fault(where, "this is no whole number");
    if (spelling_ == Spelling::canonical && is_space(next)) return spaced(where);
    at_ += token.size();
    return value;
  }
  static tl::unexpected<base::Error> spaced(std::string where) {
    return fail(ErrorCode::not_canonical, "there are spaces between the tokens", std::move(where),
                "leave them out, or append with --canonicalise");
  }

  std::string_view text_;
  Spelling spelling_;
  std::size_t at_ = 0;
};

// Keys and escapes may have been rewritten, so a part is measured as it will be sealed. A short line has no
// long part.
Result<void> check_sealed_parts(const std::vector<Value>& events, std::size_t line_bytes) {
  if (line_bytes <= most_sealed_part_bytes) return {};
  std::string written;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Value* sealed = events[i].find("sealed");
    if (sealed == nullptr || sealed->array() == nullptr) continue;
    for (std::size_t slot = 0; slot < sealed->array()->size(); ++slot) {
      const Value* part = (*sealed->array())[slot].find("part");
      if (part == nullptr) continue;
      written.clear();
      base::json::write(*part, written);
      if (written.size() > most_sealed_part_bytes)
        return fail(ErrorCode::too_large,
                    "the sealed part has " + std::to_string(written.size()) + " bytes; at most " +
                        std::to_string(most_sealed_part_bytes) + " are allowed",
                    "/events/" + std::to_string(i) + "/sealed/" + std::to_string(slot) + "/part");
    }
  }
  return {};
}

base::Error in_our_words(base::Error error) {
  if (error.code == ErrorCode::too_large)
    error.message = "an event is nested deeper than " + std::to_string(most_event_depth) + " levels";
  if (error.code == ErrorCode::not_canonical) error.hint += "; people may append with --canonicalise";
  return error;
}

} // namespace

Result<ledger::Submission> parse_submission(std::string_view line, Spelling spelling) {
  const std::optional<Span> expectations = expectations_in(line);
  std::string without;
  if (expectations) {
    without.reserve(line.size());
    without.append(line, 0, expectations->from);
    without += "{}";
    without.append(line, expectations->to);
  }
  Result<Value> value =
      base::json::parse(expectations ? std::string_view(without) : line, spelling,
                        {.bytes = most_line_bytes + 2, .depth = most_event_depth + levels_around_an_event});
  if (!value) return tl::unexpected(in_our_words(std::move(value.error())));
  if (value->object() == nullptr)
    return fail(ErrorCode::invalid_input, "a submission is a JSON object", "", R"(write {"events":[…]})");
  for (const auto& [key, member] : *value->object())
    if (key != "events" && key != "expect")
      return fail(ErrorCode::unknown_field, "a submission has no such member", "/" + key,
                  "its members are events and expect");
  Value* events = value->find("events");
  if (events == nullptr)
    return fail(ErrorCode::invalid_input, "the submission lacks events", "", R"(write {"events":[…]})");
  if (events->array() == nullptr)
    return fail(ErrorCode::invalid_input, "this must be a list of events", "/events");
  if (events->array()->empty())
    return fail(ErrorCode::invalid_input, "a submission has at least one event", "/events");
  if (events->array()->size() > most_events)
    return fail(ErrorCode::too_large,
                "the submission has " + std::to_string(events->array()->size()) + " events; at most " +
                    std::to_string(most_events) + " are stored together",
                "/events", "split it; what must be all or none is seldom so many");
  ledger::Submission out;
  if (expectations) {
    PROBITY_ASSIGN(
        out.expect,
        ExpectationReader(line.substr(expectations->from, expectations->to - expectations->from), spelling)
            .read());
  } else if (value->find("expect") != nullptr) {
    return fail(ErrorCode::invalid_input, "this must be an object of streams and numbers of events",
                "/expect");
  }
  out.events = std::move(*events->array());
  PROBITY_TRY(check_sealed_parts(out.events, line.size()));
  return out;
}

// Takes one line into line_, or passes over one that is too long.
Result<SubmissionReader::Taken> SubmissionReader::take() {
  line_.clear();
  bool too_long = false;
  bool any = false;
  while (true) {
    if (at_ == buffer_.size()) {
      buffer_.resize(chunk);
      in_.read(buffer_.data(), static_cast<std::streamsize>(chunk));
      buffer_.resize(static_cast<std::size_t>(in_.gcount()));
      at_ = 0;
      if (in_.bad())
        return fail(ErrorCode::io, "the input cannot be read", "after line " + std::to_string(number_),
                    "what was acknowledged is stored; append the same input again, nothing is stored twice");
      if (buffer_.empty()) break;
    }
    any = true;
    const void* found = std::memchr(buffer_.data() + at_, '\n', buffer_.size() - at_);
    const std::size_t end = found == nullptr
                                ? buffer_.size()
                                : static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
    if (line_.size() + (end - at_) > most_line_bytes)
      too_long = true;
    else if (!too_long)
      line_.append(buffer_, at_, end - at_);
    at_ = end;
    if (found == nullptr) continue;
    ++at_;
    break;
  }
  if (!any) return Taken::end;
  ++number_;
  return too_long ? Taken::too_long : Taken::line;
}

Result<std::optional<SubmissionReader::Line>> SubmissionReader::next() {
  if (!waiting_) {
    PROBITY_ASSIGN(waiting_, take());
    next_blank_ = number_;
    while (*waiting_ == Taken::line && std::all_of(line_.begin(), line_.end(), is_space)) {
      PROBITY_ASSIGN(waiting_, take());
    }
    blanks_end_ = *waiting_ == Taken::end ? next_blank_ : number_;
  }
  if (*waiting_ == Taken::end) return std::optional<Line>{};
  if (next_blank_ < blanks_end_)
    return Line{next_blank_++, 1, fail(ErrorCode::invalid_input, "the line is empty", "", "remove it")};
  const Taken taken = *waiting_;
  waiting_.reset();
  if (taken == Taken::too_long)
    return Line{number_, most_line_bytes,
                fail(ErrorCode::too_large,
                     "the line is longer than " + std::to_string(most_line_bytes) + " bytes", "",
                     "split the submission, and keep documents out of the record")};
  return Line{number_, line_.size(), parse_submission(line_, spelling_)};
}

} // namespace probity::app

// Errors are values at the seams. An Error says what was wrong, where, and what to do about it.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace probity::base {

// One table of failures. The name (see `name`) is part of every command's JSON output and never changes.
enum class ErrorCode {
  invalid_input,      // does not parse, or breaks the shape it must have
  not_canonical,      // well formed, but not the one canonical spelling of itself
  too_large,          // over a size, depth or count limit
  unknown_type,       // an event type or schema version that the vocabulary does not have
  unknown_field,      // a field that the declaration does not have
  wrong_log,          // written for another log
  set_by_server,      // the submitter gave a field that only the sequencer sets
  recorded_backwards, // a recorded instant earlier than the last one
  version_conflict,   // the expected position of a stream is not its position
  id_reused,          // an event id that is taken by other content
  bad_correction,     // corrects something that is missing, of another stream, or itself a correction
  stream_closed,      // the stream was closed by a link to another person
  not_found,          // a file, case, line or event that does not exist
  exists_already,     // something is there that would be overwritten
  refused,            // allowed in shape, refused by a rule; the message names the rule
  corrupt,            // stored bytes contradict one another: poisons the store
  busy,               // another process holds the ledger
  io,                 // the operating system or database said no
  internal,           // a bug: please report
};
std::string_view name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message; // what was wrong, one sentence, no trailing full stop
  std::string where;   // file, line, row, JSON pointer, clause: whatever finds it; may be empty
  std::string hint;    // what to do; may be empty

  // "where: message (code). hint" for people.
  [[nodiscard]] std::string text() const;
  // The same error with `outer` put before `where`: "line 3" + "/events/0" → "line 3 /events/0".
  [[nodiscard]] Error at(std::string_view outer) &&;
};

template <class T> class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
  using Base = tl::expected<T, Error>;
};

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {},
                                                std::string hint = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where), std::move(hint)});
}

// Stops the program with the message: for invariants of our own, never for input.
[[noreturn]] void broken_invariant(const char* what, const char* file, int line);

} // namespace probity::base

#define PROBITY_JOIN_(a, b) a##b
#define PROBITY_JOIN(a, b) PROBITY_JOIN_(a, b)

// Returns the error of a failed Result from the enclosing function.
#define PROBITY_TRY(expression)                                                                              \
  do {                                                                                                       \
    if (auto probity_try_ = (expression); !probity_try_)                                                     \
      return tl::unexpected<::probity::base::Error>(std::move(probity_try_.error()));                        \
  } while (false)

// PROBITY_ASSIGN(auto rows, read(file)): declares `rows` with the value, or returns the error.
#define PROBITY_ASSIGN(declaration, expression)                                                              \
  PROBITY_ASSIGN_(PROBITY_JOIN(probity_result_, __LINE__), declaration, expression)
#define PROBITY_ASSIGN_(result, declaration, expression)                                                     \
  auto result = (expression);                                                                                \
  if (!result) return tl::unexpected<::probity::base::Error>(std::move(result.error()));                     \
  declaration = std::move(*result)

// Always on, in every build.
#define PROBITY_ENSURE(condition)                                                                            \
  ((condition) ? void() : ::probity::base::broken_invariant(#condition, __FILE__, __LINE__))

// The tokens of JSON text (RFC 8259), read strictly from left to right. For the readers of base/json.h only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace probity::base::json {

// Every reading function returns false after recording the first fault; `where` of the fault is filled by the
// caller on its way out with `inside`.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The next character that is not white space, not consumed; '\0' at the end of the text.
  char peek();
  [[nodiscard]] std::size_t position() const { return position_; }
  void skip() { ++position_; } // over the character that peek returned

  // Consumes the closing character, or a comma before another item. An item may follow when `more` is true.
  bool next_item(char close, bool& more);
  bool colon();
  bool string(std::string& out);           // at the opening quote
  bool number(std::string_view& out);      // the token, in JSON's grammar
  bool literal(std::string_view expected); // true, false, null
  bool end();                              // nothing but white space is left

  bool fault(ErrorCode code, std::string message, std::string hint = {});
  bool unexpected(std::string_view wanted); // says what was found at the position
  // Puts a step before the fault's pointer; returns false.
  bool inside(std::string_view key);
  bool inside(std::size_t index);
  // The recorded fault and the byte at which it was found.
  [[nodiscard]] const Error& error() const { return error_; }
  [[nodiscard]] std::size_t fault_position() const { return fault_position_; }

 private:
  bool escape(std::string& out);
  std::optional<unsigned> four_hex();

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t fault_position_ = 0;
  Error error_;
};

// Runs `read` (bool(Scanner&)) over the whole text after the checks that concern bytes rather than tokens:
// byte order mark and UTF-8. Bad UTF-8 is reported at the place in the document where it stands.
template <class Read> std::optional<Error> scan(std::string_view text, Read read);

// The first byte that is not part of valid UTF-8, or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

template <class Read> std::optional<Error> scan(std::string_view text, Read read) {
  if (text.starts_with("\xEF\xBB\xBF"))
    return Error{ErrorCode::invalid_input,
                 "the text begins with a byte order mark",
                 {},
                 "save it as UTF-8 without a byte order mark"};
  const auto invalid = first_invalid_utf8(text);
  Scanner scanner(text.substr(0, invalid.value_or(text.size())));
  const bool complete = read(scanner) && scanner.end();
  if (complete && !invalid) return std::nullopt;
  Error error = scanner.error();
  if (invalid && (complete || scanner.fault_position() == *invalid)) {
    error.code = ErrorCode::invalid_input;
    error.message = "the text is not valid UTF-8 at byte " + std::to_string(*invalid);
    error.hint = "send the text as UTF-8; nothing is repaired";
  }
  return error;
}

} // namespace probity::base::json

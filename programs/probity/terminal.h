// Where a command writes: answers to `out`, everything about the run (errors, progress) to `err`.
#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace probity::program {

enum class Tone { plain, strong, good, bad, faint };
enum class Answer { people, json };

class Terminal {
 public:
  // What the streams are connected to.
  struct Setting {
    int width = 80;               // columns
    bool colours = false;         // on `out`
    bool err_is_terminal = false; // a line there can be redrawn
  };

  Terminal(std::ostream& answers, std::ostream& messages, Setting setting)
      : out(answers), err(messages), setting_(setting) {}
  // Standard output and error. Colours only on a terminal, and not when NO_COLOR is set.
  static Terminal of_process();

  std::ostream& out;
  std::ostream& err;

  [[nodiscard]] int width() const { return setting_.width; }
  [[nodiscard]] bool err_is_terminal() const { return setting_.err_is_terminal; }
  // The text in a tone, unchanged where there are no colours.
  [[nodiscard]] std::string paint(std::string_view text, Tone tone) const;

  // Whether --json was given.
  [[nodiscard]] bool json() const { return answer_ == Answer::json; }
  void answer_with(Answer answer) { answer_ = answer; }
  // One JSON value as one line on `out`.
  void print(const base::json::Value& value);

  // For people: "probity: message", where and what to do on `err`. With --json, on `out`:
  // {"error":{"code","hint","message","where"},"ok":false}.
  void report(const base::Error& error);
  // The same for a code outside base::ErrorCode, such as "wrong_use".
  void report(std::string_view code, std::string_view message, std::string_view where, std::string_view hint);

 private:
  Setting setting_;
  Answer answer_ = Answer::people;
};

// --- text
// ---------------------------------------------------------------------------------------------------

// Columns that UTF-8 text takes (one a code point).
std::size_t columns(std::string_view text);
// Words wrapped to `width` columns, every line indented; line ends in the text are kept.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

// A plain table: a heading, a rule, rows. Columns are as wide as their widest cell.
class Table {
 public:
  enum class Align { left, right }; // right for numbers
  struct Column {
    std::string_view title;
    Align align = Align::left;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells); // as many as there are columns
  void add_rule();                          // before a total
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  void print(Terminal& terminal) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_; // an empty row is a rule
};

// --- progress
// -----------------------------------------------------------------------------------------------

// Says on `err` how far a long work is. Nothing in the first second; then one line redrawn at most five times
// a second on a terminal, and one line every ten seconds elsewhere. Not for several threads.
class Progress {
 public:
  // `work` as in "Verifying", `unit` as in "events", `total` 0 when it is not known.
  Progress(Terminal& terminal, std::string_view work, std::string_view unit, std::uint64_t total = 0);
  ~Progress(); // clears the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void at(std::uint64_t done); // cheap: may be called for every row

 private:
  using Clock = std::chrono::steady_clock;
  void draw(Clock::time_point now);

  Terminal& terminal_;
  std::string work_;
  std::string unit_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::uint32_t calls_ = 0;
  bool line_is_drawn_ = false;
  Clock::time_point started_;
  Clock::time_point next_;
};

} // namespace probity::program

// What a sub-command of the program is: its name, what may stand after it, and what it does.
//
// Each file programs/probity/NAME_command.cpp defines one function `Command NAME_command();` in this
// namespace. The build finds the files and lists them: no other file needs a change for a new command.
// `probity NAME --help`, the overview, the checks of what was given and exit status 2 come from the
// declaration.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/result.h"
#include "terminal.h"

namespace probity::program {

enum class ExitStatus {
  good = 0,
  finding = 1,   // the command did its work and found something wrong, or refused
  wrong_use = 2, // unknown option, missing or malformed argument: nothing was done
};

// Where the overview shows a command.
enum class Group { record, account, attempt, program };

enum class Need { optional, required };
enum class Times { once, repeated };

// What a given value must look like. Checked before the command runs; anything else is wrong use.
enum class Form {
  text,
  integer,      // a whole number
  count,        // a whole number, not negative
  day,          // 2016-03-07
  month,        // 2016-03
  day_or_count, // a point of the known time: a day, or a ledger size
};

struct Option {
  std::string_view name;           // "ledger" is given as --ledger
  std::string_view value = {};     // what stands after it, as help shows it: "FILE"; empty: a flag;
                                   // "CASE MEASURE": two values
  std::string_view help = {};      // one line, no full stop
  Need need = Need::optional;      //
  Times times = Times::once;       //
  std::string_view otherwise = {}; // the value when it is not given
  Form form = Form::text;          //
};

struct Positional {
  std::string_view name; // "case" is shown as CASE
  std::string_view help = {};
  Need need = Need::required;
  Times times = Times::once; // only the last may be repeated
  Form form = Form::text;
};

// The usual option of a command that also answers machines.
inline constexpr Option json_option{.name = "json", .help = "answer as one JSON object on standard output"};

// What was given. Names are those of the declaration; asking for an undeclared one is a broken invariant.
class Arguments {
 public:
  void declare(std::string_view name);
  void set(std::string_view name, std::vector<std::string> values);

  [[nodiscard]] bool has(std::string_view name) const; // given, or set by `otherwise`
  // The one value; it must be there (required, has an `otherwise`, or asked with `has` first).
  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> optional_text(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const; // empty when not given
  // For the forms of the same name; checked already. A `day_or_count` is one or the other.
  [[nodiscard]] std::int64_t integer(std::string_view name) const;
  [[nodiscard]] base::Day day(std::string_view name) const;
  [[nodiscard]] base::Month month(std::string_view name) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

struct Command {
  std::string_view name; // "append", or "contract check" for a command under `contract`
  Group group = Group::record;
  std::string_view summary; // one line of the overview, no full stop
  std::string_view details = {};
  std::vector<Positional> positionals = {};
  std::vector<Option> options = {};
  std::vector<std::string_view> examples = {}; // whole lines, without "probity "
  // An Error is printed (for people, or as JSON when --json was given) and ends the program with `finding`;
  // with `wrong_use` when it is `invalid_input` and `where` names an option ("--period" or "period"), an
  // argument or the command.
  base::Result<ExitStatus> (*run)(const Arguments&, Terminal&) = nullptr;
};

// All commands, by group and name.
std::vector<Command> all_commands();

// Nothing when `value` has the form, else what was expected.
std::optional<std::string> fault(Form form, std::string_view value);

// The texts of `probity --help`, `probity contract --help` and `probity append --help`.
std::string overview(std::span<const Command> commands, const Terminal& terminal,
                     std::string_view under = {});
std::string help(const Command& command, const Terminal& terminal);
// "probity append --ledger FILE [--json] FILE"
std::string usage(const Command& command);

} // namespace probity::program

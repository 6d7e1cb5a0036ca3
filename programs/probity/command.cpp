#include "command.h"

#include <algorithm>
#include <charconv>

namespace probity::program {

namespace {

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string upper(std::string_view name) {
  std::string out(name);
  for (char& letter : out) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == '_') letter = '-';
  }
  return out;
}

std::string shown(const Positional& positional) {
  std::string out = upper(positional.name);
  if (positional.times == Times::repeated) out += "...";
  return positional.need == Need::required ? out : "[" + out + "]";
}

std::string shown(const Option& option) {
  std::string out = "--" + std::string(option.name);
  if (!option.value.empty()) out += " " + std::string(option.value);
  return out;
}

// Two columns: names padded to the widest, texts wrapped beside them.
struct Row {
  std::string left;
  std::string right;
};

void write_rows(std::string& out, const std::vector<Row>& rows, std::size_t width) {
  std::size_t left = 0;
  for (const Row& row : rows)
    left = std::max(left, columns(row.left));
  left = std::min<std::size_t>(left, 32);
  const std::size_t indent = left + 4;
  for (const Row& row : rows) {
    out += "  " + row.left;
    if (columns(row.left) > left)
      out += "\n" + std::string(indent, ' ');
    else
      out += std::string(left - columns(row.left) + 2, ' ');
    out += wrapped(row.right, width, indent).substr(indent);
    out += "\n";
  }
}

struct Heading {
  Group group;
  std::string_view title;
};
constexpr Heading headings[] = {
    {Group::record, "Record: keep what happened, and prove it"},
    {Group::account, "Account: what a contract pays, and why"},
    {Group::attempt, "Try: invented areas and readable scenarios"},
    {Group::program, "The program itself"},
};

std::size_t text_width(const Terminal& terminal) {
  return static_cast<std::size_t>(std::clamp(terminal.width(), 60, 100));
}

} // namespace

void Arguments::declare(std::string_view name) {
  values_.try_emplace(std::string(name));
}

void Arguments::set(std::string_view name, std::vector<std::string> values) {
  values_.insert_or_assign(std::string(name), std::move(values));
}

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  const auto found = values_.find(name);
  PROBITY_ENSURE(found != values_.end()); // a name that the command does not declare
  return found->second;
}

bool Arguments::has(std::string_view name) const {
  return !all(name).empty();
}

const std::string& Arguments::text(std::string_view name) const {
  const std::vector<std::string>& values = all(name);
  PROBITY_ENSURE(!values.empty());
  return values.front();
}

std::optional<std::string> Arguments::optional_text(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return text(name);
}

std::int64_t Arguments::integer(std::string_view name) const {
  const std::optional<std::int64_t> number = parse_integer(text(name));
  PROBITY_ENSURE(number.has_value());
  return *number;
}

base::Day Arguments::day(std::string_view name) const {
  const std::optional<base::Day> day = base::parse_day(text(name));
  PROBITY_ENSURE(day.has_value());
  return *day;
}

base::Month Arguments::month(std::string_view name) const {
  const std::optional<base::Month> month = base::parse_month(text(name));
  PROBITY_ENSURE(month.has_value());
  return *month;
}

std::optional<std::string> fault(Form form, std::string_view value) {
  const auto counts = [&] { return parse_integer(value).value_or(-1) >= 0; };
  switch (form) {
  case Form::text:
    return std::nullopt;
  case Form::integer:
    if (parse_integer(value)) return std::nullopt;
    return "a whole number";
  case Form::count:
    if (counts()) return std::nullopt;
    return "a whole number, 0 or more";
  case Form::day:
    if (base::parse_day(value)) return std::nullopt;
    return "a day such as 2016-03-07";
  case Form::month:
    if (base::parse_month(value)) return std::nullopt;
    return "a month such as 2016-03";
  case Form::day_or_count:
    if (counts() || base::parse_day(value)) return std::nullopt;
    return "a day such as 2016-03-07, or a ledger size such as 1200";
  }
  return std::nullopt;
}

std::string usage(const Command& command) {
  std::string out = "probity " + std::string(command.name);
  for (const Positional& positional : command.positionals)
    out += " " + shown(positional);
  for (const Option& option : command.options) {
    std::string text = shown(option);
    if (option.need == Need::optional) text.insert(0, "[").append("]");
    if (option.times == Times::repeated) text += "...";
    out += " " + text;
  }
  return out;
}

std::string help(const Command& command, const Terminal& terminal) {
  const std::size_t width = text_width(terminal);
  std::string out = std::string(command.summary) + ".\n\n";
  out += "  " + wrapped(usage(command), width, 4).substr(4) + "\n";
  if (!command.details.empty()) out += "\n" + wrapped(command.details, width, 0) + "\n";

  std::vector<Row> rows;
  for (const Positional& positional : command.positionals)
    rows.push_back({upper(positional.name), std::string(positional.help)});
  for (const Option& option : command.options) {
    std::string text(option.help);
    if (option.need == Need::required) text += " (needed)";
    if (option.times == Times::repeated) text += " (may be repeated)";
    if (!option.otherwise.empty()) text += " (otherwise " + std::string(option.otherwise) + ")";
    rows.push_back({shown(option), text});
  }
  rows.push_back({"--help", "show this"});
  out += "\n" + terminal.paint("Options", Tone::strong) + "\n";
  write_rows(out, rows, width);

  if (!command.examples.empty()) {
    out += "\n" + terminal.paint("Examples", Tone::strong) + "\n";
    for (const std::string_view example : command.examples)
      out += "  probity " + std::string(example) + "\n";
  }
  out += "\nExit status: 0 good, 1 a finding or a refusal, 2 wrong use.\n";
  return out;
}

std::string overview(std::span<const Command> commands, const Terminal& terminal, std::string_view under) {
  const std::size_t width = text_width(terminal);
  std::string out;
  if (under.empty())
    out = "probity: a tamper-evident record of community supervision, and what its contracts pay.\n\n"
          "  probity COMMAND [OPTIONS]\n";
  const std::string prefix = under.empty() ? "" : std::string(under) + " ";
  for (const Heading& heading : headings) {
    std::vector<Row> rows;
    for (const Command& command : commands)
      if (command.group == heading.group && command.name.starts_with(prefix))
        rows.push_back({std::string(command.name), std::string(command.summary)});
    if (rows.empty()) continue;
    if (!out.empty()) out += "\n";
    out += terminal.paint(heading.title, Tone::strong) + "\n";
    write_rows(out, rows, width);
  }
  out += "\n`probity COMMAND --help` explains a command, with examples. `probity --version` says which this "
         "is.\n";
  out += "Exit status: 0 good, 1 a finding or a refusal, 2 wrong use.\n";
  return out;
}

} // namespace probity::program

// The program: finds the command that was asked for, checks what was given, runs it.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <deque>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "command.h"

namespace {

using namespace probity;
using program::Command;
using program::ExitStatus;

// One value slot of the parser, kept at a fixed address while it parses.
struct Slot {
  std::string_view name;
  std::string_view otherwise;
  std::vector<std::string> values;
  bool flag = false;
};

struct Entry {
  const Command* command = nullptr;
  CLI::App* parser = nullptr;
  std::deque<Slot> slots;
};

CLI::Validator check_of(program::Form form) {
  return CLI::Validator(
      [form](std::string& value) {
        // The parser takes whatever follows as the value, even the next option.
        if (value.starts_with("--")) return "a value is missing before " + value;
        const auto expected = program::fault(form, value);
        return expected ? "\"" + value + "\" is not " + *expected : std::string();
      },
      "");
}

int count_words(std::string_view text) {
  return 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
}

void add_option(Entry& entry, const program::Option& option) {
  Slot& slot = entry.slots.emplace_back(Slot{option.name, option.otherwise, {}, false});
  const std::string name = "--" + std::string(option.name);
  if (option.value.empty()) {
    entry.parser->add_flag(name, slot.flag);
    return;
  }
  const int words = count_words(option.value);
  CLI::Option* added = entry.parser->add_option(name, slot.values);
  added->type_size(words)->allow_extra_args(false);
  if (option.times == program::Times::repeated)
    added->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  else
    added->expected(1);
  if (option.need == program::Need::required) added->required();
  added->check(check_of(option.form));
}

void add_positional(Entry& entry, const program::Positional& positional) {
  Slot& slot = entry.slots.emplace_back(Slot{positional.name, {}, {}, false});
  CLI::Option* added = entry.parser->add_option(std::string(positional.name), slot.values);
  if (positional.times == program::Times::repeated)
    added->expected(1, CLI::detail::expected_max_vector_size);
  else
    added->expected(1)->allow_extra_args(false);
  if (positional.need == program::Need::required) added->required();
  added->check(check_of(positional.form));
}

// The parser of a command; "contract check" hangs under a parser "contract".
CLI::App* parser_for(CLI::App& root, std::string_view name) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos) return root.add_subcommand(std::string(name));
  const std::string first(name.substr(0, space));
  const std::vector<CLI::App*> known =
      root.get_subcommands([&](CLI::App* parser) { return parser->get_name() == first; });
  CLI::App* parent = known.empty() ? root.add_subcommand(first) : known.front();
  if (known.empty()) parent->require_subcommand(1, 1);
  return parser_for(*parent, name.substr(space + 1));
}

// The words of the commands that were recognised, outermost first: "contract check".
std::string asked_for(const CLI::App& root) {
  std::string words;
  const CLI::App* at = &root;
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    words += (words.empty() ? "" : " ") + at->get_name();
  }
  return words;
}

// Why the words lead to no command.
std::string unknown_command(const CLI::App& root) {
  const std::vector<std::string> rest = root.remaining(true);
  if (rest.empty()) return "a command is missing";
  return "there is no command or option \"" + rest.front() + "\" here";
}

// What the parser found wrong, in our words where its own are hard to read.
std::string reason(const CLI::ParseError& error) {
  std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) return text;
  const bool too_many = text.find("At Most") != std::string::npos;
  return text.substr(0, text.find(": ")) +
         (too_many ? " is given more often than it may be" : " needs its value");
}

program::Arguments arguments_of(const Entry& entry) {
  program::Arguments arguments;
  for (const Slot& slot : entry.slots) {
    arguments.declare(slot.name);
    if (slot.flag)
      arguments.set(slot.name, {"yes"});
    else if (!slot.values.empty())
      arguments.set(slot.name, slot.values);
    else if (!slot.otherwise.empty())
      arguments.set(slot.name, {std::string(slot.otherwise)});
  }
  return arguments;
}

ExitStatus wrong_use(program::Terminal& terminal, std::string message, std::string_view words,
                     const Command* command) {
  std::ranges::replace(message, '\n', ' ');
  const std::string where(words);
  const std::string usage = command == nullptr ? "" : "Usage: " + program::usage(*command) + "\n  ";
  terminal.report("wrong_use", message, where,
                  usage + "See `probity " + where + (where.empty() ? "" : " ") + "--help`.");
  return ExitStatus::wrong_use;
}

// Whether the error is about what was given, not about what was found: it names an option or argument of the
// command, the command itself, or a variable of the environment.
bool is_wrong_use(const base::Error& error, const Command& command) {
  if (error.code != base::ErrorCode::invalid_input) return false;
  std::string_view place = std::string_view(error.where).substr(0, error.where.find(' '));
  if (place.starts_with("--")) place.remove_prefix(2);
  return place == command.name || place.starts_with("PROBITY_") ||
         std::ranges::any_of(command.positionals, [&](const auto& one) { return place == one.name; }) ||
         std::ranges::any_of(command.options, [&](const auto& one) { return place == one.name; });
}

ExitStatus run_command(const Entry& entry, program::Terminal& terminal) {
  const program::Arguments arguments = arguments_of(entry);
  base::Result<ExitStatus> status = entry.command->run(arguments, terminal);
  if (status) return *status;
  terminal.report(status.error());
  return is_wrong_use(status.error(), *entry.command) ? ExitStatus::wrong_use : ExitStatus::finding;
}

ExitStatus run_program(const std::vector<std::string>& words, program::Terminal& terminal) {
  const std::vector<Command> commands = program::all_commands();
  CLI::App root("probity");
  root.set_help_flag("--help,-h");
  root.set_version_flag("--version", "probity " PROBITY_VERSION);
  root.require_subcommand(1, 1);

  std::deque<Entry> entries;
  for (const Command& command : commands) {
    Entry& entry = entries.emplace_back(Entry{&command, parser_for(root, command.name), {}});
    for (const program::Positional& positional : command.positionals)
      add_positional(entry, positional);
    for (const program::Option& option : command.options)
      add_option(entry, option);
  }
  const auto entry_of = [&](std::string_view name) -> const Entry* {
    const auto found =
        std::ranges::find_if(entries, [&](const Entry& entry) { return entry.command->name == name; });
    return found == entries.end() ? nullptr : &*found;
  };

  if (words.empty()) {
    terminal.err << program::overview(commands, terminal);
    return ExitStatus::wrong_use;
  }
  try {
    root.parse(std::vector<std::string>(words.rbegin(), words.rend())); // CLI11 takes them last first
  } catch (const CLI::CallForVersion& version) {
    terminal.out << version.what() << '\n';
    return ExitStatus::good;
  } catch (const CLI::CallForHelp&) {
    const std::string name = asked_for(root);
    const Entry* entry = entry_of(name);
    terminal.out << (entry == nullptr ? program::overview(commands, terminal, name)
                                      : program::help(*entry->command, terminal));
    return ExitStatus::good;
  } catch (const CLI::ParseError& error) {
    const std::string name = asked_for(root);
    const Entry* entry = entry_of(name);
    if (entry != nullptr) return wrong_use(terminal, reason(error), name, entry->command);
    return wrong_use(terminal, unknown_command(root), name, nullptr);
  }
  const Entry* entry = entry_of(asked_for(root));
  PROBITY_ENSURE(entry != nullptr);
  return run_command(*entry, terminal);
}

} // namespace

int main(int count, char** words) {
  program::Terminal terminal = program::Terminal::of_process();
  ExitStatus status = ExitStatus::finding;
  try {
    const std::vector<std::string> given(words + 1, words + std::max(count, 1));
    if (std::ranges::find(given, "--json") != given.end()) terminal.answer_with(program::Answer::json);
    status = run_program(given, terminal);
  } catch (const std::bad_alloc&) {
    terminal.report("too_large", "there is not enough memory for this", "", "Try a smaller input.");
  } catch (const std::exception& error) {
    terminal.report("internal", error.what(), "", "This is a fault of the program: please report it.");
  }
  terminal.out.flush();
  if (!terminal.out) {
    terminal.err
        << "probity: the answer could not be written in full: is the disk full or the reader gone?\n";
    return static_cast<int>(ExitStatus::finding);
  }
  return static_cast<int>(status);
}

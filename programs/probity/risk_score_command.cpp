#include <algorithm>
#include <fmt/format.h>

#include "command.h"
#include "record/scoring.h"
#include "risk/versions.h"

namespace probity::program {
namespace {

using Align = Table::Align;

base::Result<risk::Given> given_of(const Arguments& arguments) {
  risk::Given out;
  for (const std::string& text : arguments.all("set")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      return base::fail(base::ErrorCode::invalid_input, "\"" + text + "\" is no input", "--set",
                        "write NAME=VALUE, like sex=MALE");
    if (!out.emplace(text.substr(0, equals), text.substr(equals + 1)).second)
      return base::fail(base::ErrorCode::invalid_input, text.substr(0, equals) + " is given twice", "--set",
                        "give each input once");
  }
  return out;
}

// Empty when none is given.
base::Result<std::string> reason_of(const Arguments& arguments) {
  const std::string reason = arguments.optional_text("because").value_or("");
  const auto& known = record::scoring::version_reasons;
  if (reason.empty() || std::find(std::begin(known), std::end(known), reason) != std::end(known))
    return reason;
  std::string list;
  for (const std::string_view one : known)
    list.append(list.empty() ? "" : ", ").append(one);
  return base::fail(base::ErrorCode::invalid_input, "there is no reason \"" + reason + "\"", "--because",
                    "give one of " + list);
}

std::string words(std::string_view name) {
  std::string out(name);
  for (char& letter : out)
    if (letter == '_') letter = ' ';
  return out;
}

void print_terms(const risk::Score& score, Terminal& terminal) {
  if (score.terms.empty()) return;
  terminal.out << "\n";
  Table table(
      {{"what", Align::left}, {"number", Align::right}, {"times", Align::right}, {"gives", Align::right}});
  for (const risk::Term& term : score.terms)
    table.add({words(term.name), risk::number_text(term.coefficient), risk::number_text(term.quantity),
               risk::number_text(term.contribution)});
  table.add_rule();
  table.add({score.table->together == risk::Together::least ? "least" : "sum", "", "",
             risk::number_text(score.sum)});
  table.print(terminal);
}

void print(const risk::Instrument& instrument, const risk::Score& score, Terminal& terminal) {
  const auto width = static_cast<std::size_t>(terminal.width());
  terminal.out << terminal.paint(instrument.title, Tone::strong) << "\n";
  if (score.outcome != risk::Outcome::scored)
    terminal.out << (score.outcome == risk::Outcome::not_applicable ? "It does not apply.\n"
                                                                    : "There is no score.\n");
  for (const risk::Reason& reason : score.reasons)
    terminal.out << wrapped(reason.name + ": " + reason.message, width, 2) << "\n";
  for (const risk::Figure& figure : score.figures) {
    constexpr std::string_view percent = "_pct";
    const std::string_view name = figure.name;
    const bool of_hundred = name.ends_with(percent);
    terminal.out << "  " << words(of_hundred ? name.substr(0, name.size() - percent.size()) : name) << ": "
                 << figure.text << (of_hundred ? " %" : "") << "\n";
  }
  if (!score.band.empty()) terminal.out << "  band: " << score.band << "\n";
  print_terms(score, terminal);
  if (!score.missing.empty()) terminal.out << "\nNot known:\n";
  for (const risk::Absence& absence : score.missing)
    terminal.out << wrapped(absence.input + ": " + absence.meaning, width, 2) << "\n";
  for (const std::string& note : score.notes)
    terminal.out << wrapped("Note: " + note + ".", width, 0) << "\n";
  const risk::Table& used = *score.table;
  terminal.out << "\n" << wrapped(instrument.cautions, width, 0) << "\n";
  terminal.out << wrapped("Version " + std::string(used.version) +
                              (used.model.empty() ? "" : ", " + std::string(used.model) + " model") +
                              (used.mapping.empty() ? "" : ", " + std::string(used.mapping)) +
                              ", as stated on " + base::to_text(used.stated_on) +
                              ". Source: " + std::string(used.source) + ".",
                          width, 0)
               << "\nSHA-256 of its numbers " << used.digest().hex() << "\n";
}

base::Result<ExitStatus> run_risk_score(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const risk::Instrument* const instrument,
                 risk::find_instrument(arguments.text("instrument")));
  PROBITY_ASSIGN(const risk::Given given, given_of(arguments));
  PROBITY_ASSIGN(const std::string because, reason_of(arguments));
  std::optional<base::Day> on;
  if (arguments.has("on")) on = arguments.day("on");
  PROBITY_ASSIGN(const risk::VersionChoice chosen,
                 risk::choose_version(rules::england_wales(), *instrument, on,
                                      arguments.optional_text("version").value_or(""), because));
  PROBITY_ASSIGN(const risk::Score score, risk::score_by(*instrument, given, chosen.version));
  const ExitStatus status =
      score.outcome == risk::Outcome::not_scored ? ExitStatus::finding : ExitStatus::good;
  if (terminal.json()) {
    base::json::Value out = risk::to_json(score);
    if (chosen.another()) {
      out.set("because", base::json::Value(because));
      if (!chosen.in_force.empty()) out.set("in_force", base::json::Value(chosen.in_force));
    }
    out.set("ok", base::json::Value(score.outcome != risk::Outcome::not_scored));
    terminal.print(out);
  } else {
    print(*instrument, score, terminal);
    if (chosen.another())
      terminal.out << wrapped("Another version than the one in force (" +
                                  (chosen.in_force.empty() ? std::string("none") : chosen.in_force) +
                                  "), because: " + words(because) + ".",
                              static_cast<std::size_t>(terminal.width()), 0)
                   << "\n";
  }
  return status;
}

} // namespace

Command risk_score_command() {
  return {
      .name = "risk score",
      .group = Group::account,
      .summary = "Work out the score of a published instrument and show how it came about",
      .details =
          "Every number that was used, what it was multiplied by and what that gives, the band, what was "
          "not known and what the score means without it. Nothing is assumed: what is needed and not "
          "given is named, and there is no score. The inputs are kept nowhere. `risk instruments` lists "
          "instruments and inputs.",
      .options =
          {{.name = "instrument", .value = "NAME", .help = "ogrs3, for example", .need = Need::required},
           {.name = "set",
            .value = "NAME=VALUE",
            .help = "an input, and others likewise",
            .times = Times::repeated},
           {.name = "on",
            .value = "DAY",
            .help = "by the version in force on this day (default: the last that came into force)",
            .form = Form::day},
           {.name = "version", .value = "V", .help = "by this version of the numbers, or not at all"},
           {.name = "because", .value = "REASON", .help = "why another version than the one in force"},
           json_option},
      .examples = {"risk score --instrument ogrs3 --set sex=MALE --set date_of_birth=1991-07-17 "
                   "--set conviction_date=2021-08-05 --set followup_date=2021-12-12 --set sanctions_total=2 "
                   "--set age_at_first_sanction=21 --set offence_code=11618"},
      .run = run_risk_score};
}

} // namespace probity::program

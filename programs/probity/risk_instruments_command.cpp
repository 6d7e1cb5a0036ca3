#include <fmt/format.h>

#include "command.h"
#include "risk/instruments.h"

namespace probity::program {
namespace {

using base::json::Value;
using Align = Table::Align;

std::string_view name_of(risk::Need need) {
  switch (need) {
  case risk::Need::required:
    return "needed";
  case risk::Need::answer:
    return "answer";
  case risk::Need::optional:
    return "optional";
  }
  return {};
}

std::string level_of(const risk::Coefficient& row) {
  return std::string(row.term) + (row.from == risk::not_stepped ? "" : " from " + std::to_string(row.from));
}

Value json_of(const risk::Table& table) {
  base::json::Array rows;
  for (const risk::Coefficient& row : table.coefficients)
    rows.push_back(Value(
        base::json::Object{{"term", Value(level_of(row))}, {"value", Value(risk::number_text(row.value))}}));
  base::json::Array bands;
  for (const risk::BandFloor& floor : table.bands)
    bands.push_back(Value(base::json::Object{{"band", Value(floor.band)}, {"from", Value(floor.from)}}));
  return Value(base::json::Object{{"bands", Value(std::move(bands))},
                                  {"coefficients", Value(std::move(rows))},
                                  {"digest", Value(table.digest().hex())},
                                  {"mapping", Value(table.mapping)},
                                  {"model", Value(table.model)},
                                  {"source", Value(table.source)},
                                  {"stated_on", Value(base::to_text(table.stated_on))},
                                  {"version", Value(table.version)}});
}

Value json_of(const risk::Instrument& instrument) {
  base::json::Array inputs;
  for (const risk::InputSpec& spec : instrument.inputs)
    inputs.push_back(Value(base::json::Object{
        {"help", Value(spec.help)}, {"name", Value(spec.name)}, {"need", Value(name_of(spec.need))}}));
  base::json::Array tables;
  for (const risk::Table* table : instrument.tables)
    tables.push_back(json_of(*table));
  return Value(base::json::Object{{"cautions", Value(instrument.cautions)},
                                  {"inputs", Value(std::move(inputs))},
                                  {"name", Value(instrument.name)},
                                  {"tables", Value(std::move(tables))},
                                  {"title", Value(instrument.title)}});
}

void print(const risk::Table& table, Terminal& terminal) {
  const auto width = static_cast<std::size_t>(terminal.width());
  terminal.out << "\n"
               << wrapped("Version " + std::string(table.version) +
                              (table.model.empty() ? "" : ", " + std::string(table.model) + " model") +
                              (table.mapping.empty() ? "" : ", " + std::string(table.mapping)) +
                              ", as stated on " + base::to_text(table.stated_on) + ". " +
                              std::string(table.source) + ".",
                          width, 0)
               << "\nSHA-256 " << table.digest().hex() << "\n";
  if (!table.coefficients.empty()) {
    Table rows({{"number of", Align::left}, {"value", Align::right}});
    for (const risk::Coefficient& row : table.coefficients)
      rows.add({level_of(row), risk::number_text(row.value)});
    rows.print(terminal);
  }
  for (const risk::BandFloor& floor : table.bands)
    terminal.out << "  band " << floor.band << " from " << floor.from << "\n";
}

void print(const risk::Instrument& instrument, Terminal& terminal) {
  const auto width = static_cast<std::size_t>(terminal.width());
  terminal.out << terminal.paint(instrument.title, Tone::strong) << "\n"
               << wrapped(instrument.cautions, width, 0) << "\n\n";
  Table inputs({{"input", Align::left}, {"", Align::left}, {"what it is", Align::left}});
  for (const risk::InputSpec& spec : instrument.inputs)
    inputs.add({std::string(spec.name), std::string(name_of(spec.need)), std::string(spec.help)});
  inputs.print(terminal);
  for (const risk::Table* table : instrument.tables)
    print(*table, terminal);
}

base::Result<ExitStatus> run_risk_instruments(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("instrument")) {
    PROBITY_ASSIGN(const risk::Instrument* const instrument,
                   risk::find_instrument(arguments.text("instrument")));
    if (terminal.json()) {
      Value out = json_of(*instrument);
      out.set("ok", Value(true));
      terminal.print(out);
    } else {
      print(*instrument, terminal);
    }
    return ExitStatus::good;
  }
  if (terminal.json()) {
    base::json::Array list;
    for (const risk::Instrument& instrument : risk::instruments())
      list.push_back(
          Value(base::json::Object{{"name", Value(instrument.name)}, {"title", Value(instrument.title)}}));
    terminal.print(Value(base::json::Object{{"instruments", Value(std::move(list))}, {"ok", Value(true)}}));
    return ExitStatus::good;
  }
  Table table({{"instrument", Align::left}, {"what it says", Align::left}});
  for (const risk::Instrument& instrument : risk::instruments())
    table.add({std::string(instrument.name), std::string(instrument.title)});
  table.print(terminal);
  return ExitStatus::good;
}

} // namespace

Command risk_instruments_command() {
  return {.name = "risk instruments",
          .group = Group::account,
          .summary = "List the instruments, or show all of one: inputs, versions, every number, source",
          .details =
              "Each version of an instrument has a SHA-256 over its numbers and bands; a score names it.",
          .options = {{.name = "instrument", .value = "NAME", .help = "show all of this one"}, json_option},
          .examples = {"risk instruments", "risk instruments --instrument ogrs3"},
          .run = run_risk_instruments};
}

} // namespace probity::program

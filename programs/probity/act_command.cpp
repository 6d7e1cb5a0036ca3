#include "app/clock.h"
#include "casework/case_state.h"
#include "service/act.h"
#include "service/case_view.h"
#include "service/command_text.h"
#include "settlement_options.h"
#include "writing_options.h"

namespace probity::program {
namespace {

using base::json::Value;

void print_events(const service::Acted& acted, Terminal& terminal) {
  if (acted.had_acted) {
    terminal.out << "Done before; nothing was added.\n";
    return;
  }
  for (const Value& event : acted.events) {
    terminal.out << terminal.paint(*event.find("type")->text(), Tone::strong);
    if (const Value* from = event.find("valid")->find("from")) terminal.out << "  " << *from->text();
    if (const Value* entities = event.find("entity"))
      for (const auto& [kind, id] : *entities->object())
        terminal.out << "  " << kind << "=" << *id.text();
    terminal.out << "\n  " << base::json::write(*event.find("facts")) << "\n";
  }
}

// A record that is there may be named by its first digits; one to be opened needs its whole name.
base::Result<base::StreamId> person_of(const ledger::Ledger& ledger, const std::string& command,
                                       const std::string& digits) {
  const auto whole = base::StreamId::from_hex(digits);
  if (!service::opens_record(command)) return service::find_case(ledger, digits);
  if (!whole)
    if (auto there = service::find_case(ledger, digits)) return there;
  if (!whole)
    return base::fail(base::ErrorCode::invalid_input, "a new record needs a name of 32 hexadecimal digits",
                      "--case", "make a random one: openssl rand -hex 16");
  return *whole;
}

base::Result<ExitStatus> run_act(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(ledger::Ledger ledger, open_for_writing(arguments));
  PROBITY_ASSIGN(const app::Issuer issuer, issuer_of(arguments, ledger));
  service::TypedCommand typed;
  typed.name = arguments.text("command");
  typed.fields = arguments.all("field");
  typed.log = ledger.constants().origin;
  PROBITY_ASSIGN(typed.person, person_of(ledger, typed.name, arguments.text("case")));
  typed.given = issuer.recorded.value_or(app::now());
  if (arguments.has("on")) typed.on = arguments.day("on");
  typed.actor = issuer.actor;
  typed.role = arguments.text("role");
  if (arguments.has("id")) {
    typed.id = base::EventId::from_hex(arguments.text("id"));
    if (!typed.id)
      return base::fail(base::ErrorCode::invalid_input, "the id must be 32 lower-case hex digits", "--id");
  }
  PROBITY_ASSIGN(const timeline::Case person, service::case_for(ledger, typed.name, typed.person));
  const casework::CaseState state = casework::state_of(person, ledger.zone());
  typed.provider = arguments.has("provider") ? arguments.text("provider")
                   : state.provider.empty()  ? std::string("not_stated")
                                             : std::string(state.provider.text());
  PROBITY_ASSIGN(const auto readings, parse_readings(arguments.all("reading")));
  PROBITY_ASSIGN(const Value command, service::command_of(typed, ledger.zone()));
  PROBITY_ASSIGN(const service::Acted acted, service::act(ledger, command, readings));
  if (terminal.json()) {
    base::json::Array events;
    for (const Value& event : acted.events)
      events.push_back(event);
    terminal.print(Value(base::json::Object{
        {"events", Value(std::move(events))}, {"ok", Value(true)}, {"repeated", Value(acted.had_acted)}}));
  } else {
    print_events(acted, terminal);
  }
  return ExitStatus::good;
}

} // namespace

Command act_command() {
  return {.name = "act",
          .group = Group::record,
          .summary = "Ask casework to do something about a person, and record what follows",
          .details = "A decision turns the command into events, or refuses it and names the rule. "
                     "docs/commands.md lists the commands and their fields. What it makes has ids that come "
                     "from the command's: the same command sent twice acts once.",
          .positionals = {{.name = "command", .help = "what to do, such as appointment.record_outcome"},
                          {.name = "field",
                           .help = "field=value, and the appointment or breach it is about: appointment=ID",
                           .need = Need::optional,
                           .times = Times::repeated}},
          .options =
              {{.name = "ledger", .value = "FILE", .help = "the ledger to append to", .need = Need::required},
               {.name = "case",
                .value = "CASE",
                .help = "the person: the first digits of the case's id",
                .need = Need::required},
               operator_option,
               {.name = "role",
                .value = "ROLE",
                .help = "in which role: practitioner, enforcement_officer, administrator, …",
                .otherwise = "practitioner"},
               {.name = "provider",
                .value = "NAME",
                .help = "the body that records (default: the one that is accountable)"},
               {.name = "on",
                .value = "DAY",
                .help = "when it took place (default: the day it is recorded)",
                .form = Form::day},
               recorded_option,
               {.name = "id", .value = "ID", .help = "the command's own id, to be able to send it again"},
               {.name = "reading",
                .value = "NAME=VALUE,…",
                .help = "another reading of the rules: allocation_score, evidence_from, breach_review",
                .times = Times::repeated},
               json_option},
          .examples = {"act appointment.record_outcome appointment=1f0c… outcome=attended_complied --ledger "
                       "area.ledger --case 5d0c2f --operator 5d0c2f0e9b7a4c1885e6a1f0d2b39c47"},
          .run = run_act};
}

} // namespace probity::program

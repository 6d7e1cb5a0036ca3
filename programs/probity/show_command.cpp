#include <algorithm>

#include "app/clock.h"
#include "service/case_view.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;

std::string fields_text(const std::vector<service::ShownField>& fields) {
  std::string out;
  for (const service::ShownField& field : fields) {
    std::string name = field.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    out += (out.empty() ? "" : "; ") + name + ": " + field.value;
  }
  return out;
}

std::string by_text(const service::ShownRecord& record, const base::Zone& zone) {
  return "recorded " + zone.local_text(record.recorded) + " by " + record.provider + ", " + record.role +
         " " + record.actor.substr(0, 8) + ", " + record.channel;
}

class Printer {
 public:
  Printer(Terminal& terminal, const base::Zone& zone) : terminal_(terminal), zone_(zone) {}

  void print(const service::CaseView& view) {
    terminal_.out << terminal_.paint("Case " + view.stream.hex(), Tone::strong) << ", as known at size "
                  << view.size << " (" << base::to_text(view.known_on) << ")\n";
    for (const base::StreamId& linked : view.linked)
      terminal_.out << "  read with " << linked.hex() << ", found to be the same person\n";
    for (const service::ShownEvent& event : view.events)
      print(event);
    for (const std::string& oddity : view.oddities)
      terminal_.err << "Note: an odd correction, " << oddity << "\n";
  }

 private:
  void line(std::size_t indent, const std::string& text) {
    if (!text.empty())
      terminal_.out << wrapped(text, static_cast<std::size_t>(terminal_.width()), indent) << "\n";
  }

  void print(const service::ShownEvent& event) {
    const bool is_void = event.state == service::ShownEvent::State::voided;
    std::string head = "\n" + std::to_string(event.first.index) + "  " +
                       terminal_.paint(event.type, Tone::strong) + "  " + event.when;
    if (is_void) head += "  " + terminal_.paint("VOID", Tone::bad);
    if (event.state == service::ShownEvent::State::amended) head += "  amended";
    terminal_.out << head << "\n";
    line(4, event.meaning.empty() ? "a type that this program does not know" : event.meaning);
    line(4, fields_text(event.entities));
    line(4, fields_text(event.facts));
    line(4, by_text(event.first, zone_));
    print_parts(event.first, 4);
    if (event.corrections.empty()) return;
    if (event.state == service::ShownEvent::State::amended)
      line(4, "first written: " + event.first.when +
                  (event.first.facts.empty() ? "" : "; " + fields_text(event.first.facts)));
    for (const service::ShownCorrection& correction : event.corrections) {
      line(4, "event " + std::to_string(correction.record.index) + ": " + correction.kind + ", because " +
                  correction.reason + "; " + by_text(correction.record, zone_));
      if (correction.kind == "amend")
        line(8, "to: " + correction.record.when +
                    (correction.record.facts.empty() ? "" : "; " + fields_text(correction.record.facts)));
      print_parts(correction.record, 8);
    }
  }

  void print_parts(const service::ShownRecord& record, std::size_t indent) {
    for (const record::Flag& flag : record.flags) {
      std::string name(flag.name);
      std::replace(name.begin(), name.end(), '_', ' ');
      line(indent, "flagged " + name + ": " + flag.message);
    }
    for (const service::ShownPart& part : record.sealed)
      line(indent,
           part.state == "opened" ? "opened: " + fields_text(part.fields) : "a personal part, " + part.state);
  }

  Terminal& terminal_;
  const base::Zone& zone_;
};

base::Result<void> open_for_operator(service::CaseView& view, const ledger::Ledger& ledger,
                                     const Arguments& arguments) {
  PROBITY_ASSIGN(auto access, ledger::AccessLog::open(arguments.text("ledger"), ledger, app::now));
  return service::open_parts(view, ledger, access, arguments.text("operator"), arguments.text("reason"));
}

base::Result<ExitStatus> run_show(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("open") && !(arguments.has("reason") && arguments.has("operator")))
    return base::fail(base::ErrorCode::invalid_input,
                      "sealed parts are opened for a reason, by a named operator", "--open",
                      "give --reason TEXT and --operator NAME; each opening is logged");
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const base::StreamId stream, service::find_case(ledger, arguments.text("case")));
  PROBITY_ASSIGN(service::CaseView view, service::view_case(ledger, stream, known_as(arguments)));
  if (arguments.has("open")) PROBITY_TRY(open_for_operator(view, ledger, arguments));
  std::vector<std::string> held;
  if (arguments.has("valid-at")) held = service::held_on(view.timeline, arguments.day("valid-at"));
  if (terminal.json()) {
    Value out = service::to_json(view);
    if (arguments.has("valid-at")) {
      base::json::Array sentences;
      for (const std::string& sentence : held)
        sentences.emplace_back(sentence);
      out.set("held", Value(std::move(sentences)));
      out.set("valid_at", Value(arguments.text("valid-at")));
    }
    terminal.print(out);
    return ExitStatus::good;
  }
  Printer(terminal, ledger.zone()).print(view);
  if (arguments.has("valid-at")) {
    terminal.out << "\n" << terminal.paint("On " + arguments.text("valid-at"), Tone::strong) << "\n";
    for (const std::string& sentence : held)
      terminal.out << "  " << sentence << "\n";
  }
  return ExitStatus::good;
}

} // namespace

Command show_command() {
  return {.name = "show",
          .group = Group::record,
          .summary = "Show a case: its events, what was corrected, what held on a day",
          .details =
              "CASE is the name of its stream, 32 hex digits, or as many of the first as make it the only "
              "one. Each event is shown as it stands at that point of the known time, with its first "
              "values and corrections below. Personal parts stay sealed unless they are opened for a "
              "reason; each opening is recorded in FILE.access before the part is shown.",
          .positionals = {{.name = "case", .help = "the case, or the beginning of its name"}},
          .options =
              {ledger_option,
               as_known_option,
               {.name = "valid-at", .value = "DAY", .help = "also say what held on a day", .form = Form::day},
               {.name = "open", .help = "open the sealed parts; needs --reason and --operator"},
               {.name = "reason", .value = "TEXT", .help = "why, in a word: complaint, court_request"},
               {.name = "operator", .value = "NAME", .help = "who opens them"},
               json_option},
          .examples = {"show --ledger area.ledger d4d4",
                       "show --ledger area.ledger d4d4 --as-known 2016-03-31 --valid-at 2016-03-07",
                       "show --ledger area.ledger d4d4 --open --reason complaint --operator j.smith"},
          .run = run_show};
}

} // namespace probity::program

#include "casework/plans/plan_report.h"
#include "casework/policy.h"
#include "rules/register.h"
#include "service/case_view.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;

struct Totals {
  std::int64_t plans = 0;
  std::int64_t on_time = 0;
  std::int64_t sound = 0;
  std::int64_t on_time_not_sound = 0;
};

Totals totals_of(const std::vector<casework::ReportedPlan>& plans) {
  Totals out;
  for (const casework::ReportedPlan& one : plans) {
    const bool on_time = one.timing.word == casework::PlanTiming::Word::on_time;
    ++out.plans;
    out.on_time += on_time ? 1 : 0;
    out.sound += one.sound() ? 1 : 0;
    out.on_time_not_sound += on_time && !one.sound() ? 1 : 0;
  }
  return out;
}

Value plan_json(const casework::ReportedPlan& one) {
  base::json::Array findings;
  for (const std::string& finding : one.findings)
    findings.emplace_back(finding);
  Value out(base::json::Object{{"case", Value(one.person.hex())},
                               {"compared", one.compared ? Value(std::int64_t{*one.compared}) : Value()},
                               {"filed", Value(base::to_text(*one.plan.filed))},
                               {"findings", Value(std::move(findings))},
                               {"kind", Value(one.plan.kind.text())},
                               {"plan", Value(one.plan.id.hex())},
                               {"signed_off", Value(one.plan.signed_off)},
                               {"sound", Value(one.sound())},
                               {"timing", Value(casework::to_text(one.timing.word))}});
  if (one.timing.due) out.set("due", Value(base::to_text(*one.timing.due)));
  if (!one.plan.provider.empty()) out.set("provider", Value(one.plan.provider.text()));
  if (one.plan.content.words) out.set("words", Value(*one.plan.content.words));
  return out;
}

std::string content_text(const casework::ReportedPlan& one) {
  std::string out = one.sound() ? "sound" : "not sound:";
  for (const std::string& finding : one.findings)
    out += (out.ends_with(':') ? " " : ", ") + finding;
  if (one.sound() && !one.compared) out += ", text not here to compare";
  return out;
}

std::string timing_text(const casework::PlanTiming& timing) {
  switch (timing.word) {
  case casework::PlanTiming::Word::on_time:
    return "on time";
  case casework::PlanTiming::Word::late:
    return "late";
  case casework::PlanTiming::Word::no_clock:
    return "no clock";
  }
  return "";
}

void print_plans(const std::vector<casework::ReportedPlan>& plans, Terminal& terminal) {
  Table table({{"filed"}, {"due"}, {"in time"}, {"content"}, {"kind"}, {"case"}, {"plan"}});
  for (const casework::ReportedPlan& one : plans)
    table.add({base::to_text(*one.plan.filed), one.timing.due ? base::to_text(*one.timing.due) : "",
               timing_text(one.timing), content_text(one), std::string(one.plan.kind.text()),
               one.person.hex().substr(0, 8), one.plan.id.hex().substr(0, 8)});
  table.print(terminal);
}

base::Result<ExitStatus> run_plan_check(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  service::KnownAs known;
  if (arguments.has("on")) known.day = arguments.day("on");
  casework::PlanFilter filter;
  if (arguments.has("case")) {
    PROBITY_ASSIGN(filter.person, service::find_case(ledger, arguments.text("case")));
  }
  if (arguments.has("provider")) filter.provider = record::Symbol(arguments.text("provider"));
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy,
                 casework::policy_of(rules::england_wales(), known.day.value_or(book.known_on)));
  const std::vector<casework::ReportedPlan> plans =
      casework::report_plans(book, policy.plans, working_days, filter);
  const Totals totals = totals_of(plans);
  if (terminal.json()) {
    base::json::Array list;
    for (const casework::ReportedPlan& one : plans)
      list.push_back(plan_json(one));
    terminal.print(Value(base::json::Object{{"ok", Value(true)},
                                            {"on_time", Value(totals.on_time)},
                                            {"on_time_not_sound", Value(totals.on_time_not_sound)},
                                            {"plans", Value(std::move(list))},
                                            {"size", Value(static_cast<std::int64_t>(book.size))},
                                            {"sound", Value(totals.sound)}}));
    return ExitStatus::good;
  }
  if (plans.empty()) {
    terminal.out << "No plan is filed.\n";
    return ExitStatus::good;
  }
  print_plans(plans, terminal);
  terminal.out << totals.plans << " filed: " << totals.on_time << " on time, " << totals.sound << " sound; "
               << terminal.paint(std::to_string(totals.on_time_not_sound) + " on time and not sound",
                                 totals.on_time_not_sound > 0 ? Tone::bad : Tone::plain)
               << ".\n";
  return ExitStatus::good;
}

} // namespace

Command plan_check_command() {
  return {
      .name = "plan check",
      .group = Group::account,
      .summary = "List filed plans with two statuses: filed in time, and sound",
      .details =
          "A plan can be in time and blank. What is not sound is named: blank, boilerplate (as in many other "
          "people's plans), near_copy (of an earlier plan of the same author), needs_without_actions, "
          "dates_outside_order. Plans are compared by fingerprints, so that no text is opened. What a check "
          "found at any time stays listed.",
      .positionals = {{.name = "case",
                       .help = "one person: the first digits of the case's id",
                       .need = Need::optional}},
      .options = {ledger_option,
                  {.name = "provider",
                   .value = "NAME",
                   .help = "plans of people for whom this body answered when they were filed"},
                  {.name = "on",
                   .value = "DAY",
                   .help = "by what was known on that day (default: the last day known)",
                   .form = Form::day},
                  json_option},
      .examples = {"plan check --ledger area.ledger --provider CRC1",
                   "plan check 5d0c2f --ledger area.ledger --json"},
      .run = run_plan_check};
}

} // namespace probity::program

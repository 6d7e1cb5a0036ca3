#include "review_pack_text.h"
#include "rules/register.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_sfo_pack(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const base::StreamId person, service::find_case(ledger, arguments.text("case")));
  const base::Day on = arguments.day("on");
  service::KnownAs known;
  known.day = on - 1;
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), on));
  const casework::Workforce workforce = casework::workforce_of(book);
  const casework::Duties duties(policy, ledger.zone(), &workforce);
  PROBITY_ASSIGN(const casework::ReviewPack pack,
                 casework::review_pack(book, person, duties, policy, ledger.zone(), working_days, on));
  PROBITY_ASSIGN(const app::SinceThen since, app::since_then(ledger, person, book.size, on));
  const ShownPack shown{pack, since, person, on, book.known_on, book.size};
  if (terminal.json())
    terminal.print(to_json(shown));
  else
    print_review_pack(shown, ledger.zone(), terminal);
  return ExitStatus::good;
}

} // namespace

Command sfo_pack_command() {
  return {.name = "sfo pack",
          .group = Group::record,
          .summary = "Show a case as it was known on a morning, for the review of a serious further offence",
          .details =
              "Who held the person, of what grade and with what load; orders, contact, what was owed and "
              "overdue, judgements of harm, warnings and breaches: all by what had been recorded before "
              "the day began. What was corrected or entered later about the time before stands apart.",
          .positionals = {{.name = "case", .help = "the case, or the beginning of its name"}},
          .options = {ledger_option,
                      {.name = "on",
                       .value = "DAY",
                       .help = "the day whose morning is asked about",
                       .need = Need::required,
                       .form = Form::day},
                      json_option},
          .examples = {"sfo pack --ledger area.ledger d4d4 --on 2016-03-31"},
          .run = run_sfo_pack};
}

} // namespace probity::program

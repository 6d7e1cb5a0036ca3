#include "review_pack_text.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_sfo_pack(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const base::StreamId person, service::find_case(ledger, arguments.text("case")));
  const base::Day on = arguments.day("on");
  PROBITY_ASSIGN(service::KnownThen then, service::known_then(ledger, person, on));
  PROBITY_ASSIGN(const service::WholePack pack,
                 service::whole_pack(ledger, std::make_shared<const service::KnownThen>(std::move(then))));
  if (terminal.json())
    terminal.print(to_json(pack));
  else
    print_review_pack(pack, ledger.zone(), terminal);
  return ExitStatus::good;
}

} // namespace

Command sfo_pack_command() {
  return {.name = "sfo pack",
          .group = Group::record,
          .summary = "Show a case as it was known on a morning, for the review of a serious further offence",
          .details =
              "Who held the person, of what grade and with what load; orders, contact, what was owed and "
              "overdue, judgements of harm, plans, warnings and breaches: all by what had been recorded "
              "before the day began. What was corrected or entered later about the time before stands "
              "apart. With --json also every entry of the record as it was known then.",
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

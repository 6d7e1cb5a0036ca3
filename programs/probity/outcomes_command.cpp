#include "app/files.h"
#include "arrest_outcomes.h"
#include "outcome_options.h"
#include "pages/outcome/outcomes_page.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_outcomes(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const auto ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const timeline::Book book, [&] {
    Progress progress(terminal, "Reading", "events", ledger.size());
    return service::load_book(ledger, known_as(arguments), [&](std::uint64_t read) { progress.at(read); });
  }());
  if (arguments.text("measure") == "arrest") return run_arrests(book, arguments, terminal);
  PROBITY_ASSIGN(const outcome::ReportRequest request, report_request(arguments));
  PROBITY_ASSIGN(const outcome::Report report, outcome::report_of(book, request));
  if (arguments.has("csv")) PROBITY_TRY(app::write_file(arguments.text("csv"), outcome::report_csv(report)));
  if (arguments.has("html"))
    PROBITY_TRY(
        app::write_file(arguments.text("html"),
                        pages::outcomes_page(report, {arguments.text("ledger"), command_line(arguments)})));
  if (terminal.json()) {
    base::json::Value out = outcome::report_json(report);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
  } else {
    print_report(report, terminal);
    for (const std::string& oddity : book.oddities)
      terminal.err << "Note: an odd correction, " << oddity << "\n";
  }
  return ExitStatus::good;
}

} // namespace

Command outcomes_command() {
  return {
      .name = "outcomes",
      .group = Group::account,
      .summary = "What became of people: proven reoffending, returns to custody, arrests",
      .details =
          "Counts from the ledger, with intervals, how each figure was worked out, and what must be read "
          "with it. "
          "Writes nothing to the ledger; the same ledger size gives the same bytes. Proven reoffending takes "
          "--cohort; returns take every release in the ledger unless a cohort is named. Arrests are those of "
          "imported sources that followed people up, by the week or year after release; by arm, a trial is "
          "judged.",
      .options =
          {ledger_option,
           {.name = "measure",
            .value = "return|proven|arrest",
            .help = "what to count",
            .need = Need::required},
           {.name = "within",
            .value = "SPAN",
            .help = "the window, like 3y, 12m or 52w; 1y, or all that were followed up for arrest"},
           {.name = "cohort",
            .value = "MONTHS",
            .help = "whose index events fall in these months, like 2016-01..2016-03",
            .times = Times::repeated},
           {.name = "by",
            .value = "FACT",
            .help = "divide by provider, sex, age_band, index_kind, disposal, supervision, offence_group "
                    "or release_year; arrests by sex, age_band, offence_group or arm"},
           {.name = "proof", .value = "any|new_crime", .help = "which returns count", .otherwise = "any"},
           {.name = "index",
            .value = "KIND,…",
            .help = "index events: release, order, conviction, caution; all unless given"},
           {.name = "provider", .value = "NAME", .help = "only those this body was accountable for"},
           {.name = "baseline",
            .value = "RATE[/N]",
            .help = "compare with a rate in percent: fixed, or counted on N people"},
           {.name = "against", .value = "MONTHS", .help = "compare with another cohort"},
           {.name = "scores",
            .value = "INSTRUMENT:FORECAST",
            .help = "beside what recorded scores led one to expect, like ogrs3:one_year; @VERSION behind it "
                    "asks for one version"},
           {.name = "scores-within",
            .value = "DAYS",
            .help = "scores count that were recorded within so many days of the index day",
            .otherwise = "0"},
           {.name = "curves", .help = "also when: shares over time, with the number at risk"},
           {.name = "public", .help = "withhold figures of few people, for publication"},
           as_known_option,
           {.name = "csv", .value = "FILE", .help = "write the table as CSV too"},
           {.name = "html", .value = "FILE", .help = "write one self-contained page too"},
           json_option},
      .examples =
          {"outcomes --ledger iowa.ledger --measure return --within 3y --by release_year",
           "outcomes --ledger iowa.ledger --measure return --within 3y --by supervision --proof new_crime",
           "outcomes --ledger georgia.ledger --measure arrest --within 3y",
           "outcomes --ledger rossi.ledger --measure arrest --by arm",
           "outcomes --ledger area.ledger --measure proven --cohort 2016-01..2016-03 --by provider"},
      .run = run_outcomes};
}

} // namespace probity::program

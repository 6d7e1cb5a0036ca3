#include "app/new_folder.h"
#include "contract/record_quality.h"
#include "outcome_options.h"
#include "pages/report/report.h"

namespace probity::program {
namespace {

using outcome::CohortPeriod;
using pages::Audience;

// The outcomes of a report, or why it has none.
struct Outcomes {
  std::optional<outcome::Report> report;
  std::string none;
  std::string options;
};

// The quarter before the one that the month lies in.
CohortPeriod quarter_before(base::Month month) {
  return {month + (-((month.month() - 1) % 3) - 3), 3};
}

// The latest quarter for which proof can no longer come in time, as known; at most the latest that had ended
// by the period's end.
CohortPeriod usual_cohort(const contract::Statement& statement, const outcome::CohortRule& rule) {
  const CohortPeriod ended = quarter_before(base::month_of(statement.period.last()) + 1);
  const CohortPeriod proved =
      quarter_before(base::month_of(statement.known_on) + -(rule.window_months + rule.proof_months));
  return std::min(ended, proved,
                  [](const CohortPeriod& a, const CohortPeriod& b) { return a.first < b.first; });
}

base::Result<Outcomes> outcomes_of(const Arguments& arguments, const timeline::Book& book,
                                   const contract::Statement& statement) {
  Outcomes out;
  if (arguments.has("measure")) {
    PROBITY_ASSIGN(outcome::ReportRequest request, report_request(arguments));
    request.curves = request.cohorts.size() <= 1;
    PROBITY_ASSIGN(out.report, outcome::report_of(book, request));
    out.options = command_line(arguments) + (request.curves ? " --curves" : "");
    return out;
  }
  outcome::ReportRequest request;
  request.cohorts = {usual_cohort(statement, request.rule)};
  request.curves = true;
  if (arguments.has("public")) request.audience = outcome::Audience::publication;
  if (statement.providers.size() != 1) request.by = outcome::Grouping::provider;
  const std::string months = outcome::to_text(request.cohorts.front());
  auto counted = outcome::report_of(book, request);
  if (!counted) {
    out.none = "Outcomes were not counted: " + counted.error().message + ".";
  } else if (counted->all.counts.people == 0) {
    out.none = "Nobody in the record entered the cohort of " + months +
               " for proven reoffending. Another measure or cohort can be asked for when the report is made.";
  } else {
    out.report = std::move(*counted);
    out.options = " --measure proven --within 1y --cohort " + months + (request.by ? " --by provider" : "") +
                  " --curves" + (arguments.has("public") ? " --public" : "");
  }
  return out;
}

base::Result<ExitStatus> run_report(const Arguments& arguments, Terminal& terminal) {
  const bool publication = arguments.has("public");
  PROBITY_ASSIGN(app::NewFolder folder, app::NewFolder::open(arguments.text("out")));
  PROBITY_ASSIGN(const SettlementInput input, settlement_input(arguments, terminal));
  const std::string& period = arguments.text("period");
  PROBITY_ASSIGN(
      const contract::Settlement settlement,
      settle(input, period, [&](const contract::CellKey& key) { return key.period.text == period; }));
  const contract::RecordQuality quality = contract::record_quality(input.book, settlement);
  PROBITY_ASSIGN(const Outcomes outcomes, outcomes_of(arguments, input.book, settlement.statement));
  const pages::ReportInput report{
      settlement,
      input.contract,
      quality,
      outcomes.report ? &*outcomes.report : nullptr,
      outcomes.none,
      {arguments.text("ledger"), arguments.text("contract"), arguments.optional_text("rules").value_or("")},
      outcomes.options,
      publication ? Audience::publication : Audience::parties};
  std::uint64_t pages = 0;
  {
    Progress progress(terminal, "Writing", "pages");
    PROBITY_TRY(pages::make_report(report, [&](const std::string& name, const std::string& page) {
      progress.at(++pages);
      return folder.write(name, page);
    }));
  }
  PROBITY_TRY(folder.finish());
  const contract::Statement& statement = settlement.statement;
  if (terminal.json()) {
    using base::json::Value;
    terminal.print(Value(base::json::Object{{"due", Value(statement.due.pence)},
                                            {"folder", Value(arguments.text("out"))},
                                            {"ok", Value(true)},
                                            {"pages", Value(static_cast<std::int64_t>(pages))},
                                            {"root", Value(statement.root.hex())},
                                            {"size", Value(static_cast<std::int64_t>(statement.size))}}));
    return ExitStatus::good;
  }
  terminal.out << statement.title << ", " << statement.period.text << ": " << base::to_text(statement.due)
               << " due, " << pages << " pages.\n"
               << "Open " << arguments.text("out")
               << "/index.html in a browser; nothing in it runs or is fetched.\n";
  if (!outcomes.none.empty()) terminal.out << outcomes.none << "\n";
  return ExitStatus::good;
}

} // namespace

Command report_command() {
  return {
      .name = "report",
      .group = Group::account,
      .summary = "Write a period's report as a folder of pages: statement, service levels, outcomes, record",
      .details = "The pages stand alone: no script, nothing fetched, readable on a phone and on paper. Every "
                 "figure has its "
                 "table, its workings and the cases it was counted from. With --public, small numbers are "
                 "withheld and no case "
                 "is listed. Outcomes are those of the options of `probity outcomes`; without --measure, "
                 "proven reoffending of "
                 "the latest quarter for which proof can no longer come in time. Writes nothing to the "
                 "ledger; the same "
                 "ledger size gives the same bytes. The folder appears whole or not at all.",
      .options =
          {ledger_option,
           contract_option,
           {.name = "period", .value = "PERIOD", .help = "the period, like 2016-03", .need = Need::required},
           {.name = "out",
            .value = "DIR",
            .help = "the folder to make; it must not exist, or be empty",
            .need = Need::required},
           {.name = "public", .help = "the version for publication: small numbers withheld, no cases"},
           as_known_option,
           reading_option,
           rules_option,
           {.name = "measure", .value = "return|proven", .help = "outcomes: what to count"},
           {.name = "within",
            .value = "SPAN",
            .help = "outcomes: the window, like 3y or 12m",
            .otherwise = "1y"},
           {.name = "cohort",
            .value = "MONTHS",
            .help = "outcomes: whose index events fall in these months, like 2016-01..2016-03",
            .times = Times::repeated},
           {.name = "by",
            .value = "FACT",
            .help = "outcomes: divide by provider, sex, age_band, supervision, …"},
           {.name = "proof",
            .value = "any|new_crime",
            .help = "outcomes: which returns count",
            .otherwise = "any"},
           {.name = "index", .value = "KIND,…", .help = "outcomes: index events; all unless given"},
           {.name = "provider",
            .value = "NAME",
            .help = "outcomes: only those this body was accountable for"},
           {.name = "baseline", .value = "RATE[/N]", .help = "outcomes: compare with a rate in percent"},
           {.name = "against", .value = "MONTHS", .help = "outcomes: compare with another cohort"},
           {.name = "scores",
            .value = "INSTRUMENT:FORECAST",
            .help = "outcomes: beside what recorded scores led one to expect"},
           {.name = "scores-within",
            .value = "DAYS",
            .help = "outcomes: scores count that were recorded within so many days of the index day",
            .otherwise = "0"},
           {.name = "curves", .help = "outcomes: the curves over time are there anyway"},
           json_option},
      .examples =
          {"report --ledger area.ledger --contract contracts/crc-2015.toml --period 2016-03 --out report",
           "report --ledger area.ledger --contract contracts/crc-2015.toml --period 2016-03 --public --out "
           "published",
           "report --ledger iowa.ledger --contract contracts/iowa-per-person.toml --period 2013 --measure "
           "return "
           "--within 3y --by release_year --out iowa"},
      .run = run_report};
}

} // namespace probity::program

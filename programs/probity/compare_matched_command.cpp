#include <fmt/format.h>

#include "outcome/matched_report.h"
#include "outcome/report.h"
#include "service/book_loader.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using outcome::MatchedReport;
using outcome::Proportion;
using Align = Table::Align;

std::string percent(const Proportion& proportion) {
  return proportion.of == 0 ? "none" : fmt::format("{:.1f} %", 100 * proportion.value());
}

std::string points(double difference) {
  return fmt::format("{:+.1f}", 100 * difference);
}

base::Result<outcome::MatchedRequest> request_of(const Arguments& arguments) {
  outcome::MatchedRequest out;
  const std::string& treated = arguments.text("treated");
  const std::size_t sign = treated.find('=');
  if (sign == std::string::npos || sign == 0 || sign + 1 == treated.size())
    return base::fail(base::ErrorCode::invalid_input, "\"" + treated + "\" is not understood", "--treated",
                      "write COLUMN=VALUE, like arm=aid");
  out.column = treated.substr(0, sign);
  out.value = treated.substr(sign + 1);
  if (arguments.has("within")) out.within = static_cast<int>(arguments.integer("within"));
  out.use = arguments.all("use");
  out.leave_out = arguments.all("leave-out");
  return out;
}

void print_attrition(const MatchedReport& report, Terminal& terminal) {
  terminal.out << "\nWho is left at each step:\n";
  Table table({{"step"}, {"took part", Align::right}, {"others", Align::right}});
  for (const outcome::AttritionStep& step : report.matched.attrition)
    table.add({step.step, outcome::count_text(step.treated), outcome::count_text(step.comparison)});
  table.print(terminal);
  for (const auto& [count, why] :
       {std::pair{report.not_followed, "were not followed for so long"},
        std::pair{report.without_factors, "have nothing stated at release"},
        std::pair{report.group_not_known, "are of neither group: it is not stated"}})
    if (count > 0)
      terminal.out << "Left out before: " << outcome::count_text(count) << " people who " << why << ".\n";
}

void print_balance(const MatchedReport& report, Terminal& terminal) {
  terminal.out << "\nHow alike the groups are, in standard deviations (0.1 is the largest allowed):\n";
  Table table({{"column"},
               {"before", Align::right},
               {"after", Align::right},
               {"took part", Align::right},
               {"their pairs", Align::right}});
  for (const outcome::Balance& column : report.matched.balance)
    table.add({column.name, fmt::format("{:+.3f}", column.difference_before),
               fmt::format("{:+.3f}", column.difference_after), fmt::format("{:.3f}", column.treated_after),
               fmt::format("{:.3f}", column.comparison_after)});
  table.print(terminal);
  if (!report.matched.balanced)
    terminal.out << "The groups are not alike enough after matching, so nothing is concluded.\n";
  for (const outcome::DroppedColumn& column : report.dropped)
    terminal.out << "Not matched on: " << column.name << " (" << column.reason << ").\n";
}

void print(const MatchedReport& report, Terminal& terminal) {
  const auto width = static_cast<std::size_t>(terminal.width());
  const outcome::MatchedComparison& matched = report.matched;
  const std::string unit(outcome::name(report.unit));
  terminal.out << terminal.paint("Arrest within " + std::to_string(report.within) + " " + unit +
                                     (report.within == 1 ? "" : "s") + ": " + report.request.column + "=" +
                                     report.request.value + " beside people like them",
                                 Tone::strong)
               << "\n"
               << wrapped(report.sentence, width, 0) << "\n\n";
  Table table({{""}, {"took part", Align::right}, {"others", Align::right}, {"points", Align::right}});
  table.add({"everyone", percent(report.treated), percent(report.comparison),
             points(report.treated.value() - report.comparison.value())});
  table.add({outcome::count_text(matched.outcomes.pairs) + " pairs", percent(matched.outcomes.treated()),
             percent(matched.outcomes.comparison()), points(matched.difference.estimate)});
  table.print(terminal);
  terminal.out << wrapped(fmt::format(
                              "95 % interval of the pairs' difference {} to {} points. Under {:.1f} points "
                              "nothing is significant at this size; a true difference is found four times "
                              "in five from {:.1f} on.",
                              points(matched.difference.interval.low),
                              points(matched.difference.interval.high),
                              100 * matched.detection.critical_difference,
                              100 * matched.detection.smallest_effect),
                          width, 0)
               << "\n";
  print_attrition(report, terminal);
  print_balance(report, terminal);
  terminal.out
      << "\n"
      << wrapped(
             "People alike in what is recorded may differ in what is not, motivation above all. The result "
             "speaks of those who have a match. An arrest is no proof of an offence. How: "
             "docs/methods/outcome-statistics.md.",
             width, 0)
      << "\nLedger " << report.origin << " at size " << report.snapshot.size << ", root "
      << report.snapshot.root.hex() << (report.replayed ? ", replayed" : "") << "\n";
}

base::Result<ExitStatus> run_compare_matched(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const outcome::MatchedRequest request, request_of(arguments));
  PROBITY_ASSIGN(const auto ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const timeline::Book book, [&] {
    Progress progress(terminal, "Reading", "events", ledger.size());
    return service::load_book(ledger, known_as(arguments), [&](std::uint64_t read) { progress.at(read); });
  }());
  PROBITY_ASSIGN(const MatchedReport report, outcome::matched_report_of(book, request));
  if (terminal.json()) {
    base::json::Value out = outcome::matched_report_json(report);
    out.set("ok", base::json::Value(true));
    terminal.print(out);
  } else {
    print(report, terminal);
  }
  return ExitStatus::good;
}

} // namespace

Command compare_matched_command() {
  return {
      .name = "compare matched",
      .group = Group::account,
      .summary = "Set people of a programme or group beside those most like them, and compare arrests",
      .details =
          "Propensity scores on what was known at release, one to one within a caliper; how alike the groups "
          "were "
          "before and after, who was left out at which step, the difference with its interval, and what the "
          "comparison could have found. Columns known only afterwards are refused. It reduces, it increases, "
          "or there is not enough evidence: \"no effect\" is never concluded.",
      .options = {ledger_option,
                  {.name = "treated",
                   .value = "COLUMN=VALUE",
                   .help = "who took part: an arm of a trial (arm=aid), or a value of a column",
                   .need = Need::required},
                  {.name = "within",
                   .value = "PERIODS",
                   .help = "years, or weeks, as the source counts (all that were followed unless given)",
                   .form = Form::count},
                  {.name = "use",
                   .value = "COLUMN",
                   .help = "match on this column alone, and others given likewise",
                   .times = Times::repeated},
                  {.name = "leave-out",
                   .value = "COLUMN",
                   .help = "do not match on this column",
                   .times = Times::repeated},
                  as_known_option,
                  json_option},
      .examples = {"compare matched --ledger rossi.ledger --treated arm=aid",
                   "compare matched --ledger georgia.ledger --treated Gang_Affiliated=1 --within 1"},
      .run = run_compare_matched};
}

} // namespace probity::program

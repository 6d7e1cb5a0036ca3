#include "outcome_options.h"

#include <charconv>
#include <cmath>

namespace probity::program {
namespace {

using outcome::CohortPeriod;
using outcome::IndexKind;
using outcome::Measure;

tl::unexpected<base::Error> not_understood(std::string_view value, std::string_view option,
                                           std::string_view hint) {
  return base::fail(base::ErrorCode::invalid_input, "\"" + std::string(value) + "\" is not understood",
                    "--" + std::string(option), std::string(hint));
}

// "3y", "18m": months.
base::Result<int> months_of(const std::string& span) {
  int number = 0;
  const char* const end = span.data() + span.size();
  const auto [at, fault] = std::from_chars(span.data(), end, number);
  const bool years = at + 1 == end && *at == 'y';
  if (fault != std::errc{} || at + 1 != end || (!years && *at != 'm') || number < 1 || number > 600)
    return not_understood(span, "within", "write years or months, like 3y or 18m");
  return years ? 12 * number : number;
}

base::Result<CohortPeriod> period_of(const std::string& text) {
  const std::size_t dots = text.find("..");
  const auto first = base::parse_month(text.substr(0, dots));
  const auto last = base::parse_month(dots == std::string::npos ? text : text.substr(dots + 2));
  if (!first || !last || *last < *first)
    return not_understood(text, "cohort", "write the first and the last month, like 2016-01..2016-03");
  return CohortPeriod{*first, *last - *first + 1};
}

base::Result<std::vector<IndexKind>> kinds_of(const std::string& list) {
  std::vector<IndexKind> out;
  std::size_t from = 0;
  while (from <= list.size()) {
    const std::size_t comma = std::min(list.find(',', from), list.size());
    const std::string word = list.substr(from, comma - from);
    bool found = false;
    for (const IndexKind kind :
         {IndexKind::release, IndexKind::order, IndexKind::conviction, IndexKind::caution})
      if (outcome::name(kind) == word) {
        out.push_back(kind);
        found = true;
      }
    if (!found) return not_understood(word, "index", "known are release, order, conviction and caution");
    from = comma + 1;
  }
  return out;
}

// What is withheld says so in each cell.
std::vector<std::string> row(const outcome::Figure& figure, const outcome::Report& report) {
  const outcome::Counts& counts = figure.counts;
  const outcome::Rates all = outcome::rates(counts);
  const bool proven = report.rule.measure == Measure::proven_reoffending;
  if (figure.withheld) {
    std::vector<std::string> out(proven ? 8 : 6, "withheld");
    out[0] = outcome::words_for(figure.label);
    return out;
  }
  std::vector<std::string> out = {outcome::words_for(figure.label), outcome::count_text(counts.people),
                                  outcome::text_of(counts.reoffenders), outcome::percent_text(all.binary),
                                  outcome::percent_text(figure.interval)};
  if (proven) {
    out.push_back(outcome::text_of(counts.reoffences));
    out.push_back(all.per_reoffender ? all.per_reoffender->decimal(2) : "none");
    out.push_back(all.per_person ? (*all.per_person * base::Rational(100)).decimal(1) : "none");
  } else {
    out.push_back(outcome::count_text(figure.technical));
  }
  return out;
}

// At quarters of the window; --json has all twelve points.
void print_curves(const outcome::Curves& curves, Terminal& terminal) {
  using Align = Table::Align;
  terminal.out << "\n" << terminal.paint("What had happened first, by day", Tone::strong) << "\n";
  Table table({{"", Align::left},
               {"day", Align::right},
               {"at risk", Align::right},
               {"reoffence", Align::right},
               {"95 % interval", Align::right},
               {"technical", Align::right},
               {"custody", Align::right},
               {"death", Align::right},
               {"alone", Align::right}});
  const auto percent = [](double share) {
    return outcome::percent_text(base::Rational::of(std::llround(share * 1e6), 1'000'000));
  };
  for (const outcome::Curve& curve : curves.groups)
    for (std::size_t at = 2; at < curve.points.size(); at += 3) {
      const outcome::CurvePoint& point = curve.points[at];
      table.add({outcome::words_for(curve.label), std::to_string(point.day),
                 outcome::count_text(point.at_risk), percent(point.share[0]),
                 point.interval ? outcome::percent_text(*point.interval) : "none", percent(point.share[1]),
                 percent(point.share[2]), percent(point.share[3]), percent(point.alone)});
    }
  table.print(terminal);
}

void print_comparisons(const outcome::Report& report, Terminal& terminal) {
  if (report.comparisons.empty() && report.not_compared.empty()) return;
  const std::size_t width = static_cast<std::size_t>(terminal.width());
  terminal.out << "\n" << terminal.paint("Compared", Tone::strong) << "\n";
  for (const outcome::Comparison& comparison : report.comparisons)
    terminal.out << wrapped(comparison.sentence, width, 2) << "\n";
  if (report.frequency) terminal.out << wrapped(report.frequency->sentence, width, 2) << "\n";
  for (const std::string& reason : report.not_compared)
    terminal.out << wrapped("Not compared: " + reason + ".", width, 2) << "\n";
}

// "ogrs3:one_year" or "ogrs3:one_year@2018".
base::Result<outcome::ScoreRule> score_rule_of(const Arguments& arguments) {
  const std::string& text = arguments.text("scores");
  const std::size_t colon = text.find(':');
  const std::size_t at = std::min(text.find('@'), text.size());
  if (colon == 0 || colon == std::string::npos || colon + 1 >= at || at + 1 == text.size())
    return not_understood(text, "scores", "write INSTRUMENT:FORECAST[@VERSION], like ogrs3:one_year");
  outcome::ScoreRule out;
  out.instrument = record::Symbol(text.substr(0, colon));
  out.forecast = record::Symbol(text.substr(colon + 1, at - colon - 1));
  if (at < text.size()) out.version = record::Symbol(text.substr(at + 1));
  const std::string& days = arguments.text("scores-within");
  const char* const end = days.data() + days.size();
  const auto [read, fault] = std::from_chars(days.data(), end, out.recorded_within_days);
  if (fault != std::errc{} || read != end || out.recorded_within_days < 0 || out.recorded_within_days > 366)
    return not_understood(days, "scores-within", "write days from 0 to 366");
  return out;
}

void print_scores(const outcome::ScoreReport& scores, Terminal& terminal) {
  const std::size_t width = static_cast<std::size_t>(terminal.width());
  terminal.out << "\n"
               << terminal.paint("Beside the risk scores of the same people", Tone::strong) << "\n"
               << wrapped(scores.sentence, width, 0) << "\n";
  const std::vector<std::string> names = outcome::score_table_columns();
  std::vector<Table::Column> columns;
  for (const std::string& column : names)
    columns.push_back({column, columns.empty() ? Table::Align::left : Table::Align::right});
  Table table(columns);
  for (std::vector<std::string>& cells : outcome::score_table_rows(scores))
    table.add(std::move(cells));
  table.print(terminal);
  for (const std::string& working : scores.workings)
    terminal.out << wrapped(working, width, 2) << "\n";
}

} // namespace

base::Result<outcome::ReportRequest> report_request(const Arguments& arguments) {
  outcome::ReportRequest out;
  const std::string& measure = arguments.text("measure");
  if (measure == "return") {
    out.rule.measure = Measure::return_to_custody;
    out.rule.index = {IndexKind::release};
  } else if (measure != "proven") {
    return not_understood(measure, "measure", "known are return, proven and arrest");
  }
  PROBITY_ASSIGN(out.rule.window_months, months_of(arguments.optional_text("within").value_or("1y")));
  for (const std::string& text : arguments.all("cohort")) {
    PROBITY_ASSIGN(const CohortPeriod period, period_of(text));
    out.cohorts.push_back(period);
  }
  if (arguments.has("by")) {
    out.by = outcome::grouping_named(arguments.text("by"));
    if (!out.by)
      return not_understood(
          arguments.text("by"), "by",
          "known are provider, sex, age_band, index_kind, disposal, supervision, offence_group "
          "and release_year");
  }
  const std::string& proof = arguments.text("proof");
  if (proof == "new_crime")
    out.rule.proof = outcome::Proof::new_crime;
  else if (proof != "any")
    return not_understood(proof, "proof", "known are any and new_crime");
  if (arguments.has("index")) {
    PROBITY_ASSIGN(out.rule.index, kinds_of(arguments.text("index")));
  }
  out.rule.provider = arguments.optional_text("provider").value_or("");
  if (arguments.has("baseline")) {
    out.baseline = outcome::parse_baseline(arguments.text("baseline"));
    if (!out.baseline)
      return not_understood(
          arguments.text("baseline"), "baseline",
          "write percent, and the people it was counted on unless it is fixed: 47.5 or 47.5/1286");
  }
  if (arguments.has("against")) {
    PROBITY_ASSIGN(out.against, period_of(arguments.text("against")));
  }
  if (arguments.has("scores")) {
    PROBITY_ASSIGN(out.scores, score_rule_of(arguments));
  }
  out.curves = arguments.has("curves");
  if (arguments.has("public")) out.audience = outcome::Audience::publication;
  return out;
}

std::string command_line(const Arguments& arguments) {
  std::string out = " --measure " + arguments.text("measure") + " --within " +
                    arguments.optional_text("within").value_or("1y");
  for (const std::string& cohort : arguments.all("cohort"))
    out += " --cohort " + cohort;
  for (const std::string_view option :
       {"by", "proof", "index", "provider", "baseline", "against", "scores", "scores-within"})
    if (arguments.has(option) && (option != "proof" || arguments.text(option) != "any") &&
        (option != "scores-within" || (arguments.has("scores") && arguments.text(option) != "0")))
      out += " --" + std::string(option) + " " + arguments.text(option);
  for (const std::string_view flag : {"curves", "public"})
    if (arguments.has(flag)) out += " --" + std::string(flag);
  return out;
}

void print_report(const outcome::Report& report, Terminal& terminal) {
  const bool proven = report.rule.measure == Measure::proven_reoffending;
  const std::string status = report.status == outcome::Status::final ? "final" : "provisional";
  terminal.out << terminal.paint(report.title, Tone::strong) << ", " << status << "\n";
  const std::size_t width = static_cast<std::size_t>(terminal.width());
  std::string takeaway;
  for (const std::string& sentence : report.takeaway)
    takeaway += (takeaway.empty() ? "" : " ") + sentence;
  terminal.out << wrapped(takeaway, width, 0) << "\n\n";
  using Align = Table::Align;
  std::vector<Table::Column> columns = {{report.rows_by, Align::left},
                                        {proven ? "people" : "releases", Align::right},
                                        {proven ? "reoffended" : "returned", Align::right},
                                        {"rate", Align::right},
                                        {"95 % interval", Align::right}};
  if (proven) {
    columns.push_back({"reoffences", Align::right});
    columns.push_back({"each", Align::right});
    columns.push_back({"per 100", Align::right});
  } else {
    columns.push_back(
        {report.rule.proof == outcome::Proof::any ? "technical" : "technical, not counted", Align::right});
  }
  Table table(columns);
  for (const outcome::Figure& figure : report.figures)
    table.add(row(figure, report));
  if (!report.figures.empty()) table.add_rule();
  table.add(row(report.all, report));
  table.print(terminal);
  print_comparisons(report, terminal);
  if (report.scores) print_scores(*report.scores, terminal);
  if (report.curves) print_curves(*report.curves, terminal);
  terminal.out << "\n";
  for (const std::string& note : report.notes)
    terminal.out << wrapped(note, width, 0) << "\n";
  terminal.out << "\n" << terminal.paint("How this was worked out", Tone::strong) << "\n";
  for (const std::string& working : report.workings)
    terminal.out << wrapped(working, width, 2) << "\n";
}

} // namespace probity::program

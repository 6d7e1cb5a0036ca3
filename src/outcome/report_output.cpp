#include "outcome/report.h"

namespace probity::outcome {
namespace {

using base::json::Array;
using base::json::Value;

Value texts(const std::vector<std::string>& lines) {
  Array out;
  for (const std::string& line : lines)
    out.emplace_back(line);
  return Value(std::move(out));
}

std::string exact(const std::optional<base::Rational>& rate) {
  return rate ? rate->text() : std::string();
}

Value figure_json(const Figure& figure, Measure measure) {
  Value out;
  out.set("label", Value(figure.label));
  out.set("withheld", Value(figure.withheld));
  if (figure.withheld) return out;
  const Counts& counts = figure.counts;
  const Rates all = rates(counts);
  out.set("people", Value(counts.people));
  out.set("reoffenders", Value(counts.reoffenders.certain));
  out.set("reoffenders_possible", Value(counts.reoffenders.possible));
  out.set("rate", Value(exact(all.binary)));
  out.set("rate_percent", Value(all.binary ? percent_text(all.binary) : std::string()));
  out.set("interval_percent", Value(percent_text(figure.interval)));
  if (measure == Measure::proven_reoffending) {
    out.set("reoffences", Value(counts.reoffences.certain));
    out.set("reoffences_possible", Value(counts.reoffences.possible));
    out.set("per_reoffender", Value(exact(all.per_reoffender)));
    out.set("per_person", Value(exact(all.per_person)));
  } else {
    out.set("technical_returns", Value(figure.technical));
  }
  Value competing;
  for (const auto& [cause, count] : figure.competing)
    competing.set(name(cause), Value(count));
  out.set("competing", std::move(competing));
  return out;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string cells(const Figure& figure, const Report& report) {
  std::string out = quoted(figure.label);
  if (figure.withheld) return out + ",,,,,,,,,withheld";
  const Counts& counts = figure.counts;
  const Rates all = rates(counts);
  const auto number = [](const std::optional<base::Rational>& rate, int scale) {
    return rate ? (*rate * base::Rational(scale)).decimal(4) : std::string();
  };
  std::string interval = percent_text(figure.interval); // "32.79 to 33.94 %"
  const std::size_t to = interval.find(" to ");
  out += "," + std::to_string(counts.people) + "," + std::to_string(counts.reoffenders.certain) + "," +
         std::to_string(counts.reoffences.certain) + "," + number(all.binary, 100) + "," +
         interval.substr(0, to) + "," + interval.substr(to + 4, interval.size() - to - 6) + "," +
         number(all.per_reoffender, 1) + "," + number(all.per_person, 100) + "," +
         (report.status == Status::final ? "final" : "provisional");
  return out;
}

} // namespace

Value report_json(const Report& report) {
  Array figures;
  for (const Figure& figure : report.figures)
    figures.push_back(figure_json(figure, report.rule.measure));
  Array cohorts;
  for (const Cohort& cohort : report.cohorts)
    cohorts.emplace_back(cohort.id);
  Value excluded;
  for (const Cohort& cohort : report.cohorts)
    for (const auto& [reason, count] : cohort.excluded) {
      const Value* before = excluded.find(name(reason));
      excluded.set(name(reason), Value(count + (before == nullptr ? 0 : *before->integer())));
    }
  Value out;
  out.set("measure", Value(name(report.rule.measure)));
  out.set("proof", Value(name(report.rule.proof)));
  out.set("window_months", Value(std::int64_t{report.rule.window_months}));
  out.set("title", Value(report.title));
  out.set("rows_by", Value(report.rows_by));
  out.set("cohorts", Value(std::move(cohorts)));
  out.set("figures", Value(std::move(figures)));
  out.set("all", figure_json(report.all, report.rule.measure));
  out.set("excluded", std::move(excluded));
  out.set("status", Value(report.status == Status::final ? "final" : "provisional"));
  out.set("final_from", Value(report.final_from ? base::to_text(*report.final_from) : std::string()));
  out.set("ledger", Value(report.origin));
  out.set("replayed", Value(report.replayed));
  out.set("size", Value(static_cast<std::int64_t>(report.snapshot.size)));
  out.set("root", Value(report.snapshot.root.hex()));
  out.set("known_on", Value(base::to_text(report.snapshot.known_on)));
  out.set("snapshot", Value(report.snapshot.id()));
  out.set("takeaway", texts(report.takeaway));
  out.set("notes", texts(report.notes));
  out.set("workings", texts(report.workings));
  return out;
}

std::string report_csv(const Report& report) {
  std::string out = "group,people,reoffenders,reoffences,rate_percent,low_percent,high_percent,"
                    "reoffences_per_reoffender,reoffences_per_100_people,status\r\n";
  for (const Figure& figure : report.figures)
    out += cells(figure, report) + "\r\n";
  return out + cells(report.all, report) + "\r\n";
}

} // namespace probity::outcome

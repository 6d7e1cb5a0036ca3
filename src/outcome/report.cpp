#include "outcome/report.h"

#include <algorithm>

#include "outcome/publication.h"
#include "outcome/report_words.h"

namespace probity::outcome {
namespace {

bool is_technical(const Reoffence& reoffence) {
  static const record::Symbol violation("technical_violation");
  static const record::Symbol recall("recall");
  return reoffence.reason == violation || reoffence.reason == recall;
}

void add(Figure& figure, const Member& member) {
  const Cause first = member.first_event.cause;
  if (first != Cause::none && first != Cause::reoffence) ++figure.competing[first];
  if (first == Cause::technical_return) ++figure.technical;
  if (first == Cause::reoffence && !member.reoffences.empty() && is_technical(member.reoffences.front()))
    ++figure.technical;
}

Proportion proportion(const Counts& counts) {
  return {counts.reoffenders.certain, counts.people};
}

void finish(Figure& figure) {
  figure.interval = wilson_interval(proportion(figure.counts));
}

// Groups as people look for them: those that begin with "under" first, those without a value last.
std::tuple<int, std::string_view> place(const std::string& label) {
  if (label.starts_with("under")) return {0, label};
  if (label == "not_stated" || label == "no_accountable_body") return {2, label};
  return {1, label};
}

void withhold_small(Report& report) {
  report.all.withheld = too_small(proportion(report.all.counts));
  std::vector<Proportion> groups;
  for (const Figure& figure : report.figures)
    groups.push_back(proportion(figure.counts));
  const std::vector<bool> withheld = withheld_groups(groups);
  for (std::size_t i = 0; i < withheld.size(); ++i)
    report.figures[i].withheld = withheld[i];
}

void divide(Report& report, const Cohort& cohort) {
  std::map<std::string, Figure> groups;
  for (const auto& [stratum, counts] : cohort.strata) {
    groups[stratum].label = stratum;
    groups[stratum].counts = counts;
  }
  for (const Member& member : cohort.members)
    add(groups[member.stratum], member);
  for (auto& [stratum, figure] : groups)
    report.figures.push_back(std::move(figure));
  std::sort(report.figures.begin(), report.figures.end(),
            [](const Figure& a, const Figure& b) { return place(a.label) < place(b.label); });
}

base::Result<void> count(Report& report, const timeline::Book& book, const ReportRequest& request) {
  std::vector<std::optional<CohortPeriod>> periods(request.cohorts.begin(), request.cohorts.end());
  if (periods.empty()) periods.emplace_back();
  for (const auto& period : periods) {
    CohortRule rule = report.rule;
    rule.period = period;
    PROBITY_ASSIGN(Cohort cohort, cohort_of(book, rule));
    report.cohorts.push_back(std::move(cohort));
  }
  PROBITY_ASSIGN(report.all.counts, joined(report.cohorts));
  report.status = Status::final;
  for (const Cohort& cohort : report.cohorts) {
    if (cohort.status == Status::provisional) report.status = Status::provisional;
    if (cohort.final_from)
      report.final_from = std::max(report.final_from.value_or(*cohort.final_from), *cohort.final_from);
    for (const Member& member : cohort.members)
      add(report.all, member);
  }
  return {};
}

base::Result<void> check(const ReportRequest& request) {
  const auto refuse = [](std::string message, std::string where, std::string hint) {
    return base::fail(base::ErrorCode::invalid_input, std::move(message), std::move(where), std::move(hint));
  };
  if (request.by && request.cohorts.size() > 1)
    return refuse("several cohorts are the rows already; they are not divided by " +
                      std::string(name(*request.by)) + " too",
                  "by", "ask for one cohort divided, or several undivided");
  if (request.curves && request.cohorts.size() > 1)
    return refuse("curves are of one cohort", "curves", "name one cohort");
  if (request.against && request.cohorts.size() != 1)
    return refuse("one cohort is compared with another", "against", "name one cohort beside it");
  return {};
}

// Each row against the baseline, or the cohort against the other. What cannot be compared is said.
base::Result<void> compare_rows(Report& report, const timeline::Book& book, const ReportRequest& request) {
  if (request.baseline) {
    const auto add_row = [&](const Figure& figure) {
      if (figure.withheld) return;
      auto comparison = compare(figure.label, figure.counts, *request.baseline);
      if (comparison)
        report.comparisons.push_back(std::move(*comparison));
      else
        report.not_compared.push_back(words_for(figure.label) + ": " + comparison.error().message);
    };
    for (const Figure& figure : report.figures)
      add_row(figure);
    add_row(report.all);
  }
  if (!request.against) return {};
  CohortRule rule = report.rule;
  rule.period = request.against;
  PROBITY_ASSIGN(const Cohort against, cohort_of(book, rule));
  if (report.audience == Audience::publication &&
      (report.all.withheld || too_small(proportion(against.all)))) {
    report.not_compared.emplace_back("one of the two is withheld");
    return {};
  }
  PROBITY_ASSIGN(Comparison comparison, compare(report.cohorts.front(), against));
  report.comparisons.push_back(std::move(comparison));
  if (against.status == Status::provisional)
    report.not_compared.push_back(to_text(*request.against) + " is provisional itself");
  if (report.rule.measure != Measure::proven_reoffending) return {};
  auto frequency = compare_frequency(report.cohorts.front(), against);
  if (frequency)
    report.frequency = std::move(*frequency);
  else
    report.not_compared.push_back("frequency: " + frequency.error().message);
  return {};
}

} // namespace

base::Result<Report> report_of(const timeline::Book& book, const ReportRequest& request) {
  PROBITY_TRY(check(request));
  Report out;
  out.rule = request.rule;
  out.rule.period.reset();
  out.rule.strata.clear();
  if (request.by) out.rule.strata = {*request.by};
  out.audience = request.audience;
  out.snapshot = {book.size, book.root, book.known_on};
  out.origin = book.origin;
  out.replayed = book.replayed;
  out.all.label = "all";
  PROBITY_TRY(count(out, book, request));
  if (request.by) {
    out.rows_by = words_for(name(*request.by));
    divide(out, out.cohorts.front());
  } else if (out.cohorts.size() > 1) {
    out.rows_by = "cohort";
    for (const Cohort& cohort : out.cohorts) {
      Figure& figure = out.figures.emplace_back();
      figure.label = to_text(*cohort.rule.period);
      figure.counts = cohort.all;
      for (const Member& member : cohort.members)
        add(figure, member);
    }
  }
  for (Figure& figure : out.figures)
    finish(figure);
  finish(out.all);
  if (request.audience == Audience::publication) withhold_small(out);
  PROBITY_TRY(compare_rows(out, book, request));
  if (request.curves) {
    out.curves = curves_of(out.cohorts.front());
    std::erase_if(out.curves->groups, [&](const Curve& curve) {
      return out.all.withheld ||
             std::any_of(out.figures.begin(), out.figures.end(), [&](const Figure& figure) {
               return figure.withheld && figure.label == curve.label;
             });
    });
  }
  if (request.scores) {
    PROBITY_ASSIGN(out.scores, score_report_of(book, out, *request.scores));
  }
  put_in_words(out);
  return out;
}

} // namespace probity::outcome

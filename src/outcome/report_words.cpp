#include "outcome/report_words.h"

#include <algorithm>
#include <cmath>

namespace probity::outcome {
namespace {

bool returns(const Report& report) {
  return report.rule.measure == Measure::return_to_custody;
}

// "1 release", "26,020 releases"
std::string of(std::int64_t count, std::string_view singular, std::string_view plural) {
  return count_text(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string members(const Report& report, std::int64_t count) {
  return returns(report) ? of(count, "release", "releases") : of(count, "person", "people");
}

std::string title_of(const Report& report) {
  const std::string within = span_text(report.rule.window_months);
  if (!returns(report)) return "Proven reoffending within " + within;
  const std::string what =
      report.rule.proof == Proof::any ? "Returns to custody" : "Returns to custody for a new crime";
  return what + " within " + within + " of release";
}

std::string rate_sentence(const Report& report) {
  const Counts& all = report.all.counts;
  if (report.all.withheld) return "The figure for all is withheld: too few people.";
  if (all.people == 0) return "Nobody entered: there is nothing to measure.";
  const std::string rate = percent_text(rates(all).binary);
  const std::string interval = " (95 % interval " + percent_text(report.all.interval) + ").";
  if (returns(report))
    return rate + " of " + members(report, all.people) + " were followed by a return" +
           (report.rule.proof == Proof::new_crime ? " for a new crime" : "") + " within " +
           span_text(report.rule.window_months) + ", " + count_text(all.reoffenders.certain) + " in all" +
           interval;
  return rate + " of " + members(report, all.people) + " were proved to have reoffended, " +
         count_text(all.reoffenders.certain) + " in all" + interval;
}

std::string range_sentence(const Report& report) {
  std::vector<const Figure*> shown;
  for (const Figure& figure : report.figures)
    if (!figure.withheld && figure.counts.people >= least_people_published) shown.push_back(&figure);
  const auto lower = [](const Figure* a, const Figure* b) {
    return *rates(a->counts).binary < *rates(b->counts).binary;
  };
  if (shown.size() > 1) {
    const auto [low, high] = std::minmax_element(shown.begin(), shown.end(), lower);
    return "By " + report.rows_by + " it lay between " + percent_text(rates((*low)->counts).binary) + " (" +
           words_for((*low)->label) + ") and " + percent_text(rates((*high)->counts).binary) + " (" +
           words_for((*high)->label) + ").";
  }
  const Rates all = rates(report.all.counts);
  if (!returns(report) && all.per_reoffender && !report.all.withheld)
    return "Those who reoffended had " + all.per_reoffender->decimal(2) + " proved offences each, which is " +
           (*all.per_person * base::Rational(100)).decimal(1) + " for every 100 people.";
  return report.status == Status::final ? "The time in which it could happen is over for all of them."
                                        : "The time in which it could happen is not over for all of them.";
}

// "2,690 of the 16,135 of parole came back that way": only where the report is divided by supervision.
std::string technical_by_group(const Report& report) {
  if (report.rule.strata != std::vector{Grouping::supervision} || report.audience == Audience::publication)
    return "";
  std::string out;
  for (const Figure& figure : report.figures)
    if (figure.counts.people >= least_people_published)
      out += (out.empty() ? " Came back that way: " : "; ") + words_for(figure.label) + " " +
             count_text(figure.technical) + " of " + count_text(figure.counts.people);
  return out.empty() ? "" : out + ".";
}

void say_technical(Report& report) {
  const std::int64_t technical = report.all.technical;
  if (!returns(report) || technical == 0) return;
  const std::string why = "Counting them punishes supervision and the reporting of breaches: who was "
                          "discharged has few conditions "
                          "to break or none, and a body that reports no breach has nobody returned." +
                          technical_by_group(report);
  if (report.rule.proof == Proof::any) {
    report.notes.push_back(count_text(technical) + " of the " + text_of(report.all.counts.reoffenders) +
                           " returns were for breaking conditions of supervision, not for a new crime. " +
                           why + " Proof new_crime leaves them out.");
    return;
  }
  report.notes.push_back(
      "The " + count_text(technical) +
      " technical returns are left out of the rate and shown beside it. They follow from a decision on a "
      "broken condition, not from a new crime. " +
      why +
      " They are not dropped: who is back inside cannot return for a new crime meanwhile, so a rate without "
      "them is not the rate there would have been had nobody been returned.");
}

void say_repeats(Report& report) {
  std::int64_t imported = 0;
  for (const Cohort& cohort : report.cohorts)
    imported += cohort.imported;
  if (imported > 0)
    report.notes.push_back(
        count_text(imported) +
        " index events were imported, each as a record of its own. Which of them are of one and the same "
        "person "
        "is not known. The intervals take them for independent; repeat people make them too narrow.");
  else if (returns(report) && report.all.counts.people > 0)
    report.notes.emplace_back("Each release counts: who was released several times is in it several times.");
  if (report.cohorts.size() > 1)
    report.notes.emplace_back("One person may be in several of these cohorts, and then counts in each.");
}

void say_where_returns_happen(Report& report) {
  for (const Figure& figure : report.figures)
    if (returns_elsewhere(figure.label))
      report.notes.push_back(
          "\"" + words_for(figure.label) +
          "\" is not comparable: those supervised in another state return to custody there, "
          "and these records do not see it.");
}

// Whose window was not over when the record ends, and for whom nothing was recorded yet.
std::int64_t not_followed_to_the_end(const Report& report) {
  std::int64_t out = 0;
  for (const Cohort& cohort : report.cohorts)
    out += std::count_if(cohort.members.begin(), cohort.members.end(), [&](const Member& member) {
      return member.reoffences.empty() &&
             base::add_months(member.index_last, report.rule.window_months) > report.snapshot.known_on;
    });
  return out;
}

void say_state(Report& report) {
  if (report.status == Status::provisional)
    report.notes.push_back(
        "Provisional: what counts can still come in until " +
        (report.final_from ? base::to_text(*report.final_from) : std::string("an open day")) +
        "; the record is known to " + base::to_text(report.snapshot.known_on) + ".");
  if (const std::int64_t open = not_followed_to_the_end(report); open > 0)
    report.notes.push_back(
        members(report, open) + " of " + count_text(report.all.counts.people) +
        " had not been followed for the whole window yet, and nothing was recorded of them: the "
        "rate can only rise.");
  const Counts& all = report.all.counts;
  if (!all.reoffenders.exact() || !all.reoffences.exact())
    report.notes.push_back(
        "Some dates are known to less than the day. Rates take what surely counts; if all that "
        "is open counted too, there would be " +
        count_text(all.reoffenders.possible) + " in place of " + count_text(all.reoffenders.certain) +
        " who reoffended, and " + count_text(all.reoffences.possible) + " in place of " +
        count_text(all.reoffences.certain) + " reoffences.");
  if (report.audience == Audience::publication)
    report.notes.emplace_back(
        "Withheld: figures of fewer than 30 people, and those that show fewer than 5 who "
        "did or did not reoffend; with one such row, the next smallest too.");
}

void say_curves(Report& report) {
  if (!report.curves) return;
  std::int64_t left_out = 0;
  for (const Curve& curve : report.curves->groups)
    left_out += curve.left_out;
  report.notes.emplace_back("The curves give the share for whom each thing had happened first. Beside it "
                            "stands what it would be if "
                            "nobody were recalled, held or died and their risk were that of the others: a "
                            "comparison, no forecast.");
  if (report.curves->test) {
    const double p = report.curves->test->p_value;
    report.notes.push_back(
        "Pace while at risk, by log-rank test over the groups, competing events as censoring: chi-squared " +
        base::Rational::of(std::llround(report.curves->test->chi_squared * 100), 100).decimal(2) + " on " +
        std::to_string(report.curves->test->degrees) + " degrees, p " +
        (p < 0.0005 ? "under 0.001."
                    : "= " + base::Rational::of(std::llround(p * 1000), 1000).decimal(3) + "."));
  }
  if (left_out > 0)
    report.notes.push_back(count_text(left_out) +
                           " are not in the curves: the days to what happened are not known.");
}

// In a publication a small number is not given away by a note.
std::string number(const Report& report, std::int64_t count) {
  if (report.audience == Audience::publication && count < least_count_published) return "fewer than 5";
  return count_text(count);
}

void say_left_out(Report& report) {
  std::map<Exclusion, std::int64_t> excluded;
  for (const Cohort& cohort : report.cohorts)
    for (const auto& [reason, count] : cohort.excluded)
      excluded[reason] += count;
  for (const auto& [reason, count] : excluded)
    report.notes.push_back("Left out: " + number(report, count) + " " + std::string(words_for(reason)) + ".");
}

void work_out(Report& report) {
  const CohortRule& rule = report.rule;
  const std::string window = span_text(rule.window_months);
  if (returns(report)) {
    report.workings.emplace_back(
        "Who: every release that the record has, by the day or the year it is known to.");
    report.workings.push_back(
        "What counts: the first reception into custody afterwards, if it came within " + window +
        " of the release, the corresponding day included" +
        (rule.proof == Proof::new_crime ? ", and was for a new crime" : "") +
        ". A return recorded as so many days after the release is judged by that number.");
    report.workings.emplace_back("Rate: releases followed by such a return ÷ releases.");
  } else {
    std::string kinds;
    for (const IndexKind kind : rule.index)
      kinds += (kinds.empty() ? "" : ", ") + words_for(name(kind));
    report.workings.push_back("Who: everyone with an index event (" + kinds +
                              ") in the cohort's months, each person once, by the first.");
    report.workings.push_back("What counts: offences committed within " + window +
                              " of the index event and proved by conviction or caution within those or " +
                              span_text(rule.proof_months) +
                              " more. The day of the offence decides, not the day of the conviction.");
    report.workings.emplace_back(
        "Rates: reoffenders ÷ people; reoffences ÷ reoffenders; their product, "
        "reoffences ÷ people. They are shown together because each alone can be made to "
        "look better than it is.");
  }
  report.workings.emplace_back("Interval: Wilson's, 95 %, of the rate's chance variation alone.");
  report.workings.push_back("Computed from the ledger " + report.origin + " at size " +
                            std::to_string(report.snapshot.size) + ", root " + report.snapshot.root.hex() +
                            ". Rule: docs/methods/proven-reoffending.md.");
}

} // namespace

std::string_view words_for(Exclusion reason) {
  switch (reason) {
  case Exclusion::later_index_event:
    return "index events of people who are in the cohort by an earlier one";
  case Exclusion::index_day_not_known:
    return "index events whose dates do not say whether they lie in the cohort's months";
  case Exclusion::pseudo_reconviction:
    return "offences committed before the index event and proved after it (pseudo-reconvictions)";
  case Exclusion::committed_too_late:
    return "offences committed after the window";
  case Exclusion::proved_too_late:
    return "offences committed in the window and proved after the time for proof";
  }
  return "";
}

std::string percent_text(const std::optional<base::Rational>& rate) {
  return rate ? (*rate * base::Rational(100)).decimal(2) + " %" : "none";
}

std::string percent_text(const Interval& interval) {
  const auto hundredths = [](double value) {
    return base::Rational::of(std::llround(value * 10000), 100).decimal(2);
  };
  return hundredths(interval.low) + " to " + hundredths(interval.high) + " %";
}

std::string count_text(std::int64_t count) {
  std::string out = std::to_string(count);
  for (std::size_t at = out.size(); at > 3;) {
    at -= 3;
    out.insert(at, ",");
  }
  return out;
}

std::string text_of(const Bounded& count) {
  return count.exact() ? count_text(count.certain)
                       : count_text(count.certain) + " to " + count_text(count.possible);
}

std::string words_for(std::string_view code) {
  std::string out(code);
  if (code.size() > 3 && code[0] >= '0' && code[0] <= '9' && code[2] == '_') // an age band
    return out.substr(0, 2) + (code.ends_with("_over") ? " and over" : " to " + out.substr(3));
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string span_text(int months) {
  return months % 12 == 0 ? of(months / 12, "year", "years") : of(months, "month", "months");
}

void put_in_words(Report& report) {
  report.title = title_of(report);
  report.takeaway = {rate_sentence(report), range_sentence(report)};
  say_state(report);
  say_technical(report);
  say_repeats(report);
  say_where_returns_happen(report);
  say_curves(report);
  say_left_out(report);
  work_out(report);
}

} // namespace probity::outcome

#include "contract/explanation.h"

namespace probity::contract {
namespace {

using Baseline = OutcomeTerms::Baseline;
using From = OutcomeTerms::BaselineFrom;

std::string months(int n) {
  return std::to_string(n) + (n == 1 ? " month" : " months");
}

std::string who(const OutcomeTerms& terms) {
  std::string out =
      "Cohorts of " + months(terms.cohort_months) + " from " + base::to_text(terms.first_cohort) + "; ";
  if (terms.counted == OutcomeTerms::Counted::by_assessor)
    return out + "an assessor counts them, and the figure is an event of the contract's stream";
  std::vector<std::string> kinds;
  for (const outcome::IndexKind kind : terms.rule.index)
    kinds.emplace_back(outcome::name(kind));
  return out + "a person enters by " + join(kinds, ", ") +
         ", once a cohort, under the body accountable on that day. Linked records are " +
         (terms.rule.linked == timeline::Linked::one_person ? "one person" : "counted separately");
}

std::string when(const OutcomeTerms& terms) {
  const int until = terms.rule.window_months + terms.rule.proof_months + terms.rule.snapshot_lag_months;
  std::string out = "What is done within " + months(terms.rule.window_months) +
                    " and proved within those or " + months(terms.rule.proof_months) + " more counts";
  if (terms.counted == OutcomeTerms::Counted::by_assessor) return out + ", as the assessor finds it";
  out += ", as known " + months(until) + " after the cohort's last day";
  if (terms.restate_months > 0)
    out += "; what is recorded in the " + months(terms.restate_months) + " after that still moves it";
  if (terms.provisional_from_months)
    out += ". A provisional figure is paid from " + months(*terms.provisional_from_months) +
           " after the cohort's last day";
  return out;
}

std::string against(const OutcomeTerms& terms) {
  std::string out;
  switch (terms.baseline_from) {
  case From::contract:
    out = "a rate of " + (terms.baseline_rate * 100).decimal(2) + ", taken as " +
          (terms.baseline == Baseline::fixed
               ? std::string("exact, however old it is")
               : "found on " + std::to_string(terms.baseline_people) + ", so that it varies too");
    break;
  case From::event:
    out = std::string("the baseline that an event sets, taken as ") +
          (terms.baseline == Baseline::fixed ? "exact" : "found on its people, so that it varies too");
    break;
  case From::others:
    out = "the other bodies' people of the same months";
    break;
  case From::assessor:
    out = "the assessor's comparison group of the same time";
    break;
  }
  if (terms.adjustment == OutcomeTerms::Adjustment::strata) {
    std::vector<std::string> by;
    for (const outcome::Grouping grouping : terms.rule.strata)
      by.emplace_back(outcome::name(grouping));
    out += ", after adjusting for " + join(by, ", ") + ": what people like these did in the baseline";
  }
  if (terms.adjustment == OutcomeTerms::Adjustment::scores)
    out += ", after adjusting for the people's own scores (" + terms.score.text() + "), as recorded within " +
           std::to_string(terms.score.recorded_within_days) +
           " days of the index day; whoever has none is left out, and nothing is measured if that is more "
           "than " +
           terms.unscored_at_most.decimal(2) + " %";
  return out;
}

std::string decided(const OutcomeTerms& terms) {
  const std::string unit =
      terms.change_in == OutcomeTerms::ChangeIn::points ? " points" : " % of the baseline";
  std::string out = "It is a reduction if it is lower";
  if (terms.reduction_at_least > 0) out += " by at least " + terms.reduction_at_least.decimal(2) + unit;
  if (terms.test == OutcomeTerms::Test::z)
    out += " and z is beyond " + terms.critical.decimal(3) + ", so that chance alone would seldom do it";
  if (terms.pooled_at_least)
    out += "; or if all cohorts together are lower by at least " + terms.pooled_at_least->decimal(2) + unit;
  if (!terms.hurdle.empty()) out += ". Nothing is paid unless " + terms.hurdle + " finds a reduction too";
  return out;
}

std::string bands(const std::vector<OutcomeBand>& bands, OutcomeTerms::Per per) {
  static constexpr std::string_view units[] = {"point", "reoffender fewer than expected",
                                               "reoffence fewer than expected"};
  std::vector<std::string> texts;
  for (const OutcomeBand& band : bands)
    texts.push_back((band.beyond > 0 ? "beyond " + band.beyond.decimal(2) + " " : std::string()) +
                    to_text(band.each));
  return join(texts, ", ") + " a " + std::string(units[static_cast<std::size_t>(per)]);
}

std::string priced(const OutcomeTerms& terms) {
  std::string out;
  if (terms.stake)
    out = "All or nothing: " +
          (terms.stake->amount ? to_text(*terms.stake->amount)
                               : terms.stake->percent.decimal(2) + " % of " + terms.stake->of_fee) +
          " is lost unless the result is a reduction; just short of it loses as much as any increase";
  if (!terms.pay.empty()) out = "A reduction pays " + bands(terms.pay, terms.per);
  if (!terms.take.empty())
    out += (out.empty() ? "" : "; ") + std::string("an increase takes ") + to_text(terms.take.front().each) +
           (terms.take.size() > 1 ? ", then more," : "") + " a " +
           (terms.per == OutcomeTerms::Per::point        ? "point"
            : terms.per == OutcomeTerms::Per::reoffender ? "reoffender more than expected"
                                                         : "reoffence more than expected");
  if (terms.cap_cohort) out += "; at most " + to_text(*terms.cap_cohort) + " a cohort";
  if (terms.cap_year) out += "; at most " + to_text(*terms.cap_year) + " a year";
  if (terms.foundation)
    out += ". " + to_text(terms.foundation->amount) + " is paid in each period beforehand, and taken back " +
           (terms.foundation->recovered == OutcomeFoundation::Recovered::always ? "when the result is known"
                                                                                : "if nothing is earned");
  return out;
}

} // namespace

void explain(std::string& out, const OutcomeClause& clause) {
  const OutcomeTerms& terms = clause.terms;
  out += "  outcome " + clause.id + ": " + clause.title + "\n";
  out += "    " + who(terms) + ".\n    " + when(terms) + ".\n";
  out += "    It is about " + std::string(unit_of(terms.figure)) + ", against " + against(terms) + ".\n";
  out += "    " + decided(terms) + ".\n    " + priced(terms) + ".\n";
  for (const auto& [body, reason] : terms.not_compared)
    out += "    People of " + body + " are left out, of the comparison too: " + reason + ".\n";
  if (terms.minimum > 1)
    out += "    A cohort of fewer than " + std::to_string(terms.minimum) + " people is not measured.\n";
  out += "    It rewards " +
         (clause.rewards.empty()
              ? std::string("being lower than the baseline, whatever the cause: `probity contract "
                            "false-payment` says how often that comes by itself")
              : clause.rewards) +
         ".\n    It pays to leave undone " +
         (clause.leaves_undone.empty()
              ? std::string(terms.figure == OutcomeTerms::Figure::reoffenders
                                ? "work with those who have reoffended once: a second time costs nothing"
                                : "nothing that the file says")
              : clause.leaves_undone) +
         ".\n";
  cite(out, clause);
}

} // namespace probity::contract

#include "contract/provider_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "outcome/report.h"

namespace probity::contract {
namespace {

using outcome::count_text;

std::string number(std::int64_t count, std::string_view singular, std::string_view plural) {
  return count_text(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string made(const VerdictSums& sums, std::string_view pays, std::string_view deducts,
                 std::string_view leaves) {
  std::string out = std::string(pays) + " " + count_text(sums.count(Verdict::paid)) + ", " +
                    std::string(deducts) + " from " + count_text(sums.count(Verdict::deducted)) + " and " +
                    std::string(leaves) + " " + count_text(sums.count(Verdict::left_alone)) + " alone";
  if (const std::int64_t none = sums.count(Verdict::not_measured); none > 0)
    out += " (" + count_text(none) + " not measured)";
  return out;
}

std::int64_t judged(const VerdictSums& sums) {
  std::int64_t out = 0;
  for (const std::int64_t count : sums.of)
    out += count;
  return out;
}

bool luck_known(const ProviderVerdicts& verdicts) {
  return verdicts.clause.terms.baseline_from == OutcomeTerms::BaselineFrom::others;
}

void say_takeaway(ProviderVerdicts& out) {
  out.takeaway.push_back("Of " + number(judged(out.by_clause), "cohort", "cohorts") +
                         ", each of one body in one period, the clause " +
                         made(out.by_clause, "pays", "deducts", "leaves") + "; the rate alone would " +
                         made(out.by_rate, "pay", "deduct", "leave") + ".");
  if (luck_known(out))
    out.takeaway.push_back(
        fmt::format("If nobody's work made any difference and every body's people had one chance, luck would "
                    "bring {:.1f} "
                    "payments and {:.1f} deductions by the rate alone, and {:.1f} and {:.1f} by the clause.",
                    out.by_rate.by_luck.pays, out.by_rate.by_luck.takes, out.by_clause.by_luck.pays,
                    out.by_clause.by_luck.takes));
  else
    out.takeaway.emplace_back("How often luck or a trend pays against such a baseline, `probity contract "
                              "false-payment` says.");
}

void say_dispersion(ProviderVerdicts& out) {
  if (!out.funnel) return;
  const outcome::Overdispersion& over = out.funnel->overdispersion;
  const auto outside = std::count_if(
      out.funnel->points.begin(), out.funnel->points.end(),
      [](const outcome::FunnelPoint& point) { return point.standing != outcome::Standing::within; });
  const std::string phi = fmt::format("φ = {:.2f}", over.phi);
  if (over.present)
    out.notes.push_back(
        "The bodies differ by more than chance (" + phi +
        ", tested before anything was compared), so the funnel's limits are widened: " + count_text(outside) +
        " of " + number(static_cast<std::int64_t>(out.funnel->points.size()), "body", "bodies") +
        (out.audience == outcome::Audience::publication ? " shown" : "") + (outside == 1 ? " lies" : " lie") +
        " outside the 95 % limits then. The clause widens nothing. What it pays and takes for is any lasting "
        "difference between the bodies, and who was released to them is one.");
  else
    out.notes.push_back("The bodies differ by no more than chance (" + phi + ", tested first).");
}

void say_notes(ProviderVerdicts& out) {
  const OutcomeTerms& terms = out.clause.terms;
  if (out.audience == outcome::Audience::publication)
    out.notes.emplace_back(
        "For publication: what is made of few people, or would give it away, is withheld.");
  for (const BodyLeftOut& left : out.left_out)
    out.notes.push_back("\"" + left.body + "\" is refused, with " +
                        (left.withheld ? "few cases" : number(left.people, "case", "cases")) + ": " +
                        left.because + ".");
  if (out.without_body > 0)
    out.notes.push_back(number(out.without_body, "case", "cases") +
                        " with no accountable body are in no rate and no comparison.");
  say_dispersion(out);
  if (terms.adjustment == OutcomeTerms::Adjustment::none)
    out.notes.emplace_back("Nothing is adjusted for who was supervised: a lower rate is not better work.");
  if (terms.rule.measure == outcome::Measure::return_to_custody && terms.rule.proof == outcome::Proof::any)
    out.notes.emplace_back(
        "Returns for breaking conditions count: a body that reports breaches is charged for it.");
  if (!terms.hurdle.empty())
    out.notes.push_back("The clause pays only where " + terms.hurdle +
                        " finds a reduction too; these verdicts are of this clause by itself.");
  if (luck_known(out))
    out.notes.emplace_back(
        "Each body is compared with all the others, so that one with a high rate makes the "
        "others look low: verdicts of one cohort depend on one another.");
  if (std::any_of(out.cohorts.begin(), out.cohorts.end(),
                  [](const ProviderCohort& cohort) { return !cohort.determined; }))
    out.notes.emplace_back("Some cohorts are provisional: proof may still come in.");
}

void say_workings(ProviderVerdicts& out) {
  const OutcomeTerms& terms = out.clause.terms;
  out.workings.emplace_back(
      "Who: the people of each cohort of the clause, under the body accountable on the index "
      "day, counted as `probity settle` counts them.");
  out.workings.emplace_back(luck_known(out)
                                ? "Against whom: all other bodies' people of the same cohort together."
                                : "Against what: the clause's own baseline.");
  out.workings.emplace_back("By the rate alone: lower than the baseline is paid, higher is deducted.");
  out.workings.push_back(
      "By the clause: a change also has to pass the clause's own test and thresholds" +
      (terms.test == OutcomeTerms::Test::z ? ", z beyond " + terms.critical.decimal(2) : std::string()) +
      (terms.baseline == OutcomeTerms::Baseline::concurrent && terms.test == OutcomeTerms::Test::z
           ? ". z is the difference of counts over the square root of n/m × x(m + n − x)/(m + n), with n "
             "people of "
             "the body, m others, and x of both who count."
           : std::string(".")));
  if (luck_known(out))
    out.workings.emplace_back(
        "Luck: for each body and cohort the chance of a payment and of a deduction when "
        "both it and the others have the rate of all together: exact binomial sums over "
        "every count of both, each judged by the clause. The sum of chances is the number "
        "to be expected; that verdicts depend on one another does not change it.");
  out.workings.emplace_back(
      "All cohorts together: counts added up, one judgement. Where the rate of everyone "
      "changes from cohort to cohort, a body with more people in some of them is compared "
      "with others who had more in others.");
  out.workings.push_back("Computed from the ledger " + out.origin + " at size " +
                         std::to_string(out.snapshot.size) + ", root " + out.snapshot.root.hex() +
                         ". Rule: docs/methods/provider-verdicts.md.");
}

} // namespace

void put_in_words(ProviderVerdicts& verdicts) {
  say_takeaway(verdicts);
  say_notes(verdicts);
  say_workings(verdicts);
}

} // namespace probity::contract

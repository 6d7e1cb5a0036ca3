#include <algorithm>

#include "contract/pricing.h"
#include "contract/tally.h"

namespace probity::contract {
namespace {

using base::Money;
using base::Rational;
using outcome::CohortPeriod;
using Kind = OutcomeResult::Kind;

constexpr std::string_view stratum_prefix = "stratum:";

// Σ over bands of the part of the size that lies in each, at its price; pence.
Rational in_bands(const std::vector<OutcomeBand>& bands, const Rational& size) {
  Rational out = 0;
  for (std::size_t i = 0; i < bands.size() && size > bands[i].beyond; ++i) {
    const Rational to = i + 1 < bands.size() ? std::min(bands[i + 1].beyond, size) : size;
    out = out + (to - bands[i].beyond) * Rational(bands[i].each.pence);
  }
  return out;
}

std::string rate_text(const std::vector<OutcomeBand>& bands, OutcomeTerms::Per per) {
  static constexpr std::string_view units[] = {"point", "reoffender", "reoffence"};
  std::string out;
  for (const OutcomeBand& band : bands)
    out += (out.empty() ? "" : ", beyond " + band.beyond.decimal(2) + " ") + to_text(band.each);
  return out + " a " + std::string(units[static_cast<std::size_t>(per)]);
}

std::string_view unit_text(OutcomeTerms::Per per) {
  static constexpr std::string_view units[] = {"points", "reoffenders", "reoffences"};
  return units[static_cast<std::size_t>(per)];
}

// How much fewer (positive) or more (negative), in the unit that is priced; none where only another unit is
// known.
std::optional<Rational> fewer(const OutcomeTerms& terms, const OutcomeResult& result) {
  if (terms.per == OutcomeTerms::Per::point) {
    if (result.stated && terms.change_in == OutcomeTerms::ChangeIn::percent) return std::nullopt;
    return -result.difference;
  }
  if (result.stated) return std::nullopt;
  return result.expected_cases - result.cases;
}

void cap(Line& line, Money most, std::string_view words) {
  if (line.exact <= Rational(most.pence)) return;
  line.exact = Rational(most.pence);
  add_note(line, "cap of " + to_text(most) + std::string(words) + " reached");
}

class OutcomePricing {
 public:
  OutcomePricing(Pricing& pricing, const OutcomeClause& clause)
      : pricing_(pricing), clause_(clause), terms_(clause.terms) {}

  void price() {
    const base::Month last = pricing_.period.first_month + (pricing_.period.months - 1);
    if (terms_.foundation && terms_.cohort_of(last)) pay_foundation();
    if (const auto cohort = terms_.cohort_ending(last)) price_cohort(*cohort);
  }

 private:
  void pay_foundation() {
    Line line = pricing_.line(LineKind::foundation, clause_, "foundation");
    line.title += ", paid before the result is known";
    line.quantity = 1;
    line.unit = "instalment";
    line.rate = to_text(terms_.foundation->amount) + " a period";
    line.exact = terms_.foundation->amount.pence;
    line.restate = Restate::always;
    pricing_.account.foundations[clause_.id].push_back(
        {pricing_.period.first_month, terms_.foundation->amount, line.id});
    pricing_.add(std::move(line), terms_.rounding);
  }

  // Known, and for good, as far as the ledger's knowledge goes.
  void judge_cohort(const CohortPeriod& cohort) {
    cohort_.cohort = cohort;
    if (terms_.counted == OutcomeTerms::Counted::by_assessor &&
        pricing_.cell(clause_.id, "people") == nullptr && pricing_.cell(clause_.id, "change") == nullptr) {
      cohort_.result.reason = "the assessor has not determined it";
      return;
    }
    cohort_.result =
        judge(terms_, outcome_counts(pricing_.cells, clause_.id, pricing_.account.provider, pricing_.period));
    cohort_.determined = terms_.counted == OutcomeTerms::Counted::by_assessor ||
                         pricing_.known_on >= terms_.snapshot_day(cohort);
    payable_ = cohort_.determined || pricing_.known_on >= terms_.paid_from(cohort);
  }

  void price_cohort(const CohortPeriod& cohort) {
    judge_cohort(cohort);
    Line line = pricing_.line(LineKind::outcome, clause_, "1");
    line.title += ", cohort " + outcome::to_text(cohort);
    line.restate = Restate::always; // moves until it is determined, and then stands on its snapshot
    line.provisional = !cohort_.determined;
    line.unit = terms_.stake ? "stake" : unit_text(terms_.per);
    line.rate = terms_.stake ? "all or nothing"
                : cohort_.result.kind == Kind::increase || terms_.pay.empty()
                    ? rate_text(terms_.take, terms_.per)
                    : rate_text(terms_.pay, terms_.per);
    if (terms_.counted == OutcomeTerms::Counted::from_record && !payable_)
      line.note = "not known before " + base::to_text(terms_.paid_from(cohort)) + "; so far " +
                  cohort_.result.words(terms_);
    else
      line.note = cohort_.result.words(terms_);
    if (!cohort_.determined && payable_)
      add_note(line, "provisional until " + base::to_text(terms_.snapshot_day(cohort)));
    if (payable_) price_result(line);
    add(std::move(line));
    if (cohort_.determined) recover_foundation();
    auto& cohorts = pricing_.account.cohorts[clause_.id];
    cohorts.push_back(cohort_);
    if (terms_.pooled_at_least && terms_.last_cohort(cohort)) price_pooled(cohorts);
  }

  void price_result(Line& line) {
    if (terms_.stake) {
      price_stake(line);
      return;
    }
    if (cohort_.result.kind != Kind::reduction && cohort_.result.kind != Kind::increase) return;
    const bool reduced = cohort_.result.kind == Kind::reduction;
    const auto size = fewer(terms_, cohort_.result);
    if (!size) {
      add_note(line, "only a change is stated: nothing to price by " + std::string(unit_text(terms_.per)));
      return;
    }
    line.quantity = *size;
    if (reduced && !hurdle_met(line)) return;
    line.exact = reduced ? in_bands(terms_.pay, *size) : in_bands(terms_.take, -*size);
    cohort_.paid = reduced && line.exact > 0;
    if (terms_.cap_cohort) cap(line, *terms_.cap_cohort, " a cohort");
    if (terms_.terminate_at && !reduced && cohort_.result.difference >= *terms_.terminate_at)
      add_note(line, "an increase of " + terms_.terminate_at->decimal(2) +
                         " points or more: the authority may end the contract");
  }

  // No payment for a reduction unless the hurdle's clause found one for the same people.
  bool hurdle_met(Line& line) const {
    if (terms_.hurdle.empty()) return true;
    for (const CohortPriced& other : pricing_.account.cohorts[terms_.hurdle]) {
      if (!(other.cohort == cohort_.cohort)) continue;
      if (other.result.kind == Kind::reduction) return true;
      add_note(line,
               "not paid: the hurdle " + terms_.hurdle + " found " + std::string(to_text(other.result.kind)));
      return false;
    }
    add_note(line, "not paid: the hurdle " + terms_.hurdle + " has no result for the cohort");
    return false;
  }

  void price_stake(Line& line) const {
    Rational stake = terms_.stake->amount ? Rational(terms_.stake->amount->pence) : Rational(0);
    if (!terms_.stake->amount) {
      for (const FeeLine& fee : pricing_.account.fee_lines[terms_.stake->of_fee])
        if (cohort_.cohort.first <= fee.month) {
          stake = stake + Rational(fee.amount.pence) * terms_.stake->percent / 100;
          line.parents.push_back(fee.line);
        }
      line.rate = terms_.stake->percent.decimal(2) + " % of the fee, all or nothing";
    } else {
      line.rate = to_text(*terms_.stake->amount) + ", all or nothing";
    }
    line.quantity = 1;
    const bool lost = cohort_.result.kind == Kind::no_change || cohort_.result.kind == Kind::increase;
    line.exact = lost ? -stake : Rational(0);
    add_note(line,
             to_text(base::round_pence(stake, terms_.rounding)) + " at stake: " + (lost ? "lost" : "kept"));
  }

  void recover_foundation() {
    std::vector<FeeLine>& paid = pricing_.account.foundations[clause_.id];
    if (paid.empty()) return;
    const bool kept = terms_.foundation &&
                      terms_.foundation->recovered == OutcomeFoundation::Recovered::if_missed && cohort_.paid;
    if (!kept) {
      Line line = pricing_.line(LineKind::foundation_recovered, clause_, "foundation_recovered");
      line.title += ", foundation payment recovered";
      line.quantity = static_cast<std::int64_t>(paid.size());
      line.unit = "instalments";
      line.rate = to_text(-paid.front().amount) + " a period";
      line.restate = Restate::always;
      line.note = std::string("the cohort's result is ") + std::string(to_text(cohort_.result.kind));
      for (const FeeLine& instalment : paid) {
        line.exact = line.exact - Rational(instalment.amount.pence);
        line.parents.push_back(instalment.line);
      }
      pricing_.add(std::move(line), terms_.rounding);
    }
    paid.clear();
  }

  void price_pooled(const std::vector<CohortPriced>& cohorts) {
    Line line = pricing_.line(LineKind::outcome, clause_, "pooled");
    line.title += ", all cohorts together";
    line.restate = Restate::always;
    line.unit = unit_text(terms_.per);
    line.rate = rate_text(terms_.pay, terms_.per);
    std::vector<OutcomeResult> results;
    bool determined = true;
    Rational size = 0; // of the cohorts that their own result did not pay
    std::int64_t unpaid = 0;
    for (const CohortPriced& cohort : cohorts) {
      results.push_back(cohort.result);
      determined = determined && cohort.determined;
      if (cohort.paid) continue;
      ++unpaid;
      if (const auto fewer_here = fewer(terms_, cohort.result)) size = size + *fewer_here;
    }
    const OutcomeResult pooled = judge_pooled(terms_, results);
    line.provisional = !determined;
    line.note = determined ? pooled.words(terms_) : "not all cohorts are determined";
    add_note(line, "asked of all together: " + terms_.pooled_at_least->decimal(2) +
                       (terms_.change_in == OutcomeTerms::ChangeIn::points ? " points" : " %"));
    if (determined && pooled.kind == Kind::reduction) {
      if (unpaid == 0) add_note(line, "every cohort was paid by its own result");
      line.quantity = size;
      if (size > 0) line.exact = in_bands(terms_.pay, size);
    }
    add(std::move(line));
  }

  void add(Line line) {
    Money& year = pricing_.account.year_outcomes[clause_.id];
    if (terms_.cap_year && line.exact > 0) cap(line, *terms_.cap_year - year, " left of the year's");
    pricing_.add(std::move(line), terms_.rounding);
    const Money added = pricing_.lines.back().amount;
    if (added.pence > 0) year += added;
  }

  Pricing& pricing_;
  const OutcomeClause& clause_;
  const OutcomeTerms& terms_;
  CohortPriced cohort_;
  bool payable_ = false;
};

// The most that outcomes pay in a contract year: what is above is taken back over the period's lines in
// proportion.
void cap_year(Pricing& pricing, Money paid_before) {
  const OutcomeCap& cap = *pricing.terms.outcome_cap;
  std::vector<std::size_t> paying;
  std::vector<Money> amounts;
  Money paid;
  for (std::size_t i = 0; i < pricing.lines.size(); ++i)
    if (pricing.lines[i].kind == LineKind::outcome && pricing.lines[i].amount.pence > 0) {
      paying.push_back(i);
      amounts.push_back(pricing.lines[i].amount);
      paid += pricing.lines[i].amount;
    }
  const Money left = std::max(Money{}, cap.amount - paid_before);
  if (paid <= left) return;
  const std::vector<std::int64_t> shares = split_in_proportion(paid - left, amounts);
  for (std::size_t i = 0; i < paying.size(); ++i) {
    const std::string of = pricing.lines[paying[i]].id;
    const std::string n = of.substr(of.rfind('/') + 1);
    const std::string clause = pricing.lines[paying[i]].clause;
    Line line = pricing.line(LineKind::cap, cap, clause + (n.ends_with("pooled") ? ".pooled" : ""));
    line.title = cap.title + ": back on " + pricing.lines[paying[i]].title;
    line.quantity = 1;
    line.unit = "ceiling";
    line.rate = to_text(cap.amount) + " a contract year in all";
    line.exact = -shares[i];
    line.parents = {of};
    line.restate = Restate::always;
    line.note = "earned " + to_text(paid) + ", left of the year " + to_text(left);
    pricing.account.year_outcomes[clause] += Money{-shares[i]};
    pricing.add(std::move(line), base::Rounding::half_away_from_zero);
  }
}

} // namespace

OutcomeCounts outcome_counts(const Cells& cells, std::string_view clause, std::string_view provider,
                             const Period& period) {
  OutcomeCounts out;
  const CellKey from{std::string(clause), "", std::string(provider), period, ""};
  const auto people_of = [](const Cell& cell) { return PeopleCounts{cell.started, cell.missed, 0}; };
  const auto optional_people = [&](std::optional<PeopleCounts>& counts) -> PeopleCounts& {
    if (!counts) counts.emplace();
    return *counts;
  };
  for (auto found = cells.lower_bound(from); found != cells.end(); ++found) {
    const CellKey& key = found->first;
    if (key.clause != clause || key.provider != provider || !(key.period == period)) break;
    const Cell& cell = found->second;
    if (key.dimension == "people")
      out.cohort += people_of(cell);
    else if (key.dimension == "reoffences")
      out.cohort.reoffences += cell.met;
    else if (key.dimension == "comparison")
      optional_people(out.comparison) += people_of(cell);
    else if (key.dimension == "comparison:reoffences")
      optional_people(out.comparison).reoffences += cell.met;
    else if (key.dimension == "baseline")
      optional_people(out.baseline) += people_of(cell);
    else if (key.dimension == "baseline:reoffences")
      optional_people(out.baseline).reoffences += cell.met;
    else if (key.dimension == "change")
      out.change = cell.met;
    else if (key.dimension == unscored_dimension)
      out.unscored = cell.excluded_in_all();
    else if (key.dimension == score_dimension)
      out.score_sum = cell.met;
    else if (key.dimension == score_variance_dimension)
      out.score_variance = cell.met;
    else if (key.dimension.starts_with(stratum_prefix))
      out.strata[key.dimension.substr(stratum_prefix.size())] += people_of(cell);
  }
  return out;
}

void price_outcomes(Pricing& pricing) {
  if (pricing.terms.outcomes.empty()) return;
  for (const Line& line : pricing.lines)
    if (line.kind == LineKind::fee || line.kind == LineKind::grant)
      pricing.account.fee_lines[line.clause].push_back({pricing.period.first_month, line.amount, line.id});
  Money paid_before;
  for (const auto& [clause, paid] : pricing.account.year_outcomes)
    paid_before += paid;
  for (const OutcomeClause& clause : pricing.terms.outcomes)
    OutcomePricing(pricing, clause).price();
  if (pricing.terms.outcome_cap) cap_year(pricing, paid_before);
}

} // namespace probity::contract

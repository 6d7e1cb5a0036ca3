#include "contract/pricing.h"

#include <algorithm>
#include <numeric>

namespace probity::contract {
namespace {

using base::Money;
using base::Rational;
using base::Rounding;

Rational fee_of(const Pricing& pricing, const std::string& of_fee, Line& line) {
  const Line* fee = pricing.line_of(of_fee);
  if (fee == nullptr) return 0;
  line.parents.push_back(fee->id);
  return fee->amount.pence;
}

void count_streak(Pricing& pricing, const Deduction& deduction, const Result& result) {
  std::int64_t& failed = pricing.account.failed_in_row[deduction.id];
  std::int64_t& met = pricing.account.met_in_row[deduction.id];
  if (!result.measured) return; // a period without cases breaks no streak
  failed = result.failed ? failed + 1 : 0;
  met = result.failed ? 0 : met + 1;
}

// The fee percentage for the points below target; exact pence, negative.
void price_points(Pricing& pricing, const Deduction& deduction, const Measure& measure, const Result& result,
                  Line& line) {
  const std::int64_t points = result.failed ? (*measure.target - result.achieved).ceiling() : 0;
  line.quantity = points;
  line.unit = "points";
  line.rate = deduction.rate.decimal(2) + " % of the fee a point";
  const Rational fee = fee_of(pricing, deduction.of_fee, line);
  Rational percent = Rational(points) * deduction.rate;
  if (result.measured)
    add_note(line,
             "achieved " + result.achieved.decimal(4) + " %, target " + measure.target->decimal(2) + " %");
  if (deduction.persist_after > 0 && pricing.account.failed_in_row[deduction.id] > deduction.persist_after) {
    percent = percent * deduction.persist_factor;
    add_note(line, "failed " + std::to_string(pricing.account.failed_in_row[deduction.id]) +
                       " periods in a row: × " + deduction.persist_factor.decimal(2));
  }
  if (deduction.cap_percent && percent > *deduction.cap_percent) {
    percent = *deduction.cap_percent;
    add_note(line, "cap of " + percent.decimal(2) + " % of the fee reached");
  }
  line.exact = -(fee * percent / 100);
}

void price_missed(Pricing& pricing, const Deduction& deduction, const Measure& measure, const Cell& cell,
                  Line& line) {
  const std::int64_t missed = cell.missed + (measure.undetermined_counts ? cell.undetermined : 0);
  line.quantity = missed;
  line.unit = "cases";
  line.rate = to_text(deduction.amount) + " a case";
  line.exact = Rational(missed) * Rational(deduction.amount.pence);
  if (deduction.persist_after > 0 && pricing.account.failed_in_row[deduction.id] > deduction.persist_after) {
    line.exact = line.exact * deduction.persist_factor;
    add_note(line, "failed " + std::to_string(pricing.account.failed_in_row[deduction.id]) +
                       " periods in a row: × " + deduction.persist_factor.decimal(2));
  }
  if (deduction.cap_percent) {
    const Rational most = fee_of(pricing, deduction.of_fee, line) * *deduction.cap_percent / 100;
    if (-line.exact > most) {
      line.exact = -most;
      add_note(line, "cap of " + deduction.cap_percent->decimal(2) + " % of the fee reached");
    }
  }
}

void cap_in_money(Pricing& pricing, const Deduction& deduction, Line& line) {
  if (deduction.cap && -line.exact > Rational(deduction.cap->pence)) {
    line.exact = -Rational(deduction.cap->pence);
    add_note(line, "cap of " + to_text(*deduction.cap) + " a period reached");
  }
  if (deduction.cap_year) {
    const Money left = *deduction.cap_year - pricing.account.year_deducted[deduction.id];
    if (-line.exact > Rational(left.pence)) {
      line.exact = -Rational(left.pence);
      add_note(line, "cap of " + to_text(*deduction.cap_year) + " a year reached");
    }
  }
}

void earn_back(Pricing& pricing, const Deduction& deduction) {
  const Money last = pricing.account.last_deducted[deduction.id];
  if (deduction.earn_back_after == 0 || last.pence == 0 ||
      pricing.account.met_in_row[deduction.id] != deduction.earn_back_after)
    return;
  Line line = pricing.line(LineKind::earn_back, deduction, "earned_back");
  line.title += ", earned back";
  line.quantity = 1;
  line.unit = "deduction";
  line.rate = deduction.earn_back_share.decimal(2) + " % of the last deduction";
  line.exact = Rational(last.pence) * deduction.earn_back_share / 100;
  line.parents.push_back(pricing.account.last_deduction_line[deduction.id]);
  line.restate = deduction.restate;
  add_note(line, "target met " + std::to_string(deduction.earn_back_after) + " periods in a row");
  pricing.account.last_deducted[deduction.id] = {};
  pricing.add(line, deduction.rounding);
}

} // namespace

void price_deductions(Pricing& pricing) {
  for (const Deduction& deduction : pricing.terms.deductions) {
    const Measure& measure = *pricing.terms.measure(deduction.of);
    const Cell* found = pricing.cell(measure.id);
    const Cell cell = found == nullptr ? Cell{} : *found;
    const Result result = result_of(measure, cell);
    count_streak(pricing, deduction, result);
    Line line = pricing.line(LineKind::deduction, deduction, "1");
    line.restate = deduction.restate;
    const std::int64_t counted = cell.met + cell.missed + cell.undetermined;
    if (cell.started == 0)
      add_note(line, "no cases");
    else if (counted > 0 && counted < measure.minimum)
      add_note(line, "fewer than " + std::to_string(measure.minimum) + " cases: not measured");
    if (deduction.per == Deduction::Per::point)
      price_points(pricing, deduction, measure, result, line);
    else
      price_missed(pricing, deduction, measure, cell, line);
    cap_in_money(pricing, deduction, line);
    pricing.add(line, deduction.rounding);
    const Line& added = pricing.lines.back();
    pricing.account.year_deducted[deduction.id] += -added.amount;
    if (added.amount.pence < 0) {
      pricing.account.last_deducted[deduction.id] = -added.amount;
      pricing.account.last_deduction_line[deduction.id] = added.id;
    }
    earn_back(pricing, deduction);
  }
}

void add_note(Line& line, std::string_view text) {
  line.note += (line.note.empty() ? "" : "; ") + std::string(text);
}

std::vector<std::int64_t> split_in_proportion(Money amount, const std::vector<Money>& shares) {
  Money whole;
  for (const Money& each : shares)
    whole += each;
  std::vector<std::int64_t> out(shares.size());
  std::vector<Rational> fraction(shares.size());
  std::int64_t given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Rational exact = Rational(amount.pence) * Rational(shares[i].pence) / Rational(whole.pence);
    out[i] = exact.floor();
    fraction[i] = exact - out[i];
    given += out[i];
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return fraction[a] > fraction[b]; });
  for (std::size_t i = 0; given < amount.pence; ++i, ++given)
    ++out[order[i]];
  return out;
}

void price_cap(Pricing& pricing) {
  if (!pricing.terms.deduction_cap) return;
  const DeductionCap& cap = *pricing.terms.deduction_cap;
  std::vector<const Line*> deductions;
  Money levied;
  for (const Line& line : pricing.lines)
    if (line.kind == LineKind::deduction && line.amount.pence < 0) {
      deductions.push_back(&line);
      levied += -line.amount;
    }
  const Line* fee = pricing.line_of(cap.of_fee);
  const Money most = fee == nullptr
                         ? Money{}
                         : base::round_pence(Rational(fee->amount.pence) * cap.percent / 100, Rounding::down);
  if (levied <= most) return;
  std::vector<Money> taken;
  for (const Line* line : deductions)
    taken.push_back(-line->amount);
  const std::vector<std::int64_t> share = split_in_proportion(levied - most, taken);
  std::vector<Line> added;
  for (std::size_t i = 0; i < deductions.size(); ++i) {
    Line line = pricing.line(LineKind::cap, cap, deductions[i]->clause);
    line.title = cap.title + ": back on " + deductions[i]->title;
    line.quantity = 1;
    line.unit = "ceiling";
    line.rate = cap.percent.decimal(2) + " % of the fee in all";
    line.exact = share[i];
    line.parents = {deductions[i]->id, fee == nullptr ? std::string() : fee->id};
    std::erase(line.parents, std::string());
    line.restate = deductions[i]->restate;
    line.note = "levied " + to_text(levied) + ", ceiling " + to_text(most);
    added.push_back(std::move(line));
  }
  for (Line& line : added)
    pricing.add(std::move(line), Rounding::half_away_from_zero);
}

void price_decisions(Pricing& pricing, const std::vector<Decision>& decisions) {
  std::map<std::string, std::int64_t> left; // deduction → pence still levied
  for (const Line& line : pricing.lines) {
    if (line.kind == LineKind::deduction)
      left[line.clause] -= line.amount.pence;
    else if (line.kind == LineKind::cap)
      for (const Line& capped : pricing.lines)
        if (capped.id == line.parents.front() && capped.kind == LineKind::deduction)
          left[capped.clause] -= line.amount.pence;
  }
  for (const Decision& decision : decisions) {
    if (decision.period != pricing.period.text) continue;
    const auto deduction =
        std::find_if(pricing.terms.deductions.begin(), pricing.terms.deductions.end(),
                     [&](const Deduction& candidate) { return candidate.id == decision.clause; });
    if (deduction == pricing.terms.deductions.end() || left[decision.clause] <= 0) continue;
    const bool waived = decision.kind == Decision::Kind::waived;
    // Never more than was levied: waived + reinvested + paid = levied.
    const std::int64_t pence = std::min(decision.amount.pence, left[decision.clause]);
    left[decision.clause] -= pence;
    Line line = pricing.line(waived ? LineKind::waiver : LineKind::reinvestment, *deduction,
                             (waived ? "waived." : "reinvested.") + decision.number);
    line.title += waived ? ", waived" : ", left for reinvestment";
    line.quantity = 1;
    line.unit = "decision";
    line.rate = to_text(decision.amount) + " approved";
    line.exact = pence;
    line.authority = decision.authority;
    line.events = {decision.event};
    line.restate = Restate::always;
    line.reason = decision.reason;
    if (pence < decision.amount.pence) line.note = "no more than was levied";
    if (const Line* parent = pricing.line_of(decision.clause)) line.parents.push_back(parent->id);
    pricing.add(std::move(line), Rounding::half_away_from_zero);
  }
}

} // namespace probity::contract

#include "contract/pricing.h"

#include <algorithm>

namespace probity::contract {
namespace {

using base::Money;
using base::Rational;

// Pence for a whole contract year under the terms in force in this period; each step of indexation is rounded
// to the penny, then the discount is taken exactly.
Rational annual_pence(const Fee& fee, const Terms& terms, const Period& period) {
  Rational pence = fee.amount.pence;
  const base::Day year_begins = terms.year_of(period).first();
  for (const DatedPercent& step : fee.indexation)
    if (step.from <= year_begins)
      pence = Rational(base::round_pence(pence * (Rational(100) + step.percent) / 100, fee.rounding).pence);
  if (!fee.discounts.empty()) {
    const auto year = static_cast<std::size_t>(terms.year_number(period) - 1);
    pence = pence * (Rational(100) - fee.discounts[std::min(year, fee.discounts.size() - 1)]) / 100;
  }
  return pence;
}

void price_annual(Pricing& pricing, const Fee& fee) {
  const int instalments = pricing.terms.periods_a_year();
  const Rational exact = annual_pence(fee, pricing.terms, pricing.period) / instalments;
  Rational& year_exact = pricing.account.year_exact[fee.id];
  std::vector<Money>& year_lines = pricing.account.year_lines[fee.id];
  year_exact = year_exact + exact;
  Line line = pricing.line(fee.kind == Fee::Kind::grant ? LineKind::grant : LineKind::fee, fee, "1");
  line.quantity = 1;
  line.unit = "instalment";
  line.rate = "1/" + std::to_string(instalments) + " of the year's " + to_text(fee.amount);
  line.restate = fee.restate;
  line.exact = exact;
  if (instalments > 1 && pricing.terms.last_of_year(pricing.period)) {
    Money paid;
    for (const Money& earlier : year_lines)
      paid += earlier;
    line.exact = Rational(base::round_pence(year_exact, fee.rounding).pence - paid.pence);
    line.note = "the remainder, so that the year sums exactly";
  }
  pricing.add(line, fee.rounding);
  year_lines.push_back(pricing.lines.back().amount);
}

// How far beyond the tolerance the ratio lies, each stretch at its share.
Rational priced_distance(const Fee& fee, const Rational& distance) {
  Rational out = 0;
  for (std::size_t i = 0; i < fee.steps.size(); ++i) {
    if (distance <= fee.steps[i].from) break;
    const Rational to = i + 1 < fee.steps.size() ? std::min(fee.steps[i + 1].from, distance) : distance;
    out = out + (to - fee.steps[i].from) * fee.steps[i].share;
  }
  return out;
}

void price_volume(Pricing& pricing, const Fee& fee) {
  auto& starts = pricing.account.year_starts[fee.id];
  for (const auto& [dimension, cell] : pricing.cells_of(fee.id))
    starts[dimension] += cell->met;
  if (!pricing.terms.last_of_year(pricing.period)) return;
  const auto annual = std::find_if(pricing.fees.begin(), pricing.fees.end(),
                                   [&](const Fee* candidate) { return candidate->id == fee.of_fee; });
  Rational volume = 0;
  for (const auto& [dimension, count] : starts)
    if (const auto weight = fee.weights.find(dimension); weight != fee.weights.end())
      volume = volume + Rational(count) * weight->second;
  const Rational ratio = volume / fee.baseline;
  Rational distance = 0;
  Rational sign = 1;
  if (ratio < Rational(1) - fee.tolerance) {
    distance = Rational(1) - fee.tolerance - ratio;
    sign = -1;
  } else if (ratio > Rational(1) + fee.tolerance) {
    distance = ratio - Rational(1) - fee.tolerance;
  }
  const Rational year = pricing.account.year_exact[(*annual)->id];
  Line line = pricing.line(LineKind::volume_adjustment, fee, "1");
  line.quantity = volume;
  line.unit = "weighted starts";
  line.rate = fee.variable_share.decimal(4) + " of the year's fee, beyond ±" +
              (fee.tolerance * 100).decimal(2) + " % of " + fee.baseline.decimal(2);
  line.restate = fee.restate;
  line.exact = year * fee.variable_share * sign * priced_distance(fee, distance);
  line.note = distance == 0 ? "inside the tolerance" : "ratio " + ratio.decimal(6);
  const Rational whole = year + line.exact;
  const std::optional<Money>& floor = (*annual)->floor;
  const std::optional<Money>& ceiling = (*annual)->ceiling;
  if (floor && whole < Rational(floor->pence)) {
    line.exact = Rational(floor->pence) - year;
    line.note += "; floor of " + to_text(*floor) + " a year";
  } else if (ceiling && whole > Rational(ceiling->pence)) {
    line.exact = Rational(ceiling->pence) - year;
    line.note += "; ceiling of " + to_text(*ceiling) + " a year";
  }
  if (const Line* parent = pricing.line_of(fee.of_fee)) line.parents.push_back(parent->id);
  pricing.add(line, fee.rounding);
}

void price_people(Pricing& pricing, const Fee& fee) {
  const Cell* cell = pricing.cell(fee.id);
  const std::int64_t people = cell == nullptr ? 0 : cell->met;
  Line line = pricing.line(LineKind::fee, fee, "1");
  line.quantity = people;
  line.unit = "people";
  line.restate = fee.restate;
  if (fee.fixed.pence != 0) {
    line.exact = Rational(fee.fixed.pence);
    line.rate = to_text(fee.fixed) + " however many";
  }
  std::int64_t below = 0;
  for (const Band& band : fee.bands) {
    const std::int64_t top = band.up_to ? std::min(*band.up_to, people) : people;
    if (top > below) line.exact = line.exact + Rational(top - below) * Rational(band.amount.pence);
    below = std::max(below, top);
    line.rate += (line.rate.empty()             ? ""
                  : &band == &fee.bands.front() ? ", and "
                                                : ", then ") +
                 to_text(band.amount) + " a person";
  }
  if (people == 0) line.note = "no people";
  if (fee.floor && line.exact < Rational(fee.floor->pence)) {
    line.exact = Rational(fee.floor->pence);
    line.note = "floor of " + to_text(*fee.floor);
  } else if (fee.ceiling && line.exact > Rational(fee.ceiling->pence)) {
    line.exact = Rational(fee.ceiling->pence);
    line.note = "ceiling of " + to_text(*fee.ceiling);
  }
  pricing.add(line, fee.rounding);
}

} // namespace

void price_fees(Pricing& pricing) {
  for (const Fee* fee : pricing.fees)
    switch (fee->kind) {
    case Fee::Kind::annual:
    case Fee::Kind::grant:
      price_annual(pricing, *fee);
      break;
    case Fee::Kind::per_person:
      price_people(pricing, *fee);
      break;
    case Fee::Kind::weighted_volume:
      break;
    }
  // After the year's instalments, which it adjusts.
  for (const Fee* fee : pricing.fees)
    if (fee->kind == Fee::Kind::weighted_volume) price_volume(pricing, *fee);
}

void price_unit_payments(Pricing& pricing) {
  for (const UnitPayment& clause : pricing.terms.unit_payments)
    for (const auto& [dimension, cell] : pricing.cells_of(clause.id)) {
      const std::size_t slash = dimension.find('/');
      const std::string group = dimension.substr(0, slash);
      const std::string what = slash == std::string::npos ? "" : dimension.substr(slash + 1);
      const auto tariff = clause.groups.find(group);
      Money each;
      if (tariff != clause.groups.end())
        each = what == "attachment" ? tariff->second.attachment
               : what == "outcome"  ? tariff->second.outcome
                                    : tariff->second.sustained;
      Line line = pricing.line(LineKind::unit_payment, clause, group + "." + what);
      line.dimension = dimension;
      line.title += ": group " + group + ", " + what;
      line.quantity = cell->met;
      line.unit = "claims";
      line.rate = to_text(each) + " a claim";
      line.restate = clause.restate;
      line.exact = Rational(cell->met) * Rational(each.pence);
      pricing.add(line, clause.rounding);
      // A refused claim is a line of its own at nothing, with the reason: never an absence.
      for (const auto& [reason, count] : cell->excluded) {
        Line refused =
            pricing.line(LineKind::unit_payment, clause, group + "." + what + ".refused." + reason);
        refused.dimension = dimension;
        refused.title = line.title + ", refused";
        refused.quantity = count;
        refused.unit = "claims";
        refused.rate = "£0.00 a claim";
        refused.reason = reason;
        refused.restate = clause.restate;
        pricing.add(refused, clause.rounding);
      }
    }
}

void price_monitoring(Pricing& pricing) {
  for (const Monitoring& clause : pricing.terms.monitoring) {
    const Cell* cell = pricing.cell(clause.id);
    const std::int64_t days = cell == nullptr ? 0 : cell->met;
    Line line = pricing.line(LineKind::monitoring, clause, "1");
    line.quantity = days;
    line.unit = "person-days";
    line.rate = to_text(clause.amount) + " a person-day";
    line.restate = clause.restate;
    line.exact = Rational(days) * Rational(clause.amount.pence);
    if (cell != nullptr)
      for (const auto& [reason, count] : cell->excluded)
        line.note += (line.note.empty() ? "refused: " : ", ") + std::to_string(count) + " " + reason;
    pricing.add(line, clause.rounding);
  }
}

} // namespace probity::contract

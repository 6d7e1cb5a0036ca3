// Laws of pricing over random cells and terms: no ledger, only counts and money.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "contract/price.h"

namespace probity::contract {
namespace {

using base::Money;

constexpr std::string_view roundings[] = {"half_away_from_zero", "half_even", "down", "up"};

std::string any_rounding() {
  return std::string(roundings[*rc::gen::inRange<std::size_t>(0, std::size(roundings))]);
}
std::string any_pounds(std::int64_t least, std::int64_t most) {
  return base::to_text(Money{*rc::gen::inRange<std::int64_t>(least, most)});
}

std::string annual_fee(const std::string& more) {
  return "schema = 1\nid = \"law\"\nzone = \"Europe/London\"\nauthority = \"A\"\nprovider = \"CRC1\"\n"
         "term = { from = \"2015-04-01\", to = \"2018-03-31\" }\nperiods = { unit = \"month\" }\n"
         "[[fee]]\nid = \"fee\"\nsource = \"law\"\nkind = \"annual\"\nrestate = \"until_final\"\n" +
         more;
}

std::string measure_and_deduction(const std::string& name, const std::string& amount) {
  return "[[measure]]\nid = \"of_" + name +
         "\"\nsource = \"law\"\none_clock_per = \"custody\"\n"
         "start = { event = \"custody.received\", at = \"valid\" }\n"
         "stop = { event = \"plan.filed\", at = \"recorded\" }\nlimit = { n = 5, unit = \"business_day\" }\n"
         "period_of = \"due\"\nowner_on = \"due\"\nschedule = \"last\"\ncalendar_known = \"start\"\n"
         "linked = \"one_person\"\nexclude = []\nzero_cases = \"not_measured\"\namended = "
         "\"first_recorded\"\n"
         "imported = \"excluded\"\n[[deduction]]\nid = \"" +
         name + "\"\nsource = \"law\"\nof = \"of_" + name + "\"\nper = \"missed\"\namount = \"" + amount +
         "\"\nrounding = \"half_away_from_zero\"\nrestate = \"until_final\"\n";
}

Contract parsed(const std::string& text) {
  auto contract = Contract::parse(text, "law.toml");
  if (!contract) RC_FAIL(contract.error().text());
  return std::move(*contract);
}

std::vector<Line> priced(const Contract& contract, const Cells& cells, std::string_view last,
                         const std::vector<Decision>& decisions = {}) {
  return price(cells, contract, decisions, *base::parse_day("2030-01-01"), *contract.terms().period(last));
}

RC_GTEST_PROP(PricingLaws, AYearOfInstalmentsSumsToTheYear, ()) {
  const std::int64_t pence = *rc::gen::inRange<std::int64_t>(0, 100'000'000'000);
  const std::int64_t discount = *rc::gen::inRange<std::int64_t>(0, 101);
  const std::string rounding = any_rounding();
  const Contract contract =
      parsed(annual_fee("amount = \"" + base::to_text(Money{pence}) + "\"\nrounding = \"" + rounding +
                        "\"\ndiscounts = [\"0\", \"" + std::to_string(discount) + "\"]\n"));
  Money first;
  Money second;
  for (const Line& line : priced(contract, {}, "2017-03"))
    (line.period < *contract.terms().period("2016-04") ? first : second) += line.amount;
  RC_ASSERT(first == Money{pence});
  RC_ASSERT(second == base::round_pence(base::Rational(pence) * (100 - discount) / 100,
                                        *base::parse_rounding(rounding)));
}

struct Deducted {
  std::string text;
  Cells cells;
  std::vector<std::string> names;
};

// Up to four deductions with their missed cases in one month.
Deducted any_deductions() {
  Deducted out;
  const auto count = *rc::gen::inRange(1, 5);
  for (int i = 0; i < count; ++i) {
    const std::string name = "d" + std::to_string(i);
    out.names.push_back(name);
    out.text += measure_and_deduction(name, any_pounds(-50'000, 0));
    Cell& cell = out.cells[{"of_" + name,
                            "as_written",
                            "CRC1",
                            {base::month_of(*base::parse_day("2016-03-01")), 1, "2016-03"},
                            ""}];
    cell.add(duty::State::missed, "", *rc::gen::inRange<std::int64_t>(0, 20));
    cell.add(duty::State::met, "", *rc::gen::inRange<std::int64_t>(0, 20));
  }
  return out;
}

RC_GTEST_PROP(PricingLaws, WhatTheCeilingGivesBackSumsToIt, ()) {
  const Deducted deducted = any_deductions();
  const std::int64_t percent = *rc::gen::inRange<std::int64_t>(0, 101);
  const Contract contract = parsed(
      annual_fee("rounding = \"half_away_from_zero\"\namount = \"" + any_pounds(0, 10'000'000) + "\"\n" +
                 deducted.text + "[deduction_cap]\nsource = \"law\"\nof_fee = \"fee\"\npercent = \"" +
                 std::to_string(percent) + "\"\n"));
  Money fee;
  std::map<std::string, Money> taken;
  std::map<std::string, Money> back;
  for (const Line& line : priced(contract, deducted.cells, "2016-03")) {
    if (line.period.text != "2016-03") continue;
    if (line.kind == LineKind::fee) fee = line.amount;
    if (line.kind == LineKind::deduction) taken[line.clause] = -line.amount;
    if (line.kind == LineKind::cap) back[line.id.substr(line.id.rfind('/') + 1)] = line.amount;
  }
  Money levied;
  Money given_back;
  for (const auto& [name, amount] : taken)
    levied += amount;
  for (const auto& [name, amount] : back) {
    given_back += amount;
    RC_ASSERT(amount >= Money{});
    RC_ASSERT(amount <= taken[name]);
  }
  const Money ceiling = base::round_pence(base::Rational(fee.pence) * percent / 100, base::Rounding::down);
  RC_ASSERT(levied - given_back == std::min(levied, ceiling));
}

RC_GTEST_PROP(PricingLaws, WaivedAndReinvestedAndPaidAreWhatWasLevied, ()) {
  const Deducted deducted = any_deductions();
  const bool capped = *rc::gen::arbitrary<bool>();
  const Contract contract = parsed(annual_fee(
      "rounding = \"half_away_from_zero\"\namount = \"" + any_pounds(0, 10'000'000) + "\"\n" + deducted.text +
      (capped ? "[deduction_cap]\nsource = \"law\"\nof_fee = \"fee\"\npercent = \"10\"\n" : "")));
  std::vector<Decision> decisions;
  std::map<std::string, Money> approved;
  const auto count = *rc::gen::inRange(0, 6);
  for (int i = 0; i < count; ++i) {
    Decision decision;
    decision.kind = *rc::gen::arbitrary<bool>() ? Decision::Kind::waived : Decision::Kind::reinvested;
    decision.clause = *rc::gen::elementOf(deducted.names);
    decision.period = "2016-03";
    decision.amount = {*rc::gen::inRange<std::int64_t>(1, 500'000)};
    approved[decision.clause] += decision.amount;
    decisions.push_back(decision);
  }
  std::map<std::string, Money> levied;
  std::map<std::string, Money> let_off;
  for (const Line& line : priced(contract, deducted.cells, "2016-03", decisions)) {
    if (line.period.text != "2016-03") continue;
    if (line.kind == LineKind::deduction) levied[line.clause] += -line.amount;
    if (line.kind == LineKind::cap) levied[line.id.substr(line.id.rfind('/') + 1)] += -line.amount;
    if (line.kind == LineKind::waiver || line.kind == LineKind::reinvestment)
      let_off[line.clause] += line.amount;
  }
  // What is paid is the rest, and so never less than nothing.
  for (const auto& [name, amount] : levied)
    RC_ASSERT(let_off[name] == std::min(approved[name], amount));
}

} // namespace
} // namespace probity::contract

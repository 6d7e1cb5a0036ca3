#include "contract/outcome_price_reader.h"

#include "contract/clause_tables.h"

namespace probity::contract {
namespace {

using base::json::Value;
using Figure = OutcomeTerms::Figure;

std::vector<OutcomeBand> read_bands(ClauseReader& reader, int sign) {
  std::vector<OutcomeBand> out;
  if (reader.has("bands")) {
    const Value* list = reader.get("bands");
    if (list->array() == nullptr) {
      reader.fault("bands", "must be a list of tables");
      return out;
    }
    for (const Value& item : *list->array()) {
      ClauseReader band(item, reader.where() + " bands", reader.faults());
      out.push_back({band.decimal("beyond", "from which distance"), band.money("each", "what one is worth")});
      band.finish();
    }
    for (std::size_t i = 0; i < out.size(); ++i)
      if (i == 0 ? out[i].beyond != 0 : out[i].beyond <= out[i - 1].beyond)
        reader.fault("bands", "must begin beyond 0 and rise");
  } else {
    out.push_back({0, reader.money("each", "what a point, reoffender or reoffence is worth")});
  }
  if (out.empty()) reader.fault("bands", "has no band");
  for (const OutcomeBand& band : out)
    if (band.each.pence * sign < 0)
      reader.fault(reader.has("bands") ? "bands" : "each",
                   sign > 0 ? "must not be negative: it is paid to the provider"
                            : "must not be positive: it is taken from the provider");
  return out;
}

void read_per(ClauseReader& reader, OutcomeTerms& out) {
  out.per = static_cast<OutcomeTerms::Per>(
      reader.choice("per", {"point", "reoffender", "reoffence"}, "the unit that is priced"));
  if ((out.per == OutcomeTerms::Per::reoffender && out.figure != Figure::reoffenders) ||
      (out.per == OutcomeTerms::Per::reoffence && out.figure == Figure::reoffenders))
    reader.fault("per", "prices what the figure " + std::string(to_text(out.figure)) + " does not count");
}

} // namespace

void read_outcome_price(ClauseReader& clause, OutcomeTerms& out) {
  const bool pays = optional_table(clause, "pay", [&](ClauseReader& reader) {
    read_per(reader, out);
    out.pay = read_bands(reader, 1);
  });
  optional_table(clause, "take", [&](ClauseReader& reader) {
    const OutcomeTerms::Per paid_per = out.per;
    read_per(reader, out);
    if (pays && out.per != paid_per) reader.fault("per", "must be the same in `pay` and `take`");
    out.take = read_bands(reader, -1);
  });
  out.terminate_at = clause.optional_decimal("terminate_at");
  const bool staked = optional_table(clause, "stake", [&](ClauseReader& reader) {
    out.stake.emplace();
    out.stake->amount = reader.optional_money("amount");
    if (!out.stake->amount) {
      out.stake->percent =
          reader.decimal("percent", "how much is at stake: an amount, or a percentage of a fee");
      out.stake->of_fee = reader.text("of_fee", "of which fee the percentage is");
    }
    if ((out.stake->amount && out.stake->amount->pence <= 0) || out.stake->percent < 0 ||
        out.stake->percent > 100)
      reader.fault("percent", "must leave a stake above nothing, and at most the fee");
  });
  if (staked && (!out.pay.empty() || !out.take.empty()))
    clause.fault("stake", "has no place beside `pay` or `take`: make two clauses of it");
  if (!staked && out.pay.empty() && out.take.empty())
    clause.fault("pay", "is missing, as are `take` and `stake`: whatever the result, nothing is paid");
  if (out.pooled_at_least && out.pay.empty())
    clause.fault("pooled_at_least", "needs `pay`, which says what a pooled reduction is worth");
  for (const auto& [key, into] :
       {std::pair{"cap_cohort", &out.cap_cohort}, std::pair{"cap_year", &out.cap_year}}) {
    *into = clause.optional_money(key);
    if (*into && (*into)->pence < 0) clause.fault(key, "must be the most that is paid: a positive amount");
  }
  optional_table(clause, "foundation", [&](ClauseReader& reader) {
    out.foundation.emplace();
    out.foundation->amount = reader.money("amount", "how much is paid in each period of a cohort");
    if (out.foundation->amount.pence < 0) reader.fault("amount", "must not be negative");
    out.foundation->recovered = reader.choice("recovered", {"always", "if_missed"},
                                              "when it goes back: always, as an advance, or if the result "
                                              "is no reduction") == 0
                                    ? OutcomeFoundation::Recovered::always
                                    : OutcomeFoundation::Recovered::if_missed;
  });
}

} // namespace probity::contract

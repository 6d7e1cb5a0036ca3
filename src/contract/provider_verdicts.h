// Bodies under one outcome clause, side by side: who is paid, who is deducted and who is left alone, by the
// clause's own judgement at the size of each cohort, and by the rate alone; and how often each of the two
// comes of luck. Nothing is ranked. docs/methods/provider-verdicts.md says what is compared with what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "contract/false_payment.h"
#include "contract/measure.h"
#include "contract/outcome_result.h"
#include "outcome/funnel.h"
#include "outcome/publication.h"

namespace probity::contract {

enum class Verdict { paid, deducted, left_alone, not_measured };
constexpr std::size_t verdict_count = 4;
std::string_view to_text(Verdict verdict); // "left alone"

struct ProviderVerdict {
  std::string provider;
  bool withheld = false; // in a publication: nothing but the name is left
  OutcomeCounts counts;
  OutcomeResult by_rate;   // without test, threshold and adjustment: lower is lower
  OutcomeResult by_clause; // as the clause judges: what `settle` pays by
  Verdict paid_by_rate = Verdict::not_measured;
  Verdict paid_by_clause = Verdict::not_measured;
  // If every body's people had one chance, that of all compared together. Of a baseline of other bodies only;
  // of others `false_payments` says it.
  std::optional<FalseChances> luck_by_rate;
  std::optional<FalseChances> luck_by_clause;
};

// How many verdicts of each kind, and how many payments and deductions luck alone would bring.
struct VerdictSums {
  std::int64_t of[verdict_count] = {};
  FalseChances by_luck; // sums of chances: expected numbers
  [[nodiscard]] std::int64_t count(Verdict verdict) const { return of[static_cast<std::size_t>(verdict)]; }
  void add(Verdict verdict, const std::optional<FalseChances>& luck);
};

struct ProviderCohort {
  std::string period; // in which it ends: "2010"; empty: all cohorts together
  std::optional<outcome::CohortPeriod> cohort;
  bool determined = true;
  std::vector<ProviderVerdict> verdicts; // by name
};

struct BodyLeftOut {
  std::string body;
  std::int64_t people = 0;
  bool withheld = false; // in a publication: too few to be shown
  std::string because;
};

struct ProviderVerdicts {
  std::string contract;
  OutcomeClause clause;
  std::vector<ProviderCohort> cohorts; // by time
  // Counts of all cohorts added up, each body against the others of the same cohorts.
  ProviderCohort together;
  VerdictSums by_rate; // over the cohorts, without `together`
  VerdictSums by_clause;
  std::vector<BodyLeftOut> left_out;
  std::int64_t without_body = 0;         // people whom no body was accountable for
  std::optional<outcome::Funnel> funnel; // of those shown of `together`; none for fewer than four bodies
  outcome::Audience audience = outcome::Audience::inside;
  std::vector<std::string> takeaway; // two sentences, from the values above
  std::vector<std::string> notes;    // what must be read with them
  std::vector<std::string> workings; // how they were worked out
  std::string origin;
  bool replayed = false;
  outcome::Snapshot snapshot;
};

struct ProviderQuestion {
  std::string clause; // empty: the contract's only clause about reoffenders
  std::string period; // empty: every cohort that is known
  outcome::Audience audience = outcome::Audience::inside;
};

// From the cells of `measure`, of which `book` was the record. `not_found` and `invalid_input` name a clause
// or period that cannot be asked for: a clause is about reoffenders and counted from the record. `refused`:
// the record has bodies whose returns happen elsewhere, and the clause does not leave them out.
base::Result<ProviderVerdicts> provider_verdicts(const timeline::Book& book, const Contract& contract,
                                                 const Cells& cells, const ProviderQuestion& question);

// Those of a cohort, or of all together, that are not withheld.
std::vector<const ProviderVerdict*> shown_verdicts(const ProviderCohort& cohort);

base::json::Value provider_verdicts_json(const ProviderVerdicts& verdicts);
// One row a cohort and body, then those of all together: RFC 4180, header first.
std::string provider_verdicts_csv(const ProviderVerdicts& verdicts);

} // namespace probity::contract

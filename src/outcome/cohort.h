// Cohorts and what became of them: who entered, who was proved to have reoffended or came back to custody,
// and from which events each count was made. Counts are whole numbers; nothing here is rounded or estimated.
//
// Proven reoffending follows the Ministry of Justice's measure ("Guide to proven reoffending statistics"): an
// offence committed within twelve months of the index event and proved by conviction or caution within those
// or a further six. docs/methods/proven-reoffending.md says how every edge is decided.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/money.h"
#include "base/result.h"
#include "record/symbol.h"
#include "timeline/book.h"

namespace probity::outcome {

enum class Measure {
  proven_reoffending, // one index event per person and cohort, the first; what counts are proven offences
  return_to_custody,  // every release is an index event; what counts is the first return
};

// What brings a person into a cohort. return_to_custody knows releases only.
enum class IndexKind {
  release,    // custody.release_recorded
  order,      // sentence.imposed of an order that is not custody
  conviction, // offending.offence_proven, dealt with at court otherwise than by custody
  caution,    // offending.offence_proven with a caution
};

// Which returns count. proven_reoffending has `any` only.
enum class Proof {
  any,
  new_crime, // technical returns do not count, and compete: who is inside cannot return for a new crime
};

// Facts on the index day by which a cohort is divided. "not_stated" where the record does not say.
enum class Grouping {
  provider,      // accountable body
  sex,           // person.registered
  age_band,      // person.registered
  index_kind,    // release, order, conviction, caution
  disposal,      // release type, order type, or disposal: whichever the index event has
  supervision,   // of a release: parole, discharged, licence, …
  offence_group, // of the index event; imports: the source's offence type
  release_year,  // year of the index event; of a year that is no calendar year, the year in which it ends
};
std::string_view name(Measure measure);
std::string_view name(IndexKind kind);
std::string_view name(Proof proof);
std::string_view name(Grouping grouping);
std::optional<Grouping> grouping_named(std::string_view text);

// Whole months in which index events fall.
struct CohortPeriod {
  base::Month first;
  int months = 3;
  [[nodiscard]] base::Day first_day() const { return first.first(); }
  [[nodiscard]] base::Day last_day() const { return (first + (months - 1)).last(); }
  bool operator==(const CohortPeriod&) const = default;
};
std::string to_text(const CohortPeriod& period); // "2016-01..2016-03"

struct CohortRule {
  Measure measure = Measure::proven_reoffending;
  // proven_reoffending needs 3 or 12 months. return_to_custody: none means every release in the record.
  std::optional<CohortPeriod> period;
  std::vector<IndexKind> index = {IndexKind::release, IndexKind::order, IndexKind::conviction,
                                  IndexKind::caution};
  std::string provider;        // only those this body was accountable for on the index day; empty: all
  int window_months = 12;      // in which the offence is committed, or the return happens
  int proof_months = 6;        // beyond the window, in which it is proved; no matter for returns
  int snapshot_lag_months = 0; // beyond both, before the figure is final
  Proof proof = Proof::any;
  std::vector<Grouping> strata; // the keys of `strata` below; none: no strata
  timeline::Linked linked = timeline::Linked::one_person;
};

// A count when dates are known to less than the day: `certain` whatever the day was, `possible` if the days
// were the least favourable. Equal when every date that matters is known. A figure quotes `certain` and says
// `possible` beside it.
struct Bounded {
  std::int64_t certain = 0;
  std::int64_t possible = 0;
  [[nodiscard]] bool exact() const { return certain == possible; }
  bool operator==(const Bounded&) const = default;
};

struct Counts {
  std::int64_t people = 0; // index events: people of proven_reoffending, releases of return_to_custody
  Bounded reoffenders;     // of them, with at least one reoffence (returned, of return_to_custody)
  Bounded reoffences;      // proven reoffences in all (first returns: the same as reoffenders)
  bool operator==(const Counts&) const = default;
  Counts& operator+=(const Counts& other);
};

// The three figures that are only read together: reoffenders ÷ people, reoffences ÷ reoffenders, and their
// product, reoffences ÷ people. From the certain counts; nothing where the divisor is nought.
struct Rates {
  std::optional<base::Rational> binary;
  std::optional<base::Rational> per_reoffender;
  std::optional<base::Rational> per_person;
};
Rates rates(const Counts& counts);

enum class Status {
  provisional, // proof may still come in time for someone
  final,       // K(N) ≥ last day of the cohort + window + proof + lag, by the corresponding date
};

// Which knowledge a figure was computed from. `id()` is printed with every figure: "26020@9f…".
struct Snapshot {
  std::uint64_t size = 0;
  base::Digest root;
  base::Day known_on;
  [[nodiscard]] std::string id() const;
};

enum class Certainty { certain, possible };

// One offence, or return, that counts.
struct Reoffence {
  std::uint64_t event = 0; // ledger index
  base::Day offence_day;   // of a return: the first day it can have been
  base::Day proved_first;  // the days its proof lies in, both inclusive; of a return: the return's
  base::Day proved_last;
  record::Symbol reason; // disposal of an offence; of a return: what brought the person into custody
  Certainty certainty = Certainty::certain;
};

// What happened first after the index event. Competing events end the time in which someone could reoffend
// (or return) but are no reoffence; they are shown, never dropped.
enum class Cause { none, reoffence, technical_return, custody, death };
std::string_view name(Cause cause);

struct FirstEvent {
  Cause cause = Cause::none;
  int days = 0;            // from the index day to the event, or as long as the person was followed
  std::uint64_t event = 0; // what happened; 0 with Cause::none
  bool day_known = true;   // false: the dates do not give the days; left out of curves, and counted there
};

struct Member {
  base::StreamId person;
  IndexKind kind = IndexKind::release;
  std::uint64_t index_event = 0;
  base::Day index_first; // the days that the index event lies in, both inclusive
  base::Day index_last;
  bool imported = false;
  std::string stratum; // values of rule.strata, in their order, joined by "/"
  std::vector<Reoffence> reoffences;
  FirstEvent first_event;
  [[nodiscard]] bool reoffended(Certainty least) const; // certain: surely; possible: surely or perhaps
};

// Why an event that might have counted did not.
enum class Exclusion {
  later_index_event,   // the person is in the cohort by an earlier one
  index_day_not_known, // its dates do not say whether it lies in the period
  pseudo_reconviction, // committed before the index event, proved after it
  committed_too_late,  // after the window, proved while proof was awaited
  proved_too_late,     // committed in the window, proved after the time for proof
};
std::string_view name(Exclusion reason);

struct Excluded {
  base::StreamId person;
  std::uint64_t event = 0;
  Exclusion reason = Exclusion::later_index_event;
};

struct Cohort {
  CohortRule rule;
  std::string id; // "proven_reoffending/2016-01..2016-03", with "/PROVIDER" when one was asked for
  Snapshot snapshot;
  Status status = Status::provisional;
  std::optional<base::Day> final_from; // none: no one is in it and it has no period
  Counts all;
  std::map<std::string, Counts> strata; // empty without rule.strata
  std::map<Exclusion, std::int64_t> excluded;
  std::int64_t imported = 0; // members whose index event an import brought
  // The cases behind each count, by stream number, and what was left out.
  std::vector<Member> members;
  std::vector<Excluded> exclusions;
};

// `refused`: a cohort of another length than 3 or 12 months (or none) for proven reoffending; index kinds,
// proof or months that the measure does not have.
base::Result<void> check(const CohortRule& rule);
base::Result<Cohort> cohort_of(const timeline::Book& book, const CohortRule& rule);

// Whether the group, a value of `provider`, `disposal` or `supervision`, is of people supervised in another
// state: they return to custody there, and the record does not see it.
bool returns_elsewhere(std::string_view group);

// Several cohorts as one: counts added, members put together. A person may then appear more than once.
// `refused` when they differ in length, measure, window, index events or snapshot (a 3-month cohort is never
// joined to a 12-month one: people with several index events weigh otherwise in each), or overlap.
base::Result<Counts> joined(const std::vector<Cohort>& cohorts);

// Σ people × rate over the strata: the reoffenders expected at a baseline's rates, for indirect
// standardisation. `refused` names a stratum that the baseline has no rate for.
base::Result<base::Rational> expected(const Cohort& cohort,
                                      const std::map<std::string, base::Rational>& rates);

} // namespace probity::outcome

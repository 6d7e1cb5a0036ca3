// A statement: one period's lines on the running account, with what it corrects and what it leaves apart.
//
// due(N) = entitlement to the period, computed at ledger size N, less what statements before N put on the
// account.
#pragma once

#include <optional>

#include "base/json.h"
#include "contract/measure.h"
#include "contract/outcome_result.h"
#include "contract/price.h"

namespace probity::contract {

// Lines that issued statements have put on the account, from the contract's stream.
struct Issued {
  std::map<std::string, base::Money> lines;                     // line id → sum
  std::map<std::string, std::vector<std::uint64_t>> statements; // period → indexes of its statements' events
};

// A change to a line of a period that was issued before.
struct Correction {
  Line line;                             // as it stands now; id is the corrected line's id
  base::Money issued;                    // on the account
  base::Money change;                    // entitlement − issued
  std::vector<std::uint64_t> supersedes; // events of the statements that it corrects
};

struct ServiceLevel {
  std::string measure;
  std::string title;
  std::string source;
  std::string counts;
  std::string reading;
  std::string provider;
  Cell cell;
  std::int64_t counted = 0; // denominator: met, missed, and the undetermined where the clause counts them
  bool measured = false;
  std::optional<base::Rational> achieved; // percent
  std::optional<base::Rational> target;
  std::string twin; // id of the honest twin measure
};

// What a fee, unit payment or monitoring clause counted in the period, over all bodies: a check on
// completeness.
struct Counted {
  std::string clause;
  std::string title;
  Cell cell;
};

// How a cohort did under an outcome clause, beside what it was judged against.
struct OutcomeShown {
  enum class State { not_known, provisional, determined } state = State::not_known;
  std::string clause;
  std::string title;
  std::string provider;
  outcome::CohortPeriod cohort;
  OutcomeCounts counts;
  OutcomeResult result;
  base::Day snapshot; // day whose knowledge determines it; of no matter where an assessor does
  std::string words;
};
std::string_view to_text(OutcomeShown::State state);

// What became of a case for which relief was asked or given.
struct ReliefShown {
  enum class State { requested, granted, refused } state = State::requested;
  std::string clause;
  std::string person; // stream name in hex
  base::Day due;
  std::string reason;
  std::string authority;
  std::uint64_t event = 0;
};
std::string_view to_text(ReliefShown::State state);

struct Payment {
  base::Money amount; // to the provider
  std::uint64_t event = 0;
};

struct EarlierPeriod {
  Period period;
  base::Money amount; // entitlement never issued
};

struct Statement {
  std::string contract;
  std::string title;
  std::string authority;
  std::vector<std::string> providers;
  Period period;
  // What it was computed from.
  std::string origin;
  std::string zone;
  bool replayed = false;
  std::uint64_t size = 0;
  base::Digest root;
  base::Day known_on;
  base::Digest terms; // SHA-256 of the contract file
  base::Digest rules; // SHA-256 of the rule register
  std::map<std::string, std::string> readings;
  std::vector<std::string> variations; // in force for the period
  enum class State { provisional, determined, final_ } state = State::determined;

  std::vector<Line> lines;
  std::vector<ServiceLevel> levels;
  std::vector<Correction> corrections; // to earlier issued periods; count in the total
  std::vector<Correction> drift;       // changes that come too late to be paid; outside the total
  std::vector<OutcomeShown> outcomes;  // cohorts that end in the period or whose lines it corrects
  std::vector<EarlierPeriod> earlier;  // earlier periods never issued; outside the total
  std::vector<Counted> counted;        // by clauses that count people, starts, claims or person-days
  std::vector<ReliefShown> reliefs;    // asked, granted or refused for due days of the period
  std::vector<Payment> payments;       // made for the period
  base::Money total;                   // lines + corrections
  std::map<std::string, base::Money> issued_lines; // this period's own lines on the account, by id
  base::Money issued_already;                      // their sum
  base::Money due;                                 // total − issued_already

  [[nodiscard]] const Line* line(std::string_view id) const;
};
std::string_view to_text(Statement::State state);

// Whether the contract file must be the one that the contract's stream says is in force. `any` answers what
// another file would have paid; nothing is issued from it.
enum class FileAsked { in_force, any };

struct SettleOptions {
  std::string period;
  FileAsked file = FileAsked::in_force;
  std::map<std::string, std::string> readings;
  std::function<bool(const CellKey&)> keep_evidence;
  // The record as known on each of `snapshot_days`; refused when one is missing.
  std::map<base::Day, const timeline::Book*> snapshots;
  // What measures, where what was measured before is kept (kept_measures.h); none: all is measured anew.
  std::function<Measured(const Period& last, const MeasureOptions& options)> measured_by = {};
};

struct Settlement {
  Statement statement;
  std::vector<Evidence> evidence;
};

// Writes nothing. Refuses a period outside the term, unknown readings, and, unless any is asked for, a
// contract file other than the one that the contract's stream says is in force.
base::Result<Settlement> settle(const timeline::Book& book, const Contract& contract,
                                const rules::WorkingDays& working_days, const base::Digest& rules_hash,
                                const SettleOptions& options);

// The stream that holds the contract's events, when there is one.
const timeline::Case* contract_stream(const timeline::Book& book, std::string_view contract_id);
Issued issued_on(const timeline::Book& book, std::string_view contract_id);

// Canonical JSON of a statement: the body whose hash is issued. The program's version stands outside it.
base::json::Value statement_json(const Statement& statement);
// One row a line: RFC 4180, CRLF, header first.
std::string statement_csv(const Statement& statement);

// What `why LINE` answers: the line, its clause in plain words, the cell, and every record it was counted
// from.
struct Why {
  Line line;
  std::string clause_source;
  std::vector<std::string> assumed;
  std::vector<Evidence> evidence; // of the cells that the line prices, priced ones first
};
// Of which cells evidence is needed so that `why` can answer for every line of the statement and what it
// corrects. The contract must outlive it.
std::function<bool(const CellKey&)> behind_lines(const Statement& statement, const Contract& contract);
// Whether the evidence is a case that a line of this kind is made of: missed, reoffended, paid.
bool is_priced(const Evidence& evidence, LineKind kind);
base::Result<Why> why(const Settlement& settlement, const Contract& contract, std::string_view line_id);

// The facts of money.statement_issued.
base::json::Value issue_facts(const Statement& statement);

} // namespace probity::contract

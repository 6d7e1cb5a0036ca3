// Statements of contracts, from the sum due down to the events that it was counted from.
#pragma once

#include "service/case_view.h"
#include "service/office.h"
#include "service/settling.h"

namespace probity::service {

struct ContractListed {
  std::string name; // of the file
  std::string id;   // of the contract
  std::string title;
  std::string authority;
  std::vector<std::string> providers;
  std::vector<std::string> periods; // begun by today, newest first
};

struct ContractsShown {
  base::Day on;
  std::uint64_t size = 0;                // of the ledger
  std::vector<ContractListed> contracts; // by name
};
base::Result<ContractsShown> contracts(Office& office, const Caller& caller);

struct StatementAsked {
  std::string contract; // name of the file
  std::string period;
  std::string known;                 // as typed: a ledger size, a day, or empty for now
  std::vector<std::string> readings; // "CLAUSE=NAME", may be several in one
  bool at_once = false;              // say how far it is rather than wait a moment for it
};
// `not_found` when there is no such contract or period, `invalid_input` for what is no size, day or reading.
base::Result<SettledOrNot> statement(Office& office, const Caller& caller, const StatementAsked& asked);

// One unit that a line counts, with its part of the line's amount.
struct CountedCase {
  contract::Evidence evidence;
  bool priced = false;               // the line is made of it
  std::optional<base::Money> amount; // nothing where the line's amount is no sum over cases
  // The record is closed to the reader: it counts like the others, and nothing says whose it is.
  bool closed = false;
};

struct LineShown {
  std::shared_ptr<const Settled> of;
  contract::Why why;
  std::vector<CountedCase> cases; // priced ones first
  std::int64_t priced = 0;        // how many the line is made of
};
// The line of the statement whose id ends in CLAUSE/NUMBER; `not_found` when it has none. By `see_counted` of
// each person that it counts: of those whose record is closed to the caller only that, state and amount
// stand.
base::Result<LineShown> statement_line(Office& office, const Caller& caller,
                                       const std::shared_ptr<const Settled>& of, const std::string& line);

// The pennies of a sum over so many units, in their order, so that the parts add up to it.
std::vector<base::Money> in_parts(base::Money sum, std::int64_t units);

// What a line counts of one person, and the events that it was counted from, as they were when it was
// computed. Sealed parts stay closed; no name is shown.
struct RecordBehind {
  base::StreamId person;
  std::vector<CountedCase> cases;
  std::vector<ShownEvent> events;
};
// `not_found` when the line counts nothing of the person.
base::Result<RecordBehind> record_behind(Office& office, const Caller& caller, const LineShown& line,
                                         const base::StreamId& person);

} // namespace probity::service

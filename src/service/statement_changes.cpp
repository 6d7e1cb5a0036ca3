#include "service/statement_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
using contract::Evidence;

// What a clause counts once: the same thing in two statements.
using Counted = std::tuple<std::string, std::string, std::string, base::StreamId, base::Day, std::string>;

Counted counted(const Evidence& one) {
  return {one.key.clause, one.key.provider, one.key.dimension, one.person, one.due, one.subject};
}

struct Both {
  const Evidence* then = nullptr;
  const Evidence* now = nullptr;
};

std::map<Counted, Both> side_by_side(const Settled& then, const Settled& now) {
  std::map<Counted, Both> out;
  for (const Evidence& one : then.settlement.evidence)
    out[counted(one)].then = &one;
  for (const Evidence& one : now.settlement.evidence)
    out[counted(one)].now = &one;
  std::erase_if(out, [](const auto& entry) {
    const Both& both = entry.second;
    return both.then != nullptr && both.now != nullptr && both.then->state == both.now->state &&
           both.then->count == both.now->count;
  });
  return out;
}

std::vector<LineChange> lines_of(const contract::Statement& then, const contract::Statement& now) {
  std::vector<LineChange> out;
  for (const contract::Line& line : now.lines) {
    const contract::Line* before = then.line(line.id);
    const base::Money amount = before == nullptr ? base::Money{} : before->amount;
    if (amount != line.amount) out.push_back({line.id, line.title, amount, line.amount});
  }
  for (const contract::Line& line : then.lines)
    if (now.line(line.id) == nullptr && line.amount != base::Money{})
      out.push_back({line.id, line.title, line.amount, base::Money{}});
  return out;
}

std::string title_of(const contract::Terms& terms, const std::string& clause) {
  const auto find = [&](const auto& clauses) -> std::string {
    for (const auto& one : clauses)
      if (one.id == clause) return one.title;
    return {};
  };
  for (const std::string& title : {find(terms.measures), find(terms.fees), find(terms.unit_payments),
                                   find(terms.monitoring), find(terms.outcomes)})
    if (!title.empty()) return title;
  return clause;
}

// Recorded since then and counted, or a correction of what was counted; everything since where neither says
// it.
Result<std::vector<ShownEvent>> since(const ledger::Ledger& ledger, const base::StreamId& person,
                                      const Both& both, std::uint64_t then, std::uint64_t now) {
  std::set<std::uint64_t> counted;
  for (const Evidence* one : {both.then, both.now})
    if (one != nullptr) counted.insert(one->events.begin(), one->events.end());
  PROBITY_ASSIGN(CaseView view, view_case(ledger, person, {now, std::nullopt}));
  std::vector<ShownEvent> of_counted;
  std::vector<ShownEvent> all;
  for (ShownEvent& event : view.events) {
    if (names_money(event)) continue;
    const bool corrected = std::any_of(event.corrections.begin(), event.corrections.end(),
                                       [&](const ShownCorrection& one) { return one.record.index >= then; });
    if (event.first.index < then && !corrected) continue;
    if (counted.contains(event.first.index)) of_counted.push_back(event);
    all.push_back(std::move(event));
  }
  return of_counted.empty() ? std::move(all) : std::move(of_counted);
}

} // namespace

Result<StatementChanges> statement_changes(Office& office, const Caller& caller,
                                           std::shared_ptr<const Settled> then,
                                           std::shared_ptr<const Settled> now) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_statements, "statement_changes"));
  StatementChanges out;
  out.lines = lines_of(then->settlement.statement, now->settlement.statement);
  const contract::Statement& statement = now->settlement.statement;
  const contract::Terms& terms =
      now->asked.file->contract.terms_at(statement.period.first(), statement.known_on);
  std::vector<base::StreamId> named;
  const auto changed = side_by_side(*then, *now);
  out.changed = changed.size();
  for (const auto& [what, both] : changed) {
    if (out.cases.size() == most_changes) break;
    const Evidence& one = both.now != nullptr ? *both.now : *both.then;
    CaseChange change;
    change.clause = title_of(terms, one.key.clause);
    if (both.then != nullptr) change.then = both.then->state;
    if (both.now != nullptr) change.now = both.now->state;
    change.closed = !may_do(office, caller, access::Action::see_counted, one.person);
    if (!change.closed) {
      change.person = one.person;
      change.due = one.due;
      PROBITY_ASSIGN(change.since,
                     since(office.ledger(), one.person, both, then->asked.size, now->asked.size));
      named.push_back(one.person);
    }
    out.cases.push_back(std::move(change));
  }
  log_list(office, permission, "statement_changes", std::move(named));
  out.then = std::move(then);
  out.now = std::move(now);
  return out;
}

} // namespace probity::service

#include "service/statements.h"

#include <algorithm>
#include <set>

#include "service/asking.h"
#include "service/settlement_input.h"

namespace probity::service {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::chrono::milliseconds patience{2'000};
constexpr auto see = access::Action::see_statements;

Result<KnownAs> known_of(const std::string& typed) {
  KnownAs out;
  if (typed.empty()) return out;
  if (const auto day = base::parse_day(typed)) {
    out.day = *day;
    return out;
  }
  if (typed.size() > 18 || typed.find_first_not_of("0123456789") != std::string::npos)
    return fail(ErrorCode::invalid_input, "\"" + typed + "\" is neither a day nor a number of events",
                "known", "Write a day like 2016-03-27, or how many events are to be known");
  out.size = std::stoull(typed);
  return out;
}

std::shared_ptr<const ContractFile> file_of(const Office& office, const std::string& name) {
  for (const auto& file : office.contracts())
    if (file->name == name) return file;
  return nullptr;
}

Result<SettlementAsked> read(const Office& office, ledger::Ledger& ledger, const StatementAsked& asked) {
  SettlementAsked out;
  out.file = file_of(office, asked.contract);
  if (out.file == nullptr)
    return fail(ErrorCode::not_found, "there is no contract " + asked.contract + " here", "contract",
                "Choose one of those that are listed");
  PROBITY_ASSIGN(const contract::Period period, out.file->contract.terms().period(asked.period));
  out.period = period.text;
  PROBITY_ASSIGN(const KnownAs known_as, known_of(asked.known));
  PROBITY_ASSIGN(out.size, size_of(ledger, known_as));
  PROBITY_ASSIGN(out.readings, parse_readings(asked.readings));
  return out;
}

std::vector<CountedCase> counted(const contract::Why& why) {
  std::vector<CountedCase> out;
  std::int64_t units = 0;
  for (const contract::Evidence& evidence : why.evidence) {
    const bool priced = contract::is_priced(evidence, why.line.kind);
    units += priced ? evidence.count : 0;
    out.push_back({evidence, priced, std::nullopt});
  }
  if (units == 0 || why.line.quantity != base::Rational(units)) return out;
  const std::vector<base::Money> parts = in_parts(why.line.amount, units);
  auto next = parts.begin();
  for (CountedCase& one : out) {
    if (!one.priced) continue;
    one.amount = base::Money{};
    for (std::int64_t i = 0; i < one.evidence.count; ++i)
      *one.amount += *next++;
  }
  return out;
}

// What is left of evidence about a record that is closed to the reader.
void close(contract::Evidence& evidence) {
  evidence.person = {};
  evidence.subject.clear();
  evidence.reason.clear();
  evidence.due = {};
  evidence.events.clear();
  evidence.sentence.clear();
  evidence.stopped.reset();
}

// Of the events of the person and of those joined with them, those that were counted.
Result<std::vector<ShownEvent>> events_of(const ledger::Ledger& ledger, const base::StreamId& person,
                                          std::uint64_t size, const std::set<std::uint64_t>& counted) {
  PROBITY_ASSIGN(CaseView view, view_case(ledger, person, {size, std::nullopt}));
  std::vector<ShownEvent> out;
  for (ShownEvent& event : view.events) {
    const bool corrects =
        std::any_of(event.corrections.begin(), event.corrections.end(),
                    [&](const ShownCorrection& one) { return counted.contains(one.record.index); });
    if (corrects || counted.contains(event.first.index)) out.push_back(std::move(event));
  }
  return out;
}

} // namespace

std::vector<base::Money> in_parts(base::Money sum, std::int64_t units) {
  std::vector<base::Money> out;
  // A penny more for each of the first, as many as do not divide.
  const std::int64_t each = sum.pence / units;
  const std::int64_t left = sum.pence % units;
  for (std::int64_t i = 0; i < units; ++i)
    out.push_back(base::Money{each + (i < std::abs(left) ? (left < 0 ? -1 : 1) : 0)});
  return out;
}

Result<ContractsShown> contracts(Office& office, const Caller& caller) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission, ask(office, caller, see, "contracts"));
  ContractsShown out;
  out.on = office.today();
  out.size = office.ledger().size();
  for (const auto& file : office.contracts()) {
    const contract::Terms& terms = file->contract.terms();
    ContractListed& one = out.contracts.emplace_back();
    one.name = file->name;
    one.id = terms.id;
    one.title = terms.title;
    one.authority = terms.authority;
    one.providers = terms.providers;
    if (out.on < terms.from) continue;
    for (const contract::Period& period : terms.periods_to(terms.period_of(std::min(out.on, terms.to))))
      one.periods.insert(one.periods.begin(), period.text);
  }
  log_list(office, permission, "contracts", {});
  return out;
}

Result<SettledOrNot> statement(Office& office, const Caller& caller, const StatementAsked& asked) {
  SettlementAsked settlement;
  {
    const auto held = office.hold();
    PROBITY_ASSIGN(const access::Permission permission, ask(office, caller, see, "statement"));
    PROBITY_ASSIGN(settlement, read(office, office.ledger(), asked));
    log_list(office, permission, "statement", {});
  }
  return office.settler().ask(settlement, asked.at_once ? std::chrono::milliseconds(0) : patience);
}

Result<LineShown> statement_line(Office& office, const Caller& caller,
                                 const std::shared_ptr<const Settled>& of, const std::string& line) {
  const contract::Statement& statement = of->settlement.statement;
  LineShown out;
  out.of = of;
  PROBITY_ASSIGN(out.why, contract::why(of->settlement, of->asked.file->contract,
                                        statement.contract + "/" + statement.period.text + "/" + line));
  out.cases = counted(out.why);
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission, ask(office, caller, see, "statement_line"));
  std::vector<base::StreamId> named;
  for (std::size_t i = 0; i < out.cases.size(); ++i) {
    CountedCase& one = out.cases[i];
    out.priced += one.priced ? one.evidence.count : 0;
    if (may_do(office, caller, access::Action::see_counted, one.evidence.person)) {
      named.push_back(one.evidence.person);
      continue;
    }
    one.closed = true;
    close(one.evidence);
    close(out.why.evidence[i]);
  }
  log_list(office, permission, "statement_line", std::move(named));
  return out;
}

Result<RecordBehind> record_behind(Office& office, const Caller& caller, const LineShown& line,
                                   const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::see_counted, person, "statement_record"));
  RecordBehind out;
  out.person = person;
  std::set<std::uint64_t> indexes;
  for (const CountedCase& one : line.cases) {
    if (one.closed || !(one.evidence.person == person)) continue;
    out.cases.push_back(one);
    indexes.insert(one.evidence.events.begin(), one.evidence.events.end());
  }
  if (out.cases.empty())
    return fail(ErrorCode::not_found, "the line counts nothing of this case", "case",
                "Choose one of the cases that the line lists");
  PROBITY_ASSIGN(out.events, events_of(office.ledger(), person, line.of->asked.size, indexes));
  return out;
}

} // namespace probity::service

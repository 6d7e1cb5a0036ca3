#include "contract/statement.h"

#include <algorithm>

#include "contract/decisions.h"
#include "contract/outcome_statement.h"
#include "record/money.h"

namespace probity::contract {
namespace {

namespace money = record::money;
using base::Money;

base::Result<void> check_file(const timeline::Book& book, const Contract& contract) {
  const timeline::Case* stream = contract_stream(book, contract.terms().id);
  if (stream == nullptr) return {};
  std::string in_force;
  std::uint64_t said_by = 0;
  for (const record::Event& event : stream->events) {
    const bool made = record::is<money::contract_made>(event);
    if (made || record::is<money::contract_varied>(event)) {
      in_force = made ? record::symbol<money::contract_made, "file">(event).text()
                      : record::symbol<money::contract_varied, "file">(event).text();
      said_by = event.index;
    }
  }
  if (!in_force.empty() && in_force != contract.file_hash().hex())
    return base::fail(base::ErrorCode::refused,
                      "the contract file is not the one in force: its SHA-256 is " +
                          contract.file_hash().hex() + ", event " + std::to_string(said_by) + " says " +
                          in_force,
                      "contract " + contract.terms().id,
                      "settle with that file, or record the new one with `probity contract adopt`");
  return {};
}

std::vector<ServiceLevel> levels_of(const Cells& cells, const Terms& terms, const Period& period,
                                    const std::map<std::string, std::string>& readings) {
  std::vector<ServiceLevel> out;
  for (const Measure& measure : terms.measures) {
    const auto wanted = readings.find(measure.id);
    const std::string reading = wanted == readings.end() || wanted->second == "as_written"
                                    ? measure.readings.front().name
                                    : wanted->second;
    std::vector<std::string> providers = terms.providers;
    if (providers.empty())
      for (const auto& [key, cell] : cells)
        if (key.clause == measure.id && key.period == period) providers.push_back(key.provider);
    for (const std::string& provider : providers) {
      ServiceLevel level;
      level.measure = measure.id;
      level.title = measure.title;
      level.source = measure.source;
      level.counts = measure.counts;
      level.reading = reading;
      level.provider = provider;
      level.target = measure.target;
      level.twin = measure.twin;
      if (const auto found = cells.find({measure.id, reading, provider, period, ""}); found != cells.end())
        level.cell = found->second;
      const std::int64_t missed =
          level.cell.missed + (measure.undetermined_counts ? level.cell.undetermined : 0);
      level.counted = level.cell.met + missed;
      level.measured = level.counted > 0 && level.counted >= measure.minimum;
      if (level.measured) level.achieved = base::Rational::of(level.cell.met * 100, level.counted);
      out.push_back(std::move(level));
    }
  }
  return out;
}

std::vector<Counted> counted_in(const Cells& cells, const Terms& terms, const Period& period,
                                const Readings& readings) {
  std::vector<Counted> out;
  const auto add = [&](const Clause& clause) {
    Counted counted{clause.id, clause.title, {}};
    for (auto found = cells.lower_bound({clause.id, "", "", period, ""});
         found != cells.end() && found->first.clause == clause.id && found->first.period == period; ++found)
      counted.cell.add(found->second);
    out.push_back(std::move(counted));
  };
  for (const Fee* fee : terms.fees_read(readings))
    if (fee->kind == Fee::Kind::per_person || fee->kind == Fee::Kind::weighted_volume) add(*fee);
  for (const UnitPayment& clause : terms.unit_payments)
    add(clause);
  for (const Monitoring& clause : terms.monitoring)
    add(clause);
  return out;
}

// Whether a line of an issued period may still change.
bool may_change(Restate restate, const Terms& terms, const Period& period, base::Day known_on) {
  switch (restate) {
  case Restate::never:
    return false;
  case Restate::always:
    return true;
  case Restate::until_final:
    return known_on <= base::add_months(period.last(), terms.final_after_months);
  }
  return false;
}

// contract/period/clause/n
std::string clause_of(std::string_view id) {
  const std::size_t from = id.find('/', id.find('/') + 1) + 1;
  return std::string(id.substr(from, id.find('/', from) - from));
}

// Of a line that was issued and that nothing prices any more.
Restate restate_of(const Terms& terms, std::string_view id) {
  const std::string clause = clause_of(id);
  const std::string_view n = id.substr(id.rfind('/') + 1);
  if (n.find("waived.") != std::string_view::npos || n.find("reinvested.") != std::string_view::npos)
    return Restate::always; // decisions are open until they are withdrawn
  Restate out = Restate::until_final;
  const auto look_in = [&](const auto& clauses) {
    for (const auto& candidate : clauses)
      if (candidate.id == clause) out = candidate.restate;
  };
  look_in(terms.fees);
  look_in(terms.deductions);
  look_in(terms.unit_payments);
  look_in(terms.monitoring);
  return out;
}

// Of a period that was issued, a line that may no longer change stands as issued; what it would be now is
// drift.
void hold_issued(Statement& out, const Issued& issued, const Terms& terms) {
  Line& line = out.lines.back();
  const auto statements = issued.statements.find(out.period.text);
  if (statements == issued.statements.end() || may_change(line.restate, terms, out.period, out.known_on))
    return;
  const auto before = issued.lines.find(line.id);
  const Money on_account = before == issued.lines.end() ? Money{} : before->second;
  if (line.amount == on_account) return;
  out.drift.push_back({line, on_account, line.amount - on_account, statements->second});
  line.amount = on_account;
  line.note += (line.note.empty() ? "" : "; ") + std::string("stands as issued");
}

void put_on_account(Statement& out, const std::vector<Line>& all, const Issued& issued, const Terms& terms) {
  const auto period_of = [&](const std::string& id) {
    const std::size_t from = id.find('/') + 1;
    return id.substr(from, id.find('/', from) - from);
  };
  std::map<Period, Money> unissued;
  std::map<std::string, const Line*> by_id;
  for (const Line& line : all) {
    by_id[line.id] = &line;
    if (line.period == out.period) continue;
    if (!issued.statements.contains(line.period.text)) {
      unissued[line.period] += line.amount;
      continue;
    }
    const auto before = issued.lines.find(line.id);
    const Money on_account = before == issued.lines.end() ? Money{} : before->second;
    if (line.amount == on_account) continue;
    Correction correction{line, on_account, line.amount - on_account, issued.statements.at(line.period.text)};
    (may_change(line.restate, terms, line.period, out.known_on) ? out.corrections : out.drift)
        .push_back(std::move(correction));
  }
  for (const auto& [id, on_account] : issued.lines) {
    const std::string text = period_of(id);
    const auto period = terms.period(text);
    if (!period || text == out.period.text || out.period < *period) continue;
    if (by_id.contains(id) || on_account.pence == 0) continue;
    // A line that was issued and is no more: the whole of it is taken back, unless it comes too late.
    Correction correction;
    correction.line.id = id;
    correction.line.title = "Line no longer due";
    correction.line.period = *period;
    correction.line.clause = clause_of(id);
    correction.line.restate = restate_of(terms, id);
    correction.issued = on_account;
    correction.change = -on_account;
    if (const auto statements = issued.statements.find(text); statements != issued.statements.end())
      correction.supersedes = statements->second;
    (may_change(correction.line.restate, terms, *period, out.known_on) ? out.corrections : out.drift)
        .push_back(std::move(correction));
  }
  for (const auto& [period, amount] : unissued)
    out.earlier.push_back({period, amount});
}

} // namespace

std::string_view to_text(Statement::State state) {
  switch (state) {
  case Statement::State::provisional:
    return "provisional";
  case Statement::State::determined:
    return "determined";
  case Statement::State::final_:
    return "final";
  }
  return "";
}

std::string_view to_text(ReliefShown::State state) {
  switch (state) {
  case ReliefShown::State::requested:
    return "requested";
  case ReliefShown::State::granted:
    return "granted";
  case ReliefShown::State::refused:
    return "refused";
  }
  return "";
}

const Line* Statement::line(std::string_view id) const {
  for (const Line& candidate : lines)
    if (candidate.id == id) return &candidate;
  return nullptr;
}

Issued issued_on(const timeline::Book& book, std::string_view contract_id) {
  Issued out;
  for (const timeline::Case& stream : book.contracts)
    for (const record::Event& event : stream.events) {
      if (!record::is<money::statement_issued>(event) ||
          record::symbol<money::statement_issued, "contract">(event).text() != contract_id)
        continue;
      out.statements[std::string(record::symbol<money::statement_issued, "period">(event).text())].push_back(
          event.index);
      if (const auto* lines = record::amounts<money::statement_issued, "lines">(event))
        for (const auto& [id, pence] : *lines)
          out.lines[std::string(id.text())] += Money{pence};
    }
  return out;
}

base::Result<Settlement> settle(const timeline::Book& book, const Contract& contract,
                                const rules::WorkingDays& working_days, const base::Digest& rules_hash,
                                const SettleOptions& options) {
  const Terms& made = contract.terms();
  if (options.file == FileAsked::in_force) PROBITY_TRY(check_file(book, contract));
  PROBITY_TRY(check_readings(made, options.readings));
  PROBITY_ASSIGN(const Period period, made.period(options.period));
  if (period.last() < made.from || made.to < period.first())
    return base::fail(base::ErrorCode::invalid_input,
                      "period " + period.text + " lies outside the contract's term, " +
                          base::to_text(made.from) + " to " + base::to_text(made.to),
                      "period");
  for (const base::Day day : snapshot_days(contract, period, book.known_on))
    if (!options.snapshots.contains(day))
      return base::fail(base::ErrorCode::refused,
                        "cohorts of this contract are counted as known on " + base::to_text(day) +
                            ", and the record of that day was not given",
                        "contract " + made.id);
  Settlement out;
  MeasureOptions measuring;
  measuring.snapshots = options.snapshots;
  measuring.readings = options.readings;
  measuring.keep_evidence = options.keep_evidence;
  Measured measured = options.measured_by ? options.measured_by(period, measuring)
                                          : measure(book, contract, working_days, period, measuring);
  out.evidence = std::move(measured.evidence);
  const std::vector<Decision> decisions = decisions_of(book, made.id);
  const std::vector<Line> all =
      price(measured.cells, contract, decisions, book.known_on, period, options.readings);

  Statement& statement = out.statement;
  const Terms& terms = contract.terms_at(period.first(), book.known_on);
  statement.contract = made.id;
  statement.title = terms.title;
  statement.authority = terms.authority;
  statement.providers = terms.providers;
  statement.period = period;
  statement.origin = book.origin;
  statement.zone = book.zone;
  statement.replayed = book.replayed;
  statement.size = book.size;
  statement.root = book.root;
  statement.known_on = book.known_on;
  statement.terms = contract.file_hash();
  statement.rules = rules_hash;
  statement.readings = options.readings;
  for (const Variation& variation : contract.variations())
    if (variation.agreed_on <= book.known_on && variation.effective_from <= period.first())
      statement.variations.push_back(variation.id);
  if (book.known_on <= period.last())
    statement.state = Statement::State::provisional;
  else if (book.known_on > base::add_months(period.last(), terms.final_after_months))
    statement.state = Statement::State::final_;
  const Issued issued = issued_on(book, made.id);
  for (const Line& line : all) {
    if (!(line.period == period)) continue;
    statement.lines.push_back(line);
    hold_issued(statement, issued, terms);
    statement.total += statement.lines.back().amount;
  }
  put_on_account(statement, all, issued, terms);
  for (const auto& [id, on_account] : issued.lines)
    if (id.starts_with(made.id + "/" + period.text + "/")) {
      statement.issued_lines[id] = on_account;
      statement.issued_already += on_account;
    }
  for (const Correction& correction : statement.corrections)
    statement.total += correction.change;
  statement.due = statement.total - statement.issued_already;
  add_late_outcomes(statement, contract, measured, decisions, all);
  statement.outcomes = outcomes_shown(statement, contract, measured.cells);
  statement.counted = counted_in(measured.cells, terms, period, options.readings);
  statement.reliefs = reliefs_shown(book, terms, period);
  statement.payments = payments_of(book, made.id, period);
  statement.levels = levels_of(measured.cells, terms, period, options.readings);
  return out;
}

} // namespace probity::contract

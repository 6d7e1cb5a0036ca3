#include "app/scenario_settlement.h"

#include <algorithm>
#include <set>

#include "app/statement_issue.h"
#include "rules/register.h"

namespace probity::app {

using record::Expectation;

base::Result<void> ScenarioSettlement::take(const record::SettleStep& step) {
  const auto fails = std::find_if(step.expected.begin(), step.expected.end(), [](const Expectation& one) {
    return one.kind == Expectation::Kind::fails;
  });
  if (fails != step.expected.end()) {
    ++run_.report.checks;
    const auto settled = settle_at(step);
    if (settled || settled.error().text().find(fails->key) == std::string::npos)
      run_.fail(fails->line, "a refusal with \"" + fails->key + "\"",
                settled ? "a statement" : settled.error().text());
    return {};
  }
  PROBITY_TRY(settle_at(step));
  const contract::Statement& statement = settlement_->statement;
  for (const Expectation& expected : step.expected)
    check(expected, statement);
  if (step.command == record::SettleStep::Command::issue) {
    Issuer issuer;
    issuer.recorded = step.recorded;
    auto receipt = issue_statement(run_.ledger, *run_.book, statement, issuer);
    if (!receipt) return tl::unexpected(std::move(receipt.error()).at(run_.place(step.line)));
    run_.book.reset();
  }
  return {};
}

base::Result<void> ScenarioSettlement::take(const record::WhyStep& step) {
  if (!settlement_)
    return base::fail(base::ErrorCode::invalid_input, "`why` comes before any `settle`",
                      run_.place(step.line));
  std::string answer;
  if (step.question == record::WhyStep::Question::why) {
    const std::string id = line_id(step.of_line);
    PROBITY_ASSIGN(const contract::Why why, contract::why(*settlement_, *contract_, id));
    answer = said_of(why.line);
    for (const contract::Evidence& evidence : why.evidence)
      answer += "\n" + run_.name_of(evidence.person) + ": " + evidence.sentence;
  } else {
    const auto stream = run_.scenario.streams.find(step.who);
    if (stream == run_.scenario.streams.end())
      return base::fail(base::ErrorCode::not_found, "nobody is called " + step.who, run_.place(step.line));
    if (!run_.book || !as_known_.empty()) PROBITY_TRY(run_.load(as_known_));
    contract::SettleOptions options;
    options.readings = readings_;
    options.period = contract_->terms().period_of(std::min(run_.book->known_on, contract_->terms().to)).text;
    options.keep_evidence = [&](const contract::CellKey& key) { return key.clause == step.measure; };
    PROBITY_TRY(take_snapshots(options));
    PROBITY_ASSIGN(const auto all, contract::settle(*run_.book, *contract_, run_.working_days,
                                                    rules::england_wales().digest(), options));
    if (!as_known_.empty()) run_.book.reset();
    for (const contract::Evidence& evidence : all.evidence)
      if (evidence.person == stream->second) answer += (answer.empty() ? "" : "\n") + evidence.sentence;
  }
  ++run_.report.checks;
  if (answer.find(step.text) == std::string::npos)
    run_.fail(step.line, "\"" + step.text + "\"", "\"" + answer + "\"");
  return {};
}

base::Result<void> ScenarioSettlement::settle_at(const record::SettleStep& step) {
  if (!contract_)
    return base::fail(base::ErrorCode::invalid_input, "the scenario names no contract", run_.place(step.line),
                      "write `contract FILE` in its head");
  if (!run_.book || !step.as_known.empty()) PROBITY_TRY(run_.load(step.as_known));
  contract::SettleOptions options;
  options.period = step.period;
  options.readings = step.readings;
  options.keep_evidence = [](const contract::CellKey&) { return true; };
  PROBITY_TRY(take_snapshots(options));
  readings_ = step.readings;
  as_known_ = step.as_known;
  auto settlement =
      contract::settle(*run_.book, *contract_, run_.working_days, rules::england_wales().digest(), options);
  if (!settlement) return tl::unexpected(std::move(settlement.error()).at(run_.place(step.line)));
  settlement_ = std::move(*settlement);
  if (!step.as_known.empty()) run_.book.reset();
  return {};
}

base::Result<void> ScenarioSettlement::take_snapshots(contract::SettleOptions& options) {
  const auto period = contract_->terms().period(options.period);
  if (!period) return {}; // settling says what is wrong with it
  PROBITY_ASSIGN(snapshots_,
                 service::load_snapshots(run_.ledger,
                                         contract::snapshot_days(*contract_, *period, run_.book->known_on)));
  for (const auto& [day, book] : snapshots_)
    options.snapshots[day] = &book;
  return {};
}

// The lines that an expectation's key names: a clause, or the end of an id.
std::vector<std::pair<const contract::Line*, base::Money>>
ScenarioSettlement::lines_of(const std::string& key) const {
  std::vector<std::pair<const contract::Line*, base::Money>> out;
  const contract::Statement& statement = settlement_->statement;
  const auto named = [&](const contract::Line& line) {
    return key.find('/') != std::string::npos ? line.id.ends_with("/" + key) : line.clause == key;
  };
  for (const contract::Line& line : statement.lines)
    if (named(line)) out.emplace_back(&line, line.amount);
  if (out.size() > 1 && key.find('/') == std::string::npos)
    std::erase_if(out, [&](const auto& line) { return !line.first->id.ends_with("/" + key + "/1"); });
  for (const contract::Correction& correction : statement.corrections)
    if (key.find('/') != std::string::npos && named(correction.line))
      out.emplace_back(&correction.line, correction.change);
  return out;
}

std::string ScenarioSettlement::line_id(const std::string& key) const {
  const auto lines = lines_of(key);
  return lines.empty() ? key : lines.front().first->id;
}

void ScenarioSettlement::check(const Expectation& expected, const contract::Statement& statement) {
  ++run_.report.checks;
  switch (expected.kind) {
  case Expectation::Kind::total:
    if (expected.amount && statement.total != *expected.amount)
      run_.fail(expected.line, "a total of " + to_text(*expected.amount), to_text(statement.total));
    return;
  case Expectation::Kind::no_line:
    if (!lines_of(expected.key).empty()) run_.fail(expected.line, "no line " + expected.key, "one");
    return;
  case Expectation::Kind::refused:
    check_refused(expected, statement);
    return;
  case Expectation::Kind::line:
    check_line(expected);
    return;
  case Expectation::Kind::due:
    if (statement.due != *expected.amount)
      run_.fail(expected.line, to_text(*expected.amount) + " due", to_text(statement.due));
    return;
  case Expectation::Kind::state:
    if (to_text(statement.state) != expected.key)
      run_.fail(expected.line, expected.key, std::string(to_text(statement.state)));
    return;
  case Expectation::Kind::correction:
    check_change(expected, statement.corrections);
    return;
  case Expectation::Kind::drift:
    check_change(expected, statement.drift);
    return;
  case Expectation::Kind::no_correction:
    if (!statement.corrections.empty())
      run_.fail(expected.line, "no correction", statement.corrections.front().line.id);
    return;
  case Expectation::Kind::earlier:
    check_earlier(expected, statement);
    return;
  case Expectation::Kind::level:
    check_level(expected, statement);
    return;
  case Expectation::Kind::fails: // taken before settling
    return;
  }
}

void ScenarioSettlement::check_line(const Expectation& expected) {
  const auto lines = lines_of(expected.key);
  if (lines.size() != 1) {
    run_.fail(expected.line, "one line " + expected.key, std::to_string(lines.size()));
    return;
  }
  const auto& [line, amount] = lines.front();
  if (expected.amount && amount != *expected.amount)
    run_.fail(expected.line, expected.key + " = " + to_text(*expected.amount),
              to_text(amount) + " (" + line->note + ")");
  if (expected.quantity && line->quantity != *expected.quantity)
    run_.fail(expected.line, expected.quantity->text() + " of " + expected.key, line->quantity.text());
  if (expected.each && line->rate.find(to_text(*expected.each)) == std::string::npos)
    run_.fail(expected.line, "a rate of " + to_text(*expected.each), line->rate);
  if (!expected.because) return;
  const auto why = contract::why(*settlement_, *contract_, line->id);
  std::set<std::string> who;
  if (why)
    for (const contract::Evidence& evidence : why->evidence)
      if (contract::is_priced(evidence, line->kind)) who.insert(run_.name_of(evidence.person));
  const std::set<std::string> wanted(expected.because->begin(), expected.because->end());
  if (who != wanted)
    run_.fail(expected.line, expected.key + " because of" + listed(wanted), "because of" + listed(who));
}

void ScenarioSettlement::check_change(const Expectation& expected,
                                      const std::vector<contract::Correction>& changes) {
  std::string came_out;
  for (const contract::Correction& change : changes) {
    if (!change.line.id.ends_with("/" + expected.key)) {
      came_out += change.line.id + " = " + to_text(change.change) + "; ";
      continue;
    }
    if (change.change != *expected.amount)
      run_.fail(expected.line, expected.key + " = " + to_text(*expected.amount), to_text(change.change));
    if (expected.of && static_cast<std::int64_t>(change.supersedes.size()) != *expected.of)
      run_.fail(expected.line, std::to_string(*expected.of) + " statements superseded",
                std::to_string(change.supersedes.size()));
    return;
  }
  run_.fail(expected.line, expected.key + " to change", came_out.empty() ? "no change" : came_out);
}

void ScenarioSettlement::check_earlier(const Expectation& expected, const contract::Statement& statement) {
  for (const contract::EarlierPeriod& earlier : statement.earlier) {
    if (earlier.period.text != expected.key) continue;
    if (earlier.amount != *expected.amount)
      run_.fail(expected.line, to_text(*expected.amount) + " for " + expected.key, to_text(earlier.amount));
    return;
  }
  run_.fail(expected.line, expected.key + " listed apart", "not listed");
}

void ScenarioSettlement::check_level(const Expectation& expected, const contract::Statement& statement) {
  for (const contract::ServiceLevel& level : statement.levels) {
    if (level.measure != expected.key) continue;
    const std::string came_out = level.measured
                                     ? std::to_string(level.cell.met) + " of " + std::to_string(level.counted)
                                     : "not measured";
    const std::string wanted =
        expected.met ? std::to_string(*expected.met) + " of " + std::to_string(*expected.of) : "not measured";
    if (wanted != came_out) run_.fail(expected.line, expected.key + " " + wanted, came_out);
    return;
  }
  run_.fail(expected.line, "a service level " + expected.key, "none");
}

void ScenarioSettlement::check_refused(const Expectation& expected, const contract::Statement& statement) {
  std::string words;
  if (expected.because)
    for (const std::string& word : *expected.because)
      words += (words.empty() ? "" : " ") + word;
  std::string came_out;
  for (const contract::Line& line : statement.lines) {
    const std::string said = said_of(line);
    if (said.find("refused") == std::string::npos ||
        (line.clause != expected.key && line.id.find("/" + expected.key) == std::string::npos))
      continue;
    if (said.find(words) != std::string::npos) return;
    came_out += (came_out.empty() ? "" : "; ") + said;
  }
  run_.fail(expected.line, expected.key + " refused because " + words,
            came_out.empty() ? "not refused" : came_out);
}

std::string ScenarioSettlement::listed(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    out += " " + name;
  return out.empty() ? " nobody" : out;
}

} // namespace probity::app

#include "app/scenario_runner.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/book_loader.h"
#include "app/files.h"
#include "app/statement_issue.h"
#include "record/scenario.h"
#include "record/vocabulary.h"
#include "rules/register.h"

namespace probity::app {
namespace {

namespace fs = std::filesystem;
using record::Expectation;

std::string found_file(const std::string& scenario, const std::string& contracts, const std::string& name) {
  const fs::path beside = fs::path(scenario).parent_path() / name;
  std::error_code ignored;
  return fs::exists(beside, ignored) ? beside.string() : (fs::path(contracts) / name).string();
}

class Runner {
 public:
  Runner(std::string file, record::Scenario scenario, ledger::Ledger ledger,
         std::optional<contract::Contract> contract, rules::WorkingDays working_days)
      : file_(std::move(file)), scenario_(std::move(scenario)), ledger_(std::move(ledger)),
        contract_(std::move(contract)), working_days_(std::move(working_days)) {
    report_.name = scenario_.name;
    for (const auto& [who, stream] : scenario_.streams)
      who_of_[stream.hex()] = who;
  }

  base::Result<ScenarioReport> run() {
    for (const record::Step& step : scenario_.steps)
      PROBITY_TRY(std::visit([&](const auto& one) { return take(one); }, step));
    return report_;
  }

 private:
  base::Result<void> take(const record::RecordStep& step) {
    // Each WHO of a line is a submission of its own, so that one refusal names its case.
    for (std::size_t i = 0; i < step.events.size(); ++i) {
      ledger::Submission submission;
      submission.events.push_back(step.events[i]);
      PROBITY_ASSIGN(auto results, ledger_.append({&submission, 1}));
      if (!results.front())
        return tl::unexpected(std::move(results.front().error()).at(place(step.line) + " " + step.who[i]));
    }
    book_.reset();
    return {};
  }

  base::Result<void> take(const record::SettleStep& step) {
    const auto fails = std::find_if(step.expected.begin(), step.expected.end(), [](const Expectation& one) {
      return one.kind == Expectation::Kind::fails;
    });
    if (fails != step.expected.end()) {
      ++report_.checks;
      const auto settled = settle_at(step);
      if (settled || settled.error().text().find(fails->key) == std::string::npos)
        fail(fails->line, "a refusal with \"" + fails->key + "\"",
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
      auto receipt = issue_statement(ledger_, *book_, statement, issuer);
      if (!receipt) return tl::unexpected(std::move(receipt.error()).at(place(step.line)));
      book_.reset();
    }
    return {};
  }

  base::Result<void> take(const record::WhyStep& step) {
    if (!settlement_)
      return base::fail(base::ErrorCode::invalid_input, "`why` comes before any `settle`", place(step.line));
    std::string answer;
    if (step.question == record::WhyStep::Question::why) {
      const std::string id = line_id(step.of_line);
      PROBITY_ASSIGN(const contract::Why why, contract::why(*settlement_, *contract_, id));
      answer = why.line.note;
      for (const contract::Evidence& evidence : why.evidence)
        answer += "\n" + name_of(evidence.person) + ": " + evidence.sentence;
    } else {
      const auto stream = scenario_.streams.find(step.who);
      if (stream == scenario_.streams.end())
        return base::fail(base::ErrorCode::not_found, "nobody is called " + step.who, place(step.line));
      if (!book_ || !as_known_.empty()) PROBITY_TRY(load(as_known_));
      contract::SettleOptions options;
      options.readings = readings_;
      options.period = contract_->terms().period_of(std::min(book_->known_on, contract_->terms().to)).text;
      options.keep_evidence = [&](const contract::CellKey& key) { return key.clause == step.measure; };
      PROBITY_TRY(take_snapshots(options));
      PROBITY_ASSIGN(const auto all,
                     contract::settle(*book_, *contract_, working_days_, rules_hash(), options));
      if (!as_known_.empty()) book_.reset();
      for (const contract::Evidence& evidence : all.evidence)
        if (evidence.person == stream->second) answer += (answer.empty() ? "" : "\n") + evidence.sentence;
    }
    ++report_.checks;
    if (answer.find(step.text) == std::string::npos)
      fail(step.line, "\"" + step.text + "\"", "\"" + answer + "\"");
    return {};
  }

  base::Result<void> settle_at(const record::SettleStep& step) {
    if (!contract_)
      return base::fail(base::ErrorCode::invalid_input, "the scenario names no contract", place(step.line),
                        "write `contract FILE` in its head");
    if (!book_ || !step.as_known.empty()) PROBITY_TRY(load(step.as_known));
    contract::SettleOptions options;
    options.period = step.period;
    options.readings = step.readings;
    options.keep_evidence = [](const contract::CellKey&) { return true; };
    PROBITY_TRY(take_snapshots(options));
    readings_ = step.readings;
    as_known_ = step.as_known;
    auto settlement = contract::settle(*book_, *contract_, working_days_, rules_hash(), options);
    if (!settlement) return tl::unexpected(std::move(settlement.error()).at(place(step.line)));
    settlement_ = std::move(*settlement);
    if (!step.as_known.empty()) book_.reset();
    return {};
  }

  base::Result<void> take_snapshots(contract::SettleOptions& options) {
    const auto period = contract_->terms().period(options.period);
    if (!period) return {}; // settling says what is wrong with it
    PROBITY_ASSIGN(snapshots_,
                   load_snapshots(ledger_, contract::snapshot_days(*contract_, *period, book_->known_on)));
    for (const auto& [day, book] : snapshots_)
      options.snapshots[day] = &book;
    return {};
  }

  base::Result<void> load(const std::string& as_known) {
    KnownAs known;
    if (const auto day = base::parse_day(as_known))
      known.day = *day;
    else if (!as_known.empty())
      known.size = std::stoull(as_known);
    PROBITY_ASSIGN(book_, load_book(ledger_, known));
    return {};
  }

  // The lines that an expectation's key names: a clause, or the end of an id.
  std::vector<std::pair<const contract::Line*, base::Money>> lines_of(const std::string& key) const {
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

  std::string line_id(const std::string& key) const {
    const auto lines = lines_of(key);
    return lines.empty() ? key : lines.front().first->id;
  }

  void check(const Expectation& expected, const contract::Statement& statement) {
    ++report_.checks;
    switch (expected.kind) {
    case Expectation::Kind::total:
      if (expected.amount && statement.total != *expected.amount)
        fail(expected.line, "a total of " + to_text(*expected.amount), to_text(statement.total));
      return;
    case Expectation::Kind::no_line:
      if (!lines_of(expected.key).empty()) fail(expected.line, "no line " + expected.key, "one");
      return;
    case Expectation::Kind::refused:
      check_refused(expected, statement);
      return;
    case Expectation::Kind::line:
      check_line(expected);
      return;
    case Expectation::Kind::due:
      if (statement.due != *expected.amount)
        fail(expected.line, to_text(*expected.amount) + " due", to_text(statement.due));
      return;
    case Expectation::Kind::state:
      if (to_text(statement.state) != expected.key)
        fail(expected.line, expected.key, std::string(to_text(statement.state)));
      return;
    case Expectation::Kind::correction:
      check_change(expected, statement.corrections);
      return;
    case Expectation::Kind::drift:
      check_change(expected, statement.drift);
      return;
    case Expectation::Kind::no_correction:
      if (!statement.corrections.empty())
        fail(expected.line, "no correction", statement.corrections.front().line.id);
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

  void check_line(const Expectation& expected) {
    const auto lines = lines_of(expected.key);
    if (lines.size() != 1) {
      fail(expected.line, "one line " + expected.key, std::to_string(lines.size()));
      return;
    }
    const auto& [line, amount] = lines.front();
    if (expected.amount && amount != *expected.amount)
      fail(expected.line, expected.key + " = " + to_text(*expected.amount),
           to_text(amount) + " (" + line->note + ")");
    if (expected.quantity && line->quantity != *expected.quantity)
      fail(expected.line, expected.quantity->text() + " of " + expected.key, line->quantity.text());
    if (expected.each && line->rate.find(to_text(*expected.each)) == std::string::npos)
      fail(expected.line, "a rate of " + to_text(*expected.each), line->rate);
    if (!expected.because) return;
    const auto why = contract::why(*settlement_, *contract_, line->id);
    std::set<std::string> who;
    if (why)
      for (const contract::Evidence& evidence : why->evidence)
        if (contract::is_priced(evidence, line->kind)) who.insert(name_of(evidence.person));
    const std::set<std::string> wanted(expected.because->begin(), expected.because->end());
    if (who != wanted)
      fail(expected.line, expected.key + " because of" + listed(wanted), "because of" + listed(who));
  }

  void check_change(const Expectation& expected, const std::vector<contract::Correction>& changes) {
    std::string came_out;
    for (const contract::Correction& change : changes) {
      if (!change.line.id.ends_with("/" + expected.key)) {
        came_out += change.line.id + " = " + to_text(change.change) + "; ";
        continue;
      }
      if (change.change != *expected.amount)
        fail(expected.line, expected.key + " = " + to_text(*expected.amount), to_text(change.change));
      if (expected.of && static_cast<std::int64_t>(change.supersedes.size()) != *expected.of)
        fail(expected.line, std::to_string(*expected.of) + " statements superseded",
             std::to_string(change.supersedes.size()));
      return;
    }
    fail(expected.line, expected.key + " to change", came_out.empty() ? "no change" : came_out);
  }

  void check_earlier(const Expectation& expected, const contract::Statement& statement) {
    for (const contract::EarlierPeriod& earlier : statement.earlier) {
      if (earlier.period.text != expected.key) continue;
      if (earlier.amount != *expected.amount)
        fail(expected.line, to_text(*expected.amount) + " for " + expected.key, to_text(earlier.amount));
      return;
    }
    fail(expected.line, expected.key + " listed apart", "not listed");
  }

  void check_level(const Expectation& expected, const contract::Statement& statement) {
    for (const contract::ServiceLevel& level : statement.levels) {
      if (level.measure != expected.key) continue;
      const std::string came_out =
          level.measured ? std::to_string(level.cell.met) + " of " + std::to_string(level.counted)
                         : "not measured";
      const std::string wanted = expected.met
                                     ? std::to_string(*expected.met) + " of " + std::to_string(*expected.of)
                                     : "not measured";
      if (wanted != came_out) fail(expected.line, expected.key + " " + wanted, came_out);
      return;
    }
    fail(expected.line, "a service level " + expected.key, "none");
  }

  void check_refused(const Expectation& expected, const contract::Statement& statement) {
    std::string words;
    if (expected.because)
      for (const std::string& word : *expected.because)
        words += (words.empty() ? "" : " ") + word;
    std::string came_out;
    for (const contract::Line& line : statement.lines) {
      if (line.note.find("refused") == std::string::npos ||
          (line.clause != expected.key && line.id.find("/" + expected.key) == std::string::npos))
        continue;
      if (line.note.find(words) != std::string::npos) return;
      came_out += (came_out.empty() ? "" : "; ") + line.note;
    }
    fail(expected.line, expected.key + " refused because " + words,
         came_out.empty() ? "not refused" : came_out);
  }

  static std::string listed(const std::set<std::string>& names) {
    std::string out;
    for (const std::string& name : names)
      out += " " + name;
    return out.empty() ? " nobody" : out;
  }
  std::string name_of(const base::StreamId& stream) const {
    const auto found = who_of_.find(stream.hex());
    return found == who_of_.end() ? stream.hex() : found->second;
  }
  std::string place(int line) const { return file_ + ":" + std::to_string(line); }
  void fail(int line, const std::string& expected, const std::string& came_out) {
    report_.failures.push_back(place(line) + ": expected " + expected + ", came out " + came_out);
  }
  static base::Digest rules_hash() { return rules::england_wales().digest(); }

  std::string file_;
  record::Scenario scenario_;
  ledger::Ledger ledger_;
  std::optional<contract::Contract> contract_;
  rules::WorkingDays working_days_;
  std::optional<timeline::Book> book_;
  std::map<base::Day, timeline::Book> snapshots_; // what cohorts are counted on
  std::optional<contract::Settlement> settlement_;
  std::map<std::string, std::string> readings_; // of the last settlement, as is what it was known as
  std::string as_known_;
  std::map<std::string, std::string> who_of_;
  ScenarioReport report_;
};

// The log opens a day before its first record, so that leaf 0 is never later than it.
base::Instant opening(const record::Scenario& scenario) {
  base::Instant first{0};
  for (const record::Step& step : scenario.steps)
    if (const auto* records = std::get_if<record::RecordStep>(&step);
        records != nullptr && !records->events.empty())
      if (const base::json::Value* recorded = records->events.front().find("recorded");
          recorded != nullptr && recorded->text() != nullptr)
        if (const auto instant = base::parse_instant(*recorded->text())) {
          first = {instant->microseconds - std::int64_t{86'400} * 1'000'000};
          break;
        }
  return first;
}

// What is written for @contract stands on the stream that statements of the contract are issued on.
void use_contract_stream(record::Scenario& scenario, std::string_view contract_id) {
  const auto written = scenario.streams.find("@contract");
  if (written == scenario.streams.end()) return;
  timeline::Book book;
  book.origin = scenario.origin;
  const base::StreamId stream = contract_stream_name(book, contract_id);
  for (record::Step& step : scenario.steps)
    if (auto* records = std::get_if<record::RecordStep>(&step))
      for (base::json::Value& event : records->events)
        if (*event.find("stream")->text() == written->second.hex())
          event.set("stream", base::json::Value(stream.hex()));
  written->second = stream;
}

} // namespace

base::Result<ScenarioReport> run_scenario(const std::string& file, const std::string& folder,
                                          const std::string& contracts) {
  PROBITY_ASSIGN(const std::string text, read_file(file));
  PROBITY_ASSIGN(auto scenario,
                 record::parse_scenario(text, file, [&](std::string_view name) -> base::Result<base::Digest> {
                   PROBITY_ASSIGN(const std::string named,
                                  read_file(found_file(file, contracts, std::string(name))));
                   return base::sha256(base::bytes_of(named));
                 }));
  std::optional<contract::Contract> contract;
  if (!scenario.contract.empty()) {
    PROBITY_ASSIGN(contract, load_contract(found_file(file, contracts, scenario.contract)));
    use_contract_stream(scenario, contract->terms().id);
  }
  PROBITY_ASSIGN(auto working_days, rules::WorkingDays::from(rules::england_wales()));
  ledger::CreateOptions create;
  create.constants = {scenario.origin, scenario.zone, ledger::Clock::replayed};
  create.seed = scenario.seed;
  create.opened = opening(scenario);
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  PROBITY_ASSIGN(auto ledger, ledger::Ledger::create(folder + "/scenario.ledger", create, open));
  return Runner(file, std::move(scenario), std::move(ledger), std::move(contract), std::move(working_days))
      .run();
}

} // namespace probity::app

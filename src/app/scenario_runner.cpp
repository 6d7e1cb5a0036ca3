#include "app/scenario_runner.h"

#include <filesystem>

#include "app/files.h"
#include "app/scenario_casework.h"
#include "app/scenario_settlement.h"
#include "app/statement_issue.h"
#include "casework/command.h"
#include "record/vocabulary.h"
#include "rules/register.h"

namespace probity::app {

base::Result<void> ScenarioRun::load(const std::string& as_known) {
  service::KnownAs known;
  if (const auto day = base::parse_day(as_known))
    known.day = *day;
  else if (!as_known.empty())
    known.size = std::stoull(as_known);
  PROBITY_ASSIGN(book, service::load_book(ledger, known));
  return {};
}

std::string ScenarioRun::name_of(const base::StreamId& stream) const {
  const auto found = who_of.find(stream.hex());
  return found == who_of.end() ? stream.hex() : found->second;
}

namespace {

namespace fs = std::filesystem;

std::string found_file(const std::string& scenario, const std::string& contracts, const std::string& name) {
  const fs::path beside = fs::path(scenario).parent_path() / name;
  std::error_code ignored;
  return fs::exists(beside, ignored) ? beside.string() : (fs::path(contracts) / name).string();
}

base::Result<void> record(ScenarioRun& run, const record::RecordStep& step) {
  // Each WHO of a line is a submission of its own, so that one refusal names its case; they go in together.
  std::vector<ledger::Submission> submissions(step.events.size());
  for (std::size_t i = 0; i < step.events.size(); ++i)
    submissions[i].events.push_back(step.events[i]);
  PROBITY_ASSIGN(auto results, run.ledger.append(submissions));
  for (std::size_t i = 0; i < results.size(); ++i)
    if (!results[i])
      return tl::unexpected(std::move(results[i].error()).at(run.place(step.line) + " " + step.who[i]));
  run.book.reset();
  return {};
}

// Takes each step to whom it concerns.
struct Steps {
  ScenarioRun& run;
  ScenarioSettlement settlement;
  ScenarioCasework casework;

  base::Result<void> operator()(const record::RecordStep& step) { return record(run, step); }
  base::Result<void> operator()(const record::SettleStep& step) { return settlement.take(step); }
  base::Result<void> operator()(const record::WhyStep& step) { return settlement.take(step); }
  template <class Step> base::Result<void> operator()(const Step& step) { return casework.take(step); }
};

// The log opens a day before its first record, so that leaf 0 is never later than it.
base::Instant opening(const record::Scenario& scenario) {
  for (const record::Step& step : scenario.steps) {
    const auto* records = std::get_if<record::RecordStep>(&step);
    const auto* when = std::get_if<record::WhenStep>(&step);
    const base::json::Value* first = when != nullptr ? &when->command
                                     : records != nullptr && !records->events.empty()
                                         ? &records->events.front()
                                         : nullptr;
    const base::json::Value* recorded = first == nullptr ? nullptr : first->find("recorded");
    if (recorded == nullptr || recorded->text() == nullptr) continue;
    if (const auto instant = base::parse_instant(*recorded->text()))
      return {instant->microseconds - std::int64_t{86'400} * 1'000'000};
  }
  return {0};
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

base::Result<ScenarioReport> run_one(const std::string& file, record::Scenario scenario,
                                     const std::string& ledger_file, const std::string& contracts) {
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
  PROBITY_ASSIGN(auto ledger, ledger::Ledger::create(ledger_file, create, open));
  ScenarioRun run{file, std::move(scenario), std::move(ledger), std::move(working_days)};
  run.report.name = run.scenario.name;
  for (const auto& [who, stream] : run.scenario.streams)
    run.who_of[stream.hex()] = who;
  Steps steps{run, ScenarioSettlement(run, std::move(contract)), ScenarioCasework(run)};
  for (const record::Step& step : run.scenario.steps)
    PROBITY_TRY(std::visit(steps, step));
  return std::move(run.report);
}

base::Result<std::vector<record::Scenario>> read_scenarios(const std::string& file,
                                                           const std::string& contracts) {
  PROBITY_ASSIGN(std::string text, read_file(file));
  if (file.ends_with(".md")) {
    text = record::scenario_of_page(text);
    if (text.empty())
      return base::fail(base::ErrorCode::invalid_input, "the page has no block fenced as ```case", file,
                        "Write the scenario between ```case and ```");
  }
  record::ScenarioLanguage language;
  language.commands = casework::commands();
  language.digest_of = [&](std::string_view name) -> base::Result<base::Digest> {
    PROBITY_ASSIGN(const std::string named, read_file(found_file(file, contracts, std::string(name))));
    return base::sha256(base::bytes_of(named));
  };
  return record::parse_scenarios(text, file, language);
}

} // namespace

base::Result<std::vector<std::string>> scenario_names(const std::string& file, const std::string& contracts) {
  PROBITY_ASSIGN(const auto scenarios, read_scenarios(file, contracts));
  std::vector<std::string> names;
  for (const record::Scenario& scenario : scenarios)
    names.push_back(scenario.name);
  return names;
}

base::Result<std::vector<ScenarioReport>> run_scenarios(const std::string& file, const std::string& folder,
                                                        const std::string& contracts,
                                                        std::optional<std::size_t> only) {
  PROBITY_ASSIGN(auto scenarios, read_scenarios(file, contracts));
  std::vector<ScenarioReport> out;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    if (only && *only != i) continue;
    ScenarioReport failed{.name = scenarios[i].name, .checks = 1, .failures = {}};
    auto report =
        run_one(file, std::move(scenarios[i]), folder + "/" + std::to_string(i) + ".ledger", contracts);
    if (!report) failed.failures.push_back(report.error().text());
    out.push_back(report ? std::move(*report) : std::move(failed));
  }
  return out;
}

} // namespace probity::app

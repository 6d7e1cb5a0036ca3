#include "app/scenario_casework.h"

#include <algorithm>
#include <cstdlib>

#include "casework/case_words.h"
#include "casework/workforce/workforce_state.h"
#include "rules/register.h"
#include "service/act.h"
#include "service/case_loader.h"

namespace probity::app {

using base::Result;
using base::json::Value;

namespace {

std::string types_of(const std::vector<Value>& events) {
  std::string out;
  for (const Value& event : events)
    out += (out.empty() ? "" : ", ") + *event.find("type")->text();
  return out.empty() ? "nothing" : out;
}

} // namespace

Result<Value> ScenarioCasework::with_entities(const record::WhenStep& step) const {
  Value command = step.command;
  if (const auto named = step.entities.find("appointment"); named != step.entities.end()) {
    // A place on unpaid work is named by its session: appointment=S1.
    const bool numbered = named->second.find_first_not_of("0123456789") == std::string::npos;
    if (!numbered) {
      Value session = *command.find("entity");
      session.set("appointment",
                  Value(record::scenario_stream(run_.scenario.origin, "session:" + named->second).hex()));
      command.set("entity", std::move(session));
    }
  }
  if (!step.entities.contains("breach") && !step.entities.contains("escalation") &&
      !step.entities.contains("recall") && !step.entities.contains("transfer"))
    return command;
  PROBITY_ASSIGN(const timeline::Case person,
                 service::load_case(run_.ledger, run_.scenario.streams.at(step.who)));
  const casework::CaseState state = casework::state_of(person, run_.ledger.zone());
  Value entities = *command.find("entity");
  const auto set = [&](const std::string& kind, const auto& made) {
    const auto numbered = step.entities.find(kind);
    if (numbered == step.entities.end()) return;
    const std::size_t number = std::strtoul(numbered->second.c_str(), nullptr, 10);
    if (number > 0 && number <= made.size()) entities.set(kind, Value(made[number - 1].id.hex()));
  };
  set("breach", state.breaches);
  set("escalation", state.escalations);
  set("recall", state.recalls);
  set("transfer", state.transfers.all);
  command.set("entity", std::move(entities));
  return command;
}

Result<void> ScenarioCasework::take(const record::WhenStep& step) {
  PROBITY_ASSIGN(last_, with_entities(step));
  const auto acted = service::act(run_.ledger, *last_, readings_);
  run_.book.reset();
  ++run_.report.checks;
  if (step.refused) {
    if (acted)
      run_.fail(step.line, "a refusal with \"" + *step.refused + "\"", types_of(acted->events));
    else if (acted.error().text().find(*step.refused) == std::string::npos)
      run_.fail(step.line, "a refusal with \"" + *step.refused + "\"", acted.error().text());
    return {};
  }
  if (!acted) {
    run_.fail(step.line, "it to be done", acted.error().text());
    return {};
  }
  compare(step, acted->events);
  return {};
}

void ScenarioCasework::compare(const record::WhenStep& step, const std::vector<Value>& made) {
  for (std::size_t i = 0; i < std::max(step.then.size(), made.size()); ++i) {
    ++run_.report.checks;
    if (i >= step.then.size())
      run_.fail(step.line, "nothing more", base::json::write(made[i]));
    else if (i >= made.size())
      run_.fail(step.then[i].line, step.then[i].type, "nothing");
    else
      compare(step.then[i], made[i]);
  }
}

void ScenarioCasework::compare(const record::ExpectedEvent& expected, const Value& made) {
  const std::string type = *made.find("type")->text();
  if (type != expected.type) {
    run_.fail(expected.line, expected.type, type);
    return;
  }
  const Value& facts = *made.find("facts");
  for (const auto& [name, value] : *expected.facts.object()) {
    const Value* came = facts.find(name);
    if (came == nullptr || *came != value)
      run_.fail(expected.line, name + " " + base::json::write(value),
                came == nullptr ? "none" : base::json::write(*came));
  }
  if (!expected.valid) return;
  const Value& valid = *made.find("valid");
  const Value* from = valid.find("from");
  if (from == nullptr || *from->text() != base::to_text(*expected.valid))
    run_.fail(expected.line, "the act on " + base::to_text(*expected.valid), base::json::write(valid));
}

Result<void> ScenarioCasework::take(const record::AgainStep& step) {
  const std::uint64_t size = run_.ledger.size();
  const auto acted = service::act(run_.ledger, *last_, readings_);
  ++run_.report.checks;
  if (!acted || !acted->had_acted || run_.ledger.size() != size)
    run_.fail(step.line, "nothing to come of the command sent again",
              acted ? types_of(acted->events) : acted.error().text());
  return {};
}

Result<timeline::Case> ScenarioCasework::person_on(const std::string& who, base::Day on, int line) {
  if (auto loaded = run_.load(base::to_text(on)); !loaded)
    return tl::unexpected(std::move(loaded.error()).at(run_.place(line)));
  const timeline::People people(*run_.book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases())
    if (person->name == run_.scenario.streams.at(who)) return *person;
  return base::fail(base::ErrorCode::not_found, who + " had no record on " + base::to_text(on),
                    run_.place(line));
}

Result<void> ScenarioCasework::take(const record::OwedStep& step) {
  PROBITY_ASSIGN(const timeline::Case person, person_on(step.who, step.on, step.line));
  PROBITY_ASSIGN(const casework::Policy policy,
                 casework::policy_of(rules::england_wales(), step.on, readings_));
  const casework::Workforce workforce = casework::workforce_of(*run_.book);
  const casework::Duties duties(policy, run_.ledger.zone(), &workforce);
  const std::vector<casework::Obligation> owed =
      duties.owed(person, casework::state_of(person, run_.ledger.zone()), run_.working_days, step.on);
  run_.book.reset();
  const auto text = [&](std::string_view kind, base::Day due, bool overdue) {
    return std::string(kind) + " due " + base::to_text(due) + (overdue ? " overdue" : "");
  };
  for (std::size_t i = 0; i < std::max<std::size_t>(1, std::max(owed.size(), step.expected.size())); ++i) {
    ++run_.report.checks;
    const std::string wanted =
        i < step.expected.size() ? text(step.expected[i].kind, step.expected[i].due, step.expected[i].overdue)
                                 : "nothing more";
    const std::string came =
        i < owed.size() ? text(owed[i].kind, owed[i].due, owed[i].overdue(step.on)) : "nothing more";
    if (wanted != came) run_.fail(i < step.expected.size() ? step.expected[i].line : step.line, wanted, came);
  }
  return {};
}

Result<casework::CaseWords> ScenarioCasework::words_on(const record::StateStep& step) {
  if (auto loaded = run_.load(base::to_text(step.on)); !loaded)
    return tl::unexpected(std::move(loaded.error()).at(run_.place(step.line)));
  casework::CaseWords staff = casework::workforce_words(casework::workforce_of(*run_.book),
                                                        run_.scenario.streams.at(step.who), step.on);
  if (!staff.empty()) {
    run_.book.reset();
    return staff;
  }
  PROBITY_ASSIGN(const timeline::Case person, person_on(step.who, step.on, step.line));
  run_.book.reset();
  PROBITY_ASSIGN(const casework::Policy policy,
                 casework::policy_of(rules::england_wales(), step.on, readings_));
  return casework::words_of(casework::state_of(person, run_.ledger.zone()), policy, run_.working_days,
                            step.on);
}

Result<void> ScenarioCasework::take(const record::StateStep& step) {
  PROBITY_ASSIGN(const casework::CaseWords words, words_on(step));
  for (const auto& expected : step.expected) {
    const auto& [name, value] = expected;
    ++run_.report.checks;
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto& word) { return word.first == expected.first; });
    if (found == words.end()) {
      run_.fail(step.line, "a case to say its " + name, "no such word");
      continue;
    }
    // A practitioner is written by name, as in the lines above.
    const std::string named = record::scenario_stream(run_.scenario.origin, value).hex();
    if (found->second != value && found->second != named)
      run_.fail(step.line, name + "=" + value, found->second);
  }
  return {};
}

Result<void> ScenarioCasework::take(const record::ReadingStep& step) {
  readings_[step.name] = step.value;
  const auto policy = casework::policy_of(rules::england_wales(), base::day_of(2016, 1, 4), readings_);
  if (!policy) return tl::unexpected(base::Error(policy.error()).at(run_.place(step.line)));
  return {};
}

} // namespace probity::app

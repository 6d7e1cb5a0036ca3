#include "record/scenario_asked.h"

#include <algorithm>
#include <array>

namespace probity::record::scenario_text {

using base::Result;

bool AskedReader::begins(std::string_view first_word) {
  constexpr std::array<std::string_view, 5> words{"when", "again", "owed", "state", "reading"};
  return std::find(words.begin(), words.end(), first_word) != words.end();
}

tl::unexpected<base::Error> AskedReader::fault(const Line& line, std::string message,
                                               std::string hint) const {
  return base::fail(base::ErrorCode::invalid_input, std::move(message), place(file_, line.number),
                    std::move(hint));
}

Result<base::Day> AskedReader::who_on_day(const Line& line, const RecordReader& records,
                                          const std::string& form) const {
  const std::vector<std::string>& words = line.words;
  const auto day = words.size() >= 4 && words[2] == "on" ? base::parse_day(words[3]) : std::nullopt;
  if (!day) return fault(line, "it is not said of whom and on which day", form);
  if (!records.knows(words[1]))
    return fault(line, "nobody called " + words[1] + " has a record above", "Use the names of the at lines");
  return *day;
}

Result<void> AskedReader::line(const Line& line, RecordReader& records, Scenario& scenario) {
  const std::vector<std::string>& words = line.words;
  if (words[0] == "when") {
    PROBITY_ASSIGN(WhenStep step, records.when_line(line));
    scenario.steps.emplace_back(std::move(step));
  } else if (words[0] == "again") {
    const bool asked = std::any_of(scenario.steps.begin(), scenario.steps.end(),
                                   [](const Step& step) { return std::holds_alternative<WhenStep>(step); });
    if (!asked) return fault(line, "nothing was asked above", "Put a when line above it");
    scenario.steps.emplace_back(AgainStep{line.number});
  } else if (words[0] == "owed") {
    OwedStep step;
    step.line = line.number;
    PROBITY_ASSIGN(step.on, who_on_day(line, records, "Write: owed WHO on DAY"));
    step.who = words[1];
    scenario.steps.emplace_back(std::move(step));
  } else if (words[0] == "state") {
    StateStep step;
    step.line = line.number;
    PROBITY_ASSIGN(step.on, who_on_day(line, records, "Write: state WHO on DAY NAME=VALUE ..."));
    step.who = words[1];
    for (std::size_t i = 4; i < words.size(); ++i) {
      const auto setting = parse_setting(words[i]);
      if (!setting) return fault(line, "\"" + words[i] + "\" is not NAME=VALUE", "Write: owner=none");
      step.expected.emplace_back(setting->first, setting->second);
    }
    if (step.expected.empty())
      return fault(line, "nothing is expected", "Write: state WHO on DAY NAME=VALUE");
    scenario.steps.emplace_back(std::move(step));
  } else {
    const auto setting = words.size() == 2 ? parse_setting(words[1]) : std::nullopt;
    if (!setting) return fault(line, "this picks no reading", "Write: reading NAME=VALUE");
    scenario.steps.emplace_back(
        ReadingStep{line.number, std::string(setting->first), std::string(setting->second)});
  }
  return {};
}

bool AskedReader::takes(const Scenario& scenario) {
  return !scenario.steps.empty() && (std::holds_alternative<WhenStep>(scenario.steps.back()) ||
                                     std::holds_alternative<OwedStep>(scenario.steps.back()));
}

Result<void> AskedReader::indented(const Line& line, RecordReader& records, Scenario& scenario) {
  if (auto* when = std::get_if<WhenStep>(&scenario.steps.back())) return below_when(line, records, *when);
  return below_owed(line, std::get<OwedStep>(scenario.steps.back()));
}

Result<void> AskedReader::below_when(const Line& line, RecordReader& records, WhenStep& step) const {
  const std::vector<std::string>& words = line.words;
  constexpr const char* form = "Write: then TYPE [on DAY] [field=value ...], or: refused \"text\"";
  if (step.refused) return fault(line, "what is refused makes nothing", form);
  if (words[0] == "refused" && words.size() == 2 && step.then.empty()) {
    step.refused = words[1];
    return {};
  }
  if (words[0] != "then") return fault(line, "this says nothing of what a command does", form);
  PROBITY_ASSIGN(ExpectedEvent expected, records.then_line(line));
  step.then.push_back(std::move(expected));
  return {};
}

Result<void> AskedReader::below_owed(const Line& line, OwedStep& step) const {
  const std::vector<std::string>& words = line.words;
  if (words.size() == 1 && words[0] == "nothing" && step.expected.empty()) return {};
  const auto day = words.size() >= 3 && words[1] == "due" ? base::parse_day(words[2]) : std::nullopt;
  const bool overdue = words.size() == 4 && words[3] == "overdue";
  if (!day || (words.size() == 4 && !overdue) || words.size() > 4)
    return fault(line, "this is nothing that is owed", "Write: KIND due DAY [overdue], or: nothing");
  step.expected.push_back({line.number, words[0], *day, overdue});
  return {};
}

} // namespace probity::record::scenario_text

#include "record/scenario.h"

#include <algorithm>

#include "record/scenario_asked.h"
#include "record/scenario_record.h"
#include "record/scenario_text.h"

namespace probity::record {
namespace {

using base::ErrorCode;
using scenario_text::Line;

constexpr const char* header_form =
    "Write: case \"NAME\"  log replayed origin case/NAME zone Europe/London seed 1  contract FILE";

class Reader {
 public:
  Reader(std::string_view file, const ScenarioLanguage& language) : file_(file), language_(language) {}

  // The lines of one case, the case line first.
  base::Result<Scenario> read(const std::vector<Line>& lines) {
    PROBITY_TRY(header(lines[0]));
    auto zone = base::Zone::named(scenario_.zone);
    if (!zone)
      return tl::unexpected(std::move(zone.error()).at(scenario_text::place(file_, lines[0].number)));
    scenario_text::RecordReader records(scenario_, *zone, file_, language_);
    for (std::size_t i = 1; i < lines.size(); ++i)
      PROBITY_TRY(step(lines[i], records));
    return std::move(scenario_);
  }

 private:
  static constexpr const char* settle_form = "Write: settle 2016-03 [as-known DAY] [reading CLAUSE=NAME "
                                             "...], or: issue 2016-03 at TIME [reading …]";
  static constexpr const char* line_form = "Write: line KEY 4 x -£2,000.00 = -£8,000.00 [because B D E F]";

  [[nodiscard]] tl::unexpected<base::Error> fault(const Line& line, std::string message,
                                                  std::string hint) const {
    return base::fail(ErrorCode::invalid_input, std::move(message), scenario_text::place(file_, line.number),
                      std::move(hint));
  }

  base::Result<void> header(const Line& line) {
    const std::vector<std::string>& words = line.words;
    if (words.size() < 2) return fault(line, "the case has no name", header_form);
    scenario_.name = words[1];
    for (std::size_t i = 2; i < words.size(); i += 2) {
      if (i + 1 == words.size()) return fault(line, "nothing follows \"" + words[i] + "\"", header_form);
      const std::string& value = words[i + 1];
      if (words[i] == "log" && value == "replayed") continue;
      if (words[i] == "log")
        return fault(line, "a scenario's log is replayed: its times are written down", "Write: log replayed");
      std::string* const target = words[i] == "origin"     ? &scenario_.origin
                                  : words[i] == "zone"     ? &scenario_.zone
                                  : words[i] == "seed"     ? &scenario_.seed
                                  : words[i] == "contract" ? &scenario_.contract
                                                           : nullptr;
      if (target == nullptr) return fault(line, "the case line has no \"" + words[i] + "\"", header_form);
      *target = value;
    }
    if (scenario_.origin.empty()) return fault(line, "the log has no origin", header_form);
    return {};
  }

  base::Result<void> step(const Line& line, scenario_text::RecordReader& records) {
    const std::string& first = line.words[0];
    if (line.indented) {
      if (asked_.takes(scenario_)) return asked_.indented(line, records, scenario_);
      if (block_ == nullptr)
        return fault(line, "an indented line says what must come out, and nothing above it gives anything",
                     "Move the line to the left, or write settle PERIOD, when … or owed … above it");
      return expectation(line, records);
    }
    block_ = nullptr;
    if (scenario_text::AskedReader::begins(first)) return asked_.line(line, records, scenario_);
    if (first == "at") {
      PROBITY_ASSIGN(auto step, records.at_line(line));
      scenario_.steps.emplace_back(std::move(step));
      return {};
    }
    if (first == "day") {
      PROBITY_ASSIGN(auto step, records.day_line(line));
      scenario_.steps.emplace_back(std::move(step));
      return {};
    }
    if (first == "settle" || first == "issue") return settle(line, records);
    if (first == "why") return why(line, records);
    return fault(line, "\"" + first + "\" begins no step",
                 "Begin with at, day, settle, issue, why, when, again, owed, state or reading");
  }

  base::Result<void> settle(const Line& line, scenario_text::RecordReader& records) {
    SettleStep step;
    step.line = line.number;
    if (line.words[0] == "issue") step.command = SettleStep::Command::issue;
    if (line.words.size() < 2) return fault(line, "no period is given", settle_form);
    step.period = line.words[1];
    for (std::size_t i = 2; i < line.words.size();) {
      const std::string& word = line.words[i++];
      const bool more = i < line.words.size();
      if (word == "as-known" && more) {
        step.as_known = line.words[i++];
        const auto size = scenario_text::parse_integer(step.as_known);
        if (!base::parse_day(step.as_known) && !(size && *size >= 0))
          return fault(line, "\"" + step.as_known + "\" is neither a day nor a ledger size", settle_form);
      } else if (word == "at" && more && step.command == SettleStep::Command::issue) {
        PROBITY_ASSIGN(step.recorded, records.recorded(line, line.words[i++]));
      } else if (word == "reading" && more) {
        while (i < line.words.size() && line.words[i].find('=') != std::string::npos)
          PROBITY_TRY(readings(line, line.words[i++], step));
      } else {
        return fault(line, "\"" + word + "\" is not understood here", settle_form);
      }
    }
    if (step.command == SettleStep::Command::issue && !step.recorded)
      return fault(line, "it is not said when the statement is issued", settle_form);
    scenario_.steps.emplace_back(std::move(step));
    block_ = &std::get<SettleStep>(scenario_.steps.back());
    return {};
  }

  base::Result<void> readings(const Line& line, std::string_view word, SettleStep& step) {
    for (const std::string_view one : scenario_text::split_at(word, ',')) {
      const auto reading = scenario_text::parse_setting(one);
      if (!reading || reading->second.empty())
        return fault(line, "\"" + std::string(one) + "\" picks no reading", settle_form);
      if (!step.readings.emplace(reading->first, reading->second).second)
        return fault(line, "two readings of " + std::string(reading->first) + " are picked", "Pick one");
    }
    return {};
  }

  base::Result<void> expectation(const Line& line, const scenario_text::RecordReader& records) {
    const std::vector<std::string>& words = line.words;
    Expectation expected;
    expected.line = line.number;
    if (words[0] == "total" && words.size() == 2) {
      expected.kind = Expectation::Kind::total;
      PROBITY_ASSIGN(expected.amount, money(line, words[1]));
    } else if (words[0] == "no" && words.size() == 3 && words[1] == "line") {
      expected.kind = Expectation::Kind::no_line;
      expected.key = words[2];
    } else if (words[0] == "refused" && words.size() >= 2) {
      expected.kind = Expectation::Kind::refused;
      expected.key = words[1];
      if (words.size() > 2 && (words[2] != "because" || words.size() == 3))
        return fault(line, "\"" + words[2] + "\" is not understood here",
                     "Write: refused KEY [because WORD ...]");
      if (words.size() > 2) expected.because.emplace(words.begin() + 3, words.end());
    } else if (words[0] == "line" && words.size() >= 4) {
      PROBITY_TRY(statement_line(line, records, expected));
    } else {
      PROBITY_TRY(account_line(line, expected));
    }
    block_->expected.push_back(std::move(expected));
    return {};
  }

  // What a statement says beside its own lines: the account, its state, its service levels.
  base::Result<void> account_line(const Line& line, Expectation& expected) const {
    using Kind = Expectation::Kind;
    const std::vector<std::string>& words = line.words;
    const auto is = [&](std::string_view first, std::size_t count) {
      return words[0] == first && words.size() == count;
    };
    const bool supersedes = is("correction", 6) && words[4] == "supersedes";
    if ((is("correction", 4) || is("drift", 4) || is("earlier", 4) || supersedes) && words[2] == "=") {
      expected.kind = words[0] == "correction" ? Kind::correction
                      : words[0] == "drift"    ? Kind::drift
                                               : Kind::earlier;
      expected.key = words[1];
      PROBITY_ASSIGN(expected.amount, money(line, words[3]));
      if (supersedes) {
        PROBITY_ASSIGN(expected.of, count(line, words[5]));
      }
    } else if (is("no", 2) && words[1] == "correction") {
      expected.kind = Kind::no_correction;
    } else if (is("due", 2)) {
      expected.kind = Kind::due;
      PROBITY_ASSIGN(expected.amount, money(line, words[1]));
    } else if (is("state", 2) &&
               (words[1] == "provisional" || words[1] == "determined" || words[1] == "final")) {
      expected.kind = Kind::state;
      expected.key = words[1];
    } else if (is("fails", 2)) {
      expected.kind = Kind::fails;
      expected.key = words[1];
    } else if (is("level", 4) && words[2] == "not" && words[3] == "measured") {
      expected.kind = Kind::level;
      expected.key = words[1];
    } else if (is("level", 5) && words[3] == "of") {
      expected.kind = Kind::level;
      expected.key = words[1];
      PROBITY_ASSIGN(expected.met, count(line, words[2]));
      PROBITY_ASSIGN(expected.of, count(line, words[4]));
    } else {
      return fault(line, "this says nothing that a settlement shows",
                   "Write line KEY N x £A = £T, no line KEY, refused KEY, total £T, or another of the lines "
                   "that docs/scenarios.md lists");
    }
    return {};
  }

  [[nodiscard]] base::Result<std::int64_t> count(const Line& line, const std::string& word) const {
    const auto number = scenario_text::parse_integer(word);
    if (!number || *number < 0)
      return fault(line, "\"" + word + "\" is not a number", "Write a whole number");
    return *number;
  }

  // line KEY [N x £A] = £T [because WHO...]
  base::Result<void> statement_line(const Line& line, const scenario_text::RecordReader& records,
                                    Expectation& expected) {
    const std::vector<std::string>& words = line.words;
    expected.key = words[1];
    std::size_t at = 2;
    if (words[at] != "=") {
      if (words.size() < 7 || words[3] != "x") return fault(line, "the line is cut short", line_form);
      expected.quantity = base::Rational::parse_decimal(words[2]);
      if (!expected.quantity) return fault(line, "\"" + words[2] + "\" is not a number", line_form);
      PROBITY_ASSIGN(expected.each, money(line, words[4]));
      at = 5;
    }
    if (words[at] != "=" || at + 1 == words.size()) return fault(line, "the line has no total", line_form);
    PROBITY_ASSIGN(expected.amount, money(line, words[at + 1]));
    at += 2;
    if (at == words.size()) return {};
    if (words[at] != "because" || at + 1 == words.size())
      return fault(line, "\"" + words[at] + "\" is not understood here", line_form);
    expected.because.emplace();
    for (std::size_t i = at + 1; i < words.size(); ++i) {
      PROBITY_ASSIGN(const std::vector<std::string> named, records.who_of(line, words[i]));
      for (const std::string& who : named)
        if (!records.knows(who))
          return fault(line, "nobody called " + who + " has a record above", "Use the names of the at lines");
      expected.because->insert(expected.because->end(), named.begin(), named.end());
    }
    return {};
  }

  [[nodiscard]] base::Result<base::Money> money(const Line& line, const std::string& word) const {
    const auto amount = word.find("£") == std::string::npos ? std::nullopt : base::parse_money(word);
    if (!amount)
      return fault(line, "\"" + word + "\" is not an amount", "Write pounds and pence: -£2,000.00");
    return *amount;
  }

  base::Result<void> why(const Line& line, const scenario_text::RecordReader& records) {
    constexpr const char* form = "Write: why LINE: \"text\", or: why --not WHO MEASURE: \"text\"";
    const std::vector<std::string>& words = line.words;
    const bool is_not = words.size() == 5 && words[1] == "--not";
    const std::string& subject = words[words.size() < 3 ? 0 : words.size() - 2];
    if ((words.size() != 3 && !is_not) || !subject.ends_with(':') || subject.size() == 1 ||
        words.back().empty())
      return fault(line, "this asks nothing", form);
    WhyStep step;
    step.line = line.number;
    step.text = words.back();
    std::string name = subject.substr(0, subject.size() - 1);
    if (is_not) {
      step.question = WhyStep::Question::why_not;
      step.who = words[2];
      step.measure = std::move(name);
      if (!records.knows(step.who))
        return fault(line, "nobody called " + step.who + " has a record above",
                     "Use the names of the at lines");
    } else {
      step.of_line = std::move(name);
    }
    const bool settled = std::any_of(scenario_.steps.begin(), scenario_.steps.end(),
                                     [](const Step& one) { return std::holds_alternative<SettleStep>(one); });
    if (!settled) return fault(line, "nothing is settled above", "Put settle PERIOD above the question");
    scenario_.steps.emplace_back(std::move(step));
    return {};
  }

  std::string_view file_;
  const ScenarioLanguage& language_;
  Scenario scenario_;
  scenario_text::AskedReader asked_{file_};
  SettleStep* block_ = nullptr; // the step that indented lines belong to
};

} // namespace

base::Result<std::vector<Scenario>> parse_scenarios(std::string_view text, std::string_view file,
                                                    const ScenarioLanguage& language) {
  PROBITY_ASSIGN(std::vector<Line> lines, scenario_text::split(text, file));
  const auto begins = [](const Line& line, std::string_view word) {
    return !line.indented && line.words[0] == word;
  };
  std::vector<Line> background;
  std::size_t at = 0;
  if (!lines.empty() && begins(lines[0], "background"))
    while (at < lines.size() && !begins(lines[at], "case"))
      background.push_back(lines[at++]);
  if (at == lines.size() || !begins(lines[at], "case"))
    return base::fail(ErrorCode::invalid_input, "a scenario begins with its case line",
                      scenario_text::place(file, at < lines.size() ? lines[at].number : 1), header_form);
  std::vector<Scenario> out;
  while (at < lines.size()) {
    std::vector<Line> one{std::move(lines[at++])};
    if (!background.empty()) {
      if (one[0].words.size() < 2) one[0].words.emplace_back();
      one[0].words.insert(one[0].words.begin() + 2, background[0].words.begin() + 1,
                          background[0].words.end());
      one.insert(one.end(), background.begin() + 1, background.end());
    }
    while (at < lines.size() && !begins(lines[at], "case"))
      one.push_back(std::move(lines[at++]));
    PROBITY_ASSIGN(Scenario scenario, Reader(file, language).read(one));
    out.push_back(std::move(scenario));
  }
  return out;
}

} // namespace probity::record

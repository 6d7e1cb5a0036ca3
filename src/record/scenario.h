// Scenarios that anyone can read: records, commands and what is expected of them, as text. This reads the
// text; running it is the business of whoever has a ledger and a contract. The format is described in
// docs/scenarios.md.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"
#include "base/json.h"
#include "base/money.h"
#include "record/vocabulary.h"

namespace probity::record {

// One `at` or `day` line: submitted events in order, one for each WHO of the line, all valid by the
// vocabulary.
struct RecordStep {
  int line = 0;
  std::vector<std::string> who; // whose stream each event stands on
  std::vector<base::json::Value> events;
};

// An indented line below `settle` or `issue`.
struct Expectation {
  enum class Kind {
    line,          // line KEY [N x £A] = £T [because WHO...]
    no_line,       // no line KEY
    total,         // total £T
    refused,       // refused KEY [because WORD...]
    due,           // due £T
    state,         // state WORD
    correction,    // correction KEY = £T [supersedes N]
    no_correction, // no correction
    drift,         // drift KEY = £T
    earlier,       // earlier PERIOD = £T
    level,         // level MEASURE N of M, level MEASURE not measured
    fails,         // fails "TEXT"
  };
  int line = 0;
  Kind kind = Kind::line;
  std::string key; // the clause, or whatever the statement's lines are known by; the word or text expected
  std::optional<base::Rational> quantity;          // N
  std::optional<base::Money> each;                 // £A
  std::optional<base::Money> amount;               // £T
  std::optional<std::vector<std::string>> because; // in the order written; nothing when the line does not say
  std::optional<std::int64_t> met;                 // N of a level; none: not measured
  std::optional<std::int64_t> of;                  // M of a level; statements that a correction supersedes
};

// settle PERIOD [as-known DAY|N] [reading CLAUSE=NAME ...]
// issue PERIOD at RECORDED [reading CLAUSE=NAME ...]: the statement is issued, so that it counts in the
// account
struct SettleStep {
  enum class Command { settle, issue };
  int line = 0;
  Command command = Command::settle;
  std::string period;
  std::string as_known;                  // a day or a ledger size; empty: all there is
  std::optional<base::Instant> recorded; // of an issue
  std::map<std::string, std::string> readings;
  std::vector<Expectation> expected;
};

// why LINE: "TEXT" and why --not WHO MEASURE: "TEXT", with the settings of the last settle.
struct WhyStep {
  enum class Question { why, why_not };
  int line = 0;
  Question question = Question::why;
  std::string of_line; // why
  std::string who;     // why --not
  std::string measure; // why --not
  std::string text;    // what the answer must say
};

// An event that a command must make: its type, the facts that are named (others may be there), its valid day.
struct ExpectedEvent {
  int line = 0;
  std::string type;
  base::json::Value facts;
  std::optional<base::Day> valid;
};

// when TIME WHO COMMAND ..., and indented below it either `then TYPE ...` for each event that it makes, in
// order, `then nothing`, or `refused "TEXT"`.
struct WhenStep {
  int line = 0;
  std::string who;
  base::json::Value command;
  // Entities by the number that the line gives, 1 when it gives none: those that commands make are found by
  // it.
  std::map<std::string, std::string> entities;
  std::vector<ExpectedEvent> then;
  std::optional<std::string> refused; // what the refusal says
};

// again: the last command is sent once more; nothing must come of it.
struct AgainStep {
  int line = 0;
};

// owed WHO on DAY, and indented below it `KIND due DAY [overdue]` for each obligation in order, or `nothing`.
struct OwedStep {
  struct Owed {
    int line = 0;
    std::string kind;
    base::Day due;
    bool overdue = false;
  };
  int line = 0;
  std::string who;
  base::Day on;
  std::vector<Owed> expected;
};

// state WHO on DAY NAME=VALUE ...: what the case says of itself, such as its counts of failures.
struct StateStep {
  int line = 0;
  std::string who;
  base::Day on;
  std::vector<std::pair<std::string, std::string>> expected;
};

// reading NAME=VALUE: the policy's reading from here on.
struct ReadingStep {
  int line = 0;
  std::string name;
  std::string value;
};

using Step =
    std::variant<RecordStep, SettleStep, WhyStep, WhenStep, AgainStep, OwedStep, StateStep, ReadingStep>;

struct Scenario {
  std::string name;
  std::string origin; // of its replayed log
  std::string zone = "Europe/London";
  std::string seed = "1";
  std::string contract; // the contract file as written, beside the scenario; empty: none
  std::vector<Step> steps;
  // Every WHO that has a stream, with its name; for reading answers back.
  std::map<std::string, base::StreamId> streams;
};

// SHA-256 of a file that a digest fact names as `@FILE`.
using FileDigest = std::function<base::Result<base::Digest>(std::string_view file)>;

struct ScenarioLanguage {
  FileDigest digest_of;
  Types commands; // what `when` lines may ask
};

// All cases of a file; each begins with what stands under `background`, if there is any. The first fault
// stops: `where` is "FILE:LINE", the hint says what to write instead.
base::Result<std::vector<Scenario>> parse_scenarios(std::string_view text, std::string_view file,
                                                    const ScenarioLanguage& language = {});

// Names are made from the scenario alone: the first 16 bytes of SHA-256 of "scenario/ORIGIN/WHO".
base::StreamId scenario_stream(std::string_view origin, std::string_view who);
// … of "scenario/ORIGIN/WHO/KIND/NUMBER".
base::EntityId scenario_entity(std::string_view origin, std::string_view who, std::string_view kind,
                               std::string_view number);

// The scenario that a page in Markdown tells: the blocks fenced as ```case, in their order, at the lines
// where they stand; every other line is empty, so that a fault names the page's own line. Empty when the page
// has no such block.
std::string scenario_of_page(std::string_view markdown);

} // namespace probity::record

// The steps of a scenario that ask casework: commands, what they make, what is owed.
#pragma once

#include "app/scenario_run.h"
#include "casework/case_words.h"
#include "casework/worklists/owed.h"

namespace probity::app {

class ScenarioCasework {
 public:
  // `run` must outlive this.
  explicit ScenarioCasework(ScenarioRun& run) : run_(run) {}

  base::Result<void> take(const record::WhenStep& step);
  base::Result<void> take(const record::AgainStep& step);
  base::Result<void> take(const record::OwedStep& step);
  base::Result<void> take(const record::StateStep& step);
  base::Result<void> take(const record::ReadingStep& step);

 private:
  void compare(const record::WhenStep& step, const std::vector<base::json::Value>& made);
  void compare(const record::ExpectedEvent& expected, const base::json::Value& made);
  // The command with the ids of entities that earlier commands made, by their number.
  base::Result<base::json::Value> with_entities(const record::WhenStep& step) const;
  // What the record of a person, a post or a member of staff says of itself.
  base::Result<casework::CaseWords> words_on(const record::StateStep& step);
  // The person, by what was known at the end of the day.
  base::Result<timeline::Case> person_on(const std::string& who, base::Day on, int line);

  ScenarioRun& run_;
  casework::Readings readings_;
  std::optional<base::json::Value> last_;
};

} // namespace probity::app

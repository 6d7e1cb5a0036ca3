// The score that an instrument had given a person by the day of the index event, as the record has it.
//
// Only a score made on or before that day counts, and only if it was recorded in time: one that is made or
// entered when the result is already known could be chosen to suit it. A score is never worked out anew here.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "outcome/cohort.h"

namespace probity::outcome {

struct ScoreRule {
  record::Symbol instrument;              // "ogrs3"
  record::Symbol version;                 // of its numbers; empty: any
  record::Symbol forecast;                // "one_year": the name of the chance
  int recorded_within_days = 0;           // of the index day
  [[nodiscard]] std::string text() const; // "ogrs3 one_year, version 2018"
};

struct RecordedScore {
  std::int64_t millionths = 0; // the chance, 0 … 1,000,000
  std::uint64_t event = 0;     // ledger index
  base::Day made;
};

// The newest that counts, by the day it was made; of one day the last recorded. `index_day`: the first day
// that the index event may have been. A chance outside 0 … 1,000,000 is none.
std::optional<RecordedScore> score_at(const timeline::Case& person, const ScoreRule& rule,
                                      base::Day index_day);

// The same for the members of cohorts of one book, linked records taken as the cohort takes them. The book
// must outlive it.
class RecordedScores {
 public:
  RecordedScores(const timeline::Book& book, timeline::Linked linked, ScoreRule rule);
  [[nodiscard]] std::optional<RecordedScore> of(const Member& member) const;
  [[nodiscard]] const ScoreRule& rule() const { return rule_; }

 private:
  ScoreRule rule_;
  timeline::People people_;
  std::map<base::StreamId, const timeline::Case*> by_name_;
};

} // namespace probity::outcome

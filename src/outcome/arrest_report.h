// First arrests as figures: how many were arrested in each period, within all of them, by a fact of the
// record; and, where chance divided people into two arms, what difference the arm made.
//
// An arrest is no proof: the words of the report say so, and nothing is paid by it. docs/methods/rearrest.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "outcome/cohort.h"
#include "outcome/first_arrest.h"
#include "outcome/intervals.h"
#include "outcome/kaplan_meier.h"
#include "outcome/log_rank.h"
#include "outcome/report.h"

namespace probity::outcome {

enum class ArrestGrouping { sex, age_band, offence_group, arm };
std::optional<ArrestGrouping> arrest_grouping_named(std::string_view text);
std::string_view name(ArrestGrouping grouping);

struct ArrestRequest {
  std::optional<int> within = {};      // periods; all that were followed
  std::optional<PeriodUnit> unit = {}; // of `within`
  std::optional<ArrestGrouping> by = {};
  Audience audience = Audience::inside;
};

struct ArrestFigure {
  std::string label; // "not_stated" where the record does not say
  std::int64_t people = 0;
  std::vector<std::int64_t> in_period; // first arrests in period 1, 2, … `within`
  std::int64_t arrested = 0;           // within all of them
  Interval interval;                   // Wilson, 95 %
  SurvivalCurve curve;                 // free of arrest; time in periods
  bool withheld = false;               // from a publication: then it holds nothing but its label
};

// The first of two arms by name against the second, as chance assigned them.
struct TrialComparison {
  std::string trial, first, second;
  Difference difference; // of the shares arrested; Newcombe, 95 %
  double z = 0;          // pooled test of equal shares
  double p_value = 1;
  LogRank log_rank;
};

struct ArrestReport {
  Snapshot snapshot;
  std::string origin;
  bool replayed = false;
  PeriodUnit unit = PeriodUnit::year;
  int within = 0;
  std::optional<ArrestGrouping> by;
  Audience audience = Audience::inside;
  std::vector<ArrestFigure> figures; // by label
  ArrestFigure all;
  std::optional<TrialComparison> comparison; // by arm, and there are two of one trial
  std::int64_t not_followed = 0;             // for so long, and not arrested before: left out
  // A period of a publication held from 1 to 4 arrests: no figure has periods or a curve then.
  bool periods_withheld = false;
  std::string title;                 // "First arrests within 3 years of release"
  std::vector<std::string> takeaway; // two sentences, from the values above
  std::vector<std::string> notes;
};

// `refused`: nobody was followed up; follow-ups in weeks and in years; nobody for so long.
base::Result<ArrestReport> arrest_report_of(const timeline::Book& book, const ArrestRequest& request);

base::json::Value arrest_report_json(const ArrestReport& report);
// One record for each figure and period: group, period, at risk, arrested, share free of arrest, interval.
std::string arrest_report_csv(const ArrestReport& report);

} // namespace probity::outcome

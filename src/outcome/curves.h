// When it happened: for each group, how many were still followed, and the share for whom each thing had
// happened first. What competes is a curve beside the others, never dropped and never taken for success.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outcome/cohort.h"
#include "outcome/cumulative_incidence.h"
#include "outcome/kaplan_meier.h"
#include "outcome/log_rank.h"

namespace probity::outcome {

// In the order of the curves' causes: cause k of follow_up.h is shown_causes[k − 1].
inline constexpr Cause shown_causes[] = {Cause::reoffence, Cause::technical_return, Cause::custody,
                                         Cause::death};
constexpr int shown_cause_count = 4;

struct CurvePoint {
  std::int32_t day = 0;
  std::int64_t at_risk = 0;             // still followed, and nothing has happened before this day
  double share[shown_cause_count] = {}; // for whom it has happened, as the first thing, by this day
  std::optional<Interval> interval;     // of share[0], 95 %
  // 1 − Kaplan–Meier of the reoffence with everything else taken for censoring: what the share would be if
  // nobody were recalled or died and their risk were that of the others. Higher than share[0], and no
  // forecast.
  double alone = 0;
};

struct Curve {
  std::string label;
  std::int64_t people = 0;
  std::int64_t left_out = 0;      // the days of what happened are not known
  std::vector<CurvePoint> points; // twelve, from a twelfth of the window to its end
};

struct Curves {
  std::vector<Curve> groups; // by stratum, or one of all
  // Whether the groups reoffend at one pace while at risk; none with one group, or nothing to compare.
  std::optional<LogRank> test;
};

// Of the cohort's members, by their stratum.
Curves curves_of(const Cohort& cohort);

} // namespace probity::outcome

#include <fmt/format.h>

#include "contract/csv_row.h"
#include "contract/provider_verdicts.h"

namespace probity::contract {
namespace {

using base::json::Array;
using base::json::Value;

std::string six(double chance) {
  return fmt::format("{:.6f}", chance);
}

Value people_json(const PeopleCounts& counts) {
  Value out;
  out.set("people", Value(counts.people));
  out.set("reoffenders", Value(counts.reoffenders));
  return out;
}

Value luck_json(const std::optional<FalseChances>& by_rate, const std::optional<FalseChances>& by_clause) {
  Value out;
  const auto put = [&](std::string_view name, const std::optional<FalseChances>& luck) {
    if (!luck) return;
    Value chances;
    chances.set("paid", Value(six(luck->pays)));
    chances.set("deducted", Value(six(luck->takes)));
    out.set(std::string(name), std::move(chances));
  };
  put("by_rate", by_rate);
  put("by_clause", by_clause);
  return out;
}

Value verdict_json(const ProviderVerdict& verdict) {
  const OutcomeResult& result = verdict.by_clause;
  Value out;
  out.set("provider", Value(verdict.provider));
  if (verdict.withheld) {
    out.set("withheld", Value(true));
    return out;
  }
  out.set("counts", people_json(verdict.counts.cohort));
  if (verdict.counts.comparison) out.set("others", people_json(*verdict.counts.comparison));
  out.set("rate", Value(result.rate.text()));
  out.set("expected", Value(result.expected.text()));
  out.set("difference_points", Value(result.difference.text()));
  if (result.deviation) out.set("z", Value(six(result.deviation->z())));
  out.set("by_rate", Value(to_text(verdict.paid_by_rate)));
  out.set("by_clause", Value(to_text(verdict.paid_by_clause)));
  if (!result.reason.empty()) out.set("reason", Value(result.reason));
  if (verdict.luck_by_clause) out.set("luck", luck_json(verdict.luck_by_rate, verdict.luck_by_clause));
  return out;
}

Value cohort_json(const ProviderCohort& cohort) {
  Array verdicts;
  for (const ProviderVerdict& verdict : cohort.verdicts)
    verdicts.push_back(verdict_json(verdict));
  Value out;
  if (cohort.cohort) {
    out.set("period", Value(cohort.period));
    out.set("cohort", Value(outcome::to_text(*cohort.cohort)));
  }
  out.set("state", Value(cohort.determined ? "determined" : "provisional"));
  out.set("verdicts", Value(std::move(verdicts)));
  return out;
}

Value sums_json(const VerdictSums& sums) {
  Value out;
  out.set("paid", Value(sums.count(Verdict::paid)));
  out.set("deducted", Value(sums.count(Verdict::deducted)));
  out.set("left_alone", Value(sums.count(Verdict::left_alone)));
  out.set("not_measured", Value(sums.count(Verdict::not_measured)));
  out.set("paid_by_luck", Value(six(sums.by_luck.pays)));
  out.set("deducted_by_luck", Value(six(sums.by_luck.takes)));
  return out;
}

Value funnel_json(const ProviderVerdicts& verdicts) {
  const outcome::Funnel& funnel = *verdicts.funnel;
  static constexpr std::string_view standings[] = {"within", "outside_95", "outside_998"};
  Array points;
  const std::vector<const ProviderVerdict*> shown = shown_verdicts(verdicts.together);
  for (std::size_t i = 0; i < funnel.points.size(); ++i) {
    const outcome::FunnelPoint& point = funnel.points[i];
    Value item;
    item.set("provider", Value(shown[i]->provider));
    item.set("z", Value(six(point.z)));
    item.set("low_95", Value(six(point.limits_95.low)));
    item.set("high_95", Value(six(point.limits_95.high)));
    item.set("low_998", Value(six(point.limits_998.low)));
    item.set("high_998", Value(six(point.limits_998.high)));
    item.set("standing", Value(standings[static_cast<std::size_t>(point.standing)]));
    points.push_back(std::move(item));
  }
  Value out;
  out.set("target", Value(six(funnel.target)));
  out.set("phi", Value(six(funnel.overdispersion.phi)));
  out.set("phi_without_winsorising", Value(six(funnel.overdispersion.raw_phi)));
  out.set("p_value", Value(six(funnel.overdispersion.p_value)));
  out.set("over_dispersed", Value(funnel.overdispersion.present));
  out.set("points", Value(std::move(points)));
  return out;
}

Value texts(const std::vector<std::string>& lines) {
  Array out;
  for (const std::string& line : lines)
    out.emplace_back(line);
  return Value(std::move(out));
}

void add_row(std::string& out, const std::string& period, const ProviderVerdict& verdict) {
  if (verdict.withheld) {
    csv_row(out, {period, verdict.provider, "", "", "", "", "", "", "", "", "withheld", "withheld", "", ""});
    return;
  }
  const OutcomeResult& result = verdict.by_clause;
  const PeopleCounts others = verdict.counts.comparison.value_or(PeopleCounts{});
  const bool measured = verdict.paid_by_clause != Verdict::not_measured;
  csv_row(out, {period, verdict.provider, std::to_string(verdict.counts.cohort.people),
                std::to_string(verdict.counts.cohort.reoffenders), std::to_string(others.people),
                std::to_string(others.reoffenders), measured ? result.rate.decimal(6) : "",
                measured ? result.expected.decimal(6) : "", measured ? result.difference.decimal(6) : "",
                result.deviation ? six(result.deviation->z()) : "",
                std::string(to_text(verdict.paid_by_rate)), std::string(to_text(verdict.paid_by_clause)),
                verdict.luck_by_rate ? six(verdict.luck_by_rate->pays) : "",
                verdict.luck_by_clause ? six(verdict.luck_by_clause->pays) : ""});
}

} // namespace

Value provider_verdicts_json(const ProviderVerdicts& verdicts) {
  Array cohorts;
  for (const ProviderCohort& cohort : verdicts.cohorts)
    cohorts.push_back(cohort_json(cohort));
  Array left_out;
  for (const BodyLeftOut& left : verdicts.left_out) {
    Value item;
    item.set("provider", Value(left.body));
    if (left.withheld)
      item.set("withheld", Value(true));
    else
      item.set("people", Value(left.people));
    item.set("because", Value(left.because));
    left_out.push_back(std::move(item));
  }
  Value out;
  out.set("contract", Value(verdicts.contract));
  out.set("clause", Value(verdicts.clause.id));
  out.set("title", Value(verdicts.clause.title));
  out.set("cohorts", Value(std::move(cohorts)));
  out.set("together", cohort_json(verdicts.together));
  out.set("by_rate", sums_json(verdicts.by_rate));
  out.set("by_clause", sums_json(verdicts.by_clause));
  out.set("left_out", Value(std::move(left_out)));
  out.set("without_body", Value(verdicts.without_body));
  if (verdicts.funnel) out.set("funnel", funnel_json(verdicts));
  out.set("takeaway", texts(verdicts.takeaway));
  out.set("notes", texts(verdicts.notes));
  out.set("workings", texts(verdicts.workings));
  out.set("ledger", Value(verdicts.origin));
  out.set("size", Value(static_cast<std::int64_t>(verdicts.snapshot.size)));
  out.set("root", Value(verdicts.snapshot.root.hex()));
  out.set("known_on", Value(base::to_text(verdicts.snapshot.known_on)));
  return out;
}

std::string provider_verdicts_csv(const ProviderVerdicts& verdicts) {
  std::string out;
  csv_row(out, {"period", "provider", "people", "reoffenders", "others_people", "others_reoffenders",
                "rate_per_100", "expected_per_100", "difference_points", "z", "by_rate", "by_clause",
                "luck_paid_by_rate", "luck_paid_by_clause"});
  for (const ProviderCohort& cohort : verdicts.cohorts)
    for (const ProviderVerdict& verdict : cohort.verdicts)
      add_row(out, cohort.period, verdict);
  for (const ProviderVerdict& verdict : verdicts.together.verdicts)
    add_row(out, "all", verdict);
  return out;
}

} // namespace probity::contract

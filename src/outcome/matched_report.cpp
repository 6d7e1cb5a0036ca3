#include "outcome/matched_report.h"

#include <algorithm>
#include <cmath>

#include "outcome/followed_rows.h"

namespace probity::outcome {
namespace {

using base::ErrorCode;
using base::json::Array;
using base::json::Value;

constexpr std::string_view arm = "arm";

// Whether the person took part; nothing where the record does not say.
std::optional<bool> took_part(const FollowedRow& row, const MatchedRequest& request) {
  if (request.column == arm)
    return row.release->arm.empty() ? std::nullopt : std::optional(row.release->arm.text() == request.value);
  const auto found = row.person->values.find(request.column);
  if (found == row.person->values.end()) return std::nullopt;
  if (!found->second.level.empty()) return found->second.level.text() == request.value;
  return std::to_string(found->second.number) == request.value;
}

base::Result<void> check_column(const FactorTable& factors, const MatchedRequest& request) {
  if (request.column == arm) return {};
  const auto found = factors.columns.find(request.column);
  if (found == factors.columns.end())
    return base::fail(ErrorCode::not_found, "nobody states a column \"" + request.column + "\"", "treated",
                      "name an arm of a trial (arm=aid), or a column of the source, letter for letter");
  if (found->second.known == Known::afterwards)
    return base::fail(ErrorCode::refused,
                      "\"" + request.column +
                          "\" is known only afterwards: it counts what happened until the arrest",
                      "treated", "compare by what was so at release");
  return {};
}

struct Groups {
  std::vector<const PersonFactors*> people;
  std::vector<std::uint8_t> treated;
  std::vector<std::uint8_t> arrested;
  std::vector<std::uint64_t> keys;
};

Groups groups_of(const std::vector<FollowedRow>& rows, MatchedReport& out) {
  Groups groups;
  for (const FollowedRow& row : rows) {
    const auto part = took_part(row, out.request);
    if (!part) {
      ++out.group_not_known;
      continue;
    }
    groups.people.push_back(row.person);
    groups.treated.push_back(*part ? 1 : 0);
    groups.arrested.push_back(row.arrested);
    groups.keys.push_back(row_key(row.person->person));
    Proportion& of = *part ? out.treated : out.comparison;
    ++of.of;
    of.count += row.arrested;
  }
  return groups;
}

base::Result<void> check_groups(const MatchedReport& report) {
  const std::string asked = report.request.column + "=" + report.request.value;
  if (report.treated.of == 0)
    return base::fail(ErrorCode::not_found, "nobody has " + asked, "treated",
                      "write the value as the source does");
  if (report.comparison.of == 0)
    return base::fail(ErrorCode::refused, "everybody has " + asked + ", so nobody is left to compare with",
                      "treated");
  return {};
}

// Doubles are not written in JSON here: as text, with six decimals; what is infinite in words.
Value six(double value) {
  if (!std::isfinite(value)) return Value(value > 0 ? "infinite" : "minus infinite");
  return Value(base::Rational::of(std::llround(value * 1e6), 1'000'000).decimal(6));
}

Value proportion_json(const Proportion& proportion) {
  return Value(base::json::Object{{"count", Value(proportion.count)}, {"of", Value(proportion.of)}});
}

Value texts(const std::vector<std::string>& list) {
  Array out;
  for (const std::string& text : list)
    out.emplace_back(text);
  return Value(std::move(out));
}

Value attrition_json(const MatchedComparison& matched) {
  Array out;
  for (const AttritionStep& step : matched.attrition)
    out.emplace_back(base::json::Object{{"comparison", Value(step.comparison)},
                                        {"step", Value(step.step)},
                                        {"treated", Value(step.treated)}});
  return Value(std::move(out));
}

Value balance_json(const MatchedComparison& matched) {
  Array out;
  for (const Balance& column : matched.balance)
    out.emplace_back(base::json::Object{{"column", Value(column.name)},
                                        {"comparison_after", six(column.comparison_after)},
                                        {"comparison_before", six(column.comparison_before)},
                                        {"difference_after", six(column.difference_after)},
                                        {"difference_before", six(column.difference_before)},
                                        {"treated_after", six(column.treated_after)},
                                        {"treated_before", six(column.treated_before)}});
  return Value(std::move(out));
}

} // namespace

base::Result<MatchedReport> matched_report_of(const timeline::Book& book, const MatchedRequest& request) {
  MatchedReport out;
  out.request = request;
  out.snapshot = {book.size, book.root, book.known_on};
  out.origin = book.origin;
  out.replayed = book.replayed;
  const FactorTable factors = factor_table(book);
  const FirstArrests arrests = first_arrests(book);
  PROBITY_TRY(check_column(factors, request));
  std::vector<std::string> leave_out = request.leave_out;
  leave_out.push_back(request.column);
  PROBITY_ASSIGN(out.factors, columns_at_release(factors, request.use, leave_out));
  PROBITY_ASSIGN(const FollowedRows followed, followed_rows(factors, arrests, request.within));
  out.unit = followed.unit;
  out.within = followed.within;
  out.not_followed = followed.not_followed;
  out.without_factors = followed.without_factors;
  const Groups groups = groups_of(followed.rows, out);
  PROBITY_TRY(check_groups(out));
  PROBITY_ASSIGN(DesignMatrix matrix, differing_columns(factors, groups.people, out.factors));
  out.dropped = std::move(matrix.dropped);
  PROBITY_ASSIGN(out.matched, compare_matched(matrix.covariates, groups.treated, groups.arrested, groups.keys,
                                              request.options));
  out.sentence = sentence(out.matched.conclusion, out.matched.outcomes.treated(), out.matched.difference,
                          out.matched.detection.smallest_effect,
                          {"being of " + request.column + "=" + request.value, "arrest", "are arrested"});
  if (request.column != arm)
    out.sentence +=
        " Nobody was given this by a programme: it is a difference between groups that are alike in what is "
        "recorded, and no effect of anything that was done.";
  return out;
}

Value matched_report_json(const MatchedReport& report) {
  const MatchedComparison& matched = report.matched;
  Value out;
  out.set("treated", Value(report.request.column + "=" + report.request.value));
  out.set("unit", Value(name(report.unit)));
  out.set("within", Value(std::int64_t{report.within}));
  out.set("before_matching", Value(base::json::Object{{"comparison", proportion_json(report.comparison)},
                                                      {"treated", proportion_json(report.treated)}}));
  out.set("matched_on", texts(report.factors));
  out.set("attrition", attrition_json(matched));
  out.set("balance", balance_json(matched));
  out.set("balanced", Value(matched.balanced));
  out.set("caliper", six(matched.matching.caliper));
  out.set("pairs", Value(base::json::Object{{"both", Value(matched.outcomes.both)},
                                            {"of", Value(matched.outcomes.pairs)},
                                            {"only_comparison", Value(matched.outcomes.only_comparison)},
                                            {"only_treated", Value(matched.outcomes.only_treated)}}));
  out.set("difference", six(matched.difference.estimate));
  out.set("low", six(matched.difference.interval.low));
  out.set("high", six(matched.difference.interval.high));
  out.set("critical_difference", six(matched.detection.critical_difference));
  out.set("smallest_effect", six(matched.detection.smallest_effect));
  out.set("conclusion", Value(to_text(matched.conclusion)));
  out.set("sentence", Value(report.sentence));
  out.set("not_followed", Value(report.not_followed));
  out.set("without_factors", Value(report.without_factors));
  out.set("group_not_known", Value(report.group_not_known));
  out.set("ledger", Value(report.origin));
  out.set("size", Value(static_cast<std::int64_t>(report.snapshot.size)));
  out.set("root", Value(report.snapshot.root.hex()));
  return out;
}

} // namespace probity::outcome

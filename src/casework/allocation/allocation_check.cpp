#include "casework/allocation/allocation_check.h"

#include <algorithm>

#include "record/sentence.h"
#include "timeline/person_timeline.h"

namespace probity::casework {
namespace {

using record::Symbol;
namespace court = record::court;
namespace sentence = record::sentence;

const Symbol kind_order("order");

std::string joined(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names)
    out += (out.empty() ? "" : ",") + std::string(name);
  return out;
}

AllocationRun run_one(const record::Event& event, const rules::Register& rules, AllocationScore score) {
  AllocationRun out;
  out.index = event.index;
  out.decided = event.recorded_day;
  out.body = record::symbol<court::allocation_decided, "body">(event);
  out.recorded = record::symbol<court::allocation_decided, "advice">(event).text();
  auto policy = read_allocation_policy(PolicyReader(rules, event.recorded_day));
  if (!policy) {
    out.result = AllocationRun::Result::no_rule;
    return out;
  }
  policy->score = score;
  const std::string_view rule = record::symbol<court::allocation_decided, "rule">(event).text();
  const std::size_t slash = rule.find('/');
  if (slash != std::string_view::npos)
    if (const auto said = parse_allocation_score(rule.substr(slash + 1))) policy->score = *said;
  if (out.recorded.empty()) out.recorded = policy->is_national(out.body) ? "national" : "contractor";
  const AllocationAdvice advice = advise(inputs_of(event), *policy);
  out.came_out = advice.text();
  out.reasons = joined(advice.national ? advice.routes : advice.missing);
  const bool certain = advice.national || advice.missing.empty();
  out.result = !certain                       ? AllocationRun::Result::unclear
               : out.came_out == out.recorded ? AllocationRun::Result::same
                                              : AllocationRun::Result::differs;
  return out;
}

Symbol body_of_order(const Allocations& allocations, const timeline::PersonTimeline& timeline,
                     const std::optional<base::EntityId>& order, base::Day imposed) {
  const Allocation* decided = order ? find_allocation(allocations, *order) : nullptr;
  if (decided != nullptr) return decided->body;
  if (const Symbol then = timeline.provider_on(imposed); !then.empty()) return then;
  for (const timeline::Held& held : timeline.held)
    if (held.first > imposed) return held.provider;
  return Symbol("none");
}

void count_starts(Shares& out, const timeline::Case& person, const timeline::PersonTimeline& timeline,
                  base::Day from, base::Day to, const std::map<std::string, base::Rational>& weights) {
  Allocations allocations;
  for (const record::Event& event : person.events)
    apply(allocations, event);
  for (const record::Event& event : person.events) {
    if (!record::is<sentence::imposed>(event) || !event.valid.known()) continue;
    const base::Day day = event.valid.first;
    if (day < from || day > to) continue;
    const std::string body(body_of_order(allocations, timeline, event.entity(kind_order), day).text());
    ++out.starts[body];
    const auto weight =
        weights.find(std::string(record::symbol<sentence::imposed, "order_type">(event).text()));
    if (weight == weights.end())
      ++out.unweighted;
    else
      out.volume[body] = out.volume[body] + weight->second;
  }
}

} // namespace

std::string_view to_text(AllocationRun::Result result) {
  switch (result) {
  case AllocationRun::Result::same:
    return "same";
  case AllocationRun::Result::differs:
    return "differs";
  case AllocationRun::Result::unclear:
    return "unclear";
  case AllocationRun::Result::no_rule:
    return "no_rule";
  }
  return "";
}

std::vector<AllocationRun> run_again(const timeline::Book& book, const rules::Register& rules,
                                     AllocationScore score) {
  std::vector<AllocationRun> out;
  for (const timeline::Case& person : book.people)
    for (const record::Event& event : person.events) {
      if (!record::is<court::allocation_decided>(event)) continue;
      out.push_back(run_one(event, rules, score));
      out.back().person = person.name;
    }
  std::sort(out.begin(), out.end(),
            [](const AllocationRun& a, const AllocationRun& b) { return a.index < b.index; });
  return out;
}

Shares shares_of(const timeline::Book& book, base::Day from, base::Day to,
                 const std::map<std::string, base::Rational>& weights) {
  Shares out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    const timeline::PersonTimeline timeline = timeline::timeline_of(*person);
    const Symbol holder = timeline.provider_on(to);
    if (!holder.empty() && !(timeline.died && *timeline.died <= to)) ++out.people[std::string(holder.text())];
    count_starts(out, *person, timeline, from, to, weights);
  }
  return out;
}

} // namespace probity::casework

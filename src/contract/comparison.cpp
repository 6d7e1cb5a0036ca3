#include "contract/comparison.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace probity::contract {
namespace {

using Kind = LineCompared::Kind;

struct Shown {
  const Line* line = nullptr;
  base::Money amount;
  LineCompared::Section section = LineCompared::Section::line;
};

std::string key_of(const Line& line) {
  return line.id.substr(line.id.find('/') + 1);
}

// Lines of the period and what it corrects, in the statement's order.
std::vector<Shown> shown_in(const Statement& statement) {
  std::vector<Shown> out;
  for (const Line& line : statement.lines)
    out.push_back({&line, line.amount, LineCompared::Section::line});
  for (const Correction& correction : statement.corrections)
    out.push_back({&correction.line, correction.change, LineCompared::Section::correction});
  return out;
}

Side side_of(const Statement& statement, std::string label) {
  Side out;
  out.label = std::move(label);
  out.contract = statement.contract;
  out.size = statement.size;
  out.root = statement.root;
  out.known_on = statement.known_on;
  out.terms = statement.terms;
  out.readings = statement.readings;
  out.total = statement.total;
  return out;
}

using CaseKey = std::tuple<base::StreamId, std::string, std::uint64_t>;

std::map<CaseKey, const Evidence*> cases_of(const Why& why) {
  std::map<CaseKey, const Evidence*> out;
  for (const Evidence& evidence : why.evidence)
    out[{evidence.person, evidence.key.dimension, evidence.events.empty() ? 0 : evidence.events.front()}] =
        &evidence;
  return out;
}

void add_case(std::vector<CaseChanged>& out, const Evidence* before, const Evidence* after) {
  CaseChanged changed;
  changed.person = before != nullptr ? before->person : after->person;
  const auto take = [&](const Evidence* evidence, std::string& sentence) {
    if (evidence == nullptr) return;
    sentence = evidence->sentence;
    changed.events.insert(changed.events.end(), evidence->events.begin(), evidence->events.end());
  };
  take(before, changed.before);
  take(after, changed.after);
  std::sort(changed.events.begin(), changed.events.end());
  changed.events.erase(std::unique(changed.events.begin(), changed.events.end()), changed.events.end());
  out.push_back(std::move(changed));
}

std::vector<CaseChanged> cases_changed(const Why* before, const Why* after) {
  std::vector<CaseChanged> out;
  const auto old_cases = before == nullptr ? std::map<CaseKey, const Evidence*>{} : cases_of(*before);
  const auto new_cases = after == nullptr ? std::map<CaseKey, const Evidence*>{} : cases_of(*after);
  for (const auto& [key, evidence] : old_cases) {
    const auto now = new_cases.find(key);
    if (now == new_cases.end())
      add_case(out, evidence, nullptr);
    else if (now->second->state != evidence->state || now->second->count != evidence->count ||
             now->second->reason != evidence->reason || now->second->sentence != evidence->sentence)
      add_case(out, evidence, now->second);
  }
  for (const auto& [key, evidence] : new_cases)
    if (!old_cases.contains(key)) add_case(out, nullptr, evidence);
  return out;
}

void say(std::vector<std::string>& reasons, std::string_view what, const std::string& before,
         const std::string& after) {
  if (before != after)
    reasons.push_back(std::string(what) + ": " + (before.empty() ? "nothing" : before) + " → " +
                      (after.empty() ? "nothing" : after));
}

std::vector<std::string> reasons_of(const Shown& before, const Shown& after, std::size_t cases) {
  std::vector<std::string> out;
  const Line& old_line = *before.line;
  const Line& new_line = *after.line;
  say(out, "quantity", old_line.quantity.decimal(2) + " " + old_line.unit,
      new_line.quantity.decimal(2) + " " + new_line.unit);
  say(out, "rate", old_line.rate, new_line.rate);
  say(out, "note", said_of(old_line), said_of(new_line));
  say(out, "variations in force", old_line.version, new_line.version);
  say(out, "approved by", old_line.authority, new_line.authority);
  if (cases > 0)
    out.push_back(std::to_string(cases) + (cases == 1 ? " case stands" : " cases stand") + " otherwise");
  if (out.empty() && !new_line.parents.empty())
    out.emplace_back("the lines that it is computed from changed");
  if (out.empty()) out.emplace_back("what was issued before differs");
  return out;
}

// What a line rests on, when its settlement kept evidence.
std::optional<Why> why_of(const Settlement& settlement, const Contract& contract, const Shown* shown) {
  if (shown == nullptr || settlement.evidence.empty()) return std::nullopt;
  auto found = why(settlement, contract, shown->line->id);
  return found ? std::optional(std::move(*found)) : std::nullopt;
}

} // namespace

std::string_view to_text(LineCompared::Kind kind) {
  switch (kind) {
  case Kind::same:
    return "same";
  case Kind::changed:
    return "changed";
  case Kind::only_before:
    return "only_first";
  case Kind::only_after:
    return "only_second";
  }
  return "";
}

Comparison compare(const Settlement& before, const Contract& contract_before, std::string before_label,
                   const Settlement& after, const Contract& contract_after, std::string after_label) {
  Comparison out;
  out.period = after.statement.period;
  out.before = side_of(before.statement, std::move(before_label));
  out.after = side_of(after.statement, std::move(after_label));
  const std::vector<Shown> old_lines = shown_in(before.statement);
  const std::vector<Shown> new_lines = shown_in(after.statement);
  const auto find = [](const std::vector<Shown>& lines, const Shown& wanted) -> const Shown* {
    for (const Shown& candidate : lines)
      if (candidate.section == wanted.section && key_of(*candidate.line) == key_of(*wanted.line))
        return &candidate;
    return nullptr;
  };
  const auto add = [&](const Shown* old_line, const Shown* new_line) {
    const Shown& any = new_line != nullptr ? *new_line : *old_line;
    LineCompared compared;
    compared.section = any.section;
    compared.key = key_of(*any.line);
    compared.title = any.line->title;
    if (old_line != nullptr) compared.before = old_line->amount;
    if (new_line != nullptr) compared.after = new_line->amount;
    compared.kind = old_line == nullptr                 ? Kind::only_after
                    : new_line == nullptr               ? Kind::only_before
                    : compared.before == compared.after ? Kind::same
                                                        : Kind::changed;
    if (compared.kind != Kind::same) {
      const auto old_why = why_of(before, contract_before, old_line);
      const auto new_why = why_of(after, contract_after, new_line);
      compared.cases = cases_changed(old_why ? &*old_why : nullptr, new_why ? &*new_why : nullptr);
      if (old_line == nullptr)
        compared.reasons.emplace_back("the first has no such line");
      else if (new_line == nullptr)
        compared.reasons.emplace_back("the second has no such line");
      else
        compared.reasons = reasons_of(*old_line, *new_line, compared.cases.size());
    }
    out.lines.push_back(std::move(compared));
  };
  for (const Shown& line : old_lines)
    add(&line, find(new_lines, line));
  for (const Shown& line : new_lines)
    if (find(old_lines, line) == nullptr) add(nullptr, &line);
  return out;
}

} // namespace probity::contract

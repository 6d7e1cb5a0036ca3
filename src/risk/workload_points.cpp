#include <algorithm>
#include <array>

#include "risk/texts.h"
#include "risk/workload.h"

namespace probity::risk {
namespace {

constexpr auto weight_tables = std::to_array<std::string_view>({"seed", "inline count x points"});

constexpr auto case_inputs = std::to_array<Input<WorkloadCaseInput>>({
    input<&WorkloadCaseInput::case_type>({"case_type", "COMMUNITY, LICENCE or CUSTODY"}),
    input<&WorkloadCaseInput::tier>({"tier", "A0 to D3, with S where suspended"}),
    input<&WorkloadCaseInput::t2a>({"t2a", "transition to adulthood"}),
});

constexpr auto total_inputs = std::to_array<Input<WorkloadTotalInput>>({
    input<&WorkloadTotalInput::weight_table>({"weight_table", "seed, or inline count x points"}),
    input<&WorkloadTotalInput::cases>({"cases", "TYPE:TIER:std|t2a=count with ; between", Need::optional}),
    input<&WorkloadTotalInput::standard_reports>(
        {"standard_reports", "how many", Need::required, 0, most_count}),
    input<&WorkloadTotalInput::standard_report_points>(
        {"standard_report_points", "else the table's", Need::optional}),
    input<&WorkloadTotalInput::fast_reports>({"fast_reports", "how many", Need::required, 0, most_count}),
    input<&WorkloadTotalInput::fast_report_points>(
        {"fast_report_points", "else the table's", Need::optional}),
    input<&WorkloadTotalInput::contacts_outside_caseload>(
        {"contacts_outside_caseload", "CODE=count with ; between", Need::optional}),
    input<&WorkloadTotalInput::contacts_by_others>(
        {"contacts_by_others", "CODE=count with ; between", Need::optional}),
    input<&WorkloadTotalInput::contact_points>(
        {"contact_points", "CODE=points with ; between", Need::optional}),
});

std::vector<Coefficient> case_weights() {
  return {
      {"COMMUNITY:A3", 206}, {"COMMUNITY:A2", 158}, {"COMMUNITY:A1", 146}, {"COMMUNITY:A0", 110},
      {"COMMUNITY:B3", 146}, {"COMMUNITY:B2", 115}, {"COMMUNITY:B1", 102}, {"COMMUNITY:B0", 72},
      {"COMMUNITY:C3", 79},  {"COMMUNITY:C2", 63},  {"COMMUNITY:C1", 50},  {"COMMUNITY:C0", 35},
      {"COMMUNITY:D3", 51},  {"COMMUNITY:D2", 41},  {"COMMUNITY:D1", 29},  {"COMMUNITY:D0", 29},
      {"LICENCE:A3", 219},   {"LICENCE:A2", 175},   {"LICENCE:A1", 163},   {"LICENCE:A0", 0},
      {"LICENCE:B3", 161},   {"LICENCE:B2", 132},   {"LICENCE:B1", 119},   {"LICENCE:B0", 0},
      {"LICENCE:C3", 77},    {"LICENCE:C2", 65},    {"LICENCE:C1", 52},    {"LICENCE:C0", 0},
      {"LICENCE:D3", 51},    {"LICENCE:D2", 43},    {"LICENCE:D1", 31},    {"LICENCE:D0", 0},
      {"CUSTODY:A3", 75},    {"CUSTODY:A2", 60},    {"CUSTODY:A1", 59},    {"CUSTODY:A0", 0},
      {"CUSTODY:B3", 59},    {"CUSTODY:B2", 48},    {"CUSTODY:B1", 47},    {"CUSTODY:B0", 0},
      {"CUSTODY:C3", 30},    {"CUSTODY:C2", 24},    {"CUSTODY:C1", 23},    {"CUSTODY:C0", 0},
      {"CUSTODY:D3", 17},    {"CUSTODY:D2", 14},    {"CUSTODY:D1", 13},    {"CUSTODY:D0", 0},
      {"suspended", 0},
  };
}

// The term of a case's weight; a tier that ends with S has been taken out of supervision.
std::string term_of(std::string_view type, std::string_view tier, bool t2a) {
  constexpr std::size_t letters_with_s = 3;
  const std::string name = upper(tier);
  const std::string kind = t2a ? "CUSTODY" : upper(type);
  if (name.size() == letters_with_s && name.back() == 'S') {
    const std::string_view without = std::string_view(name).substr(0, 2);
    return workload_case_points_table().find(kind, without) ? "suspended" : "";
  }
  return kind + ":" + name;
}

// A whole number of 0 to a million, or nothing.
std::optional<int> count_of(std::string_view text) {
  int out = 0;
  const InputSpec any{"count", "", Need::required, 0, most_count};
  if (!read_value(any, text, out)) return std::nullopt;
  return out;
}

struct Counted {
  std::string name;
  double number = 0;
};

// "CODE=5;CODE=2", each code once; nothing if it is not understood.
std::optional<std::vector<Counted>> read_counts(std::string_view text) {
  std::vector<Counted> out;
  for (const std::string_view part : split(text, ';')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos || equals == 0) return std::nullopt;
    const auto number = count_of(part.substr(equals + 1));
    const std::string name(part.substr(0, equals));
    const auto same = [&](const Counted& it) { return it.name == name; };
    if (!number || std::any_of(out.begin(), out.end(), same)) return std::nullopt;
    out.push_back({name, static_cast<double>(*number)});
  }
  return out;
}

// One "TYPE:TIER:std=10" or, inline, "=10x7"; false if it is not understood.
bool add_cases(Evaluation& evaluation, std::string_view text, WeightTable weights) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  const std::vector<std::string_view> parts = split(text.substr(0, equals), ':');
  constexpr std::size_t type_tier_and_kind = 3;
  if (parts.size() != type_tier_and_kind || (parts[2] != "std" && parts[2] != "t2a")) return false;
  const std::vector<std::string_view> numbers = split(text.substr(equals + 1), 'x');
  const bool points_inline = weights == WeightTable::inline_points;
  if (numbers.size() != (points_inline ? 2 : 1)) return false;
  const auto count = count_of(numbers[0]);
  if (!count) return false;
  if (points_inline) {
    const auto points = count_of(numbers[1]);
    if (points) evaluation.given(text.substr(0, equals), *points, *count);
    return points.has_value();
  }
  const std::string term = term_of(parts[0], parts[1], parts[2] == "t2a");
  if (!evaluation.table().find(term)) return false;
  evaluation.times(term, *count);
  return true;
}

void add_contacts(Evaluation& evaluation, const WorkloadTotalInput& input) {
  const auto weights = read_counts(input.contact_points.value_or(""));
  const auto outside = read_counts(input.contacts_outside_caseload.value_or(""));
  const auto others = read_counts(input.contacts_by_others.value_or(""));
  if (!weights || !outside || !others)
    return evaluation.refuse("CONTACTS_NOT_UNDERSTOOD",
                             {"contacts_outside_caseload", "contacts_by_others", "contact_points"},
                             "write each code once, like CMS01=2;CMS03=1");
  const auto add = [&](const std::vector<Counted>& contacts, std::string_view prefix, double sign) {
    for (const Counted& contact : contacts) {
      const auto weight = std::find_if(weights->begin(), weights->end(),
                                       [&](const Counted& it) { return it.name == contact.name; });
      if (weight == weights->end()) evaluation.note("no points are given for contact " + contact.name);
      evaluation.given(std::string(prefix) + contact.name, weight == weights->end() ? 0 : weight->number,
                       sign * contact.number);
    }
  };
  add(*outside, "contact_outside:", 1);
  add(*others, "contact_by_others:", -1);
}

} // namespace

std::span<const std::string_view> words_of(WeightTable /*type*/) {
  return weight_tables;
}

std::span<const Input<WorkloadCaseInput>> workload_case_points_inputs() {
  return case_inputs;
}
std::span<const Input<WorkloadTotalInput>> workload_total_inputs() {
  return total_inputs;
}

const Table& workload_case_points_table() {
  static const Table table{.instrument = "workload_case_points",
                           .model = "",
                           .version = "1",
                           .stated_on = base::day_of(2026, 2, 6),
                           .source = "ministryofjustice/hmpps-workload at 1e70153, seed of reference data",
                           .coefficients = case_weights(),
                           .bands = {},
                           .mapping = ""};
  return table;
}

const Table& workload_total_table() {
  static const Table table = [] {
    Table made = workload_case_points_table();
    made.instrument = "workload_total";
    made.coefficients.push_back({"standard_report", 138});
    made.coefficients.push_back({"fast_report", 65});
    return made;
  }();
  return table;
}

Score score_workload_case_points(const WorkloadCaseInput& input) {
  Evaluation evaluation(workload_case_points_table());
  refuse_missing(evaluation, not_given(workload_case_points_inputs(), input, Need::required));
  if (evaluation.refused()) return std::move(evaluation).finish();
  const std::string term = term_of(word(*input.case_type), *input.tier, *input.t2a);
  if (!evaluation.table().find(term))
    evaluation.refuse("TIER_WITHOUT_POINTS", {"tier", "case_type"},
                      "write a tier of A0 to D3: a case without one has no points, and nothing is assumed");
  if (evaluation.refused()) return std::move(evaluation).finish();
  evaluation.times(term, 1);
  evaluation.figure("points", half_up(evaluation.sum(), 0));
  return std::move(evaluation).finish();
}

Score score_workload_total(const WorkloadTotalInput& input) {
  Evaluation evaluation(workload_total_table());
  refuse_missing(evaluation, not_given(workload_total_inputs(), input, Need::required));
  if (evaluation.refused()) return std::move(evaluation).finish();
  const std::string all_cases = input.cases.value_or("");
  for (const std::string_view cases : split(all_cases, ';'))
    if (!add_cases(evaluation, cases, *input.weight_table))
      evaluation.refuse("CASES_NOT_UNDERSTOOD", {"cases"},
                        "\"" + std::string(cases) +
                            "\": write TYPE:TIER:std=count or :t2a=count, and xpoints after it only inline");
  evaluation.given("standard_report",
                   input.standard_report_points.value_or(evaluation.constant("standard_report")),
                   *input.standard_reports);
  evaluation.given("fast_report", input.fast_report_points.value_or(evaluation.constant("fast_report")),
                   *input.fast_reports);
  add_contacts(evaluation, input);
  if (evaluation.refused()) return std::move(evaluation).finish();
  evaluation.figure("total", half_up(evaluation.sum(), 0));
  return std::move(evaluation).finish();
}

} // namespace probity::risk

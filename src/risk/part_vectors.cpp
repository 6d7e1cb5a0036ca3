#include <algorithm>
#include <array>

#include "risk/instruments.h"
#include "risk/offence_codes.h"
#include "risk/ogrs3.h"
#include "risk/ogrs4.h"
#include "risk/osp.h"
#include "risk/ovp.h"
#include "risk/points.h"
#include "risk/rsr.h"
#include "risk/snsv.h"
#include "risk/vectors.h"

namespace probity::risk {
namespace {

// One step of an instrument, of one or two arguments. Nothing: the argument is refused.
using Part = std::optional<std::string> (*)(std::string_view argument, std::string_view second);

struct NamedPart {
  std::string_view name;
  Part part;
};

std::optional<int> whole(std::string_view text) {
  int out = 0;
  const InputSpec any{"arg1", "", Need::required, -most_count, most_count};
  if (!read_value(any, text, out)) return std::nullopt;
  return out;
}

// The number of a step of a table.
std::optional<std::string> step(const Table& table, std::string_view term, std::string_view argument) {
  const auto number = whole(argument);
  const Coefficient* const row = number ? table.step(term, *number) : nullptr;
  if (row == nullptr) return std::nullopt;
  return number_text(row->value);
}

template <const Table& (*table)(), const char* const& term>
std::optional<std::string> step_of(std::string_view argument, std::string_view /*second*/) {
  return step(table(), term, argument);
}

// The band of a percentage with so many decimals; none of a negative one.
template <const Table& (*table)(), int decimals>
std::optional<std::string> band_of(std::string_view argument, std::string_view /*second*/) {
  const auto number = parse_number(argument);
  if (!number || !(*number >= 0 && *number <= 100)) return std::nullopt;
  return std::string(table().band(half_up(*number, decimals).scaled));
}

std::optional<std::string> age_sex_weight(std::string_view age, std::string_view sex) {
  if (sex != "MALE" && sex != "FEMALE") return std::nullopt;
  return step(ogrs3_table(), sex == "MALE" ? "age_male" : "age_female", age);
}

template <const char* const& constant>
std::optional<std::string> ogrs3_chance(std::string_view sum, std::string_view /*second*/) {
  constexpr double furthest = 700;
  constexpr int chance_decimals = 5;
  const auto number = parse_number(sum);
  if (!number || !(*number > -furthest && *number < furthest)) return std::nullopt;
  return half_up(logistic(*ogrs3_table().find(constant) + *number), chance_decimals).text();
}

std::optional<std::string> round_five(std::string_view argument, std::string_view /*second*/) {
  constexpr int decimals = 5;
  const auto number = parse_number(argument);
  if (!number || !(*number > -most_count && *number < most_count)) return std::nullopt;
  return half_up(*number, decimals).text();
}

template <int decimals>
std::optional<std::string> percent(std::string_view chance, std::string_view /*second*/) {
  const auto number = parse_number(chance);
  if (!number || !(*number >= 0 && *number <= 1)) return std::nullopt;
  return percent_of(*number, decimals).text();
}

std::optional<std::string> within_1_to_99(std::string_view argument, std::string_view /*second*/) {
  const auto number = whole(argument);
  if (!number) return std::nullopt;
  return kept_within({*number, 0}, {1, 0}, {99, 0}).text();
}

// Nothing is given for those without such an offence: no points.
std::optional<std::string> age_at_offence_points(std::string_view age, std::string_view /*second*/) {
  return age.empty() ? "0" : step(osp_dc_table(), "age_at_sexual_offence", age);
}

template <const char* const& constant>
std::optional<std::string> ovp_percent(std::string_view points, std::string_view /*second*/) {
  const auto number = whole(points);
  if (!number || *number < 0) return std::nullopt;
  Evaluation evaluation(ovp_table());
  evaluation.given("points", *number);
  return percent_of_points(evaluation, constant).text();
}

constexpr const char* one_year = "constant_one_year";
constexpr const char* two_year = "constant_two_year";
constexpr const char* violent = "violent_sanctions";
constexpr const char* nonviolent = "nonviolent_sanctions";
constexpr const char* age = "age";
constexpr const char* contact_adult = "contact_adult";
constexpr const char* contact_child = "contact_child";
constexpr const char* noncontact = "noncontact";
constexpr const char* age_at_followup = "age_at_followup";
constexpr const char* sanctions = "sanctions_total";

constexpr auto parts = std::to_array<NamedPart>({
    {"ogrs3_age_sex_weight", age_sex_weight},
    {"ogrs3_one_year_probability", ogrs3_chance<one_year>},
    {"ogrs3_two_year_probability", ogrs3_chance<two_year>},
    {"ogrs3_band", band_of<ogrs3_table, 0>},
    {"round_half_up_5dp", round_five},
    {"percent_integer", percent<0>},
    {"percent_2dp", percent<2>},
    {"clamp_integer_percent_1_99", within_1_to_99},
    {"rsr_band_v1", band_of<rsr_table, 2>},
    {"csrp_band", band_of<csrp_table, 2>},
    {"ovp_band", band_of<ovp_table, 0>},
    {"ovp_one_year_pct", ovp_percent<one_year>},
    {"ovp_two_year_pct", ovp_percent<two_year>},
    {"ovp_violent_sanctions_points", step_of<ovp_table, violent>},
    {"ovp_nonviolent_sanctions_points", step_of<ovp_table, nonviolent>},
    {"ovp_age_points", step_of<ovp_table, age>},
    {"ospdc_contact_adult_points", step_of<osp_dc_table, contact_adult>},
    {"ospdc_contact_child_points", step_of<osp_dc_table, contact_child>},
    {"ospdc_noncontact_points", step_of<osp_dc_table, noncontact>},
    {"ospdc_age_followup_points", step_of<osp_dc_table, age_at_followup>},
    {"ospdc_age_last_sexual_sanction_points", age_at_offence_points},
    {"ospdc_total_sanctions_points", step_of<osp_dc_table, sanctions>},
});

std::string_view cell(const Given& given, std::string_view name) {
  const auto found = given.find(name);
  return found == given.end() ? std::string_view{} : std::string_view(found->second);
}

base::Result<Answers> answer_of_part(const Given& given) {
  const std::string_view name = cell(given, "function");
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const NamedPart& it) { return it.name == name; });
  if (found == parts.end()) {
    std::string names;
    for (const NamedPart& part : parts)
      names.append(names.empty() ? "" : ", ").append(part.name);
    return base::fail(base::ErrorCode::invalid_input, "\"" + std::string(name) + "\" is no function",
                      "function", "there are " + names);
  }
  return Answers{{"expect", found->part(cell(given, "arg1"), cell(given, "arg2")).value_or("ERROR")}};
}

// OGRS3's ages stand as ranges in the list: "age_30_34_male" is the step from 30.
std::optional<double> coefficient_of(const Table& table, std::string_view term) {
  if (const auto found = table.find(term)) return found;
  constexpr std::string_view prefix = "age_";
  if (!term.starts_with(prefix)) return std::nullopt;
  constexpr std::size_t digits = 2;
  const auto from = whole(term.substr(prefix.size(), digits));
  const std::string name = term.ends_with("_female") ? "age_female" : "age_male";
  const Coefficient* const row = from ? table.step(name, *from) : nullptr;
  if (row == nullptr || row->from != *from) return std::nullopt;
  return row->value;
}

base::Result<Answers> answer_of_coefficient(const Given& given) {
  std::string instrument(cell(given, "algorithm"));
  for (char& letter : instrument)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  PROBITY_ASSIGN(const Instrument* const found, find_instrument(instrument));
  for (const Table* const table : found->tables) {
    if (table->model != cell(given, "model")) continue;
    if (const auto value = coefficient_of(*table, cell(given, "term")))
      return Answers{{"value", number_text(*value)}};
  }
  return Answers{};
}

base::Result<Answers> answer_of_offence_code(const Given& given) {
  const OffenceKind* const kind = OffenceCodes::version_1().find(cell(given, "offence_code"));
  if (kind == nullptr) return Answers{};
  const auto weight = ogrs3_table().find("offence", kind->ogrs3_group);
  std::string note;
  if (kind->ogrs3 == Ogrs3Weight::no_weight) note = "NO_WEIGHT";
  if (kind->ogrs3 == Ogrs3Weight::needs_exact_offence) note = "NEED_DETAILS_OF_EXACT_OFFENCE";
  return Answers{{"ogrs3_group", std::string(kind->ogrs3_group)},
                 {"ogrs3_weight", weight ? number_text(*weight) : ""},
                 {"ogrs3_note", note},
                 {"snsv_group", std::string(kind->snsv_group)},
                 {"snsv_violence_subgroup", std::string(kind->snsv_subgroup)},
                 {"ogrs4_category", std::string(kind->ogrs4_category)},
                 {"counts_as_violent_sanction", kind->violent == ViolentSanction::yes ? "true" : "false"}};
}

} // namespace

std::vector<VectorAlgorithm> part_vector_algorithms() {
  return {
      {"predictor_primitives", {"function", "arg1", "arg2"}, {"expect"}, answer_of_part},
      {"lookup_coefficients",
       {"algorithm", "model", "term"},
       {"value"},
       answer_of_coefficient,
       Blank::is_a_value},
      {"lookup_offence_codes",
       {"offence_code"},
       {"ogrs3_group", "ogrs3_weight", "ogrs3_note", "snsv_group", "snsv_violence_subgroup", "ogrs4_category",
        "counts_as_violent_sanction"},
       answer_of_offence_code,
       Blank::is_a_value},
  };
}

} // namespace probity::risk

#include "risk/answers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "risk/rounding.h"

namespace probity::risk {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto sexes = std::to_array<std::string_view>({"MALE", "FEMALE"});
constexpr auto models = std::to_array<std::string_view>({"static", "dynamic"});
constexpr auto bands =
    std::to_array<std::string_view>({"LOW", "MEDIUM", "HIGH", "VERY_HIGH", "NOT_APPLICABLE"});
constexpr auto places = std::to_array<std::string_view>({"COMMUNITY", "CUSTODY"});
constexpr auto partners = std::to_array<std::string_view>({"NONE", "LIVING_TOGETHER", "NOT_LIVING_TOGETHER"});
constexpr auto drugs = std::to_array<std::string_view>(
    {"heroin", "other_opiate", "methadone", "crack", "powder_cocaine", "prescribed", "benzo", "cannabis",
     "steroids", "ketamine", "spice", "hallucinogens", "solvents", "other", "amphetamines", "ecstasy"});
constexpr auto convictions =
    std::to_array<std::string_view>({"HOMICIDE", "WOUNDING_GBH", "KIDNAPPING", "FIREARMS", "ROBBERY",
                                     "AGGRAVATED_BURGLARY", "WEAPON", "CRIMINAL_DAMAGE", "ARSON"});
constexpr auto qualifications = std::to_array<std::string_view>({"any", "none"});
constexpr auto harms = std::to_array<std::string_view>({"LOW", "MEDIUM", "HIGH", "VERY_HIGH"});
constexpr auto need_sections = std::to_array<std::string_view>(
    {"ACCOMMODATION", "EDUCATION_TRAINING_AND_EMPLOYABILITY", "RELATIONSHIPS", "LIFESTYLE_AND_ASSOCIATES",
     "DRUG_MISUSE", "ALCOHOL_MISUSE", "THINKING_AND_BEHAVIOUR", "ATTITUDES",
     "FINANCIAL_MANAGEMENT_AND_INCOME", "EMOTIONAL_WELL_BEING"});
constexpr auto case_types = std::to_array<std::string_view>({"COMMUNITY", "LICENCE", "CUSTODY"});
constexpr auto mappa_levels = std::to_array<std::string_view>({"M1", "M2", "M3"});

constexpr std::size_t longest_text = 1'000;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

tl::unexpected<base::Error> wrong(const InputSpec& spec, std::string_view text, std::string hint) {
  constexpr std::size_t shown = 60;
  const std::string read(text.substr(0, shown));
  return base::fail(base::ErrorCode::invalid_input,
                    "\"" + read + (text.size() > shown ? "…" : "") + "\" is not understood",
                    std::string(spec.name), std::move(hint));
}

std::string listed(Words words) {
  std::string out;
  for (const std::string_view word : words)
    out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

} // namespace

Words words_of(Sex /*type*/) {
  return sexes;
}
Words words_of(Model /*type*/) {
  return models;
}
Words words_of(Band /*type*/) {
  return bands;
}
Words words_of(Place /*type*/) {
  return places;
}
Words words_of(Partner /*type*/) {
  return partners;
}
Words words_of(Drug /*type*/) {
  return drugs;
}
Words words_of(PastConviction /*type*/) {
  return convictions;
}
Words words_of(Qualifications /*type*/) {
  return qualifications;
}
Words words_of(Harm /*type*/) {
  return harms;
}
Words words_of(NeedSection /*type*/) {
  return need_sections;
}
Words words_of(CaseType /*type*/) {
  return case_types;
}
Words words_of(MappaLevel /*type*/) {
  return mappa_levels;
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, base::Day& out) {
  const auto day = base::parse_day(text);
  if (!day) return wrong(spec, text, "write a day that exists, like 2016-03-07");
  out = *day;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, int& out) {
  int number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size() || number < spec.least ||
      number > spec.most)
    return wrong(spec, text,
                 "write a whole number from " + std::to_string(spec.least) + " to " +
                     std::to_string(spec.most));
  out = number;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, bool& out) {
  const bool yes = text == "true" || text == "1";
  if (!yes && text != "false" && text != "0") return wrong(spec, text, "write true or false (or 1 or 0)");
  out = yes;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, double& out) {
  const auto number = parse_number(text);
  if (!number) return wrong(spec, text, "write a decimal number, like 0.0312");
  out = *number;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, base::Rational& out) {
  const auto number = text.size() <= 16 ? base::Rational::parse_decimal(text) : std::nullopt;
  if (!number) return wrong(spec, text, "write a decimal number, like 6.89");
  out = *number;
  return {};
}

base::Result<void> read_value(const InputSpec& spec, std::string_view text, std::string& out) {
  if (text.empty() || text.size() > longest_text)
    return wrong(spec, text, "write 1 to " + std::to_string(longest_text) + " bytes");
  out = text;
  return {};
}

base::Result<std::size_t> read_word(const InputSpec& spec, std::string_view text, Words words) {
  const auto same = [wanted = lower(text)](std::string_view word) { return lower(word) == wanted; };
  const auto found = std::find_if(words.begin(), words.end(), same);
  if (found == words.end()) return wrong(spec, text, "write one of " + listed(words));
  return static_cast<std::size_t>(found - words.begin());
}

base::Result<std::vector<std::size_t>> read_words(const InputSpec& spec, std::string_view text, Words words) {
  std::vector<std::size_t> out;
  while (!text.empty()) {
    const std::size_t end = text.find('|');
    PROBITY_ASSIGN(const std::size_t place, read_word(spec, text.substr(0, end), words));
    if (std::find(out.begin(), out.end(), place) != out.end())
      return wrong(spec, text.substr(0, end), "name each once");
    out.push_back(place);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    if (text.empty()) return wrong(spec, "|", "write a word after each |");
  }
  return out;
}

} // namespace probity::risk

// The kinds of answers that instruments read, and their spellings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/civil.h"
#include "base/money.h"
#include "base/result.h"

namespace probity::risk {

enum class Sex { male, female };
enum class Model { static_, dynamic }; // of information that does not change, or with what an interview found
enum class Band { low, medium, high, very_high, not_applicable };
enum class Place { community, custody };
enum class Partner { none, living_together, not_living_together };
enum class Drug {
  heroin,
  other_opiate,
  methadone,
  crack,
  powder_cocaine,
  prescribed,
  benzo,
  cannabis,
  steroids,
  ketamine,
  spice,
  hallucinogens,
  solvents,
  other,
  amphetamines,
  ecstasy
};
enum class PastConviction {
  homicide,
  wounding_gbh,
  kidnapping,
  firearms,
  robbery,
  aggravated_burglary,
  weapon,
  criminal_damage,
  arson
};
enum class Qualifications { any, none };
enum class MappaLevel { m1, m2, m3 };
enum class Harm { low, medium, high, very_high }; // the level of serious harm, a professional judgement
enum class NeedSection {
  accommodation,
  education_training_and_employability,
  relationships,
  lifestyle_and_associates,
  drug_misuse,
  alcohol_misuse,
  thinking_and_behaviour,
  attitudes,
  financial_management_and_income,
  emotional_well_being
};
enum class CaseType { community, licence, custody };

// How the values of an enumeration are written, in its order: "MALE", "FEMALE".
std::span<const std::string_view> words_of(Sex);
std::span<const std::string_view> words_of(Model);
std::span<const std::string_view> words_of(Band);
std::span<const std::string_view> words_of(Place);
std::span<const std::string_view> words_of(Partner);
std::span<const std::string_view> words_of(Drug);
std::span<const std::string_view> words_of(PastConviction);
std::span<const std::string_view> words_of(Qualifications);
std::span<const std::string_view> words_of(MappaLevel);
std::span<const std::string_view> words_of(Harm);
std::span<const std::string_view> words_of(NeedSection);
std::span<const std::string_view> words_of(CaseType);

template <class Value> std::string_view word(Value value) {
  return words_of(value)[static_cast<std::size_t>(value)];
}

// Several of an enumeration; written with "|" between them.
template <class Value> using Several = std::vector<Value>;

enum class Need {
  required, // without it there is no score
  answer,   // an answer of an assessment; without it a static model may still be scored
  optional, // may be left out; the instrument says what that means
};

// One input of an instrument.
struct InputSpec {
  std::string_view name; // "date_of_birth"
  std::string_view help; // "when the person was born"
  Need need = Need::required;
  int least = 0; // of whole numbers, both inclusive
  int most = 0;
};

// Reading text. An error says what was read, what was expected, and names the input in `where`.
base::Result<void> read_value(const InputSpec& spec, std::string_view text, base::Day& out); // 2016-03-07
base::Result<void> read_value(const InputSpec& spec, std::string_view text, int& out);       // in the range
base::Result<void> read_value(const InputSpec& spec, std::string_view text, bool& out);   // true, false, 1, 0
base::Result<void> read_value(const InputSpec& spec, std::string_view text, double& out); // decimal
base::Result<void> read_value(const InputSpec& spec, std::string_view text,
                              base::Rational& out); // decimal, exact
base::Result<void> read_value(const InputSpec& spec, std::string_view text,
                              std::string& out); // 1 to 1,000 bytes

// The place of a text among words, or an error that lists them. Letters may be of either case.
base::Result<std::size_t> read_word(const InputSpec& spec, std::string_view text,
                                    std::span<const std::string_view> words);
base::Result<std::vector<std::size_t>> read_words(const InputSpec& spec, std::string_view text,
                                                  std::span<const std::string_view> words);

template <class Value>
requires std::is_enum_v<Value> base::Result<void> read_value(const InputSpec& spec, std::string_view text,
                                                             Value& out) {
  PROBITY_ASSIGN(const std::size_t place, read_word(spec, text, words_of(Value{})));
  out = static_cast<Value>(place);
  return {};
}

template <class Value>
requires std::is_enum_v<Value> base::Result<void> read_value(const InputSpec& spec, std::string_view text,
                                                             std::vector<Value>& out) {
  PROBITY_ASSIGN(const std::vector<std::size_t> places, read_words(spec, text, words_of(Value{})));
  for (const std::size_t place : places)
    out.push_back(static_cast<Value>(place));
  return {};
}

} // namespace probity::risk

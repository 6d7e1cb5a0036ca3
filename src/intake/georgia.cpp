#include "intake/georgia.h"

#include <algorithm>
#include <array>

#include "intake/georgia_columns.h"

namespace probity::intake {
namespace {

using georgia_data::Column;
using georgia_data::columns;
using georgia_data::Kind;
using georgia_data::Known;

constexpr std::string_view or_more = " or more";
constexpr std::int64_t highest_number = 9'999'999; // of a person
constexpr std::int64_t highest_whole = 9'999;      // before the decimal point
constexpr std::size_t most_decimals = 9;

constexpr std::array sex_words = {Word{"M", "male"}, Word{"F", "female"}, Word{"", ""}};
constexpr std::array age_words = {
    Word{"18-22", "18_22"}, Word{"23-27", "23_27"}, Word{"28-32", "28_32"},         Word{"33-37", "33_37"},
    Word{"38-42", "38_42"}, Word{"43-47", "43_47"}, Word{"48 or older", "48_over"}, Word{"", ""}};

constexpr auto column_names = [] {
  std::array<std::string_view, columns.size()> out{};
  for (std::size_t i = 0; i < columns.size(); ++i)
    out[i] = columns[i].name;
  return out;
}();

constexpr std::size_t position(std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == name) return i;
  return columns.size();
}
constexpr std::size_t at_id = position("ID");
constexpr std::size_t at_sex = position("Gender");
constexpr std::size_t at_age = position("Age_at_Release");
constexpr std::size_t at_offence = position("Prison_Offense");
constexpr std::size_t at_within = position("Recidivism_Within_3years");
constexpr std::size_t at_first_year = position("Recidivism_Arrest_Year1");
static_assert(at_id < columns.size() && at_sex < columns.size() && at_age < columns.size() &&
              at_offence < columns.size() && at_within < columns.size() && at_first_year < columns.size());

std::optional<bool> truth(std::string_view text) {
  const std::string word = lower(text);
  if (word == "true") return true;
  if (word == "false") return false;
  return std::nullopt;
}

// "0.300000012" as 300000012. The publisher writes at most nine decimals; more would have to be rounded.
std::optional<std::int64_t> billionths(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto whole = whole_number(text.substr(0, point));
  if (!whole || *whole < 0 || *whole > highest_whole || text.front() == '-') return std::nullopt;
  std::string decimals(text.substr(std::min(point + 1, text.size())));
  if (point < text.size() && (decimals.empty() || decimals.size() > most_decimals)) return std::nullopt;
  decimals.resize(most_decimals, '0');
  if (decimals.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return *whole * 1'000'000'000 + *whole_number(decimals);
}

// Reads the columns of one row into a person.
class Reading {
 public:
  Reading(const RowFields& row, GeorgiaPerson& person) : row_(row), person_(person) {}

  base::Result<void> read(std::size_t at) {
    const Column& column = columns[at];
    if (column.kind == Kind::person || column.kind == Kind::outcome) return {};
    if (column.kind == Kind::division) {
      PROBITY_TRY(row_.number(at, 0, 1));
      return {};
    }
    if (row_.text(at).empty()) {
      row_.warn("blank_" + lower(column.name));
      return {};
    }
    switch (column.kind) {
    case Kind::level:
      return level(at);
    case Kind::count:
      return count(at);
    case Kind::truth:
      return yes_or_no(at);
    case Kind::score: {
      PROBITY_ASSIGN(const std::int64_t score, row_.number(at, 1, column.top));
      numbers(column).emplace_back(column.name, score);
      return {};
    }
    default:
      return decimal(at);
    }
  }

 private:
  GeorgiaPerson::Numbers& numbers(const Column& column) {
    return column.known == Known::at_release ? person_.numbers : person_.activity_numbers;
  }

  base::Result<void> level(std::size_t at) {
    const std::string text(row_.text(at));
    if (text.find('|') != std::string::npos ||
        columns[at].levels.find("|" + text + "|") == std::string_view::npos)
      return row_.refuse(at, "\"" + text + "\" is none of the texts known");
    person_.levels.push_back(std::string(columns[at].name) + "=" + text);
    return {};
  }

  base::Result<void> count(std::size_t at) {
    const Column& column = columns[at];
    const std::string top = std::to_string(column.top);
    if (row_.text(at) == top + std::string(or_more)) {
      numbers(column).emplace_back(column.name, column.top);
      (column.known == Known::at_release ? person_.at_least : person_.activity_at_least)
          .emplace_back(column.name);
      return {};
    }
    const auto number = whole_number(row_.text(at));
    if (!number || *number < 0 || *number >= column.top)
      return row_.refuse(at, "\"" + std::string(row_.text(at)) + "\" is neither a number below " + top +
                                 " nor \"" + top + std::string(or_more) + "\"");
    numbers(column).emplace_back(column.name, *number);
    return {};
  }

  base::Result<void> yes_or_no(std::size_t at) {
    const auto said = truth(row_.text(at));
    if (!said) return row_.refuse(at, "\"" + std::string(row_.text(at)) + "\" is neither true nor false");
    numbers(columns[at]).emplace_back(columns[at].name, *said ? 1 : 0);
    return {};
  }

  base::Result<void> decimal(std::size_t at) {
    const auto value = billionths(row_.text(at));
    if (!value)
      return row_.refuse(at, "\"" + std::string(row_.text(at)) +
                                 "\" is no number from 0 to 9999 with at most nine decimals");
    person_.activity_billionths.emplace_back(columns[at].name, *value);
    return {};
  }

  const RowFields& row_;
  GeorgiaPerson& person_;
};

base::Result<int> year_of_arrest(const RowFields& row) {
  int year = 0;
  for (int i = 0; i < georgia_follow_up_years; ++i) {
    const std::size_t at = at_first_year + static_cast<std::size_t>(i);
    const auto arrested = truth(row.text(at));
    if (!arrested) return row.refuse(at, "\"" + std::string(row.text(at)) + "\" is neither true nor false");
    if (*arrested && year != 0)
      return row.refuse(at, "the first arrest fell in year " + std::to_string(year) + " already");
    if (*arrested) year = i + 1;
  }
  const auto within = truth(row.text(at_within));
  if (!within || *within != (year != 0))
    return row.refuse(at_within, "\"" + std::string(row.text(at_within)) + "\" contradicts the single years");
  return year;
}

} // namespace

base::Result<Columns> find_georgia_columns(const std::vector<std::string>& header, Warnings& warnings) {
  return Columns::find(header, column_names,
                       "give the file \"NIJ's Recidivism Challenge Full Dataset\" as data.ojp.usdoj.gov "
                       "offers it; its test files lack what happened",
                       warnings);
}

base::Result<GeorgiaPerson> read_georgia_row(const Columns& found, const std::vector<std::string>& fields,
                                             Warnings& warnings) {
  PROBITY_TRY(found.check_width(fields));
  const RowFields row(found, fields, warnings);
  GeorgiaPerson out;
  PROBITY_ASSIGN(const std::int64_t number, row.number(at_id, 1, highest_number));
  out.number = std::to_string(number);
  Reading reading(row, out);
  for (std::size_t at = 0; at < columns.size(); ++at)
    PROBITY_TRY(reading.read(at));
  PROBITY_ASSIGN(out.sex, row.word(at_sex, sex_words));
  PROBITY_ASSIGN(out.age_band, row.word(at_age, age_words));
  PROBITY_ASSIGN(out.offence_type, row.name(at_offence));
  PROBITY_ASSIGN(out.arrested_in_year, year_of_arrest(row));
  return out;
}

} // namespace probity::intake

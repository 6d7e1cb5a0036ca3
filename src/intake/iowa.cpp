#include "intake/iowa.h"

#include <algorithm>
#include <charconv>

namespace probity::intake {
namespace {

using base::ErrorCode;

constexpr std::array<std::string_view, iowa_column_count> column_names = {"Fiscal Year Released",
                                                                          "Recidivism Reporting Year",
                                                                          "Main Supervising District",
                                                                          "Release Type",
                                                                          "Race - Ethnicity",
                                                                          "Age At Release",
                                                                          "Sex",
                                                                          "Offense Classification",
                                                                          "Offense Type",
                                                                          "Offense Subtype",
                                                                          "Return to Prison",
                                                                          "Days to Return",
                                                                          "Recidivism Type",
                                                                          "New Offense Classification",
                                                                          "New Offense Type",
                                                                          "New Offense Sub Type",
                                                                          "Target Population"};

struct Word {
  std::string_view written;
  std::string_view code;
};

// Categories were renamed over the years. With the dash written as "-".
constexpr std::array release_words = {
    Word{"Parole", "parole"},
    Word{"Parole Granted", "parole"},
    Word{"Paroled w/Immediate Discharge", "parole_with_immediate_discharge"},
    Word{"Paroled to Detainer - Out of State", "parole_to_detainer"},
    Word{"Paroled to Detainer - INS", "parole_to_detainer"},
    Word{"Paroled to Detainer - U.S. Marshall", "parole_to_detainer"},
    Word{"Paroled to Detainer - Iowa", "parole_to_detainer"},
    Word{"Interstate Compact Parole", "interstate_compact_parole"},
    Word{"Discharged - End of Sentence", "discharged_end_of_sentence"},
    Word{"Discharged - Expiration of Sentence", "discharged_end_of_sentence"},
    Word{"Special Sentence", "special_sentence"},
    Word{"Released to Special Sentence", "special_sentence"},
    Word{"", "not_stated"},
};
constexpr std::array sex_words = {Word{"Male", "male"}, Word{"Female", "female"}, Word{"", ""}};
constexpr std::array age_words = {Word{"Under 25", "under_25"},    Word{"25-34", "25_34"},
                                  Word{"35-44", "35_44"},          Word{"45-54", "45_54"},
                                  Word{"55 and Older", "55_over"}, Word{"", ""}};

template <std::size_t Size>
std::optional<std::string_view> code_of(const std::array<Word, Size>& words, std::string_view written) {
  for (const Word& word : words)
    if (word.written == written) return word.code;
  return std::nullopt;
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// The en dash (U+2013) is the hyphen of other years.
std::string with_hyphen(std::string_view text) {
  constexpr std::string_view dash = "\xE2\x80\x93";
  std::string out(text);
  for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash, at))
    out.replace(at, dash.size(), "-");
  return out;
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// Reads the fields of one row by column.
class Row {
 public:
  Row(const IowaColumns& columns, const std::vector<std::string>& fields, Warnings& warnings)
      : columns_(columns), fields_(fields), warnings_(warnings) {}

  std::string_view operator[](IowaColumn column) const { return trimmed(fields_[columns_.position(column)]); }
  void warn(std::string_view kind) const { ++warnings_.try_emplace(std::string(kind)).first->second; }
  static tl::unexpected<base::Error> refuse(IowaColumn column, const std::string& message) {
    return base::fail(ErrorCode::invalid_input, message,
                      std::string(column_names[static_cast<std::size_t>(column)]),
                      "correct the row at its source");
  }
  template <std::size_t Size>
  base::Result<std::string_view> word(IowaColumn column, const std::array<Word, Size>& words) const {
    const std::string written = with_hyphen((*this)[column]);
    if (const auto code = code_of(words, written)) return *code;
    return refuse(column, "\"" + std::string((*this)[column]) + "\" is none of the texts known");
  }

 private:
  const IowaColumns& columns_;
  const std::vector<std::string>& fields_;
  Warnings& warnings_;
};

base::Result<void> read_years(const Row& row, IowaRelease& out) {
  constexpr int earliest = 1990;
  constexpr int latest = 2100;
  const auto year = whole_number(row[IowaColumn::fiscal_year]);
  if (!year || *year < earliest || *year > latest)
    return Row::refuse(IowaColumn::fiscal_year, "\"" + std::string(row[IowaColumn::fiscal_year]) +
                                                    "\" is no fiscal year from 1990 to 2100");
  const auto reported = whole_number(row[IowaColumn::reporting_year]);
  if (!reported || *reported != *year + iowa_follow_up_years)
    return Row::refuse(IowaColumn::reporting_year, "\"" + std::string(row[IowaColumn::reporting_year]) +
                                                       "\" is not three years after the release");
  out.fiscal_year = *year;
  out.reporting_year = *reported;
  return {};
}

base::Result<void> read_return(const Row& row, IowaRelease& out) {
  const std::string_view returned = row[IowaColumn::returned];
  const std::string_view days = row[IowaColumn::days];
  const std::string_view type = row[IowaColumn::recidivism_type];
  out.new_class = row[IowaColumn::new_class];
  out.new_type = row[IowaColumn::new_type];
  out.new_subtype = row[IowaColumn::new_subtype];
  const bool names_offence = !out.new_class.empty() || !out.new_type.empty() || !out.new_subtype.empty();
  if (returned == "No") {
    if (!days.empty())
      return Row::refuse(IowaColumn::days,
                         "the person did not return, yet after " + std::string(days) + " days");
    if (type != "No Recidivism")
      return Row::refuse(IowaColumn::recidivism_type,
                         "\"" + std::string(type) + "\" contradicts that the person did not return");
    if (names_offence)
      return Row::refuse(IowaColumn::new_class, "a new offence is named, yet the person did not return");
    return {};
  }
  if (returned != "Yes")
    return Row::refuse(IowaColumn::returned, "\"" + std::string(returned) + "\" is neither Yes nor No");
  if (days.empty())
    return Row::refuse(IowaColumn::days, "the person returned, yet it is not said after how many days");
  const auto number = whole_number(days);
  if (!number || *number < 0 || *number > iowa_follow_up_days)
    return Row::refuse(IowaColumn::days, "\"" + std::string(days) + "\" is no number of days from 0 to 1095");
  out.days = *number;
  if (type == "New")
    out.returned = IowaReturn::new_offence;
  else if (type == "Tech")
    out.returned = IowaReturn::technical;
  else
    return Row::refuse(IowaColumn::recidivism_type,
                       "\"" + std::string(type) +
                           "\" does not say whether for a new offence (New) or a "
                           "violation of conditions (Tech)");
  if (out.returned == IowaReturn::technical && names_offence) row.warn("technical_return_names_offence");
  if (out.returned == IowaReturn::new_offence && !names_offence) row.warn("new_offence_not_named");
  return {};
}

void warn_of_blanks(const Row& row, const IowaRelease& release) {
  if (release.district.empty()) row.warn("blank_district");
  if (release.source_release_type.empty()) row.warn("blank_release_type");
  if (release.sex.empty()) row.warn("blank_sex");
  if (release.age_band.empty()) row.warn("blank_age");
}

} // namespace

base::Result<IowaColumns> IowaColumns::find(const std::vector<std::string>& header, Warnings& warnings) {
  IowaColumns out;
  out.width_ = header.size();
  std::array<int, iowa_column_count> seen{};
  for (std::size_t position = 0; position < header.size(); ++position) {
    const std::string_view name = trimmed(header[position]);
    if (name.size() != header[position].size()) ++warnings["blanks_around_column_name"];
    const auto known =
        std::find_if(column_names.begin(), column_names.end(),
                     [&](std::string_view candidate) { return lower(candidate) == lower(name); });
    if (known == column_names.end()) {
      ++warnings["unknown_column"];
      continue;
    }
    const auto column = static_cast<std::size_t>(known - column_names.begin());
    ++seen[column];
    out.positions_[column] = position;
  }
  std::string missing;
  std::string twice;
  for (std::size_t column = 0; column < iowa_column_count; ++column) {
    std::string& list = seen[column] == 0 ? missing : twice;
    if (seen[column] != 1) list += (list.empty() ? "" : ", ") + std::string(column_names[column]);
  }
  if (missing.empty() && twice.empty()) return out;
  std::string message = missing.empty() ? "" : "the header lacks the columns: " + missing;
  if (!twice.empty()) message += (message.empty() ? "" : "; ") + ("these columns stand twice: " + twice);
  return base::fail(ErrorCode::invalid_input, message, "header",
                    "give the file \"3-Year Recidivism for Offenders Released from Prison in Iowa\" as "
                    "data.iowa.gov offers it");
}

base::Result<IowaRelease> read_iowa_row(const IowaColumns& columns, const std::vector<std::string>& fields,
                                        Warnings& warnings) {
  if (fields.size() != columns.width())
    return base::fail(ErrorCode::invalid_input,
                      "the row has " + std::to_string(fields.size()) + " fields, the header " +
                          std::to_string(columns.width()),
                      "", "was the file cut off, or a comma left out of quotes?");
  const Row row(columns, fields, warnings);
  IowaRelease out;
  PROBITY_TRY(read_years(row, out));
  out.district = row[IowaColumn::district];
  out.source_release_type = row[IowaColumn::release_type];
  PROBITY_ASSIGN(out.release_type, row.word(IowaColumn::release_type, release_words));
  PROBITY_ASSIGN(out.sex, row.word(IowaColumn::sex, sex_words));
  PROBITY_ASSIGN(out.age_band, row.word(IowaColumn::age, age_words));
  out.offence_class = row[IowaColumn::offence_class];
  out.offence_type = row[IowaColumn::offence_type];
  out.offence_subtype = row[IowaColumn::offence_subtype];
  const std::string_view target = row[IowaColumn::target_population];
  if (target != "Yes" && target != "No")
    return Row::refuse(IowaColumn::target_population,
                       "\"" + std::string(target) + "\" is neither Yes nor No");
  out.target_population = target == "Yes";
  PROBITY_TRY(read_return(row, out));
  warn_of_blanks(row, out);
  return out;
}

base::Day iowa_fiscal_year_start(int fiscal_year) {
  return base::day_of(fiscal_year - 1, 7, 1);
}

base::Day iowa_known_from(int reporting_year) {
  return iowa_fiscal_year_start(reporting_year + 1);
}

} // namespace probity::intake

#include "intake/iowa.h"

#include <array>

namespace probity::intake {
namespace {

constexpr std::array<std::string_view, 17> column_names = {"Fiscal Year Released",
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

constexpr std::size_t at(IowaColumn column) {
  return static_cast<std::size_t>(column);
}

base::Result<void> read_years(const RowFields& row, IowaRelease& out) {
  constexpr int earliest = 1990;
  constexpr int latest = 2100;
  const auto year = whole_number(row.text(at(IowaColumn::fiscal_year)));
  if (!year || *year < earliest || *year > latest)
    return row.refuse(at(IowaColumn::fiscal_year), "\"" + std::string(row.text(at(IowaColumn::fiscal_year))) +
                                                       "\" is no fiscal year from 1990 to 2100");
  const auto reported = whole_number(row.text(at(IowaColumn::reporting_year)));
  if (!reported || *reported != *year + iowa_follow_up_years)
    return row.refuse(at(IowaColumn::reporting_year),
                      "\"" + std::string(row.text(at(IowaColumn::reporting_year))) +
                          "\" is not three years after the release");
  out.fiscal_year = static_cast<int>(*year);
  out.reporting_year = static_cast<int>(*reported);
  return {};
}

base::Result<void> read_return(const RowFields& row, IowaRelease& out) {
  const std::string_view returned = row.text(at(IowaColumn::returned));
  const std::string_view days = row.text(at(IowaColumn::days));
  const std::string_view type = row.text(at(IowaColumn::recidivism_type));
  PROBITY_ASSIGN(out.new_class, row.name(at(IowaColumn::new_class)));
  PROBITY_ASSIGN(out.new_type, row.name(at(IowaColumn::new_type)));
  PROBITY_ASSIGN(out.new_subtype, row.name(at(IowaColumn::new_subtype)));
  const bool names_offence = !out.new_class.empty() || !out.new_type.empty() || !out.new_subtype.empty();
  if (returned == "No") {
    if (!days.empty())
      return row.refuse(at(IowaColumn::days),
                        "the person did not return, yet after " + std::string(days) + " days");
    if (type != "No Recidivism")
      return row.refuse(at(IowaColumn::recidivism_type),
                        "\"" + std::string(type) + "\" contradicts that the person did not return");
    if (names_offence)
      return row.refuse(at(IowaColumn::new_class), "a new offence is named, yet the person did not return");
    return {};
  }
  if (returned != "Yes")
    return row.refuse(at(IowaColumn::returned), "\"" + std::string(returned) + "\" is neither Yes nor No");
  if (days.empty())
    return row.refuse(at(IowaColumn::days), "the person returned, yet it is not said after how many days");
  const auto number = whole_number(days);
  if (!number || *number < 0 || *number > iowa_follow_up_days)
    return row.refuse(at(IowaColumn::days),
                      "\"" + std::string(days) + "\" is no number of days from 0 to 1095");
  out.days = static_cast<int>(*number);
  if (type == "New")
    out.returned = IowaReturn::new_offence;
  else if (type == "Tech")
    out.returned = IowaReturn::technical;
  else
    return row.refuse(at(IowaColumn::recidivism_type),
                      "\"" + std::string(type) +
                          "\" does not say whether for a new offence (New) or a "
                          "violation of conditions (Tech)");
  if (out.returned == IowaReturn::technical && names_offence) row.warn("technical_return_names_offence");
  if (out.returned == IowaReturn::new_offence && !names_offence) row.warn("new_offence_not_named");
  return {};
}

void warn_of_blanks(const RowFields& row, const IowaRelease& release) {
  if (release.district.empty()) row.warn("blank_district");
  if (release.source_release_type.empty()) row.warn("blank_release_type");
  if (release.sex.empty()) row.warn("blank_sex");
  if (release.age_band.empty()) row.warn("blank_age");
}

} // namespace

base::Result<Columns> find_iowa_columns(const std::vector<std::string>& header, Warnings& warnings) {
  return Columns::find(header, column_names,
                       "give the file \"3-Year Recidivism for Offenders Released from Prison in Iowa\" as "
                       "data.iowa.gov offers it",
                       warnings);
}

base::Result<IowaRelease> read_iowa_row(const Columns& columns, const std::vector<std::string>& fields,
                                        Warnings& warnings) {
  PROBITY_TRY(columns.check_width(fields));
  const RowFields row(columns, fields, warnings);
  IowaRelease out;
  PROBITY_TRY(read_years(row, out));
  PROBITY_ASSIGN(out.district, row.name(at(IowaColumn::district)));
  PROBITY_ASSIGN(out.source_release_type, row.name(at(IowaColumn::release_type)));
  PROBITY_ASSIGN(out.release_type, row.word(at(IowaColumn::release_type), release_words));
  PROBITY_ASSIGN(out.sex, row.word(at(IowaColumn::sex), sex_words));
  PROBITY_ASSIGN(out.age_band, row.word(at(IowaColumn::age), age_words));
  PROBITY_ASSIGN(out.offence_class, row.name(at(IowaColumn::offence_class)));
  PROBITY_ASSIGN(out.offence_type, row.name(at(IowaColumn::offence_type)));
  PROBITY_ASSIGN(out.offence_subtype, row.name(at(IowaColumn::offence_subtype)));
  const std::string_view target = row.text(at(IowaColumn::target_population));
  if (target != "Yes" && target != "No")
    return row.refuse(at(IowaColumn::target_population),
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

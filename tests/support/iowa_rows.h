// Releases of our own in the shape of Iowa's published file. Tests only.
#pragma once

#include <string>
#include <string_view>

namespace probity::support {

class IowaRows {
 public:
  // So many releases of a fiscal year and district, of which so many returned after 400 days. No district:
  // blank.
  void add(int year, std::string_view district, int releases, int returned) {
    for (int i = 0; i < releases; ++i) {
      const bool back = i < returned;
      text_ += std::to_string(year) + "," + std::to_string(year + 3) + "," + std::string(district) +
               ",Parole,Group - A,25-34,Male,D Felony,Property,Theft," +
               (back ? "Yes,400,Tech" : "No,,No Recidivism") + ",,,,Yes\n";
    }
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_ =
      "Fiscal Year Released,Recidivism Reporting Year,Main Supervising District,Release Type,Race - "
      "Ethnicity,"
      "Age At Release ,Sex,Offense Classification,Offense Type,Offense Subtype,Return to Prison,Days to "
      "Return,"
      "Recidivism Type,New Offense Classification,New Offense Type,New Offense Sub Type,Target Population\n";
};

} // namespace probity::support

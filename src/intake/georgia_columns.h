// What each column of the Georgia data set may hold. In the publisher's order.
#pragma once

#include <array>
#include <string_view>

namespace probity::intake::georgia_data {

enum class Kind {
  person,   // the publisher's number of the person
  level,    // one of a list of categories
  count,    // 0 … top − 1, or "top or more"; top 0: no top
  score,    // 1 … top
  truth,    // true or false
  decimal,  // 0 or more, up to nine decimals
  outcome,  // true or false, never blank: what happened
  division, // 1 or 0: the publisher's division into training and test; stays in the sealed row
};
enum class Known { at_release, afterwards };

struct Column {
  std::string_view name;
  Kind kind;
  Known known = Known::at_release;
  int top = 0;
  std::string_view levels = {}; // of a level, with "|" around each
};

inline constexpr std::array columns = {
    Column{"ID", Kind::person},
    Column{"Gender", Kind::level, Known::at_release, 0, "|M|F|"},
    Column{"Race", Kind::level, Known::at_release, 0, "|BLACK|WHITE|"},
    Column{"Age_at_Release", Kind::level, Known::at_release, 0,
           "|18-22|23-27|28-32|33-37|38-42|43-47|48 or older|"},
    Column{"Residence_PUMA", Kind::level, Known::at_release, 0,
           "|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|"},
    Column{"Gang_Affiliated", Kind::truth},
    Column{"Supervision_Risk_Score_First", Kind::score, Known::at_release, 10},
    Column{"Supervision_Level_First", Kind::level, Known::at_release, 0, "|Standard|High|Specialized|"},
    Column{"Education_Level", Kind::level, Known::at_release, 0,
           "|Less than HS diploma|High School Diploma|At least some college|"},
    Column{"Dependents", Kind::count, Known::at_release, 3},
    Column{"Prison_Offense", Kind::level, Known::at_release, 0,
           "|Violent/Sex|Violent/Non-Sex|Property|Drug|Other|"},
    Column{"Prison_Years", Kind::level, Known::at_release, 0,
           "|Less than 1 year|1-2 years|Greater than 2 to 3 years|More than 3 years|"},
    Column{"Prior_Arrest_Episodes_Felony", Kind::count, Known::at_release, 10},
    Column{"Prior_Arrest_Episodes_Misd", Kind::count, Known::at_release, 6},
    Column{"Prior_Arrest_Episodes_Violent", Kind::count, Known::at_release, 3},
    Column{"Prior_Arrest_Episodes_Property", Kind::count, Known::at_release, 5},
    Column{"Prior_Arrest_Episodes_Drug", Kind::count, Known::at_release, 5},
    Column{"Prior_Arrest_Episodes_PPViolationCharges", Kind::count, Known::at_release, 5},
    Column{"Prior_Arrest_Episodes_DVCharges", Kind::truth},
    Column{"Prior_Arrest_Episodes_GunCharges", Kind::truth},
    Column{"Prior_Conviction_Episodes_Felony", Kind::count, Known::at_release, 3},
    Column{"Prior_Conviction_Episodes_Misd", Kind::count, Known::at_release, 4},
    Column{"Prior_Conviction_Episodes_Viol", Kind::truth},
    Column{"Prior_Conviction_Episodes_Prop", Kind::count, Known::at_release, 3},
    Column{"Prior_Conviction_Episodes_Drug", Kind::count, Known::at_release, 2},
    Column{"Prior_Conviction_Episodes_PPViolationCharges", Kind::truth},
    Column{"Prior_Conviction_Episodes_DomesticViolenceCharges", Kind::truth},
    Column{"Prior_Conviction_Episodes_GunCharges", Kind::truth},
    Column{"Prior_Revocations_Parole", Kind::truth},
    Column{"Prior_Revocations_Probation", Kind::truth},
    Column{"Condition_MH_SA", Kind::truth},
    Column{"Condition_Cog_Ed", Kind::truth},
    Column{"Condition_Other", Kind::truth},
    Column{"Violations_ElectronicMonitoring", Kind::truth, Known::afterwards},
    Column{"Violations_Instruction", Kind::truth, Known::afterwards},
    Column{"Violations_FailToReport", Kind::truth, Known::afterwards},
    Column{"Violations_MoveWithoutPermission", Kind::truth, Known::afterwards},
    Column{"Delinquency_Reports", Kind::count, Known::afterwards, 4},
    Column{"Program_Attendances", Kind::count, Known::afterwards, 10},
    Column{"Program_UnexcusedAbsences", Kind::count, Known::afterwards, 3},
    Column{"Residence_Changes", Kind::count, Known::afterwards, 3},
    Column{"Avg_Days_per_DrugTest", Kind::decimal, Known::afterwards},
    Column{"DrugTests_THC_Positive", Kind::decimal, Known::afterwards},
    Column{"DrugTests_Cocaine_Positive", Kind::decimal, Known::afterwards},
    Column{"DrugTests_Meth_Positive", Kind::decimal, Known::afterwards},
    Column{"DrugTests_Other_Positive", Kind::decimal, Known::afterwards},
    Column{"Percent_Days_Employed", Kind::decimal, Known::afterwards},
    Column{"Jobs_Per_Year", Kind::decimal, Known::afterwards},
    Column{"Employment_Exempt", Kind::truth, Known::afterwards},
    Column{"Recidivism_Within_3years", Kind::outcome, Known::afterwards},
    Column{"Recidivism_Arrest_Year1", Kind::outcome, Known::afterwards},
    Column{"Recidivism_Arrest_Year2", Kind::outcome, Known::afterwards},
    Column{"Recidivism_Arrest_Year3", Kind::outcome, Known::afterwards},
    Column{"Training_Sample", Kind::division},
};

} // namespace probity::intake::georgia_data

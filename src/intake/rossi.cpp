#include "intake/rossi.h"

#include <array>

#include "intake/row_events.h"
#include "record/custody.h"
#include "record/offending.h"
#include "record/risk.h"
#include "record/trial.h"

namespace probity::intake {
namespace {

enum Column : std::size_t { week, arrest, fin, age, race, wexp, mar, paro, prio };
constexpr std::array<std::string_view, 9> column_names = {"week", "arrest", "fin",  "age", "race",
                                                          "wexp", "mar",    "paro", "prio"};
constexpr std::int64_t lowest_age = 10;
constexpr std::int64_t highest_age = 120;
constexpr std::int64_t most_convictions = 99;
constexpr int days_per_week = 7;
constexpr int known_from_year = 1981; // the first after the publication

constexpr std::array outcome_titles = {OutcomeTitle{"arrested", "Arrested in 52 weeks", true}};

class RossiReader final : public RowReader {
 public:
  explicit RossiReader(Columns columns) : columns_(std::move(columns)) {}

  base::Result<ReadRow> read(const std::vector<std::string>& fields, Warnings& warnings) const override {
    PROBITY_ASSIGN(const RossiMan man, read_rossi_row(columns_, fields, warnings));
    ReadRow out;
    out.group = man.aid ? "aid" : "no_aid";
    if (man.arrested) out.outcomes = {outcome_titles.front().name};
    out.known_from = base::day_of(known_from_year, 1, 1);
    out.events = [man](std::string_view row, std::uint64_t occurrence, const Destination& destination) {
      return rossi_events(man, row, occurrence, destination);
    };
    return out;
  }

 private:
  Columns columns_;
};

base::Result<std::unique_ptr<RowReader>> reader(const std::vector<std::string>& header, Warnings& warnings) {
  PROBITY_ASSIGN(Columns columns, find_rossi_columns(header, warnings));
  return std::make_unique<RossiReader>(std::move(columns));
}

const DataSet data_set{.key = "rossi",
                       .name = "rossi_financial_aid",
                       .zone = "America/New_York",
                       .group_title = "Arm of the trial",
                       .row_title = "Men",
                       .outcomes = outcome_titles,
                       .reader = reader};

} // namespace

const DataSet& rossi() {
  return data_set;
}

base::Result<Columns> find_rossi_columns(const std::vector<std::string>& header, Warnings& warnings) {
  return Columns::find(header, column_names,
                       "give the Rossi data with the columns week, arrest, fin, age, race, wexp, mar, paro, "
                       "prio, yes and no written as 1 and 0",
                       warnings);
}

base::Result<RossiMan> read_rossi_row(const Columns& columns, const std::vector<std::string>& fields,
                                      Warnings& warnings) {
  PROBITY_TRY(columns.check_width(fields));
  const RowFields row(columns, fields, warnings);
  RossiMan out;
  PROBITY_ASSIGN(const std::int64_t number, row.number(week, 1, rossi_follow_up_weeks));
  PROBITY_ASSIGN(const std::int64_t arrested, row.number(arrest, 0, 1));
  PROBITY_ASSIGN(const std::int64_t aid, row.number(fin, 0, 1));
  PROBITY_ASSIGN(out.age, row.number(age, lowest_age, highest_age));
  PROBITY_ASSIGN(out.race, row.number(race, 0, 1));
  PROBITY_ASSIGN(out.work_experience, row.number(wexp, 0, 1));
  PROBITY_ASSIGN(out.married, row.number(mar, 0, 1));
  PROBITY_ASSIGN(out.parole, row.number(paro, 0, 1));
  PROBITY_ASSIGN(out.convictions, row.number(prio, 0, most_convictions));
  out.week = static_cast<int>(number);
  out.arrested = arrested == 1;
  out.aid = aid == 1;
  if (!out.arrested && out.week != rossi_follow_up_weeks)
    return row.refuse(week, "the man was not arrested, yet he was not followed for all 52 weeks");
  return out;
}

std::vector<base::json::Value> rossi_events(const RossiMan& man, std::string_view row,
                                            std::uint64_t occurrence, const Destination& destination) {
  const RowEvents making(data_set, "Rossi, Berk and Lenihan (1980)", row, occurrence, destination);
  const auto release = making.name<base::EventId>(record::custody::release_recorded.name);
  std::vector<base::json::Value> events;
  events.push_back(making.registered().build());
  // What the terms of the others were is not said.
  events.push_back(making.begin(record::custody::release_recorded)
                       .entity("custody", making.name<base::EntityId>("custody"))
                       .fact("release_type", man.parole == 1 ? "parole" : "not_stated")
                       .build());
  events.push_back(making.begin(record::risk::factors_recorded)
                       .valid_after(release, 0)
                       .fact("source", data_set.name)
                       .fact("numbers", record::EventBuilder::NamedNumbers{{"age", man.age},
                                                                           {"race", man.race},
                                                                           {"wexp", man.work_experience},
                                                                           {"mar", man.married},
                                                                           {"paro", man.parole},
                                                                           {"prio", man.convictions}})
                       .build());
  events.push_back(making.begin(record::trial::assigned)
                       .fact("trial", "financial_aid")
                       .fact("arm", man.aid ? "aid" : "no_aid")
                       .build());
  if (man.arrested)
    events.push_back(making.begin(record::offending::arrested)
                         .fact("counted_from", std::string_view(release.hex()))
                         .fact("unit", "week")
                         .fact("period", man.week)
                         .build());
  events.push_back(making.begin(record::offending::follow_up_ended)
                       .valid_after(release, rossi_follow_up_weeks * days_per_week)
                       .fact("counted_from", std::string_view(release.hex()))
                       .fact("unit", "week")
                       .fact("periods", rossi_follow_up_weeks)
                       .build());
  return events;
}

} // namespace probity::intake

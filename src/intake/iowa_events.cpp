#include "intake/iowa.h"

#include <array>

#include "intake/row_events.h"
#include "record/custody.h"
#include "record/supervision.h"

namespace probity::intake {
namespace {

constexpr std::array outcome_titles = {OutcomeTitle{"returns", "Returned in 3 years", true},
                                       OutcomeTitle{"new_offence", "new offence", false},
                                       OutcomeTitle{"technical", "technical", false}};

class IowaReader final : public RowReader {
 public:
  explicit IowaReader(Columns columns) : columns_(std::move(columns)) {}

  base::Result<ReadRow> read(const std::vector<std::string>& fields, Warnings& warnings) const override {
    PROBITY_ASSIGN(IowaRelease release, read_iowa_row(columns_, fields, warnings));
    ReadRow out;
    out.group = std::to_string(release.fiscal_year);
    if (release.returned != IowaReturn::none)
      out.outcomes = {"returns", release.returned == IowaReturn::new_offence ? "new_offence" : "technical"};
    out.known_from = iowa_known_from(release.reporting_year);
    out.events = [release = std::move(release)](std::string_view row, std::uint64_t occurrence,
                                                const Destination& destination) {
      return iowa_events(release, row, occurrence, destination);
    };
    return out;
  }

 private:
  Columns columns_;
};

base::Result<std::unique_ptr<RowReader>> reader(const std::vector<std::string>& header, Warnings& warnings) {
  PROBITY_ASSIGN(Columns columns, find_iowa_columns(header, warnings));
  return std::make_unique<IowaReader>(std::move(columns));
}

const DataSet data_set{.key = "iowa",
                       .name = "iowa_three_year_recidivism",
                       .zone = "America/Chicago",
                       .group_title = "Fiscal year of release",
                       .row_title = "Releases",
                       .outcomes = outcome_titles,
                       .reader = reader};

} // namespace

const DataSet& iowa() {
  return data_set;
}

std::vector<base::json::Value> iowa_events(const IowaRelease& release, std::string_view row,
                                           std::uint64_t occurrence, const Destination& destination) {
  const RowEvents making(data_set, "Iowa Department of Corrections", row, occurrence, destination);
  const base::Day year = iowa_fiscal_year_start(release.fiscal_year);
  std::vector<base::json::Value> events;

  // When the person first became known is not said.
  record::EventBuilder registered = making.registered();
  state(registered, "sex", release.sex);
  state(registered, "age_band", release.age_band);
  events.push_back(registered.build());

  if (!release.district.empty())
    events.push_back(making.begin(record::supervision::provider_assigned)
                         .valid(record::Precision::year, year)
                         .fact("provider", std::string_view(release.district))
                         .build());

  record::EventBuilder released = making.begin(record::custody::release_recorded);
  released.valid(record::Precision::year, year)
      .entity("custody", making.name<base::EntityId>("custody"))
      .fact("release_type", release.release_type)
      .fact("reporting_year", release.reporting_year)
      .fact("target_population", release.target_population);
  state(released, "source_type", release.source_release_type);
  state(released, "offence_class", release.offence_class);
  state(released, "offence_type", release.offence_type);
  state(released, "offence_subtype", release.offence_subtype);
  events.push_back(released.build());

  if (release.returned != IowaReturn::none) {
    record::EventBuilder received = making.begin(record::custody::received);
    received.valid_after(making.name<base::EventId>(record::custody::release_recorded.name), release.days)
        .entity("custody", making.name<base::EntityId>("custody after return"))
        .fact("reason", release.returned == IowaReturn::new_offence ? "new_offence" : "technical_violation");
    state(received, "offence_class", release.new_class);
    state(received, "offence_type", release.new_type);
    state(received, "offence_subtype", release.new_subtype);
    events.push_back(received.build());
  }
  return events;
}

} // namespace probity::intake

#include <algorithm>
#include <array>

#include "intake/georgia.h"
#include "intake/row_events.h"
#include "record/custody.h"
#include "record/offending.h"
#include "record/risk.h"
#include "record/supervision.h"

namespace probity::intake {
namespace {

constexpr std::string_view publisher = "National Institute of Justice (Georgia)";
constexpr int first_release_year = 2013;
constexpr int after_last_release_year = 2016;
constexpr int months_per_year = 12;

constexpr std::array outcome_titles = {
    OutcomeTitle{"year_1", "Arrested in year 1", true}, OutcomeTitle{"year_2", "in year 2", true},
    OutcomeTitle{"year_3", "in year 3", true}, OutcomeTitle{"within_3_years", "within three", true}};

class GeorgiaReader final : public RowReader {
 public:
  explicit GeorgiaReader(Columns columns) : columns_(std::move(columns)) {}

  base::Result<ReadRow> read(const std::vector<std::string>& fields, Warnings& warnings) const override {
    PROBITY_ASSIGN(GeorgiaPerson person, read_georgia_row(columns_, fields, warnings));
    ReadRow out;
    out.group = "2013 to 2015";
    if (person.arrested_in_year > 0)
      out.outcomes = {outcome_titles[static_cast<std::size_t>(person.arrested_in_year) - 1].name,
                      outcome_titles.back().name};
    out.known_from = base::day_of(after_last_release_year + georgia_follow_up_years, 1, 1);
    out.person = NumberedPerson{person.number, georgia_stream(person.number)};
    out.events = [person = std::move(person)](std::string_view row, std::uint64_t occurrence,
                                              const Destination& destination) {
      return georgia_events(person, row, occurrence, destination);
    };
    return out;
  }

 private:
  Columns columns_;
};

base::Result<std::unique_ptr<RowReader>> reader(const std::vector<std::string>& header, Warnings& warnings) {
  PROBITY_ASSIGN(Columns columns, find_georgia_columns(header, warnings));
  return std::make_unique<GeorgiaReader>(std::move(columns));
}

const DataSet data_set{.key = "georgia",
                       .name = "nij_recidivism_challenge",
                       .zone = "America/New_York",
                       .group_title = "Released to parole",
                       .row_title = "People",
                       .outcomes = outcome_titles,
                       .reader = reader};

void list(record::EventBuilder& builder, std::string_view name, const std::vector<std::string>& names) {
  if (!names.empty()) builder.fact(name, names);
}
void list(record::EventBuilder& builder, std::string_view name, const GeorgiaPerson::Numbers& numbers) {
  if (!numbers.empty()) builder.fact(name, numbers);
}

} // namespace

const DataSet& georgia() {
  return data_set;
}

base::StreamId georgia_stream(std::string_view number) {
  return base::StreamId{row_name(data_set, number, 1, "person number")};
}

std::vector<base::json::Value> georgia_events(const GeorgiaPerson& person, std::string_view row,
                                              std::uint64_t occurrence, const Destination& destination) {
  using record::Precision;
  RowEvents making(data_set, publisher, row, occurrence, destination);
  making.stream(georgia_stream(person.number));
  const auto release = making.name<base::EventId>(record::custody::release_recorded.name);
  const auto new_year = [](int year) { return base::day_of(year, 1, 1); };
  std::vector<base::json::Value> events;

  record::EventBuilder registered = making.registered();
  state(registered, "sex", person.sex);
  state(registered, "age_band", person.age_band);
  events.push_back(registered.build());

  // Some day of these three years: the data set says no more.
  record::EventBuilder released = making.begin(record::custody::release_recorded);
  released.valid(Precision::year, new_year(first_release_year), new_year(after_last_release_year))
      .entity("custody", making.name<base::EntityId>("custody"))
      .fact("release_type", "parole");
  state(released, "offence_type", person.offence_type);
  events.push_back(released.build());

  record::EventBuilder factors = making.begin(record::risk::factors_recorded);
  factors.valid_after(release, 0).fact("source", data_set.name);
  list(factors, "numbers", person.numbers);
  list(factors, "at_least", person.at_least);
  list(factors, "levels", person.levels);
  events.push_back(factors.build());

  if (!person.activity_numbers.empty() || !person.activity_billionths.empty()) {
    record::EventBuilder activity = making.begin(record::supervision::activity_summarised);
    activity.fact("source", data_set.name);
    list(activity, "numbers", person.activity_numbers);
    list(activity, "at_least", person.activity_at_least);
    list(activity, "billionths", person.activity_billionths);
    events.push_back(activity.build());
  }

  if (const int year = person.arrested_in_year; year > 0)
    events.push_back(making.begin(record::offending::arrested)
                         .valid(Precision::year, new_year(first_release_year + year - 1),
                                new_year(after_last_release_year + year))
                         .fact("counted_from", std::string_view(release.hex()))
                         .fact("unit", "year")
                         .fact("period", year)
                         .build());

  events.push_back(making.begin(record::offending::follow_up_ended)
                       .valid_months_after(release, georgia_follow_up_years * months_per_year)
                       .fact("counted_from", std::string_view(release.hex()))
                       .fact("unit", "year")
                       .fact("periods", georgia_follow_up_years)
                       .build());
  return events;
}

} // namespace probity::intake

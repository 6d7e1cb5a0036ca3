#include "intake/iowa.h"

#include <algorithm>

#include "record/builder.h"
#include "record/custody.h"
#include "record/person.h"
#include "record/supervision.h"

namespace probity::intake {
namespace {

constexpr std::string_view recorded_by = "Iowa Department of Corrections";

// The names of what one row becomes.
class Names {
 public:
  Names(std::string_view row, std::uint64_t occurrence) : row_(row), occurrence_(occurrence) {}
  template <class Id> [[nodiscard]] Id of(std::string_view purpose) const {
    return Id{iowa_name(row_, occurrence_, purpose)};
  }

 private:
  std::string_view row_;
  std::uint64_t occurrence_;
};

record::EventBuilder event_of(const record::TypeDeclaration& type, const Names& names,
                              const IowaDestination& destination) {
  record::EventBuilder builder(type, destination.log, names.of<base::StreamId>("person"));
  builder.id(names.of<base::EventId>(type.name)).channel("import").role("importer").provider(recorded_by);
  if (destination.recorded) builder.recorded(*destination.recorded);
  return builder;
}

// A fact that the row may leave out.
void state(record::EventBuilder& builder, std::string_view name, std::string_view value) {
  if (!value.empty()) builder.fact(name, value);
}

} // namespace

std::array<std::uint8_t, 16> iowa_name(std::string_view row, std::uint64_t occurrence,
                                       std::string_view purpose) {
  const std::string head = "iowa/" + std::string(iowa_data_set) + std::string(1, '\0');
  const std::string tail =
      std::string(1, '\0') + std::to_string(occurrence) + std::string(1, '\0') + std::string(purpose);
  const base::Digest digest = base::sha256(base::bytes_of(head), base::bytes_of(row), base::bytes_of(tail));
  std::array<std::uint8_t, 16> out{};
  std::copy_n(digest.bytes.begin(), out.size(), out.begin());
  return out;
}

std::vector<base::json::Value> iowa_events(const IowaRelease& release, std::string_view row,
                                           std::uint64_t occurrence, const IowaDestination& destination) {
  const Names names(row, occurrence);
  const base::Day year = iowa_fiscal_year_start(release.fiscal_year);
  std::vector<base::json::Value> events;

  // When the person first became known is not said.
  record::EventBuilder registered = event_of(record::person::registered, names, destination);
  state(registered, "sex", release.sex);
  state(registered, "age_band", release.age_band);
  base::json::Value sealed;
  sealed.set("source_row", base::json::Value(row));
  registered.sealed(names.of<base::SubjectId>("person"), std::move(sealed));
  events.push_back(registered.build());

  if (!release.district.empty())
    events.push_back(event_of(record::supervision::provider_assigned, names, destination)
                         .valid(record::Precision::year, year)
                         .fact("provider", std::string_view(release.district))
                         .build());

  record::EventBuilder released = event_of(record::custody::release_recorded, names, destination);
  released.valid(record::Precision::year, year)
      .entity("custody", names.of<base::EntityId>("custody"))
      .fact("release_type", release.release_type)
      .fact("reporting_year", release.reporting_year)
      .fact("target_population", release.target_population);
  state(released, "source_type", release.source_release_type);
  state(released, "offence_class", release.offence_class);
  state(released, "offence_type", release.offence_type);
  state(released, "offence_subtype", release.offence_subtype);
  events.push_back(released.build());

  if (release.returned != IowaReturn::none) {
    record::EventBuilder received = event_of(record::custody::received, names, destination);
    received.valid_after(names.of<base::EventId>(record::custody::release_recorded.name), release.days)
        .entity("custody", names.of<base::EntityId>("custody after return"))
        .fact("reason", release.returned == IowaReturn::new_offence ? "new_offence" : "technical_violation");
    state(received, "offence_class", release.new_class);
    state(received, "offence_type", release.new_type);
    state(received, "offence_subtype", release.new_subtype);
    events.push_back(received.build());
  }
  return events;
}

} // namespace probity::intake

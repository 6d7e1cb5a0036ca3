#include <fmt/format.h>

#include "base/named_id.h"
#include "casework/appointments/meeting.h"
#include "casework/appointments/planning.h"
#include "casework/appointments/planning_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

struct Repeats {
  int days = 0; // from one to the next
  int minutes = 30;
  std::vector<base::Instant> starts;
};

Result<Repeats> planned(const Request& request) {
  using appointment::arrange_series;
  const record::Event& asked = request.command.event;
  const int most = request.circumstances.policy.appointment.series_most;
  const base::Zone& zone = request.circumstances.zone;
  const base::Instant first = *record::instant<arrange_series, "starts">(asked);
  const std::int64_t every = *record::integer<arrange_series, "every">(asked);
  const auto count = record::integer<arrange_series, "count">(asked);
  const auto until = record::day<arrange_series, "until">(asked);
  const bool weeks = record::symbol<arrange_series, "unit">(asked) == Symbol("week");
  if (every < 1 || every > (weeks ? 26 : 182))
    return request.refuse("from one to the next it is a day to half a year", "Give every=1 unit=week, say");
  if (count.has_value() == until.has_value())
    return request.refuse("it is said how many there are or until when, and not both",
                          "Give count=… or until=…");
  if (count && (*count < 2 || *count > most))
    return request.refuse(fmt::format("a series has 2 to {} appointments", most),
                          "Arrange a single one, or the rest later");
  Repeats out;
  out.days = static_cast<int>(every) * (weeks ? 7 : 1);
  out.minutes = static_cast<int>(record::integer<arrange_series, "minutes">(asked).value_or(30));
  if (out.minutes < 1 || out.minutes > longest_appointment)
    return request.refuse("an appointment lasts from 1 minute to a day", "Give its length in minutes");
  const base::Day from = zone.day_of(first);
  for (int i = 0; i <= most; ++i) {
    const base::Day day = from + i * out.days;
    if (count ? i == *count : day > *until) break;
    out.starts.push_back(same_time_on(zone, first, day));
  }
  if (out.starts.size() < 2 || static_cast<int>(out.starts.size()) > most)
    return request.refuse(fmt::format("a series has 2 to {} appointments, and until {} it {}", most,
                                      base::to_text(*until),
                                      out.starts.size() < 2 ? "has one or none" : "has more"),
                          "Give another day as until=…");
  if (first <= request.command.event.recorded)
    return request.refuse("an appointment is arranged for a time to come, and " + time_text(request, first) +
                              " has passed",
                          "Begin the series later");
  return out;
}

// The same whenever the command is sent again.
base::EntityId member_id(const Request& request, std::size_t number) {
  return request.command.entity_id("appointment " + std::to_string(number));
}

struct Sorted {
  std::vector<Meeting> kept;
  std::vector<std::pair<base::Day, Hindrance>> skipped;
};

Sorted sort_out(const Request& request, const Repeats& repeats) {
  using appointment::arrange_series;
  const record::Event& asked = request.command.event;
  const Allowed allowed{record::boolean<arrange_series, "overlap">(asked) == true, false};
  Sorted out;
  for (std::size_t i = 0; i < repeats.starts.size(); ++i) {
    Meeting one;
    one.appointment = member_id(request, i + 1);
    one.starts = repeats.starts[i];
    one.minutes = repeats.minutes;
    one.mode = record::symbol<arrange_series, "mode">(asked);
    one.place = record::symbol<arrange_series, "place">(asked);
    if (auto found = hindrance(request, one, allowed, out.kept))
      out.skipped.emplace_back(request.circumstances.zone.day_of(one.starts), std::move(*found));
    else
      out.kept.push_back(one);
  }
  return out;
}

void add_member(Request& request, const Meeting& one, const base::EntityId& series) {
  using appointment::arrange_series;
  const record::Event& asked = request.command.event;
  record::EventBuilder event = request.draft(record::appointment::scheduled);
  event.entity("appointment", one.appointment)
      .entity("series", series)
      .fact("starts", one.starts)
      .fact("mode", one.mode.text());
  if (const Symbol purpose = record::symbol<arrange_series, "purpose">(asked); !purpose.empty())
    event.fact("purpose", purpose.text());
  if (record::integer<arrange_series, "minutes">(asked)) event.fact("minutes", one.minutes);
  if (!one.place.empty()) event.fact("place", one.place.text());
  request.add(event);
}

} // namespace

Result<void> arrange_series(Request& request) {
  using appointment::arrange_series;
  const record::Event& asked = request.command.event;
  const base::EntityId id = request.entity("series");
  if (request.state.appointment_book.find_series(id) != nullptr)
    return request.refuse("there is a series of this id", "Make a new id");
  if (request.state.order() == nullptr)
    return request.refuse("no order or licence is in force", "Record the sentence first");
  PROBITY_ASSIGN(const Repeats repeats, planned(request));
  const Sorted sorted = sort_out(request, repeats);
  std::string in_the_way;
  std::vector<std::string> skipped;
  for (const auto& [day, found] : sorted.skipped) {
    in_the_way += fmt::format("{}{}: {}", in_the_way.empty() ? "" : "; ", base::to_text(day), found.what);
    skipped.push_back(fmt::format("{}={}", base::to_text(day), found.word));
  }
  if (!skipped.empty() && record::boolean<arrange_series, "skip">(asked) != true)
    return request.refuse("none is arranged, since " + in_the_way,
                          "Choose other days, or say skip=true to leave those out");
  if (sorted.kept.empty())
    return request.refuse("nothing is left of the series: " + in_the_way, "Choose other days");
  const Symbol safety = record::symbol<arrange_series, "safety">(asked);
  PROBITY_TRY(check_safety(request, sorted.kept.front(), safety));
  record::EventBuilder series = request.draft(record::appointment::series_arranged);
  series.fact("every", *record::integer<arrange_series, "every">(asked))
      .fact("unit", record::symbol<arrange_series, "unit">(asked).text())
      .fact("kept", sorted.kept.size());
  if (!skipped.empty()) series.fact("skipped", skipped);
  request.add(series);
  for (const Meeting& one : sorted.kept) {
    add_member(request, one, id);
    add_safety(request, one, safety);
  }
  return {};
}

Result<void> cancel_series(Request& request) {
  const Series* series = request.state.appointment_book.find_series(request.entity("series"));
  if (series == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such series",
                      std::string(request.command.event.type->name), "Name one that was arranged");
  for (const base::EntityId& id : series->appointments) {
    const Appointment* one = request.state.appointment(id);
    if (!one->open() || one->starts <= request.command.event.recorded) continue;
    record::EventBuilder event = request.draft(record::appointment::cancelled);
    event.entity("appointment", id)
        .fact("by", record::symbol<appointment::cancel_series, "by">(request.command.event).text());
    request.add(event);
  }
  if (request.events.empty())
    return request.refuse("nothing of the series is still to come", "Nothing is to be done");
  return {};
}

} // namespace probity::casework

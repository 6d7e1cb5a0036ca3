#include "lab/area.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "lab/life.h"
#include "record/system.h"

namespace probity::lab {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::int64_t most_people = 10'000'000;
constexpr int most_days = 20 * 366;
constexpr int days_around = 500; // lives plan beyond the last day
constexpr std::size_t window_events = 600'000;
constexpr std::size_t span_acts = 8192;
constexpr std::uint64_t system_key = 3ULL << 50U;

// Calls work(i) for 0 ≤ i < count on several threads; the order must not matter.
void for_all(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  if (threads <= 1 || count < 2) {
    for (std::size_t i = 0; i < count; ++i)
      work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next.fetch_add(16); i < count; i = next.fetch_add(16))
      for (std::size_t at = i; at < std::min(i + 16, count); ++at)
        work(at);
  };
  std::vector<std::jthread> team;
  for (unsigned thread = 1; thread < threads; ++thread)
    team.emplace_back(run);
  run();
}

// A stretch of recorded instants, the end not included.
struct Window {
  base::Instant from;
  base::Instant until;
};

// The day with which the log opens.
base::Day first_day(const AreaSettings& settings) {
  return settings.earlier_people > 0 ? settings.earlier_from : settings.from;
}

// For how many people sessions are held, from when on.
std::vector<Crowd> crowds_of(const AreaSettings& settings) {
  std::vector<Crowd> out;
  if (settings.earlier_people > 0) out.push_back({settings.earlier_from, settings.earlier_people});
  out.push_back({settings.from, settings.people});
  return out;
}

} // namespace

struct Area::State {
  State(AreaSettings chosen, const base::Zone& zone)
      : settings(std::move(chosen)), opened(first_day(settings)),
        hours(zone, opened - 5, settings.to + days_around),
        timetable(settings.seed, hours, crowds_of(settings), settings.to) {
    world.seed = settings.seed;
    world.from = settings.from;
    world.to = settings.to;
    world.crc = settings.crc;
    world.nps = settings.nps;
    world.tagging = settings.tagging;
    world.correcting = settings.correcting;
    // About half of the people are under supervision at once, four in five of them with the company; 50 and
    // 38 a practitioner (HM Inspectorate of Probation 2021: over 40 for 86 % of the companies' staff and 33 %
    // of the service's).
    world.crc_practitioners = static_cast<int>(std::max<std::int64_t>(3, settings.people * 2 / 250));
    world.nps_practitioners = static_cast<int>(std::max<std::int64_t>(3, settings.people / 380));
    world.hours = &hours;
    world.timetable = &timetable;
    earlier_world = world;
    earlier_world.from = opened;
  }

  [[nodiscard]] PersonRecord record_of(std::size_t person) const {
    const bool is_earlier = static_cast<std::int64_t>(person) < settings.earlier_people;
    return Life(is_earlier ? earlier_world : world, static_cast<std::uint64_t>(person) + 1).live();
  }

  // Makes every life once: what sessions, windows and counts need to know of all people.
  void survey();
  [[nodiscard]] std::vector<Draft> day_events() const;
  [[nodiscard]] std::vector<Window> windows() const;

  AreaSettings settings;
  base::Day opened; // the log, with this day
  Hours hours;
  Timetable timetable;
  World world;
  World earlier_world; // of those who lived there earlier than the others
  struct Seen {
    base::Instant first;
    base::Instant last;
  };
  std::vector<Seen> seen; // by person
  std::vector<int> arrived;
  std::vector<int> sent_home;
  std::vector<std::uint64_t> events_on; // by day of the log
};

void Area::State::survey() {
  const unsigned threads = std::max(1U, std::min(8U, std::thread::hardware_concurrency()));
  seen.resize(static_cast<std::size_t>(settings.people));
  std::vector<std::atomic<int>> came(timetable.size());
  std::vector<std::atomic<int>> home(timetable.size());
  std::vector<std::atomic<std::uint64_t>> daily(static_cast<std::size_t>(settings.to - opened) + 1);
  for_all(seen.size(), threads, [&](std::size_t person) {
    const PersonRecord record = record_of(person);
    if (record.drafts.empty()) return;
    seen[person] = {record.drafts.front().recorded, record.drafts.back().recorded};
    for (const SessionArrival& arrival : record.arrivals) {
      came[arrival.session].fetch_add(1);
      if (arrival.sent_home) home[arrival.session].fetch_add(1);
    }
    for (const Draft& draft : record.drafts)
      daily[static_cast<std::size_t>(hours.day_of(draft.recorded) - opened)].fetch_add(1);
  });
  arrived.assign(came.begin(), came.end());
  sent_home.assign(home.begin(), home.end());
  events_on.assign(daily.begin(), daily.end());
}

std::vector<Draft> Area::State::day_events() const {
  std::vector<Draft> out;
  base::RandomStream random(settings.seed, system_key, 0);
  Recorder clock{"system", "system", "system", draw_identifier(random)};
  for (base::Day day = opened; day <= settings.to; day = day + 1) {
    Draft& closed = out.emplace_back();
    closed.type = &record::system::day_closed;
    // The last second of the day, so that what is known on a day includes that the day has ended.
    closed.recorded = {hours.at(day + 1, 0).microseconds - 1'000'000};
    closed.happened = Happened::on(day);
    closed.id = event_identifier(closed.recorded, random);
    closed.stream = settings.system_stream.bytes;
    closed.by = clock;
    closed.facts = {{"day", day}};
  }
  return out;
}

std::vector<Window> Area::State::windows() const {
  std::vector<Window> out;
  base::Day first = opened;
  std::uint64_t count = 0;
  for (base::Day day = opened; day <= settings.to; day = day + 1) {
    count += events_on[static_cast<std::size_t>(day - opened)];
    if (count < window_events && day != settings.to) continue;
    out.push_back({hours.at(first, 0), hours.at(day + 1, 0)});
    first = day + 1;
    count = 0;
  }
  return out;
}

Area::Area(std::unique_ptr<State> state) : state_(std::move(state)) {}
Area::~Area() = default;
Area::Area(Area&&) noexcept = default;
Area& Area::operator=(Area&&) noexcept = default;

base::Instant opening_of(const AreaSettings& settings, const base::Zone& zone) {
  return zone.start_of(first_day(settings));
}

Result<void> Area::check(const AreaSettings& settings) {
  if (settings.people < 1 || settings.people > most_people)
    return fail(ErrorCode::invalid_input, "a sample area has 1 to 10,000,000 people", "people");
  if (settings.to < settings.from)
    return fail(ErrorCode::invalid_input, "the last day lies before the first", "to", "Swap them");
  if (settings.earlier_people < 0 || settings.earlier_people > settings.people)
    return fail(ErrorCode::invalid_input, "more people were there earlier than there are", "earlier-people");
  if (settings.earlier_people > 0 && settings.from < settings.earlier_from)
    return fail(ErrorCode::invalid_input, "the earlier day lies behind the first", "earlier-from");
  if (settings.to - first_day(settings) > most_days)
    return fail(ErrorCode::invalid_input, "a sample area spans at most 20 years", "to");
  return {};
}

Result<Area> Area::plan(AreaSettings settings, const base::Zone& zone) {
  PROBITY_TRY(check(settings));
  auto state = std::make_unique<State>(std::move(settings), zone);
  state->survey();
  return Area(std::move(state));
}

std::uint64_t Area::events() const {
  std::uint64_t out = state_->day_events().size();
  for (const std::uint64_t count : state_->events_on)
    out += count;
  for (std::uint32_t number = 0; number < state_->timetable.size(); ++number)
    out += 2;
  return out;
}

std::vector<Draft> Area::life_of(std::uint64_t person) const {
  PersonRecord record = state_->record_of(static_cast<std::size_t>(person - 1));
  // Texts that live in the record are not handed on with the drafts.
  for (Draft& draft : record.drafts)
    std::erase_if(draft.facts, [&](const Fact& fact) {
      const record::FieldDeclaration* field = record::find_field(*draft.type, fact.name);
      return field != nullptr && field->part == record::Part::sealed;
    });
  return std::move(record.drafts);
}

Result<AreaSummary> Area::write(unsigned threads,
                                const std::function<Result<void>(std::span<const Act>)>& visit) const {
  const State& state = *state_;
  AreaSummary summary;

  // Owner 0 is the system, then the people, then the sessions: the tie-break within one instant.
  struct Place {
    base::Instant recorded;
    std::uint64_t owner;
    std::uint32_t ordinal;
    const Draft* draft;
  };
  std::vector<Draft> shared = state.day_events();
  std::vector<Place> shared_places;
  const std::size_t days = shared.size();
  for (std::uint32_t number = 0; number < state.timetable.size(); ++number) {
    const Session& session = state.timetable.session(number);
    for (Draft& draft : session_events(state.settings.seed, session, state.hours, state.opened,
                                       state.arrived[number], state.sent_home[number]))
      shared.push_back(std::move(draft));
  }
  const std::uint64_t first_session = state.seen.size() + 1;
  for (std::size_t i = 0; i < shared.size(); ++i)
    shared_places.push_back({shared[i].recorded, i < days ? 0 : first_session + i,
                             static_cast<std::uint32_t>(i < days ? i : 0), &shared[i]});

  for (const Window& window : state.windows()) {
    std::vector<std::size_t> people;
    for (std::size_t person = 0; person < state.seen.size(); ++person)
      if (state.seen[person].first < window.until && window.from <= state.seen[person].last)
        people.push_back(person);
    const auto outside = [&](base::Instant recorded) {
      return recorded < window.from || window.until <= recorded;
    };
    std::vector<PersonRecord> records(people.size());
    for_all(people.size(), threads, [&](std::size_t i) {
      records[i] = state.record_of(people[i]);
      std::erase_if(records[i].drafts, [&](const Draft& draft) { return outside(draft.recorded); });
    });
    std::vector<Place> places;
    for (const Place& place : shared_places)
      if (!outside(place.recorded)) places.push_back(place);
    for (std::size_t i = 0; i < records.size(); ++i)
      for (std::size_t ordinal = 0; ordinal < records[i].drafts.size(); ++ordinal)
        places.push_back({records[i].drafts[ordinal].recorded, people[i] + 1,
                          static_cast<std::uint32_t>(ordinal), &records[i].drafts[ordinal]});
    std::sort(places.begin(), places.end(), [](const Place& left, const Place& right) {
      return std::tie(left.recorded, left.owner, left.ordinal) <
             std::tie(right.recorded, right.owner, right.ordinal);
    });

    // One act: what one person's or session's record receives at one instant.
    std::vector<std::pair<std::size_t, std::size_t>> acts;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool same =
          i > 0 && places[i].owner == places[i - 1].owner && places[i].recorded == places[i - 1].recorded;
      if (same)
        acts.back().second = i + 1;
      else
        acts.emplace_back(i, i + 1);
    }
    for (const Place& place : places) {
      summary.events += 1;
      summary.person_events += place.owner > 0 && place.owner < first_session ? 1 : 0;
      summary.by_type[std::string(place.draft->type->name)] += 1;
    }
    summary.acts += acts.size();
    for (std::size_t begin = 0; begin < acts.size(); begin += span_acts) {
      const std::size_t end = std::min(begin + span_acts, acts.size());
      std::vector<Act> span(end - begin);
      for_all(span.size(), threads, [&](std::size_t i) {
        const auto& [first, last] = acts[begin + i];
        for (std::size_t at = first; at < last; ++at)
          span[i].push_back(to_json(*places[at].draft, state.settings.origin));
      });
      PROBITY_TRY(visit(span));
    }
  }
  return summary;
}

} // namespace probity::lab

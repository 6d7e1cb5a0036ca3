#include "lab/sessions.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/random.h"
#include "lab/life.h"
#include "record/unpaid_work.h"

namespace probity::lab {

namespace {

constexpr std::uint64_t session_key = 1ULL << 48U;
enum Purpose : std::uint64_t { naming = 1, holding = 2, recording = 3 };

constexpr std::array<std::string_view, 6> projects = {"park-1",  "canal-2",     "churchyard-3",
                                                      "paint-4", "allotment-5", "litter-6"};

std::string_view draw_stand_down(base::RandomStream& random) {
  if (!random.chance(0.07)) return {};
  constexpr std::array<std::string_view, 6> reasons = {"supervisor_absent", "vehicle",     "weather",
                                                       "oversubscribed",    "site_closed", "other"};
  constexpr std::array<double, 6> weights = {0.55, 0.12, 0.15, 0.06, 0.07, 0.05};
  return reasons[random.pick(weights)];
}

Recorder scheduler(const Session& session) {
  Identifier actor = session.stream;
  std::fill(actor.begin() + 2, actor.end(), std::uint8_t{0x5e});
  return {crc_name, "administrator", "office", actor};
}

} // namespace

Timetable::Timetable(std::uint64_t seed, const Hours& hours, const std::vector<Crowd>& crowds, base::Day to)
    : from_(crowds.front().from) {
  auto crowd = crowds.begin();
  for (base::Day day = from_; day <= to; day = day + 1) {
    while (std::next(crowd) != crowds.end() && std::next(crowd)->from <= day)
      ++crowd;
    // Three sessions a day for 2,000 people: about six come to each.
    const int a_day = static_cast<int>(std::max<std::int64_t>(1, (crowd->people + 749) / 750));
    first_.push_back(size());
    if (day < from_ + 3 || base::weekday(day) == base::Weekday::monday || is_bank_holiday(day)) continue;
    for (int project = 0; project < a_day; ++project) {
      const std::uint64_t key = session_key + static_cast<std::uint64_t>(day.since_epoch) * 100'000U +
                                static_cast<std::uint64_t>(project);
      base::RandomStream names(seed, key, naming);
      base::RandomStream random(seed, key, holding);
      Session session;
      session.number = size();
      session.stream = draw_identifier(names);
      session.day = day;
      session.starts = hours.at(day, 9 * hour);
      session.project = projects[static_cast<std::size_t>(project) % projects.size()];
      session.places = random.between(8, 12);
      session.stood_down = draw_stand_down(random);
      sessions_.push_back(session);
    }
  }
  first_.push_back(size());
}

std::uint32_t Timetable::first_of(base::Day day) const {
  return first_[static_cast<std::size_t>(std::clamp(day - from_, 0, static_cast<int>(first_.size()) - 1))];
}

int Timetable::count_on(base::Day day) const {
  const int at = day - from_;
  if (at < 0 || at + 1 >= static_cast<int>(first_.size())) return 0;
  return static_cast<int>(first_[static_cast<std::size_t>(at) + 1] - first_[static_cast<std::size_t>(at)]);
}

std::vector<Draft> session_events(std::uint64_t seed, const Session& session, const Hours& hours,
                                  base::Day opened, int arrived, int sent_home) {
  const std::uint64_t key = session_key + (1ULL << 47U) + session.number;
  base::RandomStream random(seed, key, recording);
  std::vector<Draft> out;
  const auto write = [&](const record::TypeDeclaration& type, Happened happened, base::Instant recorded,
                         std::initializer_list<Fact> facts) -> Draft& {
    Draft& draft = out.emplace_back();
    draft.type = &type;
    draft.recorded = recorded;
    draft.happened = happened;
    draft.id = event_identifier(recorded, random);
    draft.stream = session.stream;
    draft.by = scheduler(session);
    draft.facts = facts;
    return draft;
  };
  const base::Day planned = std::max(opened, session.day - 35);
  write(record::unpaid_work::session_scheduled, Happened::on(planned),
        hours.at(planned, 7 * hour + static_cast<int>(random.below(1800))),
        {{"starts", session.starts}, {"places", std::int64_t{session.places}}, {"project", session.project}});
  if (!session.stood_down.empty()) {
    write(record::unpaid_work::session_cancelled, Happened::on(session.day),
          hours.at(session.day, 9 * hour + 300 + static_cast<int>(random.below(1200))),
          {{"reason", session.stood_down}})
        .by.role = "unpaid_work_supervisor";
    return out;
  }
  write(record::unpaid_work::session_held, Happened::on(session.day),
        hours.at(session.day, 16 * hour + 300 + static_cast<int>(random.below(2400))),
        {{"arrived", std::int64_t{arrived}},
         {"sent_home", std::int64_t{sent_home}},
         {"supervisor_present", true}})
      .by.role = "unpaid_work_supervisor";
  return out;
}

} // namespace probity::lab

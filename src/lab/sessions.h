// The timetable of unpaid-work sessions: which take place on which day, and which are stood down. A session
// is a function of the seed, its day and its project, so that people can be made apart from one another.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "lab/draft.h"
#include "lab/office_days.h"

namespace probity::lab {

struct Session {
  std::uint32_t number = 0; // within the timetable
  Identifier stream{};
  base::Day day;
  base::Instant starts;
  int minutes = 420;
  std::string_view project;
  int places = 10;
  std::string_view stood_down; // record::unpaid_work::stand_down_reasons; empty when it was held
};

// What came of one person's place on a held session.
struct SessionArrival {
  std::uint32_t session = 0;
  bool sent_home = false; // by the service
};

// So many people, from a day on.
struct Crowd {
  base::Day from;
  std::int64_t people = 0;
};

class Timetable {
 public:
  // By how many people there are at a time; `crowds` by day, at least one.
  Timetable(std::uint64_t seed, const Hours& hours, const std::vector<Crowd>& crowds, base::Day to);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sessions_.size()); }
  [[nodiscard]] const Session& session(std::uint32_t number) const { return sessions_[number]; }
  // The sessions of a day: none on Mondays, bank holidays and beyond the timetable.
  [[nodiscard]] std::uint32_t first_of(base::Day day) const;
  [[nodiscard]] int count_on(base::Day day) const;

 private:
  base::Day from_;
  std::vector<std::uint32_t> first_; // by day since from_, one more than days
  std::vector<Session> sessions_;
};

// Events of a session, given how many came and were sent home.
std::vector<Draft> session_events(std::uint64_t seed, const Session& session, const Hours& hours,
                                  base::Day opened, int arrived, int sent_home);

} // namespace probity::lab

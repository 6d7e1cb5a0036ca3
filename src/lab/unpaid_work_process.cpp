// Unpaid work: places on sessions, what came of them, and minutes until the hours are done.
#include "lab/processes.h"
#include "record/sentence.h"
#include "record/unpaid_work.h"

#include <algorithm>

namespace probity::lab {

namespace {

enum UnpaidWorkStep { arrange, attend };

// The person's place on a session of a day, or nothing when none is planned then. `about` carries the
// session.
std::optional<std::uint32_t> session_on(Life& life, base::Day day) {
  const Timetable& timetable = *life.world.timetable;
  const int count = timetable.count_on(day);
  if (count == 0) return std::nullopt;
  return timetable.first_of(day) +
         static_cast<std::uint32_t>(
             life.random(Process::unpaid_work).below(static_cast<std::uint64_t>(count)));
}

void allocate_place(Life& life, base::Day arranged, base::Day earliest, base::Instant after) {
  std::optional<std::uint32_t> number;
  base::Day day = std::max(earliest, arranged + 1);
  for (int tries = 0; tries < 12 && !number; ++tries) {
    number = session_on(life, day);
    if (!number) day = day + 1;
  }
  if (!number) return;
  const Session& session = life.world.timetable->session(*number);
  const base::Instant recorded = life.entry(Process::unpaid_work, arranged, Entry::may_be_late, after);
  life.write(Process::unpaid_work, record::unpaid_work::place_allocated, Happened::on(arranged), recorded,
             life.clerk(), {"requirement", life.now.unpaid_requirement},
             {{"session", session.stream}, {"starts", session.starts}});
  life.plan({.day = day,
             .process = Process::unpaid_work,
             .step = attend,
             .run = life.now.unpaid_run,
             .about = base::Day{static_cast<std::int32_t>(*number)},
             .after = recorded});
}

std::string_view draw_attendance(Life& life, const Session& session) {
  if (!session.stood_down.empty()) return "stood_down";
  base::RandomStream& random = life.random(Process::unpaid_work);
  // People keep to work somewhat less than to appointments; the difference is assumed.
  if (!random.chance(life.person.attends - 0.08))
    return random.chance(0.45) ? "acceptable_absence" : "unacceptable_absence";
  const double what = random.uniform();
  return what < 0.015 ? "sent_home_service" : what < 0.025 ? "sent_home_behaviour" : "worked";
}

void finish(Life& life, base::Day day, base::Instant after) {
  const base::Instant recorded = life.entry(Process::unpaid_work, day, Entry::may_be_late, after);
  life.write(Process::unpaid_work, record::sentence::requirement_completed, Happened::on(day), recorded,
             life.clerk(), {"requirement", life.now.unpaid_requirement},
             {{"requirement", std::string_view("unpaid_work")}});
  if (life.now.order.sentence.order_type == "unpaid_work_only") end_order(life, day, "completed");
}

void attend_session(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::unpaid_work);
  const Session& session = life.world.timetable->session(static_cast<std::uint32_t>(task.about.since_epoch));
  const std::string_view attendance = draw_attendance(life, session);
  const bool worked = attendance == "worked";
  const bool credited = worked || attendance == "sent_home_service" || attendance == "sent_home_behaviour";
  const bool present = credited;
  // Whoever is sent home by the service is credited with the session; otherwise minutes worked count, and
  // never more than are left.
  const int session_minutes = attendance == "sent_home_behaviour" ? 60
                              : worked && random.chance(0.15) ? session.minutes - 15 * random.between(1, 8)
                                                              : session.minutes;
  const int minutes = std::min(session_minutes, life.now.unpaid_left);
  const base::Instant ended{session.starts.microseconds + std::int64_t{session.minutes} * 60'000'000};
  const base::Instant recorded = life.entry(Process::unpaid_work, task.day, Entry::may_be_late,
                                            std::max(present ? ended : session.starts, task.after));
  Draft& recorded_attendance =
      life.write(Process::unpaid_work, record::unpaid_work::attendance_recorded, Happened::on(task.day),
                 recorded, life.of(life.clerk().provider, "unpaid_work_supervisor", "field"),
                 {"requirement", life.now.unpaid_requirement},
                 {{"session", session.stream}, {"attendance", attendance}});
  if (credited) recorded_attendance.facts.push_back({"minutes_credited", std::int64_t{minutes}});
  if (present) life.record.arrivals.push_back({session.number, attendance == "sent_home_service"});
  if (credited) life.now.unpaid_left -= minutes;
  if (life.now.unpaid_left <= 0) return finish(life, task.day, recorded);
  if (attendance == "unacceptable_absence" || attendance == "sent_home_behaviour")
    unacceptable_failure(life, task.day, life.name(Process::unpaid_work), recorded);
  if (life.now.unpaid_run != task.run) return;
  const int gap = random.chance(0.85) ? 7 : 14;
  life.plan({.day = working_day_from(task.day),
             .process = Process::unpaid_work,
             .step = arrange,
             .run = task.run,
             .about = task.day + gap,
             .after = recorded});
}

} // namespace

void start_unpaid_work(Life& life, base::Day allocated, int minutes, base::Instant after) {
  base::RandomStream& random = life.random(Process::unpaid_work);
  life.now.unpaid_run += 1;
  life.now.unpaid_left = minutes;
  // In time: a session within seven business days. Late: arranged late, or for a later session.
  const base::Day begin = std::max(allocated, life.world.from);
  const bool in_time = random.chance(life.practice().unpaid_work_in_time);
  const base::Day arranged =
      working_days_after(begin, in_time ? random.between(1, 3) : random.between(2, 15));
  const base::Day work = in_time ? working_days_after(begin, random.between(4, 6))
                                 : working_days_after(begin, 9) + random.between(0, 25);
  life.plan({.day = arranged,
             .process = Process::unpaid_work,
             .step = arrange,
             .run = life.now.unpaid_run,
             .about = std::max(work, arranged + 1),
             .after = after});
}

void take_unpaid_work_task(Life& life, const Task& task) {
  const bool running =
      life.now.alive && life.now.order.open && task.run == life.now.unpaid_run && life.now.body != Body::none;
  if (!running) return;
  if (!life.at_liberty()) { // taken up again after custody
    life.plan({.day = working_day_from(task.day + 28),
               .process = Process::unpaid_work,
               .step = arrange,
               .run = task.run,
               .about = task.day + 35,
               .after = task.after});
    return;
  }
  if (task.step == arrange)
    allocate_place(life, task.day, task.about, task.after);
  else
    attend_session(life, task);
}

} // namespace probity::lab

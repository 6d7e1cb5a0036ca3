// Appointments: arranged, moved, called off, kept and missed, and whether the record says so.
#include "lab/processes.h"
#include "record/appointment.h"

namespace probity::lab {

namespace {

enum ContactStep { hold, hold_first };

struct Arrangement {
  base::Day arranged;
  base::Day day;
  std::string_view purpose;
  base::Instant after;
};

std::string_view draw_mode(Life& life, std::string_view purpose) {
  base::RandomStream& random = life.random(Process::contact);
  if (purpose == "initial" || purpose == "unpaid_work_induction") return "office";
  if (random.chance(life.practice().remote_contact)) {
    constexpr std::array<std::string_view, 3> remote = {"telephone", "kiosk", "group"};
    constexpr std::array<double, 3> weights = {0.6, 0.2, 0.2};
    return remote[random.pick(weights)];
  }
  return random.chance(0.06) ? "home_visit" : "office";
}

int start_second(base::RandomStream& random) {
  return 9 * hour + 1800 * random.between(0, 15); // 09:00 to 16:30
}

// Arranges an appointment and puts it on the agenda; `entity` and mode travel with the task.
void arrange(Life& life, const Arrangement& arrangement, ContactStep step) {
  base::RandomStream& random = life.random(Process::contact);
  const base::Day day = working_day_from(arrangement.day);
  if (day > life.world.hours->last()) return;
  const base::Instant starts = life.world.hours->at(day, start_second(random));
  const std::string_view mode = draw_mode(life, arrangement.purpose);
  const bool face_to_face = mode != "telephone" && mode != "kiosk";
  const Identifier appointment = life.name(Process::contact);
  const base::Instant recorded =
      life.entry(Process::contact, arrangement.arranged, Entry::may_be_late, arrangement.after);
  life.write(
      Process::contact, record::appointment::scheduled, Happened::on(arrangement.arranged), recorded,
      life.practitioner(), {"appointment", appointment},
      {{"starts", starts}, {"mode", mode}, {"purpose", arrangement.purpose}, {"face_to_face", face_to_face}});
  life.plan({.day = day,
             .process = Process::contact,
             .step = step,
             .run = life.now.contact_run,
             .entity = appointment,
             .about = arrangement.arranged,
             .after = recorded,
             .mode = mode,
             .starts = starts});
}

// Weekly, then fortnightly, then monthly; the weeks by risk of harm are assumed.
int days_to_next(const Life& life, base::Day day) {
  const int since = day - life.now.contact_since;
  constexpr std::array<int, 4> weekly_until = {28, 70, 182, 365};
  constexpr std::array<int, 4> fortnightly_until = {84, 182, 365, 730};
  const auto harm = static_cast<std::size_t>(life.person.harm);
  return since < weekly_until[harm] ? 7 : since < fortnightly_until[harm] ? 14 : 28;
}

void arrange_next(Life& life, base::Day day, base::Instant after) {
  if (!life.now.order.sentence.supervised()) return;
  base::RandomStream& random = life.random(Process::contact);
  const double which = random.uniform();
  const Sentence& sentence = life.now.order.sentence;
  const std::string_view purpose = sentence.activity_days > 0 && which < 0.3 ? "rehabilitation_activity"
                                   : sentence.programme && which > 0.8       ? "programme"
                                                                             : "supervision";
  const base::Day next = day + days_to_next(life, day) + random.between(-1, 1);
  if (next > life.now.order.ends) return;
  arrange(life, {day, next, purpose, after}, hold);
}

void follow_up(Life& life, const Task& task, base::Instant recorded) {
  base::RandomStream& random = life.random(Process::contact);
  if (!random.chance(life.practice().follow_up)) return;
  const base::Day day = working_days_after(task.day, random.between(0, 5));
  life.write(Process::contact, record::appointment::follow_up_started, Happened::on(day),
             life.entry(Process::contact, day, Entry::may_be_late, recorded), life.practitioner(),
             {"appointment", task.entity});
}

base::Instant record_outcome(Life& life, const Task& task, base::Instant started, std::string_view outcome,
                             int minutes) {
  const base::Instant ended{started.microseconds + std::int64_t{minutes + 5} * 60'000'000};
  const base::Instant recorded =
      life.entry(Process::contact, task.day, Entry::may_be_late, std::max(ended, task.after));
  Draft& draft =
      life.write(Process::contact, record::appointment::outcome_recorded, Happened::at(task.day, started),
                 recorded, life.practitioner(), {"appointment", task.entity}, {{"outcome", outcome}});
  if (outcome.starts_with("attended")) draft.facts.push_back({"mode", task.mode});
  if (minutes > 0) draft.facts.push_back({"minutes", std::int64_t{minutes}});
  return recorded;
}

void person_missed(Life& life, const Task& task, base::Instant started) {
  base::RandomStream& random = life.random(Process::contact);
  if (random.chance(life.practice().absence_unlogged)) return;
  constexpr std::array<double, 3> weights = {0.25, 0.45, 0.30};
  switch (random.pick(weights)) {
  case 0:
    record_outcome(life, task, started, "acceptable_absence", 0);
    return;
  case 1: {
    const base::Instant recorded = record_outcome(life, task, started, "failed_to_attend_reason_pending", 0);
    follow_up(life, task, recorded);
    failure_pending(life, task.day, task.entity, recorded);
    return;
  }
  default: {
    const base::Instant recorded = record_outcome(life, task, started, "unacceptable_absence", 0);
    follow_up(life, task, recorded);
    unacceptable_failure(life, task.day, task.entity, recorded);
  }
  }
}

void hold_appointment(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::contact);
  Situation& now = life.now;
  const base::Instant started = task.starts;
  const double what = random.uniform();
  const ContactStep again = static_cast<ContactStep>(task.step);
  if (what < 0.03) { // moved at the person's or the service's wish, the day before
    const base::Day moved = std::max(task.about, task.day - 1);
    const base::Day day = working_days_after(task.day, random.between(1, 4));
    const base::Instant starts = life.world.hours->at(day, start_second(random));
    const base::Instant recorded = life.entry(Process::contact, moved, Entry::prompt, task.after);
    life.write(
        Process::contact, record::appointment::rescheduled, Happened::on(moved), recorded,
        life.practitioner(), {"appointment", task.entity},
        {{"starts", starts}, {"asked_by", std::string_view(random.chance(0.5) ? "person" : "service")}});
    life.plan({.day = day,
               .process = Process::contact,
               .step = again,
               .run = now.contact_run,
               .entity = task.entity,
               .about = task.day,
               .after = recorded,
               .mode = task.mode,
               .starts = starts});
    return;
  }
  if (what < 0.05) { // called off by the service; a first appointment is arranged anew
    const base::Instant recorded = life.entry(Process::contact, task.day, Entry::prompt, task.after);
    life.write(Process::contact, record::appointment::cancelled, Happened::on(task.day), recorded,
               life.practitioner(), {"appointment", task.entity}, {{"by", std::string_view("service")}});
    if (again == hold_first)
      arrange(life, {task.day, working_days_after(task.day, 3), "initial", recorded}, hold_first);
    else
      arrange_next(life, task.day, recorded);
    return;
  }
  if (!random.chance(life.person.attends)) {
    person_missed(life, task, started);
    if (now.contact_run != task.run) return; // recalled
    if (again == hold_first && now.order.sentence.supervised())
      arrange(life, {task.day, working_days_after(task.day, 5), "initial", task.after}, hold_first);
    else
      arrange_next(life, task.day, task.after);
    return;
  }
  const double kept = random.uniform();
  const std::string_view outcome = kept < 0.012   ? "attended_failed_to_comply"
                                   : kept < 0.016 ? "attended_sent_home_behaviour"
                                   : kept < 0.022 ? "attended_sent_home_service"
                                                  : "attended_complied";
  const bool whole = kept < 0.012 || kept >= 0.022;
  const int minutes = !whole ? 5 : 5 * random.between(3, 12);
  const base::Instant recorded = record_outcome(life, task, started, outcome, minutes);
  if (outcome == "attended_failed_to_comply" || outcome == "attended_sent_home_behaviour")
    unacceptable_failure(life, task.day, task.entity, recorded);
  if (!now.met && now.order.sentence.supervised()) plan_sentence_plan(life, task.day, recorded);
  now.met = true;
  if (now.contact_run == task.run) arrange_next(life, task.day, recorded);
}

} // namespace

void start_contact(Life& life, base::Day day, ContactStart start, base::Instant after) {
  base::RandomStream& random = life.random(Process::contact);
  const Practice& practice = life.practice();
  life.now.contact_run += 1;
  life.now.contact_since = start == ContactStart::in_stock ? life.now.order.imposed : day;
  Arrangement first{day, day, "initial", after};
  switch (start) {
  case ContactStart::community:
  case ContactStart::induction:
    if (start == ContactStart::induction) first.purpose = "unpaid_work_induction";
    first.day = working_days_after(
        day, random.chance(practice.first_contact_in_time) ? random.between(1, 5) : random.between(6, 16));
    break;
  case ContactStart::release:
    first.arranged = std::max(working_days_after(day, -2), life.world.hours->day_of(life.registered_at));
    first.after = {};
    first.day = random.chance(practice.release_contact_in_time)
                    ? (random.chance(0.7) && is_working_day(day) ? day : working_days_after(day, 1))
                    : working_days_after(day, random.between(2, 8));
    break;
  case ContactStart::in_stock:
    first.arranged = working_day_from(day);
    first.day = working_days_after(first.arranged, random.between(1, 15));
    first.purpose = "supervision";
    break;
  }
  arrange(life, first, start == ContactStart::in_stock ? hold : hold_first);
}

void take_contact_task(Life& life, const Task& task) {
  if (!life.now.alive || !life.now.order.open) return;
  if (task.run != life.now.contact_run || !life.at_liberty()) {
    // Arranged before custody or another order: called off on the day, when anyone thinks of it.
    base::RandomStream& random = life.random(Process::contact);
    if (life.now.body != Body::none && random.chance(0.6))
      life.write(Process::contact, record::appointment::cancelled, Happened::on(task.day),
                 life.entry(Process::contact, task.day, Entry::prompt, task.after), life.practitioner(),
                 {"appointment", task.entity}, {{"by", std::string_view("service")}});
    return;
  }
  hold_appointment(life, task);
}

} // namespace probity::lab

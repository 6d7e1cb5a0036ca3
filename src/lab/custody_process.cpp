// Custody: reception, the release as planned, as the prison's feed tells it and as the supervising body
// records it, recall, and supervision after sentence.
#include "lab/processes.h"
#include "record/custody.h"
#include "record/supervision.h"

namespace probity::lab {

namespace {

enum CustodyStep { announce, release, licence_ends, return_to_custody };

// Released on the last working day that is not after the day (Criminal Justice Act 1961 section 23 for
// weekends and bank holidays).
base::Day release_day(base::Day day) {
  return is_working_day(day) ? day : working_days_after(day, -1);
}

void announce_release(Life& life, const Task& task) {
  life.write(Process::custody, record::custody::release_planned, Happened::on(task.day),
             life.entry(Process::custody, task.day, Entry::prompt, task.after),
             life.of(prison_name, "prison", "system"), {"custody", life.now.custody},
             {{"release_day", task.about}});
}

void record_release(Life& life, base::Day day, std::string_view type, base::Instant after) {
  base::RandomStream& random = life.random(Process::custody);
  const Practice& practice = life.practice();
  if (random.chance(practice.release_never)) return;
  base::Instant recorded = life.entry_on(Process::custody, day, after);
  if (random.chance(practice.release_back_dated)) {
    const int lag = 1 + std::min(static_cast<int>(random.exponential(1.0 / 4.0)), 40);
    recorded = life.entry_on(Process::custody, working_days_after(day, lag), after);
  } else if (life.world.hours->day_of(recorded) != day) {
    recorded = after;
  }
  life.write(Process::custody, record::custody::release_recorded, Happened::on(day), recorded, life.clerk(),
             {"custody", life.now.custody}, {{"release_type", type}});
}

void release_person(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::custody);
  Situation& now = life.now;
  if (random.chance(0.02)) { // the date was wrong: another is set
    const base::Instant cancelled = life.entry(Process::custody, task.day, Entry::prompt);
    life.write(Process::custody, record::custody::release_cancelled, Happened::on(task.day), cancelled,
               life.of(prison_name, "prison", "system"), {"custody", now.custody});
    const base::Day day = release_day(task.day + random.between(10, 28));
    life.plan({.day = working_days_after(task.day, 1),
               .process = Process::custody,
               .step = announce,
               .run = now.custody_spell,
               .about = day,
               .after = cancelled});
    life.plan({.day = day, .process = Process::custody, .step = release, .run = now.custody_spell});
    return;
  }
  const bool open = now.order.open && now.order.ends > task.day;
  // Supervision after sentence lengthens what is left to twelve months from release when the sentence is
  // under two years (Offender Rehabilitation Act 2014 section 2).
  const bool after_sentence = open && now.order.sentence.custodial() &&
                              now.order.sentence.length_days < 730 && now.order.imposed >= life.world.from;
  const bool at_home = open && now.order.ends - task.day > 60 && random.chance(0.06);
  const std::string_view type = !open ? "unconditional" : at_home ? "home_detention_curfew" : "licence";
  const int feed_lag = random.chance(0.94) ? 0 : random.between(1, 3);
  const base::Instant notified =
      life.world.hours->at(task.day + feed_lag, 9 * hour + random.between(0, 2 * hour));
  life.write(Process::custody, record::custody::release_notified, Happened::on(task.day), notified,
             life.of(prison_name, "prison", "system"), {"custody", now.custody});
  const base::Instant in_the_morning = life.world.hours->at(task.day, 8 * hour + random.between(1800, 5400));
  if (now.body != Body::none) record_release(life, task.day, type, in_the_morning);
  now.in_custody = false;
  now.custody_spell += 1;
  if (now.suspended) {
    now.suspended = false;
    life.write(Process::custody, record::supervision::compliance_resumed, Happened::on(task.day),
               life.entry(Process::custody, task.day, Entry::may_be_late), life.practitioner(), {});
  }
  if (!open) return;
  if (now.order.sentence.custodial()) {
    now.on_licence = true;
    if (after_sentence && now.order.ends < task.day + 365) {
      life.plan({.day = now.order.ends + 1,
                 .process = Process::custody,
                 .step = licence_ends,
                 .run = now.order.number});
      now.order.ends = task.day + 365;
    }
  }
  if (at_home) order_curfew(life, task.day, random.between(30, 90));
  start_contact(life, task.day, ContactStart::release, in_the_morning);
}

} // namespace

void receive_into_custody(Life& life, base::Day day, Into why, int days_inside) {
  Situation& now = life.now;
  now.in_custody = true;
  now.recall_pending = false;
  now.custody_spell += 1;
  now.custody = life.name(Process::custody);
  now.contact_run += 1;
  const std::string_view reason = why == Into::sentence ? "sentence"
                                  : why == Into::recall ? "recall"
                                                        : "remand";
  const base::Instant recorded = life.entry(Process::custody, day, Entry::prompt);
  life.write(Process::custody, record::custody::received, Happened::on(day), recorded,
             life.of(prison_name, "prison", "system"), {"custody", now.custody}, {{"reason", reason}});
  if (now.tagged) remove_tag(life, day, "into_custody");
  if (why != Into::sentence && now.body != Body::none) {
    now.suspended = true;
    life.write(Process::custody, record::supervision::compliance_suspended, Happened::on(day),
               life.entry(Process::custody, day + 1, Entry::may_be_late, recorded), life.practitioner(), {},
               {{"reason", std::string_view("in_custody")}});
  }
  const base::Day out = release_day(std::max(day + days_inside, life.world.from + 1));
  const base::Day announced = std::max(out - life.random(Process::custody).between(14, 42),
                                       working_day_from(std::max(day, life.world.from)));
  if (announced < out)
    life.plan({.day = announced,
               .process = Process::custody,
               .step = announce,
               .run = now.custody_spell,
               .about = out,
               .after = recorded});
  life.plan({.day = std::max(out, day + 1),
             .process = Process::custody,
             .step = release,
             .run = now.custody_spell});
  if (why != Into::remand && day >= life.world.from) plan_resettlement_plan(life, day, out, recorded);
}

void recall(Life& life, base::Day day) {
  Situation& now = life.now;
  if (!now.on_licence || now.recall_pending || !life.at_liberty()) return;
  base::RandomStream& random = life.random(Process::custody);
  now.recall_pending = true;
  now.contact_run += 1;
  const bool fixed_term = random.chance(0.35);
  const bool emergency = !fixed_term && random.chance(0.1);
  life.write(Process::custody, record::custody::recalled, Happened::on(day),
             life.entry(Process::custody, day, Entry::prompt), life.practitioner(), {"custody", now.custody},
             {{"recall_type", std::string_view(fixed_term  ? "fixed_term"
                                               : emergency ? "emergency"
                                                           : "standard")}});
  const int at_large = std::min(static_cast<int>(random.exponential(1.0 / 8.0)), 90);
  // 14 days when the sentence was under twelve months, else 28 (Catch22, "Fixing Fixed Term Recall").
  const int fixed = now.order.sentence.length_days < 365 ? 14 : 28;
  const int inside = fixed_term ? fixed : random.between(35, 150);
  life.plan({.day = day + 1 + at_large,
             .process = Process::custody,
             .step = return_to_custody,
             .run = now.order.number,
             .about = day + inside});
}

void take_custody_task(Life& life, const Task& task) {
  Situation& now = life.now;
  const bool same_spell = now.alive && now.in_custody && now.custody_spell == task.run;
  switch (static_cast<CustodyStep>(task.step)) {
  case announce:
    if (same_spell) announce_release(life, task);
    break;
  case release:
    if (same_spell) release_person(life, task);
    break;
  case licence_ends:
    if (life.supervised(task) && life.at_liberty() && now.on_licence) {
      now.on_licence = false;
      life.write(Process::custody, record::custody::post_sentence_supervision_started, Happened::on(task.day),
                 life.entry(Process::custody, task.day, Entry::may_be_late), life.clerk(),
                 {"custody", now.custody});
    }
    break;
  case return_to_custody:
    if (!now.alive || !now.recall_pending) break;
    now.recall_pending = false;
    if (life.supervised(task)) {
      const int inside = task.about - (task.day - 1);
      receive_into_custody(life, task.day, Into::recall, std::max(inside, 7));
    }
    break;
  }
}

} // namespace probity::lab

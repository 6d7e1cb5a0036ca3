// Enforcement: rulings, warnings, and breaches from becoming aware to the court's answer, or nothing at all.
#include "lab/processes.h"
#include "record/enforcement.h"

#include <algorithm>

namespace probity::lab {

namespace {

enum EnforcementStep { rule, warn, become_aware, decide, refer, conclude, consider_recall };

void conclude_breach(Life& life, const Task& task) {
  constexpr std::array<std::string_view, 5> results = {"proven_order_continues", "proven_resentenced",
                                                       "proven_custody", "not_proven", "withdrawn"};
  constexpr std::array<double, 5> weights = {0.52, 0.20, 0.10, 0.06, 0.12};
  const std::string_view result = results[life.random(Process::enforcement).pick(weights)];
  life.write(Process::enforcement, record::enforcement::breach_concluded, Happened::on(task.day),
             life.entry(Process::enforcement, task.day, Entry::prompt, task.after),
             life.of(nps_name, "enforcement_officer", "court"), {"breach", task.entity},
             {{"result", result}});
  life.now.breach_open = false;
  life.now.warned_on.reset();
  if (result == "proven_resentenced") plan_sentence(life, task.day, Disposal::community);
  if (result == "proven_custody") plan_sentence(life, task.day, Disposal::custody);
}

void decide_breach(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::enforcement);
  const bool go_on = random.chance(0.95);
  const base::Instant recorded = life.entry(Process::enforcement, task.day, Entry::prompt, task.after);
  life.write(Process::enforcement, record::enforcement::breach_decided, Happened::on(task.day), recorded,
             life.practitioner(), {"breach", task.entity},
             {{"advice", std::string_view("breach")},
              {"decision", std::string_view(go_on ? "breach" : "no_further_action")}});
  if (!go_on) {
    life.now.breach_open = false;
    return;
  }
  const int days =
      random.chance(life.practice().breach_referral_in_time) ? random.between(0, 5) : random.between(9, 25);
  life.plan({.day = working_days_after(task.day, days),
             .process = Process::enforcement,
             .step = refer,
             .run = task.run,
             .entity = task.entity,
             .after = recorded});
}

} // namespace

void failure_pending(Life& life, base::Day day, const Identifier& appointment, base::Instant recorded) {
  // Six working days to bring evidence, then the ruling.
  life.plan({.day = working_days_after(day, life.random(Process::enforcement).between(2, 8)),
             .process = Process::enforcement,
             .step = rule,
             .run = life.now.order.number,
             .entity = appointment,
             .about = day,
             .after = recorded});
}

void unacceptable_failure(Life& life, base::Day day, const Identifier& appointment, base::Instant recorded) {
  base::RandomStream& random = life.random(Process::enforcement);
  Situation& now = life.now;
  Task next{.process = Process::enforcement,
            .run = now.order.number,
            .entity = appointment,
            .about = day,
            .after = recorded};
  const base::Day known = std::max(day, life.world.hours->day_of(recorded));
  if (!now.warned_on || day - *now.warned_on > 365) {
    now.warned_on = known; // so that a second failure before the letter is a second failure
    next.day = working_days_after(known, random.chance(life.practice().follow_up) ? random.between(0, 2)
                                                                                  : random.between(3, 12));
    next.step = warn;
    return life.plan(next);
  }
  if (now.breach_open || random.chance(life.practice().breach_suppressed)) return;
  now.breach_open = true;
  if (now.on_licence) {
    next.day = working_days_after(known, random.between(0, 3));
    next.step = consider_recall;
    return life.plan(next);
  }
  next.day = random.chance(life.practice().awareness_delayed)
                 ? working_days_after(known, random.between(5, 25))
                 : working_day_from(known);
  next.step = become_aware;
  next.entity = life.name(Process::enforcement);
  life.plan(next);
}

void take_enforcement_task(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::enforcement);
  if (!life.supervised(task) || life.now.body == Body::none) return;
  switch (static_cast<EnforcementStep>(task.step)) {
  case rule: {
    const bool acceptable = random.chance(0.35);
    const base::Instant recorded = life.entry(Process::enforcement, task.day, Entry::may_be_late, task.after);
    life.write(Process::enforcement, record::enforcement::failure_ruled, Happened::on(task.day), recorded,
               life.practitioner(), {"appointment", task.entity},
               {{"ruling", std::string_view(acceptable ? "acceptable" : "unacceptable")}});
    if (!acceptable) unacceptable_failure(life, task.about, task.entity, recorded);
    break;
  }
  case warn:
    life.write(Process::enforcement, record::enforcement::warned, Happened::on(task.day),
               life.entry(Process::enforcement, task.day, Entry::prompt, task.after), life.practitioner(),
               {"appointment", task.entity});
    break;
  case become_aware: {
    const base::Instant recorded = life.entry(Process::enforcement, task.day, Entry::prompt, task.after);
    life.write(Process::enforcement, record::enforcement::became_aware, Happened::on(task.day), recorded,
               life.practitioner(), {"breach", task.entity});
    life.plan({.day = working_days_after(task.day, random.between(0, 3)),
               .process = Process::enforcement,
               .step = decide,
               .run = task.run,
               .entity = task.entity,
               .after = recorded});
    break;
  }
  case decide:
    decide_breach(life, task);
    break;
  case refer: {
    const base::Instant recorded = life.entry(Process::enforcement, task.day, Entry::prompt, task.after);
    life.write(Process::enforcement, record::enforcement::referred, Happened::on(task.day), recorded,
               life.practitioner(), {"breach", task.entity});
    // From the second failure to the end: 35 working days on average (Probation Circular 43/2005).
    life.plan({.day = working_days_after(task.day, random.between(8, 45)),
               .process = Process::enforcement,
               .step = conclude,
               .run = task.run,
               .entity = task.entity,
               .after = recorded});
    break;
  }
  case conclude:
    conclude_breach(life, task);
    break;
  case consider_recall:
    life.now.breach_open = false;
    if (random.chance(0.6)) recall(life, task.day);
    break;
  }
}

} // namespace probity::lab

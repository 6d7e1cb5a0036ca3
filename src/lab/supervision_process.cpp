// Who answers for the person: the accountable body, the practitioner, escalation of risk, moving away, death.
#include "lab/processes.h"
#include "record/person.h"
#include "record/supervision.h"

#include <algorithm>

namespace probity::lab {

namespace {

enum SupervisionStep { allocate, reallocate, escalate, move_away, die };

std::string_view grade_of(const Life& life) {
  // NPS: 3,550 probation officers to 2,888 probation services officers on 30 September 2020; CRC assumed.
  const bool officer =
      life.now.body == Body::nps ? life.now.practitioner % 100 < 55 : life.now.practitioner % 10 < 4;
  return officer ? "probation_officer" : "probation_services_officer";
}

void allocate_practitioner(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::supervision);
  const int staff = life.now.body == Body::nps ? life.world.nps_practitioners : life.world.crc_practitioners;
  life.now.practitioner = random.below(static_cast<std::uint64_t>(staff));
  const Recorder by = life.clerk();
  life.write(Process::supervision, record::supervision::practitioner_allocated, Happened::on(task.day),
             life.entry(Process::supervision, task.day, Entry::may_be_late, task.after), by, {},
             {{"practitioner", staff_identifier(life.world.seed, life.now.body, life.now.practitioner)},
              {"grade", grade_of(life)}});
}

} // namespace

void assign_body(Life& life, Body body, std::string_view reason, base::Day day, base::Instant recorded) {
  life.now.body = body;
  life.write(Process::supervision, record::supervision::provider_assigned, Happened::on(day), recorded,
             life.of(nps_name, "administrator", "office"), {},
             {{"provider", to_text(body)}, {"reason", reason}});
  base::RandomStream& random = life.random(Process::supervision);
  const base::Day allocated = working_days_after(std::max(day, life.world.from), random.between(0, 3));
  life.now.practitioner = random.below(3); // the duty team until then
  life.plan({.day = allocated,
             .process = Process::supervision,
             .step = allocate,
             .run = life.now.order.number,
             .after = recorded});
}

void plan_supervision(Life& life, base::Day day) {
  base::RandomStream& random = life.random(Process::supervision);
  const auto after = [&](double years) {
    return day + 1 + static_cast<int>(std::min(365.25 * random.exponential(1.0 / years), 36500.0));
  };
  life.plan({.day = working_day_from(after(1.2)), .process = Process::supervision, .step = reallocate});
  // A quarter of people change category of risk while supervised (Lords, 25 June 2013); that a third of the
  // moves is upwards from medium is assumed.
  if (life.person.harm == Harm::medium && random.chance(0.08))
    life.plan({.day = working_day_from(day + random.between(20, 330)),
               .process = Process::supervision,
               .step = escalate});
  life.plan({.day = after(60.0), .process = Process::supervision, .step = move_away});
  life.plan({.day = after(150.0), .process = Process::supervision, .step = die});
}

void take_supervision_task(Life& life, const Task& task) {
  Situation& now = life.now;
  const bool held = now.alive && now.order.open && now.body != Body::none;
  switch (static_cast<SupervisionStep>(task.step)) {
  case allocate:
    if (life.supervised(task) && now.body != Body::none) allocate_practitioner(life, task);
    break;
  case reallocate: {
    if (held) allocate_practitioner(life, task);
    const double days = 365.25 * life.random(Process::supervision).exponential(1.0 / 1.2);
    life.plan({.day = working_day_from(task.day + 30 + static_cast<int>(std::min(days, 36500.0))),
               .process = Process::supervision,
               .step = reallocate});
    break;
  }
  case escalate:
    if (held && now.body == Body::crc) {
      life.person.harm = Harm::high;
      assign_body(life, Body::nps, "risk_escalation", task.day,
                  life.entry(Process::supervision, task.day, Entry::prompt));
    }
    break;
  case move_away:
    if (held && life.at_liberty()) {
      now.contact_run += 1;
      end_order(life, task.day, "transferred_out");
    }
    break;
  case die: {
    if (!now.alive) break;
    const base::Instant recorded =
        life.entry_on(Process::supervision,
                      working_days_after(task.day, 1 + life.random(Process::supervision).between(0, 6)));
    const Recorder by = now.body == Body::none ? life.of(nps_name, "administrator", "office") : life.clerk();
    life.write(Process::supervision, record::person::died, Happened::on(task.day), recorded, by, {});
    if (now.order.open) end_order(life, task.day, "died");
    now.alive = false;
    break;
  }
  }
}

} // namespace probity::lab

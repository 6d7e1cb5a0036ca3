// Offences that are proved later, and what they lead to. A person's rate is a gamma variable, so that counts
// in a year are negative binomial; offences only happen at liberty.
#include "lab/processes.h"
#include "record/offending.h"

#include <algorithm>

namespace probity::lab {

namespace {

enum OffendingStep { offend, prove };

void plan_next_offence(Life& life, base::Day day) {
  if (life.person.proven_offences <= 0.001) return;
  const double days = 365.25 * life.random(Process::offending).exponential(life.person.proven_offences);
  if (days < 3000)
    life.plan({.day = day + 1 + static_cast<int>(days), .process = Process::offending, .step = offend});
}

} // namespace

void plan_offending(Life& life, base::Day day) {
  plan_next_offence(life, day);
}

void take_offending_task(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::offending);
  if (!life.now.alive) return;
  if (task.step == offend) {
    const int days = days_to_proof(random);
    if (life.at_liberty())
      life.plan({.day = working_day_from(task.day + days),
                 .process = Process::offending,
                 .step = prove,
                 .about = task.day});
    return plan_next_offence(life, task.day);
  }
  constexpr std::array<std::string_view, 6> disposals = {
      "caution", "fine", "community_order", "suspended_sentence_order", "custody", "other"};
  constexpr std::array<double, 6> weights = {0.06, 0.36, 0.14, 0.08, 0.20, 0.16};
  const std::string_view disposal = disposals[random.pick(weights)];
  const int lag = 1 + std::min(static_cast<int>(random.exponential(1.0 / 6.0)), 60);
  // One draw a statement: the order among arguments is each compiler's own.
  const std::string_view group = draw_offence_group(random);
  const base::Instant recorded = life.entry(Process::offending, task.day + lag, Entry::prompt);
  life.write(Process::offending, record::offending::offence_proven, Happened::on(task.day), recorded,
             life.of(courts_name, "court", "court"), {},
             {{"offence_day", task.about}, {"disposal", disposal}, {"offence_group", group}});
  const Situation& now = life.now;
  if (now.on_licence && life.at_liberty() && disposal == "custody" && random.chance(0.5))
    return recall(life, task.day);
  if (disposal == "custody" && life.at_liberty()) return plan_sentence(life, task.day, Disposal::custody);
  if (now.order.open || !life.at_liberty()) {
    if (now.order.open && life.at_liberty() && now.body != Body::none && random.chance(0.04))
      receive_into_custody(life, task.day, Into::remand, random.between(7, 60));
    return;
  }
  if (disposal == "community_order") plan_sentence(life, task.day, Disposal::community);
  if (disposal == "suspended_sentence_order") plan_sentence(life, task.day, Disposal::suspended);
}

} // namespace probity::lab

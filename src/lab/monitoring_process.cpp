// Tags: ordered, fitted, removed, and billed by the month, not always for days that were monitored.
#include "lab/processes.h"
#include "record/monitoring.h"

#include <algorithm>

namespace probity::lab {

namespace {

enum MonitoringStep { fit, remove, bill };

constexpr std::int64_t pence_a_day = 950; // assumed

Recorder contractor(const Life& life) {
  return life.of(tagging_name, "contractor", "field");
}

void bill_days(Life& life, const Identifier& tag, base::Day first, base::Day last) {
  for (base::Day day = first; day <= last;) {
    const base::Day end = std::min(base::month_of(day).last(), last);
    const base::Day billed_on = working_days_after(base::month_of(day).last(), 3);
    if (billed_on > life.world.to) return;
    life.write(Process::monitoring, record::monitoring::billed, Happened::on(billed_on),
               life.entry(Process::monitoring, billed_on, Entry::prompt), contractor(life), {"tag", tag},
               {{"first_day", day}, {"last_day", end}, {"pence", pence_a_day * (end - day + 1)}});
    day = end + 1;
  }
}

} // namespace

void order_curfew(Life& life, base::Day day, int days) {
  base::RandomStream& random = life.random(Process::monitoring);
  if (life.now.tagged) return;
  const Tagging& tagging = life.world.tagging;
  const bool twice = random.chance(tagging.second_order);
  const bool fitted = !random.chance(tagging.never_fitted);
  const base::Day fitted_on = day + random.between(0, 3);
  const base::Day ends = day + days;
  for (int tag_number = 0; tag_number < (twice ? 2 : 1); ++tag_number) {
    const Identifier tag = life.name(Process::monitoring);
    const base::Instant recorded = life.entry(Process::monitoring, day, Entry::prompt);
    life.write(Process::monitoring, record::monitoring::tag_ordered, Happened::on(day), recorded,
               life.of(courts_name, "court", "court"), {"tag", tag}, {{"kind", std::string_view("curfew")}});
    if (fitted) {
      life.plan({.day = fitted_on,
                 .process = Process::monitoring,
                 .step = fit,
                 .run = tag_number,
                 .entity = tag,
                 .about = ends,
                 .after = recorded});
    } else if (random.chance(tagging.billed_unfitted)) {
      life.plan({.day = ends,
                 .process = Process::monitoring,
                 .step = bill,
                 .entity = tag,
                 .about = day,
                 .after = recorded});
    }
  }
}

void remove_tag(Life& life, base::Day day, std::string_view reason) {
  base::RandomStream& random = life.random(Process::monitoring);
  for (const Life::Tag& tag : life.tags) {
    const base::Day last = std::max(day, tag.fitted_on);
    life.write(Process::monitoring, record::monitoring::tag_removed, Happened::on(last),
               life.entry(Process::monitoring, last, Entry::prompt), contractor(life), {"tag", tag.id},
               {{"reason", reason}});
    const int too_long =
        random.chance(life.world.tagging.billed_after_removal) ? 30 * random.between(1, 3) : 0;
    bill_days(life, tag.id, tag.fitted_on, last + too_long);
  }
  life.tags.clear();
  life.now.tagged = false;
}

void take_monitoring_task(Life& life, const Task& task) {
  switch (static_cast<MonitoringStep>(task.step)) {
  case fit:
    if (!life.now.order.open || !life.at_liberty()) return;
    life.now.tagged = true;
    life.tags.push_back({task.entity, task.day});
    life.write(Process::monitoring, record::monitoring::tag_fitted, Happened::on(task.day),
               life.entry(Process::monitoring, task.day, Entry::prompt, task.after), contractor(life),
               {"tag", task.entity});
    life.plan({.day = std::max(task.about, task.day + 1),
               .process = Process::monitoring,
               .step = remove,
               .entity = task.entity});
    break;
  case remove:
    if (std::any_of(life.tags.begin(), life.tags.end(),
                    [&](const Life::Tag& tag) { return tag.id == task.entity; }))
      remove_tag(life, task.day, "order_ended");
    break;
  case bill:
    bill_days(life, task.entity, task.about, task.day);
    break;
  }
}

} // namespace probity::lab

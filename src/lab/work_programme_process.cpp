// A small helped-into-work programme that is paid by the person: joined, into work, still in work month by
// month.
#include "lab/processes.h"
#include "record/money.h"

namespace probity::lab {

namespace {

enum WorkProgrammeStep { attach, into_work, still_in_work };

} // namespace

void plan_work_programme(Life& life, base::Day day) {
  base::RandomStream& random = life.random(Process::work_programme);
  if (random.chance(0.05))
    life.plan({.day = working_days_after(day, random.between(15, 90)),
               .process = Process::work_programme,
               .step = attach});
}

void take_work_programme_task(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::work_programme);
  if (!life.at_liberty()) return;
  Task next = task;
  const Entity attachment{"attachment",
                          task.step == attach ? life.name(Process::work_programme) : task.entity};
  next.entity = attachment.id;
  const Recorder by = life.of(work_name, "contractor", "office");
  switch (static_cast<WorkProgrammeStep>(task.step)) {
  case attach: {
    if (life.now.body == Body::none) return;
    // Payment groups of the Work Programme: 18 to 24, 25 and over, early entrants.
    constexpr std::array<std::string_view, 3> groups = {"1", "2", "3"};
    const std::size_t group = life.now.on_licence ? 2 : random.below(2);
    life.write(Process::work_programme, record::money::attached, Happened::on(task.day),
               life.entry(Process::work_programme, task.day, Entry::prompt), by, attachment,
               {{"contract", work_contract}, {"group", groups[group]}});
    next.day = working_days_after(task.day, random.between(30, 180));
    next.step = into_work;
    if (random.chance(0.35)) life.plan(next);
    break;
  }
  case into_work:
    life.write(Process::work_programme, record::money::outcome_evidenced, Happened::on(task.day),
               life.entry(Process::work_programme, task.day, Entry::may_be_late), by, attachment);
    next.day = base::add_months(task.day, 1);
    next.step = still_in_work;
    next.run = 1;
    life.plan(next);
    break;
  case still_in_work:
    life.write(Process::work_programme, record::money::sustained, Happened::on(task.day),
               life.entry(Process::work_programme, task.day, Entry::may_be_late), by, attachment,
               {{"month", std::int64_t{task.run}}});
    next.day = base::add_months(task.day, 1);
    next.run = task.run + 1;
    if (task.run < 12 && random.chance(0.86)) life.plan(next);
    break;
  }
}

} // namespace probity::lab

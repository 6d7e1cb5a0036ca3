// A second record of the same person, opened at another office and found out weeks later: until then one
// person counts twice.
#include "lab/processes.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"

namespace probity::lab {

namespace {

enum DuplicateStep { open_twice, find_out };

} // namespace

void plan_duplicate(Life& life, base::Day day) {
  base::RandomStream& random = life.random(Process::duplicate);
  if (random.chance(0.01))
    life.plan({.day = working_days_after(day, random.between(2, 60)),
               .process = Process::duplicate,
               .step = open_twice});
}

void take_duplicate_task(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::duplicate);
  if (task.step == find_out) {
    life.write(Process::duplicate, record::person::linked, Happened::on(task.day),
               life.entry(Process::duplicate, task.day, Entry::prompt, task.after),
               life.now.body == Body::none ? life.of(nps_name, "administrator", "office") : life.clerk(), {},
               {{"other", task.entity}});
    return;
  }
  if (!life.supervised({.run = life.now.order.number}) || life.now.body == Body::none) return;
  const Identifier own = life.stream;
  const Identifier other = life.name(Process::duplicate);
  life.stream = other;
  life.record.texts.push_back(life.person.name);
  const std::string_view name = life.record.texts.back();
  const base::Instant recorded = life.entry(Process::duplicate, task.day, Entry::prompt);
  life.write(Process::duplicate, record::person::registered, Happened::on(task.day), recorded,
             life.of(nps_name, "administrator", "court"), {},
             {{"sex", life.person.sex},
              {"age_band", age_band(life.person.born, task.day)},
              {"name", name},
              {"birth_date", life.person.born}});
  life.write(Process::duplicate, record::sentence::imposed, Happened::on(task.day), recorded,
             life.of(courts_name, "court", "court"), {"order", life.name(Process::duplicate)},
             {{"order_type", std::string_view("community_order")},
              {"length_days", std::int64_t{365}},
              {"offence_group", draw_offence_group(random)}});
  life.write(Process::duplicate, record::supervision::provider_assigned, Happened::on(task.day), recorded,
             life.clerk(), {},
             {{"provider", to_text(life.now.body)}, {"reason", std::string_view("initial_allocation")}});
  life.stream = own;
  life.plan({.day = working_days_after(task.day, random.between(5, 45)),
             .process = Process::duplicate,
             .step = find_out,
             .entity = other,
             .after = recorded});
}

} // namespace probity::lab

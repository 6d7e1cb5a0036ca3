// Plans: filed in time or late, with content, copied or blank, and checked or not.
#include "lab/processes.h"
#include "record/plan.h"

namespace probity::lab {

namespace {

enum PlanningStep { file_sentence_plan, file_resettlement_plan };
constexpr std::string_view check_rule = "plan-check/1";

void file_plan(Life& life, const Task& task, std::string_view kind) {
  base::RandomStream& random = life.random(Process::planning);
  const Practice& practice = life.practice();
  const double quality = random.uniform();
  const bool blank = quality < practice.plan_blank;
  const bool copied = !blank && quality < practice.plan_blank + practice.plan_copied;
  const Identifier plan = life.name(Process::planning);
  const int words = blank ? 0 : copied ? random.between(180, 260) : random.between(120, 900);
  const int needs = blank ? 0 : random.between(1, 6);
  const int actions = blank ? 0 : std::max(needs - (random.chance(0.12) ? needs : 0), copied ? 1 : 0);
  const base::Instant recorded = life.entry(Process::planning, task.day, Entry::prompt, task.after);
  Draft& filed = life.write(Process::planning, record::plan::filed, Happened::on(task.day), recorded,
                            life.practitioner(), {"plan", plan},
                            {{"kind", kind},
                             {"words", std::int64_t{words}},
                             {"needs", std::int64_t{needs}},
                             {"actions", std::int64_t{actions}}});
  if (!blank)
    filed.facts.push_back({"content", std::string_view("Invented plan: what it says does not matter.")});
  if (!random.chance(0.6)) return;
  const base::Day checked_on = working_days_after(task.day, random.between(1, 15));
  Names findings;
  if (blank) findings.push_back("blank");
  if (copied && random.chance(0.8)) findings.push_back("near_copy");
  if (!blank && actions == 0) findings.push_back("needs_without_actions");
  Draft& checked = life.write(
      Process::planning, record::plan::checked, Happened::on(checked_on),
      life.entry(Process::planning, checked_on, Entry::prompt, recorded),
      life.of(life.practitioner().provider, "assessor", "office"), {"plan", plan},
      {{"verdict", std::string_view(findings.empty() ? "sound" : "not_sound")}, {"rule", check_rule}});
  if (!findings.empty()) checked.facts.push_back({"findings", std::move(findings)});
}

} // namespace

void plan_sentence_plan(Life& life, base::Day first_attended, base::Instant after) {
  if (life.now.plan_started) return;
  life.now.plan_started = true;
  base::RandomStream& random = life.random(Process::planning);
  const int days =
      random.chance(life.practice().plan_in_time) ? random.between(5, 15) : random.between(16, 60);
  life.plan({.day = working_days_after(first_attended, days),
             .process = Process::planning,
             .step = file_sentence_plan,
             .run = life.now.order.number,
             .after = after});
}

void plan_resettlement_plan(Life& life, base::Day reception, base::Day release, base::Instant after) {
  base::RandomStream& random = life.random(Process::planning);
  const int days = random.chance(life.practice().plan_in_time) ? random.between(1, 5) : random.between(6, 30);
  const base::Day day = working_days_after(reception, days);
  if (day < release)
    life.plan({.day = day,
               .process = Process::planning,
               .step = file_resettlement_plan,
               .run = life.now.order.number,
               .after = after});
}

void take_planning_task(Life& life, const Task& task) {
  if (!life.supervised(task) || life.now.body == Body::none) return;
  file_plan(life, task, task.step == file_sentence_plan ? "sentence" : "resettlement");
}

} // namespace probity::lab

// The court: sentences, the body that is to supervise, and the ends of orders.
#include "lab/processes.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"

namespace probity::lab {

namespace {

enum CourtStep { arrive, sentence_community, sentence_suspended, sentence_custody, allocate, expire };

Amounts requirements_of(const Sentence& sentence) {
  Amounts out;
  if (sentence.curfew_days > 0) out.emplace_back("curfew", sentence.curfew_days);
  if (sentence.programme) out.emplace_back("programme", 30);
  if (sentence.activity_days > 0) out.emplace_back("rehabilitation_activity", sentence.activity_days);
  if (sentence.treatment) out.emplace_back("drug_rehabilitation", 182);
  if (sentence.unpaid_minutes > 0) out.emplace_back("unpaid_work", sentence.unpaid_minutes);
  return out;
}

void register_person(Life& life, base::Day day, Happened happened, base::Instant recorded) {
  life.registered_at = recorded;
  life.now.registered = true;
  life.record.texts.push_back(life.person.name);
  const std::string_view name = life.record.texts.back();
  life.record.texts.push_back(life.person.area_code);
  const std::string_view area = life.record.texts.back();
  life.write(Process::court, record::person::registered, happened, recorded,
             life.of(nps_name, "administrator", "court"), {},
             {{"sex", life.person.sex},
              {"age_band", age_band(life.person.born, day)},
              {"name", name},
              {"birth_date", life.person.born},
              {"area_code", area}});
}

void impose(Life& life, const Sentence& sentence, base::Day day, Happened happened, base::Instant recorded) {
  Situation& now = life.now;
  now.order.number += 1;
  now.order.open = true;
  now.order.id = life.name(Process::court);
  now.order.sentence = sentence;
  now.order.imposed = day;
  now.order.ends = day + sentence.length_days - 1;
  now.met = false;
  now.plan_started = false;
  now.warned_on.reset();
  now.breach_open = false;
  now.contact_run += 1; // arrangements under an earlier order lapse
  now.unpaid_run += 1;
  Draft& imposed = life.write(Process::court, record::sentence::imposed, happened, recorded,
                              life.of(courts_name, "court", "court"), {"order", now.order.id},
                              {{"order_type", sentence.order_type},
                               {"length_days", std::int64_t{sentence.length_days}},
                               {"offence_group", sentence.offence_group},
                               {"court", sentence.court}});
  if (Amounts requirements = requirements_of(sentence); !requirements.empty())
    imposed.facts.push_back({"requirements", std::move(requirements)});
}

// Orders that were in force when the log opened are copied in on its first working day.
void arrive_in_stock(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::court);
  const base::Day opening = working_day_from(life.world.from);
  const base::Instant recorded = life.world.hours->at(opening, opens + random.between(0, closes - opens - 1));
  const base::Day imposed = task.about;
  Sentence sentence = draw_sentence(random, Disposal::any);
  // Before the Offender Rehabilitation Act 2014 nobody was supervised after a sentence under twelve months.
  while (sentence.order_type == "custody_under_12_months")
    sentence = draw_sentence(random, Disposal::any);
  const base::Day day = std::max(imposed, life.world.from - (sentence.length_days - 14));
  const Happened happened = random.chance(0.05) ? Happened::in_month_of(day) : Happened::on(day);
  register_person(life, life.world.from, Happened::on(life.world.from), recorded);
  impose(life, sentence, day, happened, recorded);
  life.plan({.day = opening,
             .process = Process::court,
             .step = allocate,
             .run = life.now.order.number,
             .about = life.world.from,
             .after = recorded});
}

void arrive_from_court(Life& life, const Task& task) {
  base::RandomStream& random = life.random(Process::court);
  const base::Instant recorded = life.world.hours->at(task.day, 10 * hour + random.between(0, 7 * hour));
  register_person(life, task.day, Happened::on(task.day), recorded);
  impose(life, draw_sentence(random, Disposal::any), task.day, Happened::on(task.day), recorded);
  // 96 to 97 % by the end of the second full business day (NPS SL002, 2017-19).
  const int days = random.chance(0.965) ? random.between(0, 2) : random.between(3, 8);
  const base::Day allocated = working_days_after(task.day, days);
  life.plan({.day = allocated,
             .process = Process::court,
             .step = allocate,
             .run = life.now.order.number,
             .about = allocated,
             .after = recorded});
}

void allocate_order(Life& life, const Task& task) {
  Situation& now = life.now;
  const bool in_stock = now.order.imposed < life.world.from;
  const Sentence& sentence = now.order.sentence;
  const base::Instant recorded = life.entry(Process::court, task.day, Entry::prompt, task.after);
  const base::Day day = task.about;
  Body body = now.body;
  if (body == Body::none) body = life.person.harm >= Harm::high ? Body::nps : Body::crc;
  life.write(Process::court, record::court::allocation_decided, Happened::on(day), recorded,
             life.of(nps_name, "practitioner", "court"), {"order", now.order.id},
             {{"body", to_text(body)},
              {"harm_level", to_text(life.person.harm)},
              {"serious_reoffending_score", life.person.serious_reoffending_score}});
  if (now.body == Body::none)
    assign_body(life, body, in_stock ? "transfer" : "initial_allocation", day, recorded);
  for (const auto& [requirement, amount] : requirements_of(sentence)) {
    const Identifier id = life.name(Process::court);
    Draft& started =
        life.write(Process::court, record::sentence::requirement_started, Happened::on(day), recorded,
                   life.practitioner(), {"requirement", id}, {{"requirement", requirement}});
    if (requirement == "unpaid_work") {
      started.facts.push_back({"minutes", std::int64_t{sentence.unpaid_minutes}});
      now.unpaid_requirement = id;
      const int left =
          in_stock ? std::max(600, sentence.unpaid_minutes * life.random(Process::court).between(1, 9) / 10)
                   : sentence.unpaid_minutes;
      start_unpaid_work(life, day, left, recorded);
    }
  }
  life.plan({.day = now.order.ends + 1, .process = Process::court, .step = expire, .run = now.order.number});
  // Released at half-way (Criminal Justice Act 2003 section 244).
  const base::Day half_way = now.order.imposed + sentence.length_days / 2;
  if (sentence.custodial() && half_way > task.day)
    return receive_into_custody(life, now.order.imposed, Into::sentence,
                                std::max(7, half_way - now.order.imposed));
  if (sentence.custodial()) {
    now.on_licence = true; // released before the log opened
    now.custody = life.name(Process::court);
  }
  start_contact(life, day,
                in_stock                ? ContactStart::in_stock
                : sentence.supervised() ? ContactStart::community
                                        : ContactStart::induction,
                recorded);
  if (sentence.curfew_days > 0 && !in_stock) order_curfew(life, now.order.imposed, sentence.curfew_days);
}

void sentence_again(Life& life, const Task& task, Disposal disposal) {
  if (!life.now.alive) return;
  if (life.now.in_custody && disposal != Disposal::custody) return;
  if (life.now.order.open) {
    life.now.contact_run += 1;
    end_order(life, task.day, "revoked_breach");
  }
  const base::Instant recorded = life.entry(Process::court, task.day, Entry::prompt);
  impose(life, draw_sentence(life.random(Process::court), disposal), task.day, Happened::on(task.day),
         recorded);
  const base::Day allocated = working_days_after(task.day, life.random(Process::court).between(0, 2));
  life.plan({.day = allocated,
             .process = Process::court,
             .step = allocate,
             .run = life.now.order.number,
             .about = allocated,
             .after = recorded});
}

} // namespace

void plan_arrival(Life& life) {
  base::RandomStream& random = life.random(Process::identity);
  const bool in_stock = random.chance(share_in_stock);
  const int days = life.world.to - life.world.from;
  const base::Day day =
      in_stock ? working_day_from(life.world.from)
               : working_day_from(life.world.from + 1 + random.between(0, std::max(days - 1, 0)));
  life.person = invent_person(random, day);
  life.plan({.day = day,
             .process = Process::court,
             .step = arrive,
             .about = in_stock ? life.world.from - random.between(1, 300) : day});
}

void plan_sentence(Life& life, base::Day day, Disposal disposal) {
  const CourtStep step = disposal == Disposal::custody     ? sentence_custody
                         : disposal == Disposal::suspended ? sentence_suspended
                                                           : sentence_community;
  life.plan({.day = day, .process = Process::court, .step = step});
}

void end_order(Life& life, base::Day day, std::string_view reason) {
  Situation& now = life.now;
  if (!now.order.open) return;
  now.order.open = false;
  now.on_licence = false;
  now.contact_run += 1;
  now.unpaid_run += 1;
  if (now.tagged) remove_tag(life, day, reason == "died" ? "died" : "order_ended");
  const base::Instant recorded = life.entry(Process::court, day, Entry::may_be_late);
  life.write(Process::court, record::sentence::order_terminated, Happened::on(day), recorded, life.clerk(),
             {"order", now.order.id}, {{"reason", reason}});
  if (reason == "revoked_breach") return; // another order follows, under the same body
  const Recorder by = life.clerk();
  life.write(Process::court, record::supervision::provider_assigned, Happened::on(day + 1),
             life.entry_on(Process::court, working_day_from(day + 1), recorded), by, {},
             {{"provider", std::string_view("none")}, {"reason", std::string_view("ended")}});
  now.body = Body::none;
}

void take_court_task(Life& life, const Task& task) {
  switch (static_cast<CourtStep>(task.step)) {
  case arrive:
    if (task.about < life.world.from)
      arrive_in_stock(life, task);
    else
      arrive_from_court(life, task);
    plan_supervision(life, task.day);
    plan_offending(life, task.day);
    plan_work_programme(life, task.day);
    plan_duplicate(life, task.day);
    break;
  case sentence_community:
    return sentence_again(life, task, Disposal::community);
  case sentence_suspended:
    return sentence_again(life, task, Disposal::suspended);
  case sentence_custody:
    return sentence_again(life, task, Disposal::custody);
  case allocate:
    if (life.supervised(task)) allocate_order(life, task);
    break;
  case expire:
    if (!life.supervised(task)) break;
    if (task.day <= life.now.order.ends) // lengthened by supervision after sentence
      life.plan({.day = life.now.order.ends + 1, .process = Process::court, .step = expire, .run = task.run});
    else
      end_order(life, life.now.order.ends, "expired");
    break;
  }
}

} // namespace probity::lab

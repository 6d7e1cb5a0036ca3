// The processes of a person's life: each takes its own tasks off the agenda, and offers the others what they
// may set off.
#pragma once

#include "lab/life.h"

namespace probity::lab {

// --- takes a task of its own
void take_court_task(Life& life, const Task& task);
void take_custody_task(Life& life, const Task& task);
void take_supervision_task(Life& life, const Task& task);
void take_contact_task(Life& life, const Task& task);
void take_planning_task(Life& life, const Task& task);
void take_enforcement_task(Life& life, const Task& task);
void take_unpaid_work_task(Life& life, const Task& task);
void take_monitoring_task(Life& life, const Task& task);
void take_offending_task(Life& life, const Task& task);
void take_work_programme_task(Life& life, const Task& task);
void take_duplicate_task(Life& life, const Task& task);

// --- court
void plan_arrival(Life& life);
// A later sentence: ends the order in force and imposes another.
void plan_sentence(Life& life, base::Day day, Disposal disposal);
// The order, licence or supervision after sentence ends on this day; `reason` of
// record::sentence::termination_reasons.
void end_order(Life& life, base::Day day, std::string_view reason);

// --- custody
enum class Into { sentence, recall, remand };
void receive_into_custody(Life& life, base::Day day, Into why, int days_inside);
void recall(Life& life, base::Day day);

// --- supervision
void assign_body(Life& life, Body body, std::string_view reason, base::Day day, base::Instant recorded);
void plan_supervision(Life& life, base::Day day);

// --- contact
enum class ContactStart { community, release, in_stock, induction };
void start_contact(Life& life, base::Day day, ContactStart start, base::Instant after);

// --- planning
void plan_sentence_plan(Life& life, base::Day first_attended, base::Instant after);
void plan_resettlement_plan(Life& life, base::Day reception, base::Day release, base::Instant after);

// --- enforcement
// A failure that needs a ruling (pending) or was recorded as unacceptable.
void failure_pending(Life& life, base::Day day, const Identifier& appointment, base::Instant recorded);
void unacceptable_failure(Life& life, base::Day day, const Identifier& appointment, base::Instant recorded);

// --- unpaid work, monitoring, offending, work programme, duplicate records
void start_unpaid_work(Life& life, base::Day allocated, int minutes, base::Instant after);
void order_curfew(Life& life, base::Day day, int days);
void remove_tag(Life& life, base::Day day, std::string_view reason);
void plan_offending(Life& life, base::Day day);
void plan_work_programme(Life& life, base::Day day);
void plan_duplicate(Life& life, base::Day day);

// --- corrections of what is written, at the end
void correct(Life& life);

} // namespace probity::lab

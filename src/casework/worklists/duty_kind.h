// Kinds of obligation: what is owed, the clock that says until when, and whether the case still waits for it.
// For the files that declare the obligations of one block of casework, and for `owed`.
#pragma once

#include "casework/worklists/owed.h"
#include "duty/clock.h"

namespace probity::casework {

// One thing owed, read from the state of the case: for what begins anew with each review or notice, which a
// clock that starts once cannot say.
struct Waiting {
  base::EntityId entity;
  base::Day since;
  base::Day due;
  std::uint64_t start_event = 0;
};
struct Situation {
  const CaseState& state;
  const Policy& policy;
  const rules::WorkingDays& working_days;
  base::Day on;
  const Workforce* workforce = nullptr; // nothing is known of the staff

  // Holidays as known on the day that is counted from.
  [[nodiscard]] base::Day after(base::Day day, const Limit& limit) const {
    return day_after(day, limit, working_days, day);
  }
};

struct DutyKind {
  Obligation prototype;
  duty::ClockRule rule;
  // Whether the case still waits for it: what a clock alone cannot tell, such as a failure that needs no
  // warning because one is in force.
  bool (*waits)(const CaseState& state, const base::EntityId& entity, const Policy& policy) = nullptr;
  // Given instead of a rule and `waits`.
  std::vector<Waiting> (*waiting)(const Situation& situation) = nullptr;
};
using DutyKinds = std::vector<DutyKind>;

Obligation obligation(std::string_view kind, std::string_view what, Consequence consequence,
                      OwedBy by = OwedBy::practitioner);

// An obligation that is read from the state.
DutyKind standing(const Obligation& prototype, std::vector<Waiting> (*waiting)(const Situation&));

// --- triggers and clocks, for declarations that read as a sentence

duty::Trigger on(const record::TypeDeclaration& type, duty::TimeRead at = duty::TimeRead::valid);
// At the day or instant that a fact of the event names.
duty::Trigger at_field(const record::TypeDeclaration& type, std::string_view field, const base::Zone& zone);
// Only when the fact is one of the values.
duty::Trigger where(duty::Trigger trigger, std::string_view field,
                    std::initializer_list<std::string_view> values);
// One clock for each entity of the kind; the earliest of the starts counts, the earliest of the stops ends
// it.
duty::ClockRule clock(std::string_view per, const Limit& limit, std::vector<duty::Trigger> starts,
                      std::vector<duty::Trigger> stops);

// --- the blocks

void add_allocation_duties(DutyKinds& kinds, const Policy& policy);
void add_appointment_duties(DutyKinds& kinds, const Policy& policy, const base::Zone& zone);
void add_court_report_duties(DutyKinds& kinds);
void add_custody_duties(DutyKinds& kinds);
void add_enforcement_duties(DutyKinds& kinds, const Policy& policy, const base::Zone& zone);
void add_further_offence_duties(DutyKinds& kinds);
void add_help_duties(DutyKinds& kinds);
void add_parole_duties(DutyKinds& kinds);
void add_plan_duties(DutyKinds& kinds);
void add_recall_duties(DutyKinds& kinds, const Policy& policy);
void add_risk_duties(DutyKinds& kinds, const Policy& policy);
void add_risk_register_duties(DutyKinds& kinds);
void add_transfer_duties(DutyKinds& kinds);
void add_unpaid_work_duties(DutyKinds& kinds);
void add_victim_duties(DutyKinds& kinds);
void add_workforce_duties(DutyKinds& kinds);

} // namespace probity::casework

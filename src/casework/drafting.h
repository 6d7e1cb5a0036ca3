// Writes the events of one decision; for the files of `decide` only.
#pragma once

#include <vector>

#include "casework/decide.h"
#include "casework/fold.h"
#include "record/builder.h"

namespace probity::casework {

using Events = std::vector<base::json::Value>;

// What a decision has at hand.
struct Request {
  const CaseState& state;
  const Command& command;
  const Circumstances& circumstances;
  Events events{};

  // The civil day on which the command was given, and on which its act took place.
  [[nodiscard]] base::Day today() const { return command.event.recorded_day; }
  [[nodiscard]] base::Day act_day() const { return day_of_act(command.event); }
  // The act's own day, unless the event says otherwise.
  [[nodiscard]] record::EventBuilder draft(const record::TypeDeclaration& type) const;
  void add(record::EventBuilder& builder) { events.push_back(builder.build()); }

  [[nodiscard]] tl::unexpected<base::Error> refuse(std::string message, std::string hint) const;
  // Names the command's entity of the kind.
  [[nodiscard]] base::EntityId entity(std::string_view kind) const;
  [[nodiscard]] base::Result<const Appointment*> appointment() const;
  [[nodiscard]] base::Result<const Breach*> breach() const;
  [[nodiscard]] base::Day after(base::Day day, const Limit& limit) const;

  // An answer to a failure does not come before it.
  [[nodiscard]] base::Result<void> refuse_before(const Appointment& one) const;
  // Adds what a new failure asks for: a review of the breach, once. `after` is the state with it.
  void raise_review_if_due(const CaseState& after, const Appointment& failed);
  void raise_review(std::string_view ground, int failures, const Appointment& failed);
  // Adds what an outcome asks for: evidence where the reason is open, a review where the failure is one too
  // many.
  void follow_outcome(const Appointment& one, record::Symbol outcome);
};

// The n-th event of a command: who, when, in which role, and why; valid on the day of the act.
record::EventBuilder draft_of(const Command& command, const record::TypeDeclaration& type, std::size_t n);
tl::unexpected<base::Error> refusal(const Command& command, std::string message, std::string hint);
// Of an act whose day is still to come.
tl::unexpected<base::Error> refuse_future(const Command& command, base::Day day);

// Part of the block of supervision. A body answers for the person.
base::Result<void> allocate_to_practitioner(Request& request);

base::Result<void> decide_access(Request& request);
base::Result<void> decide_allocation(Request& request);
base::Result<void> decide_appointment(Request& request);
base::Result<void> decide_assessment(Request& request);
base::Result<void> decide_court_report(Request& request);
base::Result<void> decide_custody(Request& request);
base::Result<void> decide_enforcement(Request& request);
base::Result<void> decide_flag(Request& request);
base::Result<void> decide_further_offence(Request& request);
base::Result<void> decide_help(Request& request);
base::Result<void> decide_licence(Request& request);
base::Result<void> decide_parole(Request& request);
base::Result<void> decide_plan(Request& request);
base::Result<void> decide_recall(Request& request);
base::Result<void> decide_risk(Request& request);
base::Result<void> decide_scoring(Request& request);
base::Result<void> decide_person(Request& request);
base::Result<void> decide_sentence(Request& request);
base::Result<void> decide_supervision(Request& request);
base::Result<void> decide_transfer(Request& request);
base::Result<void> decide_unpaid_work(Request& request);
base::Result<void> decide_victim(Request& request);

} // namespace probity::casework

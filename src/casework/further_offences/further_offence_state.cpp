#include "casework/further_offences/further_offence_state.h"

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/further_offence.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace further_offence = record::further_offence;

const Symbol kind_further_offence("further_offence");

} // namespace

bool FurtherOffence::to_review() const {
  return notified && !closed && !reviewed && (automatic || review_decision == Symbol("review"));
}

void apply_further_offence(CaseState& state, const Event& event) {
  FurtherOffences& offences = state.further_offences;
  if (is<record::supervision::practitioner_allocated>(event)) {
    const Symbol staff = record::symbol<record::supervision::practitioner_allocated, "practitioner">(event);
    if (std::find(offences.held_by.begin(), offences.held_by.end(), staff) == offences.held_by.end())
      offences.held_by.push_back(staff);
  }
  const auto id = event.entity(kind_further_offence);
  if (!id) return;
  FurtherOffence& one = entity_of(offences.all, *id);
  if (is<further_offence::learnt>(event)) {
    one.offence = record::symbol<further_offence::learnt, "offence">(event);
    one.automatic = record::symbol<further_offence::learnt, "class">(event) == Symbol("automatic");
    one.offence_on = record::day<further_offence::learnt, "offence_on">(event).value_or(day_of_act(event));
    one.first_court = record::day<further_offence::learnt, "first_court">(event);
    one.learnt = day_of_act(event);
    one.learnt_event = event.index;
  } else if (is<further_offence::notified>(event)) {
    one.notified = day_of_act(event);
    one.notified_event = event.index;
  } else if (is<further_offence::closed>(event)) {
    one.closed = true;
  } else if (is<further_offence::review_decided>(event)) {
    one.review_decision = record::symbol<further_offence::review_decided, "decision">(event);
  } else if (is<further_offence::reviewed>(event)) {
    one.reviewed = day_of_act(event);
    one.reviewed_event = event.index;
    one.reviewed_by = record::symbol<further_offence::reviewed, "by">(event);
    one.finding = record::symbol<further_offence::reviewed, "finding">(event);
  } else if (is<further_offence::countersigned>(event)) {
    one.countersigned = true;
  } else if (is<further_offence::concluded>(event)) {
    one.result = record::symbol<further_offence::concluded, "result">(event);
  }
}

} // namespace probity::casework

#include "casework/custody/licence_state.h"

#include "casework/fold.h"
#include "record/licence.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace licence = record::licence;

void change_conditions(Licence& one, const Event& event) {
  std::vector<Symbol>& conditions = one.open_variation() ? one.varied : one.conditions;
  const Symbol condition = is<licence::condition_added>(event)
                               ? record::symbol<licence::condition_added, "condition">(event)
                               : record::symbol<licence::condition_dropped, "condition">(event);
  std::erase(conditions, condition);
  if (is<licence::condition_added>(event)) conditions.push_back(condition);
}

void apply_variation(Licence& one, const Event& event) {
  if (is<licence::variation_begun>(event)) {
    one.variation = VariationStage::in_progress;
    one.varied = one.conditions;
  } else if (is<licence::variation_submitted>(event)) {
    one.variation = VariationStage::submitted;
    one.variation_submitted = day_of_act(event);
    one.variation_event = event.index;
    one.variation_author = record::symbol<licence::variation_submitted, "by">(event);
  } else if (is<licence::variation_decided>(event)) {
    const bool approved = record::symbol<licence::variation_decided, "decision">(event) == Symbol("approved");
    one.variation = approved ? VariationStage::none : VariationStage::rejected;
    one.variation_event = event.index;
    if (!approved) return;
    one.conditions = one.varied;
    one.varied_on = day_of_act(event);
    one.explained.reset();
    ++one.variations;
  }
}

} // namespace

std::string_view to_text(LicenceStage stage) {
  switch (stage) {
  case LicenceStage::in_progress:
    return "in_progress";
  case LicenceStage::submitted:
    return "submitted";
  case LicenceStage::approved:
    return "approved";
  case LicenceStage::rejected:
    return "rejected";
  case LicenceStage::active:
    return "active";
  case LicenceStage::inactive:
    return "inactive";
  case LicenceStage::recalled:
    return "recalled";
  case LicenceStage::superseded:
    return "superseded";
  }
  return "";
}

void apply(Licence& one, const Event& event, bool released) {
  if (is<licence::begun>(event)) {
    one.kind = record::symbol<licence::begun, "kind">(event);
    one.ends = record::day<licence::begun, "ends">(event);
    one.author = record::symbol<licence::begun, "by">(event);
  } else if (is<licence::condition_added>(event) || is<licence::condition_dropped>(event)) {
    change_conditions(one, event);
  } else if (is<licence::submitted>(event)) {
    one.stage = LicenceStage::submitted;
    one.submitted = day_of_act(event);
    one.submitted_event = event.index;
    one.author = record::symbol<licence::submitted, "by">(event);
  } else if (is<licence::approved>(event)) {
    one.stage = released ? LicenceStage::active : LicenceStage::approved;
    one.approved_event = event.index;
    if (released) one.active_from = day_of_act(event);
  } else if (is<licence::rejected>(event)) {
    one.stage = LicenceStage::rejected;
  } else if (is<licence::explained>(event)) {
    one.explained = day_of_act(event);
    one.explained_event = event.index;
    one.signature = record::symbol<licence::explained, "signature">(event);
  } else if (is<licence::reviewed>(event)) {
    one.reviewed = true;
  } else {
    apply_variation(one, event);
  }
}

} // namespace probity::casework

#include "record/vocabulary.h"

#include <algorithm>
#include <array>

#include "record/access.h"
#include "record/appointment_planning.h"
#include "record/court_report.h"
#include "record/custody.h"
#include "record/enforcement.h"
#include "record/further_offence.h"
#include "record/help.h"
#include "record/licence.h"
#include "record/money.h"
#include "record/monitoring.h"
#include "record/offending.h"
#include "record/order_end.h"
#include "record/parole.h"
#include "record/person.h"
#include "record/plan.h"
#include "record/recall.h"
#include "record/release.h"
#include "record/risk.h"
#include "record/risk_register.h"
#include "record/scoring.h"
#include "record/sentence.h"
#include "record/supervision.h"
#include "record/system.h"
#include "record/transfer.h"
#include "record/trial.h"
#include "record/unpaid_work.h"
#include "record/victim.h"
#include "record/workforce.h"

namespace probity::record {
namespace {

constexpr auto sorted_by_name(auto types) {
  std::sort(types.begin(), types.end(),
            [](const TypeDeclaration* a, const TypeDeclaration* b) { return a->name < b->name; });
  return types;
}

constexpr std::array types = sorted_by_name(std::array<const TypeDeclaration*, 183>{
    &system::log_opened,
    &system::day_closed,
    &system::import_made,
    &person::registered,
    &person::linked,
    &person::unlinked,
    &person::told_apart,
    &person::died,
    &person::erased,
    &court::allocation_decided,
    &court_report::asked,
    &court_report::allocated,
    &court_report::suitability_answered,
    &court_report::adjourned,
    &court_report::delivered,
    &court_report::withdrawn,
    &court_report::sentenced,
    &sentence::imposed,
    &sentence::requirement_started,
    &sentence::requirement_completed,
    &sentence::order_terminated,
    &sentence::requirement_terminated,
    &sentence::ended_unfinished,
    &access::limited,
    &access::lifted,
    &custody::received,
    &custody::release_planned,
    &custody::release_notified,
    &custody::release_recorded,
    &custody::release_cancelled,
    &custody::recalled,
    &custody::post_sentence_supervision_started,
    &custody::release_brought_forward,
    &accommodation::recorded,
    &help::needed,
    &help::signposted,
    &help::arranged,
    &help::received,
    &help::declined,
    &help::withdrawn,
    &help::concluded,
    &licence::begun,
    &licence::condition_added,
    &licence::condition_dropped,
    &licence::submitted,
    &licence::approved,
    &licence::rejected,
    &licence::explained,
    &licence::variation_begun,
    &licence::variation_submitted,
    &licence::variation_decided,
    &licence::reviewed,
    &supervision::provider_assigned,
    &supervision::practitioner_allocated,
    &supervision::duty_team_holds,
    &supervision::compliance_suspended,
    &supervision::compliance_resumed,
    &supervision::activity_summarised,
    &appointment::scheduled,
    &appointment::rescheduled,
    &appointment::cancelled,
    &appointment::absence_agreed,
    &appointment::outcome_recorded,
    &appointment::follow_up_started,
    &appointment::series_arranged,
    &appointment::amended,
    &appointment::absence_accepted,
    &appointment::absence_withdrawn,
    &appointment::place_warned,
    &appointment::place_cleared,
    &appointment::safety_recorded,
    &enforcement::evidence_requested,
    &enforcement::failure_ruled,
    &enforcement::warned,
    &enforcement::warning_withdrawn,
    &enforcement::breach_review_raised,
    &enforcement::became_aware,
    &enforcement::breach_decided,
    &enforcement::pack_prepared,
    &enforcement::referred,
    &enforcement::pack_returned,
    &enforcement::presented,
    &enforcement::breach_concluded,
    &recall::considered,
    &recall::answered,
    &recall::decided,
    &recall::countersigned,
    &recall::sent,
    &recall::closed,
    &parole::tariff_set,
    &parole::review_listed,
    &parole::dossier_sent,
    &parole::review_deferred,
    &parole::decided,
    &parole::licence_terminated,
    &plan::filed,
    &plan::checked,
    &plan::drafted,
    &plan::need_named,
    &plan::objective_set,
    &plan::action_set,
    &plan::action_ended,
    &plan::written,
    &plan::agreement_recorded,
    &plan::signed_off,
    &plan::returned,
    &plan::reviewed,
    &plan::withdrawn,
    &unpaid_work::session_scheduled,
    &unpaid_work::session_held,
    &unpaid_work::session_cancelled,
    &unpaid_work::place_allocated,
    &unpaid_work::attendance_recorded,
    &offending::offence_proven,
    &offending::arrested,
    &offending::follow_up_ended,
    &scoring::scored,
    &risk::factors_recorded,
    &risk::harm_level_judged,
    &risk::escalation_raised,
    &risk::information_asked,
    &risk::information_given,
    &risk::escalation_accepted,
    &risk::escalation_returned,
    &risk::escalation_withdrawn,
    &risk::assessment_started,
    &risk::assessment_completed,
    &risk::assessment_locked,
    &risk::assessment_abandoned,
    &risk::flag_added,
    &risk::flag_reviewed,
    &risk::flag_removed,
    &further_offence::learnt,
    &further_offence::notified,
    &further_offence::closed,
    &further_offence::review_decided,
    &further_offence::reviewed,
    &further_offence::countersigned,
    &further_offence::concluded,
    &victim::identified,
    &victim::offered,
    &victim::answered,
    &victim::notice_given,
    &victim::representations_made,
    &victim::condition_asked,
    &victim::condition_decided,
    &trial::assigned,
    &monitoring::tag_ordered,
    &monitoring::tag_fitted,
    &monitoring::tag_removed,
    &monitoring::billed,
    &money::contract_made,
    &money::contract_varied,
    &money::relief_requested,
    &money::relief_granted,
    &money::relief_refused,
    &money::waived,
    &money::reinvestment_approved,
    &money::baseline_set,
    &money::comparison_determined,
    &money::statement_issued,
    &money::payment_made,
    &money::attached,
    &money::outcome_evidenced,
    &money::sustained,
    &transfer::requested,
    &transfer::amended,
    &transfer::accepted,
    &transfer::refused,
    &transfer::withdrawn,
    &transfer::completed,
    &workforce::post_made,
    &workforce::post_filled,
    &workforce::post_vacated,
    &workforce::post_closed,
    &workforce::assigned_to_body,
    &workforce::assignment_appealed,
    &workforce::appeal_decided,
    &workforce::absence_started,
    &workforce::absence_ended,
    &workforce::grade_changed,
    &workforce::shift_set,
    &workforce::place_registered,
});

// --- what every declaration must keep, checked when compiled -----------------------------------------------

constexpr bool is_key(std::string_view name) {
  if (name.empty() || name.front() < 'a' || name.front() > 'z') return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

constexpr bool sound(const FieldDeclaration& field, const TypeDeclaration& type) {
  const bool one_of_its_name = std::count_if(type.fields.begin(), type.fields.end(), [&](const auto& other) {
                                 return other.name == field.name;
                               }) == 1;
  return is_key(field.name) && one_of_its_name && !field.meaning.empty() && field.since >= 1 &&
         field.since <= type.schema && (field.kind == Kind::code) == !field.codes.empty() &&
         (field.kind != Kind::text || field.part == Part::sealed);
}

constexpr bool sound(const TypeDeclaration& type) {
  const std::size_t dot = type.name.find('.');
  const auto facts = std::count_if(type.fields.begin(), type.fields.end(),
                                   [](const auto& f) { return f.part == Part::fact; });
  return dot != std::string_view::npos && is_key(type.name.substr(0, dot)) &&
         is_key(type.name.substr(dot + 1)) && !type.meaning.empty() && type.schema >= 1 &&
         facts <= static_cast<std::ptrdiff_t>(most_facts) && (type.entity.empty() || is_key(type.entity)) &&
         std::all_of(type.fields.begin(), type.fields.end(),
                     [&](const auto& field) { return sound(field, type); });
}

static_assert(std::all_of(types.begin(), types.end(), [](const auto* type) { return sound(*type); }),
              "a declaration names something badly, repeats a field, or has more facts than an event holds");
static_assert(std::adjacent_find(types.begin(), types.end(),
                                 [](const auto* a, const auto* b) { return a->name == b->name; }) ==
                  types.end(),
              "two event types have one name");

} // namespace

Types vocabulary() {
  return types;
}

const TypeDeclaration* find_type(std::string_view name, Types among) {
  const auto found = std::lower_bound(
      among.begin(), among.end(), name,
      [](const TypeDeclaration* type, std::string_view wanted) { return type->name < wanted; });
  return found != among.end() && (*found)->name == name ? *found : nullptr;
}

} // namespace probity::record

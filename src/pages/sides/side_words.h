// The part of the catalogue (pages/staff/words.h) for the sides of a case.
#pragma once

#include <array>
#include <string_view>

#include "casework/plans/plan_check.h"
#include "service/sides/court_report_side.h"
#include "service/sides/enforcement_side.h"
#include "service/sides/further_offence_side.h"
#include "service/sides/plan_side.h"
#include "service/sides/risk_side.h"

namespace probity::pages {

struct SideWords {
  // --- of every side
  std::string_view not_said, no_contact_so;
  std::string_view pages_of_case, overview, contacts, enforcement, risk, plans, court_reports,
      further_offences, record;
  std::string_view what_is_due, nothing_due, recorded, nothing_recorded, what_can_be_done, none, day, state,
      until, copy, allocate;
  // --- enforcement
  std::string_view rule_now, nothing_to_decide, warned_until, not_warned, on_licence, counts,
      in_twelve_months, in_twelve_months_hint, since_breach, since_breach_hint, allowed;
  std::string_view failures, no_failures, failures_caption, what_happened, reason, warning, letter,
      unpaid_work, pending, evidence_by, given, withdrawn, see_letter, see_warning, excused;
  std::string_view breaches, no_breaches, breaches_caption, raised, ground, advice, decision, not_decided,
      returned, recall_open;
  std::array<std::string_view, 8> breach_stages; // in the order of ShownBreach::Stage
  // --- letters
  std::string_view evidence_title, warning_title, preview, was_given, dear, dear_nobody, print_text,
      evidence_says, evidence_ask, evidence_ask_by, evidence_else, warning_says, warning_failed,
      warning_order, warning_licence, warning_again_order, warning_again_licence, warning_lasts,
      warning_wrong, signed_so, letter_by, appointment_of, work_of, sent_on, back_to_enforcement;
  // --- risk
  std::string_view level_now, not_judged, tier, points, held, nobody_holds, duty_team, you, colleague, body,
      judgements, no_judgements, judged_by, groups, assessments, no_assessments, purpose, started, completed,
      locked, open, abandoned, flags, no_flags, flag, review_by, no_review, hand_over, no_hand_over,
      hand_over_of_risk, hand_over_other, from_to, people_of, step, done, not_done, stage;
  std::array<std::string_view, 5> steps; // in the order of HandOverStep::What
  // --- plans
  std::string_view no_plans, plan, filed_in_time, filed_late, no_clock, not_filed, due_by, sound, not_sound,
      checks, passed, failed, when_filed, words_written, needs, no_needs, objectives, actions, agreement,
      not_asked, elsewhere, review_on, twins, twins_title, twins_text, no_twins, nothing_to_compare, alike,
      same_author, earlier, later, other_author, twins_closed, back_to_plans, whose, two_statuses,
      filed_again, own_plan;
  std::array<std::string_view, 7> plan_statuses; // in the order of PlanShown::Status
  std::array<std::string_view, 5> faults;        // what each check asks, in the order of PlanFault
  // --- reports before sentence
  std::string_view no_reports, asked_on, court_day, report_due, author, nobody, adjourned, by_us, suitability,
      no_suitability, proposal, sentence, concordance, delivered;
  std::array<std::string_view, 5> report_stages; // in the order of CourtReportShown::Stage
  // --- serious further offences
  std::string_view no_offences, offence, automatic, discretionary, offence_on, learnt, first_court, told,
      review, finding, charge, last_seen, never_seen, held_by, overdue_now, held_case, pack;
  std::array<std::string_view, 7> offence_stages; // in the order of FurtherOffenceShown::Stage
};

const SideWords& side_words();
std::string_view words_for(service::ShownBreach::Stage stage);
std::string_view words_for(service::HandOverStep::What what);
std::string_view words_for(service::PlanShown::Status status);
std::string_view words_for(casework::PlanFault fault);
std::string_view words_for(service::CourtReportShown::Stage stage);
std::string_view words_for(service::FurtherOffenceShown::Stage stage);

} // namespace probity::pages

#include "service/next_step.h"

#include <algorithm>
#include <iterator>

#include "access/command_rights.h"
#include "casework/command.h"
#include "record/vocabulary.h"

namespace probity::service {
namespace {

// Whether the command is about the obligation's entity.
enum class About { entity, nothing };

struct Step {
  std::string_view kind, command;
  About about = About::entity;
};

constexpr Step steps[] = {
    {"allocation", "allocation.decide", About::nothing},
    {"answer", "risk.accept"},
    {"assessment_completion", "assessment.complete"},
    {"assessment_lock", "assessment.lock"},
    {"assessment_review", "assessment.start", About::nothing},
    {"attendance", "unpaid_work.record_attendance", About::nothing},
    {"breach_decision", "enforcement.decide_breach"},
    {"court_report", "court_report.deliver"},
    {"court_report_allocation", "court_report.allocate"},
    {"flag_review", "flag.review"},
    {"further_offence_decision", "further_offence.decide_review"},
    {"further_offence_notification", "further_offence.notify"},
    {"further_offence_review", "further_offence.review"},
    {"further_offence_signature", "further_offence.countersign"},
    {"grade", "supervision.allocate", About::nothing},
    {"help_arrangement", "help.arrange", About::nothing},
    {"help_receipt", "help.receive", About::nothing},
    {"help_result", "help.conclude", About::nothing},
    {"information", "risk.give_information"},
    {"licence_explained", "licence.explain", About::nothing},
    {"licence_review", "licence.review", About::nothing},
    {"outcome", "appointment.record_outcome"},
    {"parole_decision", "parole.decide", About::nothing},
    {"parole_dossier", "parole.send_dossier", About::nothing},
    {"parole_listing", "parole.list_review", About::nothing},
    {"plan_mending", "plan.file"},
    {"plan_replacement", "plan.draft", About::nothing},
    {"plan_review", "plan.review"},
    {"plan_signature", "plan.sign_off"},
    {"reallocation", "supervision.allocate", About::nothing},
    {"recall_decision", "recall.decide"},
    {"release_accommodation", "accommodation.record", About::nothing},
    {"release_appointment", "appointment.arrange", About::nothing},
    {"release_practitioner", "supervision.allocate", About::nothing},
    {"release_record", "custody.record_release", About::nothing},
    {"release_requirements", "supervision.resume", About::nothing},
    {"resettlement_review", "plan.review", About::nothing},
    {"ruling", "enforcement.rule_failure"},
    {"sentence_end", "sentence.end", About::nothing},
    {"transfer_allocation", "supervision.allocate", About::nothing},
    {"transfer_answer", "transfer.accept"},
    {"transfer_contact", "appointment.arrange", About::nothing},
    {"variation_decision", "licence.decide_variation", About::nothing},
    {"visit_safety", "appointment.make_safe"},
    {"warning", "enforcement.warn"},
    {"work_made_good", "unpaid_work.offer_place", About::nothing},
};

NextStep about_entity(std::string_view command, const base::EntityId& entity) {
  const record::TypeDeclaration* type = record::find_type(command, casework::commands());
  return {std::string(command), std::string(type == nullptr ? std::string_view() : type->entity),
          entity.hex()};
}

// A plan is begun, or the draft that is being written is filed.
NextStep plan_step(const casework::CaseState& state, std::string_view kind) {
  if (const casework::Plan* draft = state.plans.draft(record::Symbol(kind)))
    return about_entity("plan.file", draft->id);
  return {"plan.draft", "kind", std::string(kind)};
}

bool has_licence_draft(const casework::CaseState& state) {
  return std::any_of(state.custody.licences.begin(), state.custody.licences.end(),
                     [](const casework::Licence& one) { return one.draft(); });
}

NextStep step_for(const casework::CaseState& state, const casework::Obligation& one) {
  if (one.kind == "sentence_plan") return plan_step(state, "sentence");
  if (one.kind == "resettlement_plan") return plan_step(state, "resettlement");
  if (one.kind == "licence_submission" || one.kind == "licence_warning")
    return {has_licence_draft(state) ? "licence.submit" : "licence.begin", {}, {}};
  if (one.kind == "referral" || one.kind == "resubmission") {
    const casework::Breach* breach = state.breach(one.entity);
    return about_entity(breach != nullptr && breach->pack_ready ? "enforcement.refer"
                                                                : "enforcement.prepare_pack",
                        one.entity);
  }
  if (one.kind == "recall_papers") {
    const casework::Recall* recall = state.recall(one.entity);
    return about_entity(recall != nullptr && recall->second.empty() ? "recall.sign" : "recall.send",
                        one.entity);
  }
  const auto* found = std::find_if(std::begin(steps), std::end(steps),
                                   [&](const Step& step) { return step.kind == one.kind; });
  if (found == std::end(steps)) return {};
  return found->about == About::entity ? about_entity(found->command, one.entity)
                                       : NextStep{std::string(found->command), {}, {}};
}

// From the hard stop on the prison makes the licence, and it is the prison that approves what is submitted.
bool may_write_licence(const casework::CaseState& state, const casework::ReleaseBoard& board, base::Day on) {
  const casework::Licence* one = state.custody.licence();
  return !state.custody.release.happened() && board.stop && on < board.stop->day &&
         (one == nullptr || one->stage != casework::LicenceStage::submitted);
}

// The kind of obligation that asks for the item, while staff can see to it; empty: they cannot.
std::string_view asked_by(const casework::CaseState& state, const casework::ReleaseBoard& board,
                          casework::ReleaseItem item, base::Day on) {
  using casework::ReleaseItem;
  switch (item) {
  case ReleaseItem::release_recorded:
    return board.day <= on ? "release_record" : "";
  case ReleaseItem::practitioner_allocated:
    return "release_practitioner";
  case ReleaseItem::licence_active:
    return may_write_licence(state, board, on) ? "licence_submission" : "";
  case ReleaseItem::licence_explained: {
    const casework::Licence* one = state.custody.licence();
    return one != nullptr && one->stands() ? "licence_explained" : "";
  }
  case ReleaseItem::first_appointment:
    return "release_appointment";
  case ReleaseItem::accommodation_recorded:
    return "release_accommodation";
  case ReleaseItem::requirements_resumed:
    return board.day <= on ? "release_requirements" : "";
  case ReleaseItem::victims_informed:
  case ReleaseItem::monitoring_live:
    return "";
  }
  return "";
}

NextStep if_given_by(const access::Session& caller, NextStep step) {
  const auto& roles = caller.member.roles;
  const bool may = std::any_of(roles.begin(), roles.end(),
                               [&](access::Role role) { return access::may_give(role, step.command); });
  return may ? step : NextStep{};
}

} // namespace

NextStep next_step(const access::Session& caller, const casework::CaseState& state,
                   const casework::Obligation& one) {
  return if_given_by(caller, step_for(state, one));
}

NextStep next_step(const access::Session& caller, const casework::CaseState& state,
                   const casework::ReleaseBoard& board, casework::ReleaseItem item, base::Day on) {
  if (board.item(item).status != casework::ItemStatus::missing) return {};
  casework::Obligation asked;
  asked.kind = asked_by(state, board, item, on);
  return if_given_by(caller, step_for(state, asked));
}

} // namespace probity::service

// A case's state in a few named values: what a screen shows at its head, and what scenarios ask of it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "casework/case_state.h"
#include "casework/policy.h"

namespace probity::casework {

// recall (the latest: "none", "to_answer", "to_decide", the decision with "signed" or "signed_twice", "sent
// KIND", "closed"), harm (the level judged last), escalation and transfer (the latest), owner (a
// practitioner's pseudonym, "duty team NAME" or "none"), provider, order, custody, breach (the latest:
// "none", "review", "to_refer", "returned", "referred", "presented", "no_further_action", or its result), and
// the three counts of failures, each by its own name.
using CaseWords = std::vector<std::pair<std::string, std::string>>;
CaseWords words_of(const CaseState& state, const Policy& policy, const rules::WorkingDays& working_days,
                   base::Day on);

// --- the blocks' own words

// appointments_to_come (after the day), absence (the reason of one that was accepted for the day, or "none"),
// moved_by_person and moved_by_service (how many appointments, by who asked).
void add_appointment_words(CaseWords& words, const CaseState& state, base::Day on);
// sessions_fallen (sessions of unpaid work that the service let fall), minutes_lost (of those whose length is
// said, what was not credited).
void add_unpaid_work_words(CaseWords& words, const CaseState& state);
// assessment (the latest: "none", "started", "completed", "locked", "abandoned"), flags (those in force, as
// KIND or KIND:LEVEL, or "none"), and for each group, such as harm_children, the level as judged last.
void add_risk_register_words(CaseWords& words, const CaseState& state, const Policy& policy);
// further_offence (the latest: "none", "to_notify", "notified", "to_review", "no_review", "reviewed",
// "signed", "closed"), further_offence_result.
void add_further_offence_words(CaseWords& words, const CaseState& state);
// under (`Under`), release (its day), release_known ("no", "planned", "notified", "recorded"),
// release_missing and release_late (items of the board), licence (`licence_word`), conditions, hard_stop,
// licence_until, post_sentence_until, accommodation.
void add_custody_words(CaseWords& words, const CaseState& state, const Policy& policy,
                       const rules::WorkingDays& working_days, base::Day on);
// help (each need as KIND:`help_word`, in the order of finding), help_received and help_signposted_only: how
// many.
void add_help_words(CaseWords& words, const CaseState& state);
// report (the latest: "none", "asked", "allocated", "delivered", "withdrawn", "sentenced",
// "sentenced_without"), report_adjournments, report_adjournments_by_service, concordance.
void add_court_report_words(CaseWords& words, const CaseState& state);
// tariff ("none", its last day, "whole_life"), days_over_tariff (held on the day), parole (the latest review:
// "none", "listed", "dossier_sent", or what the board decided).
void add_parole_words(CaseWords& words, const CaseState& state, base::Day on);
// victims, victims_in_contact, victims_heard (representations made): how many, and nothing of who.
void add_victim_words(CaseWords& words, const CaseState& state);

} // namespace probity::casework

// Family: plans. A plan's counts and the findings of its check are facts, so that payment survives erasure.
// The content that can be counted (needs, objectives, actions, days) is facts too; what was written is
// sealed, and of it only a fingerprint is a fact, by which plans are compared without opening one.
#pragma once

#include "record/declaration.h"

namespace probity::record::plan {

inline constexpr std::string_view kinds[] = {"resettlement", "sentence"};
inline constexpr FieldDeclaration filed_fields[] = {
    required_code("kind", kinds, "which plan"),
    required("words", Kind::integer, "words", "words written, template text not counted; 0 is a blank plan"),
    optional("needs", Kind::integer, "needs", "needs that the plan names"),
    optional("actions", Kind::integer, "actions", "actions with an owner and a day"),
    sealed("content", Kind::text, "what the plan says"),
    since(2, optional("by", Kind::identifier, "", "who filed it: pseudonymous member of staff")),
    since(2, optional("review_by", Kind::day, "", "day by which it is to be reviewed")),
};
inline constexpr TypeDeclaration filed{.name = "plan.filed",
                                       .meaning = "A plan was filed in the case record",
                                       .entity = "plan",
                                       .fields = filed_fields,
                                       .schema = 2};

inline constexpr std::string_view verdicts[] = {"sound", "not_sound"};
inline constexpr std::string_view timings[] = {"on_time", "late", "no_clock"};
inline constexpr FieldDeclaration checked_fields[] = {
    required_code("verdict", verdicts, "the check's verdict"),
    required("rule", Kind::name, "", "which check, with its version"),
    optional("findings", Kind::names, "",
             "blank, boilerplate, near_copy, needs_without_actions, dates_outside_order"),
    since(2, optional_code("timing", timings, "whether it was filed in time, whatever stands in it")),
    since(2, optional("due", Kind::day, "", "the last day in time; absent when no clock had started")),
    since(2, optional("compared", Kind::integer, "plans", "other people's plans it was compared with")),
};
inline constexpr TypeDeclaration checked{.name = "plan.checked",
                                         .meaning = "A filed plan was checked for content",
                                         .entity = "plan",
                                         .fields = checked_fields,
                                         .schema = 2};

inline constexpr FieldDeclaration drafted_fields[] = {
    required_code("kind", kinds, "which plan"),
    required("by", Kind::identifier, "", "who writes it: pseudonymous member of staff"),
};
inline constexpr TypeDeclaration drafted{.name = "plan.drafted",
                                         .meaning = "Somebody began to write a plan",
                                         .entity = "plan",
                                         .fields = drafted_fields};

inline constexpr std::string_view needs[] = {"accommodation",
                                             "employment_and_education",
                                             "finance_and_debt",
                                             "drugs",
                                             "alcohol",
                                             "mental_health",
                                             "physical_health",
                                             "children_and_family",
                                             "relationships_and_abuse",
                                             "attitudes_and_thinking",
                                             "lifestyle_and_associates"};
inline constexpr FieldDeclaration need_named_fields[] = {
    required_code("need", needs, "what the person needs help or change with"),
};
inline constexpr TypeDeclaration need_named{.name = "plan.need_named",
                                            .meaning = "A plan names a need",
                                            .entity = "plan",
                                            .fields = need_named_fields};

inline constexpr std::string_view objectives[] = {
    "settled_home",  "work_or_training", "less_debt",          "no_drug_use",           "no_alcohol_misuse",
    "better_health", "family_contact",   "safe_relationships", "no_offending_thinking", "other"};
inline constexpr FieldDeclaration objective_set_fields[] = {
    required_code("need", needs, "the need that it answers"),
    required_code("objective", objectives, "what is to be reached"),
    required("by", Kind::day, "", "until when"),
};
inline constexpr TypeDeclaration objective_set{.name = "plan.objective_set",
                                               .meaning = "A plan says what is to be reached, and until when",
                                               .entity = "plan",
                                               .fields = objective_set_fields};

inline constexpr std::string_view actions[] = {"assess",  "refer",    "arrange", "attend", "apply",
                                               "support", "practise", "review",  "other"};
inline constexpr std::string_view owners[] = {"person", "practitioner", "other_body"};
inline constexpr FieldDeclaration action_set_fields[] = {
    required("number", Kind::integer, "", "of the action within the plan; the same again replaces it"),
    required_code("need", needs, "the need that it answers"),
    required_code("action", actions, "what is to be done"),
    required_code("owner", owners, "who does it"),
    required("by", Kind::day, "", "until when"),
};
inline constexpr TypeDeclaration action_set{.name = "plan.action_set",
                                            .meaning =
                                                "A plan says what is to be done, by whom and until when",
                                            .entity = "plan",
                                            .fields = action_set_fields};

inline constexpr std::string_view action_results[] = {"done", "not_needed", "cannot_be_done", "declined"};
inline constexpr FieldDeclaration action_ended_fields[] = {
    required("number", Kind::integer, "", "of the action within the plan"),
    required_code("result", action_results, "what came of it"),
};
inline constexpr TypeDeclaration action_ended{.name = "plan.action_ended",
                                              .meaning = "An action of a plan came to an end",
                                              .entity = "plan",
                                              .fields = action_ended_fields};

inline constexpr FieldDeclaration written_fields[] = {
    required("words", Kind::integer, "words", "words written; the headings of the form are not part of it"),
    required("fingerprint", Kind::amounts, "",
             "the smallest hashes, keyed, of its groups of four words: place → hash, below 2^52"),
    sealed("content", Kind::text, "what was written"),
};
inline constexpr TypeDeclaration written{.name = "plan.written",
                                         .meaning = "The text of a plan was written, in place of any before",
                                         .entity = "plan",
                                         .fields = written_fields};

inline constexpr std::string_view agreements[] = {"agreed", "not_agreed", "could_not_answer"};
inline constexpr FieldDeclaration agreement_recorded_fields[] = {
    required_code("agreement", agreements, "what the person says to it"),
};
inline constexpr TypeDeclaration agreement_recorded{.name = "plan.agreement_recorded",
                                                    .meaning =
                                                        "The person said whether they agree to the plan",
                                                    .entity = "plan",
                                                    .fields = agreement_recorded_fields};

inline constexpr std::string_view despite_reasons[] = {"help_declined", "too_short_a_time",
                                                       "other_bodys_plan_used", "other"};
inline constexpr FieldDeclaration signed_off_fields[] = {
    required("by", Kind::identifier, "", "who signed: pseudonymous member of staff"),
    optional_code("despite", despite_reasons, "why, although the check found faults"),
};
inline constexpr TypeDeclaration signed_off{
    .name = "plan.signed_off",
    .meaning = "Somebody other than its author took responsibility for a filed plan",
    .entity = "plan",
    .fields = signed_off_fields};

inline constexpr std::string_view return_reasons[] = {"faults", "not_agreed_with_person",
                                                      "risk_not_addressed", "other"};
inline constexpr FieldDeclaration returned_fields[] = {
    required_code("reason", return_reasons, "why"),
};
inline constexpr TypeDeclaration returned{
    .name = "plan.returned",
    .meaning = "Somebody other than its author sent a filed plan back to be mended",
    .entity = "plan",
    .fields = returned_fields};

inline constexpr std::string_view review_results[] = {"stands", "to_replace", "ended"};
inline constexpr FieldDeclaration reviewed_fields[] = {
    required_code("result", review_results, "what the review came to"),
    required("by", Kind::identifier, "", "who reviewed it: pseudonymous member of staff"),
    optional("review_by", Kind::day, "", "day of the next review, when it stands"),
};
inline constexpr TypeDeclaration reviewed{.name = "plan.reviewed",
                                          .meaning = "A filed plan was reviewed",
                                          .entity = "plan",
                                          .fields = reviewed_fields};

inline constexpr std::string_view withdrawal_reasons[] = {"opened_in_error", "no_longer_needed"};
inline constexpr FieldDeclaration withdrawn_fields[] = {
    required_code("reason", withdrawal_reasons, "why it is not filed"),
};
inline constexpr TypeDeclaration withdrawn{.name = "plan.withdrawn",
                                           .meaning = "A draft of a plan was given up",
                                           .entity = "plan",
                                           .fields = withdrawn_fields};

} // namespace probity::record::plan

// Family: recall, from the question whether to recall a person on licence to the papers that go to the
// authority which revokes the licence. A recall is an entity of the person's stream. That the licence was
// revoked is custody.recalled.
#pragma once

#include "record/declaration.h"

namespace probity::record::recall {

inline constexpr std::string_view grounds[] = {"risk_increased", "contact_stopped", "both"};
inline constexpr FieldDeclaration considered_fields[] = {
    required_code("ground", grounds, "what raised the question"),
};
inline constexpr TypeDeclaration considered{.name = "recall.considered",
                                            .meaning = "It is to be decided whether to recall the person",
                                            .entity = "recall",
                                            .fields = considered_fields};

inline constexpr std::string_view sentence_groups[] = {"adult_determinate", "youth_determinate", "extended",
                                                       "indeterminate"};
inline constexpr FieldDeclaration answered_fields[] = {
    required_code("sentence_group", sentence_groups, "which rules hold"),
    required("months", Kind::integer, "months", "length of the sentence; 0 for an indeterminate one"),
    optional("newly_charged", Kind::boolean, "", "charged with a new offence; unknown when left out"),
    optional(
        "public_protection", Kind::boolean, "",
        "managed at level 2 or 3, or category 4, of public protection arrangements; unknown when left out"),
    optional("terrorist_or_state_threat", Kind::boolean, "", "of the listed offences; unknown when left out"),
};
inline constexpr TypeDeclaration answered{.name = "recall.answered",
                                          .meaning = "What decides which kinds of recall are open",
                                          .entity = "recall",
                                          .fields = answered_fields};

inline constexpr std::string_view decisions[] = {"fixed_term", "standard", "emergency", "no_recall"};
inline constexpr std::string_view advices[] = {"fixed_term", "standard", "emergency", "no_recall",
                                               "judgement"};
inline constexpr std::string_view reasons[] = {"risk_can_be_managed", "risk_cannot_be_managed",
                                               "contact_restored", "whereabouts_unknown", "other"};
inline constexpr FieldDeclaration decided_fields[] = {
    required_code("advice", advices, "what the rule requires; \"judgement\" where it leaves the choice"),
    required_code("decision", decisions, "what was decided"),
    required_code("reason", reasons, "why"),
    required("alternatives", Kind::names, "",
             "what was tried before: warnings, more_contact, conditions, referral"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who decided"),
    optional("days", Kind::integer, "days", "length of a fixed-term recall"),
};
inline constexpr TypeDeclaration decided{.name = "recall.decided",
                                         .meaning = "It was decided whether to recall the person, and how",
                                         .entity = "recall",
                                         .fields = decided_fields};

inline constexpr std::string_view signatures[] = {"second", "third"};
inline constexpr FieldDeclaration countersigned_fields[] = {
    required_code("signature", signatures,
                  "the second is a senior probation officer's, the third a senior manager's"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who signed"),
};
inline constexpr TypeDeclaration countersigned{.name = "recall.countersigned",
                                               .meaning =
                                                   "Another person took responsibility for the decision",
                                               .entity = "recall",
                                               .fields = countersigned_fields};

inline constexpr TypeDeclaration sent{
    .name = "recall.sent",
    .meaning =
        "The papers of a recall went to the authority that revokes licences, or the letter to the person",
    .entity = "recall"};

inline constexpr std::string_view closing_reasons[] = {"opened_in_error", "died", "in_custody",
                                                       "licence_ended"};
inline constexpr FieldDeclaration closed_fields[] = {
    required_code("reason", closing_reasons, "why nothing was decided"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who closed it"),
};
inline constexpr TypeDeclaration closed{.name = "recall.closed",
                                        .meaning = "The question was closed without an answer",
                                        .entity = "recall",
                                        .fields = closed_fields};

} // namespace probity::record::recall

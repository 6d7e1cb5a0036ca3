// What can be asked for about contact with a victim, an entity whose id the asker makes: a pseudonym.
#pragma once

#include "record/victim.h"

namespace probity::casework::victim {

namespace recorded = record::victim;
using record::optional_code;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration identify_fields[] = {
    required_code("scheme", recorded::schemes, "by law, or offered beyond it"),
};
inline constexpr TypeDeclaration identify{
    .name = "victim.identify",
    .meaning = "Record that there is a victim to whom contact is offered, without saying who",
    .entity = "victim",
    .fields = identify_fields};

inline constexpr TypeDeclaration offer{.name = "victim.offer",
                                       .meaning = "Offer contact to the victim",
                                       .entity = "victim",
                                       .fields = recorded::offered_fields};

inline constexpr TypeDeclaration answer{.name = "victim.answer",
                                        .meaning = "Record whether the victim wants contact",
                                        .entity = "victim",
                                        .fields = recorded::answered_fields};

inline constexpr TypeDeclaration give_notice{.name = "victim.give_notice",
                                             .meaning =
                                                 "Tell the victim of a release, a hearing or a decision",
                                             .entity = "victim",
                                             .fields = recorded::notice_given_fields};

inline constexpr TypeDeclaration make_representations{
    .name = "victim.make_representations",
    .meaning = "Record that the victim made a statement or representations",
    .entity = "victim",
    .fields = recorded::representations_made_fields};

inline constexpr TypeDeclaration ask_condition{.name = "victim.ask_condition",
                                               .meaning = "Record that the victim asks for a condition",
                                               .entity = "victim",
                                               .fields = recorded::condition_asked_fields};

inline constexpr record::FieldDeclaration decide_condition_fields[] = {
    required_code("condition", recorded::conditions, "which condition"),
    required_code("decision", recorded::decisions, "whether the licence has it"),
    optional_code("reason", recorded::refusal_reasons, "why not"),
};
inline constexpr TypeDeclaration decide_condition{
    .name = "victim.decide_condition",
    .meaning = "Decide whether the licence has a condition that the victim asked for",
    .entity = "victim",
    .fields = decide_condition_fields};

} // namespace probity::casework::victim

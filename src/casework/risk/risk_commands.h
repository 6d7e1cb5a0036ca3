// What can be asked for about risk of serious harm and the hand-over that its rise may need. An escalation is
// an entity, whose id the program makes from the command that raises it.
#pragma once

#include "record/risk.h"

namespace probity::casework::risk {

namespace recorded = record::risk;
using record::Kind;
using record::optional;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration judge_harm_fields[] = {
    required_code("level", recorded::harm_levels, "overall: the highest over all groups"),
    optional("groups", Kind::names, "",
             "group=level, such as children=low; the judgement behind the overall level"),
};
inline constexpr TypeDeclaration judge_harm{
    .name = "risk.judge_harm", .meaning = "Judge the risk of serious harm", .fields = judge_harm_fields};

inline constexpr record::FieldDeclaration escalate_fields[] = {
    required("to", Kind::name, "", "the body that is to take the person over"),
};
inline constexpr TypeDeclaration escalate{
    .name = "risk.escalate",
    .meaning = "Ask another body to take the person over, because risk of serious harm may be high",
    .fields = escalate_fields};

inline constexpr TypeDeclaration ask_information{.name = "risk.ask_information",
                                                 .meaning =
                                                     "Ask the body that raised it for more information",
                                                 .entity = "escalation"};

inline constexpr TypeDeclaration give_information{.name = "risk.give_information",
                                                  .meaning = "Give the information that was asked for",
                                                  .entity = "escalation"};

inline constexpr record::FieldDeclaration accept_fields[] = {
    required("team", Kind::name, "", "the duty team that holds the case from now on"),
    optional("continuity", Kind::integer, "weeks",
             "weeks for which the practitioner so far goes on working with the person; 0 when not said"),
};
inline constexpr TypeDeclaration accept{.name = "risk.accept",
                                        .meaning = "Take the person over with everything that is theirs",
                                        .entity = "escalation",
                                        .fields = accept_fields};

inline constexpr record::FieldDeclaration send_back_fields[] = {
    required_code("reason", recorded::return_reasons, "why the person stays where they are"),
};
inline constexpr TypeDeclaration send_back{.name = "risk.send_back",
                                           .meaning = "Refuse to take the person over, with the reason",
                                           .entity = "escalation",
                                           .fields = send_back_fields};

inline constexpr TypeDeclaration withdraw{.name = "risk.withdraw",
                                          .meaning = "Withdraw the request: whoever raised it no longer asks",
                                          .entity = "escalation"};

} // namespace probity::casework::risk

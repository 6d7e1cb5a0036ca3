// Family: supervision, a transfer of a person with everything that is open about them to another body.
#pragma once

#include "record/declaration.h"

namespace probity::record::transfer {

inline constexpr std::string_view reasons[] = {"change_of_address", "released_to_area",     "better_placed",
                                               "risk_to_staff",     "conflict_of_interest", "other"};
inline constexpr FieldDeclaration requested_fields[] = {
    required("from", Kind::name, "", "the body that answers for the person, until the other accepts"),
    required("to", Kind::name, "", "the body that is to take the person over"),
    required_code("reason", reasons, "why"),
    required("components", Kind::names, "", "all that moves, as order:ID, requirement:ID, appointment:ID, …"),
    optional("clocks", Kind::names, "", "what was owed then, as kind=due day"),
};
inline constexpr TypeDeclaration requested{.name = "supervision.transfer_requested",
                                           .meaning = "Another body was asked to take over the person, whole",
                                           .entity = "transfer",
                                           .fields = requested_fields};

inline constexpr FieldDeclaration amended_fields[] = {
    required("components", Kind::names, "", "all that moves, as it stands now"),
};
inline constexpr TypeDeclaration amended{.name = "supervision.transfer_amended",
                                         .meaning = "What moves was brought up to date",
                                         .entity = "transfer",
                                         .fields = amended_fields};

inline constexpr FieldDeclaration accepted_fields[] = {
    optional("clocks", Kind::names, "", "what was owed then and crosses, as kind=due day"),
};
inline constexpr TypeDeclaration accepted{.name = "supervision.transfer_accepted",
                                          .meaning = "The receiving body took the person over, whole",
                                          .entity = "transfer",
                                          .fields = accepted_fields};

inline constexpr std::string_view refusal_reasons[] = {"wrong_area",        "information_missing",
                                                       "outcomes_missing",  "order_about_to_end",
                                                       "risk_not_assessed", "other"};
inline constexpr FieldDeclaration refused_fields[] = {
    required_code("reason", refusal_reasons, "why the person stays where they are"),
};
inline constexpr TypeDeclaration refused{.name = "supervision.transfer_refused",
                                         .meaning = "The receiving body did not take the person over",
                                         .entity = "transfer",
                                         .fields = refused_fields};

inline constexpr TypeDeclaration withdrawn{.name = "supervision.transfer_withdrawn",
                                           .meaning = "The sending body keeps the person",
                                           .entity = "transfer"};

inline constexpr TypeDeclaration completed{
    .name = "supervision.transfer_completed",
    .meaning = "The receiving body has allocated the person and seen them: the transfer is over",
    .entity = "transfer"};

} // namespace probity::record::transfer

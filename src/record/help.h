// Family: help. One entity for each need: needed, arranged, received, and what came of it. That somebody was
// told where to go is an event of its own, which is not help received.
#pragma once

#include "record/plan.h"

namespace probity::record::help {

inline constexpr std::string_view sources[] = {"assessment", "custody_screening", "plan", "person_asked",
                                               "other"};
inline constexpr FieldDeclaration needed_fields[] = {
    required_code("kind", plan::needs, "what the person needs help with"),
    required_code("source", sources, "how it came to be known"),
};
inline constexpr TypeDeclaration needed{.name = "help.needed",
                                        .meaning = "It was found that the person needs help",
                                        .entity = "help",
                                        .fields = needed_fields};

inline constexpr FieldDeclaration signposted_fields[] = {
    required("to", Kind::name, "", "body that the person was told of"),
};
inline constexpr TypeDeclaration signposted{
    .name = "help.signposted",
    .meaning = "The person was told where help is to be had, and left to go there; stops no clock",
    .entity = "help",
    .fields = signposted_fields};

inline constexpr FieldDeclaration arranged_fields[] = {
    required("body", Kind::name, "", "who gives the help and has agreed to"),
    required("starts", Kind::day, "", "day on which it is to begin"),
};
inline constexpr TypeDeclaration arranged{.name = "help.arranged",
                                          .meaning = "A body agreed to give the help, from a day on",
                                          .entity = "help",
                                          .fields = arranged_fields};

inline constexpr std::string_view confirmations[] = {"seen", "body", "person"};
inline constexpr FieldDeclaration received_fields[] = {
    required("body", Kind::name, "", "who gave it"),
    required_code("confirmed", confirmations, "who says so: seen by staff, the body itself, the person"),
};
inline constexpr TypeDeclaration received{.name = "help.received",
                                          .meaning = "The person received help; one event each time",
                                          .entity = "help",
                                          .fields = received_fields};

inline constexpr std::string_view decline_reasons[] = {"wants_no_help", "has_help_elsewhere", "time_or_place",
                                                       "distrusts_body", "other"};
inline constexpr FieldDeclaration declined_fields[] = {
    required_code("reason", decline_reasons, "why the person does not want it"),
};
inline constexpr TypeDeclaration declined{.name = "help.declined",
                                          .meaning = "The person does not want the help",
                                          .entity = "help",
                                          .fields = declined_fields};

inline constexpr std::string_view withdrawal_reasons[] = {"no_place",     "not_eligible", "body_closed",
                                                          "not_attended", "moved_away",   "other"};
inline constexpr FieldDeclaration withdrawn_fields[] = {
    required_code("reason", withdrawal_reasons, "why the body does not give it"),
};
inline constexpr TypeDeclaration withdrawn{
    .name = "help.withdrawn",
    .meaning = "What was arranged is not given, or no longer; the need goes on",
    .entity = "help",
    .fields = withdrawn_fields};

inline constexpr std::string_view results[] = {"met", "partly_met", "not_met", "resolved_otherwise"};
inline constexpr FieldDeclaration concluded_fields[] = {
    required_code("result", results, "what became of the need"),
};
inline constexpr TypeDeclaration concluded{.name = "help.concluded",
                                           .meaning =
                                               "What came of the help was recorded; the need is closed",
                                           .entity = "help",
                                           .fields = concluded_fields};

} // namespace probity::record::help

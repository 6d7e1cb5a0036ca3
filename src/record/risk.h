// Family: risk.
#pragma once

#include "record/declaration.h"

namespace probity::record::risk {

inline constexpr std::string_view harm_levels[] = {"low", "medium", "high", "very_high"};
inline constexpr FieldDeclaration harm_level_judged_fields[] = {
    required_code("level", harm_levels, "overall: the highest over all groups"),
    optional("groups", Kind::names, "", "group=level, such as children=low"),
    since(2, optional("by", Kind::identifier, "", "pseudonymous member of staff whose judgement it is")),
};
inline constexpr TypeDeclaration harm_level_judged{.name = "risk.harm_level_judged",
                                                   .meaning = "The risk of serious harm was judged",
                                                   .fields = harm_level_judged_fields,
                                                   .schema = 2};

inline constexpr FieldDeclaration escalation_raised_fields[] = {
    required("from", Kind::name, "", "the body that answers for the person and asks"),
    required("to", Kind::name, "", "the body that is to take the person over"),
};
inline constexpr TypeDeclaration escalation_raised{
    .name = "risk.escalation_raised",
    .meaning = "Another body was asked to take the person over, because risk of serious harm may be high",
    .entity = "escalation",
    .fields = escalation_raised_fields};

inline constexpr TypeDeclaration information_asked{
    .name = "risk.information_asked",
    .meaning = "The receiving body asked for more information: the clock runs on the other side",
    .entity = "escalation"};

inline constexpr TypeDeclaration information_given{
    .name = "risk.information_given",
    .meaning = "The information was given: the clock runs on the receiving side again",
    .entity = "escalation"};

inline constexpr FieldDeclaration escalation_accepted_fields[] = {
    required("continuity", Kind::integer, "weeks",
             "weeks for which the practitioner so far goes on working with the person"),
};
inline constexpr TypeDeclaration escalation_accepted{.name = "risk.escalation_accepted",
                                                     .meaning = "The receiving body took the person over",
                                                     .entity = "escalation",
                                                     .fields = escalation_accepted_fields};

inline constexpr std::string_view return_reasons[] = {"risk_not_high", "information_missing",
                                                      "order_about_to_end", "other"};
inline constexpr FieldDeclaration escalation_returned_fields[] = {
    required_code("reason", return_reasons, "why the person stays where they are"),
};
inline constexpr TypeDeclaration escalation_returned{.name = "risk.escalation_returned",
                                                     .meaning =
                                                         "The receiving body did not take the person over",
                                                     .entity = "escalation",
                                                     .fields = escalation_returned_fields};

inline constexpr TypeDeclaration escalation_withdrawn{.name = "risk.escalation_withdrawn",
                                                      .meaning = "The request to take the person over was "
                                                                 "withdrawn",
                                                      .entity = "escalation"};

// What is known afterwards has a type of its own, supervision.activity_summarised.
inline constexpr FieldDeclaration factors_recorded_fields[] = {
    required("source", Kind::name, "", "data set whose columns these are"),
    optional("numbers", Kind::amounts, "", "column → whole number; of a yes or no 1 or 0"),
    optional("at_least", Kind::names, "", "columns whose number means this or more"),
    optional("levels", Kind::names, "", "column=category, in the words of the source"),
};
inline constexpr TypeDeclaration factors_recorded{
    .name = "risk.factors_recorded",
    .meaning = "What a source knew of the person at the valid time, column by column",
    .fields = factors_recorded_fields};

} // namespace probity::record::risk

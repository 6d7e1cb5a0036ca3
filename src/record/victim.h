// Family: victim. Contact with the victim of a person's offence. The victim is an entity under a pseudonym;
// who it is stands in a part sealed under the victim's own key, which no command, list or figure reads.
#pragma once

#include "record/declaration.h"

namespace probity::record::victim {

inline constexpr std::string_view schemes[] = {"discretionary", "statutory"};
inline constexpr FieldDeclaration identified_fields[] = {
    required_code("scheme", schemes, "by law, or offered beyond it"),
    sealed("identity", Kind::text, "who it is and how to reach them"),
};
inline constexpr TypeDeclaration identified{.name = "victim.identified",
                                            .meaning = "A victim was found to whom contact is offered",
                                            .entity = "victim",
                                            .fields = identified_fields};

inline constexpr std::string_view means[] = {"letter", "telephone", "visit"};
inline constexpr FieldDeclaration offered_fields[] = {
    required_code("by", means, "how it was offered"),
};
inline constexpr TypeDeclaration offered{.name = "victim.contact_offered",
                                         .meaning = "Contact was offered to the victim",
                                         .entity = "victim",
                                         .fields = offered_fields};

inline constexpr std::string_view answers[] = {"opted_in", "opted_out"};
inline constexpr FieldDeclaration answered_fields[] = {
    required_code("answer", answers, "whether the victim wants contact"),
};
inline constexpr TypeDeclaration answered{
    .name = "victim.contact_answered",
    .meaning = "The victim said whether they want contact; the last word counts",
    .entity = "victim",
    .fields = answered_fields};

inline constexpr std::string_view matters[] = {"decision", "hearing", "release"};
inline constexpr FieldDeclaration notice_given_fields[] = {
    required_code("about", matters, "what the victim was told of"),
    required("day", Kind::day, "", "the day of it, as known when the victim was told"),
};
inline constexpr TypeDeclaration notice_given{.name = "victim.notice_given",
                                              .meaning =
                                                  "The victim was told of a release, a hearing or a decision",
                                              .entity = "victim",
                                              .fields = notice_given_fields};

inline constexpr std::string_view occasions[] = {"hearing", "release"};
inline constexpr FieldDeclaration representations_made_fields[] = {
    required_code("for", occasions, "what they are to be heard on"),
};
inline constexpr TypeDeclaration representations_made{.name = "victim.representations_made",
                                                      .meaning =
                                                          "The victim made a statement or representations",
                                                      .entity = "victim",
                                                      .fields = representations_made_fields};

inline constexpr std::string_view conditions[] = {"exclusion_zone", "no_contact", "other_condition"};
inline constexpr FieldDeclaration condition_asked_fields[] = {
    required_code("condition", conditions, "what the licence is to say"),
};
inline constexpr TypeDeclaration condition_asked{.name = "victim.condition_asked",
                                                 .meaning = "The victim asked for a condition of the licence",
                                                 .entity = "victim",
                                                 .fields = condition_asked_fields};

inline constexpr std::string_view decisions[] = {"included", "refused"};
inline constexpr std::string_view refusal_reasons[] = {"disproportionate", "covered_by_another",
                                                       "cannot_be_enforced"};
inline constexpr FieldDeclaration condition_decided_fields[] = {
    required_code("condition", conditions, "which condition"),
    required_code("decision", decisions, "whether the licence has it"),
    optional_code("reason", refusal_reasons, "why not"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who decided"),
};
inline constexpr TypeDeclaration condition_decided{
    .name = "victim.condition_decided",
    .meaning = "It was decided whether the licence has the condition that the victim asked for",
    .entity = "victim",
    .fields = condition_decided_fields};

} // namespace probity::record::victim

// Family: court_report. A report before sentence, from the court's asking to what the court imposed.
#pragma once

#include "record/declaration.h"
#include "record/sentence.h"

namespace probity::record::court_report {

inline constexpr std::string_view types[] = {"oral", "fast", "standard"};
inline constexpr FieldDeclaration asked_fields[] = {
    required_code("type", types, "how it is to be delivered"),
    required("due", Kind::day, "", "the day to which the court put the case back"),
    optional("court", Kind::name, "", "the court that asks"),
};
inline constexpr TypeDeclaration asked{.name = "court_report.asked",
                                       .meaning = "A court asked for a report before sentence",
                                       .entity = "report",
                                       .fields = asked_fields};

inline constexpr FieldDeclaration allocated_fields[] = {
    required("author", Kind::identifier, "", "pseudonymous member of staff who writes it"),
};
inline constexpr TypeDeclaration allocated{.name = "court_report.allocated",
                                           .meaning = "A report was given to its author",
                                           .entity = "report",
                                           .fields = allocated_fields};

inline constexpr std::string_view answers[] = {"suitable", "not_suitable", "not_known"};
inline constexpr std::string_view asked_of[] = {
    "childrens_services", "court_record",      "householder", "person", "police",
    "provider",           "treatment_provider"};
inline constexpr FieldDeclaration suitability_answered_fields[] = {
    required_code("requirement", sentence::requirements, "which requirement it is about"),
    required_code("answer", answers, "whether the person can do it"),
    required("asked", Kind::names, "", "who was asked: police, householder, provider and the like"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who asked"),
};
inline constexpr TypeDeclaration suitability_answered{
    .name = "court_report.suitability_answered",
    .meaning = "It was found out whether a requirement suits the person; a later answer replaces it",
    .entity = "report",
    .fields = suitability_answered_fields};

inline constexpr std::string_view adjournment_sides[] = {"court", "defence", "service"};
inline constexpr std::string_view adjournment_reasons[] = {"information_missing", "not_ready",
                                                           "person_did_not_attend", "other_proceedings"};
inline constexpr FieldDeclaration adjourned_fields[] = {
    required("due", Kind::day, "", "the day to which the case was put back again"),
    required_code("asked_by", adjournment_sides, "whose wish it was"),
    required_code("reason", adjournment_reasons, "why"),
};
inline constexpr TypeDeclaration adjourned{.name = "court_report.adjourned",
                                           .meaning = "The court put the case back before it had the report",
                                           .entity = "report",
                                           .fields = adjourned_fields};

inline constexpr std::string_view sentences[] = {
    "community_order", "conditional_discharge", "custody", "fine", "other", "suspended_sentence_order"};
inline constexpr FieldDeclaration delivered_fields[] = {
    required_code("proposal", sentences, "the sentence proposed"),
    optional("requirements", Kind::names, "", "the requirements proposed"),
    required("by", Kind::identifier, "", "pseudonymous member of staff who delivered it"),
};
inline constexpr TypeDeclaration delivered{.name = "court_report.delivered",
                                           .meaning = "The court had the report, in writing or by word",
                                           .entity = "report",
                                           .fields = delivered_fields};

inline constexpr std::string_view withdrawal_reasons[] = {"court_no_longer_asks", "asked_in_error",
                                                          "charge_dropped"};
inline constexpr FieldDeclaration withdrawn_fields[] = {
    required_code("reason", withdrawal_reasons, "why it is not written"),
};
inline constexpr TypeDeclaration withdrawn{.name = "court_report.withdrawn",
                                           .meaning = "The report is no longer asked for",
                                           .entity = "report",
                                           .fields = withdrawn_fields};

inline constexpr FieldDeclaration sentenced_fields[] = {
    required_code("sentence", sentences, "what the court imposed"),
    optional("requirements", Kind::names, "", "with which requirements"),
};
inline constexpr TypeDeclaration sentenced{.name = "court_report.sentenced",
                                           .meaning = "The court passed sentence, with the report or without",
                                           .entity = "report",
                                           .fields = sentenced_fields};

} // namespace probity::record::court_report

// What can be asked for about a report before sentence, an entity whose id the asker makes.
#pragma once

#include "record/court_report.h"

namespace probity::casework::court_report {

namespace recorded = record::court_report;
using record::Kind;
using record::optional;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr TypeDeclaration ask{.name = "court_report.ask",
                                     .meaning = "Record that a court asks for a report before sentence",
                                     .entity = "report",
                                     .fields = recorded::asked_fields};

inline constexpr TypeDeclaration allocate{.name = "court_report.allocate",
                                          .meaning = "Give a report to its author",
                                          .entity = "report",
                                          .fields = recorded::allocated_fields};

inline constexpr record::FieldDeclaration answer_suitability_fields[] = {
    required_code("requirement", record::sentence::requirements, "which requirement it is about"),
    required_code("answer", recorded::answers, "whether the person can do it"),
    required("asked", Kind::names, "", "who was asked: police, householder, provider and the like"),
};
inline constexpr TypeDeclaration answer_suitability{
    .name = "court_report.answer_suitability",
    .meaning = "Record whether a requirement suits the person, and who was asked",
    .entity = "report",
    .fields = answer_suitability_fields};

inline constexpr TypeDeclaration adjourn{.name = "court_report.adjourn",
                                         .meaning = "Record that the court put the case back again",
                                         .entity = "report",
                                         .fields = recorded::adjourned_fields};

inline constexpr record::FieldDeclaration deliver_fields[] = {
    required_code("proposal", recorded::sentences, "the sentence proposed"),
    optional("requirements", Kind::names, "", "the requirements proposed"),
};
inline constexpr TypeDeclaration deliver{.name = "court_report.deliver",
                                         .meaning = "Deliver the report to the court",
                                         .entity = "report",
                                         .fields = deliver_fields};

inline constexpr TypeDeclaration withdraw{.name = "court_report.withdraw",
                                          .meaning = "Record that the report is no longer asked for",
                                          .entity = "report",
                                          .fields = recorded::withdrawn_fields};

inline constexpr TypeDeclaration sentence{.name = "court_report.sentence",
                                          .meaning = "Record what the court imposed",
                                          .entity = "report",
                                          .fields = recorded::sentenced_fields};

} // namespace probity::casework::court_report

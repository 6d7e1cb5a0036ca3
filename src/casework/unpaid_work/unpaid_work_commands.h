// What can be asked for about unpaid work: a place on a session, and what came of it. The session is named by
// its stream; a failure is answered by the commands of enforcement, with appointment=SESSION.
#pragma once

#include "record/unpaid_work.h"

namespace probity::casework::unpaid_work {

namespace recorded = record::unpaid_work;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration offer_place_fields[] = {
    required("session", Kind::identifier, "", "stream of the session"),
    required("starts", Kind::instant, "", "planned start of the session"),
    optional("minutes", Kind::integer, "minutes", "planned length of the session"),
    optional("overlap", Kind::boolean, "", "it may overlap an appointment"),
};
inline constexpr TypeDeclaration offer_place{.name = "unpaid_work.offer_place",
                                             .meaning = "Offer the person a place on a session",
                                             .fields = offer_place_fields};

inline constexpr record::FieldDeclaration record_attendance_fields[] = {
    required("session", Kind::identifier, "", "stream of the session"),
    required_code("attendance", recorded::attendances, "what came of it"),
    optional("minutes_credited", Kind::integer, "minutes", "minutes that count towards the requirement"),
    optional_code("service_reason", recorded::stand_down_reasons, "why the service let it fall"),
    optional_code("reason", record::appointment::absence_reasons, "why an absence is acceptable"),
};
inline constexpr TypeDeclaration record_attendance{.name = "unpaid_work.record_attendance",
                                                   .meaning = "Say what came of a place on a session",
                                                   .fields = record_attendance_fields};

inline constexpr std::string_view correction_reasons[] = {"entered_wrongly", "evidence_came_later",
                                                          "wrong_person", "dispute_upheld"};
inline constexpr record::FieldDeclaration correct_attendance_fields[] = {
    required("session", Kind::identifier, "", "stream of the session"),
    required_code("attendance", recorded::attendances, "what really came of it"),
    required_code("because", correction_reasons, "why the first entry is not right; it stays readable"),
    optional("minutes_credited", Kind::integer, "minutes", "minutes that count towards the requirement"),
    optional_code("service_reason", recorded::stand_down_reasons, "why the service let it fall"),
    optional_code("reason", record::appointment::absence_reasons, "why an absence is acceptable"),
};
inline constexpr TypeDeclaration correct_attendance{.name = "unpaid_work.correct_attendance",
                                                    .meaning = "Correct what came of a place on a session",
                                                    .fields = correct_attendance_fields};

} // namespace probity::casework::unpaid_work

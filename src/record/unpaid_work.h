// Family: unpaid work. The session's stream holds its schedule and whether it was held; what concerns a
// person stands on that person's stream and cites the session.
#pragma once

#include "record/appointment.h"

namespace probity::record::unpaid_work {

inline constexpr FieldDeclaration session_scheduled_fields[] = {
    required("starts", Kind::instant, "", "planned start"),
    required("places", Kind::integer, "people", "places offered"),
    optional("project", Kind::name, "", "code of the project"),
};
inline constexpr TypeDeclaration session_scheduled{.name = "unpaid_work.session_scheduled",
                                                   .meaning = "A session was planned",
                                                   .stream = StreamKind::session,
                                                   .fields = session_scheduled_fields};

inline constexpr FieldDeclaration session_held_fields[] = {
    required("arrived", Kind::integer, "people", "people who came"),
    required("sent_home", Kind::integer, "people", "people sent home by the service"),
    required("supervisor_present", Kind::boolean, "", "a supervisor was there"),
};
inline constexpr TypeDeclaration session_held{.name = "unpaid_work.session_held",
                                              .meaning = "A session took place",
                                              .stream = StreamKind::session,
                                              .fields = session_held_fields};

inline constexpr std::string_view stand_down_reasons[] = {"supervisor_absent", "vehicle",     "weather",
                                                          "oversubscribed",    "site_closed", "other"};
inline constexpr FieldDeclaration session_cancelled_fields[] = {
    required_code("reason", stand_down_reasons, "why it was stood down"),
};
inline constexpr TypeDeclaration session_cancelled{.name = "unpaid_work.session_cancelled",
                                                   .meaning = "A session was stood down",
                                                   .stream = StreamKind::session,
                                                   .fields = session_cancelled_fields};

inline constexpr FieldDeclaration place_allocated_fields[] = {
    required("session", Kind::identifier, "", "stream of the session"),
    required("starts", Kind::instant, "", "planned start of the session"),
    since(2, optional("minutes", Kind::integer, "minutes", "planned length of the session")),
};
inline constexpr TypeDeclaration place_allocated{.name = "unpaid_work.place_allocated",
                                                 .meaning = "Work was arranged: a place on a session",
                                                 .entity = "requirement",
                                                 .fields = place_allocated_fields,
                                                 .schema = 2};

inline constexpr std::string_view attendances[] = {"worked",
                                                   "unacceptable_absence",
                                                   "acceptable_absence",
                                                   "sent_home_service",
                                                   "sent_home_behaviour",
                                                   "stood_down",
                                                   "failed_to_attend_reason_pending"};
inline constexpr FieldDeclaration attendance_recorded_fields[] = {
    required("session", Kind::identifier, "", "stream of the session"),
    required_code("attendance", attendances, "what came of it"),
    optional("minutes_credited", Kind::integer, "minutes", "minutes that count towards the requirement"),
    since(2, optional_code("service_reason", stand_down_reasons,
                           "why the service sent the person home or stood the session down")),
    since(2, optional_code("reason", appointment::absence_reasons, "why an absence is acceptable")),
};
inline constexpr TypeDeclaration attendance_recorded{.name = "unpaid_work.attendance_recorded",
                                                     .meaning = "What came of a person's place on a session",
                                                     .entity = "requirement",
                                                     .fields = attendance_recorded_fields,
                                                     .schema = 2};

} // namespace probity::record::unpaid_work

// Family: appointments. Valid time is the act recorded: scheduling is valid when it was arranged, an outcome
// when the appointment took place; the planned start is a field.
#pragma once

#include "record/declaration.h"

namespace probity::record::appointment {

inline constexpr std::string_view modes[] = {"office", "home_visit", "video", "telephone",
                                             "kiosk",  "doorstep",   "group", "other_place"};
inline constexpr std::string_view purposes[] = {
    "initial", "supervision", "programme", "rehabilitation_activity", "unpaid_work_induction", "other"};
inline constexpr FieldDeclaration scheduled_fields[] = {
    required("starts", Kind::instant, "", "planned start"),
    required_code("mode", modes, "how they are to meet"),
    optional_code("purpose", purposes, "what for"),
    optional("face_to_face", Kind::boolean, "", "in one room, or by video where the measure says so"),
    since(2, optional("minutes", Kind::integer, "minutes", "planned length")),
    since(3, optional("place", Kind::name, "", "code of the place")),
};
inline constexpr TypeDeclaration scheduled{.name = "appointment.scheduled",
                                           .meaning = "An appointment was arranged and the person told",
                                           .entity = "appointment",
                                           .fields = scheduled_fields,
                                           .schema = 3};

inline constexpr std::string_view sides[] = {"service", "person"};
inline constexpr FieldDeclaration rescheduled_fields[] = {
    required("starts", Kind::instant, "", "the new planned start"),
    required_code("asked_by", sides, "whose wish it was"),
};
inline constexpr TypeDeclaration rescheduled{.name = "appointment.rescheduled",
                                             .meaning = "An appointment was moved",
                                             .entity = "appointment",
                                             .fields = rescheduled_fields};

inline constexpr FieldDeclaration cancelled_fields[] = {
    required_code("by", sides, "which side called it off"),
};
inline constexpr TypeDeclaration cancelled{.name = "appointment.cancelled",
                                           .meaning = "An appointment was called off before it began",
                                           .entity = "appointment",
                                           .fields = cancelled_fields};

inline constexpr std::string_view absence_reasons[] = {
    "medical",   "employment", "court_or_prison",        "religious", "bereavement",
    "childcare", "holiday",    "practitioner_judgement", "other"};
inline constexpr FieldDeclaration absence_agreed_fields[] = {
    required_code("reason", absence_reasons, "why the person will not come"),
};
inline constexpr TypeDeclaration absence_agreed{
    .name = "appointment.absence_agreed",
    .meaning = "It was agreed beforehand that the person will not come; the absence is acceptable",
    .entity = "appointment",
    .fields = absence_agreed_fields};

inline constexpr std::string_view outcomes[] = {"attended_complied",
                                                "attended_failed_to_comply",
                                                "attended_sent_home_behaviour",
                                                "attended_sent_home_service",
                                                "acceptable_absence",
                                                "unacceptable_absence",
                                                "failed_to_attend_reason_pending"};
inline constexpr FieldDeclaration outcome_recorded_fields[] = {
    required_code("outcome", outcomes, "what came of it"),
    optional_code("mode", modes, "how they met"),
    optional("minutes", Kind::integer, "minutes", "time together"),
    since(2, optional_code("reason", absence_reasons, "why an absence is acceptable")),
    since(3, sealed("note", Kind::text, "what was said and seen")),
    since(3, sealed("sensitive", Kind::boolean, "the note is not for the person to read")),
};
inline constexpr TypeDeclaration outcome_recorded{.name = "appointment.outcome_recorded",
                                                  .meaning = "What came of an appointment; valid on its day",
                                                  .entity = "appointment",
                                                  .fields = outcome_recorded_fields,
                                                  .schema = 3};

inline constexpr TypeDeclaration follow_up_started{.name = "appointment.follow_up_started",
                                                   .meaning =
                                                       "Someone began to follow up a missed appointment",
                                                   .entity = "appointment"};

} // namespace probity::record::appointment

// What can be asked for about appointments. A command is declared, read and checked as an event is; its
// entity is the appointment, whose id the asker makes when it is arranged.
#pragma once

#include "record/appointment_planning.h"

namespace probity::casework::appointment {

namespace recorded = record::appointment;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::sealed;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration arrange_fields[] = {
    required("starts", Kind::instant, "", "planned start"),
    required_code("mode", recorded::modes, "how they are to meet"),
    optional_code("purpose", recorded::purposes, "what for"),
    optional("face_to_face", Kind::boolean, "", "in one room, or by video where the measure says so"),
    optional("minutes", Kind::integer, "minutes", "planned length; half an hour when not said"),
    optional("place", Kind::name, "", "code of the place"),
    optional("overlap", Kind::boolean, "", "it may overlap another appointment"),
    optional("opened", Kind::boolean, "", "the place opens for it on a bank holiday"),
    optional_code("safety", recorded::safety_measures, "how it is made safe"),
};
inline constexpr TypeDeclaration arrange{.name = "appointment.arrange",
                                         .meaning = "Arrange an appointment and tell the person",
                                         .entity = "appointment",
                                         .fields = arrange_fields};

inline constexpr record::FieldDeclaration move_fields[] = {
    required("starts", Kind::instant, "", "the new planned start"),
    required_code("asked_by", recorded::sides, "whose wish it is"),
    optional("overlap", Kind::boolean, "", "it may overlap another appointment"),
    optional("opened", Kind::boolean, "", "the place opens for it on a bank holiday"),
    optional_code("safety", recorded::safety_measures, "how it is made safe"),
};
inline constexpr TypeDeclaration move{.name = "appointment.move",
                                      .meaning = "Move an appointment that has no outcome yet",
                                      .entity = "appointment",
                                      .fields = move_fields};

inline constexpr record::FieldDeclaration cancel_fields[] = {
    required_code("by", recorded::sides, "which side calls it off"),
};
inline constexpr TypeDeclaration cancel{.name = "appointment.cancel",
                                        .meaning = "Call off an appointment before it begins",
                                        .entity = "appointment",
                                        .fields = cancel_fields};

inline constexpr record::FieldDeclaration agree_absence_fields[] = {
    required_code("reason", recorded::absence_reasons, "why the person will not come"),
};
inline constexpr TypeDeclaration agree_absence{.name = "appointment.agree_absence",
                                               .meaning =
                                                   "Agree, before it begins, that the person will not come",
                                               .entity = "appointment",
                                               .fields = agree_absence_fields};

inline constexpr record::FieldDeclaration record_outcome_fields[] = {
    required_code("outcome", recorded::outcomes, "what came of it"),
    optional_code("mode", recorded::modes, "how they met; as arranged when not said"),
    optional("minutes", Kind::integer, "minutes", "time together"),
    optional_code("reason", recorded::absence_reasons, "why an absence is acceptable"),
    sealed("note", Kind::text, "what was said and seen; sealed, at most 12,000 characters"),
    sealed("sensitive", Kind::boolean, "the note is not for the person to read; said of every note"),
};
inline constexpr TypeDeclaration record_outcome{.name = "appointment.record_outcome",
                                                .meaning = "Say what came of an appointment",
                                                .entity = "appointment",
                                                .fields = record_outcome_fields};

inline constexpr std::string_view correction_reasons[] = {"entered_wrongly", "evidence_came_later",
                                                          "wrong_person", "dispute_upheld"};
inline constexpr record::FieldDeclaration correct_outcome_fields[] = {
    required_code("outcome", recorded::outcomes, "what really came of it"),
    required_code("because", correction_reasons, "why the first entry is not right; it stays readable"),
    optional_code("mode", recorded::modes, "how they met"),
    optional("minutes", Kind::integer, "minutes", "time together"),
    optional_code("reason", recorded::absence_reasons, "why an absence is acceptable"),
    sealed("note", Kind::text, "what was said and seen; sealed, at most 12,000 characters"),
    sealed("sensitive", Kind::boolean, "the note is not for the person to read; said of every note"),
};
inline constexpr TypeDeclaration correct_outcome{.name = "appointment.correct_outcome",
                                                 .meaning = "Correct the outcome of an appointment",
                                                 .entity = "appointment",
                                                 .fields = correct_outcome_fields};

} // namespace probity::casework::appointment

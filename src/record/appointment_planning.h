// Family appointments, continued: series, amendments, absences accepted for days to come, and what is known
// of places and visits that may not be safe.
#pragma once

#include "record/appointment.h"

namespace probity::record::appointment {

inline constexpr std::string_view series_units[] = {"day", "week"};
inline constexpr FieldDeclaration series_arranged_fields[] = {
    required("every", Kind::integer, "", "so many units from one to the next"),
    required_code("unit", series_units, "days or weeks"),
    required("kept", Kind::integer, "appointments", "how many were arranged; each is an event of its own"),
    optional("skipped", Kind::names, "", "those that were left out, each as day=what was in the way"),
};
inline constexpr TypeDeclaration series_arranged{.name = "appointment.series_arranged",
                                                 .meaning = "Appointments were arranged that repeat",
                                                 .entity = "series",
                                                 .fields = series_arranged_fields};

inline constexpr FieldDeclaration amended_fields[] = {
    optional_code("mode", modes, "how they are to meet from now on"),
    optional_code("purpose", purposes, "what for"),
    optional("minutes", Kind::integer, "minutes", "planned length"),
    optional("place", Kind::name, "", "code of the place"),
};
inline constexpr TypeDeclaration amended{.name = "appointment.amended",
                                         .meaning = "An appointment was changed; its time was not",
                                         .entity = "appointment",
                                         .fields = amended_fields};

inline constexpr FieldDeclaration absence_accepted_fields[] = {
    required("from", Kind::day, "", "first day"),
    required("last", Kind::day, "", "last day"),
    required_code("reason", absence_reasons, "why the person cannot come"),
};
inline constexpr TypeDeclaration absence_accepted{
    .name = "appointment.absence_accepted",
    .meaning = "It was accepted beforehand that the person cannot come on certain days",
    .entity = "absence",
    .fields = absence_accepted_fields};

inline constexpr std::string_view absence_withdrawals[] = {"entered_wrongly", "not_needed",
                                                           "not_as_described"};
inline constexpr FieldDeclaration absence_withdrawn_fields[] = {
    required_code("reason", absence_withdrawals, "why"),
};
inline constexpr TypeDeclaration absence_withdrawn{
    .name = "appointment.absence_withdrawn",
    .meaning =
        "The rest of an accepted absence no longer stands; what was agreed for single appointments does",
    .entity = "absence",
    .fields = absence_withdrawn_fields};

inline constexpr std::string_view place_dangers[] = {"animal",       "building",           "no_help_near",
                                                     "no_signal",    "other_people_there", "threats_there",
                                                     "weapons_there"};
inline constexpr FieldDeclaration place_warned_fields[] = {
    required("place", Kind::name, "", "code of the place; home for where the person lives"),
    required_code("danger", place_dangers, "what makes it unsafe"),
};
inline constexpr TypeDeclaration place_warned{.name = "appointment.place_warned",
                                              .meaning = "A place is not safe to meet the person",
                                              .fields = place_warned_fields};

inline constexpr std::string_view clearings[] = {"no_longer_so", "entered_wrongly", "person_moved"};
inline constexpr FieldDeclaration place_cleared_fields[] = {
    required("place", Kind::name, "", "code of the place"),
    required_code("reason", clearings, "why no warning stands any more"),
};
inline constexpr TypeDeclaration place_cleared{.name = "appointment.place_cleared",
                                               .meaning = "The warnings of a place were lifted",
                                               .fields = place_cleared_fields};

inline constexpr std::string_view safety_measures[] = {"accompanied", "call_before_and_after",
                                                       "manager_agreed", "police_present"};
inline constexpr FieldDeclaration safety_recorded_fields[] = {
    optional("grounds", Kind::names, "", "what the record says against meeting the person so"),
    optional_code("safety", safety_measures, "how it is made safe all the same"),
};
inline constexpr TypeDeclaration safety_recorded{
    .name = "appointment.safety_recorded",
    .meaning =
        "Whoever arranged an appointment was warned that it may not be safe, or said how it is made safe",
    .entity = "appointment",
    .fields = safety_recorded_fields};

} // namespace probity::record::appointment

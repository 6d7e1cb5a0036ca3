// What can be asked for about series of appointments, their changes, absences to come and safety.
#pragma once

#include "record/appointment_planning.h"

namespace probity::casework::appointment {

namespace recorded = record::appointment;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration arrange_series_fields[] = {
    required("starts", Kind::instant, "", "planned start of the first; the others at the same time of day"),
    required("every", Kind::integer, "", "so many days or weeks from one to the next"),
    required_code("unit", recorded::series_units, "days or weeks"),
    optional("count", Kind::integer, "appointments", "how many; or else until"),
    optional("until", Kind::day, "", "the last day on which one may be; or else count"),
    required_code("mode", recorded::modes, "how they are to meet"),
    optional_code("purpose", recorded::purposes, "what for"),
    optional("minutes", Kind::integer, "minutes", "planned length; half an hour when not said"),
    optional("place", Kind::name, "", "code of the place"),
    optional("overlap", Kind::boolean, "", "they may overlap other appointments"),
    optional("skip", Kind::boolean, "", "leave out those that something is in the way of, and name them"),
    optional_code("safety", recorded::safety_measures, "how they are made safe"),
};
inline constexpr TypeDeclaration arrange_series{
    .name = "appointment.arrange_series",
    .meaning = "Arrange appointments that repeat; none when something is in the way of one, unless it may be "
               "skipped",
    .entity = "series",
    .fields = arrange_series_fields};

inline constexpr record::FieldDeclaration cancel_series_fields[] = {
    required_code("by", recorded::sides, "which side calls them off"),
};
inline constexpr TypeDeclaration cancel_series{.name = "appointment.cancel_series",
                                               .meaning = "Call off what of a series is still to come",
                                               .entity = "series",
                                               .fields = cancel_series_fields};

inline constexpr record::FieldDeclaration amend_fields[] = {
    optional_code("mode", recorded::modes, "how they are to meet"),
    optional_code("purpose", recorded::purposes, "what for"),
    optional("minutes", Kind::integer, "minutes", "planned length"),
    optional("place", Kind::name, "", "code of the place"),
    optional("overlap", Kind::boolean, "", "it may overlap another appointment"),
    optional("opened", Kind::boolean, "", "the place opens for it on a bank holiday"),
    optional_code("safety", recorded::safety_measures, "how it is made safe"),
};
inline constexpr TypeDeclaration amend{.name = "appointment.amend",
                                       .meaning = "Change an appointment that is to come, but not its time",
                                       .entity = "appointment",
                                       .fields = amend_fields};

inline constexpr record::FieldDeclaration accept_absence_fields[] = {
    required("from", Kind::day, "", "first day"),
    required("last", Kind::day, "", "last day"),
    required_code("reason", recorded::absence_reasons, "why the person cannot come"),
};
inline constexpr TypeDeclaration accept_absence{
    .name = "appointment.accept_absence",
    .meaning = "Accept beforehand that the person cannot come on certain days",
    .entity = "absence",
    .fields = accept_absence_fields};

inline constexpr record::FieldDeclaration withdraw_absence_fields[] = {
    required_code("reason", recorded::absence_withdrawals, "why"),
};
inline constexpr TypeDeclaration withdraw_absence{.name = "appointment.withdraw_absence",
                                                  .meaning = "Say that an accepted absence no longer stands",
                                                  .entity = "absence",
                                                  .fields = withdraw_absence_fields};

inline constexpr record::FieldDeclaration make_safe_fields[] = {
    required_code("safety", recorded::safety_measures, "how"),
};
inline constexpr TypeDeclaration make_safe{
    .name = "appointment.make_safe",
    .meaning = "Say how an appointment is made safe that was arranged before anything spoke against it",
    .entity = "appointment",
    .fields = make_safe_fields};

inline constexpr record::FieldDeclaration warn_of_place_fields[] = {
    required("place", Kind::name, "", "code of the place; home for where the person lives"),
    required_code("danger", recorded::place_dangers, "what makes it unsafe"),
};
inline constexpr TypeDeclaration warn_of_place{.name = "appointment.warn_of_place",
                                               .meaning = "Say that a place is not safe to meet the person",
                                               .fields = warn_of_place_fields};

inline constexpr record::FieldDeclaration clear_place_fields[] = {
    required("place", Kind::name, "", "code of the place"),
    required_code("reason", recorded::clearings, "why no warning stands any more"),
};
inline constexpr TypeDeclaration clear_place{.name = "appointment.clear_place",
                                             .meaning = "Lift the warnings of a place",
                                             .fields = clear_place_fields};

} // namespace probity::casework::appointment

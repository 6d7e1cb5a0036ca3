// What can be asked for about a person's record: opening it, joining two, who may act on it.
#pragma once

#include "record/access.h"
#include "record/person.h"

namespace probity::casework::person {

namespace recorded = record::person;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration enrol_fields[] = {
    optional_code("sex", recorded::sexes, "as recorded at the index disposal"),
    optional_code("age_band", recorded::age_bands, "age at the index disposal"),
    record::sealed("name", Kind::text, "family and given names"),
    record::sealed("birth_date", Kind::day, "date of birth"),
};
inline constexpr TypeDeclaration enrol{.name = "person.register",
                                       .meaning = "Open the record of a person who comes under supervision",
                                       .fields = enrol_fields};

inline constexpr record::FieldDeclaration link_fields[] = {
    required("other", Kind::identifier, "", "the record found to be of the same person; it closes"),
};
inline constexpr TypeDeclaration link{
    .name = "person.link", .meaning = "Join another record of the same person", .fields = link_fields};

inline constexpr record::FieldDeclaration unlink_fields[] = {
    required("other", Kind::identifier, "", "the record that is of another person after all; it reopens"),
};
inline constexpr TypeDeclaration unlink{
    .name = "person.unlink", .meaning = "Undo a link that was wrong", .fields = unlink_fields};

inline constexpr record::FieldDeclaration tell_apart_fields[] = {
    required("other", Kind::identifier, "", "the record that looks alike and is of another person"),
};
inline constexpr TypeDeclaration tell_apart{.name = "person.tell_apart",
                                            .meaning =
                                                "Say that a record that looks alike is of another person",
                                            .fields = tell_apart_fields};

inline constexpr TypeDeclaration record_death{.name = "person.record_death",
                                              .meaning = "Record that the person has died"};

} // namespace probity::casework::person

namespace probity::casework::access {

namespace recorded = record::access;
using record::Kind;
using record::optional;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration exclude_fields[] = {
    required("staff", Kind::identifier, "", "the member of staff whom the record is closed to"),
    required_code("reason", recorded::reasons, "why"),
    optional("until", Kind::day, "", "last day; left out: until it is lifted"),
};
inline constexpr TypeDeclaration exclude{
    .name = "access.exclude", .meaning = "Close the record to a member of staff", .fields = exclude_fields};

inline constexpr record::FieldDeclaration restrict_fields[] = {
    required("staff", Kind::identifier, "", "a member of staff whom the record stays open to"),
    required_code("reason", recorded::reasons, "why the record is closed to others"),
    optional("until", Kind::day, "", "last day; left out: until it is lifted"),
};
inline constexpr TypeDeclaration restrict_to{.name = "access.restrict",
                                             .meaning = "Close the record to all but those so named",
                                             .fields = restrict_fields};

inline constexpr record::FieldDeclaration lift_fields[] = {
    required_code("limit", recorded::limits, "which limit ends"),
    required("staff", Kind::identifier, "", "for whom"),
    required_code("reason", recorded::lifting_reasons, "why"),
};
inline constexpr TypeDeclaration lift{
    .name = "access.lift", .meaning = "End a limit of access", .fields = lift_fields};

} // namespace probity::casework::access

// What can be asked for about prison and release. The entity is the custody episode, whose id whoever records
// the reception makes.
#pragma once

#include "record/custody.h"
#include "record/release.h"

namespace probity::casework::custody {

namespace recorded = record::custody;
using record::Kind;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr std::string_view reception_reasons[] = {"sentence", "remand", "recall"};
inline constexpr record::FieldDeclaration receive_fields[] = {
    required_code("reason", reception_reasons, "what brought the person into custody"),
};
inline constexpr TypeDeclaration receive{
    .name = "custody.receive",
    .meaning = "Record a reception into prison; the appointments to come are called off",
    .entity = "custody",
    .fields = receive_fields};

inline constexpr TypeDeclaration plan_release{.name = "custody.plan_release",
                                              .meaning = "Set or change the planned day of release",
                                              .entity = "custody",
                                              .fields = recorded::release_planned_fields};

inline constexpr record::FieldDeclaration bring_forward_fields[] = {
    required("release_day", Kind::day, "", "the earlier day"),
};
inline constexpr TypeDeclaration bring_forward{
    .name = "custody.bring_forward",
    .meaning = "Release earlier, since the planned day is a Friday, at a weekend or a bank holiday",
    .entity = "custody",
    .fields = bring_forward_fields};

inline constexpr TypeDeclaration cancel_release{.name = "custody.cancel_release",
                                                .meaning = "Record that a planned or notified release is off",
                                                .entity = "custody"};

inline constexpr std::string_view release_types[] = {
    "licence",       "post_sentence_supervision", "home_detention_curfew", "parole",
    "unconditional", "discharged_end_of_sentence"};
inline constexpr record::FieldDeclaration record_release_fields[] = {
    required_code("release_type", release_types, "on what terms"),
};
inline constexpr TypeDeclaration record_release{.name = "custody.record_release",
                                                .meaning = "Record the release",
                                                .entity = "custody",
                                                .fields = record_release_fields};

inline constexpr TypeDeclaration revoke_licence{
    .name = "custody.revoke_licence",
    .meaning =
        "Record that the licence was revoked, after a recall was sent; appointments to come are called off",
    .entity = "custody",
    .fields = recorded::recalled_fields};

inline constexpr TypeDeclaration start_post_sentence{
    .name = "custody.start_post_sentence",
    .meaning = "Record that the licence has ended and supervision after sentence begins",
    .entity = "custody"};

} // namespace probity::casework::custody

namespace probity::casework::accommodation {

inline constexpr record::TypeDeclaration record_kind{
    .name = "accommodation.record",
    .meaning = "Record where the person lives, or will live on release",
    .fields = record::accommodation::recorded_fields};

} // namespace probity::casework::accommodation

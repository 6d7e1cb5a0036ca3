// Family: parole. Indeterminate sentences: tariff, reviews by the board, the end of the licence.
#pragma once

#include "record/declaration.h"

namespace probity::record::parole {

inline constexpr std::string_view sentences[] = {"detention_for_public_protection", "detention_for_life",
                                                 "imprisonment_for_public_protection", "life"};
inline constexpr FieldDeclaration tariff_set_fields[] = {
    required_code("sentence", sentences, "the indeterminate sentence"),
    optional("expires", Kind::day, "", "the last day of the tariff"),
    optional("whole_life", Kind::boolean, "", "the tariff never ends"),
};
inline constexpr TypeDeclaration tariff_set{
    .name = "parole.tariff_set",
    .meaning = "A court set the tariff of an indeterminate sentence, or changed it",
    .entity = "order",
    .fields = tariff_set_fields};

inline constexpr std::string_view review_kinds[] = {"on_tariff", "post_tariff", "pre_tariff", "recall"};
inline constexpr FieldDeclaration review_listed_fields[] = {
    required_code("kind", review_kinds, "which review it is"),
    required("hearing", Kind::day, "", "the day of the hearing, or of deciding on the papers"),
};
inline constexpr TypeDeclaration review_listed{.name = "parole.review_listed",
                                               .meaning = "A review by the parole board was given its day",
                                               .entity = "review",
                                               .fields = review_listed_fields};

inline constexpr TypeDeclaration dossier_sent{
    .name = "parole.dossier_sent", .meaning = "The board had the dossier", .entity = "review"};

inline constexpr std::string_view deferral_reasons[] = {"board_not_ready",     "information_missing",
                                                        "person_not_ready",    "report_late",
                                                        "work_to_be_finished", "witness_unavailable"};
inline constexpr FieldDeclaration review_deferred_fields[] = {
    required("hearing", Kind::day, "", "the new day"),
    required_code("reason", deferral_reasons, "why"),
};
inline constexpr TypeDeclaration review_deferred{.name = "parole.review_deferred",
                                                 .meaning = "A review was put off",
                                                 .entity = "review",
                                                 .fields = review_deferred_fields};

inline constexpr std::string_view outcomes[] = {"no_direction", "open_conditions", "release"};
inline constexpr FieldDeclaration decided_fields[] = {
    required_code("outcome", outcomes, "release directed, open conditions advised, or neither"),
    optional("next_review_by", Kind::day, "", "the day by which the next review is to be over"),
};
inline constexpr TypeDeclaration decided{.name = "parole.decided",
                                         .meaning = "The parole board decided",
                                         .entity = "review",
                                         .fields = decided_fields};

inline constexpr std::string_view termination_grounds[] = {"automatic", "board"};
inline constexpr FieldDeclaration licence_terminated_fields[] = {
    required_code("ground", termination_grounds, "the board decided it, or the law ends it after so long"),
};
inline constexpr TypeDeclaration licence_terminated{
    .name = "parole.licence_terminated",
    .meaning = "The licence of a sentence for public protection was ended, and the sentence with it",
    .entity = "order",
    .fields = licence_terminated_fields};

} // namespace probity::record::parole

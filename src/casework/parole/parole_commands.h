// What can be asked for about an indeterminate sentence. The tariff belongs to an order; a review is an
// entity whose id the asker makes.
#pragma once

#include "record/parole.h"

namespace probity::casework::parole {

namespace recorded = record::parole;
using record::TypeDeclaration;

inline constexpr TypeDeclaration set_tariff{.name = "parole.set_tariff",
                                            .meaning = "Record the tariff of an indeterminate sentence",
                                            .entity = "order",
                                            .fields = recorded::tariff_set_fields};

inline constexpr TypeDeclaration list_review{.name = "parole.list_review",
                                             .meaning = "Give a review by the parole board its day",
                                             .entity = "review",
                                             .fields = recorded::review_listed_fields};

inline constexpr TypeDeclaration send_dossier{
    .name = "parole.send_dossier", .meaning = "Send the dossier to the board", .entity = "review"};

inline constexpr TypeDeclaration defer_review{.name = "parole.defer_review",
                                              .meaning = "Put a review off",
                                              .entity = "review",
                                              .fields = recorded::review_deferred_fields};

inline constexpr TypeDeclaration decide{.name = "parole.decide",
                                        .meaning = "Record what the board decided",
                                        .entity = "review",
                                        .fields = recorded::decided_fields};

inline constexpr TypeDeclaration terminate_licence{.name = "parole.terminate_licence",
                                                   .meaning =
                                                       "End the licence of a sentence for public protection",
                                                   .entity = "order",
                                                   .fields = recorded::licence_terminated_fields};

} // namespace probity::casework::parole

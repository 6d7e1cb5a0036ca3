// What can be asked for about a serious further offence, an entity whose id the asker makes.
#pragma once

#include "record/further_offence.h"

namespace probity::casework::further_offence {

namespace recorded = record::further_offence;
using record::required_code;
using record::TypeDeclaration;

inline constexpr TypeDeclaration learn{.name = "further_offence.learn",
                                       .meaning =
                                           "Record that the person is charged with a serious further offence",
                                       .entity = "further_offence",
                                       .fields = recorded::learnt_fields};

inline constexpr TypeDeclaration notify{
    .name = "further_offence.notify", .meaning = "Tell the national unit", .entity = "further_offence"};

inline constexpr record::FieldDeclaration close_fields[] = {
    required_code("reason", recorded::closing_reasons, "why nothing more is done"),
};
inline constexpr TypeDeclaration close{.name = "further_offence.close",
                                       .meaning = "Close a further offence without a review",
                                       .entity = "further_offence",
                                       .fields = close_fields};

inline constexpr record::FieldDeclaration decide_review_fields[] = {
    required_code("decision", recorded::review_decisions, "whether a review is made"),
    required_code("reason", recorded::review_reasons, "why"),
};
inline constexpr TypeDeclaration decide_review{.name = "further_offence.decide_review",
                                               .meaning =
                                                   "Decide whether a review of a discretionary case is made",
                                               .entity = "further_offence",
                                               .fields = decide_review_fields};

inline constexpr record::FieldDeclaration review_fields[] = {
    required_code("finding", recorded::findings, "what the review says of the supervision"),
};
inline constexpr TypeDeclaration review{.name = "further_offence.review",
                                        .meaning = "Hand in the review",
                                        .entity = "further_offence",
                                        .fields = review_fields};

inline constexpr TypeDeclaration countersign{.name = "further_offence.countersign",
                                             .meaning = "Take responsibility for the review",
                                             .entity = "further_offence"};

inline constexpr TypeDeclaration conclude{.name = "further_offence.conclude",
                                          .meaning = "Record how the charge ended",
                                          .entity = "further_offence",
                                          .fields = recorded::concluded_fields};

} // namespace probity::casework::further_offence

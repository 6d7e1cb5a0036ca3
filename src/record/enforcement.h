// Family: enforcement, from a failure to the court's answer. A breach is an entity of the person's stream.
#pragma once

#include "record/declaration.h"

namespace probity::record::enforcement {

inline constexpr std::string_view rulings[] = {"acceptable", "unacceptable"};
inline constexpr FieldDeclaration failure_ruled_fields[] = {
    required_code("ruling", rulings, "was the reason acceptable"),
};
inline constexpr TypeDeclaration failure_ruled{.name = "enforcement.failure_ruled",
                                               .meaning = "A failure to attend or comply was judged",
                                               .entity = "appointment",
                                               .fields = failure_ruled_fields};

inline constexpr TypeDeclaration warned{
    .name = "enforcement.warned",
    .meaning =
        "A warning was given; it counts for twelve months (Criminal Justice Act 2003 schedule 8 paragraph 5)",
    .entity = "appointment"};

inline constexpr TypeDeclaration became_aware{.name = "enforcement.became_aware",
                                              .meaning =
                                                  "The supervising body became aware of an alleged breach",
                                              .entity = "breach"};

inline constexpr std::string_view decisions[] = {"breach", "no_further_action"};
inline constexpr FieldDeclaration breach_decided_fields[] = {
    required_code("advice", decisions, "what the rule recommends"),
    required_code("decision", decisions, "what the practitioner decided"),
};
inline constexpr TypeDeclaration breach_decided{.name = "enforcement.breach_decided",
                                                .meaning =
                                                    "It was decided whether to take the person back to court",
                                                .entity = "breach",
                                                .fields = breach_decided_fields};

inline constexpr TypeDeclaration referred{.name = "enforcement.referred",
                                          .meaning = "The breach was referred to the presenting authority",
                                          .entity = "breach"};

inline constexpr std::string_view results[] = {"proven_order_continues", "proven_resentenced",
                                               "proven_custody", "not_proven", "withdrawn"};
inline constexpr FieldDeclaration breach_concluded_fields[] = {
    required_code("result", results, "what the court decided"),
};
inline constexpr TypeDeclaration breach_concluded{.name = "enforcement.breach_concluded",
                                                  .meaning = "The court dealt with the breach",
                                                  .entity = "breach",
                                                  .fields = breach_concluded_fields};

} // namespace probity::record::enforcement

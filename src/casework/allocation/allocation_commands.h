// What can be asked for about which body supervises an order.
#pragma once

#include "record/sentence.h"

namespace probity::casework::allocation {

namespace recorded = record::court;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration choose_body_fields[] = {
    required("body", Kind::name, "", "the body that is to supervise"),
    optional_code("harm_level", recorded::harm_levels, "risk of serious harm, as judged now"),
    optional("score", Kind::integer, "hundredths of a percent", "score of serious recidivism: 689 is 6.89 %"),
    optional("score_version", Kind::name, "", "version of the score's numbers"),
    required_code("mappa", recorded::mappa_levels, "level of multi-agency public protection"),
    required("deportation", Kind::boolean, "", "a foreign national subject to deportation"),
    optional_code("public_interest", recorded::public_interests,
                  "why the public interest asks for the national service; left out: it does not"),
    optional_code("override", recorded::override_reasons, "why the decision differs from the advice"),
};
inline constexpr TypeDeclaration choose_body{.name = "allocation.decide",
                                             .meaning = "Decide which body is to supervise an order",
                                             .entity = "order",
                                             .fields = choose_body_fields};

} // namespace probity::casework::allocation

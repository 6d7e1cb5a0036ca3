// Family: risk, what an instrument said of a person. A score is recorded when it is made, with the numbers it
// was made by: worked out anew later, it would be of whatever numbers the program holds then.
#pragma once

#include "record/declaration.h"

namespace probity::record::scoring {

inline constexpr std::string_view version_reasons[] = {"comparison", "court_asked", "earlier_score_repeated",
                                                       "not_in_force_then", "other"};
inline constexpr FieldDeclaration scored_fields[] = {
    required("instrument", Kind::name, "", "which instrument, such as ogrs3"),
    required("version", Kind::name, "", "of its numbers"),
    required("table", Kind::digest, "", "SHA-256 of its numbers"),
    optional("chances", Kind::amounts, "millionths", "what is forecast, such as two_year, and its chance"),
    optional("points", Kind::amounts, "", "figures that are whole numbers"),
    optional("words", Kind::names, "", "figures that are neither, such as tier=B"),
    optional("band", Kind::name, "", "where the instrument has bands"),
    optional("missing", Kind::names, "", "what was not known"),
    since(2, optional("in_force", Kind::name, "",
                      "the version in force on the day, where another was used; absent where none was")),
    since(2, optional_code("because", version_reasons, "why another than the one in force")),
};
inline constexpr TypeDeclaration scored{.name = "risk.scored",
                                        .meaning = "An instrument's score of the person was made",
                                        .fields = scored_fields,
                                        .schema = 2};

} // namespace probity::record::scoring

// What can be asked for about scores.
#pragma once

#include "record/scoring.h"

namespace probity::casework::scoring {

using record::Kind;
using record::optional;
using record::optional_code;
using record::required;

inline constexpr record::FieldDeclaration record_score_fields[] = {
    required("instrument", Kind::name, "", "which; `probity risk instruments` lists them"),
    required("answers", Kind::names, "",
             "what the instrument asks, each as name=value; they are used and kept nowhere"),
    optional("version", Kind::name, "", "by this version of its numbers; the one in force when not said"),
    optional_code("because", record::scoring::version_reasons, "why another than the one in force"),
};
inline constexpr record::TypeDeclaration record_score{
    .name = "risk.record_score",
    .meaning = "Work out an instrument's score of the person and record it",
    .fields = record_score_fields};

} // namespace probity::casework::scoring

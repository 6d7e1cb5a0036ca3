// Family: risk.
#pragma once

#include "record/declaration.h"

namespace probity::record::risk {

// What is known afterwards has a type of its own, supervision.activity_summarised.
inline constexpr FieldDeclaration factors_recorded_fields[] = {
    required("source", Kind::name, "", "data set whose columns these are"),
    optional("numbers", Kind::amounts, "", "column → whole number; of a yes or no 1 or 0"),
    optional("at_least", Kind::names, "", "columns whose number means this or more"),
    optional("levels", Kind::names, "", "column=category, in the words of the source"),
};
inline constexpr TypeDeclaration factors_recorded{
    .name = "risk.factors_recorded",
    .meaning = "What a source knew of the person at the valid time, column by column",
    .fields = factors_recorded_fields};

} // namespace probity::record::risk

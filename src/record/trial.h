// Family: trials, in which chance decides who gets what.
#pragma once

#include "record/declaration.h"

namespace probity::record::trial {

inline constexpr FieldDeclaration assigned_fields[] = {
    required("trial", Kind::name, "", "which trial"),
    required("arm", Kind::name, "", "which of its arms"),
};
inline constexpr TypeDeclaration assigned{.name = "trial.assigned",
                                          .meaning = "Chance put the person into an arm of a trial",
                                          .fields = assigned_fields};

} // namespace probity::record::trial

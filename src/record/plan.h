// Family: plans. A plan's counts and the findings of its check are facts, so that payment survives erasure.
#pragma once

#include "record/declaration.h"

namespace probity::record::plan {

inline constexpr std::string_view kinds[] = {"resettlement", "sentence"};
inline constexpr FieldDeclaration filed_fields[] = {
    required_code("kind", kinds, "which plan"),
    required("words", Kind::integer, "words", "words written, template text not counted; 0 is a blank plan"),
    optional("needs", Kind::integer, "needs", "needs that the plan names"),
    optional("actions", Kind::integer, "actions", "actions with an owner and a day"),
    sealed("content", Kind::text, "what the plan says"),
};
inline constexpr TypeDeclaration filed{.name = "plan.filed",
                                       .meaning = "A plan was filed in the case record",
                                       .entity = "plan",
                                       .fields = filed_fields};

inline constexpr std::string_view verdicts[] = {"sound", "not_sound"};
inline constexpr FieldDeclaration checked_fields[] = {
    required_code("verdict", verdicts, "the check's verdict"),
    required("rule", Kind::name, "", "which check, with its version"),
    optional("findings", Kind::names, "",
             "blank, boilerplate, near_copy, needs_without_actions, dates_outside_order"),
};
inline constexpr TypeDeclaration checked{.name = "plan.checked",
                                         .meaning = "A filed plan was checked for content",
                                         .entity = "plan",
                                         .fields = checked_fields};

} // namespace probity::record::plan

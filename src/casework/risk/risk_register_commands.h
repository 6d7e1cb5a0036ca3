// What can be asked for about assessments and the register of flags. Assessment and flag are entities whose
// id the asker makes.
#pragma once

#include "record/risk_register.h"

namespace probity::casework::assessment {

namespace recorded = record::risk;
using record::Kind;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration start_fields[] = {
    required_code("purpose", recorded::assessment_purposes, "what for"),
};
inline constexpr TypeDeclaration start{.name = "assessment.start",
                                       .meaning = "Begin an assessment of risk and needs",
                                       .entity = "assessment",
                                       .fields = start_fields};

inline constexpr record::FieldDeclaration complete_fields[] = {
    required("instruments", Kind::names, "", "name@version of each instrument that was used: ogrs3@1"),
};
inline constexpr TypeDeclaration complete{.name = "assessment.complete",
                                          .meaning = "Complete an assessment, or complete it anew",
                                          .entity = "assessment",
                                          .fields = complete_fields};

inline constexpr TypeDeclaration lock{
    .name = "assessment.lock", .meaning = "Lock a completed assessment", .entity = "assessment"};

inline constexpr record::FieldDeclaration abandon_fields[] = {
    required_code("reason", recorded::abandoning_reasons, "why it is not completed"),
};
inline constexpr TypeDeclaration abandon{.name = "assessment.abandon",
                                         .meaning = "Give up an assessment that was not completed",
                                         .entity = "assessment",
                                         .fields = abandon_fields};

} // namespace probity::casework::assessment

namespace probity::casework::flag {

namespace recorded = record::risk;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration add_fields[] = {
    required_code("kind", recorded::flag_kinds, "what the flag says"),
    optional_code("level", recorded::mappa_levels, "of multi-agency public protection arrangements"),
    optional_code("category", recorded::mappa_categories, "of multi-agency public protection arrangements"),
    optional("review_by", Kind::day, "", "when to review it; as the register suggests when not said"),
    optional_code("later_because", recorded::later_reasons, "why that is later than suggested"),
};
inline constexpr TypeDeclaration add{.name = "flag.add",
                                     .meaning = "Put a flag on the person's register",
                                     .entity = "flag",
                                     .fields = add_fields};

inline constexpr record::FieldDeclaration review_fields[] = {
    optional_code("level", recorded::mappa_levels, "from now on"),
    optional("review_by", Kind::day, "", "when to review it next; as the register suggests when not said"),
    optional_code("later_because", recorded::later_reasons, "why that is later than suggested"),
};
inline constexpr TypeDeclaration review{.name = "flag.review",
                                        .meaning = "Look at a flag again and let it stay",
                                        .entity = "flag",
                                        .fields = review_fields};

inline constexpr record::FieldDeclaration remove_fields[] = {
    required_code("reason", recorded::removal_reasons, "why it is taken off"),
};
inline constexpr TypeDeclaration remove{.name = "flag.remove",
                                        .meaning = "Take a flag off the person's register",
                                        .entity = "flag",
                                        .fields = remove_fields};

} // namespace probity::casework::flag

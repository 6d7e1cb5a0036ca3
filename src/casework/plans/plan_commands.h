// What can be asked for about plans. The plan's id is made by whoever begins it.
#pragma once

#include "record/plan.h"

namespace probity::casework::plan {

namespace recorded = record::plan;
using record::Kind;
using record::optional;
using record::optional_code;
using record::required;
using record::required_code;
using record::sealed;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration draft_fields[] = {
    required_code("kind", recorded::kinds, "which plan"),
};
inline constexpr TypeDeclaration draft{
    .name = "plan.draft", .meaning = "Begin to write a plan", .entity = "plan", .fields = draft_fields};

inline constexpr TypeDeclaration name_need{.name = "plan.name_need",
                                           .meaning = "Name a need in a draft",
                                           .entity = "plan",
                                           .fields = recorded::need_named_fields};

inline constexpr TypeDeclaration set_objective{.name = "plan.set_objective",
                                               .meaning =
                                                   "Say in a draft what is to be reached for a need it names",
                                               .entity = "plan",
                                               .fields = recorded::objective_set_fields};

inline constexpr TypeDeclaration set_action{.name = "plan.set_action",
                                            .meaning =
                                                "Say in a draft what is to be done for a need it names",
                                            .entity = "plan",
                                            .fields = recorded::action_set_fields};

inline constexpr record::FieldDeclaration write_fields[] = {
    sealed("content", Kind::text, "what is written, without the headings of the form"),
};
inline constexpr TypeDeclaration write{
    .name = "plan.write",
    .meaning = "Write the text of a draft; words and fingerprint are facts, the text is sealed",
    .entity = "plan",
    .fields = write_fields};

inline constexpr TypeDeclaration agree{.name = "plan.agree",
                                       .meaning = "Record whether the person agrees to the plan",
                                       .entity = "plan",
                                       .fields = recorded::agreement_recorded_fields};

inline constexpr record::FieldDeclaration file_fields[] = {
    optional("review_by", Kind::day, "", "day by which it is to be reviewed"),
};
inline constexpr TypeDeclaration file{
    .name = "plan.file",
    .meaning = "File a draft; it is checked, and what the check finds is recorded with it",
    .entity = "plan",
    .fields = file_fields};

inline constexpr TypeDeclaration withdraw{.name = "plan.withdraw",
                                          .meaning = "Give up a draft that was never filed",
                                          .entity = "plan",
                                          .fields = recorded::withdrawn_fields};

inline constexpr record::FieldDeclaration sign_off_fields[] = {
    optional_code("despite", recorded::despite_reasons, "why, although the check found faults"),
};
inline constexpr TypeDeclaration sign_off{.name = "plan.sign_off",
                                          .meaning =
                                              "Take responsibility for a filed plan that another wrote",
                                          .entity = "plan",
                                          .fields = sign_off_fields};

inline constexpr TypeDeclaration send_back{.name = "plan.send_back",
                                           .meaning =
                                               "Send a filed plan that another wrote back to be mended",
                                           .entity = "plan",
                                           .fields = recorded::returned_fields};

inline constexpr record::FieldDeclaration review_fields[] = {
    required_code("result", recorded::review_results, "what the review came to"),
    optional("review_by", Kind::day, "", "day of the next review, when it stands"),
};
inline constexpr TypeDeclaration review{.name = "plan.review",
                                        .meaning = "Review a filed plan; it is checked again",
                                        .entity = "plan",
                                        .fields = review_fields};

inline constexpr TypeDeclaration end_action{.name = "plan.end_action",
                                            .meaning = "Say what came of an action of a filed plan",
                                            .entity = "plan",
                                            .fields = recorded::action_ended_fields};

} // namespace probity::casework::plan

// What can be asked for about recall. The recall's id is made by the program from the command that raises the
// question.
#pragma once

#include "record/recall.h"

namespace probity::casework::recall {

namespace recorded = record::recall;
using record::Kind;
using record::optional;
using record::required;
using record::required_code;
using record::TypeDeclaration;

inline constexpr record::FieldDeclaration consider_fields[] = {
    required_code("ground", recorded::grounds, "what raises the question"),
};
inline constexpr TypeDeclaration consider{
    .name = "recall.consider", .meaning = "Ask whether to recall the person", .fields = consider_fields};

inline constexpr TypeDeclaration answer{
    .name = "recall.answer",
    .meaning = "Say what decides which kinds of recall are open; a changed answer voids the decision",
    .entity = "recall",
    .fields = recorded::answered_fields};

inline constexpr record::FieldDeclaration decide_fields[] = {
    required_code("decision", recorded::decisions, "whether to recall, and how"),
    required_code("reason", recorded::reasons, "why"),
    required("alternatives", Kind::names, "", "what was tried before"),
};
inline constexpr TypeDeclaration decide{.name = "recall.decide",
                                        .meaning = "Decide whether to recall the person, and how",
                                        .entity = "recall",
                                        .fields = decide_fields};

inline constexpr record::FieldDeclaration sign_fields[] = {
    required_code("signature", recorded::signatures, "second or third"),
};
inline constexpr TypeDeclaration sign{.name = "recall.sign",
                                      .meaning =
                                          "Take responsibility for the decision beside whoever made it",
                                      .entity = "recall",
                                      .fields = sign_fields};

inline constexpr TypeDeclaration send{.name = "recall.send",
                                      .meaning = "Send the papers, or the letter that there is no recall",
                                      .entity = "recall"};

inline constexpr record::FieldDeclaration close_fields[] = {
    required_code("reason", recorded::closing_reasons, "why nothing is decided"),
};
inline constexpr TypeDeclaration close{.name = "recall.close",
                                       .meaning = "Close the question without an answer",
                                       .entity = "recall",
                                       .fields = close_fields};

} // namespace probity::casework::recall

// What can be asked for about help. The entity is the need, whose id whoever records it makes.
#pragma once

#include "record/help.h"

namespace probity::casework::help {

namespace recorded = record::help;
using record::Kind;
using record::optional;
using record::required_code;
using record::TypeDeclaration;

inline constexpr TypeDeclaration need{.name = "help.need",
                                      .meaning = "Record that the person needs help",
                                      .entity = "help",
                                      .fields = recorded::needed_fields};

inline constexpr TypeDeclaration signpost{
    .name = "help.signpost",
    .meaning = "Record that the person was told where to go; the need stays open and its clocks run",
    .entity = "help",
    .fields = recorded::signposted_fields};

inline constexpr TypeDeclaration arrange{.name = "help.arrange",
                                         .meaning = "Record that a body agreed to give the help",
                                         .entity = "help",
                                         .fields = recorded::arranged_fields};

inline constexpr record::FieldDeclaration receive_fields[] = {
    required_code("confirmed", recorded::confirmations,
                  "who says so: seen by staff, the body itself, the person"),
    optional("body", Kind::name, "", "who gave it; the body that it is arranged with when not said"),
};
inline constexpr TypeDeclaration receive{.name = "help.receive",
                                         .meaning = "Record that the person received help",
                                         .entity = "help",
                                         .fields = receive_fields};

inline constexpr TypeDeclaration decline{.name = "help.decline",
                                         .meaning = "Record that the person does not want the help",
                                         .entity = "help",
                                         .fields = recorded::declined_fields};

inline constexpr TypeDeclaration withdraw{.name = "help.withdraw",
                                          .meaning =
                                              "Record that what was arranged is not given; the need goes on",
                                          .entity = "help",
                                          .fields = recorded::withdrawn_fields};

inline constexpr TypeDeclaration conclude{.name = "help.conclude",
                                          .meaning = "Record what came of the help; the need is closed",
                                          .entity = "help",
                                          .fields = recorded::concluded_fields};

} // namespace probity::casework::help

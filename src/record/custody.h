// Family: custody. One custody-episode entity joins reception, the prison's notice and the provider's record.
#pragma once

#include "record/declaration.h"

namespace probity::record::custody {

inline constexpr std::string_view reception_reasons[] = {"sentence", "remand", "recall", "new_offence",
                                                         "technical_violation"};
inline constexpr FieldDeclaration received_fields[] = {
    required_code("reason", reception_reasons, "what brought the person into custody"),
    optional("offence_class", Kind::name, "", "class of the new offence, as the source names it"),
    optional("offence_type", Kind::name, "", "type of the new offence, as the source names it"),
    optional("offence_subtype", Kind::name, "", "subtype of the new offence, as the source names it"),
};
inline constexpr TypeDeclaration received{.name = "custody.received",
                                          .meaning = "The person came into custody: an episode begins",
                                          .entity = "custody",
                                          .fields = received_fields};

inline constexpr FieldDeclaration release_planned_fields[] = {
    required("release_day", Kind::day, "", "the planned day of release"),
};
inline constexpr TypeDeclaration release_planned{.name = "custody.release_planned",
                                                 .meaning = "A day of release was planned",
                                                 .entity = "custody",
                                                 .fields = release_planned_fields};

inline constexpr TypeDeclaration release_notified{.name = "custody.release_notified",
                                                  .meaning =
                                                      "The prison's feed says that the person was released",
                                                  .entity = "custody"};

inline constexpr std::string_view release_types[] = {"licence",
                                                     "post_sentence_supervision",
                                                     "home_detention_curfew",
                                                     "unconditional",
                                                     "parole",
                                                     "parole_to_detainer",
                                                     "parole_with_immediate_discharge",
                                                     "special_sentence",
                                                     "discharged_end_of_sentence",
                                                     "interstate_compact_parole",
                                                     "not_stated"};
inline constexpr FieldDeclaration release_recorded_fields[] = {
    required_code("release_type", release_types, "on what terms"),
    optional("reporting_year", Kind::integer, "year",
             "imports: fiscal year by whose end the source had followed up"),
    optional("source_type", Kind::name, "", "imports: the release type in the source's own words"),
    optional("offence_class", Kind::name, "", "class of the offence served for, as the source names it"),
    optional("offence_type", Kind::name, "", "type of the offence served for, as the source names it"),
    optional("offence_subtype", Kind::name, "", "subtype of the offence served for, as the source names it"),
    optional("target_population", Kind::boolean, "",
             "imports: the publisher counts it to its target population"),
};
inline constexpr TypeDeclaration release_recorded{
    .name = "custody.release_recorded",
    .meaning = "The supervising body recorded the release; valid time is the day of release",
    .entity = "custody",
    .fields = release_recorded_fields};

inline constexpr TypeDeclaration release_cancelled{.name = "custody.release_cancelled",
                                                   .meaning = "A planned or notified release did not happen",
                                                   .entity = "custody"};

inline constexpr std::string_view recall_types[] = {"fixed_term", "standard", "emergency"};
inline constexpr FieldDeclaration recalled_fields[] = {
    required_code("recall_type", recall_types, "on what terms the licence was revoked"),
};
inline constexpr TypeDeclaration recalled{.name = "custody.recalled",
                                          .meaning = "The licence was revoked and the person recalled",
                                          .entity = "custody",
                                          .fields = recalled_fields};

inline constexpr TypeDeclaration post_sentence_supervision_started{
    .name = "custody.post_sentence_supervision_started",
    .meaning = "The licence ended and supervision after sentence began (Offender Rehabilitation Act 2014)",
    .entity = "custody"};

} // namespace probity::record::custody

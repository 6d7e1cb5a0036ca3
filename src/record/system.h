// Family: the log itself.
#pragma once

#include "record/declaration.h"

namespace probity::record::system {

inline constexpr std::string_view clocks[] = {"live", "replayed"};
inline constexpr FieldDeclaration log_opened_fields[] = {
    required("origin", Kind::name, "", "name of the log in its checkpoints"),
    required("zone", Kind::name, "", "IANA name of the zone whose civil days count"),
    required_code("clock", clocks, "live: the server stamps recorded; replayed: the submitter does"),
};
inline constexpr TypeDeclaration log_opened{.name = "system.log_opened",
                                            .meaning = "The log begins; its constants",
                                            .stream = StreamKind::system,
                                            .fields = log_opened_fields};

inline constexpr FieldDeclaration day_closed_fields[] = {
    required("day", Kind::day, "", "every record of this day that will be made in time has been made"),
};
inline constexpr TypeDeclaration day_closed{.name = "system.day_closed",
                                            .meaning = "A civil day has ended, so that silence can be judged",
                                            .stream = StreamKind::system,
                                            .fields = day_closed_fields};

inline constexpr FieldDeclaration import_made_fields[] = {
    required("data_set", Kind::name, "", "which data set"),
    required("file", Kind::digest, "", "SHA-256 of the uncompressed file"),
    required("rows_read", Kind::integer, "rows", "data rows in the file"),
    required("rows_kept", Kind::integer, "rows", "rows whose events are in the log"),
    required("rows_refused", Kind::integer, "rows", "rows refused, each named in the report"),
};
inline constexpr TypeDeclaration import_made{.name = "system.import_made",
                                             .meaning = "Outside records were brought in",
                                             .stream = StreamKind::system,
                                             .fields = import_made_fields};

} // namespace probity::record::system

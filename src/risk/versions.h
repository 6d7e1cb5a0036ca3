// Which version of an instrument's numbers is in force on a day, by the rows `instrument.version.NAME` of the
// register; another one only on request, and with a reason.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "risk/instruments.h"
#include "rules/register.h"

namespace probity::risk {

struct VersionChoice {
  std::string version;  // to score by
  std::string in_force; // on the day; empty: none was

  [[nodiscard]] bool another() const { return version != in_force; }
};

// `on`: the day of the assessment; nothing: the version that came into force last. `asked`: empty, or the
// version asked for. `because`: empty, or why another than the one in force.
//
// `refused` when none is in force and none is asked for, when another is asked for without a reason, and when
// a reason is given for the one in force. `not_found` when the instrument has no such version.
base::Result<VersionChoice> choose_version(const rules::Register& rules, const Instrument& instrument,
                                           std::optional<base::Day> on, std::string_view asked,
                                           std::string_view because);

} // namespace probity::risk

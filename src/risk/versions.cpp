#include "risk/versions.h"

#include <algorithm>

namespace probity::risk {
namespace {

using base::ErrorCode;
using base::fail;

bool has_version(const Instrument& instrument, std::string_view version) {
  return std::any_of(instrument.tables.begin(), instrument.tables.end(),
                     [version](const Table* table) { return table->version == version; });
}

std::string versions_of(const Instrument& instrument) {
  std::string out;
  for (const Table* table : instrument.tables)
    if (out.find(table->version) == std::string::npos)
      out.append(out.empty() ? "" : ", ").append(table->version);
  return out;
}

} // namespace

base::Result<VersionChoice> choose_version(const rules::Register& rules, const Instrument& instrument,
                                           std::optional<base::Day> on, std::string_view asked,
                                           std::string_view because) {
  const std::string name(instrument.name);
  const std::string id = "instrument.version." + name;
  VersionChoice out;
  if (!on && !rules.rows(id).empty()) on = rules.rows(id).back().valid_from;
  if (on) {
    if (const auto row = rules.value(id, *on, *on)) out.in_force = (*row)->value;
  }
  if (!asked.empty() && !has_version(instrument, asked))
    return fail(ErrorCode::not_found, name + " has no version " + std::string(asked), "version",
                "there is " + versions_of(instrument));
  out.version = asked.empty() ? out.in_force : std::string(asked);
  if (out.version.empty())
    return fail(ErrorCode::refused,
                "no version of " + name + " was in force on " + (on ? base::to_text(*on) : "any day"),
                "version", "name one of " + versions_of(instrument) + ", and say why");
  if (!has_version(instrument, out.version))
    return fail(ErrorCode::not_found,
                "version " + out.version + " of " + name + " is in force, and this program does not have it",
                "version", "there is " + versions_of(instrument));
  if (out.another() && because.empty())
    return fail(ErrorCode::refused,
                out.in_force.empty() ? "no version of " + name + " was in force on that day"
                                     : "version " + out.in_force + " of " + name + " is in force on that day",
                "version", "say why another is used");
  if (!out.another() && !because.empty())
    return fail(ErrorCode::refused, "version " + out.version + " of " + name + " is the one in force",
                "version", "give no reason for it");
  return out;
}

} // namespace probity::risk

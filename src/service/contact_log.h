// Every appointment of a case, narrowed by how they met, what came of it, and days.
#pragma once

#include "service/case_overview.h"
#include "service/sheet.h"

namespace probity::service {

struct ContactsAsked {
  std::string how = {};                        // a mode; empty: any
  std::string came = {};                       // as `came_of` says; empty: anything
  std::optional<base::Day> from = {}, to = {}; // first and last day
  std::uint64_t sheet = 1;

  [[nodiscard]] bool narrows() const { return !how.empty() || !came.empty() || from || to; }
};

struct ContactLog {
  base::StreamId person;
  CaseIdentity identity;
  ContactsAsked asked;
  std::vector<OverviewAppointment> contacts; // of one sheet, newest first
  Sheet sheet;                               // of those that were asked for
  std::uint64_t all = 0;                     // without what narrows
  std::vector<std::string> hows, cames;      // that the case has, by name
};

constexpr std::uint64_t contacts_a_sheet = 25;

// The code of an outcome, or "called_off", "to_come", "not_said": it has begun, and nobody said what came of
// it.
std::string came_of(const OverviewAppointment& one);

// By `see_case`.
base::Result<ContactLog> contact_log(Office& office, const Caller& caller, const base::StreamId& person,
                                     const ContactsAsked& asked);

} // namespace probity::service

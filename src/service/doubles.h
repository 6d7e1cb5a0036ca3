// Records that look as if they were of one person (likeness.h), for somebody to look through: what is found
// is a suggestion, and joining two or telling them apart is an act with a name to it (person.link,
// person.tell_apart).
#pragma once

#include "service/likeness.h"
#include "service/office.h"
#include "service/sheet.h"

namespace probity::service {

struct DoubleRecord {
  base::StreamId person;
  std::string name;
  std::optional<base::Day> birth;
  std::string body;   // that answers; empty: none
  std::string holder; // pseudonym of the practitioner; empty: none
  int orders = 0;
};

struct Double {
  DoubleRecord one; // of the two the one whose reference comes first
  DoubleRecord other;
  Likeness likeness = Likeness::same_name_and_birth;
};

struct Doubles {
  std::vector<Double> pairs; // of one sheet; the most alike first
  Sheet sheet;
};

constexpr std::uint64_t double_rows = 20; // a sheet

// All that the caller may see, both of them: nobody else is counted. Pairs that are joined, or were told
// apart, are not among them. Logged with everybody whom the sheet names. Not while the office is held, which
// is free while everybody is compared.
base::Result<Doubles> doubles(Office& office, const Caller& caller, std::uint64_t sheet);
// The office is held, and the gate was asked about the person. Other records that look as if they were of the
// same person, of those that the caller may see; by record.
std::vector<DoubleRecord> doubles_of(const Office& office, const Caller& caller,
                                     const base::StreamId& person);

} // namespace probity::service

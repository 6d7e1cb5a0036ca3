// The copy of what is held on a person that they may ask for (UK GDPR article 15; Data Protection Act 2018
// section 45 where the holder is a competent authority for law enforcement): events with the person's own
// sealed parts opened, and who read the record. What is about somebody else is left out and counted (article
// 15(4); Schedule 2 paragraph 16).
#pragma once

#include "access/access_entries.h"
#include "service/case_view.h"
#include "service/office.h"

namespace probity::service {

enum class LeftOut {
  about_another, // of a victim, or sealed for somebody else
  contract,      // names money: it is about the contract, not about the person
};
std::string_view to_text(LeftOut why); // "about_another"

struct LeftOutEvents {
  std::string meaning; // of the type; that there are such events is said, nothing more
  LeftOut why = LeftOut::about_another;
  std::size_t events = 0;
};

struct SubjectCopy {
  base::StreamId person;
  std::string name; // empty: none is held
  base::Day made;
  CaseView view;                           // by index; the person's own parts are opened
  std::vector<LeftOutEvents> left_out;     // by meaning
  std::vector<access::AccessEntry> access; // newest first, this one among them; staff by role and body
  bool has_older_access = false;           // there are more than are listed
};

// At most so many accesses are listed, the newest; the copy says so where there are more.
constexpr std::size_t most_copied_accesses = 10'000;

// Asks the gate for `copy_record`, and logs that and each part before it is opened. The copy is for the
// person, after whoever makes it has read it: what would harm somebody must be taken out by hand.
base::Result<SubjectCopy> subject_copy(Office& office, const Caller& caller, const base::StreamId& person,
                                       std::size_t most_accesses = most_copied_accesses);

// For the page before it: the gate is asked and that is logged. The name, or nothing where none is known.
base::Result<std::string> may_copy(Office& office, const Caller& caller, const base::StreamId& person);

// {"access","events","has_older_access","left_out","made","name","person",...}: structured and
// machine-readable (article 20's words).
base::json::Value to_json(const SubjectCopy& copy);

} // namespace probity::service

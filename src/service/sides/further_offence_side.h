// Serious further offences of a person: each from the charge to the review that is signed.
#pragma once

#include "service/sides/case_side.h"

namespace probity::service {

struct FurtherOffenceShown {
  enum class Stage { to_tell, to_decide, to_review, to_sign, signed_off, no_review, closed };
  base::EntityId id;
  std::string offence;    // code
  bool automatic = false; // a review is made of it whatever anybody decides
  Stage stage = Stage::to_tell;
  base::Day offence_on;
  base::Day learnt;
  std::optional<base::Day> first_court;
  std::optional<base::Day> notified;
  std::string decision; // code: whether a review is made; empty: none
  std::optional<base::Day> reviewed;
  std::string finding; // code; empty: no review yet
  std::string result;  // code: how the charge ended; empty: not decided on
};
std::string_view to_text(FurtherOffenceShown::Stage stage);

struct FurtherOffencesShown {
  CaseSide side;
  std::vector<FurtherOffenceShown> offences; // newest first
  bool held_case = false;                    // the caller held it at some time, and so writes no review
  // What a reviewer asks first: who held the case, when the person was seen last, what was overdue.
  int held_by = 0; // members of staff, at any time
  std::optional<base::Day> last_seen;
  std::string harm_level;    // code; empty: not judged
  std::uint64_t overdue = 0; // obligations of the whole case, now
};

base::Result<FurtherOffencesShown> further_offences_of(Office& office, const Caller& caller,
                                                       const base::StreamId& person);

} // namespace probity::service

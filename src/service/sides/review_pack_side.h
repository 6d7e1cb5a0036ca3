// The pack for the review of one serious further offence, for whoever writes, signs or inspects a review.
#pragma once

#include "service/office.h"
#include "service/sides/review_pack.h"

namespace probity::service {

struct PackAsked {
  base::StreamId person;
  base::EntityId offence;
  std::string on;       // as typed: the day whose morning is asked about; empty: the day of the offence
  bool at_once = false; // say how far it is rather than wait a moment for it
};

struct ReviewPackShown {
  base::StreamId person;
  std::string name;    // empty: none is known
  base::Day on;        // the day whose morning is asked about
  std::string offence; // code
  base::Day offence_on;
  bool held_case = false; // the caller held it at some time, and so writes no review
  std::variant<WholePack, StillComputing> pack;
};

// Asks the gate for `see_review_pack`. `not_found` when the person has no such serious further offence on
// record; `invalid_input` at "on" for what is no day, a day to come, or one before anything was recorded.
base::Result<ReviewPackShown> review_pack(Office& office, const Caller& caller, const PackAsked& asked);

} // namespace probity::service

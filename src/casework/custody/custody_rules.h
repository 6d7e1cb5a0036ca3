// Days and standings that release, licence and supervision after sentence are decided by.
#pragma once

#include "casework/case_state.h"
#include "casework/policy.h"

namespace probity::casework {

bool is_custodial(const Order& order);

// What a person is under now. Of a licence and an order of the court together, the licence.
enum class Under { nothing, custody, licence, post_sentence, court_order };
std::string_view to_text(Under under);
Under under(const CaseState& state);
// On licence or in supervision after sentence, and under no order of a court beside it.
bool under_sentence_alone(const CaseState& state, Under what);

// The sentence of custody in force, the latest imposed when there are several; nullptr when there is none.
const Order* custodial_order(const CaseState& state);
// The last day of that sentence as the court gave it; nothing when its length is not known.
std::optional<base::Day> sentence_ends(const CaseState& state);
// The last day of the licence: what the licence says, otherwise that of the sentence.
std::optional<base::Day> licence_ends(const CaseState& state);
// The last day of supervision after sentence; nothing when the sentence has none, when the licence lasts as
// long, or when nobody was released yet.
std::optional<base::Day> post_sentence_ends(const CaseState& state, const CustodyPolicy& policy);

// Counted back from the planned day of release, rolled back to a business day; nothing when none is planned.
struct HardStop {
  base::Day warning;
  base::Day last; // on which the practitioner can still submit a licence
  base::Day day;  // from here on only the prison writes one
};
std::optional<HardStop> hard_stop(const CaseState& state, const CustodyPolicy& policy,
                                  const rules::WorkingDays& working_days);

// Why a release on this day may be brought forward: "friday", "weekend", "bank_holiday"; empty: it may not.
std::string_view early_ground(base::Day day, const rules::WorkingDays& working_days, base::Day known);
// The earliest day to which it may be.
base::Day earliest_release(base::Day planned, const CustodyPolicy& policy,
                           const rules::WorkingDays& working_days, base::Day known);

// Where the licence is: "none" when none is called for, "not_started", "timed_out" after the hard stop while
// the practitioner's is not submitted, otherwise its stage; while it is being changed
// "variation_in_progress", "variation_submitted" or "variation_rejected".
std::string_view licence_word(const CaseState& state, const std::optional<HardStop>& stop, base::Day on);

} // namespace probity::casework

// What a provider does well and badly, as shares. The lab mixes good and bad practice in known amounts, so
// that whatever studies the record can be measured against what was put into it.
#pragma once

namespace probity::lab {

// Shares are probabilities between 0 and 1. docs/methods/sample-area.md has the table with sources.
struct Practice {
  // Timeliness, as the published service levels count it.
  double first_contact_in_time = 1;   // arranged within 5 business days of allocation
  double release_contact_in_time = 1; // arranged within 1 business day of release
  double unpaid_work_in_time = 1;     // arranged within 7 business days of allocation
  double breach_referral_in_time = 1; // referred within 8 business days of becoming aware
  double plan_in_time = 1;            // filed within 15 business days of the first attended appointment
  double follow_up = 1;               // a missed appointment is followed up within 5 business days
  // Bad practice. All at zero: none of that kind occurs.
  double late_entry = 0;         // an act is entered days after it happened
  double release_back_dated = 0; // a release is entered days late with its true day
  double release_never = 0;      // a release is never entered
  double plan_blank = 0;         // a plan is filed without a word
  double plan_copied = 0;        // a plan is filed that is nearly a copy of another
  double absence_unlogged = 0;   // a missed appointment leaves no outcome in the record
  double breach_suppressed = 0;  // a second unacceptable failure within twelve months leads to nothing
  double awareness_delayed = 0;  // the day of becoming aware of a breach is put off
  double remote_contact = 0;     // an appointment is arranged by telephone, kiosk or in a group
};

// The contractor that tags people.
struct Tagging {
  double never_fitted = 0.03;      // the equipment is ordered and never fitted
  double billed_after_removal = 0; // billing goes on for one to three months after removal
  double billed_unfitted = 0;      // equipment that was never fitted is billed
  double second_order = 0;         // one person has two orders at once, each billed in full
};

// Of the area's mistakes: keying errors put right later.
struct Correcting {
  double amended = 0.008;  // of outcomes, attendances and releases
  double voided = 0.003;   // of appointments' outcomes
  double reinstated = 0.2; // of the voided
};

// The area that `probity sample` makes.
constexpr Practice community_rehabilitation_company() {
  return {.first_contact_in_time = 0.955,
          .release_contact_in_time = 0.969,
          .unpaid_work_in_time = 0.891,
          .breach_referral_in_time = 0.866,
          .plan_in_time = 0.85,
          .follow_up = 0.80,
          .late_entry = 0.06,
          .release_back_dated = 0.12,
          .release_never = 0.015,
          .plan_blank = 0.06,
          .plan_copied = 0.05,
          .absence_unlogged = 0.15,
          .breach_suppressed = 0.20,
          .awareness_delayed = 0.15,
          .remote_contact = 0.20};
}
constexpr Practice national_probation_service() {
  return {.first_contact_in_time = 0.96,
          .release_contact_in_time = 0.99,
          .unpaid_work_in_time = 0.90,
          .breach_referral_in_time = 0.95,
          .plan_in_time = 0.90,
          .follow_up = 0.90,
          .late_entry = 0.03,
          .release_back_dated = 0.03,
          .release_never = 0.003,
          .plan_blank = 0.01,
          .plan_copied = 0.01,
          .absence_unlogged = 0.04,
          .breach_suppressed = 0.05,
          .awareness_delayed = 0.03,
          .remote_contact = 0.03};
}
constexpr Tagging monitoring_contractor() {
  return {.billed_after_removal = 0.12, .billed_unfitted = 0.4, .second_order = 0.04};
}

} // namespace probity::lab

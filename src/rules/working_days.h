// Business days: Monday to Friday, less the bank holidays that were public on the day the question is asked.
//
// A day that became a holiday after a deadline was worked out did not move that deadline; so every question
// says what was known. Holidays are the register's `bank_holiday` rows. In those of England and Wales each
// year is public by the end of January of the year before, except 2012, which the source first shows on 13
// January 2012: asked as known before then, the business days of 2012 are simply Monday to Friday.
#pragma once

#include <vector>

#include "base/civil.h"
#include "rules/register.h"

namespace probity::rules {

class WorkingDays {
 public:
  // `not_found` when the register has no bank holidays.
  static base::Result<WorkingDays> from(const Register& rules);

  [[nodiscard]] bool is_business_day(base::Day day, base::Day known) const;
  // Day 0 is the trigger; the n-th business day after it. n = 0: the trigger itself, whatever day it is.
  // n < 0: the n-th business day before it.
  [[nodiscard]] base::Day add_business_days(base::Day trigger, int n, base::Day known) const;
  // Business days after `a`, up to and including `b`; negative, those after b up to and including a, when b
  // is earlier. between(t, add(t, n)) is n for n ≥ 0.
  [[nodiscard]] int business_days_between(base::Day a, base::Day b, base::Day known) const;
  // Days of knowledge between which no holiday became public or was withdrawn have the same era.
  [[nodiscard]] base::Day era_of(base::Day known) const;
  // Whether the register knows the holidays of the day's year. Outside, business days are Monday to Friday.
  [[nodiscard]] bool covers(base::Day day) const { return first_ <= day && day <= last_; }

 private:
  // The holidays that fall on Monday to Friday, as public from `known_from` until the next era.
  struct Era {
    base::Day known_from;
    std::vector<base::Day> holidays; // sorted
  };

  [[nodiscard]] const Era& era(base::Day known) const;
  [[nodiscard]] const std::vector<base::Day>& holidays(base::Day known) const { return era(known).holidays; }

  std::vector<Era> eras_; // by known_from; the first is the earliest possible day
  base::Day first_;
  base::Day last_;
};

} // namespace probity::rules

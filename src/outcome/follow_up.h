// Follow-up of people from an index day until something ends it: what the survival curves read.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace probity::outcome {

// One person. `time` counts whole units (days, as a rule) from the index day, ≥ 0. `cause` says what ended
// the follow-up: 0 is censored (still free of any event when last seen), 1, 2, … are the kinds of event,
// numbered by the caller.
struct FollowUp {
  std::int32_t time = 0;
  std::int32_t cause = 0;

  bool operator==(const FollowUp&) const = default;
};

// Everyone who left at one time; an event counts as before a censoring of the same day.
struct Departures {
  std::int32_t time = 0;
  std::int64_t at_risk = 0;           // followed up to this time, those who leave now included
  std::vector<std::int64_t> by_cause; // [k − 1] is cause k
  std::int64_t censored = 0;

  [[nodiscard]] std::int64_t events() const;
};

// By rising time, one for each time at which anyone leaves. `causes` is how many kinds of event there are;
// every cause must be in 0 … causes and every time ≥ 0. The order of people does not matter.
std::vector<Departures> departures(std::span<const FollowUp> people, int causes);

// How many are still followed at `time`, those who leave then included.
std::int64_t number_at_risk(std::span<const FollowUp> people, std::int32_t time);

} // namespace probity::outcome

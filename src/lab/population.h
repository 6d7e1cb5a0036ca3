// Who the invented people are and what they are sentenced to: every share and length in one place. Sources
// and what is only assumed: docs/methods/sample-area.md.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/civil.h"
#include "base/random.h"

namespace probity::lab {

enum class Harm : std::uint8_t { low, medium, high, very_high };
std::string_view to_text(Harm harm);

struct Person {
  std::string_view sex; // record::person::sexes
  base::Day born;
  std::string name;
  std::string area_code;
  Harm harm = Harm::medium;
  std::int64_t serious_reoffending_score = 0; // hundredths of a percent
  double attends = 0.86;                      // probability of keeping an appointment
  double proven_offences = 0; // a year at liberty: gamma, so that counts are negative binomial
};

Person invent_person(base::RandomStream& random, base::Day day);
std::string_view age_band(base::Day born, base::Day day);

struct Sentence {
  std::string_view order_type; // record::sentence::order_types
  int length_days = 365;
  int unpaid_minutes = 0;
  int activity_days = 0; // rehabilitation activity requirement
  int curfew_days = 0;
  bool programme = false;
  bool treatment = false;
  std::string_view offence_group;
  std::string_view court;

  [[nodiscard]] bool custodial() const { return order_type.starts_with("custody"); }
  [[nodiscard]] bool supervised() const { return order_type != "unpaid_work_only"; }
};

enum class Disposal : std::uint8_t { any, community, suspended, custody };
Sentence draw_sentence(base::RandomStream& random, Disposal disposal);
std::string_view draw_offence_group(base::RandomStream& random);

// Days from an offence to its proof.
int days_to_proof(base::RandomStream& random);

// Of the people of the area, how many were under supervision already when the log opens.
constexpr double share_in_stock = 0.40;
// Hundredths: gamma-Poisson of the first cohorts, mean 2.134 proven offences a year and shape 0.282.
constexpr double offences_mean = 2.134;
constexpr double offences_shape = 0.282;

} // namespace probity::lab

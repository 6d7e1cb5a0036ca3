// Which body is to supervise an order: the rule as a pure function of recorded inputs, so that what was
// decided can be run again; and the decisions as a fold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casework/policy_reader.h"
#include "record/event.h"

namespace probity::casework {

// At which score the national service keeps a person: the number that practice quotes, or the lower end of
// the score's own band. They differ at one value.
enum class AllocationScore { quoted, band };
enum class AllocationRule { routes_of_2014, one_service };

struct AllocationPolicy {
  AllocationScore score = AllocationScore::quoted;
  AllocationRule rule = AllocationRule::routes_of_2014;
  std::int64_t threshold_quoted = 0; // hundredths of a percent
  std::int64_t threshold_band = 0;   // likewise
  bool harm_needed = true;
  std::string national; // how the name of the national service begins

  [[nodiscard]] std::int64_t threshold() const {
    return score == AllocationScore::quoted ? threshold_quoted : threshold_band;
  }
  [[nodiscard]] bool is_national(record::Symbol body) const { return body.text().starts_with(national); }
  // "routes_of_2014/quoted": what an event keeps of the rule that advised it.
  [[nodiscard]] std::string name() const;
};
base::Result<AllocationPolicy> read_allocation_policy(const PolicyReader& reader);
// `invalid_input` when there is no such reading.
base::Result<AllocationScore> parse_allocation_score(std::string_view text);

struct AllocationInputs {
  record::Symbol harm_level;         // empty: not judged
  std::optional<std::int64_t> score; // of serious recidivism, hundredths of a percent
  record::Symbol mappa;              // empty: not recorded
  std::optional<bool> deportation;
  record::Symbol public_interest; // empty: none
};

struct AllocationAdvice {
  bool national = false;
  std::vector<std::string_view> routes;  // to the national service: harm_level, mappa, deportation,
                                         // public_interest, score, one_service
  std::vector<std::string_view> missing; // inputs that are not there and could open a route

  [[nodiscard]] std::string_view text() const { return national ? "national" : "contractor"; }
};
AllocationAdvice advise(const AllocationInputs& inputs, const AllocationPolicy& policy);
// Of a court.allocation_decided.
AllocationInputs inputs_of(const record::Event& decided);

struct Allocation {
  base::EntityId order;
  record::Symbol body;
};
// The decisions by order, each as it stands: a later one replaces an earlier.
using Allocations = std::vector<Allocation>;
const Allocation* find_allocation(const Allocations& all, const base::EntityId& order);
void apply(Allocations& all, const record::Event& event);

} // namespace probity::casework

// What the record says of an indeterminate sentence: part of the state of a case.
#pragma once

#include <optional>
#include <vector>

#include "record/event.h"

namespace probity::casework {

struct CaseState;

struct Tariff {
  base::EntityId id; // the order's
  record::Symbol sentence;
  std::optional<base::Day> expires; // nothing: whole life
  base::Day set;
  std::uint64_t set_event = 0;
  std::optional<base::Day> first_release; // since the sentence
  std::uint64_t release_event = 0;
  std::optional<base::Day> last_recall;
  bool terminated = false; // the licence, and the sentence with it

  // Its licence can be ended.
  [[nodiscard]] bool for_public_protection() const;
};

struct ParoleReview {
  base::EntityId id;
  record::Symbol kind;
  base::Day listed;
  std::uint64_t listed_event = 0;
  base::Day hearing;
  base::Day hearing_known; // since when that day has been the day
  std::uint64_t hearing_event = 0;
  int deferred = 0;
  bool dossier_sent = false;
  record::Symbol outcome; // empty: open
  base::Day decided;
  std::uint64_t decided_event = 0;
  std::optional<base::Day> next_review_by;

  [[nodiscard]] bool open() const { return outcome.empty(); }
};

struct Parole {
  std::vector<Tariff> tariffs;
  std::vector<ParoleReview> reviews;

  // The last tariff whose sentence goes on; nullptr when there is none.
  [[nodiscard]] const Tariff* tariff() const;
  [[nodiscard]] const ParoleReview* open_review() const;
  // The last that was decided; nullptr when none was.
  [[nodiscard]] const ParoleReview* last_decided() const;
};

// In custody under the sentence: never released, or back since.
bool is_held(const CaseState& state, const Tariff& tariff);

// After custody and orders of the state.
void apply_parole(CaseState& state, const record::Event& event);

} // namespace probity::casework

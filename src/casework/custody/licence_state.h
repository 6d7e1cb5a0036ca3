// What the record says of a person's licences: part of the state of a case.
#pragma once

#include <optional>
#include <vector>

#include "record/event.h"

namespace probity::casework {

// `superseded`: a draft in whose place the prison made a minimal one.
enum class LicenceStage {
  in_progress,
  submitted,
  approved,
  rejected,
  active,
  inactive,
  recalled,
  superseded
};
std::string_view to_text(LicenceStage stage);
enum class VariationStage { none, in_progress, submitted, rejected };

struct Licence {
  base::EntityId id;
  record::Symbol kind;
  record::Symbol author; // pseudonym
  LicenceStage stage = LicenceStage::in_progress;
  std::optional<base::Day> ends; // its last day, where it says one
  base::Day submitted;           // last
  std::uint64_t submitted_event = 0;
  std::uint64_t approved_event = 0;
  std::optional<base::Day> active_from;
  std::optional<base::Day> explained; // as it now stands
  std::uint64_t explained_event = 0;
  record::Symbol signature;
  std::vector<record::Symbol> conditions; // beyond the usual ones
  VariationStage variation = VariationStage::none;
  std::vector<record::Symbol> varied; // what the conditions would be
  base::Day variation_submitted;
  std::uint64_t variation_event = 0; // submitted, or decided last
  record::Symbol variation_author;
  base::Day varied_on; // the last change that was approved
  int variations = 0;  // approved
  bool reviewed = false;

  [[nodiscard]] bool minimal() const { return kind.text() == "minimal"; }
  // Neither approved nor given up.
  [[nodiscard]] bool draft() const {
    return stage == LicenceStage::in_progress || stage == LicenceStage::submitted ||
           stage == LicenceStage::rejected;
  }
  [[nodiscard]] bool stands() const {
    return stage == LicenceStage::approved || stage == LicenceStage::active;
  }
  // Can be written in, as draft or as variation.
  [[nodiscard]] bool open_variation() const { return variation == VariationStage::in_progress; }
};

// An event of the licence itself; `released`: the person is out of custody.
void apply(Licence& one, const record::Event& event, bool released);

} // namespace probity::casework

// The day of a release: what has to be in place, what of it is, and what is missing.
#pragma once

#include "casework/custody/custody_rules.h"

namespace probity::casework {

enum class ReleaseItem {
  release_recorded,
  practitioner_allocated,
  licence_active, // before the release: approved, so that it is in force with it
  licence_explained,
  first_appointment, // arranged within the standard for a licence
  accommodation_recorded,
  requirements_resumed, // compliance clocks that stood still run again
  victims_informed,     // each who is in contact, of this day
  monitoring_live,      // each tag that was ordered is fitted
};
std::string_view to_text(ReleaseItem item);

enum class ItemStatus {
  done,
  late, // done after the day of release, or an appointment after the standard
  missing,
  not_needed,
};
std::string_view to_text(ItemStatus status);

struct BoardItem {
  ReleaseItem item = ReleaseItem::release_recorded;
  ItemStatus status = ItemStatus::missing;
  base::Day due;
  std::uint64_t event = 0; // ledger index of what answers it; 0: nothing does
};

struct ReleaseBoard {
  enum class Basis { planned, notified, recorded };
  base::EntityId stay;
  base::Day day; // of the release
  Basis basis = Basis::planned;
  Act source;                   // what made it known
  std::vector<BoardItem> items; // one of each, in the order above
  std::optional<HardStop> stop;

  [[nodiscard]] const BoardItem& item(ReleaseItem item) const;
  [[nodiscard]] std::vector<ReleaseItem> missing() const;
};
std::string_view to_text(ReleaseBoard::Basis basis);

// Nothing when no release is in sight or it was called off, or when the person came back.
std::optional<ReleaseBoard> release_day(const CaseState& state, const Policy& policy,
                                        const rules::WorkingDays& working_days, base::Day on);

} // namespace probity::casework

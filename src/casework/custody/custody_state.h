// What the record says of prison, release, licence and supervision after sentence: part of the state of a
// case.
#pragma once

#include "casework/custody/licence_state.h"

namespace probity::casework {

struct CaseState;

struct Stay {
  base::EntityId id;
  base::Day received;
  record::Symbol reason;
  std::optional<base::Day> left;

  // All of the day, so not that of reception nor that of release.
  [[nodiscard]] bool holds_all(base::Day day) const { return received < day && (!left || day < *left); }
};

// An act, the day of it and its event in the ledger.
struct Act {
  base::Day day;
  std::uint64_t event = 0;
};

// The release from the last stay: planned, notified by the prison, recorded, or none of these.
struct Release {
  base::EntityId stay;
  std::optional<base::Day> planned;
  Act planning; // when that day was planned
  std::optional<base::Day> moved_from;
  std::optional<Act> notified;
  std::optional<Act> recorded;
  base::Day entered; // when the release was recorded
  record::Symbol type;

  // The day that counts; nothing when no release is in sight.
  [[nodiscard]] std::optional<base::Day> day() const;
  // What made it known.
  [[nodiscard]] Act source() const;
  [[nodiscard]] bool happened() const { return notified || recorded; }
  // On terms that make no licence.
  [[nodiscard]] bool unconditional() const;
};

struct Tag {
  base::EntityId id;
  Act ordered;
  std::optional<Act> fitted;
  bool removed = false;
};

struct ReleaseNotice {
  base::EntityId victim;
  base::Day of; // the day of release that was told
  Act given;
};

struct Custody {
  std::vector<Stay> stays;
  Release release;
  std::optional<base::Day> first_release; // under the sentence that the last reception was for
  std::vector<Licence> licences;
  std::optional<base::Day> post_sentence_from; // while it runs
  std::optional<base::EntityId> revoked_by;    // the last recall that revoked a licence
  bool to_return = false;                      // the licence was revoked, and no reception since

  // --- what the day of a release asks
  std::optional<Act> allocated; // the practitioner who holds the case
  std::optional<Act> accommodation;
  record::Symbol accommodation_kind;
  std::optional<Act> resumed; // compliance clocks, last
  bool was_suspended = false; // since the last reception
  std::vector<Tag> tags;
  std::vector<ReleaseNotice> notices;
  std::vector<std::pair<base::EntityId, std::uint64_t>> arranged; // appointment → event

  // The stay that goes on; nullptr when there is none.
  [[nodiscard]] const Stay* stay() const;
  // In prison all of that day.
  [[nodiscard]] bool held_all(base::Day day) const;
  // The last that was not superseded and has not ended; nullptr when there is none.
  [[nodiscard]] const Licence* licence() const;
};

// After custody, orders, recalls and supervision of the state.
void apply_custody_state(CaseState& state, const record::Event& event);

} // namespace probity::casework

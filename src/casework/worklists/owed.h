// What is owed: the open clocks of a person, with what has to be done, by whom and until when. A worklist is
// these of many people, in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casework/case_state.h"
#include "casework/policy.h"
#include "casework/workforce/workforce_state.h"

namespace probity::casework {

// What hangs on it; the order of a worklist, then the due day.
enum class Consequence {
  safety, // somebody may come to serious harm
  court,  // a court is to be told, or told not
  person, // somebody waits to hear where they stand
  record, // the record is not complete, so nothing else can be trusted
};

enum class OwedBy {
  practitioner,
  presenting_authority,
  receiving_body,
  provider,
  court_team,
  prison,
  victim_liaison,
  senior_probation_officer
};

struct Obligation {
  std::string_view kind; // "outcome", "ruling", "warning", "breach_decision", "referral", "resubmission",
                         // "presenting", "answer", "information"
  std::string_view what; // in plain words
  Consequence consequence = Consequence::record;
  OwedBy by = OwedBy::practitioner;
  base::EntityId entity; // the appointment or breach
  base::Day since;
  base::Day due;
  std::uint64_t start_event = 0; // ledger index of what started the clock

  [[nodiscard]] bool overdue(base::Day on) const { return due < on; }
};

// A clock that has started, or will on a day that is known, and whose case waits for what stops it. The same
// on every day that the policy holds: a day decides only whether it has started.
struct OpenClock {
  std::uint32_t kind = 0; // position among the kinds of the duties
  base::EntityId entity;
  base::Day started;
  base::Day due;
  std::uint64_t start_event = 0;

  bool operator==(const OpenClock&) const = default;
};

struct DutyKind;

// The kinds of obligation with their clocks, for one policy.
class Duties {
 public:
  // `workforce`: whether practitioners are there; nullptr: nothing is asked of it. It must outlive this.
  Duties(const Policy& policy, const base::Zone& zone, const Workforce* workforce = nullptr);
  ~Duties();
  Duties(const Duties&) = delete;
  Duties& operator=(const Duties&) = delete;

  // All that is owed for the person on the day, by what the case holds; the most pressing first.
  [[nodiscard]] std::vector<Obligation> owed(const timeline::Case& person, const CaseState& state,
                                             const rules::WorkingDays& working_days, base::Day on) const;
  // The same in two steps: what needs the person's events, and what the state and the day make of it.
  [[nodiscard]] std::vector<OpenClock> open_clocks(const timeline::Case& person, const CaseState& state,
                                                   const rules::WorkingDays& working_days) const;
  [[nodiscard]] std::vector<Obligation> owed(const CaseState& state, const std::vector<OpenClock>& clocks,
                                             const rules::WorkingDays& working_days, base::Day on) const;

 private:
  Policy policy_;
  const Workforce* workforce_;
  std::vector<DutyKind> kinds_; // the most pressing first, where due days are equal
};

} // namespace probity::casework

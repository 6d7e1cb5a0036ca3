// What the record says of transfers to another body: part of the state of a case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/event.h"

namespace probity::casework {

struct CaseState;

struct Transfer {
  enum class Stage { requested, accepted, refused, withdrawn, completed };
  base::EntityId id;
  record::Symbol from;
  record::Symbol to;
  Stage stage = Stage::requested;
  std::vector<record::Symbol> components; // "order:ID"
  base::Day since;                        // of the stage
  std::uint64_t event = 0;                // ledger index of what brought it to the stage

  [[nodiscard]] bool moves(std::string_view component) const;
};
std::string_view to_text(Transfer::Stage stage);

struct Transfers {
  std::vector<Transfer> all;

  [[nodiscard]] const Transfer* find(const base::EntityId& id) const;
  // Asked for and not answered.
  [[nodiscard]] const Transfer* open() const;
  // The last, when it was refused and the sending body has not said what it does.
  [[nodiscard]] const Transfer* returned() const;
  // The last, when it was accepted and is not over.
  [[nodiscard]] const Transfer* accepted() const;
};

void apply(Transfers& transfers, const record::Event& event);

// All that is open about the person and moves with them, as "KIND:ID", of the kinds of `component_kinds`:
// orders in force, requirements that run, appointments without outcome, breaches and a recall that are being
// dealt with, plans that are written or stand.
inline constexpr std::string_view component_kinds[] = {"order",  "requirement", "appointment",
                                                       "breach", "recall",      "plan"};
std::vector<std::string> open_components(const CaseState& state);

// The first appointment that the person attended since the receiving body took over; nothing: none yet.
std::optional<base::Day> first_contact(const CaseState& state, const Transfer& transfer);

} // namespace probity::casework

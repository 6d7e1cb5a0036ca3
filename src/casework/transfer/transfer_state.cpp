#include "casework/transfer/transfer_state.h"

#include <algorithm>

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/transfer.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace transfer = record::transfer;

const Symbol kind_transfer("transfer");

void take_components(Transfer& one, const record::Amounts* names) {
  one.components.clear();
  if (names == nullptr) return;
  for (const auto& entry : *names)
    one.components.push_back(entry.first);
}

std::optional<Transfer::Stage> stage_of(const Event& event) {
  if (is<transfer::requested>(event)) return Transfer::Stage::requested;
  if (is<transfer::accepted>(event)) return Transfer::Stage::accepted;
  if (is<transfer::refused>(event)) return Transfer::Stage::refused;
  if (is<transfer::withdrawn>(event)) return Transfer::Stage::withdrawn;
  if (is<transfer::completed>(event)) return Transfer::Stage::completed;
  return std::nullopt;
}

} // namespace

std::string_view to_text(Transfer::Stage stage) {
  switch (stage) {
  case Transfer::Stage::requested:
    return "requested";
  case Transfer::Stage::accepted:
    return "accepted";
  case Transfer::Stage::refused:
    return "refused";
  case Transfer::Stage::withdrawn:
    return "withdrawn";
  case Transfer::Stage::completed:
    return "completed";
  }
  return "";
}

bool Transfer::moves(std::string_view component) const {
  return std::any_of(components.begin(), components.end(),
                     [&](Symbol one) { return one.text() == component; });
}

const Transfer* Transfers::find(const base::EntityId& id) const {
  return find_entity(all, id);
}

const Transfer* Transfers::open() const {
  return !all.empty() && all.back().stage == Transfer::Stage::requested ? &all.back() : nullptr;
}

const Transfer* Transfers::returned() const {
  return !all.empty() && all.back().stage == Transfer::Stage::refused ? &all.back() : nullptr;
}

const Transfer* Transfers::accepted() const {
  return !all.empty() && all.back().stage == Transfer::Stage::accepted ? &all.back() : nullptr;
}

void apply(Transfers& transfers, const Event& event) {
  const auto stage = stage_of(event);
  const bool amended = is<transfer::amended>(event);
  const auto id = event.entity(kind_transfer);
  if (!id || (!stage && !amended)) return;
  Transfer& one = entity_of(transfers.all, *id);
  if (amended) {
    take_components(one, record::amounts<transfer::amended, "components">(event));
    return;
  }
  one.stage = *stage;
  one.since = day_of_act(event);
  one.event = event.index;
  if (!is<transfer::requested>(event)) return;
  one.from = record::symbol<transfer::requested, "from">(event);
  one.to = record::symbol<transfer::requested, "to">(event);
  take_components(one, record::amounts<transfer::requested, "components">(event));
}

std::vector<std::string> open_components(const CaseState& state) {
  std::vector<std::string> out;
  const auto add = [&](std::string_view kind, const base::EntityId& id) {
    out.push_back(std::string(kind) + ":" + id.hex());
  };
  for (const Order& one : state.orders)
    if (!one.ended) add("order", one.id);
  for (const Requirement& one : state.order_book.requirements)
    if (one.running()) add("requirement", one.id);
  for (const Appointment& one : state.appointments)
    if (one.open() && !one.mode.empty()) add("appointment", one.id);
  for (const Breach& one : state.breaches)
    if (one.running()) add("breach", one.id);
  for (const Recall& one : state.recalls)
    if (one.open()) add("recall", one.id);
  for (const Plan& one : state.plans.plans)
    if (one.open() || one.stands()) add("plan", one.id);
  return out;
}

std::optional<base::Day> first_contact(const CaseState& state, const Transfer& transfer) {
  std::optional<base::Day> out;
  for (const Appointment& one : state.appointments)
    if (one.outcome.text().starts_with("attended") && one.day >= transfer.since && (!out || one.day < *out))
      out = one.day;
  return out;
}

} // namespace probity::casework

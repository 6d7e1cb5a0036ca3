#include "casework/workforce/holding.h"

#include "casework/fold.h"
#include "record/scoring.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using record::Symbol;
using record::scoring::scored;

std::optional<std::int64_t> points_of(const record::Event& event) {
  static const Symbol figure("points");
  if (const record::Amounts* points = record::amounts<scored, "points">(event))
    for (const auto& [name, n] : *points)
      if (name == figure) return n;
  return std::nullopt;
}

// The letter of "level=B" or "tier=B1".
Symbol tier_of(const record::Event& event, std::string_view figure) {
  if (const record::Amounts* words = record::amounts<scored, "words">(event))
    for (const auto& [word, ignored] : *words) {
      const std::string_view text = word.text();
      const std::size_t equals = text.find('=');
      if (equals != std::string_view::npos && text.substr(0, equals) == figure)
        return Symbol(text.substr(equals + 1, 1));
    }
  return {};
}

} // namespace

void apply(Holding& holding, const record::Event& event) {
  using record::supervision::practitioner_allocated;
  static const Symbol workload("workload_case_points");
  static const Symbol tier_v2("tier_v2_protect");
  static const Symbol tier_v3("tier_v3");
  if (record::is<practitioner_allocated>(event)) {
    holding.grade = record::symbol<practitioner_allocated, "grade">(event);
    holding.since = day_of_act(event);
    holding.allocated_event = event.index;
    return;
  }
  if (!record::is<scored>(event)) return;
  const Symbol instrument = record::symbol<scored, "instrument">(event);
  if (instrument == workload) {
    holding.points = points_of(event);
    return;
  }
  if (instrument != tier_v2 && instrument != tier_v3) return;
  const Symbol tier = tier_of(event, instrument == tier_v2 ? "level" : "tier");
  if (tier == holding.tier) return;
  holding.tier = tier;
  holding.tier_since = day_of_act(event);
  holding.tier_event = event.index;
}

} // namespace probity::casework

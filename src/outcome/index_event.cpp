#include "outcome/index_event.h"

#include <algorithm>

#include "record/custody.h"
#include "record/offending.h"
#include "record/sentence.h"

namespace probity::outcome {
namespace {

using record::Event;
using record::Symbol;
namespace custody = record::custody;
namespace offending = record::offending;
namespace sentence = record::sentence;

bool is_release(const Event& event) {
  return record::is<custody::release_recorded>(event) || record::is<custody::release_notified>(event);
}

std::optional<base::EntityId> episode(const Event& event) {
  static const Symbol kind("custody");
  return event.entity(kind);
}

void add_release(std::vector<IndexEvent>& out, const Event& event) {
  const bool recorded = record::is<custody::release_recorded>(event);
  const auto id = episode(event);
  for (IndexEvent& known : out) {
    if (known.kind != IndexKind::release || !id || episode(*known.event) != id) continue;
    if (recorded)
      known.details = &event;
    else
      known.event = &event;
    return;
  }
  out.push_back({IndexKind::release, &event, &event, std::nullopt});
}

std::optional<IndexKind> kind_of_conviction(const Event& event) {
  static const Symbol caution("caution");
  static const Symbol inside("custody");
  const Symbol disposal = record::symbol<offending::offence_proven, "disposal">(event);
  if (disposal == inside) return std::nullopt;
  return disposal == caution ? IndexKind::caution : IndexKind::conviction;
}

bool is_custodial(const Event& imposed) {
  return record::symbol<sentence::imposed, "order_type">(imposed).text().starts_with("custody");
}

std::string stated(Symbol symbol) {
  return symbol.empty() ? "not_stated" : std::string(symbol.text());
}

Symbol disposal_of(const IndexEvent& index) {
  if (record::is<custody::release_recorded>(*index.details))
    return record::symbol<custody::release_recorded, "release_type">(*index.details);
  if (record::is<sentence::imposed>(*index.event))
    return record::symbol<sentence::imposed, "order_type">(*index.event);
  if (record::is<offending::offence_proven>(*index.event))
    return record::symbol<offending::offence_proven, "disposal">(*index.event);
  return {};
}

std::string supervision_of(const IndexEvent& index) {
  if (index.kind != IndexKind::release) return std::string(name(index.kind));
  const std::string_view type = disposal_of(index).text();
  if (type == "interstate_compact_parole") return "interstate_compact";
  if (type.starts_with("parole")) return "parole";
  if (type == "discharged_end_of_sentence" || type == "unconditional") return "discharged";
  if (type == "home_detention_curfew") return "licence";
  return type.empty() ? "not_stated" : std::string(type);
}

Symbol offence_of(const IndexEvent& index) {
  if (record::is<custody::release_recorded>(*index.details))
    return record::symbol<custody::release_recorded, "offence_type">(*index.details);
  if (record::is<sentence::imposed>(*index.event))
    return record::symbol<sentence::imposed, "offence_group">(*index.event);
  if (record::is<offending::offence_proven>(*index.event))
    return record::symbol<offending::offence_proven, "offence_group">(*index.event);
  return {};
}

} // namespace

std::vector<IndexEvent> index_events(const timeline::Case& person) {
  std::vector<IndexEvent> out;
  for (const Event& event : person.events) {
    if (is_release(event)) {
      add_release(out, event);
    } else if (record::is<custody::release_cancelled>(event)) {
      const auto id = episode(event);
      std::erase_if(out, [&](const IndexEvent& known) {
        return known.kind == IndexKind::release && id && episode(*known.event) == id;
      });
    } else if (record::is<sentence::imposed>(event)) {
      if (!is_custodial(event)) out.push_back({IndexKind::order, &event, &event, std::nullopt});
    } else if (record::is<offending::offence_proven>(event)) {
      if (const auto kind = kind_of_conviction(event)) out.push_back({*kind, &event, &event, std::nullopt});
    }
  }
  for (IndexEvent& index : out)
    index.days = days_of(index.event->valid);
  return out;
}

std::string_view body_of(const IndexEvent& index, const timeline::PersonTimeline& person) {
  if (!index.days) return {};
  const base::Day day = index.days->first;
  if (const Symbol body = person.provider_on(day); !body.empty()) return body.text();
  for (const timeline::Held& held : person.held) // by first day
    if (held.first > day)
      return held.first <= day + allocation_days ? held.provider.text() : std::string_view{};
  return {};
}

std::string group_of(Grouping grouping, const IndexEvent& index, const timeline::PersonTimeline& person) {
  switch (grouping) {
  case Grouping::provider: {
    const std::string_view body = body_of(index, person);
    return body.empty() ? "no_accountable_body" : std::string(body);
  }
  case Grouping::sex:
    return stated(person.sex);
  case Grouping::age_band:
    return stated(person.age_band);
  case Grouping::index_kind:
    return std::string(name(index.kind));
  case Grouping::disposal:
    return stated(disposal_of(index));
  case Grouping::supervision:
    return supervision_of(index);
  case Grouping::offence_group:
    return stated(offence_of(index));
  case Grouping::release_year:
    return index.days ? std::to_string(base::year_of(index.days->last)) : "not_stated";
  }
  return {};
}

std::string stratum_of(const std::vector<Grouping>& groupings, const IndexEvent& index,
                       const timeline::PersonTimeline& person) {
  std::string out;
  for (std::size_t i = 0; i < groupings.size(); ++i)
    out += (i == 0 ? "" : "/") + group_of(groupings[i], index, person);
  return out;
}

} // namespace probity::outcome

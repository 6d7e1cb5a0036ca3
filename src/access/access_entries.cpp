#include "access/access_entries.h"

#include <algorithm>
#include <deque>

#include "base/json.h"
#include "ledger/access_log.h"

namespace probity::access {
namespace {

using base::json::Value;

std::string text_of(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
}

base::Result<AccessEntry> entry_of(const ledger::StoredEvent& stored) {
  PROBITY_ASSIGN(const Value event, base::json::parse(stored.body));
  AccessEntry out;
  out.index = stored.index;
  out.type = text_of(event, "type");
  const auto at = base::parse_instant(text_of(event, "recorded"));
  const auto staff = base::EntityId::from_hex(text_of(event, "actor"));
  const Value* facts = event.find("facts");
  if (!at || !staff || facts == nullptr)
    return base::fail(base::ErrorCode::corrupt, "an entry of the access ledger is none",
                      "event " + std::to_string(stored.index));
  out.at = *at;
  out.staff = *staff;
  out.provider = text_of(event, "provider");
  out.role = text_of(*facts, "role");
  out.refused = text_of(*facts, "refused");
  out.page = text_of(*facts, out.type == ledger::type_part_opened ? "reason" : "page");
  if (out.type == ledger::type_record_read) {
    if (const auto person = base::StreamId::from_hex(text_of(event, "stream"))) out.people.push_back(*person);
  } else if (const Value* people = facts->find("people"); people != nullptr && people->array() != nullptr) {
    for (const Value& one : *people->array())
      if (const auto person = one.text() != nullptr ? base::StreamId::from_hex(*one.text()) : std::nullopt)
        out.people.push_back(*person);
  }
  return out;
}

bool takes(const AccessQuery& query, const AccessEntry& entry) {
  if (!query.type.empty() && entry.type != query.type) return false;
  if (query.from && entry.at < *query.from) return false;
  if (query.staff && entry.staff != *query.staff) return false;
  return !query.person ||
         std::find(entry.people.begin(), entry.people.end(), *query.person) != entry.people.end();
}

} // namespace

base::Result<std::vector<AccessEntry>> access_entries(const ledger::Ledger& log, const AccessQuery& query) {
  std::deque<AccessEntry> kept;
  std::optional<base::Error> trouble;
  PROBITY_TRY(log.scan(std::nullopt, [&](const ledger::StoredEvent& stored) {
    if (stored.index == 0) return true; // the log's own beginning
    auto entry = entry_of(stored);
    if (!entry) {
      trouble = std::move(entry.error());
      return false;
    }
    if (query.before && *query.before <= entry->at) return false; // as all that follow
    if (takes(query, *entry)) kept.push_back(std::move(*entry));
    if (kept.size() > query.most) kept.pop_front();
    return true;
  }));
  if (trouble) return tl::unexpected(std::move(*trouble));
  return std::vector<AccessEntry>(std::make_move_iterator(kept.rbegin()),
                                  std::make_move_iterator(kept.rend()));
}

} // namespace probity::access

#include "service/person_names.h"

#include <algorithm>

#include "base/json.h"
#include "record/person.h"

namespace probity::service {
namespace {

std::string name_in(std::string_view part) {
  const auto members = base::json::parse(part);
  const base::json::Value* name = members ? members->find("name") : nullptr;
  return name != nullptr && name->text() != nullptr ? *name->text() : std::string();
}

} // namespace

void PersonNames::note(const base::StreamId& person, const record::Event& event) {
  if (record::is<record::person::erased>(event)) {
    const auto subject =
        base::StreamId::from_hex(record::symbol<record::person::erased, "subject">(event).text());
    if (!subject) return;
    written_.erase(*subject);
    std::erase_if(waiting_, [&](const auto& one) { return one.second == *subject; });
  } else if (record::is<record::person::registered>(event)) {
    written_[person].push_back({event.index, event.id, event.corrects, {}});
    waiting_.emplace(event.index, person);
  }
}

base::Result<void> PersonNames::open(const ledger::Ledger& ledger) {
  std::vector<std::uint64_t> indexes;
  indexes.reserve(waiting_.size());
  for (const auto& [index, person] : waiting_)
    indexes.push_back(index);
  PROBITY_TRY(ledger.open_first_parts(indexes, [&](std::uint64_t index, std::string_view part) {
    std::vector<Written>& all = written_.at(waiting_.at(index));
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Written& one) { return one.index == index; });
    at->name = name_in(part);
  }));
  waiting_.clear();
  return {};
}

std::string PersonNames::of(const base::StreamId& person) const {
  const auto found = written_.find(person);
  if (found == written_.end()) return {};
  std::string out;
  for (const Written& original : found->second) {
    if (original.corrects) continue;
    const std::string* name = &original.name;
    bool stands = true;
    for (const Written& one : found->second) {
      if (!one.corrects || one.corrects->id != original.id) continue;
      if (one.corrects->kind != record::CorrectionKind::amend)
        stands = one.corrects->kind == record::CorrectionKind::reinstate;
      else if (!one.name.empty())
        name = &one.name;
    }
    if (stands && !name->empty()) out = *name;
  }
  return out;
}

} // namespace probity::service

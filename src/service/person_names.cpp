#include "service/person_names.h"

#include <algorithm>

#include "base/json.h"
#include "record/person.h"
#include "service/name_folding.h"

namespace probity::service {
namespace {

std::string name_in(std::string_view part) {
  const auto members = base::json::parse(part);
  const base::json::Value* name = members ? members->find("name") : nullptr;
  return name != nullptr && name->text() != nullptr ? *name->text() : std::string();
}

bool begins_a_word(const std::vector<std::string>& name, const std::string& word) {
  return std::any_of(name.begin(), name.end(), [&](const std::string& one) { return one.starts_with(word); });
}

} // namespace

void PersonNames::note(const base::StreamId& person, const record::Event& event) {
  if (record::is<record::person::erased>(event)) {
    const auto subject =
        base::StreamId::from_hex(record::symbol<record::person::erased, "subject">(event).text());
    if (!subject) return;
    written_.erase(*subject);
    stand(*subject, {});
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
  for (const auto& [index, person] : waiting_)
    stand(person, as_written(person));
  waiting_.clear();
  return {};
}

void PersonNames::stand(const base::StreamId& person, std::string name) {
  std::string& standing = standing_[person];
  for (const std::string& word : folded_words(standing)) {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) continue; // said twice in the name
    std::erase(found->second, person);
    if (found->second.empty()) by_word_.erase(found);
  }
  standing = std::move(name);
  for (std::string& word : folded_words(standing)) {
    std::vector<base::StreamId>& people = by_word_[std::move(word)];
    const auto place = std::lower_bound(people.begin(), people.end(), person);
    if (place == people.end() || *place != person) people.insert(place, person);
  }
  if (standing.empty()) standing_.erase(person);
}

std::string PersonNames::of(const base::StreamId& person) const {
  const auto found = standing_.find(person);
  return found == standing_.end() ? std::string() : found->second;
}

std::vector<base::StreamId> PersonNames::beginning_with(const std::vector<std::string>& words) const {
  std::vector<base::StreamId> out;
  if (words.empty()) return out;
  const auto longest = std::max_element(words.begin(), words.end(),
                                        [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (auto at = by_word_.lower_bound(*longest); at != by_word_.end() && at->first.starts_with(*longest);
       ++at)
    out.insert(out.end(), at->second.begin(), at->second.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase_if(out, [&](const base::StreamId& person) {
    const std::vector<std::string> name = folded_words(of(person));
    return !std::all_of(words.begin(), words.end(),
                        [&](const std::string& word) { return begins_a_word(name, word); });
  });
  return out;
}

std::string PersonNames::as_written(const base::StreamId& person) const {
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

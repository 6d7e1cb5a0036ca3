#include "service/person_names.h"

#include <algorithm>

#include "base/json.h"
#include "record/person.h"
#include "service/name_folding.h"

namespace probity::service {
namespace {

Identity identity_in(std::string_view part) {
  const auto members = base::json::parse(part);
  const auto text = [&](std::string_view member) {
    const base::json::Value* value = members ? members->find(member) : nullptr;
    return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
  };
  return {text("name"), base::parse_day(text("birth_date"))};
}

// Whatever the order of its words.
std::string whole(const std::string& name) {
  std::vector<std::string> words = folded_words(name);
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words)
    out += word + " ";
  return out;
}

template <class Index, class Key> void leave(Index& index, const Key& key, const base::StreamId& person) {
  const auto found = index.find(key);
  if (found == index.end()) return;
  std::erase(found->second, person);
  if (found->second.empty()) index.erase(found);
}

void enter(std::vector<base::StreamId>& people, const base::StreamId& person) {
  const auto place = std::lower_bound(people.begin(), people.end(), person);
  if (place == people.end() || *place != person) people.insert(place, person);
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
    numbers_[person] = event.stream;
    written_[person].push_back({event.index, event.id, event.corrects, {}});
    waiting_.emplace(event.index, person);
  }
}

void PersonNames::forget() {
  const std::uint64_t changes = changes_ + 1; // never a count that was
  *this = {};
  changes_ = changes;
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
    at->identity = identity_in(part);
  }));
  for (const auto& [index, person] : waiting_)
    stand(person, as_written(person));
  waiting_.clear();
  return {};
}

void PersonNames::stand(const base::StreamId& person, Identity identity) {
  ++changes_;
  const auto number = numbers_.find(person);
  if (number == numbers_.end()) return; // never had one
  Identity& standing = standing_[person];
  leave(by_name_, whole(standing.name), person);
  if (standing.birth) leave(by_birth_, *standing.birth, person);
  standing = std::move(identity);
  index_.put(number->second, folded_words(standing.name));
  if (standing.name.empty()) {
    standing_.erase(person);
    return;
  }
  enter(by_name_[whole(standing.name)], person);
  if (standing.birth) enter(by_birth_[*standing.birth], person);
}

Identity PersonNames::identity_of(const base::StreamId& person) const {
  const auto found = standing_.find(person);
  return found == standing_.end() ? Identity() : found->second;
}

std::string PersonNames::of(const base::StreamId& person) const {
  const auto found = standing_.find(person);
  return found == standing_.end() ? std::string() : found->second.name;
}

std::vector<std::pair<base::StreamId, Likeness>> PersonNames::like(const base::StreamId& person) const {
  std::map<base::StreamId, Likeness> out;
  const Identity own = identity_of(person);
  const auto compare = [&](const std::vector<base::StreamId>& others) {
    for (const base::StreamId& other : others)
      if (const auto found = other == person ? std::nullopt : likeness(own, standing_.at(other)))
        out.emplace(other, *found);
  };
  if (const auto named = by_name_.find(whole(own.name)); named != by_name_.end()) compare(named->second);
  if (own.birth)
    if (const auto born = by_birth_.find(*own.birth); born != by_birth_.end()) compare(born->second);
  return {out.begin(), out.end()};
}

std::vector<std::pair<base::StreamId, Identity>> PersonNames::people() const {
  return {standing_.begin(), standing_.end()};
}

Identity PersonNames::as_written(const base::StreamId& person) const {
  const auto found = written_.find(person);
  if (found == written_.end()) return {};
  Identity out;
  for (const Written& original : found->second) {
    if (original.corrects) continue;
    const Identity* identity = &original.identity;
    bool stands = true;
    for (const Written& one : found->second) {
      if (!one.corrects || one.corrects->id != original.id) continue;
      if (one.corrects->kind != record::CorrectionKind::amend)
        stands = one.corrects->kind == record::CorrectionKind::reinstate;
      else if (!one.identity.name.empty())
        identity = &one.identity;
    }
    if (stands && !identity->name.empty()) out = *identity;
  }
  return out;
}

} // namespace probity::service

#include "service/name_index.h"

#include <algorithm>

namespace probity::service {
namespace {

void enter(std::vector<std::uint32_t>& people, std::uint32_t person) {
  const auto place = std::lower_bound(people.begin(), people.end(), person);
  if (place == people.end() || *place != person) people.insert(place, person);
}

// Equal numbers leave it open; otherwise they are in the order of the texts.
std::uint64_t start_of(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t place = 0; place < 8; ++place)
    out = out << 8 | (place < text.size() ? static_cast<unsigned char>(text[place]) : 0U);
  return out;
}

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> out;
  for (std::size_t at = 1; at < folded.size();) {
    const std::size_t end = folded.find(' ', at);
    out.emplace_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

} // namespace

void NameIndex::put(std::uint32_t person, const std::vector<std::string>& words) {
  if (person >= names_.size()) {
    if (words.empty()) return;
    names_.resize(std::size_t{person} + 1);
  }
  Name& name = names_[person];
  for (const std::string& word : words_of(name.folded)) {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) continue; // said twice in the name
    std::erase(found->second, person);
    if (found->second.empty()) by_word_.erase(found);
  }
  name.folded.clear();
  for (const std::string& word : words) {
    name.folded += (name.folded.empty() ? " " : "") + word + " ";
    enter(by_word_[word], person);
  }
  name.start = start_of(name.folded);
}

NumberSet NameIndex::beginning_with(const std::vector<std::string>& words) const {
  NumberSet out;
  for (std::size_t number = 0; number < words.size(); ++number) {
    NumberSet having_it;
    const std::string& word = words[number];
    for (auto at = by_word_.lower_bound(word); at != by_word_.end() && at->first.starts_with(word); ++at)
      for (const std::uint32_t person : at->second)
        having_it.insert(person);
    if (number == 0)
      out = std::move(having_it);
    else
      out.meet(having_it);
  }
  return out;
}

NumberSet NameIndex::having(const std::string& word) const {
  NumberSet out;
  if (const auto found = by_word_.find(word); found != by_word_.end())
    for (const std::uint32_t person : found->second)
      out.insert(person);
  return out;
}

std::string_view NameIndex::folded(std::uint32_t person) const {
  return person < names_.size() ? std::string_view(names_[person].folded) : std::string_view();
}

bool NameIndex::comes_before(std::uint32_t person, std::uint32_t other) const {
  const std::uint64_t start = person < names_.size() ? names_[person].start : 0;
  const std::uint64_t other_start = other < names_.size() ? names_[other].start : 0;
  return start != other_start ? start < other_start : folded(person) < folded(other);
}

} // namespace probity::service

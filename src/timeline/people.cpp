#include "timeline/book.h"

#include <algorithm>
#include <unordered_map>

#include "record/person.h"

namespace probity::timeline {
namespace {

// For each closed stream's name the name of the stream that it was linked to.
std::unordered_map<record::Symbol, record::Symbol> closed_by(const Book& book) {
  std::unordered_map<record::Symbol, record::Symbol> closed;
  for (const Case& person : book.people) {
    const record::Symbol own(person.name.hex());
    for (const record::Event& event : person.events) {
      if (record::is<record::person::linked>(event))
        closed[record::symbol<record::person::linked, "other">(event)] = own;
      else if (record::is<record::person::unlinked>(event))
        closed.erase(record::symbol<record::person::unlinked, "other">(event));
    }
  }
  return closed;
}

} // namespace

People::People(const Book& book, Linked linked) {
  const auto closed =
      linked == Linked::one_person ? closed_by(book) : std::unordered_map<record::Symbol, record::Symbol>{};
  if (closed.empty()) {
    for (const Case& person : book.people)
      cases_.push_back(&person);
    return;
  }
  const auto survivor = [&](record::Symbol name) {
    // A chain of links ends within as many steps as there are links, even when it was entered as a circle.
    for (std::size_t step = 0; step <= closed.size(); ++step) {
      const auto found = closed.find(name);
      if (found == closed.end()) break;
      name = found->second;
    }
    return name;
  };
  std::map<std::uint32_t, std::vector<const Case*>> groups; // survivor's stream number → members
  std::map<std::string_view, const Case*> by_name;
  std::vector<std::string> names(book.people.size());
  for (std::size_t i = 0; i < book.people.size(); ++i) {
    names[i] = book.people[i].name.hex();
    by_name[names[i]] = &book.people[i];
  }
  for (std::size_t i = 0; i < book.people.size(); ++i) {
    const auto found = by_name.find(survivor(record::Symbol(names[i])).text());
    const Case* head = found == by_name.end() ? &book.people[i] : found->second;
    groups[head->stream].push_back(&book.people[i]);
  }
  joined_.reserve(groups.size());
  for (const auto& [stream, members] : groups) {
    if (members.size() == 1 && members.front()->stream == stream) {
      cases_.push_back(members.front());
      continue;
    }
    Case whole;
    whole.stream = stream;
    for (const Case* member : members) {
      if (member->stream == stream)
        whole.name = member->name;
      else
        whole.joined.push_back(member->name);
      whole.events.insert(whole.events.end(), member->events.begin(), member->events.end());
    }
    std::sort(whole.events.begin(), whole.events.end(),
              [](const record::Event& a, const record::Event& b) { return a.index < b.index; });
    joined_.push_back(std::move(whole));
    cases_.push_back(&joined_.back());
  }
}

} // namespace probity::timeline

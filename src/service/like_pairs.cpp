#include "service/like_pairs.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "service/office.h"

namespace probity::service {
namespace {

struct Compared {
  base::StreamId person;
  Comparable identity;
};
using Group = std::vector<const Compared*>;

// Every two of a group once.
template <class Visit> void each_two(const Group& group, const Visit& visit) {
  for (std::size_t a = 0; a < group.size(); ++a)
    for (std::size_t b = a + 1; b < group.size(); ++b)
      if (group[a]->person < group[b]->person)
        visit(*group[a], *group[b]);
      else
        visit(*group[b], *group[a]);
}

} // namespace

std::vector<LikePair> like_pairs(const People& people) {
  std::vector<Compared> all;
  all.reserve(people.size());
  for (const auto& [person, identity] : people)
    all.push_back({person, comparable(identity)});
  std::map<std::vector<std::string>, Group> by_name;
  std::map<base::Day, Group> by_birth;
  for (const Compared& one : all) {
    by_name[one.identity.words].push_back(&one);
    if (one.identity.birth) by_birth[*one.identity.birth].push_back(&one);
  }
  struct NamedPair {
    LikePair pair;
    const std::vector<std::string>* name;
  };
  std::vector<NamedPair> found;
  const auto note = [&](const Compared& one, const Compared& other) {
    if (const auto why = likeness(one.identity, other.identity))
      found.push_back({{one.person, other.person, *why}, &one.identity.words});
  };
  for (const auto& [name, group] : by_name)
    each_two(group, note);
  for (const auto& [birth, group] : by_birth)
    each_two(group, [&](const Compared& one, const Compared& other) {
      if (one.identity.words != other.identity.words) note(one, other);
    });
  std::sort(found.begin(), found.end(), [](const NamedPair& a, const NamedPair& b) {
    return std::tie(a.pair.likeness, *a.name, a.pair.one, a.pair.other) <
           std::tie(b.pair.likeness, *b.name, b.pair.one, b.pair.other);
  });
  std::vector<LikePair> out;
  out.reserve(found.size());
  for (const NamedPair& one : found)
    out.push_back(one.pair);
  return out;
}

std::shared_ptr<const KeptLikePairs::Pairs> KeptLikePairs::of(Office& office) {
  const std::lock_guard comparing(mutex_);
  Pairs made;
  People people;
  {
    const auto held = office.hold();
    made.changes = office.names().changes();
    if (kept_ && kept_->changes == made.changes) return kept_;
    people = office.names().people();
  }
  made.pairs = compare_(people);
  kept_ = std::make_shared<const Pairs>(std::move(made));
  return kept_;
}

} // namespace probity::service

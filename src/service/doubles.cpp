#include "service/doubles.h"

#include <algorithm>
#include <tuple>

#include "service/asking.h"

namespace probity::service {
namespace {

DoubleRecord shown(const Office& office, const base::StreamId& record, const casework::CaseState& state) {
  const Identity identity = office.names().identity_of(record);
  return {record,
          identity.name,
          identity.birth,
          std::string(state.provider.text()),
          std::string(state.practitioner.text()),
          static_cast<int>(state.orders.size())};
}

bool told_apart(const casework::CaseState& state, const base::StreamId& other) {
  const auto& apart = state.order_book.apart;
  const std::string name = other.hex();
  return std::any_of(apart.begin(), apart.end(), [&](record::Symbol one) { return one.text() == name; });
}

// Both sides, where the caller may see both and nobody has said yet what they are.
std::optional<Double> open_pair(const Office& office, const Caller& caller, const base::StreamId& a,
                                const base::StreamId& b, Likeness likeness) {
  const WorklistFollower& follower = office.follower();
  if (follower.standing_name(a) == follower.standing_name(b)) return std::nullopt;
  const auto one = follower.lists().find(follower.standing_name(a));
  const auto other = follower.lists().find(follower.standing_name(b));
  if (!one || !other || !may_see(office, caller, one->state) || !may_see(office, caller, other->state) ||
      told_apart(one->state, b) || told_apart(other->state, a))
    return std::nullopt;
  return Double{shown(office, a, one->state), shown(office, b, other->state), likeness};
}

} // namespace

std::vector<DoubleRecord> doubles_of(const Office& office, const Caller& caller,
                                     const base::StreamId& person) {
  std::vector<DoubleRecord> out;
  for (const auto& [other, why] : office.names().like(person))
    if (const auto pair = open_pair(office, caller, person, other, why)) out.push_back(pair->other);
  return out;
}

base::Result<Doubles> doubles(Office& office, const Caller& caller, std::uint64_t sheet) {
  const auto held = office.hold();
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, access::Action::see_doubles, "doubles"));
  Doubles out;
  for (const base::StreamId& person : office.names().named())
    for (const auto& [other, why] : office.names().like(person))
      if (person < other)
        if (auto pair = open_pair(office, caller, person, other, why)) out.pairs.push_back(std::move(*pair));
  std::stable_sort(out.pairs.begin(), out.pairs.end(),
                   [](const Double& a, const Double& b) { return a.likeness < b.likeness; });
  out.sheet = keep_sheet(out.pairs, sheet, double_rows);
  std::vector<base::StreamId> named;
  for (const Double& pair : out.pairs) {
    named.push_back(pair.one.person);
    named.push_back(pair.other.person);
  }
  log_list(office, permission, "doubles", std::move(named));
  return out;
}

} // namespace probity::service

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

// Whether the caller may see both, and nobody has said yet what they are.
bool is_open(const Office& office, const Caller& caller, const base::StreamId& a, const base::StreamId& b) {
  const WorklistFollower& follower = office.follower();
  if (follower.standing_name(a) == follower.standing_name(b)) return false;
  const auto one = follower.lists().find(follower.standing_name(a));
  const auto other = follower.lists().find(follower.standing_name(b));
  return one && other && may_see(office, caller, one->state) && may_see(office, caller, other->state) &&
         !told_apart(one->state, b) && !told_apart(other->state, a);
}

// Of a record that the lists have.
DoubleRecord shown(const Office& office, const base::StreamId& record) {
  const WorklistFollower& follower = office.follower();
  return shown(office, record, follower.lists().find(follower.standing_name(record))->state);
}

} // namespace

std::vector<DoubleRecord> doubles_of(const Office& office, const Caller& caller,
                                     const base::StreamId& person) {
  std::vector<DoubleRecord> out;
  for (const auto& [other, why] : office.names().like(person))
    if (is_open(office, caller, person, other)) out.push_back(shown(office, other));
  return out;
}

base::Result<Doubles> doubles(Office& office, const Caller& caller, std::uint64_t sheet) {
  // Before anybody is compared, so that nobody else makes the service work.
  const auto permission = [&] {
    const auto held = office.hold();
    return ask(office, caller, access::Action::see_doubles, "doubles");
  }();
  if (!permission) return tl::unexpected(permission.error());
  const auto compared = office.like_pairs().of(office);
  const auto held = office.hold();
  const PersonNames& names = office.names();
  // A name that was erased or put right meanwhile makes no pair any more.
  const bool is_newest = compared->changes == names.changes();
  std::vector<LikePair> open;
  for (const LikePair& pair : compared->pairs)
    if (is_open(office, caller, pair.one, pair.other) &&
        (is_newest || likeness(names.identity_of(pair.one), names.identity_of(pair.other)) == pair.likeness))
      open.push_back(pair);
  Doubles out;
  out.sheet = keep_sheet(open, sheet, double_rows);
  std::vector<base::StreamId> named;
  for (const LikePair& pair : open)
    out.pairs.push_back({shown(office, pair.one), shown(office, pair.other), pair.likeness});
  for (const Double& pair : out.pairs) {
    named.push_back(pair.one.person);
    named.push_back(pair.other.person);
  }
  log_list(office, *permission, "doubles", std::move(named));
  return out;
}

} // namespace probity::service

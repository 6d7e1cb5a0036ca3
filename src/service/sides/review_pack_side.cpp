#include "service/sides/review_pack_side.h"

#include <algorithm>

#include "service/asking.h"

namespace probity::service {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::chrono::milliseconds patience{2'000};

Result<base::Day> day_of(const PackAsked& asked, base::Day offence_on, base::Day today) {
  if (asked.on.empty()) return offence_on;
  const auto day = base::parse_day(asked.on);
  if (!day)
    return fail(ErrorCode::invalid_input, "\"" + asked.on + "\" is no day", "on",
                "Write a day like 2016-03-27");
  if (*day > today)
    return fail(ErrorCode::invalid_input, base::to_text(*day) + " is still to come", "on",
                "Write a day up to " + base::to_text(today));
  return *day;
}

} // namespace

Result<ReviewPackShown> review_pack(Office& office, const Caller& caller, const PackAsked& asked) {
  ReviewPackShown out;
  std::uint64_t size = 0;
  {
    const auto held = office.hold();
    PROBITY_TRY(ask_about(office, caller, access::Action::see_review_pack, asked.person, "review_pack"));
    out.person = office.follower().standing_name(asked.person);
    out.name = office.name_of(out.person);
    const auto seen = office.follower().lists().find(out.person);
    const casework::FurtherOffences& offences = seen->state.further_offences;
    const auto found = std::find_if(offences.all.begin(), offences.all.end(),
                                    [&](const auto& one) { return one.id == asked.offence; });
    if (found == offences.all.end())
      return fail(ErrorCode::not_found, "the case has no such serious further offence", "further_offence",
                  "Go to the serious further offences of the case and choose one there");
    out.offence = found->offence.text();
    out.offence_on = found->offence_on;
    PROBITY_ASSIGN(out.on, day_of(asked, found->offence_on, office.today()));
    out.held_case = std::any_of(offences.held_by.begin(), offences.held_by.end(), [&](record::Symbol staff) {
      return staff.text() == caller.member.staff.hex();
    });
    size = office.ledger().size();
  }
  auto then = office.review_packs().ask(out.person, out.on, size,
                                        asked.at_once ? std::chrono::milliseconds(0) : patience);
  if (!then && (then.error().code == ErrorCode::refused || then.error().code == ErrorCode::not_found))
    return fail(ErrorCode::invalid_input, then.error().message, "on", "Write a later day");
  if (!then) return tl::unexpected(std::move(then.error()));
  if (const auto* still = std::get_if<StillComputing>(&*then)) {
    out.pack = *still;
    return out;
  }
  const auto held = office.hold();
  PROBITY_ASSIGN(out.pack,
                 whole_pack(office.ledger(), std::get<std::shared_ptr<const KnownThen>>(std::move(*then))));
  return out;
}

} // namespace probity::service

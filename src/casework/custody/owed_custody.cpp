#include <algorithm>

#include "casework/custody/release_board.h"
#include "casework/worklists/duty_kind.h"

namespace probity::casework {
namespace {

const record::Symbol resettlement("resettlement");

std::optional<ReleaseBoard> board_of(const Situation& now) {
  return release_day(now.state, now.policy, now.working_days, now.on);
}

base::Day before(const Situation& now, base::Day day, const Limit& limit) {
  return now.after(day, {-limit.n, limit.unit});
}

// When what is missing for a release came on the lists; nothing before or after the time that it is on them.
std::optional<base::Day> listed_since(const Situation& now, const ReleaseBoard& board) {
  const CustodyPolicy& limits = now.policy.custody;
  if (now.on > now.after(board.day, limits.listed_after)) return std::nullopt;
  return std::max(board.source.day, before(now, board.day, limits.listed_before));
}

// An item that is missing. What became known too late for its day is due at once.
template <ReleaseItem Item> std::vector<Waiting> missing(const Situation& now) {
  const auto board = board_of(now);
  if (!board || board->item(Item).status != ItemStatus::missing) return {};
  const auto since = listed_since(now, *board);
  if (!since) return {};
  return {{board->stay, *since, std::max(board->item(Item).due, *since), board->source.event}};
}

// Only a day of release that has come can be recorded; that stays on the list until it is, or was called off.
std::vector<Waiting> release_record(const Situation& now) {
  const auto board = board_of(now);
  if (!board || board->item(ReleaseItem::release_recorded).status != ItemStatus::missing) return {};
  return {{board->stay, board->day, board->item(ReleaseItem::release_recorded).due, board->source.event}};
}

// What can be seen to only when the person is out.
template <ReleaseItem Item> std::vector<Waiting> missing_from_release(const Situation& now) {
  std::vector<Waiting> out = missing<Item>(now);
  const auto board = board_of(now);
  for (Waiting& one : out) {
    one.since = std::max(one.since, board->day);
    one.due = std::max(one.due, one.since);
  }
  return out;
}

// --- the licence

bool lacks_submission(const Situation& now, const ReleaseBoard& board) {
  const Licence* one = now.state.custody.licence();
  return board.item(ReleaseItem::licence_active).status == ItemStatus::missing &&
         !now.state.custody.release.happened() && (one == nullptr || one->stage != LicenceStage::submitted);
}

std::vector<Waiting> licence_submission(const Situation& now) {
  const auto board = board_of(now);
  if (!board || !board->stop || !lacks_submission(now, *board) || now.on >= board->stop->day) return {};
  const auto since = listed_since(now, *board);
  if (!since) return {};
  return {{board->stay, *since, std::max(board->stop->last, *since), board->source.event}};
}

std::vector<Waiting> licence_warning(const Situation& now) {
  const auto board = board_of(now);
  if (!board || !board->stop || !lacks_submission(now, *board) || now.on >= board->stop->day) return {};
  const base::Day since = std::max(board->source.day, board->stop->warning);
  return {{board->stay, since, std::max(board->stop->last, since), board->source.event}};
}

// From the hard stop on, and after a release without one, the prison makes the licence.
std::vector<Waiting> licence_minimal(const Situation& now) {
  const auto board = board_of(now);
  if (!board || board->item(ReleaseItem::licence_active).status != ItemStatus::missing) return {};
  const Licence* one = now.state.custody.licence();
  if (one != nullptr && one->stage == LicenceStage::submitted) return {};
  const bool out = now.state.custody.release.happened();
  if (!out && (!board->stop || now.on < board->stop->day)) return {};
  if (!listed_since(now, *board)) return {};
  const base::Day since = std::max(board->source.day, board->stop ? board->stop->day : board->day);
  return {{board->stay, since, std::max(board->day, since), board->source.event}};
}

std::vector<Waiting> licence_approval(const Situation& now) {
  const Licence* one = now.state.custody.licence();
  const auto board = board_of(now);
  if (one == nullptr || !board || one->stage != LicenceStage::submitted) return {};
  return {{one->id, one->submitted, std::max(board->day, one->submitted), one->submitted_event}};
}

// From the approval to the day of release; a change that was approved is explained by the next business day.
std::vector<Waiting> licence_explained(const Situation& now) {
  const Licence* one = now.state.custody.licence();
  if (one == nullptr || !one->stands() || one->explained) return {};
  if (one->variations > 0)
    return {{one->id, one->varied_on, now.after(one->varied_on, now.policy.custody.end_recorded),
             one->variation_event}};
  return missing<ReleaseItem::licence_explained>(now);
}

std::vector<Waiting> licence_review(const Situation& now) {
  const Licence* one = now.state.custody.licence();
  if (one == nullptr || !one->minimal() || one->reviewed || !one->active_from) return {};
  return {{one->id, *one->active_from, now.after(*one->active_from, now.policy.custody.licence_reviewed),
           one->approved_event}};
}

std::vector<Waiting> variation_decision(const Situation& now) {
  const Licence* one = now.state.custody.licence();
  if (one == nullptr || one->stage != LicenceStage::active || one->variation != VariationStage::submitted)
    return {};
  return {{one->id, one->variation_submitted,
           now.after(one->variation_submitted, now.policy.custody.variation_decided), one->variation_event}};
}

// Licence or supervision ran out, and nobody said what comes now. On the list from the day after.
std::vector<Waiting> sentence_end(const Situation& now) {
  const Under under_now = under(now.state);
  const Order* order = custodial_order(now.state);
  if (order == nullptr) return {};
  std::optional<base::Day> last;
  if (under_now == Under::post_sentence) last = post_sentence_ends(now.state, now.policy.custody);
  if (under_now == Under::licence) last = licence_ends(now.state);
  if (!last) return {};
  return {{order->id, *last + 1, now.after(*last, now.policy.custody.end_recorded), 0}};
}

// On the list from the day on which it is due, as every review of a plan. A plan filed or reviewed since has
// been looked at with the release in sight.
std::vector<Waiting> resettlement_review(const Situation& now) {
  const Plan* plan = now.state.plans.standing(resettlement);
  const Release& release = now.state.custody.release;
  if (plan == nullptr || !plan->drafted || plan->to_replace || !release.planned || release.happened())
    return {};
  const base::Day due = before(now, *release.planned, now.policy.custody.plan_reviewed_before);
  if (plan->reviewed.value_or(*plan->last_filed) >= due) return {};
  const base::Day since = std::max(due, release.planning.day);
  return {{plan->id, since, since, release.planning.event}};
}

} // namespace

void add_custody_duties(DutyKinds& kinds) {
  const auto add = [&kinds](std::string_view kind, std::string_view what, Consequence consequence, OwedBy by,
                            std::vector<Waiting> (*waiting)(const Situation&)) {
    kinds.push_back(standing(obligation(kind, what, consequence, by), waiting));
  };
  const Consequence safety = Consequence::safety;
  const Consequence person = Consequence::person;
  const OwedBy practitioner = OwedBy::practitioner;
  add("release_practitioner", "allocate a practitioner before the release", safety, OwedBy::provider,
      missing<ReleaseItem::practitioner_allocated>);
  add("licence_warning", "see to it that the licence is submitted before the hard stop", safety,
      OwedBy::provider, licence_warning);
  add("licence_submission", "write the licence and submit it", safety, practitioner, licence_submission);
  add("licence_minimal", "make a minimal licence", safety, OwedBy::prison, licence_minimal);
  add("licence_approval", "approve the licence or send it back", safety, OwedBy::prison, licence_approval);
  add("release_appointment", "arrange the first appointment after release", safety, practitioner,
      missing<ReleaseItem::first_appointment>);
  add("release_monitoring", "have the tag fitted", safety, practitioner,
      missing_from_release<ReleaseItem::monitoring_live>);
  add("variation_decision", "decide on a change of the licence", safety, OwedBy::provider,
      variation_decision);
  add("release_requirements", "let the compliance clocks run again", Consequence::court, practitioner,
      missing_from_release<ReleaseItem::requirements_resumed>);
  add("sentence_end", "end the sentence, or let supervision after it begin", Consequence::court, practitioner,
      sentence_end);
  add("licence_explained", "explain the licence to the person", person, practitioner, licence_explained);
  add("release_accommodation", "record where the person will live", person, practitioner,
      missing<ReleaseItem::accommodation_recorded>);
  add("licence_review", "review the licence that the prison made", person, practitioner, licence_review);
  add("resettlement_review", "review the plan for release", person, practitioner, resettlement_review);
  add("release_record", "record the release, or that it was called off", Consequence::record, practitioner,
      release_record);
}

} // namespace probity::casework

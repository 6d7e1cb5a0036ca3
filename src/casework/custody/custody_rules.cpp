#include "casework/custody/custody_rules.h"

#include <algorithm>

namespace probity::casework {
namespace {

bool is_friday(base::Day day) {
  return base::weekday(day) == base::Weekday::friday;
}

bool is_weekend(base::Day day) {
  const base::Weekday one = base::weekday(day);
  return one == base::Weekday::saturday || one == base::Weekday::sunday;
}

} // namespace

bool is_custodial(const Order& order) {
  return order.type.text().starts_with("custody");
}

std::string_view to_text(Under under) {
  switch (under) {
  case Under::nothing:
    return "nothing";
  case Under::custody:
    return "custody";
  case Under::licence:
    return "licence";
  case Under::post_sentence:
    return "post_sentence";
  case Under::court_order:
    return "court_order";
  }
  return "";
}

Under under(const CaseState& state) {
  if (state.in_custody) return Under::custody;
  if (state.custody.post_sentence_from) return Under::post_sentence;
  // A release that came without its sentence is one on licence, unless it says otherwise or the sentence
  // ended.
  const bool ended = custodial_order(state) == nullptr &&
                     std::any_of(state.orders.begin(), state.orders.end(), is_custodial);
  if (state.released && !ended && !state.custody.release.unconditional()) return Under::licence;
  const bool by_court = std::any_of(state.orders.begin(), state.orders.end(),
                                    [](const Order& one) { return !one.ended && !is_custodial(one); });
  return by_court ? Under::court_order : Under::nothing;
}

bool under_sentence_alone(const CaseState& state, Under what) {
  return under(state) == what && std::all_of(state.orders.begin(), state.orders.end(),
                                             [](const Order& one) { return one.ended || is_custodial(one); });
}

const Order* custodial_order(const CaseState& state) {
  const Order* latest = nullptr;
  for (const Order& one : state.orders)
    if (!one.ended && is_custodial(one) && (latest == nullptr || one.imposed >= latest->imposed))
      latest = &one;
  return latest;
}

std::optional<base::Day> sentence_ends(const CaseState& state) {
  const Order* order = custodial_order(state);
  const OrderTerms* terms = order == nullptr ? nullptr : state.order_book.terms(order->id);
  return terms == nullptr ? std::nullopt : terms->last_day();
}

std::optional<base::Day> licence_ends(const CaseState& state) {
  const Licence* licence = state.custody.licence();
  return licence != nullptr && licence->ends ? licence->ends : sentence_ends(state);
}

std::optional<base::Day> post_sentence_ends(const CaseState& state, const CustodyPolicy& policy) {
  const Order* order = custodial_order(state);
  const auto sentence = sentence_ends(state);
  const auto& released = state.custody.first_release;
  if (order == nullptr || !sentence || !released || order->imposed < policy.post_sentence_from)
    return std::nullopt;
  if (*sentence + 1 >= base::add_months(order->imposed, policy.post_sentence_under_months))
    return std::nullopt;
  const base::Day last = base::add_months(*released, policy.post_sentence_months) - 1;
  return last > *sentence ? std::optional(last) : std::nullopt;
}

std::optional<HardStop> hard_stop(const CaseState& state, const CustodyPolicy& policy,
                                  const rules::WorkingDays& working_days) {
  const Release& release = state.custody.release;
  if (!release.planned) return std::nullopt;
  const base::Day known = release.planning.day;
  base::Day start = *release.planned;
  while (!working_days.is_business_day(start, known))
    start = start - 1;
  const auto before = [&](base::Day day, const Limit& limit) {
    return day_after(day, {-limit.n, limit.unit}, working_days, known);
  };
  HardStop out;
  out.day = before(start, policy.hard_stop);
  out.warning = before(out.day, policy.hard_stop_warning);
  out.last = working_days.add_business_days(out.day, -1, known);
  return out;
}

std::string_view early_ground(base::Day day, const rules::WorkingDays& working_days, base::Day known) {
  if (is_weekend(day)) return "weekend";
  if (!working_days.is_business_day(day, known)) return "bank_holiday";
  return is_friday(day) ? "friday" : "";
}

base::Day earliest_release(base::Day planned, const CustodyPolicy& policy,
                           const rules::WorkingDays& working_days, base::Day known) {
  base::Day day = planned;
  for (int left = policy.brought_forward_days; left > 0;) {
    day = day - 1;
    if (working_days.is_business_day(day, known) && !is_friday(day)) --left;
  }
  return day;
}

std::string_view licence_word(const CaseState& state, const std::optional<HardStop>& stop, base::Day on) {
  const Licence* licence = state.custody.licence();
  const bool awaited = stop && !state.custody.release.happened() && custodial_order(state) != nullptr;
  if (licence == nullptr) {
    if (awaited) return on < stop->day ? "not_started" : "timed_out";
    return state.custody.licences.empty() ? "none" : to_text(state.custody.licences.back().stage);
  }
  if (licence->stage == LicenceStage::active) {
    if (licence->variation == VariationStage::in_progress) return "variation_in_progress";
    if (licence->variation == VariationStage::submitted) return "variation_submitted";
    if (licence->variation == VariationStage::rejected) return "variation_rejected";
  }
  const bool writing =
      licence->stage == LicenceStage::in_progress || licence->stage == LicenceStage::rejected;
  if (writing && !licence->minimal() && awaited && on >= stop->day) return "timed_out";
  return to_text(licence->stage);
}

} // namespace probity::casework

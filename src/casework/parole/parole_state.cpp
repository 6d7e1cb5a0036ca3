#include "casework/parole/parole_state.h"

#include "casework/case_state.h"
#include "casework/fold.h"
#include "record/custody.h"
#include "record/parole.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace parole = record::parole;

const Symbol kind_order("order");
const Symbol kind_review("review");

void apply_tariff(CaseState& state, const Event& event) {
  const auto id = event.entity(kind_order);
  if (id && is<parole::tariff_set>(event)) {
    Tariff& one = entity_of(state.parole.tariffs, *id);
    one.sentence = record::symbol<parole::tariff_set, "sentence">(event);
    one.expires = record::day<parole::tariff_set, "expires">(event);
    one.set = day_of_act(event);
    one.set_event = event.index;
  } else if (id && is<parole::licence_terminated>(event)) {
    entity_of(state.parole.tariffs, *id).terminated = true;
    entity_of(state.orders, *id).ended = day_of_act(event);
  } else if (is<record::custody::release_recorded>(event)) {
    for (Tariff& one : state.parole.tariffs)
      if (!one.first_release) {
        one.first_release = day_of_act(event);
        one.release_event = event.index;
      }
  } else if (is<record::custody::recalled>(event)) {
    for (Tariff& one : state.parole.tariffs)
      one.last_recall = day_of_act(event);
  }
}

void apply_review(CaseState& state, const Event& event) {
  const auto id = event.entity(kind_review);
  if (!id) return;
  ParoleReview& one = entity_of(state.parole.reviews, *id);
  if (is<parole::review_listed>(event)) {
    one.kind = record::symbol<parole::review_listed, "kind">(event);
    one.listed = one.hearing_known = day_of_act(event);
    one.listed_event = one.hearing_event = event.index;
    one.hearing = record::day<parole::review_listed, "hearing">(event).value_or(one.listed);
  } else if (is<parole::dossier_sent>(event)) {
    one.dossier_sent = true;
  } else if (is<parole::review_deferred>(event)) {
    one.hearing = record::day<parole::review_deferred, "hearing">(event).value_or(one.hearing);
    one.hearing_known = day_of_act(event);
    one.hearing_event = event.index;
    ++one.deferred;
  } else if (is<parole::decided>(event)) {
    one.outcome = record::symbol<parole::decided, "outcome">(event);
    one.decided = day_of_act(event);
    one.decided_event = event.index;
    one.next_review_by = record::day<parole::decided, "next_review_by">(event);
  }
}

} // namespace

bool Tariff::for_public_protection() const {
  return sentence == Symbol("imprisonment_for_public_protection") ||
         sentence == Symbol("detention_for_public_protection");
}

const Tariff* Parole::tariff() const {
  const auto found =
      std::find_if(tariffs.rbegin(), tariffs.rend(), [](const Tariff& one) { return !one.terminated; });
  return found == tariffs.rend() ? nullptr : &*found;
}

const ParoleReview* Parole::open_review() const {
  const auto found =
      std::find_if(reviews.begin(), reviews.end(), [](const ParoleReview& one) { return one.open(); });
  return found == reviews.end() ? nullptr : &*found;
}

const ParoleReview* Parole::last_decided() const {
  const auto found =
      std::find_if(reviews.rbegin(), reviews.rend(), [](const ParoleReview& one) { return !one.open(); });
  return found == reviews.rend() ? nullptr : &*found;
}

bool is_held(const CaseState& state, const Tariff& tariff) {
  return state.in_custody || !tariff.first_release;
}

void apply_parole(CaseState& state, const Event& event) {
  apply_tariff(state, event);
  apply_review(state, event);
}

} // namespace probity::casework

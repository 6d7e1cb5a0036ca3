#include "casework/drafting.h"
#include "casework/fold.h"
#include "casework/parole/parole_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

Result<void> set_tariff(Request& request) {
  using parole::set_tariff;
  const record::Event& asked = request.command.event;
  const base::EntityId id = request.entity("order");
  const Order* order = find_entity(request.state.orders, id);
  if (order == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such sentence",
                      std::string(asked.type->name), "Record the sentence first (sentence.imposed)");
  if (order->ended) return request.refuse("the sentence has ended", "Look at which sentence is meant");
  if (order->type != Symbol("custody_12_months_over"))
    return request.refuse("a tariff belongs to a sentence of custody", "Look at which sentence is meant");
  const auto expires = record::day<set_tariff, "expires">(asked);
  const bool whole_life = record::boolean<set_tariff, "whole_life">(asked).value_or(false);
  const Symbol sentence = record::symbol<set_tariff, "sentence">(asked);
  if (expires.has_value() == whole_life)
    return request.refuse("a tariff ends on a day, or it is for the whole life",
                          "Give expires=DAY or whole_life=true");
  if (whole_life && sentence != Symbol("life"))
    return request.refuse("only a life sentence is for the whole life", "Give expires=DAY");
  if (expires && *expires < order->imposed)
    return request.refuse("the tariff would end before the sentence of " + base::to_text(order->imposed),
                          "Look at the day again");
  record::EventBuilder event = request.draft(record::parole::tariff_set);
  event.fact("sentence", sentence.text());
  if (expires)
    event.fact("expires", *expires);
  else
    event.fact("whole_life", true);
  request.add(event);
  return {};
}

Result<void> list_review(Request& request) {
  using parole::list_review;
  const record::Event& asked = request.command.event;
  const Parole& all = request.state.parole;
  const Tariff* tariff = all.tariff();
  if (tariff == nullptr)
    return request.refuse("the person serves no indeterminate sentence",
                          "Set its tariff (parole.set_tariff)");
  if (!tariff->expires) return request.refuse("a whole-life tariff has no review", "Nothing is to be done");
  if (!is_held(request.state, *tariff))
    return request.refuse("the person is released", "Nobody is reviewed for release outside prison");
  if (find_entity(all.reviews, request.entity("review")) != nullptr)
    return request.refuse("there is such a review", "List another under an id of its own");
  if (all.open_review() != nullptr)
    return request.refuse("another review is open", "It is decided or put off first");
  const base::Day hearing = *record::day<list_review, "hearing">(asked);
  const Symbol kind = record::symbol<list_review, "kind">(asked);
  if (hearing < request.act_day())
    return request.refuse("the hearing would be over already", "Give the day to come");
  if ((kind == Symbol("recall")) != tariff->first_release.has_value())
    return request.refuse(tariff->first_release
                              ? "the person was released and is back: the review is of a recall"
                              : "the person was never released",
                          "Look at the kind of the review again");
  if (kind == Symbol("pre_tariff") && hearing > *tariff->expires)
    return request.refuse("the tariff is over on the day of the hearing",
                          "It is an on_tariff or post_tariff review");
  if (kind == Symbol("post_tariff") && hearing <= *tariff->expires)
    return request.refuse("the tariff is not over on the day of the hearing",
                          "It is a pre_tariff or on_tariff review");
  record::EventBuilder event = request.draft(record::parole::review_listed);
  event.fact("kind", kind.text()).fact("hearing", hearing);
  request.add(event);
  return {};
}

Result<const ParoleReview*> open_review(const Request& request) {
  const ParoleReview* found = find_entity(request.state.parole.reviews, request.entity("review"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such review",
                      std::string(request.command.event.type->name), "List it first (parole.list_review)");
  if (!found->open())
    return request.refuse("the board has decided: " + std::string(found->outcome.text()),
                          "List the next review (parole.list_review)");
  if (request.act_day() < found->listed)
    return request.refuse("the review was listed on " + base::to_text(found->listed),
                          "Act on that day or later");
  return found;
}

Result<void> send_dossier(Request& request) {
  PROBITY_ASSIGN(const ParoleReview* one, open_review(request));
  if (one->dossier_sent) return request.refuse("the board has the dossier", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::parole::dossier_sent);
  request.add(event);
  return {};
}

Result<void> defer_review(Request& request) {
  using parole::defer_review;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const ParoleReview* one, open_review(request));
  const base::Day hearing = *record::day<defer_review, "hearing">(asked);
  if (hearing <= one->hearing || hearing < request.act_day())
    return request.refuse("a review is put off to a later day than " + base::to_text(one->hearing),
                          "Give the day to come");
  record::EventBuilder event = request.draft(record::parole::review_deferred);
  event.fact("hearing", hearing).fact("reason", record::symbol<defer_review, "reason">(asked).text());
  request.add(event);
  return {};
}

Result<void> decide_review(Request& request) {
  using parole::decide;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const ParoleReview* one, open_review(request));
  const Symbol outcome = record::symbol<decide, "outcome">(asked);
  if (!one->dossier_sent)
    return request.refuse("the board has no dossier", "Record that it was sent (parole.send_dossier)");
  const Tariff* tariff = request.state.parole.tariff();
  if (tariff == nullptr) return request.refuse("the sentence has ended", "Nothing is left to decide");
  const bool release = outcome == Symbol("release");
  if (release && tariff->expires && request.act_day() < *tariff->expires)
    return request.refuse("nobody is released before the tariff is over on " +
                              base::to_text(*tariff->expires),
                          "The board may advise open conditions");
  auto next = record::day<decide, "next_review_by">(asked);
  if (release && next) return request.refuse("whoever is released has no next review", "Leave it out");
  const base::Day latest = request.after(request.act_day(), request.circumstances.policy.parole.next_review);
  if (!release && !next) next = latest;
  if (next && (*next <= request.act_day() || *next > latest))
    return request.refuse("the next review is over by " + base::to_text(latest),
                          "Give an earlier day to come");
  record::EventBuilder event = request.draft(record::parole::decided);
  event.fact("outcome", outcome.text());
  if (next) event.fact("next_review_by", *next);
  request.add(event);
  return {};
}

Result<void> terminate_licence(Request& request) {
  const Tariff* found = find_entity(request.state.parole.tariffs, request.entity("order"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such indeterminate sentence",
                      std::string(request.command.event.type->name), "Set its tariff (parole.set_tariff)");
  if (found->terminated) return request.refuse("the licence has ended", "Nothing is to be done");
  if (!found->for_public_protection())
    return request.refuse("a life licence lasts for life", "Its supervision may be suspended");
  if (is_held(request.state, *found))
    return request.refuse("the person is in custody, so there is no licence", "It may end after release");
  const ParolePolicy& policy = request.circumstances.policy.parole;
  base::Day from = request.after(*found->first_release, policy.licence_referred);
  if (record::symbol<parole::terminate_licence, "ground">(request.command.event) == Symbol("automatic")) {
    if (!policy.licence_ends)
      return request.refuse("no licence ended by itself on that day", "The board decides (ground=board)");
    from = request.after(from, *policy.licence_ends);
    // The last stretch is to be passed without a recall.
    if (found->last_recall) from = std::max(from, request.after(*found->last_recall, *policy.licence_ends));
  }
  if (request.act_day() < from)
    return request.refuse("the licence may end from " + base::to_text(from), "Wait until then");
  record::EventBuilder event = request.draft(record::parole::licence_terminated);
  event.fact("ground", record::symbol<parole::terminate_licence, "ground">(request.command.event).text());
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_parole(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<parole::set_tariff>(asked)) return set_tariff(request);
  if (record::is<parole::list_review>(asked)) return list_review(request);
  if (record::is<parole::send_dossier>(asked)) return send_dossier(request);
  if (record::is<parole::defer_review>(asked)) return defer_review(request);
  if (record::is<parole::decide>(asked)) return decide_review(request);
  PROBITY_ENSURE(record::is<parole::terminate_licence>(asked));
  return terminate_licence(request);
}

} // namespace probity::casework

#include <fmt/format.h>

#include "casework/custody/custody_commands.h"
#include "casework/custody/custody_rules.h"
#include "casework/drafting.h"
#include "record/appointment.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

// Nobody can keep an appointment from prison.
void call_off_appointments(Request& request) {
  for (const Appointment& one : request.state.appointments) {
    if (!one.open() || one.starts <= request.command.event.recorded) continue;
    record::EventBuilder event = request.draft(record::appointment::cancelled);
    event.valid(request.today()).entity("appointment", one.id).fact("by", "service");
    request.add(event);
  }
}

Result<const Stay*> present_stay(const Request& request) {
  const Stay* stay = request.state.custody.stay();
  if (stay == nullptr)
    return request.refuse("the person is not in prison", "Record the reception first (custody.receive)");
  if (stay->id != request.entity("custody"))
    return base::fail(base::ErrorCode::not_found, "that is not the stay that goes on",
                      std::string(request.command.event.type->name), "Name the present custody episode");
  if (request.act_day() < stay->received)
    return request.refuse("the person came into prison on " + base::to_text(stay->received),
                          "Give that day or a later one");
  return stay;
}

Result<void> receive(Request& request) {
  const Custody& all = request.state.custody;
  const Symbol reason = record::symbol<custody::receive, "reason">(request.command.event);
  if (all.stay() != nullptr)
    return request.refuse("the person is in prison since " + base::to_text(all.stay()->received),
                          "Record the release first, if there was one (custody.record_release)");
  if (find_entity(all.stays, request.entity("custody")) != nullptr)
    return request.refuse("there is a stay of this id", "Make a new id");
  if (reason == Symbol("sentence") && custodial_order(request.state) == nullptr)
    return request.refuse("no sentence of custody is in force",
                          "Record it first (sentence.impose), or the reception as on remand");
  if (reason == Symbol("recall") && !all.to_return)
    return request.refuse("no licence was revoked", "Record that first (custody.revoke_licence)");
  if (reason != Symbol("recall") && all.to_return)
    return request.refuse("the licence was revoked, so the person is back by recall",
                          "Give reason=recall; another sentence is recorded by itself");
  record::EventBuilder event = request.draft(record::custody::received);
  event.fact("reason", reason.text());
  request.add(event);
  call_off_appointments(request);
  return {};
}

Result<void> refuse_early(const Request& request, base::Day day) {
  const Tariff* tariff = request.state.parole.tariff();
  if (tariff == nullptr || !is_held(request.state, *tariff)) return {};
  const ParoleReview* decided = request.state.parole.last_decided();
  if (decided == nullptr || decided->outcome != Symbol("release"))
    return request.refuse("the parole board has not directed release", "Record its decision (parole.decide)");
  if (tariff->expires && day < *tariff->expires)
    return request.refuse("nobody is released before the tariff is over on " +
                              base::to_text(*tariff->expires),
                          "Give that day or a later one");
  return {};
}

Result<void> plan_release(Request& request) {
  PROBITY_ASSIGN(const Stay* stay, present_stay(request));
  const base::Day day = *record::day<custody::plan_release, "release_day">(request.command.event);
  if (stay->reason == Symbol("remand"))
    return request.refuse("the court decides how long a person is on remand",
                          "Record the sentence and a reception under it, or the release when it has come");
  if (day < request.act_day())
    return request.refuse("the day of release has passed", "Give a day to come, or record the release");
  if (request.state.custody.release.planned == day)
    return request.refuse("that is the planned day already", "Nothing is to be done");
  if (const auto last = sentence_ends(request.state); last && day > *last)
    return request.refuse("the sentence ends on " + base::to_text(*last), "Give that day or an earlier one");
  PROBITY_TRY(refuse_early(request, day));
  record::EventBuilder event = request.draft(record::custody::release_planned);
  event.fact("release_day", day);
  request.add(event);
  return {};
}

Result<void> bring_forward(Request& request) {
  PROBITY_TRY(present_stay(request));
  const Release& release = request.state.custody.release;
  const base::Day day = *record::day<custody::bring_forward, "release_day">(request.command.event);
  const rules::WorkingDays& working_days = request.circumstances.working_days;
  if (!release.planned)
    return request.refuse("no release is planned", "Plan it first (custody.plan_release)");
  const std::string_view ground = early_ground(*release.planned, working_days, request.today());
  if (ground.empty())
    return request.refuse(base::to_text(*release.planned) +
                              " is neither a Friday, a weekend nor a bank holiday",
                          "The planned day stays");
  if (day >= *release.planned || day < request.act_day())
    return request.refuse("an earlier day is one before " + base::to_text(*release.planned) +
                              " that has not passed",
                          "Give such a day");
  if (const std::string_view other = early_ground(day, working_days, request.today()); !other.empty())
    return request.refuse(fmt::format("{} is a {} itself", base::to_text(day),
                                      other == "bank_holiday" ? "bank holiday"
                                      : other == "weekend"    ? "day of the weekend"
                                                              : "Friday"),
                          "Give a day from Monday to Thursday that is no holiday");
  const base::Day earliest =
      earliest_release(*release.planned, request.circumstances.policy.custody, working_days, request.today());
  if (day < earliest)
    return request.refuse("the earliest day is " + base::to_text(earliest), "Give that day or a later one");
  record::EventBuilder planned = request.draft(record::custody::release_planned);
  planned.fact("release_day", day);
  request.add(planned);
  record::EventBuilder event = request.draft(record::custody::release_brought_forward);
  event.fact("from", *release.planned).fact("ground", ground);
  request.add(event);
  return {};
}

Result<void> cancel_release(Request& request) {
  const Release& release = request.state.custody.release;
  if (release.recorded)
    return request.refuse("the release is recorded", "Correct that entry, if it is wrong");
  if (!release.day()) return request.refuse("no release is in sight", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::custody::release_cancelled);
  request.add(event);
  return {};
}

Result<void> record_release(Request& request) {
  const Custody& all = request.state.custody;
  const base::EntityId id = request.entity("custody");
  if (all.release.recorded)
    return request.refuse("the release of " + base::to_text(all.release.recorded->day) + " is recorded",
                          "Correct that entry, if it is wrong");
  const Stay* stay = find_entity(all.stays, id);
  if (stay == nullptr || all.stays.back().id != id)
    return base::fail(base::ErrorCode::not_found, "the person is not in prison under that id",
                      std::string(request.command.event.type->name),
                      "Record the reception first (custody.receive), or name the last custody episode");
  if (request.act_day() < stay->received)
    return request.refuse("the person came into prison on " + base::to_text(stay->received),
                          "Give the day of release");
  record::EventBuilder event = request.draft(record::custody::release_recorded);
  event.fact("release_type",
             record::symbol<custody::record_release, "release_type">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> revoke_licence(Request& request) {
  const Symbol type = record::symbol<custody::revoke_licence, "recall_type">(request.command.event);
  const Under now = under(request.state);
  if (now == Under::post_sentence)
    return request.refuse("the licence has ended, so there is none to revoke",
                          "In supervision after sentence a failure goes to court");
  if (now != Under::licence)
    return request.refuse("the person is not on licence", "A licence is revoked after release");
  const Recall* sent = nullptr;
  for (const Recall& one : request.state.recalls)
    if (one.sent && one.decision != Symbol("no_recall")) sent = &one;
  if (sent == nullptr || request.state.custody.revoked_by == sent->id)
    return request.refuse("no recall was sent", "Decide, sign and send it first (recall.consider)");
  if (sent->decision != type)
    return request.refuse("the recall that was sent is " + std::string(sent->decision.text()),
                          "Name that kind of recall");
  record::EventBuilder event = request.draft(record::custody::recalled);
  event.fact("recall_type", type.text());
  request.add(event);
  call_off_appointments(request);
  return {};
}

Result<void> start_post_sentence(Request& request) {
  const Under now = under(request.state);
  if (now == Under::post_sentence)
    return request.refuse("supervision after sentence has begun", "Nothing is to be done");
  if (now != Under::licence)
    return request.refuse("the person is not on licence", "It begins when a licence has ended");
  const auto licence = licence_ends(request.state);
  if (!licence || !post_sentence_ends(request.state, request.circumstances.policy.custody))
    return request.refuse("this sentence has no supervision after it",
                          "End it when its last day has come (sentence.end)");
  if (request.act_day() <= *licence)
    return request.refuse("the licence runs until " + base::to_text(*licence), "Record it on the day after");
  if (request.state.open_recall() != nullptr)
    return request.refuse("it is being decided whether to recall the person",
                          "Close that first: the licence ended (recall.close)");
  record::EventBuilder event = request.draft(record::custody::post_sentence_supervision_started);
  request.add(event);
  return {};
}

Result<void> record_accommodation(Request& request) {
  const Symbol kind = record::symbol<accommodation::record_kind, "kind">(request.command.event);
  if (request.state.custody.accommodation && request.state.custody.accommodation_kind == kind)
    return request.refuse("that is what is recorded already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::accommodation::recorded);
  event.fact("kind", kind.text());
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_custody(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<custody::receive>(asked)) return receive(request);
  if (record::is<custody::plan_release>(asked)) return plan_release(request);
  if (record::is<custody::bring_forward>(asked)) return bring_forward(request);
  if (record::is<custody::cancel_release>(asked)) return cancel_release(request);
  if (record::is<custody::record_release>(asked)) return record_release(request);
  if (record::is<custody::revoke_licence>(asked)) return revoke_licence(request);
  if (record::is<custody::start_post_sentence>(asked)) return start_post_sentence(request);
  PROBITY_ENSURE(record::is<accommodation::record_kind>(asked));
  return record_accommodation(request);
}

} // namespace probity::casework

#include <algorithm>

#include "casework/custody/custody_rules.h"
#include "casework/custody/licence_commands.h"
#include "casework/drafting.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

bool is_prison(const Request& request) {
  return request.command.role == "prison";
}

Result<const Licence*> known_licence(const Request& request) {
  const Licence* found = find_entity(request.state.custody.licences, request.entity("licence"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such licence",
                      std::string(request.command.event.type->name), "Begin one (licence.begin)");
  if (found->stage == LicenceStage::superseded)
    return request.refuse("the prison made a minimal licence in its place", "Act on that one");
  return found;
}

Result<const Licence*> active_licence(const Request& request) {
  PROBITY_ASSIGN(const Licence* one, known_licence(request));
  if (one->stage != LicenceStage::active)
    return request.refuse("the licence is not in force: it is " + std::string(to_text(one->stage)),
                          "It is from release until it ends or is revoked");
  if (is_prison(request))
    return request.refuse("after release the licence is the practitioner's", "The practitioner does it");
  return one;
}

std::optional<HardStop> stop_of(const Request& request) {
  return hard_stop(request.state, request.circumstances.policy.custody, request.circumstances.working_days);
}

// From the hard stop on, and when the person is out already, only the prison writes.
bool is_stopped(const Request& request) {
  const auto stop = stop_of(request);
  return request.state.custody.release.happened() || (stop && request.today() >= stop->day);
}

Result<void> refuse_after_stop(const Request& request) {
  if (!is_stopped(request)) return {};
  const auto stop = stop_of(request);
  return request.refuse(stop && !request.state.custody.release.happened()
                            ? "the hard stop was on " + base::to_text(stop->day)
                            : "the person is released",
                        "The prison makes a minimal licence (licence.make_minimal), reviewed after release");
}

// What every licence needs, whoever writes it.
Result<void> check_new(const Request& request, std::optional<base::Day> ends) {
  if (custodial_order(request.state) == nullptr)
    return request.refuse("no sentence of custody is in force", "Record it first (sentence.impose)");
  if (find_entity(request.state.custody.licences, request.entity("licence")) != nullptr)
    return request.refuse("there is a licence of this id", "Make a new id");
  if (request.state.custody.post_sentence_from)
    return request.refuse("the licence has ended, and supervision after sentence runs",
                          "The court changes what that asks");
  if (!request.state.custody.release.day())
    return request.refuse("no release is planned", "Plan it first (custody.plan_release)");
  if (ends && *ends < *request.state.custody.release.day())
    return request.refuse("the licence would end before the release", "Give its last day, or leave it out");
  const auto sentence = sentence_ends(request.state);
  if (ends && sentence && *ends > *sentence)
    return request.refuse("the sentence ends on " + base::to_text(*sentence),
                          "Give that day or an earlier one");
  return {};
}

void add_begun(Request& request, std::string_view kind, std::optional<base::Day> ends) {
  record::EventBuilder event = request.draft(record::licence::begun);
  event.fact("kind", kind).fact("by", std::string_view(request.command.actor));
  if (ends) event.fact("ends", *ends);
  request.add(event);
}

Result<void> begin(Request& request) {
  const auto ends = record::day<licence::begin, "ends">(request.command.event);
  if (is_prison(request))
    return request.refuse("before the hard stop the practitioner writes the licence",
                          "From then on the prison makes a minimal one (licence.make_minimal)");
  PROBITY_TRY(check_new(request, ends));
  PROBITY_TRY(refuse_after_stop(request));
  if (request.state.custody.licence() != nullptr)
    return request.refuse("there is a licence: " +
                              std::string(to_text(request.state.custody.licence()->stage)),
                          "Go on with that one");
  add_begun(request, "standard", ends);
  return {};
}

Result<void> make_minimal(Request& request) {
  const auto ends = record::day<licence::make_minimal, "ends">(request.command.event);
  if (!is_prison(request))
    return request.refuse("a minimal licence is the prison's", "The prison makes it (role=prison)");
  PROBITY_TRY(check_new(request, ends));
  if (!is_stopped(request))
    return request.refuse("the practitioner may submit a licence until " +
                              base::to_text(stop_of(request)->last),
                          "Make it from the next business day on, if none was submitted");
  const Licence* one = request.state.custody.licence();
  if (one != nullptr && one->stands())
    return request.refuse("there is an approved licence", "Nothing is to be done");
  if (one != nullptr && one->stage == LicenceStage::submitted)
    return request.refuse("the practitioner's licence waits for approval",
                          "Approve or reject it first (licence.approve)");
  if (one != nullptr && one->minimal())
    return request.refuse("a minimal licence is being made", "Go on with that one");
  add_begun(request, "minimal", ends);
  return {};
}

// Its draft, or its variation; may be written in.
Result<const Licence*> open_licence(const Request& request) {
  PROBITY_ASSIGN(const Licence* one, known_licence(request));
  if (one->stage == LicenceStage::active && one->open_variation()) return one;
  if (one->stage == LicenceStage::submitted)
    return request.refuse("the licence waits for approval", "The prison approves or rejects it");
  if (!one->draft())
    return request.refuse("the licence is " + std::string(to_text(one->stage)),
                          "After release it is changed by a variation (licence.vary)");
  if (one->minimal())
    return request.refuse("a minimal licence has the usual conditions only",
                          "It is reviewed after release (licence.review)");
  PROBITY_TRY(refuse_after_stop(request));
  return one;
}

Result<void> change_condition(Request& request, const record::TypeDeclaration& type, Symbol condition) {
  PROBITY_ASSIGN(const Licence* one, open_licence(request));
  const std::vector<Symbol>& now = one->open_variation() ? one->varied : one->conditions;
  const bool has = std::find(now.begin(), now.end(), condition) != now.end();
  if (has == (&type == &record::licence::condition_added))
    return request.refuse(has ? "the licence has that condition" : "the licence does not have that condition",
                          "Nothing is to be done");
  record::EventBuilder event = request.draft(type);
  event.fact("condition", condition.text());
  request.add(event);
  return {};
}

void add_by(Request& request, const record::TypeDeclaration& type) {
  record::EventBuilder event = request.draft(type);
  event.fact("by", std::string_view(request.command.actor));
  request.add(event);
}

Result<void> submit(Request& request) {
  PROBITY_ASSIGN(const Licence* one, known_licence(request));
  if (one->stage == LicenceStage::submitted)
    return request.refuse("the licence waits for approval", "The prison approves or rejects it");
  if (!one->draft())
    return request.refuse("the licence is " + std::string(to_text(one->stage)), "Nothing is to be done");
  if (one->minimal() != is_prison(request))
    return request.refuse(one->minimal() ? "a minimal licence is the prison's"
                                         : "the practitioner submits the licence",
                          "Whoever wrote it does it");
  if (!one->minimal()) PROBITY_TRY(refuse_after_stop(request));
  add_by(request, record::licence::submitted);
  return {};
}

Result<const Licence*> submitted_licence(const Request& request) {
  PROBITY_ASSIGN(const Licence* one, known_licence(request));
  if (!is_prison(request))
    return request.refuse("the prison approves or rejects a licence", "The prison does it (role=prison)");
  if (one->stage != LicenceStage::submitted)
    return request.refuse("the licence does not wait for approval: it is " + std::string(to_text(one->stage)),
                          "Nothing is to be done");
  if (one->author == Symbol(request.command.actor))
    return request.refuse("nobody approves a licence of their own", "A colleague does it");
  return one;
}

Result<void> approve(Request& request) {
  PROBITY_TRY(submitted_licence(request));
  add_by(request, record::licence::approved);
  return {};
}

Result<void> reject(Request& request) {
  PROBITY_TRY(submitted_licence(request));
  record::EventBuilder event = request.draft(record::licence::rejected);
  event.fact("reason", record::symbol<licence::reject, "reason">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> explain(Request& request) {
  PROBITY_ASSIGN(const Licence* one, known_licence(request));
  if (!one->stands())
    return request.refuse("only a licence that is approved is explained: this one is " +
                              std::string(to_text(one->stage)),
                          "Have it approved first");
  if (one->explained)
    return request.refuse("it was explained as it stands on " + base::to_text(*one->explained),
                          "Nothing is to be done");
  record::EventBuilder event = request.draft(record::licence::explained);
  event.fact("signature", record::symbol<licence::explain, "signature">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

void add_variation_begun(Request& request, std::string_view reason) {
  record::EventBuilder event = request.draft(record::licence::variation_begun);
  event.fact("reason", reason);
  request.add(event);
}

Result<void> vary(Request& request) {
  PROBITY_ASSIGN(const Licence* one, active_licence(request));
  if (one->open_variation() || one->variation == VariationStage::submitted)
    return request.refuse("a change is being made or decided", "Go on with that one");
  add_variation_begun(request, record::symbol<licence::vary, "reason">(request.command.event).text());
  return {};
}

Result<void> submit_variation(Request& request) {
  PROBITY_ASSIGN(const Licence* one, active_licence(request));
  if (!one->open_variation()) return request.refuse("no change is being made", "Begin one (licence.vary)");
  const auto sorted = [](std::vector<Symbol> all) {
    std::sort(all.begin(), all.end(), [](Symbol a, Symbol b) { return a.text() < b.text(); });
    return all;
  };
  if (sorted(one->varied) == sorted(one->conditions))
    return request.refuse("nothing would change", "Add or drop a condition first (licence.add_condition)");
  add_by(request, record::licence::variation_submitted);
  return {};
}

Result<void> decide_variation(Request& request) {
  PROBITY_ASSIGN(const Licence* one, active_licence(request));
  if (one->variation != VariationStage::submitted)
    return request.refuse("no change waits for a decision",
                          "It is submitted first (licence.submit_variation)");
  if (request.command.role != "senior_manager")
    return request.refuse("a change of a licence is a senior manager's to decide",
                          "A senior manager decides (role=senior_manager)");
  if (one->variation_author == Symbol(request.command.actor))
    return request.refuse("nobody decides on a change of their own", "A colleague does it");
  record::EventBuilder event = request.draft(record::licence::variation_decided);
  event.fact("decision", record::symbol<licence::decide_variation, "decision">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> review(Request& request) {
  PROBITY_ASSIGN(const Licence* one, active_licence(request));
  if (!one->minimal())
    return request.refuse("only a minimal licence is reviewed",
                          "Change it when there is reason (licence.vary)");
  if (one->reviewed) return request.refuse("the licence was reviewed", "Nothing is to be done");
  const Symbol result = record::symbol<licence::review, "result">(request.command.event);
  record::EventBuilder event = request.draft(record::licence::reviewed);
  event.fact("result", result.text()).fact("by", std::string_view(request.command.actor));
  request.add(event);
  if (result == Symbol("with_variation")) add_variation_begun(request, "review_of_minimal");
  return {};
}

} // namespace

Result<void> decide_licence(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<licence::begin>(asked)) return begin(request);
  if (record::is<licence::make_minimal>(asked)) return make_minimal(request);
  if (record::is<licence::add_condition>(asked))
    return change_condition(request, record::licence::condition_added,
                            record::symbol<licence::add_condition, "condition">(asked));
  if (record::is<licence::drop_condition>(asked))
    return change_condition(request, record::licence::condition_dropped,
                            record::symbol<licence::drop_condition, "condition">(asked));
  if (record::is<licence::submit>(asked)) return submit(request);
  if (record::is<licence::approve>(asked)) return approve(request);
  if (record::is<licence::reject>(asked)) return reject(request);
  if (record::is<licence::explain>(asked)) return explain(request);
  if (record::is<licence::vary>(asked)) return vary(request);
  if (record::is<licence::submit_variation>(asked)) return submit_variation(request);
  if (record::is<licence::decide_variation>(asked)) return decide_variation(request);
  PROBITY_ENSURE(record::is<licence::review>(asked));
  return review(request);
}

} // namespace probity::casework

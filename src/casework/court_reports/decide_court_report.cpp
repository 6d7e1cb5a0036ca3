#include "casework/court_reports/court_report_commands.h"
#include "casework/drafting.h"
#include "casework/fold.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> words_of(const record::Amounts* names) {
  std::vector<std::string> out;
  if (names != nullptr)
    for (const auto& [name, ignored] : *names)
      out.emplace_back(name.text());
  return out;
}

// Only an order has requirements, and only those that there are.
Result<void> check_requirements(const Request& request, Symbol sentence,
                                const std::vector<std::string>& requirements) {
  const bool order = sentence == Symbol("community_order") || sentence == Symbol("suspended_sentence_order");
  if (!order && !requirements.empty())
    return request.refuse("only an order in the community has requirements", "Leave them out");
  if (sentence == Symbol("community_order") && requirements.empty())
    return request.refuse("a community order has a requirement", "Give requirements=unpaid_work,…");
  for (const std::string& one : requirements)
    if (!is_among(one, record::sentence::requirements))
      return request.refuse("there is no requirement \"" + one + "\"",
                            "docs/vocabulary.md lists them (sentence.requirement_started)");
  return {};
}

Result<void> ask(Request& request) {
  using court_report::ask;
  const record::Event& asked = request.command.event;
  if (find_entity(request.state.court_reports, request.entity("report")) != nullptr)
    return request.refuse("there is such a report", "Record another under an id of its own");
  const base::Day due = *record::day<ask, "due">(asked);
  if (due < request.act_day())
    return request.refuse("the case was put back to a day that was over", "Look at the two days again");
  record::EventBuilder event = request.draft(record::court_report::asked);
  event.fact("type", record::symbol<ask, "type">(asked).text()).fact("due", due);
  if (const Symbol court = record::symbol<ask, "court">(asked); !court.empty())
    event.fact("court", court.text());
  request.add(event);
  return {};
}

Result<const CourtReport*> report(const Request& request) {
  const CourtReport* found = find_entity(request.state.court_reports, request.entity("report"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such report",
                      std::string(request.command.event.type->name), "Record it first (court_report.ask)");
  if (request.act_day() < found->asked)
    return request.refuse("the report was asked for on " + base::to_text(found->asked),
                          "Act on that day or later");
  if (found->withdrawn) return request.refuse("the report is no longer asked for", "Record another if it is");
  if (!found->sentence.empty())
    return request.refuse("the court has passed sentence", "Nothing more is done on this report");
  return found;
}

Result<const CourtReport*> undelivered_report(const Request& request) {
  PROBITY_ASSIGN(const CourtReport* one, report(request));
  if (one->delivered)
    return request.refuse("the report was delivered on " + base::to_text(*one->delivered),
                          "Record what the court imposed (court_report.sentence)");
  return one;
}

Result<void> allocate(Request& request) {
  PROBITY_ASSIGN(const CourtReport* one, undelivered_report(request));
  const Symbol author = record::symbol<court_report::allocate, "author">(request.command.event);
  if (author == one->author) return request.refuse("that is its author already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::court_report::allocated);
  event.fact("author", author.text());
  request.add(event);
  return {};
}

Result<void> answer_suitability(Request& request) {
  using court_report::answer_suitability;
  const record::Event& asked = request.command.event;
  PROBITY_TRY(undelivered_report(request));
  const Symbol requirement = record::symbol<answer_suitability, "requirement">(asked);
  const Symbol answer = record::symbol<answer_suitability, "answer">(asked);
  const std::vector<std::string> sources = words_of(record::amounts<answer_suitability, "asked">(asked));
  if (sources.empty()) return request.refuse("it is not said who was asked", "Give asked=provider,police,…");
  for (const std::string& one : sources)
    if (!is_among(one, record::court_report::asked_of))
      return request.refuse("nobody is asked under the name \"" + one + "\"",
                            "Give childrens_services, court_record, householder, person, police, provider or "
                            "treatment_provider");
  // Somebody lives at the address of a curfew, and the police may know why they should not be alone there.
  if (requirement == Symbol("curfew") && answer == Symbol("suitable"))
    for (const std::string_view who : {"householder", "police"})
      if (std::find(sources.begin(), sources.end(), who) == sources.end())
        return request.refuse("an address suits a curfew only when the " + std::string(who) + " was asked",
                              "Ask, or answer not_known");
  record::EventBuilder event = request.draft(record::court_report::suitability_answered);
  event.fact("requirement", requirement.text())
      .fact("answer", answer.text())
      .fact("asked", sources)
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> adjourn(Request& request) {
  using court_report::adjourn;
  const record::Event& asked = request.command.event;
  PROBITY_TRY(undelivered_report(request));
  const base::Day due = *record::day<adjourn, "due">(asked);
  if (due <= request.act_day())
    return request.refuse("a case is put back to a later day", "Give the day of the next hearing");
  record::EventBuilder event = request.draft(record::court_report::adjourned);
  event.fact("due", due)
      .fact("asked_by", record::symbol<adjourn, "asked_by">(asked).text())
      .fact("reason", record::symbol<adjourn, "reason">(asked).text());
  request.add(event);
  return {};
}

Result<void> deliver(Request& request) {
  using court_report::deliver;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const CourtReport* one, undelivered_report(request));
  if (one->author.empty())
    return request.refuse("the report has no author", "Give it to one first (court_report.allocate)");
  const Symbol proposal = record::symbol<deliver, "proposal">(asked);
  const std::vector<std::string> requirements = words_of(record::amounts<deliver, "requirements">(asked));
  PROBITY_TRY(check_requirements(request, proposal, requirements));
  for (const std::string& requirement : requirements) {
    // Being supervised suits everybody.
    if (requirement == "rehabilitation_activity" || requirement == "supervision") continue;
    const Symbol answer = one->answer_of(Symbol(requirement));
    if (answer != Symbol("suitable"))
      return request.refuse(answer.empty() ? "nobody asked whether " + requirement + " suits the person"
                                           : requirement + " is answered " + std::string(answer.text()),
                            "Find out first (court_report.answer_suitability), or propose something else");
  }
  record::EventBuilder event = request.draft(record::court_report::delivered);
  event.fact("proposal", proposal.text());
  if (!requirements.empty()) event.fact("requirements", requirements);
  event.fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> withdraw(Request& request) {
  PROBITY_TRY(undelivered_report(request));
  record::EventBuilder event = request.draft(record::court_report::withdrawn);
  event.fact("reason", record::symbol<court_report::withdraw, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> sentence(Request& request) {
  using court_report::sentence;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const CourtReport* one, report(request));
  if (one->delivered && request.act_day() < *one->delivered)
    return request.refuse("the court had the report on " + base::to_text(*one->delivered),
                          "It passed sentence on that day or later");
  const Symbol imposed = record::symbol<sentence, "sentence">(asked);
  const std::vector<std::string> requirements = words_of(record::amounts<sentence, "requirements">(asked));
  PROBITY_TRY(check_requirements(request, imposed, requirements));
  record::EventBuilder event = request.draft(record::court_report::sentenced);
  event.fact("sentence", imposed.text());
  if (!requirements.empty()) event.fact("requirements", requirements);
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_court_report(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<court_report::ask>(asked)) return ask(request);
  if (record::is<court_report::allocate>(asked)) return allocate(request);
  if (record::is<court_report::answer_suitability>(asked)) return answer_suitability(request);
  if (record::is<court_report::adjourn>(asked)) return adjourn(request);
  if (record::is<court_report::deliver>(asked)) return deliver(request);
  if (record::is<court_report::withdraw>(asked)) return withdraw(request);
  PROBITY_ENSURE(record::is<court_report::sentence>(asked));
  return sentence(request);
}

} // namespace probity::casework

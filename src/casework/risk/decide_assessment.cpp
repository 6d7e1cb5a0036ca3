#include "casework/drafting.h"
#include "casework/fold.h"
#include "casework/risk/risk_register_commands.h"
#include "risk/instruments.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

Result<void> start(Request& request) {
  const RiskRegister& all = request.state.risk_register;
  if (find_entity(all.assessments, request.entity("assessment")) != nullptr)
    return request.refuse("there is such an assessment", "Begin another under an id of its own");
  if (all.open_assessment() != nullptr)
    return request.refuse("another assessment is open", "Complete or abandon that first");
  record::EventBuilder event = request.draft(record::risk::assessment_started);
  event.fact("purpose", record::symbol<assessment::start, "purpose">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<const Assessment*> unlocked(const Request& request) {
  const Assessment* found =
      find_entity(request.state.risk_register.assessments, request.entity("assessment"));
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "the case has no such assessment",
                      std::string(request.command.event.type->name), "Begin it first (assessment.start)");
  if (found->abandoned) return request.refuse("the assessment was given up", "Begin another");
  if (found->locked)
    return request.refuse("the assessment is locked", "Begin another: a locked one stays as it is");
  return found;
}

// name@version, of an instrument that this program has.
Result<void> check_instrument(const Request& request, std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos)
    return request.refuse("\"" + std::string(text) + "\" does not say which version was used",
                          "Write ogrs3@1: `probity risk instruments` lists them");
  const auto found = risk::find_instrument(text.substr(0, at));
  if (!found)
    return request.refuse("there is no instrument " + std::string(text.substr(0, at)),
                          "`probity risk instruments` lists them");
  const auto& tables = (*found)->tables;
  const bool known = std::any_of(tables.begin(), tables.end(), [&](const risk::Table* table) {
    return table->version == text.substr(at + 1);
  });
  if (!known)
    return request.refuse(std::string((*found)->name) + " has no version " + std::string(text.substr(at + 1)),
                          "`probity risk instruments` lists the versions");
  return {};
}

Result<void> complete(Request& request) {
  PROBITY_ASSIGN(const Assessment* one, unlocked(request));
  if (request.act_day() < one->started)
    return request.refuse("the assessment began on " + base::to_text(one->started),
                          "It is completed on that day or later");
  const auto& judged = request.state.risk_register.judgements;
  // An instrument's figure never stands for the judgement.
  if (judged.empty() || judged.back().day < one->started)
    return request.refuse("the risk of serious harm was not judged in this assessment",
                          "Judge it (risk.judge_harm); no score does it");
  std::vector<std::string> names;
  if (const record::Amounts* used =
          record::amounts<assessment::complete, "instruments">(request.command.event))
    for (const auto& [name, ignored] : *used) {
      PROBITY_TRY(check_instrument(request, name.text()));
      names.emplace_back(name.text());
    }
  if (names.empty()) return request.refuse("no instrument is named", "Give instruments=ogrs3@1,…");
  record::EventBuilder event = request.draft(record::risk::assessment_completed);
  event.fact("instruments", names).fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> lock(Request& request) {
  PROBITY_ASSIGN(const Assessment* one, unlocked(request));
  if (!one->completed)
    return request.refuse("the assessment is not completed", "Complete it first (assessment.complete)");
  if (request.state.high_risk() && Symbol(request.command.actor) == one->completed_by)
    return request.refuse("where harm is judged high or very high, somebody else locks the assessment",
                          "A colleague or manager reads and locks it");
  record::EventBuilder event = request.draft(record::risk::assessment_locked);
  event.fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> abandon(Request& request) {
  PROBITY_ASSIGN(const Assessment* one, unlocked(request));
  if (one->completed) return request.refuse("the assessment is completed", "Lock it, or complete it anew");
  record::EventBuilder event = request.draft(record::risk::assessment_abandoned);
  event.fact("reason", record::symbol<assessment::abandon, "reason">(request.command.event).text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

} // namespace

Result<void> decide_assessment(Request& request) {
  const record::Event& asked = request.command.event;
  if (record::is<assessment::start>(asked)) return start(request);
  if (record::is<assessment::complete>(asked)) return complete(request);
  if (record::is<assessment::lock>(asked)) return lock(request);
  PROBITY_ENSURE(record::is<assessment::abandon>(asked));
  return abandon(request);
}

} // namespace probity::casework

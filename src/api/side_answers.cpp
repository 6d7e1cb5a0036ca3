#include "api/side_answers.h"

#include "api/json_parts.h"

namespace probity::api {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

Value whole(int value) {
  return Value(std::int64_t{value});
}

Value day_json(base::Day day) {
  return Value(base::to_text(day));
}

// What every side has; the rest is added to it.
Value side_json(const service::CaseSide& side) {
  Array commands;
  for (const record::TypeDeclaration* type : side.offered)
    commands.emplace_back(type->name);
  Value out(Object{{"case", Value(side.person.hex())},
                   {"commands", Value(std::move(commands))},
                   {"identity", identity_json(side.identity)},
                   {"on", day_json(side.on)},
                   {"owed", items_json(side.owed)},
                   {"recorded", events_json(side.recorded)},
                   {"size", number(side.size)}});
  set_unless_empty(out, "name", side.name);
  set_unless_empty(out, "provider", side.provider);
  set_unless_empty(out, "practitioner", side.practitioner);
  set_unless_empty(out, "duty_team", side.duty_team);
  return out;
}

Value failure_json(const service::ShownFailure& one) {
  Value out(Object{{"appointment", Value(one.appointment.hex())},
                   {"counts", Value(one.counts)},
                   {"day", day_json(one.day)},
                   {"outcome", Value(one.outcome)},
                   {"pending", Value(one.pending)},
                   {"unpaid_work", Value(one.unpaid_work)}});
  set_unless_empty(out, "ruling", one.ruling);
  set_if_known(out, "evidence_by", one.evidence_by);
  set_if_known(out, "warned", one.warned);
  if (one.withdrawn) out.set("warning_withdrawn", Value(true));
  return out;
}

Value breach_json(const service::ShownBreach& one) {
  Value out(Object{{"advice", Value(one.advice)},
                   {"breach", Value(one.id.hex())},
                   {"ground", Value(one.ground)},
                   {"returned", whole(one.returned)},
                   {"stage", Value(service::to_text(one.stage))}});
  set_if_known(out, "raised", one.raised);
  set_unless_empty(out, "decision", one.decision);
  set_unless_empty(out, "reason", one.reason);
  set_unless_empty(out, "explanation", one.explanation);
  set_unless_empty(out, "result", one.result);
  set_if_known(out, "ended", one.ended);
  return out;
}

Value hand_over_json(const service::HandOver& one) {
  Array steps;
  for (const service::HandOverStep& step : one.steps) {
    Value row(Object{{"done", Value(step.done)}, {"what", Value(service::to_text(step.what))}});
    set_if_known(row, "day", step.day);
    steps.push_back(std::move(row));
  }
  return Value(Object{{"for_risk", Value(one.for_risk)},
                      {"from", Value(one.from)},
                      {"id", Value(one.id.hex())},
                      {"people_of_from", number(one.people_of_from)},
                      {"people_of_to", number(one.people_of_to)},
                      {"stage", Value(one.stage)},
                      {"steps", Value(std::move(steps))},
                      {"to", Value(one.to)}});
}

std::string_view result_text(service::PlanCheckShown::Result result) {
  switch (result) {
  case service::PlanCheckShown::Result::passed:
    return "passed";
  case service::PlanCheckShown::Result::failed:
    return "failed";
  case service::PlanCheckShown::Result::when_filed:
    return "when_filed";
  }
  return "";
}

Value content_json(const service::PlanShown& one) {
  Array objectives;
  for (const casework::PlanObjective& goal : one.objectives)
    objectives.emplace_back(Object{{"by", day_json(goal.by)},
                                   {"need", Value(goal.need.text())},
                                   {"objective", Value(goal.objective.text())}});
  Array actions;
  for (const casework::PlanAction& action : one.actions) {
    Value row(Object{{"action", Value(action.action.text())},
                     {"by", day_json(action.by)},
                     {"need", Value(action.need.text())},
                     {"number", Value(action.number)},
                     {"owner", Value(action.owner.text())}});
    set_unless_empty(row, "result", action.result.text());
    actions.push_back(std::move(row));
  }
  Value out(Object{{"actions", Value(std::move(actions))},
                   {"needs", texts_json(one.needs)},
                   {"objectives", Value(std::move(objectives))}});
  if (one.words) out.set("words", Value(*one.words));
  return out;
}

Value plan_json(const service::PlanShown& one) {
  Value checks(Object{});
  for (const service::PlanCheckShown& check : one.checks)
    checks.set(casework::to_text(check.fault), Value(result_text(check.result)));
  Value out(Object{{"checks", std::move(checks)},
                   {"kind", Value(one.kind)},
                   {"plan", Value(one.id.hex())},
                   {"status", Value(service::to_text(one.status))}});
  if (one.written_here) out.set("content", content_json(one));
  set_if_known(out, "filed", one.filed);
  set_if_known(out, "filed_again", one.refiled);
  set_unless_empty(out, "timing", one.timing);
  set_if_known(out, "due", one.due);
  set_unless_empty(out, "agreement", one.agreement);
  set_if_known(out, "review_by", one.review_by);
  set_if_known(out, "reviewed", one.reviewed);
  return out;
}

Value report_json(const service::CourtReportShown& one) {
  Value out(Object{{"adjournments", whole(one.adjournments)},
                   {"adjournments_by_service", whole(one.adjournments_by_service)},
                   {"asked", day_json(one.asked)},
                   {"concordance", Value(one.concordance)},
                   {"court_day", day_json(one.court_day)},
                   {"due", day_json(one.due)},
                   {"report", Value(one.id.hex())},
                   {"stage", Value(service::to_text(one.stage))},
                   {"suitability", fields_json(one.suitability)},
                   {"type", Value(one.type)}});
  set_unless_empty(out, "author", one.author);
  set_if_known(out, "delivered", one.delivered);
  set_unless_empty(out, "proposal", one.proposal);
  if (!one.proposed.empty()) out.set("proposed", texts_json(one.proposed));
  set_unless_empty(out, "sentence", one.sentence);
  if (!one.imposed.empty()) out.set("imposed", texts_json(one.imposed));
  return out;
}

Value offence_json(const service::FurtherOffenceShown& one) {
  Value out(Object{{"automatic", Value(one.automatic)},
                   {"further_offence", Value(one.id.hex())},
                   {"learnt", day_json(one.learnt)},
                   {"offence", Value(one.offence)},
                   {"offence_on", day_json(one.offence_on)},
                   {"stage", Value(service::to_text(one.stage))}});
  set_if_known(out, "first_court", one.first_court);
  set_if_known(out, "notified", one.notified);
  set_unless_empty(out, "decision", one.decision);
  set_if_known(out, "reviewed", one.reviewed);
  set_unless_empty(out, "finding", one.finding);
  set_unless_empty(out, "result", one.result);
  return out;
}

template <class Rows, class Write> Value rows_json(const Rows& rows, Write write) {
  Array out;
  for (const auto& row : rows)
    out.push_back(write(row));
  return Value(std::move(out));
}

} // namespace

Value to_json(const service::EnforcementShown& shown) {
  Value out = side_json(shown.side);
  out.set("breaches", rows_json(shown.breaches, breach_json));
  out.set("failures", rows_json(shown.failures, failure_json));
  out.set("failures_allowed", whole(shown.failures_allowed));
  out.set("failures_in_twelve_months", whole(shown.in_twelve_months));
  out.set("failure_days_since_breach", whole(shown.days_since_breach));
  out.set("under", Value(shown.under));
  set_if_known(out, "warned_until", shown.warned_until);
  if (!shown.open_recall.empty()) out.set("recall", fields_json(shown.open_recall));
  return out;
}

Value to_json(const service::FailureLetter& letter) {
  const bool warning = letter.kind == service::FailureLetter::Kind::warning;
  Value out(Object{{"case", Value(letter.person.hex())},
                   {"given", Value(letter.given)},
                   {"kind", Value(warning ? "warning" : "evidence")},
                   {"on", day_json(letter.on)},
                   {"outcome", Value(letter.outcome)},
                   {"starts", Value(base::to_text(letter.starts))},
                   {"under", Value(letter.under)},
                   {"unpaid_work", Value(letter.unpaid_work)}});
  set_unless_empty(out, "name", letter.name);
  if (warning)
    out.set("lasts_until", day_json(letter.lasts_until));
  else
    set_if_known(out, "evidence_by", letter.evidence_by);
  return out;
}

Value to_json(const service::RiskShown& shown) {
  Value out = side_json(shown.side);
  out.set("assessments", rows_json(shown.assessments, [](const service::ShownAssessment& one) {
            Value row(Object{{"abandoned", Value(one.abandoned)},
                             {"assessment", Value(one.id.hex())},
                             {"locked", Value(one.locked)},
                             {"purpose", Value(one.purpose)},
                             {"started", day_json(one.started)}});
            set_if_known(row, "completed", one.completed);
            return row;
          }));
  out.set("flags", rows_json(shown.flags, [](const service::ShownFlag& one) {
            Value row(Object{
                {"flag", Value(one.id.hex())}, {"kind", Value(one.kind)}, {"seen", day_json(one.seen)}});
            set_unless_empty(row, "level", one.level);
            set_unless_empty(row, "category", one.category);
            set_if_known(row, "review_by", one.review_by);
            return row;
          }));
  out.set("judgements", rows_json(shown.judgements, [](const service::ShownJudgement& one) {
            Value row(Object{{"day", day_json(one.day)},
                             {"event", number(one.event)},
                             {"groups", fields_json(one.groups)},
                             {"level", Value(one.level)}});
            set_unless_empty(row, "by", one.by);
            return row;
          }));
  if (shown.hand_over) out.set("hand_over", hand_over_json(*shown.hand_over));
  set_unless_empty(out, "harm_level", shown.level);
  set_unless_empty(out, "tier", shown.tier);
  if (shown.points) out.set("points", Value(*shown.points));
  return out;
}

Value to_json(const service::PlansShown& shown) {
  Value out = side_json(shown.side);
  out.set("plans", rows_json(shown.plans, plan_json));
  return out;
}

Value to_json(const service::PlanTwins& shown) {
  Value out(Object{{"case", Value(shown.person.hex())},
                   {"closed", whole(shown.closed)},
                   {"has_text", Value(shown.has_text)},
                   {"kind", Value(shown.kind)},
                   {"plan", Value(shown.plan.hex())},
                   {"twins", rows_json(shown.twins, [](const service::PlanTwin& one) {
                      Value row(Object{{"case", Value(one.person.hex())},
                                       {"earlier", Value(one.earlier)},
                                       {"percent", whole(one.percent)},
                                       {"plan", Value(one.plan.hex())},
                                       {"same_author", Value(one.same_author)}});
                      set_unless_empty(row, "name", one.name);
                      return row;
                    })}});
  set_unless_empty(out, "name", shown.name);
  return out;
}

Value to_json(const service::CourtReportsShown& shown) {
  Value out = side_json(shown.side);
  out.set("reports", rows_json(shown.reports, report_json));
  return out;
}

Value to_json(const service::ReviewPackShown& shown) {
  Value out = service::to_json(std::get<service::WholePack>(shown.pack));
  out.erase("ok"); // of the program's command
  out.set("further_offence",
          Value(Object{{"offence", Value(shown.offence)}, {"offence_on", day_json(shown.offence_on)}}));
  out.set("held_case", Value(shown.held_case));
  set_unless_empty(out, "name", shown.name);
  return out;
}

Value to_json(const service::FurtherOffencesShown& shown) {
  Value out = side_json(shown.side);
  out.set("further_offences", rows_json(shown.offences, offence_json));
  out.set("held_by", whole(shown.held_by));
  out.set("held_case", Value(shown.held_case));
  out.set("overdue", number(shown.overdue));
  set_if_known(out, "last_seen", shown.last_seen);
  set_unless_empty(out, "harm_level", shown.harm_level);
  return out;
}

} // namespace probity::api

#include "service/sides/review_pack.h"

namespace probity::service {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

Value number(std::int64_t value) {
  return Value(value);
}
Value day(base::Day value) {
  return Value(base::to_text(value));
}
// Left out where the record does not say.
void set(Value& out, std::string_view name, record::Symbol symbol) {
  if (!symbol.empty()) out.set(std::string(name), Value(symbol.text()));
}

Value fields(const std::vector<ShownField>& all) {
  Value out{Object{}};
  for (const ShownField& field : all)
    out.set(field.name, Value(field.value));
  return out;
}

Value appointment(const casework::Appointment& one) {
  Value out(Object{
      {"appointment", Value(one.id.hex())}, {"cancelled", Value(one.cancelled)}, {"day", day(one.day)}});
  set(out, "mode", one.mode);
  set(out, "outcome", one.outcome);
  set(out, "purpose", one.purpose);
  set(out, "ruling", one.ruling);
  return out;
}

template <class All, class Write> Value list(const All& all, Write write) {
  Array out;
  for (const auto& one : all)
    out.push_back(write(one));
  return Value(std::move(out));
}

Value holders(const casework::ReviewPack& pack) {
  Value out{Object{}};
  set(out, "provider", pack.state.provider);
  set(out, "practitioner", pack.state.practitioner);
  set(out, "grade", pack.grade);
  set(out, "duty_team", pack.state.duty_team);
  if (pack.held_since) out.set("since", day(*pack.held_since));
  if (pack.load)
    out.set("load", Value(Object{{"high_risk", number(pack.load->high_risk)},
                                 {"overdue", number(pack.load->overdue)},
                                 {"people", number(pack.load->people)},
                                 {"people_with_points", number(pack.load->people_with_points)},
                                 {"points", number(pack.load->points)}}));
  out.set("caseloads", list(pack.caseloads, [](int people) { return number(people); }));
  out.set("earlier", list(pack.practitioners, [](const timeline::Practitioner& one) {
            Value entry(Object{{"first", day(one.first)}, {"practitioner", Value(one.staff.text())}});
            set(entry, "grade", one.grade);
            if (one.last) entry.set("last", day(*one.last));
            return entry;
          }));
  return out;
}

Value risk(const casework::RiskRegister& all) {
  Value out{Object{}};
  out.set(
      "harm", list(all.judgements, [](const casework::HarmJudgement& one) {
        Value groups{Object{}};
        for (const auto& [group, level] : one.groups)
          groups.set(std::string(group.text()), Value(level.text()));
        Value entry(Object{{"day", day(one.day)}, {"event", number(static_cast<std::int64_t>(one.event))}});
        entry.set("groups", std::move(groups));
        set(entry, "by", one.by);
        set(entry, "level", one.level);
        return entry;
      }));
  out.set("assessments", list(all.assessments, [](const casework::Assessment& one) {
            Value entry(Object{{"locked", Value(one.locked)}, {"started", day(one.started)}});
            set(entry, "purpose", one.purpose);
            if (one.completed) entry.set("completed", day(*one.completed));
            return entry;
          }));
  Array flags;
  for (const casework::Flag& one : all.flags) {
    if (one.removed) continue;
    Value entry(Object{{"seen", day(one.seen)}});
    set(entry, "kind", one.kind);
    set(entry, "level", one.level);
    if (one.review_by) entry.set("review_by", day(*one.review_by));
    flags.push_back(std::move(entry));
  }
  out.set("flags", Value(std::move(flags)));
  return out;
}

Value enforcement(const casework::CaseState& state) {
  Value out{Object{}};
  out.set("warnings", list(state.warnings, [](const casework::Warning& one) {
            return Value(Object{{"given", day(one.given)}, {"withdrawn", Value(one.withdrawn)}});
          }));
  out.set("breaches", list(state.breaches, [](const casework::Breach& one) {
            Value entry(Object{{"breach", Value(one.id.hex())}});
            if (one.raised) entry.set("raised", day(*one.raised));
            set(entry, "decision", one.decision);
            set(entry, "result", one.result);
            return entry;
          }));
  out.set("recalls", list(state.recalls, [](const casework::Recall& one) {
            Value entry(Object{{"recall", Value(one.id.hex())}, {"sent", Value(one.sent)}});
            set(entry, "decision", one.decision);
            return entry;
          }));
  return out;
}

Value plan(const casework::Plan& one) {
  Value out(Object{{"plan", Value(one.id.hex())},
                   {"findings", list(one.findings, [](record::Symbol name) { return Value(name.text()); })},
                   {"signed_off", Value(one.signed_off)}});
  set(out, "kind", one.kind);
  set(out, "timing", one.timing);
  if (one.filed) out.set("filed", day(*one.filed));
  return out;
}

Value entry(const ShownEvent& one) {
  return Value(Object{{"facts", fields(one.facts)},
                      {"index", number(static_cast<std::int64_t>(one.first.index))},
                      {"recorded", Value(base::to_text(one.first.recorded))},
                      {"type", Value(one.type)},
                      {"when", Value(one.when)}});
}

Value since(const SinceThen& all) {
  Value out{Object{}};
  out.set(
      "corrected", list(all.corrected, [](const CorrectedSince& one) {
        return Value(Object{
            {"corrections", list(one.corrections,
                                 [](const ShownCorrection& correction) {
                                   return Value(Object{
                                       {"index", number(static_cast<std::int64_t>(correction.record.index))},
                                       {"kind", Value(correction.kind)},
                                       {"reason", Value(correction.reason)},
                                       {"recorded", Value(base::to_text(correction.record.recorded))}});
                                 })},
            {"facts_now", fields(one.facts_now)},
            {"facts_then", fields(one.facts_then)},
            {"index", number(static_cast<std::int64_t>(one.index))},
            {"now_void", Value(one.now_void)},
            {"type", Value(one.type)},
            {"when_now", Value(one.when_now)},
            {"when_then", Value(one.when_then)}});
      }));
  out.set("entered", list(all.entered, entry));
  return out;
}

} // namespace

Value to_json(const WholePack& whole) {
  const KnownThen& then = *whole.then;
  const casework::ReviewPack& pack = then.pack;
  Value contact(Object{{"in_twelve_months", number(pack.failures.in_twelve_months)},
                       {"days_since_breach", number(pack.failures.days_since_breach)}});
  contact.set("past", list(pack.contacts, appointment));
  contact.set("planned", list(pack.planned, appointment));
  if (pack.last_seen) contact.set("last_seen", day(*pack.last_seen));
  return Value(Object{
      {"case", Value(then.person.hex())},
      {"chronology", list(whole.chronology, entry)},
      {"contact", std::move(contact)},
      {"custody", Value(pack.state.in_custody)},
      {"enforcement", enforcement(pack.state)},
      {"held", holders(pack)},
      {"known_on", day(then.known_on)},
      {"ok", Value(true)},
      {"on", day(then.on)},
      {"orders", list(pack.orders,
                      [](const timeline::OrderInForce& one) {
                        return Value(Object{{"since", day(one.first)}, {"type", Value(one.type.text())}});
                      })},
      {"owed", list(pack.owed,
                    [&then](const casework::Obligation& one) {
                      return Value(Object{{"due", day(one.due)},
                                          {"kind", Value(one.kind)},
                                          {"overdue", Value(one.overdue(then.on))}});
                    })},
      {"plans", list(pack.state.plans.plans, plan)},
      {"risk", risk(pack.state.risk_register)},
      {"since", since(whole.since)},
      {"size", number(static_cast<std::int64_t>(then.size))}});
}

} // namespace probity::service

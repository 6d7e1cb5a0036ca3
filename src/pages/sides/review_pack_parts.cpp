#include "pages/sides/review_pack_parts.h"

#include "pages/sides/review_pack_words.h"
#include "pages/sides/side_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using casework::Appointment;
using service::KnownThen;

namespace {

std::string code_or(record::Symbol code, std::string_view otherwise) {
  return code.empty() ? std::string(otherwise) : code_in_words(code.text());
}

Html list_of(const std::vector<std::string>& lines) {
  Html items;
  for (const std::string& line : lines)
    items << element("li", line);
  return element("ul", items);
}

std::string staff_text(record::Symbol staff) {
  return std::string(staff.text()).substr(0, 8);
}

std::string holder_of(const casework::ReviewPack& pack) {
  const ReviewPackWords& words = review_pack_words();
  if (pack.state.practitioner.empty())
    return pack.state.duty_team.empty()
               ? std::string(words.nobody)
               : std::string(side_words().duty_team) + " " + std::string(pack.state.duty_team.text());
  return staff_text(pack.state.practitioner) + ", " + code_or(pack.grade, words.not_recorded) +
         (pack.held_since ? ", " + std::string(words.since) + " " + in_words(*pack.held_since) : "");
}

std::string people(int count) {
  const ReviewPackWords& words = review_pack_words();
  return count_of(static_cast<std::uint64_t>(count), words.people, words.person);
}

void add_load(std::vector<SummaryRow>& rows, const casework::ReviewPack& pack) {
  if (!pack.load) return;
  const ReviewPackWords& words = review_pack_words();
  const casework::Load& load = *pack.load;
  rows.push_back({std::string(words.load), text(people(load.people) + ", " + std::to_string(load.high_risk) +
                                                " " + std::string(words.load_high))});
  rows.push_back({std::string(words.load_overdue), text(std::to_string(load.overdue))});
  rows.push_back({std::string(words.load_points),
                  text(load.people_with_points == 0
                           ? std::string(words.load_no_points)
                           : std::to_string(load.points) + ", " + std::string(words.recorded_of) + " " +
                                 people(load.people_with_points))});
  if (pack.caseloads.empty()) return;
  rows.push_back({std::string(words.others_hold),
                  text(std::to_string(pack.caseloads.front()) + " " + std::string(words.up_to) + " " +
                       std::to_string(pack.caseloads.back()) + ", " + std::string(words.median) + " " +
                       std::to_string(pack.middle_caseload()))});
}

std::string outcome_of(const Appointment& one) {
  const ReviewPackWords& words = review_pack_words();
  if (one.cancelled) return std::string(words.called_off);
  if (one.outcome.empty()) return std::string(one.absence_agreed ? words.absence_agreed : words.no_outcome);
  std::string out(outcome_words(one.outcome.text()));
  if (!one.ruling.empty())
    out += ", " + std::string(words.reason_judged) + " " + code_words(one.ruling.text());
  return out;
}

std::string groups_of(const casework::HarmJudgement& one) {
  std::string out;
  for (const auto& [group, level] : one.groups)
    out += (out.empty() ? " (" : ", ") + code_words(group.text()) + ": " + code_words(level.text());
  return out.empty() ? out : out + ")";
}

std::string assessment_of(const casework::Assessment& one) {
  const SideWords& words = side_words();
  std::string out =
      in_words(one.started) + ": " + std::string(words.assessments) + ", " + code_words(one.purpose.text());
  if (one.completed)
    out += ", " + std::string(words.completed) + " " + in_words(*one.completed);
  else
    out += ", " + std::string(one.abandoned ? words.abandoned : words.open);
  return one.locked ? out + ", " + std::string(words.locked) : out;
}

std::string findings_of(const casework::Plan& one) {
  const ReviewPackWords& words = review_pack_words();
  if (one.verdict.empty()) return std::string(words.not_checked);
  std::string out;
  for (const record::Symbol name : one.findings)
    out += (out.empty() ? "" : ", ") + code_words(name.text());
  return out.empty() ? std::string(words.nothing_found) : out;
}

} // namespace

Html pack_who_held(const KnownThen& then) {
  const ReviewPackWords& words = review_pack_words();
  const casework::ReviewPack& pack = then.pack;
  std::vector<SummaryRow> rows;
  rows.push_back(
      {std::string(words.body), text(pack.state.provider.empty() ? std::string(words.no_body)
                                                                 : std::string(pack.state.provider.text()))});
  rows.push_back({std::string(words.holder), text(holder_of(pack))});
  add_load(rows, pack);
  Html out = element("h2", words.who_held);
  out << summary_list(rows);
  if (pack.practitioners.empty()) return out;
  Table holders;
  holders.caption = words.holders_caption;
  holders.columns = {{std::string(words.from)},
                     {std::string(words.to)},
                     {std::string(words.holder)},
                     {std::string(words.grade)}};
  for (const timeline::Practitioner& one : pack.practitioners)
    holders.rows.push_back(
        {{text(in_words(one.first)), text(one.last ? in_words(*one.last) : std::string(words.still_held)),
          text(staff_text(one.staff)), text(code_or(one.grade, words.not_recorded))},
         ""});
  return out << table(holders);
}

Html pack_orders(const KnownThen& then) {
  const ReviewPackWords& words = review_pack_words();
  std::vector<std::string> lines;
  for (const timeline::OrderInForce& one : then.pack.orders)
    lines.push_back(code_in_words(one.type.text()) + ", " + std::string(words.since) + " " +
                    in_words(one.first));
  Html out = element("h2", words.orders);
  out << (lines.empty() ? paragraph(words.no_orders) : list_of(lines));
  if (then.pack.state.in_custody) out << paragraph(words.in_custody);
  if (then.pack.state.suspended) out << paragraph(words.suspended);
  return out;
}

Html pack_contact(const KnownThen& then, const Reader& reader) {
  const ReviewPackWords& words = review_pack_words();
  const StaffWords& staff = staff_words();
  const casework::ReviewPack& pack = then.pack;
  Html out = element("h2", words.contact);
  out << summary_list(std::vector<SummaryRow>{
      {std::string(side_words().last_seen),
       text(pack.last_seen ? in_words(*pack.last_seen) + ", " + std::to_string(then.on - *pack.last_seen) +
                                 " " + std::string(words.days_before)
                           : std::string(side_words().never_seen))},
      {std::string(words.next_arranged),
       text(pack.planned.empty() ? std::string(words.nothing_arranged)
                                 : moment_in_words(pack.planned.front().starts, reader.zone) + ", " +
                                       code_words(pack.planned.front().mode.text()))},
      {std::string(words.failures),
       text(std::to_string(pack.failures.in_twelve_months) + " " + std::string(words.failures_text) + " " +
            std::to_string(pack.failures.days_since_breach))}});
  if (pack.contacts.empty()) return out << paragraph(words.no_contacts);
  Table contacts;
  contacts.caption = words.contacts;
  contacts.columns = {{std::string(staff.when)},
                      {std::string(staff.how)},
                      {std::string(staff.what_for)},
                      {std::string(staff.outcome)}};
  for (const Appointment& one : pack.contacts)
    contacts.rows.push_back(
        {{text(moment_in_words(one.starts, reader.zone)), text(code_or(one.mode, words.not_recorded)),
          text(code_or(one.purpose, words.not_recorded)), text(outcome_of(one))},
         ""});
  return out << table(contacts);
}

Html pack_owed(const KnownThen& then) {
  const ReviewPackWords& words = review_pack_words();
  Html out = element("h2", words.owed);
  if (then.pack.owed.empty()) return out << paragraph(words.nothing_owed);
  Table owed;
  owed.caption = words.owed;
  owed.caption_classes = "govuk-visually-hidden";
  owed.columns = {{std::string(staff_words().what)}, {std::string(staff_words().due)}};
  for (const casework::Obligation& one : then.pack.owed) {
    Html due = text(in_words(one.due));
    if (one.overdue(then.on))
      due << text(" ")
          << tag(std::string(words.overdue_by) + " " +
                     count_of(static_cast<std::uint64_t>(then.on - one.due), words.days),
                 Tone::bad);
    owed.rows.push_back({{text(one.what), due}, ""});
  }
  return out << table(owed);
}

Html pack_risk(const KnownThen& then) {
  const ReviewPackWords& words = review_pack_words();
  const casework::RiskRegister& all = then.pack.state.risk_register;
  std::vector<std::string> lines;
  for (const casework::HarmJudgement& one : all.judgements)
    lines.push_back(in_words(one.day) + ": " + std::string(words.harm) + ", " + code_words(one.level.text()) +
                    groups_of(one) +
                    (one.by.empty() ? "" : ", " + std::string(words.by) + " " + staff_text(one.by)));
  for (const casework::Assessment& one : all.assessments)
    lines.push_back(assessment_of(one));
  for (const casework::Flag& one : all.flags) {
    if (one.removed) continue;
    std::string line =
        in_words(one.seen) + ": " + std::string(side_words().flag) + ", " + code_words(one.kind.text());
    if (!one.level.empty()) line += " " + code_words(one.level.text());
    if (one.review_by) line += ", " + std::string(words.to_review) + " " + in_words(*one.review_by);
    lines.push_back(std::move(line));
  }
  Html out = element("h2", words.risk);
  if (all.judgements.empty()) out << paragraph(side_words().no_judgements);
  return lines.empty() ? out : out << list_of(lines);
}

Html pack_plans(const KnownThen& then) {
  const ReviewPackWords& words = review_pack_words();
  Html out = element("h2", words.plans);
  const auto& plans = then.pack.state.plans.plans;
  if (plans.empty()) return out << paragraph(words.no_plans);
  Table all;
  all.caption = words.plans;
  all.caption_classes = "govuk-visually-hidden";
  all.columns = {{std::string(words.plan)},
                 {std::string(words.filed)},
                 {std::string(words.check)},
                 {std::string(words.signed_off)}};
  for (const casework::Plan& one : plans) {
    const std::string filed =
        one.filed ? in_words(*one.filed) + (one.timing.empty() ? "" : ", " + code_words(one.timing.text()))
                  : std::string(words.not_filed);
    all.rows.push_back({{text(code_or(one.kind, words.plan)), text(filed), text(findings_of(one)),
                         text(one.signed_off ? staff_words().yes : staff_words().no)},
                        ""});
  }
  return out << table(all);
}

Html pack_enforcement(const KnownThen& then) {
  const ReviewPackWords& words = review_pack_words();
  const casework::CaseState& state = then.pack.state;
  std::vector<std::string> lines;
  for (const casework::Warning& one : state.warnings)
    lines.push_back(std::string(words.warned) + " " + in_words(one.given) +
                    (one.withdrawn ? ", " + std::string(words.withdrawn) : ""));
  for (const casework::Breach& one : state.breaches)
    lines.push_back(
        std::string(words.breach) + (one.raised ? ", " + in_words(*one.raised) : "") + ": " +
        (one.result.empty() ? code_or(one.decision, words.not_decided) : code_in_words(one.result.text())));
  for (const casework::Recall& one : state.recalls)
    lines.push_back(std::string(words.recall) + ": " + code_or(one.decision, words.not_decided) +
                    (one.sent ? ", " + std::string(words.sent) : ""));
  Html out = element("h2", words.enforcement);
  return lines.empty() ? out << paragraph(words.no_enforcement) : out << list_of(lines);
}

} // namespace probity::pages

#include <algorithm>
#include <span>

#include "pages/boards/workload_pages.h"
#include "pages/boards/workload_words.h"
#include "pages/lists/list_files.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using casework::StaffRow;
using service::WaitingPerson;

namespace {

std::string heads(int count) {
  return with_commas(static_cast<std::uint64_t>(count));
}

Html points_cell(const StaffRow& row) {
  const WorkloadWords& words = workload_words();
  if (row.load.people_with_points == 0 && !row.available) return text(words.not_recorded);
  std::string said = std::to_string(row.load.points);
  if (row.load.people_with_points < row.load.people) said += "*";
  if (row.available) said += " " + std::string(words.of) + " " + std::to_string(*row.available);
  Html out = text(said);
  if (row.over()) out << text(" ") << tag(words.over, Tone::attention);
  return out;
}

std::string there(const StaffRow& row) {
  const WorkloadWords& words = workload_words();
  if (row.left) return std::string(words.left) + " " + in_words(*row.left);
  if (!row.away.empty())
    return std::string(words.away) + ", " + code_words(row.away.text()) + ", " + std::string(words.since) +
           " " + in_words(*row.away_since);
  return std::string(row.appeal_open ? words.appeal : words.at_work);
}

std::string called(const std::string& account, std::string_view pseudonym) {
  return account.empty()
             ? std::string(workload_words().practitioner) + " " + std::string(pseudonym.substr(0, 8))
             : account;
}

std::string called(const service::StaffLoad& one) {
  return called(one.account, one.row.staff.text());
}

Html record_link(const service::StaffLoad& one) {
  Html words = text(workload_words().see_record);
  words << element("span", {{"class", "govuk-visually-hidden"}}, " " + called(one));
  return element("a", {{"class", "govuk-link"}, href(local("/staff/" + std::string(one.row.staff.text())))},
                 words);
}

Html staff_table(const service::Workload& workload) {
  const WorkloadWords& words = workload_words();
  Table out;
  out.caption = words.staff_caption;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(words.practitioner)},
                 {std::string(words.grade)},
                 {std::string(words.people), Align::numeric},
                 {std::string(words.high_risk), Align::numeric},
                 {std::string(words.points)},
                 {std::string(words.away)},
                 {std::string(words.record)}};
  bool partial = false;
  for (const service::StaffLoad& one : workload.staff) {
    const StaffRow& row = one.row;
    partial = partial || row.load.people_with_points < row.load.people;
    const Html who =
        element("a", {{"class", "govuk-link"}, href(local("/caseload/" + std::string(row.staff.text())))},
                called(one));
    out.rows.push_back(
        {{who, text(row.grade.empty() ? std::string(words.not_recorded) : code_in_words(row.grade.text())),
          text(heads(row.load.people)), text(heads(row.load.high_risk)), points_cell(row), text(there(row)),
          record_link(one)},
         ""});
  }
  Html all = table(out);
  if (partial) all << element("p", {{"class", "caption"}}, words.capacity_note);
  return all;
}

std::string risk_of(const WaitingPerson& one) {
  std::string out =
      one.harm_level.empty() ? std::string(staff_words().not_judged) : code_in_words(one.harm_level);
  if (!one.tier.empty()) out += ", " + std::string(staff_words().tier) + " " + one.tier;
  return out;
}

std::string holder_of(const WaitingPerson& one) {
  if (one.holder_left)
    return called(one.account, one.holder) + ", " + std::string(workload_words().left_on) + " " +
           in_words(*one.holder_left);
  if (!one.holder.empty()) return called(one.account, one.holder);
  return one.duty_team.empty() ? std::string(staff_words().nobody)
                               : std::string(staff_words().duty_team) + " " + one.duty_team;
}

Html give_link(const WaitingPerson& one) {
  Html words = text(workload_words().give);
  words << element("span", {{"class", "govuk-visually-hidden"}}, ": " + named(one.name, one.person));
  return element("a", {{"class", "govuk-link"}, href(local(case_path(one.person) + "/allocate"))}, words);
}

Html waiting_table(std::span<const WaitingPerson> people, std::string_view caption, bool may_give) {
  const WorkloadWords& words = workload_words();
  Table out;
  out.extra.classes = "probity-people";
  out.caption = caption;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(staff_words().name_of_person)},
                 {std::string(staff_words().harm)},
                 {std::string(words.points)},
                 {std::string(words.held_by)}};
  if (may_give) out.columns.push_back({std::string(staff_words().act)});
  for (const WaitingPerson& one : people) {
    Row& row = out.rows.emplace_back();
    row.cells.emplace_back(case_link(one.name, one.person));
    row.cells.emplace_back(text(risk_of(one)));
    row.cells.emplace_back(text(one.points ? std::to_string(*one.points) : std::string(words.not_scored)));
    row.cells.emplace_back(text(holder_of(one)));
    if (may_give) row.cells.emplace_back(give_link(one));
  }
  return table(out);
}

// Whoever left and holds cases still, with a way to the cases of theirs that the reader may see.
Html leavers(const service::Workload& workload, bool lists_cases) {
  const WorkloadWords& words = workload_words();
  Html out;
  for (const service::StaffLoad& one : workload.staff) {
    if (!one.row.left) continue;
    WarningText warning;
    warning.words = text(called(one) + " " + std::string(words.left_on) + " " + in_words(*one.row.left) +
                         " " + std::string(words.still_holds) + " " +
                         count_of(static_cast<std::uint64_t>(one.row.load.people), "cases") + ". ");
    if (lists_cases) warning.words << element("a", {href(Url::fragment("left"))}, words.give_them);
    out << warning_text(warning);
  }
  return out;
}

Html waiting_part(const service::Workload& workload, bool may_give) {
  const WorkloadWords& words = workload_words();
  const std::span<const WaitingPerson> all = workload.waiting;
  const auto of_leavers = static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const WaitingPerson& one) { return one.holder_left.has_value(); }));
  Html out = leavers(workload, of_leavers > 0);
  if (of_leavers > 0)
    out << element("h2", {{"id", "left"}}, words.of_leavers)
        << waiting_table(all.first(of_leavers), words.of_leavers_caption, may_give);
  out << element("h2", words.waiting);
  if (all.size() == of_leavers)
    return out << paragraph(of_leavers == 0 ? words.nobody_waits : words.nobody_else);
  return out << waiting_table(all.subspan(of_leavers), words.waiting_caption, may_give);
}

} // namespace

std::string workload_page(const service::Workload& workload, const Reader& reader) {
  const WorkloadWords& words = workload_words();
  const std::string heading = std::string(words.of_body) + " " + workload.body;
  Html main = element("h1", heading);
  main << paragraph(words.explained)
       << waiting_part(workload, access::may_ever(reader.caller.member, access::Action::allocate_case));
  main << element("h2", words.staff);
  main << (workload.staff.empty() ? paragraph(words.no_staff) : staff_table(workload));
  if (!workload.staff.empty()) main << file_link("/workload.csv");
  main << element("p", element("a", {href(local("/staff"))}, words.see_posts));
  if (access::may_ever(reader.caller.member, access::Action::see_team))
    main << element("p", element("a", {href(local("/departures"))}, words.see_departures));
  main << as_at_note(workload.on, workload.size);
  Frame frame{heading, false, {}, main};
  frame.section = Section::workload;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages

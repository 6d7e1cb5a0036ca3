#include "pages/lists/list_files.h"

#include "contract/csv_row.h"
#include "pages/lists/list_words.h"
#include "pages/staff/frame.h"

namespace probity::pages {
namespace {

using Fields = std::vector<std::string>;

// What somebody wrote: the row's own guard spares a leading minus, since numbers have one.
std::string written(std::string_view text) {
  const bool formula = !text.empty() && (text.front() == '-' || text.front() == '\r');
  return (formula ? "'" : "") + std::string(text);
}

std::string day(const std::optional<base::Day>& day) {
  return day ? base::to_text(*day) : std::string();
}

std::string yes(bool said) {
  return said ? "yes" : "no";
}

Fields row_of(const service::CaseloadRow& one) {
  return {one.person.hex(),
          written(one.name),
          one.holder,
          one.tier,
          one.harm_level,
          written(one.order),
          yes(one.licence),
          day(one.ends),
          yes(one.in_custody),
          day(one.seen),
          day(one.contact),
          one.next ? base::to_text(*one.next) : std::string(),
          yes(one.next_overdue),
          std::to_string(one.owed),
          std::to_string(one.overdue)};
}

std::string missing_in(const casework::ReleaseBoard& board) {
  std::string out;
  for (const auto item : board.missing())
    out += (out.empty() ? "" : "; ") + std::string(to_text(item));
  return out;
}

Fields row_of(const service::StaffLoad& one) {
  const casework::StaffRow& row = one.row;
  return {std::string(row.staff.text()),
          written(one.account),
          std::string(row.grade.text()),
          std::to_string(row.minutes),
          std::string(row.away.text()),
          day(row.away_since),
          day(row.left),
          std::to_string(row.load.people),
          std::to_string(row.load.high_risk),
          std::to_string(row.load.points),
          std::to_string(row.load.people_with_points),
          row.available ? std::to_string(*row.available) : std::string()};
}

} // namespace

std::string caseload_file(const service::Caseload& caseload) {
  std::string out;
  contract::csv_row(out, {"case", "name", "practitioner", "tier", "harm_level", "order_or_licence",
                          "is_licence", "ends", "in_custody", "last_seen", "last_contact", "next_appointment",
                          "outcome_overdue", "owed", "overdue"});
  for (const service::CaseloadRow& one : caseload.rows)
    contract::csv_row(out, row_of(one));
  return out;
}

std::string releases_file(const service::Releases& releases) {
  std::string out;
  contract::csv_row(out, {"release_day", "case", "name", "practitioner", "duty_team", "known_as", "licence",
                          "days", "missing"});
  for (const service::ReleaseRow& one : releases.rows)
    contract::csv_row(out, {base::to_text(one.board.day), one.person.hex(), written(one.name), one.holder,
                            written(one.duty_team), std::string(to_text(one.board.basis)), one.licence,
                            std::to_string(one.days), missing_in(one.board)});
  return out;
}

std::string workload_file(const service::Workload& workload) {
  std::string out;
  contract::csv_row(out, {"staff", "account", "grade", "contracted_minutes", "away", "away_since", "left",
                          "cases", "high_risk", "points", "cases_with_points", "available_points"});
  for (const service::StaffLoad& one : workload.staff)
    contract::csv_row(out, row_of(one));
  return out;
}

std::string access_log_file(const service::AccessRecord& record) {
  std::string out;
  contract::csv_row(out,
                    {"index", "at", "type", "role", "staff", "body", "page", "people", "closed", "refused"});
  for (const service::ShownAccess& shown : record.entries) {
    const access::AccessEntry& one = shown.entry;
    std::string people;
    for (const base::StreamId& person : one.people)
      people += (people.empty() ? "" : " ") + person.hex();
    contract::csv_row(out,
                      {std::to_string(one.index), base::to_text(one.at), one.type, one.role, one.staff.hex(),
                       written(one.provider), written(one.page), people, yes(shown.closed), one.refused});
  }
  return out;
}

html::Html file_link(const std::string& path) {
  return html::element("p", html::element("a", {html::href(local(path))}, list_words().take_list_away));
}

} // namespace probity::pages

#include "service/case_record.h"

#include <algorithm>

#include "service/asking.h"

namespace probity::service {
namespace {

std::vector<RecordLine> lines_of(const CaseView& view) {
  std::vector<RecordLine> out;
  for (std::size_t event = 0; event < view.events.size(); ++event) {
    out.push_back({event, std::nullopt});
    for (std::size_t one = 0; one < view.events[event].corrections.size(); ++one)
      out.push_back({event, one});
  }
  std::sort(out.begin(), out.end(), [&](const RecordLine& a, const RecordLine& b) {
    return record_at(view, a).index > record_at(view, b).index;
  });
  return out;
}

std::uint64_t sheet_of(const CaseView& view, const std::vector<RecordLine>& lines, std::uint64_t event) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const RecordLine& line) {
    return record_at(view, line).index == event;
  });
  return found == lines.end() ? 1 : static_cast<std::uint64_t>(found - lines.begin()) / record_lines + 1;
}

} // namespace

const ShownRecord& record_at(const CaseView& view, const RecordLine& line) {
  const ShownEvent& event = view.events.at(line.event);
  return line.correction ? event.corrections.at(*line.correction).record : event.first;
}

base::Result<CaseRecord> case_record(Office& office, const Caller& caller, const base::StreamId& person,
                                     const RecordAsked& asked) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::see_case, person, "record"));
  const base::StreamId name = office.follower().standing_name(person);
  CaseRecord out;
  PROBITY_ASSIGN(out.view, view_case(office.ledger(), name, {std::nullopt, asked.known_on}));
  std::erase_if(out.view.events, names_money);
  out.lines = lines_of(out.view);
  const std::uint64_t sheet = asked.event ? sheet_of(out.view, out.lines, *asked.event) : asked.sheet;
  out.sheet = keep_sheet(out.lines, sheet, record_lines);
  const auto seen = office.follower().lists().find(name);
  out.identity = identity_of(office, seen->state);
  if (asked.known_on) return out;
  for (const casework::Obligation& one : seen->owed)
    out.owed.push_back(work_item(office, caller, seen->state, one));
  return out;
}

} // namespace probity::service

#include "service/sides/case_side.h"

#include <algorithm>

#include "service/asking.h"
#include "service/command_asked.h"

namespace probity::service {
namespace {

// What belongs to a side: kinds of obligation, events and commands, each by how its name begins.
struct SideRow {
  std::string_view name;
  std::vector<std::string_view> kinds, events, commands;
};

const SideRow& row_of(Side side) {
  static const std::array<SideRow, all_sides.size()> rows = {
      {{"enforcement",
        {"ruling", "warning", "breach_decision", "referral", "resubmission", "presenting", "recall_"},
        {"enforcement.", "recall.", "custody.recalled"},
        {"enforcement.", "recall."}},
       {"risk",
        {"answer", "information", "assessment_", "flag_review", "grade", "reallocation", "transfer_",
         "allocation"},
        {"risk.", "supervision.transfer_", "supervision.provider_assigned",
         "supervision.practitioner_allocated", "supervision.duty_team_holds", "court.allocation_decided"},
        {"risk.", "assessment.", "flag.", "transfer."}},
       {"plans", {"sentence_plan", "resettlement_plan", "plan_"}, {"plan."}, {"plan."}},
       {"court_reports", {"court_report"}, {"court_report."}, {"court_report."}},
       {"further_offences", {"further_offence"}, {"further_offence."}, {"further_offence."}}}};
  return rows.at(static_cast<std::size_t>(side));
}

bool begins(std::string_view name, const std::vector<std::string_view>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view one) { return name.starts_with(one); });
}

} // namespace

std::string_view to_text(Side side) {
  return row_of(side).name;
}

base::Result<SeenSide> see_side(Office& office, const Caller& caller, const base::StreamId& person,
                                Side side) {
  const SideRow& row = row_of(side);
  PROBITY_TRY(ask_about(office, caller, access::Action::see_case, person, row.name));
  CaseSide out;
  out.side = side;
  out.person = office.follower().standing_name(person);
  out.name = office.name_of(out.person);
  out.on = office.today();
  auto seen = office.follower().lists().find(out.person);
  const casework::CaseState& state = seen->state;
  out.identity = identity_of(office, state);
  out.provider = state.provider.text();
  out.practitioner = state.practitioner.text();
  out.duty_team = state.duty_team.text();
  out.mine = out.practitioner == caller.member.staff.hex();
  for (const casework::Obligation& one : seen->owed)
    if (begins(one.kind, row.kinds)) out.owed.push_back(work_item(office, caller, state, one));
  PROBITY_ASSIGN(CaseView view, view_case(office.ledger(), out.person, {}));
  out.size = view.size;
  out.offered = commands_offered(caller, view.events);
  std::erase_if(out.offered,
                [&](const record::TypeDeclaration* type) { return !begins(type->name, row.commands); });
  std::erase_if(view.events, [&](const ShownEvent& event) {
    return !begins(event.type, row.events) || names_money(event);
  });
  out.recorded.assign(std::make_move_iterator(view.events.rbegin()),
                      std::make_move_iterator(view.events.rend()));
  return SeenSide{std::move(out), std::move(*seen)};
}

} // namespace probity::service

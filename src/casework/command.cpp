#include "casework/command.h"

#include <algorithm>
#include <array>

#include "base/named_id.h"
#include "casework/allocation/allocation_commands.h"
#include "casework/appointments/appointment_commands.h"
#include "casework/appointments/planning_commands.h"
#include "casework/court_reports/court_report_commands.h"
#include "casework/custody/custody_commands.h"
#include "casework/custody/licence_commands.h"
#include "casework/enforcement/enforcement_commands.h"
#include "casework/further_offences/further_offence_commands.h"
#include "casework/help/help_commands.h"
#include "casework/orders/order_commands.h"
#include "casework/parole/parole_commands.h"
#include "casework/person/person_commands.h"
#include "casework/plans/plan_commands.h"
#include "casework/recall/recall_commands.h"
#include "casework/risk/risk_commands.h"
#include "casework/risk/risk_register_commands.h"
#include "casework/risk/scoring_commands.h"
#include "casework/supervision/supervision_commands.h"
#include "casework/transfer/transfer_commands.h"
#include "casework/unpaid_work/unpaid_work_commands.h"
#include "casework/victims/victim_commands.h"
#include "casework/workforce/workforce_commands.h"

namespace probity::casework {
namespace {

constexpr auto sorted_by_name(auto types) {
  std::sort(types.begin(), types.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
  return types;
}

constexpr std::array all_commands = sorted_by_name(std::array{
    &accommodation::record_kind,
    &access::exclude,
    &access::restrict_to,
    &access::lift,
    &allocation::choose_body,
    &appointment::arrange,
    &appointment::move,
    &appointment::cancel,
    &appointment::agree_absence,
    &appointment::record_outcome,
    &appointment::correct_outcome,
    &appointment::arrange_series,
    &appointment::cancel_series,
    &appointment::amend,
    &appointment::accept_absence,
    &appointment::withdraw_absence,
    &appointment::make_safe,
    &appointment::warn_of_place,
    &appointment::clear_place,
    &assessment::start,
    &assessment::complete,
    &assessment::lock,
    &assessment::abandon,
    &court_report::ask,
    &court_report::allocate,
    &court_report::answer_suitability,
    &court_report::adjourn,
    &court_report::deliver,
    &court_report::withdraw,
    &court_report::sentence,
    &custody::receive,
    &custody::plan_release,
    &custody::bring_forward,
    &custody::cancel_release,
    &custody::record_release,
    &custody::revoke_licence,
    &custody::start_post_sentence,
    &enforcement::rule_failure,
    &enforcement::warn,
    &enforcement::withdraw_warning,
    &enforcement::ask_review,
    &enforcement::decide_breach,
    &enforcement::prepare_pack,
    &enforcement::refer,
    &enforcement::return_pack,
    &enforcement::present,
    &enforcement::conclude,
    &flag::add,
    &flag::review,
    &flag::remove,
    &further_offence::learn,
    &further_offence::notify,
    &further_offence::close,
    &further_offence::decide_review,
    &further_offence::review,
    &further_offence::countersign,
    &further_offence::conclude,
    &help::need,
    &help::signpost,
    &help::arrange,
    &help::receive,
    &help::decline,
    &help::withdraw,
    &help::conclude,
    &licence::begin,
    &licence::make_minimal,
    &licence::add_condition,
    &licence::drop_condition,
    &licence::submit,
    &licence::approve,
    &licence::reject,
    &licence::explain,
    &licence::vary,
    &licence::submit_variation,
    &licence::decide_variation,
    &licence::review,
    &parole::set_tariff,
    &parole::list_review,
    &parole::send_dossier,
    &parole::defer_review,
    &parole::decide,
    &parole::terminate_licence,
    &person::enrol,
    &person::link,
    &person::unlink,
    &person::tell_apart,
    &person::record_death,
    &plan::draft,
    &plan::name_need,
    &plan::set_objective,
    &plan::set_action,
    &plan::write,
    &plan::agree,
    &plan::file,
    &plan::withdraw,
    &plan::sign_off,
    &plan::send_back,
    &plan::review,
    &plan::end_action,
    &recall::consider,
    &recall::answer,
    &recall::decide,
    &recall::sign,
    &recall::send,
    &recall::close,
    &supervision::assign,
    &supervision::allocate,
    &supervision::hold_by_team,
    &supervision::end,
    &supervision::suspend,
    &supervision::resume,
    &unpaid_work::offer_place,
    &unpaid_work::record_attendance,
    &unpaid_work::correct_attendance,
    &victim::identify,
    &victim::offer,
    &victim::answer,
    &victim::give_notice,
    &victim::make_representations,
    &victim::ask_condition,
    &victim::decide_condition,
    &risk::judge_harm,
    &risk::escalate,
    &risk::ask_information,
    &risk::give_information,
    &risk::accept,
    &risk::send_back,
    &risk::withdraw,
    &scoring::record_score,
    &sentence::impose,
    &sentence::start_requirement,
    &sentence::complete_requirement,
    &sentence::end_requirement,
    &sentence::end,
    &transfer::request,
    &transfer::amend,
    &transfer::accept,
    &transfer::refuse,
    &transfer::withdraw,
    &transfer::complete,
    &workforce::make_post,
    &workforce::fill_post,
    &workforce::vacate_post,
    &workforce::close_post,
    &workforce::assign,
    &workforce::appeal,
    &workforce::decide_appeal,
    &workforce::start_absence,
    &workforce::end_absence,
    &workforce::change_grade,
    &workforce::set_shift,
    &workforce::register_place,
});

// Keeps the time prefix of the command's id, so that what it makes sorts beside it.
template <class Id> Id made_from(const base::EventId& command, std::string_view what) {
  constexpr std::size_t prefix = 6;
  const Id named = base::named_id<Id>("command/" + command.hex() + "/" + std::string(what));
  Id id;
  std::copy_n(command.bytes.begin(), prefix, id.bytes.begin());
  std::copy_n(named.bytes.begin(), id.bytes.size() - prefix, id.bytes.begin() + prefix);
  return id;
}

} // namespace

record::Types commands() {
  return all_commands;
}

std::string commands_page() {
  return record::types_page(commands(), R"(# The commands

Everything that casework can be asked to do. This page is generated from the declarations in `src/casework`; to make it
again after one changed: `probity vocabulary --commands --markdown > docs/commands.md`.

A command is written, read and checked as an event is (docs/vocabulary.md says what the kinds of field are), but it is
not a fact: a pure decision turns it into events of the vocabulary, or refuses it and names the rule. `probity act`
gives one; `when` lines of a scenario do (docs/scenarios.md).

)");
}

base::EventId Command::event_id(std::size_t n) const {
  return made_from<base::EventId>(event.id, "event/" + std::to_string(n));
}

base::EntityId Command::entity_id(std::string_view kind) const {
  return made_from<base::EntityId>(event.id, "entity/" + std::string(kind));
}

const std::string* Command::sealed_text(std::string_view field) const {
  const base::json::Value* found = sealed.object() == nullptr ? nullptr : sealed.find(field);
  return found == nullptr ? nullptr : found->text();
}

std::vector<base::Error> faults_of_command(const base::json::Value& command) {
  std::vector<base::Error> faults = record::validate_by(commands(), command);
  if (command.object() != nullptr)
    for (const std::string_view member : {"corrects", "source_recorded"})
      if (command.find(member) != nullptr)
        faults.push_back({base::ErrorCode::unknown_field, "a command has no \"" + std::string(member) + "\"",
                          "/" + std::string(member), "Leave it out"});
  // One person's text is sealed with that person's key, so that erasing the person erases it.
  if (faults.empty())
    if (const base::json::Value* sealed = command.find("sealed"))
      for (const base::json::Value& slot : *sealed->array())
        if (*slot.find("key")->text() != *command.find("stream")->text() || sealed->array()->size() != 1)
          faults.push_back({base::ErrorCode::invalid_input,
                            "what a command seals is one part, of the person it is about", "/sealed",
                            "Give one part whose key is the stream"});
  return faults;
}

base::Result<Command> read_command(const base::json::Value& command, const base::Zone& zone) {
  Command out;
  PROBITY_ASSIGN(out.event, record::decode(base::json::write(command), zone, commands()));
  const auto text = [&](std::string_view member) { return *command.find(member)->text(); };
  out.log = text("log");
  out.actor = text("actor");
  out.role = text("role");
  out.channel = text("channel");
  if (const base::json::Value* sealed = command.find("sealed"))
    out.sealed = *sealed->array()->front().find("part");
  const auto stream = base::StreamId::from_hex(text("stream"));
  if (!stream)
    return base::fail(base::ErrorCode::invalid_input, "the stream is not an id", "/stream",
                      "Write 32 lower-case hexadecimal digits");
  out.stream = *stream;
  return out;
}

} // namespace probity::casework

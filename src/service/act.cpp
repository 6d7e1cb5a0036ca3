#include "service/act.h"

#include <algorithm>
#include <fmt/format.h>

#include "casework/decide.h"
#include "casework/person/person_commands.h"
#include "casework/plans/plan_commands.h"
#include "casework/supervision/supervision_commands.h"
#include "casework/transfer/transfer_commands.h"
#include "casework/workforce/decide_workforce.h"
#include "casework/workforce/workforce_commands.h"
#include "casework/worklists/owed.h"
#include "service/book_loader.h"
#include "service/case_loader.h"
#include "service/shelf_loader.h"

namespace probity::service {
namespace {

// A plan is compared with everybody's when it is filed or reviewed.
bool needs_shelf(const record::TypeDeclaration& type) {
  return &type == &casework::plan::file || &type == &casework::plan::review;
}

// Who is there and how much they carry stands in the records of the staff and of everybody they hold.
bool needs_workforce(const record::TypeDeclaration& type) {
  return &type == &casework::supervision::allocate;
}

bool reads_other_records(const record::TypeDeclaration& type) {
  return needs_shelf(type) || needs_workforce(type);
}

// Whether the first event that a command of this id made says something else than the command says now: of
// another person, or with another value for a fact or an entity that both name.
bool says_otherwise(const base::json::Value& made, const base::json::Value& command) {
  if (!(*made.find("stream") == *command.find("stream"))) return true;
  for (const std::string_view part : {"facts", "entity"}) {
    const base::json::Value* there = made.find(part);
    const base::json::Value* here = command.find(part);
    if (there == nullptr || here == nullptr) continue;
    for (const auto& [name, value] : *here->object()) {
      const base::json::Value* kept = there->find(name);
      if (kept != nullptr && !(*kept == value)) return true;
    }
  }
  return false;
}

// The same of what the command has sealed, as far as it can still be opened. Nothing of it is shown.
base::Result<bool> seals_otherwise(const ledger::Ledger& ledger, std::uint64_t index,
                                   const base::json::Value& made, const base::json::Value& command) {
  const base::json::Value* here = command.find("sealed");
  if ((made.find("subjects") == nullptr) != (here == nullptr)) return true;
  if (here == nullptr) return false;
  auto there = ledger.open_sealed(index, 0);
  if (!there && there.error().code == base::ErrorCode::not_found) return false; // erased
  if (!there) return tl::unexpected(std::move(there.error()));
  PROBITY_ASSIGN(const base::json::Value kept, base::json::parse(*there));
  return !(kept == *here->array()->front().find("part"));
}

bool says_what_crosses(const casework::Command& command) {
  return record::is<casework::transfer::request>(command.event) ||
         record::is<casework::transfer::accept>(command.event);
}

base::Result<void> check_length(const ledger::Ledger& ledger, const base::StreamId& stream,
                                std::int64_t expect) {
  PROBITY_ASSIGN(const std::int64_t length, ledger.stream_length(stream));
  if (length == expect) return {};
  return base::fail(
      base::ErrorCode::version_conflict,
      fmt::format("the record has {} events, not {}: somebody recorded meanwhile", length, expect), "expect",
      "Look at the record again, and send the command anew if it still holds");
}

// What a decision made, to be appended if what it was decided on has not changed since.
base::Result<Prepared> submission_of(const ledger::Ledger& ledger, const casework::Command& asked,
                                     std::vector<base::json::Value> events) {
  Prepared out{{std::move(events), false}, ledger::Submission{}};
  out.submission->events = out.acted.events;
  if (ledger.constants().clock == ledger::Clock::live)
    for (base::json::Value& event : out.submission->events)
      event.erase("recorded");
  PROBITY_ASSIGN(const std::int64_t length, ledger.stream_length(asked.stream));
  out.submission->expect.emplace(asked.stream, length);
  return out;
}

// On the rules about staff alone: those of supervision may not have begun yet.
base::Result<Prepared> prepare_on_staff(const ledger::Ledger& ledger, const casework::Command& asked,
                                        const casework::Workforce& workforce) {
  PROBITY_ASSIGN(const auto number, ledger.stream_number(asked.stream));
  if (number && !workforce.staff.contains(asked.stream) && workforce.post(asked.stream) == nullptr)
    return base::fail(base::ErrorCode::refused,
                      asked.stream.hex() + " is the record of neither a post nor a member of staff", "case",
                      "Give the id of one: `probity staff` lists them");
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  casework::Policy policy;
  PROBITY_ASSIGN(policy.workforce, casework::read_workforce_policy(casework::PolicyReader(
                                       rules::england_wales(), asked.event.recorded_day)));
  PROBITY_ASSIGN(auto events,
                 casework::decide_workforce(workforce, asked, {policy, working_days, ledger.zone()}));
  return submission_of(ledger, asked, std::move(events));
}

} // namespace

base::Result<timeline::Case> case_for(const ledger::Ledger& ledger, std::string_view command,
                                      const base::StreamId& stream) {
  PROBITY_ASSIGN(const auto number, ledger.stream_number(stream));
  if (number || !opens_record(command)) return load_case(ledger, stream);
  timeline::Case empty;
  empty.name = stream;
  return empty;
}

bool opens_record(std::string_view command) {
  const record::TypeDeclaration* type = record::find_type(command, casework::commands());
  return type != nullptr && (type == &casework::person::enrol || type->stream == record::StreamKind::staff);
}

bool is_about_staff(std::string_view command) {
  const record::TypeDeclaration* type = record::find_type(command, casework::commands());
  return type != nullptr && type->stream == record::StreamKind::staff;
}

bool makes_post(std::string_view command) {
  return command == casework::workforce::make_post.name;
}

std::optional<base::StreamId> decided_on(const base::json::Value& command) {
  const base::json::Value* name = command.find("type");
  const base::json::Value* stream = command.find("stream");
  if (name == nullptr || name->text() == nullptr || stream == nullptr || stream->text() == nullptr)
    return std::nullopt;
  const record::TypeDeclaration* type = record::find_type(*name->text(), casework::commands());
  if (type == nullptr || type->stream != record::StreamKind::person || reads_other_records(*type))
    return std::nullopt;
  return base::StreamId::from_hex(*stream->text());
}

base::Result<Acted> act(ledger::Ledger& ledger, const base::json::Value& command,
                        const casework::Readings& readings) {
  PROBITY_ASSIGN(Prepared prepared, prepare(ledger, command, readings));
  if (!prepared.submission) return std::move(prepared.acted);
  PROBITY_ASSIGN(auto receipts, ledger.append({&*prepared.submission, 1}));
  if (!receipts.front()) return tl::unexpected(std::move(receipts.front().error()));
  return std::move(prepared.acted);
}

base::Result<Prepared> prepare(const ledger::Ledger& ledger, const base::json::Value& command,
                               const casework::Readings& readings, std::optional<std::int64_t> expect,
                               const std::function<Staffing()>& staffing,
                               const casework::Workforce* workforce) {
  for (base::Error& fault : casework::faults_of_command(command))
    return tl::unexpected(std::move(fault));
  PROBITY_ASSIGN(const casework::Command asked, casework::read_command(command, ledger.zone()));
  PROBITY_ASSIGN(const auto made_before, ledger.index_of(asked.event_id(0)));
  if (made_before) {
    PROBITY_ASSIGN(const std::string body, ledger.body(*made_before));
    PROBITY_ASSIGN(const base::json::Value made, base::json::parse(body));
    PROBITY_ASSIGN(const bool sealed_otherwise, seals_otherwise(ledger, *made_before, made, command));
    if (says_otherwise(made, command) || sealed_otherwise)
      return base::fail(base::ErrorCode::id_reused, "this was sent before with another answer, which stands",
                        "id", "Look at what is recorded; to correct it, begin anew");
    return Prepared{{{}, true}, std::nullopt};
  }
  if (expect) PROBITY_TRY(check_length(ledger, asked.stream, *expect));
  if (asked.event.type->stream == record::StreamKind::staff) {
    if (workforce != nullptr) return prepare_on_staff(ledger, asked, *workforce);
    PROBITY_ASSIGN(const timeline::Book book, load_book(ledger, {}));
    return prepare_on_staff(ledger, asked, casework::workforce_of(book));
  }
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy,
                 casework::policy_of(rules::england_wales(), asked.event.recorded_day, readings));
  PROBITY_ASSIGN(const timeline::Case person, case_for(ledger, asked.event.type->name, asked.stream));
  const bool is_person =
      std::all_of(person.events.begin(), person.events.end(), [](const record::Event& event) {
        return event.type == nullptr || event.type->stream == record::StreamKind::person;
      });
  if (!is_person)
    return base::fail(base::ErrorCode::refused, asked.stream.hex() + " is no person's record", "case",
                      "Give the id of a person: `probity owed` lists them");
  const casework::CaseState state = casework::state_of(person, ledger.zone());
  casework::PlanShelf shelf;
  Staffing staff;
  casework::Circumstances circumstances{policy, working_days, ledger.zone(), &shelf};
  if (needs_shelf(*asked.event.type)) {
    PROBITY_ASSIGN(shelf, load_shelf(ledger));
  }
  if (record::is<casework::plan::write>(asked.event)) {
    PROBITY_ASSIGN(circumstances.text_key, ledger.derived_key("fingerprints of texts"));
  }
  if (needs_workforce(*asked.event.type)) {
    if (staffing) {
      staff = staffing();
    } else {
      PROBITY_ASSIGN(const timeline::Book book, load_book(ledger, {}));
      staff = {casework::workforce_of(book), casework::caseloads(book, ledger.zone())};
    }
    circumstances.workforce = &staff.workforce;
    circumstances.caseloads = &staff.caseloads;
  }
  std::vector<casework::Obligation> owed;
  if (says_what_crosses(asked)) {
    owed =
        casework::Duties(policy, ledger.zone()).owed(person, state, working_days, asked.event.recorded_day);
    circumstances.owed = &owed;
  }
  PROBITY_ASSIGN(auto events, casework::decide(state, asked, circumstances));
  return submission_of(ledger, asked, std::move(events));
}

} // namespace probity::service

#include "access/access_entries.h"
#include "command.h"
#include "ledger/access_log.h"
#include "ledger/verify.h"

namespace probity::program {
namespace {

using base::json::Value;

base::Result<access::AccessQuery> query_of(const Arguments& arguments) {
  access::AccessQuery out;
  if (arguments.has("person")) {
    out.person = base::StreamId::from_hex(arguments.text("person"));
    if (!out.person)
      return base::fail(base::ErrorCode::invalid_input, "a record's name is 32 lower-case hex digits",
                        "--person");
  }
  if (arguments.has("staff")) {
    out.staff = base::EntityId::from_hex(arguments.text("staff"));
    if (!out.staff)
      return base::fail(base::ErrorCode::invalid_input, "a pseudonym is 32 lower-case hex digits", "--staff");
  }
  out.most = static_cast<std::size_t>(arguments.integer("most"));
  return out;
}

Value to_json(const access::AccessEntry& entry) {
  base::json::Array people;
  for (const base::StreamId& person : entry.people)
    people.emplace_back(person.hex());
  return Value(base::json::Object{{"at", Value(base::to_text(entry.at))},
                                  {"index", Value(static_cast<std::int64_t>(entry.index))},
                                  {"page", Value(entry.page)},
                                  {"people", Value(std::move(people))},
                                  {"provider", Value(entry.provider)},
                                  {"refused", Value(entry.refused)},
                                  {"role", Value(entry.role)},
                                  {"staff", Value(entry.staff.hex())},
                                  {"type", Value(entry.type)}});
}

std::string whom(const access::AccessEntry& entry) {
  if (entry.people.empty()) return "";
  if (entry.people.size() == 1) return entry.people.front().hex().substr(0, 8);
  return std::to_string(entry.people.size()) + " people";
}

base::Result<ExitStatus> run_access_log(const Arguments& arguments, Terminal& terminal) {
  const std::string file = ledger::access_file(arguments.text("ledger"));
  PROBITY_ASSIGN(const access::AccessQuery query, query_of(arguments));
  PROBITY_ASSIGN(const ledger::Ledger log, ledger::Ledger::open(file));
  PROBITY_ASSIGN(const ledger::Verification verified, ledger::verify(file, {}));
  PROBITY_ASSIGN(const auto entries, access::access_entries(log, query));
  if (terminal.json()) {
    base::json::Array out;
    for (const access::AccessEntry& entry : entries)
      out.push_back(to_json(entry));
    terminal.print(Value(base::json::Object{{"entries", Value(std::move(out))}, {"ok", Value(verified.ok)}}));
    return verified.ok ? ExitStatus::good : ExitStatus::finding;
  }
  Table table({{"when"}, {"who"}, {"body"}, {"role"}, {"what"}, {"page"}, {"whose record"}, {"refused"}});
  for (const access::AccessEntry& entry : entries)
    table.add({log.zone().local_text(entry.at), entry.staff.hex().substr(0, 8), entry.provider, entry.role,
               entry.type.substr(entry.type.find('.') + 1), entry.page, whom(entry), entry.refused});
  table.print(terminal);
  if (!verified.ok)
    terminal.out << terminal.paint("This access ledger is not as it was written: probity verify --ledger " +
                                       file,
                                   Tone::bad)
                 << "\n";
  return verified.ok ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

Command access_log_command() {
  return {.name = "access-log",
          .group = Group::record,
          .summary = "Say who read which record, who signed in, who opened what is sealed",
          .details =
              "Reads LEDGER.access, the ledger of accesses, and verifies it first: exit status 1 when it was "
              "touched. Newest first. docs/access.md says what is logged.",
          .options = {{.name = "ledger",
                       .value = "FILE",
                       .help = "the ledger whose readers are asked for",
                       .need = Need::required},
                      {.name = "person", .value = "ID", .help = "reads of this record alone, in lists too"},
                      {.name = "staff", .value = "ID", .help = "by this member of staff alone"},
                      {.name = "most",
                       .value = "N",
                       .help = "at most so many",
                       .otherwise = "1000",
                       .form = Form::count},
                      json_option},
          .examples = {"access-log --ledger area.ledger --person d4d4d4d4d4d44d4d8d4d4d4d4d4d4d4d"},
          .run = run_access_log};
}

} // namespace probity::program

#include <chrono>
#include <map>
#include <thread>

#include "casework/worklists/worklist.h"
#include "rules/register.h"
#include "service/worklist_follower.h"
#include "settlement_options.h"
#include "timeline/person_timeline.h"

namespace probity::program {
namespace {

using base::json::Value;

std::string owner_text(const casework::WorklistEntry& entry) {
  if (entry.obligation.by == casework::OwedBy::presenting_authority) return "presenting authority";
  if (entry.obligation.by == casework::OwedBy::receiving_body) return "receiving body";
  if (entry.obligation.by == casework::OwedBy::provider) return "the body itself";
  if (entry.obligation.by == casework::OwedBy::court_team) return "court team";
  if (entry.obligation.by == casework::OwedBy::prison) return "the prison";
  if (entry.obligation.by == casework::OwedBy::victim_liaison) return "victim liaison";
  if (entry.obligation.by == casework::OwedBy::senior_probation_officer) return "senior probation officer";
  if (!entry.practitioner.empty()) return std::string(entry.practitioner.text()).substr(0, 8);
  if (!entry.duty_team.empty()) return "duty team " + std::string(entry.duty_team.text());
  return "nobody";
}

std::string provider_text(const casework::WorklistEntry& entry) {
  return entry.provider.empty() ? "none" : std::string(entry.provider.text());
}

Value entry_json(const casework::WorklistEntry& entry, base::Day on) {
  const casework::Obligation& one = entry.obligation;
  Value out(base::json::Object{{"case", Value(entry.person.hex())},
                               {"due", Value(base::to_text(one.due))},
                               {"entity", Value(one.entity.hex())},
                               {"kind", Value(one.kind)},
                               {"overdue", Value(one.overdue(on))},
                               {"since", Value(base::to_text(one.since))},
                               {"started_by", Value(static_cast<std::int64_t>(one.start_event))},
                               {"what", Value(one.what)}});
  if (!entry.practitioner.empty()) out.set("practitioner", Value(entry.practitioner.text()));
  if (!entry.duty_team.empty()) out.set("duty_team", Value(entry.duty_team.text()));
  if (!entry.provider.empty()) out.set("provider", Value(entry.provider.text()));
  return out;
}

void print_list(const std::vector<casework::WorklistEntry>& list, base::Day on, Terminal& terminal) {
  Table table({{"due"}, {""}, {"what is owed"}, {"case"}, {"by"}, {"started by event", Table::Align::right}});
  for (const casework::WorklistEntry& entry : list) {
    const casework::Obligation& one = entry.obligation;
    table.add({base::to_text(one.due),
               one.overdue(on) ? "overdue"
               : one.due == on ? "today"
                               : "",
               std::string(one.what), entry.person.hex().substr(0, 8), owner_text(entry),
               std::to_string(one.start_event)});
  }
  table.print(terminal);
}

void print_totals(const std::vector<casework::WorklistEntry>& list, base::Day on, Terminal& terminal) {
  struct Total {
    int owed = 0;
    int overdue = 0;
  };
  std::map<std::pair<std::string, std::string>, Total> totals;
  for (const casework::WorklistEntry& entry : list) {
    Total& total = totals[{provider_text(entry), owner_text(entry)}];
    ++total.owed;
    total.overdue += entry.obligation.overdue(on) ? 1 : 0;
  }
  Table table({{"provider"}, {"by"}, {"owed", Table::Align::right}, {"overdue", Table::Align::right}});
  for (const auto& [whose, total] : totals)
    table.add({whose.first, whose.second, std::to_string(total.owed), std::to_string(total.overdue)});
  table.print(terminal);
}

// The one practitioner whose pseudonym begins with the digits.
base::Result<record::Symbol> find_practitioner(const timeline::Book& book, const std::string& digits) {
  std::map<std::string, record::Symbol, std::less<>> found;
  for (const timeline::Case& person : book.people)
    for (const timeline::Practitioner& one : timeline::timeline_of(person).practitioners)
      if (one.staff.text().starts_with(digits)) found.emplace(one.staff.text(), one.staff);
  if (found.size() == 1) return found.begin()->second;
  if (found.empty())
    return base::fail(base::ErrorCode::not_found, "nobody whose id begins with " + digits + " held a case",
                      "--staff", "`probity owed --ledger FILE` lists who does");
  return base::fail(base::ErrorCode::refused,
                    std::to_string(found.size()) + " practitioners' ids begin with " + digits, "--staff",
                    "give more digits");
}

// What the practitioner alone can do, when the list is a practitioner's.
void keep_own(std::vector<casework::WorklistEntry>& list, const casework::WorklistFilter& filter) {
  if (!filter.practitioner) return;
  std::erase_if(list, [](const casework::WorklistEntry& entry) {
    return entry.obligation.by != casework::OwedBy::practitioner;
  });
}

void print_changes(const service::WorklistChanges& changed, const service::WorklistFollower& follower,
                   std::size_t owed, Terminal& terminal) {
  const base::Day on = follower.on();
  if (terminal.json()) {
    const auto entries = [on](const std::vector<casework::WorklistEntry>& list) {
      base::json::Array out;
      for (const casework::WorklistEntry& entry : list)
        out.push_back(entry_json(entry, on));
      return Value(std::move(out));
    };
    terminal.print(Value(base::json::Object{{"appeared", entries(changed.appeared)},
                                            {"ok", Value(true)},
                                            {"on", Value(base::to_text(on))},
                                            {"owed", Value(static_cast<std::int64_t>(owed))},
                                            {"size", Value(static_cast<std::int64_t>(follower.cursor()))},
                                            {"went", entries(changed.went)}}));
  } else {
    terminal.out << terminal.paint("Size " + std::to_string(follower.cursor()), Tone::strong) << ", "
                 << base::to_text(on) << ": " << owed << " owed\n";
    const auto line = [&](char sign, const casework::WorklistEntry& entry) {
      terminal.out << sign << " " << base::to_text(entry.obligation.due) << "  " << entry.obligation.what
                   << "  " << entry.person.hex().substr(0, 8) << "  " << owner_text(entry) << "\n";
    };
    for (const casework::WorklistEntry& entry : changed.went)
      line('-', entry);
    for (const casework::WorklistEntry& entry : changed.appeared)
      line('+', entry);
  }
  terminal.out.flush();
}

constexpr auto pause_between_readings = std::chrono::milliseconds(500);

base::Result<ExitStatus> follow(const Arguments& arguments, const casework::WorklistFilter& filter,
                                const casework::Readings& readings, const base::Zone& zone,
                                Terminal& terminal) {
  std::optional<base::Day> on;
  if (arguments.has("on")) on = arguments.day("on");
  std::optional<std::uint64_t> first;
  std::optional<std::uint64_t> last;
  if (arguments.has("since")) first = static_cast<std::uint64_t>(arguments.integer("since"));
  if (arguments.has("until-size")) last = static_cast<std::uint64_t>(arguments.integer("until-size"));
  PROBITY_ASSIGN(service::WorklistFollower follower, service::WorklistFollower::start(zone, readings, on));
  std::vector<casework::WorklistEntry> before;
  while (true) {
    // Opened anew: an open ledger keeps the size that it had.
    PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
    const std::uint64_t cursor = follower.cursor();
    PROBITY_TRY(follower.read(ledger, cursor == 0 && first.value_or(0) > 0 ? first : last));
    if (follower.cursor() > cursor) {
      std::vector<casework::WorklistEntry> list = follower.list(filter);
      keep_own(list, filter);
      const service::WorklistChanges changed = service::changes(before, list);
      if (cursor == 0 || !changed.appeared.empty() || !changed.went.empty())
        print_changes(changed, follower, list.size(), terminal);
      before = std::move(list);
      continue;
    }
    if (arguments.has("once") || (last && follower.cursor() >= *last)) return ExitStatus::good;
    std::this_thread::sleep_for(pause_between_readings);
  }
}

base::Result<ExitStatus> run_owed(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("follow"))
    for (const std::string_view needs_follow : {"once", "since", "until-size"})
      if (arguments.has(needs_follow))
        return base::fail(base::ErrorCode::invalid_input, "this goes with --follow",
                          "--" + std::string(needs_follow), "say --follow as well");
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  service::KnownAs known;
  if (arguments.has("on") && !arguments.has("follow")) known.day = arguments.day("on");
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known));
  const base::Day on = known.day.value_or(book.known_on);
  PROBITY_ASSIGN(const auto readings, parse_readings(arguments.all("reading")));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), on, readings));
  casework::WorklistFilter filter;
  if (arguments.has("staff")) {
    PROBITY_ASSIGN(filter.practitioner, find_practitioner(book, arguments.text("staff")));
  }
  if (arguments.has("provider")) filter.provider = record::Symbol(arguments.text("provider"));
  if (arguments.has("team")) filter.duty_team = record::Symbol(arguments.text("team"));
  if (arguments.has("follow")) return follow(arguments, filter, readings, ledger.zone(), terminal);
  const casework::Workforce workforce = casework::workforce_of(book);
  const casework::Duties duties(policy, ledger.zone(), &workforce);
  std::vector<casework::WorklistEntry> list =
      casework::worklist(book, duties, ledger.zone(), working_days, on, filter);
  keep_own(list, filter);
  const bool whole = filter.practitioner || filter.provider || filter.duty_team;
  if (terminal.json()) {
    base::json::Array entries;
    for (const casework::WorklistEntry& entry : list)
      entries.push_back(entry_json(entry, on));
    terminal.print(Value(base::json::Object{{"ok", Value(true)},
                                            {"on", Value(base::to_text(on))},
                                            {"owed", Value(std::move(entries))},
                                            {"size", Value(static_cast<std::int64_t>(book.size))}}));
    return ExitStatus::good;
  }
  terminal.out << terminal.paint("What is owed on " + base::to_text(on), Tone::strong)
               << ", as known at size " << book.size << "\n";
  if (list.empty())
    terminal.out << "Nothing.\n";
  else if (whole)
    print_list(list, on, terminal);
  else
    print_totals(list, on, terminal);
  return ExitStatus::good;
}

} // namespace

Command owed_command() {
  return {.name = "owed",
          .group = Group::record,
          .summary = "List what is owed: everything due of a practitioner, team or provider",
          .details =
              "The open clocks of casework, what hangs on them first, then by the day they are due. "
              "Without --staff, --team or --provider it counts them for each practitioner. With --follow it "
              "goes on: what is owed now, then, whenever the ledger grew, what was added (+) and what went "
              "(-), until it is interrupted.",
          .options =
              {ledger_option,
               {.name = "staff", .value = "ID", .help = "a practitioner: the first digits of the pseudonym"},
               {.name = "team", .value = "NAME", .help = "a duty team"},
               {.name = "provider", .value = "NAME", .help = "an accountable body"},
               {.name = "on",
                .value = "DAY",
                .help = "the list of that day, by what was known then (default: the last day known)",
                .form = Form::day},
               {.name = "follow", .help = "go on reading what the ledger gets, and print what changes"},
               {.name = "since",
                .value = "SIZE",
                .help = "with --follow: begin with what was known at this size",
                .form = Form::count},
               {.name = "until-size",
                .value = "SIZE",
                .help = "with --follow: end when so many events have been read",
                .form = Form::count},
               {.name = "once", .help = "with --follow: end when all that is there has been read"},
               {.name = "reading",
                .value = "NAME=VALUE,…",
                .help = "another reading of the rules: evidence_from, breach_review, notify_from, report_due",
                .times = Times::repeated},
               json_option},
          .examples = {"owed --ledger area.ledger",
                       "owed --ledger area.ledger --staff 5d0c2f0e --on 2016-03-31",
                       "owed --ledger area.ledger --provider CRC1 --follow"},
          .run = run_owed};
}

} // namespace probity::program

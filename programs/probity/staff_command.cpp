#include "casework/policy.h"
#include "casework/workforce/staff_report.h"
#include "rules/register.h"
#include "service/workforce/staff_json.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Object;
using base::json::Value;

std::string text_of(record::Symbol symbol) {
  return std::string(symbol.text());
}

std::string short_id(std::string_view id) {
  return std::string(id.substr(0, 8));
}

std::string away_text(const casework::StaffRow& row) {
  if (row.left) return "left " + base::to_text(*row.left);
  if (row.away.empty()) return row.appeal_open ? "appeal open" : "";
  return text_of(row.away) + " since " + base::to_text(*row.away_since);
}

void print_posts(const casework::StaffReport& report, Terminal& terminal) {
  if (report.posts.empty()) {
    terminal.out << "No post is recorded.\n";
    return;
  }
  Table table({{"body"}, {"grade"}, {"minutes", Table::Align::right}, {"post"}, {""}, {"since"}, {"holder"}});
  for (const casework::Post& post : report.posts)
    table.add({text_of(post.body), text_of(post.grade), std::to_string(post.minutes), short_id(post.id.hex()),
               std::string(post.state()), base::to_text(post.since), short_id(post.holder.text())});
  table.print(terminal);
  terminal.out << report.filled << " filled, " << report.vacant << " vacant, " << report.closed
               << " closed.\n";
}

void print_staff(const casework::StaffReport& report, Terminal& terminal) {
  if (report.staff.empty()) {
    terminal.out << "\nNo member of staff is recorded, and nobody holds a case.\n";
    return;
  }
  terminal.out << "\n";
  Table table({{"body"},
               {"staff"},
               {"grade"},
               {"minutes", Table::Align::right},
               {"cases", Table::Align::right},
               {"high risk", Table::Align::right},
               {"points", Table::Align::right},
               {"available", Table::Align::right},
               {""}});
  bool some_without_points = false;
  for (const casework::StaffRow& row : report.staff) {
    const casework::Caseload& load = row.load;
    const bool partial = load.people_with_points < load.people;
    some_without_points = some_without_points || partial;
    table.add({text_of(row.body), short_id(row.staff.text()),
               row.grade.empty() ? "not recorded" : text_of(row.grade),
               row.recorded ? std::to_string(row.minutes) : "", std::to_string(load.people),
               std::to_string(load.high_risk),
               load.people_with_points == 0 ? "" : std::to_string(load.points) + (partial ? "*" : ""),
               row.available ? std::to_string(*row.available) : "",
               row.over() ? "over; " + away_text(row) : away_text(row)});
  }
  table.print(terminal);
  terminal.out << report.staff.size() << " members of staff, " << report.away << " away.\n";
  if (some_without_points)
    terminal.out << "Not every case has recorded workload points; * marks sums that leave some out.\n";
}

Value staff_json(const casework::StaffRow& row) {
  Value out = service::to_json(row);
  out.set("body", Value(row.body.text()));
  out.set("minutes", Value(row.minutes));
  out.set("over", Value(row.over()));
  out.set("posts", Value(std::int64_t{row.posts}));
  out.set("recorded", Value(row.recorded));
  return out;
}

base::Result<ExitStatus> run_staff(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  service::KnownAs known;
  if (arguments.has("on")) known.day = arguments.day("on");
  PROBITY_ASSIGN(const timeline::Book book, service::load_book(ledger, known));
  const base::Day on = known.day.value_or(book.known_on);
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), on));
  const record::Symbol provider =
      arguments.has("provider") ? record::Symbol(arguments.text("provider")) : record::Symbol{};
  const casework::StaffReport report =
      casework::staff_report(book, ledger.zone(), policy.workforce, provider, on);
  if (terminal.json()) {
    base::json::Array posts;
    for (const casework::Post& post : report.posts)
      posts.push_back(service::to_json(post));
    base::json::Array staff;
    for (const casework::StaffRow& row : report.staff)
      staff.push_back(staff_json(row));
    terminal.print(Value(Object{{"away", Value(std::int64_t{report.away})},
                                {"closed", Value(std::int64_t{report.closed})},
                                {"filled", Value(std::int64_t{report.filled})},
                                {"ok", Value(true)},
                                {"on", Value(base::to_text(on))},
                                {"posts", Value(std::move(posts))},
                                {"size", Value(static_cast<std::int64_t>(book.size))},
                                {"staff", Value(std::move(staff))},
                                {"vacant", Value(std::int64_t{report.vacant})}}));
    return ExitStatus::good;
  }
  terminal.out << terminal.paint("Posts and staff on " + base::to_text(on), Tone::strong)
               << ", as known at size " << book.size << "\n";
  print_posts(report, terminal);
  print_staff(report, terminal);
  return ExitStatus::good;
}

} // namespace

Command staff_command() {
  return {.name = "staff",
          .group = Group::record,
          .summary = "List posts and staff: filled, vacant, away, cases held and load",
          .details = "Cases are counted in heads and, where workload points of a case were recorded, in "
                     "points beside what the posts can carry. Whoever holds cases is listed even when "
                     "nothing is recorded of them as staff.",
          .options = {ledger_option,
                      {.name = "provider", .value = "NAME", .help = "of one body only"},
                      {.name = "on",
                       .value = "DAY",
                       .help = "the list of that day, by what was known then (default: the last day known)",
                       .form = Form::day},
                      json_option},
          .examples = {"staff --ledger area.ledger", "staff --ledger area.ledger --provider CRC1"},
          .run = run_staff};
}

} // namespace probity::program

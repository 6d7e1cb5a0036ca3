// Casework over a sample area: how fast the record is folded, commands are decided, and worklists are made of
// all of it and then kept up to date.
#include <fmt/format.h>
#include <iostream>

#include "casework/appointments/appointment_commands.h"
#include "casework/decide.h"
#include "casework/worklists/live_worklists.h"
#include "measuring.h"
#include "record/builder.h"
#include "rules/register.h"
#include "sample.h"
#include "service/book_loader.h"

namespace probity::bench {
namespace {

using base::json::Value;

constexpr std::int64_t sample_people = 2'000;
constexpr std::size_t national = 265'000; // people under supervision in England and Wales, about

std::string rate(double count, double seconds, std::string_view unit) {
  return fmt::format("{:.0f} {}", count / seconds, unit);
}

struct Service {
  base::Zone zone = need(base::Zone::named("Europe/London"));
  rules::WorkingDays working_days = need(rules::WorkingDays::from(rules::england_wales()));
  base::Day on = base::day_of(2016, 3, 31);
  casework::Policy policy = need(casework::policy_of(rules::england_wales(), on));
  casework::Duties duties{policy, zone};
};

// What any fold has to do at least: look at the type and the day of every event.
std::int64_t bare_scan(const timeline::Book& book) {
  std::int64_t sum = 0;
  for (const timeline::Case& person : book.people)
    for (const record::Event& event : person.events)
      sum += event.recorded_day.since_epoch + (event.type != nullptr ? 1 : 0) +
             static_cast<std::int64_t>(event.entities[0].id.bytes[0]);
  return sum;
}

void measure_replay(const timeline::Book& book, const Service& service) {
  std::size_t events = 0;
  for (const timeline::Case& person : book.people)
    events += person.events.size();
  std::int64_t sink = 0;
  const double bare = time_of([&] { sink += bare_scan(book); }).processor;
  const double fold =
      time_of([&] {
        for (const timeline::Case& person : book.people)
          sink += static_cast<std::int64_t>(casework::state_of(person, service.zone).appointments.size());
      }).processor;
  if (sink == 0) std::cout << "nothing was read\n";
  print_figure("replay: events folded into states of cases",
               rate(static_cast<double>(events), fold, "a second"));
  print_figure("a bare scan of the same events ÷ replay", fmt::format("{:.3f}", bare / fold));
}

template <class Id> Id numbered(int number) {
  Id id;
  id.bytes[12] = static_cast<std::uint8_t>(number >> 16);
  id.bytes[13] = static_cast<std::uint8_t>(number >> 8);
  id.bytes[14] = static_cast<std::uint8_t>(number);
  return id;
}

// Of a practitioner, on the morning of the day.
Value arrange(const base::StreamId& person, int number, base::Day day) {
  record::EventBuilder builder(casework::appointment::arrange, "bench/7", person);
  return builder.id(numbered<base::EventId>(number))
      .recorded(*base::parse_instant(base::to_text(day) + "T10:00:00.000000Z"))
      .provider("CRC1")
      .valid(day)
      .entity("appointment", numbered<base::EntityId>(number))
      .fact("starts", *base::parse_instant(base::to_text(day + 7) + "T09:00:00.000000Z"))
      .fact("mode", "office")
      .build();
}

// An appointment arranged for each person who can have one: decided on the state, not appended.
void measure_decisions(const timeline::Book& book, const Service& service) {
  std::vector<casework::CaseState> states;
  std::vector<casework::Command> commands;
  int number = 0;
  for (const timeline::Case& person : book.people) {
    casework::CaseState state = casework::state_of(person, service.zone);
    if (state.provider.empty() || state.died) continue;
    const Value json = arrange(person.name, ++number, service.on);
    commands.push_back(need(casework::read_command(json, service.zone)));
    states.push_back(std::move(state));
  }
  std::size_t made = 0;
  std::size_t refused = 0;
  const casework::Circumstances circumstances{service.policy, service.working_days, service.zone};
  const double seconds = time_of([&] {
                           for (std::size_t i = 0; i < commands.size(); ++i)
                             ++(casework::decide(states[i], commands[i], circumstances) ? made : refused);
                         }).processor;
  print_figure("decisions: an appointment arranged, its event written",
               rate(static_cast<double>(commands.size()), seconds, "a second") +
                   fmt::format(" ({} made, {} refused)", made, refused));
}

// The people of the book over and over, under other names, until there are so many.
void make_national(timeline::Book& book) {
  const std::size_t lives = book.people.size();
  book.people.reserve(national);
  while (book.people.size() < national) {
    timeline::Case copy = book.people[book.people.size() % lives];
    const std::size_t number = book.people.size();
    for (std::size_t byte = 0; byte < 4; ++byte)
      copy.name.bytes[byte] = static_cast<std::uint8_t>(number >> (8 * byte));
    copy.stream = static_cast<std::uint32_t>(number);
    book.people.push_back(std::move(copy));
  }
}

// Takes the people out of the book.
void measure_worklists(timeline::Book& book, const Service& service) {
  std::size_t entries = 0;
  const double whole =
      time_of([&] {
        entries =
            casework::worklist(book, service.duties, service.zone, service.working_days, service.on).size();
      }).processor;
  print_figure(fmt::format("all worklists of {} people, rebuilt from the book", book.people.size()),
               fmt::format("{:.2f} s, {} entries", whole, entries));
  casework::LiveWorklists live(service.duties, service.working_days, service.zone, service.on);
  std::vector<timeline::Case> again;
  for (timeline::Case& person : book.people) {
    live.put(person);
    if (again.size() < 2 * sample_people)
      again.push_back(std::move(person));
    else
      person = {};
  }
  // An event has its person folded anew; reading their stream comes to that (the service's figures have it).
  const double following = time_of([&] {
                             for (const timeline::Case& person : again)
                               live.put(person);
                           }).processor /
                           static_cast<double>(again.size());
  print_figure("the same, kept up to date: one event", fmt::format("{:.1f} µs", following * 1e6));
  print_figure("one event, following ÷ rebuilding everybody's", fmt::format("1 : {:.0f}", whole / following));
  const double next = time_of([&] { live.advance_to(service.on + 1); }).processor;
  print_figure("a new day for everybody", fmt::format("{:.2f} s", next));
  casework::WorklistFilter filter;
  filter.provider = record::Symbol("CRC1");
  std::size_t shown = 0;
  const double one = time_of([&] { shown = live.list(filter).size(); }).processor;
  print_figure("one body's list, in order", fmt::format("{:.1f} ms, {} entries", one * 1e3, shown));
}

void run(const Arguments& arguments) {
  print_heading("Casework");
  const std::string file = arguments.folder + "/casework.ledger";
  write_area(file, sample_people, 1000);
  {
    const ledger::Ledger ledger = need(ledger::Ledger::open(file));
    timeline::Book book = need(service::load_book(ledger, service::KnownAs{}));
    const Service service;
    measure_replay(book, service);
    measure_decisions(book, service);
    timeline::Book all = book;
    measure_worklists(book, service);
    if (arguments.full) {
      make_national(all);
      measure_worklists(all, service);
    }
  }
  remove_ledger(file);
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  probity::bench::run(probity::bench::arguments_of(count, values));
}

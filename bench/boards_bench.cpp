// What a board about everybody of a body costs those who do not look at it: the office answers one at a time,
// so while it is held everybody waits. The service has as many people as supervision in England and Wales,
// made of the lives of a sample area under other names, by a file of views; their events are those of the
// area.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fmt/format.h>
#include <thread>

#include "access/accounts.h"
#include "measuring.h"
#include "sample.h"
#include "service/caseload.h"
#include "service/departures.h"
#include "service/releases.h"
#include "service/sample_accounts.h"
#include "service/workload.h"

namespace probity::bench {
namespace {

constexpr std::int64_t sample_people = 2'000;
constexpr std::size_t national = 265'000;
constexpr int rounds = 5;

std::unique_ptr<service::Office> opened(const std::string& ledger, const std::string& views) {
  return need(service::Office::open({ledger, ledger + ".accounts", views},
                                    [] { return *base::parse_instant("2026-01-05T09:00:00.000000Z"); }));
}

// A life under another name, held by another practitioner.
views::PersonRow again(const views::PersonRow& row, std::size_t number, std::size_t copy) {
  std::optional<casework::CaseState> state = casework::unpacked_state(row.state);
  auto clocks = casework::unpacked_clocks(row.clocks);
  if (!state || !clocks) give_up({base::ErrorCode::corrupt, "a row of the views cannot be read", "", ""});
  timeline::Case person;
  person.name = row.person;
  person.stream = row.stream;
  for (std::size_t byte = 0; byte < 4; ++byte)
    person.name.bytes[byte] = static_cast<std::uint8_t>(number >> (8 * byte));
  state->person = person.name;
  if (!state->practitioner.empty())
    state->practitioner =
        record::Symbol(fmt::format("{:04x}", copy) + std::string(state->practitioner.text().substr(4)));
  const casework::KeptCase kept = casework::kept_case(person, *state, std::move(*clocks));
  return {person.name, kept.stream, casework::packed_clocks(kept.clocks), kept.state};
}

void make_national(const std::string& file) {
  auto views = need(views::ViewsFile::open(file, store::Access::write));
  std::vector<views::PersonRow> lives;
  need(views.each_person([&](views::PersonRow row) -> base::Result<void> {
    lives.push_back(std::move(row));
    return {};
  }));
  views::Changes changes;
  changes.stamp = need(views.stamp());
  for (std::size_t number = lives.size(); number < national; ++number) {
    changes.people.push_back(again(lives[number % lives.size()], number, number / lives.size()));
    if (changes.people.size() < 10'000 && number + 1 < national) continue;
    changes.stamp.people = number + 1;
    need(views.write(changes));
    changes.people.clear();
  }
}

service::Caller senior(service::Office& office) {
  service::Caller out;
  for (const access::Account& account : need(office.accounts()))
    if (account.member.roles.front() == access::Role::senior_practitioner) out.member = account.member;
  return out;
}

// The longest that somebody else waits for the office while `ask` runs, in seconds.
template <class Ask> double waited_during(service::Office& office, const Ask& ask) {
  std::atomic<bool> done = false;
  double longest = 0;
  std::thread other([&] {
    while (!done) {
      longest = std::max(longest, time_of([&] { const auto held = office.hold(); }).wall);
      std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
  });
  ask();
  done = true;
  other.join();
  return longest;
}

template <class Ask> void board(const std::string& name, service::Office& office, const Ask& ask) {
  std::vector<double> asked;
  std::vector<double> waited;
  for (int round = 0; round < rounds; ++round) {
    waited.push_back(
        waited_during(office, [&] { asked.push_back(time_of([&] { (void)need(ask()); }).wall); }));
    need(office.settled());
  }
  print_figure(name + ": asked, the longest that others wait",
               fmt::format("{:.0f} ms, {:.1f} ms", quantile(asked, 0.5) * 1e3, quantile(waited, 0.5) * 1e3));
}

void measure(service::Office& office) {
  const service::Caller caller = senior(office);
  service::CaseloadAsked of_body;
  of_body.whose = service::Whose::body;
  print_figure("people, of whom of the body that asks",
               fmt::format("{}, {}", office.follower().lists().people(),
                           need(service::caseload(office, caller, of_body)).people));
  board("workload", office, [&] { return service::workload(office, caller); });
  board("departures", office, [&] { return service::departures(office, caller); });
  board("releases of a body", office,
        [&] { return service::releases(office, caller, service::ReleasesOf::body); });
  board("caseload of a body", office, [&] { return service::caseload(office, caller, of_body); });
  std::vector<double> staffing;
  for (int round = 0; round < rounds; ++round)
    staffing.push_back(time_of([&] {
                         const auto held = office.hold();
                         (void)office.staffing();
                       }).wall);
  print_figure("who carries how much, for a case to be given: the office is held",
               fmt::format("{:.1f} ms", quantile(staffing, 0.5) * 1e3));
}

void run(const Arguments& arguments) {
  print_heading("Boards of everybody");
  const std::string file = arguments.folder + "/boards.ledger";
  const std::string views = file + ".views";
  write_area(file, sample_people, 1'000);
  {
    auto accounts = need(access::Accounts::open(file + ".accounts", store::Access::write));
    const auto office = opened(file, views);
    (void)need(service::make_sample_accounts(*office, accounts));
  }
  make_national(views);
  {
    const auto office = opened(file, views);
    measure(*office);
  }
  remove_ledger(file);
  for (const char* more : {".accounts", ".views", ".access"})
    std::filesystem::remove(file + more);
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  probity::bench::run(probity::bench::arguments_of(count, values));
}

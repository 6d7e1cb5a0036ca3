// What a page is made of: the question that a service answers, and the page written from its answer, apart.
// Beside it how the service starts, with the views of the last time and without, and what a month costs that
// is settled again.
#include <filesystem>
#include <fmt/format.h>

#include "access/accounts.h"
#include "app/files.h"
#include "measuring.h"
#include "pages/staff/pages.h"
#include "record/builder.h"
#include "record/supervision.h"
#include "record/vocabulary.h"
#include "sample.h"
#include "service/kept_settlements.h"
#include "service/sample_accounts.h"

namespace probity::bench {
namespace {

constexpr int rounds = 200;

base::Instant now() {
  return *base::parse_instant("2026-01-05T09:00:00.000000Z");
}

// Beside the ledger, of which others may have files.
std::string accounts_of(const std::string& ledger) {
  return ledger + ".bench-accounts";
}
std::string views_of(const std::string& ledger) {
  return ledger + ".bench-views";
}

std::unique_ptr<service::Office> opened(const std::string& ledger, const std::string& views) {
  return need(service::Office::open({ledger, accounts_of(ledger), views}, now));
}

service::Caller caller_in(service::Office& office, access::Role role) {
  service::Caller out;
  for (const access::Account& account : need(office.accounts()))
    if (account.member.roles.front() == role) out.member = account.member;
  return out;
}

std::string microseconds(const Spent& spent) {
  return fmt::format("{:.0f} µs", spent.wall * 1e6 / rounds);
}

// The same question and its page, many times over.
template <class Ask, class Write>
void apart(const std::string& page, service::Office& office, Ask ask, Write write) {
  const Spent asking = time_of([&] {
    for (int round = 0; round < rounds; ++round)
      (void)need(ask());
  });
  need(office.settled());
  const auto answer = need(ask());
  std::size_t bytes = 0;
  const Spent writing = time_of([&] {
    for (int round = 0; round < rounds; ++round)
      bytes += write(answer).size();
  });
  print_figure(
      page + ": asked, written, its size",
      fmt::format("{}, {}, {} kB", microseconds(asking), microseconds(writing), bytes / rounds / 1000));
}

void measure_pages(service::Office& office) {
  const service::Caller caller = caller_in(office, access::Role::practitioner);
  const pages::Reader reader{caller, office.zone(), "token"};
  const service::CaseloadAsked mine;
  const auto caseload = need(service::caseload(office, caller, mine));
  print_figure("cases of the one who asks", std::to_string(caseload.people));
  const base::StreamId person = caseload.rows.front().person;
  apart(
      "my work", office, [&] { return service::my_work(office, caller); },
      [&](const auto& work) { return pages::my_work_page(work, reader); });
  apart(
      "caseload", office, [&] { return service::caseload(office, caller, mine); },
      [&](const auto& found) { return pages::caseload_page(found, {}, reader); });
  apart(
      "case", office, [&] { return service::case_overview(office, caller, person); },
      [&](const auto& overview) { return pages::case_page(overview, reader); });
  apart(
      "search", office,
      [&] {
        return service::search(office, caller, {"an", 1});
      },
      [&](auto found) {
        pages::SearchForm form;
        form.words = "an";
        form.found = std::move(found);
        return pages::search_page(form, reader);
      });
}

void measure_starts(const std::string& ledger, std::uint64_t events) {
  const std::string views = views_of(ledger);
  std::filesystem::remove(views);
  const Spent without = time_of([&] { (void)opened(ledger, views); });
  const Spent with = time_of([&] { (void)opened(ledger, views); });
  print_figure("start without views, with them", fmt::format("{:.2f} s, {:.2f} s", without.wall, with.wall));
  print_figure("views made anew, a million events, processor time",
               fmt::format("{:.1f} s", without.processor * 1e6 / static_cast<double>(events)));
  print_figure("views, an event",
               fmt::format("{:.0f} bytes", static_cast<double>(std::filesystem::file_size(views)) /
                                               static_cast<double>(events)));
}

void append_one(const std::string& file) {
  ledger::OpenOptions options;
  options.mode = ledger::OpenOptions::Mode::write;
  options.validate = record::validate;
  ledger::Ledger ledger = need(ledger::Ledger::open(file, options));
  std::uint64_t index = 1;
  std::optional<base::StreamId> person;
  while (!person) { // the first for whom a body answers
    const base::json::Value event = need(base::json::parse(need(ledger.body(index++))));
    if (*event.find("type")->text() == record::supervision::provider_assigned.name)
      person = base::StreamId::from_hex(*event.find("stream")->text());
  }
  record::EventBuilder assigned(record::supervision::provider_assigned, ledger.constants().origin, *person);
  assigned.id(base::EventId{{0xBE, static_cast<std::uint8_t>(ledger.size())}})
      .recorded(ledger.last_recorded())
      .valid(ledger.zone().day_of(ledger.last_recorded()))
      .fact("provider", "CRC1");
  ledger::Submission submission;
  submission.events.push_back(assigned.build());
  need(need(ledger.append({&submission, 1})).front());
}

void measure_settling(const std::string& file) {
  const auto contract = std::make_shared<const service::ContractFile>(
      service::ContractFile{"crc-2015", need(app::load_contract("contracts/crc-2015.toml"))});
  service::KeptSettlements kept(file);
  const auto settle = [&] {
    const std::uint64_t size = need(ledger::Ledger::open(file)).size();
    return time_of([&] { (void)need(kept.settle({contract, "2016-03", size, {}})); });
  };
  const Spent first = settle();
  append_one(file);
  const Spent again = settle();
  print_figure("a month settled, from nothing", fmt::format("{:.2f} s", first.processor));
  print_figure("again after one event",
               fmt::format("{:.3f} s, {:.0f} times less, {} measured", again.processor,
                           first.processor / again.processor, kept.measured_last()));
}

void measure_area(const std::string& file) {
  {
    auto accounts = need(access::Accounts::open(accounts_of(file), store::Access::write));
    const auto office = opened(file, {});
    (void)need(service::make_sample_accounts(*office, accounts));
  }
  measure_starts(file, need(ledger::Ledger::open(file)).size());
  {
    const auto office = opened(file, views_of(file));
    measure_pages(*office);
  }
  for (const std::string& made : {accounts_of(file), views_of(file)})
    std::filesystem::remove(made);
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  using namespace probity::bench;
  const Arguments arguments = arguments_of(count, values);
  if (!arguments.ledger.empty()) {
    print_heading("Pages and starts, " + arguments.ledger);
    measure_area(arguments.ledger);
    return 0;
  }
  std::vector<std::int64_t> sizes = {2'000};
  if (arguments.full) sizes.push_back(20'000);
  if (arguments.people > 0) sizes.push_back(arguments.people);
  for (const std::int64_t people : sizes) {
    print_heading(fmt::format("Pages, starts and a month settled again, {} people", people));
    const std::string file = arguments.folder + "/pages.ledger";
    write_area(file, people, 1'000);
    measure_area(file);
    measure_settling(file);
    remove_ledger(file);
    std::filesystem::remove(file + ".access");
  }
}

#include <atomic>
#include <csignal>
#include <mutex>

#include "app/clock.h"
#include "app/contract_files.h"
#include "app/site.h"
#include "command.h"
#include "http/metrics.h"
#include "http/server.h"
#include "pages/staff/start_words.h"
#include "service/sample_accounts.h"

namespace probity::program {
namespace {

// Blocked before any thread starts, so that all of them leave it to the one that waits.
sigset_t block_ending_signals() {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  return ending;
}

constexpr std::int64_t most_workers = 256;
constexpr std::int64_t most_failures = 10'000;

base::Result<http::ServerSettings> settings_of(const Arguments& arguments) {
  http::ServerSettings out;
  out.address = arguments.text("address");
  const std::int64_t port = arguments.integer("port");
  if (port > 65'535)
    return base::fail(base::ErrorCode::invalid_input, "a port is a number up to 65535", "--port");
  out.port = static_cast<std::uint16_t>(port);
  for (const std::string& host : arguments.all("host"))
    out.hosts.push_back(host);
  out.trusted_proxies = arguments.all("proxy");
  const std::int64_t workers = arguments.integer("workers");
  if (workers < 1 || workers > most_workers)
    return base::fail(base::ErrorCode::invalid_input,
                      "there are 1 to " + std::to_string(most_workers) + " workers", "--workers");
  out.workers = static_cast<unsigned>(workers);
  return out;
}

base::Result<service::OfficeLimits> limits_of(const Arguments& arguments) {
  service::OfficeLimits out;
  const std::int64_t failures = arguments.integer("failures-by-address");
  if (failures < 1 || failures > most_failures)
    return base::fail(base::ErrorCode::invalid_input,
                      "1 to " + std::to_string(most_failures) + " failures are free", "--failures-by-address",
                      "About one for each person who signs in from the address");
  out.signing_in_by_address.free_failures = static_cast<int>(failures);
  return out;
}

constexpr std::uint16_t most_next_ports = 20;

// With `next`, on the first port from the one asked for that is free.
base::Result<std::unique_ptr<http::Server>> start(http::ServerSettings settings, bool next,
                                                  const std::shared_ptr<http::Site>& site,
                                                  const http::Observer& observer) {
  const std::uint16_t asked = settings.port;
  for (;;) {
    auto server = http::Server::start(settings, site, observer);
    const bool again = next && !server && server.error().code == base::ErrorCode::io && asked != 0 &&
                       settings.port - asked < most_next_ports && settings.port < 65'535;
    if (!again) return server;
    ++settings.port;
  }
}

base::Result<void> show_sample(service::Office& office, const std::string& file) {
  PROBITY_ASSIGN(access::Accounts accounts, access::Accounts::open(file, store::Access::write));
  PROBITY_ASSIGN(auto sample, service::make_sample_accounts(office, accounts));
  office.show_sample(std::move(sample));
  return {};
}

void print_sample(const service::Office& office, Terminal& terminal) {
  if (office.sample().empty()) return;
  terminal.out << "\nSign in as any of these. For the sample only; the password of each: "
               << service::sample_password << "\n\n";
  Table table({{"account"}, {"role"}, {"what it shows"}});
  for (const service::SampleSignIn& one : office.sample()) {
    const pages::RoleWords& role = pages::role_words(one.role);
    table.add({one.name, std::string(role.name), std::string(role.shows)});
  }
  table.print(terminal);
  terminal.out << std::flush;
}

// For whoever puts it behind a proxy, and for tests that open every page.
ExitStatus print_routes(const http::Router& router, Terminal& terminal) {
  for (const http::Route& route : router.routes())
    terminal.out << http::name(route.method) << " " << route.pattern << " " << route.label << "\n";
  return ExitStatus::good;
}

base::Result<ExitStatus> run_serve(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const http::ServerSettings settings, settings_of(arguments));
  PROBITY_ASSIGN(const service::OfficeLimits limits, limits_of(arguments));
  const std::string& ledger = arguments.text("ledger");
  const sigset_t ending = block_ending_signals();
  const std::string views = arguments.optional_text("views").value_or(ledger + ".views");
  const std::string accounts = arguments.optional_text("accounts").value_or(ledger + ".accounts");
  PROBITY_ASSIGN(const auto office,
                 service::Office::open(
                     {ledger, accounts, views}, app::now,
                     [&](const std::string& sentence) { terminal.err << sentence << std::endl; }, limits));
  if (arguments.has("sample")) PROBITY_TRY(show_sample(*office, accounts));
  if (arguments.has("contracts")) {
    PROBITY_ASSIGN(auto contracts, app::load_contracts(arguments.text("contracts")));
    office->show_contracts(std::move(contracts));
  }
  const auto site = app::site_of(*office);
  if (arguments.has("routes")) return print_routes(site->router, terminal);
  std::mutex lines;
  site->on_fault = [&](std::string_view route, std::string_view) {
    const std::lock_guard one(lines);
    terminal.err << "fault on " << route << std::endl;
  };
  const auto metrics = std::make_shared<http::Metrics>();
  std::atomic<const http::Server*> running = nullptr;
  http::add_health_and_metrics(
      site->router,
      [&office = *office] {
        const auto held = office.hold();
        return office.follow();
      },
      metrics,
      [&] {
        const http::Server* const server = running;
        return server == nullptr ? http::Load{} : http::Load{server->open_connections(), server->queued()};
      });
  const http::Observer observer = [&, is_logged = arguments.has("log")](const http::Served& served) {
    metrics->count(served);
    if (!is_logged) return;
    const std::lock_guard one(lines);
    terminal.err << http::log_line(served, app::now()) << std::endl;
  };
  PROBITY_ASSIGN(const auto server, start(settings, arguments.has("next-port"), site, observer));
  running = server.get();
  terminal.out << "Serving " << ledger << " at http://" << settings.address << ":" << server->port()
               << "/ until Ctrl+C." << std::endl;
  print_sample(*office, terminal);
  int signal = 0;
  sigwait(&ending, &signal);
  server->stop();
  terminal.out << "Stopped." << std::endl;
  return ExitStatus::good;
}

} // namespace

Command serve_command() {
  return {
      .name = "serve",
      .group = Group::program,
      .summary = "Serve the pages and the API of casework",
      .details =
          "For those who have an account (probity account add). Holds the ledger and its ledger of accesses "
          "for writing until it is stopped. A replayed ledger, such as a sample, stands still at its last "
          "instant: its \"today\" is that day. docs/access.md says who may do what.",
      .options =
          {{.name = "ledger", .value = "FILE", .help = "the ledger to serve", .need = Need::required},
           {.name = "accounts", .value = "FILE", .help = "the file of accounts (default: LEDGER.accounts)"},
           {.name = "views",
            .value = "FILE",
            .help = "what folding the ledger gave, so that the next start is short; may be deleted while it "
                    "is stopped (default: LEDGER.views)"},
           {.name = "address",
            .value = "IP",
            .help = "numeric address to listen at",
            .otherwise = "127.0.0.1"},
           {.name = "port",
            .value = "N",
            .help = "port to listen at; 0: one that is free",
            .otherwise = "8080",
            .form = Form::count},
           {.name = "next-port", .help = "when the port is taken, the next that is free, of twenty"},
           {.name = "sample",
            .help = "make an account for each role and show them on the sign-in page: for a sample, "
                    "whose people are invented"},
           {.name = "contracts",
            .value = "FOLDER",
            .help = "the contract files whose statements contract managers see"},
           {.name = "host",
            .value = "NAME",
            .help = "a further host name by which it may be asked",
            .times = Times::repeated},
           {.name = "proxy",
            .value = "IP",
            .help = "a proxy whose word on the client's address is believed",
            .times = Times::repeated},
           {.name = "routes",
            .help =
                "print each method and address, and the action that the gate is asked for; serve nothing"},
           {.name = "workers",
            .value = "N",
            .help =
                "requests handled at once, 1 to 256; commands that come together share a wait for the disk",
            .otherwise = "32",
            .form = Form::count},
           {.name = "failures-by-address",
            .value = "N",
            .help =
                "failures to sign in from one address before it has to wait; more where an office is behind "
                "one address",
            .otherwise = "20",
            .form = Form::count},
           {.name = "log", .help = "a line for each request: route, status, time; never who or whom"}},
      .examples = {"serve --ledger area.ledger --accounts area.accounts",
                   "serve --ledger area.ledger --sample --next-port"},
      .run = run_serve};
}

} // namespace probity::program

#include <csignal>
#include <mutex>

#include "app/clock.h"
#include "app/site.h"
#include "command.h"
#include "http/server.h"

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
  return out;
}

base::Result<ExitStatus> run(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const http::ServerSettings settings, settings_of(arguments));
  const std::string& ledger = arguments.text("ledger");
  const sigset_t ending = block_ending_signals();
  PROBITY_ASSIGN(const auto office,
                 service::Office::open(
                     {ledger, arguments.optional_text("accounts").value_or(ledger + ".accounts")}, app::now));
  const auto site = app::site_of(*office);
  std::mutex lines;
  site->on_fault = [&](std::string_view route, std::string_view) {
    const std::lock_guard one(lines);
    terminal.err << "fault on " << route << std::endl;
  };
  http::Observer observer;
  if (arguments.has("log"))
    observer = [&](const http::Served& served) {
      const std::lock_guard one(lines);
      terminal.err << http::name(served.method) << " " << (served.route.empty() ? "-" : served.route) << " "
                   << static_cast<int>(served.status) << " " << served.took.count() << "us " << served.bytes
                   << "B" << std::endl;
    };
  PROBITY_ASSIGN(const auto server, http::Server::start(settings, site, observer));
  terminal.out << "Serving " << ledger << " at http://" << settings.address << ":" << server->port()
               << "/ until Ctrl+C." << std::endl;
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
      .options = {{.name = "ledger", .value = "FILE", .help = "the ledger to serve", .need = Need::required},
                  {.name = "accounts",
                   .value = "FILE",
                   .help = "the file of accounts (default: LEDGER.accounts)"},
                  {.name = "address",
                   .value = "IP",
                   .help = "numeric address to listen at",
                   .otherwise = "127.0.0.1"},
                  {.name = "port",
                   .value = "N",
                   .help = "port to listen at; 0: one that is free",
                   .otherwise = "8080",
                   .form = Form::count},
                  {.name = "host",
                   .value = "NAME",
                   .help = "a further host name by which it may be asked",
                   .times = Times::repeated},
                  {.name = "proxy",
                   .value = "IP",
                   .help = "a proxy whose word on the client's address is believed",
                   .times = Times::repeated},
                  {.name = "log", .help = "a line for each request: route, status, time; never who or whom"}},
      .examples = {"serve --ledger area.ledger --accounts area.accounts"},
      .run = run};
}

} // namespace probity::program

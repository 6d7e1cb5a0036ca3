// HTTP/1.1 over TCP. One thread reads and writes; handlers run on a pool of workers. Boost.Beast is seen by
// beast_server.cpp alone.
#pragma once

#include "base/result.h"
#include "http/limits.h"
#include "http/site.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace probity::http {

struct ServerSettings {
  std::string address = "127.0.0.1"; // numeric, IPv4 or IPv6
  std::uint16_t port = 8080;         // 0: one that is free
  // Host names by which the service may be asked, without port. Any other gets 421, so that no page of
  // another site can reach a service on this machine under a name of its own (DNS rebinding).
  std::vector<std::string> hosts{"localhost", "127.0.0.1", "[::1]"};
  // Numeric addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
  std::vector<std::string> trusted_proxies;
  // Requests handled at once. Many, because a handler mostly waits: for the disk, or for its turn.
  unsigned workers = 32;
  std::size_t queue = 256;        // requests that wait for a worker or run; more get 503 with Retry-After
  std::size_t connections = 1000; // open at once; more wait to be accepted
  Limits limits;
  TimeLimits times;
};

// One answered request. Nothing in it names a person: `route` is the pattern, never the path or the query.
struct Served {
  Method method = Method::get;
  std::string_view route; // "" when there was none, or when the request was refused before
  Status status = Status::ok;
  std::chrono::microseconds took{}; // from the whole request read to the response made
  std::size_t bytes = 0;            // of the response's body
};

// Called from the thread that reads and writes; must be quick and not throw.
using Observer = std::function<void(const Served&)>;

class Server {
 public:
  // Listens, and serves until `stop`. Fails when the address is taken or is no address.
  static base::Result<std::unique_ptr<Server>>
  start(const ServerSettings& settings, std::shared_ptr<const Site> site, Observer observer = {});
  virtual ~Server() = default; // stops

  [[nodiscard]] virtual std::uint16_t port() const = 0;
  [[nodiscard]] virtual std::size_t open_connections() const = 0;
  [[nodiscard]] virtual std::size_t queued() const = 0; // waiting for a worker or running
  // No new connection or request is taken; what is being answered is answered, within `times.stop`; idle
  // connections are closed. Returns when all is done. A second call does nothing.
  virtual void stop() = 0;
};

} // namespace probity::http

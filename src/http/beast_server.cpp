#include "http/head_check.h"
#include "http/head_scan.h"
#include "http/server.h"
#include "http/wire_response.h"

#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <mutex>
#include <set>
#include <thread>

namespace probity::http {

namespace {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;
using Parser = beast_http::request_parser<beast_http::string_body>;

// Operations give their error as a value.
constexpr auto as_value = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_bytes = 16 * 1024;
constexpr std::string_view continue_text = "HTTP/1.1 100 Continue\r\n\r\n";
// What a client may still send after it was refused, so that it reads the answer before the connection is
// reset.
constexpr std::size_t drained_bytes = 256 * 1024;
constexpr std::chrono::seconds drained_time{1};

base::Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

Status status_of(const ErrorCode& error, std::string_view head) {
  const std::string_view line = head.substr(0, head.find("\r\n"));
  if (error == beast_http::error::bad_version && line.find(" HTTP/") != std::string_view::npos)
    return Status::version_not_supported;
  if (error == beast_http::error::body_limit) return Status::content_too_large;
  if (error == beast_http::error::header_limit || error == beast_http::error::buffer_overflow)
    return Status::header_fields_too_large;
  return Status::bad_request;
}

struct Exchange {
  Tcp::socket socket;
  asio::steady_timer timer;
  boost::beast::flat_buffer buffer;
  std::string peer;
  std::uint64_t phase = 0; // which time limit is running
  bool timed_out = false;
  bool is_idle = true; // between requests

  Exchange(Tcp::socket accepted, std::size_t buffer_bytes)
      : socket(std::move(accepted)), timer(socket.get_executor()), buffer(buffer_bytes) {
    ErrorCode ignored;
    socket.set_option(Tcp::no_delay(true), ignored);
    const Tcp::endpoint remote = socket.remote_endpoint(ignored);
    if (!ignored) peer = remote.address().to_string();
  }

  [[nodiscard]] std::string_view bytes() const {
    return {static_cast<const char*>(buffer.data().data()), buffer.size()};
  }
};
using Shared = std::shared_ptr<Exchange>;

// From now, whatever is read or written has this long.
void limit(const Shared& exchange, std::chrono::milliseconds time) {
  exchange->timed_out = false;
  const std::uint64_t phase = ++exchange->phase;
  exchange->timer.expires_after(time);
  exchange->timer.async_wait([exchange, phase](const ErrorCode& error) {
    // A timer that had run out when it was set anew still comes here.
    if (error || exchange->phase != phase) return;
    exchange->timed_out = true;
    ErrorCode ignored;
    exchange->socket.cancel(ignored);
  });
}

class BeastServer final : public Server {
 public:
  BeastServer(const ServerSettings& settings, std::shared_ptr<const Site> site, Observer observer)
      : settings_(settings), site_(std::move(site)),
        observer_(std::move(observer)), surroundings_{settings.hosts, settings.trusted_proxies,
                                                      settings.limits.body_bytes},
        workers_(settings.workers), acceptor_(io_), free_place_(io_), last_moment_(io_) {}
  ~BeastServer() override { halt(); }
  BeastServer(const BeastServer&) = delete;
  BeastServer& operator=(const BeastServer&) = delete;

  base::Result<void> listen();
  [[nodiscard]] std::uint16_t port() const override { return port_; }
  [[nodiscard]] std::size_t open_connections() const override { return open_; }
  [[nodiscard]] std::size_t queued() const override { return queued_; }
  void stop() override { halt(); }

 private:
  enum class Next { exchange, close, drain };

  void halt();
  void begin_to_stop();
  asio::awaitable<void> accept();
  asio::awaitable<void> converse(Shared exchange);
  asio::awaitable<Next> one_exchange(Shared exchange);
  asio::awaitable<std::size_t> read_head(Shared exchange, std::optional<Status>& fault);
  asio::awaitable<Next> refuse(Shared exchange, Status status);
  asio::awaitable<bool> send(Shared exchange, Response response, Connection connection, bool with_body);
  asio::awaitable<void> drain(Shared exchange);
  asio::awaitable<Answer> on_worker(Request request);
  void observe(Method method, std::string_view route, const Response& response,
               std::chrono::steady_clock::time_point from);

  const ServerSettings settings_;
  const std::shared_ptr<const Site> site_;
  const Observer observer_;
  const Surroundings surroundings_;
  asio::io_context io_{1};
  asio::thread_pool workers_;
  Tcp::acceptor acceptor_;
  asio::steady_timer free_place_;  // ends when a connection may be accepted again
  asio::steady_timer last_moment_; // when what is still open after a stop is cut
  std::uint16_t port_ = 0;
  std::set<Shared> exchanges_; // of the thread that reads and writes, as the next
  bool is_stopping_ = false;
  std::atomic<std::size_t> open_ = 0;
  std::atomic<std::size_t> queued_ = 0;
  std::thread thread_;
  std::once_flag halted_;
};

base::Result<void> BeastServer::listen() {
  const std::string where = settings_.address + ":" + std::to_string(settings_.port);
  ErrorCode error;
  const asio::ip::address address = asio::ip::make_address(settings_.address, error);
  if (error)
    return base::fail(base::ErrorCode::invalid_input, "\"" + settings_.address + "\" is no numeric address",
                      where, "give an address of this machine, such as 127.0.0.1 or ::1");
  const Tcp::endpoint endpoint(address, settings_.port);
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error)
    return base::fail(base::ErrorCode::io, "cannot listen: " + error.message(), where,
                      "choose another port, or stop what listens there");
  port_ = acceptor_.local_endpoint().port();
  asio::co_spawn(io_, accept(), asio::detached);
  thread_ = std::thread([this] { io_.run(); });
  return {};
}

void BeastServer::halt() {
  std::call_once(halted_, [this] {
    if (thread_.joinable()) {
      asio::post(io_, [this] { begin_to_stop(); });
      thread_.join();
    }
    workers_.join();
  });
}

void BeastServer::begin_to_stop() {
  is_stopping_ = true;
  ErrorCode ignored;
  acceptor_.close(ignored);
  free_place_.cancel();
  for (const Shared& exchange : exchanges_)
    if (exchange->is_idle) exchange->socket.cancel(ignored);
  if (exchanges_.empty()) return;
  last_moment_.expires_after(settings_.times.stop);
  last_moment_.async_wait([this](const ErrorCode& error) {
    if (error) return;
    ErrorCode ignored_too;
    for (const Shared& exchange : exchanges_)
      exchange->socket.close(ignored_too);
  });
}

asio::awaitable<void> BeastServer::accept() {
  while (!is_stopping_) {
    if (open_ >= settings_.connections) {
      free_place_.expires_at(asio::steady_timer::time_point::max());
      co_await free_place_.async_wait(as_value);
      continue;
    }
    auto [error, socket] = co_await acceptor_.async_accept(as_value);
    if (is_stopping_) co_return;
    if (error) {
      // Out of descriptors, most likely: those in use come back.
      free_place_.expires_after(std::chrono::milliseconds(50));
      co_await free_place_.async_wait(as_value);
      continue;
    }
    auto exchange =
        std::make_shared<Exchange>(std::move(socket), settings_.limits.head_bytes + 4 * read_bytes);
    exchanges_.insert(exchange);
    ++open_;
    asio::co_spawn(io_, converse(exchange), asio::detached);
  }
}

asio::awaitable<void> BeastServer::converse(Shared exchange) {
  Next next = Next::exchange;
  while (next == Next::exchange && !is_stopping_)
    next = co_await one_exchange(exchange);
  if (next == Next::drain) co_await drain(exchange);
  ++exchange->phase;
  exchange->timer.cancel();
  ErrorCode ignored;
  exchange->socket.shutdown(Tcp::socket::shutdown_both, ignored);
  exchange->socket.close(ignored);
  exchanges_.erase(exchange);
  --open_;
  free_place_.cancel();
  if (is_stopping_ && exchanges_.empty()) last_moment_.cancel();
}

// The length of the next head, which is then at the front of the buffer; 0 when the connection is to be
// closed without a word, or with the fault.
asio::awaitable<std::size_t> BeastServer::read_head(Shared exchange, std::optional<Status>& fault) {
  HeadScan scan(settings_.limits);
  exchange->is_idle = exchange->buffer.size() == 0;
  limit(exchange, exchange->is_idle ? settings_.times.idle : settings_.times.head);
  bool has_begun = false;
  while (true) {
    // An empty line before the request is allowed: old browsers sent one after a form (RFC 9112, 2.2).
    while (!has_begun && exchange->bytes().starts_with("\r\n"))
      exchange->buffer.consume(2);
    if (exchange->buffer.size() > 0 && exchange->bytes() != "\r") has_begun = true;
    if (has_begun) {
      const auto length = scan.advance(exchange->bytes());
      if (length) co_return *length;
      fault = scan.fault();
      if (fault) co_return 0;
    }
    auto [error, count] =
        co_await exchange->socket.async_read_some(exchange->buffer.prepare(read_bytes), as_value);
    if (error) {
      if (exchange->timed_out && !exchange->is_idle) fault = Status::request_timeout;
      co_return 0;
    }
    exchange->buffer.commit(count);
    if (exchange->is_idle) limit(exchange, settings_.times.head);
    exchange->is_idle = false;
  }
}

asio::awaitable<BeastServer::Next> BeastServer::one_exchange(Shared exchange) {
  std::optional<Status> fault;
  const std::size_t length = co_await read_head(exchange, fault);
  if (fault) co_return co_await refuse(exchange, *fault);
  if (length == 0) co_return Next::close;

  Parser parser;
  parser.eager(false);
  parser.body_limit(settings_.limits.body_bytes);
  parser.header_limit(static_cast<std::uint32_t>(settings_.limits.head_bytes + read_bytes));
  const std::string_view head_bytes = exchange->bytes().substr(0, length);
  ErrorCode error;
  parser.put(asio::const_buffer(head_bytes.data(), head_bytes.size()), error);
  if (error || !parser.is_header_done()) co_return co_await refuse(exchange, status_of(error, head_bytes));
  ParsedHead head{.method = std::string(parser.get().method_string()),
                  .target = std::string(parser.get().target()),
                  .version = parser.get().version(),
                  .fields = {},
                  .peer_address = exchange->peer};
  for (const auto& field : parser.get())
    head.fields.add({field.name_string().data(), field.name_string().size()},
                    {field.value().data(), field.value().size()});
  exchange->buffer.consume(length);

  Status refused = Status::bad_request;
  auto checked = check_head(head, surroundings_, refused);
  if (!checked) co_return co_await refuse(exchange, refused);
  if (checked->has_body) {
    limit(exchange, settings_.times.body);
    if (checked->wants_continue && exchange->buffer.size() == 0) {
      auto [unsent, sent] = co_await asio::async_write(
          exchange->socket, asio::const_buffer(continue_text.data(), continue_text.size()), as_value);
      if (unsent) co_return Next::close;
    }
    auto [failed, read] =
        co_await beast_http::async_read(exchange->socket, exchange->buffer, parser, as_value);
    if (exchange->timed_out) co_return co_await refuse(exchange, Status::request_timeout);
    if (failed && failed.category() != beast_http::make_error_code(beast_http::error::bad_chunk).category())
      co_return Next::close;
    if (failed == beast_http::error::partial_message || failed == beast_http::error::end_of_stream)
      co_return Next::close;
    if (failed) co_return co_await refuse(exchange, status_of(failed, ""));
    checked->request.body = std::move(parser.get().body());
  }

  const auto from = std::chrono::steady_clock::now();
  // While a handler runs there is no limit but its own.
  ++exchange->phase;
  exchange->timer.cancel();
  const Method method = checked->request.method;
  const bool keeps = checked->keeps_connection;
  Answer answer;
  if (queued_ >= settings_.queue) {
    answer.response = error_response(*site_, checked->request, Status::service_unavailable);
    ask_again_soon(answer.response);
  } else {
    checked->request.received = now();
    answer = co_await on_worker(std::move(checked->request));
  }
  observe(method, answer.route, answer.response, from);
  const bool keep = keeps && !is_stopping_;
  const bool sent = co_await send(exchange, std::move(answer.response),
                                  keep ? Connection::keep : Connection::close, method != Method::head);
  co_return sent&& keep ? Next::exchange : Next::close;
}

asio::awaitable<Answer> BeastServer::on_worker(Request request) {
  ++queued_;
  auto initiate = [this](auto handler, Request given) {
    // The loop has no other reason to go on while a worker has the request.
    auto work = asio::make_work_guard(io_);
    asio::post(workers_, [this, handler = std::move(handler), given = std::move(given),
                          work = std::move(work)]() mutable {
      Answer made = answer(*site_, std::move(given));
      --queued_;
      asio::post(io_, [handler = std::move(handler), made = std::move(made)]() mutable {
        handler(std::move(made));
      });
    });
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Answer)>(
      std::move(initiate), asio::use_awaitable, std::move(request));
}

asio::awaitable<BeastServer::Next> BeastServer::refuse(Shared exchange, Status status) {
  Response response = error_response(*site_, Request{}, status);
  observe(Method::get, "", response, std::chrono::steady_clock::now());
  const bool sent = co_await send(exchange, std::move(response), Connection::close, true);
  co_return sent ? Next::drain : Next::close;
}

asio::awaitable<bool> BeastServer::send(Shared exchange, Response response, Connection connection,
                                        bool with_body) {
  limit(exchange, settings_.times.write);
  const std::string head = head_text(response, connection, now());
  const std::string_view body =
      with_body && response.status != Status::not_modified ? response.content() : "";
  const std::array<asio::const_buffer, 2> buffers{asio::const_buffer(head.data(), head.size()),
                                                  asio::const_buffer(body.data(), body.size())};
  auto [error, count] = co_await asio::async_write(exchange->socket, buffers, as_value);
  co_return !error;
}

asio::awaitable<void> BeastServer::drain(Shared exchange) {
  limit(exchange, drained_time);
  ErrorCode ignored;
  exchange->socket.shutdown(Tcp::socket::shutdown_send, ignored);
  std::array<char, 4096> nowhere{};
  for (std::size_t total = 0; total < drained_bytes;) {
    auto [error, count] = co_await exchange->socket.async_read_some(asio::buffer(nowhere), as_value);
    if (error) co_return;
    total += count;
  }
}

void BeastServer::observe(Method method, std::string_view route, const Response& response,
                          std::chrono::steady_clock::time_point from) {
  if (!observer_) return;
  const auto took = std::chrono::steady_clock::now() - from;
  observer_({method, route, response.status, std::chrono::duration_cast<std::chrono::microseconds>(took),
             response.content().size()});
}

} // namespace

base::Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings,
                                                    std::shared_ptr<const Site> site, Observer observer) {
  auto server = std::make_unique<BeastServer>(settings, std::move(site), std::move(observer));
  PROBITY_TRY(server->listen());
  return std::unique_ptr<Server>(std::move(server));
}

} // namespace probity::http

// A client of the loopback that sends the bytes it is given and reads what comes, for tests of a server.
#pragma once

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace probity::support {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // What the other side no longer takes is dropped: it may have refused already.
  void send(const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t sent = ::send(socket_, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) return;
      at += static_cast<std::size_t>(sent);
    }
  }

  // Up to and with the empty line; what there was when the connection ended before it.
  std::string read_head() {
    std::size_t end = std::string::npos;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos && receive()) {
    }
    return take(end == std::string::npos ? received_.size() : end + 4);
  }

  // Head and body by Content-Length. Not for answers to HEAD.
  std::string read_response() {
    std::string response = read_head();
    const std::size_t field = response.find("Content-Length: ");
    std::size_t length = 0;
    if (field != std::string::npos) {
      const char* from = response.data() + field + 16;
      std::from_chars(from, response.data() + response.size(), length);
    }
    while (received_.size() < length && receive()) {
    }
    return response + take(length);
  }

  // Waits for the end of the connection; false when more bytes come.
  bool is_closed() { return received_.empty() && !receive() && !is_open_; }

  // 200 of "HTTP/1.1 200 OK…"; 0 when it is no response.
  static int status_of(const std::string& response) {
    int status = 0;
    if (response.starts_with("HTTP/1.1 ") && response.size() >= 12)
      std::from_chars(response.data() + 9, response.data() + 12, status);
    return status;
  }

 private:
  bool receive() {
    std::array<char, 65536> bytes{};
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count > 0) {
      received_.append(bytes.data(), static_cast<std::size_t>(count));
      return true;
    }
    // A time-out of ours is no end of the connection.
    is_open_ = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    return false;
  }

  std::string take(std::size_t size) {
    size = size < received_.size() ? size : received_.size();
    std::string taken = received_.substr(0, size);
    received_.erase(0, size);
    return taken;
  }

  int socket_;
  bool is_open_ = false;
  std::string received_;
};

} // namespace probity::support

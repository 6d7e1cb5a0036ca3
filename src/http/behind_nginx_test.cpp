// The configuration that docs/ gives, as it stands but for names of files and ports, with nginx and curl
// themselves.
#include "http/server.h"

#include "http/metrics.h"
#include "support/program_run.h"

#include <arpa/inet.h>
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace probity::http;
using probity::support::contents;
using probity::support::ProgramAnswer;
using probity::support::run_program;
using probity::support::TemporaryDirectory;

namespace {

bool has_programs() {
  return std::system(
             "command -v nginx >/dev/null && command -v curl >/dev/null && command -v openssl >/dev/null") ==
         0;
}

std::uint16_t free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  EXPECT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
  EXPECT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size), 0);
  ::close(listener);
  return ntohs(address.sin_port);
}

void replace_each(std::string& text, const std::string& from, const std::string& to, int times) {
  int replaced = 0;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
    ++replaced;
  }
  EXPECT_EQ(replaced, times) << from;
}

std::shared_ptr<const Site> site_that_tells() {
  auto site = std::make_shared<Site>();
  site->router.add(Method::get, "/about", "about", [](const Request& request) {
    return plain_text(request.client_address + (request.secure ? " secure " : " plain ") + request.host);
  });
  site->router.add(Method::post, "/outcomes", "record", [](const Request& request) {
    if (is_cross_site(request)) return plain_text("from elsewhere", Status::forbidden);
    return see_other("/" + std::string(request.form.text("go")));
  });
  add_health_and_metrics(
      site->router, [] { return probity::base::Result<void>(); }, std::make_shared<Metrics>(),
      [] { return Load{}; });
  return site;
}

class BehindNginx : public testing::Test {
 protected:
  void SetUp() override {
    if (!has_programs())
      GTEST_SKIP() << "skipped: the service behind nginx (nginx, curl or openssl is not installed)";
    ServerSettings settings;
    settings.port = 0;
    settings.hosts = {"probity.example"};
    settings.trusted_proxies = {"127.0.0.1"};
    auto started = Server::start(settings, site_that_tells());
    ASSERT_TRUE(started) << started.error().text();
    server_ = std::move(*started);
    tls_ = free_port();
    plain_ = free_port();
    const ProgramAnswer made =
        run_program("openssl", "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj "
                               "/CN=probity.example -addext subjectAltName=DNS:probity.example -keyout " +
                                   folder_.file("key") + " -out " + folder_.file("crt"));
    ASSERT_EQ(made.status, 0) << made.all();
    write_configuration();
    const ProgramAnswer running = run_program("nginx", nginx_words());
    ASSERT_EQ(running.status, 0) << running.all();
    is_running_ = true;
  }

  void TearDown() override {
    if (!is_running_) return;
    run_program("nginx", nginx_words() + " -s stop");
    // Its files go when it has gone.
    for (int i = 0; i < 400 && !contents(folder_.file("pid")).empty(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

  [[nodiscard]] ProgramAnswer curl(const std::string& words) const {
    const std::string names = " --resolve probity.example:" + std::to_string(tls_) + ":127.0.0.1 --resolve " +
                              "probity.example:" + std::to_string(plain_) +
                              ":127.0.0.1 --resolve other.example:" + std::to_string(tls_) + ":127.0.0.1";
    return run_program("curl", "-s -i --noproxy '*' --max-time 20 --cacert " + folder_.file("crt") + names +
                                   " " + words);
  }
  [[nodiscard]] std::string address() const { return "https://probity.example:" + std::to_string(tls_); }
  [[nodiscard]] std::string plain_address() const {
    return "http://probity.example:" + std::to_string(plain_);
  }

 private:
  [[nodiscard]] std::string nginx_words() const {
    return "-e " + folder_.file("start.log") + " -p " + folder_.path().string() + " -c " +
           folder_.file("nginx.conf");
  }

  void write_configuration() {
    std::string site = contents(PROBITY_SOURCE "/docs/nginx/probity.conf");
    replace_each(site, "listen 443", "listen 127.0.0.1:" + std::to_string(tls_), 2);
    replace_each(site, "listen 80", "listen 127.0.0.1:" + std::to_string(plain_), 1);
    replace_each(site, "server 127.0.0.1:8080", "server 127.0.0.1:" + std::to_string(server_->port()), 1);
    replace_each(site, "/etc/nginx/probity.crt", folder_.file("crt"), 1);
    replace_each(site, "/etc/nginx/probity.key", folder_.file("key"), 1);
    replace_each(site, "/var/log/nginx/probity.log", folder_.file("error.log"), 1);
    std::ofstream(folder_.file("probity.conf")) << site;
    const std::string here = folder_.path().string();
    std::ofstream(folder_.file("nginx.conf"))
        << "worker_processes 1;\npid " << here << "/pid;\nevents { worker_connections 64; }\nhttp {\n"
        << "  client_body_temp_path " << here << "/body;\n  proxy_temp_path " << here
        << "/proxy;\n  fastcgi_temp_path " << here << "/fastcgi;\n  uwsgi_temp_path " << here
        << "/uwsgi;\n  scgi_temp_path " << here << "/scgi;\n"
        << "  include " << here << "/probity.conf;\n}\n";
  }

  TemporaryDirectory folder_;
  std::unique_ptr<Server> server_;
  std::uint16_t tls_ = 0;
  std::uint16_t plain_ = 0;
  bool is_running_ = false;
};

} // namespace

TEST_F(BehindNginx, serves_over_tls_and_knows_the_client) {
  const ProgramAnswer page =
      curl("--http2 -H 'X-Forwarded-For: 203.0.113.9' -H 'X-Forwarded-Proto: http' " + address() + "/about");
  EXPECT_TRUE(page.out.starts_with("HTTP/2 200")) << page.all();
  EXPECT_TRUE(page.out.ends_with("\r\n\r\n127.0.0.1 secure probity.example:" + address().substr(24)))
      << page.out;
  EXPECT_NE(page.out.find("strict-transport-security: max-age="), std::string::npos) << page.out;
  EXPECT_NE(page.out.find("content-security-policy: default-src 'none'"), std::string::npos) << page.out;
  EXPECT_EQ(page.out.find("server: nginx/"), std::string::npos) << "the version is nobody's business";
  EXPECT_TRUE(curl("--http1.1 " + address() + "/about").out.starts_with("HTTP/1.1 200"));
}

TEST_F(BehindNginx, forms_of_the_page_itself_are_taken_and_others_known) {
  const std::string form = "-d go=next " + address() + "/outcomes";
  const ProgramAnswer own = curl("-H 'Origin: " + address() + "' " + form);
  EXPECT_NE(own.out.find(" 303"), std::string::npos) << own.all();
  EXPECT_NE(own.out.find("location: /next"), std::string::npos) << own.all();
  EXPECT_NE(curl("-H 'Origin: https://elsewhere.example' " + form).out.find(" 403"), std::string::npos);
  const ProgramAnswer large = curl("-H 'Expect:' --data-binary @/usr/sbin/nginx " + address() + "/outcomes");
  EXPECT_NE(large.out.find(" 413"), std::string::npos) << large.all().substr(0, 500);
}

TEST_F(BehindNginx, what_is_not_for_all_is_not_shown) {
  EXPECT_TRUE(curl(address() + "/metrics").out.starts_with("HTTP/2 404"));
  EXPECT_TRUE(curl(address() + "/health").out.starts_with("HTTP/2 200"));
  const ProgramAnswer plain = curl(plain_address() + "/about?q=1");
  EXPECT_TRUE(plain.out.starts_with("HTTP/1.1 301")) << plain.all();
  EXPECT_NE(plain.out.find("Location: https://probity.example/about?q=1\r\n"), std::string::npos)
      << plain.out;
}

TEST_F(BehindNginx, no_other_name_and_no_old_tls) {
  EXPECT_NE(curl("-k https://other.example:" + address().substr(24) + "/about").status, 0);
  EXPECT_NE(curl("--tls-max 1.1 " + address() + "/about").status, 0);
  EXPECT_EQ(curl("--tlsv1.3 " + address() + "/about").status, 0);
}

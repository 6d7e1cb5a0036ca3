// The service when much is asked at once: what is full says so, commands share a wait for the disk, and who
// reads goes on.
#include <future>
#include <thread>

#include "http/server.h"
#include "support/raw_client.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;

constexpr std::size_t many = 24;

base::StreamId one_of_many(std::size_t number) {
  return base::StreamId{{0x40, static_cast<std::uint8_t>(number)}};
}
base::EntityId their_appointment(std::size_t number) {
  return base::EntityId{{0xDD, static_cast<std::uint8_t>(number)}};
}

class BusyService : public ServedSite {
 protected:
  // Somebody with an appointment whose outcome is to record.
  void add_one_of_many(std::size_t number) {
    const auto about = [&](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", one_of_many(number));
    };
    auto order = about(record::sentence::imposed);
    append(office_->ledger(),
           order.entity("order", base::EntityId{{1}}).fact("order_type", "community_order"), later);
    auto body = about(record::supervision::provider_assigned);
    append(office_->ledger(), body.fact("provider", "CRC1"), later);
    auto arranged = about(record::appointment::scheduled);
    append(
        office_->ledger(),
        arranged.entity("appointment", their_appointment(number)).fact("starts", met).fact("mode", "office"),
        later);
  }

  http::Pairs outcome_fields(const std::string& session) {
    const Response form = get(outcome_path(), session);
    return {{"form_token", hidden(form.body, "form_token")},
            {"id", hidden(form.body, "id")},
            {"outcome", "attended_complied"}};
  }

  static std::string on_the_wire(std::string_view method, const std::string& path, const std::string& session,
                                 const std::string& body = {}) {
    std::string out = std::string(method) + " " + path +
                      " HTTP/1.1\r\nHost: localhost\r\nCookie: " + service::session_cookie + "=" + session +
                      "\r\n";
    if (!body.empty())
      out += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    return out + "\r\n" + body;
  }
};

TEST_F(BusyService, AFullQueueIsSaidByPagesAndByTheApi) {
  open({.queue = {.waiting = 0, .together = 1}});
  const std::string session = sign_in("practitioner");
  const std::uint64_t size = office_->ledger().size();
  const Response page = send(with(http::post_request(outcome_path(), outcome_fields(session)), session));
  EXPECT_EQ(page.status, Status::service_unavailable);
  EXPECT_EQ(page.headers.find("Retry-After"), "1");
  EXPECT_THAT(page.body, HasSubstr("Too many are using the service at once"));
  EXPECT_THAT(page.body, HasSubstr("Nothing was recorded."));
  const std::string commands = "/cases/" + person(Limit::none).hex() + "/do/plan/draft";
  const Response asked = get(commands, session);
  ASSERT_EQ(asked.status, Status::ok);
  const Response given =
      send(with(http::post_request(commands, {{"form_token", token_of(session)},
                                              {"command_id", hidden(asked.body, "command_id")},
                                              {"step", "give"},
                                              {"expect", hidden(asked.body, "expect")},
                                              {"kind", "sentence"}}),
                session));
  EXPECT_EQ(given.status, Status::service_unavailable) << given.body;
  EXPECT_EQ(given.headers.find("Retry-After"), "1");
  const Response api =
      send(with(json("/api/v1" + outcome_path() + "s",
                     R"({"id":"015d0000000000000000000000000001","outcome":"attended_complied"})"),
                session));
  EXPECT_EQ(api.status, Status::service_unavailable);
  EXPECT_EQ(api.headers.find("Retry-After"), "1");
  EXPECT_THAT(api.body, HasSubstr(R"("code":"busy")"));
  EXPECT_EQ(office_->ledger().size(), size);
}

TEST_F(BusyService, WhoCannotBeSignedInForTheCrowdIsToldSoAndNothingWasTried) {
  open({.hashing = {.at_once = 0, .waiting = 0}});
  const Response page =
      send(http::post_request("/sign-in", {{"name", "practitioner"}, {"password", password}}));
  EXPECT_EQ(page.status, Status::service_unavailable);
  EXPECT_EQ(page.headers.find("Retry-After"), "1");
  const Response api =
      send(json("/api/v1/session", R"({"name":"practitioner","password":")" + password + R"("})"));
  EXPECT_EQ(api.status, Status::service_unavailable);
  EXPECT_EQ(api.headers.find("Retry-After"), "1");
  for (const access::AccessEntry& one : accesses())
    EXPECT_NE(one.type, "access.sign_in_refused");
}

TEST_F(BusyService, AnAddressHasToWaitAfterAsManyFailuresAsWereSet) {
  open({.signing_in_by_address = {.free_failures = 2}});
  const auto tried = [&](const std::string& name) {
    return send(http::post_request("/sign-in", {{"name", name}, {"password", "wrong wrong wrong"}})).status;
  };
  EXPECT_EQ(tried("anna"), Status::unprocessable_content);
  EXPECT_EQ(tried("bert"), Status::unprocessable_content);
  EXPECT_EQ(tried("carl"), Status::too_many_requests);
}

// Through the server itself: all these commands wait at once, which takes a worker each.
TEST_F(BusyService, CommandsThatComeTogetherShareCommitsAndReadersGoOn) {
  open({.queue = {.for_coming = std::chrono::minutes(1)}}); // however slow the machine is
  const std::string session = sign_in("practitioner");
  http::ServerSettings settings;
  settings.port = 0;
  const auto server = http::Server::start(settings, site_).value();
  std::vector<std::unique_ptr<RawClient>> writers;
  RawClient reader(server->port());
  {
    const auto held = office_->hold();
    for (std::size_t number = 0; number < many; ++number)
      add_one_of_many(number);
    ASSERT_TRUE(office_->follow());
    for (std::size_t number = 0; number < many; ++number) {
      writers.push_back(std::make_unique<RawClient>(server->port()));
      const std::string id = "015d00000000000000000000000000" + std::to_string(10 + number);
      writers.back()->send(on_the_wire("POST",
                                       "/api/v1/cases/" + one_of_many(number).hex() + "/appointments/" +
                                           their_appointment(number).hex() + "/outcomes",
                                       session, R"({"id":")" + id + R"(","outcome":"attended_complied"})"));
    }
    while (office_->sequencer().coming() < many)
      std::this_thread::yield();
    reader.send(on_the_wire("GET", "/sign-in", session));
    EXPECT_EQ(RawClient::status_of(reader.read_response()), 200) << "while all of them wait";
    reader.send(on_the_wire("GET", "/my-work", session)); // which waits for the office, as they do
  }
  EXPECT_EQ(RawClient::status_of(reader.read_response()), 200);
  for (const auto& writer : writers)
    EXPECT_EQ(RawClient::status_of(writer->read_response()), 201);
  const service::Sequencer::Figures figures = office_->sequencer().figures();
  EXPECT_EQ(figures.commands, many);
  EXPECT_LE(figures.commits, many / 6) << "more shared one than there once were workers";
  server->stop();
}

} // namespace
} // namespace probity::app

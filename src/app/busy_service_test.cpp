// The service when more is asked at once than it takes: it says so, and nothing was done.
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;

class BusyService : public ServedSite {
 protected:
  http::Pairs outcome_fields(const std::string& session) {
    const Response form = get(outcome_path(), session);
    return {{"form_token", hidden(form.body, "form_token")},
            {"id", hidden(form.body, "id")},
            {"outcome", "attended_complied"}};
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
  const std::string commands = "/cases/" + person(Limit::none).hex() + "/do/risk/judge_harm";
  const Response asked = get(commands, session);
  ASSERT_EQ(asked.status, Status::ok);
  const Response given =
      send(with(http::post_request(commands, {{"form_token", token_of(session)},
                                              {"command_id", hidden(asked.body, "command_id")},
                                              {"step", "give"},
                                              {"expect", hidden(asked.body, "expect")},
                                              {"level", "medium"}}),
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

} // namespace
} // namespace probity::app

// Every command of casework by the API: whose it is, once, and on the record that the sender saw.
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class CommandsByApi : public ServedSite {
 protected:
  Response give(const std::string& session, const std::string& body, Limit whom = Limit::none) {
    return give_command(session, person(whom).hex(), body);
  }
};

TEST_F(CommandsByApi, ActsOnceAndSaysWhatItRecorded) {
  const std::string session = sign_in("practitioner");
  const std::string judged = command("risk.judge_harm", 1, R"(,"fields":{"level":"medium"})");
  const std::uint64_t size = office_->ledger().size();
  const Response done = give(session, judged);
  ASSERT_EQ(done.status, Status::created) << done.body;
  EXPECT_THAT(done.body, HasSubstr("risk.harm_level_judged"));
  EXPECT_THAT(done.body, HasSubstr(R"("role":"practitioner")"));
  EXPECT_EQ(office_->ledger().size(), size + 1);
  EXPECT_EQ(give(session, judged).status, Status::ok) << "sent again";
  EXPECT_EQ(give(session, command("risk.judge_harm", 1, R"(,"fields":{"level":"high"})")).status,
            Status::conflict)
      << "sent again with another content";
  EXPECT_EQ(office_->ledger().size(), size + 1);
  EXPECT_THAT(get("/api/v1/cases/" + person(Limit::none).hex(), session).body,
              HasSubstr(R"("harm_level":"medium")"));
}

TEST_F(CommandsByApi, ARecordThatWasWrittenToMeanwhileRefuses) {
  const std::string session = sign_in("practitioner");
  const std::int64_t length = office_->ledger().stream_length(person(Limit::none)).value();
  const auto expecting = [](std::int64_t events) {
    return R"(,"fields":{"level":"low"},"expect":)" + std::to_string(events);
  };
  const Response early = give(session, command("risk.judge_harm", 1, expecting(length - 1)));
  EXPECT_EQ(early.status, Status::conflict);
  EXPECT_THAT(early.body, HasSubstr("somebody recorded meanwhile"));
  EXPECT_EQ(give(session, command("risk.judge_harm", 2, expecting(length))).status, Status::created);
  EXPECT_EQ(give(session, command("risk.judge_harm", 3, expecting(length))).status, Status::conflict);
}

TEST_F(CommandsByApi, IsWhoseItIs) {
  const std::string drafted = command("plan.draft", 1, R"(,"fields":{"kind":"sentence"})");
  EXPECT_EQ(give(sign_in("case_administrator"), drafted).status, Status::forbidden);
  EXPECT_EQ(give(sign_in("auditor"), drafted).status, Status::forbidden);
  EXPECT_EQ(give(sign_in("practitioner"), drafted, Limit::exclusion).status, Status::forbidden);
  ASSERT_EQ(give(sign_in("practitioner"), drafted).status, Status::created);
  const Response signed_off = give(sign_in("practitioner"), command("plan.sign_off", 2));
  EXPECT_EQ(signed_off.status, Status::forbidden);
  EXPECT_THAT(signed_off.body, HasSubstr("your role does not give this command"));
  // The gate lets a senior practitioner through, and then the rule speaks.
  const Response by_rule = give(sign_in("senior_practitioner"), command("plan.sign_off", 3));
  EXPECT_EQ(by_rule.status, Status::not_found);
  EXPECT_THAT(by_rule.body, HasSubstr("the case has no such plan"));
  EXPECT_EQ(give("", drafted).status, Status::unauthorized);
}

TEST_F(CommandsByApi, SomebodyNewIsTakenUp) {
  const std::string session = sign_in("case_administrator");
  const Request request = with(json("/api/v1/cases", command("person.register", 1)), session);
  const Response done = send(request);
  ASSERT_EQ(done.status, Status::created) << done.body;
  EXPECT_THAT(done.body, HasSubstr("person.registered"));
  EXPECT_EQ(send(request).status, Status::ok) << "sent again it is about the same person";
  EXPECT_EQ(give(session, command("person.register", 2)).status, Status::bad_request) << "there already";
  EXPECT_EQ(send(with(json("/api/v1/cases", command("plan.draft", 3)), session)).status, Status::bad_request);
}

TEST_F(CommandsByApi, WhatCannotBeReadIsRefusedAndNothingRecorded) {
  const std::string session = sign_in("practitioner");
  const std::uint64_t size = office_->ledger().size();
  for (const std::string& body :
       {std::string("[]"), std::string("{}"), command("plan.fly", 1),
        command("plan.draft", 1, R"(,"colour":"red")"), command("plan.draft", 1, R"(,"fields":{"kind":7})"),
        command("plan.draft", 1, R"(,"fields":{"colour":"red"})"),
        command("plan.draft", 1, R"(,"on":"tuesday")"), command("plan.draft", 1, R"(,"expect":-1)")})
    EXPECT_EQ(give(session, body).status, Status::bad_request) << body;
  EXPECT_EQ(office_->ledger().size(), size);
}

} // namespace
} // namespace probity::app

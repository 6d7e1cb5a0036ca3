// The boards of a body and the ledger verified, in memory: who is shown, in which order, and what is kept of
// it.
#include <thread>

#include "pages/assurance/verify_page.h"
#include "record/custody.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class Boards : public ServedSite {
 protected:
  void plan_release(ledger::Ledger& log, const base::StreamId& who, std::string_view day) {
    record::EventBuilder received(record::custody::received, "a/log", who);
    append(log, received.entity("custody", base::EntityId{{0xC0}}).fact("reason", "sentence"), later);
    record::EventBuilder planned(record::custody::release_planned, "a/log", who);
    append(log, planned.entity("custody", base::EntityId{{0xC0}}).fact("release_day", *base::parse_day(day)),
           later);
  }

  void take_on(ledger::Ledger& log, const base::StreamId& who, const base::EntityId& holder) {
    record::EventBuilder body(record::supervision::provider_assigned, "a/log", who);
    append(log, body.fact("provider", "CRC1"), later);
    record::EventBuilder held(record::supervision::practitioner_allocated, "a/log", who);
    append(log, held.fact("practitioner", holder.hex()), later);
  }

  Response begin(const std::string& session, const std::string& note, const std::string& head = "") {
    return send(with(http::post_request("/assure/verify",
                                        {{"form_token", token_of(session)}, {"note", note}, {"head", head}}),
                     session));
  }

  // The page when the verification that runs has ended.
  std::string verified(const std::string& session) {
    for (int tries = 0; tries < 1'000; ++tries) {
      const auto run = office_->verifier().run();
      if (run && run->ended) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return get("/assure/verify", session).body;
  }
};

const base::StreamId due_today{{0xD1}};
const base::StreamId of_a_colleague{{0xD2}};

TEST_F(Boards, ReleasesOfTodayThatNobodyRecordedStandFirst) {
  record([&](ledger::Ledger& log) {
    plan_release(log, person(Limit::none), "2016-03-09");
    plan_release(log, person(Limit::exclusion), "2016-03-09");
    take_on(log, due_today, staff(Role::practitioner));
    plan_release(log, due_today, "2016-03-07");
    take_on(log, of_a_colleague, base::EntityId{{0xAB}});
    plan_release(log, of_a_colleague, "2016-03-08");
  });
  const std::string session = sign_in("practitioner");
  const std::string page = get("/releases", session).body;
  EXPECT_THAT(page, HasSubstr("7 March 2016, today"));
  EXPECT_THAT(page, HasSubstr("Release not recorded"));
  EXPECT_THAT(page, HasSubstr("9 March 2016, in 2 days"));
  EXPECT_LT(page.find("/cases/" + due_today.hex()), page.find("/cases/" + person(Limit::none).hex()));
  EXPECT_THAT(page, HasSubstr("Where they sleep recorded"));
  EXPECT_THAT(page, Not(HasSubstr(of_a_colleague.hex()))) << "a colleague's";
  EXPECT_THAT(page, Not(HasSubstr(person(Limit::exclusion).hex()))) << "closed to them";
  EXPECT_EQ(accesses().front().page, "releases");
  EXPECT_EQ(accesses().front().people, (std::vector{person(Limit::none), due_today}));
  const std::string twin = get("/api/v1/releases", session).body;
  EXPECT_THAT(twin, HasSubstr(R"("days":2)"));
  EXPECT_THAT(twin, HasSubstr(R"({"command":"accommodation.record","due":"2016-03-07",)"
                              R"("item":"accommodation_recorded","status":"missing"})"));
}

TEST_F(Boards, WhatAReleaseLacksLeadsToItsFormForThoseWhoMayGiveIt) {
  record([&](ledger::Ledger& log) {
    plan_release(log, person(Limit::none), "2016-03-09");
    take_on(log, due_today, staff(Role::practitioner));
    plan_release(log, due_today, "2016-03-07");
    record::EventBuilder body(record::supervision::provider_assigned, "a/log", of_a_colleague);
    append(log, body.fact("provider", "CRC1"), later);
    plan_release(log, of_a_colleague, "2016-03-09");
  });
  const auto form = [](const base::StreamId& who, const std::string& command) {
    return "href=\"/cases/" + who.hex() + "/" + command + "\"";
  };
  const std::string session = sign_in("practitioner");
  const std::string page = get("/releases", session).body;
  EXPECT_THAT(page, HasSubstr(form(due_today, "do/accommodation/record")));
  EXPECT_THAT(page, HasSubstr(form(due_today, "do/custody/record_release")));
  EXPECT_THAT(page, HasSubstr(form(person(Limit::none), "do/accommodation/record")));
  EXPECT_THAT(page, Not(HasSubstr(form(person(Limit::none), "do/custody/record_release"))))
      << "its day has not come";
  const std::string team = get("/releases/team", sign_in("senior_practitioner")).body;
  EXPECT_THAT(team, HasSubstr(form(of_a_colleague, "allocate")));
  EXPECT_THAT(team, Not(HasSubstr(form(due_today, "allocate")))) << "somebody holds it";
  const std::string office = get("/releases/team", sign_in("case_administrator")).body;
  EXPECT_THAT(office, HasSubstr(form(of_a_colleague, "do/accommodation/record")));
  EXPECT_THAT(office, Not(HasSubstr(form(of_a_colleague, "allocate")))) << "a senior practitioner allocates";
}

TEST_F(Boards, ReleasesOfABodyAreForThoseWhoAnswerForIt) {
  record([&](ledger::Ledger& log) {
    plan_release(log, person(Limit::none), "2016-03-08");
    take_on(log, of_a_colleague, base::EntityId{{0xAB}});
    plan_release(log, of_a_colleague, "2016-03-22");
  });
  const std::string senior = sign_in("senior_practitioner");
  const std::string page = get("/releases/team", senior).body;
  EXPECT_THAT(page, HasSubstr("8 March 2016, tomorrow"));
  EXPECT_THAT(page, Not(HasSubstr(of_a_colleague.hex()))) << "in 15 days";
  EXPECT_THAT(page, HasSubstr("Held by practitioner aa000000"));
  EXPECT_THAT(get("/releases", senior).body, HasSubstr("Nobody is released within two weeks"));
  const std::string administrator = sign_in("case_administrator");
  EXPECT_THAT(get("/releases/team", administrator).body, HasSubstr(person(Limit::none).hex()));
  EXPECT_THAT(get("/my-work", administrator).body, HasSubstr("href=\"/releases/team\""));
  EXPECT_EQ(get("/releases/team", sign_in("practitioner")).status, Status::forbidden);
}

TEST_F(Boards, AnAuditorHasTheLedgerVerifiedAgainstANoteOfBefore) {
  const std::string session = sign_in("auditor");
  EXPECT_THAT(get("/assure/verify", session).body, HasSubstr("Nobody has had the ledger verified"));
  const std::string note = office_->ledger().checkpoint().value();
  EXPECT_THAT(get("/assure/verify", session).body, HasSubstr(note.substr(0, note.find('\n'))));
  std::string pasted; // as a form sends it
  for (const char c : note)
    pasted += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(begin(session, pasted).headers.find("Location"), "/assure/verify");
  EXPECT_EQ(accesses().front().page, "verification_begun");
  const std::string page = verified(session);
  EXPECT_THAT(page, HasSubstr("Nothing was touched"));
  EXPECT_THAT(page, HasSubstr(office_->ledger().root().hex()));
  EXPECT_EQ(accesses().front().page, "verification");
  const std::string twin = get("/api/v1/verification", session).body;
  EXPECT_THAT(twin, HasSubstr(R"("against_note":true)"));
  EXPECT_THAT(twin, HasSubstr(R"("ok":true)"));
  EXPECT_THAT(twin, HasSubstr(R"("ended":"2026-01-05)")) << "by the clock on the wall";
}

TEST_F(Boards, WhatWasTouchedIsNamed) {
  {
    auto file = store::Database::open(folder_.file("log"), {.access = store::Access::write}).value();
    ASSERT_TRUE(file.execute("DROP TRIGGER event_is_not_changed; UPDATE event SET recorded = recorded + 1 "
                             "WHERE ix = 3"));
  }
  const std::string session = sign_in("auditor");
  (void)begin(session, "");
  const std::string page = verified(session);
  EXPECT_THAT(page, HasSubstr("This ledger is not as it was written"));
  EXPECT_THAT(page, HasSubstr("column recorded"));
  EXPECT_THAT(get("/api/v1/verification", session).body, HasSubstr(R"({"index":3,)"));
}

TEST_F(Boards, WhatIsNoNoteIsSaidAtTheFieldAndKept) {
  const std::string session = sign_in("auditor");
  const Response page = begin(session, "not a note");
  EXPECT_EQ(page.status, Status::unprocessable_content);
  EXPECT_THAT(page.body, HasSubstr("<title>Error: "));
  EXPECT_THAT(page.body, HasSubstr("href=\"#note\""));
  EXPECT_THAT(page.body, HasSubstr(">not a note</textarea>"));
  EXPECT_FALSE(office_->verifier().run()) << "nothing was begun";
}

TEST_F(Boards, APublishedHeadIsFoundAmongTheFirstEvents) {
  const base::Digest published = office_->ledger().root();
  const std::uint64_t size = office_->ledger().size();
  record([&](ledger::Ledger& log) { take_on(log, of_a_colleague, base::EntityId{{0xAB}}); });
  const std::string session = sign_in("auditor");
  std::string typed = published.hex();
  typed.insert(32, " ");
  EXPECT_EQ(begin(session, "", typed).status, Status::see_other);
  EXPECT_THAT(verified(session),
              HasSubstr("Found: it is the root of the first " + std::to_string(size) + " events"));
  const std::string twin = get("/api/v1/verification", session).body;
  EXPECT_THAT(twin, HasSubstr(R"("head_size":)" + std::to_string(size)));
  EXPECT_THAT(twin, HasSubstr(R"("against_head":true)"));

  (void)begin(session, "", std::string(64, 'a'));
  const std::string nowhere = verified(session);
  EXPECT_THAT(nowhere, HasSubstr("Not found"));
  EXPECT_THAT(nowhere, HasSubstr("This ledger is not as it was written"));
}

TEST_F(Boards, AHashThatIsNoneIsSaidAtItsField) {
  const std::string session = sign_in("auditor");
  const Response letters = begin(session, "", "12xz");
  EXPECT_EQ(letters.status, Status::unprocessable_content);
  EXPECT_THAT(letters.body, HasSubstr("href=\"#head\""));
  EXPECT_THAT(letters.body, HasSubstr("Character 3 is none that a hash has"));
  EXPECT_THAT(letters.body, HasSubstr("value=\"12xz\""));
  EXPECT_THAT(begin(session, "", "12ab").body, HasSubstr("Enter a hash of 64 characters. This one has 4"));
  EXPECT_FALSE(office_->verifier().run()) << "nothing was begun";
}

TEST_F(Boards, WhileItRunsThePageSaysHowFarItIs) {
  service::Caller caller;
  caller.member = {"ada", staff(Role::auditor), "CRC1", {Role::auditor}};
  const pages::Reader reader{caller, office_->zone(), "token"};
  service::VerificationShown shown;
  shown.run = service::VerificationRun{};
  shown.run->done = 1'200;
  shown.run->of = 5'000;
  const std::string page = pages::verify_page(shown, {}, reader);
  EXPECT_THAT(page, HasSubstr("1,200 events of 5,000"));
  EXPECT_THAT(page, HasSubstr("href=\"/assure/verify?still=yes\""));
  EXPECT_THAT(page, Not(HasSubstr("Begin to verify"))) << "one at a time";
}

} // namespace
} // namespace probity::app

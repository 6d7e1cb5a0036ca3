// First pages of roles that hold no case: what they show, to whom, and what of it is logged.
#include "record/custody.h"
#include "record/unpaid_work.h"
#include "service/kept_outcomes.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class FrontDoors : public ServedSite {
 protected:
  // A place on a session for each of the three people.
  void offer_places(base::Instant starts, std::uint8_t session) {
    const auto held = office_->hold();
    for (const Limit limit : {Limit::none, Limit::exclusion, Limit::restriction}) {
      record::EventBuilder one(record::unpaid_work::place_allocated, "a/log", person(limit));
      append(office_->ledger(),
             one.entity("requirement", base::EntityId{{9}})
                 .fact("session", session_of(limit, session).hex())
                 .fact("starts", starts)
                 .fact("minutes", 420),
             later);
    }
  }
  void release(Limit limit) {
    const auto held = office_->hold();
    record::EventBuilder one(record::custody::release_recorded, "a/log", person(limit));
    append(office_->ledger(), one.entity("custody", base::EntityId{{7}}).fact("release_type", "licence"),
           later);
  }
  static base::EntityId session_of(Limit limit, std::uint8_t session) {
    return base::EntityId{{session, static_cast<std::uint8_t>(limit)}};
  }
};

TEST_F(FrontDoors, ASupervisorSeesPlacesThatWaitAndWhereToSayWhatCameOfThem) {
  offer_places(met, 0x51);
  offer_places(*base::parse_instant("2016-03-10T09:00:00.000000Z"), 0x52);
  offer_places(*base::parse_instant("2016-04-10T09:00:00.000000Z"), 0x53);
  const std::string session = sign_in("unpaid_work_supervisor");
  const std::string page = get("/unpaid-work", session).body;
  const std::string form =
      "/cases/" + person(Limit::none).hex() + "/do/unpaid_work/record_attendance?session=";
  EXPECT_THAT(page, HasSubstr(form + session_of(Limit::none, 0x51).hex()));
  EXPECT_THAT(page, Not(HasSubstr(form + session_of(Limit::none, 0x52).hex()))) << "it has not begun";
  EXPECT_THAT(page, HasSubstr("10 March 2016 at 9:00am"));
  EXPECT_THAT(page, Not(HasSubstr("10 April 2016"))) << "it is weeks away";
  EXPECT_THAT(page, Not(HasSubstr("href=\"/cases/" + person(Limit::none).hex() + "\"")))
      << "they do not see the record";
  EXPECT_EQ(get(form.substr(0, form.find('?')), session).status, Status::ok);
  const std::string twin = get("/api/v1/unpaid-work", session).body;
  EXPECT_THAT(twin, HasSubstr(session_of(Limit::none, 0x51).hex()));
  EXPECT_THAT(twin, HasSubstr(session_of(Limit::none, 0x52).hex()));
  for (const Limit limit : {Limit::exclusion, Limit::restriction})
    for (const std::string& text : {page, twin}) {
      EXPECT_THAT(text, Not(HasSubstr(called(limit))));
      EXPECT_THAT(text, Not(HasSubstr(person(limit).hex())));
    }
  EXPECT_EQ(accesses().front().page, "unpaid_work");
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
  EXPECT_THAT(get("/unpaid-work", sign_in("senior_practitioner")).body,
              HasSubstr("href=\"/cases/" + person(Limit::none).hex() + "\""));
}

TEST_F(FrontDoors, AnAnalystSeesFiguresAndNobody) {
  const std::string session = sign_in("analyst");
  for (const char* asked : {"", "?months=36&proof=new_crime&by=sex", "?months=7&proof=none&by=name"}) {
    const Response page = get("/outcomes" + std::string(asked), session);
    EXPECT_EQ(page.status, Status::ok) << asked;
    EXPECT_THAT(page.body, HasSubstr("<h1>Outcomes</h1>"));
    EXPECT_THAT(page.body, Not(HasSubstr(person(Limit::none).hex().substr(0, 8))));
  }
  EXPECT_EQ(accesses().front().page, "outcomes");
  EXPECT_TRUE(accesses().front().people.empty());
  EXPECT_EQ(get("/api/v1/outcomes?by=name", session).status, Status::bad_request);
  EXPECT_EQ(get("/outcomes", sign_in("practitioner")).status, Status::forbidden);
}

TEST_F(FrontDoors, FiguresAreCountedFromWhatIsNewAlone) {
  const std::string session = sign_in("analyst");
  const auto figures = [&](const std::string& asked) {
    return get("/api/v1/outcomes" + asked, session).body;
  };
  const std::string first = figures("");
  EXPECT_EQ(office_->outcomes().readings(), 1);
  EXPECT_EQ(figures(""), first);
  EXPECT_EQ(get("/outcomes?by=sex", session).status, Status::ok);
  EXPECT_EQ(office_->outcomes().readings(), 1) << "nothing was recorded since";

  release(Limit::none);
  const std::string second = figures("");
  EXPECT_EQ(office_->outcomes().readings(), 2);
  EXPECT_NE(second, first);
  open(); // which has counted nothing yet
  EXPECT_EQ(get("/api/v1/outcomes", sign_in("analyst")).body, second) << "grown, it is as if read whole";
}

TEST_F(FrontDoors, AnAdministratorSeesAccountsAndTheirUseAndNoPassword) {
  (void)sign_in("practitioner");
  const std::string session = sign_in("system_administrator");
  const std::string page = get("/accounts", session).body;
  for (const Role role : access::all_roles)
    EXPECT_THAT(page, HasSubstr(name_of(role)));
  EXPECT_THAT(page, HasSubstr("5 January 2026 at 9:00am")) << "when they signed in";
  EXPECT_THAT(page, HasSubstr("Never")) << "of those who did not";
  EXPECT_THAT(page, Not(HasSubstr("argon2")));
  EXPECT_THAT(page, Not(HasSubstr(session)));
  const std::string twin = get("/api/v1/accounts", session).body;
  EXPECT_THAT(twin, HasSubstr(R"("account":"practitioner")"));
  EXPECT_THAT(twin, HasSubstr(R"("started":"2026-01-05T09:00:00.000000Z")"));
  EXPECT_THAT(twin, Not(HasSubstr("argon2")));
  EXPECT_EQ(accesses().front().page, "accounts");
  EXPECT_EQ(get("/accounts", sign_in("auditor")).status, Status::forbidden);
}

} // namespace
} // namespace probity::app

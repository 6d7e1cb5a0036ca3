// Caseloads and search, in memory: who is shown, who never is, and what is kept of it.
#include "base/json.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class PeoplePages : public ServedSite {
 protected:
  Response look_for(const std::string& words, const std::string& session) {
    return send(
        with(http::post_request("/search", {{"form_token", token_of(session)}, {"q", words}}), session));
  }
  std::string found(const std::string& words, const std::string& session) {
    return send(with(json("/api/v1/search", R"({"q":")" + words + R"("})"), session)).body;
  }
  // A page without what is different each time and the words looked for.
  std::string shown(const std::string& words, const std::string& session) {
    std::string page = look_for(words, session).body;
    for (const std::string& part : {hidden(page, "form_token"), words})
      for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at))
        page.erase(at, part.size());
    return page;
  }
};

TEST_F(PeoplePages, ACaseloadIsOfThoseWhomItsHolderMaySee) {
  const std::string session = sign_in("practitioner");
  const Response page = get("/caseload", session);
  EXPECT_EQ(page.status, Status::ok);
  EXPECT_THAT(page.body, HasSubstr("Zoë O&#39;Hare-Fox"));
  EXPECT_THAT(page.body, HasSubstr("Community order"));
  EXPECT_THAT(page.body, HasSubstr("1 case, 7 March 2016"));
  EXPECT_THAT(page.body, Not(HasSubstr("Whose caseload")));
  const std::string twin = get("/api/v1/caseload", session).body;
  EXPECT_THAT(twin, HasSubstr(R"("people":1)"));
  EXPECT_THAT(twin, HasSubstr(R"("owed":)"));
  for (const Limit limit : {Limit::exclusion, Limit::restriction})
    for (const std::string& text : {page.body, twin}) {
      EXPECT_THAT(text, Not(HasSubstr(called(limit))));
      EXPECT_THAT(text, Not(HasSubstr(person(limit).hex())));
    }
  EXPECT_EQ(accesses().front().page, "caseload");
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
}

TEST_F(PeoplePages, ACaseloadIsNarrowedByItsAddress) {
  const std::string session = sign_in("practitioner");
  const auto people = [&](const std::string& query) {
    const std::string twin = get("/api/v1/caseload" + query, session).body;
    EXPECT_THAT(twin, HasSubstr(R"("people_in_all":1)")) << "those who are closed are in no count";
    return twin.find(R"("people":1,)") != std::string::npos ? 1 : 0;
  };
  EXPECT_EQ(people("?next=none"), 1) << "the appointment has begun";
  EXPECT_EQ(people("?next=week"), 0);
  EXPECT_EQ(people("?risk=not_judged&under=order"), 1);
  EXPECT_EQ(people("?risk=high"), 0);
  EXPECT_EQ(people("?under=custody"), 0);
  EXPECT_EQ(people("?name=HARE+zo"), 1) << "parts of the words of a name";
  EXPECT_EQ(people("?name=" + person(Limit::none).hex().substr(0, 8)), 1);
  EXPECT_EQ(people("?name=zena"), 0) << "somebody who is closed to them";
  const std::string page = get("/caseload?risk=high&next=none", session).body;
  EXPECT_THAT(page, HasSubstr("Nobody in this caseload is so"));
  EXPECT_THAT(page, HasSubstr("href=\"/caseload?sort=name&amp;next=none\"")) << "without the risk";
  EXPECT_THAT(get("/caseload?next=none", session).body, HasSubstr("1 case, 7 March 2016"));
  EXPECT_EQ(get("/caseload?next=never", session).status, Status::ok) << "what is no choice narrows nothing";
  EXPECT_EQ(get("/api/v1/caseload?next=never", session).status, Status::bad_request);
}

TEST_F(PeoplePages, ACaseloadIsNarrowedByAPartOfANameThatStaysInItsAddress) {
  const std::string session = sign_in("practitioner");
  const std::string page = get("/caseload?name=o%27hare&sort=owed", session).body;
  EXPECT_THAT(page, HasSubstr("1 case, 7 March 2016"));
  EXPECT_THAT(page, HasSubstr("value=\"o&#39;hare\""));
  EXPECT_THAT(page, HasSubstr("href=\"/caseload.csv?sort=owed&amp;name=o%27hare\""));
  EXPECT_THAT(page, HasSubstr("href=\"/caseload?sort=owed\"")) << "without the name";
  const Response short_name = get("/caseload?name=o", session);
  EXPECT_EQ(short_name.status, Status::unprocessable_content);
  EXPECT_THAT(short_name.body, HasSubstr("href=\"#name\""));
  EXPECT_THAT(short_name.body, HasSubstr("at least 2 letters"));
  EXPECT_EQ(get("/api/v1/caseload?name=o", session).status, Status::bad_request);
  EXPECT_THAT(get("/caseload?name=smith", session).body, HasSubstr("Nobody in this caseload is so"));
}

TEST_F(PeoplePages, ACaseloadSaysWhenEachWasSeenLastAndWhoseOutcomeIsMissing) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get("/caseload", session).body, HasSubstr("Not seen yet"));
  EXPECT_THAT(get("/caseload?next=overdue", session).body, HasSubstr("1 case, 7 March 2016"));
  {
    const auto held = office_->hold();
    record::EventBuilder came(record::appointment::outcome_recorded, "a/log", person(Limit::none));
    append(office_->ledger(),
           came.entity("appointment", appointment(Limit::none)).fact("outcome", "attended_complied"), later,
           base::day_of(2016, 3, 7));
  }
  EXPECT_THAT(get("/caseload?sort=seen", session).body, HasSubstr("7 March 2016, today"));
  EXPECT_THAT(get("/caseload?next=overdue", session).body, HasSubstr("Nobody in this caseload is so"));
  EXPECT_THAT(get("/api/v1/caseload", session).body, HasSubstr(R"("last_seen":"2016-03-07")"));
}

TEST_F(PeoplePages, AListIsTakenAwayAsATableByThoseWhoSeeItAndThatIsLogged) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get("/caseload?next=none", session).body,
              HasSubstr("href=\"/caseload.csv?sort=name&amp;next=none\""));
  const Response file = get("/caseload.csv?sort=name&next=none", session);
  EXPECT_EQ(file.status, Status::ok);
  EXPECT_TRUE(file.headers.find("Content-Type")->starts_with("text/csv"));
  EXPECT_THAT(file.body, HasSubstr(person(Limit::none).hex() + ",Zoë O'Hare-Fox,"));
  for (const Limit limit : {Limit::exclusion, Limit::restriction})
    EXPECT_THAT(file.body, Not(HasSubstr(person(limit).hex())));
  EXPECT_EQ(accesses().front().page, "caseload");
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
  EXPECT_THAT(get("/caseload.csv?risk=high", session).body, Not(HasSubstr(person(Limit::none).hex())));
  const std::string colleague = "/caseload/" + staff(Role::practitioner).hex() + "/caseload.csv";
  const std::string senior = sign_in("senior_practitioner");
  for (const std::string& path : {std::string("/caseload/team.csv"), colleague})
    EXPECT_THAT(get(path, senior).body, HasSubstr(person(Limit::none).hex())) << path;
  for (const char* path : {"/releases.csv", "/releases/team.csv", "/workload.csv"})
    EXPECT_THAT(get(path, senior).body, HasSubstr("\r\n")) << path;
  EXPECT_THAT(get("/access-log.csv", sign_in("auditor")).body, HasSubstr(",caseload_of_others,"));
}

TEST_F(PeoplePages, OthersCaseloadsAreForThoseWhoAnswerForThem) {
  const std::string senior = sign_in("senior_practitioner");
  EXPECT_THAT(get("/caseload", senior).body, HasSubstr("Nobody is held"));
  EXPECT_THAT(get("/caseload", senior).body, HasSubstr("practitioner: 1 case"));
  for (const std::string& path :
       {std::string("/caseload/team"), "/caseload/" + staff(Role::practitioner).hex()}) {
    const Response page = get(path, senior);
    EXPECT_THAT(page.body, HasSubstr("Zoë O&#39;Hare-Fox")) << path;
    EXPECT_THAT(page.body, Not(HasSubstr(called(Limit::restriction)))) << path;
    EXPECT_EQ(accesses().front().page, "caseload_of_others");
    EXPECT_EQ(get(path, sign_in("practitioner")).status, Status::forbidden) << path;
  }
  EXPECT_EQ(accesses().front().refused, "access/role");
}

TEST_F(PeoplePages, WrongOrdersAndPagesAreTakenForTheFirstOrRefused) {
  const std::string session = sign_in("practitioner");
  EXPECT_EQ(get("/caseload?sort=length&page=0", session).status, Status::ok);
  EXPECT_THAT(get("/caseload?sort=overdue&order=descending&page=99", session).body,
              HasSubstr("aria-sort=\"descending\""));
  EXPECT_EQ(get("/api/v1/caseload?sort=length", session).status, Status::bad_request);
  EXPECT_EQ(get("/api/v1/caseload?page=two", session).status, Status::bad_request);
}

TEST_F(PeoplePages, PeopleAreFoundHoweverTheirNameIsTyped) {
  const std::string session = sign_in("practitioner");
  for (const char* words : {"zoe", "ZOË", "fox zoe", "o’hare", "ohar zo", "Zoë O'Hare-Fox"})
    EXPECT_THAT(found(words, session), HasSubstr(person(Limit::none).hex())) << words;
  for (const char* words : {"zoey", "are", "fox anna", "z"})
    EXPECT_THAT(found(words, session), Not(HasSubstr(person(Limit::none).hex()))) << words;
  for (const std::string& words :
       {std::string("01000000"), std::string("Case 0100"), person(Limit::none).hex()})
    EXPECT_THAT(found(words, session), HasSubstr(person(Limit::none).hex())) << words;
  EXPECT_THAT(look_for("zoe", session).body, HasSubstr("1 person found"));
  EXPECT_EQ(look_for("", session).status, Status::unprocessable_content);
  EXPECT_EQ(look_for(std::string(101, 'a'), session).status, Status::unprocessable_content);
}

TEST_F(PeoplePages, WhoMayNotBeSeenIsNotThere) {
  const std::string session = sign_in("practitioner");
  const std::string nobody = shown("ayesha", session);
  EXPECT_THAT(nobody, HasSubstr("Nobody found"));
  for (const std::string& words : {called(Limit::exclusion), called(Limit::restriction), std::string("zena"),
                                   std::string("02000000"), person(Limit::restriction).hex()}) {
    EXPECT_EQ(shown(words, session), nobody) << words;
    EXPECT_EQ(found(words, session), found("ayesha", session)) << words;
  }
  EXPECT_THAT(found("z", session), HasSubstr("invalid_input"));
  // All three begin with it, and one may be seen.
  EXPECT_THAT(found("zo", session), HasSubstr(R"("people":1)"));
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
}

TEST_F(PeoplePages, WhoAnotherBodyAnswersForIsNotFoundByThoseOfThisOne) {
  auto accounts = access::Accounts::open(folder_.file("accounts"), store::Access::write).value();
  ASSERT_TRUE(accounts.add({"elsewhere", base::EntityId{{0xEE}}, "NPS", {Role::practitioner}}, password));
  const std::string session = sign_in("elsewhere");
  EXPECT_THAT(found("zoe", session), HasSubstr(R"("people":0)"));
  EXPECT_THAT(found("zoe", sign_in("auditor")), HasSubstr(R"("people":1)"));
}

TEST_F(PeoplePages, ASearchIsLoggedWithWhomItShowedAndWithoutItsWords) {
  const std::string session = sign_in("practitioner");
  const std::uint64_t before_it = office_->access_log().log().size();
  (void)found("ohare", session);
  EXPECT_EQ(accesses().front().page, "search");
  EXPECT_EQ(accesses().front().type, "access.record_read");
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
  (void)found("ayesha", session);
  EXPECT_EQ(accesses().front().page, "search");
  EXPECT_TRUE(accesses().front().people.empty());
  EXPECT_EQ(office_->access_log().log().size(), before_it + 2) << "found or not, one entry each";
  for (std::uint64_t i = before_it; i < before_it + 2; ++i) {
    const std::string entry = office_->access_log().log().body(i).value();
    EXPECT_THAT(entry, Not(HasSubstr("ohare")));
    EXPECT_THAT(entry, Not(HasSubstr("ayesha")));
  }
}

TEST_F(PeoplePages, TheWordsLookedForStandInNoAddress) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get("/search?q=zoe", session).body, Not(HasSubstr("zoe"))) << "an address is not listened to";
  const Response page = look_for("zoe", session);
  EXPECT_EQ(page.body.find("href=\"/search?"), std::string::npos);
  EXPECT_THAT(page.body.substr(0, page.body.find("</title>")), Not(HasSubstr("zoe")));
}

} // namespace
} // namespace probity::app

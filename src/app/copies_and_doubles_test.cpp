// The copy that a person may ask for, and records that look as if they were of one person: by the API.
#include "base/json.h"
#include "pages/people/people_pages.h"
#include "service/subject_access.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class CopiesAndDoubles : public ServedSite {
 protected:
  Response copy(const std::string& session, Limit limit = Limit::none) {
    return send(with(json("/api/v1/cases/" + person(limit).hex() + "/copy", "{}"), session));
  }
  // Opens a record with this name; its reference is answered.
  std::string take_up(const std::string& session, int number, const std::string& name,
                      const std::string& born) {
    const std::string fields =
        R"("name":")" + name + R"(")" + (born.empty() ? "" : R"(,"birth_date":")" + born + R"(")");
    const Response done = send(with(
        json("/api/v1/cases", command("person.register", number, R"(,"fields":{)" + fields + "}")), session));
    EXPECT_EQ(done.status, Status::created) << done.body;
    const auto body = base::json::parse(done.body).value();
    return *body.find("events")->array()->front().find("stream")->text();
  }
  Response give(const std::string& session, int number, const std::string& about, const std::string& name,
                const std::string& other) {
    return give_command(session, about, command(name, number, R"(,"fields":{"other":")" + other + R"("})"));
  }
  std::size_t pairs(const std::string& session) {
    const auto body = base::json::parse(get("/api/v1/doubles", session).body).value();
    return body.find("pairs")->array()->size();
  }
};

TEST_F(CopiesAndDoubles, ACopyHoldsTheirOwnPartsAndWhoRead) {
  EXPECT_EQ(get("/cases/" + person(Limit::none).hex(), sign_in("practitioner")).status, Status::ok);
  const Response made = copy(sign_in("case_administrator"));
  ASSERT_EQ(made.status, Status::ok) << made.body;
  EXPECT_THAT(made.body, HasSubstr(R"("state":"opened")"));
  EXPECT_THAT(made.body, HasSubstr("Zoë O'Hare-Fox"));
  EXPECT_THAT(made.body, HasSubstr(R"("page":"case","refused":"","role":"practitioner")"));
  const auto entries = accesses();
  EXPECT_EQ(entries.front().type, "access.part_opened");
  EXPECT_EQ(entries.front().page, "subject_copy");
  EXPECT_TRUE(std::any_of(entries.begin(), entries.end(), [](const access::AccessEntry& one) {
    return one.page == "subject_copy" && one.people == std::vector{person(Limit::none)};
  }));
}

TEST_F(CopiesAndDoubles, ACopySaysThatOlderAccessesAreNotListed) {
  const std::string practitioner = sign_in("practitioner");
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(get("/cases/" + person(Limit::none).hex(), practitioner).status, Status::ok);
  const std::string session = sign_in("case_administrator");
  const auto caller = service::caller_of(*office_, session).value();
  const auto whole = service::subject_copy(*office_, *caller, person(Limit::none)).value();
  ASSERT_GT(whole.access.size(), 3U);
  EXPECT_FALSE(whole.has_older_access);
  const auto cut = service::subject_copy(*office_, *caller, person(Limit::none), 3).value();
  EXPECT_EQ(cut.access.size(), 3U);
  EXPECT_TRUE(cut.has_older_access);
  EXPECT_THAT(base::json::write(service::to_json(cut)), HasSubstr(R"("has_older_access":true)"));
  const pages::Reader reader{*caller, office_->zone(), "token"};
  constexpr std::string_view said = "Only the newest 3 accesses are listed here.";
  EXPECT_THAT(pages::copy_page(cut, reader), HasSubstr(said));
  EXPECT_THAT(pages::copy_page(whole, reader), Not(HasSubstr("Only the newest")));
}

TEST_F(CopiesAndDoubles, ACopyIsMadeByWhoMay) {
  EXPECT_EQ(copy(sign_in("practitioner")).status, Status::forbidden);
  EXPECT_EQ(copy(sign_in("auditor")).status, Status::forbidden);
  EXPECT_EQ(copy(sign_in("case_administrator"), Limit::restriction).status, Status::forbidden);
}

TEST_F(CopiesAndDoubles, PairsAreSuggestedUntilSomebodySaysWhatTheyAre) {
  const std::string session = sign_in("case_administrator");
  const std::string first = take_up(session, 1, "Ada Other", "1984-03-07");
  EXPECT_EQ(pairs(session), 0U);
  const std::string second = take_up(session, 2, "Other Ada Jane", "1984-03-07");
  const std::string third = take_up(session, 3, "Ada Other", "1984-07-03");
  take_up(session, 4, "Ada Else", "1984-03-07");
  EXPECT_EQ(pairs(session), 2U) << "a name within another, and a birth date the other way round";
  EXPECT_EQ(pairs(sign_in("senior_practitioner")), 2U);
  EXPECT_EQ(get("/api/v1/doubles", sign_in("practitioner")).status, Status::forbidden);
  EXPECT_EQ(give(session, 5, first, "person.tell_apart", third).status, Status::created);
  EXPECT_EQ(give(session, 6, first, "person.tell_apart", third).status, Status::unprocessable_content);
  EXPECT_EQ(pairs(session), 1U);
  EXPECT_EQ(give(session, 7, first, "person.link", second).status, Status::created);
  EXPECT_EQ(pairs(session), 0U);
  EXPECT_EQ(give(session, 8, first, "person.unlink", second).status, Status::created);
  EXPECT_EQ(pairs(session), 1U) << "unlinked, they are to be looked at again";
}

TEST_F(CopiesAndDoubles, PagesDoTheSame) {
  const std::string session = sign_in("case_administrator");
  EXPECT_THAT(get("/doubles", session).body, HasSubstr("No two records look alike"));
  const std::string first = take_up(session, 1, "Ada Other", "1984-03-07");
  const std::string second = take_up(session, 2, "Ada Jane Other", "1984-03-07");
  const std::string page = get("/doubles", session).body;
  EXPECT_THAT(page, HasSubstr("Ada Jane Other"));
  EXPECT_THAT(page, HasSubstr("7 March 1984"));
  const auto answer = [&](const std::string& said) {
    return send(with(
        http::post_request("/doubles/" + std::min(first, second), {{"form_token", hidden(page, "form_token")},
                                                                   {"id", hidden(page, "id")},
                                                                   {"other", hidden(page, "other")},
                                                                   {"answer", said}}),
        session));
  };
  EXPECT_THAT(get("/cases/" + first, session).body, HasSubstr("may be the same person as: "));
  EXPECT_THAT(get("/cases/" + first, session).body, HasSubstr("/cases/" + second));
  EXPECT_EQ(accesses().front().page, "case_doubles");
  EXPECT_EQ(accesses().front().people, std::vector{*base::StreamId::from_hex(second)});
  EXPECT_EQ(answer("").status, Status::bad_request) << "no answer is no act";
  EXPECT_EQ(answer("two").status, Status::see_other);
  EXPECT_EQ(answer("two").status, Status::see_other) << "sent again it acts once";
  EXPECT_THAT(get("/doubles?said=two", session).body, HasSubstr("told apart"));

  const std::string path = "/cases/" + person(Limit::none).hex() + "/copy";
  EXPECT_THAT(get(path, session).body, HasSubstr("Make the copy"));
  const Response copied = send(with(http::post_request(path, {{"form_token", token_of(session)}}), session));
  EXPECT_THAT(copied.body, HasSubstr("Zoë O&#39;Hare-Fox"));
  EXPECT_THAT(copied.body, HasSubstr("Who read the record"));
  EXPECT_EQ(get(path, sign_in("practitioner")).status, Status::forbidden);
}

TEST_F(CopiesAndDoubles, PairsOfWhomTheCallerMayNotSeeAreNotCounted) {
  const std::string session = sign_in("case_administrator");
  take_up(session, 1, called(Limit::restriction), "");
  EXPECT_EQ(pairs(session), 0U);
  take_up(session, 2, "Zoe O'Hare-Fox", "");
  EXPECT_EQ(pairs(session), 1U);
}

} // namespace
} // namespace probity::app

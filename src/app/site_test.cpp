// Pages and API as one site, in memory: sign in, my work, record an outcome, and who may what on every route.
#include "access/command_rights.h"
#include "record/workforce.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class Service : public ServedSite {};

TEST_F(Service, FromSigningInToTheClockThatCloses) {
  const std::string session = sign_in("practitioner");
  const Response work = get("/my-work", session);
  EXPECT_EQ(work.status, Status::ok);
  EXPECT_THAT(work.body, HasSubstr(outcome_path()));
  EXPECT_THAT(get("/api/v1/my-work", session).body, HasSubstr(appointment(Limit::none).hex()));
  const Response form = get(outcome_path(), session);
  http::Pairs fields{{"form_token", hidden(form.body, "form_token")},
                     {"id", hidden(form.body, "id")},
                     {"outcome", "attended_complied"}};
  const std::uint64_t size = office_->ledger().size();
  const Response recorded = send(with(http::post_request(outcome_path(), fields), session));
  ASSERT_EQ(recorded.status, Status::see_other) << recorded.body;
  EXPECT_EQ(office_->ledger().size(), size + 1);
  const Response after = get(std::string(*recorded.headers.find("Location")), session);
  EXPECT_THAT(after.body, HasSubstr("Recorded: Attended, complied"));
  EXPECT_THAT(after.body, Not(HasSubstr(outcome_path())));
  EXPECT_THAT(get("/api/v1/my-work", session).body,
              Not(HasSubstr("\"entity\":\"" + appointment(Limit::none).hex() + "\",\"kind\":\"outcome\"")));
  const Response again = send(with(http::post_request(outcome_path(), fields), session));
  EXPECT_EQ(again.status, Status::see_other) << "a repeated form is harmless";
  http::Pairs changed{{"form_token", hidden(form.body, "form_token")},
                      {"id", hidden(form.body, "id")},
                      {"outcome", "unacceptable_absence"}};
  const Response other = send(with(http::post_request(outcome_path(), changed), session));
  EXPECT_EQ(other.status, Status::unprocessable_content) << "gone back to, and answered differently";
  EXPECT_THAT(other.body, HasSubstr("sent before with another answer"));
  EXPECT_NE(hidden(other.body, "id"), hidden(form.body, "id"));
  EXPECT_EQ(office_->ledger().size(), size + 1);
}

TEST_F(Service, WhatASeniorOwesStandsOnASeniorsListAndOnNobodyElses) {
  const base::StreamId post{{0x77}};
  const std::string practitioner = staff(Role::practitioner).hex();
  {
    const auto held = office_->hold();
    const auto about = [&](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", post);
    };
    auto made = about(record::workforce::post_made);
    append(office_->ledger(),
           made.fact("body", "CRC1").fact("grade", "probation_officer").fact("minutes", 2220), later);
    auto filled = about(record::workforce::post_filled);
    append(office_->ledger(), filled.fact("staff", practitioner), later);
    auto vacated = about(record::workforce::post_vacated);
    append(office_->ledger(), vacated.fact("staff", practitioner).fact("reason", "resigned"), later);
  }
  constexpr std::string_view owed = R"("kind":"reallocation")";
  EXPECT_THAT(get("/api/v1/my-work", sign_in("senior_practitioner")).body, HasSubstr(owed));
  EXPECT_THAT(get("/my-work", sign_in("senior_practitioner")).body,
              HasSubstr(called(Limit::none).substr(0, 3)));
  EXPECT_THAT(get("/api/v1/my-work", sign_in("practitioner")).body, Not(HasSubstr(owed)));
  EXPECT_THAT(get("/api/v1/my-work", sign_in("senior_practitioner")).body,
              Not(HasSubstr(person(Limit::exclusion).hex())));
}

TEST_F(Service, TheApiRecordsOnceAndRefusesByRule) {
  const std::string session = sign_in("practitioner");
  const std::string path = "/api/v1" + outcome_path() + "s";
  const std::string body = R"({"id":"015d0000000000000000000000000001","outcome":"attended_complied"})";
  EXPECT_EQ(send(with(json(path, body), session)).status, Status::created);
  const Response again = send(with(json(path, body), session));
  EXPECT_EQ(again.status, Status::ok);
  EXPECT_THAT(again.body, HasSubstr(R"("repeated":true)"));
  const std::string changed = R"({"id":"015d0000000000000000000000000001","outcome":"unacceptable_absence"})";
  EXPECT_EQ(send(with(json(path, changed), session)).status, Status::conflict)
      << "the same command with another answer is not taken for done";
  const Response second = send(with(
      json(path, R"({"id":"015d0000000000000000000000000002","outcome":"unacceptable_absence"})"), session));
  EXPECT_EQ(second.status, Status::unprocessable_content);
  EXPECT_EQ(second.headers.find("Content-Type"), "application/problem+json");
  for (const char* wrong :
       {"", "[]", R"({"id":"1","outcome":"attended_complied"})", R"({"id":7})",
        R"({"id":"015d0000000000000000000000000003","outcome":"left_early"})",
        R"({"id":"015d0000000000000000000000000003","outcome":"attended_complied","notes":"x"})"})
    EXPECT_EQ(send(with(json(path, wrong), session)).status, Status::bad_request) << wrong;
}

TEST_F(Service, NothingIsWrittenWithoutTheTokenOrFromElsewhere) {
  const std::string session = sign_in("practitioner");
  const std::uint64_t size = office_->ledger().size();
  http::Pairs fields{{"id", "015d0000000000000000000000000001"}, {"outcome", "attended_complied"}};
  EXPECT_EQ(send(with(http::post_request(outcome_path(), fields), session)).status, Status::forbidden);
  const std::string other = hidden(get("/my-work", sign_in("case_administrator")).body, "form_token");
  fields.add("form_token", other);
  EXPECT_EQ(send(with(http::post_request(outcome_path(), fields), session)).status, Status::forbidden)
      << "a token of another session";
  Request elsewhere = with(json("/api/v1" + outcome_path() + "s",
                                R"({"id":"015d0000000000000000000000000001","outcome":"attended_complied"})"),
                           session);
  elsewhere.headers.set("Sec-Fetch-Site", "cross-site");
  EXPECT_EQ(send(elsewhere).status, Status::forbidden);
  Request plain =
      with(http::post_request("/api/v1" + outcome_path() + "s", {{"outcome", "attended_complied"}}), session);
  EXPECT_EQ(send(plain).status, Status::unsupported_media_type) << "what a form of another site could send";
  EXPECT_EQ(office_->ledger().size(), size);
}

TEST_F(Service, AFormWithMistakesSaysWhatToDo) {
  const std::string session = sign_in("practitioner");
  const Response form = get(outcome_path(), session);
  http::Pairs fields{{"form_token", hidden(form.body, "form_token")}, {"id", hidden(form.body, "id")}};
  const Response nothing = send(with(http::post_request(outcome_path(), fields), session));
  EXPECT_EQ(nothing.status, Status::unprocessable_content);
  EXPECT_THAT(nothing.body, HasSubstr("<title>Error: "));
  EXPECT_THAT(nothing.body, HasSubstr("href=\"#outcome\""));
  EXPECT_THAT(nothing.body, HasSubstr("data-module=\"govuk-error-summary\" tabindex=\"-1\" autofocus"));
  fields.add("outcome", "acceptable_absence");
  const Response no_reason = send(with(http::post_request(outcome_path(), fields), session));
  EXPECT_THAT(no_reason.body, HasSubstr("href=\"#reason\""));
  EXPECT_THAT(no_reason.body, HasSubstr("value=\"acceptable_absence\" checked"));
  fields.add("reason", "medical");
  EXPECT_EQ(send(with(http::post_request(outcome_path(), fields), session)).status, Status::see_other);
}

// Something that a role with the route's action may send.
// A command that whoever has the route's action by this role may give.
std::string command_for(std::string_view label, Role role) {
  if (label == "give_staff_command") return "workforce.appeal";
  return role == Role::senior_manager ? "plan.sign_off" : "unpaid_work.record_attendance";
}

std::string body_for(const http::Route& route, Role role) {
  if (route.label == "search") return R"({"q":"zo"})";
  if (route.label == "verify") return "{}";
  const std::string id = R"({"id":"015d00000000000000000000000000ff",)";
  if (route.label == "make_post")
    return id + R"("command":"workforce.make_post","fields":{"body":"CRC1","grade":"probation_officer",)" +
           R"("minutes":"2220"}})";
  if (route.label.starts_with("give_"))
    return id + R"("command":")" + command_for(route.label, role) + R"("})";
  if (route.label == "open_record") return id + R"("command":"person.register"})";
  return id + R"("outcome":"left_early"})";
}

// Every route × every role × every state of limited access, against the gate's own table (docs/access.md).
TEST_F(Service, EveryRouteAnswersAsTheGateDoes) {
  int walked = 0;
  for (const Role role : access::all_roles) {
    const std::string session = sign_in(name_of(role));
    for (const http::Route& route : site_->router.routes()) {
      if (route.label == "open") continue;
      const auto action =
          std::find_if(access::all_actions.begin(), access::all_actions.end(),
                       [&](access::Action one) { return access::to_text(one) == route.label; });
      ASSERT_NE(action, access::all_actions.end()) << route.pattern << " is labelled with no action";
      const bool about_a_person = route.pattern.find("{case:") != std::string::npos;
      for (const Limit limit : {Limit::none, Limit::exclusion, Limit::restriction}) {
        std::string path = route.pattern;
        const auto put = [&](const std::string& part, const std::string& value) {
          if (const std::size_t at = path.find(part); at != std::string::npos)
            path.replace(at, part.size(), value);
        };
        put("{case:hex32}", person(limit).hex());
        put("{appointment:hex32}", appointment(limit).hex());
        std::string command = command_for(route.label, role);
        command[command.find('.')] = '/';
        put("{family:word}/{act:word}", command);
        put("{staff:hex32}", staff(Role::practitioner).hex());
        put("{record:hex32}", person(limit).hex());
        put("{plan:hex32}", std::string(32, 'f'));
        put("{further_offence:hex32}", std::string(32, 'f'));
        for (const char* part : {"{name:word}", "{period:word}", "{clause:word}", "{line:word}"})
          put(part, "none");
        put("{event:number}", "1");
        Request request = http::get_request(path);
        if (route.method == Method::post) {
          request = path.starts_with("/api/")
                        ? json(path, body_for(route, role))
                        : http::post_request(path, {{"form_token", token_of(session)},
                                                    {"id", "015d00000000000000000000000000ff"},
                                                    {"outcome", "left_early"}});
        }
        const bool allowed = access::reach(*action, role) != access::Reach::none &&
                             (!about_a_person || limit == Limit::none) &&
                             (!path.starts_with("/doubles/") || access::may_give(role, "person.tell_apart"));
        const Response response = send(with(request, session));
        EXPECT_EQ(response.status == Status::forbidden, !allowed)
            << http::name(route.method) << " " << path << " as " << name_of(role) << ": "
            << static_cast<int>(response.status);
        EXPECT_LT(static_cast<int>(response.status), 500) << path;
        ++walked;
      }
    }
  }
  EXPECT_EQ(walked, 9 * 120 * 3) << "roles × routes that need one × states";
}

TEST_F(Service, WhoIsNotSignedInIsAskedTo) {
  for (const std::string& path :
       {std::string("/my-work"), "/cases/" + person(Limit::none).hex(), outcome_path()}) {
    const Response response = send(http::get_request(path));
    EXPECT_EQ(response.status, Status::see_other);
    EXPECT_EQ(response.headers.find("Location"), "/sign-in?to=" + path);
  }
  EXPECT_EQ(send(http::get_request("/api/v1/my-work")).status, Status::unauthorized);
  EXPECT_EQ(get("/api/v1/my-work", std::string(64, 'a')).status, Status::unauthorized);
  for (const char* away : {"//example.org", "https://example.org", "/sign-in", "\\\\example.org"}) {
    const Response response = send(
        http::post_request("/sign-in", {{"name", "practitioner"}, {"password", password}, {"to", away}}));
    EXPECT_EQ(response.headers.find("Location"), "/my-work") << away;
  }
}

TEST_F(Service, WhoSignsOutByTheApiIsOut) {
  const std::string session = sign_in("practitioner");
  const std::string path =
      "/api/v1/cases/" + person(Limit::none).hex() + "/appointments/" + appointment(Limit::none).hex();
  EXPECT_THAT(get(path, session).body, HasSubstr(R"("mode":"office")"));
  EXPECT_EQ(send(with(json("/api/v1/session/end", R"({"now":"yes"})"), session)).status, Status::bad_request);
  EXPECT_EQ(get(path, session).status, Status::ok) << "still signed in";
  EXPECT_THAT(send(with(json("/api/v1/session/end", "{}"), session)).body, HasSubstr(R"({"ended":true})"));
  EXPECT_EQ(get(path, session).status, Status::unauthorized);
}

TEST_F(Service, WhoSignsOutIsOut) {
  const std::string session = sign_in("practitioner");
  const Response out =
      send(with(http::post_request("/sign-out", {{"form_token", token_of(session)}}), session));
  EXPECT_EQ(out.status, Status::see_other);
  EXPECT_EQ(get("/my-work", session).status, Status::see_other);
}

TEST_F(Service, WrongPasswordsAreRefusedAlikeAndThenWait) {
  const auto page = [&](const std::string& name) {
    return send(http::post_request("/sign-in", {{"name", name}, {"password", "wrong wrong wrong"}}));
  };
  const Response wrong = page("practitioner");
  EXPECT_EQ(wrong.status, Status::unprocessable_content);
  EXPECT_THAT(wrong.body, HasSubstr("is wrong"));
  EXPECT_THAT(wrong.body, Not(HasSubstr("wrong wrong wrong"))) << "a password is never sent back";
  EXPECT_EQ(page("nobody").status, wrong.status);
  for (int i = 0; i < 4; ++i)
    (void)page("practitioner");
  EXPECT_EQ(page("practitioner").status, Status::too_many_requests);
}

TEST_F(Service, EveryReadIsInTheAccessLedgerBeforeItIsShown) {
  const std::string session = sign_in("practitioner");
  (void)get("/my-work", session);
  (void)get("/cases/" + person(Limit::none).hex(), session);
  (void)get("/api/v1/cases/" + person(Limit::exclusion).hex(), session);
  const auto log = accesses();
  ASSERT_EQ(log.size(), 5U);
  EXPECT_EQ(log[4].page, "names_opened");
  EXPECT_EQ(log[3].type, "access.signed_in");
  EXPECT_EQ(log[2].page, "my_work");
  EXPECT_EQ(log[2].people, std::vector{person(Limit::none)});
  EXPECT_EQ(log[1].page, "case");
  EXPECT_EQ(log[1].staff, staff(Role::practitioner));
  EXPECT_EQ(log[0].refused, "access/limit");
  EXPECT_EQ(log[0].people, std::vector{person(Limit::exclusion)});
}

TEST_F(Service, PagesSayWhereTheyStandAndWhatHoldsOfAll) {
  const std::string session = sign_in("practitioner");
  const std::string work = get("/my-work", session).body;
  EXPECT_THAT(work, HasSubstr("<title>My work - Supervision - Probity</title>"));
  EXPECT_THAT(work, HasSubstr("<strong>1</strong> appointment today<"));
  const std::string case_to_give =
      get("/cases/" + person(Limit::none).hex() + "/allocate", sign_in("senior_practitioner")).body;
  EXPECT_THAT(case_to_give, HasSubstr("<title>Who is to hold the case? - Workload - Probity</title>"));
  EXPECT_THAT(work, HasSubstr("href=\"/accessibility\""));
  const Response statement = send(http::get_request("/accessibility"));
  EXPECT_EQ(statement.status, Status::ok) << "without signing in";
  EXPECT_THAT(statement.body, HasSubstr("Accessibility statement"));
}

TEST_F(Service, AListNeverNamesWhoseRecordIsClosed) {
  const std::string work = get("/my-work", sign_in("practitioner")).body;
  EXPECT_THAT(work, HasSubstr(person(Limit::none).hex()));
  EXPECT_THAT(work, Not(HasSubstr(person(Limit::exclusion).hex())));
  EXPECT_THAT(work, Not(HasSubstr(person(Limit::restriction).hex())));
  EXPECT_THAT(work, HasSubstr("Zoë O&#39;Hare-Fox"));
  EXPECT_THAT(work, Not(HasSubstr(called(Limit::exclusion))));
  EXPECT_THAT(work, Not(HasSubstr(called(Limit::restriction))));
}

TEST_F(Service, ACaseIsCalledByItsNameAndItsReferenceStandsBeside) {
  const std::string session = sign_in("practitioner");
  const std::string path = "/cases/" + person(Limit::none).hex();
  EXPECT_THAT(get(path, session).body, HasSubstr("<span class=\"caption\">Case 01000000</span>Zoë"));
  EXPECT_THAT(get(path, session).body, HasSubstr("<title>Case 01000000"))
      << "titles are kept in the histories of browsers";
  EXPECT_THAT(get(outcome_path(), session).body, HasSubstr("Zoë O&#39;Hare-Fox, case 01000000, 7 March"));
  EXPECT_THAT(get("/api/v1" + path, session).body, HasSubstr(R"("name":"Zoë O'Hare-Fox")"));
  for (const Limit limit : {Limit::exclusion, Limit::restriction})
    for (const char* twin : {"", "/api/v1"})
      EXPECT_THAT(get(twin + ("/cases/" + person(limit).hex()), session).body, Not(HasSubstr(called(limit))));
}

TEST_F(Service, TheRecordIsShownAsKnownOnADay) {
  const std::string session = sign_in("practitioner");
  const std::string path = "/cases/" + person(Limit::none).hex() + "/record";
  EXPECT_THAT(get(path + "?known=2016-03-01", session).body, HasSubstr("As known on 1 March 2016"));
  const Response wrong = get(path + "?known=tuesday", session);
  EXPECT_EQ(wrong.status, Status::unprocessable_content);
  EXPECT_THAT(wrong.body, HasSubstr("Enter a real day"));
  EXPECT_THAT(get(path + "?known-day=1&known-month=3&known-year=2016", session).body,
              HasSubstr("As known on 1 March 2016"));
  EXPECT_EQ(get(path + "?known-day=31&known-month=2&known-year=2016", session).status,
            Status::unprocessable_content);
  EXPECT_EQ(get(path + "?known=2015-01-01", session).status, Status::unprocessable_content)
      << "nothing was known yet";
  EXPECT_EQ(get("/api/v1" + path + "?known=tuesday", session).status, Status::bad_request);
  EXPECT_EQ(get("/api/v1" + path, session).status, Status::ok);
}

TEST_F(Service, WhatIsNotThereIsSaidInWords) {
  const std::string session = sign_in("practitioner");
  EXPECT_EQ(get("/nowhere", session).status, Status::not_found);
  EXPECT_THAT(get("/nowhere", session).body, HasSubstr("Page not found"));
  EXPECT_EQ(get("/cases/" + std::string(32, 'f'), session).status, Status::not_found);
  EXPECT_EQ(get("/cases/" + person(Limit::none).hex() + "/appointments/" + std::string(32, 'f') + "/outcome",
                session)
                .status,
            Status::not_found);
  EXPECT_EQ(get("/api/v1/nowhere", session).headers.find("Content-Type"), "application/problem+json");
}

} // namespace
} // namespace probity::app

// Pages and API as one site, in memory: sign in, my work, record an outcome, and who may what on every route.
#include "app/site.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "access/access_entries.h"
#include "record/access.h"
#include "record/appointment.h"
#include "record/builder.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"
#include "record/vocabulary.h"
#include "service/signing_in.h"
#include "support/temporary_directory.h"

namespace probity::app {
namespace {

using access::Role;
using http::Method;
using http::Request;
using http::Response;
using http::Status;
using testing::HasSubstr;
using testing::Not;

const base::Instant before = *base::parse_instant("2016-03-01T09:00:00.000000Z");
const base::Instant met = *base::parse_instant("2016-03-07T09:30:00.000000Z");
const base::Instant later = *base::parse_instant("2016-03-07T12:00:00.000000Z");
const base::Instant clock_on_the_wall = *base::parse_instant("2026-01-05T09:00:00.000000Z");
const std::string password = "blue kettle walks";

enum class Limit { none, exclusion, restriction };

base::StreamId person(Limit limit) {
  return base::StreamId{{static_cast<std::uint8_t>(1 + static_cast<int>(limit))}};
}
std::string called(Limit limit) {
  return limit == Limit::none ? "Zoë O'Hare-Fox" : limit == Limit::exclusion ? "Zena Closed" : "Zita Narrow";
}
base::EntityId appointment(Limit limit) {
  return base::EntityId{{0xCC, static_cast<std::uint8_t>(limit)}};
}
base::EntityId staff(Role role) {
  return base::EntityId{{0xAA, static_cast<std::uint8_t>(role)}};
}
std::string name_of(Role role) {
  return std::string(access::to_text(role));
}

class Service : public testing::Test {
 protected:
  Service() {
    make_ledger();
    std::filesystem::copy_file(accounts_of_all_roles(), folder_.file("accounts"));
    open();
  }

  // Made once: hashing a password is slow on purpose.
  static std::filesystem::path accounts_of_all_roles() {
    static const support::TemporaryDirectory folder;
    static const bool made = [] {
      auto accounts = access::Accounts::open(folder.file("accounts"), store::Access::write).value();
      for (const Role role : access::all_roles)
        EXPECT_TRUE(accounts.add({name_of(role), staff(role), "CRC1", {role}}, password));
      return true;
    }();
    EXPECT_TRUE(made);
    return folder.file("accounts");
  }

  void open() {
    site_.reset();
    office_.reset();
    office_ = service::Office::open({folder_.file("log"), folder_.file("accounts")}, [] {
                return clock_on_the_wall;
              }).value();
    site_ = site_of(*office_);
  }

  void make_ledger() {
    ledger::OpenOptions options;
    options.mode = ledger::OpenOptions::Mode::write;
    options.validate = record::validate;
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = before;
    ledger::Ledger log = ledger::Ledger::create(folder_.file("log"), create, options).value();
    for (const Limit limit : {Limit::none, Limit::exclusion, Limit::restriction})
      add_person(log, limit);
  }

  void append(ledger::Ledger& log, record::EventBuilder& builder, base::Instant at) {
    base::EventId id;
    id.bytes[15] = ++made_;
    ledger::Submission submission;
    submission.events.push_back(builder.id(id).recorded(at).valid(base::day_of(2016, 3, 1)).build());
    const auto receipts = log.append({&submission, 1}).value();
    ASSERT_TRUE(receipts.front()) << receipts.front().error().text();
  }

  void add_person(ledger::Ledger& log, Limit limit) {
    const auto one = [&](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", person(limit));
    };
    // Recorded in order: a replayed log's time never runs backwards.
    const base::Instant at = limit == Limit::none ? before : later;
    auto registered = one(record::person::registered);
    base::SubjectId subject;
    subject.bytes = person(limit).bytes;
    append(log,
           registered.sealed(
               subject, base::json::Value(base::json::Object{{"name", base::json::Value(called(limit))}})),
           at);
    auto order = one(record::sentence::imposed);
    append(log, order.entity("order", base::EntityId{{1}}).fact("order_type", "community_order"), at);
    auto body = one(record::supervision::provider_assigned);
    append(log, body.fact("provider", "CRC1"), at);
    auto holder = one(record::supervision::practitioner_allocated);
    append(log, holder.fact("practitioner", staff(Role::practitioner).hex()), at);
    auto arranged = one(record::appointment::scheduled);
    append(log, arranged.entity("appointment", appointment(limit)).fact("starts", met).fact("mode", "office"),
           at);
    if (limit == Limit::exclusion)
      for (const Role role : access::all_roles)
        append_limit(log, limit, "exclusion", staff(role));
    if (limit == Limit::restriction) append_limit(log, limit, "restriction", base::EntityId{{0xBB}});
  }

  void append_limit(ledger::Ledger& log, Limit limit, std::string_view kind, const base::EntityId& whom) {
    record::EventBuilder closed(record::access::limited, "a/log", person(limit));
    append(log, closed.fact("limit", kind).fact("staff", whom.hex()).fact("reason", "conflict_of_interest"),
           later);
  }

  Response send(Request request) { return http::serve_in_memory(*site_, std::move(request)); }

  std::string sign_in(const std::string& name, const std::string& word = password) {
    const Response response = send(http::post_request("/sign-in", {{"name", name}, {"password", word}}));
    const auto cookie = response.headers.find("Set-Cookie");
    if (!cookie) return {};
    const std::string text(*cookie);
    const std::size_t from = text.find('=') + 1;
    return text.substr(from, text.find(';') - from);
  }
  static Request with(Request request, const std::string& session) {
    request.cookies.add(service::session_cookie, session);
    return request;
  }
  Response get(const std::string& path, const std::string& session) {
    return send(with(http::get_request(path), session));
  }
  static std::string hidden(const std::string& page, const std::string& field) {
    const std::size_t at = page.find("name=\"" + field + "\" value=\"");
    if (at == std::string::npos) return {};
    const std::size_t from = page.find("value=\"", at) + 7;
    return page.substr(from, page.find('"', from) - from);
  }
  // Of a page that every role sees, if only as a refusal.
  std::string token_of(const std::string& session) {
    return hidden(get("/my-work", session).body, "form_token");
  }
  static Request json(std::string_view path, std::string body) {
    Request request = http::get_request(path);
    request.method = Method::post;
    request.headers.set("Content-Type", "application/json");
    request.body = std::move(body);
    return request;
  }
  std::vector<access::AccessEntry> accesses() {
    return access::access_entries(office_->access_log().log()).value();
  }
  static std::string outcome_path(Limit limit = Limit::none) {
    return "/cases/" + person(limit).hex() + "/appointments/" + appointment(limit).hex() + "/outcome";
  }

  support::TemporaryDirectory folder_;
  std::uint8_t made_ = 0;
  std::unique_ptr<service::Office> office_;
  std::shared_ptr<http::Site> site_;
};

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
        R"({"id":"015d0000000000000000000000000003","outcome":"attended_complied","note":"x"})"})
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
  fields.add("outcome", "acceptable_absence");
  const Response no_reason = send(with(http::post_request(outcome_path(), fields), session));
  EXPECT_THAT(no_reason.body, HasSubstr("href=\"#reason\""));
  EXPECT_THAT(no_reason.body, HasSubstr("value=\"acceptable_absence\" checked"));
  fields.add("reason", "medical");
  EXPECT_EQ(send(with(http::post_request(outcome_path(), fields), session)).status, Status::see_other);
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
        Request request = http::get_request(path);
        if (route.method == Method::post) {
          request = path.starts_with("/api/")
                        ? json(path, R"({"id":"015d00000000000000000000000000ff","outcome":"left_early"})")
                        : http::post_request(path, {{"form_token", token_of(session)},
                                                    {"id", "015d00000000000000000000000000ff"},
                                                    {"outcome", "left_early"}});
        }
        const bool allowed =
            access::reach(*action, role) != access::Reach::none && (!about_a_person || limit == Limit::none);
        const Response response = send(with(request, session));
        EXPECT_EQ(response.status == Status::forbidden, !allowed)
            << http::name(route.method) << " " << path << " as " << name_of(role) << ": "
            << static_cast<int>(response.status);
        EXPECT_LT(static_cast<int>(response.status), 500) << path;
        ++walked;
      }
    }
  }
  EXPECT_EQ(walked, 8 * 9 * 3) << "roles × routes that need one × states";
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
  EXPECT_THAT(wrong.body, HasSubstr("Enter a day like"));
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

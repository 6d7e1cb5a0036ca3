// Where each role begins, who read what, and how a stranger is told of a sample.
#include <map>

#include "service/sample_accounts.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class Start : public ServedSite {};

TEST_F(Start, EveryRoleComesToAPageOfItsOwn) {
  const std::map<Role, std::string> first_page = {
      {Role::practitioner, "/my-work"},       {Role::senior_practitioner, "/my-work"},
      {Role::case_administrator, "/my-work"}, {Role::unpaid_work_supervisor, "/unpaid-work"},
      {Role::contract_manager, "/contracts"}, {Role::auditor, "/assure/verify"},
      {Role::analyst, "/outcomes"},           {Role::system_administrator, "/accounts"},
      {Role::senior_manager, "/staff"}};
  for (const Role role : access::all_roles) {
    const std::string session = sign_in(name_of(role));
    const Response home = get("/", session);
    ASSERT_EQ(home.status, Status::see_other);
    const std::string first(*home.headers.find("Location"));
    EXPECT_EQ(first, first_page.at(role));
    EXPECT_EQ(get(first, session).status, Status::ok) << name_of(role);
    const std::string start = get("/start", session).body;
    EXPECT_EQ(start.find("href=\"/access-log\"") != std::string::npos, role == Role::auditor)
        << name_of(role);
    EXPECT_THAT(get("/api/v1/account", session).body, HasSubstr("\"roles\":[\"" + name_of(role) + "\"]"));
  }
  EXPECT_EQ(get("/", "").headers.find("Location"), "/sign-in");
}

TEST_F(Start, AnAuditorReadsWhoReadWhatButNotOfWhomIsClosedToThem) {
  const std::string session = sign_in("practitioner");
  (void)get("/cases/" + person(Limit::none).hex(), session);
  (void)get("/cases/" + person(Limit::exclusion).hex(), session);
  const std::string auditor = sign_in("auditor");
  const std::string page = get("/access-log", auditor).body;
  EXPECT_THAT(page, HasSubstr("/cases/" + person(Limit::none).hex()));
  EXPECT_THAT(page, Not(HasSubstr(person(Limit::exclusion).hex())));
  EXPECT_THAT(page, HasSubstr("Closed to you"));
  const std::string twin = get("/api/v1/access-log", auditor).body;
  EXPECT_THAT(twin, HasSubstr(person(Limit::none).hex()));
  EXPECT_THAT(twin, Not(HasSubstr(person(Limit::exclusion).hex())));
  EXPECT_EQ(accesses().front().page, "access_log");
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
}

TEST_F(Start, TheAccessLogIsNarrowedByReaderCaseAndDay) {
  const std::string session = sign_in("practitioner");
  (void)get("/cases/" + person(Limit::none).hex(), session);
  (void)get("/cases/" + person(Limit::none).hex(), sign_in("case_administrator"));
  const std::string auditor = sign_in("auditor");
  const std::string by_reader = get("/access-log?reader=practitioner", auditor).body;
  EXPECT_THAT(by_reader, HasSubstr(staff(Role::practitioner).hex().substr(0, 8)));
  EXPECT_THAT(by_reader, Not(HasSubstr("Case administrator")));
  EXPECT_THAT(by_reader, HasSubstr("/access-log.csv?reader=practitioner"));
  const std::string of_case = "case=" + person(Limit::none).hex();
  EXPECT_EQ(accesses().front().page, "access_log");
  const std::string rows = get("/access-log.csv?reader=case_administrator&" + of_case, auditor).body;
  EXPECT_THAT(rows, HasSubstr("access.record_read,case_administrator"));
  EXPECT_THAT(rows, Not(HasSubstr("access.signed_in"))) << "that is about nobody's record";
  EXPECT_THAT(rows, Not(HasSubstr(",practitioner,")));
  // The wall's day is 5 January 2026.
  const std::string twin = "/api/v1/access-log?from=2026-01-05&to=2026-01-05&reader=practitioner&" + of_case;
  EXPECT_THAT(get(twin, auditor).body, HasSubstr(R"("type":"access.record_read")"));
  EXPECT_THAT(get("/api/v1/access-log?to=2026-01-04", auditor).body, HasSubstr(R"({"entries":[],)"));
  EXPECT_THAT(get("/access-log?from-day=6&from-month=1&from-year=2026", auditor).body,
              HasSubstr("Nothing was read so"));
}

TEST_F(Start, WhatCannotNarrowTheAccessLogIsSaidAtItsField) {
  const std::string auditor = sign_in("auditor");
  EXPECT_EQ(get("/access-log?case=" + person(Limit::exclusion).hex(), auditor).status, Status::forbidden)
      << "who read a closed record";
  const std::pair<const char*, const char*> mistakes[] = {
      {"reader=nobody", "href=\"#reader\""},
      {"case=5d0c", "href=\"#case\""},
      {"case=eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", "href=\"#case\""},
      {"from-day=31&from-month=2&from-year=2026", "href=\"#from-day\""},
      {"from=2026-01-05&to=2026-01-04", "href=\"#to-day\""}};
  for (const auto& [query, link] : mistakes) {
    const Response page = get("/access-log?" + std::string(query), auditor);
    EXPECT_EQ(page.status, Status::unprocessable_content) << query;
    EXPECT_THAT(page.body, HasSubstr(link));
  }
  EXPECT_EQ(get("/api/v1/access-log?from=2026-02-31", auditor).status, Status::bad_request);
  EXPECT_EQ(get("/access-log.csv?from=2026-02-31", auditor).status, Status::bad_request);
  EXPECT_EQ(get("/access-log?from=2026-02-31", sign_in("practitioner")).status, Status::forbidden);
}

TEST_F(Start, OnlyASampleTellsAStrangerHowToSignIn) {
  EXPECT_THAT(get("/sign-in", "").body, Not(HasSubstr("This is a sample")));
  auto accounts = access::Accounts::open(folder_.file("accounts"), store::Access::write).value();
  const auto sample = service::make_sample_accounts(*office_, accounts).value();
  ASSERT_EQ(sample.size(), access::all_roles.size());
  EXPECT_EQ(service::make_sample_accounts(*office_, accounts).value().size(), sample.size()) << "made once";
  EXPECT_EQ(accounts.list().value().size(), 2 * sample.size());
  office_->show_sample(sample);
  for (const service::SampleSignIn& one : sample)
    EXPECT_THAT(get("/sign-in", "").body, HasSubstr("<code>" + one.name + "</code>"));
  const std::string session = sign_in("sample.practitioner", service::sample_password);
  EXPECT_THAT(get("/my-work", session).body, HasSubstr(person(Limit::none).hex()))
      << "the practitioner of the sample is the one who owes most";
}

TEST_F(Start, ALiveLedgerIsNoSample) {
  ledger::CreateOptions create;
  create.constants = {"a/live", "Europe/London", ledger::Clock::live};
  ledger::OpenOptions options = writing();
  options.now = [] { return clock_on_the_wall; };
  const auto live = ledger::Ledger::create(folder_.file("live"), create, options).map([](const auto&) {});
  ASSERT_TRUE(live) << live.error().text();
  const auto office =
      service::Office::open({folder_.file("live"), folder_.file("accounts")}, options.now).value();
  auto accounts = access::Accounts::open(folder_.file("accounts"), store::Access::write).value();
  const auto made = service::make_sample_accounts(*office, accounts);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, base::ErrorCode::refused);
  EXPECT_EQ(accounts.list().value().size(), access::all_roles.size()) << "no account was made";
}

} // namespace
} // namespace probity::app

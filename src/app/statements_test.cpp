// Statements in memory: from the total down to the event, the same sums at every level, and who sees none of
// it.
#include <fstream>

#include "app/contract_files.h"
#include "record/custody.h"
#include "service/statements.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view releases_on_the_day = R"(
schema = 1
id = "small"
title = "Releases on the day"
zone = "Europe/London"
authority = "Ministry of Justice"
provider = "CRC1"
term = { from = "2016-01-01", to = "2016-12-31" }
periods = { unit = "month", final_after_months = 18 }

[[measure]]
id = "release_recorded"
title = "Releases recorded on the day"
source = "Invented for this test"
counts = "recorded"
one_clock_per = "custody"
start = { event = "custody.release_notified", at = "valid" }
stop = { event = "custody.release_recorded", at = "recorded" }
limit = { n = 0, unit = "calendar_day" }
period_of = "due"
owner_on = "due"
schedule = "last"
calendar_known = "start"
linked = "one_person"
exclude = []
zero_cases = "not_measured"
amended = "first_recorded"
imported = "excluded"
as_written = "strict"
reading.notified = { start = { event = "custody.release_notified", at = "later_of_valid_and_recorded" } }
rewards = "entering the release on the day"
leaves_undone = "anything for the person"

[[deduction]]
id = "late_release"
title = "Release not recorded on the day"
source = "Invented for this test"
of = "release_recorded"
per = "missed"
amount = "-£2,000.05"
rounding = "half_away_from_zero"
restate = "until_final"
)";

const base::StreamId other{{0xD1}};
const base::StreamId uncounted{{0xD2}};
const std::string statement = "/contracts/small/2016-03";

class Statements : public ServedSite {
 protected:
  Statements() {
    record_and_show([&](ledger::Ledger& log) {
      for (const base::StreamId& who : {other, uncounted}) {
        record::EventBuilder body(record::supervision::provider_assigned, "a/log", who);
        append(log, body.fact("provider", "CRC1"), later);
      }
      for (const base::StreamId& who : {person(Limit::none), other})
        release_late(log, who);
    });
  }

  void record_and_show(const std::function<void(ledger::Ledger&)>& what) {
    record(what);
    office_->show_contracts({std::make_shared<const service::ContractFile>(service::ContractFile{
        "small", contract::Contract::parse(releases_on_the_day, "small.toml").value()})});
  }

  // Of 1 March, recorded on the 7th.
  void release_late(ledger::Ledger& log, const base::StreamId& who) {
    const auto one = [&](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", who);
    };
    auto received = one(record::custody::received);
    append(log, received.entity("custody", base::EntityId{{0xC0}}).fact("reason", "sentence"), later);
    auto notified = one(record::custody::release_notified);
    append(log, notified.entity("custody", base::EntityId{{0xC0}}), later);
    auto recorded = one(record::custody::release_recorded);
    append(log, recorded.entity("custody", base::EntityId{{0xC0}}).fact("release_type", "licence"), later);
  }

  // The first link whose address begins so, on a page.
  static std::string link(const std::string& page, const std::string& beginning) {
    const std::size_t at = page.find("href=\"" + beginning);
    if (at == std::string::npos) return {};
    const std::string address = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
      out += address[i];
      if (address.compare(i, 5, "&amp;") == 0) i += 4;
    }
    return out;
  }
};

TEST_F(Statements, FourStepsLeadFromATotalToAnEventWithTheSameSums) {
  const std::string session = sign_in("contract_manager");
  const std::string listed = get("/contracts", session).body;
  EXPECT_THAT(listed, HasSubstr("Releases on the day"));
  const std::string total = get(link(listed, statement), session).body; // 1
  EXPECT_THAT(total, HasSubstr("-£4,000.10"));
  const std::string line = get(link(total, statement + "/late_release/1"), session).body; // 2
  EXPECT_THAT(line, HasSubstr("Release not recorded on the day: -£4,000.10"));
  EXPECT_THAT(line, HasSubstr("Sum of 2 cases"));
  EXPECT_THAT(line, HasSubstr("-£2,000.05"));
  const std::string to_case = statement + "/late_release/1/cases/" + other.hex();
  const std::string one = get(link(line, to_case), session).body; // 3
  EXPECT_THAT(one, HasSubstr("-£2,000.05"));
  EXPECT_EQ(accesses().front().page, "statement_record");
  EXPECT_EQ(accesses().front().people, std::vector{other});
  const std::string event = get(link(one, to_case + "/events/"), session).body; // 4
  EXPECT_THAT(event, HasSubstr("The prison&#39;s feed says that the person was released"));
  EXPECT_THAT(event, HasSubstr("7 March 2016 at 12:00pm"));
}

TEST_F(Statements, TwinsAndCsvSayTheSame) {
  const std::string session = sign_in("contract_manager");
  EXPECT_THAT(get("/api/v1" + statement, session).body, HasSubstr(R"("due_pence":-400010)"));
  const std::string line = get("/api/v1" + statement + "/late_release/1", session).body;
  EXPECT_THAT(line, HasSubstr(R"("pence":-400010)"));
  EXPECT_THAT(line, HasSubstr(R"("pence":-200005)"));
  const std::string record = "/late_release/1/cases/" + person(Limit::none).hex();
  EXPECT_THAT(get("/api/v1" + statement + record, session).body, HasSubstr("custody.release_recorded"));
  const Response csv = get(statement + "/statement.csv", session);
  EXPECT_THAT(csv.body, HasSubstr("-4000.10"));
  EXPECT_EQ(csv.headers.find("Content-Type"), "text/csv; charset=utf-8");
}

TEST_F(Statements, ItIsComputedAsKnownAndAsReadAndKept) {
  const std::string session = sign_in("contract_manager");
  const std::uint64_t before_it = office_->settler().computed();
  const std::string now = get(statement, session).body;
  EXPECT_THAT(get(statement + "?known=5", session).body, HasSubstr("Nothing to pay"))
      << "nothing was recorded of the releases";
  EXPECT_THAT(get(statement + "?known=2016-03-01", session).body, HasSubstr("Nothing to pay"));
  EXPECT_THAT(get(statement + "?reading=release_recorded%3Dnotified", session).body,
              HasSubstr("Nothing to pay"))
      << "told of on the 7th, recorded on the 7th";
  EXPECT_EQ(office_->settler().computed(), before_it + 4);
  EXPECT_EQ(get(statement, session).body.substr(0, 500), now.substr(0, 500));
  EXPECT_EQ(office_->settler().computed(), before_it + 4) << "kept from before";
}

TEST_F(Statements, WhatChangedSinceIsExplainedByWhatWasRecordedSince) {
  const std::string session = sign_in("contract_manager");
  EXPECT_THAT(get(statement + "?known=5", session).body, HasSubstr("/changes?known=5"));
  const std::string page = get(statement + "/changes?known=5", session).body;
  EXPECT_THAT(page, HasSubstr("What has changed since"));
  EXPECT_THAT(page, HasSubstr("-£4,000.10"));
  EXPECT_THAT(page, HasSubstr("Counted otherwise than then: 2 cases"));
  EXPECT_THAT(page, HasSubstr("not counted"));
  EXPECT_THAT(page, HasSubstr("recorded 7 March 2016 at 12:00pm"));
  EXPECT_EQ(accesses().front().page, "statement_changes");
  EXPECT_EQ(accesses().front().people, (std::vector{person(Limit::none), other}));
  const std::string twin = get("/api/v1" + statement + "/changes?known=5", session).body;
  EXPECT_THAT(twin, HasSubstr(R"("now_pence":-400010)"));
  EXPECT_THAT(twin, HasSubstr(R"("then_pence":0)"));
  EXPECT_THAT(twin, HasSubstr("custody.release_recorded"));
  EXPECT_THAT(get(statement + "/changes", session).body, HasSubstr("Every line is as it was"));
}

TEST_F(Statements, WhatIsAskedWronglyIsSaidInWords) {
  const std::string session = sign_in("contract_manager");
  EXPECT_EQ(get("/contracts/none/2016-03", session).status, Status::not_found);
  EXPECT_EQ(get(statement + "/late_release/7", session).status, Status::not_found);
  EXPECT_EQ(get(statement + "/late_release/1/cases/" + uncounted.hex(), session).status, Status::not_found)
      << "the line counts nothing of them";
  const Response day = get(statement + "?known=tuesday", session);
  EXPECT_EQ(day.status, Status::bad_request);
  EXPECT_THAT(day.body, HasSubstr("neither a day nor a number of events"));
  EXPECT_EQ(get(statement + "?reading=gated", session).status, Status::bad_request);
  EXPECT_EQ(get("/api/v1/contracts/small/2015-01", session).status, Status::bad_request)
      << "before the contract";
}

TEST_F(Statements, NeitherNamesNorSealedPartsAreShownAndNobodyElseSeesThem) {
  const std::string session = sign_in("contract_manager");
  const std::string record = statement + "/late_release/1/cases/" + person(Limit::none).hex();
  for (const std::string& path : {statement, statement + "/late_release/1", record})
    EXPECT_THAT(get(path, session).body, Not(HasSubstr("Hare-Fox"))) << path;
  for (const Role role : access::all_roles)
    for (const std::string& path : {std::string("/contracts"), statement, record, "/api/v1" + statement})
      EXPECT_EQ(get(path, sign_in(name_of(role))).status == Status::forbidden, role != Role::contract_manager)
          << name_of(role) << " " << path;
  EXPECT_EQ(get("/cases/" + person(Limit::none).hex(), session).status, Status::forbidden);
}

TEST_F(Statements, ARecordThatIsClosedCountsAndIsNotShown) {
  record_and_show([&](ledger::Ledger& log) { release_late(log, person(Limit::exclusion)); });
  const std::string session = sign_in("contract_manager");
  const std::string closed = person(Limit::exclusion).hex();
  const std::string line = get(statement + "/late_release/1", session).body;
  EXPECT_THAT(line, HasSubstr("-£6,000.15"));
  EXPECT_THAT(line, HasSubstr("Sum of 3 cases"));
  EXPECT_THAT(line, HasSubstr("Closed to you"));
  EXPECT_THAT(line, Not(HasSubstr(closed.substr(0, 8))));
  EXPECT_EQ(accesses().front().people, (std::vector{person(Limit::none), other})) << "who was shown";
  const std::string twin = get("/api/v1" + statement + "/late_release/1", session).body;
  EXPECT_THAT(twin, HasSubstr(R"({"closed":true,"count":1,"pence":-200005,"priced":true,"state":"missed"})"));
  EXPECT_THAT(twin, Not(HasSubstr(closed)));
  EXPECT_EQ(get(statement + "/late_release/1/cases/" + closed, session).status, Status::forbidden);
  EXPECT_EQ(accesses().front().refused, "access/limit");
}

TEST(PartsOfASum, AddUpToThePenny) {
  for (const std::int64_t pence : {0, 1, 100, -100, 7, -7})
    for (const std::int64_t units : {1, 3, 7}) {
      std::int64_t sum = 0;
      for (const base::Money part : service::in_parts(base::Money{pence}, units))
        sum += part.pence;
      EXPECT_EQ(sum, pence);
    }
}

TEST(ContractFiles, AreThoseOfAFolderByName) {
  const TemporaryDirectory folder;
  std::ofstream(folder.file("small.toml")) << releases_on_the_day;
  std::ofstream(folder.file("notes.txt")) << "no contract";
  const auto found = load_contracts(folder.path().string()).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front()->name, "small");
  std::ofstream(folder.file("Too Long.toml")) << releases_on_the_day;
  EXPECT_EQ(load_contracts(folder.path().string()).error().code, base::ErrorCode::invalid_input);
  EXPECT_EQ(load_contracts(folder.file("nowhere")).error().code, base::ErrorCode::not_found);
}

} // namespace
} // namespace probity::app

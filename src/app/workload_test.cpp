// Workload and the giving of cases, in memory: who carries how much, who waits, who is recommended and why
// not.
#include "record/workforce.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const base::EntityId light{{0xB1}};
const base::EntityId heavy{{0xB2}};
const base::StreamId waiting{{0xD1}};
const std::string form_path = "/cases/" + waiting.hex() + "/allocate";

class WorkloadPages : public ServedSite {
 protected:
  WorkloadPages() {
    record([&](ledger::Ledger& log) {
      take_on(log, waiting, {});
      take_on(log, base::StreamId{{0xE1}}, light);
      for (const std::uint8_t one : {std::uint8_t{0xE2}, std::uint8_t{0xE3}})
        take_on(log, base::StreamId{{one}}, heavy);
    });
  }

  void take_on(ledger::Ledger& log, const base::StreamId& who, const base::EntityId& holder) {
    const auto one = [&](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", who);
    };
    auto order = one(record::sentence::imposed);
    append(log, order.entity("order", base::EntityId{{1}}).fact("order_type", "community_order"), later);
    auto body = one(record::supervision::provider_assigned);
    append(log, body.fact("provider", "CRC1"), later);
    if (holder == base::EntityId{}) return;
    auto held = one(record::supervision::practitioner_allocated);
    append(log, held.fact("practitioner", holder.hex()).fact("grade", "probation_officer"), later);
  }

  Response give(const std::string& session, http::Pairs fields) {
    fields.add("form_token", token_of(session));
    fields.add("id", hidden(get(form_path, session).body, "id"));
    return send(with(http::post_request(form_path, fields), session));
  }
};

TEST_F(WorkloadPages, ABoardShowsWhatStaffCarryAndWhoWaits) {
  const std::string session = sign_in("senior_practitioner");
  const std::string page = get("/workload", session).body;
  EXPECT_THAT(page, HasSubstr("/caseload/" + heavy.hex()));
  EXPECT_THAT(page, HasSubstr("href=\"" + form_path + "\""));
  EXPECT_THAT(page, Not(HasSubstr(person(Limit::exclusion).hex()))) << "held, and closed to them";
  EXPECT_EQ(accesses().front().page, "workload");
  EXPECT_EQ(accesses().front().people, std::vector{waiting});
  EXPECT_THAT(get("/api/v1/workload", session).body, HasSubstr(R"("waiting":[{"case":")" + waiting.hex()));
  const std::string administrator = sign_in("case_administrator");
  EXPECT_THAT(get("/workload", administrator).body, Not(HasSubstr(form_path))) << "a senior one gives cases";
  EXPECT_EQ(get(form_path, administrator).status, Status::forbidden);
  EXPECT_EQ(get("/workload", sign_in("practitioner")).status, Status::forbidden);
}

TEST_F(WorkloadPages, CasesOfWhoLeftStandFirstWithAWayToGiveEach) {
  record([&](ledger::Ledger& log) {
    const auto about_post = [](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", base::StreamId{{0x77}});
    };
    auto made = about_post(record::workforce::post_made);
    append(log, made.fact("body", "CRC1").fact("grade", "probation_officer").fact("minutes", 2220), later);
    auto filled = about_post(record::workforce::post_filled);
    append(log, filled.fact("staff", heavy.hex()), later);
    auto vacated = about_post(record::workforce::post_vacated);
    append(log, vacated.fact("staff", heavy.hex()).fact("reason", "resigned"), later);
  });
  const std::string session = sign_in("senior_practitioner");
  const std::string page = get("/workload", session).body;
  EXPECT_THAT(page, HasSubstr("Practitioner b2000000 left on 1 March 2016 and still holds 2 cases"));
  const std::size_t of_leavers = page.find("Cases of those who left");
  const std::size_t others = page.find("Waiting for a practitioner");
  ASSERT_NE(of_leavers, std::string::npos);
  for (const std::uint8_t one : {std::uint8_t{0xE2}, std::uint8_t{0xE3}}) {
    const std::size_t give = page.find("href=\"/cases/" + base::StreamId{{one}}.hex() + "/allocate\"");
    EXPECT_GT(give, of_leavers);
    EXPECT_LT(give, others);
  }
  EXPECT_GT(page.find("href=\"" + form_path + "\""), others) << "whom nobody ever held";
  const std::string twin = get("/api/v1/workload", session).body;
  EXPECT_THAT(twin, HasSubstr(R"("holder_left":"2016-03-01")"));
  EXPECT_LT(twin.find(base::StreamId{{0xE2}}.hex()), twin.find(waiting.hex()));
  EXPECT_THAT(get("/workload", sign_in("case_administrator")).body, Not(HasSubstr("/allocate\"")));
}

TEST_F(WorkloadPages, WhoCarriesLeastIsRecommendedWithBothNumbers) {
  const std::string session = sign_in("senior_practitioner");
  const std::string page = get(form_path, session).body;
  const std::size_t first = page.find(light.hex());
  ASSERT_NE(first, std::string::npos);
  EXPECT_LT(first, page.find(heavy.hex()));
  EXPECT_THAT(page, HasSubstr("Now: 1 person. With this case: 2 people."));
  EXPECT_THAT(page, HasSubstr("Now: 2 people. With this case: 3 people."));
  EXPECT_THAT(page, HasSubstr("their grade is not recorded")) << "the fixture's practitioner has none";
  EXPECT_THAT(get("/api/v1/cases/" + waiting.hex() + "/allocation", session).body,
              HasSubstr(R"("recommended":")" + light.hex()));
  const std::string id = hidden(page, "id");
  http::Pairs fields{{"form_token", token_of(session)}, {"id", id}, {"practitioner", light.hex()}};
  const std::uint64_t size = office_->ledger().size();
  const std::string check = send(with(http::post_request(form_path, fields), session)).body;
  EXPECT_THAT(check, AllOf(HasSubstr("Check to whom you give the case"), HasSubstr("Give the case"),
                           HasSubstr("Now: 1 person. With this case: 2 people."), HasSubstr("No reason"),
                           Not(HasSubstr("What the holder carries"))));
  EXPECT_EQ(office_->ledger().size(), size) << "nothing is recorded by looking";
  http::Pairs change = fields;
  change.add("step", "change");
  EXPECT_THAT(send(with(http::post_request(form_path, change), session)).body,
              HasSubstr("value=\"" + light.hex() + "\" checked"));
  fields.add("step", "give");
  EXPECT_EQ(send(with(http::post_request(form_path, fields), session)).headers.find("Location"),
            "/cases/" + waiting.hex());
  EXPECT_EQ(send(with(http::post_request(form_path, fields), session)).status, Status::see_other);
  EXPECT_EQ(office_->ledger().size(), size + 1) << "sent twice, it acts once";
  EXPECT_THAT(get("/workload", session).body, HasSubstr("Nobody waits"));
  const http::Pairs moved{{"form_token", token_of(session)},
                          {"id", hidden(get(form_path, session).body, "id")},
                          {"practitioner", heavy.hex()},
                          {"reason", "officer_left"}};
  EXPECT_THAT(send(with(http::post_request(form_path, moved), session)).body,
              AllOf(HasSubstr("Now: 2 people. With this case: 3 people."),
                    HasSubstr("Now: 2 people. Without this case: 1 person."), HasSubstr("Officer left")))
      << "both workloads";
  EXPECT_THAT(get("/api/v1/cases/" + waiting.hex() + "/allocation", session).body,
              HasSubstr(R"("holder":{)"));
}

TEST_F(WorkloadPages, AnotherThanTheOneRecommendedNeedsAReason) {
  const std::string session = sign_in("senior_practitioner");
  const std::uint64_t size = office_->ledger().size();
  EXPECT_THAT(give(session, {}).body, HasSubstr("href=\"#practitioner\""));
  const Response why = give(session, {{"practitioner", heavy.hex()}});
  EXPECT_EQ(why.status, Status::unprocessable_content);
  EXPECT_THAT(why.body, HasSubstr("href=\"#reason\""));
  EXPECT_THAT(why.body, HasSubstr("value=\"" + heavy.hex() + "\" checked")) << "what was chosen stays";
  EXPECT_EQ(office_->ledger().size(), size);
  const Response needless = give(session, {{"practitioner", light.hex()}, {"over_capacity", "urgent"}});
  EXPECT_THAT(needless.body, HasSubstr("href=\"#over_capacity\"")) << "they can carry it";
  EXPECT_EQ(give(session, {{"practitioner", heavy.hex()}, {"reason", "change_of_address"}, {"step", "give"}})
                .status,
            Status::see_other);
  EXPECT_THAT(office_->ledger().body(size).value(), HasSubstr(R"("reason":"change_of_address")"));
  EXPECT_THAT(office_->ledger().body(size).value(), HasSubstr(R"("cases":2)"))
      << "what they carried is known without reading the whole ledger";
}

} // namespace
} // namespace probity::app

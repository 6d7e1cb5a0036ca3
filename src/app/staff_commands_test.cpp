// Members of staff and posts by the API: whose each command is, once, on the record that the sender saw, and
// of one's own body alone.
#include "record/workforce.h"
#include "service/give_command.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

const base::StreamId elsewhere{{0xE7}}; // a member of staff of another body

class StaffCommands : public ServedSite {
 protected:
  static std::string member(Role role = Role::practitioner) { return staff(role).hex(); }
  static std::string id_of(int number) {
    return "015d00000000000000000000000000" + std::to_string(10 + number);
  }
  static std::string command(std::string_view name, int number, std::string_view fields = "",
                             std::string_view more = "") {
    return R"({"id":")" + id_of(number) + R"(","command":")" + std::string(name) + R"(","fields":{)" +
           std::string(fields) + "}" + std::string(more) + "}";
  }
  Response give(const std::string& session, const std::string& whom, const std::string& body) {
    return send(with(json("/api/v1/staff/" + whom + "/commands", body), session));
  }
  Response make_post(const std::string& session, int number, std::string_view body = "CRC1") {
    return send(with(json("/api/v1/staff", command("workforce.make_post", number,
                                                   R"("body":")" + std::string(body) +
                                                       R"(","grade":"probation_officer","minutes":"2220")")),
                     session));
  }
  void assign_practitioner() {
    ASSERT_EQ(give(sign_in("senior_manager"), member(),
                   command("workforce.assign", 80, R"("body":"CRC1","reason":"split_of_service")"))
                  .status,
              Status::created);
  }
  // A member of staff of another body, and a post of theirs.
  void record_elsewhere() {
    const auto held = office_->hold();
    record::EventBuilder assigned(record::workforce::assigned_to_body, "a/log", elsewhere);
    append(office_->ledger(),
           assigned.fact("body", "CRC2").fact("reason", "recruited").fact("by", std::string(32, 'b')), later);
  }
};

TEST_F(StaffCommands, GivenNobodyIsRecordedWhenAManagerRecordsThemThenTheirStateAndEventsAreThere) {
  const std::string manager = sign_in("senior_manager");
  const std::string senior = sign_in("senior_practitioner");
  const Response assigned =
      give(manager, member(), command("workforce.assign", 1, R"("body":"CRC1","reason":"recruited")"));
  ASSERT_EQ(assigned.status, Status::created) << assigned.body;
  EXPECT_THAT(assigned.body, HasSubstr(R"("role":"senior_manager")"));
  EXPECT_EQ(give(senior, member(),
                 command("workforce.change_grade", 2, R"("grade":"probation_officer","reason":"appointed")"))
                .status,
            Status::created);
  const Response made = make_post(manager, 3);
  ASSERT_EQ(made.status, Status::created) << made.body;
  const std::string post = service::post_made_by(*base::EventId::from_hex(id_of(3))).hex();
  EXPECT_THAT(made.body, HasSubstr(R"("stream":")" + post));
  EXPECT_EQ(give(senior, post, command("workforce.fill_post", 4, R"("staff":")" + member() + '"')).status,
            Status::created);
  const std::string administrator = sign_in("case_administrator");
  EXPECT_EQ(give(administrator, member(),
                 command("workforce.set_shift", 5, R"("days":"mon,tue","starts":"540","ends":"1020")"))
                .status,
            Status::created);
  EXPECT_EQ(give(administrator, member(),
                 command("workforce.start_absence", 6, R"("kind":"sickness","expected_until":"2016-05-07")"))
                .status,
            Status::created);
  const std::string record = get("/api/v1/staff/" + member(), administrator).body;
  EXPECT_THAT(record, HasSubstr(R"("account":"practitioner")"));
  EXPECT_THAT(record, HasSubstr(R"("grade":"probation_officer")"));
  EXPECT_THAT(record, HasSubstr(R"("minutes":2220)"));
  EXPECT_THAT(record, HasSubstr(R"("days":["mon","tue"])"));
  EXPECT_THAT(record, HasSubstr(R"("away":"sickness","away_long":true)"));
  EXPECT_THAT(record, HasSubstr(R"("cases":3)"));
  EXPECT_THAT(record, HasSubstr(R"("type":"workforce.shift_set")"));
  EXPECT_THAT(record, HasSubstr(R"("commands":["workforce.end_absence")"));
  const std::string list = get("/api/v1/staff", administrator).body;
  EXPECT_THAT(list, HasSubstr(R"("away":1,"body":"CRC1","closed":0,"filled":1)"));
  EXPECT_THAT(list, HasSubstr(R"("holder":")" + member()));
  EXPECT_THAT(get("/api/v1/workload", senior).body, HasSubstr(R"("away":"sickness")"))
      << "where a manager looks";
}

TEST_F(StaffCommands, ActOnceAndOnTheRecordThatTheSenderSaw) {
  const std::string manager = sign_in("senior_manager");
  const std::string assigned =
      command("workforce.assign", 1, R"("body":"CRC1","reason":"recruited")", R"(,"expect":0)");
  const std::uint64_t size = office_->ledger().size();
  EXPECT_EQ(give(manager, member(), assigned).status, Status::created);
  const Response again = give(manager, member(), assigned);
  EXPECT_EQ(again.status, Status::ok);
  EXPECT_THAT(again.body, HasSubstr(R"("repeated":true)"));
  EXPECT_EQ(give(manager, member(), command("workforce.assign", 1, R"("body":"CRC1","reason":"one_service")"))
                .status,
            Status::conflict)
      << "sent again with another content";
  const Response late =
      give(manager, member(),
           command("workforce.change_grade", 2, R"("grade":"probation_officer","reason":"appointed")",
                   R"(,"expect":0)"));
  EXPECT_EQ(late.status, Status::conflict);
  EXPECT_THAT(late.body, HasSubstr("somebody recorded meanwhile"));
  EXPECT_EQ(make_post(manager, 3).status, Status::created);
  EXPECT_EQ(make_post(manager, 3).status, Status::ok) << "sent again it is the same post";
  EXPECT_EQ(office_->ledger().size(), size + 2);
}

TEST_F(StaffCommands, AreWhoseTheCommandIs) {
  assign_practitioner();
  const std::string absence = command("workforce.start_absence", 1, R"("kind":"annual_leave")");
  const std::string assignment = command("workforce.assign", 2, R"("body":"NPS","reason":"one_service")");
  for (const char* role : {"practitioner", "unpaid_work_supervisor", "contract_manager", "auditor", "analyst",
                           "system_administrator"})
    EXPECT_EQ(give(sign_in(role), member(), absence).status, Status::forbidden) << role;
  for (const char* role : {"practitioner", "senior_practitioner", "case_administrator"}) {
    EXPECT_EQ(give(sign_in(role), member(), assignment).status, Status::forbidden) << role;
    EXPECT_EQ(make_post(sign_in(role), 3).status, Status::forbidden) << role;
  }
  EXPECT_EQ(give("", member(), absence).status, Status::unauthorized);
  EXPECT_EQ(give(sign_in("case_administrator"), member(), absence).status, Status::created);
  const Response own = give(sign_in("senior_manager"), member(Role::senior_manager),
                            command("workforce.assign", 4, R"("body":"CRC1","reason":"recruited")"));
  EXPECT_EQ(own.status, Status::unprocessable_content) << "the gate lets them through, and the rule speaks";
  EXPECT_THAT(own.body, HasSubstr("nobody decides on their own assignment"));
}

TEST_F(StaffCommands, AnAppealIsOnesOwnAndIsSeenOnOnesOwnRecord) {
  assign_practitioner();
  const std::string appealed = command("workforce.appeal", 1, R"("ground":"caring")");
  const Response other = give(sign_in("case_administrator"), member(), appealed);
  EXPECT_EQ(other.status, Status::unprocessable_content);
  EXPECT_THAT(other.body, HasSubstr("an appeal is the member of staff's own"));
  const std::string session = sign_in("practitioner");
  EXPECT_EQ(get("/api/v1/staff/" + member(), session).status, Status::forbidden);
  EXPECT_THAT(get("/api/v1/staff/me", session).body, HasSubstr(R"("commands":["workforce.appeal"])"));
  EXPECT_EQ(give(session, member(), appealed).status, Status::created);
  EXPECT_THAT(get("/api/v1/staff/me", session).body, HasSubstr(R"("appeal_open":true)"));
  const Response same = give(sign_in("senior_manager"), member(),
                             command("workforce.decide_appeal", 2, R"("result":"dismissed")"));
  EXPECT_THAT(same.body, HasSubstr("whoever made the assignment does not decide on the appeal"));
}

TEST_F(StaffCommands, StaffOfAnotherBodyAreItsOwnMatter) {
  record_elsewhere();
  const std::string manager = sign_in("senior_manager");
  const std::string whom = elsewhere.hex();
  const std::uint64_t size = office_->ledger().size();
  const Response seen = get("/api/v1/staff/" + whom, manager);
  EXPECT_EQ(seen.status, Status::forbidden);
  EXPECT_THAT(seen.body, HasSubstr("this is of the staff of another body"));
  EXPECT_EQ(accesses().front().refused, "access/body");
  EXPECT_EQ(accesses().front().people, std::vector{elsewhere});
  EXPECT_EQ(
      give(manager, whom, command("workforce.assign", 1, R"("body":"CRC1","reason":"recruited")")).status,
      Status::forbidden)
      << "nobody takes another body's staff";
  EXPECT_EQ(get("/staff/" + whom + "/do/workforce/start_absence", manager).status, Status::forbidden);
  EXPECT_EQ(make_post(manager, 2, "CRC2").status, Status::forbidden);
  EXPECT_EQ(give(manager, std::string(32, 'c'),
                 command("workforce.assign", 3, R"("body":"CRC2","reason":"recruited")"))
                .status,
            Status::forbidden)
      << "somebody new is assigned to one's own body first";
  EXPECT_THAT(get("/api/v1/staff", manager).body, Not(HasSubstr(whom)));
  EXPECT_EQ(get("/api/v1/staff/" + whom, sign_in("auditor")).status, Status::ok) << "an auditor reads all";
  EXPECT_EQ(office_->ledger().size(), size);
}

TEST_F(StaffCommands, WhatIsSentToTheWrongPlaceIsRefusedAndNothingRecorded) {
  assign_practitioner();
  const std::string manager = sign_in("senior_manager");
  const std::uint64_t size = office_->ledger().size();
  const std::string nobody(32, 'f');
  const std::string assignment = command("workforce.assign", 1, R"("body":"CRC1","reason":"recruited")");
  const std::string of_case = "/api/v1/cases/" + person(Limit::none).hex() + "/commands";
  EXPECT_EQ(send(with(json(of_case, assignment), manager)).status, Status::bad_request);
  EXPECT_EQ(send(with(json("/api/v1/staff", assignment), manager)).status, Status::bad_request);
  EXPECT_EQ(give(manager, member(), command("plan.sign_off", 2)).status, Status::bad_request);
  EXPECT_EQ(give(manager, member(), command("workforce.make_post", 3)).status, Status::bad_request);
  EXPECT_EQ(give(manager, member(), command("workforce.fly", 4)).status, Status::bad_request);
  EXPECT_EQ(give(manager, member(), command("workforce.start_absence", 5, R"("kind":"boredom")")).status,
            Status::bad_request);
  EXPECT_EQ(give(manager, nobody, command("workforce.start_absence", 6, R"("kind":"sickness")")).status,
            Status::not_found);
  EXPECT_EQ(get("/api/v1/staff/" + nobody, manager).status, Status::not_found);
  EXPECT_EQ(get("/api/v1/staff/" + person(Limit::none).hex(), manager).status, Status::not_found)
      << "a person's record is none of a member of staff";
  const Response of_person = give(manager, person(Limit::none).hex(), assignment);
  EXPECT_EQ(of_person.status, Status::unprocessable_content);
  EXPECT_THAT(of_person.body, HasSubstr("is the record of neither a post nor a member of staff"));
  const Response of_post = send(with(json("/api/v1/staff", command("workforce.make_post", 7)), manager));
  EXPECT_EQ(of_post.status, Status::bad_request) << "a post needs a body";
  EXPECT_EQ(office_->ledger().size(), size);
}

TEST_F(StaffCommands, EveryReadingIsInTheAccessLedgerAndAnAuditorFollowsIt) {
  (void)get("/api/v1/staff/" + member(), sign_in("senior_practitioner"));
  const auto read = accesses().front();
  EXPECT_EQ(read.page, "staff_record");
  EXPECT_EQ(read.people, std::vector{base::StreamId{staff(Role::practitioner).bytes}});
  EXPECT_EQ(read.staff, staff(Role::senior_practitioner));
  const std::string auditor = sign_in("auditor");
  EXPECT_THAT(get("/access-log", auditor).body, HasSubstr("href=\"/staff/" + member()));
  EXPECT_THAT(get("/api/v1/access-log", auditor).body, HasSubstr(member()));
}

TEST_F(StaffCommands, WhatACommandAsksIsAnswered) {
  assign_practitioner();
  const std::string manager = sign_in("senior_manager");
  const std::string post = service::post_made_by(*base::EventId::from_hex(id_of(1))).hex();
  ASSERT_EQ(make_post(manager, 1).status, Status::created);
  const std::string asked = get("/api/v1/staff/" + post + "/commands/workforce/fill_post", manager).body;
  EXPECT_THAT(asked, HasSubstr(R"("choices":{"staff":[{"account":"practitioner","value":")" + member()));
  EXPECT_THAT(asked, HasSubstr(R"("events":1)"));
  EXPECT_EQ(get("/api/v1/staff/" + post + "/commands/workforce/set_shift", manager).status, Status::not_found)
      << "a post has no shift";
  EXPECT_THAT(get("/api/v1/staff/" + post + "/commands", manager).body, HasSubstr("workforce.close_post"));
  EXPECT_THAT(get("/api/v1/staff/" + post + "/commands", sign_in("case_administrator")).body,
              Not(HasSubstr("workforce.close_post")));
}

// What only a senior manager may do about a person has a role now too.
TEST_F(StaffCommands, ASeniorManagerClosesARecordToSomebody) {
  const std::string of_case = "/api/v1/cases/" + person(Limit::none).hex();
  const std::string closed =
      command("access.exclude", 1,
              R"("staff":")" + member(Role::case_administrator) + R"(","reason":"conflict_of_interest")");
  EXPECT_EQ(send(with(json(of_case + "/commands", closed), sign_in("senior_practitioner"))).status,
            Status::forbidden);
  const Response done = send(with(json(of_case + "/commands", closed), sign_in("senior_manager")));
  EXPECT_EQ(done.status, Status::created) << done.body;
  EXPECT_EQ(get(of_case, sign_in("case_administrator")).status, Status::forbidden);
}

} // namespace
} // namespace probity::app

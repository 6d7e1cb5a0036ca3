// Members of staff and posts on pages: from where a manager looks to what is recorded.
#include "service/give_command.h"
#include "support/command_forms.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class StaffPages : public CommandForms {
 protected:
  StaffPages() : CommandForms("give") {}
  static std::string page_of(Role role = Role::practitioner) { return "/staff/" + staff(role).hex(); }
  void assign() {
    ASSERT_EQ(post(sign_in("senior_manager"), page_of() + "/do/workforce/assign",
                   {{"body", "CRC1"}, {"reason", "split_of_service"}})
                  .status,
              Status::see_other);
  }
};

TEST_F(StaffPages, FromTheWorkloadToAPostThatIsFilled) {
  const std::string manager = sign_in("senior_manager");
  EXPECT_THAT(get("/workload", manager).body, HasSubstr("href=\"" + page_of() + "\""));
  EXPECT_THAT(get("/workload", manager).body, HasSubstr("href=\"/staff\""));
  const std::string list = get("/staff", manager).body;
  EXPECT_THAT(list, HasSubstr("Nothing is recorded of them as staff"));
  EXPECT_THAT(list, HasSubstr("href=\"/staff/new-post\""));
  EXPECT_THAT(get(page_of(), manager).body, HasSubstr("href=\"" + page_of() + "/do/workforce/assign\""));
  assign();
  ASSERT_EQ(post(manager, page_of() + "/do/workforce/change_grade",
                 {{"grade", "probation_officer"}, {"reason", "appointed"}})
                .status,
            Status::see_other);
  EXPECT_THAT(get("/staff/new-post", manager).body, HasSubstr("value=\"CRC1\"")) << "one's own body is there";
  const http::Pairs fields{{"body", "CRC1"}, {"grade", "probation_officer"}, {"minutes", "2220"}};
  const std::uint64_t size = office_->ledger().size();
  EXPECT_THAT(post(manager, "/staff/new-post", fields, "check").body, HasSubstr("2220"));
  EXPECT_EQ(office_->ledger().size(), size) << "nothing is recorded by looking";
  const Response made = post(manager, "/staff/new-post", fields);
  ASSERT_EQ(made.status, Status::see_other) << made.body;
  const std::string done(*made.headers.find("Location"));
  const std::string page = get(done, manager).body;
  EXPECT_THAT(page, HasSubstr("govuk-notification-banner--success"));
  const std::string of_post = done.substr(0, done.find('?'));
  EXPECT_THAT(page, HasSubstr("href=\"" + of_post + "/do/workforce/fill_post\""));
  EXPECT_THAT(page, Not(HasSubstr("vacate_post"))) << "nobody is in it";
  const Response filled =
      post(manager, of_post + "/do/workforce/fill_post", {{"staff", staff(Role::practitioner).hex()}});
  ASSERT_EQ(filled.status, Status::see_other) << filled.body;
  EXPECT_THAT(get(of_post, manager).body, HasSubstr("href=\"" + page_of() + "\""));
  EXPECT_THAT(get(page_of(), manager).body, HasSubstr("2220"));
  EXPECT_THAT(get("/staff", manager).body, HasSubstr("Filled since 7 March 2016"));
}

TEST_F(StaffPages, AFormSentTwiceActsOnceAndOneThatIsLateSaysSo) {
  assign();
  const std::string session = sign_in("case_administrator");
  const std::string to = page_of() + "/do/workforce/start_absence";
  const std::string form = get(to, session).body;
  EXPECT_THAT(form, HasSubstr("Member of staff practitioner"));
  const http::Pairs fields{
      {"command_id", hidden(form, "command_id")}, {"expect", hidden(form, "expect")}, {"kind", "sickness"}};
  const std::uint64_t size = office_->ledger().size();
  EXPECT_EQ(post(session, to, fields).status, Status::see_other);
  EXPECT_EQ(post(session, to, fields).status, Status::see_other) << "sent twice";
  EXPECT_EQ(office_->ledger().size(), size + 1);
  const Response late = post(session, page_of() + "/do/workforce/end_absence", {{"expect", "1"}});
  EXPECT_EQ(late.status, Status::conflict);
  EXPECT_THAT(late.body, HasSubstr("Somebody recorded here meanwhile"));
  const Response refused = post(session, to, {{"kind", "sickness"}});
  EXPECT_EQ(refused.status, Status::unprocessable_content);
  EXPECT_THAT(refused.body, HasSubstr("(Record the last day of an absence)"))
      << "a command is called in words";
  EXPECT_THAT(get(page_of(), session).body, HasSubstr("Away, sickness, since 7 March 2016"));
}

TEST_F(StaffPages, OnesOwnRecordIsSeenAndAppealedAgainst) {
  assign();
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get("/start", session).body, HasSubstr("href=\"/staff/me\""));
  const std::string own = get("/staff/me", session).body;
  EXPECT_THAT(own, HasSubstr("Your record as a member of staff"));
  EXPECT_THAT(own, HasSubstr("href=\"" + page_of() + "/do/workforce/appeal\""));
  EXPECT_EQ(accesses().front().people, std::vector{base::StreamId{staff(Role::practitioner).bytes}});
  const Response appealed = post(session, page_of() + "/do/workforce/appeal", {{"ground", "caring"}});
  ASSERT_EQ(appealed.status, Status::see_other) << appealed.body;
  const std::string to(*appealed.headers.find("Location"));
  EXPECT_TRUE(to.starts_with("/staff/me?done=")) << to;
  EXPECT_THAT(get(to, session).body, HasSubstr("The member of staff appealed"));
  EXPECT_EQ(get(page_of(), session).status, Status::forbidden);
  EXPECT_THAT(get(page_of(), sign_in("senior_practitioner")).body, HasSubstr("Appeal"));
}

// No form is broken: each can be opened, by whoever may give it, where it belongs.
TEST_F(StaffPages, EveryCommandHasAForm) {
  assign();
  const std::string manager = sign_in("senior_manager");
  const Response made = post(manager, "/staff/new-post",
                             {{"body", "CRC1"}, {"grade", "probation_officer"}, {"minutes", "2220"}});
  const std::string done(*made.headers.find("Location"));
  const std::string of_post = done.substr(0, done.find('?'));
  for (const record::TypeDeclaration* type : casework::commands()) {
    if (!service::is_about_staff(type->name) || service::makes_post(type->name)) continue;
    std::string address = "/do/" + std::string(type->name);
    address[address.rfind('.')] = '/';
    int opened = 0;
    for (const std::string& record : {page_of(), of_post})
      opened += get(record + address, manager).status == Status::ok ? 1 : 0;
    EXPECT_EQ(opened, 1) << type->name << " is about the one or the other";
  }
  EXPECT_EQ(get(page_of() + "/do/plan/draft", manager).status, Status::not_found);
  EXPECT_EQ(get(page_of() + "/do/workforce/make_post", manager).status, Status::not_found);
}

} // namespace
} // namespace probity::app

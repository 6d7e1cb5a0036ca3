// Forms for commands through the site: filled in, checked, given once, refused in words.
#include "support/command_forms.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class CommandPages : public CommandForms {
 protected:
  CommandPages() : CommandForms("check") {}
  static std::string path(std::string_view command, Limit whom = Limit::none) {
    return case_path(whom) + "/do/" + std::string(command);
  }
};

TEST_F(CommandPages, FromTheCaseToWhatIsRecorded) {
  const std::string session = sign_in("practitioner");
  const std::string of_case = case_path();
  EXPECT_THAT(get(of_case, session).body, HasSubstr("href=\"" + path("plan/draft") + "\""));
  const Response form = get(path("risk/judge_harm"), session);
  ASSERT_EQ(form.status, Status::ok);
  EXPECT_THAT(form.body, HasSubstr("Judge the risk of serious harm"));
  const std::uint64_t size = office_->ledger().size();
  const http::Pairs fields{{"command_id", hidden(form.body, "command_id")},
                           {"expect", hidden(form.body, "expect")},
                           {"level", "medium"},
                           {"groups-public", "medium"},
                           {"groups-known_adult", "low"},
                           {"groups-children", "low"},
                           {"groups-staff", "low"},
                           {"groups-prisoners", "low"}};
  const Response checked = post(session, path("risk/judge_harm"), fields);
  ASSERT_EQ(checked.status, Status::ok) << checked.body;
  EXPECT_THAT(checked.body, HasSubstr("Medium"));
  EXPECT_THAT(checked.body, HasSubstr("groups children low, known adult low"));
  EXPECT_THAT(checked.body, HasSubstr("Not provided"));
  EXPECT_EQ(office_->ledger().size(), size) << "nothing is recorded by looking";
  const Response changed = post(session, path("risk/judge_harm"), fields, "change");
  EXPECT_THAT(changed.body, HasSubstr("name=\"groups-public\" type=\"radio\" value=\"medium\" checked"));
  const Response given = post(session, path("risk/judge_harm"), fields, "give");
  ASSERT_EQ(given.status, Status::see_other) << given.body;
  EXPECT_EQ(office_->ledger().size(), size + 1);
  const Response after = get(std::string(*given.headers.find("Location")), session);
  EXPECT_THAT(after.body, HasSubstr("govuk-notification-banner--success"));
  EXPECT_THAT(after.body, HasSubstr("Recorded: "));
  EXPECT_EQ(post(session, path("risk/judge_harm"), fields, "give").status, Status::see_other) << "sent twice";
  EXPECT_EQ(post(session, path("risk/judge_harm"), fields).status, Status::see_other) << "gone back to";
  EXPECT_EQ(office_->ledger().size(), size + 1);
  EXPECT_THAT(get(of_case + "?done=" + std::string(32, 'a'), session).body, Not(HasSubstr("Recorded: ")))
      << "what nothing says is not said";
}

TEST_F(CommandPages, SomebodyNewIsTakenUp) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get("/search", session).body, HasSubstr("href=\"/people/new\""));
  const std::string form = get("/people/new", session).body;
  EXPECT_THAT(form, HasSubstr("Open the record of a person"));
  const http::Pairs fields{{"command_id", hidden(form, "command_id")},
                           {"name", "Ada Newcomer"},
                           {"birth_date-day", "13"},
                           {"birth_date-month", "9"},
                           {"birth_date-year", "1990"}};
  const std::uint64_t size = office_->ledger().size();
  EXPECT_THAT(post(session, "/people/new", fields).body, HasSubstr("Ada Newcomer"));
  EXPECT_EQ(office_->ledger().size(), size) << "nothing is recorded by looking";
  const Response given = post(session, "/people/new", fields, "give");
  ASSERT_EQ(given.status, Status::see_other) << given.body;
  const std::string to(*given.headers.find("Location"));
  EXPECT_THAT(get(to, session).body, HasSubstr("Ada Newcomer"));
  EXPECT_THAT(get(to, session).body, HasSubstr("13 September 1990, aged 25"));
  EXPECT_EQ(post(session, "/people/new", fields, "give").headers.find("Location"), to) << "sent twice";
  EXPECT_EQ(get("/people/new", sign_in("auditor")).status, Status::forbidden);
}

TEST_F(CommandPages, MistakesAreSaidAndNothingTypedIsLost) {
  const std::string session = sign_in("practitioner");
  const Response wrong =
      post(session, path("appointment/arrange"),
           {{"starts-day", "31"}, {"starts-month", "2"}, {"starts-year", "2016"}, {"place", "<b>LEEDS"}});
  EXPECT_EQ(wrong.status, Status::unprocessable_content);
  EXPECT_THAT(wrong.body, HasSubstr("<title>Error: "));
  EXPECT_THAT(wrong.body, HasSubstr("href=\"#starts-day\""));
  EXPECT_THAT(wrong.body, HasSubstr("href=\"#mode\""));
  EXPECT_THAT(wrong.body, HasSubstr("value=\"&lt;b&gt;LEEDS\""));
  EXPECT_THAT(wrong.body, HasSubstr("value=\"31\""));
}

TEST_F(CommandPages, ARuleThatRefusesSaysWhatToDo) {
  const std::string session = sign_in("practitioner");
  const Response refused = post(session, path("recall/consider"), {{"ground", "out_of_touch"}});
  EXPECT_EQ(refused.status, Status::unprocessable_content) << refused.body;
  EXPECT_THAT(refused.body, HasSubstr("There is a problem"));
  const Response other = post(session, path("plan/draft"), {{"kind", "sentence"}, {"expect", "1"}}, "give");
  EXPECT_EQ(other.status, Status::conflict);
  EXPECT_THAT(other.body, HasSubstr("Somebody recorded in this case meanwhile"));
  EXPECT_THAT(other.body, HasSubstr("value=\"sentence\" checked"));
  http::Pairs risk{{"level", "low"}};
  for (const char* group : {"public", "known_adult", "children", "staff"})
    risk.add("groups-" + std::string(group), "low");
  const Response one_left = post(session, path("risk/judge_harm"), risk);
  EXPECT_EQ(one_left.status, Status::unprocessable_content);
  EXPECT_THAT(one_left.body, HasSubstr("href=\"#groups-prisoners\">Select level of risk to prisoners"));
  EXPECT_THAT(one_left.body, HasSubstr("name=\"groups-staff\" type=\"radio\" value=\"low\" checked"));
  risk.add("groups-prisoners", "high");
  EXPECT_THAT(post(session, path("risk/judge_harm"), risk).body,
              HasSubstr("The overall level is the highest over all groups"));
}

TEST_F(CommandPages, ChoosesFromWhatTheRecordHas) {
  const std::string session = sign_in("practitioner");
  const std::string one = appointment(Limit::none).hex();
  EXPECT_THAT(get(path("appointment/cancel"), session).body, HasSubstr("value=\"" + one + "\""));
  EXPECT_THAT(get(path("appointment/cancel") + "?appointment=" + one + "&by=person", session).body,
              HasSubstr("value=\"" + one + "\" checked"));
  EXPECT_THAT(get(path("recall/decide"), session).body, HasSubstr("nothing that this can be about"));
  EXPECT_THAT(get(path("supervision/allocate"), sign_in("senior_practitioner")).body,
              HasSubstr("practitioner</label>"));
  const std::string twin =
      get("/api/v1" + std::string("/cases/") + person(Limit::none).hex() + "/commands/appointment/cancel",
          session)
          .body;
  EXPECT_THAT(twin, HasSubstr("\"value\":\"" + one + "\""));
}

TEST_F(CommandPages, AreWhoseTheCommandIs) {
  EXPECT_EQ(get(path("plan/draft"), sign_in("case_administrator")).status, Status::forbidden);
  EXPECT_EQ(get(path("plan/sign_off"), sign_in("practitioner")).status, Status::forbidden);
  EXPECT_EQ(get(path("plan/draft", Limit::exclusion), sign_in("practitioner")).status, Status::forbidden);
  EXPECT_EQ(get(path("plan/fly"), sign_in("practitioner")).status, Status::not_found);
  EXPECT_EQ(get(path("person/register"), sign_in("practitioner")).status, Status::not_found);
  const std::string offered =
      get("/api/v1/cases/" + person(Limit::none).hex() + "/commands", sign_in("case_administrator")).body;
  EXPECT_THAT(offered, HasSubstr("appointment.arrange"));
  EXPECT_THAT(offered, Not(HasSubstr("plan.draft")));
  // Whoever gives a command without seeing the record is told no name.
  const Response blind = get(path("unpaid_work/record_attendance"), sign_in("unpaid_work_supervisor"));
  EXPECT_EQ(blind.status, Status::ok);
  EXPECT_THAT(blind.body, Not(HasSubstr("Hare-Fox")));
}

// No form is broken: each can be opened, by whoever may give it.
TEST_F(CommandPages, EveryCommandHasAForm) {
  const std::string sessions[] = {sign_in("practitioner"), sign_in("senior_practitioner"),
                                  sign_in("case_administrator"), sign_in("unpaid_work_supervisor")};
  int opened = 0;
  for (const record::TypeDeclaration* type : casework::commands()) {
    std::string address(type->name);
    address[address.find('.')] = '/';
    for (const std::string& session : sessions) {
      const Response form = get(path(address), session);
      EXPECT_LT(static_cast<int>(form.status), 500) << type->name;
      if (form.status == Status::ok) ++opened;
    }
  }
  EXPECT_GT(opened, 200);
}

} // namespace
} // namespace probity::app

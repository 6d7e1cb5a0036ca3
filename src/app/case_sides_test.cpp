// The sides of a case, page and twin alike: enforcement with its letters, risk with the hand-over, plans with
// both their statuses, reports before sentence, serious further offences.
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const base::StreamId neighbour{{0xD1}};

class CaseSides : public ServedSite {
 protected:
  // Gives a command by the API and answers the first event that it made.
  std::string give(const std::string& session, std::string_view name, const std::string& fields,
                   const std::string& to = person(Limit::none).hex()) {
    const Response done = give_command(session, to, command(name, ++given_, R"(,"fields":)" + fields));
    EXPECT_EQ(done.status, Status::created) << name << ": " << done.body;
    return done.body;
  }
  // Of an event as the API answers it.
  static std::string entity(const std::string& body, const std::string& kind) {
    const std::size_t at = body.find("\"" + kind + "\":\"");
    EXPECT_NE(at, std::string::npos) << kind << " in " << body;
    return body.substr(at + kind.size() + 4, 32);
  }
  static std::string naming(const std::string& kind, const std::string& id, const std::string& more = "") {
    return R"({")" + kind + R"(":")" + id + R"(")" + more + "}";
  }
  void missed(const std::string& session, std::string_view outcome) {
    ASSERT_EQ(tell_outcome(session, R"("outcome":")" + std::string(outcome) + '"').status, Status::created);
  }
  std::string sign_in_elsewhere(const std::string& name, Role role) {
    close();
    {
      auto accounts = access::Accounts::open(folder_.file("accounts"), store::Access::write).value();
      EXPECT_TRUE(accounts.add({name, base::EntityId{{0xEE, static_cast<std::uint8_t>(role)}}, "NPS", {role}},
                               password));
    }
    open();
    return sign_in(name);
  }
  static std::string letter() {
    return case_path() + "/appointments/" + appointment(Limit::none).hex() + "/letter";
  }

  const std::string one_ = case_path();

 private:
  int given_ = 0;
};

TEST_F(CaseSides, ContactsAreNarrowedByHowWhatCameOfThemAndDays) {
  const std::string session = sign_in("practitioner");
  const std::string page = get(one_ + "/contacts", session).body;
  EXPECT_THAT(page, HasSubstr("1 appointment, newest first"));
  EXPECT_THAT(page, HasSubstr("href=\"" + outcome_path() + "\"")) << "nobody said yet what came of it";
  EXPECT_THAT(page, HasSubstr("value=\"not_said\""));
  EXPECT_EQ(accesses().front().page, "contacts");
  missed(session, "unacceptable_absence");
  const auto contacts = [&](const std::string& query) {
    return get("/api/v1" + one_ + "/contacts" + query, session).body;
  };
  constexpr std::string_view none = R"({"appointments":[],"appointments_in_all":1,)";
  EXPECT_THAT(contacts("?came=unacceptable_absence&how=office"), HasSubstr(R"("rows":1})"));
  EXPECT_THAT(contacts("?came=not_said"), HasSubstr(none));
  EXPECT_THAT(contacts("?how=video"), HasSubstr(none));
  EXPECT_THAT(contacts("?from=2016-03-07&to=2016-03-07"), HasSubstr(R"("rows":1})"));
  EXPECT_THAT(contacts("?from=2016-03-08"), HasSubstr(none));
  EXPECT_THAT(contacts("?to=2016-03-06"), HasSubstr(none));
  const std::string narrowed = get(one_ + "/contacts?from-day=8&from-month=3&from-year=2016", session).body;
  EXPECT_THAT(narrowed, HasSubstr("No appointment of this case is so"));
  EXPECT_THAT(narrowed, HasSubstr("href=\"" + one_ + "/contacts\"")) << "to take away what narrows";
  const Response wrong = get(one_ + "/contacts?to=2016-02-31", session);
  EXPECT_EQ(wrong.status, Status::unprocessable_content);
  EXPECT_THAT(wrong.body, HasSubstr("href=\"#to-day\""));
  EXPECT_EQ(get("/api/v1" + one_ + "/contacts?to=2016-02-31", session).status, Status::bad_request);
}

TEST_F(CaseSides, AFailureLeadsToItsWarningAndToTheLetter) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get(one_ + "/enforcement", session).body,
              AllOf(HasSubstr("Nothing waits to be judged"), HasSubstr("No warning is in force")));
  EXPECT_EQ(get(letter(), session).status, Status::unprocessable_content) << "nothing to write about";
  missed(session, "unacceptable_absence");
  const std::string page = get(one_ + "/enforcement", session).body;
  EXPECT_THAT(page, HasSubstr("/do/enforcement/warn?appointment=" + appointment(Limit::none).hex()));
  EXPECT_THAT(page, HasSubstr("Did not come, without an acceptable reason"));
  EXPECT_THAT(get("/my-work", session).body, HasSubstr("/do/enforcement/warn?appointment="))
      << "what is owed leads to its form";
  EXPECT_THAT(get(letter(), session).body,
              AllOf(HasSubstr("how the letter would read"), HasSubstr("Dear Zoë O&#39;Hare-Fox"),
                    HasSubstr("7 March 2016 at 9:30am"), HasSubstr("6 March 2017")));
  give(session, "enforcement.warn", naming("appointment", appointment(Limit::none).hex()));
  EXPECT_THAT(get(letter(), session).body, HasSubstr("The warning is recorded"));
  EXPECT_THAT(get(one_ + "/enforcement", session).body, HasSubstr("It ends on 6 March 2017"));
  const std::string twin = get("/api/v1" + one_ + "/enforcement", session).body;
  EXPECT_THAT(twin, AllOf(HasSubstr(R"("warned_until":"2017-03-06")"),
                          HasSubstr(R"("failures_in_twelve_months":1)"), HasSubstr(R"("counts":true)")));
  EXPECT_THAT(get("/api/v1" + letter(), session).body, HasSubstr(R"("given":true)"));
  EXPECT_EQ(accesses().front().page, "letter");
}

TEST_F(CaseSides, AReasonThatIsNotKnownAsksForEvidenceFirst) {
  const std::string session = sign_in("practitioner");
  missed(session, "failed_to_attend_reason_pending");
  EXPECT_THAT(get(letter(), session).body,
              AllOf(HasSubstr("You did not come to your appointment"), HasSubstr("We need it by")));
  EXPECT_THAT(get(one_ + "/enforcement", session).body, HasSubstr("Waits to be judged"));
  give(session, "enforcement.rule_failure",
       naming("appointment", appointment(Limit::none).hex(), R"(,"ruling":"acceptable","evidence":"true")"));
  const std::string page = get(one_ + "/enforcement", session).body;
  EXPECT_THAT(page, AllOf(HasSubstr("Acceptable"), HasSubstr("Excused")));
  EXPECT_EQ(get(letter(), session).status, Status::unprocessable_content) << "excused";
}

TEST_F(CaseSides, ABreachShowsTheRulesAdviceBesideTheDecision) {
  const std::string session = sign_in("practitioner");
  missed(session, "unacceptable_absence");
  give(session, "enforcement.ask_review", naming("appointment", appointment(Limit::none).hex()));
  const std::string twin = get("/api/v1" + one_ + "/enforcement", session).body;
  EXPECT_THAT(twin, AllOf(HasSubstr(R"("advice":"no_further_action")"), HasSubstr(R"("stage":"to_decide")")));
  const std::string breach = entity(twin, "breach");
  const std::string page = get(one_ + "/enforcement", session).body;
  EXPECT_THAT(page, AllOf(HasSubstr("To decide"), HasSubstr("Not decided"),
                          HasSubstr("/do/enforcement/decide_breach?breach=" + breach)));
  give(session, "enforcement.decide_breach", naming("breach", breach, R"(,"decision":"no_further_action")"));
  EXPECT_THAT(get(one_ + "/enforcement", session).body, HasSubstr("Not taken to court"));
  EXPECT_THAT(get(one_ + "/enforcement", session).body, Not(HasSubstr("£")))
      << "what a breach costs is not here";
}

TEST_F(CaseSides, ADecisionOtherThanAdvisedNeedsAReasonAndIsShownToTheSenior) {
  const std::string session = sign_in("practitioner");
  missed(session, "unacceptable_absence");
  give(session, "enforcement.ask_review", naming("appointment", appointment(Limit::none).hex()));
  const std::string breach = entity(get("/api/v1" + one_ + "/enforcement", session).body, "breach");
  const std::string senior = sign_in("senior_practitioner");
  EXPECT_THAT(get("/departures", senior).body, HasSubstr("None since then"));
  const Response refused =
      give_command(session, person(Limit::none).hex(),
                   command("enforcement.decide_breach", 0,
                           R"(,"fields":)" + naming("breach", breach, R"(,"decision":"breach")")));
  EXPECT_EQ(refused.status, Status::unprocessable_content);
  EXPECT_THAT(refused.body, HasSubstr("whoever decides otherwise says why"));
  const Response wordless =
      give_command(session, person(Limit::none).hex(),
                   command("enforcement.decide_breach", 0,
                           R"(,"fields":)" + naming("breach", breach,
                                                    R"(,"decision":"breach","reason":"serious_failure")")));
  EXPECT_EQ(wordless.status, Status::unprocessable_content);
  EXPECT_THAT(wordless.body, HasSubstr("says why in words"));
  EXPECT_THAT(get(one_ + "/do/enforcement/decide_breach?breach=" + breach, session).body,
              HasSubstr("The rule recommends: no further action"));
  give(session, "enforcement.decide_breach",
       naming("breach", breach,
              R"(,"decision":"breach","reason":"serious_failure","explanation":"He threatened <staff>.")"));
  EXPECT_THAT(get(one_ + "/enforcement", session).body, HasSubstr("He threatened &lt;staff&gt;."));
  EXPECT_EQ(accesses().front().page, "explanation") << "opening it is logged by itself";
  EXPECT_THAT(get("/api/v1" + one_ + "/enforcement", senior).body,
              HasSubstr(R"("explanation":"He threatened <staff>.")"));
  EXPECT_THAT(get(one_ + "/record", session).body, HasSubstr("Read why, on the page of enforcement"));
  EXPECT_THAT(get("/departures", senior).body,
              AllOf(HasSubstr("1 decision of 1"), HasSubstr("Serious failure"), HasSubstr("Zoë")));
  EXPECT_THAT(get("/api/v1/departures", senior).body, HasSubstr(R"("reason":"serious_failure")"));
  EXPECT_EQ(get("/departures", session).status, Status::forbidden);
}

TEST_F(CaseSides, ARiseToHighIsHandedOverAndSomebodyHoldsTheCaseAtEveryMoment) {
  const std::string there = sign_in_elsewhere("nps.senior", Role::senior_practitioner);
  std::string here = sign_in("practitioner");
  give(here, "risk.judge_harm", R"({"level":"high","groups":"children=high,public=low"})");
  EXPECT_THAT(get(one_ + "/risk", here).body,
              AllOf(HasSubstr("children: high, public: low"), HasSubstr("Nobody asked another body")));
  give(here, "risk.escalate", R"({"to":"NPS"})");
  const std::string asked = get(one_ + "/risk", here).body;
  EXPECT_THAT(asked, AllOf(HasSubstr("CRC1 → NPS"), HasSubstr("CRC1: 3, NPS: 0"),
                           Not(HasSubstr("Nobody holds this case"))));
  const std::string twin = get("/api/v1" + one_ + "/risk", there).body; // who is asked may read
  EXPECT_THAT(twin,
              AllOf(HasSubstr(R"("stage":"raised")"), HasSubstr(R"({"done":false,"what":"answered"})")));
  give(there, "risk.accept", naming("escalation", entity(twin, "id"), R"(,"team":"duty")"));
  const std::string held = get(one_ + "/risk", there).body;
  EXPECT_THAT(held, AllOf(HasSubstr("Duty team duty"), HasSubstr("CRC1: 2, NPS: 1"),
                          Not(HasSubstr("Nobody holds this case"))));
  EXPECT_THAT(get("/api/v1" + one_ + "/risk", there).body,
              HasSubstr(R"({"day":"2016-03-07","done":true,"what":"held_by_team"})"));
  EXPECT_EQ(get(one_ + "/risk", here).status, Status::forbidden) << "access follows the person";
}

TEST_F(CaseSides, ABlankPlanIsFiledAndNotSound) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get(one_ + "/plans", session).body, HasSubstr("No plan was begun"));
  const std::string plan = entity(give(session, "plan.draft", R"({"kind":"sentence"})"), "plan");
  const std::string draft = get(one_ + "/plans", session).body;
  EXPECT_THAT(draft, AllOf(HasSubstr("Draft"), HasSubstr("Content not sound"),
                           HasSubstr("Compared when filed"), HasSubstr("Not filed")));
  give(session, "plan.file", naming("plan", plan));
  const std::string filed = get(one_ + "/plans", session).body;
  EXPECT_THAT(filed, AllOf(HasSubstr("Filed, to be signed"), HasSubstr("Content not sound"),
                           HasSubstr("You wrote it, so somebody else signs it")));
  const std::string twin = get("/api/v1" + one_ + "/plans", session).body;
  EXPECT_THAT(twin, AllOf(HasSubstr(R"("blank":"failed")"), HasSubstr(R"("near_copy":"passed")"),
                          HasSubstr(R"("status":"filed")")));
}

TEST_F(CaseSides, ACopiedPlanNamesItsTwinToWhoeverSignsIt) {
  record([&](ledger::Ledger& log) {
    record::EventBuilder registered(record::person::registered, "a/log", neighbour);
    append(log, registered, later);
    record::EventBuilder body(record::supervision::provider_assigned, "a/log", neighbour);
    append(log, body.fact("provider", "CRC1"), later);
    record::EventBuilder order(record::sentence::imposed, "a/log", neighbour);
    append(log, order.entity("order", base::EntityId{{9}}).fact("order_type", "community_order"), later);
  });
  const std::string session = sign_in("practitioner");
  const std::string text =
      "You will see a housing worker each week and we look at rent together until the arrears are paid "
      "and then at work that you can do from home while the children are small and at what help there is";
  std::vector<std::string> plans;
  for (const std::string& whose : {neighbour.hex(), person(Limit::none).hex()}) {
    plans.push_back(entity(give(session, "plan.draft", R"({"kind":"sentence"})", whose), "plan"));
    give(session, "plan.write", naming("plan", plans.back(), R"(,"content":")" + text + R"(")"), whose);
    if (plans.size() == 1) give(session, "plan.file", naming("plan", plans.back()), whose);
  }
  const std::string form = one_ + "/do/plan/file";
  const std::string first = get(form, session).body;
  const auto send_form = [&](const std::string& step) {
    return send(with(http::post_request(form, {{"form_token", hidden(first, "form_token")},
                                               {"command_id", hidden(first, "command_id")},
                                               {"expect", hidden(first, "expect")},
                                               {"plan", plans.back()},
                                               {"step", step}}),
                     session));
  };
  const std::uint64_t size = office_->ledger().size();
  EXPECT_THAT(send_form("check").body, AllOf(HasSubstr("Check what you are about"), HasSubstr("near copy")));
  const Response interrupted = send_form("give");
  EXPECT_EQ(interrupted.status, Status::ok);
  EXPECT_THAT(interrupted.body,
              AllOf(HasSubstr("govuk-panel--interruption"), HasSubstr("value=\"" + plans.back() + "\"")));
  EXPECT_EQ(office_->ledger().size(), size) << "nothing is recorded before it is confirmed";
  EXPECT_EQ(send_form("confirm").status, Status::see_other);
  EXPECT_EQ(office_->ledger().size(), size + 2) << "the plan and its check";
  EXPECT_EQ(send_form("confirm").status, Status::see_other) << "sent twice";
  EXPECT_EQ(send_form("give").status, Status::see_other) << "what is recorded is not asked about again";
  EXPECT_EQ(office_->ledger().size(), size + 2);
  EXPECT_THAT(get("/api/v1" + one_ + "/plans", session).body, HasSubstr(R"("near_copy":"failed")"));
  const std::string twins = one_ + "/plans/" + plans.back() + "/twins";
  EXPECT_EQ(get(twins, session).status, Status::forbidden) << "for whoever signs";
  const std::string senior = sign_in("senior_practitioner");
  EXPECT_THAT(get(one_ + "/plans", senior).body, HasSubstr(twins));
  EXPECT_THAT(get(twins, senior).body,
              AllOf(HasSubstr("/cases/" + neighbour.hex()), HasSubstr("100 %"),
                    HasSubstr("by the same author"), HasSubstr("filed before this one")));
  EXPECT_EQ(accesses().front().people, std::vector{neighbour}) << "whose plan was named";
  EXPECT_THAT(get("/api/v1" + twins, senior).body, HasSubstr(R"("percent":100)"));
  EXPECT_EQ(get(one_ + "/plans/" + std::string(32, 'f') + "/twins", senior).status, Status::not_found);
}

TEST_F(CaseSides, AReportBeforeSentenceIsFollowedFromAskingToSentence) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get(one_ + "/court-reports", session).body, HasSubstr("No court asked for a report"));
  const std::string report =
      entity(give(session, "court_report.ask", R"({"type":"fast","due":"2016-03-21"})"), "report");
  EXPECT_THAT(get(one_ + "/court-reports", session).body,
              AllOf(HasSubstr("To be given to an author"), HasSubstr("21 March 2016")));
  give(session, "court_report.allocate",
       naming("report", report, R"(,"author":")" + staff(Role::practitioner).hex() + R"(")"));
  const std::string page = get(one_ + "/court-reports", session).body;
  EXPECT_THAT(page,
              AllOf(HasSubstr("To be written"), HasSubstr(">You<"), HasSubstr("/do/court_report/deliver")));
  EXPECT_THAT(get("/api/v1" + one_ + "/court-reports", session).body,
              AllOf(HasSubstr(R"("stage":"to_deliver")"), HasSubstr(R"("concordance":"none")")));
}

TEST_F(CaseSides, ASeriousFurtherOffenceSaysWhatIsOwedAndWhoMayReviewIt) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get(one_ + "/further-offences", session).body,
              HasSubstr("No serious further offence is recorded"));
  give(session, "further_offence.learn",
       R"({"offence":"robbery","class":"automatic","offence_on":"2016-03-05","charged_on":"2016-03-06"})");
  const std::string page = get(one_ + "/further-offences", session).body;
  EXPECT_THAT(page, AllOf(HasSubstr("To be told to the national unit"), HasSubstr("A review is always made"),
                          HasSubstr("You held this case, so somebody else reviews it"),
                          HasSubstr("/do/further_offence/notify?further_offence=")));
  EXPECT_THAT(get("/api/v1" + one_ + "/further-offences", session).body,
              AllOf(HasSubstr(R"("stage":"to_tell")"), HasSubstr(R"("held_case":true)")));
}

TEST_F(CaseSides, AReviewPackSaysWhatWasKnownOnTheMorningAndApartFromItWhatCameLater) {
  const std::string session = sign_in("practitioner");
  const std::string offence = entity(
      give(
          session, "further_offence.learn",
          R"({"offence":"robbery","class":"automatic","offence_on":"2016-03-05","charged_on":"2016-03-06"})"),
      "further_offence");
  const std::string pack = one_ + "/further-offences/" + offence + "/pack";
  EXPECT_THAT(get(one_ + "/further-offences", session).body, HasSubstr("href=\"" + pack + "\""));
  const std::string before = get(pack, session).body;
  EXPECT_THAT(before, AllOf(HasSubstr("Review pack: the morning of 5 March 2016"), HasSubstr("Zoë"),
                            HasSubstr("You held this case"), HasSubstr("1 person, 0 of them"),
                            HasSubstr("Nobody has judged the risk"), HasSubstr("7 March 2016 at 9:30am"),
                            HasSubstr("Nothing was corrected or entered later"), Not(HasSubstr("£"))));
  EXPECT_EQ(accesses().front().page, "review_pack");
  const std::string late =
      R"({"id":"015d00000000000000000000000000ee","command":"risk.judge_harm","on":"2016-03-03",)"
      R"("fields":{"level":"high","groups":"public=high"}})";
  ASSERT_EQ(send(with(json("/api/v1" + one_ + "/commands", late), session)).status, Status::created);
  const std::string after = get(pack, session).body;
  EXPECT_THAT(after, AllOf(HasSubstr("Nobody has judged the risk"), HasSubstr("Entered since"),
                           HasSubstr("Level: high")))
      << "what is learnt later was not known then";
  const std::string twin = get("/api/v1" + pack, session).body;
  EXPECT_THAT(twin, AllOf(HasSubstr(R"("harm":[])"), HasSubstr(R"("type":"risk.harm_level_judged")"),
                          HasSubstr(R"("on":"2016-03-05")"), HasSubstr(R"("people":1)")));
  EXPECT_THAT(get(pack + "?on=2016-03-07", session).body, HasSubstr("the morning of 7 March 2016"));
  for (const char* wrong : {"?on=soon", "?on=2026-01-01", "?on=2016-03-01"}) {
    const Response refused = get(pack + wrong, session);
    EXPECT_EQ(refused.status, Status::unprocessable_content) << wrong;
    EXPECT_THAT(refused.body, AllOf(HasSubstr("href=\"#on\""), HasSubstr("<title>Error: ")));
    EXPECT_EQ(get("/api/v1" + pack + wrong, session).status, Status::bad_request) << wrong;
  }
  EXPECT_EQ(get(pack, sign_in("case_administrator")).status, Status::forbidden);
  EXPECT_EQ(get(pack, sign_in("auditor")).status, Status::ok);
  EXPECT_EQ(get(one_ + "/further-offences/" + std::string(32, 'f') + "/pack", session).status,
            Status::not_found);
}

TEST_F(CaseSides, ThePagesOfACaseLeadToEachOther) {
  const std::string session = sign_in("practitioner");
  for (const char* page :
       {"", "/enforcement", "/risk", "/plans", "/court-reports", "/further-offences", "/record"}) {
    const std::string shown = get(one_ + page, session).body;
    EXPECT_THAT(shown, HasSubstr("href=\"" + one_ + page + "\" aria-current=\"page\"")) << page;
    EXPECT_THAT(shown, HasSubstr("href=\"" + one_ + "/risk\"")) << page;
    EXPECT_THAT(shown, HasSubstr("<title>")) << page;
    const std::string title = shown.substr(shown.find("<title>"), 80);
    EXPECT_THAT(title, Not(HasSubstr("Zoë"))) << "titles are kept in the histories of browsers";
  }
}

} // namespace
} // namespace probity::app

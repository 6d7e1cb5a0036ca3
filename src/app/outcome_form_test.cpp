// The form of an outcome where there is nothing to fill in: one that is recorded says by whom and leads to
// its correction, and an appointment that is still to come says what can be done with it.
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string of_case = "/cases/" + person(Limit::none).hex();
const std::string form_of_correction =
    of_case + "/do/appointment/correct_outcome?appointment=" + appointment(Limit::none).hex();

class OutcomeForms : public ServedSite {
 protected:
  Response give(const std::string& session, std::string_view name, int number, const std::string& fields) {
    return give_command(session, person(Limit::none).hex(),
                        command(name, number, R"(,"fields":{)" + fields + "}"));
  }
  Response answer(const std::string& session, std::string_view outcome) {
    const std::string form = get(outcome_path(), session).body;
    return send(with(http::post_request(outcome_path(), {{"form_token", token_of(session)},
                                                         {"id", std::string(31, '7') + "a"},
                                                         {"outcome", std::string(outcome)}}),
                     session));
  }
};

TEST_F(OutcomeForms, OneThatIsRecordedSaysByWhomAndWhenAndLeadsToItsCorrection) {
  const std::string session = sign_in("practitioner");
  EXPECT_THAT(get(outcome_path(), session).body,
              AllOf(HasSubstr("What came of this appointment?"), HasSubstr("probity-identity"),
                    Not(HasSubstr("recorded already"))));
  ASSERT_EQ(answer(session, "attended_complied").status, Status::see_other);
  const std::string page = get(outcome_path(), session).body;
  EXPECT_THAT(page,
              AllOf(HasSubstr("An outcome is recorded already: Attended, complied"),
                    HasSubstr("Recorded 7 March 2016 at 12:00pm, by You"),
                    HasSubstr("href=\"" + form_of_correction + "\""), Not(HasSubstr("name=\"outcome\""))));
  EXPECT_THAT(get(outcome_path(), sign_in("senior_practitioner")).body, HasSubstr("by practitioner"));
  EXPECT_THAT(get(outcome_path(), sign_in("auditor")).body,
              AllOf(HasSubstr("recorded already"), Not(HasSubstr(form_of_correction))))
      << "who may not correct it is not led there";
  const std::string id = R"("appointment":")" + appointment(Limit::none).hex() + R"(")";
  ASSERT_EQ(give(session, "appointment.correct_outcome", 1,
                 id + R"(,"outcome":"unacceptable_absence","because":"entered_wrongly")")
                .status,
            Status::created);
  EXPECT_THAT(get(outcome_path(), session).body, AllOf(HasSubstr("Corrected 7 March 2016 at 12:00pm, by You"),
                                                       HasSubstr("without an acceptable")));
  EXPECT_THAT(
      get("/api/v1" + of_case + "/appointments/" + appointment(Limit::none).hex(), session).body,
      AllOf(HasSubstr(R"("begun":true)"),
            HasSubstr(R"("entries":[{"by":")" + staff(Role::practitioner).hex() + R"(","recorded")")));
}

TEST_F(OutcomeForms, AnotherOutcomeMeanwhileIsShownBesideTheOneThatWasChosen) {
  const std::string session = sign_in("practitioner");
  ASSERT_EQ(give(session, "appointment.record_outcome", 1,
                 R"("appointment":")" + appointment(Limit::none).hex() + R"(","outcome":"attended_complied")")
                .status,
            Status::created);
  const Response late = answer(session, "unacceptable_absence");
  EXPECT_EQ(late.status, Status::unprocessable_content);
  EXPECT_THAT(late.body, AllOf(HasSubstr("recorded already: Attended, complied"),
                               HasSubstr("You chose: Did not come, without an acceptable reason"),
                               HasSubstr("&amp;outcome=unacceptable_absence\""),
                               HasSubstr("value=\"unacceptable_absence\" checked")));
}

TEST_F(OutcomeForms, OneStillToComeSaysSoAndWhatCanBeDone) {
  const std::string session = sign_in("practitioner");
  const Response arranged =
      give(session, "appointment.arrange", 1, R"("starts":"2026-02-09T10:00:00.000000Z","mode":"office")");
  ASSERT_EQ(arranged.status, Status::created) << arranged.body;
  const std::string key = R"("appointment":")";
  const std::size_t at = arranged.body.find(key);
  ASSERT_NE(at, std::string::npos) << arranged.body;
  const std::string id = arranged.body.substr(at + key.size(), 32);
  const std::string path = of_case + "/appointments/" + id + "/outcome";
  EXPECT_THAT(get(path, session).body,
              AllOf(HasSubstr("<h1>This appointment has not happened yet</h1>"),
                    HasSubstr("9 February 2026 at 10:00am"), HasSubstr("appointment/move?appointment=" + id),
                    HasSubstr("appointment/cancel?appointment=" + id),
                    HasSubstr("appointment/agree_absence?appointment=" + id),
                    Not(HasSubstr("type=\"radio\""))));
  EXPECT_THAT(get("/api/v1" + of_case + "/appointments/" + id, session).body, HasSubstr(R"("begun":false)"));
  ASSERT_EQ(give(session, "appointment.cancel", 2, key + id + R"(","by":"service")").status, Status::created);
  EXPECT_THAT(get(path, session).body, AllOf(HasSubstr("<h1>This appointment was called off</h1>"),
                                             Not(HasSubstr("appointment/move?"))));
}

} // namespace
} // namespace probity::app

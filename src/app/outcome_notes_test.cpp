// A note that is written with what came of an appointment: sealed, opened for whoever may see the case and
// for nobody else, logged each time, gone with the person.
#include "app/erasure.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string said = "Came on time.\nHis sister told us of a <quarrel> at home.";

class OutcomeNotes : public ServedSite {
 protected:
  static std::string note_path() {
    const std::string outcome = outcome_path();
    return outcome.substr(0, outcome.rfind('/')) + "/note";
  }
  // What a browser sends of the form that is shown now, with these fields.
  Response fill_in(const std::string& session,
                   const std::vector<std::pair<std::string, std::string>>& answers,
                   const std::string& id = {}) {
    const std::string form = get(outcome_path(), session).body;
    http::Pairs fields{{"form_token", token_of(session)}, {"id", id.empty() ? hidden(form, "id") : id}};
    for (const auto& [name, value] : answers)
      fields.add(name, value);
    return send(with(http::post_request(outcome_path(), fields), session));
  }
  std::string ledger_bodies() {
    const auto held = office_->hold();
    std::string out;
    for (std::uint64_t i = 0; i < office_->ledger().size(); ++i)
      out += office_->ledger().body(i).value();
    return out;
  }
};

TEST_F(OutcomeNotes, AreSealedAndOpenedForWhoeverMaySeeTheCase) {
  const std::string session = sign_in("practitioner");
  const std::uint64_t size = office_->ledger().size();
  EXPECT_EQ(get(note_path(), session).status, Status::not_found);
  const std::string id = "015d00000000000000000000000000aa";
  const Response done =
      fill_in(session,
              {{"outcome", "attended_complied"},
               {"note", "\r\nCame on time.\r\nHis sister told us of a <quarrel> at home.\r\n"},
               {"sensitive", "true"}},
              id);
  ASSERT_EQ(done.status, Status::see_other) << done.body;
  EXPECT_EQ(office_->ledger().size(), size + 1) << "outcome and note are one event";
  EXPECT_THAT(ledger_bodies(), Not(HasSubstr("sister")));
  EXPECT_THAT(get(case_path(), session).body,
              AllOf(HasSubstr("href=\"" + note_path() + "\""), Not(HasSubstr("sister"))));
  EXPECT_THAT(get("/api/v1" + case_path(), session).body, HasSubstr(R"("has_note":true)"));
  const std::string page = get(note_path(), session).body;
  EXPECT_THAT(page, AllOf(HasSubstr("<p>Came on time.</p>"), HasSubstr("a &lt;quarrel&gt; at home"),
                          HasSubstr("Sensitive"), HasSubstr("by You")));
  EXPECT_EQ(accesses().front().page, "note");
  const std::string twin = get("/api/v1" + note_path(), sign_in("auditor")).body;
  EXPECT_THAT(twin, AllOf(HasSubstr(R"("sensitive":true)"), HasSubstr(R"(Came on time.\nHis sister)")));
  EXPECT_EQ(get(note_path(), sign_in("contract_manager")).status, Status::forbidden);
  EXPECT_EQ(get("/api/v1" + note_path(), sign_in("contract_manager")).status, Status::forbidden);
}

TEST_F(OutcomeNotes, OfAFormThatIsSentTwiceStandOnceAndAnotherNoteIsNotLostUnseen) {
  const std::string session = sign_in("practitioner");
  const std::string id = "015d00000000000000000000000000aa";
  const std::vector<std::pair<std::string, std::string>> answers{
      {"outcome", "attended_complied"}, {"note", said}, {"sensitive", "false"}};
  ASSERT_EQ(fill_in(session, answers, id).status, Status::see_other);
  const std::uint64_t size = office_->ledger().size();
  EXPECT_EQ(fill_in(session, answers, id).status, Status::see_other);
  for (const auto& changed : std::vector<std::vector<std::pair<std::string, std::string>>>{
           {{"outcome", "attended_complied"}, {"note", "Another note"}, {"sensitive", "false"}},
           {{"outcome", "attended_complied"}}}) {
    const Response other = fill_in(session, changed, id);
    EXPECT_EQ(other.status, Status::unprocessable_content);
    EXPECT_THAT(other.body, HasSubstr("sent before with another answer"));
  }
  EXPECT_EQ(office_->ledger().size(), size);
}

TEST_F(OutcomeNotes, NeedASaidSensitivityAndAtMostTwelveThousandCharacters) {
  const std::string session = sign_in("practitioner");
  const Response unsaid = fill_in(session, {{"outcome", "attended_complied"}, {"note", said}});
  EXPECT_EQ(unsaid.status, Status::unprocessable_content);
  EXPECT_THAT(unsaid.body, AllOf(HasSubstr("href=\"#sensitive\""), HasSubstr("a &lt;quarrel&gt; at home")))
      << "what was typed is still there";
  EXPECT_THAT(
      fill_in(session, {{"outcome", "attended_complied"}, {"note", " \r\n"}, {"sensitive", "true"}}).body,
      HasSubstr("href=\"#note\""));
  std::string longest;
  for (int i = 0; i < 12'000; ++i)
    longest += "é";
  const Response longer =
      fill_in(session, {{"outcome", "attended_complied"}, {"note", longest + "!"}, {"sensitive", "false"}});
  EXPECT_EQ(longer.status, Status::unprocessable_content);
  EXPECT_THAT(longer.body, HasSubstr("Note must be 12,000 characters or fewer"));
  EXPECT_EQ(
      fill_in(session, {{"outcome", "attended_complied"}, {"note", longest}, {"sensitive", "false"}}).status,
      Status::see_other);
}

TEST_F(OutcomeNotes, AreTakenByTheApiByTheSameRules) {
  const std::string session = sign_in("practitioner");
  const std::string outcome = R"("outcome":"attended_complied")";
  EXPECT_EQ(tell_outcome(session, outcome + R"(,"note":"x")").status, Status::unprocessable_content);
  EXPECT_EQ(tell_outcome(session, outcome + R"(,"sensitive":"true")").status, Status::unprocessable_content);
  EXPECT_EQ(tell_outcome(session, outcome + R"(,"note":"x","sensitive":"perhaps")").status,
            Status::bad_request);
  EXPECT_EQ(
      tell_outcome(session, outcome + R"(,"note":")" + std::string(12'001, 'x') + R"(","sensitive":"true")")
          .status,
      Status::unprocessable_content);
  EXPECT_EQ(tell_outcome(session, outcome + R"(,"note":"x","sensitive":"true")").status, Status::created);
  EXPECT_EQ(tell_outcome(session, outcome + R"(,"note":"x","sensitive":"true")").status, Status::ok);
  EXPECT_EQ(tell_outcome(session, outcome + R"(,"note":"y","sensitive":"true")").status, Status::conflict);
}

TEST_F(OutcomeNotes, OfACorrectionStandBesideTheFirst) {
  const std::string session = sign_in("practitioner");
  ASSERT_EQ(
      tell_outcome(session, R"("outcome":"attended_complied","note":"First","sensitive":"false")").status,
      Status::created);
  const std::string correction =
      R"({"id":"015d00000000000000000000000000cc","command":"appointment.correct_outcome","fields":)"
      R"({"appointment":")" +
      appointment(Limit::none).hex() +
      R"(","outcome":"attended_failed_to_comply","because":"entered_wrongly","note":"Second","sensitive":"true"}})";
  const Response corrected = send(with(json("/api/v1" + case_path() + "/commands", correction), session));
  ASSERT_EQ(corrected.status, Status::created) << corrected.body;
  const std::string page = get(note_path(), session).body;
  EXPECT_LT(page.find("<p>First</p>"), page.find("<p>Second</p>"));
}

TEST_F(OutcomeNotes, AreGoneWithThePerson) {
  const std::string session = sign_in("practitioner");
  ASSERT_EQ(tell_outcome(session, R"("outcome":"attended_complied","note":"Told us all","sensitive":"false")")
                .status,
            Status::created);
  site_.reset();
  office_.reset();
  {
    ledger::OpenOptions options;
    options.mode = ledger::OpenOptions::Mode::write;
    options.validate = record::validate;
    ledger::Ledger log = ledger::Ledger::open(folder_.file("log"), options).value();
    Erasure erasure;
    erasure.person = person(Limit::none);
    erasure.basis = "retention_ended";
    erasure.approved_by = base::EntityId{{1}};
    erasure.seconded_by = base::EntityId{{2}};
    erasure.at = later;
    erasure.recorded = later;
    const auto erased = erase(log, erasure);
    ASSERT_TRUE(erased) << erased.error().text();
  }
  open();
  const std::string again = sign_in("practitioner");
  EXPECT_THAT(get(note_path(), again).body, AllOf(HasSubstr("The person was erased, and the note with them"),
                                                  Not(HasSubstr("Told us all"))));
}

} // namespace
} // namespace probity::app

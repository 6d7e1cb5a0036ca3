// What was typed when the session ended: it comes back to the account it belongs to, and to nobody else.
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

const base::EntityId colleague{{0xB1}};

class FormDrafts : public ServedSite {
 protected:
  static std::string risk() { return "/cases/" + person(Limit::none).hex() + "/do/risk/judge_harm"; }
  void wait(std::int64_t minutes) { wall_.microseconds += minutes * 60 * 1'000'000; }

  // Every hidden field of the page, but of the form of signing out.
  static http::Pairs all_hidden(const std::string& page) {
    http::Pairs out;
    const std::string begin = "<input type=\"hidden\" name=\"";
    const std::size_t main = page.find("<main");
    for (std::size_t at = page.find(begin, main); at != std::string::npos; at = page.find(begin, at + 1)) {
      const std::size_t name = at + begin.size();
      const std::size_t name_end = page.find('"', name);
      const std::size_t value = page.find("value=\"", name_end) + 7;
      out.add(page.substr(name, name_end - name), page.substr(value, page.find('"', value) - value));
    }
    return out;
  }
  // Signs in with what the page has hidden.
  Response sign_in_by(const std::string& page, const std::string& name, const std::string& word = password) {
    http::Pairs fields = all_hidden(page);
    fields.add("name", name);
    fields.add("password", word);
    return send(http::post_request("/sign-in", fields));
  }
  static std::string session_in(const Response& response) {
    const std::string cookie(response.headers.find("Set-Cookie").value_or(""));
    const std::size_t from = cookie.find('=') + 1;
    return cookie.substr(from, cookie.find(';') - from);
  }
  // A filled-in form of a session that has ended, sent.
  Response sent_late(const std::string& path, http::Pairs fields, const std::string& name = "practitioner",
                     std::int64_t minutes = 31) {
    const std::string session = sign_in(name);
    const std::string form = get(path, session).body;
    for (const http::Pair& one : all_hidden(form))
      fields.add(one.name, one.value);
    wait(minutes);
    return send(with(http::post_request(path, fields), session));
  }
};

TEST_F(FormDrafts, ACommandComesBackFilledInWithItsIdAndANewToken) {
  const std::uint64_t size = office_->ledger().size();
  const Response late = sent_late(risk(), {{"level", "high"}, {"groups-public", "high"}, {"step", "check"}});
  ASSERT_EQ(late.status, Status::ok) << late.body;
  EXPECT_THAT(late.body, HasSubstr("name=\"password\""));
  EXPECT_THAT(late.body, HasSubstr("what you typed comes back"));
  const http::Pairs hidden_fields = all_hidden(late.body);
  EXPECT_EQ(hidden_fields.text("to"), risk());
  EXPECT_EQ(hidden_fields.text("draft.level"), "high");
  EXPECT_EQ(hidden_fields.text("draft.groups-public"), "high");
  EXPECT_FALSE(hidden_fields.has("draft.form_token"));
  const std::string id(hidden_fields.text("draft.command_id"));
  EXPECT_EQ(id.size(), 32U);
  const Response wrong = sign_in_by(late.body, "practitioner", "not this one at all");
  EXPECT_EQ(all_hidden(wrong.body), hidden_fields) << "a wrong password loses nothing";
  const Response form = sign_in_by(wrong.body, "practitioner");
  ASSERT_EQ(form.status, Status::ok) << form.body;
  EXPECT_THAT(form.body, HasSubstr("value=\"high\" checked"));
  EXPECT_THAT(form.body, HasSubstr("You were signed out before this was sent"));
  EXPECT_EQ(hidden(form.body, "command_id"), id);
  EXPECT_EQ(office_->ledger().size(), size) << "nothing is recorded by signing in";
  http::Pairs again = all_hidden(form.body);
  again.add("level", "high");
  for (const char* group : {"public", "known_adult", "children", "staff", "prisoners"})
    again.add("groups-" + std::string(group), "high");
  again.add("step", "give");
  const Response given = send(with(http::post_request(risk(), again), session_in(form)));
  EXPECT_EQ(given.status, Status::see_other) << given.body;
  EXPECT_EQ(office_->ledger().size(), size + 1);
}

TEST_F(FormDrafts, AnotherAccountGetsNothingOfIt) {
  const Response late = sent_late(risk(), {{"level", "high"}, {"reasons", "a secret of mine"}});
  const Response other = sign_in_by(late.body, "senior_practitioner");
  EXPECT_EQ(other.status, Status::see_other);
  EXPECT_EQ(other.headers.find("Location"), risk());
  EXPECT_THAT(other.body, Not(HasSubstr("a secret")));
  EXPECT_THAT(get(risk(), session_in(other)).body, Not(HasSubstr("value=\"high\" checked")));
}

TEST_F(FormDrafts, OutcomeVerificationAndAllocationComeBackToo) {
  record([&](ledger::Ledger& log) { // somebody else to whom a case can be given
    const auto one = [&](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", base::StreamId{{0xE1}});
    };
    auto order = one(record::sentence::imposed);
    append(log, order.entity("order", base::EntityId{{1}}).fact("order_type", "community_order"), later);
    auto body = one(record::supervision::provider_assigned);
    append(log, body.fact("provider", "CRC1"), later);
    auto held = one(record::supervision::practitioner_allocated);
    append(log, held.fact("practitioner", colleague.hex()).fact("grade", "probation_officer"), later);
  });
  const Response outcome =
      sent_late(outcome_path(), {{"outcome", "acceptable_absence"}, {"reason", "medical"}});
  const std::string outcome_form = sign_in_by(outcome.body, "practitioner").body;
  EXPECT_THAT(outcome_form, HasSubstr("value=\"acceptable_absence\" checked"));
  EXPECT_THAT(outcome_form, HasSubstr("value=\"medical\" checked"));
  EXPECT_EQ(hidden(outcome_form, "id"), all_hidden(outcome.body).text("draft.id"));
  const Response note = sent_late("/assure/verify", {{"note", "line one\nline two"}}, "auditor");
  EXPECT_THAT(sign_in_by(note.body, "auditor").body, HasSubstr("line one\nline two</textarea>"));
  const std::string allocate = "/cases/" + person(Limit::none).hex() + "/allocate";
  const Response given = sent_late(allocate, {{"practitioner", colleague.hex()}, {"reason", "officer_left"}},
                                   "senior_practitioner");
  const Response back = sign_in_by(given.body, "senior_practitioner");
  EXPECT_EQ(back.status, Status::ok);
  EXPECT_THAT(back.body, HasSubstr("You were signed out before this was sent"));
  EXPECT_THAT(back.body, HasSubstr("value=\"" + colleague.hex() + "\" checked"));
  EXPECT_THAT(back.body, HasSubstr("value=\"officer_left\" checked"));
  EXPECT_EQ(hidden(back.body, "id"), all_hidden(given.body).text("draft.id"));
  const Response opening = sent_late("/people/new", {{"name", "Ada Newcomer"}});
  EXPECT_THAT(sign_in_by(opening.body, "practitioner").body, HasSubstr("value=\"Ada Newcomer\""));
}

TEST_F(FormDrafts, TheAbsoluteEndAndARestartKeepItToo) {
  const std::string session = sign_in("practitioner");
  const std::string form = get(risk(), session).body;
  for (int i = 0; i < 24 * 2; ++i) { // used all the time
    wait(15);
    (void)get("/start", session);
  }
  http::Pairs fields = all_hidden(form);
  fields.add("level", "medium");
  const Response late = send(with(http::post_request(risk(), fields), session));
  open(); // every session is gone, and what only the service of before knew
  EXPECT_THAT(sign_in_by(late.body, "practitioner").body, HasSubstr("value=\"medium\" checked"));
}

TEST_F(FormDrafts, AFormOfAnEarlierSessionComesBackToWhoIsSignedInAlready) {
  const std::string earlier = sign_in("practitioner");
  http::Pairs fields = all_hidden(get(risk(), earlier).body);
  fields.add("level", "high");
  const std::uint64_t size = office_->ledger().size();
  const Response back = send(with(http::post_request(risk(), fields), sign_in("practitioner")));
  EXPECT_EQ(back.status, Status::ok);
  EXPECT_THAT(back.body, HasSubstr("value=\"high\" checked"));
  EXPECT_EQ(office_->ledger().size(), size);
  EXPECT_EQ(send(with(http::post_request(risk(), fields), sign_in("senior_practitioner"))).status,
            Status::forbidden)
      << "the token of another account";
}

TEST_F(FormDrafts, WhatIsTooLongOrFromElsewhereIsNotKept) {
  http::Pairs long_ones; // each within what a form may send
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"})
    long_ones.add(name, std::string(std::size_t{30} * 1024, 'x'));
  const Response late = sent_late(risk(), long_ones);
  EXPECT_THAT(late.body, HasSubstr("too long to be kept"));
  EXPECT_FALSE(all_hidden(late.body).has("draft_of"));
  const std::string session = sign_in("practitioner");
  Request elsewhere = with(http::post_request(risk(), all_hidden(get(risk(), session).body)), session);
  elsewhere.headers.set("Sec-Fetch-Site", "cross-site");
  EXPECT_EQ(send(elsewhere).status, Status::forbidden) << "signed in";
  wait(31);
  const Response redirected = send(elsewhere);
  EXPECT_EQ(redirected.status, Status::see_other) << "signed out";
  EXPECT_EQ(redirected.headers.find("Location"), "/sign-in?to=" + risk());
}

TEST_F(FormDrafts, FormsSayUntilWhenTheReaderIsSignedIn) {
  const std::string session = sign_in("practitioner"); // at 9:00 in winter
  EXPECT_THAT(get(risk(), session).body, HasSubstr("you are signed out at 9:30am"));
  wait(10);
  EXPECT_THAT(get(outcome_path(), session).body, HasSubstr("you are signed out at 9:40am"));
}

} // namespace
} // namespace probity::app

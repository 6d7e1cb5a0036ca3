// The ledger of a case as its page and its twin show it: who wrote each entry, its hash, what corrects what.
#include "base/json.h"
#include "service/case_record.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using testing::HasSubstr;
using testing::Not;

class RecordPage : public ServedSite {
 protected:
  const std::string path_ = "/cases/" + person(Limit::none).hex() + "/record";

  // An outcome, and a correction of it; gives the index of the first, the correction's is the next.
  std::uint64_t correct_an_outcome() {
    const auto held = office_->hold();
    ledger::Ledger& log = office_->ledger();
    const auto about = [&] {
      record::EventBuilder one(record::appointment::outcome_recorded, "a/log", person(Limit::none));
      one.entity("appointment", appointment(Limit::none));
      return one;
    };
    const std::uint64_t first = log.size();
    auto wrong = about();
    append(log, wrong.fact("outcome", "attended_complied"), later);
    base::EventId id;
    id.bytes[15] = made_;
    auto right = about();
    append(log,
           right.fact("outcome", "unacceptable_absence")
               .corrects(id, record::CorrectionKind::amend, "entered_wrongly"),
           later);
    return first;
  }

  void arrange(int times) {
    const auto held = office_->hold();
    for (int i = 0; i < times; ++i) {
      record::EventBuilder one(record::appointment::scheduled, "a/log", person(Limit::none));
      base::EntityId id{{0xDD, static_cast<std::uint8_t>(i)}};
      append(office_->ledger(), one.entity("appointment", id).fact("starts", met).fact("mode", "office"),
             later);
    }
  }

  std::string leaf_of(std::uint64_t event) {
    const auto held = office_->hold();
    return office_->ledger().leaf(event).value().hex();
  }
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++out;
  return out;
}

TEST_F(RecordPage, EachEntrySaysWhoWroteItAndItsHash) {
  const std::string session = sign_in("practitioner");
  const std::string page = get(path_, session).body;
  const std::string leaf = leaf_of(1);
  EXPECT_THAT(page, HasSubstr("id=\"event-1\""));
  EXPECT_THAT(page, HasSubstr("<code>" + leaf.substr(0, 12) + "</code>"));
  const std::string twin = get("/api/v1" + path_, session).body;
  EXPECT_THAT(twin, HasSubstr("\"leaf\":\"" + leaf + "\"")) << "as the tree of the ledger has it";
  const auto parsed = base::json::parse(twin, base::json::Spelling::any).value();
  const auto& first = parsed.find("events")->array()->front();
  EXPECT_THAT(page, HasSubstr(*first.find("actor")->text() == staff(Role::practitioner).hex()
                                  ? std::string("You")
                                  : first.find("actor")->text()->substr(0, 8)));
}

TEST_F(RecordPage, ACorrectionAndWhatItCorrectsLeadToEachOther) {
  const std::uint64_t first = correct_an_outcome();
  const std::string wrong = std::to_string(first);
  const std::string right = std::to_string(first + 1);
  const std::string session = sign_in("practitioner");
  const std::string page = get(path_, session).body;
  EXPECT_THAT(page, HasSubstr("id=\"event-" + wrong + "\""));
  EXPECT_THAT(page, HasSubstr("id=\"event-" + right + "\"")) << "a correction has a row of its own";
  EXPECT_THAT(page, HasSubstr("Corrected by event <a href=\"#event-" + right + "\">"));
  EXPECT_THAT(page, HasSubstr("Corrects event <a href=\"#event-" + wrong + "\">"));
  EXPECT_LT(page.find("id=\"event-" + right), page.find("id=\"event-" + wrong)) << "newest first";
  EXPECT_THAT(get("/api/v1" + path_, session).body, HasSubstr("\"corrects\":" + wrong));
  const std::string overview = get("/cases/" + person(Limit::none).hex(), session).body;
  EXPECT_THAT(overview, HasSubstr("/record?event=" + right + "#event-" + right));
}

TEST_F(RecordPage, ALongRecordIsShownInSheets) {
  const std::uint64_t first = correct_an_outcome();
  const std::string right = std::to_string(first + 1);
  arrange(24);
  const std::string session = sign_in("practitioner");
  const std::string newest = get(path_, session).body;
  EXPECT_EQ(count(newest, "id=\"event-"), service::record_lines);
  EXPECT_THAT(newest, HasSubstr("Corrects event <a href=\"/cases/" + person(Limit::none).hex() +
                                "/record?event=" + std::to_string(first) + "#event-"))
      << "what it corrects is on the next sheet";
  const std::string older = get(path_ + "?event=" + std::to_string(first), session).body;
  EXPECT_THAT(older, HasSubstr("id=\"event-" + std::to_string(first) + "\""));
  EXPECT_THAT(older, Not(HasSubstr("id=\"event-" + right + "\"")));
  const auto rows = [](const std::string& page) {
    const std::size_t from = page.find("<table");
    return page.substr(from, page.find("</table>") - from);
  };
  EXPECT_EQ(rows(older), rows(get(path_ + "?page=2", session).body));
  const std::string then = get(path_ + "?known-day=7&known-month=3&known-year=2016", session).body;
  EXPECT_THAT(then, HasSubstr("record?known=2016-03-07&amp;page=2")) << "the day goes with the sheet";
  EXPECT_EQ(get(path_ + "?page=99&event=x", session).status, Status::ok);
}

TEST_F(RecordPage, AnAppointmentToComeIsSaidToBePlanned) {
  {
    const auto held = office_->hold();
    record::EventBuilder one(record::appointment::scheduled, "a/log", person(Limit::none));
    const base::Instant next = *base::parse_instant("2016-03-14T09:30:00.000000Z");
    append(office_->ledger(),
           one.entity("appointment", base::EntityId{{0xDE}}).fact("starts", next).fact("mode", "office"),
           later);
  }
  const std::string one = "/cases/" + person(Limit::none).hex();
  const std::string session = sign_in("practitioner");
  const std::string page = get(one, session).body;
  EXPECT_THAT(page, HasSubstr("Planned for"));
  EXPECT_THAT(page, HasSubstr("To come"));
  for (const char* of_case :
       {"", "/record", "/enforcement", "/risk", "/plans", "/court-reports", "/further-offences"}) {
    const std::string shown = get(one + of_case, session).body;
    EXPECT_THAT(shown, HasSubstr("<dt>Next appointment</dt><dd>14 March 2016 at 9:30am</dd>")) << of_case;
    EXPECT_THAT(shown, HasSubstr("<dt>Tier</dt><dd>Never scored</dd>")) << of_case;
    EXPECT_THAT(shown, HasSubstr("<dt>Risk of serious harm</dt><dd>Not judged</dd>")) << of_case;
    EXPECT_THAT(get("/api/v1" + one + of_case, session).body,
                HasSubstr(R"("next_appointment":"2016-03-14T09:30:00.000000Z")"))
        << of_case;
  }
}

} // namespace
} // namespace probity::app

// What comes in on a line: each refusal names its line and its place.
#include "app/submission_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "record/builder.h"
#include "record/custody.h"
#include "record/person.h"
#include "record/vocabulary.h"
#include "support/temporary_directory.h"

namespace probity::app {
namespace {

using base::ErrorCode;
using base::json::Spelling;
using base::json::Value;

template <class Id> Id numbered(std::uint8_t number) {
  Id out;
  out.bytes.back() = number;
  return out;
}

Value release(std::uint8_t id, std::string_view recorded = "2016-03-09T10:00:00.000000Z") {
  return record::EventBuilder(record::custody::release_recorded, "test/log", numbered<base::StreamId>(0xA1))
      .id(numbered<base::EventId>(id))
      .recorded(*base::parse_instant(recorded))
      .valid(*base::parse_day("2016-03-07"))
      .provider("CRC1")
      .entity("custody", numbered<base::EntityId>(0xC1))
      .fact("release_type", "licence")
      .build();
}

Value registered(std::uint8_t id, const std::string& name) {
  return record::EventBuilder(record::person::registered, "test/log", numbered<base::StreamId>(0xA1))
      .id(numbered<base::EventId>(id))
      .recorded(*base::parse_instant("2016-03-09T10:00:00.000000Z"))
      .valid(*base::parse_day("2016-03-07"))
      .sealed(numbered<base::SubjectId>(0xA1), Value(base::json::Object{{"name", Value(name)}}))
      .build();
}

std::string line_of(const Value& event) {
  return "{\"events\":[" + base::json::write(event) + "]}";
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::invalid_argument("not in the text: " + std::string(what));
  return text.replace(at, what.size(), with);
}

struct Refusal {
  std::uint64_t line = 0;
  ErrorCode code = ErrorCode::internal;
  std::string where;
  bool operator==(const Refusal&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
  return out << "line " << refusal.line << " " << refusal.where << " " << base::name(refusal.code);
}

struct Outcome {
  std::vector<Refusal> refusals;
  std::uint64_t size = 0;
  std::vector<ledger::Receipt> receipts;
};

// Appends the text to a replayed log that has leaf 0 only.
class SubmissionsOfALog : public ::testing::Test {
 protected:
  SubmissionsOfALog() {
    ledger::CreateOptions create;
    create.constants = {"test/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "7";
    create.opened = *base::parse_instant("2016-03-08T00:00:00.000000Z");
    auto made = ledger::Ledger::create(
        (directory_ / "test.ledger").string(), create,
        {.mode = ledger::OpenOptions::Mode::write, .validate = record::validate, .now = {}});
    if (!made) throw std::runtime_error(made.error().text());
    ledger_.emplace(std::move(*made));
  }

  Outcome append(const std::string& text, Spelling spelling = Spelling::canonical) {
    Outcome out;
    std::istringstream in(text);
    SubmissionReader reader(in, spelling);
    while (true) {
      auto line = reader.next();
      EXPECT_TRUE(line.has_value());
      if (!line || !*line) break;
      if (!(*line)->submission) {
        out.refusals.push_back(
            {(*line)->number, (*line)->submission.error().code, (*line)->submission.error().where});
        continue;
      }
      const auto results = ledger_->append({&*(*line)->submission, 1});
      EXPECT_TRUE(results.has_value());
      if (!results) break;
      if (results->front())
        out.receipts.push_back(*results->front());
      else
        out.refusals.push_back(
            {(*line)->number, results->front().error().code, results->front().error().where});
    }
    out.size = ledger_->size();
    return out;
  }
  // The one refusal of a line, which stores nothing.
  Refusal refusal_of(const std::string& line) {
    const Outcome outcome = append(line + "\n");
    EXPECT_EQ(outcome.size, size_before_) << line;
    EXPECT_EQ(outcome.refusals.size(), 1U) << line;
    return outcome.refusals.empty() ? Refusal{} : outcome.refusals.front();
  }

  support::TemporaryDirectory directory_;
  std::optional<ledger::Ledger> ledger_;
  std::uint64_t size_before_ = 1;
};

TEST_F(SubmissionsOfALog, AGoodLineIsStoredAndGivesItsReceiptAgain) {
  const std::string line = line_of(release(1)) + "\n";
  const Outcome first = append(line);
  ASSERT_EQ(first.receipts.size(), 1U);
  EXPECT_EQ(first.receipts[0].index, 1U);
  const Outcome again = append(line);
  ASSERT_EQ(again.receipts.size(), 1U);
  EXPECT_TRUE(again.receipts[0].repeated);
  EXPECT_EQ(again.receipts[0].leaves, first.receipts[0].leaves);
  EXPECT_EQ(again.size, 2U);
}

TEST_F(SubmissionsOfALog, SameIdWithOtherContentIsRefused) {
  append(line_of(release(1)) + "\n");
  size_before_ = 2;
  EXPECT_EQ(refusal_of(replaced(line_of(release(1)), "licence", "parole")),
            (Refusal{1, ErrorCode::id_reused, "/events/0/id"}));
}

TEST_F(SubmissionsOfALog, TextThatIsNoNarrowJsonIsRefusedAtItsPlace) {
  const std::string good = line_of(release(1));
  const auto with = [&](std::string_view what, std::string_view put) { return replaced(good, what, put); };
  const auto refusal = [](std::string where, ErrorCode code = ErrorCode::invalid_input) {
    return Refusal{1, code, std::move(where)};
  };
  EXPECT_EQ(refusal_of("not json"), refusal(""));
  EXPECT_EQ(refusal_of(good.substr(0, good.size() - 3)), refusal("/events/0"));
  EXPECT_EQ(refusal_of("\xEF\xBB\xBF" + good), refusal(""));
  EXPECT_EQ(refusal_of(good + "x"), refusal(""));
  EXPECT_EQ(refusal_of(with("\"channel\":", "\"actor\":\"x\",\"channel\":")), refusal("/events/0/actor"));
  EXPECT_EQ(refusal_of(with("\"schema\":1", "\"schema\":1.0")), refusal("/events/0/schema"));
  EXPECT_EQ(refusal_of(with("\"schema\":1", "\"schema\":NaN")), refusal("/events/0/schema"));
  EXPECT_EQ(refusal_of(with("\"schema\":1", "\"schema\":9007199254740992")), refusal("/events/0/schema"));
  EXPECT_EQ(refusal_of(with("\"schema\":1", "\"schema\":null")), refusal("/events/0/schema"));
  EXPECT_EQ(refusal_of(with("\"release_type\"", "\"releaseType\"")), refusal("/events/0/facts/releaseType"));
  EXPECT_EQ(refusal_of(with("licence", "lic\xFF")), refusal("/events/0/facts/release_type"));
  EXPECT_EQ(refusal_of(with("licence", "\xC0\x80")), refusal("/events/0/facts/release_type"));
  EXPECT_EQ(refusal_of(with("licence", "\\ud800")), refusal("/events/0/facts/release_type"));
  EXPECT_EQ(refusal_of(with("licence", "\\u0000")), refusal("/events/0/facts/release_type"));
  EXPECT_EQ(refusal_of(with("\"licence\"}", "\"licence\",}")), refusal("/events/0/facts"));
  EXPECT_EQ(refusal_of(with("\"licence\"", "[[[[[[[1]]]]]]]")),
            refusal("/events/0/facts/release_type/0/0/0/0/0/0", ErrorCode::too_large));
}

TEST_F(SubmissionsOfALog, OtherSpellingsAreRefusedUnlessAsked) {
  const std::string good = line_of(release(1));
  const Refusal refusal{1, ErrorCode::not_canonical, ""};
  EXPECT_EQ(refusal_of(replaced(good, "\"schema\":1", "\"schema\": 1")), refusal);
  EXPECT_EQ(refusal_of(replaced(good, "licence", "\\u006cicence")), refusal);
  EXPECT_EQ(refusal_of(replaced(good, "\"v\":1", "\"a\":1")).code, ErrorCode::not_canonical);
  EXPECT_EQ(refusal_of(good + "\r"), refusal);
  const Outcome lenient =
      append(replaced(replaced(good, "\"schema\":1", " \"schema\" : 1"), "licence", "\\u006cicence") + "\r\n",
             Spelling::any);
  ASSERT_EQ(lenient.receipts.size(), 1U);
  const Outcome strict = append(good + "\n");
  ASSERT_EQ(strict.receipts.size(), 1U);
  EXPECT_TRUE(strict.receipts[0].repeated) << "the two spellings say the same";
}

TEST_F(SubmissionsOfALog, WhatTheLedgerOrVocabularyRefusesHasItsPlace) {
  const std::string good = line_of(release(1));
  const auto with = [&](std::string_view what, std::string_view put) { return replaced(good, what, put); };
  const auto refusal = [](ErrorCode code, std::string where) { return Refusal{1, code, std::move(where)}; };
  EXPECT_EQ(refusal_of(with("custody.release_recorded", "custody.release_dreamt")),
            refusal(ErrorCode::unknown_type, "/events/0/type"));
  EXPECT_EQ(refusal_of(with("\"schema\":1", "\"schema\":99")),
            refusal(ErrorCode::unknown_type, "/events/0/schema"));
  EXPECT_EQ(refusal_of(with("\"facts\":", "\"extra\":1,\"facts\":")),
            refusal(ErrorCode::unknown_field, "/events/0/extra"));
  EXPECT_EQ(refusal_of(with("\"release_type\":", "\"mood\":\"good\",\"release_type\":")),
            refusal(ErrorCode::unknown_field, "/events/0/facts/mood"));
  EXPECT_EQ(refusal_of(with("\"log\":", "\"index\":7,\"log\":")),
            refusal(ErrorCode::set_by_server, "/events/0/index"));
  EXPECT_EQ(refusal_of(with("test/log", "other/log")), refusal(ErrorCode::wrong_log, "/events/0/log"));
  EXPECT_EQ(refusal_of(with("\"2016-03-07\"", "\"2030-03-07\"")).code, ErrorCode::invalid_input);
  EXPECT_EQ(refusal_of(with("10:00:00.000000Z", "10:00:60.000000Z")),
            refusal(ErrorCode::invalid_input, "/events/0/recorded"));
  EXPECT_EQ(refusal_of(with("10:00:00.000000Z", "10:00:00.0000000Z")),
            refusal(ErrorCode::invalid_input, "/events/0/recorded"));
  EXPECT_EQ(refusal_of(with("10:00:00.000000Z", "10:00:00.000000+01:00")),
            refusal(ErrorCode::invalid_input, "/events/0/recorded"));
  EXPECT_EQ(refusal_of(with("\"precision\":\"day\"", "\"precision\":\"day\",\"to\":\"2016-03-07\"")),
            refusal(ErrorCode::invalid_input, "/events/0/valid/to"));
  EXPECT_EQ(refusal_of(with("\"entity\":", "\"corrects\":{\"id\":\"00000000000000000000000000000009\","
                                           "\"kind\":\"amend\",\"reason\":\"mistake\"},\"entity\":")),
            refusal(ErrorCode::bad_correction, "/events/0/corrects/id"));
  EXPECT_EQ(refusal_of(with("2016-03-09T", "2016-03-07T")).code, ErrorCode::recorded_backwards);
}

TEST_F(SubmissionsOfALog, ExpectedPositionsAreKeptWhateverDigitTheStreamBeginsWith) {
  const std::string good = line_of(release(1));
  const auto expecting = [&](std::string_view expect) {
    return good.substr(0, good.size() - 1) + ",\"expect\":" + std::string(expect) + "}";
  };
  const std::string stream = numbered<base::StreamId>(0xA1).hex(); // begins with 0
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\":5}")),
            (Refusal{1, ErrorCode::version_conflict, "/expect/" + stream}));
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\":-1}")),
            (Refusal{1, ErrorCode::invalid_input, "/expect/" + stream}));
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\":0.0}")),
            (Refusal{1, ErrorCode::invalid_input, "/expect/" + stream}));
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\":00}")),
            (Refusal{1, ErrorCode::invalid_input, "/expect/" + stream}));
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\":9007199254740992}")),
            (Refusal{1, ErrorCode::invalid_input, "/expect/" + stream}));
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\":0,\"" + stream + "\":0}")),
            (Refusal{1, ErrorCode::invalid_input, "/expect/" + stream}));
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\": 0}")),
            (Refusal{1, ErrorCode::not_canonical, "/expect/" + stream}));
  EXPECT_EQ(refusal_of(expecting("{\"abc\":0}")), (Refusal{1, ErrorCode::invalid_input, "/expect"}));
  EXPECT_EQ(refusal_of(expecting("[]")), (Refusal{1, ErrorCode::invalid_input, "/expect"}));
  EXPECT_EQ(refusal_of(expecting("{\"" + stream + "\":0")).code, ErrorCode::invalid_input);
  EXPECT_EQ(append(expecting("{\"" + stream + "\":0}") + "\n").receipts.size(), 1U);
}

TEST_F(SubmissionsOfALog, ShapeAndSizeOfASubmission) {
  EXPECT_EQ(refusal_of("[]"), (Refusal{1, ErrorCode::invalid_input, ""}));
  EXPECT_EQ(refusal_of("{}"), (Refusal{1, ErrorCode::invalid_input, ""}));
  EXPECT_EQ(refusal_of("{\"events\":{}}"), (Refusal{1, ErrorCode::invalid_input, "/events"}));
  EXPECT_EQ(refusal_of("{\"events\":[]}"), (Refusal{1, ErrorCode::invalid_input, "/events"}));
  EXPECT_EQ(refusal_of("{\"events\":[1]}"), (Refusal{1, ErrorCode::invalid_input, "/events/0"}));
  EXPECT_EQ(refusal_of("{\"event\":[]}"), (Refusal{1, ErrorCode::unknown_field, "/event"}));
  std::string many = "{\"events\":[1";
  for (std::size_t i = 0; i < most_events; ++i)
    many += ",1";
  EXPECT_EQ(refusal_of(many + "]}"), (Refusal{1, ErrorCode::too_large, "/events"}));
  EXPECT_EQ(refusal_of(line_of(registered(1, std::string(most_sealed_part_bytes, 'x')))),
            (Refusal{1, ErrorCode::too_large, "/events/0/sealed/0/part"}));
  EXPECT_EQ(
      refusal_of(replaced(line_of(release(1)), "\"CRC1\"", "\"" + std::string(60'000, 'x') + "\"")).line, 1U);
}

TEST_F(SubmissionsOfALog, OneBadLineHindersNoOther) {
  const std::string text =
      line_of(release(1)) + "\nnonsense\n" + line_of(release(2)) + "\n\n\n" + line_of(release(3)) + "\n \n\n";
  const Outcome outcome = append(text);
  EXPECT_EQ(outcome.receipts.size(), 3U);
  EXPECT_EQ(outcome.refusals, (std::vector<Refusal>{{2, ErrorCode::invalid_input, ""},
                                                    {4, ErrorCode::invalid_input, ""},
                                                    {5, ErrorCode::invalid_input, ""}}));
}

TEST_F(SubmissionsOfALog, ATooLongLineIsPassedOverAndTheNextIsRead) {
  const Outcome outcome =
      append(std::string(most_line_bytes + 1, 'x') + "\n" + line_of(release(1))); // no last line end
  EXPECT_EQ(outcome.refusals, (std::vector<Refusal>{{1, ErrorCode::too_large, ""}}));
  EXPECT_EQ(outcome.receipts.size(), 1U);
}

TEST(SubmissionReader, NothingComesOfNothing) {
  std::istringstream in;
  SubmissionReader reader(in, Spelling::canonical);
  const auto line = reader.next();
  ASSERT_TRUE(line.has_value());
  EXPECT_FALSE(line->has_value());
}

RC_GTEST_PROP(SubmissionReader, EveryLineIsAnsweredOnceAndInOrder, ()) {
  const auto lines = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("", " ", "x", "{\"events\":[{}]}", "{\"events\":[]}"));
  std::string text;
  std::uint64_t last_full = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += lines[i] + "\n";
    if (lines[i].find_first_not_of(' ') != std::string::npos) last_full = i + 1;
  }
  std::istringstream in(text);
  SubmissionReader reader(in, Spelling::canonical);
  std::uint64_t answered = 0;
  while (true) {
    const auto line = reader.next();
    RC_ASSERT(line.has_value());
    if (!*line) break;
    RC_ASSERT((*line)->number == ++answered);
    RC_ASSERT((*line)->submission.has_value() == (lines[answered - 1] == "{\"events\":[{}]}"));
  }
  RC_ASSERT(answered == last_full);
}

} // namespace
} // namespace probity::app

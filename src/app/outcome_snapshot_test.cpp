// A figure belongs to the ledger size it was counted at: what is recorded later does not move it.
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "outcome/report.h"
#include "record/builder.h"
#include "record/custody.h"
#include "record/offending.h"
#include "record/vocabulary.h"
#include "service/book_loader.h"
#include "support/temporary_directory.h"

namespace probity::app {
namespace {

using base::json::Value;
using record::EventBuilder;

template <class Id> Id numbered(std::uint8_t number) {
  Id out;
  out.bytes.back() = number;
  return out;
}

constexpr std::uint8_t person = 0xA1;

EventBuilder event(const record::TypeDeclaration& type, std::uint8_t id, std::string_view day) {
  EventBuilder builder(type, "test/outcomes", numbered<base::StreamId>(person));
  builder.id(numbered<base::EventId>(id))
      .recorded(*base::parse_instant(std::string(day) + "T10:00:00.000000Z"))
      .valid(*base::parse_day(day));
  return builder;
}

Value release(std::uint8_t id, std::string_view day) {
  return event(record::custody::release_recorded, id, day)
      .entity("custody", numbered<base::EntityId>(0xC1))
      .fact("release_type", "licence")
      .build();
}

EventBuilder proof(std::uint8_t id, std::string_view day, std::string_view committed) {
  EventBuilder builder = event(record::offending::offence_proven, id, day);
  builder.fact("offence_day", *base::parse_day(committed)).fact("disposal", "custody");
  return builder;
}

class OutcomeSnapshots : public testing::Test {
 protected:
  OutcomeSnapshots() {
    ledger::CreateOptions options;
    options.constants.origin = "test/outcomes";
    options.constants.zone = "Europe/London";
    options.constants.clock = ledger::Clock::replayed;
    options.seed = "outcomes";
    options.opened = *base::parse_instant("2016-01-01T09:00:00.000000Z");
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    log.emplace(std::move(*ledger::Ledger::create(folder / "outcomes.ledger", options, open)));
  }

  void append(Value event) {
    ledger::Submission submission;
    submission.events.push_back(std::move(event));
    const auto receipts = log->append(std::span(&submission, 1));
    ASSERT_TRUE(receipts) << receipts.error().text();
    ASSERT_TRUE(receipts->front()) << receipts->front().error().text();
  }

  // The whole answer, as bytes; without a size, at the newest.
  std::string answer(std::optional<std::uint64_t> size = {}) {
    const timeline::Book book = service::load_book(*log, {size, {}}).value();
    outcome::ReportRequest request;
    request.cohorts = {{*base::parse_month("2016-01"), 3}};
    return base::json::write(outcome::report_json(outcome::report_of(book, request).value()));
  }

  support::TemporaryDirectory folder;
  std::optional<ledger::Ledger> log;
};

TEST_F(OutcomeSnapshots, AConvictionVoidedLaterStaysInTheFigureThatKnewIt) {
  append(release(1, "2016-01-11"));
  append(proof(2, "2016-06-01", "2016-03-01").build());
  const std::uint64_t size = log->size();
  const std::string before = answer();
  EXPECT_THAT(before, testing::HasSubstr("\"rate\":\"1\""));
  EXPECT_THAT(before, testing::HasSubstr("\"status\":\"provisional\""));

  append(event(record::offending::offence_proven, 3, "2018-01-15")
             .valid_unknown()
             .corrects(numbered<base::EventId>(2), record::CorrectionKind::void_, "conviction_quashed")
             .build());
  EXPECT_EQ(answer(size), before);
  EXPECT_THAT(answer(), testing::HasSubstr("\"rate\":\"0\""));
  EXPECT_THAT(answer(), testing::HasSubstr("\"status\":\"final\""));
}

TEST_F(OutcomeSnapshots, AnEventRecordedAfterTheSnapshotChangesNothingInIt) {
  append(release(1, "2016-01-11"));
  const std::uint64_t size = log->size();
  const std::string before = answer();
  append(proof(2, "2016-06-01", "2016-03-01").build()); // late, yet in time for the measure
  EXPECT_EQ(answer(size), before);
  EXPECT_NE(answer(), before);
}

TEST_F(OutcomeSnapshots, AnAmendedOffenceDayMovesTheOffenceOutOfTheWindow) {
  append(release(1, "2016-01-11"));
  append(proof(2, "2016-06-01", "2016-03-01").build());
  append(event(record::offending::offence_proven, 3, "2016-09-01")
             .valid(*base::parse_day("2016-06-01"))
             .fact("offence_day", *base::parse_day("2015-12-01"))
             .fact("disposal", "custody")
             .corrects(numbered<base::EventId>(2), record::CorrectionKind::amend, "wrong_day")
             .build());
  const std::string after = answer();
  EXPECT_THAT(after, testing::HasSubstr("\"excluded\":{\"pseudo_reconviction\":1}"));
  EXPECT_THAT(after, testing::HasSubstr("\"rate\":\"0\""));
}

} // namespace
} // namespace probity::app

// The commands that write a ledger, as a user meets them: init, append, day close; what is wrong use.
#include <array>

#include "support/ledger_program.h"

namespace probity::program {

Answer LedgerProgram::run(std::string words) const {
  if (const std::size_t at = words.find("LEDGER"); at != std::string::npos)
    words.replace(at, 6, "--ledger " + ledger_);
  return {support::run_program(PROBITY_PROGRAM, words)};
}

namespace {

TEST_F(LedgerProgram, InitSaysWhatItMadeAndOverwritesNothing) {
  const Answer made = run("init LEDGER --replayed --seed 7 --json");
  ASSERT_EQ(made.status, 0) << made.out;
  const Value answer = made.json();
  EXPECT_TRUE(is_ok(answer));
  EXPECT_EQ(text_in(answer, "origin"), "replayed/7");
  EXPECT_EQ(number_in(answer, "size"), 1);
  EXPECT_EQ(text_in(answer, "verification_key").substr(0, 11), "replayed/7+");
  for (const Value& path : list_in(answer, "files"))
    EXPECT_TRUE(std::filesystem::exists(*path.text())) << *path.text();
  const std::string before = contents(ledger_);
  const Answer again = run("init LEDGER --replayed --seed 8");
  EXPECT_EQ(again.status, 1);
  EXPECT_NE(again.err.find(ledger_), std::string::npos);
  EXPECT_EQ(contents(ledger_), before);
}

TEST_F(LedgerProgram, TheSameSeedGivesTheSameRoot) {
  const std::string first = text_in(run("init LEDGER --replayed --seed 7 --json").json(), "root");
  ledger_ = file("second.ledger");
  EXPECT_EQ(text_in(run("init LEDGER --replayed --seed 7 --json").json(), "root"), first);
}

TEST_F(LedgerProgram, InitRefusesHalfOfAReplayedLog) {
  EXPECT_EQ(run("init LEDGER --replayed").status, 2);
  EXPECT_EQ(run("init LEDGER --seed 7").status, 2);
  EXPECT_EQ(run("init LEDGER --opened 2016-01-01T00:00:00.000000Z").status, 1);
  EXPECT_FALSE(std::filesystem::exists(ledger_));
}

TEST_F(LedgerProgram, AppendStoresGivesReceiptsAndRepeatsThem) {
  init();
  write(file("day.jsonl"), sample_lines());
  const Answer first = run("append LEDGER --json --receipts " + file("first") + " " + file("day.jsonl"));
  EXPECT_EQ(first.status, 0) << first.out;
  const Value answer = first.json();
  EXPECT_TRUE(is_ok(answer));
  EXPECT_EQ(number_in(answer, "submissions"), 5);
  EXPECT_EQ(number_in(answer, "accepted"), 5);
  EXPECT_EQ(number_in(answer, "size"), 6);
  const Answer second = run("append LEDGER --json --receipts " + file("second") + " " + file("day.jsonl"));
  EXPECT_EQ(second.status, 0) << second.out;
  EXPECT_EQ(number_in(second.json(), "repeated"), 5);
  EXPECT_EQ(text_in(second.json(), "root"), text_in(answer, "root"));
  std::string first_receipts = contents(file("first"));
  EXPECT_EQ(std::count(first_receipts.begin(), first_receipts.end(), '\n'), 5);
  for (std::size_t at = 0; (at = first_receipts.find("\"repeated\":false", at)) != std::string::npos;)
    first_receipts.replace(at, 16, "\"repeated\":true");
  EXPECT_EQ(contents(file("second")), first_receipts);
}

TEST_F(LedgerProgram, TheBatchChangesNoRoot) {
  init_with_sample();
  const std::string root = text_in(run("verify LEDGER --json").json(), "root");
  ledger_ = file("second.ledger");
  init();
  ASSERT_EQ(run("append LEDGER --batch 1 " + file("day.jsonl")).status, 0);
  EXPECT_EQ(text_in(run("verify LEDGER --json").json(), "root"), root);
}

TEST_F(LedgerProgram, RefusedLinesAreNamedAndStoreNothing) {
  init();
  const std::string unknown = line_of(release(person, 8, "2016-03-09T10:00:00.000000Z").build());
  std::string bad = unknown;
  bad.replace(bad.find("licence"), 7, "holiday");
  // Two events, the second bad: neither is stored.
  const std::string both = bad.substr(0, 11) +
                           base::json::write(release(person, 9, "2016-03-09T10:00:00.000000Z").build()) +
                           "," + bad.substr(11);
  write(file("day.jsonl"), "nonsense\n" + both + sample_lines());
  const Answer people = run("append LEDGER " + file("day.jsonl"));
  EXPECT_EQ(people.status, 1);
  EXPECT_NE(people.err.find("line 1"), std::string::npos) << people.err;
  EXPECT_NE(people.err.find("line 2 /events/1/facts/release_type"), std::string::npos) << people.err;
  EXPECT_NE(people.out.find("5 accepted, 0 here already, 2 refused"), std::string::npos) << people.out;
  const Answer machine = run("append LEDGER --json " + file("day.jsonl"));
  EXPECT_EQ(machine.status, 1);
  const Value answer = machine.json();
  EXPECT_FALSE(is_ok(answer));
  EXPECT_EQ(number_in(answer, "size"), 6);
  ASSERT_EQ(list_in(answer, "refused").size(), 2U);
  EXPECT_EQ(number_in(list_in(answer, "refused")[1], "line"), 2);
  EXPECT_EQ(text_in(list_in(answer, "refused")[1], "code"), "invalid_input");
  EXPECT_EQ(text_in(list_in(answer, "refused")[1], "where"), "/events/1/facts/release_type");
}

TEST_F(LedgerProgram, ALiveLogStampsTheTimeAndRefusesAnActThatLiesAhead) {
  ASSERT_EQ(run("init LEDGER --origin example/live").status, 0);
  const auto event = [](std::uint8_t id, std::string_view day) {
    return record::EventBuilder(record::person::died, "example/live", person)
        .id(numbered<base::EventId>(id))
        .provider("CRC1")
        .valid(*base::parse_day(day))
        .build();
  };
  write(file("ahead.jsonl"), line_of(event(1, "2999-01-01")));
  const Answer ahead = run("append LEDGER " + file("ahead.jsonl"));
  EXPECT_EQ(ahead.status, 1);
  EXPECT_NE(ahead.err.find("/events/0/valid"), std::string::npos) << ahead.err;
  write(file("past.jsonl"), line_of(event(1, "2016-03-07")));
  const Answer past = run("append LEDGER " + file("past.jsonl"));
  EXPECT_EQ(past.status, 0) << past.err;
  EXPECT_NE(past.err.find("line 1 /events/0/valid/from: stored, and flagged late_entry"), std::string::npos)
      << past.err;
}

TEST_F(LedgerProgram, GivenADeviceWhoseClockIsAheadWhenItsEntryIsAppendedThenItIsStoredAndFlagged) {
  init();
  Value ahead = release(person, 3, "2016-03-09T10:00:00.000000Z").build();
  ahead.set("captured", Value("2016-03-09T10:06:00.000000Z"));
  write(file("day.jsonl"), line_of(ahead));
  const Answer answer = run("append LEDGER --json --receipts " + file("receipts") + " " + file("day.jsonl"));
  EXPECT_EQ(answer.status, 0) << answer.out;
  EXPECT_EQ(number_in(answer.json(), "accepted"), 1);
  EXPECT_EQ(number_in(answer.json(), "flagged_count"), 1);
  ASSERT_EQ(list_in(answer.json(), "flagged").size(), 1U);
  const Value flag = list_in(answer.json(), "flagged")[0];
  EXPECT_EQ(text_in(flag, "flag"), "device_clock");
  EXPECT_EQ(text_in(flag, "where"), "/events/0/captured");
  EXPECT_EQ(number_in(flag, "line"), 1);
  EXPECT_NE(contents(file("receipts")).find("\"flag\":\"device_clock\""), std::string::npos);
  const Answer again = run("append LEDGER --json " + file("day.jsonl"));
  EXPECT_EQ(number_in(again.json(), "flagged_count"), 0) << "nothing new was stored";
  const Value shown = run("show LEDGER d4 --json").json();
  ASSERT_EQ(list_in(shown, "events").size(), 1U);
  EXPECT_EQ(text_in(list_in(list_in(shown, "events")[0], "flags").at(0), "flag"), "device_clock");
  EXPECT_NE(run("show LEDGER d4").out.find("flagged device clock"), std::string::npos);
}

TEST_F(LedgerProgram, WrongUseIsTwoAndAMissingFileIsOne) {
  EXPECT_EQ(run("append").status, 2);
  EXPECT_EQ(run("prove LEDGER minus-one").status, 2);
  EXPECT_EQ(run("show LEDGER d4 --valid-at yesterday").status, 2);
  EXPECT_EQ(run("verify LEDGER").status, 1);
  init();
  EXPECT_EQ(run("append LEDGER " + file("absent.jsonl")).status, 1);
  EXPECT_EQ(run("append LEDGER " + folder_.path().string()).status, 1) << "a folder has no lines";
}

TEST_F(LedgerProgram, ADayIsClosedOnce) {
  init_with_sample();
  const Value closed = run("day-close LEDGER --day 2016-05-03 --json").json();
  EXPECT_EQ(number_in(closed, "event"), 6);
  const Value again = run("day-close LEDGER --day 2016-05-03 --json").json();
  EXPECT_EQ(number_in(again, "event"), 6);
  EXPECT_EQ(*again.find("repeated"), Value(true));
  ledger_ = file("live.ledger");
  ASSERT_EQ(run("init LEDGER").status, 0);
  EXPECT_EQ(run("day-close LEDGER --day 2999-01-01").status, 1);
  EXPECT_EQ(run("day-close LEDGER --day 2016-05-03").status, 0)
      << run("day-close LEDGER --day 2016-05-03").err;
}

TEST_F(LedgerProgram, VocabularyGivesASchemaOrSaysThatThereIsNone) {
  const Answer schema = run("vocabulary --schema custody.release_recorded");
  EXPECT_EQ(schema.status, 0);
  EXPECT_NE(schema.out.find("release_type"), std::string::npos);
  EXPECT_EQ(run("vocabulary --schema custody.dreamt").status, 1);
  EXPECT_NE(run("vocabulary").out.find("person.registered"), std::string::npos);
  EXPECT_TRUE(is_ok(run("vocabulary --json").json()));
}

} // namespace
} // namespace probity::program

// Commands about a person and what is owed, as a user meets them: on a sample area, so on records that no
// test wrote.
#include <algorithm>
#include <fstream>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "record/builder.h"
#include "record/custody.h"
#include "record/sentence.h"
#include "rules/register.h"
#include "service/book_loader.h"
#include "service/worklist_follower.h"
#include "support/sample_area_program.h"

namespace probity::program {

support::ProgramAnswer SampleAreaProgram::run(const std::string& words) const {
  return support::run_program(PROBITY_PROGRAM, words + " --ledger " + folder_.file("area.ledger"));
}

namespace {

using base::json::Value;
using testing::HasSubstr;

class CaseworkProgram : public SampleAreaProgram {
 protected:
  // Everything that is owed under the options.
  base::json::Array owed(const std::string& options) const {
    return *json("owed " + options).find("owed")->array();
  }
  static std::string text(const Value& entry, std::string_view name) { return *entry.find(name)->text(); }
};

TEST_F(CaseworkProgram, WhatIsOwedIsDoneAndLeavesTheList) {
  const auto all = owed("--provider CRC1");
  const auto missing = std::find_if(all.begin(), all.end(), [](const Value& entry) {
    return text(entry, "kind") == "outcome" && entry.find("practitioner") != nullptr;
  });
  ASSERT_NE(missing, all.end());
  const std::string staff = " --staff " + text(*missing, "practitioner").substr(0, 10);
  const std::size_t before = owed(staff).size();
  const std::string act = "act appointment.record_outcome appointment=" + text(*missing, "entity") +
                          " outcome=attended_complied minutes=30 --case " + text(*missing, "case") +
                          an_operator;
  const auto done = run(act);
  ASSERT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("appointment.outcome_recorded"));
  EXPECT_EQ(owed(staff).size(), before - 1);
  EXPECT_THAT(run(act).out, HasSubstr("Done before"));
  const auto wrong = run("act appointment.record_outcome appointment=" + text(*missing, "entity") +
                         " outcome=unacceptable_absence --case " + text(*missing, "case") + an_operator);
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, HasSubstr("has an outcome: attended_complied"));
  EXPECT_THAT(wrong.err, HasSubstr("appointment.correct_outcome"));
}

TEST_F(CaseworkProgram, AWordThatIsWrongIsNamed) {
  const std::string person = " --case " + text(owed("--provider CRC1").front(), "case") + an_operator;
  EXPECT_THAT(run("act appointment.attend" + person).err,
              HasSubstr("there is no command appointment.attend"));
  EXPECT_THAT(run("act enforcement.warn cause=none" + person).err, HasSubstr("has no field cause"));
  EXPECT_THAT(run("act enforcement.warn" + person).err, HasSubstr("no such appointment"));
  EXPECT_THAT(run("owed --staff zzz").err, HasSubstr("nobody whose id begins with zzz"));
  EXPECT_THAT(run("owed --reading evidence_from=never").err, HasSubstr("there is no reading"));
}

TEST_F(CaseworkProgram, TheListOfADayIsByWhatWasKnownThen) {
  for (const Value& entry : owed("--provider CRC1 --on 2015-06-30")) {
    EXPECT_LE(text(entry, "since"), "2015-06-30");
    EXPECT_EQ(entry.find("overdue")->boolean() != nullptr && *entry.find("overdue")->boolean(),
              text(entry, "due") < "2015-06-30");
  }
  EXPECT_THAT(run("owed --on 2015-06-30").out, HasSubstr("What is owed on 2015-06-30"));
}

TEST_F(CaseworkProgram, PlansAreListedWithBothStatuses) {
  const auto answer = run("plan check --json");
  ASSERT_EQ(answer.status, 0) << answer.err;
  const Value json = base::json::parse(answer.out.substr(0, answer.out.size() - 1)).value();
  const base::json::Array& plans = *json.find("plans")->array();
  ASSERT_FALSE(plans.empty());
  std::int64_t on_time_not_sound = 0;
  for (const Value& plan : plans) {
    const bool sound = *plan.find("sound")->boolean();
    const base::json::Array& findings = *plan.find("findings")->array();
    EXPECT_EQ(sound, findings.empty());
    on_time_not_sound += !sound && text(plan, "timing") == "on_time" ? 1 : 0;
  }
  EXPECT_EQ(*json.find("on_time_not_sound")->integer(), on_time_not_sound);
  EXPECT_GT(on_time_not_sound, 0);
  const std::string person = text(plans.front(), "case");
  const auto one = run("plan check " + person.substr(0, 12));
  EXPECT_THAT(one.out, HasSubstr(person.substr(0, 8)));
  EXPECT_THAT(one.out, HasSubstr(" filed: "));
  EXPECT_THAT(run("plan check --provider nobody").out, HasSubstr("No plan is filed."));
}

// The text goes in with the command and is sealed; what is left to read is its words and fingerprint.
TEST_F(CaseworkProgram, APlansTextIsSealedAndItsFingerprintCompared) {
  const std::string person = text(owed("--provider CRC1").front(), "case");
  const auto ask = [&](const std::string& words) {
    return run("act " + words + " --json --case " + person + an_operator);
  };
  const std::string plan = " plan=00000000000000000000000000000001";
  ASSERT_EQ(ask("plan.draft kind=resettlement" + plan).status, 0);
  const auto written = ask("plan.write content='Nobody but A may read where A will live'" + plan);
  ASSERT_EQ(written.status, 0) << written.out;
  EXPECT_THAT(written.out, HasSubstr("\"words\":9"));
  const auto shown = run("show " + person.substr(0, 12));
  EXPECT_THAT(shown.out, testing::Not(HasSubstr("where A will live")));
  EXPECT_EQ(ask("plan.file" + plan).status, 0);
  EXPECT_THAT(run("plan check " + person.substr(0, 12)).out, HasSubstr("not sound: blank"));
}

// What an entry is, whatever the day on which it was printed.
std::string entry_text(const Value& entry) {
  std::string out;
  for (const std::string_view name : {"case", "kind", "entity", "since", "due"})
    out += *entry.find(name)->text() + " ";
  for (const std::string_view name : {"practitioner", "duty_team", "provider"})
    if (const Value* who = entry.find(name)) out += *who->text() + " ";
  return out;
}

std::multiset<std::string> entry_texts(const base::json::Array& entries) {
  std::multiset<std::string> out;
  for (const Value& entry : entries)
    out.insert(entry_text(entry));
  return out;
}

TEST_F(CaseworkProgram, WhatFollowingPrintsAddsUpToWhatIsOwed) {
  const std::int64_t size = *json("owed").find("size")->integer();
  for (const std::int64_t since : {size * 2 / 3, size - 40, size}) {
    const auto followed = run("owed --provider CRC1 --follow --once --json --since " + std::to_string(since));
    ASSERT_EQ(followed.status, 0) << followed.err;
    std::multiset<std::string> held;
    std::istringstream lines(followed.out);
    std::int64_t reached = 0;
    for (std::string line; std::getline(lines, line);) {
      const Value one = base::json::parse(line).value();
      for (const Value& entry : *one.find("went")->array()) {
        const auto found = held.find(entry_text(entry));
        ASSERT_NE(found, held.end()) << "it went and was never there: " << line;
        held.erase(found);
      }
      held.merge(entry_texts(*one.find("appeared")->array()));
      EXPECT_EQ(*one.find("owed")->integer(), static_cast<std::int64_t>(held.size()));
      reached = *one.find("size")->integer();
    }
    EXPECT_LE(reached, size);
    EXPECT_EQ(held, entry_texts(owed("--provider CRC1"))) << "since " << since;
  }
}

TEST_F(CaseworkProgram, FollowingEndsAtASizeAndShowsWhatADeedTakesAway) {
  const std::int64_t size = *json("owed").find("size")->integer();
  const auto all = owed("--provider CRC1");
  const auto missing = std::find_if(all.begin(), all.end(),
                                    [](const Value& entry) { return text(entry, "kind") == "outcome"; });
  ASSERT_NE(missing, all.end());
  ASSERT_EQ(run("act appointment.record_outcome appointment=" + text(*missing, "entity") +
                " outcome=attended_complied --case " + text(*missing, "case") + an_operator)
                .status,
            0);
  const auto followed = run("owed --provider CRC1 --follow --since " + std::to_string(size) +
                            " --until-size " + std::to_string(size + 1));
  EXPECT_EQ(followed.status, 0) << followed.err;
  EXPECT_THAT(followed.out, HasSubstr("Size " + std::to_string(size)));
  EXPECT_THAT(followed.out,
              HasSubstr("\n- " + text(*missing, "due") + "  record what came of the appointment  " +
                        text(*missing, "case").substr(0, 8)));
  EXPECT_THAT(run("owed --once").err, HasSubstr("this goes with --follow"));
}

// The lists that follow are those made anew, at every size.
TEST_F(CaseworkProgram, FollowingStepByStepIsReadingAnew) {
  const ledger::Ledger ledger = ledger::Ledger::open(folder_.file("area.ledger")).value();
  const base::Zone zone = ledger.zone();
  const auto working_days = rules::WorkingDays::from(rules::england_wales()).value();
  service::WorklistFollower stepping = service::WorklistFollower::start(zone, {}).value();
  // From the middle on: before May 2015 the register lacks a limit, so nothing can be said to be owed.
  const std::uint64_t step = ledger.size() / 46;
  for (std::uint64_t size = ledger.size() / 2; size <= ledger.size(); size += step) {
    ASSERT_TRUE(stepping.read(ledger, size));
    EXPECT_EQ(stepping.cursor(), size);
    const timeline::Book book = service::load_book(ledger, {size, std::nullopt}).value();
    ASSERT_EQ(stepping.on(), book.known_on);
    const casework::Policy policy = casework::policy_of(rules::england_wales(), book.known_on).value();
    const casework::Workforce workforce = casework::workforce_of(book);
    const casework::Duties duties(policy, zone, &workforce);
    const auto whole = casework::worklist(book, duties, zone, working_days, book.known_on);
    const auto followed = stepping.list({});
    ASSERT_EQ(followed.size(), whole.size()) << "at size " << size;
    const service::WorklistChanges differing = service::changes(followed, whole);
    EXPECT_TRUE(differing.appeared.empty() && differing.went.empty()) << "at size " << size;
  }
}

// Nobody in the sample serves such a sentence: one is set up by commands and records.
TEST_F(CaseworkProgram, WhoIsHeldPastATariffIsListed) {
  EXPECT_THAT(run("indeterminate").out, HasSubstr("Nobody, of 0 held"));
  const std::string person(32, 'e');
  const auto append = [&](const record::TypeDeclaration& type, std::uint8_t number, base::Day day,
                          const auto& fill) {
    record::EventBuilder event(type, "sample/5", *base::StreamId::from_hex(person));
    base::EventId id;
    id.bytes = {0xE0, number};
    event.id(id).recorded(*base::parse_instant("2015-10-01T10:00:00.000000Z")).valid(day);
    fill(event);
    const std::string file = folder_.file("lines.jsonl");
    std::ofstream(file) << "{\"events\":[" << base::json::write(event.build()) << "]}\n";
    const auto answer = run("append " + file);
    EXPECT_EQ(answer.status, 0) << answer.all();
  };
  append(record::sentence::imposed, 1, base::day_of(2006, 5, 2), [](record::EventBuilder& event) {
    event.entity("order", base::EntityId{{1}}).fact("order_type", "custody_12_months_over");
  });
  append(record::custody::received, 2, base::day_of(2006, 5, 2), [](record::EventBuilder& event) {
    event.entity("custody", base::EntityId{{2}}).fact("reason", "sentence");
  });
  const auto set = run("act parole.set_tariff order=01" + std::string(30, '0') +
                       " sentence=imprisonment_for_public_protection expires=2015-07-01 --recorded "
                       "2015-10-01T11:00:00.000000Z "
                       "--case " +
                       person + an_operator);
  ASSERT_EQ(set.status, 0) << set.err;
  const Value list = json("indeterminate --on 2015-10-01");
  ASSERT_EQ(list.find("people")->array()->size(), 1U);
  const Value& one = list.find("people")->array()->front();
  EXPECT_EQ(text(one, "case"), person);
  EXPECT_EQ(*one.find("days_over")->integer(), 92); // after 1 July, up to 1 October
  EXPECT_EQ(*list.find("held")->integer(), 1);
  EXPECT_EQ(*list.find("never_released")->integer(), 1);
  EXPECT_EQ(*list.find("days")->integer(), 92);
  const auto shown = run("indeterminate");
  EXPECT_THAT(shown.out, HasSubstr("2015-07-01"));
  EXPECT_THAT(shown.out, HasSubstr("1 of 1 held under an indeterminate sentence"));
  EXPECT_THAT(run("indeterminate --on 2015-09-30").out, HasSubstr("Nobody, of 0 held"))
      << "what was entered on 1 October was not known then";
}

} // namespace
} // namespace probity::program

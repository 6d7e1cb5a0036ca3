// The commands over a ledger, as a user meets them: init, append, show, prove, verify, checkpoint, erase.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sqlite3.h>
#include <sstream>
#include <string>
#include <sys/wait.h>

#include "base/json.h"
#include "ledger/merkle.h"
#include "record/builder.h"
#include "record/custody.h"
#include "record/person.h"
#include "record/supervision.h"

namespace probity::program {
namespace {

using base::json::Value;

struct Answer {
  int status = -1;
  std::string out;
  std::string err;
  [[nodiscard]] Value json() const {
    auto value = base::json::parse(out.substr(0, out.find('\n')), base::json::Spelling::any,
                                   {.bytes = 10'000'000, .depth = 20});
    EXPECT_TRUE(value.has_value()) << out << err;
    return value ? *value : Value();
  }
};

std::string text_in(const Value& value, std::string_view key) {
  const Value* member = value.find(key);
  return member != nullptr && member->text() != nullptr ? *member->text() : "no text " + std::string(key);
}
std::int64_t number_in(const Value& value, std::string_view key) {
  const Value* member = value.find(key);
  return member != nullptr && member->integer() != nullptr ? *member->integer() : -99;
}
bool is_ok(const Value& value) {
  return value.find("ok") != nullptr && *value.find("ok") == Value(true);
}
const base::json::Array& list_in(const Value& value, std::string_view key) {
  static const base::json::Array none;
  const Value* member = value.find(key);
  return member != nullptr && member->array() != nullptr ? *member->array() : none;
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}
void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

template <class Id> Id numbered(std::uint8_t number) {
  Id out;
  out.bytes.front() = number;
  return out;
}
const base::StreamId person = numbered<base::StreamId>(0xD4);
const base::StreamId other_person = numbered<base::StreamId>(0x1E);

record::EventBuilder builder(const record::TypeDeclaration& type, const base::StreamId& stream,
                             std::uint8_t id, std::string_view recorded) {
  record::EventBuilder out(type, "replayed/7", stream);
  out.id(numbered<base::EventId>(id)).recorded(*base::parse_instant(recorded)).provider("CRC1");
  return out;
}
record::EventBuilder release(const base::StreamId& stream, std::uint8_t id, std::string_view recorded) {
  record::EventBuilder out = builder(record::custody::release_recorded, stream, id, recorded);
  out.valid(*base::parse_day("2016-03-07"))
      .entity("custody", numbered<base::EntityId>(0xC1))
      .fact("release_type", "licence");
  return out;
}
std::string line_of(const Value& event) {
  return "{\"events\":[" + base::json::write(event) + "]}\n";
}

// A person with a sealed name, a provider, a release that is later amended; another person.
std::string sample_lines() {
  std::string out;
  out += line_of(builder(record::person::registered, person, 1, "2016-03-01T09:00:00.000000Z")
                     .valid(*base::parse_day("2016-03-01"))
                     .fact("sex", "female")
                     .sealed(numbered<base::SubjectId>(0xD4),
                             Value(base::json::Object{{"name", Value("Imogen Example")}}))
                     .build());
  out += line_of(builder(record::supervision::provider_assigned, person, 2, "2016-03-01T09:05:00.000000Z")
                     .valid(*base::parse_day("2016-03-01"))
                     .fact("provider", "CRC1")
                     .build());
  out += line_of(release(person, 3, "2016-03-09T10:00:00.000000Z").build());
  out += line_of(release(other_person, 4, "2016-03-09T10:00:00.000000Z").build());
  out += line_of(release(person, 5, "2016-04-02T10:00:00.000000Z")
                     .valid(*base::parse_day("2016-03-08"))
                     .fact("release_type", "parole")
                     .corrects(numbered<base::EventId>(3), record::CorrectionKind::amend, "entered_wrongly")
                     .build());
  return out;
}

class LedgerProgram : public ::testing::Test {
 protected:
  LedgerProgram() {
    std::string name = (std::filesystem::temp_directory_path() / "probity-program-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    ledger_ = file("area.ledger");
  }
  ~LedgerProgram() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  LedgerProgram(const LedgerProgram&) = delete;
  LedgerProgram& operator=(const LedgerProgram&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return folder_ + "/" + name; }

  // `words` follow "probity"; LEDGER stands for the ledger's options.
  Answer run(std::string words) {
    if (const std::size_t at = words.find("LEDGER"); at != std::string::npos)
      words.replace(at, 6, "--ledger " + ledger_);
    const std::string command =
        std::string(PROBITY_PROGRAM) + " " + words + " >" + file("out") + " 2>" + file("err") + " </dev/null";
    const int status = std::system(command.c_str());
    Answer out;
    if (WIFEXITED(status)) out.status = WEXITSTATUS(status);
    out.out = read(file("out"));
    out.err = read(file("err"));
    return out;
  }
  void init() {
    const Answer made = run("init LEDGER --replayed --seed 7");
    ASSERT_EQ(made.status, 0) << made.err;
  }
  void init_with_sample() {
    init();
    write(file("day.jsonl"), sample_lines());
    const Answer appended = run("append LEDGER " + file("day.jsonl"));
    ASSERT_EQ(appended.status, 0) << appended.err;
  }
  void tamper(const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(ledger_.c_str(), &database), SQLITE_OK);
    char* message = nullptr;
    const int result = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
    EXPECT_EQ(result, SQLITE_OK) << (message == nullptr ? "" : message);
    sqlite3_free(message);
    sqlite3_close(database);
  }

  std::string folder_;
  std::string ledger_;
};

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
  const std::string before = read(ledger_);
  const Answer again = run("init LEDGER --replayed --seed 8");
  EXPECT_EQ(again.status, 1);
  EXPECT_NE(again.err.find(ledger_), std::string::npos);
  EXPECT_EQ(read(ledger_), before);
}

TEST_F(LedgerProgram, TheSameSeedGivesTheSameRoot) {
  const std::string first = text_in(run("init LEDGER --replayed --seed 7 --json").json(), "root");
  ledger_ = file("second.ledger");
  EXPECT_EQ(text_in(run("init LEDGER --replayed --seed 7 --json").json(), "root"), first);
}

TEST_F(LedgerProgram, InitRefusesHalfOfAReplayedLog) {
  EXPECT_EQ(run("init LEDGER --replayed").status, 1);
  EXPECT_EQ(run("init LEDGER --seed 7").status, 1);
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
  std::string first_receipts = read(file("first"));
  EXPECT_EQ(std::count(first_receipts.begin(), first_receipts.end(), '\n'), 5);
  for (std::size_t at = 0; (at = first_receipts.find("\"repeated\":false", at)) != std::string::npos;)
    first_receipts.replace(at, 16, "\"repeated\":true");
  EXPECT_EQ(read(file("second")), first_receipts);
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
}

TEST_F(LedgerProgram, WrongUseIsTwoAndAMissingFileIsOne) {
  EXPECT_EQ(run("append").status, 2);
  EXPECT_EQ(run("prove LEDGER minus-one").status, 2);
  EXPECT_EQ(run("show LEDGER d4 --valid-at yesterday").status, 2);
  EXPECT_EQ(run("verify LEDGER").status, 1);
  init();
  EXPECT_EQ(run("append LEDGER " + file("absent.jsonl")).status, 1);
  EXPECT_EQ(run("append LEDGER " + folder_).status, 1) << "a folder has no lines";
}

TEST_F(LedgerProgram, ShowListsTheCaseWithFirstValuesUnderACorrection) {
  init_with_sample();
  const Answer shown = run("show LEDGER d4");
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_NE(shown.out.find("release type: parole"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("first written: on 2016-03-07; release type: licence"), std::string::npos)
      << shown.out;
  EXPECT_NE(shown.out.find("event 5: amend, because entered_wrongly"), std::string::npos) << shown.out;
  EXPECT_EQ(shown.out.find("Imogen"), std::string::npos) << "sealed parts stay sealed";
  const Answer earlier = run("show LEDGER d4 --as-known 2016-03-31");
  EXPECT_NE(earlier.out.find("release type: licence"), std::string::npos) << earlier.out;
  EXPECT_EQ(earlier.out.find("parole"), std::string::npos) << earlier.out;
  const Answer held = run("show LEDGER d4 --valid-at 2016-03-05");
  EXPECT_NE(held.out.find("Accountable body: CRC1 since 2016-03-01 (event 2)"), std::string::npos)
      << held.out;
  const Value answer = run("show LEDGER d4 --json").json();
  EXPECT_TRUE(is_ok(answer));
  ASSERT_EQ(list_in(answer, "events").size(), 3U);
  EXPECT_EQ(text_in(list_in(answer, "events")[2], "state"), "amended");
  EXPECT_EQ(text_in(*list_in(answer, "events")[2].find("first_facts"), "release_type"), "licence");
}

TEST_F(LedgerProgram, ShowRefusesWhatIsNoCase) {
  init_with_sample();
  EXPECT_EQ(run("show LEDGER ee").status, 1);
  EXPECT_EQ(run("show LEDGER 'D4'").status, 1);
  EXPECT_EQ(run("show LEDGER d4 --as-known 2010-01-01").status, 1);
  EXPECT_EQ(run("show LEDGER d4 --as-known 1").status, 1);
}

TEST_F(LedgerProgram, SealedPartsAreOpenedForAReasonAndLogged) {
  init_with_sample();
  EXPECT_EQ(run("show LEDGER d4 --open").status, 1);
  EXPECT_FALSE(std::filesystem::exists(ledger_ + ".access"));
  const Answer opened = run("show LEDGER d4 --open --reason complaint --operator j.smith");
  EXPECT_EQ(opened.status, 0) << opened.err;
  EXPECT_NE(opened.out.find("Imogen Example"), std::string::npos) << opened.out;
  const Answer log = run("verify --json --ledger " + ledger_ + ".access");
  EXPECT_EQ(log.status, 0) << log.out;
  EXPECT_EQ(number_in(log.json(), "events"), 2);
}

TEST_F(LedgerProgram, VerifyAnswersInOneShapeAndNamesWhatWasTouched) {
  init_with_sample();
  const Value good = run("verify LEDGER --json").json();
  EXPECT_TRUE(is_ok(good));
  EXPECT_EQ(good.object()->size(), 4U);
  EXPECT_EQ(number_in(good, "events"), 6);
  EXPECT_EQ(text_in(good, "root").size(), 64U);
  EXPECT_TRUE(list_in(good, "findings").empty());
  tamper("DROP TRIGGER event_is_not_changed; UPDATE event SET provider = 'CRC2' WHERE ix = 3");
  const Answer people = run("verify LEDGER");
  EXPECT_EQ(people.status, 1);
  EXPECT_NE(people.out.find("event 3"), std::string::npos) << people.out;
  const Answer machine = run("verify LEDGER --json");
  EXPECT_EQ(machine.status, 1);
  EXPECT_FALSE(is_ok(machine.json()));
  ASSERT_FALSE(list_in(machine.json(), "findings").empty());
  const Value finding = list_in(machine.json(), "findings")[0];
  EXPECT_EQ(number_in(finding, "index"), 3);
  EXPECT_EQ(text_in(finding, "what"), "column provider");
  EXPECT_EQ(finding.object()->size(), 3U);
}

TEST_F(LedgerProgram, AKeptCheckpointProvesGrowthAndCatchesARebuiltHistory) {
  init_with_sample();
  ASSERT_EQ(run("checkpoint LEDGER --output " + file("kept")).status, 0);
  const std::string key = run("checkpoint LEDGER --key").out;
  write(file("more.jsonl"), line_of(release(other_person, 6, "2016-05-01T10:00:00.000000Z").build()));
  ASSERT_EQ(run("append LEDGER " + file("more.jsonl")).status, 0);
  EXPECT_EQ(run("verify LEDGER --against " + file("kept")).status, 0);
  // The same log anew, with another history under the true keys.
  ledger_ = file("rebuilt.ledger");
  init();
  std::string other = sample_lines();
  other.replace(other.find("\"licence\""), 9, "\"parole\"");
  write(file("other.jsonl"), other);
  ASSERT_EQ(run("append LEDGER " + file("other.jsonl")).status, 0);
  EXPECT_EQ(run("verify LEDGER").status, 0) << "the rebuilt history is whole in itself";
  EXPECT_EQ(run("verify LEDGER --against " + file("kept") + " --key " + key.substr(0, key.size() - 1)).status,
            1);
}

TEST_F(LedgerProgram, ProveGivesAProofThatHolds) {
  init_with_sample();
  const Answer proved = run("prove LEDGER 3 --json");
  ASSERT_EQ(proved.status, 0) << proved.out;
  const Value answer = proved.json();
  const base::Digest root = *base::Digest::from_hex(text_in(answer, "root"));
  std::vector<base::Digest> path;
  for (const Value& hash : list_in(answer, "path"))
    path.push_back(*base::Digest::from_hex(*hash.text()));
  const base::Digest leaf = ledger::leaf_hash(base::bytes_of(text_in(answer, "body")));
  EXPECT_TRUE(ledger::inclusion_holds(3, 6, leaf, path, root));
  EXPECT_EQ(text_in(answer, "root"), text_in(run("verify LEDGER --json").json(), "root"));
  const std::string text = text_in(answer, "proof");
  EXPECT_EQ(text.substr(0, 31), "c2sp.org/tlog-proof@v1\nindex 3\n");
  EXPECT_NE(text.find("\n\nreplayed/7\n6\n"), std::string::npos) << text;
  ASSERT_EQ(run("prove LEDGER 3 --output " + file("proof")).status, 0);
  EXPECT_EQ(read(file("proof")), text);
  EXPECT_EQ(read(file("proof.leaf")), text_in(answer, "body"));
  EXPECT_EQ(run("prove LEDGER 6").status, 1);
  EXPECT_EQ(run("prove LEDGER 0 --size 1").status, 0);
  const Answer between = run("prove LEDGER 0 --size 3");
  EXPECT_EQ(between.status, 1);
  EXPECT_NE(between.err.find("signed at size 6"), std::string::npos) << between.err;
  const Value growth = run("prove LEDGER --consistency-from 1 --json").json();
  EXPECT_EQ(text_in(growth, "proof").substr(0, 6), "old 1\n");
}

TEST_F(LedgerProgram, EraseNeedsTwoPeopleAndLeavesEveryFact) {
  init_with_sample();
  const std::string approvers = " --approved-by " + std::string(32, 'a') + " --operator " +
                                std::string(32, 'c') + " --basis retention_ended --seconded-by ";
  const std::string alone = "erase LEDGER " + person.hex() + approvers + std::string(32, 'a');
  const std::string both = "erase LEDGER " + person.hex() + approvers + std::string(32, 'b');
  EXPECT_EQ(run(alone).status, 1);
  EXPECT_EQ(number_in(run("verify LEDGER --json").json(), "events"), 6);
  const Answer erased = run(both + " --json");
  ASSERT_EQ(erased.status, 0) << erased.out;
  ASSERT_EQ(list_in(erased.json(), "subjects").size(), 1U);
  const Value first = list_in(erased.json(), "subjects")[0];
  EXPECT_EQ(number_in(first, "event"), 6);
  EXPECT_EQ(number_in(first, "sealed_parts"), 1);
  EXPECT_EQ(number_in(first, "boxes_removed"), 1);
  const Answer again = run(both + " --json");
  ASSERT_EQ(again.status, 0) << again.out;
  EXPECT_EQ(number_in(list_in(again.json(), "subjects")[0], "event"), 6) << "recorded once";
  EXPECT_EQ(run("verify LEDGER").status, 0) << run("verify LEDGER").out;
  const Answer shown = run("show LEDGER d4 --open --reason complaint --operator j.smith");
  EXPECT_EQ(shown.out.find("Imogen"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("a personal part, erased"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("release type: parole"), std::string::npos) << shown.out;
  // What was sent once may be sent again: ids and facts are compared, nothing comes back.
  EXPECT_EQ(run("append LEDGER " + file("day.jsonl")).status, 0);
  // And no new part can be sealed under the destroyed key.
  write(file("new.jsonl"),
        line_of(
            builder(record::person::registered, person, 7, "2016-04-02T10:00:00.000000Z")
                .valid(*base::parse_day("2016-04-02"))
                .sealed(numbered<base::SubjectId>(0xD4), Value(base::json::Object{{"name", Value("Imogen")}}))
                .build()));
  EXPECT_EQ(run("append LEDGER " + file("new.jsonl")).status, 1);
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

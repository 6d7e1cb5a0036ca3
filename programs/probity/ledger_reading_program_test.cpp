// The commands that read a ledger or prove something of it, as a user meets them: show, verify, checkpoint,
// prove, erase.
#include <array>
#include <cstdlib>

#include "ledger/merkle.h"
#include "record/victim.h"
#include "support/ledger_program.h"

namespace probity::program {
namespace {

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
  EXPECT_EQ(run("show LEDGER d4 --open").status, 2);
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

TEST_F(LedgerProgram, AFileThatIsNoCheckpointIsNamed) {
  init_with_sample();
  write(file("junk"), "nothing of a checkpoint");
  const Answer answer = run("verify LEDGER --against " + file("junk"));
  EXPECT_EQ(answer.status, 1);
  EXPECT_NE(answer.err.find(file("junk")), std::string::npos) << answer.err;
}

TEST_F(LedgerProgram, AJournalThatThereIsNotIsWrongUseAndNothingIsMade) {
  ASSERT_EQ(::setenv("PROBITY_JOURNAL", "turncate", 1), 0); // NOLINT(concurrency-mt-unsafe)
  const Answer answer = run("init LEDGER --replayed --seed 7");
  ASSERT_EQ(::unsetenv("PROBITY_JOURNAL"), 0); // NOLINT(concurrency-mt-unsafe)
  EXPECT_EQ(answer.status, 2);
  EXPECT_NE(answer.err.find("there is no journal \"turncate\""), std::string::npos) << answer.err;
  EXPECT_NE(answer.err.find("wal or truncate"), std::string::npos) << answer.err;
  EXPECT_FALSE(std::filesystem::exists(ledger_));
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
  EXPECT_EQ(contents(file("proof")), text);
  EXPECT_EQ(contents(file("proof.leaf")), text_in(answer, "body"));
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

// A victim's identity stands in the person's record under a key of its own.
TEST_F(LedgerProgram, AVictimIsErasedAloneAndThePersonWithoutTheVictim) {
  init_with_sample();
  const base::EntityId victim = numbered<base::EntityId>(0x77);
  const base::SubjectId key{victim.bytes};
  write(file("victim.jsonl"),
        line_of(builder(record::victim::identified, person, 7, "2016-04-02T11:00:00.000000Z")
                    .valid(*base::parse_day("2016-04-02"))
                    .entity("victim", victim)
                    .fact("scheme", "statutory")
                    .sealed(key, Value(base::json::Object{{"identity", Value("Vera Example")}}))
                    .build()));
  ASSERT_EQ(run("append LEDGER " + file("victim.jsonl")).status, 0);
  const std::string open = "show LEDGER d4 --open --reason complaint --operator j.smith";
  EXPECT_NE(run(open).out.find("Vera Example"), std::string::npos) << run(open).out;
  const std::string erase = "erase LEDGER " + person.hex() + " --approved-by " + std::string(32, 'a') +
                            " --seconded-by " + std::string(32, 'b') + " --operator " + std::string(32, 'c') +
                            " --basis retention_ended --json";
  const Answer unknown = run(erase + " --only " + std::string(32, '9'));
  EXPECT_EQ(unknown.status, 1) << unknown.out;
  const Answer erased = run(erase + " --only " + key.hex());
  ASSERT_EQ(erased.status, 0) << erased.out;
  ASSERT_EQ(list_in(erased.json(), "subjects").size(), 1U);
  const Value subject = list_in(erased.json(), "subjects")[0];
  EXPECT_EQ(text_in(subject, "subject"), key.hex());
  EXPECT_EQ(number_in(subject, "boxes_removed"), 1);
  const Answer shown = run(open);
  EXPECT_EQ(shown.out.find("Vera"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("Imogen Example"), std::string::npos) << "the person stays as they were";
  EXPECT_EQ(run("verify LEDGER").status, 0) << run("verify LEDGER").out;
  EXPECT_EQ(number_in(list_in(run(erase + " --only " + key.hex()).json(), "subjects")[0], "boxes_removed"), 0)
      << "again it finds nothing to remove";
  // The person goes by themselves: what is left of the victim is untouched by it.
  const Answer whole = run(erase);
  ASSERT_EQ(whole.status, 0) << whole.out;
  ASSERT_EQ(list_in(whole.json(), "subjects").size(), 1U);
  EXPECT_EQ(text_in(list_in(whole.json(), "subjects")[0], "subject"), base::SubjectId{person.bytes}.hex());
}

// The other way round: a victim's part outlives the erasure of the person in whose record it stands.
TEST_F(LedgerProgram, ErasingThePersonLeavesTheVictimsPart) {
  init_with_sample();
  const base::SubjectId key = numbered<base::SubjectId>(0x77);
  write(file("victim.jsonl"),
        line_of(builder(record::victim::identified, person, 7, "2016-04-02T11:00:00.000000Z")
                    .valid(*base::parse_day("2016-04-02"))
                    .entity("victim", numbered<base::EntityId>(0x77))
                    .fact("scheme", "statutory")
                    .sealed(key, Value(base::json::Object{{"identity", Value("Vera Example")}}))
                    .build()));
  ASSERT_EQ(run("append LEDGER " + file("victim.jsonl")).status, 0);
  ASSERT_EQ(run("erase LEDGER " + person.hex() + " --approved-by " + std::string(32, 'a') +
                " --seconded-by " + std::string(32, 'b') + " --operator " + std::string(32, 'c') +
                " --basis retention_ended")
                .status,
            0);
  const Answer shown = run("show LEDGER d4 --open --reason complaint --operator j.smith");
  EXPECT_EQ(shown.out.find("Imogen"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("Vera Example"), std::string::npos) << shown.out;
}

} // namespace
} // namespace probity::program

// A small ledger with a kept checkpoint, and what somebody who holds its file can do to it.
#pragma once

#include "ledger/merkle.h"
#include "ledger/verify.h"
#include "store/sqlite.h"
#include "support/ledger_fixture.h"

namespace probity::ledger::tampered {

using namespace fixture;

// Events 1–12 on three streams, among them two corrections, a link, a long body, sealed parts; a checkpoint
// after each submission.
inline void fill(Ledger& log) {
  good(submit(
      log, {event(11, 1, seconds_later(1)), event(12, 2, seconds_later(1)), event(13, 3, seconds_later(2))}));
  good(submit(log, {with_sealed(event(14, 1, seconds_later(3)), {{1, "a note"}, {2, "another"}})}));
  good(submit(log, {event(15, 2, seconds_later(4)), event(16, 1, seconds_later(4))}));
  good(submit(log, {correction(17, 1, seconds_later(5), 14, "amend"),
                    correction(18, 2, seconds_later(5), 15, "void")}));
  good(submit(log, {event(19, 1, seconds_later(6), {{"long", Value(std::string(9'000, 'x'))}})}));
  good(submit(log, {event(20, 2, seconds_later(7)), event(21, 1, seconds_later(7))}));
  good(submit(log, {event(22, 1, seconds_later(8), {{"other", Value(hex32(3))}}, "person.linked")}));
}

class VerifyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Ledger log = good(Ledger::create(file(), replayed(), writing()));
    good(submit(log, {event(10, 1, seconds_later(0))}));
    early_note_ = good(log.checkpoint());
    early_size_ = log.size();
    fill(log);
    root_ = log.root();
    size_ = log.size();
    note_ = good(log.checkpoint());
  }
  [[nodiscard]] std::string file() const { return folder_.file("a.ledger"); }

  // What somebody who holds the file can do: the triggers are taken away, and put back.
  void tamper(const std::string& sql) const {
    store::Database database = good(store::Database::open(file(), {.access = store::Access::write}));
    std::vector<std::string> triggers;
    {
      store::Statement statement =
          good(database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'"));
      while (good(statement.step()) == store::Statement::Step::row)
        triggers.emplace_back(statement.text(0));
    }
    good(database.execute("DROP TRIGGER event_is_not_changed; DROP TRIGGER event_is_not_deleted"));
    good(database.execute(sql.c_str()));
    for (const std::string& trigger : triggers)
      good(database.execute(trigger.c_str()));
  }

  [[nodiscard]] Verification check(VerifyOptions options = {}) const {
    options.sealed = SealedParts::opened;
    return good(verify(file(), options));
  }

  // "index what" of every finding.
  [[nodiscard]] std::vector<std::string> findings(VerifyOptions options = {}) const {
    std::vector<std::string> out;
    const Verification verification = check(std::move(options));
    for (const Finding& finding : verification.findings) {
      out.push_back(fmt::format("{} {}", finding.index, finding.what));
      EXPECT_FALSE(finding.message.empty());
      if (finding.index >= 0) {
        EXPECT_NE(finding.message.find(std::to_string(finding.index)), std::string::npos) << finding.message;
      }
    }
    EXPECT_EQ(verification.ok, out.empty());
    return out;
  }

  // Changes a body and everything that is derived from it in its row, as somebody who knows the format would.
  void rewrite_body(std::uint64_t index, std::string_view from, std::string_view to) const {
    std::string body = good(good(Ledger::open(file())).body(index));
    const std::size_t at = body.find(from);
    ASSERT_NE(at, std::string::npos);
    body.replace(at, from.size(), to);
    tamper(fmt::format("UPDATE event SET body = CAST('{}' AS BLOB), leaf = x'{}' WHERE ix = {}", body,
                       leaf_hash(base::bytes_of(body)).hex(), index));
  }

  TemporaryDirectory folder_;
  std::string early_note_;
  std::uint64_t early_size_ = 0;
  std::string note_;
  base::Digest root_;
  std::uint64_t size_ = 0;
};

} // namespace probity::ledger::tampered

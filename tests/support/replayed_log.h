// A replayed ledger `a/log` in a folder of its own, to which a test appends one event at a time, all recorded
// at the same instant and valid on its day.
#pragma once

#include <cstdint>

#include <gtest/gtest.h>

#include "ledger/ledger.h"
#include "record/builder.h"
#include "record/vocabulary.h"
#include "support/temporary_directory.h"

namespace probity::support {

inline const base::Instant replayed_at = *base::parse_instant("2016-03-07T10:00:00.000000Z");

class ReplayedLog {
 public:
  ReplayedLog() : ledger_(make()) {}

  ledger::Ledger& ledger() { return ledger_; }
  [[nodiscard]] std::string file() const { return folder_.file("log"); }
  void append(record::EventBuilder& builder) {
    base::EventId id;
    id.bytes[15] = ++made_;
    ledger::Submission submission;
    submission.events.push_back(
        builder.id(id).recorded(replayed_at).valid(ledger_.zone().day_of(replayed_at)).build());
    const auto receipts = ledger_.append({&submission, 1}).value();
    ASSERT_TRUE(receipts.front()) << receipts.front().error().text();
  }

 private:
  ledger::Ledger make() {
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = replayed_at;
    ledger::OpenOptions open;
    open.mode = ledger::OpenOptions::Mode::write;
    open.validate = record::validate;
    return ledger::Ledger::create(folder_.file("log"), create, open).value();
  }

  TemporaryDirectory folder_;
  std::uint8_t made_ = 0;
  ledger::Ledger ledger_;
};

} // namespace probity::support

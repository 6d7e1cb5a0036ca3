#include "service/person_names.h"

#include <gtest/gtest.h>

#include "record/person.h"
#include "service/stored_event.h"
#include "support/replayed_log.h"

namespace probity::service {
namespace {

using base::json::Object;
using base::json::Value;

const base::StreamId person{{1}};

base::SubjectId subject(const base::StreamId& stream) {
  base::SubjectId out;
  out.bytes = stream.bytes;
  return out;
}

class Names : public testing::Test {
 protected:
  static record::EventBuilder registered(const std::string& name) {
    record::EventBuilder builder(record::person::registered, "a/log", person);
    builder.sealed(subject(person), Value(Object{{"name", Value(name)}}));
    return builder;
  }
  // All that the ledger holds, read anew.
  [[nodiscard]] PersonNames read() const {
    PersonNames names;
    EXPECT_TRUE(log_.scan(std::nullopt, [&](const ledger::StoredEvent& stored) {
      const record::Event event = event_of(stored, log_.zone()).value();
      names.note(log_.stream_name(stored.stream).value(), event);
      return true;
    }));
    EXPECT_TRUE(names.open(log_));
    EXPECT_FALSE(names.waiting());
    return names;
  }
  void append(record::EventBuilder builder) { small_.append(builder); }

  support::ReplayedLog small_;
  ledger::Ledger& log_ = small_.ledger();
};

TEST_F(Names, AreOpenedAsCorrectionsLeaveThem) {
  EXPECT_EQ(read().of(person), "");
  append(registered("Ada Otter"));
  EXPECT_EQ(read().of(person), "Ada Otter");
  base::EventId first; // as the log of the test gives it
  first.bytes[15] = 1;
  auto amended = registered("Ada Other");
  append(amended.corrects(first, record::CorrectionKind::amend, "entry_error"));
  EXPECT_EQ(read().of(person), "Ada Other");
  record::EventBuilder withdrawn(record::person::registered, "a/log", person);
  append(withdrawn.corrects(first, record::CorrectionKind::void_, "entry_error"));
  EXPECT_EQ(read().of(person), "");
  record::EventBuilder again(record::person::registered, "a/log", person);
  append(again.corrects(first, record::CorrectionKind::reinstate, "entry_error"));
  EXPECT_EQ(read().of(person), "Ada Other");
}

TEST_F(Names, AreGoneWithTheErasure) {
  append(registered("Ada Otter"));
  PersonNames names = read();
  const std::uint64_t size = log_.size();
  record::EventBuilder erased(record::person::erased, "a/log", person);
  append(erased.fact("subject", std::string_view(person.hex()))
             .fact("basis", "court_order")
             .fact("approved_by", std::string_view(base::EntityId{{7}}.hex()))
             .fact("seconded_by", std::string_view(base::EntityId{{8}}.hex()))
             .fact("sealed_parts", std::int64_t{1})
             .fact("indexes", std::string_view(base::sha256(base::bytes_of("1\n")).hex())));
  ASSERT_TRUE(log_.scan_from(size, std::nullopt, [&](const ledger::StoredEvent& stored) {
    names.note(person, event_of(stored, log_.zone()).value());
    return true;
  }));
  EXPECT_EQ(names.of(person), "");
  ASSERT_TRUE(log_.destroy_subject(subject(person)));
  EXPECT_EQ(read().of(person), "");
}

TEST_F(Names, AreFoundByTheirWordsAsTheyStandNow) {
  append(registered("Ada Otter"));
  base::EventId first;
  first.bytes[15] = 1;
  const auto finds = [](const PersonNames& names, const std::string& word) {
    std::size_t found = 0;
    names.index().having(word).visit([&](std::uint32_t) { ++found; });
    return found == 1;
  };
  EXPECT_TRUE(finds(read(), "otter"));
  append(registered("Ada Other").corrects(first, record::CorrectionKind::amend, "entry_error"));
  EXPECT_TRUE(finds(read(), "other"));
  EXPECT_FALSE(finds(read(), "otter")) << "nobody is called so any more";
}

} // namespace
} // namespace probity::service

// A ledger with a small sample, and the program run over it as a user runs it.
#pragma once

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "base/json.h"
#include "record/builder.h"
#include "record/custody.h"
#include "record/person.h"
#include "record/supervision.h"
#include "store/sqlite.h"
#include "support/program_run.h"

namespace probity::program {

using base::json::Value;
using support::contents;

struct Answer : support::ProgramAnswer {
  [[nodiscard]] Value json() const {
    auto value = base::json::parse(out.substr(0, out.find('\n')), base::json::Spelling::any,
                                   {.bytes = 10'000'000, .depth = 20});
    EXPECT_TRUE(value.has_value()) << out << err;
    return value ? *value : Value();
  }
};

inline std::string text_in(const Value& value, std::string_view key) {
  const Value* member = value.find(key);
  return member != nullptr && member->text() != nullptr ? *member->text() : "no text " + std::string(key);
}
inline std::int64_t number_in(const Value& value, std::string_view key) {
  const Value* member = value.find(key);
  return member != nullptr && member->integer() != nullptr ? *member->integer() : -99;
}
inline bool is_ok(const Value& value) {
  return value.find("ok") != nullptr && *value.find("ok") == Value(true);
}
inline const base::json::Array& list_in(const Value& value, std::string_view key) {
  static const base::json::Array none;
  const Value* member = value.find(key);
  return member != nullptr && member->array() != nullptr ? *member->array() : none;
}

inline void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

template <class Id> Id numbered(std::uint8_t number) {
  Id out;
  out.bytes.front() = number;
  return out;
}
inline const base::StreamId person = numbered<base::StreamId>(0xD4);
inline const base::StreamId other_person = numbered<base::StreamId>(0x1E);

inline record::EventBuilder builder(const record::TypeDeclaration& type, const base::StreamId& stream,
                                    std::uint8_t id, std::string_view recorded) {
  record::EventBuilder out(type, "replayed/7", stream);
  out.id(numbered<base::EventId>(id)).recorded(*base::parse_instant(recorded)).provider("CRC1");
  return out;
}
inline record::EventBuilder release(const base::StreamId& stream, std::uint8_t id,
                                    std::string_view recorded) {
  record::EventBuilder out = builder(record::custody::release_recorded, stream, id, recorded);
  out.valid(*base::parse_day("2016-03-07"))
      .entity("custody", numbered<base::EntityId>(0xC1))
      .fact("release_type", "licence");
  return out;
}
inline std::string line_of(const Value& event) {
  return "{\"events\":[" + base::json::write(event) + "]}\n";
}

// A person with a sealed name, a provider, a release that is later amended; another person.
inline std::string sample_lines() {
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
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

  // `words` follow "probity"; LEDGER stands for the ledger's options.
  Answer run(std::string words) const;
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
  void tamper(const std::string& sql) const {
    auto database = store::Database::open(ledger_, {.access = store::Access::write});
    ASSERT_TRUE(database.has_value()) << database.error().text();
    const auto done = database->execute(sql.c_str());
    EXPECT_TRUE(done.has_value()) << done.error().text();
  }

  support::TemporaryDirectory folder_;
  std::string ledger_ = file("area.ledger");
};

} // namespace probity::program

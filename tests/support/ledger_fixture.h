// Ledgers in a folder that goes with the test, and events to put into them. The validator accepts all: the
// rules of the vocabulary are tested with it.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <string>

#include "base/json.h"
#include "ledger/ledger.h"
#include "support/temporary_directory.h"

namespace probity::fixture {

using base::json::Array;
using base::json::Object;
using base::json::Value;

using support::TemporaryDirectory;

// "0000000000000000000000000000002a" from 42: ids and names that a reader can tell apart.
inline std::string hex32(std::uint64_t number) {
  return fmt::format("{:032x}", number);
}
inline base::StreamId stream_id(std::uint64_t number) {
  return *base::StreamId::from_hex(hex32(number));
}
inline base::EventId event_id(std::uint64_t number) {
  return *base::EventId::from_hex(hex32(number));
}
inline base::SubjectId subject_id(std::uint64_t number) {
  return *base::SubjectId::from_hex(hex32(number));
}

constexpr std::int64_t second = 1'000'000;
inline base::Instant opened() {
  return *base::parse_instant("2016-03-01T09:00:00.000000Z");
}
inline std::string seconds_later(std::int64_t seconds) {
  return base::to_text(base::Instant{opened().microseconds + seconds * second});
}

inline Value day_valid(std::string_view day) {
  return Value(Object{{"from", Value(day)}, {"precision", Value("day")}});
}

// An event for the log "test/log"; `recorded` is left out when empty, as for live logs.
inline Value event(std::uint64_t id, std::uint64_t stream, std::string_view recorded,
                   Object facts = {{"minutes", Value(std::int64_t{60})}},
                   std::string_view type = "appointment.contact_noted") {
  Object object = {{"actor", Value(hex32(1))},         {"channel", Value("office")},
                   {"facts", Value(std::move(facts))}, {"id", Value(hex32(id))},
                   {"log", Value("test/log")},         {"provider", Value("CRC1")},
                   {"role", Value("practitioner")},    {"schema", Value(std::int64_t{1})},
                   {"stream", Value(hex32(stream))},   {"type", Value(type)},
                   {"v", Value(std::int64_t{1})},      {"valid", day_valid("2016-03-07")}};
  Value value(std::move(object));
  if (!recorded.empty()) value.set("recorded", Value(recorded));
  return value;
}

inline Value correction(std::uint64_t id, std::uint64_t stream, std::string_view recorded, std::uint64_t of,
                        std::string_view kind, Object facts = {{"minutes", Value(std::int64_t{30})}}) {
  Value value = event(id, stream, recorded, std::move(facts));
  value.set(
      "corrects",
      Value(Object{{"id", Value(hex32(of))}, {"kind", Value(kind)}, {"reason", Value("entered_wrongly")}}));
  return value;
}

inline Value with_sealed(Value value,
                         std::initializer_list<std::pair<std::uint64_t, std::string_view>> parts) {
  Array sealed;
  for (const auto& [subject, text] : parts)
    sealed.push_back(
        Value(Object{{"key", Value(hex32(subject))}, {"part", Value(Object{{"note", Value(text)}})}}));
  value.set("sealed", Value(std::move(sealed)));
  return value;
}

inline ledger::OpenOptions writing(std::function<base::Instant()> now = nullptr) {
  return {.mode = ledger::OpenOptions::Mode::write,
          .validate = [](const Value&) { return std::vector<base::Error>{}; },
          .now = std::move(now)};
}

inline ledger::CreateOptions replayed(std::string seed = "7") {
  return {.constants = {"test/log", "Europe/London", ledger::Clock::replayed},
          .seed = std::move(seed),
          .opened = opened()};
}

inline ledger::CreateOptions live() {
  return {.constants = {"test/log", "Europe/London", ledger::Clock::live}, .seed = {}, .opened = opened()};
}

template <class T> T good(base::Result<T> result) {
  if (!result) {
    ADD_FAILURE() << result.error().text();
    std::abort();
  }
  return std::move(*result);
}
inline void good(const base::Result<void>& result) {
  if (!result) ADD_FAILURE() << result.error().text();
}

// Appends one submission.
inline base::Result<ledger::Receipt> submit(ledger::Ledger& log, std::vector<Value> events,
                                            std::map<base::StreamId, std::int64_t> expect = {}) {
  const std::array submissions = {ledger::Submission{std::move(events), std::move(expect)}};
  return std::move(good(log.append(submissions)).front());
}

// "code where" of a refusal, or "accepted".
inline std::string outcome(const base::Result<ledger::Receipt>& result) {
  return result ? "accepted" : fmt::format("{} {}", base::name(result.error().code), result.error().where);
}

// A property whose cases write files: fewer cases than rapidcheck's hundred.
template <class Property> void check_cases(int cases, const Property& property) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = cases;
  const rc::detail::TestResult result =
      rc::detail::checkTestable(property, rc::detail::TestMetadata(), params);
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << told.str();
}

} // namespace probity::fixture

// Every refusal of an append that the event itself causes: what is said, and that nothing is stored.
#include "ledger/ledger.h"

#include <functional>

#include "support/ledger_fixture.h"

namespace probity::ledger {
namespace {

using namespace fixture;

struct Refusal {
  const char* name;
  std::function<void(Value&)> spoil;
  const char* expected;
};

class RefusalTest : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusalTest, StoresNothingAndSaysWhere) {
  const TemporaryDirectory folder;
  Ledger log = good(Ledger::create(folder.file("a"), replayed(), writing()));
  Value spoiled = event(11, 5, seconds_later(1));
  GetParam().spoil(spoiled);
  const std::array submissions = {Submission{{event(10, 5, seconds_later(1))}, {}},
                                  Submission{{event(20, 6, seconds_later(1)), spoiled}, {}},
                                  Submission{{event(12, 5, seconds_later(1))}, {}}};
  const auto receipts = good(log.append(submissions));
  EXPECT_EQ(outcome(receipts[0]), "accepted");
  EXPECT_EQ(outcome(receipts[1]), GetParam().expected);
  EXPECT_EQ(outcome(receipts[2]), "accepted");
  EXPECT_EQ(log.size(), 3U);
  EXPECT_EQ(good(log.stream_length(stream_id(6))), 0) << "all or none";
}

const Value nothing = Value(Object{});
Value text_value(const char* text) {
  return Value(text);
}
Value number(std::int64_t value) {
  return Value(value);
}

INSTANTIATE_TEST_SUITE_P(
    Envelope, RefusalTest,
    ::testing::Values(
        Refusal{"index", [](Value& e) { e.set("index", number(1)); }, "set_by_server /events/1/index"},
        Refusal{"seq", [](Value& e) { e.set("seq", number(1)); }, "set_by_server /events/1/seq"},
        Refusal{"prev", [](Value& e) { e.set("prev", text_value("0")); }, "set_by_server /events/1/prev"},
        Refusal{"subjects", [](Value& e) { e.set("subjects", Value(Array{})); }, "set_by_server /events/1/subjects"},
        Refusal{"unknown_member", [](Value& e) { e.set("colour", text_value("red")); },
                "unknown_field /events/1/colour"},
        Refusal{"version", [](Value& e) { e.set("v", number(2)); }, "invalid_input /events/1/v"},
        Refusal{"other_log", [](Value& e) { e.set("log", text_value("test/other")); }, "wrong_log /events/1/log"},
        Refusal{"short_id", [](Value& e) { e.set("id", text_value("12")); }, "invalid_input /events/1/id"},
        Refusal{"upper_case_stream", [](Value& e) { e.set("stream", Value(std::string(32, 'A'))); },
                "invalid_input /events/1/stream"},
        Refusal{"missing_actor", [](Value& e) { e.erase("actor"); }, "invalid_input /events/1"},
        Refusal{"missing_valid", [](Value& e) { e.erase("valid"); }, "invalid_input /events/1"},
        Refusal{"missing_recorded", [](Value& e) { e.erase("recorded"); }, "invalid_input /events/1"},
        Refusal{"role", [](Value& e) { e.set("role", text_value("wizard")); }, "invalid_input /events/1/role"},
        Refusal{"channel", [](Value& e) { e.set("channel", text_value("owl")); }, "invalid_input /events/1/channel"},
        Refusal{"schema_zero", [](Value& e) { e.set("schema", number(0)); }, "invalid_input /events/1/schema"},
        Refusal{"facts_list", [](Value& e) { e.set("facts", Value(Array{})); }, "invalid_input /events/1/facts"},
        Refusal{"entity", [](Value& e) { e.set("entity", Value(Object{{"plan", text_value("x")}})); },
                "invalid_input /events/1/entity/plan"},
        Refusal{"provider_empty", [](Value& e) { e.set("provider", text_value("")); },
                "invalid_input /events/1/provider"},
        Refusal{"recorded_five_digits", [](Value& e) { e.set("recorded", text_value("2016-03-01T09:00:01.00000Z")); },
                "invalid_input /events/1/recorded"},
        Refusal{"recorded_leap_second",
                [](Value& e) { e.set("recorded", text_value("2016-12-31T23:59:60.000000Z")); },
                "invalid_input /events/1/recorded"},
        Refusal{"recorded_backwards", [](Value& e) { e.set("recorded", Value(seconds_later(0))); },
                "recorded_backwards /events/1/recorded"},
        Refusal{"captured", [](Value& e) { e.set("captured", text_value("today")); },
                "invalid_input /events/1/captured"},
        Refusal{"valid_no_such_day", [](Value& e) { e.set("valid", day_valid("2016-02-30")); },
                "invalid_input /events/1/valid/from"},
        Refusal{"valid_day_with_instant",
                [](Value& e) { e.set("valid", day_valid("2016-02-20T00:00:00.000000Z")); },
                "invalid_input /events/1/valid/from"},
        Refusal{"valid_ends_before",
                [](Value& e) {
                  Value valid = day_valid("2016-03-07");
                  valid.set("to", text_value("2016-03-07"));
                  e.set("valid", valid);
                },
                "invalid_input /events/1/valid/to"},
        Refusal{"valid_precision",
                [](Value& e) { e.set("valid", Value(Object{{"precision", text_value("week")}})); },
                "invalid_input /events/1/valid/precision"},
        Refusal{"valid_unknown_with_from",
                [](Value& e) {
                  e.set("valid", Value(Object{{"from", text_value("2016-03-07")}, {"precision", text_value("unknown")}}));
                },
                "unknown_field /events/1/valid/from"},
        Refusal{"offset_without_length",
                [](Value& e) { e.set("valid", Value(Object{{"after", Value(hex32(10))}})); },
                "invalid_input /events/1/valid"},
        Refusal{"offset_with_both",
                [](Value& e) {
                  e.set("valid", Value(Object{{"after", Value(hex32(10))}, {"days", number(1)}, {"months", number(1)}}));
                },
                "invalid_input /events/1/valid"},
        Refusal{"sealed_without_key",
                [](Value& e) { e.set("sealed", Value(Array{Value(Object{{"part", nothing}})})); },
                "invalid_input /events/1/sealed/0"},
        Refusal{"too_many_sealed",
                [](Value& e) {
                  e.set("sealed", Value(Array(9, Value(Object{{"key", Value(hex32(1))}, {"part", nothing}}))));
                },
                "too_large /events/1/sealed"},
        Refusal{"too_long",
                [](Value& e) { e.set("facts", Value(Object{{"text", Value(std::string(60'000, 'x'))}})); },
                "too_large /events/1"},
        Refusal{"log_opened", [](Value& e) { e.set("type", text_value("system.log_opened")); },
                "refused /events/1/type"},
        Refusal{"same_id_twice", [](Value& e) { e.set("id", Value(hex32(20))); }, "id_reused /events/1/id"},
        Refusal{"id_of_another", [](Value& e) { e.set("id", Value(hex32(10))); }, "id_reused /events/1/id"},
        Refusal{"correction_of_nothing",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 77, "amend"); },
                "bad_correction /events/1/corrects/id"},
        Refusal{"correction_in_another_stream",
                [](Value& e) { e = correction(11, 6, seconds_later(1), 10, "amend"); },
                "bad_correction /events/1/corrects"},
        Refusal{"correction_of_later",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 12, "void"); },
                "bad_correction /events/1/corrects/id"},
        Refusal{"correction_kind",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 10, "delete"); },
                "invalid_input /events/1/corrects/kind"},
        Refusal{"reinstate_of_standing",
                [](Value& e) { e = correction(11, 5, seconds_later(1), 10, "reinstate"); },
                "bad_correction /events/1/corrects"},
        Refusal{"amend_to_another_type",
                [](Value& e) {
                  e = correction(11, 5, seconds_later(1), 10, "amend");
                  e.set("type", text_value("appointment.scheduled"));
                },
                "bad_correction /events/1/type"},
        Refusal{"link_to_self",
                [](Value& e) {
                  e = event(11, 5, seconds_later(1), {{"other", Value(hex32(5))}}, "person.linked");
                },
                "invalid_input /events/1/facts/other"},
        Refusal{"link_to_nobody",
                [](Value& e) {
                  e = event(11, 5, seconds_later(1), {{"other", Value(hex32(55))}}, "person.linked");
                },
                "not_found /events/1/facts/other"},
        Refusal{"unlink_of_unlinked",
                [](Value& e) {
                  e = event(11, 6, seconds_later(1), {{"other", Value(hex32(5))}}, "person.unlinked");
                },
                "refused /events/1/facts/other"}),
    [](const auto& tested) { return tested.param.name; });

} // namespace
} // namespace probity::ledger

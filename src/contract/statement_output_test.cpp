// What a line says of itself as JSON and as a row of CSV.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract/statement.h"

namespace probity::contract {
namespace {

using base::json::Value;
using testing::HasSubstr;
using testing::Not;

Line line(std::string id, LineKind kind, bool provisional = false) {
  Line out;
  out.id = std::move(id);
  out.kind = kind;
  out.clause = "penalty";
  out.provisional = provisional;
  return out;
}

Statement waived_and_corrected() {
  Statement out;
  out.lines = {line("c/2016-03/penalty/1", LineKind::deduction), line("c/2016-03/fee/1", LineKind::fee, true),
               line("c/2016-03/penalty/waived.1", LineKind::waiver, true)};
  out.lines.back().reason = "the feed failed";
  out.corrections = {{line("c/2016-02/penalty/waived.1", LineKind::waiver), {}, {}, {}},
                     {line("c/2016-02/penalty/waived.2", LineKind::waiver, true), {}, {}, {}}};
  out.drift = {{line("c/2016-01/penalty/1", LineKind::deduction), {}, {}, {}}};
  return out;
}

std::string text_of(const Value& list, std::size_t at, std::string_view member) {
  const Value* found = list.array()->at(at).find(member);
  return found == nullptr ? "none" : *found->text();
}

TEST(StatementOutput, ALineThatIsWaivedOrCorrectedSaysSoInJson) {
  const Value out = statement_json(waived_and_corrected());
  const Value& lines = *out.find("lines");
  EXPECT_EQ(text_of(lines, 0, "state"), "determined");
  EXPECT_EQ(text_of(lines, 1, "state"), "provisional");
  EXPECT_EQ(text_of(lines, 2, "state"), "waived");
  EXPECT_EQ(text_of(*out.find("corrections"), 0, "state"), "corrected");
  EXPECT_EQ(text_of(*out.find("corrections"), 1, "state"), "waived");
  EXPECT_EQ(text_of(*out.find("drift"), 0, "state"), "corrected");
}

TEST(StatementOutput, AndTheSameInCsv) {
  const std::string csv = statement_csv(waived_and_corrected());
  EXPECT_THAT(csv, HasSubstr(",waived,the feed failed,,"));
  EXPECT_THAT(csv, HasSubstr(",corrected,"));
  EXPECT_THAT(csv.substr(csv.find("drift")), Not(HasSubstr("determined")));
}

TEST(StatementOutput, AReasonIsAMemberOfItsOwnWhereThereIsOne) {
  const Value out = statement_json(waived_and_corrected());
  EXPECT_EQ(text_of(*out.find("lines"), 2, "reason"), "the feed failed");
  EXPECT_EQ(text_of(*out.find("lines"), 2, "note"), "");
  EXPECT_EQ(text_of(*out.find("lines"), 0, "reason"), "none");
}

} // namespace
} // namespace probity::contract

// What `why LINE` answers to machines, the program's and the API's alike.
#include "service/settlement_input.h"

#include <gtest/gtest.h>

namespace probity::service {
namespace {

TEST(WhyJson, SaysTheReasonOfALineApartFromItsNote) {
  contract::Why why;
  why.line.kind = contract::LineKind::reinvestment;
  why.line.reason = "a new hostel place";
  why.line.note = "no more than was levied";
  const base::json::Value out = to_json(why);
  EXPECT_EQ(*out.find("reason")->text(), "a new hostel place");
  EXPECT_EQ(*out.find("note")->text(), "no more than was levied");
}

} // namespace
} // namespace probity::service

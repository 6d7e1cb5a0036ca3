// Two threads check a span: each submission comes out once, in order, and neither thread ever waits for ever.
#include "ledger/check_ahead.h"
#include "support/ledger_fixture.h"

namespace probity::ledger {
namespace {

using namespace fixture;

// What costs next to nothing to check brings the two threads together at every chunk, where one that was
// woken a moment too soon would sleep for good.
TEST(CheckAhead, ThousandsOfShortSpansComeOutInOrder) {
  std::vector<Submission> submissions(160);
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    if (i % 3 == 0) continue; // without an event
    submissions[i].events.push_back(Value(Object{}));
  }
  const Constants constants = replayed().constants;
  const base::Zone zone = good(base::Zone::named(constants.zone));
  CheckAhead ahead(constants, {}, zone);
  for (int round = 0; round < 3'000; ++round) {
    const std::span span = std::span(submissions).first(48 + static_cast<std::size_t>(round) % 112);
    ahead.begin(span, base::Instant{});
    const std::size_t taken = round % 5 == 0 ? span.size() / 2 : span.size(); // a span may be given up
    for (std::size_t i = 0; i < taken; ++i) {
      const CheckedSubmission& checked = ahead.next();
      ASSERT_TRUE(checked.malformed) << round << " " << i;
      ASSERT_EQ(checked.malformed->where == "/events", i % 3 == 0) << round << " " << i;
    }
    ahead.end();
  }
}

} // namespace
} // namespace probity::ledger

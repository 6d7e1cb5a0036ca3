// Same submissions, same bytes: whatever the batches, the threads and the reopenings.
#include "ledger/ledger.h"
#include "support/ledger_fixture.h"

#include <algorithm>
#include <map>
#include <rapidcheck/gtest.h>

namespace probity::ledger {
namespace {

using namespace fixture;

std::vector<Submission> random_submissions(std::size_t count) {
  std::vector<Submission> out;
  std::uint64_t id = 100;
  for (std::size_t i = 0; i < count; ++i) {
    Submission submission;
    const int events = *rc::gen::inRange(1, 4);
    for (int k = 0; k < events; ++k) {
      Value made =
          event(++id, *rc::gen::inRange<std::uint64_t>(1, 6), seconds_later(static_cast<std::int64_t>(i)));
      if (*rc::gen::inRange(0, 3) == 0)
        made = with_sealed(std::move(made), {{*rc::gen::inRange<std::uint64_t>(1, 6), "a note"}});
      submission.events.push_back(std::move(made));
    }
    out.push_back(std::move(submission));
  }
  return out;
}

TEST(LedgerProperty, SameInputSameRootWhateverTheBatchesAndReopenings) {
  check_cases(15, [] {
    const std::vector<Submission> submissions = random_submissions(*rc::gen::inRange<std::size_t>(1, 12));
    const TemporaryDirectory folder;
    Ledger whole = good(Ledger::create(folder.file("whole"), replayed(), writing()));
    good(whole.append(submissions));
    std::optional<Ledger> pieces = good(Ledger::create(folder.file("pieces"), replayed(), writing()));
    for (std::size_t at = 0; at < submissions.size();) {
      const std::size_t batch = std::min(*rc::gen::inRange<std::size_t>(1, 4), submissions.size() - at);
      good(pieces->append(std::span(submissions).subspan(at, batch)));
      at += batch;
      if (*rc::gen::inRange(0, 2) == 0) {
        const base::Digest root = pieces->root();
        pieces.reset();
        pieces = good(Ledger::open(folder.file("pieces"), writing()));
        RC_ASSERT(pieces->root() == root);
      }
    }
    RC_ASSERT(pieces->root() == whole.root());
    Ledger other = good(Ledger::create(folder.file("other"), replayed("8"), writing()));
    good(other.append(submissions));
    RC_ASSERT(other.root() != whole.root());
  });
}

std::vector<std::string> outcomes_of(const std::vector<base::Result<Receipt>>& receipts) {
  std::vector<std::string> out;
  for (const auto& receipt : receipts)
    out.push_back(receipt ? fmt::format("{} at {}, {} events, leaf {}", outcome(receipt), receipt->index,
                                        receipt->count, receipt->leaves.back().hex())
                          : outcome(receipt) + ": " + receipt.error().message);
  return out;
}

// A span this long is checked by a second thread; one submission at a time never is.
TEST(LedgerProperty, ALongSpanIsJudgedAsItsSubmissionsOneByOne) {
  check_cases(8, [] {
    std::vector<Submission> submissions = random_submissions(*rc::gen::inRange<std::size_t>(100, 300));
    for (std::size_t i = 1; i < submissions.size(); ++i) {
      switch (*rc::gen::inRange(0, 8)) {
      case 0:
        submissions[i].events.front().set("channel", Value("pigeon"));
        break;
      case 1:
        submissions[i].events.front().set("surplus", Value("x"));
        break;
      case 2:
        submissions[i] = submissions[i - 1];
        break;
      case 3:
        submissions[i].events.clear();
        break;
      case 4:
        submissions[i].events.back().set("id", *submissions[0].events[0].find("id"));
        break;
      default:
        break;
      }
    }
    const TemporaryDirectory folder;
    Ledger span = good(Ledger::create(folder.file("span"), replayed(), writing()));
    Ledger single = good(Ledger::create(folder.file("single"), replayed(), writing()));
    std::vector<std::string> one_by_one;
    for (const Submission& submission : submissions)
      one_by_one.push_back(outcomes_of(good(single.append(std::span(&submission, 1)))).front());
    RC_ASSERT(outcomes_of(good(span.append(submissions))) == one_by_one);
    RC_ASSERT(span.root() == single.root());
  });
}

TEST(LedgerOrder, OfIndependentSubmissionsChangesTheRootAlone) {
  const TemporaryDirectory folder;
  const auto append = [&](const std::string& name, bool turned) {
    Ledger log = good(Ledger::create(folder.file(name), replayed(), writing()));
    std::vector<Submission> submissions;
    for (std::uint64_t stream = 1; stream <= 4; ++stream)
      submissions.push_back(
          {{event(10 * stream, stream, seconds_later(1)), event(10 * stream + 1, stream, seconds_later(1))},
           {}});
    if (turned) std::reverse(submissions.begin(), submissions.end());
    good(log.append(submissions));
    std::map<std::string, std::string> facts; // id → the event without its place
    good(log.scan(std::nullopt, [&](const StoredEvent& stored) {
      Value value = good(base::json::parse(stored.body));
      value.erase("index");
      value.erase("prev");
      facts[*value.find("id")->text()] = base::json::write(value);
      return true;
    }));
    return std::pair(log.root(), facts);
  };
  const auto straight = append("straight", false);
  const auto turned = append("turned", true);
  EXPECT_NE(straight.first, turned.first);
  EXPECT_EQ(straight.second, turned.second);
}

} // namespace
} // namespace probity::ledger

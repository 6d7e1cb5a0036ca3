// Laws of appending: all or none, no gap, every stream a chain, the first receipt again; and growth from
// every checkpoint that was ever signed.
#include <algorithm>
#include <map>

#include "ledger/merkle.h"
#include "ledger/verify.h"
#include "support/ledger_fixture.h"

namespace probity::ledger {
namespace {

using namespace fixture;

constexpr std::uint64_t streams = 5;

// Over several streams, with ids that no other submission has.
Submission random_submission(std::uint64_t& id, std::int64_t seconds) {
  Submission out;
  const int events = *rc::gen::inRange(1, 5);
  for (int i = 0; i < events; ++i)
    out.events.push_back(
        event(++id, *rc::gen::inRange<std::uint64_t>(1, streams + 1), seconds_later(seconds)));
  return out;
}

base::StreamId stream_in(const Value& event) {
  return *base::StreamId::from_hex(*event.find("stream")->text());
}

// What a ledger should hold, by the plainest means.
struct Model {
  std::vector<std::string> ids; // by index; leaf 0 has none
  std::map<base::StreamId, std::int64_t> lengths;
  std::map<std::string, std::uint64_t> first; // a submission as written → its first index

  static std::string written(const Submission& submission) {
    std::string out;
    for (const Value& one : submission.events)
      out += base::json::write(one) + "\n";
    return out;
  }
  [[nodiscard]] bool expects_well(const Submission& submission) const {
    for (const auto& [stream, count] : submission.expect) {
      const auto found = lengths.find(stream);
      if (count != (found == lengths.end() ? 0 : found->second)) return false;
    }
    return true;
  }
  void take(const Submission& submission) {
    first[written(submission)] = ids.size();
    for (const Value& one : submission.events) {
      ids.push_back(*one.find("id")->text());
      ++lengths[stream_in(one)];
    }
  }
};

enum class Kind { plain, spoilt, repeated, expecting };

// A submission of the kind, and whether the ledger must take it.
std::pair<Submission, bool> next_submission(Kind kind, const Model& model,
                                            const std::vector<Submission>& taken, std::uint64_t& id,
                                            std::int64_t seconds) {
  if (kind == Kind::repeated && !taken.empty())
    return {taken[*rc::gen::inRange<std::size_t>(0, taken.size())], true};
  Submission made = random_submission(id, seconds);
  if (kind == Kind::spoilt) {
    const std::size_t which = *rc::gen::inRange<std::size_t>(0, made.events.size());
    made.events[which].set("surplus", Value("x"));
    return {made, false};
  }
  if (kind == Kind::expecting) {
    const base::StreamId stream = stream_in(made.events.front());
    const auto found = model.lengths.find(stream);
    made.expect[stream] = (found == model.lengths.end() ? 0 : found->second) + *rc::gen::inRange(0, 2);
    return {made, model.expects_well(made)};
  }
  return {made, true};
}

void check_stored(const Ledger& log, const Model& model) {
  RC_ASSERT(log.size() == model.ids.size());
  std::uint64_t index = 0;
  std::map<std::string, std::pair<std::int64_t, std::string>> heads; // stream → length, last leaf
  good(log.scan(std::nullopt, [&](const StoredEvent& stored) {
    RC_ASSERT(stored.index == index);
    const Value body = good(base::json::parse(stored.body));
    if (index > 0) RC_ASSERT(*body.find("id")->text() == model.ids[index]);
    RC_ASSERT(*body.find("index")->integer() == static_cast<std::int64_t>(index));
    auto& [length, leaf] =
        heads.try_emplace(*body.find("stream")->text(), 0, std::string(64, '0')).first->second;
    RC_ASSERT(*body.find("seq")->integer() == length);
    RC_ASSERT(*body.find("prev")->text() == leaf);
    ++length;
    leaf = leaf_hash(base::bytes_of(stored.body)).hex();
    ++index;
    return true;
  }));
  RC_ASSERT(index == log.size());
}

TEST(LedgerLaws, AllOrNoneWithoutAGapAndTheFirstReceiptAgain) {
  check_cases(20, [] {
    const TemporaryDirectory folder;
    Ledger log = good(Ledger::create(folder.file("a"), replayed(), writing()));
    Model model;
    model.ids.emplace_back(); // leaf 0
    std::vector<Submission> taken;
    std::map<std::string, Receipt> receipts;
    std::uint64_t id = 100;
    const int submissions = *rc::gen::inRange(1, 30);
    for (int i = 0; i < submissions; ++i) {
      const Kind kind = *rc::gen::element(Kind::plain, Kind::spoilt, Kind::repeated, Kind::expecting);
      const auto [submission, is_taken] = next_submission(kind, model, taken, id, i);
      const std::string written = Model::written(submission);
      const bool is_here = model.first.contains(written);
      const base::Result<Receipt> result = submit(log, submission.events, submission.expect);
      RC_ASSERT(result.has_value() == is_taken);
      if (!is_taken) {
        for (const Value& one : submission.events)
          RC_ASSERT(!good(log.index_of(*base::EventId::from_hex(*one.find("id")->text()))));
        continue;
      }
      RC_ASSERT(result->repeated == is_here);
      if (is_here) {
        RC_ASSERT(result->index == model.first[written]);
        RC_ASSERT(result->leaves == receipts.at(written).leaves);
        continue;
      }
      RC_ASSERT(result->index == model.ids.size());
      RC_ASSERT(result->count == submission.events.size());
      model.take(submission);
      receipts[written] = *result;
      taken.push_back({submission.events, {}});
    }
    check_stored(log, model);
  });
}

TEST(LedgerLaws, ALedgerHasGrownFromEveryCheckpointOfItsOwnAndFromNoneOfAFork) {
  check_cases(6, [] {
    const TemporaryDirectory folder;
    std::vector<std::string> own;
    std::vector<std::string> forked;
    std::uint64_t id = 100;
    {
      Ledger log = good(Ledger::create(folder.file("a"), replayed(), writing()));
      Ledger fork = good(Ledger::create(folder.file("b"), replayed(), writing()));
      const int submissions = *rc::gen::inRange(1, 8);
      for (int i = 0; i < submissions; ++i) {
        const Submission one = random_submission(id, i);
        const Submission other = random_submission(id, i);
        RC_ASSERT(submit(log, one.events).has_value());
        RC_ASSERT(submit(fork, other.events).has_value());
        own.push_back(good(log.checkpoint()));
        forked.push_back(good(fork.checkpoint()));
      }
    }
    VerifyOptions options;
    for (const std::string& note : own) {
      options.against_note = note;
      RC_ASSERT(good(verify(folder.file("a"), options)).ok);
    }
    for (const std::string& note : forked) {
      options.against_note = note;
      const Verification found = good(verify(folder.file("a"), options));
      RC_ASSERT(!found.ok);
      RC_ASSERT(std::any_of(found.findings.begin(), found.findings.end(),
                            [](const Finding& one) { return one.what == "growth"; }));
    }
  });
}

} // namespace
} // namespace probity::ledger

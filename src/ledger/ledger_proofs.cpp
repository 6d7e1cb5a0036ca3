// What a ledger proves: roots, leaves, proofs and signed checkpoints.
#include "ledger/ledger_state.h"
#include "ledger/stored_id.h"

#include <algorithm>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using Step = store::Statement::Step;

namespace {

constexpr std::uint64_t leaves_a_page = 4'096;

} // namespace

// Leaf hashes, read a page at a time.
LeafSource Ledger::State::leaves() const {
  return [this, page = std::vector<base::Digest>(),
          from = UINT64_MAX](std::uint64_t index) mutable -> Result<base::Digest> {
    if (from == UINT64_MAX || index < from || index >= from + page.size()) {
      from = index / leaves_a_page * leaves_a_page;
      page.clear();
      PROBITY_ASSIGN(store::Statement statement,
                     database.prepare("SELECT ix, leaf FROM event WHERE ix >= ? ORDER BY ix LIMIT ?"));
      statement.bind(1, static_cast<std::int64_t>(from)).bind(2, static_cast<std::int64_t>(leaves_a_page));
      while (true) {
        PROBITY_ASSIGN(const Step step, statement.step());
        if (step == Step::done) break;
        if (static_cast<std::uint64_t>(statement.integer(0)) != from + page.size())
          return fail(ErrorCode::corrupt, fmt::format("event {} is missing", from + page.size()), file,
                      "Run verify");
        PROBITY_ASSIGN(page.emplace_back(), id_from<base::Digest>(statement.blob(1), "a leaf hash"));
      }
      if (index >= from + page.size())
        return fail(ErrorCode::corrupt, fmt::format("event {} is missing", index), file, "Run verify");
    }
    return page[index - from];
  };
}

Result<base::Digest> Ledger::root_at(std::uint64_t at) const {
  if (at > size()) return no_event(at - 1, size());
  if (at == 0) return empty_root();
  return range_root(state_->leaves(), 0, at);
}

Result<base::Digest> Ledger::leaf(std::uint64_t index) const {
  if (index >= size()) return no_event(index, size());
  return state_->leaves()(index);
}

Result<std::vector<base::Digest>> Ledger::inclusion_proof(std::uint64_t index, std::uint64_t at) const {
  if (at > size() || index >= at) return no_event(index, std::min(at, size()));
  return prove_inclusion(state_->leaves(), index, at);
}

Result<std::vector<std::vector<base::Digest>>>
Ledger::inclusion_proofs(const std::vector<std::uint64_t>& indexes, std::uint64_t at) const {
  if (at > size()) return no_event(at - 1, size());
  return prove_inclusions(state_->leaves(), indexes, at);
}

Result<std::vector<base::Digest>> Ledger::consistency_proof(std::uint64_t from, std::uint64_t to) const {
  if (to > size() || from > to)
    return fail(ErrorCode::invalid_input,
                fmt::format("a ledger of {} events has no growth from {} to {}", size(), from, to));
  return prove_consistency(state_->leaves(), from, to);
}

Result<std::string> Ledger::checkpoint() const {
  std::string note;
  PROBITY_TRY(state_->one("SELECT note FROM checkpoint WHERE size = ?", static_cast<std::int64_t>(size()),
                          [&](const store::Statement& row) -> Result<void> {
                            note = row.text(0);
                            return {};
                          }));
  return note;
}

Result<std::string> Ledger::checkpoint_at(std::uint64_t at) const {
  PROBITY_ASSIGN(store::Statement statement,
                 state_->database.prepare("SELECT size, note FROM checkpoint WHERE size >= ? AND size <= ? "
                                          "ORDER BY size LIMIT 1"));
  PROBITY_ASSIGN(const Step step, statement.bind(1, static_cast<std::int64_t>(std::min(at, size() + 1)))
                                      .bind(2, static_cast<std::int64_t>(size()))
                                      .step());
  if (step == Step::row && static_cast<std::uint64_t>(statement.integer(0)) == at)
    return std::string(statement.text(1));
  return fail(ErrorCode::not_found, fmt::format("no checkpoint was signed at size {}", at), state_->file,
              step == Step::row ? fmt::format("The next one was signed at size {}", statement.integer(0))
                                : fmt::format("The ledger has {} events", size()));
}

Result<std::string> Ledger::verification_key() const {
  std::string key;
  PROBITY_TRY(state_->one("SELECT verification_key FROM head WHERE one = ?", 1,
                          [&](const store::Statement& row) -> Result<void> {
                            key = row.text(0);
                            return {};
                          }));
  return key;
}

} // namespace probity::ledger

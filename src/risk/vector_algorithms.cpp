#include "risk/vectors.h"

namespace probity::risk {
namespace {

const Instrument* instrument(std::string_view name) {
  const auto found = find_instrument(name);
  PROBITY_ENSURE(found.has_value());
  return *found;
}

// Its vectors have a column for whether the screen speaks of such a person at all.
Answers answers_of_mst(const Score& score) {
  if (score.outcome == Outcome::not_applicable) return {{"expect_applicable", "false"}};
  Answers out = answers_of(score);
  out.emplace_back("expect_applicable", "true");
  return out;
}

std::vector<VectorAlgorithm> all() {
  return {
      {instrument("lds"), {"expect_score", "expect_error"}, answers_of},
      {instrument("mst"),
       {"expect_score", "expect_flag", "expect_applicable", "expect_error"},
       answers_of_mst},
      {instrument("ogrs3"),
       {"expect_p1", "expect_p2", "expect_one_year_pct", "expect_two_year_pct", "expect_band",
        "expect_error"},
       answers_of},
  };
}

} // namespace

std::span<const VectorAlgorithm> vector_algorithm_list() {
  static const std::vector<VectorAlgorithm> list = all();
  return list;
}

} // namespace probity::risk

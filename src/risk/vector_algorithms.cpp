#include <algorithm>

#include "risk/instruments.h"
#include "risk/vectors.h"

namespace probity::risk {
namespace {

const Instrument& instrument(std::string_view name) {
  const auto found = find_instrument(name);
  PROBITY_ENSURE(found.has_value());
  return **found;
}

std::vector<std::string> inputs_of(std::string_view name) {
  std::vector<std::string> out;
  for (const InputSpec& spec : instrument(name).inputs)
    out.emplace_back(spec.name);
  return out;
}

constexpr std::string_view ogrs3_name = "ogrs3";
constexpr std::string_view lds_name = "lds";
constexpr std::string_view mst_name = "mst";

template <const std::string_view& name> base::Result<Answers> answer_by(const Given& given) {
  PROBITY_ASSIGN(const Score score, instrument(name).score(given));
  return answers_of(score);
}

template <const std::string_view& name> VectorAlgorithm algorithm_of(std::vector<std::string> expects) {
  return {name, inputs_of(name), std::move(expects), answer_by<name>};
}

// Its vectors have a column for whether the screen speaks of such a person at all.
base::Result<Answers> answer_mst(const Given& given) {
  PROBITY_ASSIGN(const Score score, instrument(mst_name).score(given));
  if (score.outcome == Outcome::not_applicable) return Answers{{"expect_applicable", "false"}};
  Answers out = answers_of(score);
  out.emplace_back("expect_applicable", "true");
  return out;
}

std::vector<VectorAlgorithm> all() {
  std::vector<VectorAlgorithm> out{
      algorithm_of<ogrs3_name>({"expect_p1", "expect_p2", "expect_one_year_pct", "expect_two_year_pct",
                                "expect_band", "expect_error"}),
      algorithm_of<lds_name>({"expect_score", "expect_error"}),
      {mst_name,
       inputs_of(mst_name),
       {"expect_score", "expect_flag", "expect_applicable", "expect_error"},
       answer_mst},
  };
  std::sort(out.begin(), out.end(),
            [](const VectorAlgorithm& left, const VectorAlgorithm& right) { return left.name < right.name; });
  return out;
}

} // namespace

std::span<const VectorAlgorithm> vector_algorithm_list() {
  static const std::vector<VectorAlgorithm> list = all();
  return list;
}

} // namespace probity::risk

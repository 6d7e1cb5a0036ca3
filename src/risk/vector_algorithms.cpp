#include <algorithm>

#include "risk/instruments.h"
#include "risk/vectors.h"

namespace probity::risk {
namespace {

using Names = std::vector<std::string>;

const Instrument& instrument(std::string_view name) {
  const auto found = find_instrument(name);
  PROBITY_ENSURE(found.has_value());
  return **found;
}

// The columns of an instrument's inputs, but those which its vectors do not have.
Names columns_of(std::string_view name, const Names& without = {}) {
  Names out;
  for (const InputSpec& spec : instrument(name).inputs)
    if (std::find(without.begin(), without.end(), spec.name) == without.end()) out.emplace_back(spec.name);
  return out;
}

// A file's or an instrument's name, as a value that a function can be made of.
struct Name {
  char text[24]{}; // NOLINT(modernize-avoid-c-arrays): made of a literal
  template <std::size_t size> constexpr Name(const char (&from)[size]) { // NOLINT
    std::copy_n(from, size, text);
  }
};

template <Name name> base::Result<Answers> answer_by(const Given& given) {
  PROBITY_ASSIGN(const Score score, instrument(name.text).score(given));
  return answers_of(score);
}

template <Name name> VectorAlgorithm algorithm_of(Names expects, const Names& without = {}) {
  return {instrument(name.text).name, columns_of(name.text, without), std::move(expects), answer_by<name>};
}

// Its vectors have a column for whether the screen speaks of such a person at all.
base::Result<Answers> answer_of_mst(const Given& given) {
  PROBITY_ASSIGN(const Score score, instrument("mst").score(given));
  if (score.outcome == Outcome::not_applicable) return Answers{{"expect_applicable", "false"}};
  Answers out = answers_of(score);
  out.emplace_back("expect_applicable", "true");
  return out;
}

// Of those of whom it does not speak its vectors write a band.
template <Name name> base::Result<Answers> answer_of_osp(const Given& given) {
  PROBITY_ASSIGN(const Score score, instrument(name.text).score(given));
  if (score.outcome == Outcome::not_applicable) return Answers{{"expect_band", "NOT_APPLICABLE"}};
  return answers_of(score);
}

// Whom it does not place its vectors name in the place of a letter.
base::Result<Answers> answer_of_tier_v3(const Given& given) {
  PROBITY_ASSIGN(const Score score, instrument("tier_v3").score(given));
  Answers out = answers_of(score);
  for (const Reason& reason : score.reasons)
    if (reason.name == "NOT_SUPERVISED" || reason.name == "MISSING")
      out.emplace_back("expect_tier", reason.name);
  return out;
}

// One row holds three scales.
base::Result<Answers> answer_of_psa(const Given& given) {
  Answers out;
  for (const std::string scale : {"fta", "nca", "nvca"}) {
    PROBITY_ASSIGN(const Score score, instrument("psa_" + scale).score(given));
    for (const Figure& figure : score.figures)
      out.emplace_back("expect_" + scale + (figure.name == "scale" ? "" : "_" + figure.name), figure.text);
  }
  return out;
}

// One row holds three predictors in two models.
base::Result<Answers> answer_of_ogrs4(const Given& given) {
  Answers out;
  for (const std::string name : {"arp", "vrp", "svrp"})
    for (const std::string model : {"static", "dynamic"}) {
      Given with_model = given;
      with_model["model"] = model;
      PROBITY_ASSIGN(const Score score, instrument(name).score(with_model));
      const std::string column = "expect_" + name + "_" + model;
      if (const Figure* const figure = score.figure("two_year_pct")) {
        out.emplace_back(column, figure->text);
        out.emplace_back(column + "_band", score.band);
      }
    }
  return out;
}

std::vector<VectorAlgorithm> all() {
  std::vector<VectorAlgorithm> out{
      algorithm_of<"lds">({"expect_score", "expect_error"}),
      {"mst",
       columns_of("mst"),
       {"expect_score", "expect_flag", "expect_applicable", "expect_error"},
       answer_of_mst},
      algorithm_of<"ogrs3">({"expect_p1", "expect_p2", "expect_one_year_pct", "expect_two_year_pct",
                             "expect_band", "expect_error"}),
      {"ogrs4",
       columns_of("arp", {"model"}),
       {"expect_arp_static", "expect_arp_dynamic", "expect_vrp_static", "expect_vrp_dynamic",
        "expect_svrp_static", "expect_svrp_dynamic", "expect_arp_dynamic_band", "expect_vrp_dynamic_band",
        "expect_svrp_dynamic_band"},
       answer_of_ogrs4},
      {"osp_dc",
       columns_of("osp_dc"),
       {"expect_points", "expect_pct", "expect_band", "expect_band_reduced"},
       answer_of_osp<"osp_dc">},
      {"osp_iic",
       columns_of("osp_iic", {"sex", "sexual_offence_history"}),
       {"expect_probability", "expect_pct", "expect_band"},
       answer_of_osp<"osp_iic">},
      algorithm_of<"rsr">({"expect_rsr_pct", "expect_band"}),
      algorithm_of<"ovp">(
          {"expect_points", "expect_one_year_pct", "expect_two_year_pct", "expect_band", "expect_error"}),
      algorithm_of<"ogp">({"expect_points", "expect_one_year_pct", "expect_two_year_pct", "expect_band"}),
      {"psa",
       columns_of("psa_fta"),
       {"expect_fta_raw", "expect_fta", "expect_nca_raw", "expect_nca", "expect_nvca_raw",
        "expect_nvca_flag"},
       answer_of_psa},
      algorithm_of<"tier_v2_protect">({"expect_points", "expect_level"}),
      algorithm_of<"tier_v2_change">({"expect_points", "expect_level"}),
      {"tier_v3", columns_of("tier_v3"), {"expect_tier", "expect_provisional"}, answer_of_tier_v3},
      algorithm_of<"need_severity">({"expect_severity"}),
      algorithm_of<"workload_case_points">({"expect_points"}),
      algorithm_of<"workload_total">({"expect_total"}),
      algorithm_of<"workload_capacity">({"expect_available_points", "expect_capacity_pct"}),
      algorithm_of<"snsv">({"expect_pct"}),
  };
  for (VectorAlgorithm& part : part_vector_algorithms())
    out.push_back(std::move(part));
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

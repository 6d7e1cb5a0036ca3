// Iowa's districts under the outcome clause of 2015, on the published releases: to the last release.
#include <filesystem>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "app/files.h"
#include "contract/provider_verdicts.h"
#include "intake/iowa.h"
#include "rules/register.h"
#include "support/imported_log.h"
#include "support/real_data.h"

namespace probity::app {
namespace {

using contract::ProviderVerdict;
using contract::Verdict;
using testing::ElementsAre;

// "2010 5JD 231/531 beside 483/1395 z 3.605"
std::string words(const std::string& period, const ProviderVerdict& verdict) {
  const auto of = [](const contract::PeopleCounts& counts) {
    return std::to_string(counts.reoffenders) + "/" + std::to_string(counts.people);
  };
  return period + " " + verdict.provider + " " + of(verdict.counts.cohort) + " beside " +
         of(*verdict.counts.comparison) + " z " +
         base::Rational::of(std::llround(verdict.by_clause.deviation->z() * 1000), 1000).decimal(3);
}

// The counts are those of the file, counted without this program; z was worked out from them in Python.
TEST(IowaProviders, TheRateAlonePaysTwentySevenTimesAndTheClauseFour) {
  const auto data = support::whole_real_data("the districts of Iowa under the clause of 2015");
  if (!data) return;
  const timeline::Book book =
      support::imported_book(intake::iowa(), *data / "iowa-prison" / "iowa_3yr_recidivism.csv.gz");
  const std::filesystem::path here(__FILE__);
  const contract::Contract contract =
      load_contract(here.parent_path().parent_path().parent_path() / "contracts" / "iowa-2015-shape.toml")
          .value();
  const rules::WorkingDays working_days = rules::WorkingDays::from(rules::england_wales()).value();
  const contract::Measured measured =
      contract::measure(book, contract, working_days, contract.terms().period("2018").value(), {});
  const auto verdicts = contract::provider_verdicts(book, contract, measured.cells, {});
  ASSERT_TRUE(verdicts) << verdicts.error().text();

  std::vector<std::string> paid, deducted, together;
  for (const contract::ProviderCohort& cohort : verdicts->cohorts)
    for (const ProviderVerdict& verdict : cohort.verdicts) {
      if (verdict.paid_by_clause == Verdict::paid) paid.push_back(words(cohort.period, verdict));
      if (verdict.paid_by_clause == Verdict::deducted) deducted.push_back(words(cohort.period, verdict));
    }
  EXPECT_THAT(paid, ElementsAre("2010 7JD 80/256 beside 634/1670 z -2.071",
                                "2012 1JD 162/467 beside 864/2160 z -2.133",
                                "2013 7JD 97/305 beside 1165/2790 z -3.358",
                                "2014 8JD 105/276 beside 1168/2548 z -2.473"));
  EXPECT_THAT(
      deducted,
      ElementsAre("2010 5JD 231/531 beside 483/1395 z 3.605", "2011 5JD 251/625 beside 495/1420 z 2.294",
                  "2012 5JD 379/848 beside 647/1779 z 4.089", "2013 5JD 444/1023 beside 818/2072 z 2.089",
                  "2014 4JD 62/114 beside 1211/2710 z 2.039", "2014 5JD 454/943 beside 819/1881 z 2.319"));
  EXPECT_EQ(verdicts->by_rate.count(Verdict::paid), 27);
  EXPECT_EQ(verdicts->by_rate.count(Verdict::deducted), 21);
  EXPECT_EQ(verdicts->by_clause.count(Verdict::left_alone), 38);
  for (const ProviderVerdict& verdict : verdicts->together.verdicts)
    together.push_back(verdict.provider + " " + std::string(to_text(verdict.paid_by_clause)));
  EXPECT_THAT(together, ElementsAre("1JD left alone", "2JD left alone", "3JD left alone", "4JD deducted",
                                    "5JD deducted", "6JD left alone", "7JD paid", "8JD paid"));

  ASSERT_EQ(verdicts->left_out.size(), 2U);
  EXPECT_EQ(verdicts->left_out[0].body + " " + std::to_string(verdicts->left_out[0].people), "ISC 350");
  EXPECT_EQ(verdicts->left_out[1].body + " " + std::to_string(verdicts->left_out[1].people),
            "Interstate Compact 309");
  EXPECT_EQ(verdicts->without_body, 9581);
  ASSERT_TRUE(verdicts->funnel);
  EXPECT_TRUE(verdicts->funnel->overdispersion.present);
}

} // namespace
} // namespace probity::app

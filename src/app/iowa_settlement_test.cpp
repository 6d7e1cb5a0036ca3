// An invented price on the published releases of Iowa: what is counted reconciles to what was published, and
// a pound leads back to the row.
#include <filesystem>
#include <gtest/gtest.h>

#include "app/files.h"
#include "contract/measure.h"
#include "intake/iowa.h"
#include "rules/register.h"
#include "support/imported_log.h"
#include "support/real_data.h"

namespace probity::app {
namespace {

struct Counted {
  std::int64_t releases = 0;
  std::int64_t priced = 0;
  std::int64_t returns = 0;
  std::int64_t without_body = 0;
  bool operator==(const Counted&) const = default;
};

contract::Contract contract_file() {
  const std::filesystem::path here(__FILE__);
  return load_contract(here.parent_path().parent_path().parent_path() / "contracts" / "iowa-per-person.toml")
      .value();
}

TEST(IowaSettlement, ReconcilesToThePublishedCountsAndLeadsBackToTheRow) {
  const auto data = support::whole_real_data("the settlement of the published releases of Iowa");
  if (!data) return;
  const support::TemporaryDirectory folder;
  const ledger::Ledger log =
      support::imported_log(intake::iowa(), *data / "iowa-prison" / "iowa_3yr_recidivism.csv.gz", folder);

  const timeline::Book book = service::load_book(log, {}).value();
  const contract::Contract contract = contract_file();
  const rules::WorkingDays working_days = rules::WorkingDays::from(rules::england_wales()).value();
  contract::MeasureOptions options;
  options.keep_evidence = [](const contract::CellKey&) { return true; };
  const contract::Measured measured =
      contract::measure(book, contract, working_days, contract.terms().period("2018").value(), options);

  // By fiscal year of release: a clock belongs to the year in which it is due, three years later.
  std::map<int, Counted> counted;
  const auto year = [](const contract::CellKey& key) { return std::stoi(key.period.text); };
  for (const auto& [key, cell] : measured.cells) {
    EXPECT_EQ(cell.undetermined, 0) << key.clause << " " << key.period.text << " " << key.provider;
    EXPECT_EQ(cell.open, 0);
    if (key.clause == "per_release") {
      counted[year(key)].releases += cell.started;
      counted[year(key)].priced += cell.met;
    } else if (key.clause == "returned_within_3_years") {
      counted[year(key) - 3].returns += cell.met;
      counted[year(key) - 3].without_body += key.provider.empty() ? cell.started : 0;
    }
  }
  const std::map<int, Counted> published = {
      {2010, {3716, 1926, 1127, 1790}}, {2011, {3917, 2354, 1162, 1563}}, {2012, {4740, 2977, 1510, 1763}},
      {2013, {4687, 3095, 1605, 1592}}, {2014, {4586, 2824, 1623, 1762}}, {2015, {4374, 3263, 1654, 1111}}};
  EXPECT_EQ(counted, published);

  for (const contract::Evidence& evidence : measured.evidence) {
    if (evidence.key.clause != "per_release" || evidence.key.provider != "7JD") continue;
    const auto stream = log.stream_number(evidence.person).value();
    ASSERT_TRUE(stream);
    std::optional<std::uint64_t> first;
    ASSERT_TRUE(log.scan_stream(*stream, [&](const ledger::StoredEvent& stored) {
      first = stored.index;
      return false;
    }));
    ASSERT_TRUE(first);
    const std::string row = log.open_sealed(*first, 0).value();
    EXPECT_NE(row.find(evidence.key.period.text + "," + std::to_string(year(evidence.key) + 3) + ",7JD,"),
              std::string::npos)
        << row;
    return;
  }
  ADD_FAILURE() << "no case was counted for 7JD";
}

} // namespace
} // namespace probity::app

// The steps of a scenario that settle a contract and ask why.
#pragma once

#include <set>

#include "app/scenario_run.h"
#include "contract/measure.h"
#include "contract/statement.h"

namespace probity::app {

class ScenarioSettlement {
 public:
  // No contract: the steps fail, naming their line. `run` must outlive this.
  ScenarioSettlement(ScenarioRun& run, std::optional<contract::Contract> contract)
      : run_(run), contract_(std::move(contract)) {}

  base::Result<void> take(const record::SettleStep& step);
  base::Result<void> take(const record::WhyStep& step);

 private:
  base::Result<void> settle_at(const record::SettleStep& step);
  base::Result<void> take_snapshots(contract::SettleOptions& options);
  std::vector<std::pair<const contract::Line*, base::Money>> lines_of(const std::string& key) const;
  std::string line_id(const std::string& key) const;
  void check(const record::Expectation& expected, const contract::Statement& statement);
  void check_line(const record::Expectation& expected);
  void check_change(const record::Expectation& expected, const std::vector<contract::Correction>& changes);
  void check_earlier(const record::Expectation& expected, const contract::Statement& statement);
  void check_level(const record::Expectation& expected, const contract::Statement& statement);
  void check_refused(const record::Expectation& expected, const contract::Statement& statement);
  static std::string listed(const std::set<std::string>& names);

  ScenarioRun& run_;
  std::optional<contract::Contract> contract_;
  std::map<base::Day, timeline::Book> snapshots_; // what cohorts are counted on
  std::optional<contract::Settlement> settlement_;
  std::map<std::string, std::string> readings_; // of the last settlement, as is what it was known as
  std::string as_known_;
};

} // namespace probity::app

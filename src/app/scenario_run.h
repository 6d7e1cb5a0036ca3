// What the steps of a scenario share while it runs: its ledger, the book read from it, the report.
#pragma once

#include <map>
#include <optional>

#include "app/scenario_runner.h"
#include "ledger/ledger.h"
#include "record/scenario.h"
#include "rules/working_days.h"
#include "service/book_loader.h"

namespace probity::app {

struct ScenarioRun {
  std::string file;
  record::Scenario scenario;
  ledger::Ledger ledger;
  rules::WorkingDays working_days;
  std::optional<timeline::Book> book{};        // as known last; none after something was recorded
  std::map<std::string, std::string> who_of{}; // stream → WHO
  ScenarioReport report{};

  // Reads the book as known on a day or at a size; empty: all there is.
  base::Result<void> load(const std::string& as_known);
  [[nodiscard]] std::string name_of(const base::StreamId& stream) const;
  [[nodiscard]] std::string place(int line) const { return file + ":" + std::to_string(line); }
  void fail(int line, const std::string& expected, const std::string& came_out) {
    report.failures.push_back(place(line) + ": expected " + expected + ", came out " + came_out);
  }
};

} // namespace probity::app

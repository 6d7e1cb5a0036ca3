// Verification against a bare loop over the same rows that reads each body and hashes it as a leaf, on one
// thread and with the same settings. The loop compares nothing: it is the least that any verification does.
#include <fmt/format.h>
#include <iostream>

#include "ledger/merkle.h"
#include "ledger/verify.h"
#include "measuring.h"
#include "sample.h"
#include "store/sqlite.h"

namespace probity::bench {
namespace {

constexpr double bar = 0.5;
constexpr int rounds = 9;
constexpr unsigned threads = 2;

void scan_and_hash(const std::string& file) {
  const store::Database database = need(store::Database::open(file, {.cache_kib = 1'000}));
  store::Statement statement = need(database.prepare("SELECT body FROM event ORDER BY ix"));
  unsigned folded = 0; // so that no hash is left out
  while (need(statement.step()) == store::Statement::Step::row)
    folded += ledger::leaf_hash(statement.blob(0)).bytes[0];
  PROBITY_ENSURE(folded != 0);
}

std::int64_t count(const std::string& file, const std::string& table) {
  const store::Database database = need(store::Database::open(file, {}));
  store::Statement statement = need(database.prepare("SELECT count(*) FROM " + table));
  need(statement.step());
  return statement.integer(0);
}

void measure(const std::string& folder, std::int64_t people, std::size_t batch) {
  const std::string file = folder + "/verify.ledger";
  write_area(file, people, batch);
  std::vector<double> wall;
  std::vector<double> processor;
  std::vector<double> a_second;
  const auto events = static_cast<double>(count(file, "event"));
  for (int round = 0; round < rounds; ++round) {
    const Spent bare = time_of([&] { scan_and_hash(file); });
    const Spent whole = time_of([&] {
      ledger::VerifyOptions options;
      options.threads = threads;
      PROBITY_ENSURE(need(ledger::verify(file, options)).ok);
    });
    wall.push_back(bare.wall / whole.wall);
    processor.push_back(bare.processor / whole.processor);
    a_second.push_back(events / whole.wall);
  }
  const std::string of = fmt::format("batch {}: ", batch);
  print_figure(of + "events", fmt::format("{:.0f}", events));
  print_figure(of + "checkpoints kept", fmt::format("{}", count(file, "checkpoint")));
  print_figure(of + "events a second, 2 threads", fmt::format("{:.0f}", quantile(a_second, 0.5)));
  print_figure(of + "bare ÷ verify, processor time of all threads",
               fmt::format("{:.2f}", quantile(processor, 0.5)));
  print_figure(of + "bare ÷ verify, best round, wall", fmt::format("{:.2f}", quantile(wall, 1)));
  print_figure(of + "bare ÷ verify, wall, 2 threads", quantile(wall, 0.5), Bar::at_least, bar);
  remove_ledger(file);
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  using namespace probity::bench;
  const Arguments arguments = arguments_of(count, values);
  print_heading("Verify against scan-and-hash of the same rows");
  for (const std::size_t batch : {1'000U, 1U})
    measure(arguments.folder, arguments.full ? 20'000 : 1'000, batch);
}

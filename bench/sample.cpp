#include "sample.h"

#include <filesystem>

#include "lab/area.h"
#include "measuring.h"
#include "record/vocabulary.h"

namespace probity::bench {
namespace {

lab::AreaSettings settings_of(std::int64_t people) {
  lab::AreaSettings settings;
  settings.people = people;
  settings.from = *base::parse_day("2015-02-01");
  settings.to = *base::parse_day("2017-03-31");
  settings.origin = "bench/7";
  return settings;
}

base::Zone london() {
  return need(base::Zone::named("Europe/London"));
}

template <class Visit> void each_act(std::int64_t people, const ledger::Ledger& ledger, const Visit& visit) {
  lab::AreaSettings settings = settings_of(people);
  std::uint32_t system = 0;
  need(ledger.scan(1, [&](const ledger::StoredEvent& event) {
    system = event.stream;
    return false;
  }));
  settings.system_stream = need(ledger.stream_name(system));
  const lab::Area area = need(lab::Area::plan(settings, london()));
  bool stopped = false;
  const auto written = area.write(1, [&](std::span<const lab::Act> acts) -> base::Result<void> {
    for (const lab::Act& act : acts)
      if (!visit(act)) {
        stopped = true;
        return base::fail(base::ErrorCode::refused, "enough");
      }
    return {};
  });
  if (!written && !stopped) give_up(written.error());
}

constexpr std::string_view companions[] = {"",          "-wal",      "-shm",    ".keys",
                                           ".keys-wal", ".keys-shm", ".secret", ".lock"};

} // namespace

ledger::Ledger open_area(const std::string& file, std::int64_t people) {
  const lab::AreaSettings settings = settings_of(people);
  ledger::CreateOptions create;
  create.constants = {.origin = settings.origin, .zone = "Europe/London", .clock = ledger::Clock::replayed};
  create.seed = "7";
  create.opened = lab::opening_of(settings, london());
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  return need(ledger::Ledger::create(file, create, open));
}

void each_line(std::int64_t people, const ledger::Ledger& ledger,
               const std::function<bool(std::string&& line)>& visit) {
  each_act(people, ledger, [&](const lab::Act& act) {
    return visit(base::json::write(
        base::json::Value(base::json::Object{{"events", base::json::Value(base::json::Array(act))}})));
  });
}

void write_area(const std::string& file, std::int64_t people, std::size_t batch) {
  ledger::Ledger ledger = open_area(file, people);
  std::vector<ledger::Submission> waiting;
  const auto flush = [&] {
    for (const auto& receipt : need(ledger.append(waiting)))
      if (!receipt) give_up(receipt.error());
    waiting.clear();
  };
  each_act(people, ledger, [&](const lab::Act& act) {
    waiting.emplace_back().events = act;
    if (waiting.size() >= batch) flush();
    return true;
  });
  if (!waiting.empty()) flush();
}

std::uint64_t bytes_of_ledger(const std::string& file) {
  std::uint64_t bytes = 0;
  for (const std::string_view suffix : companions) {
    std::error_code absent;
    const std::uintmax_t size = std::filesystem::file_size(file + std::string(suffix), absent);
    if (!absent) bytes += size;
  }
  return bytes;
}

void remove_ledger(const std::string& file) {
  for (const std::string_view suffix : companions) {
    std::error_code ignored;
    std::filesystem::remove(file + std::string(suffix), ignored);
  }
}

} // namespace probity::bench

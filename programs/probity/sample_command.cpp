#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <thread>

#include "command.h"
#include "lab/area.h"
#include "ledger/ledger.h"
#include "record/vocabulary.h"

namespace probity::program {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Object;
using base::json::Value;

constexpr std::size_t batch = 1000; // submissions a transaction

Result<lab::AreaSettings> settings_of(const Arguments& arguments) {
  lab::AreaSettings settings;
  settings.people = arguments.integer("people");
  settings.from = arguments.day("from");
  settings.to = arguments.day("to");
  if (arguments.has("earlier-from") != arguments.has("earlier-people"))
    return fail(ErrorCode::invalid_input, "one of --earlier-from and --earlier-people is given alone",
                "earlier-from", "Say since when, and how many");
  if (arguments.has("earlier-from")) {
    settings.earlier_from = arguments.day("earlier-from");
    settings.earlier_people = arguments.integer("earlier-people");
  }
  settings.seed = static_cast<std::uint64_t>(arguments.integer("seed"));
  settings.origin = fmt::format("sample/{}", settings.seed);
  return settings;
}

// The stream that leaf 0 opened.
Result<base::StreamId> system_stream(const ledger::Ledger& ledger) {
  std::uint32_t number = 0;
  PROBITY_TRY(ledger.scan(1, [&](const ledger::StoredEvent& event) {
    number = event.stream;
    return false;
  }));
  return ledger.stream_name(number);
}

// Appends acts in batches; a refusal is a fault of the lab, and ends it.
class Appender {
 public:
  explicit Appender(ledger::Ledger& ledger) : ledger_(ledger) {}

  Result<void> add(const lab::Act& act) {
    waiting_.emplace_back();
    waiting_.back().events = act;
    return waiting_.size() < batch ? Result<void>{} : flush();
  }
  Result<void> flush() {
    if (waiting_.empty()) return {};
    PROBITY_ASSIGN(const auto receipts, ledger_.append(waiting_));
    for (const Result<ledger::Receipt>& receipt : receipts)
      if (!receipt) return tl::unexpected(receipt.error());
    waiting_.clear();
    return {};
  }

 private:
  ledger::Ledger& ledger_;
  std::vector<ledger::Submission> waiting_;
};

void answer(const lab::AreaSettings& settings, const lab::AreaSummary& summary, const ledger::Ledger& ledger,
            const std::string& file, Terminal& terminal) {
  if (terminal.json()) {
    Object types;
    for (const auto& [type, count] : summary.by_type) {
      std::string key = type;
      std::replace(key.begin(), key.end(), '.', '_'); // keys of the narrow profile have no dots
      types.emplace_back(std::move(key), Value(static_cast<std::int64_t>(count)));
    }
    terminal.print(Value(Object{{"by_type", Value(std::move(types))},
                                {"events", Value(static_cast<std::int64_t>(ledger.size()))},
                                {"ledger", Value(file)},
                                {"ok", Value(true)},
                                {"origin", Value(settings.origin)},
                                {"people", Value(settings.people)},
                                {"person_events", Value(static_cast<std::int64_t>(summary.person_events))},
                                {"root", Value(ledger.root().hex())},
                                {"submissions", Value(static_cast<std::int64_t>(summary.acts))}}));
    return;
  }
  terminal.out << fmt::format(
      "{} invented people from {} to {}: {} events, {:.1f} about each of them.\nLedger {}, origin {}, "
      "replayed.\n"
      "Root {}\n",
      settings.people, base::to_text(settings.from), base::to_text(settings.to), ledger.size(),
      static_cast<double>(summary.person_events) / static_cast<double>(settings.people), file,
      settings.origin, ledger.root().hex());
}

Result<ExitStatus> run_sample(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(lab::AreaSettings settings, settings_of(arguments));
  const std::string& file = arguments.text("ledger");
  if (std::filesystem::exists(file))
    return fail(ErrorCode::exists_already, "there is a file of this name", file,
                "A sample area opens a ledger of its own: give another name");
  PROBITY_ASSIGN(const base::Zone zone, base::Zone::named("Europe/London"));
  // What is wrong with the settings is said before a file is made.
  PROBITY_TRY(lab::Area::check(settings));

  ledger::CreateOptions create;
  create.constants = {.origin = settings.origin, .zone = zone.name(), .clock = ledger::Clock::replayed};
  create.seed = fmt::format("{}", settings.seed);
  create.opened = lab::opening_of(settings, zone);
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  PROBITY_ASSIGN(ledger::Ledger ledger, ledger::Ledger::create(file, create, open));
  PROBITY_ASSIGN(settings.system_stream, system_stream(ledger));

  PROBITY_ASSIGN(const lab::Area area, lab::Area::plan(settings, zone));
  Progress progress(terminal, "Writing", "events", area.events());
  Appender appender(ledger);
  std::uint64_t done = 0;
  const unsigned threads = arguments.has("threads") ? static_cast<unsigned>(arguments.integer("threads"))
                                                    : std::max(1U, std::thread::hardware_concurrency());
  PROBITY_ASSIGN(const lab::AreaSummary summary, area.write(threads, [&](std::span<const lab::Act> acts) {
    for (const lab::Act& act : acts) {
      if (Result<void> added = appender.add(act); !added) return added;
      done += act.size();
      progress.at(done);
    }
    return Result<void>{};
  }));
  PROBITY_TRY(appender.flush());
  answer(settings, summary, ledger, file, terminal);
  return ExitStatus::good;
}

} // namespace

Command sample_command() {
  return {
      .name = "sample",
      .group = Group::attempt,
      .summary = "Make a ledger of invented people of one area",
      .details =
          "A replayed log of one area with two bodies (CRC1 and NPS): people, orders, appointments, "
          "absences, breaches, custody, plans, unpaid work, tags and payments, good and bad practice mixed "
          "in known shares. Nobody in it exists. The same options give the same root on any machine.",
      .options =
          {{.name = "ledger", .value = "FILE", .help = "the new ledger", .need = Need::required},
           {.name = "people",
            .value = "N",
            .help = "how many people",
            .otherwise = "2000",
            .form = Form::count},
           {.name = "from",
            .value = "DAY",
            .help = "first day: the log opens",
            .otherwise = "2015-02-01",
            .form = Form::day},
           {.name = "to", .value = "DAY", .help = "last day", .otherwise = "2017-03-31", .form = Form::day},
           {.name = "earlier-from",
            .value = "DAY",
            .help = "an earlier day: the log opens with it, for --earlier-people",
            .form = Form::day},
           {.name = "earlier-people",
            .value = "N",
            .help = "how many of the people have lived there since then",
            .form = Form::count},
           {.name = "seed",
            .value = "N",
            .help = "another seed, another area",
            .otherwise = "7",
            .form = Form::count},
           {.name = "threads",
            .value = "N",
            .help = "threads that make lives (default: all; the result is the same)",
            .form = Form::count},
           json_option},
      .examples = {"sample --ledger area.ledger",
                   "sample --people 20000 --from 2015-02-01 --to 2017-03-31 --seed 7 --ledger area.ledger",
                   "sample --people 20000 --from 2016-06-03 --to 2016-06-30 --earlier-people 200 "
                   "--earlier-from 2011-06-03 --ledger area.ledger"},
      .run = run_sample};
}

} // namespace probity::program

#include <algorithm>

#include "app/clock.h"
#include "base/named_id.h"
#include "command.h"
#include "record/builder.h"
#include "record/system.h"
#include "writing_options.h"

namespace probity::program {
namespace {

using base::json::Value;

base::Result<base::StreamId> system_stream(const ledger::Ledger& ledger) {
  PROBITY_ASSIGN(const std::string opening, ledger.body(0));
  PROBITY_ASSIGN(const Value event, base::json::parse(opening));
  const Value* stream = event.find("stream");
  const auto name = stream != nullptr && stream->text() != nullptr ? base::StreamId::from_hex(*stream->text())
                                                                   : std::nullopt;
  if (!name) return base::fail(base::ErrorCode::corrupt, "leaf 0 names no stream", "event 0", "run verify");
  return *name;
}

// One name for the close of one day of one log, so that closing it again is seen.
base::EventId close_id(const std::string& origin, base::Day day) {
  return base::named_id<base::EventId>("day_closed/" + origin + "/" + base::to_text(day));
}

void say(std::uint64_t index, bool here_already, base::Day day, Terminal& terminal) {
  if (terminal.json())
    terminal.print(Value(base::json::Object{{"day", Value(base::to_text(day))},
                                            {"event", Value(static_cast<std::int64_t>(index))},
                                            {"ok", Value(true)},
                                            {"repeated", Value(here_already)}}));
  else
    terminal.out << base::to_text(day)
                 << (here_already ? " was closed before, by event " : " is closed by event ") << index
                 << ".\n";
}

base::Result<ExitStatus> run_day_close(const Arguments& arguments, Terminal& terminal) {
  const base::Day day = arguments.day("day");
  PROBITY_ASSIGN(ledger::Ledger ledger, open_for_writing(arguments));
  const std::string& origin = ledger.constants().origin;
  const base::EventId id = close_id(origin, day);
  PROBITY_ASSIGN(const auto before, ledger.index_of(id));
  if (before) {
    say(*before, true, day, terminal);
    return ExitStatus::good;
  }
  PROBITY_ASSIGN(const base::StreamId stream, system_stream(ledger));
  record::EventBuilder builder(record::system::day_closed, origin, stream);
  builder.id(id).channel("system").role("system").provider("system").valid(day).fact("day", day);
  if (ledger.constants().clock == ledger::Clock::replayed) {
    // The last second of the civil day, so that the record is known as on the day itself.
    const base::Instant last_second{ledger.zone().start_of(day + 1).microseconds - 1'000'000};
    builder.recorded(std::max(last_second, ledger.last_recorded()));
  } else if (day >= ledger.zone().day_of(app::now())) {
    return base::fail(base::ErrorCode::refused,
                      base::to_text(day) + " is not over in " + ledger.zone().name(), "--day",
                      "close a day once it has ended");
  }
  ledger::Submission submission;
  submission.events.push_back(builder.build());
  PROBITY_ASSIGN(auto results, ledger.append({&submission, 1}));
  if (!results.front()) return tl::unexpected(std::move(results.front().error()));
  say(results.front()->index, false, day, terminal);
  return ExitStatus::good;
}

} // namespace

Command day_close_command() {
  return {.name = "day-close",
          .group = Group::record,
          .summary = "Record that a day has ended, so that silence can be judged",
          .details =
              "A missed time limit is counted only once a later day is known. Where nothing else was "
              "recorded, this says that the day passed. A live log stamps it now, and refuses a day that "
              "is not over; a replayed log records it at the end of that day, or at its last instant "
              "when that is later.",
          .options =
              {{.name = "ledger", .value = "FILE", .help = "the ledger to append to", .need = Need::required},
               {.name = "day",
                .value = "DAY",
                .help = "the day that ended",
                .need = Need::required,
                .form = Form::day},
               json_option},
          .examples = {"day-close --ledger area.ledger --day 2016-03-31"},
          .run = run_day_close};
}

} // namespace probity::program

#include "writing_options.h"

#include "app/clock.h"
#include "record/vocabulary.h"

namespace probity::program {

base::Result<ledger::Ledger> open_for_writing(const Arguments& arguments) {
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  open.now = app::now;
  return ledger::Ledger::open(arguments.text("ledger"), open);
}

base::Result<app::Issuer> issuer_of(const Arguments& arguments, const ledger::Ledger& ledger) {
  app::Issuer out;
  const auto actor = base::EntityId::from_hex(arguments.text("operator"));
  if (!actor)
    return base::fail(base::ErrorCode::invalid_input, "the operator must be 32 lower-case hex digits",
                      "--operator");
  out.actor = *actor;
  const bool replayed = ledger.constants().clock == ledger::Clock::replayed;
  if (arguments.has("recorded")) {
    if (!replayed)
      return base::fail(base::ErrorCode::set_by_server, "this log is live: it stamps the time itself",
                        "--recorded", "leave the option out");
    out.recorded = base::parse_instant(arguments.text("recorded"));
    if (!out.recorded)
      return base::fail(base::ErrorCode::invalid_input, "that is no instant", "--recorded",
                        "write it like 2016-05-03T09:00:00.000000Z");
  } else if (replayed) {
    out.recorded = ledger.last_recorded();
  }
  return out;
}

} // namespace probity::program

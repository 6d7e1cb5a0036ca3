#include <array>
#include <filesystem>
#include <random>

#include "app/clock.h"
#include "command.h"
#include "ledger/access_log.h"
#include "ledger/companions.h"
#include "record/vocabulary.h"

namespace probity::program {
namespace {

using base::json::Value;

// A replayed log opens before anything that could be replayed into it.
constexpr base::Instant opened_when_replayed{0};

std::string random_origin() {
  std::random_device device;
  std::array<std::uint8_t, 8> bytes{};
  for (std::uint8_t& byte : bytes)
    byte = static_cast<std::uint8_t>(device());
  return "probity/" + base::to_hex(bytes);
}

base::Result<ledger::CreateOptions> options_of(const Arguments& arguments) {
  const bool replayed = arguments.has("replayed");
  if (replayed != arguments.has("seed"))
    return base::fail(base::ErrorCode::invalid_input,
                      replayed ? "a replayed log needs a seed" : "only a replayed log has a seed", "--seed",
                      replayed ? "give --seed S; its keys and names derive from it"
                               : "give --replayed too, or leave the seed out");
  ledger::CreateOptions out;
  out.constants.clock = replayed ? ledger::Clock::replayed : ledger::Clock::live;
  out.constants.zone = arguments.text("zone");
  if (replayed) out.seed = arguments.text("seed");
  out.constants.origin =
      arguments.optional_text("origin").value_or(replayed ? "replayed/" + out.seed : random_origin());
  out.opened = replayed ? opened_when_replayed : app::now();
  if (arguments.has("opened")) {
    if (!replayed)
      return base::fail(base::ErrorCode::set_by_server, "a live log stamps the time itself", "--opened",
                        "leave the option out");
    const auto opened = base::parse_instant(arguments.text("opened"));
    if (!opened)
      return base::fail(base::ErrorCode::invalid_input, "that is no instant", "--opened",
                        "write it like 2015-01-31T00:00:00.000000Z");
    out.opened = *opened;
  }
  return out;
}

base::Result<ExitStatus> run_init(const Arguments& arguments, Terminal& terminal) {
  const std::string& file = arguments.text("ledger");
  PROBITY_ASSIGN(const ledger::CreateOptions create, options_of(arguments));
  PROBITY_ASSIGN(const ledger::Ledger made, ledger::Ledger::create(file, create));
  PROBITY_ASSIGN(const std::string key, made.verification_key());
  if (terminal.json()) {
    terminal.print(Value(base::json::Object{
        {"clock", Value(create.constants.clock == ledger::Clock::live ? "live" : "replayed")},
        {"files", Value(base::json::Array{Value(file), Value(ledger::keys_file(file)),
                                          Value(ledger::secret_file(file))})},
        {"ok", Value(true)},
        {"origin", Value(made.constants().origin)},
        {"root", Value(made.root().hex())},
        {"size", Value(static_cast<std::int64_t>(made.size()))},
        {"verification_key", Value(key)},
        {"zone", Value(made.constants().zone)}}));
    return ExitStatus::good;
  }
  terminal.out << "The log " << terminal.paint(made.constants().origin, Tone::strong) << " is open, "
               << (create.constants.clock == ledger::Clock::live
                       ? "live: it stamps when each record is made."
                       : "replayed: whoever submits says when each record was made.")
               << "\n\n  size              " << made.size() << "\n  root              " << made.root().hex()
               << "\n  verification key  " << key << "\n\nFiles made:\n  " << file
               << "  the record: back it up, show it to whom it concerns\n  " << ledger::keys_file(file)
               << "  one key per person: keep it private; erasing a person destroys their key\n  "
               << ledger::secret_file(file)
               << "  opens those keys and signs checkpoints: keep it private and apart\n\n"
               << wrapped(
                      "Hand the verification key to everyone who will check this log, now, by another way "
                      "than the log itself.",
                      static_cast<std::size_t>(terminal.width()), 0)
               << "\n";
  return ExitStatus::good;
}

} // namespace

Command init_command() {
  return {
      .name = "init",
      .group = Group::record,
      .summary = "Open a new ledger",
      .details =
          "Makes FILE and beside it FILE.keys and FILE.secret, and records the constants of the log: its "
          "origin, its civil zone and its clock. Nothing that is there is overwritten. A live log stamps "
          "when each record is made. A replayed log, for imports and simulations, is told; its keys and "
          "names derive from the seed, so that the same seed and input give the same bytes, and it opens "
          "on 1970-01-01 unless --opened says otherwise.",
      .options = {{.name = "ledger", .value = "FILE", .help = "the file to make", .need = Need::required},
                  {.name = "replayed", .help = "a log of records made elsewhere or earlier"},
                  {.name = "seed", .value = "S", .help = "replayed logs: what keys and names derive from"},
                  {.name = "origin",
                   .value = "NAME",
                   .help = "name of the log in its checkpoints (default: replayed/SEED, or "
                           "probity/ and 16 random digits)"},
                  {.name = "zone",
                   .value = "ZONE",
                   .help = "zone whose civil days count",
                   .otherwise = "Europe/London"},
                  {.name = "opened",
                   .value = "INSTANT",
                   .help = "replayed logs: when the log opens (default: 1970-01-01T00:00:00.000000Z)"},
                  json_option},
      .examples = {"init --ledger area.ledger --origin probation.example/area-7",
                   "init --replayed --seed 7 --ledger replay.ledger"},
      .run = run_init};
}

} // namespace probity::program

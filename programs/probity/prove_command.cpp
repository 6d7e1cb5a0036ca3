#include "app/files.h"
#include "command.h"
#include "ledger/event_proof.h"
#include "ledger/merkle.h"
#include "service/event_proof.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;

base::Result<ledger::SignedCheckpoint> signed_at(const ledger::Ledger& ledger, const Arguments& arguments) {
  std::optional<std::uint64_t> size;
  if (arguments.has("size")) size = static_cast<std::uint64_t>(arguments.integer("size"));
  return ledger::signed_checkpoint_of(ledger, size);
}

void say(const std::string& text, Terminal& terminal) {
  terminal.out << wrapped(text, static_cast<std::size_t>(terminal.width()), 0) << "\n";
}

base::Result<ExitStatus> prove_inclusion(const ledger::Ledger& ledger,
                                         const ledger::SignedCheckpoint& against, const Arguments& arguments,
                                         Terminal& terminal) {
  const auto index = static_cast<std::uint64_t>(arguments.integer("index"));
  const std::uint64_t size = against.checkpoint.size;
  PROBITY_ASSIGN(const ledger::EventProof proven, ledger::prove_event(ledger, index, size));
  const std::string text = proven.text();
  if (arguments.has("output")) {
    PROBITY_TRY(app::write_file(arguments.text("output") + ".leaf", proven.body));
    PROBITY_TRY(app::write_file(arguments.text("output"), text));
  }
  if (terminal.json()) {
    terminal.print(service::to_json(proven));
    return ExitStatus::good;
  }
  say("Event " + std::to_string(index) + " is in the record of " + against.checkpoint.origin + " at size " +
          std::to_string(size) + ", root " + against.checkpoint.root.hex() + ".",
      terminal);
  if (arguments.has("output")) {
    say("The event's bytes are in " + arguments.text("output") + ".leaf, the proof in " +
            arguments.text("output") + ".",
        terminal);
  } else {
    terminal.out << "\nThe event's bytes (no line end belongs to them):\n"
                 << proven.body << "\n\nThe proof:\n"
                 << text;
  }
  terminal.out << "\n";
  say("To check it by hand: take SHA-256 of the byte 0x00 and the event's bytes; it is " + proven.leaf.hex() +
          ". Walk up the tree: with i = " + std::to_string(index) + " and n = " + std::to_string(size - 1) +
          ", for each hash h of the proof in turn: if i is odd or equals n, take SHA-256 of the byte 0x01, h "
          "and what you have, then, if i was even, halve i and n until i is odd or 0; else take SHA-256 of "
          "the byte 0x01, what you have and h. Halve i and n, rounding down. The last value must be the root "
          "that the checkpoint gives in base64 (RFC 9162 section 2.1.3.2), and the checkpoint's signature "
          "must hold under the key you were given when the log was opened; it should be",
      terminal);
  terminal.out << "  " << against.key << "\n";
  return ExitStatus::good;
}

// The body of c2sp.org/tlog-witness add-checkpoint: the old size, hashes, an empty line, the checkpoint.
base::Result<ExitStatus> prove_growth(const ledger::Ledger& ledger, const ledger::SignedCheckpoint& against,
                                      const Arguments& arguments, Terminal& terminal) {
  const auto from = static_cast<std::uint64_t>(arguments.integer("consistency-from"));
  const std::uint64_t size = against.checkpoint.size;
  PROBITY_ASSIGN(const auto proof, ledger.consistency_proof(from, size));
  PROBITY_ASSIGN(const base::Digest old_root, ledger.root_at(from));
  if (!ledger::consistency_holds(from, old_root, size, against.checkpoint.root, proof))
    return tl::unexpected(ledger::proof_fails("growth from " + std::to_string(from)));
  const std::string text =
      "old " + std::to_string(from) + "\n" + ledger::hash_lines(proof) + "\n" + against.note;
  if (arguments.has("output")) PROBITY_TRY(app::write_file(arguments.text("output"), text));
  if (terminal.json()) {
    terminal.print(Value(base::json::Object{{"from", Value(static_cast<std::int64_t>(from))},
                                            {"from_root", Value(old_root.hex())},
                                            {"ok", Value(true)},
                                            {"path", service::hashes_json(proof)},
                                            {"proof", Value(text)},
                                            {"root", Value(against.checkpoint.root.hex())},
                                            {"size", Value(static_cast<std::int64_t>(size))},
                                            {"verification_key", Value(against.key)}}));
    return ExitStatus::good;
  }
  say("The record of " + against.checkpoint.origin + " grew from size " + std::to_string(from) + " to " +
          std::to_string(size) + " without a change to what was there. Its root was " + old_root.hex() +
          " and is " + against.checkpoint.root.hex() + ".",
      terminal);
  if (arguments.has("output"))
    say("The proof is in " + arguments.text("output") + ".", terminal);
  else
    terminal.out << "\nThe proof:\n" << text;
  terminal.out << "\n";
  say("It holds for whoever kept a checkpoint of size " + std::to_string(from) +
          " with that root (RFC 9162 section 2.1.4.2). `verify --against` does this in one step.",
      terminal);
  return ExitStatus::good;
}

base::Result<ExitStatus> run_prove(const Arguments& arguments, Terminal& terminal) {
  const bool growth = arguments.has("consistency-from");
  if (growth == arguments.has("index"))
    return base::fail(base::ErrorCode::invalid_input,
                      "give the INDEX of an event, or --consistency-from N, and not both", "prove",
                      "an event's index is what `show` prints before it");
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const ledger::SignedCheckpoint against, signed_at(ledger, arguments));
  return growth ? prove_growth(ledger, against, arguments, terminal)
                : prove_inclusion(ledger, against, arguments, terminal);
}

} // namespace

Command prove_command() {
  return {.name = "prove",
          .group = Group::record,
          .summary = "Prove that an event is in the record, or that the record only grew",
          .details =
              "Prints the event and a proof (c2sp.org/tlog-proof@v1) that ends in a signed checkpoint, "
              "checked before it is printed. With --consistency-from, the proof that the record of N "
              "events is the beginning of this one. With --output the proof goes to FILE and the "
              "event's bytes to FILE.leaf.",
          .positionals =
              {{.name = "index", .help = "index of the event", .need = Need::optional, .form = Form::count}},
          .options = {ledger_option,
                      {.name = "size",
                       .value = "N",
                       .help = "against the checkpoint signed at this size (default: the newest)",
                       .form = Form::count},
                      {.name = "consistency-from",
                       .value = "N",
                       .help = "prove growth from this size instead",
                       .form = Form::count},
                      {.name = "output", .value = "FILE", .help = "write the proof to a file"},
                      json_option},
          .examples = {"prove --ledger area.ledger 1234",
                       "prove --ledger area.ledger 1234 --output event-1234.proof",
                       "prove --ledger area.ledger --consistency-from 1000"},
          .run = run_prove};
}

} // namespace probity::program

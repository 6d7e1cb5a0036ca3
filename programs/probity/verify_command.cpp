#include "app/files.h"
#include "command.h"
#include "service/verifying.h"

namespace probity::program {
namespace {

void print_text(const ledger::Verification& found, bool against, Terminal& terminal) {
  if (found.ok) {
    terminal.out << terminal.paint("Good.", Tone::good) << " " << found.events
                 << " events were recomputed and nothing was touched"
                 << (against ? "; the ledger has grown from the checkpoint that was kept" : "")
                 << ".\n  root " << found.root.hex() << "\n";
    if (!against)
      terminal.out << wrapped("A history that was rebuilt whole shows only against a checkpoint kept "
                              "elsewhere: verify --against NOTE.",
                              static_cast<std::size_t>(terminal.width()), 2)
                   << "\n";
    return;
  }
  terminal.out << terminal.paint("This ledger is not as it was written.", Tone::bad) << "\n";
  for (const ledger::Finding& finding : found.findings)
    terminal.out << "  " << (finding.index < 0 ? "ledger" : "event " + std::to_string(finding.index)) << ", "
                 << finding.what << ": " << finding.message << "\n";
  if (found.cut_short) terminal.out << "  and more, which are not listed\n";
  terminal.out << wrapped("Keep this file as it is for whoever looks into it, and restore a good copy.",
                          static_cast<std::size_t>(terminal.width()), 0)
               << "\n";
}

base::Result<ExitStatus> run_verify(const Arguments& arguments, Terminal& terminal) {
  ledger::VerifyOptions options;
  if (arguments.has("against")) {
    PROBITY_ASSIGN(options.against_note, app::read_file(arguments.text("against")));
  }
  options.trusted_keys = arguments.all("key");
  if (arguments.has("sealed")) options.sealed = ledger::SealedParts::opened;
  base::Result<ledger::Verification> found;
  {
    std::optional<Progress> progress;
    options.progress = [&](std::uint64_t done, std::uint64_t of) {
      if (!progress) progress.emplace(terminal, "Verifying", "events", of);
      progress->at(done);
    };
    found = ledger::verify(arguments.text("ledger"), options);
  }
  if (!found) return tl::unexpected(std::move(found.error()));
  if (terminal.json())
    terminal.print(service::to_json(*found));
  else
    print_text(*found, options.against_note.has_value(), terminal);
  return found->ok ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

Command verify_command() {
  return {
      .name = "verify",
      .group = Group::record,
      .summary = "Recompute everything and say what was touched",
      .details =
          "Hashes every stored event again, checks columns, order, the chain of every stream, the tree, "
          "the checkpoints and the sealed parts, and names each event that does not agree and what about "
          "it. With --against, proves that the ledger has grown from a checkpoint kept elsewhere. Exit "
          "status 1 when something was found.",
      .options = {{.name = "ledger", .value = "FILE", .help = "the ledger to verify", .need = Need::required},
                  {.name = "against",
                   .value = "NOTE",
                   .help = "file with a checkpoint printed earlier by `checkpoint`"},
                  {.name = "key",
                   .value = "KEY",
                   .help = "a further verification key that the checkpoint may be signed by",
                   .times = Times::repeated},
                  {.name = "sealed",
                   .help = "also open every sealed part and compare it with its commitment (needs "
                           "FILE.secret)"},
                  json_option},
      .examples = {"verify --ledger area.ledger",
                   "verify --ledger area.ledger --against checkpoint-2016-04-30.txt"},
      .run = run_verify};
}

} // namespace probity::program

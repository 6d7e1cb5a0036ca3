#include "app/files.h"
#include "command.h"
#include "ledger/verify.h"
#include "service/verifying.h"

namespace probity::program {
namespace {

void print_text(const ledger::Verification& found, bool against, Terminal& terminal) {
  if (found.head_size)
    terminal.out << "The head that was published is the root of the first " << *found.head_size
                 << " events.\n";
  if (found.ok) {
    terminal.out << terminal.paint("Good.", Tone::good) << " " << found.events
                 << " events were recomputed and nothing was touched"
                 << (against ? "; the ledger has grown from the checkpoint that was kept" : "")
                 << ".\n  root " << found.root.hex() << "\n";
    if (!against && !found.head_size)
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

void print_views(const service::ViewsCheck& found, const std::string& file, Terminal& terminal) {
  const bool ok = found.findings.empty();
  if (terminal.json()) {
    terminal.print(service::to_json(found));
    return;
  }
  if (ok) {
    terminal.out << terminal.paint("Good.", Tone::good) << " " << found.folded << " of " << found.rows
                 << " people were folded from their own events, and their rows are the same\n  at size "
                 << found.cursor << "\n";
    return;
  }
  terminal.out << terminal.paint("These views are not what the ledger gives.", Tone::bad) << "\n";
  for (const std::string& finding : found.findings)
    terminal.out << "  " << finding << "\n";
  terminal.out << wrapped("Stop the service that uses " + file +
                              " and delete it; it is made anew at the next start.",
                          static_cast<std::size_t>(terminal.width()), 0)
               << "\n";
}

base::Result<ExitStatus> check_views(const Arguments& arguments, Terminal& terminal) {
  service::ViewsCheckAsked asked;
  if (arguments.has("sample")) asked.people = static_cast<std::uint64_t>(arguments.integer("sample"));
  if (arguments.has("seed")) asked.seed = static_cast<std::uint64_t>(arguments.integer("seed"));
  const std::string& file = arguments.text("views");
  PROBITY_ASSIGN(const service::ViewsCheck found,
                 service::check_views(file, arguments.text("ledger"), asked));
  print_views(found, file, terminal);
  return found.findings.empty() ? ExitStatus::good : ExitStatus::finding;
}

base::Result<ExitStatus> run_verify(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("views")) return check_views(arguments, terminal);
  for (const std::string_view needs_views : {"sample", "seed"})
    if (arguments.has(needs_views))
      return base::fail(base::ErrorCode::invalid_input, "this goes with --views",
                        "--" + std::string(needs_views), "say --views FILE as well");
  ledger::VerifyOptions options;
  if (arguments.has("against")) {
    options.note_from = arguments.text("against");
    PROBITY_ASSIGN(options.against_note, app::read_file(options.note_from));
  }
  if (arguments.has("head")) {
    PROBITY_ASSIGN(options.against_head, service::published_head(arguments.text("head")));
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
          "it. With --against, proves that the ledger has grown from a checkpoint kept elsewhere; with "
          "--head, "
          "that it once had a root that was published. Exit status 1 when something was found.",
      .options = {{.name = "ledger", .value = "FILE", .help = "the ledger to verify", .need = Need::required},
                  {.name = "against",
                   .value = "NOTE",
                   .help = "file with a checkpoint printed earlier by `checkpoint`"},
                  {.name = "head",
                   .value = "HASH",
                   .help = "root of a head that was published without its note: how many events had it"},
                  {.name = "key",
                   .value = "KEY",
                   .help = "a further verification key that the checkpoint may be signed by",
                   .times = Times::repeated},
                  {.name = "sealed",
                   .help = "also open every sealed part and compare it with its commitment (needs "
                           "FILE.secret)"},
                  {.name = "views",
                   .value = "FILE",
                   .help = "check a file of views in place of the ledger: fold people anew and compare"},
                  {.name = "sample",
                   .value = "N",
                   .help = "with --views: how many people (default: 100)",
                   .form = Form::count},
                  {.name = "seed",
                   .value = "N",
                   .help = "with --views: another seed, other people (default: 1)",
                   .form = Form::count},
                  json_option},
      .examples = {"verify --ledger area.ledger",
                   "verify --ledger area.ledger --against checkpoint-2016-04-30.txt",
                   "verify --ledger area.ledger --views area.ledger.views --sample 1000 --seed 2"},
      .run = run_verify};
}

} // namespace probity::program

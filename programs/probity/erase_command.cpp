#include "app/clock.h"
#include "app/erasure.h"
#include "command.h"
#include "writing_options.h"

namespace probity::program {
namespace {

using base::json::Value;

template <class Id> base::Result<Id> name_of(const Arguments& arguments, std::string_view option) {
  const auto id = Id::from_hex(arguments.text(option));
  if (!id)
    return base::fail(base::ErrorCode::invalid_input, "this must be 32 lower-case hex digits",
                      std::string(option));
  return *id;
}

base::Result<app::Erasure> erasure_of(const Arguments& arguments, const ledger::Ledger& ledger) {
  app::Erasure out;
  PROBITY_ASSIGN(out.person, name_of<base::StreamId>(arguments, "person"));
  if (arguments.has("only")) {
    PROBITY_ASSIGN(out.only, name_of<base::SubjectId>(arguments, "only"));
  }
  PROBITY_ASSIGN(out.approved_by, name_of<base::EntityId>(arguments, "approved-by"));
  PROBITY_ASSIGN(out.seconded_by, name_of<base::EntityId>(arguments, "seconded-by"));
  PROBITY_ASSIGN(const app::Issuer issuer, issuer_of(arguments, ledger));
  out.basis = arguments.text("basis");
  out.provider = arguments.text("provider");
  out.actor = issuer.actor;
  out.recorded = issuer.recorded;
  out.at = issuer.recorded.value_or(app::now());
  return out;
}

base::Result<ExitStatus> run_erase(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(ledger::Ledger ledger, open_for_writing(arguments));
  PROBITY_ASSIGN(const app::Erasure erasure, erasure_of(arguments, ledger));
  base::Result<std::vector<app::ErasedSubject>> erased;
  {
    Progress progress(terminal, "Reading", "events", ledger.size());
    erased = app::erase(ledger, erasure, [&](std::uint64_t read) { progress.at(read); });
  }
  if (!erased) return tl::unexpected(std::move(erased.error()));
  if (terminal.json()) {
    base::json::Array subjects;
    for (const app::ErasedSubject& one : *erased)
      subjects.emplace_back(
          base::json::Object{{"boxes_removed", Value(static_cast<std::int64_t>(one.boxes_removed))},
                             {"event", Value(static_cast<std::int64_t>(one.event))},
                             {"recorded_before", Value(one.event_was_there)},
                             {"sealed_parts", Value(static_cast<std::int64_t>(one.sealed_parts))},
                             {"subject", Value(one.subject.hex())}});
    terminal.print(Value(base::json::Object{{"ok", Value(true)}, {"subjects", Value(std::move(subjects))}}));
    return ExitStatus::good;
  }
  for (const app::ErasedSubject& one : *erased)
    terminal.out << one.subject.hex() << " is erased by event " << one.event
                 << (one.event_was_there ? ", which was recorded before" : "") << ": the key is destroyed, "
                 << one.boxes_removed << " sealed parts were removed now of " << one.sealed_parts
                 << " in all.\n";
  terminal.out << wrapped("Every fact and figure stays as it was. Destroy the copies of FILE.keys in backups "
                          "too, and, where the log is replayed, every copy of its seed: the seed derives the "
                          "same keys, and with a key a guess at a removed part can be confirmed.",
                          static_cast<std::size_t>(terminal.width()), 0)
               << "\n";
  return ExitStatus::good;
}

} // namespace

Command erase_command() {
  return {
      .name = "erase",
      .group = Group::record,
      .summary = "Destroy what is personal about one person; facts and figures stay",
      .details =
          "Records person.erased with its legal basis and two different approvers, then destroys the "
          "person's "
          "key, the sealed parts and the identity, for ever, those of linked records too. Run again after a "
          "break it finishes what is left. Data Protection Act 2018 section 47.",
      .positionals = {{.name = "person", .help = "the whole name of the person's stream, 32 hex digits"}},
      .options = {{.name = "ledger",
                   .value = "FILE",
                   .help = "the ledger that holds the record",
                   .need = Need::required},
                  {.name = "only",
                   .value = "ID",
                   .help = "a victim in the person's record: only what is sealed under this key, and nothing "
                           "of the person"},
                  {.name = "basis",
                   .value = "CODE",
                   .help = "retention_ended, court_order or processing_unlawful",
                   .need = Need::required},
                  {.name = "approved-by",
                   .value = "ID",
                   .help = "who approved: 32 hex digits of a member of staff",
                   .need = Need::required},
                  {.name = "seconded-by",
                   .value = "ID",
                   .help = "who seconded: another member of staff",
                   .need = Need::required},
                  operator_option,
                  {.name = "provider",
                   .value = "NAME",
                   .help = "the body that records it",
                   .otherwise = "not_stated"},
                  recorded_option,
                  json_option},
      .examples = {"erase d4d4d4d4d4d44d4d8d4d4d4d4d4d4d4d --ledger area.ledger --basis retention_ended "
                   "--approved-by 5d0c2f0e9b7a4c1885e6a1f0d2b39c47 --seconded-by "
                   "6e1d3f1fac8b5d2996f7b201e3c4ad58 --operator 7f2e402abd9c6e3aa708c312f4d5be69"},
      .run = run_erase};
}

} // namespace probity::program

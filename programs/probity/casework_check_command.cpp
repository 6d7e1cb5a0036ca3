#include "casework/contradictions.h"
#include "service/book_loader.h"
#include "settlement_options.h"

namespace probity::program {
namespace {

using base::json::Value;

base::Result<ExitStatus> run_casework_check(const Arguments& arguments, Terminal& terminal) {
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(arguments.text("ledger")));
  PROBITY_ASSIGN(const timeline::Book book, [&] {
    Progress progress(terminal, "Reading", "events", ledger.size());
    return service::load_book(ledger, known_as(arguments), [&](std::uint64_t read) { progress.at(read); });
  }());
  const timeline::People people(book, timeline::Linked::one_person);
  base::json::Array found;
  std::size_t cases = 0;
  for (const timeline::Case* person : people.cases()) {
    const std::vector<std::string> sentences =
        casework::contradictions(casework::state_of(*person, ledger.zone()));
    cases += sentences.empty() ? 0 : 1;
    for (const std::string& sentence : sentences) {
      found.emplace_back(
          base::json::Object{{"case", Value(person->name.hex())}, {"contradiction", Value(sentence)}});
      if (!terminal.json()) terminal.out << person->name.hex() << ": " << sentence << "\n";
    }
  }
  const bool good = found.empty();
  if (terminal.json())
    terminal.print(
        Value(base::json::Object{{"cases", Value(static_cast<std::int64_t>(people.cases().size()))},
                                 {"contradictions", Value(std::move(found))},
                                 {"ok", Value(good)},
                                 {"size", Value(static_cast<std::int64_t>(book.size))}}));
  else
    terminal.out << people.cases().size() << " cases, " << cases << " with contradictions\n";
  return good ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

Command casework_check_command() {
  return {
      .name = "casework check",
      .group = Group::record,
      .summary = "Name cases whose record contradicts itself",
      .details =
          "Casework refuses what cannot be; an import, a correction or another program may have recorded it "
          "all the same: an outcome of a cancelled appointment, a breach that nobody raised, a recall "
          "signed twice by one person. Nothing is mended: a correction is an event of its own.",
      .options = {ledger_option, as_known_option, json_option},
      .examples = {"casework check --ledger area.ledger"},
      .run = run_casework_check};
}

} // namespace probity::program

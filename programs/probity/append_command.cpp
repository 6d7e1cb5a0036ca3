#include <fstream>
#include <iostream>

#include "app/submission_reader.h"
#include "command.h"
#include "record/flags.h"
#include "writing_options.h"

namespace probity::program {
namespace {

using base::json::Value;

constexpr std::size_t most_batch_bytes = std::size_t{64} * 1024 * 1024;
constexpr std::size_t most_refusals_listed = 10'000; // in the JSON answer; for people all are printed
constexpr std::size_t most_flags_listed = 10'000;    // in the JSON answer
constexpr std::size_t most_flags_said = 20;          // to people: an old record is late in every line

Value number(std::uint64_t value) {
  return Value(static_cast<std::int64_t>(value));
}

// What became of the lines so far.
struct Tally {
  std::uint64_t submissions = 0;
  std::uint64_t accepted = 0;
  std::uint64_t repeated = 0;
  std::uint64_t refused = 0;
  base::json::Array refusals;
  std::uint64_t flagged = 0; // events' flags; of what was stored now
  base::json::Array flags;
};

class Appender {
 public:
  Appender(ledger::Ledger& ledger, Terminal& terminal, std::ostream* receipts)
      : ledger_(ledger), terminal_(terminal), receipts_(receipts) {}

  void take(app::SubmissionReader::Line line) {
    bytes_ += line.bytes;
    ++tally_.submissions;
    lines_.push_back(line.number);
    if (line.submission) {
      refused_.emplace_back();
      submissions_.push_back(std::move(*line.submission));
    } else {
      refused_.emplace_back(std::move(line.submission.error()));
    }
  }
  [[nodiscard]] std::size_t waiting() const { return lines_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] const Tally& tally() const { return tally_; }

  // Stores what is waiting in one transaction and says what became of each line.
  base::Result<void> flush() {
    if (lines_.empty()) return {};
    auto results = ledger_.append(submissions_);
    if (!results) {
      base::Error error = std::move(results.error());
      error.where = "lines " + std::to_string(lines_.front()) + " to " + std::to_string(lines_.back()) +
                    (error.where.empty() ? "" : " ") + error.where;
      error.hint += (error.hint.empty() ? "" : ". ");
      error.hint += "nothing of these lines was stored; append the same input again, nothing is stored twice";
      return tl::unexpected(std::move(error));
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (refused_[i]) {
        refuse(lines_[i], std::move(*refused_[i]));
        continue;
      }
      const ledger::Submission& submission = submissions_[next];
      base::Result<ledger::Receipt>& result = (*results)[next++];
      if (!result) {
        refuse(lines_[i], std::move(result.error()));
        continue;
      }
      ++(result->repeated ? tally_.repeated : tally_.accepted);
      base::json::Array flags = flags_of(submission, *result);
      if (!result->repeated) note(lines_[i], flags);
      if (receipts_ != nullptr) write_receipt(lines_[i], *result, std::move(flags));
    }
    lines_.clear();
    refused_.clear();
    submissions_.clear();
    bytes_ = 0;
    if (receipts_ != nullptr && !receipts_->flush())
      return base::fail(base::ErrorCode::io, "the receipts cannot be written", "--receipts",
                        "the events are stored; append the same input again for their receipts");
    return {};
  }

 private:
  void refuse(std::uint64_t line, base::Error error) {
    ++tally_.refused;
    if (!terminal_.json()) {
      terminal_.report(std::move(error).at("line " + std::to_string(line)));
      return;
    }
    if (tally_.refusals.size() >= most_refusals_listed) return;
    tally_.refusals.emplace_back(base::json::Object{{"code", Value(base::name(error.code))},
                                                    {"hint", Value(error.hint)},
                                                    {"line", number(line)},
                                                    {"message", Value(error.message)},
                                                    {"where", Value(error.where)}});
  }

  static base::json::Array flags_of(const ledger::Submission& submission, const ledger::Receipt& receipt) {
    base::json::Array out;
    for (std::size_t i = 0; i < submission.events.size(); ++i) {
      const Value* stamped = submission.events[i].find("recorded"); // of a replayed log
      const std::optional<base::Instant> recorded = stamped == nullptr || stamped->text() == nullptr
                                                        ? receipt.recorded
                                                        : base::parse_instant(*stamped->text());
      for (const record::Flag& flag :
           record::flags_of(submission.events[i], recorded.value_or(receipt.recorded)))
        out.emplace_back(base::json::Object{{"flag", Value(flag.name)},
                                            {"message", Value(flag.message)},
                                            {"where", Value("/events/" + std::to_string(i) + flag.where)}});
    }
    return out;
  }

  // What was stored and is to be looked at.
  void note(std::uint64_t line, const base::json::Array& flags) {
    for (Value flag : flags) {
      ++tally_.flagged;
      if (terminal_.json()) {
        if (tally_.flags.size() == most_flags_listed) continue;
        flag.set("line", number(line));
        tally_.flags.push_back(std::move(flag));
      } else if (tally_.flagged <= most_flags_said) {
        terminal_.err << "line " << line << " " << *flag.find("where")->text() << ": stored, and flagged "
                      << *flag.find("flag")->text() << ": " << *flag.find("message")->text() << ".\n";
      }
    }
  }

  void write_receipt(std::uint64_t line, const ledger::Receipt& receipt, base::json::Array flags) {
    base::json::Array leaves;
    for (const base::Digest& leaf : receipt.leaves)
      leaves.emplace_back(leaf.hex());
    Value out(base::json::Object{{"count", Value(std::int64_t{receipt.count})},
                                 {"index", number(receipt.index)},
                                 {"leaves", Value(std::move(leaves))},
                                 {"line", number(line)},
                                 {"recorded", Value(base::to_text(receipt.recorded))},
                                 {"repeated", Value(receipt.repeated)}});
    if (!flags.empty()) out.set("flags", Value(std::move(flags)));
    *receipts_ << base::json::write(out) << '\n';
  }

  ledger::Ledger& ledger_;
  Terminal& terminal_;
  std::ostream* receipts_;
  Tally tally_;
  std::vector<std::uint64_t> lines_;
  std::vector<std::optional<base::Error>> refused_; // of the same positions
  std::vector<ledger::Submission> submissions_;     // of the lines not refused
  std::size_t bytes_ = 0;
};

void say(const Tally& tally, const ledger::Ledger& ledger, Terminal& terminal) {
  if (terminal.json()) {
    terminal.print(Value(base::json::Object{{"accepted", number(tally.accepted)},
                                            {"flagged", Value(tally.flags)},
                                            {"flagged_count", number(tally.flagged)},
                                            {"ok", Value(tally.refused == 0)},
                                            {"refused", Value(tally.refusals)},
                                            {"refused_count", number(tally.refused)},
                                            {"repeated", number(tally.repeated)},
                                            {"root", Value(ledger.root().hex())},
                                            {"size", number(ledger.size())},
                                            {"submissions", number(tally.submissions)}}));
    return;
  }
  terminal.out << tally.submissions << (tally.submissions == 1 ? " submission: " : " submissions: ")
               << tally.accepted << " accepted, " << tally.repeated << " here already, " << tally.refused
               << " refused.\n";
  if (tally.flagged > 0)
    terminal.out << tally.flagged << (tally.flagged == 1 ? " flag" : " flags")
                 << " on what was stored; --receipts lists them all.\n";
  terminal.out << "The ledger has " << ledger.size() << " events, root " << ledger.root().hex() << ".\n";
}

base::Result<ExitStatus> run_append(const Arguments& arguments, Terminal& terminal) {
  const std::string file = arguments.optional_text("file").value_or("-");
  std::ifstream opened;
  if (file != "-") {
    opened.open(file, std::ios::binary);
    if (!opened)
      return base::fail(base::ErrorCode::not_found, "the file cannot be opened", file, "check the path");
  }
  std::istream& in = file == "-" ? std::cin : opened;
  std::ofstream receipts;
  if (arguments.has("receipts")) {
    receipts.open(arguments.text("receipts"), std::ios::binary | std::ios::trunc);
    if (!receipts)
      return base::fail(base::ErrorCode::io, "the file cannot be written", arguments.text("receipts"),
                        "nothing was appended; check the folder");
  }
  const auto batch = static_cast<std::size_t>(arguments.integer("batch"));
  if (batch == 0)
    return base::fail(base::ErrorCode::invalid_input, "a transaction has at least one submission", "--batch");
  PROBITY_ASSIGN(ledger::Ledger ledger, open_for_writing(arguments));
  app::SubmissionReader reader(in, arguments.has("canonicalise") ? base::json::Spelling::any
                                                                 : base::json::Spelling::canonical);
  Appender appender(ledger, terminal, receipts.is_open() ? &receipts : nullptr);
  {
    Progress progress(terminal, "Appending", "submissions");
    while (true) {
      auto line = reader.next();
      if (!line) {
        PROBITY_TRY(appender.flush());
        return tl::unexpected(std::move(line.error()));
      }
      if (!*line) break;
      appender.take(std::move(**line));
      if (appender.waiting() >= batch || appender.bytes() >= most_batch_bytes) PROBITY_TRY(appender.flush());
      progress.at(appender.tally().submissions);
    }
    PROBITY_TRY(appender.flush());
  }
  say(appender.tally(), ledger, terminal);
  return appender.tally().refused == 0 ? ExitStatus::good : ExitStatus::finding;
}

} // namespace

Command append_command() {
  return {
      .name = "append",
      .group = Group::record,
      .summary = "Append events from JSON lines",
      .details =
          "Each line is one submission, stored all or none: {\"events\":[…],\"expect\":{stream:events}}. "
          "`expect` may be left out; with it the submission is refused when a stream has another number of "
          "events. Lines must be in canonical spelling: no spaces between tokens, keys in order, no needless "
          "escapes. A refused line is named with what is wrong and where, stores nothing, and the others go "
          "on. A line sent again gives its first receipt and stores nothing. Limits: 8 MiB a line, 1,000 "
          "events a submission, 60,000 bytes and 8 levels an event. An event whose device's clock was ahead "
          "(device_clock), or that comes long after the act (late_entry), is stored and flagged. Exit status "
          "1 when a line was refused.",
      .positionals = {{.name = "file",
                       .help = "JSON lines; \"-\" or nothing is standard input",
                       .need = Need::optional}},
      .options =
          {{.name = "ledger", .value = "FILE", .help = "the ledger to append to", .need = Need::required},
           {.name = "batch",
            .value = "N",
            .help = "submissions a transaction",
            .otherwise = "1000",
            .form = Form::count},
           {.name = "canonicalise", .help = "accept spaces, keys in any order and escapes"},
           {.name = "receipts",
            .value = "FILE",
            .help = "write one JSON line a stored submission: its line, index, leaves"},
           json_option},
      .examples = {"append --ledger area.ledger day.jsonl",
                   "append --ledger area.ledger --receipts receipts.jsonl - < day.jsonl"},
      .run = run_append};
}

} // namespace probity::program

#include "app/row_import.h"

#include <algorithm>
#include <unordered_map>

#include "intake/csv.h"
#include "intake/gz.h"
#include "record/builder.h"
#include "record/system.h"

namespace probity::app {
namespace {

using base::ErrorCode;

constexpr std::size_t rows_per_batch = 1'000;
constexpr std::uint64_t rows_per_progress = 256;

struct Row {
  std::uint64_t number = 0;
  std::uint64_t line = 0;
  std::string text;
  std::uint64_t occurrence = 0;
  intake::ReadRow content;
};

struct Reading {
  std::function<base::Result<void>(Row&&)> keep;
  std::function<void(RefusedRow&&)> refuse;
  RowProgress progress;
};

struct Totals {
  base::Digest file;
  std::uint64_t rows_read = 0;
  intake::Warnings warnings;
};

std::string reason_of(const base::Error& error) {
  const std::string place = error.where.empty() ? "" : error.where + ": ";
  return place + error.message;
}

base::Result<std::unique_ptr<intake::RowReader>> read_header(const intake::DataSet& data_set,
                                                             intake::CsvReader& reader,
                                                             const std::string& file,
                                                             intake::Warnings& warnings) {
  PROBITY_ASSIGN(const auto header, reader.next());
  if (!header) return base::fail(ErrorCode::invalid_input, "the file is empty", file);
  if (header->fault) return tl::unexpected(base::Error(*header->fault).at(file));
  auto rows = data_set.reader(header->fields, warnings);
  if (!rows) return tl::unexpected(std::move(rows.error()).at(file));
  return rows;
}

void count_file_warnings(const intake::CsvReader& reader, intake::Warnings& warnings) {
  if (reader.had_byte_order_mark()) warnings["byte_order_mark"] = 1;
  if (reader.carriage_returns() > 0) warnings["line_ends_with_carriage_return"] = reader.carriage_returns();
  if (reader.ended_without_line_end()) warnings["last_line_without_line_end"] = 1;
}

// Of a person whom the source numbers there is one row.
class NumberedPeople {
 public:
  base::Result<void> meet(const std::optional<intake::NumberedPerson>& person, std::uint64_t row) {
    if (!person) return {};
    const auto [there, is_new] = first_rows_.try_emplace(person->stream, row);
    if (is_new) return {};
    return base::fail(ErrorCode::invalid_input, "person " + person->number + " stands in row " +
                                                    std::to_string(there->second) + " already");
  }

 private:
  std::unordered_map<base::StreamId, std::uint64_t> first_rows_;
};

// Reads a file to its end, row by row.
base::Result<Totals> read_rows(const intake::DataSet& data_set, const std::string& file,
                               const Reading& reading) {
  PROBITY_ASSIGN(auto source, intake::FileSource::open(file));
  intake::CsvReader reader(source);
  Totals out;
  PROBITY_ASSIGN(const auto rows, read_header(data_set, reader, file, out.warnings));
  std::unordered_map<base::Digest, std::uint64_t> seen;
  NumberedPeople people;
  while (true) {
    auto next = reader.next();
    if (!next) {
      next.error().message += "; it held " + std::to_string(out.rows_read) + " whole rows up to there";
      return tl::unexpected(std::move(next.error()));
    }
    if (!*next) break;
    intake::CsvRecord& record = **next;
    if (record.text.empty() && !record.fault) {
      ++out.warnings["blank_line"];
      continue;
    }
    ++out.rows_read;
    if (reading.progress && out.rows_read % rows_per_progress == 0) reading.progress(out.rows_read);
    if (record.fault) {
      reading.refuse({out.rows_read, record.line, record.fault->message});
      continue;
    }
    auto content = rows->read(record.fields, out.warnings);
    if (content)
      if (auto met = people.meet(content->person, out.rows_read); !met)
        content = tl::unexpected(std::move(met.error()));
    if (!content) {
      reading.refuse({out.rows_read, record.line, reason_of(content.error())});
      continue;
    }
    const std::uint64_t occurrence = ++seen[base::sha256(base::bytes_of(record.text))];
    PROBITY_TRY(
        reading.keep({out.rows_read, record.line, std::move(record.text), occurrence, std::move(*content)}));
  }
  count_file_warnings(reader, out.warnings);
  out.file = source.digest();
  return out;
}

void count(RowSurvey& survey, const intake::ReadRow& row, std::int64_t sign) {
  GroupCount& group = survey.groups[row.group];
  group.rows += sign;
  for (const std::string_view outcome : row.outcomes)
    group.outcomes.try_emplace(std::string(outcome)).first->second += sign;
}

// Appends kept rows in batches.
class Writer {
 public:
  Writer(const intake::DataSet& data_set, ledger::Ledger& ledger, RowImport& import,
         intake::Destination destination)
      : data_set_(data_set), ledger_(ledger), import_(import), destination_(std::move(destination)),
        holds_rows_(ledger.size() > 1) {}

  base::Result<void> add(Row&& row) {
    rows_.push_back(std::move(row));
    return rows_.size() < rows_per_batch ? base::Result<void>{} : flush();
  }

  base::Result<void> flush() {
    std::vector<ledger::Submission> submissions;
    std::vector<const Row*> submitted;
    for (const Row& row : rows_) {
      PROBITY_ASSIGN(const bool new_here, is_new(row));
      if (!new_here) continue;
      submissions.push_back({row.content.events(row.text, row.occurrence, destination_), {}});
      submitted.push_back(&row);
    }
    PROBITY_ASSIGN(const auto receipts, ledger_.append(submissions));
    for (std::size_t i = 0; i < receipts.size(); ++i) {
      if (receipts[i])
        import_.events_added += receipts[i]->count;
      else
        refuse(*submitted[i], reason_of(receipts[i].error()));
    }
    rows_.clear();
    return {};
  }

 private:
  // Counts and refuses rows that are not. Two rows of one file never are one another's: their ids differ, and
  // of a numbered person there is one.
  base::Result<bool> is_new(const Row& row) {
    if (!holds_rows_) return true;
    const base::EventId first{
        intake::row_name(data_set_, destination_.name_key, row.text, row.occurrence, intake::first_event)};
    // The id names data set, row and occurrence: what is there under it is this row, whenever recorded.
    PROBITY_ASSIGN(const auto there, ledger_.index_of(first));
    if (there) {
      ++import_.rows_already_there;
      return false;
    }
    PROBITY_ASSIGN(const bool other, has_other_row(row));
    if (other)
      refuse(row, "person " + row.content.person->number + " is in the ledger already, from another row");
    return !other;
  }

  [[nodiscard]] base::Result<bool> has_other_row(const Row& row) const {
    if (!row.content.person) return false;
    PROBITY_ASSIGN(const std::int64_t length, ledger_.stream_length(row.content.person->stream));
    return length > 0;
  }

  void refuse(const Row& row, std::string reason) {
    import_.survey.refused.push_back({row.number, row.line, std::move(reason)});
    --import_.survey.rows_kept;
    count(import_.survey, row.content, -1);
  }

  const intake::DataSet& data_set_;
  ledger::Ledger& ledger_;
  RowImport& import_;
  intake::Destination destination_;
  bool holds_rows_; // the ledger held more than its opening before this import
  std::vector<Row> rows_;
};

base::Result<void> check_instant(const ledger::Ledger& ledger, const RowSurvey& survey, base::Instant at) {
  if (survey.known_from && ledger.zone().day_of(at) < *survey.known_from)
    return base::fail(ErrorCode::refused,
                      "the rows tell of what happened until " + base::to_text(*survey.known_from - 1) +
                          ", which could not be known at " + base::to_text(at),
                      "recorded", "record them on " + base::to_text(*survey.known_from) + " or later");
  if (ledger.constants().clock == ledger::Clock::replayed && at < ledger.last_recorded())
    return base::fail(ErrorCode::recorded_backwards,
                      "the log's last instant is " + base::to_text(ledger.last_recorded()) + ", later than " +
                          base::to_text(at),
                      "recorded", "record the import at that instant or later");
  return {};
}

base::Result<std::optional<base::Digest>> name_key_of(const intake::DataSet& data_set,
                                                      const ledger::Ledger& ledger) {
  if (!data_set.keyed) return std::optional<base::Digest>{};
  PROBITY_ASSIGN(const base::Digest key, ledger.derived_key("names of imported rows"));
  return std::optional(key);
}

base::Result<void> record_import(const intake::DataSet& data_set, ledger::Ledger& ledger, RowImport& import,
                                 const intake::Destination& destination, base::Instant at) {
  const base::EventId id{intake::row_name(data_set, destination.name_key, import.survey.file.hex(), 1,
                                          record::system::import_made.name)};
  PROBITY_ASSIGN(const auto there, ledger.index_of(id));
  import.file_already_there = there.has_value();
  if (there) return {};
  constexpr std::uint32_t system_stream = 1; // the one that system.log_opened began
  PROBITY_ASSIGN(const base::StreamId stream, ledger.stream_name(system_stream));
  record::EventBuilder builder(record::system::import_made, destination.log, stream);
  builder.id(id).channel("import").role("importer").valid(at);
  if (destination.recorded) builder.recorded(*destination.recorded);
  builder.fact("data_set", data_set.name)
      .fact("file", std::string_view(import.survey.file.hex()))
      .fact("rows_read", import.survey.rows_read)
      .fact("rows_kept", import.survey.rows_kept)
      .fact("rows_refused", import.survey.refused.size());
  const ledger::Submission submission{{builder.build()}, {}};
  PROBITY_ASSIGN(const auto receipts, ledger.append({&submission, 1}));
  if (!receipts.front()) return tl::unexpected(receipts.front().error());
  import.events_added += receipts.front()->count;
  return {};
}

} // namespace

base::Result<RowSurvey> survey_rows(const intake::DataSet& data_set, const std::string& file,
                                    const RowProgress& progress) {
  RowSurvey out;
  Reading reading;
  reading.progress = progress;
  reading.refuse = [&](RefusedRow&& row) { out.refused.push_back(std::move(row)); };
  reading.keep = [&](Row&& row) -> base::Result<void> {
    ++out.rows_kept;
    if (row.occurrence > 1) ++out.exact_copies;
    count(out, row.content, 1);
    out.known_from = std::max(out.known_from.value_or(row.content.known_from), row.content.known_from);
    return {};
  };
  PROBITY_ASSIGN(Totals totals, read_rows(data_set, file, reading));
  out.file = totals.file;
  out.rows_read = totals.rows_read;
  out.warnings = std::move(totals.warnings);
  return out;
}

base::Result<RowImport> import_rows(const intake::DataSet& data_set, ledger::Ledger& ledger,
                                    const std::string& file, const RowSurvey& survey, base::Instant at,
                                    const RowProgress& progress) {
  PROBITY_TRY(check_instant(ledger, survey, at));
  RowImport out;
  out.survey = survey;
  const bool replayed = ledger.constants().clock == ledger::Clock::replayed;
  PROBITY_ASSIGN(const auto name_key, name_key_of(data_set, ledger));
  const intake::Destination destination{ledger.constants().origin,
                                        replayed ? std::optional(at) : std::nullopt, name_key};
  Writer writer(data_set, ledger, out, destination);
  Reading reading;
  reading.progress = progress;
  reading.refuse = [](RefusedRow&&) {}; // told by the survey
  reading.keep = [&](Row&& row) { return writer.add(std::move(row)); };
  PROBITY_ASSIGN(const Totals totals, read_rows(data_set, file, reading));
  PROBITY_TRY(writer.flush());
  if (totals.file != survey.file)
    return base::fail(ErrorCode::refused, "the file changed while it was imported", file,
                      "import it again: rows that are in the log already add nothing");
  std::sort(out.survey.refused.begin(), out.survey.refused.end(),
            [](const RefusedRow& a, const RefusedRow& b) { return a.row < b.row; });
  PROBITY_TRY(record_import(data_set, ledger, out, destination, at));
  return out;
}

ledger::CreateOptions import_ledger(const intake::DataSet& data_set, base::Instant opened) {
  ledger::CreateOptions out;
  out.constants = {"import/" + std::string(data_set.key), std::string(data_set.zone),
                   ledger::Clock::replayed};
  out.seed = data_set.key;
  out.opened = opened;
  return out;
}

} // namespace probity::app

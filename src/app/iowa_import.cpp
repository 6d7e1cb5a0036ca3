#include "app/iowa_import.h"

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
  intake::IowaRelease release;
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

base::Result<intake::IowaColumns> read_header(intake::CsvReader& reader, const std::string& file,
                                              intake::Warnings& warnings) {
  PROBITY_ASSIGN(const auto header, reader.next());
  if (!header) return base::fail(ErrorCode::invalid_input, "the file is empty", file);
  if (header->fault) return tl::unexpected(base::Error(*header->fault).at(file));
  auto columns = intake::IowaColumns::find(header->fields, warnings);
  if (!columns) return tl::unexpected(std::move(columns.error()).at(file));
  return columns;
}

void count_file_warnings(const intake::CsvReader& reader, intake::Warnings& warnings) {
  if (reader.had_byte_order_mark()) warnings["byte_order_mark"] = 1;
  if (reader.carriage_returns() > 0) warnings["line_ends_with_carriage_return"] = reader.carriage_returns();
  if (reader.ended_without_line_end()) warnings["last_line_without_line_end"] = 1;
}

// Reads a file to its end, row by row.
base::Result<Totals> read_rows(const std::string& file, const Reading& reading) {
  PROBITY_ASSIGN(auto source, intake::FileSource::open(file));
  intake::CsvReader reader(source);
  Totals out;
  PROBITY_ASSIGN(const intake::IowaColumns columns, read_header(reader, file, out.warnings));
  std::unordered_map<base::Digest, std::uint64_t> seen;
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
    auto release = record.fault ? base::Result<intake::IowaRelease>(tl::unexpected(*record.fault))
                                : intake::read_iowa_row(columns, record.fields, out.warnings);
    if (!release) {
      const std::string reason = record.fault ? record.fault->message : reason_of(release.error());
      reading.refuse({out.rows_read, record.line, reason});
      continue;
    }
    const std::uint64_t occurrence = ++seen[base::sha256(base::bytes_of(record.text))];
    PROBITY_TRY(
        reading.keep({out.rows_read, record.line, std::move(record.text), occurrence, std::move(*release)}));
  }
  count_file_warnings(reader, out.warnings);
  out.file = source.digest();
  return out;
}

void count(IowaYear& year, const intake::IowaRelease& release, std::int64_t sign) {
  year.releases += sign;
  if (release.returned == intake::IowaReturn::none) return;
  year.returns += sign;
  (release.returned == intake::IowaReturn::new_offence ? year.new_offence : year.technical) += sign;
}

template <class Id> Id import_name(const base::Digest& file, std::string_view purpose) {
  return Id{intake::iowa_name(file.hex(), 1, purpose)};
}

// Appends kept rows in batches.
class Writer {
 public:
  Writer(ledger::Ledger& ledger, IowaImport& import, intake::IowaDestination destination)
      : ledger_(ledger), import_(import), destination_(std::move(destination)) {}

  base::Result<void> add(Row&& row) {
    rows_.push_back(std::move(row));
    return rows_.size() < rows_per_batch ? base::Result<void>{} : flush();
  }

  base::Result<void> flush() {
    std::vector<ledger::Submission> submissions;
    std::vector<const Row*> submitted;
    for (const Row& row : rows_) {
      const base::EventId first{intake::iowa_name(row.text, row.occurrence, intake::iowa_first_event)};
      // The id names data set, row and occurrence: what is there under it is this row, whenever recorded.
      PROBITY_ASSIGN(const auto there, ledger_.index_of(first));
      if (there) {
        ++import_.rows_already_there;
        continue;
      }
      submissions.push_back({intake::iowa_events(row.release, row.text, row.occurrence, destination_), {}});
      submitted.push_back(&row);
    }
    PROBITY_ASSIGN(const auto receipts, ledger_.append(submissions));
    for (std::size_t i = 0; i < receipts.size(); ++i) {
      if (receipts[i])
        import_.events_added += receipts[i]->count;
      else
        refuse(*submitted[i], receipts[i].error());
    }
    rows_.clear();
    return {};
  }

 private:
  void refuse(const Row& row, const base::Error& error) {
    import_.survey.refused.push_back({row.number, row.line, reason_of(error)});
    --import_.survey.rows_kept;
    count(import_.survey.years[row.release.fiscal_year], row.release, -1);
  }

  ledger::Ledger& ledger_;
  IowaImport& import_;
  intake::IowaDestination destination_;
  std::vector<Row> rows_;
};

base::Result<void> check_instant(const ledger::Ledger& ledger, const IowaSurvey& survey, base::Instant at) {
  if (survey.known_from && ledger.zone().day_of(at) < *survey.known_from)
    return base::fail(ErrorCode::refused,
                      "the rows tell of returns until " + base::to_text(*survey.known_from - 1) +
                          ", which could not be known at " + base::to_text(at),
                      "recorded", "record them on " + base::to_text(*survey.known_from) + " or later");
  if (ledger.constants().clock == ledger::Clock::replayed && at < ledger.last_recorded())
    return base::fail(ErrorCode::recorded_backwards,
                      "the log's last instant is " + base::to_text(ledger.last_recorded()) + ", later than " +
                          base::to_text(at),
                      "recorded", "record the import at that instant or later");
  return {};
}

base::Result<void> record_import(ledger::Ledger& ledger, IowaImport& import,
                                 const intake::IowaDestination& destination, base::Instant at) {
  const auto id = import_name<base::EventId>(import.survey.file, record::system::import_made.name);
  PROBITY_ASSIGN(const auto there, ledger.index_of(id));
  import.file_already_there = there.has_value();
  if (there) return {};
  constexpr std::uint32_t system_stream = 1; // the one that system.log_opened began
  PROBITY_ASSIGN(const base::StreamId stream, ledger.stream_name(system_stream));
  record::EventBuilder builder(record::system::import_made, destination.log, stream);
  builder.id(id).channel("import").role("importer").valid(at);
  if (destination.recorded) builder.recorded(*destination.recorded);
  builder.fact("data_set", intake::iowa_data_set)
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

base::Result<IowaSurvey> survey_iowa(const std::string& file, const RowProgress& progress) {
  IowaSurvey out;
  Reading reading;
  reading.progress = progress;
  reading.refuse = [&](RefusedRow&& row) { out.refused.push_back(std::move(row)); };
  reading.keep = [&](Row&& row) -> base::Result<void> {
    ++out.rows_kept;
    if (row.occurrence > 1) ++out.exact_copies;
    count(out.years[row.release.fiscal_year], row.release, 1);
    const base::Day known = intake::iowa_known_from(row.release.reporting_year);
    out.known_from = std::max(out.known_from.value_or(known), known);
    return {};
  };
  PROBITY_ASSIGN(Totals totals, read_rows(file, reading));
  out.file = totals.file;
  out.rows_read = totals.rows_read;
  out.warnings = std::move(totals.warnings);
  return out;
}

base::Result<IowaImport> import_iowa(ledger::Ledger& ledger, const std::string& file,
                                     const IowaSurvey& survey, base::Instant at,
                                     const RowProgress& progress) {
  PROBITY_TRY(check_instant(ledger, survey, at));
  IowaImport out;
  out.survey = survey;
  const bool replayed = ledger.constants().clock == ledger::Clock::replayed;
  const intake::IowaDestination destination{ledger.constants().origin,
                                            replayed ? std::optional(at) : std::nullopt};
  Writer writer(ledger, out, destination);
  Reading reading;
  reading.progress = progress;
  reading.refuse = [](RefusedRow&&) {}; // told by the survey
  reading.keep = [&](Row&& row) { return writer.add(std::move(row)); };
  PROBITY_ASSIGN(const Totals totals, read_rows(file, reading));
  PROBITY_TRY(writer.flush());
  if (totals.file != survey.file)
    return base::fail(ErrorCode::refused, "the file changed while it was imported", file,
                      "import it again: rows that are in the log already add nothing");
  std::sort(out.survey.refused.begin(), out.survey.refused.end(),
            [](const RefusedRow& a, const RefusedRow& b) { return a.row < b.row; });
  PROBITY_TRY(record_import(ledger, out, destination, at));
  return out;
}

ledger::CreateOptions iowa_ledger(base::Instant opened) {
  ledger::CreateOptions out;
  out.constants = {"import/iowa", std::string(iowa_zone), ledger::Clock::replayed};
  out.seed = "iowa";
  out.opened = opened;
  return out;
}

} // namespace probity::app

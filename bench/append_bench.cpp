// The whole append path (checks, canonical form, chain, sealing, tree, signature, rows), and the same with
// the reading of JSON lines before it, against inserting the rows that it made into equal tables by prepared
// statements: blocks of transactions in alternation, the same number of rows and of commits on both sides,
// both synced to the disk.
#include <bit>
#include <fmt/format.h>
#include <iostream>
#include <map>

#include "app/submission_reader.h"
#include "ledger/schema.h"
#include "measuring.h"
#include "sample.h"
#include "store/sqlite.h"

namespace probity::bench {
namespace {

using store::Statement;

constexpr double most_bytes_an_event = 1'400;
constexpr double least_of_empty_rate = 0.25;
// Submissions before measuring begins: the area opens with its people's registration, which is not how its
// days go.
constexpr std::size_t opening_submissions = 12'000;

// What one transaction wrote, copied out of the ledger.
struct Rows {
  struct Event {
    std::int64_t index, stream, sequence, schema, recorded;
    std::optional<std::int64_t> valid_from, valid_to, valid_day, corrects;
    base::ByteVector id, leaf, submission, body;
    std::string type, provider;
  };
  struct Stream {
    std::int64_t length = 0;
    base::ByteVector leaf;
    base::ByteVector name;
    bool is_new = false;
  };
  struct Sealed {
    std::int64_t slot, key;
    base::ByteVector nonce, box;
  };
  std::vector<Event> events;
  std::map<std::int64_t, Stream> streams;
  std::vector<Sealed> sealed;
  std::int64_t size = 0;
  base::ByteVector root;
  std::string note;
};

base::ByteVector copied(base::ByteView bytes) {
  return {bytes.begin(), bytes.end()};
}

class Copier {
 public:
  explicit Copier(const std::string& file)
      : database_(need(store::Database::open(file, {}))),
        events_(need(
            database_.prepare("SELECT ix, id, leaf, submission, stream_no, seq, type, schema, valid_from, "
                              "valid_to, valid_day, recorded, provider, corrects, body, "
                              "(SELECT name FROM stream WHERE no = stream_no) "
                              "FROM event WHERE ix >= ? AND ix < ? ORDER BY ix"))),
        sealed_(need(
            database_.prepare("SELECT slot, key_no, nonce, box FROM sealed WHERE slot >= ? AND slot < ?"))),
        checkpoint_(need(database_.prepare("SELECT root, note FROM checkpoint WHERE size = ?"))) {}

  Rows rows(std::int64_t from, std::int64_t to) {
    Rows out;
    events_.bind(1, from).bind(2, to);
    while (need(events_.step()) == Statement::Step::row) {
      const auto optional = [&](int column) {
        return events_.is_null(column) ? std::nullopt : std::optional(events_.integer(column));
      };
      out.events.push_back({events_.integer(0), events_.integer(4), events_.integer(5), events_.integer(7),
                            events_.integer(11), optional(8), optional(9), optional(10), optional(13),
                            copied(events_.blob(1)), copied(events_.blob(2)), copied(events_.blob(3)),
                            copied(events_.blob(14)), std::string(events_.text(6)),
                            std::string(events_.text(12))});
      Rows::Stream& stream = out.streams[events_.integer(4)];
      stream.is_new = stream.is_new || events_.integer(5) == 0;
      stream.length = events_.integer(5) + 1;
      stream.leaf = out.events.back().leaf;
      stream.name = copied(events_.blob(15));
    }
    events_.reset();
    sealed_.bind(1, from * ledger::slots_per_event).bind(2, to * ledger::slots_per_event);
    while (need(sealed_.step()) == Statement::Step::row)
      out.sealed.push_back(
          {sealed_.integer(0), sealed_.integer(1), copied(sealed_.blob(2)), copied(sealed_.blob(3))});
    sealed_.reset();
    PROBITY_ENSURE(need(checkpoint_.bind(1, to).step()) == Statement::Step::row);
    out.size = to;
    out.root = copied(checkpoint_.blob(0));
    out.note = checkpoint_.text(1);
    checkpoint_.reset();
    return out;
  }

 private:
  store::Database database_;
  Statement events_, sealed_, checkpoint_;
};

class Inserter {
 public:
  explicit Inserter(const std::string& file)
      : database_(need(store::Database::open(file, {.access = store::Access::create,
                                                    .journal = need(ledger::journal_of_environment()),
                                                    .cache_kib = 64 * 1024}))) {
    need(ledger::make_tables(database_));
    event_ =
        need(database_.prepare("INSERT INTO event(ix, id, leaf, submission, stream_no, seq, type, schema, "
                               "valid_from, valid_to, valid_day, recorded, provider, corrects, body) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    sealed_ = need(database_.prepare("INSERT INTO sealed(slot, key_no, nonce, box) VALUES(?, ?, ?, ?)"));
    new_stream_ =
        need(database_.prepare("INSERT INTO stream(no, name, seq, leaf, closed) VALUES(?, ?, ?, ?, 0)"));
    old_stream_ = need(database_.prepare("UPDATE stream SET seq = ?, leaf = ? WHERE no = ?"));
    checkpoint_ = need(database_.prepare("INSERT INTO checkpoint(size, root, note) VALUES(?, ?, ?)"));
    head_ = need(
        database_.prepare("INSERT INTO head(one, size, root, peaks, last_recorded, verification_key) "
                          "VALUES(1, ?, ?, ?, ?, ?) ON CONFLICT(one) DO UPDATE SET size=excluded.size, "
                          "root=excluded.root, peaks=excluded.peaks, last_recorded=excluded.last_recorded"));
  }

  void insert(const Rows& rows) {
    need(database_.execute("BEGIN IMMEDIATE"));
    for (const Rows::Event& event : rows.events) {
      event_.bind(1, event.index)
          .bind(2, base::ByteView(event.id))
          .bind(3, base::ByteView(event.leaf))
          .bind(4, base::ByteView(event.submission))
          .bind(5, event.stream)
          .bind(6, event.sequence)
          .bind(7, std::string_view(event.type))
          .bind(8, event.schema)
          .bind(12, event.recorded)
          .bind(13, std::string_view(event.provider))
          .bind(15, base::ByteView(event.body));
      const auto bind = [&](int parameter, const std::optional<std::int64_t>& value) {
        if (value)
          event_.bind(parameter, *value);
        else
          event_.bind_null(parameter);
      };
      bind(9, event.valid_from);
      bind(10, event.valid_to);
      bind(11, event.valid_day);
      bind(14, event.corrects);
      need(event_.run());
    }
    for (const Rows::Sealed& sealed : rows.sealed)
      need(sealed_.bind(1, sealed.slot)
               .bind(2, sealed.key)
               .bind(3, base::ByteView(sealed.nonce))
               .bind(4, base::ByteView(sealed.box))
               .run());
    for (const auto& [number, stream] : rows.streams) {
      if (stream.is_new)
        need(new_stream_.bind(1, number)
                 .bind(2, base::ByteView(stream.name))
                 .bind(3, stream.length)
                 .bind(4, base::ByteView(stream.leaf))
                 .run());
      else
        need(old_stream_.bind(1, stream.length).bind(2, base::ByteView(stream.leaf)).bind(3, number).run());
    }
    need(checkpoint_.bind(1, rows.size)
             .bind(2, base::ByteView(rows.root))
             .bind(3, std::string_view(rows.note))
             .run());
    const base::ByteVector peaks(
        static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(rows.size))) * 32);
    need(head_.bind(1, rows.size)
             .bind(2, base::ByteView(rows.root))
             .bind(3, base::ByteView(peaks))
             .bind(4, rows.events.back().recorded)
             .bind(5, std::string_view("bench/7+00000000+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
             .run());
    need(database_.commit());
  }

 private:
  store::Database database_;
  Statement event_, sealed_, new_stream_, old_stream_, checkpoint_, head_;
};

std::vector<ledger::Submission> read_lines(std::span<const std::string> lines) {
  std::vector<ledger::Submission> submissions;
  submissions.reserve(lines.size());
  for (const std::string& line : lines)
    submissions.push_back(need(app::parse_submission(line, base::json::Spelling::canonical)));
  return submissions;
}

void append(ledger::Ledger& ledger, std::span<const ledger::Submission> submissions) {
  for (const auto& receipt : need(ledger.append(submissions)))
    if (!receipt) give_up(receipt.error());
}

void append_lines(ledger::Ledger& ledger, std::span<const std::string> lines) {
  append(ledger, read_lines(lines));
}

struct Batch {
  std::size_t submissions; // a transaction
  std::size_t
      block; // transactions before the other side's turn; so few that their checkpoints are still kept
  std::size_t blocks;
  double bar;
};

void measure(const std::string& folder, std::int64_t people, const Batch& batch, bool show_size) {
  const std::string file = folder + "/append.ledger";
  const std::string rows_file = folder + "/append.rows";
  Spent path;
  Spent reading;
  Spent rows_only;
  std::uint64_t opened = 0;
  std::uint64_t events = 0;
  std::uint64_t stored = 0;
  {
    ledger::Ledger ledger = open_area(file, people);
    Copier copier(file);
    Inserter inserter(rows_file);
    inserter.insert(copier.rows(0, 1));
    // All of them first: the area is made by another thread, which must not be counted.
    const std::size_t wanted = opening_submissions + batch.submissions * batch.block * batch.blocks;
    std::vector<std::string> lines;
    each_line(people, ledger, [&](std::string&& line) {
      lines.push_back(std::move(line));
      return lines.size() < wanted;
    });
    PROBITY_ENSURE(lines.size() == wanted);
    const std::span<const std::string> all = lines;
    for (std::size_t at = 0; at < opening_submissions; at += 1'000) {
      const auto before = static_cast<std::int64_t>(ledger.size());
      append_lines(ledger, all.subspan(at, 1'000));
      inserter.insert(copier.rows(before, static_cast<std::int64_t>(ledger.size())));
    }
    opened = ledger.size();
    std::size_t at = opening_submissions;
    for (std::size_t block = 0; block < batch.blocks; ++block) {
      std::vector<std::uint64_t> sizes = {ledger.size()};
      for (std::size_t i = 0; i < batch.block; ++i, at += batch.submissions) {
        std::vector<ledger::Submission> submissions;
        reading += time_of([&] { submissions = read_lines(all.subspan(at, batch.submissions)); });
        path += time_of([&] { append(ledger, submissions); });
        reading += time_of([&] { submissions.clear(); });
        sizes.push_back(ledger.size());
      }
      std::vector<Rows> rows;
      for (std::size_t i = 0; i < batch.block; ++i)
        rows.push_back(
            copier.rows(static_cast<std::int64_t>(sizes[i]), static_cast<std::int64_t>(sizes[i + 1])));
      rows_only += time_of([&] {
        for (const Rows& transaction : rows)
          inserter.insert(transaction);
      });
    }
    events = ledger.size() - opened;
    stored = ledger.size();
  }
  const std::string of = fmt::format("batch {}: ", batch.submissions);
  const auto a_second = [&](const Spent& spent) {
    return fmt::format("{:.0f}", static_cast<double>(events) / spent.wall);
  };
  print_figure(of + "events a second, whole path", a_second(path));
  print_figure(of + "events a second, finished rows", a_second(rows_only));
  const auto microseconds = [&](const Spent& spent) {
    return fmt::format("{:.1f} µs", spent.processor / static_cast<double>(events) * 1e6);
  };
  print_figure(of + "processor time an event, whole path", microseconds(path));
  print_figure(of + "processor time an event, reading JSON lines before", microseconds(reading));
  print_figure(of + "processor time an event, finished rows", microseconds(rows_only));
  print_figure(of + "rows ÷ path, processor time",
               fmt::format("{:.2f}", rows_only.processor / path.processor));
  print_figure(of + "rows ÷ path with reading, wall",
               fmt::format("{:.2f}", rows_only.wall / (path.wall + reading.wall)));
  print_figure(of + "rows ÷ path, wall", rows_only.wall / path.wall, Bar::at_least, batch.bar);
  if (show_size)
    print_figure(of + "bytes on disk an event, keys included",
                 static_cast<double>(bytes_of_ledger(file)) / static_cast<double>(stored), Bar::at_most,
                 most_bytes_an_event);
  remove_ledger(file);
  remove_ledger(rows_file);
}

// The rate over the last hundred thousand events before a size, against that of the first.
void measure_growth(const std::string& folder, std::uint64_t size) {
  constexpr std::uint64_t window = 100'000;
  constexpr std::size_t batch = 1'000;
  const auto people = static_cast<std::int64_t>(size / 75);
  const std::string file = folder + "/growth.ledger";
  Spent first;
  Spent last;
  std::uint64_t first_events = 0;
  std::uint64_t last_events = 0;
  {
    ledger::Ledger ledger = open_area(file, people);
    std::vector<std::string> lines;
    each_line(people, ledger, [&](std::string&& line) {
      lines.push_back(std::move(line));
      if (lines.size() < batch) return true;
      const std::uint64_t before = ledger.size();
      const Spent spent = time_of([&] { append_lines(ledger, lines); });
      lines.clear();
      if (before < window) {
        first += spent;
        first_events += ledger.size() - before;
      } else if (before >= size - window) {
        last += spent;
        last_events += ledger.size() - before;
      }
      return ledger.size() < size;
    });
    PROBITY_ENSURE(ledger.size() >= size - batch);
  }
  const double at_first = static_cast<double>(first_events) / first.wall;
  const double at_last = static_cast<double>(last_events) / last.wall;
  print_figure("events a second into an empty file", fmt::format("{:.0f}", at_first));
  print_figure(fmt::format("events a second at {} rows", size), fmt::format("{:.0f}", at_last));
  print_figure(fmt::format("rate at {} rows ÷ into an empty file", size), at_last / at_first, Bar::at_least,
               least_of_empty_rate);
  print_figure("bytes on disk an event, keys included",
               static_cast<double>(bytes_of_ledger(file)) / static_cast<double>(size), Bar::at_most,
               most_bytes_an_event);
  remove_ledger(file);
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  using namespace probity::bench;
  const Arguments arguments = arguments_of(count, values);
  print_heading("Append: the whole path against inserting the finished rows");
  const std::size_t more = arguments.full ? 5 : 1;
  measure(arguments.folder, 1'000, {1, 20, 60 * more, 0.8}, false);
  measure(arguments.folder, 1'000, {10, 10, 30 * more, 0.6}, false);
  measure(arguments.folder, 1'000 * static_cast<std::int64_t>(more), {100, 2, 100 * more, 0.6}, false);
  measure(arguments.folder, 1'000 * static_cast<std::int64_t>(more), {1'000, 1, 40 * more, 0.6}, true);
  if (arguments.full) measure_growth(arguments.folder, 10'000'000);
}

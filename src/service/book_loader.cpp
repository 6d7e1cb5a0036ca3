#include "service/book_loader.h"

#include <algorithm>

#include "ledger/effective.h"
#include "service/stored_event.h"

namespace probity::service {
namespace {

struct Gathered {
  std::vector<std::vector<record::Event>> streams; // by stream number − 1 or as numbered
  base::Day known_on;
  std::uint64_t read = 0;
};

base::Result<Gathered> gather(const ledger::Ledger& ledger, std::uint64_t size,
                              const std::function<void(std::uint64_t)>& progress) {
  Gathered out;
  std::optional<base::Error> trouble;
  PROBITY_TRY(ledger.scan(size, [&](const ledger::StoredEvent& stored) {
    auto event = event_of(stored, ledger.zone());
    if (!event) {
      trouble = std::move(event.error());
      return false;
    }
    out.known_on = event->recorded_day;
    if (out.streams.size() <= stored.stream) out.streams.resize(stored.stream + 1);
    out.streams[stored.stream].push_back(std::move(*event));
    if (progress && (++out.read % 4096) == 0) progress(out.read);
    return true;
  }));
  if (trouble) return tl::unexpected(std::move(*trouble));
  return out;
}

// The stream's effective events; what became of them is noted in the book.
timeline::Case resolved(timeline::Book& book, const base::StreamId& name, std::uint32_t number,
                        const std::vector<record::Event>& raw) {
  timeline::Case out;
  out.stream = number;
  out.name = name;
  ledger::EffectiveStream effective = ledger::effective(raw);
  out.events.reserve(effective.events.size());
  for (ledger::EffectiveEvent& event : effective.events) {
    if (!event.touched_by.empty()) book.corrections[event.event.index] = event.touched_by;
    out.events.push_back(std::move(event.event));
  }
  for (const ledger::Oddity& oddity : effective.oddities)
    book.oddities.push_back("event " + std::to_string(oddity.index) + ": " + oddity.message);
  return out;
}

// Nothing is noted any more of a stream's events.
void forget(timeline::Book& book, const std::vector<record::Event>& raw) {
  for (const record::Event& event : raw) {
    book.corrections.erase(event.index);
    std::erase_if(book.oddities, [beginning = "event " + std::to_string(event.index) + ": "](
                                     const std::string& oddity) { return oddity.starts_with(beginning); });
  }
}

timeline::Case* find(std::vector<timeline::Case>& shelf, std::uint32_t number) {
  const auto found =
      std::lower_bound(shelf.begin(), shelf.end(), number,
                       [](const timeline::Case& one, std::uint32_t wanted) { return one.stream < wanted; });
  return found == shelf.end() || found->stream != number ? nullptr : &*found;
}

void shelve(timeline::Book& book, timeline::Case&& stream, const std::vector<record::Event>& raw) {
  record::StreamKind kind = record::StreamKind::system;
  for (const record::Event& event : raw)
    if (event.type != nullptr) {
      kind = event.type->stream;
      break;
    }
  switch (kind) {
  case record::StreamKind::person:
    book.people.push_back(std::move(stream));
    break;
  case record::StreamKind::contract:
    book.contracts.push_back(std::move(stream));
    break;
  case record::StreamKind::system:
  case record::StreamKind::session:
  case record::StreamKind::project:
  case record::StreamKind::provider:
  case record::StreamKind::staff:
    book.others.push_back(std::move(stream));
    break;
  }
}

} // namespace

base::Result<std::uint64_t> size_of(const ledger::Ledger& ledger, const KnownAs& known_as) {
  if (known_as.size) {
    if (*known_as.size == 0 || *known_as.size > ledger.size())
      return base::fail(base::ErrorCode::refused,
                        "the ledger has " + std::to_string(ledger.size()) + " events, not " +
                            std::to_string(*known_as.size),
                        "as known at",
                        "give a size from 1 to " + std::to_string(ledger.size()) + ", or a day");
    return *known_as.size;
  }
  if (known_as.day) {
    PROBITY_ASSIGN(const std::uint64_t size, ledger.size_known_on(*known_as.day));
    if (size == 0)
      return base::fail(base::ErrorCode::refused,
                        "nothing was recorded yet on " + base::to_text(*known_as.day), "as known on",
                        "give a later day");
    return size;
  }
  return ledger.size();
}

base::Result<timeline::Book> load_book(const ledger::Ledger& ledger, const KnownAs& known_as,
                                       const std::function<void(std::uint64_t)>& progress) {
  timeline::Book book;
  PROBITY_ASSIGN(book.size, size_of(ledger, known_as));
  PROBITY_ASSIGN(book.root, ledger.root_at(book.size));
  book.origin = ledger.constants().origin;
  book.zone = ledger.constants().zone;
  book.replayed = ledger.constants().clock == ledger::Clock::replayed;
  PROBITY_ASSIGN(Gathered gathered, gather(ledger, book.size, progress));
  book.known_on = gathered.known_on;
  for (std::size_t number = 0; number < gathered.streams.size(); ++number) {
    std::vector<record::Event>& raw = gathered.streams[number];
    if (raw.empty()) continue;
    const auto stream_number = static_cast<std::uint32_t>(number);
    PROBITY_ASSIGN(const base::StreamId name, ledger.stream_name(stream_number));
    shelve(book, resolved(book, name, stream_number, raw), raw);
    raw = {};
  }
  return book;
}

base::Result<void> GrowingBook::read_stream(const ledger::Ledger& ledger, std::uint32_t number,
                                            std::uint64_t size) {
  PROBITY_ASSIGN(const std::vector<record::Event> raw, recorded_events(ledger, number, size));
  PROBITY_ASSIGN(const base::StreamId name, ledger.stream_name(number));
  forget(book_, raw);
  timeline::Case stream = resolved(book_, name, number, raw);
  for (std::vector<timeline::Case>* shelf : {&book_.people, &book_.contracts, &book_.others})
    if (timeline::Case* there = find(*shelf, number)) {
      *there = std::move(stream);
      return {};
    }
  shelve(book_, std::move(stream), raw);
  return {};
}

base::Result<std::optional<std::set<base::StreamId>>>
GrowingBook::read(const ledger::Ledger& ledger, std::uint64_t size,
                  const std::function<void(std::uint64_t)>& progress) {
  if (book_.size == 0) {
    PROBITY_ASSIGN(book_, load_book(ledger, {size, std::nullopt}, progress));
    return std::nullopt;
  }
  PROBITY_ENSURE(size >= book_.size);
  std::set<std::uint32_t> touched; // in the order of the streams, so that new ones come behind the others
  PROBITY_TRY(ledger.scan_from(book_.size, size, [&](const ledger::StoredEvent& stored) {
    touched.insert(stored.stream);
    return true;
  }));
  std::set<base::StreamId> changed;
  for (const std::uint32_t number : touched) {
    PROBITY_TRY(read_stream(ledger, number, size));
    PROBITY_ASSIGN(const base::StreamId name, ledger.stream_name(number));
    changed.insert(name);
  }
  if (size > book_.size) {
    PROBITY_ASSIGN(const std::string last, ledger.body(size - 1));
    PROBITY_ASSIGN(const record::Event event, record::decode(last, ledger.zone()));
    book_.known_on = event.recorded_day;
    PROBITY_ASSIGN(book_.root, ledger.root_at(size));
    book_.size = size;
  }
  return changed;
}

base::Result<std::map<base::Day, timeline::Book>> load_snapshots(const ledger::Ledger& ledger,
                                                                 const std::vector<base::Day>& days) {
  std::map<base::Day, timeline::Book> out;
  for (const base::Day day : days) {
    PROBITY_ASSIGN(const std::uint64_t size, ledger.size_known_on(day));
    timeline::Book book;
    book.origin = ledger.constants().origin;
    book.zone = ledger.constants().zone;
    if (size > 0) {
      PROBITY_ASSIGN(book, load_book(ledger, {size, std::nullopt}));
    }
    book.known_on = day;
    out.emplace(day, std::move(book));
  }
  return out;
}

} // namespace probity::service

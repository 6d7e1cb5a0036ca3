// What the machine and its libraries allow at all: the other figures are to be read beside these.
#include <fmt/format.h>

#include "ledger/merkle.h"
#include "ledger/note.h"
#include "measuring.h"
#include "sample.h"
#include "store/sqlite.h"

namespace probity::bench {
namespace {

constexpr std::size_t body_bytes = 580; // of a mean event of the sample area

std::string a_second(std::size_t count, double seconds) {
  return fmt::format("{:.0f}", static_cast<double>(count) / seconds);
}

void measure_hashing() {
  constexpr std::size_t count = 500'000;
  base::ByteVector body(body_bytes, 7);
  const Spent leaves = time_of([&] {
    for (std::size_t i = 0; i < count; ++i)
      body[0] = ledger::leaf_hash(body).bytes[0];
  });
  print_figure(fmt::format("SHA-256 of leaves of {} bytes a second", body_bytes),
               a_second(count, leaves.processor));
  base::Digest node;
  const Spent nodes = time_of([&] {
    for (std::size_t i = 0; i < count; ++i)
      node = ledger::node_hash(node, node);
  });
  print_figure("SHA-256 of tree nodes a second", a_second(count, nodes.processor));
}

void measure_signatures() {
  constexpr std::size_t count = 2'000;
  const ledger::SigningKey key = ledger::SigningKey::from_seed("bench", ledger::SignatureType::ed25519, {});
  const ledger::Checkpoint checkpoint{.origin = "bench", .size = 1, .root = {}};
  std::string note;
  const Spent signing = time_of([&] {
    for (std::size_t i = 0; i < count; ++i)
      note = ledger::signed_checkpoint(checkpoint, key);
  });
  print_figure("Ed25519 signatures made a second", a_second(count, signing.processor));
  const Spent checking = time_of([&] {
    for (std::size_t i = 0; i < count; ++i)
      need(ledger::open_note(note, {key.verification()}));
  });
  print_figure("Ed25519 signatures checked a second", a_second(count, checking.processor));
}

// One table without secondary indexes: the fewest pages that a stored row can touch.
void measure_inserts(const std::string& folder, std::size_t batch, std::size_t batches) {
  const std::string file = folder + "/limits.db";
  {
    store::Database database = need(store::Database::open(file, {.access = store::Access::create}));
    need(database.execute("CREATE TABLE row(ix INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT"));
    store::Statement insert = need(database.prepare("INSERT INTO row VALUES(?, ?)"));
    const base::ByteVector body(body_bytes, 7);
    std::int64_t index = 0;
    const Spent spent = time_of([&] {
      for (std::size_t i = 0; i < batches; ++i) {
        need(database.execute("BEGIN IMMEDIATE"));
        for (std::size_t k = 0; k < batch; ++k)
          need(insert.bind(1, ++index).bind(2, base::ByteView(body)).run());
        need(database.commit());
      }
    });
    print_figure(fmt::format("SQLite rows inserted a second, synced every {}", batch),
                 a_second(batch * batches, spent.wall));
  }
  remove_ledger(file);
}

} // namespace
} // namespace probity::bench

int main(int count, char** values) {
  using namespace probity::bench;
  const Arguments arguments = arguments_of(count, values);
  print_heading("Limits of this machine, one thread");
  measure_hashing();
  measure_signatures();
  measure_inserts(arguments.folder, 1, 500);
  measure_inserts(arguments.folder, 1'000, 100);
}

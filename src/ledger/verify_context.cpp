#include "ledger/verify_context.h"

#include "base/json.h"
#include "ledger/companions.h"
#include "ledger/schema.h"
#include "ledger/stored_id.h"
#include "ledger/verify_reading.h"

#include <fmt/format.h>
#include <unistd.h>

namespace probity::ledger {

using base::Result;

namespace {

Constants constants_of(std::string_view body) {
  Constants out;
  const Result<base::json::Value> event = base::json::parse(body, base::json::Spelling::any);
  const base::json::Value* facts = event && event->object() != nullptr ? event->find("facts") : nullptr;
  if (facts == nullptr || facts->object() == nullptr) return out;
  const auto text = [&](std::string_view key) {
    const base::json::Value* value = facts->find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
  };
  out.origin = text("origin");
  out.zone = text("zone");
  out.clock = text("clock") == "live" ? Clock::live : Clock::replayed;
  return out;
}

} // namespace

Result<void> read_context(const store::Database& database, VerifyContext& context, StoredHead& head,
                          std::vector<Finding>& findings) {
  PROBITY_TRY(each_row(database, "SELECT size, root, peaks, last_recorded, verification_key FROM head",
                       [&](const store::Statement& row) {
                         head.there = true;
                         head.size = static_cast<std::uint64_t>(row.integer(0));
                         head.root = id_from<base::Digest>(row.blob(1));
                         head.peaks.assign(row.blob(2).begin(), row.blob(2).end());
                         head.last_recorded = row.integer(3);
                         head.verification_key = row.text(4);
                       }));
  std::int64_t lowest = 0;
  std::int64_t highest = -1;
  PROBITY_TRY(each_row(database,
                       "SELECT (SELECT ix FROM event NOT INDEXED ORDER BY ix LIMIT 1), "
                       "(SELECT ix FROM event NOT INDEXED ORDER BY ix DESC LIMIT 1)",
                       [&](const store::Statement& row) {
                         if (row.is_null(0)) return;
                         lowest = row.integer(0);
                         highest = row.integer(1);
                       }));
  PROBITY_TRY(each_row(database, "SELECT coalesce(max(size), 0) FROM checkpoint",
                       [&](const store::Statement& row) { head.newest_checkpoint = row.integer(0); }));
  std::string opening;
  PROBITY_TRY(each_row(database, "SELECT body FROM event WHERE ix = 0",
                       [&](const store::Statement& row) { opening = row.text(0); }));
  PROBITY_TRY(each_row(database, "SELECT no, name, seq, leaf, closed FROM stream NOT INDEXED ORDER BY no",
                       [&](const store::Statement& row) {
                         context.streams.add(row.integer(0),
                                             {id_from<base::StreamId>(row.blob(1)), row.integer(2),
                                              id_from<base::Digest>(row.blob(3)), row.integer(4) != 0});
                       }));
  PROBITY_ASSIGN(const std::vector<std::string> altered, altered_tables(database));
  for (const std::string& name : altered)
    findings.push_back(about_file("file", fmt::format("the database's {} is not as a ledger has it", name)));
  if (!head.there) findings.push_back(about_file("head", "the ledger has no head"));
  if (lowest < 0)
    findings.push_back({lowest, "order", fmt::format("there is a row {} before the first event", lowest)});
  const auto rows = static_cast<std::uint64_t>(highest + 1);
  if (head.there && rows > head.size)
    findings.push_back(
        {static_cast<std::int64_t>(head.size), "tail",
         fmt::format("the head says {} events, but rows go on to event {}", head.size, highest)});
  if (head.there && rows < head.size)
    findings.push_back(
        {static_cast<std::int64_t>(rows), "tail",
         fmt::format("the head says {} events, but the rows end before event {}", head.size, rows)});
  context.size = rows;
  context.constants = constants_of(opening);
  Result<base::Zone> zone = base::Zone::named(context.constants.zone);
  if (!zone || context.constants.origin.empty()) {
    findings.push_back({0, "leaf 0", "leaf 0 does not open a log with an origin, a zone and a clock"});
    PROBITY_ASSIGN(zone, base::Zone::named("Etc/UTC"));
  }
  context.zone = *zone;
  return {};
}

Result<void> read_keys(SealedParts sealed, VerifyContext& context, std::vector<Finding>& findings) {
  const std::string file = keys_file(context.file);
  const bool opens = sealed == SealedParts::opened;
  if (!opens && ::access(file.c_str(), R_OK) != 0) return {};
  std::optional<KeyStore> keys;
  if (opens) {
    PROBITY_ASSIGN(Secret secret, Secret::read(secret_file(context.file)));
    PROBITY_ASSIGN(keys, KeyStore::open(file, secret, store::Access::read));
  }
  std::map<std::int64_t, KeyRow> rows;
  const auto read = [&]() -> Result<void> {
    PROBITY_ASSIGN(store::Database database, store::Database::open(file, {}));
    PROBITY_TRY(each_row(database, "SELECT no, subject, wrapped IS NULL FROM subject_key",
                         [&](const store::Statement& row) {
                           const auto subject = id_from<base::SubjectId>(row.blob(1));
                           rows[row.integer(0)] = {subject, row.integer(2) != 0, std::nullopt};
                           context.key_numbers[subject] = row.integer(0);
                         }));
    for (auto& [number, row] : rows) {
      if (!keys || row.destroyed) continue;
      PROBITY_ASSIGN(const KeyStore::Found found, keys->find(row.subject));
      if (found.key != nullptr) row.key = *found.key;
    }
    return {};
  };
  if (const Result<void> done = read(); !done)
    findings.push_back(
        about_file("keys", fmt::format("the file of keys cannot be read: {}", done.error().message)));
  context.keys = std::move(rows);
  return {};
}

} // namespace probity::ledger

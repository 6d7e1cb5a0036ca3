#include "ledger/verify.h"

#include "ledger/schema.h"
#include "ledger/verify_context.h"
#include "ledger/verify_indexes.h"
#include "ledger/verify_note.h"
#include "ledger/verify_order.h"
#include "ledger/verify_pool.h"
#include "ledger/verify_reading.h"

#include <algorithm>
#include <thread>
#include <unistd.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

void finish(Verification& out) {
  // By event, what concerns none last; the order of checking within an event.
  std::stable_sort(out.findings.begin(), out.findings.end(), [](const Finding& a, const Finding& b) {
    return static_cast<std::uint64_t>(a.index) < static_cast<std::uint64_t>(b.index);
  });
  if (out.findings.size() > most_findings) {
    // What concerns the whole ledger stands last and is kept.
    const auto whole =
        std::find_if(out.findings.begin(), out.findings.end(), [](const Finding& f) { return f.index < 0; });
    const auto kept = static_cast<std::ptrdiff_t>(most_findings) -
                      std::min<std::ptrdiff_t>(out.findings.end() - whole, most_findings / 2);
    out.findings.erase(out.findings.begin() + std::min(kept, whole - out.findings.begin()), whole);
    if (out.findings.size() > most_findings) out.findings.resize(most_findings);
    out.cut_short = true;
  }
  out.ok = out.findings.empty();
}

} // namespace

Result<Verification> verify(const std::string& file, const VerifyOptions& options) {
  if (::access(file.c_str(), R_OK) != 0)
    return fail(ErrorCode::not_found, "there is no such ledger, or it may not be read", file);
  Verification out;
  VerifyContext context;
  context.file = file;
  StoredHead head;
  const auto unusable = [&](const base::Error& error) {
    out.findings.push_back(about_file("file", "the file cannot be read as a ledger: " + error.message));
    finish(out);
    return out;
  };
  Result<store::Database> database = store::Database::open(file, {.cache_kib = 1'000});
  if (!database) return unusable(database.error());
  if (const Result<void> checked = check_tables(*database, file); !checked) return unusable(checked.error());
  const auto read = [&]() -> Result<void> {
    PROBITY_TRY(database->execute("BEGIN"));
    PROBITY_TRY(read_context(*database, context, head, out.findings));
    return database->execute("COMMIT");
  };
  if (const Result<void> done = read(); !done) return unusable(done.error());
  PROBITY_TRY(read_keys(options.sealed, context, out.findings));
  Against against;
  against.head = options.against_head;
  PROBITY_ASSIGN(against.note, read_note(options, head.verification_key, out.findings));

  const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  const unsigned threads = std::min(options.threads == 0 ? machine : options.threads, 32U);
  OrderVerifier order(context, head, *database, std::move(against), threads);
  IndexSums sums;
  {
    VerifyPool pool(context, threads);
    for (std::size_t chunk = 0; chunk < pool.chunks(); ++chunk) {
      if (options.stopped && options.stopped())
        return fail(ErrorCode::busy, "the verification was broken off", file, "Begin it again");
      VerifyPool::Done done = pool.take(chunk);
      sums.add(done.rows->sums);
      out.findings.insert(out.findings.end(), done.rows->findings.begin(), done.rows->findings.end());
      order.add(*done.rows, std::min<std::uint64_t>(context.size, (chunk + 1) * rows_a_chunk));
      pool.give_back(std::move(done.rows->rows));
      if (options.progress)
        options.progress(std::min<std::uint64_t>(context.size, (chunk + 1) * rows_a_chunk), context.size);
    }
    compare_sums(sums, *pool.take(pool.chunks()).sums, out.findings);
  }
  order.finish();
  out.findings.insert(out.findings.end(), order.findings().begin(), order.findings().end());
  out.events = order.events();
  out.root = order.root();
  out.head_size = order.head_size();
  finish(out);
  return out;
}

} // namespace probity::ledger

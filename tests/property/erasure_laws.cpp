// Erasing a person: nothing personal can be opened, and no figure changes.
#include "app/erasure.h"
#include "ledger/verify.h"
#include "property/contract_world.h"

namespace probity::world {
namespace {

TEST(ErasureLaws, NoFigureChangesAndNothingCanBeOpened) {
  fixture::check_cases(12, [] {
    const fixture::TemporaryDirectory folder;
    const std::string file = folder.file("erased.ledger");
    Ledger ledger = new_ledger(file);
    const auto taken = append(ledger, Writer().write(any_acts()));
    append(ledger, day_closed(day("2016-06-30"), 1));
    const auto book = good(service::load_book(ledger, {}));
    const std::string before = figures(book);
    const std::string bytes_before = statements(book);
    const std::uint64_t size = ledger.size();

    int who = *rc::gen::inRange(0, most_people);
    app::Erasure erasure;
    erasure.basis = "retention_ended";
    erasure.approved_by = *base::EntityId::from_hex(id_of("staff", 1));
    erasure.seconded_by = *base::EntityId::from_hex(id_of("staff", 2));
    erasure.at = noon_of(day("2016-06-30"));
    erasure.recorded = erasure.at;
    erasure.person = person_stream(who);
    auto result = app::erase(ledger, erasure);
    while (!result) {
      // A duplicate goes with the record that it was linked to, whose stream is the one to name.
      RC_ASSERT(result.error().code == base::ErrorCode::stream_closed);
      RC_ASSERT(ledger.size() == size);
      erasure.person = person_stream(who = (who + 1) % most_people);
      result = app::erase(ledger, erasure);
    }
    const auto erased = *result;
    std::set<std::string> gone;
    for (const app::ErasedSubject& subject : erased)
      gone.insert(subject.subject.hex());
    RC_ASSERT(gone.contains(person_stream(who).hex()));

    RC_ASSERT(figures(good(service::load_book(ledger, {}))) == before);
    RC_ASSERT(statements(good(service::load_book(ledger, {.size = size, .day = std::nullopt}))) ==
              bytes_before);

    for (const Submitted& one : taken) {
      const Value& event = one.submission.events.front();
      const Value* sealed = event.find("sealed");
      if (sealed == nullptr) continue;
      const auto index = good(ledger.index_of(*base::EventId::from_hex(*event.find("id")->text())));
      RC_ASSERT(index.has_value());
      const bool is_gone = gone.contains(*sealed->array()->front().find("key")->text());
      RC_ASSERT(ledger.open_sealed(*index, 0).has_value() == !is_gone);
    }

    // What was submitted before is known as before, and not stored again.
    const Submitted& repeated = taken[*rc::gen::inRange<std::size_t>(0, taken.size())];
    const auto again = good(ledger.append({&repeated.submission, 1}));
    RC_ASSERT(again.front().has_value());
    RC_ASSERT(again.front()->repeated);
    const auto first = good(
        ledger.index_of(*base::EventId::from_hex(*repeated.submission.events.front().find("id")->text())));
    RC_ASSERT(again.front()->index == *first);

    ledger::VerifyOptions options;
    options.threads = 1;
    options.sealed = ledger::SealedParts::opened;
    const auto verified = good(ledger::verify(file, options));
    RC_ASSERT(verified.ok);
    RC_ASSERT(verified.root == ledger.root());
  });
}

} // namespace
} // namespace probity::world

// Laws of a statement over small random worlds.
#include "property/contract_world.h"

namespace probity::world {
namespace {

using base::Money;
using contract::Statement;

struct World {
  fixture::TemporaryDirectory folder;
  Ledger ledger = new_ledger(folder.file("world.ledger"));
  std::vector<Submitted> taken;

  explicit World(const std::vector<Act>& acts) {
    taken = append(ledger, Writer().write(acts));
    append(ledger, day_closed(day("2016-06-30"), 1));
  }
};

void check_sums(const Statement& statement) {
  Money sum;
  for (const contract::Line& line : statement.lines)
    sum += line.amount;
  for (const contract::Correction& correction : statement.corrections)
    sum += correction.change;
  RC_ASSERT(sum == statement.total);
  RC_ASSERT(statement.due == statement.total - statement.issued_already);
  for (const contract::ServiceLevel& level : statement.levels) {
    const contract::Cell& cell = level.cell;
    RC_ASSERT(cell.started ==
              cell.met + cell.missed + cell.open + cell.undetermined + cell.excluded_in_all());
  }
}

// A missed case is a pound's reason: evidence and cells say the same.
void check_evidence(const contract::Settlement& settlement) {
  for (const contract::ServiceLevel& level : settlement.statement.levels) {
    contract::Cell counted;
    for (const contract::Evidence& evidence : settlement.evidence)
      if (evidence.key.clause == level.measure && evidence.key.provider == level.provider &&
          evidence.key.period == settlement.statement.period)
        counted.add(evidence.state, evidence.reason, evidence.count);
    RC_ASSERT(counted == level.cell);
  }
}

// Every pound has its clause, and records, other lines or a sum that is fixed in the contract behind it.
void check_reasons(const contract::Settlement& settlement, const contract::Contract& contract) {
  for (const contract::Line& line : settlement.statement.lines) {
    if (line.amount.pence == 0) continue;
    const contract::Why why = good(contract::why(settlement, contract, line.id));
    RC_ASSERT(!why.clause_source.empty());
    const bool fixed = line.unit == "instalment" || line.kind == contract::LineKind::grant;
    RC_ASSERT(fixed || !why.evidence.empty() || !line.parents.empty());
    RC_ASSERT((line.kind == contract::LineKind::waiver || line.kind == contract::LineKind::reinvestment) !=
              line.events.empty());
  }
}

TEST(StatementLaws, LinesSumToTheTotalAndARerunIsTheSameBytes) {
  fixture::check_cases(20, [] {
    const World world(any_acts());
    for (const contract::Contract& contract : contracts())
      for (const std::string_view period : {"2016-02", "2016-03", "2016-04"}) {
        const auto settlement = settled(world.ledger, contract, period);
        check_sums(settlement.statement);
        check_evidence(settlement);
        check_reasons(settlement, contract);
      }
    const auto first = statements(good(service::load_book(world.ledger, {})));
    const Ledger again = good(Ledger::open(world.folder.file("world.ledger")));
    RC_ASSERT(statements(good(service::load_book(again, {}))) == first);
  });
}

TEST(StatementLaws, APersonDayIsPaidOnce) {
  fixture::check_cases(25, [] {
    // Tags and bills, and little else.
    auto acts = any_acts(30);
    for (Act& act : acts)
      if (act.what < 16) act.what = 16 + act.what % 7;
    const World world(acts);
    const contract::Contract& tagging = contracts().back();
    for (const std::string_view period : {"2016-02", "2016-03", "2016-04"}) {
      const auto settlement = settled(world.ledger, tagging, period);
      std::set<std::pair<std::string, base::Day>> paid;
      std::int64_t days_paid = 0;
      for (const contract::Evidence& evidence : settlement.evidence) {
        if (evidence.state != duty::State::met || evidence.key.period.text != period) continue;
        for (std::int64_t i = 0; i < evidence.count; ++i)
          paid.emplace(evidence.person.hex(), evidence.due + static_cast<int>(i));
        days_paid += evidence.count;
      }
      RC_ASSERT(static_cast<std::int64_t>(paid.size()) == days_paid);
      RC_ASSERT(settlement.statement.lines.at(0).quantity == base::Rational(days_paid));
    }
  });
}

TEST(StatementLaws, WhatComesAfterNChangesNothingAtN) {
  fixture::check_cases(8, [] {
    const fixture::TemporaryDirectory folder;
    const std::string file = folder.file("growing.ledger");
    Ledger ledger = new_ledger(file);
    std::map<std::uint64_t, std::pair<base::Digest, std::string>> seen;
    const auto submitted = Writer().write(any_acts(25));
    for (const Submitted& one : submitted) {
      if (append(ledger, std::vector<Submitted>{one}).empty()) continue;
      if (ledger.size() % 5 != 0) continue;
      // The writer's state after each append is what a reader of the file finds.
      const Ledger reopened = good(Ledger::open(file));
      RC_ASSERT(reopened.root() == ledger.root());
      const std::string now = statements(good(service::load_book(ledger, {})));
      RC_ASSERT(statements(good(service::load_book(reopened, {}))) == now);
      seen.emplace(ledger.size(), std::pair(ledger.root(), now));
    }
    append(ledger, day_closed(day("2016-06-30"), 1));
    for (const auto& [size, then] : seen) {
      const auto book = good(service::load_book(ledger, {.size = size, .day = std::nullopt}));
      RC_ASSERT(book.root == then.first);
      RC_ASSERT(statements(book) == then.second);
    }
  });
}

// Within a day, submissions of different streams change places; those of one stream keep their order. Linked
// records are not independent of one another.
std::vector<Submitted> shuffled(const std::vector<Submitted>& submitted) {
  const bool linked = std::any_of(submitted.begin(), submitted.end(), [](const Submitted& one) {
    return *one.submission.events.front().find("type")->text() == "person.linked";
  });
  std::vector<Submitted> out;
  for (std::size_t from = 0; from < submitted.size();) {
    std::size_t to = from;
    std::map<std::string, std::vector<Submitted>> queues;
    for (; to < submitted.size() && submitted[to].recorded == submitted[from].recorded; ++to)
      queues[linked && submitted[to].stream.starts_with("person") ? "person" : submitted[to].stream]
          .push_back(submitted[to]);
    while (!queues.empty()) {
      auto queue = std::next(
          queues.begin(), *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(queues.size())));
      out.push_back(queue->second.front());
      queue->second.erase(queue->second.begin());
      if (queue->second.empty()) queues.erase(queue);
    }
    from = to;
  }
  return out;
}

TEST(StatementLaws, TheOrderOfIndependentSubmissionsChangesRootsNotFigures) {
  fixture::check_cases(20, [] {
    auto acts = any_acts();
    for (Act& act : acts)
      act.after -= act.after % 7; // much on one day
    const World world(acts);
    const auto other_order = shuffled(world.taken);
    const fixture::TemporaryDirectory folder;
    Ledger other = new_ledger(folder.file("other.ledger"));
    RC_ASSERT(append(other, other_order).size() == world.taken.size());
    append(other, day_closed(day("2016-06-30"), 1));
    RC_ASSERT(figures(good(service::load_book(other, {}))) ==
              figures(good(service::load_book(world.ledger, {}))));
    bool same_order = true;
    for (std::size_t i = 0; i < other_order.size(); ++i)
      same_order = same_order && other_order[i].submission.events == world.taken[i].submission.events;
    RC_ASSERT((other.root() == world.ledger.root()) == same_order);
  });
}

TEST(StatementLaws, VoidingAndReinstatingGivesTheFirstFigures) {
  fixture::check_cases(20, [] {
    World world(any_acts());
    const auto before = figures(good(service::load_book(world.ledger, {})));
    const auto touched = *rc::gen::inRange<std::size_t>(0, world.taken.size());
    const Value& original = world.taken[touched].submission.events.front();
    if (original.find("corrects") != nullptr) return;
    bool was_void = false; // reinstating would then undo somebody else's decision
    for (const Submitted& one : world.taken)
      if (const Value* corrects = one.submission.events.front().find("corrects");
          corrects != nullptr && *corrects->find("id")->text() == *original.find("id")->text())
        was_void = was_void || *corrects->find("kind")->text() != "amend";
    // A record of a stream that a link closed is corrected after unlinking only, and a link by unlinking.
    if (*original.find("type")->text() == "person.linked") return;
    std::set<std::string> linked;
    for (const Submitted& one : world.taken)
      if (const Value* other = one.submission.events.front().find("facts")->find("other"))
        linked.insert(*other->text());
    if (was_void || linked.contains(*original.find("stream")->text())) return;
    std::uint64_t number = 0;
    for (const char* kind : {"void", "reinstate"}) {
      Value event = original;
      event.set("id", Value(id_of("again", ++number)));
      event.set("recorded", Value(base::to_text(noon_of(day("2016-06-30")))));
      event.erase("sealed");
      event.set("facts", Value(base::json::Object{}));
      event.set("corrects", Value(base::json::Object{{"id", *original.find("id")},
                                                     {"kind", Value(kind)},
                                                     {"reason", Value("entered_wrongly")}}));
      append(world.ledger, std::move(event));
    }
    RC_ASSERT(figures(good(service::load_book(world.ledger, {}))) == before);
  });
}

} // namespace
} // namespace probity::world

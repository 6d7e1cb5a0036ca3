// Whose decisions count for a contract.
#include "contract/decisions.h"

#include <gtest/gtest.h>

#include "record/money.h"

namespace probity::contract {
namespace {

namespace money = record::money;

template <const record::TypeDeclaration& Type>
record::Event event(std::uint64_t index, std::uint32_t sequence,
                    const std::vector<std::pair<std::string_view, std::string_view>>& names,
                    std::int64_t pence = 0) {
  record::Event out;
  out.type = &Type;
  out.index = index;
  out.sequence = sequence;
  for (const auto& [field, text] : names)
    out.facts[static_cast<std::size_t>(record::fact_position(Type, field))] = record::Symbol(text).number();
  if (const int at = record::fact_position(Type, "pence"); at >= 0)
    out.facts[static_cast<std::size_t>(at)] = pence;
  return out;
}

record::Event waived(std::uint64_t index, std::uint32_t sequence) {
  return event<money::waived>(
      index, sequence, {{"clause", "late"}, {"period", "2016-03"}, {"reason", "r"}, {"authority", "a"}}, 100);
}

timeline::Case stream(std::uint32_t number, std::vector<record::Event> events) {
  timeline::Case out;
  out.stream = number;
  out.name = *base::StreamId::from_hex(std::string(32, static_cast<char>('0' + number)));
  out.events = std::move(events);
  return out;
}

TEST(Decisions, CountFromEveryStreamThatIsNotAnotherContracts) {
  timeline::Book book;
  book.contracts.push_back(
      stream(1, {event<money::contract_made>(10, 0, {{"contract", "mine"}}), waived(11, 1)}));
  book.contracts.push_back(stream(2, {waived(12, 0)})); // names no contract
  book.contracts.push_back(
      stream(3, {event<money::contract_made>(13, 0, {{"contract", "other"}}), waived(14, 1)}));
  const std::vector<Decision> mine = decisions_of(book, "mine");
  ASSERT_EQ(mine.size(), 2U);
  EXPECT_EQ(mine[0].event, 11U);
  EXPECT_EQ(mine[0].number, "2");
  EXPECT_EQ(mine[1].event, 12U);
  EXPECT_EQ(mine[1].number, "event-12"); // never the same as one of the contract's own
  const std::vector<Decision> other = decisions_of(book, "other");
  ASSERT_EQ(other.size(), 2U);
  EXPECT_EQ(other[0].event, 12U);
  EXPECT_EQ(other[1].event, 14U);
}

} // namespace
} // namespace probity::contract

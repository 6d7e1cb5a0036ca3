#include "record/symbol.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.h"

namespace probity::record {
namespace {

std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15;
  std::uint64_t hash = text.size() * multiplier;
  auto take = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * multiplier;
    hash ^= hash >> 32U;
  };
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    take(word);
    text.remove_prefix(8);
  }
  std::uint64_t word = 0;
  for (const char c : text)
    word = word << 8U | static_cast<unsigned char>(c);
  take(word);
  return hash;
}

struct Entry {
  std::string_view text;
  std::uint64_t hash = 0;
};

// Texts are only ever added, so readers take no lock: an entry is written before the number that leads to it
// is stored with release, and a table that became too small stays readable for those still in it.
class Pool {
 public:
  Pool() {
    grow(1024);
    blocks_[0].store(new Entry[block_size], std::memory_order_release); // number 0 is the empty text
  }

  std::uint32_t number(std::string_view text) {
    if (text.empty()) return 0;
    const std::uint64_t hash = hash_of(text);
    if (const std::uint32_t found = find(*table_.load(std::memory_order_acquire), hash, text); found != 0)
      return found;
    const std::lock_guard lock(adding_);
    if (const std::uint32_t found = find(*table_.load(std::memory_order_relaxed), hash, text); found != 0)
      return found;
    return add(hash, text);
  }

  [[nodiscard]] const Entry& entry(std::uint32_t number) const {
    return blocks_[number / block_size].load(std::memory_order_acquire)[number % block_size];
  }
  [[nodiscard]] std::uint32_t count() const { return count_.load(std::memory_order_acquire); }

 private:
  static constexpr std::size_t block_size = 4096;
  static constexpr std::size_t most_blocks = 65'536;
  static constexpr std::size_t arena_size = 65'536;

  struct Table {
    explicit Table(std::size_t size) : mask(size - 1), slots(new std::atomic<std::uint32_t>[size]) {
      for (std::size_t i = 0; i < size; ++i)
        slots[i].store(0, std::memory_order_relaxed);
    }
    std::size_t mask;
    std::unique_ptr<std::atomic<std::uint32_t>[]> slots;
  };

  [[nodiscard]] std::uint32_t find(const Table& table, std::uint64_t hash, std::string_view text) const {
    for (std::size_t at = hash & table.mask;; at = (at + 1) & table.mask) {
      const std::uint32_t number = table.slots[at].load(std::memory_order_acquire);
      if (number == 0) return 0;
      const Entry& candidate = entry(number);
      if (candidate.hash == hash && candidate.text == text) return number;
    }
  }

  static void put(Table& table, std::uint64_t hash, std::uint32_t number) {
    std::size_t at = hash & table.mask;
    while (table.slots[at].load(std::memory_order_relaxed) != 0)
      at = (at + 1) & table.mask;
    table.slots[at].store(number, std::memory_order_release);
  }

  void grow(std::size_t size) {
    auto larger = std::make_unique<Table>(size);
    for (std::uint32_t number = 1; number < count_.load(std::memory_order_relaxed); ++number)
      put(*larger, entry(number).hash, number);
    table_.store(larger.get(), std::memory_order_release);
    tables_.push_back(std::move(larger));
  }

  std::uint32_t add(std::uint64_t hash, std::string_view text) {
    const std::uint32_t number = count_.load(std::memory_order_relaxed);
    PROBITY_ENSURE(number < block_size * most_blocks);
    if (number % block_size == 0)
      blocks_[number / block_size].store(new Entry[block_size], std::memory_order_release);
    Entry& fresh = blocks_[number / block_size].load(std::memory_order_relaxed)[number % block_size];
    fresh = {keep(text), hash};
    count_.store(number + 1, std::memory_order_release);
    if (2 * (std::size_t{number} + 1) > tables_.back()->mask)
      grow(2 * (tables_.back()->mask + 1));
    else
      put(*tables_.back(), hash, number);
    return number;
  }

  std::string_view keep(std::string_view text) {
    if (left_ < text.size()) {
      left_ = std::max(arena_size, text.size());
      arenas_.push_back(std::make_unique<char[]>(left_));
      next_ = arenas_.back().get();
    }
    std::memcpy(next_, text.data(), text.size());
    const std::string_view kept(next_, text.size());
    next_ += text.size();
    left_ -= text.size();
    return kept;
  }

  std::array<std::atomic<Entry*>, most_blocks> blocks_{};
  std::atomic<std::uint32_t> count_{1};
  std::atomic<Table*> table_{nullptr};
  std::mutex adding_;
  std::vector<std::unique_ptr<Table>> tables_;
  std::vector<std::unique_ptr<char[]>> arenas_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

// Never destroyed: symbols outlive every static object.
Pool& pool() {
  static Pool& the_pool = *new Pool;
  return the_pool;
}

} // namespace

Symbol::Symbol(std::string_view text) : number_(pool().number(text)) {}

std::string_view Symbol::text() const {
  return pool().entry(number_).text;
}

Symbol Symbol::from_number(std::uint32_t number) {
  PROBITY_ENSURE(number < pool().count());
  Symbol symbol;
  symbol.number_ = number;
  return symbol;
}

} // namespace probity::record

// Reads the keys of one clause, remembering which were read, so that a key nobody knows is an error and not
// silence.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/json.h"
#include "base/money.h"

namespace probity::contract {

// Collects every fault of a file, so that its author sees all of them at once.
struct Faults {
  std::string file;
  std::vector<std::string> messages;

  void add(std::string_view where, std::string_view message) {
    messages.push_back(std::string(where) + ": " + std::string(message));
  }
  // One error that lists them; `invalid_input`.
  [[nodiscard]] base::Error error() const;
};

class ClauseReader {
 public:
  // `where` names the clause in faults, e.g. "measure release_recorded".
  ClauseReader(const base::json::Value& table, std::string where, Faults& faults)
      : table_(table), where_(std::move(where)), faults_(faults) {}

  [[nodiscard]] const std::string& where() const { return where_; }
  [[nodiscard]] Faults& faults() const { return faults_; }
  void fault(std::string_view key, std::string_view message) const;

  [[nodiscard]] bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  // The raw value, marked as read; nullptr when absent.
  const base::json::Value* get(std::string_view key);
  // Required ones add "leaves … open" when absent: `question` says what the clause leaves open without it.
  std::string text(std::string_view key, std::string_view question);
  std::string optional_text(std::string_view key, std::string_view otherwise = "");
  std::int64_t integer(std::string_view key, std::string_view question, std::int64_t least,
                       std::int64_t most);
  std::int64_t optional_integer(std::string_view key, std::int64_t otherwise, std::int64_t least,
                                std::int64_t most);
  bool flag(std::string_view key);
  base::Money money(std::string_view key, std::string_view question);
  std::optional<base::Money> optional_money(std::string_view key);
  base::Rational decimal(std::string_view key, std::string_view question);
  std::optional<base::Rational> optional_decimal(std::string_view key);
  base::Day day(std::string_view key, std::string_view question);
  std::vector<std::string> texts(std::string_view key); // a list of texts, or one text; empty when absent
  // Position of the text among `choices`; required.
  std::size_t choice(std::string_view key, const std::vector<std::string_view>& choices,
                     std::string_view question);
  std::size_t optional_choice(std::string_view key, const std::vector<std::string_view>& choices,
                              std::size_t otherwise);
  // Adds a fault for every key that was not read.
  void finish() const;

 private:
  const base::json::Value& table_;
  std::string where_;
  Faults& faults_;
  std::set<std::string, std::less<>> read_;
};

} // namespace probity::contract

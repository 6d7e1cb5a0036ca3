#include "contract/clause_reader.h"

namespace probity::contract {

using base::json::Value;

base::Error Faults::error() const {
  std::string message = messages.size() == 1
                            ? "the contract file has a fault: "
                            : "the contract file has " + std::to_string(messages.size()) + " faults:";
  for (const std::string& fault : messages)
    message += (messages.size() == 1 ? "" : "\n  ") + fault;
  return {base::ErrorCode::invalid_input, message, file,
          "answer each question in the file itself; where the source is silent, choose, and list the key "
          "under `assumed`"};
}

void ClauseReader::fault(std::string_view key, std::string_view message) const {
  faults_.add(where_, "`" + std::string(key) + "` " + std::string(message));
}

const Value* ClauseReader::get(std::string_view key) {
  read_.emplace(key);
  return table_.find(key);
}

std::string ClauseReader::text(std::string_view key, std::string_view question) {
  const Value* value = get(key);
  if (value == nullptr) {
    fault(key, "is missing: the clause leaves open " + std::string(question));
    return {};
  }
  if (value->text() == nullptr || value->text()->empty()) {
    fault(key, "must be a text");
    return {};
  }
  return *value->text();
}

std::string ClauseReader::optional_text(std::string_view key, std::string_view otherwise) {
  return has(key) ? text(key, "") : (read_.emplace(key), std::string(otherwise));
}

std::int64_t ClauseReader::integer(std::string_view key, std::string_view question, std::int64_t least,
                                   std::int64_t most) {
  const Value* value = get(key);
  if (value == nullptr) {
    fault(key, "is missing: the clause leaves open " + std::string(question));
    return least;
  }
  if (value->integer() == nullptr || *value->integer() < least || *value->integer() > most) {
    fault(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
  }
  return *value->integer();
}

std::int64_t ClauseReader::optional_integer(std::string_view key, std::int64_t otherwise, std::int64_t least,
                                            std::int64_t most) {
  return has(key) ? integer(key, "", least, most) : (read_.emplace(key), otherwise);
}

bool ClauseReader::flag(std::string_view key) {
  const Value* value = get(key);
  if (value == nullptr) return false;
  if (value->boolean() == nullptr) {
    fault(key, "must be true or false");
    return false;
  }
  return *value->boolean();
}

base::Money ClauseReader::money(std::string_view key, std::string_view question) {
  const std::string written = text(key, question);
  if (written.empty()) return {};
  const auto parsed = base::parse_money(written);
  if (!parsed) {
    fault(key, "must be an amount like \"£1,234.56\" or \"-£2,000.00\"");
    return {};
  }
  return *parsed;
}

std::optional<base::Money> ClauseReader::optional_money(std::string_view key) {
  if (!has(key)) {
    read_.emplace(key);
    return std::nullopt;
  }
  return money(key, "");
}

base::Rational ClauseReader::decimal(std::string_view key, std::string_view question) {
  const std::string written = text(key, question);
  if (written.empty()) return 0;
  const auto parsed = base::Rational::parse_decimal(written);
  if (!parsed) {
    fault(key, "must be a decimal number written as a text, like \"97\" or \"0.25\"");
    return 0;
  }
  // So that the exact arithmetic of pricing stays within its width.
  if (*parsed > 1'000'000'000 || *parsed < -1'000'000'000 || parsed->denominator() > 1'000'000) {
    fault(key, "must lie within a thousand million and have at most six decimals");
    return 0;
  }
  return *parsed;
}

std::optional<base::Rational> ClauseReader::optional_decimal(std::string_view key) {
  if (!has(key)) {
    read_.emplace(key);
    return std::nullopt;
  }
  return decimal(key, "");
}

base::Day ClauseReader::day(std::string_view key, std::string_view question) {
  const std::string written = text(key, question);
  if (written.empty()) return {};
  const auto parsed = base::parse_day(written);
  if (!parsed) {
    fault(key, "must be a day like 2016-03-07");
    return {};
  }
  return *parsed;
}

std::vector<std::string> ClauseReader::texts(std::string_view key) {
  const Value* value = get(key);
  if (value == nullptr) return {};
  if (value->text() != nullptr) return {*value->text()};
  std::vector<std::string> out;
  if (value->array() == nullptr) {
    fault(key, "must be a list of texts");
    return out;
  }
  for (const Value& item : *value->array()) {
    if (item.text() == nullptr)
      fault(key, "must be a list of texts");
    else
      out.push_back(*item.text());
  }
  return out;
}

std::size_t ClauseReader::choice(std::string_view key, const std::vector<std::string_view>& choices,
                                 std::string_view question) {
  const std::string written = text(key, question);
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i] == written) return i;
  if (!written.empty()) {
    std::string allowed;
    for (const std::string_view option : choices)
      allowed += (allowed.empty() ? "" : ", ") + std::string(option);
    fault(key, "is \"" + written + "\"; it must be one of: " + allowed);
  }
  return 0;
}

std::size_t ClauseReader::optional_choice(std::string_view key, const std::vector<std::string_view>& choices,
                                          std::size_t otherwise) {
  return has(key) ? choice(key, choices, "") : (read_.emplace(key), otherwise);
}

void ClauseReader::finish() const {
  if (table_.object() == nullptr) {
    faults_.add(where_, "must be a table");
    return;
  }
  for (const auto& [key, value] : *table_.object())
    if (!read_.contains(key)) fault(key, "is not a key of such a clause");
}

} // namespace probity::contract

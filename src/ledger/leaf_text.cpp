#include "ledger/leaf_text.h"

#include <charconv>

namespace probity::ledger {

using base::json::Value;

namespace {

template <class Integer> void append_integer(Integer value, std::string& out) {
  std::array<char, 24> digits{};
  const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), end.ptr);
}

void append_hex(base::ByteView bytes, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
}

void append_subjects(const std::vector<LeafFields::Subject>& subjects, std::string& out) {
  out += '[';
  for (const LeafFields::Subject& subject : subjects) {
    if (out.back() != '[') out += ',';
    out += "{\"commit\":\"";
    append_hex(subject.commit.view(), out);
    out += "\",\"key\":\"";
    append_hex(subject.key.view(), out);
    out += "\"}";
  }
  out += ']';
}

// The members the ledger adds, sorted as the members of an event are.
constexpr std::array<std::string_view, 5> added_members = {"index", "prev", "recorded", "seq", "subjects"};

} // namespace

SubmittedText write_submitted(const Value& event, std::string& out) {
  SubmittedText submitted{.from = out.size(), .to = 0, .gaps = {}};
  std::size_t next = 0;
  out += '{';
  for (const auto& [key, value] : *event.object()) {
    if (key == "sealed") continue;
    if (out.back() != '{') out += ',';
    for (; next < added_members.size() && added_members[next] < key; ++next)
      submitted.gaps[next] = out.size();
    out += '"';
    out += key;
    out += "\":";
    base::json::write(value, out);
  }
  out += '}';
  submitted.to = out.size();
  // Every event has v and valid, which come after whatever the ledger adds, and actor, which comes before.
  PROBITY_ENSURE(next == added_members.size());
  return submitted;
}

void write_leaf(std::string_view text, const SubmittedText& submitted, const Placement& placement,
                std::string& out) {
  std::size_t copied = submitted.from;
  const auto add = [&](std::size_t member) {
    out += text.substr(copied, submitted.gaps[member] - copied);
    copied = submitted.gaps[member];
    out += '"';
    out += added_members[member];
    out += "\":";
  };
  add(0);
  append_integer(placement.index, out);
  out += ',';
  add(1);
  out += '"';
  append_hex(placement.prev.view(), out);
  out += "\",";
  if (placement.recorded) {
    add(2);
    out += '"';
    out += base::to_text(*placement.recorded);
    out += "\",";
  }
  add(3);
  append_integer(placement.sequence, out);
  out += ',';
  if (!placement.subjects->empty()) {
    add(4);
    append_subjects(*placement.subjects, out);
    out += ',';
  }
  out += text.substr(copied, submitted.to - copied);
}

} // namespace probity::ledger

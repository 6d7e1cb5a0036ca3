#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/json.h"

namespace probity::base::json {
namespace {

constexpr std::int64_t largest = 9'007'199'254'740'991;

// Text of any characters the profile allows, the awkward ones often.
rc::Gen<std::string> any_text() {
  const auto piece = rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange(1, 128), [](int c) { return std::string(1, static_cast<char>(c)); }),
      rc::gen::element<std::string>("\"", "\\", "/", "\b", "\f", "\n", "\r", "\t", "\x01", "\x7F", "\xC2\x80",
                                    "\xC3\xA9", "\xDF\xBF", "\xE0\xA0\x80", "\xE2\x82\xAC", "\xED\x9F\xBF",
                                    "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& pieces) {
    std::string out;
    for (const std::string& one : pieces)
      out += one;
    return out;
  });
}

rc::Gen<std::string> any_key() {
  const auto rest = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcxyz0189_")));
  return rc::gen::map(rc::gen::pair(rc::gen::elementOf(std::string("abz")), rest),
                      [](const auto& parts) { return parts.first + parts.second; });
}

// A value that nests at most `depth` levels.
rc::Gen<Value> any_value(int depth) {
  const auto scalar =
      rc::gen::oneOf(rc::gen::map(rc::gen::arbitrary<bool>(), [](bool value) { return Value(value); }),
                     rc::gen::map(rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-largest, largest + 1),
                                                 rc::gen::inRange<std::int64_t>(-100, 100),
                                                 rc::gen::element<std::int64_t>(-largest, largest)),
                                  [](std::int64_t value) { return Value(value); }),
                     rc::gen::map(any_text(), [](const std::string& value) { return Value(value); }));
  if (depth == 0) return scalar;
  const auto inner = rc::gen::scale(0.4, rc::gen::lazy([depth] { return any_value(depth - 1); }));
  const auto array = rc::gen::map(rc::gen::container<std::vector<Value>>(inner),
                                  [](const std::vector<Value>& items) { return Value(Array(items)); });
  const auto object = rc::gen::map(rc::gen::container<std::map<std::string, Value>>(any_key(), inner),
                                   [](const std::map<std::string, Value>& members) {
                                     return Value(Object(members.begin(), members.end()));
                                   });
  return rc::gen::oneOf(scalar, array, object);
}

// The same value in another spelling: members in reverse order, spaces, every text escaped.
void write_loosely(const Value& value, std::string& out) {
  if (const auto* members = value.object()) {
    out += "{ ";
    for (auto member = members->rbegin(); member != members->rend(); ++member) {
      if (member != members->rbegin()) out += "\n,";
      write_string(member->first, out);
      out += "\t: ";
      write_loosely(member->second, out);
    }
    out += "} ";
  } else if (const auto* items = value.array()) {
    out += " [";
    for (std::size_t i = 0; i < items->size(); ++i) {
      if (i > 0) out += " , ";
      write_loosely((*items)[i], out);
    }
    out += "]\r";
  } else {
    out += ' ';
    write(value, out);
    out += ' ';
  }
}

constexpr Limits roomy{.bytes = 10'000'000, .depth = 8};

RC_GTEST_PROP(JsonLaws, WhatIsWrittenReadsBack, ()) {
  const Value value = *any_value(4);
  const std::string text = write(value);
  const auto read = parse(text, Spelling::canonical, roomy);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == value);
  RC_ASSERT(write(*read) == text);
}

RC_GTEST_PROP(JsonLaws, OtherSpellingsMeanTheSameAndAreNotCanonical, ()) {
  const Value value = *any_value(3);
  std::string loose;
  write_loosely(value, loose);
  const auto read = parse(loose, Spelling::any, roomy);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == value);
  RC_ASSERT(parse(loose, Spelling::canonical, roomy).error().code == ErrorCode::not_canonical);
  RC_ASSERT(canonicalise(loose).value() == write(value));
}

RC_GTEST_PROP(JsonLaws, TheProfileIsASubsetOfRfc8785, ()) {
  const std::string text = write(*any_value(4));
  RC_ASSERT(canonicalise(text).value() == text);
}

RC_GTEST_PROP(JsonLaws, CutTextIsRefused, ()) {
  const std::string text = write(Value(Array{*any_value(3)}));
  const auto length = *rc::gen::inRange<std::size_t>(0, text.size());
  RC_ASSERT(!parse(text.substr(0, length), Spelling::any, roomy).has_value());
}

RC_GTEST_PROP(JsonLaws, NumbersReadBackAsTheSameDouble, (std::uint64_t bits)) {
  const auto value = std::bit_cast<double>(bits);
  RC_PRE(std::isfinite(value));
  const std::string text = number_text(value);
  RC_ASSERT(std::strtod(text.c_str(), nullptr) == value);
  RC_ASSERT(canonicalise(text).value() == text);
}

} // namespace
} // namespace probity::base::json

// Reads the inputs of an instrument from texts by name, from one declaration of its typed input.
//
//   struct Ogrs3Input { std::optional<Sex> sex; … };
//   constexpr auto inputs = std::to_array<Input<Ogrs3Input>>({input<&Ogrs3Input::sex>({"sex", "…"}), …});
//
// Every member is optional: what was not given is known to be not given, and never becomes a zero.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "risk/answers.h"
#include "risk/score.h"

namespace probity::risk {

// The most that an instrument takes of what it counts, so that a slip of the finger is not taken for a
// number.
inline constexpr int most_count = 999'999;

// What was given, by name. An empty text counts as not given, but for a list it says "none of them".
using Given = std::map<std::string, std::string, std::less<>>;

template <class Whole> struct Input {
  InputSpec spec;
  base::Result<void> (*read)(const InputSpec&, std::string_view, Whole&);
  bool (*has)(const Whole&);
  bool may_be_empty = false; // a list: an empty text says "none of them"
};

template <class Whole, class Member> Whole whole_of(std::optional<Member> Whole::*);
template <class Whole, class Member> Member member_of(std::optional<Member> Whole::*);

template <class Member> constexpr bool is_list = false;
template <class Value> constexpr bool is_list<std::vector<Value>> = true;

template <auto member> constexpr auto input(InputSpec spec) {
  using Whole = decltype(whole_of(member));
  using Member = decltype(member_of(member));
  return Input<Whole>{spec,
                      [](const InputSpec& of, std::string_view text, Whole& whole) -> base::Result<void> {
                        Member value{};
                        PROBITY_TRY(read_value(of, text, value));
                        whole.*member = std::move(value);
                        return {};
                      },
                      [](const Whole& whole) { return (whole.*member).has_value(); }, is_list<Member>};
}

// `unknown_field` for a name that the instrument does not have, `invalid_input` for a text it does not
// understand.
template <class Whole>
base::Result<Whole> read_inputs(std::span<const Input<Whole>> inputs, const Given& given) {
  Whole out;
  std::size_t used = 0;
  std::string known;
  for (const Input<Whole>& it : inputs) {
    known.append(known.empty() ? "" : ", ").append(it.spec.name);
    const auto found = given.find(it.spec.name);
    if (found == given.end()) continue;
    ++used;
    if (!found->second.empty() || it.may_be_empty) PROBITY_TRY(it.read(it.spec, found->second, out));
  }
  if (used == given.size()) return out;
  for (const auto& entry : given) {
    const auto is_it = [&](const Input<Whole>& it) { return it.spec.name == entry.first; };
    if (std::none_of(inputs.begin(), inputs.end(), is_it))
      return base::fail(base::ErrorCode::unknown_field, "the instrument has no such input", entry.first,
                        "it has " + known);
  }
  return out;
}

// The names of what is needed so and was not given.
template <class Whole>
std::vector<std::string> not_given(std::span<const Input<Whole>> inputs, const Whole& whole, Need need) {
  std::vector<std::string> out;
  for (const Input<Whole>& it : inputs)
    if (it.spec.need == need && !it.has(whole)) out.emplace_back(it.spec.name);
  return out;
}

// Refuses with all that is missing at once.
inline void refuse_missing(Evaluation& evaluation, std::vector<std::string> names) {
  if (names.empty()) return;
  std::string list;
  for (const std::string& name : names)
    list.append(list.empty() ? "" : ", ").append(name);
  evaluation.refuse("MISSING_MANDATORY_INPUT", std::move(names),
                    "give " + list + ": nothing is assumed for them");
}

} // namespace probity::risk

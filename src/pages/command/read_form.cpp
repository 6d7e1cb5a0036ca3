#include "pages/command/command_form.h"

#include <algorithm>

#include "pages/command/command_words.h"
#include "pages/staff/typed_day.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {
namespace {

using record::Kind;

std::string trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> parts_of(const AskedField& field) {
  if (field.kind == Kind::day) return {"-day", "-month", "-year"};
  if (field.kind == Kind::instant) return {"-day", "-month", "-year", "-time"};
  return {""};
}

const std::string& value_of(const Typed& typed, const std::string& name) {
  static const std::string none;
  const auto found = typed.find(name);
  return found == typed.end() ? none : found->second;
}

std::optional<base::Day> day_of(const Typed& typed, const std::string& name) {
  return typed_day(value_of(typed, name + "-day"), value_of(typed, name + "-month"),
                   value_of(typed, name + "-year"));
}

// "9:30am", "9.30 am", "2pm", "14:15" → minutes since midnight.
std::optional<int> minutes_of(std::string text) {
  std::erase(text, ' ');
  std::replace(text.begin(), text.end(), '.', ':');
  bool after_noon = false;
  bool twelve = false;
  if (text.size() > 2 && (text.ends_with("am") || text.ends_with("pm"))) {
    twelve = true;
    after_noon = text.ends_with("pm");
    text.resize(text.size() - 2);
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos && !twelve) return std::nullopt;
  const auto hour = typed_number(text.substr(0, colon));
  const std::string rest = colon == std::string::npos ? "00" : text.substr(colon + 1);
  const auto minute = typed_number(rest);
  if (!hour || !minute || rest.size() != 2 || *hour < (twelve ? 1 : 0) || *hour > (twelve ? 12 : 23) ||
      *minute < 0 || *minute > 59)
    return std::nullopt;
  return (twelve ? *hour % 12 + (after_noon ? 12 : 0) : *hour) * 60 + *minute;
}

// Nothing when the clocks skip that time.
std::optional<base::Instant> instant_of(base::Day day, int minutes, const base::Zone& zone) {
  constexpr std::int64_t minute = 60'000'000;
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::string wanted = base::to_text(day) + " " + two(minutes / 60) + ":" + two(minutes % 60);
  const std::int64_t start = zone.start_of(day).microseconds;
  for (const int shift : {0, -60, 60}) {
    const base::Instant at{start + (minutes + shift) * minute};
    if (zone.local_text(at) == wanted) return at;
  }
  return std::nullopt;
}

std::string lowered(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z')
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string must(const AskedField& field, std::string_view what) {
  return field.label + " " + std::string(what);
}

// One a line, or with commas.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> out;
  std::string one;
  const auto end = [&] {
    if (std::string name = trimmed(one); !name.empty()) out.push_back(std::move(name));
    one.clear();
  };
  for (const char c : text)
    if (c == '\n' || c == ',')
      end();
    else
      one += c;
  end();
  return out;
}

std::string joined_by_commas(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : ",") + name;
  return out;
}

struct One {
  std::string given, shown, error;
};

One read_day(const AskedField& field, const Typed& typed) {
  const auto day = day_of(typed, field.name);
  if (!day) return {"", "", must(field, words_of_commands().choose_real_day)};
  return {base::to_text(*day), in_words(*day), ""};
}

One read_moment(const AskedField& field, const Typed& typed, const base::Zone& zone) {
  const auto day = day_of(typed, field.name);
  const auto minutes = minutes_of(value_of(typed, field.name + "-time"));
  if (!day || !minutes) return {"", "", must(field, words_of_commands().choose_real_time)};
  const auto at = instant_of(*day, *minutes, zone);
  if (!at) return {"", "", must(field, words_of_commands().clock_change)};
  return {base::to_text(*at), moment_in_words(*at, zone), ""};
}

One read_identifier(const AskedField& field, const std::string& text, const base::Zone& zone) {
  if (field.choices == nullptr) {
    if (!base::EntityId::from_hex(text)) return {"", "", must(field, words_of_commands().whole_reference)};
    return {text, text, ""};
  }
  const auto found = std::find_if(field.choices->begin(), field.choices->end(),
                                  [&](const service::Choosable& one) { return one.value == text; });
  if (found == field.choices->end())
    return {"", "", std::string(words_of_commands().select) + " " + lowered(field.label)};
  return {text, choosable_words(*found, zone), ""};
}

One read_one(const AskedField& field, const Typed& typed, const base::Zone& zone) {
  const CommandWords& words = words_of_commands();
  const std::string& text = value_of(typed, field.name);
  switch (field.kind) {
  case Kind::day:
    return read_day(field, typed);
  case Kind::instant:
    return read_moment(field, typed, zone);
  case Kind::identifier:
    return read_identifier(field, text, zone);
  case Kind::code: {
    const bool known = std::find(field.codes.begin(), field.codes.end(), text) != field.codes.end();
    if (!known) return {"", "", std::string(words.select) + " " + lowered(field.label)};
    const std::string_view said = field.name == "outcome" ? outcome_words(text) : std::string_view();
    return {text, said.empty() || said == text ? code_in_words(text) : std::string(said), ""};
  }
  case Kind::boolean:
    if (text != "true" && text != "false")
      return {"", "", std::string(words.select) + " " + lowered(field.label)};
    return {text, std::string(text == "true" ? words.yes : words.no), ""};
  case Kind::integer:
    if (!typed_number(text)) return {"", "", must(field, words.whole_number)};
    return {text, text + (field.unit.empty() ? "" : " " + std::string(field.unit)), ""};
  case Kind::names:
  case Kind::amounts: {
    const auto names = names_in(text);
    return {joined_by_commas(names), listed(names), ""};
  }
  case Kind::name:
  case Kind::digest:
  case Kind::text:
    return {text, text, ""};
  }
  return {};
}

bool nothing_typed(const AskedField& field, const Typed& typed) {
  const auto parts = parts_of(field);
  return std::all_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return value_of(typed, field.name + part).empty(); });
}

std::string say_it(const AskedField& field) {
  const CommandWords& words = words_of_commands();
  const bool chosen = field.kind == Kind::code || field.kind == Kind::boolean || field.choices != nullptr;
  return std::string(chosen ? words.select : words.enter) + " " + lowered(field.label);
}

} // namespace

Typed typed_of(const std::vector<AskedField>& fields, const http::Pairs& sent) {
  Typed out;
  for (const AskedField& field : fields)
    for (const std::string& part : parts_of(field))
      if (std::string text = trimmed(sent.text(field.name + part)); !text.empty()) {
        std::erase(text, '\r'); // browsers end lines with two characters, and pages are written with one
        out[field.name + part] = std::move(text);
      }
  return out;
}

Typed typed_of_address(const std::vector<AskedField>& fields, const http::Pairs& query) {
  Typed out;
  for (const AskedField& field : fields) {
    const std::string text(query.text(field.name));
    if (field.kind == Kind::text || text.empty()) continue; // what is personal stands in no address
    if (field.kind != Kind::day) {
      if (field.kind != Kind::instant) out[field.name] = text;
      continue;
    }
    if (!base::parse_day(text)) continue;
    const auto bare = [](std::string_view digits) {
      return std::string(digits.starts_with('0') ? digits.substr(1) : digits);
    };
    out[field.name + "-year"] = text.substr(0, 4);
    out[field.name + "-month"] = bare(std::string_view(text).substr(5, 2));
    out[field.name + "-day"] = bare(std::string_view(text).substr(8, 2));
  }
  return out;
}

Reading read_form(const std::vector<AskedField>& fields, const Typed& typed, const base::Zone& zone) {
  Reading out;
  std::map<std::string_view, std::vector<std::string>> parts; // field → "part=grade"
  for (const AskedField& field : fields) {
    if (nothing_typed(field, typed)) {
      if (field.needed) out.errors[field.name] = say_it(field);
      continue;
    }
    One one = read_one(field, typed, zone);
    if (!one.error.empty()) {
      out.errors[field.name] = std::move(one.error);
      continue;
    }
    if (field.name == act_day_field)
      out.on = base::parse_day(one.given);
    else if (!field.part_of.empty())
      parts[field.part_of].push_back(std::string(field.part) + "=" + one.given);
    else
      out.fields.push_back(field.name + "=" + one.given);
    out.shown[field.name] = std::move(one.shown);
  }
  for (const auto& [field, said] : parts)
    out.fields.push_back(std::string(field) + "=" + joined_by_commas(said));
  return out;
}

} // namespace probity::pages

#include <algorithm>

#include "record/faults.h"
#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::json::Array;
using base::json::Value;

constexpr std::int64_t most = 9'007'199'254'740'991; // 2^53 − 1, what every reader of JSON keeps exactly

void check_code(std::string_view code, const FieldDeclaration& field, const FieldPlace& place,
                Faults& faults) {
  if (std::find(field.codes.begin(), field.codes.end(), code) == field.codes.end())
    faults.add(place.text(), "\"" + std::string(code) + "\" is not one of the codes of this field",
               "Use one of: " + list_text(field.codes));
}

void check_text_kind(const std::string& text, const FieldDeclaration& field, const FieldPlace& place,
                     Faults& faults) {
  switch (field.kind) {
  case Kind::code:
    return check_code(text, field, place, faults);
  case Kind::name:
    if (const std::string_view fault = fault_of_name(text); !fault.empty())
      faults.add(place.text(), std::string(fault));
    return;
  case Kind::day:
    if (!base::parse_day(text))
      faults.add(place.text(), "this is not a date of the calendar", "Write it like 2016-03-07");
    return;
  case Kind::instant:
    if (!base::parse_instant(text))
      faults.add(place.text(), "this is not a UTC instant with six digits",
                 "Write it like 2016-03-09T10:00:00.000000Z");
    return;
  case Kind::digest:
    if (!is_lower_hex(text, 64)) faults.add(place.text(), "a digest is 64 lower-case hexadecimal digits");
    return;
  case Kind::identifier:
    if (!is_lower_hex(text, 32))
      faults.add(place.text(), "an identifier is 32 lower-case hexadecimal digits");
    return;
  default:
    return;
  }
}

void check_names(const Array& list, const FieldPlace& place, Faults& faults) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string* name = list[i].text();
    if (name == nullptr)
      faults.add(place.text() + "/" + std::to_string(i), "this must be a text");
    else if (const std::string_view fault = fault_of_name(*name); !fault.empty())
      faults.add(place.text() + "/" + std::to_string(i), std::string(fault));
    else if (std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), list[i]) !=
             list.begin() + static_cast<std::ptrdiff_t>(i))
      faults.add(place.text() + "/" + std::to_string(i), "\"" + *name + "\" is in this list already",
                 "Give each name once");
  }
}

void check_amounts(const Array& list, const FieldPlace& place, Faults& faults) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value* name = list[i].object() == nullptr ? nullptr : list[i].find("name");
    const Value* n = list[i].object() == nullptr ? nullptr : list[i].find("n");
    const std::string* text = name == nullptr ? nullptr : name->text();
    const std::int64_t* number = n == nullptr ? nullptr : n->integer();
    if (text == nullptr || number == nullptr || list[i].object()->size() != 2)
      faults.add(place.text() + "/" + std::to_string(i), "this must be {\"n\":integer,\"name\":text}");
    else if (*number < -most || *number > most)
      faults.add(place.text() + "/" + std::to_string(i) + "/n", "the number is beyond 2^53 - 1");
    else if (const std::string_view fault = fault_of_name(*text); !fault.empty())
      faults.add(place.text() + "/" + std::to_string(i) + "/name", std::string(fault));
  }
}

} // namespace

void check_field(const Value& value, const FieldDeclaration& field, const FieldPlace& place, Faults& faults) {
  switch (field.kind) {
  case Kind::integer: {
    const std::int64_t* number = value.integer();
    if (number == nullptr)
      faults.add(place.text(),
                 "this must be an integer" +
                     (field.unit.empty() ? std::string() : " (" + std::string(field.unit) + ")"));
    else if (*number < -most || *number > most)
      faults.add(place.text(), "the number is beyond 2^53 - 1");
    return;
  }
  case Kind::boolean:
    if (value.boolean() == nullptr) faults.add(place.text(), "this must be true or false");
    return;
  case Kind::names:
  case Kind::amounts:
    if (value.array() == nullptr)
      faults.add(place.text(), "this must be a list");
    else if (field.kind == Kind::names)
      check_names(*value.array(), place, faults);
    else
      check_amounts(*value.array(), place, faults);
    return;
  default:
    if (value.text() == nullptr)
      faults.add(place.text(), "this must be a text",
                 field.kind == Kind::code ? "Use one of: " + list_text(field.codes) : std::string());
    else
      check_text_kind(*value.text(), field, place, faults);
  }
}

bool is_lower_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string_view fault_of_name(std::string_view name) {
  if (name.empty()) return "a name has 1 to 80 characters, this is empty";
  std::size_t characters = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    // The second block of control characters, U+0080 to U+009F, is C2 80 to C2 9F in UTF-8.
    const bool second_block =
        byte == 0xC2 && i + 1 < name.size() && static_cast<unsigned char>(name[i + 1]) < 0xA0;
    if (byte < 0x20 || byte == 0x7F || second_block) return "a name has no control characters";
    if ((byte & 0xC0U) != 0x80U) ++characters;
  }
  return characters > 80 ? "a name has 1 to 80 characters, this has more" : std::string_view{};
}

bool is_entity_kind(std::string_view kind) {
  return !kind.empty() && kind.size() <= 20 &&
         std::all_of(kind.begin(), kind.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::string list_text(std::span<const std::string_view> allowed) {
  std::string all;
  for (const std::string_view one : allowed) {
    if (!all.empty()) all += ", ";
    all += one;
  }
  return all;
}

} // namespace probity::record

#include "intake/mapping.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/toml_value.h"
#include "record/vocabulary.h"

namespace probity::intake {
namespace {

using base::ErrorCode;
using base::Result;
using base::json::Value;

constexpr std::array<std::pair<std::string_view, Form>, 6> forms = {{{"text", Form::text},
                                                                     {"pseudonym", Form::pseudonym},
                                                                     {"day", Form::day},
                                                                     {"day_uk", Form::day_uk},
                                                                     {"day_serial", Form::day_serial},
                                                                     {"number", Form::number}}};

tl::unexpected<base::Error> wrong(const std::string& where, const std::string& what,
                                  const std::string& hint) {
  return base::fail(ErrorCode::invalid_input, what, where, hint);
}

std::string listed(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names)
    out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

Result<void> only(const Value& table, std::span<const std::string_view> names, const std::string& where) {
  if (table.object() == nullptr) return wrong(where, "that is no table", "Write { … }");
  for (const auto& [name, ignored] : *table.object())
    if (std::find(names.begin(), names.end(), name) == names.end())
      return wrong(where, "'" + name + "' means nothing here", "There may be: " + listed(names));
  return {};
}

class Reader {
 public:
  explicit Reader(const Value& document) : document_(document) {}

  Result<Mapping> read() {
    static constexpr std::array<std::string_view, 8> names = {"name",    "title", "publisher", "register",
                                                              "subject", "known", "group",     "event"};
    PROBITY_TRY(only(document_, names, ""));
    PROBITY_ASSIGN(out_.name, text(document_, "name", ""));
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!std::all_of(out_.name.begin(), out_.name.end(), plain))
      return wrong("name", "'" + out_.name + "' is no name", "Use small letters, digits and _");
    out_.key = out_.name;
    PROBITY_ASSIGN(out_.title, text(document_, "title", ""));
    PROBITY_ASSIGN(out_.publisher, text(document_, "publisher", ""));
    PROBITY_ASSIGN(out_.register_name, text(document_, "register", ""));
    PROBITY_ASSIGN(out_.subject, columns(document_, "subject", ""));
    PROBITY_TRY(known());
    if (document_.find("group") != nullptr) {
      PROBITY_ASSIGN(const std::string group, text(document_, "group", ""));
      out_.group = column(group);
    }
    PROBITY_TRY(events());
    return std::move(out_);
  }

 private:
  std::size_t column(const std::string& name) {
    const auto found = std::find(out_.columns.begin(), out_.columns.end(), name);
    if (found != out_.columns.end()) return static_cast<std::size_t>(found - out_.columns.begin());
    out_.columns.push_back(name);
    return out_.columns.size() - 1;
  }

  static Result<std::string> text(const Value& table, std::string_view name, const std::string& where) {
    const Value* found = table.find(name);
    if (found == nullptr || found->text() == nullptr || found->text()->empty())
      return wrong(where, fmt::format("'{}' is missing, or no text", name),
                   fmt::format("Write {} = \"…\"", name));
    return *found->text();
  }

  static Result<std::vector<std::string>> texts(const Value& table, std::string_view name,
                                                const std::string& where) {
    const Value* found = table.find(name);
    std::vector<std::string> out;
    if (found != nullptr && found->array() != nullptr)
      for (const Value& one : *found->array())
        if (one.text() != nullptr) out.push_back(*one.text());
    if (out.empty() || out.size() != found->array()->size())
      return wrong(where, fmt::format("'{}' is missing, or no list of texts", name),
                   fmt::format("Write {} = [\"…\"]", name));
    return out;
  }

  Result<std::vector<std::size_t>> columns(const Value& table, std::string_view name,
                                           const std::string& where) {
    PROBITY_ASSIGN(const auto names, texts(table, name, where));
    std::vector<std::size_t> out;
    for (const std::string& one : names)
      out.push_back(column(one));
    return out;
  }

  Result<void> known() {
    const Value* found = document_.find("known");
    if (found != nullptr && found->text() != nullptr) {
      out_.known = base::parse_day(*found->text());
      if (out_.known) return {};
    } else if (found != nullptr && found->object() != nullptr) {
      PROBITY_ASSIGN(out_.known_column, day_column(*found, "known"));
      return {};
    }
    return wrong("known", "it is not said on what day the rows were so",
                 "Write known = 2021-07-02, or known = { column = \"…\", as = \"day\" }");
  }

  Result<ColumnValue> day_column(const Value& table, const std::string& where) {
    PROBITY_ASSIGN(ColumnValue out, column_value(table, where));
    if (out.form != Form::day && out.form != Form::day_uk && out.form != Form::day_serial)
      return wrong(where, "that is no day", "Write as = \"day\", \"day_uk\" or \"day_serial\"");
    return out;
  }

  Result<ColumnValue> column_value(const Value& table, const std::string& where) {
    static constexpr std::array<std::string_view, 5> names = {"column", "as", "first", "words", "others"};
    PROBITY_TRY(only(table, names, where));
    ColumnValue out;
    PROBITY_ASSIGN(const std::string name, text(table, "column", where));
    out.column = column(name);
    if (table.find("as") != nullptr) {
      PROBITY_ASSIGN(const std::string as, text(table, "as", where));
      const auto found =
          std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.first == as; });
      if (found == forms.end())
        return wrong(where, "nothing is read as '" + as + "'",
                     "There are text, pseudonym, day, day_uk, day_serial, number");
      out.form = found->second;
    }
    if (const Value* first = table.find("first")) {
      if (first->integer() == nullptr || *first->integer() < 1)
        return wrong(where, "'first' is how many characters count", "Write first = 3");
      out.first = static_cast<std::size_t>(*first->integer());
    }
    if (const Value* words = table.find("words")) {
      if (words->object() == nullptr)
        return wrong(where, "'words' is no table", "Write words = { X = \"x\" }");
      for (const auto& [written, code] : *words->object()) {
        if (code.text() == nullptr) return wrong(where, "the word for '" + written + "' is no text", "");
        out.words.emplace_back(written, *code.text());
      }
    }
    if (const Value* others = table.find("others")) {
      if (others->text() == nullptr || *others->text() != "leave_out")
        return wrong(where, "other words are refused or left out",
                     "Write others = \"leave_out\", or nothing");
      out.leave_out_others = true;
    }
    return out;
  }

  Result<MappedValue> value(const Value& given, const std::string& where) {
    if (given.text() != nullptr) return MappedValue(ConstantValue{*given.text()});
    if (given.find("row") != nullptr) return MappedValue(WholeRow{});
    if (given.find("columns") != nullptr) {
      static constexpr std::array<std::string_view, 2> names = {"columns", "with"};
      PROBITY_TRY(only(given, names, where));
      JoinedValue out;
      PROBITY_ASSIGN(out.columns, columns(given, "columns", where));
      PROBITY_ASSIGN(out.with, text(given, "with", where));
      return MappedValue(std::move(out));
    }
    PROBITY_ASSIGN(ColumnValue out, column_value(given, where));
    return MappedValue(std::move(out));
  }

  static bool takes(record::Kind kind, const MappedValue& value) {
    using record::Kind;
    const auto* column = std::get_if<ColumnValue>(&value);
    if (column == nullptr) return kind == Kind::text || kind == Kind::name || kind == Kind::code;
    switch (column->form) {
    case Form::text:
      return kind == Kind::text || kind == Kind::name || kind == Kind::code;
    case Form::pseudonym:
      return kind == Kind::identifier;
    case Form::day:
    case Form::day_uk:
    case Form::day_serial:
      return kind == Kind::day;
    case Form::number:
      return kind == Kind::integer;
    }
    return false;
  }

  static Result<void> check_codes(const record::FieldDeclaration& field, const MappedValue& value,
                                  const std::string& where) {
    if (field.kind != record::Kind::code) return {};
    const auto check = [&](const std::string& code) -> Result<void> {
      if (std::find(field.codes.begin(), field.codes.end(), code) != field.codes.end()) return {};
      return wrong(where, "'" + code + "' is no code of " + std::string(field.name),
                   "There are: " + listed(field.codes));
    };
    if (const auto* constant = std::get_if<ConstantValue>(&value)) PROBITY_TRY(check(constant->text));
    if (const auto* column = std::get_if<ColumnValue>(&value))
      for (const auto& [written, code] : column->words)
        PROBITY_TRY(check(code));
    return {};
  }

  Result<void> fields(const Value& event, std::string_view part, MappedEvent& out, const std::string& where) {
    const Value* given = event.find(part);
    if (given == nullptr) return {};
    if (given->object() == nullptr) return wrong(where, fmt::format("'{}' is no table", part), "");
    const bool sealed = part == "sealed";
    for (const auto& [name, one] : *given->object()) {
      const std::string here = fmt::format("{}, {}.{}", where, part, name);
      const record::FieldDeclaration* field = record::find_field(*out.type, name);
      if (field == nullptr || (field->part == record::Part::sealed) != sealed)
        return wrong(here, fmt::format("{} has no such part", out.type->name),
                     "`probity vocabulary --schema " + std::string(out.type->name) + "` shows what it has");
      PROBITY_ASSIGN(MappedValue read, value(one, here));
      if (!takes(field->kind, read))
        return wrong(here, "a value of that kind does not go there",
                     "Days need as = \"day…\", staff as = \"pseudonym\", counts as = \"number\"");
      PROBITY_TRY(check_codes(*field, read, here));
      out.fields.push_back({field, std::move(read)});
    }
    return {};
  }

  Result<void> condition(const Value& event, MappedEvent& out, const std::string& where) {
    const Value* when = event.find("when");
    if (when == nullptr) return {};
    static constexpr std::array<std::string_view, 2> names = {"column", "is"};
    PROBITY_TRY(only(*when, names, where + ", when"));
    MappedCondition condition;
    PROBITY_ASSIGN(const std::string name, text(*when, "column", where + ", when"));
    condition.column = column(name);
    PROBITY_ASSIGN(condition.is, texts(*when, "is", where + ", when"));
    out.when = std::move(condition);
    return {};
  }

  Result<void> valid(const Value& event, MappedEvent& out, const std::string& where) {
    const Value* given = event.find("valid");
    if (given == nullptr) return {};
    if (given->object() != nullptr) {
      PROBITY_ASSIGN(out.valid_column, day_column(*given, where + ", valid"));
      out.valid = MappedEvent::Valid::column;
      return {};
    }
    if (given->text() == nullptr || (*given->text() != "unknown" && *given->text() != "known"))
      return wrong(where + ", valid",
                   "when it was so is \"known\" (the day of the extract), \"unknown\", or in a column",
                   "Write valid = { column = \"…\", as = \"day\" }");
    if (*given->text() == "unknown") out.valid = MappedEvent::Valid::unknown;
    return {};
  }

  Result<void> events() {
    const Value* all = document_.find("event");
    if (all == nullptr || all->array() == nullptr || all->array()->empty())
      return wrong("", "no event is made of a row", "Write [[event]] with its type");
    for (const Value& one : *all->array()) {
      const std::string where = "event " + std::to_string(out_.events.size() + 1);
      static constexpr std::array<std::string_view, 6> names = {"type",   "when",  "valid",
                                                                "entity", "facts", "sealed"};
      PROBITY_TRY(only(one, names, where));
      PROBITY_ASSIGN(const std::string name, text(one, "type", where));
      MappedEvent event;
      event.type = record::find_type(name);
      if (event.type == nullptr)
        return wrong(where, "there is no event type " + name, "`probity vocabulary` lists them");
      if (event.type->stream != record::StreamKind::person && event.type->stream != record::StreamKind::staff)
        return wrong(where, name + " stands on the record of neither a person nor a member of staff", "");
      if (out_.events.empty()) out_.kind = event.type->stream;
      if (event.type->stream != out_.kind)
        return wrong(where, name + " stands on another kind of record than the events before",
                     "Import people and staff with a mapping each");
      if (one.find("entity") != nullptr) {
        PROBITY_ASSIGN(event.entity, columns(one, "entity", where));
      }
      if (!event.type->entity.empty() && event.entity.empty())
        return wrong(where, fmt::format("{} is about one {}", name, event.type->entity),
                     "Write entity = [\"…\"]: the columns that tell one from another");
      PROBITY_TRY(condition(one, event, where));
      PROBITY_TRY(valid(one, event, where));
      PROBITY_TRY(fields(one, "facts", event, where));
      PROBITY_TRY(fields(one, "sealed", event, where));
      out_.events.push_back(std::move(event));
    }
    return {};
  }

  const Value& document_;
  Mapping out_;
};

} // namespace

Result<Mapping> read_mapping(std::string_view text, std::string_view file) {
  PROBITY_ASSIGN(const Value document, base::read_toml(text, file));
  auto read = Reader(document).read();
  if (!read) return tl::unexpected(std::move(read.error()).at(file));
  return read;
}

} // namespace probity::intake

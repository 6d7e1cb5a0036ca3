#include "intake/mapped_rows.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "intake/columns.h"
#include "record/builder.h"
#include "record/vocabulary.h"

namespace probity::intake {
namespace {

using base::Result;
using Fields = std::vector<std::string>;

std::array<std::uint8_t, 16> first_half(const base::Digest& digest) {
  std::array<std::uint8_t, 16> out{};
  std::copy_n(digest.bytes.begin(), out.size(), out.begin());
  return out;
}

// A name under the ledger's key, for what `words` say.
std::array<std::uint8_t, 16> keyed_name(const base::Digest& key, std::span<const std::string_view> words) {
  std::string message;
  for (const std::string_view word : words) {
    message += word;
    message += '\0';
  }
  return first_half(base::hmac_sha256(key.view(), base::bytes_of(message)));
}

std::optional<base::Day> serial_day(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (point != std::string_view::npos)
    for (const char c : text.substr(point + 1))
      if (c < '0' || c > '9') return std::nullopt;
  const auto days = whole_number(whole);
  constexpr std::int64_t most = 109'574; // the end of 2199
  if (!days || *days < 1 || *days > most) return std::nullopt;
  return base::day_of(1899, 12, 30) + static_cast<int>(*days);
}

std::optional<base::Day> uk_day(std::string_view text) {
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
  return base::parse_day(fmt::format("{}-{}-{}", text.substr(6, 4), text.substr(3, 2), text.substr(0, 2)));
}

Result<base::Day> day_in(const RowFields& row, const ColumnValue& from) {
  const std::string_view text = row.text(from.column);
  const auto day = from.form == Form::day      ? base::parse_day(text)
                   : from.form == Form::day_uk ? uk_day(text)
                                               : serial_day(text);
  if (!day) return row.refuse(from.column, "'" + std::string(text) + "' is no such day");
  return *day;
}

// Of UTF-8, which every row is: a character is not cut in two.
std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (; end < text.size(); ++end)
    if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U && most-- == 0) break;
  return text.substr(0, end);
}

// The text that stands for the field; nothing when the row does not say it.
Result<std::optional<std::string>> word_in(const RowFields& row, const ColumnValue& from) {
  std::string_view text = row.text(from.column);
  if (from.first > 0) text = first_characters(text, from.first);
  if (from.words.empty()) return text.empty() ? std::nullopt : std::optional(std::string(text));
  for (const auto& [written, code] : from.words)
    if (written == text) return std::optional(code);
  if (from.leave_out_others || text.empty()) return std::optional<std::string>{};
  return row.refuse(from.column, "'" + std::string(text) + "' is not among the words of the mapping");
}

// Makes the events of one row.
class Making {
 public:
  Making(const Mapping& mapping, const RowFields& row, std::string_view whole, const base::Digest& key)
      : mapping_(mapping), row_(row), whole_(whole), key_(key) {}

  Result<base::StreamId> subject() const {
    std::vector<std::string_view> words;
    std::string name;
    for (const std::size_t column : mapping_.subject) {
      if (row_.text(column).empty())
        return row_.refuse(column, "it is empty, and tells whom the row is about");
      name += std::string(row_.text(column)) + '\n';
    }
    if (mapping_.kind == record::StreamKind::staff)
      return base::StreamId{staff(name.substr(0, name.size() - 1))};
    return base::StreamId{
        keyed_name(key_, std::array<std::string_view, 3>{"person", mapping_.register_name, name})};
  }

  Result<base::Day> known() const {
    return mapping_.known ? Result<base::Day>(*mapping_.known) : day_in(row_, *mapping_.known_column);
  }

  // Nothing when the row does not call for it.
  Result<std::optional<base::json::Value>> event(const MappedEvent& mapped, const base::StreamId& subject,
                                                 const base::EventId& id, const Destination& destination,
                                                 base::Day known) const {
    if (mapped.when) {
      const std::string_view said = row_.text(mapped.when->column);
      if (std::find(mapped.when->is.begin(), mapped.when->is.end(), said) == mapped.when->is.end())
        return std::optional<base::json::Value>{};
    }
    record::EventBuilder out(*mapped.type, destination.log, subject);
    out.id(id).channel("import").role("importer").provider(mapping_.publisher);
    if (destination.recorded) out.recorded(*destination.recorded);
    PROBITY_TRY(set_valid(mapped, out, known));
    if (!mapped.type->entity.empty()) out.entity(mapped.type->entity, entity(mapped, subject));
    base::json::Value sealed;
    for (const MappedField& field : mapped.fields) {
      if (field.field->part == record::Part::sealed) {
        PROBITY_TRY(seal(field, sealed));
      } else {
        PROBITY_TRY(state(field, out));
      }
    }
    if (!sealed.object()->empty()) out.sealed(base::SubjectId{subject.bytes}, std::move(sealed));
    return std::optional(out.build());
  }

 private:
  std::array<std::uint8_t, 16> staff(std::string_view written) const {
    return keyed_name(key_, std::array<std::string_view, 3>{"staff", mapping_.register_name, written});
  }

  base::EntityId entity(const MappedEvent& mapped, const base::StreamId& subject) const {
    std::string name;
    for (const std::size_t column : mapped.entity)
      name += std::string(row_.text(column)) + '\n';
    return base::EntityId{
        keyed_name(key_, std::array<std::string_view, 3>{mapped.type->entity, subject.hex(), name})};
  }

  Result<void> set_valid(const MappedEvent& mapped, record::EventBuilder& out, base::Day known) const {
    if (mapped.valid == MappedEvent::Valid::known) out.valid(known);
    if (mapped.valid == MappedEvent::Valid::column) {
      PROBITY_ASSIGN(const base::Day day, day_in(row_, mapped.valid_column));
      if (day > known) return row_.refuse(mapped.valid_column.column, "it lies after the day of the extract");
      out.valid(day);
    }
    return {};
  }

  // As text, whatever the kind; nothing when the row does not say it.
  Result<std::optional<std::string>> text(const MappedValue& value) const {
    if (const auto* constant = std::get_if<ConstantValue>(&value)) return std::optional(constant->text);
    if (const auto* column = std::get_if<ColumnValue>(&value)) return word_in(row_, *column);
    if (std::holds_alternative<WholeRow>(value)) return std::optional(std::string(whole_));
    const auto& joined = std::get<JoinedValue>(value);
    std::string out;
    for (const std::size_t column : joined.columns)
      if (!row_.text(column).empty())
        out += (out.empty() ? "" : joined.with) + std::string(row_.text(column));
    return out.empty() ? std::nullopt : std::optional(out);
  }

  bool is_blank(const MappedValue& value) const {
    const auto* column = std::get_if<ColumnValue>(&value);
    return column != nullptr && row_.text(column->column).empty();
  }

  Result<void> missing(const MappedField& field) const {
    if (field.field->presence == record::Presence::optional) return {};
    const auto* column = std::get_if<ColumnValue>(&field.value);
    const std::string message = std::string(field.field->name) + " is needed, and the row does not say it";
    if (column != nullptr) return row_.refuse(column->column, message);
    return base::fail(base::ErrorCode::invalid_input, message);
  }

  Result<void> seal(const MappedField& field, base::json::Value& sealed) const {
    if (field.field->kind == record::Kind::day) {
      if (is_blank(field.value)) return missing(field);
      PROBITY_ASSIGN(const base::Day day, day_in(row_, std::get<ColumnValue>(field.value)));
      sealed.set(field.field->name, base::json::Value(base::to_text(day)));
      return {};
    }
    PROBITY_ASSIGN(auto said, text(field.value));
    if (!said) return missing(field);
    sealed.set(field.field->name, base::json::Value(std::move(*said)));
    return {};
  }

  Result<void> state(const MappedField& field, record::EventBuilder& out) const {
    if (is_blank(field.value)) return missing(field);
    const std::string_view name = field.field->name;
    const auto* column = std::get_if<ColumnValue>(&field.value);
    switch (field.field->kind) {
    case record::Kind::day: {
      PROBITY_ASSIGN(const base::Day day, day_in(row_, *column));
      out.fact(name, day);
      return {};
    }
    case record::Kind::integer: {
      PROBITY_ASSIGN(const std::int64_t number, row_.number(column->column, -most_number, most_number));
      out.fact(name, number);
      return {};
    }
    default:
      break;
    }
    PROBITY_ASSIGN(const auto said, text(field.value));
    if (!said) return missing(field);
    if (field.field->kind == record::Kind::identifier)
      out.fact(name, std::string_view(base::to_hex(staff(*said))));
    else
      out.fact(name, std::string_view(*said));
    return {};
  }

  static constexpr std::int64_t most_number = 1'000'000'000;

  const Mapping& mapping_;
  const RowFields& row_;
  std::string_view whole_;
  const base::Digest& key_;
};

// What a row needs to be made into events; rows outlive their reader.
class Explained {
 public:
  static Result<std::shared_ptr<const Explained>>
  find(std::shared_ptr<const Mapping> mapping, DataSet data_set, const Fields& header, Warnings& warnings) {
    // Not make_shared: the constructor is the class's alone.
    std::shared_ptr<Explained> out(new Explained(std::move(mapping), std::move(data_set)));
    PROBITY_ASSIGN(out->columns_,
                   Columns::find(header, out->names_,
                                 "give the file that the mapping describes: " + out->mapping_->title,
                                 warnings));
    return out;
  }

  [[nodiscard]] const Columns& columns() const { return columns_; }
  [[nodiscard]] const Mapping& mapping() const { return *mapping_; }

  Result<std::vector<base::json::Value>> make(const Fields& fields, std::string_view text,
                                              std::uint64_t occurrence,
                                              const Destination& destination) const {
    Warnings told_already;
    const RowFields row(columns_, fields, told_already);
    PROBITY_ENSURE(destination.name_key.has_value());
    const Making making(*mapping_, row, text, *destination.name_key);
    PROBITY_ASSIGN(const base::StreamId subject, making.subject());
    PROBITY_ASSIGN(const base::Day known, making.known());
    std::vector<base::json::Value> out;
    for (const MappedEvent& mapped : mapping_->events) {
      const std::string purpose =
          out.empty() ? std::string(first_event) : fmt::format("{} {}", mapped.type->name, out.size());
      const base::EventId id{row_name(data_set_, destination.name_key, text, occurrence, purpose)};
      PROBITY_ASSIGN(auto event, making.event(mapped, subject, id, destination, known));
      if (event) out.push_back(std::move(*event));
    }
    return out;
  }

 private:
  Explained(std::shared_ptr<const Mapping> mapping, DataSet data_set)
      : mapping_(std::move(mapping)), names_(mapping_->columns.begin(), mapping_->columns.end()),
        data_set_(std::move(data_set)) {}

  std::shared_ptr<const Mapping> mapping_;
  std::vector<std::string_view> names_; // of the mapping's columns, to which `columns_` refers
  Columns columns_;
  DataSet data_set_; // of which the rows are; for their names
};

class MappedReader final : public RowReader {
 public:
  explicit MappedReader(std::shared_ptr<const Explained> explained) : explained_(std::move(explained)) {}

  Result<ReadRow> read(const Fields& fields, Warnings& warnings) const override {
    const Mapping& mapping = explained_->mapping();
    PROBITY_TRY(explained_->columns().check_width(fields));
    const RowFields row(explained_->columns(), fields, warnings);
    ReadRow out;
    if (mapping.group) out.group = std::string(row.text(*mapping.group));
    // Tried under no ledger's key, so that what cannot be a record is told before anything is written.
    const Destination nowhere{"import/trial", std::nullopt, base::Digest{}};
    PROBITY_ASSIGN(out.known_from, Making(mapping, row, "", *nowhere.name_key).known());
    PROBITY_ASSIGN(const auto events, explained_->make(fields, "", 1, nowhere));
    if (events.empty())
      return base::fail(base::ErrorCode::invalid_input, "the mapping makes no event of this row");
    for (const base::json::Value& event : events)
      for (base::Error& fault : record::validate(event))
        return tl::unexpected(std::move(fault));
    out.events = [explained = explained_, fields](std::string_view text, std::uint64_t occurrence,
                                                  const Destination& destination) {
      return explained->make(fields, text, occurrence, destination).value(); // as it was tried
    };
    return out;
  }

 private:
  std::shared_ptr<const Explained> explained_;
};

} // namespace

DataSet data_set_of(std::shared_ptr<const Mapping> mapping) {
  DataSet out;
  out.key = mapping->key;
  out.name = mapping->name;
  out.zone = "Europe/London";
  out.group_title = mapping->group ? std::string_view(mapping->columns[*mapping->group]) : "All";
  out.row_title = "Rows";
  out.keyed = true;
  out.reader = [mapping = std::move(mapping),
                names = out](const Fields& header, Warnings& warnings) -> Result<std::unique_ptr<RowReader>> {
    PROBITY_ASSIGN(auto explained, Explained::find(mapping, names, header, warnings));
    return std::make_unique<MappedReader>(std::move(explained));
  };
  return out;
}

} // namespace probity::intake

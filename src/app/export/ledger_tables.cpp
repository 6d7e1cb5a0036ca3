#include "app/export/ledger_tables.h"

#include <algorithm>
#include <map>
#include <memory>

#include "record/builder.h"
#include "record/vocabulary.h"

namespace probity::app {
namespace {

using record::Event;
using record::FieldDeclaration;
using record::Kind;

// The events of a book by what is asked of them.
struct Index {
  std::vector<const Event*> standing; // by ledger index; nullptr: a correction, or voided
  std::map<std::string_view, std::vector<const Event*>> by_type; // by ledger index
  std::vector<const timeline::Case*> streams;                    // by number
};

Index index_of(const timeline::Book& book) {
  Index out;
  out.standing.resize(book.size);
  for (const auto* cases : {&book.people, &book.contracts, &book.others})
    for (const timeline::Case& one : *cases) {
      out.streams.push_back(&one);
      for (const Event& event : one.events)
        out.standing.at(event.index) = &event;
    }
  for (const Event* event : out.standing)
    if (event != nullptr && event->type != nullptr) out.by_type[event->type->name].push_back(event);
  std::sort(out.streams.begin(), out.streams.end(),
            [](const timeline::Case* a, const timeline::Case* b) { return a->stream < b->stream; });
  return out;
}

Cell text(std::string_view value) {
  return value.empty() ? Cell{} : Cell{std::string(value)};
}
Cell number(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}

std::string_view kind_of(record::StreamKind kind) {
  switch (kind) {
  case record::StreamKind::system:
    return "system";
  case record::StreamKind::person:
    return "person";
  case record::StreamKind::session:
    return "session";
  case record::StreamKind::project:
    return "project";
  case record::StreamKind::contract:
    return "contract";
  case record::StreamKind::provider:
    return "provider";
  case record::StreamKind::staff:
    return "staff";
  }
  return "";
}

Table streams_table(const std::shared_ptr<Index>& index) {
  Table out;
  out.description = {
      .name = "stream",
      .title = "Streams",
      .meaning =
          "Each person, session, contract, … whose events are numbered by themselves. Names are random "
          "and name nobody.",
      .columns = {{.name = "stream", .type = CellType::integer, .meaning = "number", .required = true},
                  {.name = "name", .type = CellType::hex, .meaning = "name of the stream", .required = true},
                  {.name = "kind", .meaning = "what it is the stream of; empty when nothing in it stands"}},
      .key = {"stream"},
      .foreign_keys = {}};
  out.rows = [index](const RowReceiver& receive) -> base::Result<void> {
    for (const timeline::Case* stream : index->streams) {
      std::string_view kind;
      for (const Event& event : stream->events)
        if (event.type != nullptr) kind = kind_of(event.type->stream);
      PROBITY_TRY(receive({number(stream->stream), stream->name.hex(), text(kind)}));
    }
    return {};
  };
  return out;
}

TableDescription events_description() {
  const std::string day_meaning = " civil day in the log's zone that the act lies in; empty when unknown";
  return {
      .name = "event",
      .title = "Events",
      .meaning = "Every event up to this size of the ledger, corrections and what they corrected included. "
                 "Valid time is that of the event as it stands; of what does not stand, as first written.",
      .columns =
          {{.name = "event", .type = CellType::integer, .meaning = "index in the ledger", .required = true},
           {.name = "stream", .type = CellType::integer, .meaning = "whose", .required = true},
           {.name = "sequence",
            .type = CellType::integer,
            .meaning = "place in its stream",
            .required = true},
           {.name = "id", .type = CellType::hex, .meaning = "id given by the client", .required = true},
           {.name = "type", .meaning = "event type; empty when this program does not know it"},
           {.name = "standing",
            .meaning = "whether it counts: stands as written, stands amended, was voided, or is a correction",
            .required = true,
            .codes = {"stands", "amended", "voided", "correction"}},
           {.name = "recorded",
            .type = CellType::datetime,
            .meaning = "when the ledger learnt of it",
            .required = true},
           {.name = "recorded_day",
            .type = CellType::date,
            .meaning = "its civil day in the log's zone",
            .required = true},
           {.name = "provider", .meaning = "who recorded it"},
           {.name = "imported", .type = CellType::boolean, .meaning = "from outside data", .required = true},
           {.name = "precision",
            .meaning = "how finely it is known when the act happened",
            .required = true,
            .codes = {"instant", "day", "month", "quarter", "year", "unknown"}},
           {.name = "valid_first", .type = CellType::date, .meaning = "first" + day_meaning},
           {.name = "valid_last", .type = CellType::date, .meaning = "last" + day_meaning},
           {.name = "valid_from", .type = CellType::datetime, .meaning = "of an instant: when"},
           {.name = "valid_until", .type = CellType::datetime, .meaning = "of an instant: until when"},
           {.name = "after", .type = CellType::hex, .meaning = "id of the event that it is an offset from"},
           {.name = "after_days",
            .type = CellType::integer,
            .meaning = "so many days after it",
            .unit = "days"},
           {.name = "after_months",
            .type = CellType::integer,
            .meaning = "so many months after it",
            .unit = "months"},
           {.name = "corrects", .type = CellType::hex, .meaning = "id of the event that it corrects"},
           {.name = "correction", .meaning = "how it corrects", .codes = {"amend", "void", "reinstate"}}},
      .key = {"event"},
      .foreign_keys = {{"stream", "stream", "stream"}}};
}

TableRow event_row(const Event& event, std::string_view standing) {
  const record::ValidTime& valid = event.valid;
  const bool instant = valid.known() && valid.precision == record::Precision::instant;
  // A distance is told by the one of days and months that it has; of none, both are nought.
  const bool months = valid.offset_months != 0;
  const bool offset = valid.after != base::EventId{};
  return {number(event.index),
          number(event.stream),
          number(event.sequence),
          event.id.hex(),
          text(event.type == nullptr ? "" : event.type->name),
          std::string(standing),
          base::to_text(event.recorded),
          base::to_text(event.recorded_day),
          text(event.provider.text()),
          std::int64_t{event.imported},
          std::string(record::to_text(valid.known() ? valid.precision : record::Precision::unknown)),
          valid.known() ? Cell{base::to_text(valid.first)} : Cell{},
          valid.known() ? Cell{base::to_text(valid.last)} : Cell{},
          instant ? Cell{base::to_text(valid.from)} : Cell{},
          instant ? Cell{base::to_text(valid.until)} : Cell{},
          offset ? Cell{valid.after.hex()} : Cell{},
          offset && !months ? Cell{std::int64_t{valid.offset_days}} : Cell{},
          offset && months ? Cell{std::int64_t{valid.offset_months}} : Cell{},
          event.corrects ? Cell{event.corrects->id.hex()} : Cell{},
          event.corrects ? Cell{std::string(record::to_text(event.corrects->kind))} : Cell{}};
}

Table events_table(const ledger::Ledger& ledger, const timeline::Book& book,
                   const std::shared_ptr<Index>& index) {
  Table out;
  out.description = events_description();
  out.rows = [&ledger, &book, index](const RowReceiver& receive) -> base::Result<void> {
    base::Result<void> trouble;
    PROBITY_TRY(ledger.scan(book.size, [&](const ledger::StoredEvent& stored) {
      if (const Event* event = index->standing.at(stored.index)) {
        trouble = receive(event_row(*event, book.corrections.contains(stored.index) ? "amended" : "stands"));
        return trouble.has_value();
      }
      auto event = record::decode(stored.body, ledger.zone());
      if (!event) {
        trouble = tl::unexpected(std::move(event.error()));
        return false;
      }
      event->index = stored.index;
      event->stream = stored.stream;
      event->sequence = stored.sequence;
      trouble = receive(event_row(*event, event->corrects ? "correction" : "voided"));
      return trouble.has_value();
    }));
    return trouble;
  };
  return out;
}

TableColumn event_column() {
  return {.name = "event", .type = CellType::integer, .meaning = "index in the ledger", .required = true};
}
ForeignKey to_event() {
  return {"event", "event", "event"};
}

Table entities_table(const std::shared_ptr<Index>& index) {
  Table out;
  out.description = {
      .name = "entity",
      .title = "Entities",
      .meaning = "What events that stand are about: an order, an appointment, an episode of custody, …",
      .columns = {event_column(),
                  {.name = "kind", .meaning = "what it is", .required = true},
                  {.name = "id", .type = CellType::hex, .meaning = "which", .required = true}},
      .key = {"event", "kind"},
      .foreign_keys = {to_event()}};
  out.rows = [index](const RowReceiver& receive) -> base::Result<void> {
    for (const Event* event : index->standing) {
      if (event == nullptr) continue;
      for (const record::EntityReference& entity : event->entities)
        if (!entity.kind.empty())
          PROBITY_TRY(receive({number(event->index), std::string(entity.kind.text()), entity.id.hex()}));
    }
    return {};
  };
  return out;
}

bool is_list(const FieldDeclaration& field) {
  return field.kind == Kind::names || field.kind == Kind::amounts;
}

// Calls `visit(field, value)` with each fact of the type in the order of declaration.
template <class Visit> void each_fact(const record::TypeDeclaration& type, const Visit& visit) {
  std::size_t position = 0;
  for (const FieldDeclaration& field : type.fields)
    if (field.part == record::Part::fact) visit(field, position++);
}

Table lists_table(const std::shared_ptr<Index>& index) {
  Table out;
  out.description = {
      .name = "list_member",
      .title = "Members of lists",
      .meaning = "Facts that are lists, member by member: names, or names with a number.",
      .columns =
          {event_column(),
           {.name = "field", .meaning = "which fact of the event", .required = true},
           {.name = "position", .type = CellType::integer, .meaning = "place, from 1", .required = true},
           {.name = "name", .meaning = "the name", .required = true},
           {.name = "number", .type = CellType::integer, .meaning = "its number, where it has one"}},
      .key = {"event", "field", "position"},
      .foreign_keys = {to_event()}};
  out.rows = [index](const RowReceiver& receive) -> base::Result<void> {
    base::Result<void> trouble;
    for (const Event* event : index->standing) {
      if (event == nullptr || event->type == nullptr) continue;
      each_fact(*event->type, [&](const FieldDeclaration& field, std::size_t position) {
        if (!is_list(field) || event->facts[position] == record::absent) return;
        std::int64_t place = 0;
        for (const auto& [name, n] : event->lists[static_cast<std::size_t>(event->facts[position])])
          if (trouble)
            trouble = receive({number(event->index), std::string(field.name), ++place,
                               std::string(name.text()), field.kind == Kind::amounts ? Cell{n} : Cell{}});
      });
      PROBITY_TRY(trouble);
    }
    return {};
  };
  return out;
}

TableColumn column_of(const FieldDeclaration& field) {
  TableColumn out{.name = std::string(field.name),
                  .type = CellType::text,
                  .meaning = std::string(field.meaning),
                  .unit = std::string(field.unit)};
  for (const std::string_view code : field.codes)
    out.codes.emplace_back(code);
  switch (field.kind) {
  case Kind::integer:
    out.type = CellType::integer;
    break;
  case Kind::boolean:
    out.type = CellType::boolean;
    break;
  case Kind::day:
    out.type = CellType::date;
    break;
  case Kind::instant:
    out.type = CellType::datetime;
    break;
  case Kind::digest:
  case Kind::identifier:
    out.type = CellType::hex;
    break;
  default:
    break;
  }
  return out;
}

Cell cell_of(const FieldDeclaration& field, std::int64_t value) {
  if (value == record::absent) return {};
  switch (field.kind) {
  case Kind::integer:
  case Kind::boolean:
    return value;
  case Kind::day:
    return base::to_text(base::Day{static_cast<std::int32_t>(value)});
  case Kind::instant:
    return base::to_text(base::Instant{value});
  default:
    return std::string(record::Symbol::from_number(static_cast<std::uint32_t>(value)).text());
  }
}

// "custody.release_recorded" → custody_release_recorded
std::string table_name(std::string_view type) {
  std::string out(type);
  std::replace(out.begin(), out.end(), '.', '_');
  return out;
}

Table type_table(const record::TypeDeclaration& type, const std::shared_ptr<Index>& index) {
  Table out;
  out.description = {.name = table_name(type.name),
                     .title = std::string(type.name),
                     .meaning = std::string(type.meaning) + ". Facts as they stand at this size.",
                     .columns = {event_column()},
                     .key = {"event"},
                     .foreign_keys = {to_event()}};
  // A fact that is required may still be missing from an event of an older schema: no column but the first is
  // required.
  each_fact(type, [&](const FieldDeclaration& field, std::size_t) {
    if (!is_list(field)) out.description.columns.push_back(column_of(field));
  });
  out.rows = [&type, index](const RowReceiver& receive) -> base::Result<void> {
    for (const Event* event : index->by_type.at(type.name)) {
      TableRow row = {number(event->index)};
      each_fact(type, [&](const FieldDeclaration& field, std::size_t position) {
        if (!is_list(field)) row.push_back(cell_of(field, event->facts[position]));
      });
      PROBITY_TRY(receive(row));
    }
    return {};
  };
  return out;
}

} // namespace

std::vector<Table> ledger_tables(const ledger::Ledger& ledger, const timeline::Book& book) {
  const auto index = std::make_shared<Index>(index_of(book));
  std::vector<Table> out = {streams_table(index), events_table(ledger, book, index), entities_table(index),
                            lists_table(index)};
  for (const record::TypeDeclaration* type : record::vocabulary())
    if (index->by_type.contains(type->name)) out.push_back(type_table(*type, index));
  return out;
}

} // namespace probity::app

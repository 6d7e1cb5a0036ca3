#include "base/json.h"
#include "record/canonical_reader.h"
#include "record/vocabulary.h"

namespace probity::record {
namespace {

using base::ErrorCode;

// The text that a string stands for. `buffer` holds it where the string has escapes.
std::string_view unescaped(std::string_view raw, std::string& buffer, CanonicalReader& reader) {
  if (raw.empty() || std::memchr(raw.data(), '\\', raw.size()) == nullptr) return raw;
  auto parsed = base::json::parse("{\"t\":\"" + std::string(raw) + "\"}", base::json::Spelling::any);
  const base::json::Value* text = parsed ? parsed->find("t") : nullptr;
  if (text == nullptr || text->text() == nullptr) {
    reader.fail();
    return {};
  }
  buffer = *text->text();
  return buffer;
}

Symbol symbol_of(CanonicalReader& reader) {
  const std::string_view raw = reader.raw_string();
  std::string buffer;
  const std::string_view text = unescaped(raw, buffer, reader);
  return reader.failed() ? Symbol{} : Symbol(text);
}

template <class Id> Id id_of(CanonicalReader& reader) {
  Id id;
  if (!base::from_hex(reader.raw_string(), id.bytes)) reader.fail();
  return id;
}

base::Instant instant_of(CanonicalReader& reader) {
  const auto instant = base::parse_instant(reader.raw_string());
  if (!instant) reader.fail();
  return instant.value_or(base::Instant{});
}

// --- valid time -------------------------------------------------------------------------------------------

struct RawValid {
  std::string_view precision, from, to, after;
  std::int64_t days = absent;
  std::int64_t months = absent;
};

bool read_instants(const RawValid& raw, const base::Zone& zone, ValidTime& out) {
  const auto from = base::parse_instant(raw.from);
  const auto until = raw.to.empty() ? from : base::parse_instant(raw.to);
  if (!from || !until || *until < *from) return false;
  out.precision = Precision::instant;
  out.from = *from;
  out.until = *until;
  out.first = zone.day_of(*from);
  // The end is exclusive: the last moment of the act is the one before it.
  out.last = *until > *from ? zone.day_of({until->microseconds - 1}) : out.first;
  return true;
}

bool read_days(const RawValid& raw, Precision precision, int months, ValidTime& out) {
  const auto from = base::parse_day(raw.from);
  if (!from) return false;
  out.precision = precision;
  out.first = *from;
  if (raw.to.empty()) {
    out.last = months == 0 ? *from : base::add_months(*from, months) - 1;
    return true;
  }
  const auto to = base::parse_day(raw.to);
  if (!to || *to <= *from) return false;
  out.last = *to - 1;
  return true;
}

bool read_offset(const RawValid& raw, ValidTime& out) {
  constexpr std::int64_t most = 100'000;
  if (!base::from_hex(raw.after, out.after.bytes)) return false;
  if ((raw.days == absent) == (raw.months == absent)) return false;
  const std::int64_t length = raw.days == absent ? raw.months : raw.days;
  if (length < -most || length > most) return false;
  (raw.days == absent ? out.offset_months : out.offset_days) = static_cast<int>(length);
  out.is_offset = true;
  // What it resolves to is a day, or nothing when what it follows is not known.
  out.precision = Precision::day;
  return true;
}

bool resolve(const RawValid& raw, const base::Zone& zone, ValidTime& out) {
  if (!raw.after.empty()) return raw.precision.empty() && read_offset(raw, out);
  if (raw.precision == "day") return read_days(raw, Precision::day, 0, out);
  if (raw.precision == "instant") return read_instants(raw, zone, out);
  if (raw.precision == "month") return read_days(raw, Precision::month, 1, out);
  if (raw.precision == "quarter") return read_days(raw, Precision::quarter, 3, out);
  if (raw.precision == "year") return read_days(raw, Precision::year, 12, out);
  return raw.precision == "unknown" && raw.from.empty();
}

ValidTime valid_of(CanonicalReader& reader, const base::Zone& zone) {
  RawValid raw;
  reader.members([&](std::string_view key) {
    if (key == "precision")
      raw.precision = reader.raw_string();
    else if (key == "from")
      raw.from = reader.raw_string();
    else if (key == "to")
      raw.to = reader.raw_string();
    else if (key == "after")
      raw.after = reader.raw_string();
    else if (key == "days")
      raw.days = reader.integer();
    else if (key == "months")
      raw.months = reader.integer();
    else
      reader.value();
  });
  ValidTime valid;
  if (!reader.failed() && !resolve(raw, zone, valid)) reader.fail();
  return valid;
}

// --- the rest of the envelope ------------------------------------------------------------------------------

Correction correction_of(CanonicalReader& reader) {
  Correction correction;
  bool has_id = false;
  bool has_kind = false;
  reader.members([&](std::string_view key) {
    if (key == "id") {
      correction.id = id_of<base::EventId>(reader);
      has_id = true;
    } else if (key == "kind") {
      const std::string_view kind = reader.raw_string();
      has_kind = kind == "amend" || kind == "void" || kind == "reinstate";
      correction.kind = kind == "void"        ? CorrectionKind::void_
                        : kind == "reinstate" ? CorrectionKind::reinstate
                                              : CorrectionKind::amend;
    } else if (key == "reason") {
      correction.reason = symbol_of(reader);
    } else {
      reader.value();
    }
  });
  if (!has_id || !has_kind) reader.fail();
  return correction;
}

void read_entities(CanonicalReader& reader, Event& event) {
  std::size_t count = 0;
  reader.members([&](std::string_view kind) {
    const auto id = id_of<base::EntityId>(reader);
    if (count < event.entities.size() && !reader.failed()) event.entities[count++] = {Symbol(kind), id};
  });
}

// --- facts -------------------------------------------------------------------------------------------------

std::pair<Symbol, std::int64_t> amount_of(CanonicalReader& reader) {
  std::pair<Symbol, std::int64_t> amount{{}, 0};
  reader.members([&](std::string_view key) {
    if (key == "name" && reader.peek() == '"')
      amount.first = symbol_of(reader);
    else if (key == "n" && reader.peek() != '"')
      amount.second = reader.integer();
    else
      reader.value();
  });
  return amount;
}

std::int64_t list_of(CanonicalReader& reader, Kind kind, Event& event) {
  Amounts list;
  reader.elements([&] {
    if (kind == Kind::names && reader.peek() == '"')
      list.emplace_back(symbol_of(reader), 0);
    else if (kind == Kind::amounts && reader.peek() == '{')
      list.push_back(amount_of(reader));
    else
      reader.value();
  });
  event.lists.push_back(std::move(list));
  return static_cast<std::int64_t>(event.lists.size()) - 1;
}

// A stored value whose kind is not the declared one was never accepted by this vocabulary: skipped like an
// unknown field.
std::int64_t fact_of(CanonicalReader& reader, Kind kind, Event& event) {
  const char first = reader.peek();
  const bool is_text = first == '"';
  switch (kind) {
  case Kind::integer:
    if (first == '-' || (first >= '0' && first <= '9')) return reader.integer();
    break;
  case Kind::boolean:
    if (first == 't' || first == 'f') return reader.value() == "true" ? 1 : 0;
    break;
  case Kind::code:
  case Kind::name:
  case Kind::digest:
  case Kind::identifier:
    if (is_text) return symbol_of(reader).number();
    break;
  case Kind::day:
    if (is_text) {
      const auto day = base::parse_day(reader.raw_string());
      return day ? day->since_epoch : absent;
    }
    break;
  case Kind::instant:
    if (is_text) {
      const auto instant = base::parse_instant(reader.raw_string());
      return instant ? instant->microseconds : absent;
    }
    break;
  case Kind::names:
  case Kind::amounts:
    if (first == '[') return list_of(reader, kind, event);
    break;
  case Kind::text:
    break;
  }
  reader.value();
  return absent;
}

bool read_facts(std::string_view facts, Event& event) {
  CanonicalReader reader(facts);
  reader.members([&](std::string_view key) {
    int position = 0;
    for (const FieldDeclaration& field : event.type->fields) {
      if (field.part != Part::fact) continue;
      if (field.name == key) {
        event.facts[static_cast<std::size_t>(position)] = fact_of(reader, field.kind, event);
        return;
      }
      ++position;
    }
    reader.value();
  });
  return reader.finished();
}

// What of the envelope the codec needs; the rest is skipped.
struct Raw {
  std::string_view facts, type;
  std::int64_t version = 0;
  std::int64_t schema = 0;
  bool has_id = false;
  bool has_recorded = false;
  bool has_valid = false;
};

void read_member(std::string_view key, CanonicalReader& reader, const base::Zone& zone, Raw& raw,
                 Event& event) {
  switch (key.empty() ? '\0' : key.front()) {
  case 'c':
    if (key == "channel") {
      event.imported = reader.raw_string() == "import";
      return;
    }
    if (key == "corrects") {
      event.corrects = correction_of(reader);
      return;
    }
    break;
  case 'e':
    if (key == "entity") return read_entities(reader, event);
    break;
  case 'f':
    if (key == "facts") {
      raw.facts = reader.value();
      return;
    }
    break;
  case 'i':
    if (key == "id") {
      event.id = id_of<base::EventId>(reader);
      raw.has_id = true;
      return;
    }
    if (key == "index") {
      event.index = static_cast<std::uint64_t>(std::max<std::int64_t>(reader.integer(), 0));
      return;
    }
    break;
  case 'p':
    if (key == "provider") {
      event.provider = symbol_of(reader);
      return;
    }
    break;
  case 'r':
    if (key == "recorded") {
      event.recorded = instant_of(reader);
      raw.has_recorded = true;
      return;
    }
    break;
  case 's':
    if (key == "seq") {
      event.sequence = static_cast<std::uint32_t>(std::max<std::int64_t>(reader.integer(), 0));
      return;
    }
    if (key == "schema") {
      raw.schema = reader.integer();
      return;
    }
    if (key == "source_recorded") {
      event.source_recorded = instant_of(reader);
      return;
    }
    break;
  case 't':
    if (key == "type") {
      raw.type = reader.raw_string();
      return;
    }
    break;
  case 'v':
    if (key == "v") {
      raw.version = reader.integer();
      return;
    }
    if (key == "valid") {
      event.valid = valid_of(reader, zone);
      raw.has_valid = true;
      return;
    }
    break;
  default:
    break;
  }
  reader.value();
}

} // namespace

base::Result<Event> decode(std::string_view body, const base::Zone& zone, Types types) {
  base::Result<Event> result{Event{}};
  Event& event = *result;
  Raw raw;
  CanonicalReader reader(body);
  std::string_view member;
  reader.members([&](std::string_view key) {
    member = key;
    read_member(key, reader, zone, raw, event);
  });
  if (!reader.finished())
    return base::fail(ErrorCode::corrupt, "the stored bytes are not an event",
                      member.empty() ? std::string() : "/" + std::string(member),
                      "Run verify: it names what was touched");
  const bool complete = raw.version == 1 && raw.schema >= 1 && raw.has_id && raw.has_recorded &&
                        raw.has_valid && !raw.type.empty() && raw.facts.starts_with('{');
  if (!complete)
    return base::fail(ErrorCode::corrupt, "the stored bytes lack a part that every event has", {},
                      "Run verify: it names what was touched");
  event.recorded_day = zone.day_of(event.recorded);
  if (event.source_recorded) event.source_recorded_day = zone.day_of(*event.source_recorded);
  const TypeDeclaration* type = find_type(raw.type, types);
  if (type != nullptr && raw.schema <= type->schema) {
    event.type = type;
    if (!read_facts(raw.facts, event))
      return base::fail(ErrorCode::corrupt, "the stored facts are not what they should be", "/facts",
                        "Run verify: it names what was touched");
  }
  return result;
}

} // namespace probity::record

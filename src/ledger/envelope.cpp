#include "ledger/envelope.h"

#include "ledger/schema.h"
#include "record/channels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace probity::ledger {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Member;
using base::json::Object;
using base::json::Value;

enum class Field {
  actor,
  captured,
  cause,
  channel,
  corrects,
  device,
  entity,
  facts,
  id,
  index,
  log,
  prev,
  provider,
  recorded,
  role,
  schema,
  sealed,
  seq,
  sig,
  site,
  source_recorded,
  stream,
  subjects,
  type,
  v,
  valid,
};

struct Known {
  std::string_view key;
  Field field;
  bool required;
};

// Sorted by key, as the members of an object are.
constexpr std::array<Known, 26> fields = {{
    {"actor", Field::actor, true},
    {"captured", Field::captured, false},
    {"cause", Field::cause, false},
    {"channel", Field::channel, true},
    {"corrects", Field::corrects, false},
    {"device", Field::device, false},
    {"entity", Field::entity, false},
    {"facts", Field::facts, true},
    {"id", Field::id, true},
    {"index", Field::index, false},
    {"log", Field::log, true},
    {"prev", Field::prev, false},
    {"provider", Field::provider, true},
    {"recorded", Field::recorded, false},
    {"role", Field::role, true},
    {"schema", Field::schema, true},
    {"sealed", Field::sealed, false},
    {"seq", Field::seq, false},
    {"sig", Field::sig, false},
    {"site", Field::site, false},
    {"source_recorded", Field::source_recorded, false},
    {"stream", Field::stream, true},
    {"subjects", Field::subjects, false},
    {"type", Field::type, true},
    {"v", Field::v, true},
    {"valid", Field::valid, true},
}};

constexpr std::size_t longest_name = 80;       // characters of provider, site and device
constexpr std::size_t longest_signature = 512; // characters of sig

Result<std::string_view> text_of(const Value& value, std::string_view where,
                                 std::size_t longest = longest_name) {
  const std::string* text = value.text();
  if (text == nullptr) return fail(ErrorCode::invalid_input, "this must be a text", std::string(where));
  if (text->empty() || text->size() > 4 * longest)
    return fail(ErrorCode::invalid_input, fmt::format("this must have 1 to {} characters", longest),
                std::string(where));
  return std::string_view(*text);
}

template <class Id> Result<Id> id_of(const Value& value, std::string_view where) {
  Id id;
  const std::string* text = value.text();
  if (text == nullptr || !base::from_hex(*text, id.bytes))
    return fail(ErrorCode::invalid_input,
                fmt::format("this must be {} lower-case hexadecimal digits", 2 * id.bytes.size()),
                std::string(where));
  return id;
}

Result<base::Instant> instant_of(const Value& value, std::string_view where) {
  const std::string* text = value.text();
  const std::optional<base::Instant> instant = text != nullptr ? base::parse_instant(*text) : std::nullopt;
  if (!instant)
    return fail(ErrorCode::invalid_input, "this must be a UTC instant with six digits", std::string(where),
                "Write it like 2016-03-09T10:00:00.000000Z");
  return *instant;
}

template <std::size_t Count>
Result<void> one_of(const Value& value, const std::array<std::string_view, Count>& list,
                    std::string_view where) {
  const std::string* text = value.text();
  if (text != nullptr && std::find(list.begin(), list.end(), *text) != list.end()) return {};
  std::string all;
  for (const std::string_view entry : list)
    all += (all.empty() ? "" : ", ") + std::string(entry);
  return fail(ErrorCode::invalid_input, "this is not in the list", std::string(where), "One of: " + all);
}

// A point of valid time: a date for a day or coarser, else an instant. Microseconds, for comparing.
Result<std::int64_t> point_of(const Value& value, bool is_instant, std::string_view where) {
  if (is_instant) {
    PROBITY_ASSIGN(const base::Instant instant, instant_of(value, where));
    return instant.microseconds;
  }
  const std::string* text = value.text();
  const std::optional<base::Day> day = text != nullptr ? base::parse_day(*text) : std::nullopt;
  if (!day)
    return fail(ErrorCode::invalid_input, "this must be a date of the calendar", std::string(where),
                "Write it like 2016-03-07");
  return std::int64_t{day->since_epoch};
}

Result<void> check_offset(const Object& valid) {
  bool has_after = false;
  int lengths = 0;
  for (const auto& [key, value] : valid) {
    if (key == "after") {
      PROBITY_TRY(id_of<base::EventId>(value, "/valid/after"));
      has_after = true;
    } else if (key == "days" || key == "months") {
      const std::int64_t* number = value.integer();
      if (number == nullptr || *number < -100'000 || *number > 100'000)
        return fail(ErrorCode::invalid_input, "this must be an integer within 100,000", "/valid/" + key);
      ++lengths;
    } else {
      return fail(ErrorCode::unknown_field, "an offset has no such member", "/valid/" + key,
                  "An offset is {\"after\":event id,\"days\":n} or {\"after\":event id,\"months\":n}");
    }
  }
  if (!has_after || lengths != 1)
    return fail(ErrorCode::invalid_input, "an offset needs after and one of days and months", "/valid");
  return {};
}

Result<void> check_valid(const Value& value) {
  const Object* valid = value.object();
  if (valid == nullptr) return fail(ErrorCode::invalid_input, "this must be an object", "/valid");
  const Value* precision = value.find("precision");
  if (precision == nullptr) return check_offset(*valid);
  constexpr std::array<std::string_view, 6> precisions = {"instant", "day",  "month",
                                                          "quarter", "year", "unknown"};
  PROBITY_TRY(one_of(*precision, precisions, "/valid/precision"));
  const bool unknown = *precision->text() == "unknown";
  const bool is_instant = *precision->text() == "instant";
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;
  for (const auto& [key, member] : *valid) {
    if (key == "precision") continue;
    if (unknown || (key != "from" && key != "to"))
      return fail(ErrorCode::unknown_field, "valid time of this precision has no such member",
                  "/valid/" + key);
    PROBITY_ASSIGN((key == "from" ? from : to), point_of(member, is_instant, "/valid/" + key));
  }
  if (!unknown && !from) return fail(ErrorCode::invalid_input, "valid time needs from", "/valid");
  if (to && *to <= *from)
    return fail(ErrorCode::invalid_input, "valid time must end after it starts", "/valid/to",
                "Leave out \"to\" when the act lasted one unit of its precision");
  return {};
}

Result<LeafFields::Corrects> corrects_of(const Value& value) {
  const Object* object = value.object();
  if (object == nullptr) return fail(ErrorCode::invalid_input, "this must be an object", "/corrects");
  LeafFields::Corrects corrects;
  int seen = 0;
  for (const auto& [key, member] : *object) {
    if (key == "id") {
      PROBITY_ASSIGN(corrects.id, id_of<base::EventId>(member, "/corrects/id"));
    } else if (key == "kind") {
      constexpr std::array<std::string_view, 3> kinds = {"amend", "void", "reinstate"};
      PROBITY_TRY(one_of(member, kinds, "/corrects/kind"));
      corrects.kind = *member.text() == "void"        ? record::CorrectionKind::void_
                      : *member.text() == "reinstate" ? record::CorrectionKind::reinstate
                                                      : record::CorrectionKind::amend;
    } else if (key == "reason") {
      PROBITY_TRY(text_of(member, "/corrects/reason"));
    } else {
      return fail(ErrorCode::unknown_field, "a correction has no such member", "/corrects/" + key);
    }
    ++seen;
  }
  if (seen != 3) return fail(ErrorCode::invalid_input, "a correction needs id, kind and reason", "/corrects");
  return corrects;
}

Result<void> check_entity(const Value& value) {
  const Object* object = value.object();
  if (object == nullptr) return fail(ErrorCode::invalid_input, "this must be an object", "/entity");
  for (const auto& [kind, id] : *object)
    PROBITY_TRY(id_of<base::EntityId>(id, "/entity/" + kind));
  return {};
}

Result<void> read_sealed(const Value& value, std::vector<SealedPart>& out) {
  const base::json::Array* array = value.array();
  if (array == nullptr || array->empty())
    return fail(ErrorCode::invalid_input, "this must be a list of sealed parts", "/sealed",
                "Leave it out when there are none");
  if (array->size() > slots_per_event)
    return fail(ErrorCode::too_large, fmt::format("an event has at most {} sealed parts", slots_per_event),
                "/sealed");
  for (std::size_t slot = 0; slot < array->size(); ++slot) {
    const std::string where = fmt::format("/sealed/{}", slot);
    const Value& entry = (*array)[slot];
    const Value* key = entry.object() != nullptr ? entry.find("key") : nullptr;
    const Value* part = entry.object() != nullptr ? entry.find("part") : nullptr;
    if (key == nullptr || part == nullptr || part->object() == nullptr || entry.object()->size() != 2)
      return fail(ErrorCode::invalid_input, "a sealed part is {\"key\":subject,\"part\":{…}}", where);
    PROBITY_ASSIGN(const base::SubjectId subject, id_of<base::SubjectId>(*key, where + "/key"));
    out.push_back({subject, part});
  }
  return {};
}

Result<void> read_member(Field field, const Value& value, const Constants& constants, Envelope& out) {
  switch (field) {
  case Field::actor:
    PROBITY_TRY(id_of<base::EntityId>(value, "/actor"));
    return {};
  case Field::captured:
    PROBITY_TRY(instant_of(value, "/captured"));
    return {};
  case Field::cause:
    PROBITY_TRY(id_of<base::EventId>(value, "/cause"));
    return {};
  case Field::channel:
    return one_of(value, record::channels, "/channel");
  case Field::corrects: {
    PROBITY_ASSIGN(out.corrects, corrects_of(value));
    return {};
  }
  case Field::device:
    PROBITY_TRY(text_of(value, "/device"));
    return {};
  case Field::entity:
    return check_entity(value);
  case Field::facts:
    if (value.object() == nullptr) return fail(ErrorCode::invalid_input, "this must be an object", "/facts");
    return {};
  case Field::id: {
    PROBITY_ASSIGN(out.id, id_of<base::EventId>(value, "/id"));
    return {};
  }
  case Field::log: {
    PROBITY_ASSIGN(const std::string_view log, text_of(value, "/log", 400));
    if (log != constants.origin)
      return fail(ErrorCode::wrong_log,
                  fmt::format("this was written for log {}, not {}", log, constants.origin), "/log");
    return {};
  }
  case Field::provider:
    PROBITY_TRY(text_of(value, "/provider"));
    return {};
  case Field::recorded: {
    if (constants.clock == Clock::live)
      return fail(ErrorCode::set_by_server, "a live log stamps recorded itself", "/recorded",
                  "Leave it out; imports give source_recorded");
    PROBITY_ASSIGN(out.recorded, instant_of(value, "/recorded"));
    return {};
  }
  case Field::role:
    return one_of(value, record::roles, "/role");
  case Field::schema:
    if (value.integer() == nullptr || *value.integer() < 1)
      return fail(ErrorCode::invalid_input, "this must be an integer from 1", "/schema");
    return {};
  case Field::sealed:
    return read_sealed(value, out.sealed);
  case Field::sig:
    PROBITY_TRY(text_of(value, "/sig", longest_signature));
    return {};
  case Field::site:
    PROBITY_TRY(text_of(value, "/site"));
    return {};
  case Field::source_recorded:
    PROBITY_TRY(instant_of(value, "/source_recorded"));
    return {};
  case Field::stream: {
    PROBITY_ASSIGN(out.stream, id_of<base::StreamId>(value, "/stream"));
    return {};
  }
  case Field::type: {
    PROBITY_ASSIGN(out.type, text_of(value, "/type"));
    return {};
  }
  case Field::v:
    if (value.integer() == nullptr || *value.integer() != 1)
      return fail(ErrorCode::invalid_input, "the envelope version must be 1", "/v");
    return {};
  case Field::valid:
    return check_valid(value);
  case Field::index:
  case Field::prev:
  case Field::seq:
  case Field::subjects:
    break;
  }
  return fail(ErrorCode::set_by_server, "only the ledger sets this", "", "Leave it out");
}

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

Result<Envelope> read_envelope(const Value& event, const Constants& constants) {
  const Object* object = event.object();
  if (object == nullptr) return fail(ErrorCode::invalid_input, "an event is a JSON object");
  Envelope out;
  out.event = &event;
  const Known* known = fields.data();
  const Known* const end = fields.data() + fields.size();
  const auto missing = [&](const Known& field) {
    return fail(ErrorCode::invalid_input, fmt::format("the event lacks {}", field.key), "");
  };
  for (const auto& [key, value] : *object) {
    while (known != end && known->key < key) {
      if (known->required) return missing(*known);
      ++known;
    }
    if (known == end || known->key != key)
      return fail(ErrorCode::unknown_field, "the envelope has no such member", "/" + key);
    if (Result<void> read = read_member(known->field, value, constants, out); !read) {
      if (read.error().where.empty()) read.error().where = "/" + key;
      return tl::unexpected(std::move(read.error()));
    }
    ++known;
  }
  for (; known != end; ++known)
    if (known->required) return missing(*known);
  if (constants.clock == Clock::replayed && !out.recorded)
    return fail(ErrorCode::invalid_input,
                "the event lacks recorded, which the submitter to a replayed log gives", "");
  if (out.type == type_opened)
    return fail(ErrorCode::refused, "only the making of a log writes this type", "/type");
  if (out.type == type_linked || out.type == type_unlinked) {
    const Value* other = event.find("facts")->find("other");
    if (other == nullptr)
      return fail(ErrorCode::invalid_input, "the other stream must be named", "/facts/other");
    PROBITY_ASSIGN(out.other, id_of<base::StreamId>(*other, "/facts/other"));
    if (*out.other == out.stream)
      return fail(ErrorCode::invalid_input, "a person is not linked to themselves", "/facts/other");
  }
  return out;
}

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

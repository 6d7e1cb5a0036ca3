#include "ledger/envelope.h"

#include "ledger/envelope_members.h"
#include "ledger/member_values.h"
#include "record/channels.h"

#include <array>
#include <fmt/format.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

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

constexpr std::size_t longest_signature = 512; // characters of sig

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

} // namespace probity::ledger

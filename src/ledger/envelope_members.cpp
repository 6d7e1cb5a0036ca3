#include "ledger/envelope_members.h"

#include "ledger/member_values.h"
#include "ledger/schema.h"

#include <array>
#include <fmt/format.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

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

} // namespace

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

} // namespace probity::ledger

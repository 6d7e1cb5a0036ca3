#include "service/case_view.h"

#include <algorithm>
#include <set>

#include "ledger/effective.h"
#include "ledger/merkle.h"
#include "record/builder.h"
#include "record/person.h"
#include "record/vocabulary.h"
#include "service/stored_event.h"

namespace probity::service {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Value;

std::string in_words(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string text_of(const Value* value) {
  if (value == nullptr) return {};
  if (value->text() != nullptr) return *value->text();
  if (value->integer() != nullptr) return std::to_string(*value->integer());
  if (value->boolean() != nullptr) return *value->boolean() ? "yes" : "no";
  return base::json::write(*value);
}

std::string_view symbol_text(std::int64_t value) {
  return record::Symbol::from_number(static_cast<std::uint32_t>(value)).text();
}

// "1 failure", "1 person"; what is a fraction of something stays as it is.
std::string unit_of(std::int64_t value, std::string_view unit) {
  if (value != 1 || unit.find(' ') != std::string_view::npos) return std::string(unit);
  if (unit == "people") return "person";
  if (unit.ends_with('s')) unit.remove_suffix(1);
  return std::string(unit);
}

std::string fact_text(const record::FieldDeclaration& field, std::int64_t value, const record::Event& event,
                      const base::Zone& zone) {
  using record::Kind;
  switch (field.kind) {
  case Kind::integer:
    if (field.unit == "pence") {
      const std::int64_t size = value < 0 ? -value : value;
      const std::string rest = std::to_string(size % 100);
      return (value < 0 ? "-£" : "£") + std::to_string(size / 100) + (rest.size() == 1 ? ".0" : ".") + rest;
    }
    return std::to_string(value) + (field.unit.empty() ? "" : " " + unit_of(value, field.unit));
  case Kind::boolean:
    return value != 0 ? "yes" : "no";
  case Kind::code:
    return in_words(symbol_text(value));
  case Kind::name:
  case Kind::digest:
  case Kind::identifier:
  case Kind::text:
    return std::string(symbol_text(value));
  case Kind::day:
    return base::to_text(base::Day{static_cast<std::int32_t>(value)});
  case Kind::instant:
    return zone.local_text(base::Instant{value});
  case Kind::names:
  case Kind::amounts: {
    std::string out;
    for (const auto& [name, count] : event.lists[static_cast<std::size_t>(value)]) {
      out += (out.empty() ? "" : ", ") + std::string(name.text());
      if (field.kind == Kind::amounts) out += " " + std::to_string(count);
    }
    return out.empty() ? "none" : out;
  }
  }
  return {};
}

std::vector<ShownField> facts_of(const record::Event& event, const Value& body, const base::Zone& zone) {
  std::vector<ShownField> out;
  if (event.type == nullptr) { // of a later version of the vocabulary: as written
    if (const Value* facts = body.find("facts"); facts != nullptr && facts->object() != nullptr)
      for (const auto& [name, value] : *facts->object())
        out.push_back({name, text_of(&value)});
    return out;
  }
  std::size_t position = 0;
  for (const record::FieldDeclaration& field : event.type->fields) {
    if (field.part != record::Part::fact) continue;
    const std::int64_t value = event.facts[position++];
    if (value != record::absent)
      out.push_back({std::string(field.name), fact_text(field, value, event, zone)});
  }
  return out;
}

std::string when_of(const record::ValidTime& valid, const base::Zone& zone) {
  if (valid.is_offset) {
    std::string length = std::to_string(valid.offset_days) + " days";
    if (valid.offset_months != 0) length = std::to_string(valid.offset_months) + " months";
    return length + " after event " + valid.after.hex();
  }
  if (!valid.known()) return "on a day that is not known";
  const auto span = [&](std::string text) {
    return valid.first == valid.last ? std::move(text) : std::move(text) + " to " + base::to_text(valid.last);
  };
  switch (valid.precision) {
  case record::Precision::instant:
    return valid.from == valid.until
               ? "at " + zone.local_text(valid.from)
               : "from " + zone.local_text(valid.from) + " to " + zone.local_text(valid.until);
  case record::Precision::day:
    return span("on " + base::to_text(valid.first));
  case record::Precision::month:
    return "in the month of " + span(base::to_text(valid.first));
  case record::Precision::quarter:
    return "in the quarter of " + span(base::to_text(valid.first));
  case record::Precision::year:
    return "in the year of " + span(base::to_text(valid.first));
  case record::Precision::unknown:
    break;
  }
  return "on a day that is not known";
}

ShownRecord record_of(const record::Event& event, const Value& body, const base::Zone& zone) {
  ShownRecord out;
  out.index = event.index;
  out.recorded = event.recorded;
  out.source_recorded = event.source_recorded;
  out.when = when_of(event.valid, zone);
  out.facts = facts_of(event, body, zone);
  out.provider = text_of(body.find("provider"));
  out.role = in_words(text_of(body.find("role")));
  out.actor = text_of(body.find("actor"));
  out.channel = text_of(body.find("channel"));
  out.flags = record::flags_of(body, event.recorded);
  const Value* subjects = body.find("subjects");
  if (subjects == nullptr || subjects->array() == nullptr) return out;
  for (const Value& subject : *subjects->array()) {
    ShownPart& part = out.sealed.emplace_back();
    part.slot = static_cast<int>(out.sealed.size()) - 1;
    if (const auto key = base::SubjectId::from_hex(text_of(subject.find("key")))) part.subject = *key;
  }
  return out;
}

struct Stored {
  std::vector<record::Event> events;
  std::vector<Value> bodies; // of the same positions, as are the leaves
  std::vector<base::Digest> leaves;
};

Result<Stored> read_stream(const ledger::Ledger& ledger, const base::StreamId& name, std::uint64_t size) {
  Stored out;
  PROBITY_ASSIGN(const auto number, ledger.stream_number(name));
  if (!number) return out;
  std::optional<base::Error> trouble;
  PROBITY_TRY(ledger.scan_stream(*number, [&](const ledger::StoredEvent& stored) {
    if (stored.index >= size) return false;
    auto event = event_of(stored, ledger.zone());
    auto body = base::json::parse(stored.body, base::json::Spelling::any);
    if (!event || !body) {
      trouble = event ? std::move(body.error()).at("event " + std::to_string(stored.index))
                      : std::move(event.error());
      return false;
    }
    out.events.push_back(std::move(*event));
    out.bodies.push_back(std::move(*body));
    out.leaves.push_back(ledger::leaf_hash(base::bytes_of(stored.body)));
    return true;
  }));
  if (trouble) return tl::unexpected(std::move(*trouble));
  return out;
}

// Shows one stream and gives its effective events.
std::vector<record::Event> show_stream(CaseView& view, const base::StreamId& name, const Stored& stored,
                                       const base::Zone& zone) {
  ledger::EffectiveStream effective = ledger::effective(stored.events);
  std::map<std::uint64_t, const record::Event*> standing;
  for (const ledger::EffectiveEvent& event : effective.events)
    standing[event.event.index] = &event.event;
  std::map<base::EventId, std::size_t> shown; // original → position in the view
  for (std::size_t i = 0; i < stored.events.size(); ++i) {
    const record::Event& event = stored.events[i];
    ShownRecord record = record_of(event, stored.bodies[i], zone);
    record.leaf = stored.leaves[i];
    if (event.corrects) {
      const auto original = shown.find(event.corrects->id);
      if (original == shown.end()) continue; // reported as an oddity
      view.events[original->second].corrections.push_back({std::string(record::to_text(event.corrects->kind)),
                                                           std::string(event.corrects->reason.text()),
                                                           std::move(record)});
      continue;
    }
    shown[event.id] = view.events.size();
    ShownEvent& out = view.events.emplace_back();
    out.stream = name;
    out.type = text_of(stored.bodies[i].find("type"));
    if (event.type != nullptr) out.meaning = event.type->meaning;
    if (const Value* entities = stored.bodies[i].find("entity");
        entities != nullptr && entities->object() != nullptr)
      for (const auto& [kind, id] : *entities->object())
        out.entities.push_back({in_words(kind), text_of(&id)});
    const auto stands = standing.find(event.index);
    out.facts = stands == standing.end() ? record.facts : facts_of(*stands->second, stored.bodies[i], zone);
    out.when = stands == standing.end() ? record.when : when_of(stands->second->valid, zone);
    if (stands == standing.end()) out.state = ShownEvent::State::voided;
    out.first = std::move(record);
  }
  for (const auto& [id, position] : shown) {
    ShownEvent& event = view.events[position];
    const bool amended = std::any_of(event.corrections.begin(), event.corrections.end(),
                                     [](const ShownCorrection& one) { return one.kind == "amend"; });
    if (event.state == ShownEvent::State::stands && amended) event.state = ShownEvent::State::amended;
  }
  for (const ledger::Oddity& oddity : effective.oddities)
    view.oddities.push_back("event " + std::to_string(oddity.index) + ": " + oddity.message);
  std::vector<record::Event> events;
  for (ledger::EffectiveEvent& event : effective.events)
    events.push_back(std::move(event.event));
  return events;
}

} // namespace

Result<base::StreamId> find_case(const ledger::Ledger& ledger, std::string_view digits) {
  constexpr std::size_t most_named = 6;
  PROBITY_ASSIGN(const auto found, ledger.streams_beginning(digits, most_named));
  if (found.empty())
    return fail(
        ErrorCode::not_found, "no case has a name that begins so", std::string(digits),
        "a case is named by its stream, 32 hex digits, or by as many of the first as make it the only "
        "one");
  if (found.size() == 1) return found.front();
  std::string names;
  for (std::size_t i = 0; i < found.size(); ++i)
    names += (names.empty() ? "" : ", ") + (i + 1 == most_named ? "…" : found[i].hex());
  return fail(ErrorCode::refused, "several cases have names that begin so", std::string(digits),
              "give more digits of one of " + names);
}

Result<std::vector<base::StreamId>> linked_streams(const ledger::Ledger& ledger, const base::StreamId& stream,
                                                   std::uint64_t size) {
  std::vector<base::StreamId> out;
  std::set<base::StreamId> seen{stream};
  std::vector<base::StreamId> open{stream};
  while (!open.empty()) {
    const base::StreamId name = open.back();
    open.pop_back();
    PROBITY_ASSIGN(const Stored stored, read_stream(ledger, name, size));
    std::set<base::StreamId> links;
    for (const ledger::EffectiveEvent& effective : ledger::effective(stored.events).events) {
      const record::Event& event = effective.event;
      const bool links_one = record::is<record::person::linked>(event);
      if (!links_one && !record::is<record::person::unlinked>(event)) continue;
      const auto other =
          base::StreamId::from_hex((links_one ? record::symbol<record::person::linked, "other">(event)
                                              : record::symbol<record::person::unlinked, "other">(event))
                                       .text());
      if (!other) continue;
      if (links_one)
        links.insert(*other);
      else
        links.erase(*other);
    }
    for (const base::StreamId& other : links)
      if (seen.insert(other).second) {
        out.push_back(other);
        open.push_back(other);
      }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<CaseView> view_case(const ledger::Ledger& ledger, const base::StreamId& stream,
                           const KnownAs& known_as) {
  CaseView view;
  view.stream = stream;
  PROBITY_ASSIGN(view.size, size_of(ledger, known_as));
  PROBITY_ASSIGN(const std::string last, ledger.body(view.size - 1));
  PROBITY_ASSIGN(const record::Event last_event, record::decode(last, ledger.zone()));
  view.known_on = last_event.recorded_day;
  PROBITY_ASSIGN(view.linked, linked_streams(ledger, stream, view.size));
  timeline::Case joined;
  joined.name = stream;
  std::vector<base::StreamId> streams{stream};
  streams.insert(streams.end(), view.linked.begin(), view.linked.end());
  for (const base::StreamId& name : streams) {
    PROBITY_ASSIGN(const Stored stored, read_stream(ledger, name, view.size));
    std::vector<record::Event> events = show_stream(view, name, stored, ledger.zone());
    joined.events.insert(joined.events.end(), std::make_move_iterator(events.begin()),
                         std::make_move_iterator(events.end()));
  }
  if (view.events.empty())
    return fail(ErrorCode::not_found,
                "nothing was known of this case at size " + std::to_string(view.size) + " (" +
                    base::to_text(view.known_on) + ")",
                stream.hex(), "give a later point of the known time");
  std::sort(view.events.begin(), view.events.end(),
            [](const ShownEvent& a, const ShownEvent& b) { return a.first.index < b.first.index; });
  std::sort(joined.events.begin(), joined.events.end(),
            [](const record::Event& a, const record::Event& b) { return a.index < b.index; });
  view.timeline = timeline::timeline_of(joined);
  return view;
}

Result<void> open_parts(CaseView& view, const ledger::Ledger& ledger, ledger::AccessLog& access,
                        const std::string& operator_name, const std::string& reason,
                        const PartWanted& is_wanted) {
  const auto open_all = [&](ShownRecord& record) -> Result<void> {
    for (ShownPart& part : record.sealed) {
      if (!is_wanted(part)) continue;
      auto opened = ledger::open_sealed_logged(
          ledger, access,
          {.operator_name = operator_name, .index = record.index, .slot = part.slot, .reason = reason});
      if (!opened && opened.error().code == ErrorCode::not_found) {
        part.state = "erased";
        continue;
      }
      if (!opened) return tl::unexpected(std::move(opened.error()));
      PROBITY_ASSIGN(const Value members, base::json::parse(*opened));
      part.state = "opened";
      if (members.object() != nullptr)
        for (const auto& [name, value] : *members.object())
          part.fields.push_back({name, text_of(&value)});
    }
    return {};
  };
  for (ShownEvent& event : view.events) {
    PROBITY_TRY(open_all(event.first));
    for (ShownCorrection& correction : event.corrections)
      PROBITY_TRY(open_all(correction.record));
  }
  return {};
}

bool names_money(const ShownEvent& event) {
  const record::TypeDeclaration* type = record::find_type(event.type);
  return type == nullptr ||
         std::any_of(type->fields.begin(), type->fields.end(),
                     [](const record::FieldDeclaration& field) { return field.unit == "pence"; });
}

std::vector<std::string> held_on(const timeline::PersonTimeline& timeline, base::Day day) {
  std::vector<std::string> out;
  const auto because = [](const timeline::Stretch& stretch) {
    return " since " + base::to_text(stretch.first) + " (event " + std::to_string(stretch.began_by) + ")";
  };
  if (timeline.died && *timeline.died <= day) out.push_back("Died on " + base::to_text(*timeline.died));
  bool held = false;
  for (const timeline::Held& one : timeline.held)
    if (one.covers(day)) {
      held = true;
      out.push_back("Accountable body: " + std::string(one.provider.text()) + because(one));
    }
  if (!held) out.emplace_back("Accountable body: none recorded");
  for (const timeline::Stretch& one : timeline.custody)
    if (one.covers(day)) out.push_back("In custody" + because(one));
  for (const timeline::OrderInForce& one : timeline.orders)
    if (one.covers(day)) out.push_back("In force: " + in_words(one.type.text()) + because(one));
  for (const timeline::Stretch& one : timeline.suspended)
    if (one.covers(day)) out.push_back("Compliance clocks suspended" + because(one));
  for (const timeline::Tagged& one : timeline.tagged)
    if (one.covers(day)) out.push_back("Tagged, tag " + one.tag.hex() + because(one));
  return out;
}

} // namespace probity::service

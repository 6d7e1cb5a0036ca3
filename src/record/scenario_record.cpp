#include "record/scenario_record.h"

#include <algorithm>

#include "base/named_id.h"
#include "record/field_text.h"
#include "record/system.h"
#include "record/vocabulary.h"

namespace probity::record {

namespace {

std::string path(std::initializer_list<std::string_view> parts) {
  std::string all = "scenario";
  for (const std::string_view part : parts) {
    all += '/';
    all += part;
  }
  return all;
}

} // namespace

base::StreamId scenario_stream(std::string_view origin, std::string_view who) {
  return base::named_id<base::StreamId>(path({origin, who}));
}

base::EntityId scenario_entity(std::string_view origin, std::string_view who, std::string_view kind,
                               std::string_view number) {
  return base::named_id<base::EntityId>(path({origin, who, kind, number}));
}

namespace scenario_text {

using base::ErrorCode;
using base::json::Object;
using base::json::Value;

namespace {

constexpr std::string_view session_prefix = "session:";

bool is_entity_kind_of_the_vocabulary(std::string_view kind) {
  const auto types = vocabulary();
  return !kind.empty() && std::any_of(types.begin(), types.end(),
                                      [kind](const TypeDeclaration* type) { return type->entity == kind; });
}

bool is_who(std::string_view word) {
  if (word == "@system" || word == "@contract") return true;
  if (word.starts_with(session_prefix)) return is_plain_name(word.substr(session_prefix.size()));
  return is_plain_name(word);
}

} // namespace

RecordReader::RecordReader(Scenario& scenario, base::Zone zone, std::string_view file,
                           const ScenarioLanguage& language)
    : scenario_(scenario), zone_(std::move(zone)), file_(file), language_(language) {}

tl::unexpected<base::Error> RecordReader::fault(const Line& line, std::string message, std::string hint,
                                                ErrorCode code) const {
  return base::fail(code, std::move(message), place(file_, line.number), std::move(hint));
}

base::Result<std::vector<std::string>> RecordReader::who_of(const Line& line, const std::string& word) const {
  if (is_range(word)) {
    auto names = names_of_range(word);
    if (!names) return tl::unexpected(std::move(names.error()).at(place(file_, line.number)));
    return names;
  }
  if (!is_who(word))
    return fault(
        line, "\"" + word + "\" is neither a WHO nor an event type",
        "A WHO is letters and digits, a range such as P01..P20, @contract, @system or session:NAME; a "
        "type is FAMILY.EVENT");
  return std::vector<std::string>{word};
}

bool RecordReader::knows(std::string_view who) const {
  return scenario_.streams.contains(std::string(who));
}

base::StreamId RecordReader::stream(std::string_view who) {
  return scenario_.streams.try_emplace(std::string(who), scenario_stream(scenario_.origin, who))
      .first->second;
}

base::Result<base::Instant> RecordReader::recorded(const Line& line, std::string_view word) {
  const auto at = parse_moment(word);
  if (!at)
    return fault(line, "\"" + std::string(word) + "\" is not a time", "Write UTC, such as 2016-03-01T09:00Z");
  if (last_recorded_ && *at < *last_recorded_)
    return fault(line, "this is recorded before the line above it (" + base::to_text(*last_recorded_) + ")",
                 "Put the lines in the order of recording; what happened earlier is said with \"on\"",
                 ErrorCode::recorded_backwards);
  last_recorded_ = at;
  return *at;
}

base::Result<RecordStep> RecordReader::day_line(const Line& line) {
  const auto day = line.words.size() > 1 ? base::parse_day(line.words[1]) : std::nullopt;
  if (!day || (line.words.size() != 2 && (line.words.size() != 4 || line.words[2] != "at")))
    return fault(line, "this is not a closed day",
                 "Write: day 2016-05-03, or: day 2016-05-03 at 2016-05-04T06:00Z");
  // The last second of the civil day, so that the record is known as on the day itself.
  const base::Instant last_second{zone_.start_of(*day + 1).microseconds - 1'000'000};
  PROBITY_ASSIGN(const base::Instant at,
                 recorded(line, line.words.size() == 4 ? line.words[3] : base::to_text(last_second)));
  Settings settings;
  settings.fields.emplace_back(find_field(system::day_closed, "day"), base::to_text(*day));
  settings.channel = settings.role = settings.recorder = "system";
  RecordStep step{.line = line.number, .who = {"@system"}, .events = {}};
  const SetValid set_valid = [&day](EventBuilder& builder) { builder.valid(*day); };
  PROBITY_ASSIGN(auto closed, event(line, system::day_closed, "@system", 0, at, set_valid, settings));
  step.events.push_back(std::move(closed));
  return step;
}

base::Result<RecordStep> RecordReader::at_line(const Line& line) {
  const std::vector<std::string>& words = line.words;
  if (words.size() < 3)
    return fault(line, "this record is cut short", "Write: at TIME WHO... TYPE [on VALID] [field=value ...]");
  PROBITY_ASSIGN(const base::Instant at, recorded(line, words[1]));
  std::size_t next = 2;
  std::string label;
  if (words[2].size() > 2 && words[2].front() == '[' && words[2].back() == ']') {
    label = words[2].substr(1, words[2].size() - 2);
    ++next;
  }
  RecordStep step{.line = line.number, .who = {}, .events = {}};
  while (next < words.size() && (words[next].find('.') == std::string::npos || is_range(words[next]))) {
    PROBITY_ASSIGN(std::vector<std::string> named, who_of(line, words[next++]));
    step.who.insert(step.who.end(), std::make_move_iterator(named.begin()),
                    std::make_move_iterator(named.end()));
  }
  PROBITY_ASSIGN(const TypeDeclaration* type, type_at(line, next, vocabulary()));
  if (step.who.empty() && type->stream == StreamKind::system) step.who.emplace_back("@system");
  if (step.who.empty() && type->stream == StreamKind::contract) step.who.emplace_back("@contract");
  if (step.who.empty()) return fault(line, "nobody is named", "Put whose record it is before the event type");
  SetValid set_valid = [day = zone_.day_of(at)](EventBuilder& builder) { builder.valid(day); };
  if (next < words.size() && words[next] == "on") {
    ++next;
    PROBITY_ASSIGN(set_valid, valid(line, next));
  }
  PROBITY_ASSIGN(const Settings read, settings(line, *type, next));
  for (std::size_t position = 0; position < step.who.size(); ++position) {
    PROBITY_ASSIGN(auto made, event(line, *type, step.who[position], position, at, set_valid, read));
    step.events.push_back(std::move(made));
  }
  if (!label.empty()) {
    if (step.events.size() != 1)
      return fault(line, "a label names one event, and this line makes several", "Give each its own line");
    const auto id = base::EventId::from_hex(*step.events[0].find("id")->text());
    if (!labels_.emplace(label, *id).second)
      return fault(line, "the label [" + label + "] is taken", "Give every label once");
  }
  return step;
}

base::Result<const TypeDeclaration*> RecordReader::type_at(const Line& line, std::size_t& at,
                                                           Types types) const {
  const bool events = types.data() == vocabulary().data();
  const std::string what = events ? "event type" : "command";
  const TypeDeclaration* type = at < line.words.size() ? find_type(line.words[at], types) : nullptr;
  if (type == nullptr)
    return fault(line,
                 at < line.words.size() ? "there is no " + what + " \"" + line.words[at] + "\""
                                        : "no " + what + " is given",
                 events ? "docs/vocabulary.md lists the types" : "docs/commands.md lists the commands",
                 ErrorCode::unknown_type);
  ++at;
  return type;
}

base::Result<void> RecordReader::check_stream(const Line& line, const TypeDeclaration& type,
                                              std::string_view who) const {
  const bool is_session = who.starts_with(session_prefix);
  const bool fits = type.stream == StreamKind::system     ? who == "@system"
                    : type.stream == StreamKind::contract ? who == "@contract"
                    : type.stream == StreamKind::session  ? is_session
                                                          : who.front() != '@' && !is_session;
  if (fits) return {};
  const char* hint = type.stream == StreamKind::system     ? "Leave out WHO, or write @system"
                     : type.stream == StreamKind::contract ? "Leave out WHO, or write @contract"
                     : type.stream == StreamKind::session  ? "Write session:NAME"
                                                           : "Write the short name of the person";
  return fault(line, std::string(type.name) + " does not belong on the stream of " + std::string(who), hint);
}

base::Result<base::EventId> RecordReader::labelled(const Line& line, std::string_view label) const {
  const auto found = labels_.find(label);
  if (found == labels_.end())
    return fault(line, "no line above has the label [" + std::string(label) + "]",
                 "Label it: at TIME [" + std::string(label) + "] WHO TYPE", ErrorCode::not_found);
  return found->second;
}

base::Result<Value> RecordReader::event(const Line& line, const TypeDeclaration& type, std::string_view who,
                                        std::size_t position, base::Instant recorded,
                                        const SetValid& set_valid, const Settings& settings) {
  PROBITY_TRY(check_stream(line, type, who));
  const std::string& origin = scenario_.origin;
  const std::string person(who);
  EventBuilder builder(type, origin, stream(who));
  builder.recorded(recorded).id(base::named_id<base::EventId>(
      path({origin, "event", std::to_string(line.number), std::to_string(position)})));
  set_valid(builder);
  const bool bare = settings.corrects && settings.corrects->kind != "amend";
  if (!type.entity.empty() && !bare)
    builder.entity(type.entity, scenario_entity(origin, who, type.entity, "1"));
  for (const auto& [kind, number] : settings.entities)
    builder.entity(kind, scenario_entity(origin, who, kind, number));
  const auto assigned = assigned_.find(who);
  builder.provider(!settings.recorder.empty()    ? std::string_view(settings.recorder)
                   : assigned != assigned_.end() ? std::string_view(assigned->second)
                                                 : "authority");
  if (!settings.role.empty()) builder.role(settings.role);
  if (!settings.channel.empty()) builder.channel(settings.channel);
  if (!settings.actor.empty()) builder.actor(base::EntityId{scenario_stream(origin, settings.actor).bytes});
  if (settings.source_recorded) builder.source_recorded(*settings.source_recorded);
  if (settings.cause) builder.cause(*settings.cause);
  Value facts;
  Value part;
  for (const auto& [field, text] : settings.fields) {
    PROBITY_ASSIGN(auto read, value(line, *field, text));
    (field->part == Part::fact ? facts : part).set(field->name, std::move(read));
    if (type.name.starts_with("supervision.") && field->name == "provider") assigned_[person] = text;
  }
  if (!part.object()->empty()) builder.sealed(base::SubjectId{stream(who).bytes}, std::move(part));
  Value made = builder.build();
  made.set("facts", std::move(facts));
  int schema = 1;
  for (const auto& [field, text] : settings.fields)
    schema = std::max(schema, field->since);
  made.set("schema", Value(std::int64_t{schema}));
  if (settings.corrects)
    made.set("corrects", Value(Object{{"id", Value(settings.corrects->original.hex())},
                                      {"kind", Value(settings.corrects->kind)},
                                      {"reason", Value(settings.corrects->reason)}}));
  const Types types = find_type(type.name) == &type ? vocabulary() : language_.commands;
  for (base::Error& error : validate_by(types, made))
    return tl::unexpected(std::move(error).at(place(file_, line.number)));
  return made;
}

base::Result<Value> RecordReader::value(const Line& line, const FieldDeclaration& field,
                                        std::string_view text) {
  if (field.kind == Kind::identifier && !base::EventId::from_hex(text)) {
    std::string who(text);
    if (field.name == "session" && !who.starts_with(session_prefix)) who = std::string(session_prefix) + who;
    if (!is_who(who))
      return fault(line, std::string(field.name) + "=" + std::string(text) + " cannot be read", {});
    return Value(stream(who).hex());
  }
  if (field.kind == Kind::digest && text.starts_with('@')) {
    if (!language_.digest_of)
      return fault(line, std::string(field.name) + "=" + std::string(text) + " cannot be read",
                   "Write 64 hexadecimal digits, or @FILE for the digest of a file beside the scenario");
    auto digest = language_.digest_of(text.substr(1));
    if (!digest) return tl::unexpected(std::move(digest.error()).at(place(file_, line.number)));
    return Value(digest->hex());
  }
  auto read = field_value(field, text);
  if (!read) return fault(line, std::move(read.error().message), std::move(read.error().hint));
  return std::move(*read);
}

base::Result<bool> RecordReader::envelope_setting(const Line& line, std::string_view key,
                                                  std::string_view value, Settings& out) {
  if (key == "recorder") {
    out.recorder = value;
  } else if (key == "role") {
    out.role = value;
  } else if (key == "channel") {
    out.channel = value;
  } else if (key == "actor") {
    out.actor = value;
  } else if (key == "source_recorded") {
    out.source_recorded = parse_moment(value);
    if (!out.source_recorded)
      return fault(line, "source_recorded is not a time", "Write UTC, such as 2016-03-01T09:00Z");
  } else if (key == "cause") {
    PROBITY_ASSIGN(out.cause, labelled(line, value));
  } else if (key == "corrects") {
    if (out.corrects) return fault(line, "an event corrects one other event", "Write corrects= once");
    PROBITY_ASSIGN(const base::EventId original, labelled(line, value));
    out.corrects = Correction{original, {}, {}};
  } else {
    return false;
  }
  return true;
}

base::Result<RecordReader::Settings> RecordReader::settings(const Line& line, const TypeDeclaration& type,
                                                            std::size_t at) {
  Settings out;
  for (; at < line.words.size(); ++at) {
    const auto setting = parse_setting(line.words[at]);
    if (!setting)
      return fault(line, "\"" + line.words[at] + "\" is not field=value",
                   "Put quotes around a value that has blanks: field=\"two words\"");
    const auto [key, value] = *setting;
    // After corrects=LABEL the first kind and reason are the correction's: some types have facts of that
    // name.
    if (out.corrects && key == "kind" && out.corrects->kind.empty()) {
      out.corrects->kind = value;
      continue;
    }
    if (out.corrects && key == "reason" && out.corrects->reason.empty()) {
      out.corrects->reason = value;
      continue;
    }
    if (const FieldDeclaration* field = find_field(type, key); field != nullptr) {
      const bool again = std::any_of(out.fields.begin(), out.fields.end(),
                                     [field](const auto& one) { return one.first == field; });
      if (again) return fault(line, std::string(key) + " is given twice", "Give it once");
      out.fields.emplace_back(field, value);
      continue;
    }
    if (is_entity_kind_of_the_vocabulary(key)) {
      if (!is_plain_name(value))
        return fault(line, line.words[at] + " names no " + std::string(key),
                     "Number them: " + std::string(key) + "=2");
      out.entities.emplace_back(key, value);
      continue;
    }
    PROBITY_ASSIGN(const bool taken, envelope_setting(line, key, value, out));
    if (!taken)
      return fault(line, std::string(type.name) + " has no field " + std::string(key),
                   "docs/vocabulary.md lists its fields", ErrorCode::unknown_field);
  }
  return out;
}

} // namespace scenario_text
} // namespace probity::record

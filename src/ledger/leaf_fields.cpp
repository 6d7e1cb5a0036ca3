#include "ledger/leaf_fields.h"

#include "ledger/leaf_scanner.h"

#include "base/json.h"

#include <charconv>
#include <cstring>

namespace probity::ledger {
namespace {

constexpr std::int64_t microseconds_a_day = 86'400'000'000;

std::int64_t floor_day(std::int64_t microseconds) {
  const std::int64_t day = microseconds / microseconds_a_day;
  return microseconds % microseconds_a_day < 0 ? day - 1 : day;
}

template <class Id> bool read_id(LeafScanner& scan, Id& out) {
  return base::from_hex(scan.string(), out.bytes);
}

std::string unescaped(std::string_view raw) {
  if (raw.find('\\') == std::string_view::npos) return std::string(raw);
  const base::Result<base::json::Value> value =
      base::json::parse(std::string("{\"t\":\"") + std::string(raw) + "\"}", base::json::Spelling::any);
  if (!value || value->find("t") == nullptr || value->find("t")->text() == nullptr) return std::string(raw);
  return *value->find("t")->text();
}

std::optional<std::int64_t> time_of(std::string_view text) {
  if (text.size() == 10) {
    const std::optional<base::Day> day = base::parse_day(text);
    return day ? std::optional(std::int64_t{day->since_epoch} * microseconds_a_day) : std::nullopt;
  }
  const std::optional<base::Instant> instant = base::parse_instant(text);
  return instant ? std::optional(instant->microseconds) : std::nullopt;
}

bool read_valid(LeafScanner& scan, DayFinder& days, LeafFields& out) {
  std::string_view precision;
  std::string_view from;
  std::string_view to;
  each_member(scan, [&](std::string_view key) {
    if (key == "precision")
      precision = scan.string();
    else if (key == "from")
      from = scan.string();
    else if (key == "to")
      to = scan.string();
    else
      scan.value();
  });
  if (scan.failed()) return false;
  if (!from.empty()) {
    out.valid_from = time_of(from);
    if (!out.valid_from) return false;
  }
  if (!to.empty()) {
    out.valid_to = time_of(to);
    if (!out.valid_to) return false;
  }
  if (out.valid_from && precision == "instant")
    out.valid_day = days.day_of(base::Instant{*out.valid_from}).since_epoch;
  else if (out.valid_from && precision == "day")
    out.valid_day = floor_day(*out.valid_from);
  return true;
}

bool read_corrects(LeafScanner& scan, LeafFields& out) {
  LeafFields::Corrects corrects;
  bool good = true;
  each_member(scan, [&](std::string_view key) {
    if (key == "id") {
      good = good && read_id(scan, corrects.id);
    } else if (key == "kind") {
      const std::string_view kind = scan.string();
      if (kind == "void")
        corrects.kind = record::CorrectionKind::void_;
      else if (kind == "reinstate")
        corrects.kind = record::CorrectionKind::reinstate;
      else if (kind != "amend")
        good = false;
    } else {
      scan.value();
    }
  });
  out.corrects = corrects;
  return good && !scan.failed();
}

bool read_subjects(LeafScanner& scan, LeafFields& out) {
  scan.expect('[');
  if (scan.take(']')) return !scan.failed();
  bool good = true;
  do {
    LeafFields::Subject& subject = out.subjects.emplace_back();
    each_member(scan, [&](std::string_view key) {
      if (key == "key")
        good = good && read_id(scan, subject.key);
      else if (key == "commit")
        good = good && read_id(scan, subject.commit);
      else
        scan.value();
    });
  } while (good && scan.take(','));
  scan.expect(']');
  return good && !scan.failed();
}

enum class Member {
  corrects,
  facts,
  id,
  index,
  log,
  prev,
  provider,
  recorded,
  schema,
  sequence,
  stream,
  subjects,
  type,
  valid,
  other,
};

// Of a key that is as long as the name, so that the comparison has a fixed length.
template <std::size_t Size> bool is(std::string_view key, const char (&name)[Size]) {
  return std::memcmp(key.data(), name, Size - 1) == 0;
}

Member member_of(std::string_view key) {
  switch (key.size()) {
  case 2:
    return is(key, "id") ? Member::id : Member::other;
  case 3:
    return is(key, "log") ? Member::log : is(key, "seq") ? Member::sequence : Member::other;
  case 4:
    return is(key, "prev") ? Member::prev : is(key, "type") ? Member::type : Member::other;
  case 5:
    return is(key, "facts")   ? Member::facts
           : is(key, "index") ? Member::index
           : is(key, "valid") ? Member::valid
                              : Member::other;
  case 6:
    return is(key, "schema") ? Member::schema : is(key, "stream") ? Member::stream : Member::other;
  case 8:
    return is(key, "provider")   ? Member::provider
           : is(key, "recorded") ? Member::recorded
           : is(key, "corrects") ? Member::corrects
           : is(key, "subjects") ? Member::subjects
                                 : Member::other;
  default:
    return Member::other;
  }
}

void read_other(LeafFields& out) {
  LeafScanner scan(out.facts);
  each_member(scan, [&](std::string_view key) {
    base::StreamId other;
    if (key == "other" && read_id(scan, other))
      out.other = other;
    else if (key != "other")
      scan.value();
  });
}

// Members that an event has.
enum Seen : unsigned {
  seen_id = 1,
  seen_stream = 2,
  seen_prev = 4,
  seen_index = 8,
  seen_sequence = 16,
  seen_schema = 32,
  seen_type = 64,
  seen_provider = 128,
  seen_recorded = 256,
  seen_log = 512,
  seen_facts = 1024,
  seen_valid = 2048,
  seen_all = 4095,
  seen_submitted = seen_all & ~(seen_prev | seen_index | seen_sequence | seen_recorded),
};

std::string_view read_members(std::string_view body, unsigned needed, DayFinder& days, LeafFields& out) {
  out.subjects.clear();
  out.added.clear();
  out.valid_from = out.valid_to = out.valid_day = std::nullopt;
  out.corrects = std::nullopt;
  out.other = std::nullopt;
  unsigned seen = 0;
  std::string_view problem;
  LeafScanner scan(body);
  const auto note = [&](bool good, unsigned field, std::string_view what) {
    seen |= field;
    if (!good && problem.empty()) problem = what;
  };
  const auto added = [&](std::string_view key) {
    const char* const start = key.data() - 1; // its quote
    out.added.emplace_back(start, static_cast<std::size_t>(scan.position() - start));
  };
  each_member(scan, [&](std::string_view key) {
    switch (member_of(key)) {
    case Member::id:
      note(read_id(scan, out.id), seen_id, "its id is not 32 hexadecimal digits");
      break;
    case Member::stream:
      note(read_id(scan, out.stream), seen_stream, "its stream is not 32 hexadecimal digits");
      break;
    case Member::prev:
      note(read_id(scan, out.prev), seen_prev, "its prev is not 64 hexadecimal digits");
      added(key);
      break;
    case Member::index:
      out.index = scan.integer().value_or(-1);
      seen |= seen_index;
      added(key);
      break;
    case Member::sequence:
      out.sequence = scan.integer().value_or(-1);
      seen |= seen_sequence;
      added(key);
      break;
    case Member::schema:
      out.schema = scan.integer().value_or(-1);
      seen |= seen_schema;
      break;
    case Member::type:
      out.type = scan.string();
      seen |= seen_type;
      break;
    case Member::log:
      out.log = scan.string();
      seen |= seen_log;
      break;
    case Member::provider: {
      const std::string_view raw = scan.string();
      if (raw.find('\\') == std::string_view::npos)
        out.provider.assign(raw);
      else
        out.provider = unescaped(raw);
      seen |= seen_provider;
      break;
    }
    case Member::recorded: {
      const std::optional<base::Instant> recorded = base::parse_instant(scan.string());
      note(recorded.has_value(), seen_recorded, "its recorded is no 6-digit UTC instant");
      out.recorded = recorded.value_or(base::Instant{});
      added(key);
      break;
    }
    case Member::facts:
      out.facts = scan.value();
      seen |= seen_facts;
      break;
    case Member::valid:
      note(read_valid(scan, days, out), seen_valid, "its valid time does not parse");
      break;
    case Member::corrects:
      note(read_corrects(scan, out), 0, "its corrects does not parse");
      break;
    case Member::subjects:
      note(read_subjects(scan, out), 0, "its subjects do not parse");
      added(key);
      break;
    case Member::other:
      scan.value();
      break;
    }
  });
  if (!scan.finished()) return "it is no JSON object";
  if (!problem.empty()) return problem;
  if ((seen & needed) != needed) return "it lacks a member that every event has";
  if (out.type == type_linked || out.type == type_unlinked) read_other(out);
  return {};
}

} // namespace

base::Day DayFinder::day_of(base::Instant instant) {
  const std::int64_t utc_day = floor_day(instant.microseconds);
  Known& known = days_[static_cast<std::size_t>(utc_day) % days_.size()];
  if (known.utc_day != utc_day) {
    known.utc_day = utc_day;
    known.first = zone_.day_of(base::Instant{utc_day * microseconds_a_day});
    known.second = zone_.start_of(known.first + 1).microseconds;
    known.third = zone_.start_of(known.first + 2).microseconds;
  }
  if (instant.microseconds < known.second) return known.first;
  if (instant.microseconds < known.third) return known.first + 1;
  return zone_.day_of(instant);
}

void append_submitted_of(std::string_view body, Recorded recorded, std::string& out) {
  LeafScanner scan(body);
  out += '{';
  each_member(scan, [&](std::string_view key) {
    const std::string_view value = scan.value();
    if (key == "index" || key == "prev" || key == "seq" || key == "subjects" ||
        (key == "recorded" && recorded == Recorded::added))
      return;
    if (out.back() != '{') out += ',';
    out += '"';
    out += key;
    out += "\":";
    out += value;
  });
  out += '}';
}

void append_submitted_of(std::string_view body, const LeafFields& fields, Recorded recorded,
                         std::string& out) {
  const char* from = body.data();
  const char* const end = body.data() + body.size();
  for (const std::string_view member : fields.added) {
    if (recorded == Recorded::submitted && member.starts_with("\"recorded\"")) continue;
    out.append(from, member.data());
    from = member.data() + member.size();
    if (*from == ',')
      ++from;
    else if (out.back() == ',') // the last member: the comma before it goes instead
      out.pop_back();
  }
  out.append(from, end);
}

std::string_view read_leaf(std::string_view body, DayFinder& days, LeafFields& out) {
  return read_members(body, seen_all, days, out);
}

std::string_view read_submitted(std::string_view text, DayFinder& days, LeafFields& out) {
  return read_members(text, seen_submitted, days, out);
}

} // namespace probity::ledger

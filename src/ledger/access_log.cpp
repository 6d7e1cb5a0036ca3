#include "ledger/access_log.h"

#include <algorithm>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

constexpr std::size_t longest_reason = 80;

std::string random_name() {
  std::array<std::uint8_t, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base::to_hex(bytes);
}

std::string name_of(std::string_view kind, std::string_view name) {
  return base::to_hex(
      base::sha256(base::bytes_of(kind), base::bytes_of("\n"), base::bytes_of(name)).view().subspan(0, 16));
}

// Of everything that is about no one person.
base::StreamId shared_stream(const Ledger& log) {
  return *base::StreamId::from_hex(name_of("accesses", log.constants().origin));
}

enum class Fact { text, integer, names };

struct FactRow {
  std::string_view name;
  Fact kind;
};

struct TypeRow {
  std::string_view type;
  std::vector<FactRow> facts; // by name; all are there
};

const std::vector<TypeRow>& types() {
  static const std::vector<TypeRow> rows = {
      {type_part_opened,
       {{"index", Fact::integer}, {"origin", Fact::text}, {"reason", Fact::text}, {"slot", Fact::integer}}},
      {type_record_read,
       {{"origin", Fact::text},
        {"page", Fact::text},
        {"refused", Fact::text},
        {"role", Fact::text},
        {"size", Fact::integer}}},
      {type_list_read,
       {{"origin", Fact::text},
        {"page", Fact::text},
        {"people", Fact::names},
        {"refused", Fact::text},
        {"role", Fact::text},
        {"size", Fact::integer}}},
      {type_signed_in, {{"origin", Fact::text}, {"role", Fact::text}}},
      {type_sign_in_refused, {{"origin", Fact::text}, {"role", Fact::text}}},
  };
  return rows;
}

bool is_of(const Value& value, Fact kind) {
  switch (kind) {
  case Fact::text:
    return value.text() != nullptr;
  case Fact::integer:
    return value.integer() != nullptr;
  case Fact::names:
    return value.array() != nullptr &&
           std::all_of(value.array()->begin(), value.array()->end(), [](const Value& one) {
             return one.text() != nullptr && base::StreamId::from_hex(*one.text());
           });
  }
  return false;
}

std::vector<base::Error> faults(const Value& event) {
  const std::string& name = *event.find("type")->text();
  const auto type =
      std::find_if(types().begin(), types().end(), [&](const TypeRow& row) { return row.type == name; });
  if (type == types().end())
    return {{ErrorCode::unknown_type, "an access log has no such type", "/type", ""}};
  const Object& facts = *event.find("facts")->object();
  bool good = facts.size() == type->facts.size();
  std::string names;
  for (std::size_t i = 0; i < type->facts.size(); ++i) {
    good = good && facts[i].first == type->facts[i].name && is_of(facts[i].second, type->facts[i].kind);
    names += (i == 0 ? "" : ", ") + std::string(type->facts[i].name);
  }
  if (!good) return {{ErrorCode::invalid_input, "the facts are " + names, "/facts", ""}};
  return {};
}

} // namespace

Result<AccessLog> AccessLog::open(const std::string& file, const Ledger& ledger,
                                  std::function<base::Instant()> now) {
  const OpenOptions options{.mode = OpenOptions::Mode::write, .validate = faults, .now = now};
  const std::string path = access_file(file);
  const Constants constants{ledger.constants().origin + "/access", ledger.constants().zone, Clock::live};
  Result<Ledger> log =
      ::access(path.c_str(), F_OK) == 0
          ? Ledger::open(path, options)
          : Ledger::create(path, {.constants = constants, .seed = {}, .opened = now()}, options);
  if (!log) return tl::unexpected(std::move(log.error()));
  if (log->constants().origin != constants.origin)
    return fail(ErrorCode::wrong_log, "the access log belongs to another ledger, " + log->constants().origin,
                path);
  return AccessLog(std::move(*log), std::move(now));
}

Result<Receipt> AccessLog::record(const PartOpened& opened) {
  if (opened.reason.empty() || opened.reason.size() > longest_reason)
    return fail(ErrorCode::invalid_input, fmt::format("a reason has 1 to {} characters", longest_reason),
                "reason", "Say why the part is opened, for instance complaint or court_request");
  if (opened.operator_name.empty())
    return fail(ErrorCode::invalid_input, "whoever opens a part is named", "operator");
  Reader reader;
  PROBITY_ENSURE(base::from_hex(name_of("operator", opened.operator_name), reader.staff.bytes));
  reader.provider = opened.operator_name;
  return append(event_of(type_part_opened, shared_stream(log_), reader,
                         Value(Object{{"index", Value(static_cast<std::int64_t>(opened.index))},
                                      {"reason", Value(opened.reason)},
                                      {"slot", Value(std::int64_t{opened.slot})}})));
}

Result<Receipt> AccessLog::record(const RecordRead& read) {
  return append(event_of(read));
}

Result<void> AccessLog::record(std::span<const RecordRead> reads) {
  std::vector<Submission> submissions;
  submissions.reserve(reads.size());
  for (const RecordRead& read : reads)
    submissions.push_back({{event_of(read)}, {}});
  PROBITY_ASSIGN(const std::vector<Result<Receipt>> receipts, log_.append(submissions));
  for (const Result<Receipt>& receipt : receipts)
    if (!receipt) return tl::unexpected(receipt.error());
  return {};
}

Result<Receipt> AccessLog::record(const SignInTried& tried) {
  return append(event_of(tried.opened ? type_signed_in : type_sign_in_refused, shared_stream(log_),
                         tried.reader, Value(Object{{"role", Value(tried.reader.role)}})));
}

Value AccessLog::event_of(const RecordRead& read) const {
  Value facts(Object{{"page", Value(read.page)},
                     {"refused", Value(read.refused)},
                     {"role", Value(read.reader.role)},
                     {"size", Value(static_cast<std::int64_t>(read.size))}});
  if (read.people.size() == 1)
    return event_of(type_record_read, read.people.front(), read.reader, std::move(facts));
  base::json::Array people;
  for (const base::StreamId& person : read.people)
    people.emplace_back(person.hex());
  facts.set("people", Value(std::move(people)));
  return event_of(type_list_read, shared_stream(log_), read.reader, std::move(facts));
}

Value AccessLog::event_of(std::string_view type, const base::StreamId& stream, const Reader& reader,
                          Value facts) const {
  const std::string& origin = log_.constants().origin;
  facts.set("origin", Value(origin.substr(0, origin.size() - std::string_view("/access").size())));
  return Value(Object{
      {"actor", Value(reader.staff.hex())},
      {"channel", Value("system")},
      {"facts", std::move(facts)},
      {"id", Value(random_name())},
      {"log", Value(origin)},
      {"provider", Value(reader.provider)},
      {"role", Value(reader.envelope_role)},
      {"schema", Value(std::int64_t{1})},
      {"stream", Value(stream.hex())},
      {"type", Value(type)},
      {"v", Value(std::int64_t{1})},
      {"valid", Value(Object{{"from", Value(base::to_text(now_()))}, {"precision", Value("instant")}})}});
}

Result<Receipt> AccessLog::append(Value event) {
  const std::array submissions = {Submission{{std::move(event)}, {}}};
  PROBITY_ASSIGN(std::vector<Result<Receipt>> receipts, log_.append(submissions));
  return std::move(receipts.front());
}

Result<std::string> open_sealed_logged(const Ledger& ledger, AccessLog& access, const PartOpened& opened) {
  PROBITY_TRY(access.record(opened));
  return ledger.open_sealed(opened.index, opened.slot);
}

} // namespace probity::ledger

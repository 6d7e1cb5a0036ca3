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

// The one type of this log.
std::vector<base::Error> faults(const Value& event) {
  const Value* facts = event.find("facts");
  const auto has = [&](std::string_view key, auto member) {
    const Value* value = facts->find(key);
    return value != nullptr && (value->*member)() != nullptr;
  };
  if (*event.find("type")->text() != type_part_opened)
    return {{ErrorCode::unknown_type, "an access log has one type, access.part_opened", "/type", ""}};
  if (facts->object()->size() != 4 || !has("index", &Value::integer) || !has("slot", &Value::integer) ||
      !has("reason", &Value::text) || !has("origin", &Value::text))
    return {{ErrorCode::invalid_input, "the facts are origin, index, slot and reason", "/facts", ""}};
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
  const std::string& origin = log_.constants().origin;
  Value event(Object{
      {"actor", Value(name_of("operator", opened.operator_name))},
      {"channel", Value("system")},
      {"facts",
       Value(Object{{"index", Value(static_cast<std::int64_t>(opened.index))},
                    {"origin", Value(origin.substr(0, origin.size() - std::string_view("/access").size()))},
                    {"reason", Value(opened.reason)},
                    {"slot", Value(std::int64_t{opened.slot})}})},
      {"id", Value(random_name())},
      {"log", Value(origin)},
      {"provider", Value(opened.operator_name)},
      {"role", Value("system")},
      {"schema", Value(std::int64_t{1})},
      {"stream", Value(name_of("accesses", origin))},
      {"type", Value(type_part_opened)},
      {"v", Value(std::int64_t{1})},
      {"valid", Value(Object{{"from", Value(base::to_text(now_()))}, {"precision", Value("instant")}})}});
  const std::array submissions = {Submission{{std::move(event)}, {}}};
  PROBITY_ASSIGN(std::vector<Result<Receipt>> receipts, log_.append(submissions));
  return std::move(receipts.front());
}

Result<std::string> open_sealed_logged(const Ledger& ledger, AccessLog& access, const PartOpened& opened) {
  PROBITY_TRY(access.record(opened));
  return ledger.open_sealed(opened.index, opened.slot);
}

} // namespace probity::ledger

#include "ledger/opening_event.h"

#include "ledger/leaf_fields.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace probity::ledger {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

std::array<std::uint8_t, 16> name_of(const std::optional<std::string>& seed, std::string_view what) {
  std::array<std::uint8_t, 16> out{};
  if (!seed) {
    randombytes_buf(out.data(), out.size());
    return out;
  }
  const base::Digest derived = base::hmac_sha256(base::bytes_of(*seed), base::bytes_of(what));
  std::copy_n(derived.bytes.begin(), out.size(), out.begin());
  return out;
}

} // namespace

Result<void> check_constants(const Constants& constants) {
  const std::string& origin = constants.origin;
  const bool plain =
      std::all_of(origin.begin(), origin.end(), [](char c) { return c > ' ' && c < 127 && c != '+'; });
  if (origin.empty() || origin.size() > 200 || !plain)
    return fail(ErrorCode::invalid_input,
                "the origin of a log is 1 to 200 printable ASCII characters without spaces and plus",
                "origin", "Use a name like example.org/area-7");
  PROBITY_TRY(base::Zone::named(constants.zone));
  return {};
}

Value opening_event(const CreateOptions& options, const std::optional<std::string>& seed) {
  const bool replayed = options.constants.clock == Clock::replayed;
  const base::Digest actor =
      base::sha256(base::bytes_of("operator\n"), base::bytes_of(options.operator_name));
  const std::string opened = base::to_text(options.opened);
  Object object;
  object.emplace_back("actor", Value(base::to_hex(actor.view().subspan(0, 16))));
  object.emplace_back("channel", Value("system"));
  object.emplace_back("facts", Value(Object{{"clock", Value(replayed ? "replayed" : "live")},
                                            {"origin", Value(options.constants.origin)},
                                            {"zone", Value(options.constants.zone)}}));
  object.emplace_back("id", Value(base::to_hex(name_of(seed, "id of leaf 0"))));
  object.emplace_back("log", Value(options.constants.origin));
  object.emplace_back("provider", Value(options.operator_name));
  object.emplace_back("recorded", Value(opened));
  object.emplace_back("role", Value("system"));
  object.emplace_back("schema", Value(std::int64_t{1}));
  object.emplace_back("stream", Value(base::to_hex(name_of(seed, "name of the system stream"))));
  object.emplace_back("type", Value(type_opened));
  object.emplace_back("v", Value(std::int64_t{1}));
  object.emplace_back("valid", Value(Object{{"from", Value(opened)}, {"precision", Value("instant")}}));
  return Value(std::move(object));
}

Result<Constants> constants_of(std::string_view body, const std::string& file) {
  const auto corrupt = [&] {
    return fail(ErrorCode::corrupt, "leaf 0 does not open a log", file,
                "Run verify, and restore a good copy");
  };
  const Result<Value> event = base::json::parse(body);
  const Value* facts = event && event->object() != nullptr ? event->find("facts") : nullptr;
  const Value* type = facts != nullptr ? event->find("type") : nullptr;
  if (type == nullptr || type->text() == nullptr || *type->text() != type_opened ||
      facts->object() == nullptr)
    return corrupt();
  const auto text = [&](std::string_view key) -> const std::string* {
    const Value* value = facts->find(key);
    return value != nullptr ? value->text() : nullptr;
  };
  if (text("origin") == nullptr || text("zone") == nullptr || text("clock") == nullptr ||
      (*text("clock") != "live" && *text("clock") != "replayed"))
    return corrupt();
  return Constants{*text("origin"), *text("zone"), *text("clock") == "live" ? Clock::live : Clock::replayed};
}

} // namespace probity::ledger

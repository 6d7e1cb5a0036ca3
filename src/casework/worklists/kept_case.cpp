#include "casework/worklists/kept_case.h"

#include "base/packed.h"

namespace probity::base {
namespace {

bool is_hex(std::string_view text) {
  return text.size() >= 8 && text.size() % 2 == 0 &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

// Pseudonyms are hexadecimal digits, which take half the space as bytes.
template <> struct Packing<record::Symbol> {
  static void pack(Packer& out, const record::Symbol& value) {
    const std::string_view text = value.text();
    const bool hex = is_hex(text);
    const std::size_t size = hex ? text.size() / 2 : text.size();
    out.number(size << 1U | (hex ? 1U : 0U));
    if (!hex) return out.text(text);
    ByteVector bytes(size);
    PROBITY_ENSURE(from_hex(text, bytes));
    out.text({reinterpret_cast<const char*>(bytes.data()), size});
  }
  static void unpack(Unpacker& in, record::Symbol& value) {
    const std::uint64_t head = in.number();
    const std::string_view bytes = in.text(head >> 1U);
    value = (head & 1U) != 0 ? record::Symbol(to_hex(bytes_of(bytes))) : record::Symbol(bytes);
  }
};

// Where a policy was read is no part of what it says.
template <> struct Packing<const rules::Register*> {
  static void pack(Packer&, const rules::Register* const&) {}
};

} // namespace probity::base

namespace probity::casework {

KeptCase kept_case(const timeline::Case& person, const CaseState& state, std::vector<OpenClock> clocks) {
  CaseState kept = state;
  kept.seen.clear();
  return {person.stream, base::packed(kept), std::move(clocks)};
}

std::optional<CaseState> unpacked_state(std::string_view bytes) {
  return base::unpacked<CaseState>(bytes);
}

std::string packed_clocks(const std::vector<OpenClock>& clocks) {
  return base::packed(clocks);
}

std::optional<std::vector<OpenClock>> unpacked_clocks(std::string_view bytes) {
  return base::unpacked<std::vector<OpenClock>>(bytes);
}

base::Digest fingerprint(const Policy& policy) {
  return base::sha256(base::bytes_of(base::packed(policy)));
}

} // namespace probity::casework

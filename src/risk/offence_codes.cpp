#include "risk/offence_codes.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/result.h"

namespace probity::risk {
namespace {

constexpr std::size_t code_length = 5;

std::int32_t number_of(std::string_view code) {
  PROBITY_ENSURE(is_offence_code(code));
  std::int32_t out = 0;
  std::from_chars(code.data(), code.data() + code.size(), out);
  return out;
}

} // namespace

bool is_offence_code(std::string_view text) {
  return text.size() == code_length && text.find_first_not_of("0123456789") == std::string_view::npos;
}

OffenceCodes OffenceCodes::of(std::string_view version, base::Day stated_on,
                              std::span<const OffenceKind> kinds) {
  OffenceCodes out;
  out.version_ = version;
  out.stated_on_ = stated_on;
  for (const OffenceKind& kind : kinds) {
    std::string_view rest = kind.codes;
    while (!rest.empty()) {
      const std::string_view range = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), range.size() + 1));
      const std::string_view first = range.substr(0, code_length);
      const std::string_view last = range.size() > code_length ? range.substr(code_length + 1) : first;
      out.ranges_.push_back({number_of(first), number_of(last), &kind});
    }
  }
  std::sort(out.ranges_.begin(), out.ranges_.end(),
            [](const Range& left, const Range& right) { return left.first < right.first; });
  std::int32_t previous = -1;
  for (const Range& range : out.ranges_) {
    PROBITY_ENSURE(previous < range.first && range.first <= range.last);
    previous = range.last;
    out.size_ += static_cast<std::size_t>(range.last - range.first) + 1;
  }
  return out;
}

const OffenceCodes& OffenceCodes::version_1() {
  static const OffenceCodes codes = of("1", base::day_of(2026, 4, 20), offence_kinds_version_1());
  return codes;
}

const OffenceKind* OffenceCodes::find(std::string_view code) const {
  if (!is_offence_code(code)) return nullptr;
  const std::int32_t number = number_of(code);
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), number,
                       [](std::int32_t wanted, const Range& range) { return wanted < range.first; });
  if (after == ranges_.begin()) return nullptr;
  const Range& range = *std::prev(after);
  return number <= range.last ? range.kind : nullptr;
}

base::Digest OffenceCodes::digest() const {
  std::string text(version_);
  text += '\n';
  for (const Range& range : ranges_) {
    const OffenceKind& kind = *range.kind;
    text.append(std::to_string(range.first)).append("-").append(std::to_string(range.last));
    for (const std::string_view part :
         {kind.ogrs3_group, kind.snsv_group, kind.snsv_subgroup, kind.ogrs4_category})
      text.append("|").append(part);
    text.append("|").append(std::to_string(static_cast<int>(kind.ogrs3)));
    text.append("|").append(std::to_string(static_cast<int>(kind.violent))).append("\n");
  }
  return base::sha256(base::bytes_of(text));
}

} // namespace probity::risk

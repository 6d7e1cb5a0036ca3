// From a Home Office offence code (five digits: group and subgroup) to the groups that instruments weigh.
//
// A code that moves from one group to another moves scores by some percentage points. So the mapping has
// versions of its own, and every instrument that reads it names the version in its table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil.h"

namespace probity::risk {

enum class Ogrs3Weight { weighted, no_weight, needs_exact_offence };
enum class ViolentSanction { no, yes };

// Codes that are alike in everything.
struct OffenceKind {
  std::string_view ogrs3_group; // "Theft (non-motor)"; empty unless weighted
  Ogrs3Weight ogrs3 = Ogrs3Weight::weighted;
  std::string_view snsv_group;     // empty: SNSV has no weight for it
  std::string_view snsv_subgroup;  // of violence against the person, else empty
  std::string_view ogrs4_category; // "THEFT_NON_MOTOR"; "UNKNOWN" is none
  ViolentSanction violent = ViolentSanction::no;
  std::string_view codes; // "00100-00102 00200": ranges, all numbers of which are codes
};

class OffenceCodes {
 public:
  // Version 1 of England and Wales: 3,039 codes, as the source stood on 20 April 2026.
  static const OffenceCodes& version_1();
  // Codes must be five digits and in one kind only.
  static OffenceCodes of(std::string_view version, base::Day stated_on, std::span<const OffenceKind> kinds);

  // Nothing for a code that the mapping does not have.
  [[nodiscard]] const OffenceKind* find(std::string_view code) const;
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view version() const { return version_; }
  [[nodiscard]] base::Day stated_on() const { return stated_on_; }
  // SHA-256 over all codes and their groups.
  [[nodiscard]] base::Digest digest() const;

 private:
  struct Range {
    std::int32_t first = 0;
    std::int32_t last = 0;
    const OffenceKind* kind = nullptr;
  };

  std::string_view version_;
  base::Day stated_on_;
  std::vector<Range> ranges_; // ascending
  std::size_t size_ = 0;
};

// "02700", not "2700": five characters, all digits.
bool is_offence_code(std::string_view text);

std::span<const OffenceKind> offence_kinds_version_1();

} // namespace probity::risk

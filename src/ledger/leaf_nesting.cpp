#include "ledger/leaf_nesting.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace probity::ledger {

#ifdef __SSE2__
namespace {

using Sixteen = decltype(_mm_setzero_si128());

constexpr std::size_t block = 64;

// A bit for each byte of a block, the first byte's lowest.
struct Marks {
  std::uint64_t quotes = 0;
  std::uint64_t opening = 0;
  std::uint64_t closing = 0;
  bool escapes = false;
};

Marks marks_of(const char* text) {
  Marks out;
  int escapes = 0;
  for (unsigned at = 0; at < block; at += 16) {
    const Sixteen bytes = _mm_loadu_si128(reinterpret_cast<const Sixteen*>(text + at));
    // Braces differ from brackets in this bit alone, and no other byte becomes one by it.
    const Sixteen folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const auto equal = [at](Sixteen to, char c) {
      const int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(to, _mm_set1_epi8(c)));
      return static_cast<std::uint64_t>(static_cast<unsigned>(mask)) << at;
    };
    out.quotes |= equal(bytes, '"');
    out.opening |= equal(folded, '{');
    out.closing |= equal(folded, '}');
    escapes |= _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
  }
  out.escapes = escapes != 0;
  return out;
}

// Each bit the sum of those up to it: ones from every opening quote to the byte before its closing one.
std::uint64_t between_quotes(std::uint64_t quotes) {
  for (unsigned shift = 1; shift < block; shift *= 2)
    quotes ^= quotes << shift;
  return quotes;
}

} // namespace

const char* past_nested(const char* start, const char* end) {
  std::array<char, block> last{};
  std::uint64_t in_text = 0; // ones when the block begins inside a text
  int depth = 0;
  for (const char* at = start; at < end; at += block) {
    const char* text = at;
    if (static_cast<std::size_t>(end - at) < block) {
      std::copy(at, end, last.begin());
      text = last.data();
    }
    const Marks marks = marks_of(text);
    if (marks.escapes) return nullptr;
    const std::uint64_t texts = between_quotes(marks.quotes) ^ in_text;
    in_text = std::uint64_t{0} - (texts >> (block - 1));
    for (std::uint64_t left = (marks.opening | marks.closing) & ~texts; left != 0; left &= left - 1) {
      const std::uint64_t lowest = left & (std::uint64_t{0} - left);
      depth += (marks.opening & lowest) != 0 ? 1 : -1;
      if (depth == 0) return at + std::countr_zero(left) + 1;
    }
  }
  return nullptr;
}

#else

const char* past_nested(const char* /*start*/, const char* /*end*/) {
  return nullptr;
}

#endif

} // namespace probity::ledger

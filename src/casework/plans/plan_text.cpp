#include "casework/plans/plan_text.h"

#include <algorithm>
#include <string>

namespace probity::casework {
namespace {

constexpr std::size_t group = 4; // words
constexpr int hash_bits = 52;    // every reader of JSON keeps them exactly

// Letters beyond ASCII are kept as they stand: a Welsh text compares as well as an English one.
bool in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::vector<std::string> words_of_text(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (in_word(c)) {
      word += c;
    } else if (c != '\'' && !word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

std::int64_t hash_of(const std::string& text, const base::Digest& key) {
  const base::Digest digest = base::hmac_sha256(key.view(), base::bytes_of(text));
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i)
    number = (number << 8U) | digest.bytes[i];
  return static_cast<std::int64_t>(number >> (64U - hash_bits));
}

} // namespace

PlanText read_plan_text(std::string_view text, const base::Digest& key) {
  const std::vector<std::string> words = words_of_text(text);
  PlanText out;
  out.words = static_cast<int>(words.size());
  if (words.empty()) return out;
  const std::size_t length = std::min(group, words.size());
  for (std::size_t first = 0; first + length <= words.size(); ++first) {
    std::string joined;
    for (std::size_t i = first; i < first + length; ++i)
      joined += words[i] + ' ';
    out.fingerprint.push_back(hash_of(joined, key));
  }
  std::sort(out.fingerprint.begin(), out.fingerprint.end());
  out.fingerprint.erase(std::unique(out.fingerprint.begin(), out.fingerprint.end()), out.fingerprint.end());
  if (out.fingerprint.size() > fingerprint_size) out.fingerprint.resize(fingerprint_size);
  return out;
}

int percent_alike(const Fingerprint& one, const Fingerprint& other) {
  if (one.empty() || other.empty()) return 0;
  std::size_t in_both = 0;
  std::size_t in_either = 0;
  auto a = one.begin();
  auto b = other.begin();
  while (in_either < fingerprint_size && (a != one.end() || b != other.end())) {
    // Beyond the end of a full fingerprint its text may go on: what is there says nothing.
    if ((a == one.end() && one.size() == fingerprint_size) ||
        (b == other.end() && other.size() == fingerprint_size))
      break;
    ++in_either;
    if (b == other.end() || (a != one.end() && *a < *b)) {
      ++a;
    } else if (a == one.end() || *b < *a) {
      ++b;
    } else {
      ++in_both;
      ++a;
      ++b;
    }
  }
  return in_either == 0 ? 0 : static_cast<int>(100 * in_both / in_either);
}

} // namespace probity::casework

#include "ledger/note.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sodium.h>

#include "base/json.h"

namespace probity::ledger {
namespace {

using base::ByteVector;
using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::string_view signature_start = "\xE2\x80\x94 "; // em dash and space
constexpr std::size_t most_signatures = 100;
constexpr std::size_t id_size = 4;
constexpr std::size_t time_size = 8;
constexpr std::size_t signature_size = 64;

void ready_sodium() {
  static const int ready = sodium_init();
  PROBITY_ENSURE(ready >= 0);
}

// The characters above ASCII that Unicode counts as white space (property White_Space), in UTF-8.
constexpr std::array<std::string_view, 19> wide_spaces{
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
    "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

bool is_name(std::string_view name) {
  if (name.empty() || !base::json::is_utf8(name)) return false;
  if (std::any_of(name.begin(), name.end(), [](char c) { return c == ' ' || c == '+' || is_control(c); }))
    return false;
  return std::none_of(wide_spaces.begin(), wide_spaces.end(),
                      [name](std::string_view space) { return name.find(space) != std::string_view::npos; });
}

std::array<std::uint8_t, id_size> key_id(std::string_view name, ByteView type_and_key) {
  constexpr std::array<std::uint8_t, 1> newline{'\n'};
  const base::Digest digest = base::sha256(base::bytes_of(name), newline, type_and_key);
  std::array<std::uint8_t, id_size> id{};
  std::copy_n(digest.bytes.begin(), id.size(), id.begin());
  return id;
}

std::array<std::uint8_t, 33> type_and_key(const VerificationKey& key) {
  std::array<std::uint8_t, 33> out{};
  out[0] = static_cast<std::uint8_t>(key.type);
  std::copy(key.key.begin(), key.key.end(), out.begin() + 1);
  return out;
}

std::string cosigned_message(std::uint64_t posix_time, std::string_view text) {
  std::string out = "cosignature/v1\ntime ";
  out += std::to_string(posix_time);
  out += '\n';
  out += text;
  return out;
}

struct SignatureLine {
  std::string_view name;
  ByteVector bytes; // key id, then the signature

  [[nodiscard]] bool is_by(const VerificationKey& key) const {
    return name == key.name && std::equal(key.id.begin(), key.id.end(), bytes.begin());
  }
};

Result<SignatureLine> parse_line(std::string_view line) {
  if (!line.starts_with(signature_start))
    return fail(ErrorCode::invalid_input, "a signature line does not begin with an em dash and a space");
  line.remove_prefix(signature_start.size());
  const std::size_t space = line.find(' ');
  SignatureLine out;
  out.name = line.substr(0, space);
  if (space == std::string_view::npos || !is_name(out.name))
    return fail(ErrorCode::invalid_input, "a signature line has no valid key name");
  auto bytes = base::from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() <= id_size)
    return fail(ErrorCode::invalid_input, "the signature of " + std::string(out.name) +
                                              " is not canonical base64 of a key id and a signature");
  out.bytes = std::move(*bytes);
  return out;
}

Result<std::vector<SignatureLine>> parse_lines(std::string_view lines) {
  std::vector<SignatureLine> out;
  if (!lines.ends_with('\n'))
    return fail(ErrorCode::invalid_input, "the note does not end in a signature line");
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const auto where = [&out] { return "signature line " + std::to_string(out.size() + 1); };
    if (out.size() == most_signatures)
      return fail(ErrorCode::invalid_input,
                  "a note has at most " + std::to_string(most_signatures) + " signature lines", where());
    auto line = parse_line(lines.substr(0, end));
    if (!line) return tl::unexpected<base::Error>(std::move(line.error()).at(where()));
    out.push_back(std::move(*line));
    lines.remove_prefix(end + 1);
  }
  return out;
}

bool line_holds(const SignatureLine& line, const VerificationKey& key, std::string_view text) {
  ByteView payload(line.bytes);
  payload = payload.subspan(id_size);
  switch (key.type) {
  case SignatureType::ed25519:
    return ed25519_holds(key.key, base::bytes_of(text), payload);
  case SignatureType::cosignature: {
    if (payload.size() != time_size + signature_size) return false;
    std::uint64_t posix_time = 0;
    for (const std::uint8_t byte : payload.first(time_size))
      posix_time = posix_time << 8U | byte;
    return ed25519_holds(key.key, base::bytes_of(cosigned_message(posix_time, text)),
                         payload.subspan(time_size));
  }
  }
  return false;
}

// The line up to '\n', which is taken from `text` with it; nothing when there is no '\n'.
std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

} // namespace

bool ed25519_holds(ByteView public_key, ByteView message, ByteView signature) {
  ready_sodium();
  return public_key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(signature.data(), message.data(), message.size(), public_key.data()) ==
             0;
}

Result<VerificationKey> VerificationKey::parse(std::string_view text) {
  const std::string_view shape = "a verification key is name+keyid+base64(type, key)";
  const std::size_t first = text.find('+');
  const std::size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos)
    return fail(ErrorCode::invalid_input, "the key does not have three parts", {}, std::string(shape));
  VerificationKey out;
  out.name = text.substr(0, first);
  if (!is_name(out.name))
    return fail(ErrorCode::invalid_input, "the key's name is empty or holds white space", {},
                std::string(shape));
  if (!base::from_hex(text.substr(first + 1, second - first - 1), out.id))
    return fail(ErrorCode::invalid_input, "the key id is not eight lower-case hexadecimal digits", {},
                std::string(shape));
  const auto bytes = base::from_base64(text.substr(second + 1));
  if (!bytes || bytes->empty())
    return fail(ErrorCode::invalid_input, "the key's last part is not canonical base64", {},
                std::string(shape));
  const std::uint8_t type = bytes->front();
  if (type != static_cast<std::uint8_t>(SignatureType::ed25519) &&
      type != static_cast<std::uint8_t>(SignatureType::cosignature))
    return fail(ErrorCode::invalid_input, "signature type " + std::to_string(type) + " is not supported", {},
                "supported are 1 (Ed25519) and 4 (Ed25519 cosignature)");
  if (bytes->size() != 1 + out.key.size())
    return fail(ErrorCode::invalid_input,
                "an Ed25519 key has 32 bytes, not " + std::to_string(bytes->size() - 1));
  out.type = static_cast<SignatureType>(type);
  std::copy(bytes->begin() + 1, bytes->end(), out.key.begin());
  if (out.id != key_id(out.name, *bytes))
    return fail(ErrorCode::invalid_input, "the key id does not belong to this name and key", {},
                "copy the whole key again: a part of it was altered");
  return out;
}

std::string VerificationKey::text() const {
  return name + "+" + base::to_hex(id) + "+" + base::to_base64(type_and_key(*this));
}

SigningKey SigningKey::from_seed(std::string name, SignatureType type,
                                 const std::array<std::uint8_t, 32>& seed) {
  ready_sodium();
  PROBITY_ENSURE(is_name(name));
  SigningKey out;
  out.public_.name = std::move(name);
  out.public_.type = type;
  PROBITY_ENSURE(crypto_sign_seed_keypair(out.public_.key.data(), out.secret_.data(), seed.data()) == 0);
  out.public_.id = key_id(out.public_.name, type_and_key(out.public_));
  return out;
}

std::string SigningKey::sign(std::string_view text, std::uint64_t posix_time) const {
  ByteVector payload(public_.id.begin(), public_.id.end());
  std::string message(text);
  if (public_.type == SignatureType::cosignature) {
    for (unsigned shift = 64; shift > 0; shift -= 8)
      payload.push_back(static_cast<std::uint8_t>(posix_time >> (shift - 8)));
    message = cosigned_message(posix_time, text);
  }
  std::array<std::uint8_t, signature_size> signature{};
  PROBITY_ENSURE(crypto_sign_detached(signature.data(), nullptr, base::bytes_of(message).data(),
                                      message.size(), secret_.data()) == 0);
  payload.insert(payload.end(), signature.begin(), signature.end());
  std::string line(signature_start);
  line += public_.name;
  line += ' ';
  line += base::to_base64(payload);
  return line;
}

Result<OpenedNote> open_note(std::string_view note, const std::vector<VerificationKey>& trusted) {
  if (!base::json::is_utf8(note)) return fail(ErrorCode::invalid_input, "the note is not valid UTF-8");
  if (std::any_of(note.begin(), note.end(), [](char c) { return is_control(c) && c != '\n'; }))
    return fail(ErrorCode::invalid_input, "the note holds a control character other than line feed");
  const std::size_t blank = note.rfind("\n\n");
  if (blank == std::string_view::npos)
    return fail(ErrorCode::invalid_input, "no blank line separates the note's text from its signatures");
  const std::string_view text = note.substr(0, blank + 1);
  PROBITY_ASSIGN(const auto lines, parse_lines(note.substr(blank + 2)));

  OpenedNote out{std::string(text), {}};
  std::vector<const VerificationKey*> held;
  for (const SignatureLine& line : lines) {
    for (const VerificationKey& key : trusted) {
      if (!line.is_by(key)) continue;
      if (!line_holds(line, key, text))
        return fail(ErrorCode::corrupt, "the signature of " + key.name + " does not hold", {},
                    "the note or its signature was altered after signing");
      if (std::find(held.begin(), held.end(), &key) != held.end()) continue;
      held.push_back(&key);
      out.verified.push_back(key.name);
    }
  }
  if (held.empty())
    return fail(ErrorCode::not_found, "no signature of the note is by a trusted key", {},
                "give the log's verification key");
  return out;
}

Result<Checkpoint> Checkpoint::parse(std::string_view text) {
  const auto refuse = [](std::string message, int line) {
    return fail(ErrorCode::invalid_input, std::move(message), "checkpoint line " + std::to_string(line));
  };
  Checkpoint out;
  const auto origin = take_line(text);
  if (!origin || origin->empty()) return refuse("the origin is missing", 1);
  out.origin = *origin;
  if (!base::json::is_utf8(out.origin) || std::any_of(out.origin.begin(), out.origin.end(), is_control))
    return refuse("the origin is not plain UTF-8 text", 1);
  const auto size = take_line(text);
  if (!size) return refuse("the size is missing", 2);
  const char* end = size->data() + size->size();
  const auto read = std::from_chars(size->data(), end, out.size);
  if (read.ec != std::errc{} || read.ptr != end || (size->size() > 1 && size->front() == '0'))
    return refuse("the size is not a whole number below 2^64 without leading zeros", 2);
  const auto root = take_line(text);
  if (!root) return refuse("the root hash is missing, or its line does not end", 3);
  const auto bytes = base::from_base64(*root);
  if (!bytes || bytes->size() != out.root.bytes.size())
    return refuse("the root hash is not canonical base64 of 32 bytes", 3);
  std::copy(bytes->begin(), bytes->end(), out.root.bytes.begin());
  if (!text.empty()) return refuse("nothing may follow the root hash", 4);
  return out;
}

std::string Checkpoint::text() const {
  return origin + "\n" + std::to_string(size) + "\n" + base::to_base64(root.view()) + "\n";
}

std::string signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
  const std::string text = checkpoint.text();
  return text + "\n" + key.sign(text) + "\n";
}

} // namespace probity::ledger

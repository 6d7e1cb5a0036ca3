// C2SP signed notes and checkpoints (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), Ed25519.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace probity::ledger {

enum class SignatureType : std::uint8_t { ed25519 = 0x01, cosignature = 0x04 };

// A named public key. Names are UTF-8 without white space, control characters and '+'. Text:
// "name+keyid+base64(type ‖ key)".
struct VerificationKey {
  std::string name;
  std::array<std::uint8_t, 4> id{}; // first 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key)
  SignatureType type = SignatureType::ed25519;
  std::array<std::uint8_t, 32> key{};

  static base::Result<VerificationKey> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
};

class SigningKey {
 public:
  static SigningKey from_seed(std::string name, SignatureType type, const std::array<std::uint8_t, 32>& seed);
  [[nodiscard]] const VerificationKey& verification() const { return public_; }
  // The signature line for a note text (which ends in LF), without its LF. `posix_time` counts for
  // cosignatures only.
  [[nodiscard]] std::string sign(std::string_view text, std::uint64_t posix_time = 0) const;

 private:
  VerificationKey public_;
  std::array<std::uint8_t, 64> secret_{};
};

bool ed25519_holds(base::ByteView public_key, base::ByteView message, base::ByteView signature);

struct OpenedNote {
  std::string text;                  // ends in LF
  std::vector<std::string> verified; // names of trusted keys whose signature holds, in order of the lines
};
// Malformed notes are `invalid_input`; a known key whose signature fails makes the whole note `corrupt`; no
// trusted signature is `not_found`. Unknown keys and types are ignored; at most 100 signature lines.
base::Result<OpenedNote> open_note(std::string_view note, const std::vector<VerificationKey>& trusted);

// The head of a log. Text: origin, size without leading zeros, base64 of the root, each on its own line.
// Extension lines are refused: this log writes none, and so parse and print are each other's inverse.
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  base::Digest root;

  static base::Result<Checkpoint> parse(std::string_view text); // the note's text
  [[nodiscard]] std::string text() const;
};

std::string signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);

} // namespace probity::ledger

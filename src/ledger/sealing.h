// Sealing a personal part: the leaf binds a commitment to the plain text, the box beside it can be destroyed.
//
//   salt   = HMAC-SHA-256(person's secret, event id ‖ slot byte)
//   commit = HMAC-SHA-256(salt, 0x01 ‖ canonical part)
//   nonce  = first 24 bytes of HMAC-SHA-256(salt, 0x02 ‖ commit)
//   box    = XChaCha20-Poly1305(key of the person, nonce, AAD = log ‖ event id ‖ slot byte, salt ‖ canonical
//   part)
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace probity::ledger {

using Nonce = std::array<std::uint8_t, 24>;

// A person's secret with the key of their boxes derived from it; wiped when it goes.
struct PersonKey {
  std::int64_t number = 0; // of the row in FILE.keys
  base::Digest secret;
  base::Digest box_key;

  static PersonKey from(std::int64_t number, const base::Digest& secret);
  PersonKey() = default;
  PersonKey(const PersonKey&) = default;
  PersonKey& operator=(const PersonKey&) = default;
  ~PersonKey();
};

struct SealedBox {
  std::int64_t key_number = 0;
  base::Digest commit;
  Nonce nonce{};
  base::ByteVector box;
};

base::Digest commitment(const PersonKey& key, const base::EventId& id, int slot, std::string_view part);
SealedBox seal(const PersonKey& key, std::string_view log, const base::EventId& id, int slot,
               std::string_view part);
// The canonical part. `corrupt` when the box is not what was sealed or is not what the leaf commits to.
base::Result<std::string> open_box(const PersonKey& key, std::string_view log, const base::EventId& id,
                                   int slot, base::ByteView nonce, base::ByteView box,
                                   const base::Digest& commit);

} // namespace probity::ledger

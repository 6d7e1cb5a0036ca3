#include "ledger/sealing.h"

#include <algorithm>
#include <sodium.h>

namespace probity::ledger {
namespace {

using SlotName = std::array<std::uint8_t, 17>; // event id ‖ slot

SlotName slot_name(const base::EventId& id, int slot) {
  SlotName name{};
  std::copy(id.bytes.begin(), id.bytes.end(), name.begin());
  name.back() = static_cast<std::uint8_t>(slot);
  return name;
}

base::ByteVector associated_data(std::string_view log, const base::EventId& id, int slot) {
  base::ByteVector out(log.begin(), log.end());
  const SlotName name = slot_name(id, slot);
  out.insert(out.end(), name.begin(), name.end());
  return out;
}

base::Digest commit_of(const base::Digest& salt, std::string_view part) {
  base::ByteVector message;
  message.reserve(part.size() + 1);
  message.push_back(0x01);
  message.insert(message.end(), part.begin(), part.end());
  return base::hmac_sha256(salt.view(), message);
}

} // namespace

PersonKey PersonKey::from(std::int64_t number, const base::Digest& secret) {
  PersonKey key;
  key.number = number;
  key.secret = secret;
  key.box_key = base::hmac_sha256(secret.view(), base::bytes_of("key of the boxes"));
  return key;
}

PersonKey::~PersonKey() {
  sodium_memzero(secret.bytes.data(), secret.bytes.size());
  sodium_memzero(box_key.bytes.data(), box_key.bytes.size());
}

base::Digest commitment(const PersonKey& key, const base::EventId& id, int slot, std::string_view part) {
  return commit_of(base::hmac_sha256(key.secret.view(), slot_name(id, slot)), part);
}

SealedBox seal(const PersonKey& key, std::string_view log, const base::EventId& id, int slot,
               std::string_view part) {
  const base::Digest salt = base::hmac_sha256(key.secret.view(), slot_name(id, slot));
  SealedBox out;
  out.key_number = key.number;
  out.commit = commit_of(salt, part);
  std::array<std::uint8_t, 33> named{0x02};
  std::copy(out.commit.bytes.begin(), out.commit.bytes.end(), named.begin() + 1);
  const base::Digest nonce = base::hmac_sha256(salt.view(), named);
  std::copy_n(nonce.bytes.begin(), out.nonce.size(), out.nonce.begin());
  base::ByteVector plain(salt.bytes.begin(), salt.bytes.end());
  plain.insert(plain.end(), part.begin(), part.end());
  const base::ByteVector associated = associated_data(log, id, slot);
  out.box.resize(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
  unsigned long long size = 0;
  PROBITY_ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(out.box.data(), &size, plain.data(), plain.size(),
                                                            associated.data(), associated.size(), nullptr,
                                                            out.nonce.data(), key.box_key.bytes.data()) == 0);
  sodium_memzero(plain.data(), plain.size());
  return out;
}

base::Result<std::string> open_box(const PersonKey& key, std::string_view log, const base::EventId& id,
                                   int slot, base::ByteView nonce, base::ByteView box,
                                   const base::Digest& commit) {
  constexpr std::size_t overhead = crypto_aead_xchacha20poly1305_ietf_ABYTES + 32;
  if (nonce.size() != Nonce{}.size() || box.size() < overhead)
    return base::fail(base::ErrorCode::corrupt, "the sealed box is too short to be one");
  base::ByteVector plain(box.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES);
  const base::ByteVector associated = associated_data(log, id, slot);
  unsigned long long size = 0;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), &size, nullptr, box.data(), box.size(),
                                                 associated.data(), associated.size(), nonce.data(),
                                                 key.box_key.bytes.data()) != 0)
    return base::fail(base::ErrorCode::corrupt,
                      "the sealed box was altered, or moved here from another event");
  base::Digest salt;
  std::copy_n(plain.begin(), salt.bytes.size(), salt.bytes.begin());
  std::string part(plain.begin() + 32, plain.end());
  sodium_memzero(plain.data(), plain.size());
  if (commit_of(salt, part) != commit)
    return base::fail(base::ErrorCode::corrupt,
                      "the sealed box holds another text than the event commits to");
  return part;
}

} // namespace probity::ledger

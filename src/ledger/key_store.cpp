#include "ledger/key_store.h"

#include "ledger/schema.h"

#include <algorithm>
#include <sodium.h>

namespace probity::ledger {
namespace {

constexpr std::size_t most_kept = 200'000; // unwrapped keys in memory
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t wrapped_bytes = nonce_bytes + 32 + crypto_aead_xchacha20poly1305_ietf_ABYTES;

base::Result<store::Database> open_database(const std::string& file, store::Access access) {
  PROBITY_ASSIGN(const store::Journal journal, journal_of_environment());
  return store::Database::open(file, {.access = access, .journal = journal, .secure_delete = true});
}

base::ByteVector wrap(const Secret& master, const base::SubjectId& subject, const base::Digest& secret) {
  base::ByteVector out(wrapped_bytes);
  randombytes_buf(out.data(), nonce_bytes);
  unsigned long long size = 0;
  PROBITY_ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + nonce_bytes, &size,
                                                            secret.bytes.data(), secret.bytes.size(),
                                                            subject.bytes.data(), subject.bytes.size(),
                                                            nullptr, out.data(), master.master.data()) == 0);
  return out;
}

} // namespace

base::Result<void> KeyStore::create(const std::string& file) {
  PROBITY_ASSIGN(store::Database database, open_database(file, store::Access::create));
  return database.execute("CREATE TABLE subject_key(no INTEGER PRIMARY KEY, subject BLOB NOT NULL UNIQUE, "
                          "wrapped BLOB, made INTEGER NOT NULL, destroyed INTEGER) STRICT");
}

base::Result<KeyStore> KeyStore::open(const std::string& file, const Secret& secret, store::Access access) {
  PROBITY_ENSURE(sodium_init() >= 0);
  PROBITY_ASSIGN(store::Database database, open_database(file, access));
  KeyStore keys(std::move(database), secret);
  PROBITY_ASSIGN(keys.find_, keys.database_.prepare("SELECT no, wrapped FROM subject_key WHERE subject = ?"));
  if (access != store::Access::read) {
    PROBITY_ASSIGN(keys.insert_,
                   keys.database_.prepare("INSERT INTO subject_key(subject, wrapped, made) VALUES(?, ?, ?)"));
  }
  return keys;
}

base::Result<base::Digest> KeyStore::unwrap(const base::SubjectId& subject, base::ByteView wrapped) const {
  base::Digest secret;
  unsigned long long size = 0;
  if (wrapped.size() != wrapped_bytes ||
      crypto_aead_xchacha20poly1305_ietf_decrypt(
          secret.bytes.data(), &size, nullptr, wrapped.data() + nonce_bytes, wrapped.size() - nonce_bytes,
          subject.bytes.data(), subject.bytes.size(), wrapped.data(), secret_.master.data()) != 0)
    return base::fail(base::ErrorCode::corrupt,
                      "the key of subject " + subject.hex() + " cannot be unwrapped", "",
                      "The ledger's .secret and .keys files must belong together");
  return secret;
}

base::Result<KeyStore::Found> KeyStore::find(const base::SubjectId& subject) {
  if (const auto known = alive_.find(subject); known != alive_.end())
    return Found{State::alive, known->second.number, &known->second};
  find_.bind(1, subject.view());
  base::Result<store::Statement::Step> step = find_.step();
  if (!step) return tl::unexpected(step.error());
  Found found;
  if (*step == store::Statement::Step::row) {
    found.number = find_.integer(0);
    found.state = find_.is_null(1) ? State::destroyed : State::alive;
  }
  if (found.state != State::alive) {
    find_.reset();
    return found;
  }
  const base::Result<base::Digest> secret = unwrap(subject, find_.blob(1));
  find_.reset();
  if (!secret) return tl::unexpected(secret.error());
  if (alive_.size() >= most_kept) alive_.clear();
  found.key = &alive_.insert_or_assign(subject, PersonKey::from(found.number, *secret)).first->second;
  return found;
}

base::Result<const PersonKey*> KeyStore::find_or_make(const base::SubjectId& subject, std::uint64_t index) {
  PROBITY_ASSIGN(const Found found, find(subject));
  if (found.state == State::destroyed)
    return base::fail(base::ErrorCode::refused,
                      "the key of subject " + subject.hex() + " was destroyed by an erasure", "",
                      "Nothing can be sealed for an erased person; leave the part out");
  if (found.state == State::alive) return found.key;
  base::Digest secret;
  if (secret_.seed) {
    secret = base::hmac_sha256(base::bytes_of(*secret_.seed), subject.view());
  } else {
    randombytes_buf(secret.bytes.data(), secret.bytes.size());
  }
  if (!database_.in_transaction()) PROBITY_TRY(database_.execute("BEGIN IMMEDIATE"));
  const base::ByteVector wrapped = wrap(secret_, subject, secret);
  PROBITY_TRY(
      insert_.bind(1, subject.view()).bind(2, wrapped).bind(3, static_cast<std::int64_t>(index)).run());
  PROBITY_ASSIGN(const Found made, find(subject));
  return made.key;
}

base::Result<void> KeyStore::commit() {
  if (!database_.in_transaction()) return {};
  return database_.commit();
}

void KeyStore::rollback() {
  if (!database_.in_transaction()) return;
  database_.rollback();
  alive_.clear();
}

base::Result<std::optional<std::int64_t>> KeyStore::destroy(const base::SubjectId& subject,
                                                            std::uint64_t index) {
  alive_.erase(subject);
  PROBITY_ASSIGN(const Found found, find(subject));
  alive_.erase(subject);
  if (found.state == State::absent) return std::optional<std::int64_t>{};
  if (found.state == State::alive) {
    PROBITY_ASSIGN(store::Statement update,
                   database_.prepare("UPDATE subject_key SET wrapped = NULL, destroyed = ? "
                                     "WHERE subject = ?"));
    PROBITY_TRY(update.bind(1, static_cast<std::int64_t>(index)).bind(2, subject.view()).run());
  }
  // A destroyed secret must not linger in a log of pages. Done again when an earlier erasure could not.
  PROBITY_ASSIGN(const bool emptied, database_.empty_write_ahead_log());
  if (!emptied)
    return base::fail(base::ErrorCode::busy,
                      "the key is destroyed, but another program reads the keys, so its old bytes may remain "
                      "in the files",
                      "", "End that program and erase again");
  return std::optional(found.number);
}

} // namespace probity::ledger

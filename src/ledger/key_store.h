// FILE.keys: one secret per person, wrapped by the master key. Destroying the row's wrapped secret is what
// erasing a person comes down to; the row stays as a mark, so that no new secret is ever made for the same
// person.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "ledger/companions.h"
#include "ledger/sealing.h"
#include "store/sqlite.h"

namespace probity::ledger {

class KeyStore {
 public:
  static base::Result<void> create(const std::string& file);
  static base::Result<KeyStore> open(const std::string& file, const Secret& secret, store::Access access);

  enum class State { absent, alive, destroyed };
  struct Found {
    State state = State::absent;
    std::int64_t number = 0;
    const PersonKey* key = nullptr; // when alive; until the next call
  };
  base::Result<Found> find(const base::SubjectId& subject);
  // The key of the subject, made when there is none: random in live logs, derived from the seed in replayed
  // ones. `refused` when it was destroyed. A new key counts after `commit`.
  base::Result<const PersonKey*> find_or_make(const base::SubjectId& subject, std::uint64_t index);
  // Whether keys were made that are not committed.
  [[nodiscard]] bool has_new() const { return database_.in_transaction(); }
  base::Result<void> commit();
  void rollback();

  // Forgets the secret for good. Returns the number of the key; nothing when there never was one.
  base::Result<std::optional<std::int64_t>> destroy(const base::SubjectId& subject, std::uint64_t index);

 private:
  KeyStore(store::Database database, const Secret& secret)
      : database_(std::move(database)), secret_(secret) {}
  [[nodiscard]] base::Result<base::Digest> unwrap(const base::SubjectId& subject,
                                                  base::ByteView wrapped) const;

  store::Database database_;
  Secret secret_;
  store::Statement find_;
  store::Statement insert_;
  std::unordered_map<base::SubjectId, PersonKey> alive_;
};

} // namespace probity::ledger

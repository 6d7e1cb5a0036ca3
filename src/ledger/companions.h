// The files beside a ledger file: FILE.secret, FILE.keys, FILE.lock.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace probity::ledger {

inline std::string keys_file(const std::string& file) {
  return file + ".keys";
}
inline std::string secret_file(const std::string& file) {
  return file + ".secret";
}
inline std::string lock_file(const std::string& file) {
  return file + ".lock";
}

// What FILE.secret holds. Lines "master <64 hex>", "signing <64 hex>" and, in replayed logs, "seed <hex of
// the seed's bytes>".
struct Secret {
  std::array<std::uint8_t, 32> master{};  // wraps the persons' keys
  std::array<std::uint8_t, 32> signing{}; // Ed25519 seed of the log's checkpoint key
  std::optional<std::string> seed;        // replayed logs

  static Secret random();
  ~Secret(); // wipes
  Secret() = default;
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;

  // Writes a new file that its owner alone can read; `exists_already` when it is there.
  [[nodiscard]] base::Result<void> write(const std::string& path) const;
  static base::Result<Secret> read(const std::string& path);
};

// Held while a process may write. `busy` when another process holds it.
class Lock {
 public:
  static base::Result<Lock> take(const std::string& path);
  ~Lock();
  Lock(Lock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  Lock& operator=(Lock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

 private:
  explicit Lock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

} // namespace probity::ledger

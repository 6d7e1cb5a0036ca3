#include "ledger/companions.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sodium.h>
#include <sstream>
#include <sys/file.h>
#include <unistd.h>

namespace probity::ledger {
namespace {

constexpr std::string_view heading = "probity secret 1";

std::string system_error() {
  return std::strerror(errno);
} // NOLINT(concurrency-mt-unsafe)

} // namespace

Secret Secret::random() {
  PROBITY_ENSURE(sodium_init() >= 0);
  Secret secret;
  randombytes_buf(secret.master.data(), secret.master.size());
  randombytes_buf(secret.signing.data(), secret.signing.size());
  return secret;
}

Secret::~Secret() {
  sodium_memzero(master.data(), master.size());
  sodium_memzero(signing.data(), signing.size());
}

base::Result<void> Secret::write(const std::string& path) const {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0 && errno == EEXIST)
    return base::fail(base::ErrorCode::exists_already, "the secret of a ledger is there already", path);
  if (descriptor < 0) return base::fail(base::ErrorCode::io, "cannot make the file: " + system_error(), path);
  std::string text =
      fmt::format("{}\nmaster {}\nsigning {}\n", heading, base::to_hex(master), base::to_hex(signing));
  if (seed) text += fmt::format("seed {}\n", base::to_hex(base::bytes_of(*seed)));
  const bool good = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                    ::fsync(descriptor) == 0;
  const std::string problem = good ? "" : system_error();
  ::close(descriptor);
  sodium_memzero(text.data(), text.size());
  if (!good) {
    ::unlink(path.c_str());
    return base::fail(base::ErrorCode::io, "cannot write the file: " + problem, path);
  }
  return {};
}

base::Result<Secret> Secret::read(const std::string& path) {
  std::ifstream stream(path);
  if (!stream)
    return base::fail(base::ErrorCode::not_found, "the ledger's secret cannot be read", path,
                      "Writing, and opening sealed parts, need it; reading and verifying do not");
  Secret secret;
  std::string line;
  bool good = std::getline(stream, line) && line == heading;
  int found = 0;
  while (good && std::getline(stream, line)) {
    const std::size_t space = line.find(' ');
    const std::string_view key = std::string_view(line).substr(0, space);
    const std::string_view value =
        space == std::string::npos ? std::string_view{} : std::string_view(line).substr(space + 1);
    if (key == "master") {
      good = base::from_hex(value, secret.master);
      ++found;
    } else if (key == "signing") {
      good = base::from_hex(value, secret.signing);
      ++found;
    } else if (key == "seed") {
      base::ByteVector bytes(value.size() / 2);
      good = base::from_hex(value, bytes);
      secret.seed = std::string(bytes.begin(), bytes.end());
    }
  }
  if (!good || found != 2)
    return base::fail(base::ErrorCode::corrupt, "the file is no secret of a ledger", path,
                      "Restore it from a backup");
  return secret;
}

base::Result<Lock> Lock::take(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0)
    return base::fail(base::ErrorCode::io, "cannot make the lock file: " + system_error(), path);
  Lock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
    return base::fail(base::ErrorCode::busy, "another process is writing to this ledger", path,
                      "Wait for it to end, or send the records through it");
  return lock;
}

Lock::~Lock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace probity::ledger

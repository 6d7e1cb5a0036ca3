// Plain and gzip files: every byte is given once or refused, and what was refused stays refused.
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz/fuzz_text.h"
#include "intake/gz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int file = memfd_create("gzip_fuzz", 0);
  PROBITY_ENSURE(file >= 0 && write(file, data, size) == static_cast<ssize_t>(size));
  auto source = probity::intake::FileSource::open("/proc/self/fd/" + std::to_string(file));
  PROBITY_ENSURE(source.has_value());
  constexpr std::uint64_t most = 1 << 20; // a few bytes of gzip can stand for very many
  std::string given;
  std::string part(4'096, '\0');
  while (given.size() < most) {
    const auto read = source->read(part);
    if (!read) {
      PROBITY_ENSURE(!read.error().message.empty() && !source->read(part).has_value());
      break;
    }
    if (*read == 0) break;
    PROBITY_ENSURE(*read <= part.size());
    given.append(part, 0, *read);
    PROBITY_ENSURE(source->bytes_given() == given.size());
  }
  close(file);
  return 0;
}

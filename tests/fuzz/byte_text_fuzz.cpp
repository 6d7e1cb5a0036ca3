// Base64 and hexadecimal: any bytes survive the way out and back, and only the canonical spelling is read.
#include "base/bytes.h"
#include "base/result.h"
#include "fuzz/fuzz_text.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const base::ByteVector bytes(data, data + size);

  PROBITY_ENSURE(base::from_base64(base::to_base64(bytes)) == bytes);
  if (const auto read = base::from_base64(text)) PROBITY_ENSURE(base::to_base64(*read) == text);

  base::ByteVector back(size);
  PROBITY_ENSURE(base::from_hex(base::to_hex(bytes), back) && back == bytes);
  base::ByteVector half(size / 2);
  if (base::from_hex(text, half)) PROBITY_ENSURE(base::to_hex(half) == text);
  return 0;
}

#include "base/bytes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <thread>

namespace probity::base {
namespace {

std::string base64_of(std::string_view text) {
  return to_base64(bytes_of(text));
}

RC_GTEST_PROP(Hex, PrintAndParseAreInverse, (const ByteVector& bytes)) {
  std::string hex = to_hex(bytes);
  RC_ASSERT(hex.size() == 2 * bytes.size());
  ByteVector back(bytes.size());
  RC_ASSERT(from_hex(hex, back));
  RC_ASSERT(back == bytes);
}

TEST(Hex, IsLowerCaseAndOfTheExactLength) {
  EXPECT_EQ(to_hex(ByteVector{0x00, 0xab, 0xff}), "00abff");
  ByteVector out(2);
  for (const char* hex : {"", "00", "00ab0", "00abff", "00AB", "00ag", "0x00", "00 a"})
    EXPECT_FALSE(from_hex(hex, out)) << hex;
}

TEST(Hex, EveryByteInEveryPlaceIsADigitOrRefused) {
  constexpr std::string_view digits = "0123456789abcdef";
  const std::string before = "0123456789abcdef9f"; // what is read eight digits at a time, and a rest
  for (std::size_t at = 0; at < before.size(); ++at)
    for (int byte = 0; byte < 256; ++byte) {
      std::string hex = before;
      hex[at] = static_cast<char>(byte);
      ByteVector out(hex.size() / 2);
      const std::size_t value = digits.find(hex[at]);
      ASSERT_EQ(from_hex(hex, out), value != std::string_view::npos) << at << " " << byte;
      if (value != std::string_view::npos) {
        ASSERT_EQ(to_hex(out), hex);
      }
    }
}

TEST(Identifiers, ParseTheirOwnTextOnly) {
  std::optional<EventId> id = EventId::from_hex("01535ad19d00d4d4a1b2c3d4e5f60718");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->hex(), "01535ad19d00d4d4a1b2c3d4e5f60718");
  EXPECT_FALSE(EventId::from_hex("01535ad19d00d4d4a1b2c3d4e5f6071"));
  EXPECT_FALSE(EventId::from_hex("01535AD19D00D4D4A1B2C3D4E5F60718"));
}

TEST(Identifiers, AreOrderedAsTheirText) {
  StreamId low = *StreamId::from_hex("00000000000000000000000000000001");
  StreamId high = *StreamId::from_hex("01000000000000000000000000000000");
  EXPECT_LT(low, high);
  EXPECT_EQ(low < high, low.hex() < high.hex());
  EXPECT_NE(std::hash<StreamId>{}(low), std::hash<StreamId>{}(high)) << "both ends of a name count";
}

// RFC 4648 section 10.
TEST(Base64, GivesThePublishedAnswers) {
  EXPECT_EQ(base64_of(""), "");
  EXPECT_EQ(base64_of("f"), "Zg==");
  EXPECT_EQ(base64_of("fo"), "Zm8=");
  EXPECT_EQ(base64_of("foo"), "Zm9v");
  EXPECT_EQ(base64_of("foob"), "Zm9vYg==");
  EXPECT_EQ(base64_of("fooba"), "Zm9vYmE=");
  EXPECT_EQ(base64_of("foobar"), "Zm9vYmFy");
}

RC_GTEST_PROP(Base64, PrintAndParseAreInverse, (const ByteVector& bytes)) {
  RC_ASSERT(from_base64(to_base64(bytes)) == bytes);
}

TEST(Base64, RefusesEverySpellingButTheCanonicalOne) {
  for (const char* text :
       {"Zg=", "Zg", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm9-", "Zm9_", "====", "Z===", "Zg==Zg==", "Zm=v"})
    EXPECT_FALSE(from_base64(text)) << text;
}

// FIPS 180-4 examples (NIST, "SHA-256" example values) and RFC 4231 section 4.3.
TEST(Sha256, GivesThePublishedAnswers) {
  EXPECT_EQ(sha256({}).hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256(bytes_of("abc")).hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hmac_sha256(bytes_of("Jefe"), bytes_of("what do ya want for nothing?")).hex(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

RC_GTEST_PROP(Sha256, OfPartsIsThatOfTheWhole,
              (const ByteVector& a, const ByteVector& b, const ByteVector& c)) {
  ByteVector whole = a;
  whole.insert(whole.end(), b.begin(), b.end());
  whole.insert(whole.end(), c.begin(), c.end());
  RC_ASSERT(sha256(a, b, c) == sha256(whole));
}

TEST(Sha256, GivesTheSameFromManyThreads) {
  std::vector<Digest> digests(4);
  std::vector<std::thread> threads;
  for (Digest& digest : digests)
    threads.emplace_back([&digest] {
      for (int i = 0; i < 2'000; ++i)
        digest = sha256(digest.view(), bytes_of("next"));
    });
  for (std::thread& thread : threads)
    thread.join();
  for (const Digest& digest : digests)
    EXPECT_EQ(digest, digests[0]);
}

} // namespace
} // namespace probity::base

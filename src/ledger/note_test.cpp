#include "ledger/note.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

namespace probity::ledger {
namespace {

using base::ErrorCode;
using testing::ElementsAre;

std::array<std::uint8_t, 32> seed_of(std::string_view words) {
  return base::sha256(base::bytes_of(words)).bytes;
}

SigningKey log_key() {
  return SigningKey::from_seed("log.example/a", SignatureType::ed25519, seed_of("log"));
}

SigningKey witness_key() {
  return SigningKey::from_seed("witness.example/w", SignatureType::cosignature, seed_of("witness"));
}

Checkpoint some_checkpoint() {
  return {"log.example/a", 42, base::sha256(base::bytes_of("root"))};
}

// The note with a witness's cosignature after the log's signature.
std::string cosigned() {
  const Checkpoint checkpoint = some_checkpoint();
  std::string note = signed_checkpoint(checkpoint, log_key());
  note += witness_key().sign(checkpoint.text(), 1'700'000'000);
  note += '\n';
  return note;
}

TEST(Note, Rfc8032SecondVectorHoldsAndAnyOtherBitDoesNot) {
  // RFC 8032 section 7.1, TEST 2.
  base::ByteVector key(32);
  base::ByteVector signature(64);
  ASSERT_TRUE(base::from_hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", key));
  ASSERT_TRUE(base::from_hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
                             signature));
  EXPECT_TRUE(ed25519_holds(key, base::bytes_of("\x72"), signature));
  EXPECT_FALSE(ed25519_holds(key, base::bytes_of("\x73"), signature));
  for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
    auto altered = signature;
    altered[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    EXPECT_FALSE(ed25519_holds(key, base::bytes_of("\x72"), altered)) << bit;
  }
  signature.pop_back();
  EXPECT_FALSE(ed25519_holds(key, base::bytes_of("\x72"), signature));
  EXPECT_FALSE(ed25519_holds({}, base::bytes_of("\x72"), signature));
}

TEST(Note, KeyTextReadsBack) {
  for (const SigningKey& key : {log_key(), witness_key()}) {
    const auto parsed = VerificationKey::parse(key.verification().text());
    ASSERT_TRUE(parsed.has_value()) << parsed.error().text();
    EXPECT_EQ(parsed->text(), key.verification().text());
    EXPECT_EQ(parsed->key, key.verification().key);
    EXPECT_EQ(parsed->type, key.verification().type);
  }
}

TEST(Note, AlteredKeysAreRefused) {
  const std::string text = log_key().verification().text();
  EXPECT_FALSE(VerificationKey::parse("").has_value());
  EXPECT_FALSE(VerificationKey::parse("name").has_value());
  EXPECT_FALSE(VerificationKey::parse("a+b").has_value());
  EXPECT_FALSE(VerificationKey::parse("x" + text).has_value());
  EXPECT_FALSE(VerificationKey::parse(text.substr(0, text.size() - 4)).has_value());
  EXPECT_FALSE(VerificationKey::parse(text + "\n").has_value());
  // Type 6 (ML-DSA-44) is not supported; the message says so.
  const auto other = VerificationKey::parse("a+00000000+BgAA");
  ASSERT_FALSE(other.has_value());
  EXPECT_NE(other.error().message.find("type 6"), std::string::npos);
}

TEST(Note, SignedCheckpointOpensAndReadsBack) {
  const auto opened = open_note(cosigned(), {witness_key().verification(), log_key().verification()});
  ASSERT_TRUE(opened.has_value()) << opened.error().text();
  EXPECT_THAT(opened->verified, ElementsAre("log.example/a", "witness.example/w"));
  const auto checkpoint = Checkpoint::parse(opened->text);
  ASSERT_TRUE(checkpoint.has_value());
  EXPECT_EQ(checkpoint->origin, "log.example/a");
  EXPECT_EQ(checkpoint->size, 42U);
  EXPECT_EQ(checkpoint->root, some_checkpoint().root);
}

TEST(Note, UnknownKeysAreIgnoredAndRepeatedSignaturesCountOnce) {
  std::string note = cosigned();
  note += log_key().sign(some_checkpoint().text());
  note += "\n\xE2\x80\x94 other.example/x AAAAAAAAAAAA\n";
  const auto opened = open_note(note, {log_key().verification()});
  ASSERT_TRUE(opened.has_value()) << opened.error().text();
  EXPECT_THAT(opened->verified, ElementsAre("log.example/a"));
}

TEST(Note, EachRefusalHasItsOwnCode) {
  const std::vector<VerificationKey> keys{log_key().verification()};
  const std::string note = cosigned();
  EXPECT_EQ(open_note(note, {}).error().code, ErrorCode::not_found);

  std::string altered = note;
  altered.replace(altered.find("42"), 2, "43");
  EXPECT_EQ(open_note(altered, keys).error().code, ErrorCode::corrupt);

  // The same name with another key is another key.
  const auto impostor = SigningKey::from_seed("log.example/a", SignatureType::ed25519, seed_of("other"));
  EXPECT_EQ(open_note(note, {impostor.verification()}).error().code, ErrorCode::not_found);

  for (const std::string& malformed :
       {std::string(), std::string("text"), std::string("text\n\n"), note.substr(0, note.size() - 1),
        note + "\n", note + "- log.example/a AAAAAAAA\n", note + "\xE2\x80\x94 a b AAAAAAAA\n",
        note + "\xE2\x80\x94 a AAAA\n", note + "\xE2\x80\x94 a AAAAAAB=\n", note + "\xE2\x80\x94 a\n",
        note + "\xE2\x80\x94 a\u00A0b AAAAAAAA\n", "\t" + note, "\xFF" + note})
    EXPECT_EQ(open_note(malformed, keys).error().code, ErrorCode::invalid_input) << malformed;
}

TEST(Note, AtMostAHundredSignatures) {
  const std::string text = some_checkpoint().text();
  std::string note = text;
  note += '\n';
  for (int i = 0; i < 99; ++i)
    note += "\xE2\x80\x94 other.example/x AAAAAAAAAAAA\n";
  note += log_key().sign(text);
  note += '\n';
  EXPECT_TRUE(open_note(note, {log_key().verification()}).has_value());
  note += "\xE2\x80\x94 other.example/x AAAAAAAAAAAA\n";
  EXPECT_EQ(open_note(note, {log_key().verification()}).error().code, ErrorCode::invalid_input);
}

TEST(Note, CosignatureIsNotASignatureOfAnotherTimeOrType) {
  const std::string text = some_checkpoint().text();
  std::string early = text;
  early += '\n';
  early += witness_key().sign(text, 1);
  early += '\n';
  EXPECT_TRUE(open_note(early, {witness_key().verification()}).has_value());
  EXPECT_NE(witness_key().sign(text, 1), witness_key().sign(text, 2));
  // The same seed under the other type has another id, so its signature is unknown rather than accepted.
  const auto plain = SigningKey::from_seed("witness.example/w", SignatureType::ed25519, seed_of("witness"));
  EXPECT_EQ(open_note(early, {plain.verification()}).error().code, ErrorCode::not_found);
}

TEST(Note, CheckpointTextIsStrict) {
  const std::string good = some_checkpoint().text();
  ASSERT_TRUE(Checkpoint::parse(good).has_value());
  EXPECT_EQ(Checkpoint::parse(good)->text(), good);
  const std::string root = good.substr(good.find("42") + 3);
  for (const std::string& bad :
       {std::string(), std::string("log\n"), std::string("log\n4\n"), "\n4\n" + root, "log\n04\n" + root,
        "log\n-4\n" + root, "log\n+4\n" + root, "log\n 4\n" + root, "log\n\n" + root,
        "log\n18446744073709551616\n" + root, good.substr(0, good.size() - 1), good + "\n", good + "extra\n",
        std::string("log\n4\nAAAA\n"), "l\tog\n4\n" + root})
    EXPECT_FALSE(Checkpoint::parse(bad).has_value()) << bad;
  EXPECT_EQ(Checkpoint::parse("log\n18446744073709551615\n" + root)->size, ~0ULL);
}

} // namespace
} // namespace probity::ledger

#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "conformance/vectors.h"
#include "ledger/merkle.h"
#include "ledger/note.h"

namespace probity::conformance {
namespace {

using base::ErrorCode;
using nlohmann::json;

std::vector<ledger::VerificationKey> keys_of(const json& texts) {
  std::vector<ledger::VerificationKey> out;
  for (const auto& text : texts) {
    auto key = ledger::VerificationKey::parse(text.get<std::string>());
    EXPECT_TRUE(key.has_value()) << text;
    if (key) out.push_back(*key);
  }
  return out;
}

ledger::SigningKey signing_key(const json& key) {
  std::array<std::uint8_t, 32> seed{};
  EXPECT_TRUE(base::from_hex(key.at("seed_hex").get<std::string>(), seed));
  return ledger::SigningKey::from_seed(
      key.at("name").get<std::string>(),
      static_cast<ledger::SignatureType>(key.at("signature_type").get<std::uint8_t>()), seed);
}

TEST(LedgerVectors, Ed25519) {
  for_each_vector("ed25519.json", 45, [](const json& vector) {
    const auto bytes = [&vector](const char* name) { return from_hex(vector.at(name).get<std::string>()); };
    EXPECT_EQ(ledger::ed25519_holds(bytes("public_key"), bytes("message"), bytes("signature")),
              vector.at("valid").get<bool>());
  });
}

TEST(LedgerVectors, Keys) {
  for_each_vector("keys.json", 4, [](const json& vector) {
    const auto key = signing_key(vector).verification();
    EXPECT_EQ(base::to_hex(key.key), vector.at("public_hex").get<std::string>());
    EXPECT_EQ(base::to_hex(key.id), vector.at("key_id").get<std::string>());
    EXPECT_EQ(key.text(), vector.at("vkey").get<std::string>());
    const auto parsed = ledger::VerificationKey::parse(key.text());
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->text(), key.text());
  });
}

// Signs the note again with the published test keys: Ed25519 is deterministic, so every byte must come out
// the same.
void sign_again(const std::string& note, const std::map<std::string, ledger::SigningKey>& signers) {
  const std::size_t blank = note.rfind("\n\n");
  const std::string text = note.substr(0, blank + 1);
  std::string made = text + "\n";
  std::istringstream lines(note.substr(blank + 2));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t name_at = line.find(' ') + 1;
    const std::size_t name_end = line.find(' ', name_at);
    const auto signer = signers.find(line.substr(name_at, name_end - name_at));
    ASSERT_NE(signer, signers.end()) << line;
    const std::string payload = from_base64(line.substr(name_end + 1));
    std::uint64_t time = 0;
    if (signer->second.verification().type == ledger::SignatureType::cosignature)
      for (std::size_t i = 4; i < 12; ++i)
        time = time << 8U | static_cast<unsigned char>(payload.at(i));
    made += signer->second.sign(text, time) + "\n";
  }
  EXPECT_EQ(made, note);
}

TEST(LedgerVectors, SignedNotes) {
  std::map<std::string, ledger::SigningKey> signers;
  for_each_vector("keys.json", 4, [&signers](const json& vector) {
    signers.emplace(vector.at("name").get<std::string>(), signing_key(vector));
  });
  for_each_vector("signed_notes.json", 15, [&signers](const json& vector) {
    const std::string note = from_base64(vector.at("note_base64").get<std::string>());
    const auto opened = ledger::open_note(note, keys_of(vector.at("vkeys")));
    const auto verdict = vector.at("verdict").get<std::string>();
    if (verdict == "verified") {
      ASSERT_TRUE(opened.has_value()) << opened.error().text();
      EXPECT_EQ(opened->verified, vector.at("verified").get<std::vector<std::string>>());
      EXPECT_TRUE(note.starts_with(opened->text + "\n"));
      const auto id = vector.at("id").get<std::string>();
      if (id.starts_with("own-cosigned-")) sign_again(note, signers);
      return;
    }
    ASSERT_FALSE(opened.has_value());
    const std::map<std::string, ErrorCode> codes{{"malformed", ErrorCode::invalid_input},
                                                 {"bad_signature", ErrorCode::corrupt},
                                                 {"no_trusted_signature", ErrorCode::not_found}};
    EXPECT_EQ(opened.error().code, codes.at(verdict)) << opened.error().text();
  });
}

void check_signed_checkpoint(const json& vector) {
  const auto note = vector.at("checkpoint").get<std::string>();
  const auto opened = ledger::open_note(note, keys_of(json::array({vector.at("vkey")})));
  ASSERT_EQ(opened.has_value(), vector.at("valid").get<bool>());
  const auto checkpoint = ledger::Checkpoint::parse(opened->text);
  ASSERT_TRUE(checkpoint.has_value());
  EXPECT_EQ(checkpoint->origin, vector.at("origin").get<std::string>());
  EXPECT_EQ(checkpoint->size, vector.at("size").get<std::uint64_t>());
  EXPECT_EQ(checkpoint->root.hex(), vector.at("root").get<std::string>());
  ledger::CompactRange range;
  for (const auto& leaf : vector.at("leaves"))
    range.append(ledger::leaf_hash(base::bytes_of(leaf.get<std::string>())));
  EXPECT_EQ(range.root(), checkpoint->root);
  if (vector.contains("signer_seed_hex")) {
    std::array<std::uint8_t, 32> seed{};
    ASSERT_TRUE(base::from_hex(vector.at("signer_seed_hex").get<std::string>(), seed));
    const auto name = keys_of(json::array({vector.at("vkey")})).at(0).name;
    const auto key = ledger::SigningKey::from_seed(name, ledger::SignatureType::ed25519, seed);
    EXPECT_EQ(ledger::signed_checkpoint(*checkpoint, key), note);
  }
}

TEST(LedgerVectors, Checkpoints) {
  for_each_vector("checkpoints.json", 14, [](const json& vector) {
    if (vector.at("kind") == "signed") return check_signed_checkpoint(vector);
    const auto body = vector.at("body").get<std::string>();
    const auto checkpoint = ledger::Checkpoint::parse(body);
    ASSERT_EQ(checkpoint.has_value(), vector.at("valid").get<bool>());
    if (!checkpoint) return;
    EXPECT_EQ(checkpoint->origin, vector.at("origin").get<std::string>());
    EXPECT_EQ(checkpoint->size, vector.at("size").get<std::uint64_t>());
    EXPECT_EQ(checkpoint->root.hex(), vector.at("root").get<std::string>());
    EXPECT_EQ(checkpoint->text(), body);
  });
}

} // namespace
} // namespace probity::conformance

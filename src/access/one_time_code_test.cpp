#include "access/one_time_code.h"

#include <gtest/gtest.h>

namespace probity::access {
namespace {

const base::ByteVector secret = [] {
  const auto view = base::bytes_of("12345678901234567890");
  return base::ByteVector(view.begin(), view.end());
}();

base::Instant at(std::int64_t seconds) {
  return {seconds * 1'000'000};
}

// RFC 4226 appendix D.
TEST(OneTimeCode, GivesTheCodesOfTheHotpStandard) {
  const char* expected[] = {"755224", "287082", "359152", "969429", "338314",
                            "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t counter = 0; counter < 10; ++counter)
    EXPECT_EQ(code_at(secret, counter), expected[counter]) << counter;
}

// RFC 6238 appendix B, the rows of SHA-1.
TEST(OneTimeCode, GivesTheCodesOfTheTotpStandard) {
  EXPECT_EQ(code_at(secret, step_of(at(59)), 8), "94287082");
  EXPECT_EQ(code_at(secret, step_of(at(1111111109)), 8), "07081804");
  EXPECT_EQ(code_at(secret, step_of(at(1111111111)), 8), "14050471");
  EXPECT_EQ(code_at(secret, step_of(at(1234567890)), 8), "89005924");
  EXPECT_EQ(code_at(secret, step_of(at(2000000000)), 8), "69279037");
  EXPECT_EQ(code_at(secret, step_of(at(20000000000)), 8), "65353130");
}

TEST(OneTimeCode, IsTakenOnceAndOneStepEitherSide) {
  const base::Instant now = at(1111111109);
  const std::uint64_t step = step_of(now);
  for (const std::uint64_t near : {step - 1, step, step + 1})
    EXPECT_EQ(accepted_step(secret, code_at(secret, near), now, std::nullopt), near);
  EXPECT_FALSE(accepted_step(secret, code_at(secret, step - 2), now, std::nullopt));
  EXPECT_FALSE(accepted_step(secret, code_at(secret, step + 2), now, std::nullopt));
  EXPECT_FALSE(accepted_step(secret, code_at(secret, step), now, step)) << "used before";
  EXPECT_FALSE(accepted_step(secret, code_at(secret, step - 1), now, step)) << "older than one used before";
  EXPECT_EQ(accepted_step(secret, code_at(secret, step + 1), now, step), step + 1);
}

TEST(OneTimeCode, PassesOverBlanksAndRefusesAnythingElse) {
  const base::Instant now = at(59);
  EXPECT_TRUE(accepted_step(secret, "287 082", now, std::nullopt));
  for (const char* wrong : {"", "28708", "2870820", "28708a", "94287082", "000000"})
    EXPECT_FALSE(accepted_step(secret, wrong, now, std::nullopt)) << wrong;
}

// RFC 4648 section 10, without padding.
TEST(OneTimeCode, SecretsAreShownInBase32) {
  const char* expected[] = {"", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"};
  const std::string text = "foobar";
  for (std::size_t length = 0; length <= text.size(); ++length)
    EXPECT_EQ(to_base32(base::bytes_of(std::string_view(text).substr(0, length))), expected[length]);
  EXPECT_EQ(enrolment_address("anna.lee", base::bytes_of("foobar")),
            "otpauth://totp/Probity:anna.lee?secret=MZXW6YTBOI&issuer=Probity");
  EXPECT_EQ(new_code_secret().size(), 20U);
  EXPECT_NE(new_code_secret(), new_code_secret());
}

} // namespace
} // namespace probity::access

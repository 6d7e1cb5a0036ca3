#include "http/forgery_token.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace probity;
using namespace probity::http;

namespace {

const base::ByteVector key(32, 7);

} // namespace

TEST(ForgeryToken, holds_for_its_session_and_key_alone) {
  const std::string token = forgery_token(key, "session one", TokenSalt{1, 2, 3});
  EXPECT_EQ(token.size(), 97U);
  EXPECT_TRUE(is_forgery_token(key, "session one", token));
  EXPECT_FALSE(is_forgery_token(key, "session two", token));
  EXPECT_FALSE(is_forgery_token(base::ByteVector(32, 8), "session one", token));
  EXPECT_FALSE(is_forgery_token(key, "session one", ""));
  EXPECT_NE(token, forgery_token(key, "session one", TokenSalt{4})) << "each page has its own";
}

RC_GTEST_PROP(ForgeryToken, any_other_text_is_refused, (const std::string& session)) {
  const std::string token = forgery_token(key, session, TokenSalt{9});
  RC_ASSERT(is_forgery_token(key, session, token));
  std::string changed = token;
  const auto at = *rc::gen::inRange<std::size_t>(0, token.size());
  changed[at] = *rc::gen::arbitrary<char>();
  RC_ASSERT(is_forgery_token(key, session, changed) == (changed == token));
  RC_ASSERT(!is_forgery_token(key, session + "x", token));
}

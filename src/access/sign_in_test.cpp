#include "access/sign_in.h"

#include <atomic>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <thread>

#include "access/password.h"
#include "support/temporary_directory.h"

namespace probity::access {
namespace {

using base::ErrorCode;

base::Instant at(std::int64_t seconds) {
  return {seconds * 1'000'000};
}

Member anna() {
  return {"anna.lee", base::EntityId{{1}}, "CRC1", {Role::practitioner}};
}
const std::string password = "blue kettle walks";

class Signing : public testing::Test {
 protected:
  Signing() { EXPECT_TRUE(accounts().add(anna(), password)); }
  Accounts accounts() { return Accounts::open(folder_.file("accounts"), store::Access::write).value(); }
  static Attempt attempt(std::string name, std::string word, std::string code = {}) {
    return {std::move(name), std::move(word), std::move(code), "10.0.0.1", {}};
  }
  support::TemporaryDirectory folder_;
};

TEST_F(Signing, OpensASessionThatKnowsItsMember) {
  SignIn signing(accounts());
  const SignInAnswer answer = signing.sign_in(attempt("anna.lee", password), at(100)).value();
  ASSERT_TRUE(answer.opened);
  EXPECT_EQ(answer.opened->session.size(), 64U);
  const auto session = signing.session(answer.opened->session, at(101)).value();
  ASSERT_TRUE(session);
  EXPECT_EQ(session->member, anna());
  signing.sign_out(answer.opened->session);
  EXPECT_FALSE(signing.session(answer.opened->session, at(102)).value());
}

TEST_F(Signing, OpensNothingOnAProofThatStandsOnSomethingElse) {
  SignIn signing(accounts());
  EXPECT_FALSE(signing.open({"anna.lee", base::Digest{}, {}}, at(100)).value());
  EXPECT_FALSE(signing.open({"bert", base::Digest{}, {}}, at(100)).value());
}

TEST_F(Signing, SaysTheSameOfAWrongNameAndAWrongPassword) {
  SignIn signing(accounts());
  const SignInAnswer nobody = signing.sign_in(attempt("bert", password), at(100)).value();
  const SignInAnswer wrong = signing.sign_in(attempt("anna.lee", "blue kettle walk"), at(100)).value();
  for (const SignInAnswer& answer : {nobody, wrong}) {
    EXPECT_FALSE(answer.opened);
    EXPECT_EQ(answer.refusal, Refusal::wrong);
  }
  EXPECT_FALSE(nobody.staff);
  EXPECT_EQ(wrong.staff, anna().staff); // for the access ledger alone
}

TEST_F(Signing, MakesWhoeverFailsWaitEvenWithTheRightPassword) {
  SignIn signing(accounts(), {}, {.free_failures = 2});
  for (int i = 0; i < 2; ++i)
    EXPECT_FALSE(signing.sign_in(attempt("anna.lee", "wrong wrong wrong"), at(100)).value().opened);
  const SignInAnswer early = signing.sign_in(attempt("anna.lee", password), at(100)).value();
  EXPECT_FALSE(early.opened);
  EXPECT_EQ(early.refusal, Refusal::waiting);
  EXPECT_EQ(early.seconds, 1);
  EXPECT_TRUE(signing.sign_in(attempt("anna.lee", password), at(101)).value().opened);
}

TEST_F(Signing, SlowsAnAddressThatTriesManyNames) {
  SignIn signing(accounts(), {}, {}, {.free_failures = 2});
  for (const char* name : {"a", "b"})
    EXPECT_FALSE(signing.sign_in(attempt(name, password), at(100)).value().opened);
  EXPECT_EQ(signing.sign_in(attempt("anna.lee", password), at(100)).value().refusal, Refusal::waiting);
  Attempt elsewhere = attempt("anna.lee", password);
  elsewhere.address = "10.0.0.2";
  EXPECT_TRUE(signing.sign_in(elsewhere, at(100)).value().opened);
}

TEST_F(Signing, AsksForACodeOnceThereIsASecretAndTakesItOnce) {
  Accounts file = accounts();
  const CodeSecret secret = file.renew_second_factor("anna.lee").value();
  SignIn signing(accounts(), {}, {.free_failures = 99});
  const base::Instant now = at(1'000'000);
  EXPECT_FALSE(signing.sign_in(attempt("anna.lee", password), now).value().opened);
  const std::string code = code_at(secret, step_of(now));
  EXPECT_FALSE(signing.sign_in(attempt("anna.lee", "wrong wrong wrong", code), now).value().opened);
  EXPECT_TRUE(signing.sign_in(attempt("anna.lee", password, code), now).value().opened);
  EXPECT_FALSE(signing.sign_in(attempt("anna.lee", password, code), now).value().opened) << "used before";
  SignIn restarted(accounts());
  EXPECT_FALSE(restarted.sign_in(attempt("anna.lee", password, code), now).value().opened)
      << "that it was used outlives the program";
}

TEST_F(Signing, ANewPasswordEndsTheSessionsOfTheOldOne) {
  SignIn signing(accounts());
  const SignInAnswer before = signing.sign_in(attempt("anna.lee", password), at(100)).value();
  ASSERT_TRUE(signing.session(before.opened->session, at(101)).value());
  ASSERT_TRUE(accounts().set_password("anna.lee", "red lamp swims"));
  EXPECT_FALSE(signing.session(before.opened->session, at(102)).value());
  const SignInAnswer after = signing.sign_in(attempt("anna.lee", "red lamp swims"), at(103)).value();
  EXPECT_TRUE(signing.session(after.opened->session, at(104)).value());
}

TEST_F(Signing, TheLockIsLetGoWhileHashingAndACodeStillServesOnce) {
  Accounts file = accounts();
  const CodeSecret secret = file.renew_second_factor("anna.lee").value();
  SignIn signing(std::move(file));
  const base::Instant now = at(1'000'000);
  const std::string code = code_at(secret, step_of(now));
  std::mutex mutex;
  std::atomic<int> opened = 0;
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&] {
      std::unique_lock held(mutex);
      if (signing.sign_in(attempt("anna.lee", password, code), now, &held).value().opened) ++opened;
      EXPECT_TRUE(held.owns_lock());
    });
  for (std::thread& one : all)
    one.join();
  EXPECT_EQ(opened, 1);
}

TEST_F(Signing, ADisabledAccountNeitherSignsInNorStaysSignedIn) {
  SignIn signing(accounts());
  const std::string session = signing.sign_in(attempt("anna.lee", password), at(100)).value().opened->session;
  EXPECT_TRUE(accounts().set_active("anna.lee", false));
  EXPECT_FALSE(signing.session(session, at(101)).value());
  EXPECT_FALSE(signing.sign_in(attempt("anna.lee", password), at(102)).value().opened);
  EXPECT_TRUE(accounts().set_active("anna.lee", true));
  EXPECT_FALSE(signing.session(session, at(103)).value()) << "the session ended";
}

TEST_F(Signing, ANewSessionEndsTheOneThatTheBrowserHad) {
  SignIn signing(accounts());
  const std::string first = signing.sign_in(attempt("anna.lee", password), at(100)).value().opened->session;
  Attempt again = attempt("anna.lee", password);
  again.old_name = first;
  const std::string second = signing.sign_in(again, at(101)).value().opened->session;
  EXPECT_NE(first, second);
  EXPECT_FALSE(signing.session(first, at(102)).value());
  EXPECT_TRUE(signing.session(second, at(102)).value());
}

TEST(Sessions, EndWhenIdleAndInAnyCaseInTheEnd) {
  Sessions sessions({.idle = 10, .absolute = 25});
  const std::string name = sessions.open(anna(), at(0));
  EXPECT_EQ(sessions.find(name, at(9)).value().ends, at(19));
  EXPECT_TRUE(sessions.find(name, at(18)));
  EXPECT_EQ(sessions.find(name, at(24)).value().ends, at(25)) << "used all the time";
  EXPECT_FALSE(sessions.find(name, at(25))) << "used all the time, yet over";
  const std::string other = sessions.open(anna(), at(30));
  EXPECT_FALSE(sessions.find(other, at(40)));
  EXPECT_FALSE(sessions.find("", at(30)));
  EXPECT_EQ(sessions.size(), 0U);
}

TEST(Passwords, AreKeptAsArgon2idAndOfALengthThatHelps) {
  const std::string hash = hash_of(password).value();
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
  EXPECT_TRUE(matches(hash, password));
  EXPECT_FALSE(matches(hash, "blue kettle walkS"));
  EXPECT_FALSE(matches("no hash", password));
  EXPECT_EQ(hash_of("eleven char").error().code, ErrorCode::invalid_input);
  EXPECT_TRUE(hash_of("twelve chars"));
  EXPECT_EQ(hash_of(std::string(129, 'a')).error().code, ErrorCode::invalid_input);
}

TEST_F(Signing, AccountsAreListedChangedAndRefusedByName) {
  Accounts file = accounts();
  EXPECT_EQ(file.add(anna(), password).error().code, ErrorCode::exists_already);
  Member wrong = anna();
  wrong.account = "Anna Lee";
  EXPECT_EQ(file.add(wrong, password).error().code, ErrorCode::invalid_input);
  wrong = anna();
  wrong.account = "bert";
  wrong.roles.clear();
  EXPECT_EQ(file.add(wrong, password).error().where, "role");
  wrong.roles = {Role::auditor, Role::analyst};
  EXPECT_TRUE(file.add(wrong, password));
  const std::vector<Account> listed = file.list().value();
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0].member, anna());
  EXPECT_EQ(listed[1].member, wrong);
  EXPECT_EQ(file.set_active("carl", false).error().code, ErrorCode::not_found);
  EXPECT_EQ(file.set_password("carl", password).error().code, ErrorCode::not_found);
  EXPECT_TRUE(file.set_password("bert", "another long word"));
  EXPECT_TRUE(matches(file.find("bert").value()->password_hash, "another long word"));
}

TEST_F(Signing, TheFileIsItsOwnersAlone) {
  struct stat found = {};
  ASSERT_EQ(::stat(folder_.file("accounts").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
  EXPECT_EQ(Accounts::open(folder_.file("absent"), store::Access::read).error().code, ErrorCode::not_found);
}

} // namespace
} // namespace probity::access

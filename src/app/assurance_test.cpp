// What an auditor has verified beside the whole ledger: a sample of the views, one case, one event.
#include <thread>

#include "ledger/merkle.h"
#include "pages/assurance/verify_page.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
using base::json::Value;
using testing::HasSubstr;
using testing::Not;

class Assurance : public ServedSite {
 protected:
  Assurance() : auditor_(sign_in("auditor")) {}

  void open_with_views() {
    close();
    office_ =
        service::Office::open({folder_.file("log"), folder_.file("accounts"), folder_.file("views")}, [this] {
          return wall_;
        }).value();
    site_ = app::site_of(*office_);
    auditor_ = sign_in("auditor");
  }

  Response begin(http::Pairs fields) {
    fields.add("form_token", token_of(auditor_));
    return send(with(http::post_request("/assure/verify", fields), auditor_));
  }

  Response page_when_ended() {
    for (int tries = 0; tries < 1'000; ++tries) {
      const auto run = office_->verifier().run();
      if (run && run->ended) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return get("/assure/verify", auditor_);
  }
  Value twin() { return base::json::parse(get("/api/v1/verification", auditor_).body).value(); }

  // The first event of the person's record.
  std::uint64_t first_of(Limit limit) {
    std::uint64_t out = 0;
    const auto number = office_->ledger().stream_number(person(limit)).value();
    EXPECT_TRUE(office_->ledger().scan_stream(*number, [&](const ledger::StoredEvent& event) {
      out = event.index;
      return false;
    }));
    return out;
  }
  static std::string proof_of(std::uint64_t event) {
    return "/assure/verify/events/" + std::to_string(event);
  }

  std::string auditor_;
};

TEST_F(Assurance, ASampleOfTheViewsIsDrawnByTheNumberThatWasTyped) {
  EXPECT_THAT(get("/assure/verify", auditor_).body, Not(HasSubstr("value=\"views\"")))
      << "this service keeps none";
  EXPECT_EQ(begin({{"scope", "views"}, {"seed", "7"}}).status, Status::unprocessable_content);
  open_with_views();
  const Response unnamed = begin({{"scope", "views"}, {"people", "2"}});
  EXPECT_EQ(unnamed.status, Status::unprocessable_content);
  EXPECT_THAT(unnamed.body, HasSubstr("href=\"#seed\""));
  EXPECT_THAT(unnamed.body, HasSubstr("value=\"2\"")) << "what was typed stays";
  ASSERT_EQ(begin({{"scope", "views"}, {"seed", "7"}, {"people", "2"}}).status, Status::see_other);
  const std::string page = page_when_ended().body;
  EXPECT_THAT(page, HasSubstr("The views are right"));
  EXPECT_THAT(page, HasSubstr("2 of 3")) << "people folded, of all";
  EXPECT_THAT(page, HasSubstr("--sample 2 --seed 7"));
  EXPECT_THAT(page, HasSubstr("/assure/verify?scope=views&amp;seed=7&amp;people=2"));
  const Value run = *twin().find("run");
  EXPECT_EQ(*run.find("scope")->text(), "views");
  EXPECT_EQ(*run.find("seed")->integer(), 7);
  EXPECT_EQ(*run.find("found")->find("folded")->integer(), 2);
}

TEST_F(Assurance, ACaseIsVerifiedEventByEventForWhoMaySeeIt) {
  EXPECT_THAT(begin({{"scope", "case"}, {"case", "5d0c"}}).body, HasSubstr("href=\"#case\""));
  const Response nobody = begin({{"scope", "case"}, {"case", std::string(32, 'e')}});
  EXPECT_EQ(nobody.status, Status::unprocessable_content);
  EXPECT_THAT(nobody.body, HasSubstr("there is no such case"));
  EXPECT_EQ(begin({{"scope", "case"}, {"case", person(Limit::exclusion).hex()}}).status, Status::forbidden);
  ASSERT_EQ(begin({{"scope", "case"}, {"case", person(Limit::none).hex()}}).status, Status::see_other);
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
  const std::string page = page_when_ended().body;
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)}) << "whoever looks sees whose it is";
  EXPECT_THAT(page, HasSubstr("Nothing of this case was touched"));
  EXPECT_THAT(page, HasSubstr("href=\"" + proof_of(first_of(Limit::none)) + "\""));
  const Value run = *twin().find("run");
  EXPECT_EQ(*run.find("case")->text(), person(Limit::none).hex());
  EXPECT_EQ(run.find("found")->find("events")->array()->size(), 5U);
}

TEST_F(Assurance, WhatWasFoundOfAClosedRecordIsNotShown) {
  ASSERT_TRUE(
      office_->verifier().begin({.scope = service::VerifyScope::record, .person = person(Limit::exclusion)}));
  const std::string page = page_when_ended().body;
  EXPECT_THAT(page, HasSubstr("whose record is closed to you"));
  EXPECT_THAT(page, Not(HasSubstr(person(Limit::exclusion).hex())));
  EXPECT_TRUE(accesses().front().people.empty());
  const Value run = *twin().find("run");
  EXPECT_EQ(run.find("case"), nullptr);
  EXPECT_EQ(run.find("found"), nullptr);
}

TEST_F(Assurance, TheProofOfAnEventLeadsFromItsBytesToTheSignedRoot) {
  const std::uint64_t event = first_of(Limit::none);
  const Response page = get(proof_of(event), auditor_);
  ASSERT_EQ(page.status, Status::ok);
  EXPECT_EQ(accesses().front().page, "event_proof");
  EXPECT_EQ(accesses().front().people, std::vector{person(Limit::none)});
  EXPECT_THAT(page.body, HasSubstr(office_->ledger().leaf(event).value().hex()));
  EXPECT_THAT(page.body, HasSubstr(office_->ledger().root().hex()));
  const Value proof =
      base::json::parse(get("/api/v1/verification/events/" + std::to_string(event), auditor_).body).value();
  std::vector<base::Digest> path;
  for (const Value& hash : *proof.find("path")->array()) {
    EXPECT_THAT(page.body, HasSubstr(*hash.text()));
    path.push_back(*base::Digest::from_hex(*hash.text()));
  }
  EXPECT_TRUE(ledger::inclusion_holds(event, office_->ledger().size(),
                                      ledger::leaf_hash(base::bytes_of(*proof.find("body")->text())), path,
                                      office_->ledger().root()));
  EXPECT_EQ(*proof.find("case")->text(), person(Limit::none).hex());
}

TEST_F(Assurance, TheProofOfAClosedRecordsEventIsRefusedAndOfNoEventNotFound) {
  EXPECT_EQ(get(proof_of(first_of(Limit::exclusion)), auditor_).status, Status::forbidden);
  EXPECT_EQ(accesses().front().refused, "access/limit");
  EXPECT_EQ(get(proof_of(0), auditor_).status, Status::ok) << "that the log was opened is about nobody";
  EXPECT_EQ(get(proof_of(office_->ledger().size()), auditor_).status, Status::not_found);
  EXPECT_EQ(get(proof_of(0), sign_in("senior_manager")).status, Status::forbidden);
}

TEST_F(Assurance, TheRecordOfACaseLeadsAnAuditorToItsProofs) {
  const std::string path = "/cases/" + person(Limit::none).hex() + "/record";
  const std::string page = get(path, auditor_).body;
  EXPECT_THAT(page, HasSubstr("href=\"" + proof_of(first_of(Limit::none)) + "\""));
  EXPECT_THAT(page, HasSubstr("/assure/verify?scope=case&amp;case=" + person(Limit::none).hex()));
  EXPECT_THAT(get(path, sign_in("practitioner")).body, Not(HasSubstr("/assure/verify")));
  EXPECT_THAT(get("/assure/verify?scope=case&case=" + person(Limit::none).hex(), auditor_).body,
              HasSubstr("value=\"" + person(Limit::none).hex() + "\""));
}

} // namespace
} // namespace probity::app

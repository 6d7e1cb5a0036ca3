// The whole site in memory, over a ledger of three people: one whose record is open, one that is closed to
// some by name, one that is open to a few only. An account for each role.
#pragma once

#include <algorithm>
#include <filesystem>
#include <functional>
#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "access/access_entries.h"
#include "app/site.h"
#include "record/access.h"
#include "record/appointment.h"
#include "record/builder.h"
#include "record/person.h"
#include "record/sentence.h"
#include "record/supervision.h"
#include "record/vocabulary.h"
#include "service/signing_in.h"
#include "support/temporary_directory.h"

namespace probity::support {

using access::Role;
using http::Method;
using http::Request;
using http::Response;
using http::Status;

inline const base::Instant before = *base::parse_instant("2016-03-01T09:00:00.000000Z");
inline const base::Instant met = *base::parse_instant("2016-03-07T09:30:00.000000Z");
inline const base::Instant later = *base::parse_instant("2016-03-07T12:00:00.000000Z");
inline const base::Instant clock_on_the_wall = *base::parse_instant("2026-01-05T09:00:00.000000Z");
inline const std::string password = "blue kettle walks";

enum class Limit { none, exclusion, restriction };

inline base::StreamId person(Limit limit) {
  return base::StreamId{{static_cast<std::uint8_t>(1 + static_cast<int>(limit))}};
}
inline std::string called(Limit limit) {
  return limit == Limit::none ? "Zoë O'Hare-Fox" : limit == Limit::exclusion ? "Zena Closed" : "Zita Narrow";
}
inline base::EntityId appointment(Limit limit) {
  return base::EntityId{{0xCC, static_cast<std::uint8_t>(limit)}};
}
inline base::EntityId staff(Role role) {
  return base::EntityId{{0xAA, static_cast<std::uint8_t>(role)}};
}
inline std::string name_of(Role role) {
  return std::string(access::to_text(role));
}

class ServedSite : public testing::Test {
 protected:
  ServedSite() {
    make_ledger();
    std::filesystem::copy_file(accounts_of_all_roles(), folder_.file("accounts"));
    open();
  }

  // Made once: hashing a password is slow on purpose.
  static std::filesystem::path accounts_of_all_roles() {
    static const TemporaryDirectory folder;
    static const bool made = [] {
      auto accounts = access::Accounts::open(folder.file("accounts"), store::Access::write).value();
      for (const Role role : access::all_roles)
        EXPECT_TRUE(accounts.add({name_of(role), staff(role), "CRC1", {role}}, password));
      return true;
    }();
    EXPECT_TRUE(made);
    return folder.file("accounts");
  }

  void close() {
    site_.reset();
    office_.reset();
  }
  void open(const service::OfficeLimits& limits = {}) {
    close();
    office_ = service::Office::open(
                  {folder_.file("log"), folder_.file("accounts")}, [this] { return wall_; }, {}, limits)
                  .value();
    site_ = app::site_of(*office_);
  }

  static ledger::OpenOptions writing() {
    ledger::OpenOptions out;
    out.mode = ledger::OpenOptions::Mode::write;
    out.validate = record::validate;
    return out;
  }

  // What the ledger is changed by while nothing is served; then it is served again.
  void record(const std::function<void(ledger::Ledger&)>& what) {
    close();
    {
      ledger::Ledger log = ledger::Ledger::open(folder_.file("log"), writing()).value();
      what(log);
    }
    open();
  }

  void make_ledger() {
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = before;
    ledger::Ledger log = ledger::Ledger::create(folder_.file("log"), create, writing()).value();
    for (const Limit limit : {Limit::none, Limit::exclusion, Limit::restriction})
      add_person(log, limit);
  }

  void append(ledger::Ledger& log, record::EventBuilder& builder, base::Instant at,
              base::Day on = base::day_of(2016, 3, 1)) {
    base::EventId id;
    id.bytes[15] = ++made_;
    ledger::Submission submission;
    submission.events.push_back(builder.id(id).recorded(at).valid(on).build());
    const auto receipts = log.append({&submission, 1}).value();
    ASSERT_TRUE(receipts.front()) << receipts.front().error().text();
  }

  void add_person(ledger::Ledger& log, Limit limit) {
    const auto one = [&](const record::TypeDeclaration& type) {
      return record::EventBuilder(type, "a/log", person(limit));
    };
    // Recorded in order: a replayed log's time never runs backwards.
    const base::Instant at = limit == Limit::none ? before : later;
    auto registered = one(record::person::registered);
    base::SubjectId subject;
    subject.bytes = person(limit).bytes;
    append(log,
           registered.sealed(
               subject, base::json::Value(base::json::Object{{"name", base::json::Value(called(limit))}})),
           at);
    auto order = one(record::sentence::imposed);
    append(log, order.entity("order", base::EntityId{{1}}).fact("order_type", "community_order"), at);
    auto body = one(record::supervision::provider_assigned);
    append(log, body.fact("provider", "CRC1"), at);
    auto holder = one(record::supervision::practitioner_allocated);
    append(log, holder.fact("practitioner", staff(Role::practitioner).hex()), at);
    auto arranged = one(record::appointment::scheduled);
    append(log, arranged.entity("appointment", appointment(limit)).fact("starts", met).fact("mode", "office"),
           at);
    if (limit == Limit::exclusion)
      for (const Role role : access::all_roles)
        append_limit(log, limit, "exclusion", staff(role));
    if (limit == Limit::restriction) append_limit(log, limit, "restriction", base::EntityId{{0xBB}});
  }

  void append_limit(ledger::Ledger& log, Limit limit, std::string_view kind, const base::EntityId& whom) {
    record::EventBuilder closed(record::access::limited, "a/log", person(limit));
    append(log, closed.fact("limit", kind).fact("staff", whom.hex()).fact("reason", "conflict_of_interest"),
           later);
  }

  Response send(Request request) { return http::serve_in_memory(*site_, std::move(request)); }

  std::string sign_in(const std::string& name, const std::string& word = password) {
    const Response response = send(http::post_request("/sign-in", {{"name", name}, {"password", word}}));
    const auto cookie = response.headers.find("Set-Cookie");
    if (!cookie) return {};
    const std::string text(*cookie);
    const std::size_t from = text.find('=') + 1;
    return text.substr(from, text.find(';') - from);
  }
  static Request with(Request request, const std::string& session) {
    request.cookies.add(service::session_cookie, session);
    return request;
  }
  Response get(const std::string& path, const std::string& session) {
    return send(with(http::get_request(path), session));
  }
  static std::string hidden(const std::string& page, const std::string& field) {
    const std::size_t at = page.find("name=\"" + field + "\" value=\"");
    if (at == std::string::npos) return {};
    const std::size_t from = page.find("value=\"", at) + 7;
    return page.substr(from, page.find('"', from) - from);
  }
  // Of a page that every role sees, if only as a refusal.
  std::string token_of(const std::string& session) {
    return hidden(get("/start", session).body, "form_token");
  }
  static Request json(std::string_view path, std::string body) {
    Request request = http::get_request(path);
    request.method = Method::post;
    request.headers.set("Content-Type", "application/json");
    request.body = std::move(body);
    return request;
  }
  // A command as the API takes it. `number`, from 0 to 89, makes its id; `more`: further members, each after
  // a comma.
  static std::string command(std::string_view name, int number, std::string_view more = "") {
    return R"({"id":"015d00000000000000000000000000)" + std::to_string(10 + number) + R"(","command":")" +
           std::string(name) + '"' + std::string(more) + "}";
  }
  // Given by the API, about the person of this id.
  Response give_command(const std::string& session, const std::string& about, std::string body) {
    return send(with(json("/api/v1/cases/" + about + "/commands", std::move(body)), session));
  }
  std::vector<access::AccessEntry> accesses() {
    return access::access_entries(office_->access_log().log()).value();
  }
  static std::string case_path(Limit limit = Limit::none) { return "/cases/" + person(limit).hex(); }
  // Told by the API: what came of the appointment, in the body's further members.
  Response tell_outcome(const std::string& session, const std::string& members) {
    return send(with(json("/api/v1" + outcome_path() + "s",
                          R"({"id":"015d0000000000000000000000000001",)" + members + "}"),
                     session));
  }
  static std::string outcome_path(Limit limit = Limit::none) {
    return case_path(limit) + "/appointments/" + appointment(limit).hex() + "/outcome";
  }

  TemporaryDirectory folder_;
  std::uint8_t made_ = 0;
  base::Instant wall_ = clock_on_the_wall; // what the service takes for now
  std::unique_ptr<service::Office> office_;
  std::shared_ptr<http::Site> site_;
};

} // namespace probity::support

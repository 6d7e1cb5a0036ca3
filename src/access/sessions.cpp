#include "access/sessions.h"

#include <algorithm>
#include <sodium.h>
#include <tuple>

namespace probity::access {
namespace {

std::string random_hex() {
  PROBITY_ENSURE(sodium_init() >= 0);
  std::array<std::uint8_t, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base::to_hex(bytes);
}

base::Digest kept_as(std::string_view name) {
  return base::sha256(base::bytes_of(name));
}

constexpr std::int64_t second = 1'000'000;

} // namespace

std::array<std::uint8_t, 16> random_bytes() {
  PROBITY_ENSURE(sodium_init() >= 0);
  std::array<std::uint8_t, 16> out{};
  randombytes_buf(out.data(), out.size());
  return out;
}

base::Instant Sessions::end_of(const Session& session) const {
  return {std::min(session.seen.microseconds + limits_.idle * second,
                   session.started.microseconds + limits_.absolute * second)};
}

bool Sessions::over(const Session& session, base::Instant now) const {
  return now.microseconds >= end_of(session).microseconds;
}

std::string Sessions::open(Member member, base::Instant now, std::string_view old_name,
                           const base::Digest& signed_in_with) {
  close(old_name);
  std::erase_if(sessions_, [&](const auto& one) { return over(one.second, now); });
  std::string name = random_hex();
  sessions_.emplace(kept_as(name), Session{std::move(member), random_hex(), now, now, signed_in_with, {}});
  return name;
}

std::optional<Session> Sessions::find(std::string_view name, base::Instant now) {
  const auto found = sessions_.find(kept_as(name));
  if (found == sessions_.end()) return std::nullopt;
  if (over(found->second, now)) {
    sessions_.erase(found);
    return std::nullopt;
  }
  found->second.seen = now;
  found->second.ends = end_of(found->second);
  return found->second;
}

std::vector<Session> Sessions::list(base::Instant now) const {
  std::vector<Session> out;
  for (const auto& [name, session] : sessions_)
    if (!over(session, now)) out.push_back(session);
  std::sort(out.begin(), out.end(), [](const Session& a, const Session& b) {
    return std::tie(a.member.account, a.started) < std::tie(b.member.account, b.started);
  });
  return out;
}

void Sessions::close(std::string_view name) {
  sessions_.erase(kept_as(name));
}

void Sessions::close_all(std::string_view account) {
  std::erase_if(sessions_, [&](const auto& one) { return one.second.member.account == account; });
}

} // namespace probity::access

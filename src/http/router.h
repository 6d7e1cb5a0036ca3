// Which handler answers a method and a path.
//
// A pattern is "/" or parts, each a literal or typed: "/cases/{id:hex32}/outcomes/{seq:number}". Types:
//   hex32    32 lower-case hex digits: a 128-bit identifier
//   number   0 … 10^18 − 1 without leading zeros
//   day      a date that exists, YYYY-MM-DD
//   word     1 … 64 of a–z, 0–9, "_", "-"
//   rest     last only: one or more further parts, as they are
// A literal goes before a typed part; else what was added first.
#pragma once

#include "http/request.h"
#include "http/response.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace probity::http {

// May be called from several threads at once.
using Handler = std::function<Response(const Request&)>;

enum class PartType : std::uint8_t { literal, hex32, number, day, word, rest };

struct PatternPart {
  PartType type = PartType::literal;
  std::string text; // of a literal: itself; otherwise the name
  bool operator==(const PatternPart&) const = default;
};

struct Route {
  Method method = Method::get;
  std::string pattern;
  std::string label; // what the owner of the route calls it: the action that its gate asks for
  Handler handler;
  std::vector<PatternPart> parts; // of the pattern
};

struct Match {
  const Route* route = nullptr; // nothing: see `allowed`
  Pairs parts;
  std::vector<Method> allowed; // of all patterns that the path fits; empty: no such path
};

class Router {
 public:
  // A malformed pattern, or a method and pattern that are taken, stop the program.
  void add(Method method, std::string_view pattern, std::string_view label, Handler handler);

  // HEAD is answered by the handler of GET where it has none of its own.
  [[nodiscard]] Match match(Method method, std::string_view path) const;
  // In the order in which they were added, for tests that walk them all.
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

// "GET, HEAD, OPTIONS, POST" for the Allow field.
std::string allow_field(const std::vector<Method>& allowed);

} // namespace probity::http

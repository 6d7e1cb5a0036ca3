// What the API can be asked, declared once: the routes are made from it, and so is the OpenAPI document.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"
#include "service/office.h"

namespace probity::api {

// A member of what is sent or answered, or of a query.
struct MemberDeclaration {
  std::string_view name;
  std::string_view type; // of JSON Schema: "string", "integer", "boolean", "array", "object"
  bool needed = true;
  std::string_view meaning = {};
  std::string_view pattern = {};                // of a string; empty: any
  std::span<const std::string_view> codes = {}; // of a string; empty: any
};

// Whether the body gives a command of casework, and which: about somebody whom the record has, one that opens
// a record, about a member of staff or a post, or the one that makes a post.
enum class GivesCommand { no, about_somebody, opens_record, about_staff, makes_post };

struct Operation {
  http::Method method = http::Method::get;
  std::string_view pattern = {}; // of the router
  std::string_view label = {};   // the action that the gate is asked for, or "open"
  std::string_view name = {};    // for clients that are generated
  std::string_view summary = {};
  std::vector<MemberDeclaration> query = {};
  std::vector<MemberDeclaration> body = {}; // empty: none is sent
  GivesCommand gives_command = GivesCommand::no;
  std::vector<MemberDeclaration> answer = {};
  std::vector<http::Status> good = {};    // with which it answers; the first when it is done
  std::vector<http::Status> refused = {}; // with a problem (RFC 9457)
  // One of them: for who is signed in, or for anybody.
  http::Response (*for_caller)(service::Office&, const http::Request&, const service::Caller&) = nullptr;
  http::Response (*for_anybody)(service::Office&, const http::Request&) = nullptr;
};

// What a request that gives a command has in its body, and what is answered.
std::vector<MemberDeclaration> command_body();
std::vector<MemberDeclaration> command_answer();

// In the order of the routes.
const std::vector<Operation>& operations();

// The OpenAPI 3.1 document of the operations, canonical JSON.
std::string openapi_document();

} // namespace probity::api

// The OpenAPI document is well formed, names every route of the API and no other, and each answers as it
// says.
#include <nlohmann/json.hpp>
#include <set>

#include "api/operation.h"
#include "casework/command.h"
#include "support/served_site.h"

namespace probity::app {
namespace {

using namespace support;
// Not our own reader, which takes no key with a slash or a capital.
using Value = nlohmann::json;

Value parsed(const std::string& text) {
  Value value = Value::parse(text, nullptr, false);
  EXPECT_FALSE(value.is_discarded()) << text.substr(0, 200);
  return value;
}
const Value& at(const Value& value, std::initializer_list<std::string_view> path) {
  static const Value nothing;
  const Value* found = &value;
  for (const std::string_view step : path) {
    const auto next = found->find(std::string(step));
    if (next == found->end()) {
      ADD_FAILURE() << "no member " << step;
      return nothing;
    }
    found = &*next;
  }
  return *found;
}
std::string word(const Value& value) {
  return value.is_string() ? value.get<std::string>() : "";
}

bool is_of_type(const Value& value, const std::string& type) {
  return (type == "string" && value.is_string()) || (type == "array" && value.is_array()) ||
         (type == "object" && value.is_object()) || (type == "integer" && value.is_number_integer()) ||
         (type == "boolean" && value.is_boolean());
}

// What `object` has is what the schema of an object allows and needs.
void expect_fits(const Value& object, const Value& schema, const std::string& where) {
  ASSERT_TRUE(object.is_object()) << where;
  const Value& properties = at(schema, {"properties"});
  for (const auto& [name, value] : object.items()) {
    ASSERT_TRUE(properties.contains(name)) << where << " answers " << name << ", which is not declared";
    const std::string type = word(at(properties, {name, "type"}));
    EXPECT_TRUE(is_of_type(value, type)) << where << ": " << name << " is no " << type;
  }
  for (const Value& name : schema.value("required", Value::array()))
    EXPECT_TRUE(object.contains(word(name))) << where << " lacks " << word(name);
}

class OpenApi : public ServedSite {
 protected:
  const Value document_ = parsed(get("/api/openapi.json", "").body);

  static std::string documented(std::string pattern) {
    for (std::size_t colon = pattern.find(':'); colon != std::string::npos; colon = pattern.find(':'))
      pattern.erase(colon, pattern.find('}', colon) - colon);
    return pattern;
  }
  static std::string verb(Method method) { return method == Method::post ? "post" : "get"; }

  // The answer is one that the document has for the operation, and fits its schema.
  void expect_declared(const Response& answer, const http::Route& route) {
    const std::string where = verb(route.method) + " " + route.pattern;
    const std::string status = std::to_string(static_cast<int>(answer.status));
    const Value& responses =
        at(document_, {"paths", documented(route.pattern), verb(route.method), "responses"});
    ASSERT_TRUE(responses.contains(status))
        << where << " answers " << status << ", which is not declared: " << answer.body;
    const bool good = status.starts_with("2");
    const std::string type = good ? "application/json" : "application/problem+json";
    EXPECT_TRUE(answer.headers.find("Content-Type")->starts_with(type)) << where;
    expect_fits(parsed(answer.body),
                good ? at(responses, {status, "content", type, "schema"})
                     : at(document_, {"components", "schemas", "Problem"}),
                where + " " + status);
  }
};

TEST_F(OpenApi, IsAWellFormedDocument) {
  EXPECT_EQ(at(document_, {"openapi"}), "3.1.0");
  EXPECT_FALSE(word(at(document_, {"info", "title"})).empty());
  EXPECT_FALSE(word(at(document_, {"info", "version"})).empty());
  EXPECT_EQ(at(document_, {"components", "securitySchemes", "session", "name"}),
            std::string(service::session_cookie));
  std::set<std::string> names;
  for (const auto& [path, item] : at(document_, {"paths"}).items()) {
    EXPECT_TRUE(path.starts_with("/"));
    for (const auto& [method, operation] : item.items()) {
      EXPECT_TRUE(method == "get" || method == "post") << method;
      EXPECT_TRUE(names.insert(word(at(operation, {"operationId"}))).second)
          << path << " has the name of another";
      std::set<std::string> in_path;
      for (const Value& one : operation.value("parameters", Value::array())) {
        (void)at(one, {"schema", "type"});
        if (at(one, {"in"}) != "path") continue;
        EXPECT_EQ(at(one, {"required"}), true);
        in_path.insert("{" + word(at(one, {"name"})) + "}");
      }
      EXPECT_EQ(in_path.size(), static_cast<std::size_t>(std::count(path.begin(), path.end(), '{')));
      for (const std::string& one : in_path)
        EXPECT_NE(path.find(one), std::string::npos);
      EXPECT_EQ(operation.contains("requestBody"), method == "post");
      ASSERT_FALSE(at(operation, {"responses"}).empty());
      for (const auto& [status, response] : at(operation, {"responses"}).items()) {
        EXPECT_EQ(status.size(), 3U);
        EXPECT_FALSE(word(at(response, {"description"})).empty());
        for (const auto& [type, content] : at(response, {"content"}).items())
          EXPECT_EQ(at(content, {"schema"}).value("$ref", "#/components/schemas/Problem"),
                    "#/components/schemas/Problem");
      }
    }
  }
  EXPECT_EQ(names.size(), api::operations().size());
}

TEST_F(OpenApi, HasTheSchemaOfEveryCommand) {
  const Value& schemas = at(document_, {"components", "schemas"});
  std::set<std::string> named;
  for (const auto& [path, item] : at(document_, {"paths"}).items()) {
    if (!item.contains("post")) continue;
    const Value& body = at(item, {"post", "requestBody", "content", "application/json", "schema"});
    for (const Value& one : body.value("oneOf", Value::array())) {
      const std::string name = word(at(one, {"$ref"})).substr(std::string("#/components/schemas/").size());
      ASSERT_TRUE(schemas.contains(name)) << name;
      EXPECT_TRUE(named.insert(name).second) << name << " is taken by two operations";
    }
  }
  std::size_t commands = 0;
  for (const record::TypeDeclaration* type : casework::commands()) {
    ++commands;
    EXPECT_TRUE(named.contains("command." + std::string(type->name))) << type->name;
    const Value& fields =
        at(schemas, {"command." + std::string(type->name), "properties", "fields", "properties"});
    for (const record::FieldDeclaration& field : type->fields)
      EXPECT_EQ(at(fields, {std::string(field.name), "type"}), "string") << type->name;
  }
  EXPECT_EQ(named.size(), commands);
  EXPECT_EQ(at(schemas, {"command.plan.draft", "properties", "fields", "required"}), Value::array({"kind"}));
  EXPECT_EQ(at(schemas, {"command.plan.file", "properties", "fields", "required"}), Value::array({"plan"}));
}

TEST_F(OpenApi, NamesEveryRouteAndEachAnswersAsItSays) {
  const std::string practitioner = sign_in("practitioner");
  const std::string auditor = sign_in("auditor");
  const std::string manager = sign_in("contract_manager");
  const std::string senior = sign_in("senior_practitioner");
  const std::string chief = sign_in("senior_manager");
  // Of whom there is something on every route.
  const std::string learn =
      R"({"id":"015d0000000000000000000000000009","command":"further_offence.learn","fields":)"
      R"({"offence":"robbery","class":"automatic","offence_on":"2016-03-05","charged_on":"2016-03-06"}})";
  const std::string learnt =
      send(with(json("/api/v1/cases/" + person(Limit::none).hex() + "/commands", learn), practitioner)).body;
  const std::string_view named = "\"further_offence\":\"";
  ASSERT_NE(learnt.find(named), std::string::npos) << learnt;
  const std::string offence = learnt.substr(learnt.find(named) + named.size(), 32);
  std::size_t walked = 0;
  for (const http::Route& route : site_->router.routes()) {
    if (!route.pattern.starts_with("/api/")) continue;
    ++walked;
    for (const std::string& who : {std::string(), practitioner, auditor, manager, senior, chief})
      for (const std::string& record :
           {person(Limit::none).hex(), person(Limit::exclusion).hex(), std::string(32, 'f')}) {
        std::string path = route.pattern;
        for (const auto& [part, value] : {std::pair<std::string, std::string>{"{case:hex32}", record},
                                          {"{appointment:hex32}", appointment(Limit::none).hex()},
                                          {"{name:word}", "none"},
                                          {"{period:word}", "2016-03"},
                                          {"{clause:word}", "fee"},
                                          {"{line:word}", "1"},
                                          {"{record:hex32}", record},
                                          {"{event:number}", "1"},
                                          {"{plan:hex32}", std::string(32, 'f')},
                                          {"{further_offence:hex32}", offence},
                                          {"{staff:hex32}", staff(Role::practitioner).hex()}})
          if (const std::size_t found = path.find(part); found != std::string::npos)
            path.replace(found, part.size(), value);
        if (route.method == Method::get) {
          expect_declared(get(path, who), route);
          continue;
        }
        Request plain = with(json(path, "{}"), who);
        plain.headers.set("Content-Type", "text/plain");
        expect_declared(send(plain), route);
        for (const char* body :
             {"[]", R"({"unheard_of":"1"})", R"({"q":"nobody at all"})",
              R"({"id":"015d0000000000000000000000000001","outcome":"attended_complied"})",
              R"({"id":"015d0000000000000000000000000001","outcome":"unacceptable_absence"})",
              R"({"id":"015d0000000000000000000000000002","outcome":"unacceptable_absence"})",
              R"({"name":"practitioner","password":"wrong wrong wrong"})",
              R"({"name":"auditor","password":"blue kettle walks"})"})
          expect_declared(send(with(json(path, body), who)), route);
      }
  }
  EXPECT_EQ(walked, api::operations().size());
}

} // namespace
} // namespace probity::app

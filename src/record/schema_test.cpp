#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "record/vocabulary.h"

namespace probity::record {
namespace {

// The project's root, from this file's own path as the compiler was given it.
std::filesystem::path project_root() {
  return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
}

TEST(JsonSchema, SaysWhatTheDeclarationSays) {
  for (const TypeDeclaration* type : vocabulary()) {
    const auto schema = nlohmann::json::parse(json_schema(*type));
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(schema["title"], type->name);
    EXPECT_EQ(schema["properties"]["type"]["const"], type->name);
    const auto& facts = schema["else"]["properties"]["facts"];
    EXPECT_EQ(facts["additionalProperties"], false);
    std::size_t declared = 0;
    bool sealed = false;
    for (const FieldDeclaration& field : type->fields) {
      sealed = sealed || field.part == Part::sealed;
      if (field.part == Part::sealed) {
        EXPECT_TRUE(schema["properties"]["sealed"]["items"]["properties"]["part"]["properties"].contains(
            std::string(field.name)));
        continue;
      }
      ++declared;
      ASSERT_TRUE(facts["properties"].contains(std::string(field.name))) << type->name << " " << field.name;
      const auto& field_schema = facts["properties"][std::string(field.name)];
      EXPECT_EQ(field_schema.contains("enum") ? field_schema["enum"].size() : 0, field.codes.size());
      const bool required = facts.contains("required") &&
                            std::count(facts["required"].begin(), facts["required"].end(), field.name) == 1;
      EXPECT_EQ(required, field.presence == Presence::required) << type->name << " " << field.name;
    }
    EXPECT_EQ(facts["properties"].size(), declared);
    EXPECT_EQ(schema["properties"].contains("sealed"), sealed);
  }
}

TEST(Vocabulary, IsSortedAndFindsEveryTypeByName) {
  std::string_view last;
  for (const TypeDeclaration* type : vocabulary()) {
    EXPECT_LT(last, type->name);
    last = type->name;
    EXPECT_EQ(find_type(type->name), type);
  }
  EXPECT_EQ(find_type(""), nullptr);
  EXPECT_EQ(find_type("zzz.zzz"), nullptr);
  EXPECT_EQ(find_type("custody.release"), nullptr);
}

TEST(VocabularyPage, IsTheCommittedPage) {
  std::ifstream file(project_root() / "docs" / "vocabulary.md");
  ASSERT_TRUE(file) << "docs/vocabulary.md cannot be read";
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_TRUE(text.str() == vocabulary_page()) << "a declaration changed: run `probity vocabulary --markdown "
                                                  "> docs/vocabulary.md` and commit the page";
}

} // namespace
} // namespace probity::record

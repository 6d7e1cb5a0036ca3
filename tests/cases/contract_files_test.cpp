// What the contract files that ship promise of one another.
#include <algorithm>
#include <filesystem>
#include <set>

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "app/files.h"
#include "contract/findings.h"

namespace {

namespace fs = std::filesystem;

std::string text_of(const std::string& name) {
  const auto text = probity::app::read_file(std::string(PROBITY_CONTRACTS) + "/" + name);
  EXPECT_TRUE(text);
  return text ? *text : std::string();
}

std::vector<std::string> clause_lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, to - from);
    from = to + 1;
    if (line.starts_with("[[variation]]")) break;
    if (!line.empty() && line[0] != '#' && !line.starts_with("title = \"Community rehabilitation"))
      out.push_back(line);
  }
  return out;
}

TEST(ContractFiles, EveryOneThatShipsLeavesNoQuestionOpen) {
  for (const auto& file : fs::directory_iterator(PROBITY_CONTRACTS)) {
    const std::string name = file.path().filename().string();
    const auto contract = probity::contract::Contract::parse(text_of(name), name);
    ASSERT_TRUE(contract) << contract.error().text();
    EXPECT_FALSE(contract->explanation().empty()) << name;
    for (const probity::contract::Finding& found : findings_of(*contract))
      ADD_FAILURE() << name << " line " << found.line << ", " << found.clause << ": " << found.message;
  }
}

TEST(ContractFiles, TheContractOf2017IsThatOf2015AndAVariation) {
  EXPECT_EQ(clause_lines(text_of("crc-2017.toml")), clause_lines(text_of("crc-2015.toml")));
  const auto varied = probity::contract::Contract::parse(text_of("crc-2017.toml"), "crc-2017.toml");
  ASSERT_TRUE(varied) << varied.error().text();
  ASSERT_EQ(varied->variations().size(), 1U);
  EXPECT_EQ(to_text(varied->variations().front().effective_from), "2017-08-01");
}

} // namespace

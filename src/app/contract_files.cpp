#include "app/contract_files.h"

#include <algorithm>
#include <filesystem>

#include "app/files.h"

namespace probity::app {
namespace {

constexpr std::size_t longest_name = 64;

bool can_stand_in_an_address(const std::string& name) {
  return !name.empty() && name.size() <= longest_name && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

} // namespace

base::Result<std::vector<std::shared_ptr<const service::ContractFile>>>
load_contracts(const std::string& folder) {
  std::error_code trouble;
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder, trouble))
    if (entry.path().extension() == ".toml") found.push_back(entry.path());
  if (trouble)
    return base::fail(base::ErrorCode::not_found, "there is no such folder, or it may not be read", folder,
                      "Name the folder that has the contract files");
  std::sort(found.begin(), found.end());
  std::vector<std::shared_ptr<const service::ContractFile>> out;
  for (const std::filesystem::path& path : found) {
    const std::string name = path.stem().string();
    if (!can_stand_in_an_address(name))
      return base::fail(base::ErrorCode::invalid_input, "the name of a contract file stands in addresses",
                        path.string(), "Name it with a–z, 0–9, \"_\" and \"-\", at most 64 of them");
    PROBITY_ASSIGN(contract::Contract contract, load_contract(path.string()));
    out.push_back(
        std::make_shared<const service::ContractFile>(service::ContractFile{name, std::move(contract)}));
  }
  return out;
}

} // namespace probity::app

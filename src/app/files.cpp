#include "app/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace probity::app {

base::Result<std::string> read_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return base::fail(base::ErrorCode::invalid_input, "this is a folder, not a file", path);
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return base::fail(base::ErrorCode::not_found,
                      std::string("the file cannot be opened: ") + std::strerror(errno), path,
                      "check the path");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

base::Result<void> write_file(const std::string& path, std::string_view text) {
  const std::string partial = path + ".partial";
  {
    std::ofstream out(partial, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) {
      std::remove(partial.c_str());
      return base::fail(base::ErrorCode::io,
                        std::string("the file cannot be written: ") + std::strerror(errno), path,
                        "check the folder and the space left");
    }
  }
  if (std::rename(partial.c_str(), path.c_str()) != 0)
    return base::fail(base::ErrorCode::io,
                      std::string("the file cannot be put in place: ") + std::strerror(errno), path);
  return {};
}

base::Result<contract::Contract> load_contract(const std::string& path) {
  PROBITY_ASSIGN(const std::string text, read_file(path));
  return contract::Contract::parse(text, path);
}

} // namespace probity::app

#include "app/new_folder.h"

#include <filesystem>
#include <system_error>

#include "app/files.h"

namespace probity::app {
namespace {

namespace fs = std::filesystem;

} // namespace

NewFolder::NewFolder(std::string path, std::string unfinished)
    : path_(std::move(path)), unfinished_(std::move(unfinished)) {}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : path_(std::move(other.path_)), unfinished_(std::move(other.unfinished_)) {
  other.unfinished_.clear();
}

NewFolder::~NewFolder() {
  if (unfinished_.empty()) return;
  std::error_code ignored;
  fs::remove_all(unfinished_, ignored);
}

base::Result<NewFolder> NewFolder::open(const std::string& path) {
  std::string trimmed = path;
  while (trimmed.size() > 1 && trimmed.back() == '/')
    trimmed.pop_back();
  std::error_code fault;
  if (fs::exists(trimmed, fault) && (!fs::is_directory(trimmed, fault) || !fs::is_empty(trimmed, fault)))
    return base::fail(base::ErrorCode::exists_already, "there is something there already", path,
                      "name a folder that does not exist yet, or is empty");
  std::string unfinished = trimmed + ".unfinished";
  if (fs::exists(unfinished, fault))
    return base::fail(base::ErrorCode::exists_already, "an earlier run left an unfinished folder", unfinished,
                      "remove it, if no other run is writing it");
  if (!fs::create_directory(unfinished, fault))
    return base::fail(base::ErrorCode::io, "the folder cannot be made: " + fault.message(), unfinished,
                      "does the folder it stands in exist, and may it be written?");
  return NewFolder(std::move(trimmed), std::move(unfinished));
}

base::Result<void> NewFolder::write(const std::string& name, std::string_view text) {
  return write_file(unfinished_ + "/" + name, text);
}

base::Result<void> NewFolder::finish() {
  std::error_code fault;
  fs::rename(unfinished_, path_, fault);
  if (fault)
    return base::fail(base::ErrorCode::io, "the folder cannot be given its name: " + fault.message(), path_);
  unfinished_.clear();
  return {};
}

} // namespace probity::app

// A folder of files that appears whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace probity::app {

class NewFolder {
 public:
  // Nothing is there yet, or an empty folder; its parent exists. `exists_already`: nothing
  // is overwritten. `io`: the folder cannot be made.
  static base::Result<NewFolder> open(const std::string& path);
  NewFolder(NewFolder&& other) noexcept;
  NewFolder& operator=(NewFolder&& other) = delete;
  ~NewFolder(); // takes away what was not finished

  base::Result<void> write(const std::string& name, std::string_view text);
  // Gives the folder its name.
  base::Result<void> finish();

 private:
  NewFolder(std::string path, std::string unfinished);

  std::string path_;
  std::string unfinished_; // empty once finished
};

} // namespace probity::app

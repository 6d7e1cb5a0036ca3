// Runs the program as a user does and keeps what it answered.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <sys/wait.h>

#include "support/temporary_directory.h"

namespace probity::support {

inline std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct ProgramAnswer {
  int status = -1; // as it left; -1 when it did not leave by itself
  std::string out;
  std::string err;
  [[nodiscard]] std::string all() const { return out + err; }
};

// `words` follow the program's name, as for a shell; standard input is empty.
inline ProgramAnswer run_program(std::string_view program, std::string_view words) {
  const TemporaryDirectory folder;
  std::string command(program);
  command.append(" ").append(words).append(" >").append(folder.file("out"));
  command.append(" 2>").append(folder.file("err")).append(" </dev/null");
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(folder.file("out")),
          contents(folder.file("err"))};
}

} // namespace probity::support

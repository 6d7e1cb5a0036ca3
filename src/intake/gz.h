// A file that is plain or gzip (RFC 1952), told apart by its first two bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "intake/byte_source.h"

namespace probity::intake {

class FileSource final : public ByteSource {
 public:
  // `not_found` when it cannot be opened, `invalid_input` for a folder.
  static base::Result<FileSource> open(const std::string& path);
  ~FileSource() override;
  FileSource(FileSource&&) noexcept;
  FileSource& operator=(FileSource&&) noexcept;

  // Uncompressed bytes; several gzip members after one another are read as one. `invalid_input` when gzip
  // data end early or are damaged, and how far they went; every later call says the same.
  base::Result<std::size_t> read(std::span<char> out) override;

  // SHA-256 of the uncompressed bytes given so far.
  [[nodiscard]] base::Digest digest() const;
  [[nodiscard]] std::uint64_t bytes_given() const;

 private:
  struct State;
  explicit FileSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace probity::intake

#include "intake/gz.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <openssl/evp.h>
#include <optional>
#include <zlib.h>

namespace probity::intake {

using base::ErrorCode;

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

} // namespace

struct FileSource::State {
  std::string path;
  std::unique_ptr<std::FILE, CloseFile> file;
  std::unique_ptr<EVP_MD_CTX, FreeContext> hash{EVP_MD_CTX_new()};
  std::array<unsigned char, 65'536> in{};
  std::size_t in_size = 0;     // bytes in `in`
  std::size_t in_position = 0; // of them used (plain files; gzip uses the stream's own)
  bool file_ended = false;
  bool compressed = false;
  bool in_member = false; // a gzip member has begun and not ended
  z_stream stream{};
  std::uint64_t taken = 0; // bytes read from the file
  std::uint64_t given = 0;
  std::optional<base::Error> failed;

  ~State() {
    if (compressed) inflateEnd(&stream);
  }

  base::Result<void> fill() {
    in_size = std::fread(in.data(), 1, in.size(), file.get());
    in_position = 0;
    taken += in_size;
    if (in_size == 0) {
      if (std::ferror(file.get()) != 0)
        return base::fail(ErrorCode::io, std::string("the file cannot be read: ") + std::strerror(errno),
                          path);
      file_ended = true;
    }
    return {};
  }

  base::Error damaged(const std::string& what) const {
    return {ErrorCode::invalid_input,
            what + ": " + std::to_string(given) + " bytes could be unpacked from the first " +
                std::to_string(taken - stream.avail_in) + " bytes of the file",
            path, "fetch the file again from its publisher"};
  }

  base::Result<std::size_t> read_plain(std::span<char> out) {
    if (in_position == in_size && !file_ended) PROBITY_TRY(fill());
    const std::size_t count = std::min(out.size(), in_size - in_position);
    std::memcpy(out.data(), in.data() + in_position, count);
    in_position += count;
    return count;
  }

  base::Result<std::size_t> unpack(std::span<char> out) {
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), 1U << 20U));
    const uInt room = stream.avail_out;
    while (stream.avail_out == room) {
      if (stream.avail_in == 0 && !file_ended) {
        PROBITY_TRY(fill());
        stream.next_in = in.data();
        stream.avail_in = static_cast<uInt>(in_size);
      }
      if (stream.avail_in == 0 && file_ended) {
        if (in_member) return tl::unexpected(damaged("the gzip file ends early"));
        break;
      }
      if (!in_member) {
        if (inflateReset(&stream) != Z_OK) return tl::unexpected(damaged("the gzip file cannot be unpacked"));
        in_member = true;
      }
      const int code = inflate(&stream, Z_NO_FLUSH);
      if (code == Z_STREAM_END)
        in_member = false;
      else if (code != Z_OK && code != Z_BUF_ERROR)
        return tl::unexpected(damaged("the gzip file is damaged"));
    }
    return room - stream.avail_out;
  }
};

FileSource::FileSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileSource::~FileSource() = default;
FileSource::FileSource(FileSource&&) noexcept = default;
FileSource& FileSource::operator=(FileSource&&) noexcept = default;

base::Result<FileSource> FileSource::open(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return base::fail(ErrorCode::invalid_input, "this is a folder, not a file", path);
  auto state = std::make_unique<State>();
  state->path = path;
  state->file.reset(std::fopen(path.c_str(), "rb"));
  if (!state->file)
    return base::fail(ErrorCode::not_found, std::string("the file cannot be opened: ") + std::strerror(errno),
                      path, "check the path");
  PROBITY_ENSURE(state->hash && EVP_DigestInit_ex(state->hash.get(), EVP_sha256(), nullptr) == 1);
  PROBITY_TRY(state->fill());
  if (state->in_size >= 2 && state->in[0] == 0x1f && state->in[1] == 0x8b) {
    constexpr int gzip_only = 15 + 16; // the largest window, and the gzip format alone
    PROBITY_ENSURE(inflateInit2(&state->stream, gzip_only) == Z_OK);
    state->compressed = true;
    state->stream.next_in = state->in.data();
    state->stream.avail_in = static_cast<uInt>(state->in_size);
  }
  return FileSource(std::move(state));
}

base::Result<std::size_t> FileSource::read(std::span<char> out) {
  State& state = *state_;
  if (state.failed) return tl::unexpected(*state.failed);
  if (out.empty()) return 0;
  auto count = state.compressed ? state.unpack(out) : state.read_plain(out);
  if (!count) {
    state.failed = count.error();
    return count;
  }
  state.given += *count;
  EVP_DigestUpdate(state.hash.get(), out.data(), *count);
  return count;
}

base::Digest FileSource::digest() const {
  const std::unique_ptr<EVP_MD_CTX, FreeContext> copy(EVP_MD_CTX_new());
  base::Digest out;
  unsigned size = 0;
  PROBITY_ENSURE(copy && EVP_MD_CTX_copy_ex(copy.get(), state_->hash.get()) == 1 &&
                 EVP_DigestFinal_ex(copy.get(), out.bytes.data(), &size) == 1 && size == out.bytes.size());
  return out;
}

std::uint64_t FileSource::bytes_given() const {
  return state_->given;
}

} // namespace probity::intake

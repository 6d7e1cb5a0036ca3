#include "intake/gz.h"

#include <array>
#include <fstream>
#include <gmock/gmock-matchers.h>
#include <zlib.h>

#include "support/temporary_directory.h"

namespace probity::intake {
namespace {

using ::testing::HasSubstr;

std::string packed(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

// Not to be packed to almost nothing.
std::string long_text() {
  std::string out;
  std::uint32_t state = 1;
  for (int i = 0; i < 300'000; ++i) {
    state = state * 1'664'525U + 1'013'904'223U;
    out += static_cast<char>('a' + (state >> 28U));
  }
  return out;
}

struct Outcome {
  std::string text;
  std::optional<base::Error> error;
  base::Digest digest;
};

Outcome read_all(const std::string& bytes) {
  const support::TemporaryDirectory folder;
  const std::string path = folder / "data";
  std::ofstream(path, std::ios::binary) << bytes;
  auto source = FileSource::open(path);
  Outcome out;
  std::array<char, 10'007> buffer{};
  while (true) {
    const auto count = source->read(buffer);
    if (!count) out.error = count.error();
    if (!count || *count == 0) break;
    out.text.append(buffer.data(), *count);
  }
  out.digest = source->digest();
  return out;
}

TEST(FileSource, ReadsPlainAndPackedAlike) {
  for (const std::string& text : {std::string(), std::string("a"), std::string("a,b\n"), long_text()}) {
    const Outcome plain = read_all(text);
    const Outcome unpacked = read_all(packed(text));
    EXPECT_EQ(plain.text, text);
    EXPECT_EQ(unpacked.text, text);
    EXPECT_FALSE(plain.error);
    EXPECT_FALSE(unpacked.error);
    EXPECT_EQ(plain.digest, base::sha256(base::bytes_of(text)));
    EXPECT_EQ(unpacked.digest, plain.digest);
  }
}

TEST(FileSource, ReadsMembersAfterOneAnother) {
  EXPECT_EQ(read_all(packed("first,") + packed("second")).text, "first,second");
}

TEST(FileSource, SaysHowFarACutFileWent) {
  const std::string text = long_text();
  const std::string bytes = packed(text);
  for (const std::size_t size : {std::size_t{2}, std::size_t{9}, bytes.size() / 2, bytes.size() - 1}) {
    const Outcome out = read_all(bytes.substr(0, size));
    ASSERT_TRUE(out.error) << size;
    EXPECT_EQ(out.error->code, base::ErrorCode::invalid_input);
    EXPECT_THAT(out.error->message, HasSubstr("the gzip file ends early: "));
    EXPECT_THAT(out.error->message, HasSubstr("from the first " + std::to_string(size) + " bytes"));
    EXPECT_EQ(text.substr(0, out.text.size()), out.text);
  }
}

TEST(FileSource, NoticesDamage) {
  std::string bytes = packed(long_text());
  bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] ^ 1); // in the checksum at the end
  const Outcome out = read_all(bytes);
  ASSERT_TRUE(out.error);
  EXPECT_THAT(out.error->message, HasSubstr("the gzip file is damaged"));
  EXPECT_TRUE(read_all(packed("a") + "garbage").error);
}

TEST(FileSource, SaysWhatCannotBeOpened) {
  const support::TemporaryDirectory folder;
  EXPECT_EQ(FileSource::open(folder / "absent").error().code, base::ErrorCode::not_found);
  EXPECT_EQ(FileSource::open(folder.path()).error().code, base::ErrorCode::invalid_input);
}

} // namespace
} // namespace probity::intake

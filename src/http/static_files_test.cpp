#include "http/static_files.h"

#include "http/gzip.h"
#include "http/site.h"

#include <array>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

using namespace probity::http;

namespace {

std::string unzipped(std::string_view compressed, std::size_t size) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string out(size + 1, '\0');
  std::string in(compressed);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

const std::string sheet = "body { color: black; } " + std::string(500, ' ');

Site site_of(const std::shared_ptr<StaticFiles>& files) {
  Site site;
  add_static_files(site.router, files);
  return site;
}

std::shared_ptr<StaticFiles> two_files() {
  auto files = std::make_shared<StaticFiles>();
  files->add("site.css", sheet);
  files->add("icons/a.png", "no picture");
  return files;
}

Response fetched(std::string_view target, std::vector<Pair> fields = {}) {
  Request request = get_request(target);
  for (const Pair& field : fields)
    request.headers.add(field.name, field.value);
  return serve_in_memory(site_of(two_files()), request);
}

} // namespace

TEST(StaticFiles, are_served_with_their_type) {
  const Response css = fetched("/assets/site.css");
  EXPECT_EQ(css.content(), sheet);
  EXPECT_EQ(css.headers.find("Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(css.headers.find("Vary"), "Accept-Encoding");
  EXPECT_FALSE(css.headers.has("Content-Encoding"));
  const Response png = fetched("/assets/icons/a.png", {{"Accept-Encoding", "gzip"}});
  EXPECT_EQ(png.content(), "no picture");
  EXPECT_FALSE(png.headers.has("Vary"));
  EXPECT_EQ(fetched("/assets/other.css").status, Status::not_found);
  EXPECT_EQ(fetched("/assets/").status, Status::not_found);
}

TEST(StaticFiles, are_compressed_for_who_takes_it) {
  const Response css = fetched("/assets/site.css", {{"Accept-Encoding", "br, gzip"}});
  EXPECT_EQ(css.headers.find("Content-Encoding"), "gzip");
  EXPECT_LT(css.content().size(), sheet.size());
  EXPECT_EQ(unzipped(css.content(), sheet.size()), sheet);
  EXPECT_NE(css.headers.find("ETag"), fetched("/assets/site.css").headers.find("ETag"))
      << "other bytes have another tag";
}

TEST(StaticFiles, are_kept_for_ever_by_their_address_alone) {
  const std::string address = two_files()->address("site.css");
  EXPECT_EQ(fetched(address).headers.find("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(fetched("/assets/site.css").headers.find("Cache-Control"), "no-cache");
  EXPECT_EQ(fetched("/assets/site.css?v=0000").headers.find("Cache-Control"), "no-cache");
  const std::string tag(fetched(address).headers.find("ETag").value_or(""));
  EXPECT_EQ(fetched(address, {{"If-None-Match", tag}}).status, Status::not_modified);
  EXPECT_EQ(fetched(address, {{"If-None-Match", tag}, {"Accept-Encoding", "gzip"}}).status, Status::ok);
}

TEST(StaticFiles, the_address_changes_with_the_content) {
  StaticFiles files;
  files.add("site.css", sheet + "x");
  EXPECT_NE(files.address("site.css"), two_files()->address("site.css"));
}

TEST(StaticFiles, who_takes_gzip) {
  for (const std::string_view yes :
       {"gzip", "GZIP", "br, gzip;q=0.5", "*", "deflate , gzip", "gzip;q=1, *;q=0"})
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  for (const std::string_view no :
       {"", "br", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "xgzip"})
    EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(StaticFilesDeathTest, mistakes_are_found_when_the_program_starts) {
  StaticFiles files;
  files.add("a.css", "");
  EXPECT_DEATH(files.add("a.css", ""), "emplace");
  EXPECT_DEATH(files.add("a.exe", ""), "kinds");
  EXPECT_DEATH(files.add("a b.css", ""), "is_file_name");
  EXPECT_DEATH(static_cast<void>(files.address("b.css")), "files_");
}

RC_GTEST_PROP(Gzip, gives_the_content_back, (const std::string& content)) {
  RC_ASSERT(unzipped(gzip(content), content.size()) == content);
  RC_ASSERT(gzip(content) == gzip(content));
}

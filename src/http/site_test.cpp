#include "http/site.h"

#include <gtest/gtest.h>
#include <stdexcept>

using namespace probity::http;

namespace {

Site small_site() {
  Site site;
  site.router.add(Method::get, "/", "home", [](const Request&) { return html_page("<p>home"); });
  site.router.add(Method::get, "/search", "search",
                  [](const Request& request) { return plain_text(std::string(request.query.text("q"))); });
  site.router.add(Method::post, "/outcomes/{seq:number}", "record", [](const Request& request) {
    Response response = see_other("/outcomes/" + std::to_string(request.number_part("seq")));
    response.headers.add("X-Outcome", request.form.text("outcome"));
    return response;
  });
  site.router.add(Method::get, "/guide", "guide", [](const Request&) {
    Response response = plain_text("guide");
    response.caching = Caching::revalidate;
    return response;
  });
  site.router.add(Method::get, "/broken", "broken",
                  [](const Request&) -> Response { throw std::runtime_error("Ann Example's record"); });
  return site;
}

Request with(Request request, Method method) {
  request.method = method;
  return request;
}

Request with(Request request, std::string_view field, std::string_view value) {
  request.headers.set(field, value);
  return request;
}

} // namespace

TEST(Site, answers_by_route) {
  const Site site = small_site();
  EXPECT_EQ(serve_in_memory(site, get_request("/")).body, "<p>home");
  EXPECT_EQ(serve_in_memory(site, get_request("/search?q=J+Smith")).body, "J Smith");
  const Answer answered = answer(site, post_request("/outcomes/7", {{"outcome", "attended & complied"}}));
  EXPECT_EQ(answered.route, "/outcomes/{seq:number}");
  EXPECT_EQ(answered.response.status, Status::see_other);
  EXPECT_EQ(answered.response.headers.find("Location"), "/outcomes/7");
  EXPECT_EQ(answered.response.headers.find("X-Outcome"), "attended & complied");
}

TEST(Site, unknown_paths_and_methods) {
  const Site site = small_site();
  EXPECT_EQ(serve_in_memory(site, get_request("/nowhere")).status, Status::not_found);
  const Response refused = serve_in_memory(site, with(get_request("/search"), Method::put));
  EXPECT_EQ(refused.status, Status::method_not_allowed);
  EXPECT_EQ(refused.headers.find("Allow"), "GET, HEAD, OPTIONS");
  const Response options = serve_in_memory(site, with(get_request("/outcomes/1"), Method::options));
  EXPECT_EQ(options.status, Status::no_content);
  EXPECT_EQ(options.headers.find("Allow"), "OPTIONS, POST");
}

TEST(Site, head_has_the_length_and_no_body) {
  const Response response = serve_in_memory(small_site(), with(get_request("/"), Method::head));
  EXPECT_EQ(response.status, Status::ok);
  EXPECT_EQ(response.headers.find("Content-Length"), "7");
  EXPECT_EQ(response.content(), "");
}

TEST(Site, forms_are_refused_by_their_kind) {
  const Site site = small_site();
  const Request good = post_request("/outcomes/7", {{"outcome", "x"}});
  EXPECT_EQ(
      serve_in_memory(site, with(good, "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"))
          .status,
      Status::see_other);
  EXPECT_EQ(
      serve_in_memory(site, with(good, "Content-Type", "application/x-www-form-urlencoded;charset=latin1"))
          .status,
      Status::unsupported_media_type);
  EXPECT_EQ(serve_in_memory(site, with(good, "Content-Type", "multipart/form-data; boundary=x")).status,
            Status::unsupported_media_type);
  EXPECT_EQ(serve_in_memory(site, with(good, "Content-Type", "")).status, Status::unsupported_media_type);
  EXPECT_EQ(serve_in_memory(site, with(good, "Content-Type", "application/json")).headers.find("X-Outcome"),
            "")
      << "another type is the handler's to read";
  Request malformed = good;
  malformed.body = "outcome=%zz";
  EXPECT_EQ(serve_in_memory(site, malformed).status, Status::bad_request);
  Request large = good;
  large.body = "outcome=" + std::string(70'000, 'x');
  EXPECT_EQ(serve_in_memory(site, large).status, Status::content_too_large);
}

TEST(Site, a_handler_that_throws_is_a_problem_page_and_names_its_route) {
  Site site = small_site();
  std::string told;
  site.on_fault = [&told](std::string_view route, std::string_view) { told = route; };
  const Response response = serve_in_memory(site, get_request("/broken"));
  EXPECT_EQ(response.status, Status::internal_server_error);
  EXPECT_EQ(response.content().find("Ann"), std::string_view::npos);
  EXPECT_EQ(told, "/broken");
  site.error_page = [](const Request&, Status) -> Response { throw std::runtime_error("and the page too"); };
  EXPECT_EQ(serve_in_memory(site, get_request("/broken")).content(), "500 Internal Server Error\n");
}

TEST(Site, nothing_is_kept_unless_said) {
  const Response home = serve_in_memory(small_site(), get_request("/"));
  EXPECT_EQ(home.headers.find("Cache-Control"), "no-store");
  EXPECT_FALSE(home.headers.has("ETag"));
}

TEST(Site, what_may_be_kept_is_asked_for_by_its_tag) {
  const Site site = small_site();
  const Response first = serve_in_memory(site, get_request("/guide"));
  EXPECT_EQ(first.headers.find("Cache-Control"), "no-cache");
  const std::string tag(first.headers.find("ETag").value_or(""));
  ASSERT_EQ(tag.size(), 34U);
  for (const std::string& list : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
    const Response again = serve_in_memory(site, with(get_request("/guide"), "If-None-Match", list));
    EXPECT_EQ(again.status, Status::not_modified) << list;
    EXPECT_EQ(again.content(), "");
    EXPECT_EQ(again.headers.find("ETag"), tag);
  }
  EXPECT_EQ(serve_in_memory(site, with(get_request("/guide"), "If-None-Match", "\"other\"")).status,
            Status::ok);
}

TEST(Site, every_answer_has_the_headers_that_protect_it) {
  const Site site = small_site();
  for (const std::string_view target : {"/", "/nowhere", "/broken", "/guide"}) {
    const Response response = serve_in_memory(site, get_request(target));
    const std::string_view policy = response.headers.find("Content-Security-Policy").value_or("");
    EXPECT_NE(policy.find("default-src 'none'"), std::string_view::npos) << target;
    EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string_view::npos) << target;
    EXPECT_EQ(policy.find("unsafe"), std::string_view::npos) << target;
    EXPECT_EQ(response.headers.find("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(response.headers.find("Referrer-Policy"), "same-origin") << target;
    EXPECT_TRUE(response.headers.has("Permissions-Policy")) << target;
    EXPECT_EQ(response.headers.find("Cross-Origin-Opener-Policy"), "same-origin") << target;
    EXPECT_FALSE(response.headers.has("Strict-Transport-Security")) << target;
  }
  Request secure = get_request("/");
  secure.secure = true;
  EXPECT_TRUE(serve_in_memory(site, secure).headers.has("Strict-Transport-Security"));
}

TEST(Site, what_comes_from_another_site_is_known) {
  Request request = post_request("/outcomes/1", {});
  EXPECT_FALSE(is_cross_site(request)) << "a program sends neither field";
  EXPECT_FALSE(is_cross_site(with(request, "Origin", "http://localhost")));
  EXPECT_TRUE(is_cross_site(with(request, "Origin", "http://elsewhere.example")));
  EXPECT_TRUE(is_cross_site(with(request, "Origin", "null")));
  EXPECT_TRUE(is_cross_site(with(request, "Origin", "https://localhost")))
      << "another scheme is another site";
  EXPECT_FALSE(is_cross_site(with(request, "Sec-Fetch-Site", "same-origin")));
  EXPECT_FALSE(is_cross_site(with(request, "Sec-Fetch-Site", "none")));
  EXPECT_TRUE(is_cross_site(with(request, "Sec-Fetch-Site", "same-site")));
  EXPECT_TRUE(is_cross_site(with(request, "Sec-Fetch-Site", "cross-site")));
}

TEST(Site, redirects_stay_here) {
  for (const std::string_view good : {"/", "/cases/1?as=2016-01-01"})
    EXPECT_TRUE(is_local_path(good)) << good;
  for (const std::string_view bad : {"", "//elsewhere.example", "/\\elsewhere.example",
                                     "https://elsewhere.example", "cases", "/a b", "/a\r\nX: y", "/a\\b"})
    EXPECT_FALSE(is_local_path(bad)) << bad;
}

TEST(SiteDeathTest, no_text_ends_a_header) {
  Response response;
  EXPECT_DEATH(response.set_header("X-Name", "a\r\nSet-Cookie: b=c"), "is_field_value");
  EXPECT_DEATH(response.set_header("X Name", "a"), "is_token");
  EXPECT_DEATH(see_other("//elsewhere.example"), "is_local_path");
}

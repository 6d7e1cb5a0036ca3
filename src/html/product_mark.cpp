#include "html/product_mark.h"

namespace probity::html {
namespace {

Html rings(const char* middle) {
  Html out = element("circle", {{"cx", "11"}, {"cy", middle}, {"r", "8.4"}});
  out << element("circle", {{"cx", "23"}, {"cy", middle}, {"r", "8.4"}});
  return out;
}

} // namespace

Html product_mark() {
  return element("svg",
                 {{"viewBox", "0 0 34 28"},
                  {"width", "34"},
                  {"height", "28"},
                  {"aria-hidden", "true"},
                  {"focusable", "false"}},
                 rings("14"));
}

std::string product_icon() {
  Html out = element("rect", {{"width", "34"}, {"height", "34"}, {"rx", "6"}, {"fill", "#123f46"}});
  out << element("g", {{"fill", "none"}, {"stroke", "#fff"}, {"stroke-width", "3.2"}}, rings("17"));
  return element("svg", {{"xmlns", "http://www.w3.org/2000/svg"}, {"viewBox", "0 0 34 34"}}, out).markup();
}

} // namespace probity::html

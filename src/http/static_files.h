// Style sheets, scripts and pictures, kept in memory, compressed once.
#pragma once

#include "http/router.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace probity::http {

class StaticFiles {
 public:
  // `name` is "site.css" or "icons/search.svg": parts of letters, digits, ".", "_", "-". The type follows
  // from its end: css, js, svg, png, ico, txt, woff2, json; another stops the program, as does a name that is
  // taken.
  void add(std::string_view name, std::string content);

  // "/assets/site.css?v=0123456789abcdef": changes with the content, so it may be kept for ever. The file
  // must exist.
  [[nodiscard]] std::string address(std::string_view name) const;

  // The file of this name, or 404. Compressed for who takes it, with ETag and Vary; kept for ever when asked
  // by its address, else asked for again.
  [[nodiscard]] Response serve(std::string_view name, const Request& request) const;

 private:
  struct File {
    std::string type;
    std::string digest; // 16 hex digits
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> compressed; // nothing when that is no shorter
  };
  std::map<std::string, File, std::less<>> files_;
};

// GET /assets/{file:rest}, for anybody: a route labelled "open".
void add_static_files(Router& router, std::shared_ptr<const StaticFiles> files);

} // namespace probity::http

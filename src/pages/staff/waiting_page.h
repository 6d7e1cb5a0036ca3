// What is shown while something takes long: how far it is, read again by itself until it is there.
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "pages/staff/pages.h"
#include "service/long_answers.h"

namespace probity::pages {

struct Waiting {
  std::string_view title;
  std::string_view text;
  std::string path;       // of the page that is waited for
  std::string path_still; // the same with `still` in its query: it does not read itself again
  html::Html back;
  Section section = Section::none;
};

http::Response waiting_page(const Waiting& waiting, const service::StillComputing& still,
                            const http::Request& request, const Reader& reader);

} // namespace probity::pages

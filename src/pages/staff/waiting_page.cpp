#include "pages/staff/waiting_page.h"

#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html link(const std::string& path, std::string_view words) {
  return element("a", {{"class", "govuk-link"}, href(local(path))}, words);
}

} // namespace

http::Response waiting_page(const Waiting& waiting, const service::StillComputing& still,
                            const http::Request& request, const Reader& reader) {
  const StaffWords& words = staff_words();
  const bool refreshes = !request.query.has("still");
  Html main = element("h1", waiting.title);
  main << element("p", {{"role", "status"}},
                  with_commas(still.read) + " " + std::string(words.events_read_of) + " " +
                      with_commas(still.of));
  main << element("p", element("progress", {{"class", "probity-progress"},
                                            {"aria-label", waiting.title},
                                            {"max", std::to_string(std::max<std::uint64_t>(1, still.of))},
                                            {"value", std::to_string(still.read)}}));
  main << paragraph(waiting.text);
  Html reading = refreshes ? text(std::string(words.refreshes) + " ") : Html();
  if (refreshes)
    reading << link(waiting.path_still, words.stop_refreshing);
  else
    reading << link(waiting.path_still, words.look_again) << text(" · ")
            << link(waiting.path, words.refresh_again);
  main << element("p", reading);
  Frame frame{std::string(waiting.title), false, waiting.back, main};
  frame.section = waiting.section;
  frame.heads_section = false;
  http::Response out = http::html_page(staff_page(frame, reader.caller, reader.form_token));
  if (refreshes) out.set_header("Refresh", "3");
  return out;
}

} // namespace probity::pages

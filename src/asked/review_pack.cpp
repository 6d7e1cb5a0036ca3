#include "asked/review_pack.h"

namespace probity::asked {

service::PackAsked review_pack(const http::Request& request) {
  service::PackAsked out;
  out.person = http::id_of<base::StreamId>(request, "case");
  out.offence = http::id_of<base::EntityId>(request, "further_offence");
  out.on = request.query.text("on");
  out.at_once = request.query.has("still");
  return out;
}

} // namespace probity::asked

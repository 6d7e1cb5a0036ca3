#include "asked/statement.h"

namespace probity::asked {

service::StatementAsked statement(const http::Request& request) {
  service::StatementAsked out;
  out.contract = request.part("name");
  out.period = request.part("period");
  out.known = request.query.text("known");
  out.at_once = request.query.has("still");
  for (const std::string_view reading : request.query.all("reading"))
    out.readings.emplace_back(reading);
  return out;
}

} // namespace probity::asked

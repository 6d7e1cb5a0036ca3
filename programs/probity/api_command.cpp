#include "api/operation.h"
#include "command.h"

namespace probity::program {
namespace {

base::Result<ExitStatus> run_api(const Arguments&, Terminal& terminal) {
  terminal.out << api::openapi_document() << "\n";
  return ExitStatus::good;
}

} // namespace

Command api_command() {
  return {.name = "api",
          .group = Group::program,
          .summary = "Print what the API of the service can be asked, as OpenAPI 3.1",
          .details =
              "The document that the service has at /api/openapi.json, made from the declarations that its "
              "routes are made from. docs/api.md.",
          .examples = {"api > openapi.json"},
          .run = run_api};
}

} // namespace probity::program

// JSON schemas of the commands, made from their declarations, for the OpenAPI document.
#pragma once

#include "api/operation.h"
#include "base/json.h"

namespace probity::api {

// Of every command: "command.plan.draft" → what its body must be, each field as a text.
base::json::Value command_schemas();
// A reference to each of those that an operation takes.
base::json::Value command_references(GivesCommand which);

} // namespace probity::api

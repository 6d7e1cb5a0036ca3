// The fields of forms against their fixtures: each gives the markup of a fixture's options.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "html/writer.h"

namespace probity::conformance {

html::Html button_of(const nlohmann::json& options);
html::Html date_input_of(const nlohmann::json& options);
html::Html error_message_of(const nlohmann::json& options);
html::Html error_summary_of(const nlohmann::json& options);
html::Html fieldset_of(const nlohmann::json& options);
html::Html hint_of(const nlohmann::json& options);
html::Html input_of(const nlohmann::json& options);
html::Html label_of(const nlohmann::json& options);
html::Html panel_of(const nlohmann::json& options); // which may have buttons
html::Html radios_of(const nlohmann::json& options);
html::Html select_of(const nlohmann::json& options);
html::Html textarea_of(const nlohmann::json& options);

} // namespace probity::conformance

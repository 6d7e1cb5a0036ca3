// The options of a GOV.UK Design System fixture, as what our components take.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "html/component.h"

namespace probity::conformance {

// Markup given as an option, written again with our writer: our components take no raw markup. Throws
// std::runtime_error where it holds what the writer does not write.
html::Html written_again(std::string_view markup);

// options[html_key] as markup where it is there, else options[text_key] as text.
html::Html shown(const nlohmann::json& options, const std::string& html_key = "html",
                 const std::string& text_key = "text");
// A text, or a number as text; empty when absent.
std::string text_of(const nlohmann::json& options, const std::string& key);
int whole_of(const nlohmann::json& options, const std::string& key, int otherwise);
bool is_set(const nlohmann::json& options, const std::string& key); // there, and neither false, null nor ""
html::Url url_of(const nlohmann::json& options, const std::string& key, std::string_view otherwise = "#");
html::Extra extra_of(const nlohmann::json& options); // `classes` and `attributes`
std::vector<html::Attribute> attributes_of(const nlohmann::json& options);

} // namespace probity::conformance

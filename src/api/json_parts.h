// Parts that many answers have.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/json.h"
#include "service/case_identity.h"
#include "service/case_view.h"
#include "service/long_answers.h"
#include "service/my_work.h"

namespace probity::api {

base::json::Value number(std::uint64_t value);
// A member for what is known; what is not is left out.
void set_unless_empty(base::json::Value& out, std::string_view name, std::string_view text);
void set_if_known(base::json::Value& out, std::string_view name, const std::optional<base::Day>& day);
// {"case", "name", "tier", "harm_level"}, of them what is known.
base::json::Value person_json(const base::StreamId& person, std::string_view name, std::string_view tier,
                              std::string_view harm_level);
// {"case", "name", "birth_date", "tier", "harm_level", "next_appointment"}, of them what is known.
base::json::Value identity_json(const service::CaseIdentity& identity);
base::json::Value texts_json(const std::vector<std::string>& texts);
base::json::Value fields_json(const std::vector<service::ShownField>& fields);
base::json::Value items_json(const std::vector<service::WorkItem>& items);
// As they stand, without what they first said: {"facts", "index", "recorded", "type", "when"}.
base::json::Value events_json(const std::vector<service::ShownEvent>& events);

// What is answered (202) while something is computed: {"of", "read"}.
base::json::Value to_json(const service::StillComputing& still);

} // namespace probity::api

// The value of a declared field from a word, as people write it in scenarios and on the command line.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "record/declaration.h"

namespace probity::record {

// Integers plainly, pence also as £2,000.00; true and false; instants such as 2016-03-01T09:00Z; lists as
// a,b; amounts as name:3,other:4; everything else as it stands. `invalid_input` with the field in `where`
// and, in the hint, how it is written; whether the value is one that the field may have is checked by
// `validate`.
base::Result<base::json::Value> field_value(const FieldDeclaration& field, std::string_view text);

} // namespace probity::record

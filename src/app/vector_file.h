// A CSV file of vectors for the instruments of risk/.
#pragma once

#include <string>

#include "base/result.h"
#include "risk/vectors.h"

namespace probity::app {

// Plain or gzip. The algorithm is the file's name before the first dot. Refused whole at the first record
// that breaks the rules of CSV; `where` names file and line.
base::Result<risk::VectorFile> read_vector_file(const std::string& path);

} // namespace probity::app

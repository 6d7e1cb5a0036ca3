// Every instrument of the program, by name, for those that hold texts instead of typed inputs: the command
// line, vector files, an interface. Code that has typed inputs calls the instrument's own function.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "risk/input.h"

namespace probity::risk {

struct Instrument {
  std::string_view name;     // "ogrs3"
  std::string_view title;    // "OGRS3: proven reoffending within one and two years"
  std::string_view cautions; // what it does not say, in one or two sentences
  std::vector<InputSpec> inputs;
  std::vector<const Table*> tables; // all models and versions, the oldest first
  // Errors are those of read_inputs. Whatever is missing or contradicts itself is said in the score.
  base::Result<Score> (*score)(const Given&) = nullptr;
};

std::span<const Instrument> instruments(); // by name
// `not_found` with the names there are.
base::Result<const Instrument*> find_instrument(std::string_view name);

// The score by the numbers of `version`; empty: by those in force, which the answers choose where there are
// several models. `not_found` when the instrument has no such version, with those it has; else as
// Instrument::score.
base::Result<Score> score_by(const Instrument& instrument, const Given& given, std::string_view version = "");

} // namespace probity::risk

// Scenario text: a bad file is refused with its line, and what is read is made of events that the vocabulary
// accepts, the same ones every time.
#include "fuzz/fuzz_text.h"
#include "record/scenario.h"
#include "record/vocabulary.h"

using namespace probity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto scenario = record::parse_scenario(text, "fuzz.case");
  if (!scenario) {
    PROBITY_ENSURE(!scenario.error().message.empty());
    PROBITY_ENSURE(scenario.error().where.starts_with("fuzz.case:"));
    return 0;
  }
  const auto again = record::parse_scenario(text, "fuzz.case");
  PROBITY_ENSURE(again.has_value() && again->steps.size() == scenario->steps.size());
  const base::Zone zone = *base::Zone::named(scenario->zone);
  for (std::size_t i = 0; i < scenario->steps.size(); ++i) {
    const auto* step = std::get_if<record::RecordStep>(&scenario->steps[i]);
    if (step == nullptr) continue;
    PROBITY_ENSURE(step->events == std::get<record::RecordStep>(again->steps[i]).events);
    for (const base::json::Value& event : step->events) {
      PROBITY_ENSURE(record::validate(event).empty());
      const std::string bytes = base::json::write(event);
      PROBITY_ENSURE(base::json::parse(bytes).has_value());
      PROBITY_ENSURE(record::decode(bytes, zone).has_value());
    }
  }
  return 0;
}

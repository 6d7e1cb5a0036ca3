// Scenario text: a bad file is refused with its line, and what is read is made of events that the vocabulary
// accepts, the same ones every time.
#include "casework/command.h"
#include "fuzz/fuzz_text.h"
#include "record/scenario.h"
#include "record/vocabulary.h"

using namespace probity;

namespace {

void check_step(const record::RecordStep& step, const record::RecordStep& again, const base::Zone& zone) {
  PROBITY_ENSURE(step.events == again.events);
  for (const base::json::Value& event : step.events) {
    PROBITY_ENSURE(record::validate(event).empty());
    const std::string bytes = base::json::write(event);
    PROBITY_ENSURE(base::json::parse(bytes).has_value());
    PROBITY_ENSURE(record::decode(bytes, zone).has_value());
  }
}

void check(const record::Scenario& scenario, const record::Scenario& again) {
  PROBITY_ENSURE(again.steps.size() == scenario.steps.size());
  const base::Zone zone = *base::Zone::named(scenario.zone);
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    if (const auto* step = std::get_if<record::RecordStep>(&scenario.steps[i]))
      check_step(*step, std::get<record::RecordStep>(again.steps[i]), zone);
    if (const auto* step = std::get_if<record::WhenStep>(&scenario.steps[i])) {
      PROBITY_ENSURE(step->command == std::get<record::WhenStep>(again.steps[i]).command);
      PROBITY_ENSURE(casework::faults_of_command(step->command).empty());
      PROBITY_ENSURE(casework::read_command(step->command, zone).has_value());
    }
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const record::ScenarioLanguage language{{}, casework::commands()};
  const auto scenarios = record::parse_scenarios(text, "fuzz.case", language);
  if (!scenarios) {
    PROBITY_ENSURE(!scenarios.error().message.empty());
    PROBITY_ENSURE(scenarios.error().where.starts_with("fuzz.case:"));
    return 0;
  }
  const auto again = record::parse_scenarios(text, "fuzz.case", language);
  PROBITY_ENSURE(again.has_value() && again->size() == scenarios->size());
  for (std::size_t i = 0; i < scenarios->size(); ++i)
    check(scenarios->at(i), again->at(i));
  return 0;
}

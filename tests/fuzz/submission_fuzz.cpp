// Lines of input: whatever they are, each is a submission or a refusal with its line, and what is read in
// canonical spelling says the same as what is read in any.
#include "app/submission_reader.h"
#include "fuzz/fuzz_text.h"

#include <sstream>

using namespace probity;

namespace {

void read_lines(std::string_view text, base::json::Spelling spelling) {
  std::istringstream in{std::string(text)};
  app::SubmissionReader reader(in, spelling);
  std::uint64_t last = 0;
  while (true) {
    const auto line = reader.next();
    PROBITY_ENSURE(line.has_value());
    if (!*line) return;
    PROBITY_ENSURE((*line)->number == last + 1);
    last = (*line)->number;
    const auto& submission = (*line)->submission;
    PROBITY_ENSURE(submission ? !submission->events.empty() && submission->events.size() <= app::most_events
                              : !submission.error().message.empty());
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  read_lines(text, base::json::Spelling::any);
  read_lines(text, base::json::Spelling::canonical);
  const auto strict = app::parse_submission(text, base::json::Spelling::canonical);
  if (!strict) return 0;
  const auto lenient = app::parse_submission(text, base::json::Spelling::any);
  PROBITY_ENSURE(lenient.has_value() && lenient->events == strict->events &&
                 lenient->expect == strict->expect);
  return 0;
}

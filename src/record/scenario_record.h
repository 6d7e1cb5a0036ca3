// The `at` and `day` lines of a scenario, for the scenario reader only.
#pragma once

#include "record/builder.h"
#include "record/scenario.h"
#include "record/scenario_text.h"

namespace probity::record::scenario_text {

class RecordReader {
 public:
  // `scenario` has its origin and zone; its streams are added to.
  RecordReader(Scenario& scenario, base::Zone zone, std::string_view file, const ScenarioLanguage& language);

  base::Result<RecordStep> at_line(const Line& line);
  base::Result<WhenStep> when_line(const Line& line);
  // `then TYPE ...` below a `when` line.
  base::Result<ExpectedEvent> then_line(const Line& line);
  base::Result<RecordStep> day_line(const Line& line);
  // An instant that is not before the last one.
  base::Result<base::Instant> recorded(const Line& line, std::string_view word);
  bool knows(std::string_view who) const;
  // The names that a word stands for: its own, or all of a range.
  base::Result<std::vector<std::string>> who_of(const Line& line, const std::string& word) const;

 private:
  struct Correction {
    base::EventId original;
    std::string kind;
    std::string reason;
  };
  // The settings of a line, sorted by what they set.
  struct Settings {
    std::vector<std::pair<const FieldDeclaration*, std::string>> fields;
    std::vector<std::pair<std::string, std::string>> entities; // kind → number
    std::optional<Correction> corrects;
    std::string recorder, role, channel, actor;
    std::optional<base::Instant> source_recorded;
    std::optional<base::EventId> cause;
  };
  using SetValid = std::function<void(EventBuilder&)>;

  [[nodiscard]] tl::unexpected<base::Error>
  fault(const Line& line, std::string message, std::string hint,
        base::ErrorCode code = base::ErrorCode::invalid_input) const;
  base::StreamId stream(std::string_view who);
  base::Result<void> check_stream(const Line& line, const TypeDeclaration& type, std::string_view who) const;
  base::Result<base::EventId> labelled(const Line& line, std::string_view label) const;
  base::Result<SetValid> valid(const Line& line, std::size_t& at) const;
  base::Result<SetValid> valid_after(const Line& line, std::size_t& at) const;
  base::Result<Settings> settings(const Line& line, const TypeDeclaration& type, std::size_t at);
  base::Result<bool> envelope_setting(const Line& line, std::string_view key, std::string_view value,
                                      Settings& out);
  // One of the types by the name at `at`, which it moves past.
  base::Result<const TypeDeclaration*> type_at(const Line& line, std::size_t& at, Types types) const;
  base::Result<base::json::Value> event(const Line& line, const TypeDeclaration& type, std::string_view who,
                                        std::size_t position, base::Instant recorded,
                                        const SetValid& set_valid, const Settings& settings);
  base::Result<base::json::Value> value(const Line& line, const FieldDeclaration& field,
                                        std::string_view text);

  Scenario& scenario_;
  base::Zone zone_;
  std::string file_;
  const ScenarioLanguage& language_;
  std::map<std::string, base::EventId, std::less<>> labels_;
  std::map<std::string, std::string, std::less<>> assigned_; // WHO → body that holds them
  std::optional<base::Instant> last_recorded_;
};

} // namespace probity::record::scenario_text

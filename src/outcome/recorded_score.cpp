#include "outcome/recorded_score.h"

#include "record/scoring.h"

namespace probity::outcome {
namespace {

using record::scoring::scored;

constexpr std::int64_t million = 1'000'000;

std::optional<std::int64_t> chance(const record::Event& event, record::Symbol forecast) {
  const record::Amounts* chances = record::amounts<scored, "chances">(event);
  if (chances == nullptr) return std::nullopt;
  for (const auto& [name, millionths] : *chances)
    if (name == forecast && millionths >= 0 && millionths <= million) return millionths;
  return std::nullopt;
}

} // namespace

std::string ScoreRule::text() const {
  return std::string(instrument.text()) + " " + std::string(forecast.text()) +
         (version.empty() ? "" : ", version " + std::string(version.text()));
}

std::optional<RecordedScore> score_at(const timeline::Case& person, const ScoreRule& rule,
                                      base::Day index_day) {
  std::optional<RecordedScore> out;
  for (const record::Event& event : person.events) {
    if (!record::is<scored>(event) || record::symbol<scored, "instrument">(event) != rule.instrument ||
        (!rule.version.empty() && record::symbol<scored, "version">(event) != rule.version))
      continue;
    const base::Day made = event.valid.known() ? event.valid.last : event.recorded_day;
    if (made > index_day || event.recorded_day > index_day + rule.recorded_within_days) continue;
    const auto millionths = chance(event, rule.forecast);
    if (!millionths || (out && made < out->made)) continue;
    out = RecordedScore{*millionths, event.index, made};
  }
  return out;
}

RecordedScores::RecordedScores(const timeline::Book& book, timeline::Linked linked, ScoreRule rule)
    : rule_(rule), people_(book, linked) {
  for (const timeline::Case* person : people_.cases())
    by_name_[person->name] = person;
}

std::optional<RecordedScore> RecordedScores::of(const Member& member) const {
  const auto found = by_name_.find(member.person);
  return found == by_name_.end() ? std::nullopt : score_at(*found->second, rule_, member.index_first);
}

} // namespace probity::outcome

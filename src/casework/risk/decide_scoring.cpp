#include "casework/drafting.h"
#include "casework/risk/scoring_commands.h"
#include "record/scoring.h"
#include "risk/versions.h"

namespace probity::casework {
namespace {

using base::Result;

Result<risk::Given> given_of(const Request& request) {
  risk::Given out;
  for (const auto& [name, ignored] :
       *record::amounts<scoring::record_score, "answers">(request.command.event)) {
    const std::string_view text = name.text();
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
      return request.refuse("\"" + std::string(text) + "\" is no answer", "Write name=value, like sex=MALE");
    if (!out.emplace(text.substr(0, equals), text.substr(equals + 1)).second)
      return request.refuse(std::string(text.substr(0, equals)) + " is answered twice",
                            "Give each answer once");
  }
  return out;
}

std::string why_none(const risk::Score& score) {
  std::string out = score.outcome == risk::Outcome::not_applicable
                        ? "the instrument does not apply to the person"
                        : "there is no score";
  for (const risk::Reason& reason : score.reasons)
    out += ": " + reason.message;
  return out;
}

// "two_year_pct" of 16 or 16.54 is a chance of 160,000 or 165,400 millionths: exact, since a percentage has
// at most two decimals.
constexpr std::string_view percent = "_pct";
constexpr std::int64_t millionths_of_a_percent = 10'000;

std::int64_t millionths(const risk::Scaled& percentage) {
  std::int64_t unit = millionths_of_a_percent;
  for (int i = 0; i < percentage.decimals; ++i)
    unit /= 10;
  PROBITY_ENSURE(unit > 0);
  return percentage.scaled * unit;
}

void put_figures(record::EventBuilder& event, const risk::Score& score) {
  record::EventBuilder::NamedNumbers chances;
  record::EventBuilder::NamedNumbers points;
  std::vector<std::string> words;
  for (const risk::Figure& figure : score.figures) {
    const std::string_view name = figure.name;
    if (figure.number && name.ends_with(percent))
      chances.emplace_back(name.substr(0, name.size() - percent.size()), millionths(*figure.number));
    else if (figure.number && figure.number->decimals == 0)
      points.emplace_back(name, figure.number->scaled);
    else
      words.push_back(figure.name + "=" + figure.text);
  }
  if (!chances.empty()) event.fact("chances", chances);
  if (!points.empty()) event.fact("points", points);
  if (!words.empty()) event.fact("words", words);
}

} // namespace

Result<void> decide_scoring(Request& request) {
  using scoring::record_score;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const risk::Instrument* instrument,
                 risk::find_instrument(record::symbol<record_score, "instrument">(asked).text()));
  PROBITY_ASSIGN(const risk::Given given, given_of(request));
  const record::Symbol because = record::symbol<record_score, "because">(asked);
  PROBITY_ASSIGN(const risk::VersionChoice chosen,
                 risk::choose_version(*request.circumstances.policy.rules, *instrument, request.act_day(),
                                      record::symbol<record_score, "version">(asked).text(), because.text()));
  PROBITY_ASSIGN(const risk::Score score, risk::score_by(*instrument, given, chosen.version));
  if (score.outcome != risk::Outcome::scored)
    return request.refuse(why_none(score), "Nothing was recorded; `probity risk score` shows what is asked");
  record::EventBuilder event = request.draft(record::scoring::scored);
  event.fact("instrument", instrument->name)
      .fact("version", score.table->version)
      .fact("table", score.table->digest().hex());
  put_figures(event, score);
  if (!score.band.empty()) event.fact("band", score.band);
  std::vector<std::string> missing;
  for (const risk::Absence& absence : score.missing)
    missing.push_back(absence.input);
  if (!missing.empty()) event.fact("missing", missing);
  if (chosen.another()) {
    if (!chosen.in_force.empty()) event.fact("in_force", chosen.in_force);
    event.fact("because", because.text());
  }
  request.add(event);
  return {};
}

} // namespace probity::casework

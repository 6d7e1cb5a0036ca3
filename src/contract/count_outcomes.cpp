#include <algorithm>

#include "contract/tally.h"
#include "record/money.h"

namespace probity::contract {
namespace {

using duty::State;
constexpr std::string_view nobody = "no_accountable_body"; // as cohorts are divided by provider
namespace money = record::money;

// One cohort of one clause, being counted.
struct Counting {
  const OutcomeClause& clause;
  const Terms& terms;
  const Period& period;
  outcome::CohortPeriod cohort;
  Tally& tally;

  [[nodiscard]] CellKey key(std::string_view provider, std::string dimension) const {
    return {clause.id, "", std::string(provider), period, std::move(dimension)};
  }
};

// "CRC1/female" → the body and, when the clause divides people, their stratum.
std::pair<std::string, std::string> split(const std::string& stratum, const Terms& terms) {
  for (const std::string& provider : terms.providers)
    if (stratum == provider || stratum.starts_with(provider + "/"))
      return {provider, stratum.size() > provider.size() ? stratum.substr(provider.size() + 1) : ""};
  const std::size_t slash = stratum.find('/');
  return {stratum.substr(0, slash), slash == std::string::npos ? "" : stratum.substr(slash + 1)};
}

State state_of(const outcome::Member& member, outcome::Status status) {
  if (member.reoffended(outcome::Certainty::certain)) return State::missed;
  if (member.reoffended(outcome::Certainty::possible)) return State::undetermined;
  return status == outcome::Status::final ? State::met : State::open;
}

std::string sentence_of(const outcome::Member& member, State state) {
  std::string out = std::string(outcome::name(member.kind)) + " " + base::to_text(member.index_first);
  if (member.index_last != member.index_first) out += " to " + base::to_text(member.index_last);
  for (const outcome::Reoffence& reoffence : member.reoffences)
    out += std::string(reoffence.certainty == outcome::Certainty::certain ? "; reoffence of "
                                                                          : "; perhaps one of ") +
           base::to_text(reoffence.offence_day) + ", proved " + base::to_text(reoffence.proved_first);
  switch (state) {
  case State::met:
    return out + ": no proven reoffence";
  case State::open:
    return out + ": no proven reoffence so far";
  case State::undetermined:
    return out + ": dates too coarse to say, counted as none";
  default:
    return out + ": reoffended";
  }
}

std::vector<std::uint64_t> events_of(const outcome::Member& member) {
  std::vector<std::uint64_t> out{member.index_event};
  for (const outcome::Reoffence& reoffence : member.reoffences)
    out.push_back(reoffence.event);
  return out;
}

// The person's score beside what became of them; false when they have none, so that they are left out.
bool count_score(const Counting& counting, const outcome::Member& member, std::string_view provider,
                 const outcome::RecordedScores& scores) {
  const auto score = scores.of(member);
  const std::string rule = scores.rule().text();
  if (!score) {
    counting.tally.add(
        counting.key(provider, std::string(unscored_dimension)), State::excluded, "no_score", member.person,
        member.index_first, events_of(member),
        [&] { return "no score " + rule + " by " + base::to_text(member.index_first) + ": left out"; });
    return false;
  }
  constexpr std::int64_t million = 1'000'000;
  counting.tally.add(
      counting.key(provider, std::string(score_dimension)), State::met, "", member.person, score->made,
      {score->event},
      [&] {
        return rule + ", made on " + base::to_text(score->made) + ": " +
               base::Rational::of(score->millionths, 10'000).decimal(2) + " %";
      },
      score->millionths);
  Cell variance;
  variance.add(State::met, "", score->millionths * (million - score->millionths));
  counting.tally.add_cell(counting.key(provider, std::string(score_variance_dimension)), variance);
  return true;
}

void count_member(const Counting& counting, const outcome::Member& member, outcome::Status status,
                  const outcome::RecordedScores* scores) {
  const auto [provider, stratum] = split(member.stratum, counting.terms);
  const State state = state_of(member, status);
  std::int64_t reoffences = 0;
  for (const outcome::Reoffence& reoffence : member.reoffences)
    reoffences += reoffence.certainty == outcome::Certainty::certain ? 1 : 0;
  const auto add = [&](std::string_view of, std::string dimension, State as, std::int64_t count) {
    counting.tally.add(
        counting.key(of, std::move(dimension)), as, "", member.person, member.index_first, events_of(member),
        [&] { return sentence_of(member, state); }, count);
  };
  const bool refused = counting.clause.terms.not_compared.contains(provider);
  if (provider == nobody || refused) {
    counting.tally.add(
        counting.key("", refused ? std::string(not_compared_prefix) + provider : std::string("left_out")),
        State::excluded, refused ? "not_compared" : "no_body_accountable", member.person, member.index_first,
        events_of(member), [&] { return sentence_of(member, state); });
    return;
  }
  if (is_party(counting.terms, record::Symbol(provider)) &&
      (scores == nullptr || count_score(counting, member, provider, *scores))) {
    add(provider, "people", state, 1);
    if (reoffences > 0) add(provider, "reoffences", State::met, reoffences);
    if (!stratum.empty()) add(provider, "stratum:" + stratum, state, 1);
  }
  if (counting.clause.terms.baseline_from != OutcomeTerms::BaselineFrom::others) return;
  for (const std::string& other : counting.terms.providers) {
    if (other == provider) continue;
    add(other, "comparison", state, 1);
    if (reoffences > 0) add(other, "comparison:reoffences", State::met, reoffences);
  }
}

void count_record(const Counting& counting, const timeline::Book& book) {
  outcome::CohortRule rule = counting.clause.terms.rule;
  rule.period = counting.cohort;
  rule.strata.insert(rule.strata.begin(), outcome::Grouping::provider);
  const auto cohort = outcome::cohort_of(book, rule);
  PROBITY_ENSURE(cohort); // the rule was checked when the file was read
  std::optional<outcome::RecordedScores> scores;
  if (counting.clause.terms.adjustment == OutcomeTerms::Adjustment::scores)
    scores.emplace(book, rule.linked, counting.clause.terms.score);
  for (const outcome::Member& member : cohort->members)
    count_member(counting, member, cohort->status, scores ? &*scores : nullptr);
  for (const outcome::Excluded& excluded : cohort->exclusions)
    counting.tally.add(counting.key("", "left_out"), State::excluded,
                       std::string(outcome::name(excluded.reason)), excluded.person,
                       counting.cohort.last_day(), {excluded.event}, [&] {
                         return "left out of cohort " + outcome::to_text(counting.cohort) + ": " +
                                std::string(outcome::name(excluded.reason));
                       });
}

struct Given {
  std::optional<std::int64_t> people;
  std::optional<std::int64_t> reoffenders;
  std::optional<std::int64_t> reoffences;
};

// Counts that an event states, as a cell of people and one of reoffences.
void add_given(const Counting& counting, const timeline::Case& stream, const record::Event& event,
               std::string_view provider, const std::string& dimension, const std::string& reoffences,
               const Given& given, const std::string& sentence) {
  const auto add = [&](const std::string& to, State state, std::int64_t count) {
    if (count != 0)
      counting.tally.add(
          counting.key(provider, to), state, "", stream.name,
          event.valid.known() ? event.valid.first : event.recorded_day, {event.index},
          [&] { return sentence; }, count);
  };
  if (!given.people) return;
  const std::int64_t reoffenders = given.reoffenders.value_or(0);
  add(dimension, State::missed, reoffenders);
  add(dimension, State::met, *given.people - reoffenders);
  add(reoffences, State::met, given.reoffences.value_or(0));
}

// The newest of the events that `matches`, with its stream.
template <class Matches>
std::pair<const timeline::Case*, const record::Event*>
newest(const std::vector<const timeline::Case*>& streams, Matches matches) {
  std::pair<const timeline::Case*, const record::Event*> out{nullptr, nullptr};
  for (const timeline::Case* stream : streams)
    for (const record::Event& event : stream->events)
      if (matches(event) && (out.second == nullptr || out.second->index < event.index))
        out = {stream, &event};
  return out;
}

void count_assessed(const Counting& counting, const std::vector<const timeline::Case*>& streams) {
  const auto [stream, event] = newest(streams, [&](const record::Event& candidate) {
    return record::is<money::comparison_determined>(candidate) &&
           record::symbol<money::comparison_determined, "clause">(candidate).text() == counting.clause.id &&
           record::symbol<money::comparison_determined, "cohort">(candidate).text() == counting.period.text;
  });
  if (event == nullptr) return;
  const std::string_view provider = counting.terms.providers.front();
  const std::string by =
      "determined by " +
      std::string(record::symbol<money::comparison_determined, "assessor">(*event).text()) + ", " +
      std::string(record::symbol<money::comparison_determined, "method">(*event).text()) +
      ", report SHA-256 " + std::string(record::symbol<money::comparison_determined, "file">(*event).text());
  const Given cohort{record::integer<money::comparison_determined, "people">(*event),
                     record::integer<money::comparison_determined, "reoffenders">(*event),
                     record::integer<money::comparison_determined, "reoffences">(*event)};
  add_given(counting, *stream, *event, provider, "people", "reoffences", cohort, by + ": the cohort");
  const Given comparison{record::integer<money::comparison_determined, "comparison_people">(*event),
                         record::integer<money::comparison_determined, "comparison_reoffenders">(*event),
                         record::integer<money::comparison_determined, "comparison_reoffences">(*event)};
  add_given(counting, *stream, *event, provider, "comparison", "comparison:reoffences", comparison,
            by + ": the comparison group");
  if (const auto change = record::integer<money::comparison_determined, "change">(*event);
      change && !cohort.people)
    counting.tally.add(
        counting.key(provider, "change"), State::met, "", stream->name,
        event->valid.known() ? event->valid.first : event->recorded_day, {event->index},
        [&] { return by + ": a change of " + base::Rational::of(*change, 1000).decimal(3); }, *change);
}

// Own to the cohort before one for every cohort, own to the body before one for every body; of equals the
// newest.
void count_baseline(const Counting& counting, const std::vector<const timeline::Case*>& streams,
                    const std::vector<std::string>& providers) {
  for (const std::string& provider : providers) {
    int best = -1;
    std::pair<const timeline::Case*, const record::Event*> found{nullptr, nullptr};
    for (const timeline::Case* stream : streams)
      for (const record::Event& event : stream->events) {
        if (!record::is<money::baseline_set>(event) ||
            record::symbol<money::baseline_set, "clause">(event).text() != counting.clause.id)
          continue;
        const record::Symbol cohort = record::symbol<money::baseline_set, "cohort">(event);
        const record::Symbol body = record::symbol<money::baseline_set, "provider">(event);
        if ((!cohort.empty() && cohort.text() != counting.period.text) ||
            (!body.empty() && body.text() != provider))
          continue;
        const int closeness = (cohort.empty() ? 0 : 1) + (body.empty() ? 0 : 2);
        if (closeness < best || (closeness == best && event.index < found.second->index)) continue;
        best = closeness;
        found = {stream, &event};
      }
    if (found.second == nullptr) continue;
    const Given given{record::integer<money::baseline_set, "people">(*found.second),
                      record::integer<money::baseline_set, "reoffenders">(*found.second),
                      record::integer<money::baseline_set, "reoffences">(*found.second)};
    add_given(counting, *found.first, *found.second, provider, "baseline", "baseline:reoffences", given,
              "baseline by " +
                  std::string(record::symbol<money::baseline_set, "author">(*found.second).text()) + ", " +
                  std::string(record::symbol<money::baseline_set, "method">(*found.second).text()));
  }
}

// Bodies that have people in the cohort, where the contract names none.
std::vector<std::string> bodies(const Counting& counting) {
  if (!counting.terms.providers.empty()) return counting.terms.providers;
  std::vector<std::string> out;
  for (const auto& [key, cell] : counting.tally.cells())
    if (key.clause == counting.clause.id && key.period == counting.period && key.dimension == "people")
      out.push_back(key.provider);
  return out;
}

// Against all others, where the contract names no bodies: what each counted, taken from what all did.
void compare_with_others(const Counting& counting, const std::vector<std::string>& providers) {
  if (counting.clause.terms.baseline_from != OutcomeTerms::BaselineFrom::others ||
      !counting.terms.providers.empty())
    return;
  for (const std::string_view dimension : {"people", "reoffences"})
    for (const std::string& provider : providers)
      for (const std::string& other : providers)
        if (other != provider)
          counting.tally.add_cell(
              counting.key(provider, dimension == "people" ? "comparison" : "comparison:reoffences"),
              counting.tally.cell(counting.key(other, std::string(dimension))));
}

} // namespace

void count_outcome(const OutcomeClause& clause, const Terms& terms, const Period& period,
                   const timeline::Book& record_book,
                   const std::vector<const timeline::Case*>& contract_streams, Tally& tally) {
  const auto cohort = clause.terms.cohort_ending(period.first_month + (period.months - 1));
  if (!cohort) return;
  const Counting counting{clause, terms, period, *cohort, tally};
  if (clause.terms.counted == OutcomeTerms::Counted::by_assessor)
    count_assessed(counting, contract_streams);
  else
    count_record(counting, record_book);
  const std::vector<std::string> providers = bodies(counting);
  compare_with_others(counting, providers);
  if (clause.terms.baseline_from == OutcomeTerms::BaselineFrom::event)
    count_baseline(counting, contract_streams, providers);
}

} // namespace probity::contract

#include "contract/measure.h"

#include <algorithm>

#include "contract/decisions.h"
#include "contract/tally.h"
#include "record/money.h"
#include "record/unpaid_work.h"

namespace probity::contract {
namespace {

using timeline::Linked;

void count_under(const Span& span, const PersonView& view, Linked linked, const std::set<Relief>& reliefs,
                 const rules::WorkingDays& working_days, base::Day known_on, Tally& tally) {
  for (const Measure& measure : span.terms->measures)
    if (measure.linked == linked) count_clocks(measure, span, view, reliefs, working_days, known_on, tally);
  for (const Fee* fee : span.terms->fees_read(tally.options().readings)) {
    if (fee->linked != linked) continue;
    if (fee->kind == Fee::Kind::per_person)
      count_people(*fee, span, view, tally);
    else if (fee->kind == Fee::Kind::weighted_volume)
      count_starts(*fee, span, view, tally);
  }
  for (const UnitPayment& clause : span.terms->unit_payments)
    if (clause.linked == linked) count_unit_payments(clause, span, view, tally);
  for (const Monitoring& clause : span.terms->monitoring)
    if (clause.linked == linked) count_monitoring(clause, span, view, tally);
}

} // namespace

std::set<Relief> reliefs_of(const timeline::Book& book, std::string_view contract_id) {
  namespace money = record::money;
  std::set<Relief> out;
  for (const timeline::Case* stream : contract_streams(book, contract_id))
    for (const record::Event& event : stream->events)
      if (record::is<money::relief_granted>(event)) {
        Relief relief;
        relief.clause = record::symbol<money::relief_granted, "clause">(event).text();
        relief.person = record::symbol<money::relief_granted, "person">(event).text();
        relief.due = record::day<money::relief_granted, "due">(event).value_or(base::Day{});
        relief.granted_by = event.index;
        out.insert(relief);
      }
  return out;
}

std::vector<Span> spans_of(const Contract& contract, const Period& last, base::Day known_on) {
  std::vector<Span> spans;
  for (const Period& period : contract.terms().periods_to(last)) {
    const Terms& terms = contract.terms_at(period.first(), known_on);
    const auto found =
        std::find_if(spans.begin(), spans.end(), [&](const Span& span) { return span.terms == &terms; });
    if (found == spans.end())
      spans.push_back({&terms, {period}});
    else
      found->periods.push_back(period);
  }
  return spans;
}

bool uses(const std::vector<Span>& spans, Linked linked) {
  const auto any = [&](const auto& clauses) {
    return std::any_of(clauses.begin(), clauses.end(),
                       [&](const auto& clause) { return clause.linked == linked; });
  };
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    return any(span.terms->measures) || any(span.terms->fees) ||
           std::any_of(span.terms->fees.begin(), span.terms->fees.end(),
                       [&](const Fee& fee) { return any(fee.others); }) ||
           any(span.terms->unit_payments) || any(span.terms->monitoring);
  });
}

bool is_session(const timeline::Case& stream) {
  return !stream.events.empty() && stream.events.front().type != nullptr &&
         stream.events.front().type->stream == record::StreamKind::session;
}

timeline::PersonTimeline count_person(const std::vector<Span>& spans, const timeline::Case& person,
                                      Linked linked, const std::set<Relief>& reliefs,
                                      const rules::WorkingDays& working_days, base::Day known_on,
                                      Tally& tally) {
  timeline::PersonTimeline timeline = timeline::timeline_of(person);
  for (const Span& span : spans)
    count_under(span, {&person, &timeline}, linked, reliefs, working_days, known_on, tally);
  return timeline;
}

// A session is answered for by the body that scheduled it, from its beginning on.
void count_session(const std::vector<Span>& spans, const timeline::Case& session,
                   const std::set<Relief>& reliefs, const rules::WorkingDays& working_days,
                   base::Day known_on, Tally& tally) {
  timeline::PersonTimeline timeline;
  for (const record::Event& event : session.events)
    if (record::is<record::unpaid_work::session_scheduled>(event)) {
      timeline::Held held;
      held.first = base::day_of(1, 1, 1);
      held.began_by = event.index;
      held.provider = event.provider;
      timeline.held.push_back(held);
      break;
    }
  for (const Span& span : spans)
    for (const Measure& measure : span.terms->measures)
      if (measure.over == Measure::Over::sessions)
        count_clocks(measure, span, {&session, &timeline}, reliefs, working_days, known_on, tally);
}

void count_outcomes(const timeline::Book& book, const Contract& contract, const Period& last,
                    const MeasureOptions& options, Tally& tally, Cells& later) {
  const std::vector<const timeline::Case*> streams = contract_streams(book, contract.terms().id);
  for (const Period& period : contract.terms().periods_to(last)) {
    const Terms& terms = contract.terms_at(period.first(), book.known_on);
    for (const OutcomeClause& clause : terms.outcomes) {
      const auto cohort = clause.terms.cohort_ending(period.first_month + (period.months - 1));
      if (!cohort) continue;
      const bool from_record = clause.terms.counted == OutcomeTerms::Counted::from_record;
      if (from_record && book.known_on < clause.terms.paid_from(*cohort) && !(period == last)) continue;
      const base::Day count_day = clause.terms.last_count_day(*cohort);
      if (!from_record || book.known_on <= count_day) {
        count_outcome(clause, terms, period, book, streams, tally);
        continue;
      }
      const auto snapshot = options.snapshots.find(count_day);
      PROBITY_ENSURE(snapshot != options.snapshots.end());
      count_outcome(clause, terms, period, *snapshot->second, streams, tally);
      Measured now;
      const MeasureOptions without_evidence;
      Tally beside(without_evidence, now);
      count_outcome(clause, terms, period, book, streams, beside);
      later.merge(now.cells);
    }
  }
}

std::vector<base::Day> snapshot_days(const Contract& contract, const Period& last, base::Day known_on) {
  std::set<base::Day> out;
  for (const Period& period : contract.terms().periods_to(last))
    for (const OutcomeClause& clause : contract.terms_at(period.first(), known_on).outcomes)
      if (const auto cohort = clause.terms.cohort_ending(period.first_month + (period.months - 1));
          cohort && clause.terms.counted == OutcomeTerms::Counted::from_record &&
          clause.terms.last_count_day(*cohort) < known_on)
        out.insert(clause.terms.last_count_day(*cohort));
  return {out.begin(), out.end()};
}

void Cell::add(duty::State state, const std::string& reason, std::int64_t count) {
  started += count;
  switch (state) {
  case duty::State::met:
    met += count;
    break;
  case duty::State::missed:
    missed += count;
    break;
  case duty::State::open:
    open += count;
    break;
  case duty::State::undetermined:
    undetermined += count;
    break;
  case duty::State::excluded:
    excluded[reason] += count;
    break;
  }
}

void Cell::add(const Cell& other) {
  started += other.started;
  met += other.met;
  missed += other.missed;
  open += other.open;
  undetermined += other.undetermined;
  for (const auto& [reason, count] : other.excluded)
    excluded[reason] += count;
}

std::int64_t Cell::excluded_in_all() const {
  std::int64_t sum = 0;
  for (const auto& [reason, count] : excluded)
    sum += count;
  return sum;
}

void Tally::add(CellKey key, duty::State state, const std::string& reason, const base::StreamId& person,
                base::Day due, std::vector<std::uint64_t> events,
                const std::function<std::string()>& sentence, std::int64_t count,
                std::optional<base::Day> stopped) {
  out_.cells[key].add(state, reason, count);
  if (!options_.keep_evidence || !options_.keep_evidence(key)) return;
  Evidence evidence;
  evidence.key = std::move(key);
  evidence.person = person;
  evidence.state = state;
  evidence.reason = reason;
  evidence.due = due;
  evidence.count = count;
  evidence.events = std::move(events);
  evidence.sentence = sentence();
  evidence.stopped = stopped;
  out_.evidence.push_back(std::move(evidence));
}

const Period* Span::find(base::Day day) const {
  for (const Period& period : periods)
    if (period.first() <= day && day <= period.last()) return &period;
  return nullptr;
}

bool is_party(const Terms& terms, record::Symbol provider) {
  return terms.providers.empty() ||
         std::binary_search(terms.providers.begin(), terms.providers.end(), provider.text());
}

base::Result<void> check_readings(const Terms& terms, const Readings& readings) {
  for (const auto& [clause, reading] : readings) {
    std::vector<std::string> names;
    if (const Measure* measure = terms.measure(clause))
      for (const Reading& candidate : measure->readings)
        names.push_back(candidate.name);
    if (const Fee* fee = terms.fee(clause)) {
      names.push_back(fee->reading);
      for (const Fee& other : fee->others)
        names.push_back(other.reading);
    }
    if (names.empty())
      return base::fail(base::ErrorCode::invalid_input,
                        "the contract has no measure or fee \"" + clause + "\"", "reading",
                        "`probity contract check` lists its measures and fees and their readings");
    if (reading == "as_written" || std::find(names.begin(), names.end(), reading) != names.end()) continue;
    std::string known;
    for (const std::string& name : names)
      known += (known.empty() ? "" : ", ") + name;
    return base::fail(base::ErrorCode::invalid_input,
                      "\"" + clause + "\" has no reading \"" + reading + "\"; it has: " + known, "reading");
  }
  return {};
}

Measured measure(const timeline::Book& book, const Contract& contract, const rules::WorkingDays& working_days,
                 const Period& last, const MeasureOptions& options) {
  Measured out;
  Tally tally(options, out);
  const std::set<Relief> reliefs = reliefs_of(book, contract.terms().id);
  const std::vector<Span> spans = spans_of(contract, last, book.known_on);
  for (const Linked linked : {Linked::one_person, Linked::separate}) {
    if (!uses(spans, linked)) continue;
    const timeline::People people(book, linked);
    for (const timeline::Case* person : people.cases())
      count_person(spans, *person, linked, reliefs, working_days, book.known_on, tally);
  }
  for (const timeline::Case& stream : book.others)
    if (is_session(stream)) count_session(spans, stream, reliefs, working_days, book.known_on, tally);
  count_outcomes(book, contract, last, options, tally, out.later);
  return out;
}

} // namespace probity::contract

// Where the clauses of one contract add what they count. Internal to measuring.
#pragma once

#include "contract/measure.h"

namespace probity::contract {

// Relief granted by the authority: the case does not count in the measure.
struct Relief {
  std::string clause;
  std::string person; // stream name in hex
  base::Day due;
  std::uint64_t granted_by = 0;
  auto operator<=>(const Relief& other) const {
    return std::tie(clause, person, due) <=> std::tie(other.clause, other.person, other.due);
  }
  bool operator==(const Relief& other) const { return (*this <=> other) == 0; }
};

// One version of the terms together with the periods it is in force for.
struct Span {
  const Terms* terms = nullptr;
  std::vector<Period> periods;
  [[nodiscard]] const Period* find(base::Day day) const;
};

class Tally {
 public:
  Tally(const MeasureOptions& options, Measured& out) : options_(options), out_(out) {}

  void add(CellKey key, duty::State state, const std::string& reason, const base::StreamId& person,
           base::Day due, std::vector<std::uint64_t> events, const std::function<std::string()>& sentence,
           std::int64_t count = 1, std::optional<base::Day> stopped = {});
  void add_cell(CellKey key, const Cell& cell) { out_.cells[std::move(key)].add(cell); }
  [[nodiscard]] const Cells& cells() const { return out_.cells; }
  [[nodiscard]] Cell cell(const CellKey& key) const {
    const auto found = out_.cells.find(key);
    return found == out_.cells.end() ? Cell{} : found->second;
  }
  [[nodiscard]] const MeasureOptions& options() const { return options_; }

 private:
  const MeasureOptions& options_;
  Measured& out_;
};

// The dimension of cells, under no body, that count the people of a body that an outcome clause does not
// compare: with the body's name behind it.
constexpr std::string_view not_compared_prefix = "not_compared:";

// Of a clause that adjusts by scores, under the body: people without one, the sum of the scores in
// millionths, and of score × (million − score).
constexpr std::string_view unscored_dimension = "unscored";
constexpr std::string_view score_dimension = "scores";
constexpr std::string_view score_variance_dimension = "scores:variance";

// Whether the contract pays or charges this body.
bool is_party(const Terms& terms, record::Symbol provider);

struct PersonView {
  const timeline::Case* person = nullptr;
  const timeline::PersonTimeline* timeline = nullptr;
};

// Each version of the terms with its periods, in order of the first.
std::vector<Span> spans_of(const Contract& contract, const Period& last, base::Day known_on);
std::set<Relief> reliefs_of(const timeline::Book& book, std::string_view contract_id);
// Whether any clause takes linked records so.
bool uses(const std::vector<Span>& spans, timeline::Linked linked);
// Whether the stream is a session of unpaid work.
bool is_session(const timeline::Case& stream);
// What one person counts in the clauses that take linked records so, and the timeline by which it does; what
// one session does.
timeline::PersonTimeline count_person(const std::vector<Span>& spans, const timeline::Case& person,
                                      timeline::Linked linked, const std::set<Relief>& reliefs,
                                      const rules::WorkingDays& working_days, base::Day known_on,
                                      Tally& tally);
void count_session(const std::vector<Span>& spans, const timeline::Case& session,
                   const std::set<Relief>& reliefs, const rules::WorkingDays& working_days,
                   base::Day known_on, Tally& tally);
// Cohorts that pay, might pay by what is known so far, or end in the period asked about.
void count_outcomes(const timeline::Book& book, const Contract& contract, const Period& last,
                    const MeasureOptions& options, Tally& tally, Cells& later);

void count_clocks(const Measure& measure, const Span& span, const PersonView& view,
                  const std::set<Relief>& reliefs, const rules::WorkingDays& working_days, base::Day known_on,
                  Tally& tally);
void count_people(const Fee& fee, const Span& span, const PersonView& view, Tally& tally);
void count_starts(const Fee& fee, const Span& span, const PersonView& view, Tally& tally);
void count_unit_payments(const UnitPayment& clause, const Span& span, const PersonView& view, Tally& tally);
void count_monitoring(const Monitoring& clause, const Span& span, const PersonView& view, Tally& tally);
// The clause's cohort that ends in the period, when one does. `record_book`: the record as known when the
// cohort is counted; an assessor's figure and a baseline come from the contract's streams as known now.
void count_outcome(const OutcomeClause& clause, const Terms& terms, const Period& period,
                   const timeline::Book& record_book,
                   const std::vector<const timeline::Case*>& contract_streams, Tally& tally);

} // namespace probity::contract

// The part of the catalogue (pages/staff/words.h) for contract managers.
#pragma once

#include <string_view>

namespace probity::pages {

struct ContractWords {
  std::string_view title, explained, no_contracts, authority, providers, every_body, statements, not_begun,
      earlier_periods;
  std::string_view settling, settling_text, statement_for;
  std::string_view on_this_page, bridge, lines, levels, outcome_payments, corrections, clauses, basis, asked;
  std::string_view known, known_hint, compute, readings, as_written, read_as, read_so, as_csv;
  std::string_view back_to_statements, back_to_statement, back_to_line, back_to_case;
  std::string_view amount, quantity, rate, exactly, note, source, assumed, computed_from, approved_by,
      nothing, pence_rounded;
  std::string_view cases, cases_caption, one_case, what_happened, state, part, sum_of, made_of, not_by_case,
      of_lines, decided_in, no_records, sealed_note, closed, closed_text;
  std::string_view case_heading, counted, events, events_caption, event, what, when, recorded, says,
      recorded_by, role, body, channel, first_written, corrected, what_for_line, no_such_event,
      no_such_event_hint;
  std::string_view changes_title, see_changes, then, now, difference, line, lines_that_differ,
      no_lines_differ, cases_that_differ, no_cases_differ, counted_otherwise, not_counted, recorded_since,
      recorded_on, the_day_alone;
};

const ContractWords& contract_words();

} // namespace probity::pages

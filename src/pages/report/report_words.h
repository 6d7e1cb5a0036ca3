// What the pages of a report say: their frame, the statement, how to check it, lists of cases, and what a
// published report says of small numbers. Service levels and the keeping of the record have catalogues of
// their own. A sentence that holds names or figures is a function, so that it stands whole in its language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"

namespace probity::pages {

struct ReportWords {
  std::string_view statement, service_levels, outcomes, record, check; // names of the pages
  std::string_view anyone_can_compute, published_version, workings;
  std::string_view bridge, lines, outcome_payments, behind, corrections;
  std::string_view no_case_published, lines_and_cases, line, amount, cases, cases_counted, no_line_counted;
  std::string_view published_statement, lines_workings;
  std::string_view check_text, count_outcomes, count_outcomes_command;
  std::string_view final_state, provisional;
};

// Of the lists of cases.
struct CaseListWords {
  std::string_view one_case, provider, state, what_happened, records, no_records, pages, cases,
      named_by_stream;
};

// Of what is withheld from publication, put together so that no small number shows.
struct SmallNumberWords {
  std::string_view lines_together, lines, withheld_rate, several_providers;
  std::string_view corrections_together, changes_together, too_few_people;
};

const ReportWords& report_words();
const CaseListWords& case_list_words();
const SmallNumberWords& small_number_words();

std::string known_at(std::string_view contract, std::string_view period, std::uint64_t events,
                     std::string_view ledger);
std::string for_line(std::string_view title);
std::string final_from(base::Day day);

std::string cases_shown(std::uint64_t first, std::uint64_t last, std::uint64_t of);
std::string counts_for(std::uint64_t count);
std::string events_named(const std::vector<std::string>& numbers);
std::string cases_of(std::string_view clause);
std::string page_of_cases_of(std::string_view clause, std::uint64_t page);

std::string fewer_than(std::int64_t count);

} // namespace probity::pages

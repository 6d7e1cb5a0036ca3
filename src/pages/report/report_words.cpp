#include "pages/report/report_words.h"

#include <fmt/format.h>

#include "pages/wording.h"

namespace probity::pages {

const ReportWords& report_words() {
  static const ReportWords english = {
      .statement = "Statement",
      .service_levels = "Service levels",
      .outcomes = "Outcomes",
      .record = "The record",
      .check = "How to check this",
      .anyone_can_compute = "Records are facts, figures are computed from them: whoever holds the ledger, "
                            "the contract file and "
                            "the rules can compute every figure in this report again.",
      .published_version =
          "Published version: counts from 1 to 4 are withheld, with whatever would give them away, and no "
          "case is listed.",
      .workings = "How we worked this out",
      .bridge = "How the sum comes about",
      .lines = "Lines",
      .outcome_payments = "Outcome payments",
      .behind = "What the lines were counted from",
      .corrections = "Corrections, earlier periods and payments",
      .no_case_published =
          "The published version lists no case. Both parties hold the cases behind every line.",
      .lines_and_cases = "Lines and their cases",
      .line = "Line",
      .amount = "Amount",
      .cases = "Cases",
      .cases_counted = "Cases counted",
      .no_line_counted = "No line of this period is counted from cases.",
      .published_statement =
          "This is the published version. Lines that fewer than 5 cases would show through stand together in "
          "one line; every total is what was settled.",
      .lines_workings =
          "Each line is a clause of the contract over the month's counts, in exact fractions, rounded once "
          "to "
          "the penny by the rule that the clause names. The total is the sum of the lines and corrections; "
          "what earlier statements put on the account is taken off. Nothing here was typed in: the page “How "
          "to check this” has the commands.",
      .check_text =
          "Every figure in this report follows from three things: the ledger, the contract file and the "
          "rules. Their fingerprints are below, with the commands that compute the figures again.",
      .count_outcomes = "Count the outcomes again.",
      .count_outcomes_command = "Command that counts the outcomes again",
      .final_state = "Final",
      .provisional = "Provisional",
  };
  return english;
}

const CaseListWords& case_list_words() {
  static const CaseListWords english = {
      .one_case = "Case",
      .provider = "Provider",
      .state = "State",
      .what_happened = "What happened",
      .records = "Records",
      .no_records = "None",
      .pages = "Pages of cases",
      .cases = "cases",
      .named_by_stream =
          "A case is named by its stream in the ledger, which says nothing about the person. “Records” are "
          "the events that decided it.",
  };
  return english;
}

const SmallNumberWords& small_number_words() {
  static const SmallNumberWords english = {
      .lines_together = "Lines that few cases would show through, together",
      .lines = "lines",
      .withheld_rate = "Withheld",
      .several_providers = "Several",
      .corrections_together = "All corrections, together",
      .changes_together = "All later changes, together",
      .too_few_people = "withheld: too few people",
  };
  return english;
}

std::string known_at(std::string_view contract, std::string_view period, std::uint64_t events,
                     std::string_view ledger) {
  return fmt::format("Contract {}, {}, as known at {} events of {}.", contract, period, with_commas(events),
                     ledger);
}

std::string for_line(std::string_view title) {
  return fmt::format("for {}", title);
}

std::string final_from(base::Day day) {
  return fmt::format("Proof may still come in time: final from {}.", in_words(day));
}

std::string cases_shown(std::uint64_t first, std::uint64_t last, std::uint64_t of) {
  return fmt::format("Cases {} to {} of {}, what was missed first", with_commas(first), with_commas(last),
                     with_commas(of));
}

std::string counts_for(std::uint64_t count) {
  return fmt::format("counts {}", with_commas(count));
}

std::string events_named(const std::vector<std::string>& numbers) {
  return fmt::format("{} {}", numbers.size() == 1 ? "Event" : "Events", listed(numbers));
}

std::string cases_of(std::string_view clause) {
  return fmt::format("Cases of {}", clause);
}

std::string page_of_cases_of(std::string_view clause, std::uint64_t page) {
  return fmt::format("Cases of {}, page {}", clause, page);
}

std::string fewer_than(std::int64_t count) {
  return fmt::format("fewer than {}", count);
}

} // namespace probity::pages

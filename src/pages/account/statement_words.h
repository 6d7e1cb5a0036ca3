// Every text of the statement page, in one catalogue. Where a text holds {}, the page fills in what the
// comment names, in this order, or what the text itself makes plain.
#pragma once

#include <string_view>

namespace probity::pages {

struct StatementWords {
  // The page, and the headings of its parts.
  std::string_view page_title; // period, name of the contract
  std::string_view page_section, about_probity;
  std::string_view computed_at; // contract, period, number of events, origin of the ledger
  std::string_view how_the_sum_comes_about, lines, service_levels, outcome_payments, cases_and_relief,
      corrections_and_payments, clauses_and_readings, computed_from, how_to_check;

  // States of a statement or a cohort.
  std::string_view provisional, determined, final_state, not_known;
  std::string_view provisional_meaning, determined_meaning, final_meaning;

  // The sum due, and what it is of.
  std::string_view statement_for, replayed_log, total_due, nothing_to_pay;
  std::string_view from_to;               // who pays, who is paid
  std::string_view nothing_is_due;        // authority, providers, period
  std::string_view one_owes, several_owe; // debtor, creditor, sum, period
  std::string_view accountable_bodies, number_of_providers;
  std::string_view nothing_deducted_for_levels;
  std::string_view one_deduction;     // title, amount, quantity, unit
  std::string_view largest_deduction; // number of deductions, then the same
  std::string_view contract, authority, provider, providers, every_body, period, first_to_last_day, as_known,
      known_on_day_at_size, events;

  // The steps to the sum due, and the lines.
  std::string_view sum_comes_about; // sum, period
  std::string_view bridge_method, number_of_lines;
  std::string_view step_of_corrections, step_of_total, step_on_the_account, step_of_sum_due;
  std::string_view no_lines, lines_of_period, line, quantity, rate, amount, note, lines_explained;
  std::string_view approved_by, terms_as_varied;

  // Corrections, earlier periods and payments.
  std::string_view no_period_changed, corrections_explained, corrections_in_total, drift_explained,
      drift_outside_total;
  std::string_view issued, now, change, corrects, no_statement_on_record, statement_of_event,
      statements_of_events;
  std::string_view earlier_periods, entitlement, earlier_periods_explained;
  std::string_view no_payment, payments_made, record, one_event, several_events;

  // Service levels.
  std::string_view no_levels, levels_of_period, measure, met, out_of, achieved, target, result, left_out,
      beside_it, beside_it_explained;
  std::string_view no_cases, too_few_cases, below_target, target_met, none;
  std::string_view achieved_of_no_cases, achieved_of_too_few_cases;
  std::string_view excluded; // how many, why
  std::string_view still_open, undetermined, undetermined_counted_as_missed;
  std::string_view twin_met_of;        // title of the measure, met, out of
  std::string_view counts_and_reading; // what the measure counts, how it is read

  // Cases behind the deductions, and relief.
  std::string_view nothing_deducted, cases_not_kept, clause_source;
  std::string_view cases_of_line, one_case, what_happened, records, no_missed_case;
  std::string_view one_more_case, more_cases, one_other_case, other_cases;
  std::string_view no_relief, relief_caption, due_day, relief, reason, decided_by;
  std::string_view relief_requested, relief_granted, relief_refused;

  // Outcome payments.
  std::string_view cohorts, clause_and_cohort, state, people, reoffenders, reoffences, against_expected,
      cohorts_explained, determined_on;

  // Clauses, readings and assumptions.
  std::string_view clauses_caption, clause, kind, source, assumed, nothing_assumed;
  std::string_view kind_fee, kind_grant, kind_measure, kind_deduction, kind_deduction_ceiling,
      kind_unit_payment, kind_monitoring, kind_outcome_payment, kind_outcome_ceiling;
  std::string_view kind_read_as_written; // fee or grant, other readings
  std::string_view kind_read_as;         // fee or grant, reading, other readings
  std::string_view readings_caption, reading, case_is_met_when, rewards, pays_to_leave_undone;
  std::string_view contract_as_written, chosen_for_statement, can_also_be_read;
  std::string_view variations_caption, variation, agreed, in_force_from, changes, no_variation;

  // What it was computed from, and how to check it.
  std::string_view ledger, clock, clock_replayed, clock_live, size, root, known_on, day_of_last_event,
      civil_time, contract_file_hash, rules_hash;
  std::string_view verify_explained, verify_command, hash_explained, hash_command, settle_explained,
      settle_command, why_explained, why_command;
};

const StatementWords& statement_words();

} // namespace probity::pages

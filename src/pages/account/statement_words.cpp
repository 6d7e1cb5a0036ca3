#include "pages/account/statement_words.h"

namespace probity::pages {

const StatementWords& statement_words() {
  static const StatementWords english = {
      .page_title = "Statement for {} - {}",
      .page_section = "Contract statements",
      .about_probity =
          "Probity is open-source software for community supervision. Records are facts, figures are "
          "computed from them: whoever holds the ledger, the contract file and the rules can compute every "
          "figure on this page again.",
      .computed_at = "Contract {}, {}, as known at {} events of {}.",
      .how_the_sum_comes_about = "How the sum comes about",
      .lines = "Lines",
      .service_levels = "Service levels",
      .outcome_payments = "Outcome payments",
      .cases_and_relief = "Cases behind the deductions, and relief",
      .corrections_and_payments = "Corrections, earlier periods and payments",
      .clauses_and_readings = "Clauses, readings and assumptions",
      .computed_from = "What this was computed from",
      .how_to_check = "How to check this",

      .provisional = "Provisional",
      .determined = "Determined",
      .final_state = "Final",
      .not_known = "Not known",
      .provisional_meaning = "The period had not ended when this was computed: its lines may still change.",
      .determined_meaning = "The period has ended. Later records may still correct it until {}.",
      .final_meaning =
          "Later records are shown but no longer change what is paid, except where a clause says "
          "that it is always restated.",

      .statement_for = "Statement for {}",
      .replayed_log =
          "This is a replayed log: times were stamped by the submitter, not by the log as records "
          "arrived.",
      .total_due = "Total due",
      .nothing_to_pay = "Nothing to pay",
      .from_to = "From {} to {}",
      .nothing_is_due = "Nothing is due between {} and {} for {}.",
      .one_owes = "{} owes {} {} for {}.",
      .several_owe = "{} owe {} {} for {}.",
      .accountable_bodies = "the accountable bodies",
      .number_of_providers = "the {} providers",
      .nothing_deducted_for_levels = "Nothing was deducted for service levels.",
      .one_deduction = "The one deduction is “{}”: {} for {} {}.",
      .largest_deduction = "The largest of {} deductions is “{}”: {} for {} {}.",
      .contract = "Contract",
      .authority = "Authority",
      .provider = "Provider",
      .providers = "Providers",
      .every_body = "Every accountable body of the record, each by itself",
      .period = "Period",
      .first_to_last_day = "{} to {}",
      .as_known = "As known",
      .known_on_day_at_size = "on {}, at {}",
      .events = "events",

      .sum_comes_about = "How {} comes about for {}",
      .bridge_method =
          "Each bar begins where the one above ends. The lines of the statement are added up clause by "
          "clause, fees first, then what is taken off and given back, then corrections of earlier periods. "
          "Every line is computed exactly and rounded once, to the penny; the table under “Lines” says what "
          "each is made of.",
      .number_of_lines = "lines",
      .step_of_corrections = "Corrections of earlier periods",
      .step_of_total = "Total",
      .step_on_the_account = "On the account already",
      .step_of_sum_due = "Due",
      .no_lines = "The contract has no line for this period.",
      .lines_of_period = "Lines of {}",
      .line = "Line",
      .quantity = "Quantity",
      .rate = "Rate",
      .amount = "Amount",
      .note = "Note",
      .lines_explained =
          "Every line is computed exactly and rounded once, to the penny. A minus is money due "
          "from the provider.",
      .approved_by = "approved by {}",
      .terms_as_varied = "terms as varied: {}",

      .no_period_changed = "No period that was issued before has changed.",
      .corrections_explained =
          "Records that came later changed these lines. The statements that they correct stand as they were "
          "issued; the changes count in this total.",
      .corrections_in_total = "Corrections of earlier periods, in the total",
      .drift_explained = "These lines would be different today, but their periods are final or their clauses "
                         "are not restated.",
      .drift_outside_total = "Changes that came too late to be paid, outside the total",
      .issued = "Issued",
      .now = "Now",
      .change = "Change",
      .corrects = "Corrects",
      .no_statement_on_record = "No statement on record",
      .statement_of_event = "The statement of event {}",
      .statements_of_events = "The statements of events {}",
      .earlier_periods = "Earlier periods never issued, outside the total",
      .entitlement = "Entitlement",
      .earlier_periods_explained = "No statement was issued for these periods. Each needs its own.",
      .no_payment = "No payment for this period is on record.",
      .payments_made = "Payments made to the provider for this period",
      .record = "Record",
      .one_event = "Event {}",
      .several_events = "Events {}",

      .no_levels = "The contract has no service levels.",
      .levels_of_period = "Service levels of {}",
      .measure = "Measure",
      .met = "Met",
      .out_of = "Out of",
      .achieved = "Achieved",
      .target = "Target",
      .result = "Result",
      .left_out = "Left out",
      .beside_it = "Beside it",
      .beside_it_explained =
          "“Beside it” is the measure that says whether the work itself was done, where the contract names "
          "one: a first appointment attended beside one arranged.",
      .no_cases = "No cases",
      .too_few_cases = "Too few cases",
      .below_target = "Below target",
      .target_met = "Target met",
      .none = "None",
      .achieved_of_no_cases = "no cases",
      .achieved_of_too_few_cases = "too few cases to measure",
      .excluded = "{} excluded: {}",
      .still_open = "{} still open",
      .undetermined = "{} undetermined",
      .undetermined_counted_as_missed = "{} undetermined, counted as missed",
      .twin_met_of = "{}: {} of {}",
      .counts_and_reading = "Counts: {}. Reading: {}",

      .nothing_deducted = "Nothing was deducted.",
      .cases_not_kept = "The cases were not kept with this statement; the command under “How to check this” "
                        "lists them.",
      .clause_source = "Clause source: {}.",
      .cases_of_line = "Cases that this line is made of",
      .one_case = "Case",
      .what_happened = "What happened",
      .records = "Records",
      .no_missed_case = "No missed case was counted.",
      .one_more_case = "And 1 more case: the command below lists every one.",
      .more_cases = "And {} more cases: the command below lists every one.",
      .one_other_case = "1 other case of the measure was met, open or left out.",
      .other_cases = "{} other cases of the measure were met, open or left out.",
      .no_relief = "Relief was asked for no case of the period.",
      .relief_caption = "Relief: cases that the parties agreed, or did not agree, to leave out",
      .due_day = "Due",
      .relief = "Relief",
      .reason = "Reason",
      .decided_by = "Decided by",
      .relief_requested = "Asked for, not decided",
      .relief_granted = "Granted",
      .relief_refused = "Refused",

      .cohorts = "Cohorts that this period pays or charges for",
      .clause_and_cohort = "Clause and cohort",
      .state = "State",
      .people = "People",
      .reoffenders = "Reoffenders",
      .reoffences = "Reoffences",
      .against_expected = "Against what was expected",
      .cohorts_explained =
          "Each cohort's rate stands beside what was expected of it, with the test that the clause names. A "
          "difference that chance could have made is no change, whatever its sign.",
      .determined_on = "determined on {}",

      .clauses_caption = "Clauses and where they come from",
      .clause = "Clause",
      .kind = "Kind",
      .source = "Source",
      .assumed = "Assumed, not in the source",
      .nothing_assumed = "Nothing",
      .kind_fee = "fee",
      .kind_grant = "grant",
      .kind_measure = "measure",
      .kind_deduction = "deduction",
      .kind_deduction_ceiling = "ceiling on deductions",
      .kind_unit_payment = "unit payment",
      .kind_monitoring = "monitoring",
      .kind_outcome_payment = "outcome payment",
      .kind_outcome_ceiling = "ceiling on outcome payments",
      .kind_read_as_written = "{}, read as written; it can also be read {}",
      .kind_read_as = "{}, read as {}; it can also be read {}",
      .readings_caption = "How each measure was read, and what it pays for",
      .reading = "Reading",
      .case_is_met_when = "A case is met when",
      .rewards = "It rewards",
      .pays_to_leave_undone = "It pays to leave undone",
      .contract_as_written = "The contract as written",
      .chosen_for_statement = "Chosen for this statement",
      .can_also_be_read = "it can also be read {}",
      .variations_caption = "Variations in force",
      .variation = "Variation",
      .agreed = "Agreed",
      .in_force_from = "In force from",
      .changes = "Changes",
      .no_variation = "No variation was in force for the period.",

      .ledger = "Ledger",
      .clock = "Clock",
      .clock_replayed = "Replayed log: times were stamped by the submitter",
      .clock_live = "Live log: times were stamped by the log as records arrived",
      .size = "Size",
      .root = "Root",
      .known_on = "Known on",
      .day_of_last_event = "{}, the day of the last recorded event",
      .civil_time = "Civil time",
      .contract_file_hash = "Contract file, SHA-256",
      .rules_hash = "Rules, SHA-256",
      .verify_explained =
          "With the ledger, the contract file and the program, anyone gets the same pennies. First see that "
          "nobody has changed the ledger: this recomputes every hash, and at this size the root must be the "
          "one above.",
      .verify_command = "Command that verifies the ledger",
      .hash_explained =
          "Then see that the contract file is the one that was settled: its SHA-256 must be the "
          "one above.",
      .hash_command = "Command that hashes the contract file",
      .settle_explained = "Settle the period again, as known at the same size.",
      .settle_command = "Command that settles the period again",
      .why_explained =
          "Ask why a line is what it is, down to the records. Put the id of any line at the end.",
      .why_command = "Command that explains a line",
  };
  return english;
}

} // namespace probity::pages

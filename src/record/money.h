// Family: money. Contract-level events stand on the contract's stream; unit payments on the person's.
#pragma once

#include "record/declaration.h"

namespace probity::record::money {

inline constexpr FieldDeclaration contract_made_fields[] = {
    required("contract", Kind::name, "", "id of the contract file"),
    required("file", Kind::digest, "", "SHA-256 of the contract file"),
};
inline constexpr TypeDeclaration contract_made{.name = "money.contract_made",
                                               .meaning = "The contract file of this hash is in force",
                                               .stream = StreamKind::contract,
                                               .fields = contract_made_fields};

inline constexpr FieldDeclaration contract_varied_fields[] = {
    required("contract", Kind::name, "", "id of the contract file"),
    required("file", Kind::digest, "", "SHA-256 of the contract file that holds the variation"),
};
inline constexpr TypeDeclaration contract_varied{
    .name = "money.contract_varied",
    .meaning = "The parties agreed a variation: the file of this hash replaces the last",
    .stream = StreamKind::contract,
    .fields = contract_varied_fields};

inline constexpr FieldDeclaration relief_requested_fields[] = {
    required("clause", Kind::name, "", "measure from which relief is asked"),
    required("person", Kind::identifier, "", "stream of the case"),
    required("due", Kind::day, "", "due day of the clock"),
};
inline constexpr TypeDeclaration relief_requested{.name = "money.relief_requested",
                                                  .meaning =
                                                      "The provider asked that a missed case not count",
                                                  .stream = StreamKind::contract,
                                                  .fields = relief_requested_fields};

inline constexpr std::string_view relief_reasons[] = {"outside_control", "court_delay", "prison_delay",
                                                      "authority_request", "other"};
inline constexpr FieldDeclaration relief_granted_fields[] = {
    required("clause", Kind::name, "", "measure from which relief is given"),
    required("person", Kind::identifier, "", "stream of the case"),
    required("due", Kind::day, "", "due day of the clock"),
    required_code("reason", relief_reasons, "why"),
    required("authority", Kind::name, "", "post that approved"),
};
inline constexpr TypeDeclaration relief_granted{.name = "money.relief_granted",
                                                .meaning = "The case is excluded from the measure",
                                                .stream = StreamKind::contract,
                                                .fields = relief_granted_fields};

inline constexpr FieldDeclaration relief_refused_fields[] = {
    required("clause", Kind::name, "", "measure from which relief was asked"),
    required("person", Kind::identifier, "", "stream of the case"),
    required("due", Kind::day, "", "due day of the clock"),
    required("authority", Kind::name, "", "post that refused"),
};
inline constexpr TypeDeclaration relief_refused{.name = "money.relief_refused",
                                                .meaning = "The case goes on counting",
                                                .stream = StreamKind::contract,
                                                .fields = relief_refused_fields};

inline constexpr FieldDeclaration waived_fields[] = {
    required("clause", Kind::name, "", "deduction clause"),
    required("period", Kind::name, "", "period of the line, e.g. 2016-03"),
    required("pence", Kind::integer, "pence", "how much of the deduction is waived, positive"),
    required("reason", Kind::name, "", "why"),
    required("authority", Kind::name, "", "post that approved"),
};
inline constexpr TypeDeclaration waived{
    .name = "money.waived",
    .meaning = "Part or all of a deduction is not taken: a reasoned, signed line of its own",
    .stream = StreamKind::contract,
    .fields = waived_fields};

inline constexpr FieldDeclaration reinvestment_approved_fields[] = {
    required("clause", Kind::name, "", "deduction clause"),
    required("period", Kind::name, "", "period of the line, e.g. 2016-03"),
    required("pence", Kind::integer, "pence",
             "how much of the deduction the provider may spend on agreed work, positive"),
    required("purpose", Kind::name, "", "on what"),
    required("authority", Kind::name, "", "post that approved"),
};
inline constexpr TypeDeclaration reinvestment_approved{
    .name = "money.reinvestment_approved",
    .meaning = "Part or all of a deduction is left with the provider for agreed work",
    .stream = StreamKind::contract,
    .fields = reinvestment_approved_fields};

inline constexpr FieldDeclaration baseline_set_fields[] = {
    required("clause", Kind::name, "", "outcome clause that is judged against it"),
    optional("cohort", Kind::name, "",
             "period in which the cohort ends; absent: every cohort without its own"),
    optional("provider", Kind::name, "", "body that it is for; absent: every body without its own"),
    required("people", Kind::integer, "people", "that the baseline was found on"),
    required("reoffenders", Kind::integer, "people", "of them proved to have reoffended"),
    optional("reoffences", Kind::integer, "reoffences", "proved in all"),
    required("method", Kind::name, "", "how it was made, with its version"),
    required("author", Kind::name, "", "who made it"),
    required("file", Kind::digest, "", "SHA-256 of the paper that says how"),
};
inline constexpr TypeDeclaration baseline_set{
    .name = "money.baseline_set",
    .meaning = "The figures that an outcome is judged against were set; the newest holds",
    .stream = StreamKind::contract,
    .fields = baseline_set_fields};

inline constexpr FieldDeclaration comparison_determined_fields[] = {
    required("clause", Kind::name, "", "outcome clause that it decides"),
    required("cohort", Kind::name, "", "period in which the cohort ends, e.g. 2012"),
    required("assessor", Kind::name, "", "independent body that made the comparison"),
    required("method", Kind::name, "", "how, with its version"),
    required("file", Kind::digest, "", "SHA-256 of the assessor's report"),
    optional("people", Kind::integer, "people", "in the cohort"),
    optional("reoffenders", Kind::integer, "people", "of the cohort proved to have reoffended"),
    optional("reoffences", Kind::integer, "reoffences", "of the cohort, as the clause counts them"),
    optional("comparison_people", Kind::integer, "people", "in the comparison group"),
    optional("comparison_reoffenders", Kind::integer, "people", "of the comparison group"),
    optional("comparison_reoffences", Kind::integer, "reoffences", "of the comparison group"),
    optional("change", Kind::integer, "thousandths",
             "where only the change is stated: thousandths of a point, or of a per cent where the clause "
             "measures change so; negative is a reduction"),
};
inline constexpr TypeDeclaration comparison_determined{
    .name = "money.comparison_determined",
    .meaning = "An independent assessor determined how a cohort did; the newest holds",
    .stream = StreamKind::contract,
    .fields = comparison_determined_fields};

inline constexpr FieldDeclaration statement_issued_fields[] = {
    required("contract", Kind::name, "", "id of the contract file"),
    required("period", Kind::name, "", "period settled, e.g. 2016-03"),
    required("size", Kind::integer, "events", "ledger size the statement was computed at"),
    required("root", Kind::digest, "", "root at that size"),
    required("terms", Kind::digest, "", "SHA-256 of the contract file"),
    required("rules", Kind::digest, "", "SHA-256 of the rule register"),
    required("body", Kind::digest, "", "SHA-256 of the statement's canonical JSON"),
    required("total", Kind::integer, "pence", "the statement's total"),
    required("lines", Kind::amounts, "", "line key → pence that this statement adds to the account"),
    optional("readings", Kind::names, "", "readings picked, as measure=reading"),
};
inline constexpr TypeDeclaration statement_issued{.name = "money.statement_issued",
                                                  .meaning = "A statement was issued on the running account",
                                                  .stream = StreamKind::contract,
                                                  .fields = statement_issued_fields};

inline constexpr FieldDeclaration payment_made_fields[] = {
    required("period", Kind::name, "", "period of the statement that it pays"),
    required("pence", Kind::integer, "pence", "paid to the provider; negative: received from it"),
};
inline constexpr TypeDeclaration payment_made{.name = "money.payment_made",
                                              .meaning = "Money moved",
                                              .stream = StreamKind::contract,
                                              .fields = payment_made_fields};

inline constexpr FieldDeclaration attached_fields[] = {
    required("contract", Kind::name, "", "contract that pays"),
    required("group", Kind::name, "", "payment group"),
};
inline constexpr TypeDeclaration attached{.name = "money.attached",
                                          .meaning = "The person joined the provider's programme",
                                          .entity = "attachment",
                                          .fields = attached_fields};

inline constexpr TypeDeclaration outcome_evidenced{.name = "money.outcome_evidenced",
                                                   .meaning = "The paid outcome was reached, with evidence",
                                                   .entity = "attachment"};

inline constexpr FieldDeclaration sustained_fields[] = {
    required("month", Kind::integer, "months", "which month of the sustained outcome, from 1"),
};
inline constexpr TypeDeclaration sustained{.name = "money.sustained",
                                           .meaning =
                                               "The outcome lasted another month; the provider claims it",
                                           .entity = "attachment",
                                           .fields = sustained_fields};

} // namespace probity::record::money

// From cells to the lines that the parties are entitled to: no events, no record, only counts and terms. The
// simulator prices with this same code.
#pragma once

#include <string>
#include <vector>

#include "contract/measure.h"

namespace probity::contract {

enum class LineKind {
  fee,
  volume_adjustment,
  grant,
  unit_payment,
  monitoring,
  deduction,
  cap,
  earn_back,
  waiver,
  reinvestment,
  outcome,             // what a cohort's result pays or takes
  foundation,          // paid before the result is known
  foundation_recovered // and taken back
};
std::string_view to_text(LineKind kind);

// One line of the account. `id` = contract/period/clause/n and never changes for what it stands for.
struct Line {
  std::string id;
  LineKind kind = LineKind::fee;
  std::string clause;
  std::string title;
  Period period;
  std::string provider;
  std::string dimension;
  base::Rational quantity; // people, cases, points, person-days, instalments
  std::string unit;
  std::string rate;                  // "-£2,000.00 a case", "0.25 % of the fee a point"
  base::Rational exact;              // pence, before rounding
  base::Money amount;                // rounded once
  bool provisional = false;          // K(N) on or before the period's last day
  std::string reason;                // of a waiver, a reinvestment, or the refusal of claims
  std::string note;                  // "no cases", "cap of 2 % reached", …
  std::vector<std::string> parents;  // ids of lines that this one is computed from
  std::string authority;             // who approved a waiver or reinvestment
  std::vector<std::uint64_t> events; // of the record, in which the parties decided on the line itself
  std::string version;               // variations in force: "", or their ids
  Restate restate = Restate::until_final;
};
// The reason and the note as one text, as people read it: "refused: beyond_the_most_months".
std::string said_of(const Line& line);

// Explicit decisions on deductions, from the contract's stream.
struct Decision {
  enum class Kind { waived, reinvested } kind = Kind::waived;
  std::string clause;
  std::string period;
  base::Money amount; // positive
  std::string reason;
  std::string authority;
  std::string number; // part of the line's id: of the event within the contract's own stream, from 1
  std::uint64_t event = 0;
};

// Lines for every period of the term up to `last`, by period, then in the order of the file. Each (clause,
// period) line is rounded by itself; the last instalment of a contract year is the remainder. Fees are read
// by `readings`, and the cells must have been counted by the same.
std::vector<Line> price(const Cells& cells, const Contract& contract, const std::vector<Decision>& decisions,
                        base::Day known_on, const Period& last, const Readings& readings = {});

} // namespace probity::contract

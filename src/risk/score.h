// What an instrument says of one person, with everything that a reader needs to check it by hand: the numbers
// that were multiplied, what they came to, what was not known and what that means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "risk/rounding.h"
#include "risk/table.h"

namespace probity::risk {

enum class Outcome {
  scored,
  not_applicable, // the instrument does not speak of such a person; it says why
  not_scored,     // something is missing or contradicts itself; it says what
};
std::string_view name(Outcome outcome);

// coefficient × quantity = contribution. A level or a step has the quantity 1.
struct Term {
  std::string name;
  double coefficient = 0;
  double quantity = 0;
  double contribution = 0;
};

// A result. Most are numbers; a tier is a letter.
struct Figure {
  std::string name;             // "two_year_pct"
  std::string text;             // "16", "0.60", "B"
  std::optional<Scaled> number; // nothing for letters and flags
};

// An answer that was not given, and what the score means without it.
struct Absence {
  std::string input;
  std::string meaning;
};

// Why there is no score. Names are stable and, where the published service has one for the same fault, its
// own: "MISSING_MANDATORY_INPUT".
struct Reason {
  std::string name;
  std::vector<std::string> inputs;
  std::string message; // a sentence without full stop that says what to do
};

struct Score {
  const Table* table = nullptr; // which numbers were used; lives as long as the program
  Outcome outcome = Outcome::scored;
  std::vector<Figure> figures; // empty unless scored
  std::string band;            // empty where the instrument has none
  std::vector<Term> terms;     // in the order in which they were added
  double sum = 0; // the sum of the contributions, in that order, or the least of them (see Together)
  std::vector<Absence> missing;
  std::vector<Reason> reasons; // empty when scored
  std::vector<std::string> notes;

  [[nodiscard]] const Figure* figure(std::string_view name) const;
  // The number of a figure that must be there.
  [[nodiscard]] Scaled number(std::string_view name) const;
};

// {"band","digest","figures":{…},"instrument","missing":[…],"model","notes","outcome","reasons":[…],"source",
// "stated_on","sum","terms":[…],"version"}. Decimals are texts, whole figures too.
base::json::Value to_json(const Score& score);

// Adds up one score, or finds the least of its terms. The one place where a coefficient meets a quantity.
class Evaluation {
 public:
  explicit Evaluation(const Table& table) { score_.table = &table; }

  // A number of the table that the instrument cannot be without.
  [[nodiscard]] double constant(std::string_view term) const;

  // coefficient × quantity. The table must have the term.
  void times(std::string_view term, double quantity);
  // The same where the table has the term. Models of one family leave out what they do not weigh.
  void times_if_weighed(std::string_view term, double quantity);
  // coefficient × quantity, rounded half up to whole points.
  void times_in_points(std::string_view term, double quantity);
  // The number of a level of a term. The table must have it.
  void level(std::string_view term, std::string_view level);
  // The number of the step in which `number` falls. The table must have it.
  void step(std::string_view term, int number);
  // Points or a weight that stand in no table because they were given or follow from another score.
  void given(std::string_view term, double value, double quantity = 1);

  void missing(std::string_view input, std::string_view meaning);
  void note(std::string text) { score_.notes.push_back(std::move(text)); }
  void refuse(std::string_view name, std::vector<std::string> inputs, std::string message);
  void does_not_apply(std::string_view name, std::vector<std::string> inputs, std::string message);

  [[nodiscard]] bool refused() const { return !score_.reasons.empty(); }
  [[nodiscard]] double sum() const { return score_.sum; }
  [[nodiscard]] const Table& table() const { return *score_.table; }

  void figure(std::string_view name, Scaled number);
  void figure(std::string_view name, std::string_view text);
  // By the table's bands.
  void band(Scaled figure);

  // A score that was refused has no figures, no band and no terms.
  [[nodiscard]] Score finish() &&;

 private:
  void add(std::string name, double coefficient, double quantity, double contribution);

  Score score_;
};

// e^x / (1 + e^x), by base/logexp: the same bits on every machine.
double logistic(double x);

} // namespace probity::risk

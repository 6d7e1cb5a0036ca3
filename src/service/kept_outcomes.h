// Figures of what became of the people of an area, of the newest record: the book that they are counted from
// grows by what is new, and a figure that was counted is not counted again before there is something new. In
// memory, and disposable: anew it is the same.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "outcome/report.h"
#include "service/book_loader.h"

namespace probity::service {

struct OutcomesAsked {
  std::string months = "12";   // one of outcome_windows
  std::string proof = "any";   // one of outcome_proofs
  std::string by = "provider"; // one of outcome_groupings

  auto operator<=>(const OutcomesAsked&) const = default;
};
inline constexpr std::string_view outcome_windows[] = {"6", "12", "24", "36"};
inline constexpr std::string_view outcome_proofs[] = {"any", "new_crime"};
// Names of groupings (outcome/cohort.h).
inline constexpr std::string_view outcome_groupings[] = {"provider",    "sex",           "age_band",
                                                         "supervision", "offence_group", "release_year"};

// Safe across threads; who asks while another is answered waits for that answer.
class KeptOutcomes {
 public:
  explicit KeptOutcomes(std::string ledger_file) : ledger_file_(std::move(ledger_file)) {}

  // As known at the size, or later where somebody asked later. The members behind the counts are left out.
  // `invalid_input`, naming the part, for what is no choice; otherwise as outcome::report_of. Not while the
  // office is held.
  base::Result<outcome::Report> of(const OutcomesAsked& asked, std::uint64_t size);

  // Times that the ledger was read, since the start.
  [[nodiscard]] std::uint64_t readings() const;

 private:
  base::Result<void> read_on(std::uint64_t size);

  const std::string ledger_file_;
  mutable std::mutex mutex_; // of all below
  GrowingBook book_;
  std::map<OutcomesAsked, outcome::Report> counted_; // from the book as it is
  std::uint64_t readings_ = 0;
};

} // namespace probity::service

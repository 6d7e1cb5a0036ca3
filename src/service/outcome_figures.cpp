#include "service/outcome_figures.h"

#include "service/asking.h"

namespace probity::service {

base::Result<outcome::Report> outcome_figures(Office& office, const Caller& caller,
                                              const OutcomesAsked& asked) {
  std::uint64_t size = 0;
  {
    const auto held = office.hold();
    PROBITY_ASSIGN(const access::Permission permission,
                   ask(office, caller, access::Action::see_outcomes, "outcomes"));
    size = office.ledger().size();
    log_list(office, permission, "outcomes", {});
  }
  return office.outcomes().of(asked, size);
}

} // namespace probity::service

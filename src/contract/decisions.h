// What the parties decided on a contract's streams: waivers, reinvestment, relief, payments.
#pragma once

#include <string_view>
#include <vector>

#include "contract/statement.h"

namespace probity::contract {

// The streams whose decisions are this contract's: those that name it, and those that name no contract. A
// stream that names another contract alone is not.
std::vector<const timeline::Case*> contract_streams(const timeline::Book& book, std::string_view contract_id);

std::vector<Decision> decisions_of(const timeline::Book& book, std::string_view contract_id);
// The newest word on each case with a due day in the period: asked, granted or refused.
std::vector<ReliefShown> reliefs_shown(const timeline::Book& book, const Terms& terms, const Period& period);
std::vector<Payment> payments_of(const timeline::Book& book, std::string_view contract_id,
                                 const Period& period);

} // namespace probity::contract

// A review pack in words and as JSON.
#pragma once

#include "app/since_then.h"
#include "casework/further_offences/review_pack.h"
#include "terminal.h"

namespace probity::program {

struct ShownPack {
  const casework::ReviewPack& pack;
  const app::SinceThen& since;
  base::StreamId person;
  base::Day on;
  base::Day known_on; // the last day of which anything was known
  std::uint64_t size = 0;
};

void print_review_pack(const ShownPack& shown, const base::Zone& zone, Terminal& terminal);
base::json::Value to_json(const ShownPack& shown);

} // namespace probity::program

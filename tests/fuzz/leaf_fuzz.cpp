// The ledger's own quick reader of leaves: what it gives lies inside the body and is the same each time; an
// event that the vocabulary decodes is read by it too, with the same members.
#include "base/json.h"
#include "fuzz/fuzz_text.h"
#include "ledger/leaf_fields.h"

namespace {

using namespace probity;

bool is_inside(std::string_view part, std::string_view whole) {
  return part.empty() ||
         (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static ledger::DayFinder days(base::Zone::named("Europe/London").value());
  const std::string_view body = fuzz::text_of(data, size);
  ledger::LeafFields fields;
  const std::string_view fault = ledger::read_leaf(body, days, fields);
  ledger::LeafFields again;
  PROBITY_ENSURE(ledger::read_leaf(body, days, again) == fault);
  if (!fault.empty()) return 0;
  PROBITY_ENSURE(is_inside(fields.log, body) && is_inside(fields.type, body) &&
                 is_inside(fields.facts, body));
  for (const std::string_view member : fields.added)
    PROBITY_ENSURE(is_inside(member, body));
  PROBITY_ENSURE(fields.index == again.index && fields.sequence == again.sequence && fields.id == again.id);
  std::string submitted;
  ledger::append_submitted_of(body, fields, ledger::Recorded::added, submitted);
  std::string from_body;
  ledger::append_submitted_of(body, ledger::Recorded::added, from_body);
  PROBITY_ENSURE(submitted == from_body);
  const auto decoded = base::json::parse(body);
  if (!decoded) return 0;
  PROBITY_ENSURE(*decoded->find("stream")->text() == fields.stream.hex());
  PROBITY_ENSURE(*decoded->find("id")->text() == fields.id.hex());
  PROBITY_ENSURE(*decoded->find("type")->text() == fields.type);
  return 0;
}

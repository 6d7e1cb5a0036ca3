#include "service/shelf_loader.h"

#include "casework/plans/plan_report.h"
#include "record/person.h"
#include "record/vocabulary.h"
#include "service/case_loader.h"

namespace probity::service {

base::Result<casework::PlanShelf> load_shelf(const ledger::Ledger& ledger) {
  std::vector<std::string_view> types = {record::person::linked.name, record::person::unlinked.name};
  for (const record::TypeDeclaration* type : record::vocabulary())
    if (type->name.starts_with("plan.")) types.push_back(type->name);
  PROBITY_ASSIGN(const std::vector<std::uint32_t> numbers, ledger.streams_holding(types));
  timeline::Book book;
  for (const std::uint32_t number : numbers) {
    PROBITY_ASSIGN(timeline::Case stream, load_stream(ledger, number));
    book.people.push_back(std::move(stream));
  }
  return casework::shelf_of(book);
}

} // namespace probity::service

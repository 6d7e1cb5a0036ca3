#include "asked/caseload.h"

#include "service/search.h"

namespace probity::asked {
namespace {

base::Error wrong_choice(std::string message, std::string hint) {
  return {base::ErrorCode::invalid_input, std::move(message), "", std::move(hint)};
}

} // namespace

std::optional<std::uint64_t> sheet(std::string_view text) {
  return text.empty() ? std::optional<std::uint64_t>(1) : http::number_of(text);
}

base::Error no_sheet() {
  return wrong_choice("page is no number", "Write it in digits, from 1");
}

CaseloadRead caseload(const http::Request& request, service::Whose whose) {
  CaseloadRead out;
  const auto note = [&](base::Error error) {
    if (!out.wrong) out.wrong = std::move(error);
  };
  out.asked.whose = whose;
  if (whose == service::Whose::colleague) out.asked.colleague = id_of<base::EntityId>(request, "staff");
  if (const auto sort = request.query.find("sort")) {
    const auto order = service::parse_caseload_order(*sort);
    if (!order)
      note(
          wrong_choice("there is no such order", "name, reference, risk, ends, seen, next, owed or overdue"));
    out.asked.order = order.value_or(out.asked.order);
  }
  out.asked.descending = request.query.text("order") == "descending";
  const auto number = sheet(request.query.text("page"));
  if (!number) note(no_sheet());
  out.asked.sheet = number.value_or(1);
  if (const auto name = request.query.text("name"); !name.empty()) {
    const auto words = service::words_to_find(name, "name");
    if (!words) note(words.error());
    if (words) out.asked.filter.name = name;
  }
  for (const service::CaseloadFilterPart& part : service::caseload_filter_parts())
    if (!service::set_part(out.asked.filter, part, request.query.text(part.name)))
      note(wrong_choice("there is no such choice for " + std::string(part.name),
                        "The document of the API lists them"));
  return out;
}

} // namespace probity::asked

#include "outcome/factors.h"

#include "record/risk.h"
#include "record/supervision.h"

namespace probity::outcome {
namespace {

using record::Amounts;
using record::Event;

using Columns = std::map<std::string, FactorColumn, std::less<>>;

FactorColumn& column(Columns& columns, std::string_view name, FactorKind kind, Known known) {
  FactorColumn& out = columns[std::string(name)];
  out.kind = kind;
  if (known == Known::afterwards) out.known = known;
  ++out.stated;
  return out;
}

void take_numbers(const Amounts* numbers, FactorKind kind, Known known, Columns& columns,
                  PersonFactors* person) {
  if (numbers == nullptr) return;
  for (const auto& [name, number] : *numbers) {
    column(columns, name.text(), kind, known);
    if (person != nullptr) person->values[std::string(name.text())].number = number;
  }
}

PersonFactors known_at_release(const Event& event, const base::StreamId& name, Columns& columns) {
  using record::risk::factors_recorded;
  PersonFactors out{name, event.index, {}};
  take_numbers(record::amounts<factors_recorded, "numbers">(event), FactorKind::number, Known::at_release,
               columns, &out);
  if (const Amounts* names = record::amounts<factors_recorded, "at_least">(event))
    for (const auto& entry : *names)
      out.values[std::string(entry.first.text())].at_least = true;
  if (const Amounts* levels = record::amounts<factors_recorded, "levels">(event))
    for (const auto& entry : *levels) {
      const std::string_view text = entry.first.text();
      const std::size_t sign = text.find('=');
      if (sign == std::string_view::npos) continue;
      column(columns, text.substr(0, sign), FactorKind::level, Known::at_release);
      out.values[std::string(text.substr(0, sign))].level = record::Symbol(text.substr(sign + 1));
    }
  return out;
}

void known_afterwards(const Event& event, Columns& columns) {
  using record::supervision::activity_summarised;
  take_numbers(record::amounts<activity_summarised, "numbers">(event), FactorKind::number, Known::afterwards,
               columns, nullptr);
  take_numbers(record::amounts<activity_summarised, "billionths">(event), FactorKind::billionths,
               Known::afterwards, columns, nullptr);
}

} // namespace

FactorTable factor_table(const timeline::Book& book) {
  FactorTable out;
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    bool has_factors = false;
    for (const Event& event : person->events) {
      if (record::is<record::supervision::activity_summarised>(event)) known_afterwards(event, out.columns);
      if (!record::is<record::risk::factors_recorded>(event) || has_factors) continue;
      has_factors = true;
      out.people.push_back(known_at_release(event, person->name, out.columns));
    }
  }
  return out;
}

} // namespace probity::outcome

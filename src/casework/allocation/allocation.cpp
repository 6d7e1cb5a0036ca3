#include "casework/allocation/allocation.h"

#include <algorithm>

#include "record/sentence.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;
namespace court = record::court;

Result<std::int64_t> hundredths(const PolicyReader& reader, std::string_view id) {
  PROBITY_ASSIGN(const rules::Row* row, reader.row(id));
  PROBITY_ASSIGN(const base::Rational percent, row->decimal());
  return (percent * base::Rational(100)).ceiling();
}

Result<const rules::Row*> word(const PolicyReader& reader, std::string_view id,
                               std::initializer_list<std::string_view> among) {
  PROBITY_ASSIGN(const rules::Row* row, reader.row(id));
  if (std::find(among.begin(), among.end(), row->value) == among.end())
    return base::fail(base::ErrorCode::invalid_input,
                      "\"" + row->value + "\" is nothing that " + std::string(id) + " can be", row->where,
                      "Write " + std::string(*among.begin()));
  return row;
}

} // namespace

std::string AllocationPolicy::name() const {
  if (rule == AllocationRule::one_service) return "one_service";
  return std::string("routes_of_2014/") + (score == AllocationScore::quoted ? "quoted" : "band");
}

Result<AllocationScore> parse_allocation_score(std::string_view text) {
  if (text == "quoted") return AllocationScore::quoted;
  if (text == "band") return AllocationScore::band;
  return base::fail(base::ErrorCode::invalid_input,
                    "there is no reading allocation_score=" + std::string(text), {},
                    "Use allocation_score=quoted|band");
}

Result<AllocationPolicy> read_allocation_policy(const PolicyReader& reader) {
  AllocationPolicy out;
  PROBITY_ASSIGN(const rules::Row* rule, word(reader, "allocation.rule", {"routes_of_2014", "one_service"}));
  out.rule = rule->value == "one_service" ? AllocationRule::one_service : AllocationRule::routes_of_2014;
  PROBITY_ASSIGN(out.threshold_quoted, hundredths(reader, "allocation.threshold_quoted"));
  PROBITY_ASSIGN(out.threshold_band, hundredths(reader, "allocation.threshold_band"));
  PROBITY_ASSIGN(const rules::Row* harm,
                 word(reader, "allocation.harm_judged", {"required", "not_required"}));
  out.harm_needed = harm->value == "required";
  PROBITY_ASSIGN(const rules::Row* national, reader.row("allocation.national_service"));
  out.national = national->value;
  return out;
}

AllocationAdvice advise(const AllocationInputs& inputs, const AllocationPolicy& policy) {
  AllocationAdvice out;
  const auto take = [&out](std::string_view name, std::optional<bool> opens) {
    if (!opens)
      out.missing.push_back(name);
    else if (*opens)
      out.routes.push_back(name);
  };
  if (policy.rule == AllocationRule::one_service) {
    out.routes.emplace_back("one_service");
  } else {
    const bool high = inputs.harm_level == Symbol("high") || inputs.harm_level == Symbol("very_high");
    take("harm_level", inputs.harm_level.empty() ? std::nullopt : std::optional(high));
    take("mappa", inputs.mappa.empty() ? std::nullopt : std::optional(inputs.mappa != Symbol("none")));
    take("deportation", inputs.deportation);
    take("public_interest", !inputs.public_interest.empty());
    take("score", inputs.score ? std::optional(*inputs.score >= policy.threshold()) : std::nullopt);
  }
  out.national = !out.routes.empty();
  return out;
}

AllocationInputs inputs_of(const record::Event& decided) {
  AllocationInputs out;
  out.harm_level = record::symbol<court::allocation_decided, "harm_level">(decided);
  out.score = record::integer<court::allocation_decided, "serious_reoffending_score">(decided);
  out.mappa = record::symbol<court::allocation_decided, "mappa">(decided);
  out.deportation = record::boolean<court::allocation_decided, "deportation">(decided);
  out.public_interest = record::symbol<court::allocation_decided, "public_interest">(decided);
  return out;
}

const Allocation* find_allocation(const Allocations& all, const base::EntityId& order) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Allocation& one) { return one.order == order; });
  return found == all.end() ? nullptr : &*found;
}

void apply(Allocations& all, const record::Event& event) {
  static const Symbol kind_order("order");
  if (!record::is<court::allocation_decided>(event)) return;
  const auto order = event.entity(kind_order);
  if (!order) return;
  std::erase_if(all, [&](const Allocation& one) { return one.order == *order; });
  all.push_back({*order, record::symbol<court::allocation_decided, "body">(event)});
}

} // namespace probity::casework

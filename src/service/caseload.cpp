#include "service/caseload.h"

#include <algorithm>
#include <tuple>

#include "service/asking.h"
#include "service/case_identity.h"
#include "service/name_folding.h"
#include "service/search.h"

namespace probity::service {
namespace {

using base::Result;

constexpr std::string_view order_names[] = {"name", "reference", "risk", "ends",
                                            "seen", "next",      "owed", "overdue"};

void add_order(CaseloadRow& row, const casework::CaseState& state) {
  if (const casework::Licence* licence = state.custody.licence();
      licence != nullptr && licence->stage == casework::LicenceStage::active) {
    row.licence = true;
    row.order = licence->kind.text();
    row.ends = licence->ends;
    return;
  }
  const casework::Order* order = state.order();
  if (order == nullptr) return;
  row.order = order->type.text();
  if (const casework::OrderTerms* terms = state.order_book.terms(order->id)) row.ends = terms->last_day();
}

void add_meetings(CaseloadRow& row, const casework::CaseState& state, base::Instant now) {
  const auto later = [](std::optional<base::Day>& last, base::Day day) {
    if (!last || *last < day) last = day;
  };
  row.next = next_appointment(state, now);
  for (const casework::Appointment& one : state.appointments) {
    if (one.open() && one.starts <= now) row.next_overdue = true;
    if (!one.outcome.text().starts_with("attended")) continue;
    const std::string_view mode = one.mode.text();
    later(row.contact, one.day);
    if (mode != "video" && mode != "telephone" && mode != "kiosk") later(row.seen, one.day);
  }
}

// Without the name, for which the office is held.
CaseloadRow row_of(const casework::ListedPerson& person, base::Instant now, base::Day today) {
  const casework::CaseState state = person.state();
  CaseloadRow out;
  out.person = state.person;
  out.holder = state.practitioner.text();
  out.tier = state.holding.tier.text();
  out.harm_level = state.harm_level.text();
  out.in_custody = state.in_custody;
  add_order(out, state);
  add_meetings(out, state, now);
  for (const casework::Obligation& one : person.owed) {
    if (one.by != casework::OwedBy::practitioner) continue;
    ++out.owed;
    out.overdue += one.overdue(today) ? 1 : 0;
  }
  return out;
}

constexpr std::string_view next_choices[] = {"none", "week", "overdue"};
constexpr std::string_view risk_choices[] = {"low", "medium", "high", "very_high", "not_judged"};
constexpr std::string_view under_choices[] = {"order", "licence", "custody"};
constexpr std::string_view late_choices[] = {"yes"};

bool takes(const CaseloadFilter& filter, const CaseloadRow& row, base::Instant now) {
  constexpr std::int64_t week = std::int64_t{7} * 24 * 3'600 * 1'000'000;
  if (filter.next == "none" && row.next) return false;
  if (filter.next == "week" && (!row.next || row.next->microseconds - now.microseconds > week)) return false;
  if (filter.next == "overdue" && !row.next_overdue) return false;
  if (filter.risk == "not_judged" && !row.harm_level.empty()) return false;
  if (!filter.risk.empty() && filter.risk != "not_judged" && filter.risk != row.harm_level) return false;
  if (filter.under == "order" && (row.licence || row.order.empty())) return false;
  if (filter.under == "licence" && !row.licence) return false;
  if (filter.under == "custody" && !row.in_custody) return false;
  return filter.late.empty() || row.overdue > 0;
}

// Whether the name has all of the words, or the reference begins with them.
bool is_called(const CaseloadRow& row, const std::vector<std::string>& words) {
  const std::vector<std::string> name = folded_words(row.name);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(name.begin(), name.end(),
                       [&](const std::string& one) { return one.find(word) != std::string::npos; }) ||
           (is_reference(word) && row.person.hex().starts_with(word));
  });
}

// What a row is sorted by; nothing where that is not recorded.
std::optional<std::int64_t> key_of(const CaseloadRow& row, CaseloadOrder order) {
  switch (order) {
  case CaseloadOrder::risk: {
    const int rank = casework::harm_rank(record::Symbol(row.harm_level));
    return rank < 0 ? std::nullopt : std::optional<std::int64_t>(rank);
  }
  case CaseloadOrder::ends:
    return row.ends ? std::optional<std::int64_t>(row.ends->since_epoch) : std::nullopt;
  case CaseloadOrder::seen:
    return row.seen ? std::optional<std::int64_t>(row.seen->since_epoch) : std::nullopt;
  case CaseloadOrder::next:
    return row.next ? std::optional(row.next->microseconds) : std::nullopt;
  case CaseloadOrder::owed:
    return static_cast<std::int64_t>(row.owed);
  case CaseloadOrder::overdue:
    return static_cast<std::int64_t>(row.overdue);
  case CaseloadOrder::name:
  case CaseloadOrder::reference:
    return 0;
  }
  return std::nullopt;
}

struct Sorted {
  std::optional<std::int64_t> key;
  std::string name; // folded
  CaseloadRow row;
};

void sort(std::vector<CaseloadRow>& rows, CaseloadOrder order, bool descending) {
  std::vector<Sorted> all;
  all.reserve(rows.size());
  for (CaseloadRow& row : rows) {
    Sorted& one = all.emplace_back();
    one.key = key_of(row, order);
    if (order != CaseloadOrder::reference)
      for (const std::string& word : folded_words(row.name))
        one.name += word + " ";
    one.row = std::move(row);
  }
  const bool by_words = order == CaseloadOrder::name || order == CaseloadOrder::reference;
  std::sort(all.begin(), all.end(), [&](const Sorted& a, const Sorted& b) {
    if (a.key.has_value() != b.key.has_value()) return a.key.has_value();
    if (a.key != b.key) return (*a.key < *b.key) != descending;
    const auto first = std::tie(a.name, a.row.person);
    const auto second = std::tie(b.name, b.row.person);
    if (order == CaseloadOrder::name && a.name.empty() != b.name.empty()) return b.name.empty();
    return by_words && descending ? second < first : first < second;
  });
  rows.clear();
  for (Sorted& one : all)
    rows.push_back(std::move(one.row));
}

Result<std::vector<Colleague>> colleagues(Office& office, const Caller& caller,
                                          const std::vector<casework::SharedPerson>& body, base::Day today) {
  std::map<base::EntityId, Colleague> found;
  const Sight sight(caller, today);
  for (const casework::SharedPerson& person : body) {
    const auto staff = base::EntityId::from_hex(person->holder.practitioner.text());
    if (!staff || *staff == caller.member.staff || !sight.sees(person->holder)) continue;
    found[*staff].staff = *staff;
    ++found[*staff].cases;
  }
  PROBITY_ASSIGN(const std::vector<access::Account> accounts, office.accounts());
  for (const access::Account& account : accounts)
    if (const auto one = found.find(account.member.staff); one != found.end())
      one->second.account = account.member.account;
  std::vector<Colleague> out;
  for (auto& [staff, one] : found)
    out.push_back(std::move(one));
  std::sort(out.begin(), out.end(), [](const Colleague& a, const Colleague& b) {
    return std::forward_as_tuple(a.account.empty(), a.account, a.staff) <
           std::forward_as_tuple(b.account.empty(), b.account, b.staff);
  });
  return out;
}

} // namespace

std::string_view to_text(CaseloadOrder order) {
  return order_names[static_cast<std::size_t>(order)];
}

std::span<const CaseloadFilterPart> caseload_filter_parts() {
  static constexpr CaseloadFilterPart parts[] = {{"next", &CaseloadFilter::next, next_choices},
                                                 {"risk", &CaseloadFilter::risk, risk_choices},
                                                 {"under", &CaseloadFilter::under, under_choices},
                                                 {"late", &CaseloadFilter::late, late_choices}};
  return parts;
}

bool set_part(CaseloadFilter& filter, const CaseloadFilterPart& part, std::string_view choice) {
  const bool known =
      choice.empty() || std::find(part.choices.begin(), part.choices.end(), choice) != part.choices.end();
  if (known) filter.*part.value = choice;
  return known;
}

std::optional<CaseloadOrder> parse_caseload_order(std::string_view text) {
  for (const CaseloadOrder order : caseload_orders)
    if (to_text(order) == text) return order;
  return std::nullopt;
}

Result<Caseload> caseload(Office& office, const Caller& caller, const CaseloadAsked& asked) {
  auto held = office.hold();
  const bool mine = asked.whose == Whose::mine;
  const std::string_view page = mine ? "caseload" : "caseload_of_others";
  PROBITY_ASSIGN(const access::Permission permission,
                 ask(office, caller, mine ? access::Action::see_work : access::Action::see_team, page));
  std::vector<std::string> words;
  if (!asked.filter.name.empty()) {
    PROBITY_ASSIGN(words, words_to_find(asked.filter.name, "name"));
  }
  Caseload out;
  out.on = office.today();
  out.asked = asked;
  out.body = caller.member.provider;
  const bool sees_team = access::may_ever(caller.member, access::Action::see_team);
  casework::WorklistFilter of_body;
  of_body.provider = record::Symbol(out.body);
  casework::WorklistFilter held_by;
  held_by.practitioner = record::Symbol((mine ? caller.member.staff : asked.colleague).hex());
  const casework::LiveWorklists& lists = office.follower().lists();
  std::vector<casework::SharedPerson> body;
  if (sees_team || asked.whose == Whose::body) body = lists.people_of(of_body);
  const std::vector<casework::SharedPerson> people =
      asked.whose == Whose::body ? body : lists.people_of(held_by);
  const std::uint64_t size = office.ledger().size();
  const base::Instant now = office.given();
  held.unlock(); // unpacking takes long in a large body, and nobody waits for it
  const Sight sight(caller, out.on);
  for (const casework::SharedPerson& person : people) {
    if (asked.whose == Whose::body && person->holder.practitioner.empty()) continue;
    if (sight.sees(person->holder)) out.rows.push_back(row_of(*person, now, out.on));
  }
  out.people = out.rows.size();
  std::erase_if(out.rows, [&](const CaseloadRow& row) { return !takes(asked.filter, row, now); });
  name_rows(office, out.rows);
  std::erase_if(out.rows, [&](const CaseloadRow& row) { return !is_called(row, words); });
  sort(out.rows, asked.order, asked.descending);
  out.sheet = keep_sheet(out.rows, asked.sheet, asked.whole ? out.rows.size() + 1 : caseload_rows);
  if (sees_team) {
    PROBITY_ASSIGN(out.colleagues, colleagues(office, caller, body, out.on));
  }
  log_rows_at(office, permission, page, out.rows, size);
  return out;
}

} // namespace probity::service

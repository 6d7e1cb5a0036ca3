// A caseload: everybody whom a practitioner holds, or whom a body's practitioners hold together.
#pragma once

#include "service/office.h"
#include "service/sheet.h"

namespace probity::service {

struct CaseloadRow {
  base::StreamId person;
  std::string name;              // empty: none is known
  std::string holder;            // pseudonym; empty: nobody
  std::string tier;              // its letter; empty: never scored
  std::string harm_level;        // empty: not judged
  std::string order;             // type of the order in force, or kind of the licence; empty: neither
  bool licence = false;          // it is a licence
  std::optional<base::Day> ends; // of order or licence; nothing: no day is recorded
  bool in_custody = false;
  std::optional<base::Instant> next; // appointment, from now on
  bool next_overdue = false;         // one has begun, and nobody has said yet what came of it
  std::optional<base::Day> seen;     // last, in one room: an appointment to which the person came
  std::optional<base::Day> contact;  // last, in whatever way
  std::uint64_t owed = 0;            // by the practitioner, as "my work" counts
  std::uint64_t overdue = 0;         // of these
};

enum class CaseloadOrder { name, reference, risk, ends, seen, next, owed, overdue };
inline constexpr std::array caseload_orders = {
    CaseloadOrder::name, CaseloadOrder::reference, CaseloadOrder::risk, CaseloadOrder::ends,
    CaseloadOrder::seen, CaseloadOrder::next,      CaseloadOrder::owed, CaseloadOrder::overdue};
std::string_view to_text(CaseloadOrder order); // "overdue"
std::optional<CaseloadOrder> parse_caseload_order(std::string_view text);

// What a caseload is narrowed to; what is empty narrows nothing.
struct CaseloadFilter {
  std::string name;  // as typed: parts of a name, or the beginning of a reference
  std::string next;  // appointment: "none", "week" (within seven days), "overdue"
  std::string risk;  // of serious harm: a level, or "not_judged"
  std::string under; // "order", "licence", "custody"
  std::string late;  // "yes": something is overdue

  bool operator==(const CaseloadFilter&) const = default;
};
// Each part that is a choice, with what it can be, in the order in which a page offers them.
struct CaseloadFilterPart {
  std::string_view name;
  std::string CaseloadFilter::*value;
  std::span<const std::string_view> choices;
};
std::span<const CaseloadFilterPart> caseload_filter_parts();
// False, and nothing is changed, when the part has no such choice.
bool set_part(CaseloadFilter& filter, const CaseloadFilterPart& part, std::string_view choice);

enum class Whose { mine, colleague, body };
struct CaseloadAsked {
  Whose whose = Whose::mine;
  base::EntityId colleague; // pseudonym
  CaseloadOrder order = CaseloadOrder::name;
  bool descending = false;
  std::uint64_t sheet = 1;
  CaseloadFilter filter = {};
  bool whole = false; // every row on one sheet, for a table that is taken away
};

struct Colleague {
  base::EntityId staff;
  std::string account; // empty: has none
  std::uint64_t cases = 0;
};

struct Caseload {
  base::Day on;
  CaseloadAsked asked;
  std::string body;                  // of the caller
  std::vector<CaseloadRow> rows;     // of one sheet
  Sheet sheet;                       // of those whom the filter takes
  std::uint64_t people = 0;          // without the filter
  std::vector<Colleague> colleagues; // of the body, by account; for those who may see their caseloads
};

constexpr std::uint64_t caseload_rows = 50; // a sheet

// One's own by `see_work`, anybody else's by `see_team`. People whose record is closed to the caller, or for
// whom another body answers, are left out and not counted. Rows that are equal stand by name and reference;
// what is not recorded stands last, in either direction. `invalid_input` for a name that is too short to look
// for (search.h).
base::Result<Caseload> caseload(Office& office, const Caller& caller, const CaseloadAsked& asked);

} // namespace probity::service

// To whom a case is given: grade, whether they are there, and how much they carry.
#include <fmt/format.h>

#include "casework/drafting.h"
#include "casework/supervision/supervision_commands.h"
#include "casework/workforce/grade_limits.h"
#include "record/supervision.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;
using supervision::allocate;

Result<void> check_grade(const Request& request, Symbol grade) {
  const auto above = above_grade(request.state, request.circumstances.policy.workforce, grade);
  if (!above) return {};
  return request.refuse(above->what + ", which is above this grade",
                        "Allocate the case to a probation officer");
}

// What the record says of the practitioner as staff; nothing of it is asked where it says nothing.
Result<void> check_staff(const Request& request, Symbol practitioner, Symbol grade) {
  const Workforce* workforce = request.circumstances.workforce;
  const StaffMember* member = workforce == nullptr ? nullptr : workforce->member(practitioner);
  if (member == nullptr) return {};
  if (!member->grade.empty() && member->grade != grade)
    return request.refuse(
        fmt::format("the record has them as {}, not {}", member->grade.text(), grade.text()),
        "Give that grade, or change it first (workforce.change_grade)");
  if (!member->body().empty() && member->body() != request.state.provider)
    return request.refuse(fmt::format("they work for {}, and {} answers for the person",
                                      member->body().text(), request.state.provider.text()),
                          "Choose somebody of that body");
  if (member->left)
    return request.refuse("they left their last post on " + base::to_text(*member->left),
                          "Choose somebody who is there");
  const StaffAbsence* away = member->absence_on(request.today());
  const int most_days = request.circumstances.policy.workforce.long_absence_days;
  if (away != nullptr && away->is_long(most_days, request.today()))
    return request.refuse(
        fmt::format("they are away since {} ({})", base::to_text(away->from), away->kind.text()),
        "Choose somebody who is there");
  return {};
}

// A case is taken from a practitioner with a reason, and with one that the record bears out.
Result<void> check_reason(const Request& request, Symbol reason) {
  const Symbol holder = request.state.practitioner;
  if (holder.empty()) return {};
  if (reason.empty())
    return request.refuse("a case is taken from its practitioner with a reason", "Give reason=…");
  if (reason == Symbol("initial_allocation"))
    return request.refuse("a practitioner holds the case", "Say why another is to hold it");
  const Workforce* workforce = request.circumstances.workforce;
  const StaffMember* member = workforce == nullptr ? nullptr : workforce->member(holder);
  if (member == nullptr) return {};
  if (reason == Symbol("officer_left") && !member->left)
    return request.refuse("the record does not say that the practitioner left",
                          "Vacate their post first (workforce.vacate_post), or give the reason");
  if (reason == Symbol("officer_away") && member->absence_on(request.today()) == nullptr)
    return request.refuse("the record does not say that the practitioner is away",
                          "Record the absence first (workforce.start_absence), or give the reason");
  return {};
}

// Records what was known of the load, and asks why where it is more than the posts can carry: a case has to
// be held by somebody, and whoever decides says so.
Result<void> weigh_load(const Request& request, Symbol practitioner, record::EventBuilder& event) {
  const Symbol over_capacity = record::symbol<allocate, "over_capacity">(request.command.event);
  const Circumstances& given = request.circumstances;
  bool over = false;
  if (given.caseloads != nullptr) {
    const auto found = given.caseloads->find(practitioner.text());
    const Caseload load = found == given.caseloads->end() ? Caseload{} : found->second;
    event.fact("cases", load.people)
        .fact("cases_with_points", load.people_with_points)
        .fact("points", load.points);
    const auto& of_case = request.state.holding.points;
    if (of_case) event.fact("case_points", *of_case);
    const auto available =
        given.workforce == nullptr
            ? std::nullopt
            : available_points(*given.workforce, practitioner, given.policy.workforce, request.today());
    if (available) {
      event.fact("available_points", *available);
      const std::int64_t all = load.points + of_case.value_or(0);
      over = all > *available;
      if (over && over_capacity.empty())
        return request.refuse(
            fmt::format("with this case they carry {} points, and can carry {}", all, *available),
            "Choose somebody else, or say why all the same (over_capacity=…)");
    }
  }
  if (!over && !over_capacity.empty())
    return request.refuse("as far as is recorded they can carry it", "Leave over_capacity out");
  if (over) event.fact("over_capacity", over_capacity.text());
  return {};
}

} // namespace

Result<void> allocate_to_practitioner(Request& request) {
  const record::Event& asked = request.command.event;
  const Symbol practitioner = record::symbol<allocate, "practitioner">(asked);
  const Symbol grade = record::symbol<allocate, "grade">(asked);
  const Symbol reason = record::symbol<allocate, "reason">(asked);
  if (practitioner == request.state.practitioner)
    return request.refuse("the practitioner holds the case already", "Nothing is to be done");
  if (request.state.access.standing(practitioner, request.today()) != Standing::admitted)
    return request.refuse("the record is closed to that practitioner",
                          "Choose somebody whom the record is open to");
  PROBITY_TRY(check_grade(request, grade));
  PROBITY_TRY(check_staff(request, practitioner, grade));
  PROBITY_TRY(check_reason(request, reason));
  record::EventBuilder event = request.draft(record::supervision::practitioner_allocated);
  event.fact("practitioner", practitioner.text()).fact("grade", grade.text());
  if (!reason.empty()) event.fact("reason", reason.text());
  PROBITY_TRY(weigh_load(request, practitioner, event));
  request.add(event);
  return {};
}

} // namespace probity::casework

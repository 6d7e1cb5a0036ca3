#include "casework/workforce/decide_workforce.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "casework/drafting.h"
#include "casework/workforce/workforce_commands.h"

namespace probity::casework {
namespace {

using base::Result;
using record::Symbol;

// What a decision about staff has at hand.
struct StaffRequest {
  const Workforce& workforce;
  const Command& command;
  const Circumstances& circumstances;
  Events events{};

  [[nodiscard]] base::Day today() const { return command.event.recorded_day; }
  [[nodiscard]] base::Day act_day() const { return day_of_act(command.event); }
  [[nodiscard]] const WorkforcePolicy& policy() const { return circumstances.policy.workforce; }
  [[nodiscard]] record::EventBuilder draft(const record::TypeDeclaration& type) const {
    return draft_of(command, type, events.size());
  }
  void add(record::EventBuilder& builder) { events.push_back(builder.build()); }
  [[nodiscard]] tl::unexpected<base::Error> refuse(std::string message, std::string hint) const {
    return refusal(command, std::move(message), std::move(hint));
  }
};

Result<const Post*> post_of(const StaffRequest& request) {
  const Post* found = request.workforce.post(request.command.stream);
  if (found == nullptr)
    return base::fail(base::ErrorCode::not_found, "there is no such post",
                      std::string(request.command.event.type->name), "Make it first (workforce.make_post)");
  if (found->closed)
    return request.refuse("the post was given up on " + base::to_text(found->since), "Make another");
  return found;
}

Result<const StaffMember*> member_of(const StaffRequest& request) {
  const auto found = request.workforce.staff.find(request.command.stream);
  if (found == request.workforce.staff.end())
    return base::fail(base::ErrorCode::not_found, "there is no such member of staff",
                      std::string(request.command.event.type->name),
                      "Assign them to a body first (workforce.assign)");
  return &found->second;
}

Result<void> refuse_own_matter(const StaffRequest& request, Symbol member, std::string_view matter) {
  if (Symbol(request.command.actor) == member)
    return request.refuse(fmt::format("nobody decides on their own {}", matter), "Somebody else does it");
  return {};
}

Result<void> refuse_if_not_manager(const StaffRequest& request) {
  if (request.command.role != "senior_manager")
    return request.refuse("this is a senior manager's to decide",
                          "A senior manager does it (role=senior_manager)");
  return {};
}

Result<void> refuse_post_stream(const StaffRequest& request) {
  if (request.workforce.post(request.command.stream) != nullptr)
    return request.refuse("that is a post, not a member of staff", "Give the pseudonym of its holder");
  return {};
}

Result<void> make_post(StaffRequest& request) {
  using workforce::make_post;
  const record::Event& asked = request.command.event;
  PROBITY_TRY(refuse_if_not_manager(request));
  if (request.workforce.post(request.command.stream) != nullptr)
    return request.refuse("there is a post of this id", "Make a new id for another post");
  if (request.workforce.staff.contains(request.command.stream))
    return request.refuse("that is a member of staff, not a post", "Make a new id for the post");
  const std::int64_t minutes = *record::integer<make_post, "minutes">(asked);
  if (minutes < 1 || minutes > request.policy().full_time_minutes)
    return request.refuse(
        fmt::format("a post is of 1 to {} minutes a week", request.policy().full_time_minutes),
        "Give its contracted minutes, or make two posts");
  record::EventBuilder event = request.draft(record::workforce::post_made);
  event.fact("body", record::symbol<make_post, "body">(asked).text())
      .fact("grade", record::symbol<make_post, "grade">(asked).text())
      .fact("minutes", minutes);
  request.add(event);
  return {};
}

Result<void> check_holder(const StaffRequest& request, const Post& post, Symbol staff) {
  const StaffMember* member = request.workforce.member(staff);
  if (member == nullptr || member->assignments.empty())
    return request.refuse("the member of staff is assigned to no body",
                          "Assign them first (workforce.assign)");
  if (member->body() != post.body)
    return request.refuse(fmt::format("the post is {}'s, and the member of staff {}'s", post.body.text(),
                                      member->body().text()),
                          "Assign them to that body first (workforce.assign)");
  if (request.act_day() < member->assignments.back().from)
    return request.refuse("they were assigned to the body on " +
                              base::to_text(member->assignments.back().from) + ", after that day",
                          "Give the day on which they took it up (on DAY)");
  if (member->grade != post.grade)
    return request.refuse(fmt::format("the post is for a {}, and the member of staff {}", post.grade.text(),
                                      member->grade.empty() ? std::string("has no grade")
                                                            : "is a " + std::string(member->grade.text())),
                          "Change the grade first, if only while acting (workforce.change_grade)");
  const std::int64_t minutes = request.workforce.minutes_of(staff) + post.minutes;
  if (minutes > request.policy().full_time_minutes)
    return request.refuse(fmt::format("with the other posts it is {} minutes a week, and full time is {}",
                                      minutes, request.policy().full_time_minutes),
                          "Vacate the other post first (workforce.vacate_post)");
  return {};
}

Result<void> fill_post(StaffRequest& request) {
  const Symbol staff = record::symbol<workforce::fill_post, "staff">(request.command.event);
  PROBITY_ASSIGN(const Post* post, post_of(request));
  PROBITY_TRY(refuse_own_matter(request, staff, "post"));
  if (!post->holder.empty())
    return request.refuse("the post is filled since " + base::to_text(post->since),
                          "Vacate it first (workforce.vacate_post)");
  if (request.act_day() < post->since)
    return request.refuse("the post is vacant since " + base::to_text(post->since) + " only",
                          "Give the day on which it was taken up (on DAY)");
  PROBITY_TRY(check_holder(request, *post, staff));
  record::EventBuilder event = request.draft(record::workforce::post_filled);
  event.fact("staff", staff.text());
  request.add(event);
  return {};
}

Result<void> vacate_post(StaffRequest& request) {
  PROBITY_ASSIGN(const Post* post, post_of(request));
  if (post->holder.empty())
    return request.refuse("the post is vacant since " + base::to_text(post->since), "Nothing is to be done");
  if (request.act_day() < post->since)
    return request.refuse("the post is filled since " + base::to_text(post->since) + " only",
                          "Give the last day in it (on DAY)");
  record::EventBuilder event = request.draft(record::workforce::post_vacated);
  event.fact("staff", post->holder.text())
      .fact("reason", record::symbol<workforce::vacate_post, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> close_post(StaffRequest& request) {
  PROBITY_TRY(refuse_if_not_manager(request));
  PROBITY_ASSIGN(const Post* post, post_of(request));
  if (!post->holder.empty())
    return request.refuse("somebody fills the post", "Vacate it first (workforce.vacate_post)");
  if (request.act_day() < post->since)
    return request.refuse("the post is vacant since " + base::to_text(post->since) + " only",
                          "Give the day on which it was given up (on DAY)");
  record::EventBuilder event = request.draft(record::workforce::post_closed);
  event.fact("reason", record::symbol<workforce::close_post, "reason">(request.command.event).text());
  request.add(event);
  return {};
}

// --- assignment to a body, and the appeal against it

void add_assignment(StaffRequest& request, Symbol body, std::string_view reason,
                    const std::optional<base::Day>& appeal_by) {
  record::EventBuilder event = request.draft(record::workforce::assigned_to_body);
  event.fact("body", body.text()).fact("reason", reason).fact("by", std::string_view(request.command.actor));
  if (appeal_by) event.fact("appeal_by", *appeal_by);
  request.add(event);
}

Result<void> assign(StaffRequest& request) {
  using workforce::assign;
  const record::Event& asked = request.command.event;
  PROBITY_TRY(refuse_post_stream(request));
  PROBITY_TRY(refuse_if_not_manager(request));
  PROBITY_TRY(refuse_own_matter(request, Symbol(request.command.stream.hex()), "assignment"));
  const Symbol body = record::symbol<assign, "body">(asked);
  const Symbol reason = record::symbol<assign, "reason">(asked);
  if (reason.empty()) return request.refuse("nobody is assigned to a body without a reason", "Give reason=…");
  const auto found = request.workforce.staff.find(request.command.stream);
  const StaffAssignment* last = found == request.workforce.staff.end() || found->second.assignments.empty()
                                    ? nullptr
                                    : &found->second.assignments.back();
  if (last != nullptr && last->body == body)
    return request.refuse(std::string(body.text()) + " employs them already", "Nothing is to be done");
  if (last != nullptr && last->appeal_open())
    return request.refuse("an appeal against the last assignment is open",
                          "Decide it first (workforce.decide_appeal)");
  if (last != nullptr && request.act_day() < last->from)
    return request.refuse("the last assignment is of " + base::to_text(last->from) + ", after that day",
                          "Give a later day");
  // Whoever applied for the post chose the body.
  const bool chosen = reason == Symbol("recruited");
  const base::Day appeal_by = day_after(request.act_day(), request.policy().appeal_within,
                                        request.circumstances.working_days, request.today());
  add_assignment(request, body, reason.text(), chosen ? std::nullopt : std::optional(appeal_by));
  return {};
}

Result<void> appeal(StaffRequest& request) {
  PROBITY_ASSIGN(const StaffMember* member, member_of(request));
  if (Symbol(request.command.actor) != Symbol(request.command.stream.hex()))
    return request.refuse("an appeal is the member of staff's own", "They make it themselves");
  if (member->assignments.empty())
    return request.refuse("they are assigned to no body", "There is nothing to appeal against");
  const StaffAssignment& last = member->assignments.back();
  if (last.appealed)
    return request.refuse(last.result.empty() ? "an appeal is open"
                                              : "the appeal was " + std::string(last.result.text()),
                          "There is one appeal against an assignment");
  if (!last.appeal_by)
    return request.refuse("there is no appeal against it: " + std::string(last.reason.text()),
                          "Apply for a post of another body");
  if (request.act_day() > *last.appeal_by)
    return request.refuse("an appeal was possible until " + base::to_text(*last.appeal_by),
                          "A senior manager may assign them anew (workforce.assign)");
  if (request.act_day() < last.from)
    return request.refuse("the assignment is of " + base::to_text(last.from) + ", after that day",
                          "Give the day of the appeal (on DAY)");
  record::EventBuilder event = request.draft(record::workforce::assignment_appealed);
  event.fact("ground", record::symbol<workforce::appeal, "ground">(request.command.event).text());
  request.add(event);
  return {};
}

Result<void> decide_appeal(StaffRequest& request) {
  using workforce::decide_appeal;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const StaffMember* member, member_of(request));
  PROBITY_TRY(refuse_if_not_manager(request));
  if (member->assignments.empty() || !member->assignments.back().appeal_open())
    return request.refuse("no appeal is open", "Nothing is to be decided");
  const StaffAssignment& last = member->assignments.back();
  if (last.by == Symbol(request.command.actor))
    return request.refuse("whoever made the assignment does not decide on the appeal",
                          "Another senior manager decides");
  PROBITY_TRY(refuse_own_matter(request, Symbol(request.command.stream.hex()), "appeal"));
  const bool upheld = record::symbol<decide_appeal, "result">(asked) == Symbol("upheld");
  const Symbol body = record::symbol<decide_appeal, "body">(asked);
  if (upheld && (body.empty() || body == last.body))
    return request.refuse("an appeal that is upheld leads to another body", "Give body=…");
  if (!upheld && !body.empty()) return request.refuse("the assignment stands", "Leave body out");
  record::EventBuilder event = request.draft(record::workforce::appeal_decided);
  event.fact("result", upheld ? "upheld" : "dismissed").fact("by", std::string_view(request.command.actor));
  request.add(event);
  if (upheld) add_assignment(request, body, "appeal_upheld", std::nullopt);
  return {};
}

Result<void> start_absence(StaffRequest& request) {
  using workforce::start_absence;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const StaffMember* member, member_of(request));
  const base::Day from = request.act_day();
  const auto until = record::day<start_absence, "expected_until">(asked);
  if (until && *until < from)
    return request.refuse("it would be over before it begins: " + base::to_text(*until),
                          "Give the last day away, or when it began (on DAY)");
  for (const StaffAbsence& one : member->absences) {
    if (!one.last)
      return request.refuse(
          fmt::format("they are away since {} ({})", base::to_text(one.from), one.kind.text()),
          "End that absence first (workforce.end_absence)");
    if (from <= *one.last)
      return request.refuse(fmt::format("an absence from {} to {} is recorded", base::to_text(one.from),
                                        base::to_text(*one.last)),
                            "Give a day after it, or correct that one");
  }
  record::EventBuilder event = request.draft(record::workforce::absence_started);
  event.fact("kind", record::symbol<start_absence, "kind">(asked).text());
  if (until) event.fact("expected_until", *until);
  request.add(event);
  return {};
}

Result<void> end_absence(StaffRequest& request) {
  PROBITY_ASSIGN(const StaffMember* member, member_of(request));
  const auto open = std::find_if(member->absences.begin(), member->absences.end(),
                                 [](const StaffAbsence& one) { return !one.last; });
  if (open == member->absences.end()) return request.refuse("they are not away", "Nothing is to be done");
  if (request.act_day() < open->from)
    return request.refuse("they are away since " + base::to_text(open->from) + " only",
                          "Give the last day away (on DAY)");
  record::EventBuilder event = request.draft(record::workforce::absence_ended);
  request.add(event);
  return {};
}

// --- grade, shift, place

Result<void> change_grade(StaffRequest& request) {
  using workforce::change_grade;
  const record::Event& asked = request.command.event;
  PROBITY_TRY(refuse_post_stream(request));
  PROBITY_TRY(refuse_own_matter(request, Symbol(request.command.stream.hex()), "grade"));
  const Symbol grade = record::symbol<change_grade, "grade">(asked);
  const Symbol reason = record::symbol<change_grade, "reason">(asked);
  const auto found = request.workforce.staff.find(request.command.stream);
  const Symbol now = found == request.workforce.staff.end() ? Symbol{} : found->second.grade;
  if (now == grade) return request.refuse("that is the grade already", "Nothing is to be done");
  if (now.empty() != (reason == Symbol("appointed")))
    return request.refuse(now.empty() ? "the first grade is that of the appointment"
                                      : "a grade is recorded: " + std::string(now.text()),
                          now.empty() ? "Give reason=appointed" : "Say why it changes");
  record::EventBuilder event = request.draft(record::workforce::grade_changed);
  event.fact("grade", grade.text())
      .fact("reason", reason.text())
      .fact("by", std::string_view(request.command.actor));
  request.add(event);
  return {};
}

Result<void> set_shift(StaffRequest& request) {
  using workforce::set_shift;
  constexpr std::array<std::string_view, 7> week = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  constexpr std::int64_t minutes_a_day = 24 * 60;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const StaffMember* member, member_of(request));
  Shift shift;
  std::vector<std::string> names;
  for (const auto& entry : *record::amounts<set_shift, "days">(asked)) {
    if (std::find(week.begin(), week.end(), entry.first.text()) == week.end())
      return request.refuse(fmt::format("\"{}\" is no day of the week", entry.first.text()),
                            "Write days=mon,tue,wed,thu,fri");
    shift.days.push_back(entry.first);
    names.emplace_back(entry.first.text());
  }
  shift.starts = *record::integer<set_shift, "starts">(asked);
  shift.ends = *record::integer<set_shift, "ends">(asked);
  if (shift.starts < 0 || shift.ends > minutes_a_day || shift.ends <= shift.starts)
    return request.refuse("a shift begins and ends on one day",
                          "Give minutes after midnight: starts=540 ends=1020 is nine to five");
  const std::int64_t contracted = request.workforce.minutes_of(Symbol(request.command.stream.hex()));
  if (contracted == 0)
    return request.refuse("they fill no post", "Put them in a post first (workforce.fill_post)");
  if (shift.minutes_a_week() > contracted)
    return request.refuse(
        fmt::format("that is {} minutes a week, and {} are contracted", shift.minutes_a_week(), contracted),
        "Give fewer days or hours");
  if (member->shift == shift) return request.refuse("that is the shift already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::workforce::shift_set);
  event.fact("days", names).fact("starts", shift.starts).fact("ends", shift.ends);
  request.add(event);
  return {};
}

Result<void> register_place(StaffRequest& request) {
  using workforce::register_place;
  const record::Event& asked = request.command.event;
  PROBITY_ASSIGN(const StaffMember* member, member_of(request));
  const PlaceOfWork place{
      record::symbol<register_place, "place">(asked), *record::boolean<register_place, "private_room">(asked),
      *record::boolean<register_place, "alarm">(asked), *record::boolean<register_place, "alone">(asked)};
  if (member->place == place) return request.refuse("it is registered so already", "Nothing is to be done");
  record::EventBuilder event = request.draft(record::workforce::place_registered);
  event.fact("place", place.place.text())
      .fact("private_room", place.private_room)
      .fact("alarm", place.alarm)
      .fact("alone", place.alone);
  request.add(event);
  return {};
}

Result<void> decide_one(StaffRequest& request) {
  const record::Event& asked = request.command.event;
  if (record::is<workforce::make_post>(asked)) return make_post(request);
  if (record::is<workforce::fill_post>(asked)) return fill_post(request);
  if (record::is<workforce::vacate_post>(asked)) return vacate_post(request);
  if (record::is<workforce::close_post>(asked)) return close_post(request);
  if (record::is<workforce::assign>(asked)) return assign(request);
  if (record::is<workforce::appeal>(asked)) return appeal(request);
  if (record::is<workforce::decide_appeal>(asked)) return decide_appeal(request);
  if (record::is<workforce::start_absence>(asked)) return start_absence(request);
  if (record::is<workforce::end_absence>(asked)) return end_absence(request);
  if (record::is<workforce::change_grade>(asked)) return change_grade(request);
  if (record::is<workforce::set_shift>(asked)) return set_shift(request);
  PROBITY_ENSURE(record::is<workforce::register_place>(asked));
  return register_place(request);
}

} // namespace

Result<Events> decide_workforce(const Workforce& workforce, const Command& command,
                                const Circumstances& circumstances) {
  if (workforce.seen.contains(command.event_id(0))) return Events{};
  StaffRequest request{workforce, command, circumstances};
  if (request.act_day() > request.today()) return refuse_future(command, request.act_day());
  PROBITY_TRY(decide_one(request));
  PROBITY_ENSURE(!request.events.empty());
  return std::move(request.events);
}

} // namespace probity::casework

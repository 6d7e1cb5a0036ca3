#include "casework/workforce/workforce_state.h"

#include <algorithm>

#include <fmt/format.h>

#include "casework/fold.h"
#include "record/workforce.h"

namespace probity::casework {
namespace {

using record::Event;
using record::is;
using record::Symbol;
namespace workforce = record::workforce;

void apply_to_post(Workforce& all, const base::StreamId& stream, const Event& event) {
  const bool made = is<workforce::post_made>(event);
  const bool filled = is<workforce::post_filled>(event);
  const bool vacated = is<workforce::post_vacated>(event);
  const bool closed = is<workforce::post_closed>(event);
  if (!made && !filled && !vacated && !closed) return;
  Post& post = all.posts[stream];
  post.id = stream;
  post.since = day_of_act(event);
  if (made) {
    post.body = record::symbol<workforce::post_made, "body">(event);
    post.grade = record::symbol<workforce::post_made, "grade">(event);
    post.minutes = record::integer<workforce::post_made, "minutes">(event).value_or(0);
    return;
  }
  if (closed) {
    post.closed = true;
    post.holder = {};
    return;
  }
  const Symbol staff = filled ? record::symbol<workforce::post_filled, "staff">(event)
                              : record::symbol<workforce::post_vacated, "staff">(event);
  post.holder = filled ? staff : Symbol{};
  const auto id = base::StreamId::from_hex(staff.text());
  if (!id) return;
  StaffMember& member = all.staff[*id];
  member.id = *id;
  if (filled) {
    member.left.reset();
  } else if (all.posts_of(staff).empty()) {
    member.left = post.since;
    member.left_event = event.index;
  }
}

void decide_last_appeal(StaffMember& member, const Event& event) {
  for (auto one = member.assignments.rbegin(); one != member.assignments.rend(); ++one)
    if (one->appeal_open()) {
      one->result = record::symbol<workforce::appeal_decided, "result">(event);
      return;
    }
}

void end_last_absence(StaffMember& member, const Event& event) {
  for (auto one = member.absences.rbegin(); one != member.absences.rend(); ++one)
    if (!one->last) {
      one->last = day_of_act(event);
      return;
    }
}

void set_shift(StaffMember& member, const Event& event) {
  Shift shift;
  if (const record::Amounts* days = record::amounts<workforce::shift_set, "days">(event))
    for (const auto& entry : *days)
      shift.days.push_back(entry.first);
  shift.starts = record::integer<workforce::shift_set, "starts">(event).value_or(0);
  shift.ends = record::integer<workforce::shift_set, "ends">(event).value_or(0);
  member.shift = std::move(shift);
}

void apply_to_member(Workforce& all, const base::StreamId& stream, const Event& event) {
  StaffMember& member = all.staff[stream];
  member.id = stream;
  if (is<workforce::assigned_to_body>(event)) {
    member.assignments.push_back({record::symbol<workforce::assigned_to_body, "body">(event),
                                  record::symbol<workforce::assigned_to_body, "reason">(event),
                                  record::symbol<workforce::assigned_to_body, "by">(event), day_of_act(event),
                                  record::day<workforce::assigned_to_body, "appeal_by">(event), false,
                                  Symbol{}});
  } else if (is<workforce::assignment_appealed>(event)) {
    if (!member.assignments.empty()) member.assignments.back().appealed = true;
  } else if (is<workforce::appeal_decided>(event)) {
    decide_last_appeal(member, event);
  } else if (is<workforce::absence_started>(event)) {
    member.absences.push_back({record::symbol<workforce::absence_started, "kind">(event), day_of_act(event),
                               record::day<workforce::absence_started, "expected_until">(event), std::nullopt,
                               event.index});
  } else if (is<workforce::absence_ended>(event)) {
    end_last_absence(member, event);
  } else if (is<workforce::grade_changed>(event)) {
    member.grade = record::symbol<workforce::grade_changed, "grade">(event);
  } else if (is<workforce::shift_set>(event)) {
    set_shift(member, event);
  } else if (is<workforce::place_registered>(event)) {
    member.place = PlaceOfWork{record::symbol<workforce::place_registered, "place">(event),
                               record::boolean<workforce::place_registered, "private_room">(event) == true,
                               record::boolean<workforce::place_registered, "alarm">(event) == true,
                               record::boolean<workforce::place_registered, "alone">(event) == true};
  }
}

bool is_of_post(const Event& event) {
  return is<workforce::post_made>(event) || is<workforce::post_filled>(event) ||
         is<workforce::post_vacated>(event) || is<workforce::post_closed>(event);
}

std::string or_none(Symbol symbol) {
  return symbol.empty() ? "none" : std::string(symbol.text());
}

std::string appeal_text(const StaffMember& member) {
  for (auto one = member.assignments.rbegin(); one != member.assignments.rend(); ++one) {
    if (one->appeal_open()) return "open";
    if (!one->result.empty()) return std::string(one->result.text());
  }
  return "none";
}

std::string shift_text(const std::optional<Shift>& shift) {
  if (!shift) return "none";
  constexpr std::int64_t minutes_an_hour = 60;
  std::string days;
  for (const Symbol day : shift->days)
    days += (days.empty() ? "" : ",") + std::string(day.text());
  const auto clock = [](std::int64_t minutes) {
    return fmt::format("{:02}:{:02}", minutes / minutes_an_hour, minutes % minutes_an_hour);
  };
  return days + " " + clock(shift->starts) + "-" + clock(shift->ends);
}

std::string place_text(const std::optional<PlaceOfWork>& place) {
  if (!place) return "none";
  std::string out(place->place.text());
  if (!place->private_room) out += ", not private";
  if (!place->alarm) out += ", no alarm";
  if (place->alone) out += ", alone at times";
  return out;
}

} // namespace

bool StaffAbsence::is_long(int days, base::Day on) const {
  if (!covers(on)) return false;
  return on - from + 1 >= days || (expected_until && *expected_until - from + 1 >= days);
}

const StaffAbsence* StaffMember::absence_on(base::Day day) const {
  const auto found = std::find_if(absences.begin(), absences.end(),
                                  [&](const StaffAbsence& one) { return one.covers(day); });
  return found == absences.end() ? nullptr : &*found;
}

const StaffMember* Workforce::member(Symbol pseudonym) const {
  const auto id = base::StreamId::from_hex(pseudonym.text());
  if (!id) return nullptr;
  const auto found = staff.find(*id);
  return found == staff.end() ? nullptr : &found->second;
}

const Post* Workforce::post(const base::StreamId& id) const {
  const auto found = posts.find(id);
  return found == posts.end() ? nullptr : &found->second;
}

std::vector<const Post*> Workforce::posts_of(Symbol pseudonym) const {
  std::vector<const Post*> out;
  for (const auto& [id, post] : posts)
    if (post.holder == pseudonym) out.push_back(&post);
  return out;
}

std::int64_t Workforce::minutes_of(Symbol pseudonym) const {
  std::int64_t out = 0;
  for (const Post* post : posts_of(pseudonym))
    out += post->minutes;
  return out;
}

void apply(Workforce& workforce, const base::StreamId& stream, const Event& event) {
  if (event.type == nullptr || event.type->stream != record::StreamKind::staff) return;
  workforce.seen.insert(event.id);
  if (is_of_post(event))
    apply_to_post(workforce, stream, event);
  else
    apply_to_member(workforce, stream, event);
}

Workforce workforce_of(const timeline::Book& book) {
  std::vector<std::pair<const timeline::Case*, const Event*>> events;
  for (const timeline::Case& stream : book.others)
    for (const Event& event : stream.events)
      if (event.type != nullptr && event.type->stream == record::StreamKind::staff)
        events.emplace_back(&stream, &event);
  std::sort(events.begin(), events.end(),
            [](const auto& a, const auto& b) { return a.second->index < b.second->index; });
  Workforce out;
  for (const auto& [stream, event] : events)
    apply(out, stream->name, *event);
  return out;
}

std::vector<std::pair<std::string, std::string>> workforce_words(const Workforce& workforce,
                                                                 const base::StreamId& stream, base::Day on) {
  if (const Post* post = workforce.post(stream))
    return {{"body", or_none(post->body)},
            {"grade", or_none(post->grade)},
            {"minutes", std::to_string(post->minutes)},
            {"post", std::string(post->state())},
            {"holder", or_none(post->holder)}};
  const auto found = workforce.staff.find(stream);
  if (found == workforce.staff.end()) return {};
  const StaffMember& member = found->second;
  const Symbol pseudonym(stream.hex());
  const StaffAbsence* away = member.absence_on(on);
  return {{"body", or_none(member.body())},
          {"grade", or_none(member.grade)},
          {"posts", std::to_string(workforce.posts_of(pseudonym).size())},
          {"minutes", std::to_string(workforce.minutes_of(pseudonym))},
          {"away", away == nullptr ? "no" : std::string(away->kind.text())},
          {"appeal", appeal_text(member)},
          {"left", member.left ? base::to_text(*member.left) : "no"},
          {"shift", shift_text(member.shift)},
          {"place", place_text(member.place)}};
}

} // namespace probity::casework

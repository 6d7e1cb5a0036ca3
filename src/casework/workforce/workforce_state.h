// What the record says of posts and members of staff: a fold over the events of their streams.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/event.h"
#include "timeline/book.h"

namespace probity::casework {

struct Post {
  base::StreamId id;
  record::Symbol body;
  record::Symbol grade;
  std::int64_t minutes = 0; // contracted, a week
  base::Day since;          // filled, vacant or closed: from the day on
  record::Symbol holder;    // pseudonym; empty: vacant
  bool closed = false;

  [[nodiscard]] bool vacant() const { return holder.empty() && !closed; }
  [[nodiscard]] std::string_view state() const { return closed ? "closed" : vacant() ? "vacant" : "filled"; }
};

struct StaffAssignment {
  record::Symbol body;
  record::Symbol reason;
  record::Symbol by; // who decided
  base::Day from;
  std::optional<base::Day> appeal_by; // nothing: nobody appeals against it
  bool appealed = false;
  record::Symbol result; // of the appeal; empty: none

  [[nodiscard]] bool appeal_open() const { return appealed && result.empty(); }
};

struct StaffAbsence {
  record::Symbol kind;
  base::Day from;
  std::optional<base::Day> expected_until;
  std::optional<base::Day> last; // nothing: away still
  std::uint64_t start_event = 0; // ledger index

  [[nodiscard]] bool covers(base::Day day) const { return from <= day && (!last || day <= *last); }
  // On the day it has lasted so many days, or was expected to last so many when it began.
  [[nodiscard]] bool is_long(int days, base::Day on) const;
};

struct Shift {
  std::vector<record::Symbol> days; // "mon" to "sun"
  std::int64_t starts = 0;          // minutes after midnight
  std::int64_t ends = 0;

  [[nodiscard]] std::int64_t minutes_a_week() const {
    return static_cast<std::int64_t>(days.size()) * (ends - starts);
  }
  bool operator==(const Shift&) const = default;
};

struct PlaceOfWork {
  record::Symbol place;
  bool private_room = false;
  bool alarm = false;
  bool alone = false;
  bool operator==(const PlaceOfWork&) const = default;
};

struct StaffMember {
  base::StreamId id;
  record::Symbol grade; // empty: not recorded
  std::vector<StaffAssignment> assignments;
  std::vector<StaffAbsence> absences; // in the order of entry
  std::optional<Shift> shift;
  std::optional<PlaceOfWork> place;
  std::optional<base::Day> left; // last day in the last post, while none is filled since
  std::uint64_t left_event = 0;  // ledger index

  [[nodiscard]] record::Symbol body() const {
    return assignments.empty() ? record::Symbol{} : assignments.back().body;
  }
  // nullptr when at work, as far as is recorded.
  [[nodiscard]] const StaffAbsence* absence_on(base::Day day) const;
};

struct Workforce {
  std::map<base::StreamId, Post> posts;
  std::map<base::StreamId, StaffMember> staff;
  std::set<base::EventId> seen;

  // By pseudonym; nullptr when the record says nothing of them as staff.
  [[nodiscard]] const StaffMember* member(record::Symbol pseudonym) const;
  [[nodiscard]] const Post* post(const base::StreamId& id) const;
  [[nodiscard]] std::vector<const Post*> posts_of(record::Symbol pseudonym) const;
  // Contracted, a week, over all posts.
  [[nodiscard]] std::int64_t minutes_of(record::Symbol pseudonym) const;
};

// Total. Events in the order of the ledger, whatever stream they stand on.
void apply(Workforce& workforce, const base::StreamId& stream, const record::Event& event);
Workforce workforce_of(const timeline::Book& book);

// Of a member of staff: body, grade, posts, minutes, away (the kind, or "no"), appeal ("none", "open",
// "upheld", "dismissed"), left (the day, or "no"), shift, place. Of a post: body, grade, minutes, post
// ("filled", "vacant", "closed"), holder. Empty when the stream is neither.
std::vector<std::pair<std::string, std::string>> workforce_words(const Workforce& workforce,
                                                                 const base::StreamId& stream, base::Day on);

} // namespace probity::casework

// One invented person's history, day by day. Each process (court, contact, custody, …) plans tasks on the
// person's agenda and has random numbers of its own, so that adding a process leaves the numbers of the
// others as they were.
#pragma once

#include <array>
#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "lab/draft.h"
#include "lab/office_days.h"
#include "lab/population.h"
#include "lab/practice.h"
#include "lab/sessions.h"
#include "record/vocabulary.h"

namespace probity::lab {

// The numbers are the purposes of random streams: never reuse or renumber them. On one day tasks run in this
// order.
enum class Process : std::uint8_t {
  identity,
  court,
  custody,
  supervision, // allocation to practitioners, risk, transfer, death
  contact,
  planning,
  enforcement,
  unpaid_work,
  monitoring,
  offending,
  work_programme,
  duplicate,
  correction,
};
constexpr std::size_t process_count = 13;

struct Task {
  base::Day day{};
  Process process = Process::identity;
  int step = 0;           // meaning is the process's own
  int run = 0;            // of the order or spell that it belongs to
  std::uint32_t turn = 0; // order of planning
  Identifier entity{};
  base::Day about{};       // a day that the task refers to
  base::Instant after{};   // recorded instant that its record must follow
  std::string_view mode{}; // of an appointment
  base::Instant starts{};  // of an appointment
};

enum class Body : std::uint8_t { none, crc, nps };

// What all people of an area share; read only while lives are made.
struct World {
  std::uint64_t seed = 0;
  base::Day from;
  base::Day to;
  Practice crc;
  Practice nps;
  Tagging tagging;
  Correcting correcting;
  int crc_practitioners = 3;
  int nps_practitioners = 3;
  const Hours* hours = nullptr;
  const Timetable* timetable = nullptr;
};

struct Order {
  int number = 0; // 0: none so far
  bool open = false;
  Identifier id{};
  Sentence sentence;
  base::Day imposed;
  base::Day ends; // last day under it
};

// How the person stands on the day that the agenda has reached.
struct Situation {
  bool alive = true;
  bool registered = false;
  Body body = Body::none;
  std::uint64_t practitioner = 0;
  Order order;
  // custody
  bool in_custody = false;
  bool on_licence = false;
  bool recall_pending = false;
  bool suspended = false;
  int custody_spell = 0;
  Identifier custody{};
  // contact
  int contact_run = 0;
  base::Day contact_since;
  bool met = false; // has kept a first appointment under this order
  bool plan_started = false;
  // enforcement
  std::optional<base::Day> warned_on;
  bool breach_open = false;
  // unpaid work
  Identifier unpaid_requirement{};
  int unpaid_left = 0; // minutes
  int unpaid_run = 0;
  // monitoring
  bool tagged = false;
};

struct PersonRecord {
  std::deque<std::string> texts; // what facts point into
  std::vector<Draft> drafts;     // by recorded
  std::vector<SessionArrival> arrivals;
};

enum class Entry { prompt, may_be_late };

class Life {
 public:
  struct Tag {
    Identifier id{};
    base::Day fitted_on;
  };

  Life(const World& world, std::uint64_t number);
  // The whole history up to the area's last day, by recorded instant.
  PersonRecord live() &&;

  const World& world;
  const std::uint64_t number; // of the person, from 1
  Person person;
  Situation now;
  Identifier stream{};
  std::vector<Tag> tags; // fitted now
  PersonRecord record;
  base::Instant registered_at; // no event is recorded before it

  base::RandomStream& random(Process process) { return random_[static_cast<std::size_t>(process)]; }
  // A new identifier for an entity of this process.
  Identifier name(Process process);

  void plan(Task task);

  [[nodiscard]] const Practice& practice() const { return now.body == Body::nps ? world.nps : world.crc; }
  [[nodiscard]] bool at_liberty() const { return now.alive && !now.in_custody && !now.recall_pending; }
  [[nodiscard]] bool supervised(const Task& task) const {
    return now.alive && now.order.open && now.order.number == task.run;
  }

  // When an act of this day is entered: in office hours of its day or the next working day or, if it may be
  // late and the body is so inclined, days later, often just before the month is counted.
  base::Instant entry(Process process, base::Day act, Entry how, base::Instant after = {});
  base::Instant entry_on(Process process, base::Day working_day, base::Instant after = {});

  Draft& write(Process process, const record::TypeDeclaration& type, Happened happened,
               base::Instant recorded, const Recorder& by, Entity entity,
               std::initializer_list<Fact> facts = {});

  [[nodiscard]] Recorder practitioner() const;
  [[nodiscard]] Recorder clerk() const; // of the supervising body
  [[nodiscard]] Recorder of(std::string_view provider, std::string_view role, std::string_view channel) const;

 private:
  std::vector<Task> agenda_; // a heap, earliest on top
  std::uint32_t turns_ = 0;
  std::vector<base::RandomStream> random_;
  std::vector<base::RandomStream> names_;
};

// Names of the bodies of the area.
constexpr std::string_view crc_name = "CRC1";
constexpr std::string_view nps_name = "NPS";
constexpr std::string_view prison_name = "HMPS";
constexpr std::string_view courts_name = "HMCTS";
constexpr std::string_view tagging_name = "EM1";
constexpr std::string_view work_name = "PRIME1";
constexpr std::string_view work_contract = "work-programme-2011";
std::string_view to_text(Body body);

Identifier draw_identifier(base::RandomStream& random);
// 48 bits of milliseconds and 80 random bits.
Identifier event_identifier(base::Instant recorded, base::RandomStream& random);
Identifier staff_identifier(std::uint64_t seed, Body body, std::uint64_t number);

} // namespace probity::lab

#include "lab/life.h"

#include <algorithm>

#include "lab/processes.h"

namespace probity::lab {

namespace {

using base::RandomStream;

constexpr std::uint64_t names_purpose = 0x100;
constexpr std::uint64_t stream_purpose = 0x200;
constexpr std::uint64_t staff_key = 1ULL << 50U;

bool later(const Task& left, const Task& right) {
  return std::tie(left.day, left.process, left.turn) > std::tie(right.day, right.process, right.turn);
}

using TakeTask = void (*)(Life&, const Task&);
void take_nothing(Life&, const Task&) {}
constexpr std::array<TakeTask, process_count> takers = {
    take_nothing,         take_court_task,     take_custody_task,        take_supervision_task,
    take_contact_task,    take_planning_task,  take_enforcement_task,    take_unpaid_work_task,
    take_monitoring_task, take_offending_task, take_work_programme_task, take_duplicate_task,
    take_nothing,
};

} // namespace

std::string_view to_text(Body body) {
  return body == Body::nps ? nps_name : body == Body::crc ? crc_name : std::string_view("none");
}

Identifier draw_identifier(RandomStream& random) {
  Identifier out{};
  for (std::size_t half = 0; half < 2; ++half) {
    const std::uint64_t bits = random.next();
    for (std::size_t byte = 0; byte < 8; ++byte)
      out[8 * half + byte] = static_cast<std::uint8_t>(bits >> (56 - 8 * byte));
  }
  return out;
}

Identifier event_identifier(base::Instant recorded, RandomStream& random) {
  Identifier out = draw_identifier(random);
  const auto milliseconds = static_cast<std::uint64_t>(recorded.microseconds / 1000);
  for (std::size_t byte = 0; byte < 6; ++byte)
    out[byte] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * byte));
  return out;
}

Identifier staff_identifier(std::uint64_t seed, Body body, std::uint64_t number) {
  RandomStream random(seed, staff_key + number, static_cast<std::uint64_t>(body));
  return draw_identifier(random);
}

Life::Life(const World& shared, std::uint64_t person_number) : world(shared), number(person_number) {
  random_.reserve(process_count);
  names_.reserve(process_count);
  for (std::uint64_t process = 0; process < process_count; ++process) {
    random_.emplace_back(world.seed, number, process);
    names_.emplace_back(world.seed, number, names_purpose + process);
  }
  RandomStream naming(world.seed, number, stream_purpose);
  stream = draw_identifier(naming);
}

Identifier Life::name(Process process) {
  return draw_identifier(names_[static_cast<std::size_t>(process)]);
}

void Life::plan(Task task) {
  task.turn = turns_++;
  agenda_.push_back(task);
  std::push_heap(agenda_.begin(), agenda_.end(), later);
}

PersonRecord Life::live() && {
  plan_arrival(*this);
  while (!agenda_.empty()) {
    std::pop_heap(agenda_.begin(), agenda_.end(), later);
    const Task task = agenda_.back();
    agenda_.pop_back();
    if (task.day > world.to) break;
    takers[static_cast<std::size_t>(task.process)](*this, task);
  }
  correct(*this);
  std::stable_sort(record.drafts.begin(), record.drafts.end(),
                   [](const Draft& left, const Draft& right) { return left.recorded < right.recorded; });
  const base::Instant end = world.hours->at(world.to, 23 * hour + 1800);
  while (!record.drafts.empty() && record.drafts.back().recorded > end)
    record.drafts.pop_back();
  return std::move(record);
}

base::Instant Life::entry_on(Process process, base::Day working_day, base::Instant after) {
  RandomStream& draws = random(process);
  const int seconds = opens + static_cast<int>(draws.below(closes - opens));
  const int step = 60 + static_cast<int>(draws.below(420));
  const base::Day day = std::clamp(working_day, world.hours->first(), world.hours->last());
  const base::Instant earliest = std::max(after, registered_at);
  const base::Instant at = world.hours->at(day, seconds);
  if (at > earliest) return at;
  return {earliest.microseconds + std::int64_t{step} * 1'000'000};
}

base::Instant Life::entry(Process process, base::Day act, Entry how, base::Instant after) {
  RandomStream& draws = random(process);
  base::Day day = working_day_from(act);
  if (how == Entry::may_be_late && draws.chance(practice().late_entry)) {
    const int lag = 1 + std::min(static_cast<int>(draws.exponential(1.0 / 5.0)), 40);
    day = working_days_after(act, lag);
    // Half of what is late is entered in the last working days of the month, before it is counted.
    const base::Day count = working_days_after(base::month_of(act).last() + 1, -1 - draws.between(0, 2));
    if (draws.chance(0.5) && count > act) day = count;
  }
  return entry_on(process, day, after);
}

Draft& Life::write(Process process, const record::TypeDeclaration& type, Happened happened,
                   base::Instant recorded, const Recorder& by, Entity entity,
                   std::initializer_list<Fact> facts) {
  Draft& draft = record.drafts.emplace_back();
  draft.type = &type;
  draft.recorded = std::max(recorded, registered_at);
  draft.happened = happened;
  draft.id = event_identifier(draft.recorded, names_[static_cast<std::size_t>(process)]);
  draft.stream = stream;
  draft.by = by;
  draft.entity = entity;
  draft.facts = facts;
  return draft;
}

Recorder Life::practitioner() const {
  return {to_text(now.body), "practitioner", "office",
          staff_identifier(world.seed, now.body, now.practitioner)};
}

Recorder Life::clerk() const {
  return {to_text(now.body), "administrator", "office",
          staff_identifier(world.seed, now.body, (1ULL << 32U) + number % 7)};
}

Recorder Life::of(std::string_view provider, std::string_view role, std::string_view channel) const {
  RandomStream random_staff(world.seed, staff_key + (2ULL << 32U) + number % 5, provider.size() + 16);
  return {provider, role, channel, draw_identifier(random_staff)};
}

} // namespace probity::lab

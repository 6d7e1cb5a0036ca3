#include "service/worklist_follower.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>

#include "record/person.h"
#include "rules/register.h"
#include "service/case_loader.h"
#include "service/stored_event.h"
#include "timeline/book.h"

namespace probity::service {
namespace {

using base::Result;

std::optional<base::StreamId> other_record(const record::Event& event) {
  namespace person = record::person;
  if (record::is<person::linked>(event))
    return base::StreamId::from_hex(record::symbol<person::linked, "other">(event).text());
  if (record::is<person::unlinked>(event))
    return base::StreamId::from_hex(record::symbol<person::unlinked, "other">(event).text());
  return std::nullopt;
}

bool comes_before(const casework::WorklistEntry& a, const casework::WorklistEntry& b) {
  const casework::Obligation& one = a.obligation;
  const casework::Obligation& other = b.obligation;
  return std::forward_as_tuple(one.consequence, one.due, a.person, one.kind, one.entity, one.since,
                               one.start_event, a.practitioner.text(), a.duty_team.text(),
                               a.provider.text()) <
         std::forward_as_tuple(other.consequence, other.due, b.person, other.kind, other.entity, other.since,
                               other.start_event, b.practitioner.text(), b.duty_team.text(),
                               b.provider.text());
}

} // namespace

WorklistFollower::WorklistFollower(const base::Zone& zone, rules::WorkingDays working_days,
                                   casework::Readings readings, std::optional<base::Day> on)
    : zone_(std::make_unique<const base::Zone>(zone)),
      working_days_(std::make_unique<const rules::WorkingDays>(std::move(working_days))),
      readings_(std::move(readings)), fixed_day_(on), workforce_(std::make_unique<casework::Workforce>()) {}

Result<WorklistFollower> WorklistFollower::start(const base::Zone& zone, casework::Readings readings,
                                                 std::optional<base::Day> on) {
  PROBITY_ASSIGN(rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  return WorklistFollower(zone, std::move(working_days), std::move(readings), on);
}

Result<void> WorklistFollower::turn_to(base::Day day) {
  fixed_day_ = day;
  return go_to(day);
}

base::StreamId WorklistFollower::standing_name(const base::StreamId& person) const {
  const auto found = joined_.find(person);
  return found == joined_.end() ? person : found->second;
}

Result<void> WorklistFollower::go_to(base::Day day) {
  if (live_ && live_->on() == day) return {};
  // Which limits hold is a matter of the day.
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), day, readings_));
  auto duties = std::make_unique<const casework::Duties>(policy, *zone_, workforce_.get());
  if (live_)
    live_->advance_to(day, *duties);
  else
    live_ = std::make_unique<casework::LiveWorklists>(*duties, *working_days_, *zone_, day);
  duties_ = std::move(duties);
  return {};
}

Result<std::vector<WorklistFollower::Arrived>> WorklistFollower::arrivals(const ledger::Ledger& ledger,
                                                                          std::uint64_t size) {
  std::vector<Arrived> out;
  std::optional<base::Day> day;
  std::optional<base::Error> trouble;
  PROBITY_TRY(ledger.scan_from(cursor_, size, [&](const ledger::StoredEvent& stored) {
    auto event = event_of(stored, *zone_);
    if (!event) {
      trouble = std::move(event.error());
      return false;
    }
    day = event->recorded_day;
    if (event->type == nullptr) return true; // of a later vocabulary: it makes nothing owed
    const auto known = names_.find(stored.stream);
    if (known == names_.end()) {
      std::optional<base::StreamId> name;
      const record::StreamKind kind = event->type->stream;
      if (kind == record::StreamKind::person || kind == record::StreamKind::staff) {
        auto found = ledger.stream_name(stored.stream);
        if (!found) {
          trouble = std::move(found.error());
          return false;
        }
        name = *found;
        numbers_[*found] = stored.stream;
        if (kind == record::StreamKind::staff) staff_.insert(*found);
      }
      names_[stored.stream] = name;
    }
    if (const auto& name = names_[stored.stream]) out.push_back({*name, std::move(*event)});
    return true;
  }));
  if (trouble) return tl::unexpected(std::move(*trouble));
  if (day || fixed_day_) PROBITY_TRY(go_to(fixed_day_ ? *fixed_day_ : *day));
  return out;
}

Result<void> WorklistFollower::refresh_linked(const ledger::Ledger& ledger, std::uint64_t size) {
  timeline::Book book;
  for (const base::StreamId& name : linked_) {
    const auto number = numbers_.find(name);
    if (number == numbers_.end()) continue; // named by a link, and without a record yet
    PROBITY_ASSIGN(timeline::Case stream, load_stream(ledger, number->second, size));
    book.people.push_back(std::move(stream));
    live_->remove(name);
  }
  std::sort(book.people.begin(), book.people.end(),
            [](const timeline::Case& a, const timeline::Case& b) { return a.stream < b.stream; });
  joined_.clear();
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    for (const base::StreamId& other : person->joined)
      joined_[other] = person->name;
    live_->put(*person);
  }
  return {};
}

Result<void> WorklistFollower::take_staff(const ledger::Ledger& ledger, std::uint64_t size,
                                          const std::vector<Arrived>& arrived) {
  std::unordered_set<record::Symbol> changed; // pseudonyms
  const auto note = [&](const base::StreamId& stream) {
    const casework::Post* post = workforce_->post(stream);
    changed.insert(post != nullptr ? post->holder : record::Symbol(stream.hex()));
  };
  bool corrected = false;
  for (const Arrived& one : arrived) {
    if (!staff_.contains(one.stream)) continue;
    note(one.stream); // who held a post until now
    corrected = corrected || one.event.corrects.has_value();
    if (!corrected) casework::apply(*workforce_, one.stream, one.event);
    note(one.stream);
  }
  changed.erase(record::Symbol{});
  if (corrected) {
    timeline::Book book;
    for (const base::StreamId& name : staff_) {
      PROBITY_ASSIGN(timeline::Case stream, load_stream(ledger, numbers_.at(name), size));
      book.others.push_back(std::move(stream));
    }
    *workforce_ = casework::workforce_of(book);
    live_->reconsider([](const casework::CaseState&) { return true; });
  } else if (!changed.empty()) {
    live_->reconsider([&](const casework::CaseState& state) { return changed.contains(state.practitioner); });
  }
  return {};
}

Result<void> WorklistFollower::take(const ledger::Ledger& ledger, std::uint64_t size,
                                    std::vector<Arrived> arrived) {
  PROBITY_TRY(take_staff(ledger, size, arrived));
  std::erase_if(arrived, [&](const Arrived& one) { return staff_.contains(one.stream); });
  if (watcher_)
    for (const Arrived& one : arrived)
      watcher_(one.stream, one.event);
  std::set<base::StreamId> corrected;
  bool linked = false;
  for (const Arrived& one : arrived) {
    // A correction may undo or make a link as well; whoever was joined once is looked at as one of them.
    if (const auto other = other_record(one.event)) {
      linked_.insert(one.stream);
      linked_.insert(*other);
    }
    if (one.event.corrects) corrected.insert(one.stream);
  }
  std::map<base::StreamId, timeline::Case>
      fresh; // seen for the first time: looked at once, not event by event
  for (Arrived& one : arrived) {
    if (linked_.contains(one.stream)) {
      linked = true;
    } else if (corrected.contains(one.stream)) {
      continue;
    } else if (live_->find(one.stream)) {
      live_->add(one.stream, one.event);
    } else {
      timeline::Case& person = fresh[one.stream];
      person.name = one.stream;
      person.stream = one.event.stream;
      person.events.push_back(std::move(one.event));
    }
  }
  for (auto& [name, person] : fresh)
    live_->put(std::move(person));
  for (const base::StreamId& name : corrected) {
    if (linked_.contains(name)) continue;
    PROBITY_ASSIGN(timeline::Case person, load_stream(ledger, numbers_.at(name), size));
    live_->put(std::move(person));
  }
  if (linked) PROBITY_TRY(refresh_linked(ledger, size));
  return {};
}

Result<void> WorklistFollower::read(const ledger::Ledger& ledger, std::optional<std::uint64_t> size) {
  const std::uint64_t end = std::min(size.value_or(ledger.size()), ledger.size());
  if (end <= cursor_) return {};
  PROBITY_ASSIGN(std::vector<Arrived> arrived, arrivals(ledger, end));
  PROBITY_TRY(take(ledger, end, std::move(arrived)));
  cursor_ = end;
  return {};
}

std::vector<casework::WorklistEntry> WorklistFollower::list(const casework::WorklistFilter& filter) const {
  if (!live_) return {};
  return live_->list(filter);
}

WorklistChanges changes(const std::vector<casework::WorklistEntry>& before,
                        const std::vector<casework::WorklistEntry>& after) {
  std::vector<casework::WorklistEntry> earlier = before;
  std::vector<casework::WorklistEntry> later = after;
  std::sort(earlier.begin(), earlier.end(), comes_before);
  std::sort(later.begin(), later.end(), comes_before);
  WorklistChanges out;
  std::set_difference(later.begin(), later.end(), earlier.begin(), earlier.end(),
                      std::back_inserter(out.appeared), comes_before);
  std::set_difference(earlier.begin(), earlier.end(), later.begin(), later.end(),
                      std::back_inserter(out.went), comes_before);
  return out;
}

} // namespace probity::service

#include "service/worklist_follower.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>

#include "ledger/effective.h"
#include "record/person.h"
#include "rules/register.h"
#include "service/case_loader.h"
#include "service/stored_event.h"
#include "timeline/book.h"

namespace probity::service {
namespace {

using base::Result;

// In memory together, some 400 bytes each; a ledger of more is read in parts, by stream.
constexpr std::uint64_t events_at_once = 2'000'000;

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

Result<void> WorklistFollower::turn_to(const ledger::Ledger& ledger, base::Day day) {
  fixed_day_ = day;
  PROBITY_ASSIGN(const bool otherwise, go_to(day));
  return otherwise ? fold(ledger, 0, cursor_) : Result<void>{};
}

base::StreamId WorklistFollower::standing_name(const base::StreamId& person) const {
  const auto found = joined_.find(person);
  return found == joined_.end() ? person : found->second;
}

std::optional<std::uint32_t> WorklistFollower::number_of(const base::StreamId& record) const {
  const auto found = numbers_.find(record);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

Result<bool> WorklistFollower::go_to(base::Day day) {
  if (live_ && live_->on() == day) return false;
  // Which limits hold is a matter of the day.
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), day, readings_));
  auto duties = std::make_unique<const casework::Duties>(policy, *zone_, workforce_.get());
  const base::Digest fingerprint = casework::fingerprint(policy);
  const bool otherwise = live_ != nullptr && fingerprint != policy_;
  if (live_)
    live_->advance_to(day, *duties);
  else
    live_ = std::make_unique<casework::LiveWorklists>(*duties, *working_days_, *zone_, day);
  duties_ = std::move(duties);
  policy_ = fingerprint;
  return otherwise;
}

Result<void> WorklistFollower::note_stream(const ledger::Ledger& ledger, const record::Event& event) {
  if (names_.contains(event.stream)) return {};
  std::optional<base::StreamId> name;
  const record::StreamKind kind = event.type->stream;
  if (kind == record::StreamKind::person || kind == record::StreamKind::staff) {
    PROBITY_ASSIGN(name, ledger.stream_name(event.stream));
    numbers_[*name] = event.stream;
    if (kind == record::StreamKind::staff) staff_.insert(*name);
    if (keeps_changes_) changed_.streams.push_back({event.stream, *name, kind == record::StreamKind::staff});
  }
  names_[event.stream] = name;
  return {};
}

// What was read before, by another policy, is news to the lists alone.
void WorklistFollower::take_event(const base::StreamId& name, record::Event event, std::uint64_t first,
                                  News& news) {
  const bool is_new = event.index >= cursor_;
  if (staff_.contains(name)) {
    if (is_new) news.staff.push_back({name, std::move(event)});
    return;
  }
  if (is_new && std::find(watched_types_.begin(), watched_types_.end(), event.type) != watched_types_.end())
    news.watched.push_back({name, event});
  // A correction may undo or make a link as well; whoever was joined once is looked at as one of them.
  if (const auto other = other_record(event)) {
    linked_.insert(name);
    linked_.insert(*other);
  }
  const auto whole = news.people.find(name);
  if (whole != news.people.end())
    whole->second.push_back(std::move(event));
  else if (first == 0 || !live_->kept(name))
    news.people[name].push_back(std::move(event));
  else
    news.touched.insert(name);
}

Result<void> WorklistFollower::gather(const ledger::Ledger& ledger, std::uint64_t first, std::uint64_t size,
                                      Part part, News& news) {
  std::optional<base::Error> trouble;
  PROBITY_TRY(ledger.scan_from(first, size, [&](const ledger::StoredEvent& stored) {
    if (stored.stream % part.of != part.number) return true;
    auto event = event_of(stored, *zone_);
    auto known = event ? (event->type == nullptr ? Result<void>{} : note_stream(ledger, *event))
                       : tl::unexpected(std::move(event.error()));
    if (!known) {
      trouble = std::move(known.error());
      return false;
    }
    if (event->type == nullptr) return true; // of a later vocabulary: it makes nothing owed
    if (const auto& name = names_.at(stored.stream)) take_event(*name, std::move(*event), first, news);
    return true;
  }));
  if (trouble) return tl::unexpected(std::move(*trouble));
  return {};
}

Result<void> WorklistFollower::take_people(const ledger::Ledger& ledger, std::uint64_t size, News& news) {
  for (auto& [name, raw] : news.people) {
    if (linked_.contains(name)) {
      news.linked = true;
      continue;
    }
    timeline::Case person;
    person.name = name;
    person.stream = numbers_.at(name);
    for (ledger::EffectiveEvent& one : ledger::effective(raw).events)
      person.events.push_back(std::move(one.event));
    put(person);
  }
  for (const base::StreamId& name : news.touched) {
    if (linked_.contains(name)) {
      news.linked = true;
      continue;
    }
    PROBITY_ASSIGN(const timeline::Case person, load_stream(ledger, numbers_.at(name), size));
    put(person);
  }
  news.people.clear();
  news.touched.clear();
  return {};
}

Result<void> WorklistFollower::refresh_linked(const ledger::Ledger& ledger, std::uint64_t size) {
  timeline::Book book;
  for (const base::StreamId& name : linked_) {
    const auto number = numbers_.find(name);
    if (number == numbers_.end()) continue; // named by a link, and without a record yet
    PROBITY_ASSIGN(timeline::Case stream, load_stream(ledger, number->second, size));
    book.people.push_back(std::move(stream));
    remove(name);
  }
  std::sort(book.people.begin(), book.people.end(),
            [](const timeline::Case& a, const timeline::Case& b) { return a.stream < b.stream; });
  joined_.clear();
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    for (const base::StreamId& other : person->joined)
      joined_[other] = person->name;
    put(*person);
  }
  changed_.linked = keeps_changes_;
  return {};
}

Result<void> WorklistFollower::load_staff(const ledger::Ledger& ledger, std::uint64_t size) {
  timeline::Book book;
  for (const base::StreamId& name : staff_) {
    PROBITY_ASSIGN(timeline::Case stream, load_stream(ledger, numbers_.at(name), size));
    book.others.push_back(std::move(stream));
  }
  *workforce_ = casework::workforce_of(book);
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
    note(one.stream); // who held a post until now
    corrected = corrected || one.event.corrects.has_value();
    if (!corrected) casework::apply(*workforce_, one.stream, one.event);
    note(one.stream);
  }
  changed.erase(record::Symbol{});
  if (corrected) {
    PROBITY_TRY(load_staff(ledger, size));
    live_->reconsider([](const casework::CaseHolder&) { return true; });
  } else if (!changed.empty()) {
    live_->reconsider(
        [&](const casework::CaseHolder& holder) { return changed.contains(holder.practitioner); });
  }
  return {};
}

Result<void> WorklistFollower::fold(const ledger::Ledger& ledger, std::uint64_t first, std::uint64_t size) {
  News news;
  const auto parts = static_cast<std::uint32_t>(1 + (size - first) / events_at_once);
  for (std::uint32_t number = 0; number < parts; ++number) {
    PROBITY_TRY(gather(ledger, first, size, {number, parts}, news));
    PROBITY_TRY(take_people(ledger, size, news));
  }
  const auto earlier = [](const Arrived& a, const Arrived& b) { return a.event.index < b.event.index; };
  std::sort(news.staff.begin(), news.staff.end(), earlier);
  std::sort(news.watched.begin(), news.watched.end(), earlier);
  PROBITY_TRY(take_staff(ledger, size, news.staff));
  if (news.linked) PROBITY_TRY(refresh_linked(ledger, size));
  for (const Arrived& one : news.watched)
    watcher_(one.stream, one.event);
  if (keeps_changes_)
    for (const Arrived& one : news.watched)
      changed_.watched.push_back({one.event.index, one.event.stream});
  return {};
}

Result<void> WorklistFollower::read(const ledger::Ledger& ledger, std::optional<std::uint64_t> size) {
  const std::uint64_t end = std::min(size.value_or(ledger.size()), ledger.size());
  if (end <= cursor_) return {};
  PROBITY_ASSIGN(const std::string last, ledger.body(end - 1));
  PROBITY_ASSIGN(const record::Event last_event, record::decode(last, *zone_));
  PROBITY_ASSIGN(const bool otherwise, go_to(fixed_day_.value_or(last_event.recorded_day)));
  PROBITY_TRY(fold(ledger, otherwise ? 0 : cursor_, end));
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

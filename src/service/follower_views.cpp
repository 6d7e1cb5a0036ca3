// The follower's side of a file of views.
#include <algorithm>

#include "rules/register.h"
#include "service/stored_event.h"
#include "service/view_stamp.h"
#include "service/worklist_follower.h"

namespace probity::service {

using base::ErrorCode;
using base::Result;

void WorklistFollower::put(const timeline::Case& person) {
  live_->put(person);
  if (keeps_changes_) changed_.people.insert(person.name);
}

void WorklistFollower::remove(const base::StreamId& person) {
  live_->remove(person);
  if (keeps_changes_) changed_.people.insert(person);
}

bool WorklistFollower::has_changes() const {
  return cursor_ != changed_.since || !changed_.people.empty();
}

Result<views::Changes> WorklistFollower::take_changes(const ledger::Ledger& ledger) {
  views::Changes out;
  out.stamp.definition = view_definition(*zone_, readings_);
  out.stamp.policy = policy_;
  out.stamp.on = live_->on();
  out.stamp.origin = ledger.constants().origin;
  out.stamp.cursor = cursor_;
  PROBITY_ASSIGN(out.stamp.root, root_of(ledger, cursor_));
  out.stamp.people = live_->people();
  for (const base::StreamId& name : changed_.people) {
    const casework::KeptCase* kept = live_->kept(name);
    if (kept == nullptr)
      out.gone.push_back(name);
    else
      out.people.push_back({name, kept->stream, casework::packed_clocks(kept->clocks), kept->state});
  }
  out.streams = std::move(changed_.streams);
  out.watched = std::move(changed_.watched);
  out.linked_changed = changed_.linked;
  if (changed_.linked)
    for (const base::StreamId& name : linked_)
      out.linked.push_back({name, standing_name(name)});
  changed_ = {};
  changed_.since = cursor_;
  return out;
}

Result<void> WorklistFollower::restore_streams(const views::ViewsFile& file, const ledger::Ledger& ledger,
                                               std::uint64_t size) {
  PROBITY_ASSIGN(const std::vector<views::StreamRow> streams, file.streams());
  for (const views::StreamRow& row : streams) {
    names_[row.number] = row.name;
    numbers_[row.name] = row.number;
    if (row.staff) staff_.insert(row.name);
  }
  PROBITY_ASSIGN(const std::vector<views::LinkedRow> linked, file.linked());
  for (const views::LinkedRow& row : linked) {
    linked_.insert(row.record);
    if (row.standing != row.record) joined_[row.record] = row.standing;
  }
  return load_staff(ledger, size);
}

Result<void> WorklistFollower::show_watched(const views::ViewsFile& file, const ledger::Ledger& ledger) {
  PROBITY_ASSIGN(const std::vector<views::WatchedRow> watched, file.watched());
  for (const views::WatchedRow& row : watched) {
    const auto name = names_.find(row.stream);
    if (name == names_.end() || !name->second)
      return base::fail(ErrorCode::corrupt, "an event is of a person whom they do not have");
    PROBITY_ASSIGN(const std::string body, ledger.body(row.event));
    PROBITY_ASSIGN(const record::Event event, event_of({row.event, row.stream, 0, body}, *zone_));
    watcher_(*name->second, event);
  }
  return {};
}

Result<void> WorklistFollower::restore(const views::ViewsFile& file, const ledger::Ledger& ledger) {
  PROBITY_ENSURE(fixed_day_ && cursor_ == 0);
  PROBITY_ASSIGN(const views::Stamp stamp, file.stamp());
  PROBITY_TRY(check_stamp(stamp, view_definition(*zone_, readings_), ledger));
  PROBITY_TRY(go_to(*fixed_day_));
  if (policy_ != stamp.policy)
    return base::fail(ErrorCode::refused, "other limits hold than on " + base::to_text(stamp.on));
  PROBITY_TRY(restore_streams(file, ledger, stamp.cursor));
  PROBITY_TRY(file.each_person([&](views::PersonRow row) -> Result<void> {
    auto clocks = casework::unpacked_clocks(row.clocks);
    if (!clocks || !live_->restore(row.person, {row.stream, std::move(row.state), std::move(*clocks)}))
      return base::fail(ErrorCode::corrupt, "the row of " + row.person.hex() + " cannot be read");
    return {};
  }));
  if (live_->people() != stamp.people) return base::fail(ErrorCode::corrupt, "rows are missing");
  PROBITY_TRY(show_watched(file, ledger));
  cursor_ = changed_.since = stamp.cursor;
  return {};
}

} // namespace probity::service

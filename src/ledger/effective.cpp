#include "ledger/effective.h"

#include <string_view>
#include <unordered_map>

namespace probity::ledger {
namespace {

using record::CorrectionKind;
using record::Event;
using record::Precision;
using record::ValidTime;

struct Original {
  EffectiveEvent effective;
  bool is_void = false;
};

ValidTime unknown_time() {
  return {};
}

base::Day shifted(base::Day day, const ValidTime& offset) {
  return base::add_months(day, offset.offset_months) + offset.offset_days;
}

// The valid time of `offset` units after `start`. It is no finer than a day, and no finer than what it
// follows. It keeps naming what it follows: from that event on, the distance is exact however coarse both
// are.
ValidTime after(const ValidTime& start, const ValidTime& offset) {
  ValidTime out = offset;
  out.is_offset = false;
  out.precision = start.precision == Precision::instant ? Precision::day : start.precision;
  out.first = shifted(start.first, offset);
  // A span's end moves as the start of the next span does, so that months stay months.
  out.last = start.one_day() ? out.first : shifted(start.last + 1, offset) - 1;
  return out;
}

class Resolver {
 public:
  explicit Resolver(const std::vector<Event>& events) {
    originals_.reserve(events.size());
    for (const Event& event : events) {
      if (event.corrects)
        correct(event);
      else
        add(event);
    }
  }

  EffectiveStream result() {
    enum class Mark { unseen, open, done };
    std::vector<Mark> marks(originals_.size(), Mark::unseen);
    const auto resolve = [&](auto&& self, std::size_t position) -> void {
      ValidTime& valid = originals_[position].effective.event.valid;
      if (marks[position] != Mark::unseen || !valid.is_offset) return;
      marks[position] = Mark::open;
      const ValidTime offset = valid;
      ValidTime resolved = unknown_time();
      // An event that is still open follows itself in a circle; its time is not known.
      if (const auto found = positions_.find(offset.after); found != positions_.end() &&
                                                            !originals_[found->second].is_void &&
                                                            marks[found->second] != Mark::open) {
        self(self, found->second);
        const ValidTime& start = originals_[found->second].effective.event.valid;
        if (start.known()) resolved = after(start, offset);
      }
      originals_[position].effective.event.valid = resolved;
      marks[position] = Mark::done;
    };
    for (std::size_t i = 0; i < originals_.size(); ++i)
      resolve(resolve, i);
    for (Original& original : originals_)
      if (!original.is_void) stream_.events.push_back(std::move(original.effective));
    return std::move(stream_);
  }

 private:
  void add(const Event& event) {
    if (!positions_.emplace(event.id, originals_.size()).second) {
      odd(event, "it has the id of an earlier event");
      return;
    }
    originals_.push_back({{event, {}}, false});
  }

  void odd(const Event& event, std::string_view message) {
    stream_.oddities.push_back({event.index, std::string(message)});
  }

  void correct(const Event& event) {
    corrections_.emplace(event.id, event.index);
    const auto found = positions_.find(event.corrects->id);
    if (found == positions_.end()) {
      odd(event, corrections_.contains(event.corrects->id)
                     ? "it corrects a correction"
                     : "it corrects an event that is not in the stream before it");
      return;
    }
    Original& original = originals_[found->second];
    Event& effective = original.effective.event;
    switch (event.corrects->kind) {
    case CorrectionKind::amend:
      if (event.type != effective.type) {
        odd(event, "it amends an event of another type");
        return;
      }
      if (original.is_void) odd(event, "it amends an event that is void");
      effective.facts = event.facts;
      effective.lists = event.lists;
      effective.valid = event.valid;
      break;
    case CorrectionKind::void_:
      if (original.is_void) odd(event, "it voids an event that is void already");
      original.is_void = true;
      break;
    case CorrectionKind::reinstate:
      if (!original.is_void) odd(event, "it reinstates an event that is not void");
      original.is_void = false;
      break;
    }
    original.effective.touched_by.push_back(event.index);
  }

  std::vector<Original> originals_;
  std::unordered_map<base::EventId, std::size_t> positions_;
  std::unordered_map<base::EventId, std::uint64_t> corrections_;
  EffectiveStream stream_;
};

} // namespace

EffectiveStream effective(const std::vector<record::Event>& events) {
  return Resolver(events).result();
}

} // namespace probity::ledger

// Worklists that follow the ledger: what is owed of every person on one day, kept up to date event by event.
// An event costs the work of the person it is about, not of everybody; a new day costs that of everybody,
// once. Disposable: fed with the same events, it is what `worklist` makes of the book.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "casework/worklists/worklist.h"

namespace probity::casework {

class LiveWorklists {
 public:
  // All must outlive it, `duties` until others take their place.
  LiveWorklists(const Duties& duties, const rules::WorkingDays& working_days, const base::Zone& zone,
                base::Day on);

  // The person's effective events as they are now: of somebody new, or of somebody whose record was corrected
  // or joined with another's.
  void put(timeline::Case person);
  // One more event of a person, which corrects nothing and joins no records. Whoever is not known yet is
  // known then.
  void add(const base::StreamId& person, const record::Event& event);
  // The record now stands under another name, or was joined with one that stays.
  void remove(const base::StreamId& person);
  // What the duties stand on has changed for those whom `concerned` takes.
  void reconsider(const std::function<bool(const CaseState&)>& concerned);
  // From here on the lists are those of this day.
  void advance_to(base::Day on);
  // The same by the rules of that day, whose duties these are.
  void advance_to(base::Day on, const Duties& duties);

  // One person as the lists have them; until the next change.
  struct Seen {
    const CaseState& state;
    const std::vector<Obligation>& owed;
  };
  [[nodiscard]] std::optional<Seen> find(const base::StreamId& person) const;
  // Everybody whom the filter takes, by name.
  void visit(const WorklistFilter& filter, const std::function<void(const Seen&)>& seen) const;

  [[nodiscard]] base::Day on() const { return on_; }
  [[nodiscard]] std::size_t people() const { return people_.size(); }
  // As `worklist` of the same day would have it, entry by entry.
  [[nodiscard]] std::vector<WorklistEntry> list(const WorklistFilter& filter = {}) const;

 private:
  struct Kept {
    timeline::Case person;
    CaseState state;
    std::vector<Obligation> owed;
  };
  void find_owed(Kept& kept) const;

  const Duties* duties_;
  const rules::WorkingDays& working_days_;
  const base::Zone& zone_;
  base::Day on_;
  std::map<base::StreamId, Kept> people_;
};

} // namespace probity::casework

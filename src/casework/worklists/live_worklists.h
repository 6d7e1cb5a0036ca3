// Worklists that follow the ledger: what is owed of every person on one day. An event costs the work of the
// person it is about, not of everybody; a new day costs that of everybody, once, and no reading of the
// record. Disposable: fed with the same records, it is what `worklist` makes of the book.
//
// Of each person a state in few bytes is kept and unpacked when it is asked for, so that memory grows with
// the people and not with their events; of those who were asked for lately it is kept unpacked as well.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "casework/worklists/recent_states.h"

namespace probity::casework {

class LiveWorklists {
 public:
  // All must outlive it, `duties` until others take their place.
  LiveWorklists(const Duties& duties, const rules::WorkingDays& working_days, const base::Zone& zone,
                base::Day on);
  LiveWorklists(const LiveWorklists&) = delete;
  LiveWorklists& operator=(const LiveWorklists&) = delete;

  // The person's effective events as they are now: whenever there are others than before.
  void put(const timeline::Case& person);
  // As `kept` gave it, by duties of the same policy. False, and nothing is changed, when it cannot be read.
  [[nodiscard]] bool restore(const base::StreamId& person, KeptCase kept);
  // The record now stands under another name, or was joined with one that stays.
  void remove(const base::StreamId& person);
  // What the duties stand on has changed for those whom `concerned` takes.
  void reconsider(const std::function<bool(const CaseHolder&)>& concerned);
  // From here on the lists are those of this day.
  void advance_to(base::Day on);
  // The same, by duties that take the place of the others. Unless their policy is the same, everybody has to
  // be put anew: clocks that run may be due on other days.
  void advance_to(base::Day on, const Duties& duties);

  // One person as the lists have them. The state lives as long as this does, what is owed until the next
  // change.
  struct Seen {
    const CaseState& state;
    const std::vector<Obligation>& owed;
    std::shared_ptr<const CaseState> unpacked; // where `state` is
    const CaseHolder& holder;                  // until the next change
  };
  [[nodiscard]] std::optional<Seen> find(const base::StreamId& person) const;
  // Everybody whom the filter takes, by name.
  void visit(const WorklistFilter& filter, const std::function<void(const Seen&)>& seen) const;

  // The same of who holds the case alone, which is at hand without unpacking anything; until the next change.
  struct Listed {
    const CaseHolder& holder;
    const std::vector<Obligation>& owed;
  };
  [[nodiscard]] std::optional<Listed> find_listed(const base::StreamId& person) const;
  void visit_listed(const WorklistFilter& filter, const std::function<void(const Listed&)>& listed) const;
  // One person in the shortest, by the number of their stream: of very many, one lies beside the other.
  struct Outline {
    const SharedPerson* place = nullptr; // none: nobody of that number is in the lists
    record::Symbol provider;
    bool by_body_alone = false; // who may see the record hangs on `provider` and nothing else
  };
  [[nodiscard]] Outline outline(std::uint32_t stream) const {
    return stream < outlines_.size() ? outlines_[stream] : Outline();
  }
  // nullptr: nobody of that name. Until the next change.
  [[nodiscard]] const KeptCase* kept(const base::StreamId& person) const;

  // Everybody whom the filter takes, by name, as they are now: only pointers are copied, and what is then
  // done with them needs the lists no more.
  [[nodiscard]] std::vector<SharedPerson> people_of(const WorklistFilter& filter) const;
  // What everybody carries, summed up already; `casework::caseloads` of the same records.
  [[nodiscard]] Caseloads caseloads() const;
  // Under which grade a practitioner was given a case last; empty: it was never said.
  [[nodiscard]] record::Symbol last_grade(record::Symbol practitioner) const;

  [[nodiscard]] base::Day on() const { return on_; }
  [[nodiscard]] std::size_t people() const { return people_.size(); }
  // As `worklist` of the same day would have it, entry by entry.
  [[nodiscard]] std::vector<WorklistEntry> list(const WorklistFilter& filter = {}) const;

 private:
  // In the places of `people_`, which stay where they are.
  using Group = std::map<base::StreamId, const SharedPerson*>;
  struct Held {
    Group people;
    Caseload load;
  };
  void stand(const base::StreamId& name, const CaseState& state, KeptCase kept);
  void leave(const SharedPerson& place);
  template <class Visit> void each(const WorklistFilter& filter, const Visit& visit) const;

  const Duties* duties_;
  const rules::WorkingDays& working_days_;
  const base::Zone& zone_;
  base::Day on_;
  std::map<base::StreamId, SharedPerson> people_;
  std::unordered_map<base::StreamId, SharedPerson*> places_; // in `people_`, found in one step
  std::vector<Outline> outlines_;                            // by stream
  std::unordered_map<record::Symbol, Held> by_practitioner_;
  std::unordered_map<record::Symbol, Group> by_body_;
  mutable RecentStates recent_;
};

} // namespace probity::casework

#include "contract/kept_measures.h"

#include <algorithm>
#include <unordered_map>

#include "contract/tally.h"
#include "record/person.h"

namespace probity::contract {
namespace {

using timeline::Book;
using timeline::Case;
using timeline::Linked;

// What measuring goes by beside the streams of people.
struct Frame {
  base::Day known_on;
  base::Day holidays; // era of the holidays that are known: others can move a deadline of anybody
  std::vector<Span> spans;
  std::set<Relief> reliefs;

  // A month has clocks of its own, which begin for everybody.
  [[nodiscard]] bool measures_alike(const Frame& other) const {
    return reliefs == other.reliefs && holidays == other.holidays &&
           base::month_of(known_on) == base::month_of(other.known_on) &&
           std::equal(
               spans.begin(), spans.end(), other.spans.begin(), other.spans.end(),
               [](const Span& a, const Span& b) { return a.terms == b.terms && a.periods == b.periods; });
  }
};

struct Contribution {
  std::vector<std::pair<std::uint32_t, Cell>> cells; // place in the totals → what is added there
  bool open = false; // a clock runs, or stands still: another day can make it another
};

// Of one way of taking linked records, or of sessions: by stream number, which is the order of measuring.
struct Kept {
  enum class Of { one_person, separate, sessions } of = Of::separate;
  std::map<std::uint32_t, Contribution> by_stream;
};

void take_from(Cell& from, const Cell& what) {
  from.started -= what.started;
  from.met -= what.met;
  from.missed -= what.missed;
  from.open -= what.open;
  from.undetermined -= what.undetermined;
  for (const auto& [reason, count] : what.excluded)
    if (const auto found = from.excluded.find(reason); (found->second -= count) == 0)
      from.excluded.erase(found);
}

std::vector<std::uint64_t> links_in(const Case& one) {
  std::vector<std::uint64_t> out;
  for (const record::Event& event : one.events)
    if (record::is<record::person::linked>(event) || record::is<record::person::unlinked>(event))
      out.push_back(event.index);
  return out;
}

// Streams of a book by name and by number; which of them are read as one.
struct Places {
  std::unordered_map<base::StreamId, std::size_t> people; // in the book
  std::unordered_map<base::StreamId, std::size_t> others;
  std::unordered_map<std::uint32_t, std::size_t> person_of; // stream number → place among people
  std::unordered_map<std::uint32_t, std::size_t> other_of;
  std::unordered_map<base::StreamId, std::vector<std::uint64_t>> links;  // events by which others are joined
  std::unordered_map<std::uint32_t, std::uint32_t> head;                 // of those that are joined
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members; // of heads that have others

  // Those that are new behind the others; what is known of the rest stays.
  void look_at(const Book& book) {
    for (std::size_t i = people.size(); i < book.people.size(); ++i) {
      people[book.people[i].name] = i;
      person_of[book.people[i].stream] = i;
      if (auto found = links_in(book.people[i]); !found.empty())
        links[book.people[i].name] = std::move(found);
    }
    for (std::size_t i = others.size(); i < book.others.size(); ++i) {
      others[book.others[i].name] = i;
      other_of[book.others[i].stream] = i;
    }
  }
  void join(const std::vector<const Case*>& cases) {
    for (const Case* one : cases) {
      if (one->joined.empty()) continue;
      std::vector<std::uint32_t>& all = members[one->stream];
      all.push_back(one->stream);
      for (const base::StreamId& name : one->joined)
        if (const auto found = people.find(name); found != people.end())
          all.push_back(stream_of(found->second));
      for (const std::uint32_t member : all)
        head[member] = one->stream;
    }
  }
  std::vector<std::uint32_t> streams; // of people, by place
  [[nodiscard]] std::uint32_t stream_of(std::size_t place) const { return streams.at(place); }
};

} // namespace

class KeptMeasures::Keeper {
 public:
  Keeper(const Contract& contract, const rules::WorkingDays& working_days,
         std::map<std::string, std::string> readings)
      : contract_(contract), working_days_(working_days) {
    plain_.readings = std::move(readings);
  }

  Measured measure(const Book& book, const Period& last, const MeasureOptions& options,
                   const std::optional<std::set<base::StreamId>>& changed) {
    measured_last_ = 0;
    Frame now = frame_of(book, last);
    const bool alike = frame_ && changed && frame_->measures_alike(now);
    const bool new_day = !frame_ || !(frame_->known_on == now.known_on);
    frame_ = std::move(now);
    if (!alike || !take_changed(book, *changed))
      take_everybody(book);
    else if (new_day)
      take_open(book);
    Measured out;
    for (const Total& total : totals_)
      if (total.of > 0 && total.key.period.first_month <= last.first_month) out.cells[total.key] = total.cell;
    add_evidence(book, last, options, out);
    Tally tally(options, out);
    count_outcomes(book, contract_, last, options, tally, out.later);
    return out;
  }

  [[nodiscard]] std::uint64_t measured_last() const { return measured_last_; }

 private:
  struct Total {
    CellKey key;
    Cell cell;
    std::uint64_t of = 0; // contributions that have the cell
  };

  // To the period in which the record ends, so that statements of earlier ones use the same cells.
  [[nodiscard]] Frame frame_of(const Book& book, const Period& last) const {
    const Terms& terms = contract_.terms();
    const Period newest = terms.period_of(std::clamp(book.known_on, terms.from, terms.to));
    return {book.known_on, working_days_.era_of(book.known_on),
            spans_of(contract_, std::max(last, newest), book.known_on), reliefs_of(book, terms.id)};
  }

  void take_everybody(const Book& book) {
    kept_.clear();
    totals_.clear();
    place_of_.clear();
    places_ = {};
    for (const Case& one : book.people)
      places_.streams.push_back(one.stream);
    places_.look_at(book);
    for (const Linked linked : {Linked::one_person, Linked::separate}) {
      const timeline::People people(book, linked);
      if (linked == Linked::one_person) places_.join(people.cases());
      if (!uses(frame_->spans, linked)) continue;
      Kept& kept = kept_.emplace_back();
      kept.of = linked == Linked::one_person ? Kept::Of::one_person : Kept::Of::separate;
      for (const Case* one : people.cases())
        put(kept, *one);
    }
    Kept& sessions = kept_.emplace_back();
    sessions.of = Kept::Of::sessions;
    for (const Case& one : book.others)
      if (is_session(one)) put(sessions, one);
  }

  // False when it cannot be said who is one person any more, so that everybody has to be looked at.
  bool take_changed(const Book& book, const std::set<base::StreamId>& changed) {
    for (std::size_t i = places_.streams.size(); i < book.people.size(); ++i)
      places_.streams.push_back(book.people[i].stream);
    const std::size_t known = places_.people.size();
    places_.look_at(book);
    for (std::size_t i = known; i < book.people.size(); ++i)
      if (places_.links.contains(book.people[i].name)) return false;
    for (const base::StreamId& name : changed) {
      const auto person = places_.people.find(name);
      if (person == places_.people.end()) continue;
      const auto before = places_.links.find(name);
      if (links_in(book.people[person->second]) !=
          (before == places_.links.end() ? std::vector<std::uint64_t>{} : before->second))
        return false;
    }
    for (Kept& kept : kept_) {
      std::set<std::uint32_t> again;
      for (const base::StreamId& name : changed)
        if (const auto stream = stream_in(kept, book, name)) again.insert(*stream);
      for (const std::uint32_t stream : again)
        put(kept, stream, book);
    }
    return true;
  }

  // The stream under which the kind keeps what is named.
  [[nodiscard]] std::optional<std::uint32_t> stream_in(const Kept& kept, const Book& book,
                                                       const base::StreamId& name) const {
    if (kept.of == Kept::Of::sessions) {
      const auto found = places_.others.find(name);
      if (found == places_.others.end() || !is_session(book.others[found->second])) return std::nullopt;
      return book.others[found->second].stream;
    }
    const auto found = places_.people.find(name);
    if (found == places_.people.end()) return std::nullopt;
    const std::uint32_t stream = places_.stream_of(found->second);
    const auto head = places_.head.find(stream);
    return kept.of == Kept::Of::one_person && head != places_.head.end() ? head->second : stream;
  }

  void take_open(const Book& book) {
    for (Kept& kept : kept_) {
      std::vector<std::uint32_t> open;
      for (const auto& [stream, one] : kept.by_stream)
        if (one.open) open.push_back(stream);
      for (const std::uint32_t stream : open)
        put(kept, stream, book);
    }
  }

  // The case as the kind reads it; `whole` holds it where it is made of several streams.
  [[nodiscard]] const Case& case_of(const Kept& kept, std::uint32_t stream, const Book& book,
                                    Case& whole) const {
    if (kept.of == Kept::Of::sessions) return book.others[places_.other_of.at(stream)];
    const auto members = places_.members.find(stream);
    if (kept.of == Kept::Of::separate || members == places_.members.end())
      return book.people[places_.person_of.at(stream)];
    whole.stream = stream;
    for (const std::uint32_t member : members->second) {
      const Case& one = book.people[places_.person_of.at(member)];
      if (member == stream)
        whole.name = one.name;
      else
        whole.joined.push_back(one.name);
      whole.events.insert(whole.events.end(), one.events.begin(), one.events.end());
    }
    std::sort(whole.events.begin(), whole.events.end(),
              [](const record::Event& a, const record::Event& b) { return a.index < b.index; });
    return whole;
  }

  // Whether the clocks of the person stand still, so that none of their days is certain.
  bool count(const Kept& kept, const Case& one, const MeasureOptions& options, Measured& out) const {
    Tally tally(options, out);
    if (kept.of == Kept::Of::sessions) {
      count_session(frame_->spans, one, frame_->reliefs, working_days_, frame_->known_on, tally);
      return false;
    }
    const timeline::PersonTimeline timeline = count_person(
        frame_->spans, one, kept.of == Kept::Of::one_person ? Linked::one_person : Linked::separate,
        frame_->reliefs, working_days_, frame_->known_on, tally);
    return std::any_of(timeline.suspended.begin(), timeline.suspended.end(),
                       [](const timeline::Stretch& stretch) { return !stretch.last; });
  }

  void put(Kept& kept, std::uint32_t stream, const Book& book) {
    Case whole;
    put(kept, case_of(kept, stream, book, whole));
  }

  void put(Kept& kept, const Case& one) {
    Contribution& kept_one = kept.by_stream[one.stream];
    for (const auto& [place, cell] : kept_one.cells) {
      take_from(totals_[place].cell, cell);
      --totals_[place].of;
    }
    kept_one = {};
    Measured measured;
    kept_one.open = count(kept, one, plain_, measured);
    ++measured_last_;
    for (auto& [key, cell] : measured.cells) {
      const auto [found, is_new] = place_of_.try_emplace(key, static_cast<std::uint32_t>(totals_.size()));
      if (is_new) totals_.push_back({key, {}, 0});
      totals_[found->second].cell.add(cell);
      ++totals_[found->second].of;
      kept_one.open = kept_one.open || cell.open > 0;
      kept_one.cells.emplace_back(found->second, std::move(cell));
    }
  }

  // Only those are measured once more who count in a cell of which evidence is asked.
  void add_evidence(const Book& book, const Period& last, const MeasureOptions& options,
                    Measured& out) const {
    if (!options.keep_evidence) return;
    MeasureOptions asked = plain_;
    asked.keep_evidence = [&](const CellKey& key) {
      return key.period.first_month <= last.first_month && options.keep_evidence(key);
    };
    std::vector<bool> is_asked;
    for (const Total& total : totals_)
      is_asked.push_back(total.of > 0 && asked.keep_evidence(total.key));
    for (const Kept& kept : kept_)
      for (const auto& [stream, one] : kept.by_stream) {
        if (std::none_of(one.cells.begin(), one.cells.end(),
                         [&](const auto& cell) { return is_asked[cell.first]; }))
          continue;
        Case whole;
        Measured measured;
        count(kept, case_of(kept, stream, book, whole), asked, measured);
        std::move(measured.evidence.begin(), measured.evidence.end(), std::back_inserter(out.evidence));
      }
  }

  const Contract& contract_;
  const rules::WorkingDays& working_days_;
  MeasureOptions plain_; // the readings, and no evidence
  std::optional<Frame> frame_;
  Places places_;
  std::vector<Kept> kept_; // in the order of measuring
  std::vector<Total> totals_;
  std::map<CellKey, std::uint32_t> place_of_; // in `totals_`
  std::uint64_t measured_last_ = 0;
};

KeptMeasures::KeptMeasures(const Contract& contract, const rules::WorkingDays& working_days,
                           std::map<std::string, std::string> readings)
    : keeper_(std::make_unique<Keeper>(contract, working_days, std::move(readings))) {}
KeptMeasures::~KeptMeasures() = default;

Measured KeptMeasures::measure(const Book& book, const Period& last, const MeasureOptions& options,
                               const std::optional<std::set<base::StreamId>>& changed) {
  return keeper_->measure(book, last, options, changed);
}

std::uint64_t KeptMeasures::measured_last() const {
  return keeper_->measured_last();
}

} // namespace probity::contract

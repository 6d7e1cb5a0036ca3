#include "service/views_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/packed.h"
#include "casework/worklists/live_worklists.h"
#include "record/person.h"
#include "rules/register.h"
#include "service/case_loader.h"
#include "service/stored_event.h"
#include "service/view_stamp.h"
#include "timeline/book.h"

namespace probity::service {
namespace {

using base::Result;
using Rows = std::map<base::StreamId, casework::KeptCase>;

struct Check {
  const ledger::Ledger& ledger;
  std::uint64_t size; // events that the rows stand on
  const Rows& rows;
  casework::LiveWorklists& folded; // by the policy of the rows
  ViewsCheck& out;

  void found(const base::StreamId& person, const std::string& what) const {
    out.findings.push_back(person.hex() + ": " + what);
  }

  void compare(const timeline::Case& person) const {
    folded.put(person);
    ++out.folded;
    const auto row = rows.find(person.name);
    if (row == rows.end()) return found(person.name, "its row is missing");
    const casework::KeptCase& kept = *folded.kept(person.name);
    if (row->second.state != kept.state) found(person.name, "the state is another");
    if (row->second.clocks != kept.clocks) found(person.name, "the clocks that run are others");
    if (row->second.stream != kept.stream) found(person.name, "the number of its stream is another");
    folded.remove(person.name);
  }

  // Numbers of all streams, as the seed shuffles them.
  Result<std::vector<std::uint32_t>> shuffled(std::uint64_t seed) const {
    std::vector<std::pair<base::Digest, std::uint32_t>> all;
    for (std::uint32_t number = 1; ledger.stream_name(number); ++number)
      all.emplace_back(base::sha256(base::bytes_of(base::packed(std::pair(seed, number)))), number);
    std::sort(all.begin(), all.end());
    std::vector<std::uint32_t> out_numbers;
    for (const auto& [rank, number] : all)
      out_numbers.push_back(number);
    return out_numbers;
  }

  // Nothing: not of a person, or begun later.
  Result<std::optional<timeline::Case>> person(std::uint32_t number) const {
    bool is_person = false;
    std::optional<base::Error> trouble;
    PROBITY_TRY(ledger.scan_stream(number, [&](const ledger::StoredEvent& stored) {
      auto event = event_of(stored, ledger.zone());
      if (!event)
        trouble = std::move(event.error());
      else
        is_person = stored.index < size && event->type != nullptr &&
                    event->type->stream == record::StreamKind::person;
      return false;
    }));
    if (trouble) return tl::unexpected(std::move(*trouble));
    if (!is_person) return std::optional<timeline::Case>();
    PROBITY_ASSIGN(timeline::Case out_case, load_stream(ledger, number, size));
    return std::optional(std::move(out_case));
  }

  // Those who were ever joined with another record, or named so, by stream.
  Result<std::map<base::StreamId, timeline::Case>> linked() const {
    constexpr std::string_view types[] = {record::person::linked.name, record::person::unlinked.name};
    PROBITY_ASSIGN(const std::vector<std::uint32_t> numbers, ledger.streams_holding(types));
    std::set<base::StreamId> names;
    for (const std::uint32_t number : numbers)
      PROBITY_TRY(ledger.scan_stream(number, [&](const ledger::StoredEvent& stored) {
        const auto event = event_of(stored, ledger.zone());
        if (!event || stored.index >= size) return event.has_value();
        const record::Symbol other = record::is<record::person::linked>(*event)
                                         ? record::symbol<record::person::linked, "other">(*event)
                                     : record::is<record::person::unlinked>(*event)
                                         ? record::symbol<record::person::unlinked, "other">(*event)
                                         : record::Symbol{};
        if (other.empty()) return true;
        if (const auto own = ledger.stream_name(number)) names.insert(*own);
        if (const auto named = base::StreamId::from_hex(other.text())) names.insert(*named);
        return true;
      }));
    std::map<base::StreamId, timeline::Case> found_cases;
    for (const base::StreamId& name : names) {
      PROBITY_ASSIGN(const auto number, ledger.stream_number(name));
      if (!number) continue; // named by a link, and without a record yet
      PROBITY_ASSIGN(auto one, person(*number));
      if (one) found_cases.emplace(name, std::move(*one));
    }
    return found_cases;
  }
};

// The people that the records of `all` make, by the name of each of their records.
void compare_joined(const Check& check, const std::map<base::StreamId, timeline::Case>& all,
                    const std::set<base::StreamId>& drawn) {
  timeline::Book book;
  for (const auto& [name, one] : all)
    book.people.push_back(one);
  std::sort(book.people.begin(), book.people.end(),
            [](const timeline::Case& a, const timeline::Case& b) { return a.stream < b.stream; });
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    std::vector<base::StreamId> records = person->joined;
    records.push_back(person->name);
    if (std::any_of(records.begin(), records.end(), [&](const auto& one) { return drawn.contains(one); }))
      check.compare(*person);
    for (const base::StreamId& record : person->joined)
      if (check.rows.contains(record))
        check.found(record, "it was joined with another and has a row of its own");
  }
}

Result<void> compare_some(const Check& check, const ViewsCheckAsked& asked) {
  PROBITY_ASSIGN(const auto linked, check.linked());
  PROBITY_ASSIGN(const std::vector<std::uint32_t> numbers, check.shuffled(asked.seed));
  std::set<base::StreamId> drawn; // of those that are joined with others
  std::uint64_t left = asked.people;
  for (auto number = numbers.begin(); number != numbers.end() && left > 0; ++number) {
    PROBITY_ASSIGN(const auto person, check.person(*number));
    if (!person) continue;
    --left;
    if (linked.contains(person->name))
      drawn.insert(person->name);
    else
      check.compare(*person);
  }
  if (!drawn.empty()) compare_joined(check, linked, drawn);
  for (const auto& [name, row] : check.rows) {
    const auto of = check.ledger.stream_name(row.stream);
    if (!of || *of != name) check.found(name, "the ledger has no such record");
  }
  return {};
}

Result<Rows> rows_of(const views::ViewsFile& file) {
  Rows out;
  PROBITY_TRY(file.each_person([&](views::PersonRow row) -> Result<void> {
    auto clocks = casework::unpacked_clocks(row.clocks);
    if (!clocks)
      return base::fail(base::ErrorCode::corrupt, "the row of " + row.person.hex() + " cannot be read");
    out[row.person] = {row.stream, std::move(row.state), std::move(*clocks)};
    return {};
  }));
  return out;
}

struct KeptViews {
  views::Stamp stamp;
  Rows rows;
};

Result<KeptViews> kept_in(views::ViewsFile& file) {
  KeptViews out;
  PROBITY_TRY(file.at_one_moment([&]() -> Result<void> {
    PROBITY_ASSIGN(out.stamp, file.stamp());
    PROBITY_ASSIGN(out.rows, rows_of(file));
    return {};
  }));
  return out;
}

Result<void> check_all(const KeptViews& kept, const ledger::Ledger& ledger, const ViewsCheckAsked& asked,
                       ViewsCheck& out) {
  const views::Stamp& stamp = kept.stamp;
  out.cursor = stamp.cursor;
  PROBITY_TRY(check_stamp(stamp, view_definition(ledger.zone(), {}), ledger));
  out.rows = kept.rows.size();
  if (kept.rows.size() != stamp.people)
    out.findings.emplace_back("there are fewer or more rows than were written");
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), stamp.on));
  if (casework::fingerprint(policy) != stamp.policy)
    out.findings.emplace_back("the limits are others than those of " + base::to_text(stamp.on));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  const casework::Duties duties(policy, ledger.zone());
  casework::LiveWorklists folded(duties, working_days, ledger.zone(), stamp.on);
  return compare_some({ledger, stamp.cursor, kept.rows, folded, out}, asked);
}

} // namespace

Result<ViewsCheck> check_views(const std::string& file, const std::string& ledger_file,
                               const ViewsCheckAsked& asked) {
  ViewsCheck out;
  auto opened = views::ViewsFile::open(file, store::Access::read);
  if (!opened && opened.error().code == base::ErrorCode::not_found) return tl::unexpected(opened.error());
  const auto kept = opened ? kept_in(*opened) : Result<KeptViews>(tl::unexpected(opened.error()));
  // After the views, so that what they stand on is in it.
  PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(ledger_file));
  const auto checked =
      kept ? check_all(*kept, ledger, asked, out) : Result<void>(tl::unexpected(kept.error()));
  if (!checked) out.findings.push_back(checked.error().message);
  return out;
}

} // namespace probity::service

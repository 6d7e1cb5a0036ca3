#include "service/follower.h"

#include <set>

#include "record/person.h"
#include "service/book_loader.h"
#include "service/case_loader.h"
#include "service/stored_event.h"

namespace probity::service {
namespace {

using base::Result;

bool joins(const record::Event& event) {
  return record::is<record::person::linked>(event) || record::is<record::person::unlinked>(event);
}

} // namespace

Follower::Follower(const casework::Policy& policy, rules::WorkingDays working_days, const base::Zone& zone,
                   base::Day on)
    : zone_(zone), working_days_(std::move(working_days)), duties_(policy, zone_), on_(on) {}

Result<std::unique_ptr<Follower>> Follower::start(const ledger::Ledger& ledger, base::Day on) {
  PROBITY_ASSIGN(rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), on));
  // Not make_unique: the constructor is the class's alone.
  std::unique_ptr<Follower> out(new Follower(policy, std::move(working_days), ledger.zone(), on));
  PROBITY_TRY(out->read_all(ledger));
  return out;
}

Result<void> Follower::read_all(const ledger::Ledger& ledger) {
  PROBITY_ASSIGN(const timeline::Book book, load_book(ledger, {}));
  lists_.emplace(duties_, working_days_, zone_, on_);
  joined_.clear();
  const timeline::People people(book, timeline::Linked::one_person);
  for (const timeline::Case* person : people.cases()) {
    for (const base::StreamId& other : person->joined)
      joined_[other] = person->name;
    lists_->put(*person);
  }
  cursor_ = book.size;
  return {};
}

base::StreamId Follower::standing_name(const base::StreamId& person) const {
  const auto found = joined_.find(person);
  return found == joined_.end() ? person : found->second;
}

Result<void> Follower::catch_up(const ledger::Ledger& ledger) {
  std::set<base::StreamId> touched;
  for (std::uint64_t index = cursor_; index < ledger.size(); ++index) {
    PROBITY_ASSIGN(const std::string body, ledger.body(index));
    PROBITY_ASSIGN(const record::Event event, record::decode(body, zone_));
    if (event.type == nullptr || event.type->stream != record::StreamKind::person) continue;
    // Joined and parted records are rare, and who stands under which name is then decided anew.
    if (joins(event)) return read_all(ledger);
    PROBITY_ASSIGN(const base::json::Value read, base::json::parse(body));
    const auto name = base::StreamId::from_hex(*read.find("stream")->text());
    PROBITY_ENSURE(name.has_value());
    touched.insert(standing_name(*name));
  }
  for (const base::StreamId& name : touched) {
    PROBITY_ASSIGN(timeline::Case person, load_case(ledger, name));
    lists_->put(std::move(person));
  }
  cursor_ = ledger.size();
  return {};
}

} // namespace probity::service

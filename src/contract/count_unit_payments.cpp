#include "contract/tally.h"

#include <map>
#include <set>

#include "record/money.h"

namespace probity::contract {
namespace {

using duty::State;
using record::Event;

bool is_claim(const Event& event) {
  namespace money = record::money;
  return record::is<money::attached>(event) || record::is<money::outcome_evidenced>(event) ||
         record::is<money::sustained>(event);
}

// What has been paid for one attachment so far.
struct Attachment {
  std::string group;
  std::uint64_t event = 0;
  bool paid = false;
  std::uint64_t outcome_event = 0;
  bool outcome_paid = false;
  std::map<std::int64_t, std::uint64_t> months_paid; // month → event
};

struct Claim {
  std::string dimension;
  State state = State::met;
  std::string reason;
  std::vector<std::uint64_t> events;

  void refuse(std::string why) {
    state = State::excluded;
    reason = std::move(why);
  }
};

class Claims {
 public:
  Claims(const UnitPayment& clause, const Terms& terms) : clause_(clause), terms_(terms) {}

  // The claim that an event makes, judged by what was paid before; nothing when the event is none. `barred`:
  // why it could not be paid whatever went before; then nothing that follows can rest on it.
  std::optional<Claim> judge(const Event& event, const std::string& barred) {
    namespace money = record::money;
    static const record::Symbol kind("attachment");
    const auto id = event.entity(kind);
    if (!id) return std::nullopt;
    if (record::is<money::attached>(event)) {
      if (record::symbol<money::attached, "contract">(event).text() == terms_.id)
        return attach(*id, event, barred);
      elsewhere_.insert(*id);
      return std::nullopt;
    }
    const bool is_outcome = record::is<money::outcome_evidenced>(event);
    if ((!is_outcome && !record::is<money::sustained>(event)) || elsewhere_.contains(*id))
      return std::nullopt;
    const auto found = attachments_.find(*id);
    if (found == attachments_.end()) return unattached(event, is_outcome ? "none/outcome" : "none/sustained");
    return is_outcome ? outcome(found->second, event, barred) : sustained(found->second, event, barred);
  }

 private:
  // Nobody joined: shown as refused, not lost.
  static Claim unattached(const Event& event, std::string_view dimension) {
    Claim claim;
    claim.dimension = dimension;
    claim.events = {event.index};
    claim.refuse("no_attachment");
    return claim;
  }

  Claim attach(const base::EntityId& id, const Event& event, const std::string& barred) {
    Claim claim;
    Attachment& attachment = attachments_[id];
    const std::string group(record::symbol<record::money::attached, "group">(event).text());
    claim.dimension = group + "/attachment";
    claim.events = {event.index};
    if (!clause_.groups.contains(group))
      claim.refuse("no_such_payment_group");
    else if (attachment.paid)
      claim.refuse("attached_already");
    else if (!barred.empty())
      claim.refuse(barred);
    if (!attachment.paid) {
      attachment.group = group;
      attachment.event = event.index;
      attachment.paid = claim.state == State::met;
    }
    return claim;
  }

  Claim outcome(Attachment& attachment, const Event& event, const std::string& barred) {
    Claim claim;
    claim.dimension = attachment.group + "/outcome";
    claim.events = {attachment.event, event.index};
    if (!attachment.paid)
      claim.refuse("no_paid_attachment");
    else if (attachment.outcome_paid)
      claim.refuse("outcome_paid_already");
    else if (!barred.empty())
      claim.refuse(barred);
    else {
      attachment.outcome_paid = true;
      attachment.outcome_event = event.index;
    }
    return claim;
  }

  Claim sustained(Attachment& attachment, const Event& event, const std::string& barred) {
    Claim claim;
    claim.dimension = attachment.group + "/sustained";
    claim.events = {attachment.event};
    if (attachment.outcome_paid) claim.events.push_back(attachment.outcome_event);
    claim.events.push_back(event.index);
    const std::int64_t month = record::integer<record::money::sustained, "month">(event).value_or(0);
    const auto tariff = clause_.groups.find(attachment.group);
    if (!attachment.outcome_paid)
      claim.refuse("no_paid_outcome");
    else if (attachment.months_paid.contains(month))
      claim.refuse("month_paid_already");
    else if (month < 1 || tariff == clause_.groups.end() || month > tariff->second.months ||
             static_cast<std::int64_t>(attachment.months_paid.size()) >= tariff->second.months)
      claim.refuse("beyond_the_most_months");
    else if (!barred.empty())
      claim.refuse(barred);
    else
      attachment.months_paid[month] = event.index;
    return claim;
  }

  const UnitPayment& clause_;
  const Terms& terms_;
  std::map<base::EntityId, Attachment> attachments_;
  std::set<base::EntityId> elsewhere_; // attached under other contracts
};

} // namespace

void count_unit_payments(const UnitPayment& clause, const Span& span, const PersonView& view, Tally& tally) {
  Claims claims(clause, *span.terms);
  const bool one_payee = span.terms->providers.size() == 1;
  for (const Event& event : view.person->events) {
    if (!is_claim(event)) continue;
    const base::Day day = event.valid.known() ? event.valid.first : event.recorded_day;
    // Paid to the contract's provider; where the file names several, to the body accountable on the day.
    record::Symbol provider = view.timeline->provider_on(day);
    std::string barred;
    if (event.imported && clause.imported == duty::Imported::excluded) barred = "imported";
    if (one_payee) {
      const record::Symbol payee(span.terms->providers.front());
      if (barred.empty() && !provider.empty() && provider != payee) barred = "another_body_accountable";
      provider = payee;
    }
    const auto claim = claims.judge(event, barred);
    const Period* period = span.find(day);
    if (!claim || period == nullptr) continue;
    if (!one_payee && (provider.empty() || !is_party(*span.terms, provider))) continue;
    tally.add({clause.id, "", std::string(provider.text()), *period, claim->dimension}, claim->state,
              claim->reason, view.person->name, day, claim->events, [&] {
                return claim->dimension + " claimed " + base::to_text(day) +
                       (claim->state == State::met ? ": paid" : ": refused (" + claim->reason + ")");
              });
  }
}

} // namespace probity::contract

#include "contract/tally.h"

#include <map>

#include "record/money.h"

namespace probity::contract {
namespace {

using duty::State;
using record::Event;

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

  // The claim that an event makes, judged by what was paid before; nothing when the event is none.
  std::optional<Claim> judge(const Event& event) {
    namespace money = record::money;
    static const record::Symbol kind("attachment");
    const auto id = event.entity(kind);
    if (!id) return std::nullopt;
    if (record::is<money::attached>(event)) {
      if (record::symbol<money::attached, "contract">(event).text() != terms_.id) return std::nullopt;
      return attach(*id, event);
    }
    const auto found = attachments_.find(*id);
    if (found == attachments_.end()) return std::nullopt;
    if (record::is<money::outcome_evidenced>(event)) return outcome(found->second, event);
    if (record::is<money::sustained>(event)) return sustained(found->second, event);
    return std::nullopt;
  }

 private:
  Claim attach(const base::EntityId& id, const Event& event) {
    Claim claim;
    Attachment& attachment = attachments_[id];
    const std::string group(record::symbol<record::money::attached, "group">(event).text());
    claim.dimension = group + "/attachment";
    claim.events = {event.index};
    if (!clause_.groups.contains(group))
      claim.refuse("no_such_payment_group");
    else if (attachment.paid)
      claim.refuse("attached_already");
    if (!attachment.paid) {
      attachment.group = group;
      attachment.event = event.index;
      attachment.paid = claim.state == State::met;
    }
    return claim;
  }

  Claim outcome(Attachment& attachment, const Event& event) {
    Claim claim;
    claim.dimension = attachment.group + "/outcome";
    claim.events = {attachment.event, event.index};
    if (!attachment.paid)
      claim.refuse("no_paid_attachment");
    else if (attachment.outcome_paid)
      claim.refuse("outcome_paid_already");
    else {
      attachment.outcome_paid = true;
      attachment.outcome_event = event.index;
    }
    return claim;
  }

  Claim sustained(Attachment& attachment, const Event& event) {
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
    else
      attachment.months_paid[month] = event.index;
    return claim;
  }

  const UnitPayment& clause_;
  const Terms& terms_;
  std::map<base::EntityId, Attachment> attachments_;
};

} // namespace

void count_unit_payments(const UnitPayment& clause, const Span& span, const PersonView& view, Tally& tally) {
  Claims claims(clause, *span.terms);
  for (const Event& event : view.person->events) {
    auto claim = claims.judge(event);
    if (!claim) continue;
    const base::Day day = event.valid.known() ? event.valid.first : event.recorded_day;
    const Period* period = span.find(day);
    if (period == nullptr) continue;
    if (event.imported && clause.imported == duty::Imported::excluded && claim->state == State::met)
      claim->refuse("imported");
    // Paid to the contract's provider; where the file names several, to the body accountable on the day.
    record::Symbol provider = view.timeline->provider_on(day);
    if (span.terms->providers.size() == 1) {
      const record::Symbol payee(span.terms->providers.front());
      if (!provider.empty() && provider != payee && claim->state == State::met)
        claim->refuse("another_body_accountable");
      provider = payee;
    } else if (provider.empty() || !is_party(*span.terms, provider)) {
      continue;
    }
    tally.add({clause.id, "", std::string(provider.text()), *period, claim->dimension}, claim->state,
              claim->reason, view.person->name, day, claim->events, [&] {
                return claim->dimension + " claimed " + base::to_text(day) +
                       (claim->state == State::met ? ": paid" : ": refused (" + claim->reason + ")");
              });
  }
}

} // namespace probity::contract

#include "contract/decisions.h"

#include <algorithm>

#include "record/money.h"

namespace probity::contract {
namespace {

namespace money = record::money;

// The contract that an event says its stream is of; empty when it says nothing.
record::Symbol named_by(const record::Event& event) {
  if (record::is<money::contract_made>(event)) return record::symbol<money::contract_made, "contract">(event);
  if (record::is<money::contract_varied>(event))
    return record::symbol<money::contract_varied, "contract">(event);
  if (record::is<money::statement_issued>(event))
    return record::symbol<money::statement_issued, "contract">(event);
  return {};
}

} // namespace

std::vector<const timeline::Case*> contract_streams(const timeline::Book& book,
                                                    std::string_view contract_id) {
  std::vector<const timeline::Case*> out;
  for (const timeline::Case& stream : book.contracts) {
    bool names_one = false;
    bool names_this = false;
    for (const record::Event& event : stream.events) {
      const record::Symbol named = named_by(event);
      names_one = names_one || !named.empty();
      names_this = names_this || named.text() == contract_id;
    }
    if (names_this || !names_one) out.push_back(&stream);
  }
  return out;
}

const timeline::Case* contract_stream(const timeline::Book& book, std::string_view contract_id) {
  for (const timeline::Case& stream : book.contracts)
    for (const record::Event& event : stream.events)
      if ((record::is<money::contract_made>(event) &&
           record::symbol<money::contract_made, "contract">(event).text() == contract_id) ||
          (record::is<money::statement_issued>(event) &&
           record::symbol<money::statement_issued, "contract">(event).text() == contract_id))
        return &stream;
  // Decisions may come before anyone adopted a file; with a single contract stream there is no doubt whose
  // they are.
  return book.contracts.size() == 1 ? &book.contracts.front() : nullptr;
}

std::vector<Decision> decisions_of(const timeline::Book& book, std::string_view contract_id) {
  std::vector<Decision> out;
  const timeline::Case* own = contract_stream(book, contract_id);
  for (const timeline::Case* stream : contract_streams(book, contract_id))
    for (const record::Event& event : stream->events) {
      Decision decision;
      decision.number =
          stream == own ? std::to_string(event.sequence + 1) : "event-" + std::to_string(event.index);
      decision.event = event.index;
      if (record::is<money::waived>(event)) {
        decision.kind = Decision::Kind::waived;
        decision.clause = record::symbol<money::waived, "clause">(event).text();
        decision.period = record::symbol<money::waived, "period">(event).text();
        decision.amount = {record::integer<money::waived, "pence">(event).value_or(0)};
        decision.reason = record::symbol<money::waived, "reason">(event).text();
        decision.authority = record::symbol<money::waived, "authority">(event).text();
      } else if (record::is<money::reinvestment_approved>(event)) {
        decision.kind = Decision::Kind::reinvested;
        decision.clause = record::symbol<money::reinvestment_approved, "clause">(event).text();
        decision.period = record::symbol<money::reinvestment_approved, "period">(event).text();
        decision.amount = {record::integer<money::reinvestment_approved, "pence">(event).value_or(0)};
        decision.reason = record::symbol<money::reinvestment_approved, "purpose">(event).text();
        decision.authority = record::symbol<money::reinvestment_approved, "authority">(event).text();
      } else {
        continue;
      }
      if (decision.amount.pence > 0) out.push_back(std::move(decision));
    }
  return out;
}

// The newest word on each case: asked, granted or refused.
std::vector<ReliefShown> reliefs_shown(const timeline::Book& book, const Terms& terms, const Period& period) {
  std::map<std::tuple<std::string, std::string, base::Day>, ReliefShown> newest;
  for (const timeline::Case* stream : contract_streams(book, terms.id))
    for (const record::Event& event : stream->events) {
      ReliefShown shown;
      shown.event = event.index;
      if (record::is<money::relief_requested>(event)) {
        shown.clause = record::symbol<money::relief_requested, "clause">(event).text();
        shown.person = record::symbol<money::relief_requested, "person">(event).text();
        shown.due = record::day<money::relief_requested, "due">(event).value_or(base::Day{});
      } else if (record::is<money::relief_granted>(event)) {
        shown.state = ReliefShown::State::granted;
        shown.clause = record::symbol<money::relief_granted, "clause">(event).text();
        shown.person = record::symbol<money::relief_granted, "person">(event).text();
        shown.due = record::day<money::relief_granted, "due">(event).value_or(base::Day{});
        shown.reason = record::symbol<money::relief_granted, "reason">(event).text();
        shown.authority = record::symbol<money::relief_granted, "authority">(event).text();
      } else if (record::is<money::relief_refused>(event)) {
        shown.state = ReliefShown::State::refused;
        shown.clause = record::symbol<money::relief_refused, "clause">(event).text();
        shown.person = record::symbol<money::relief_refused, "person">(event).text();
        shown.due = record::day<money::relief_refused, "due">(event).value_or(base::Day{});
        shown.authority = record::symbol<money::relief_refused, "authority">(event).text();
      } else {
        continue;
      }
      if (terms.measure(shown.clause) != nullptr && period.first() <= shown.due && shown.due <= period.last())
        newest[{shown.clause, shown.person, shown.due}] = shown;
    }
  std::vector<ReliefShown> out;
  for (auto& [key, shown] : newest)
    out.push_back(std::move(shown));
  return out;
}

std::vector<Payment> payments_of(const timeline::Book& book, std::string_view contract_id,
                                 const Period& period) {
  std::vector<Payment> out;
  for (const timeline::Case* stream : contract_streams(book, contract_id))
    for (const record::Event& event : stream->events)
      if (record::is<money::payment_made>(event) &&
          record::symbol<money::payment_made, "period">(event).text() == period.text)
        out.push_back({{record::integer<money::payment_made, "pence">(event).value_or(0)}, event.index});
  return out;
}

} // namespace probity::contract

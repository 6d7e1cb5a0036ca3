#include "service/sides/review_pack.h"

#include "rules/register.h"

namespace probity::service {
namespace {

constexpr std::size_t most_kept = 6;

} // namespace

base::Result<KnownThen> known_then(const ledger::Ledger& ledger, const base::StreamId& person, base::Day on,
                                   const std::function<void(std::uint64_t)>& progress) {
  KnownAs known;
  known.day = on - 1;
  PROBITY_ASSIGN(const timeline::Book book, load_book(ledger, known, progress));
  PROBITY_ASSIGN(const rules::WorkingDays working_days, rules::WorkingDays::from(rules::england_wales()));
  PROBITY_ASSIGN(const casework::Policy policy, casework::policy_of(rules::england_wales(), on));
  const casework::Workforce workforce = casework::workforce_of(book);
  const casework::Duties duties(policy, ledger.zone(), &workforce);
  KnownThen out;
  out.person = person;
  out.on = on;
  out.known_on = book.known_on;
  out.size = book.size;
  PROBITY_ASSIGN(out.pack,
                 casework::review_pack(book, person, duties, policy, ledger.zone(), working_days, on));
  return out;
}

base::Result<WholePack> whole_pack(const ledger::Ledger& ledger, std::shared_ptr<const KnownThen> then) {
  WholePack out;
  PROBITY_ASSIGN(CaseView view, view_case(ledger, then->person, {then->size, std::nullopt}));
  PROBITY_ASSIGN(out.since, since_then(ledger, view, then->on));
  std::erase_if(view.events, names_money);
  out.chronology = std::move(view.events);
  out.then = std::move(then);
  return out;
}

ReviewPacks::ReviewPacks(std::string ledger_file)
    : ledger_file_(std::move(ledger_file)), answers_(most_kept) {}

base::Result<ReviewPacks::PackOrNot> ReviewPacks::ask(const base::StreamId& person, base::Day on,
                                                      std::uint64_t size,
                                                      std::chrono::milliseconds patience) {
  using Answers = decltype(answers_);
  const auto compute = [this, person, on](const Answers::Progress& progress) -> Answers::Answer {
    PROBITY_ASSIGN(const ledger::Ledger ledger, ledger::Ledger::open(ledger_file_));
    PROBITY_ASSIGN(KnownThen then, known_then(ledger, person, on, progress));
    return std::make_shared<const KnownThen>(std::move(then));
  };
  return answers_.ask({person, on}, size, compute, patience);
}

} // namespace probity::service

#include "app/statement_issue.h"

#include <algorithm>

#include "base/named_id.h"
#include "record/builder.h"
#include "record/money.h"

namespace probity::app {
namespace {

namespace money = record::money;

record::EventBuilder event_of(const record::TypeDeclaration& type, const timeline::Book& book,
                              const base::StreamId& stream, const Issuer& issuer, std::string_view authority,
                              std::string_view id_of) {
  record::EventBuilder builder(type, book.origin, stream);
  builder.id(base::named_id<base::EventId>(id_of))
      .actor(issuer.actor)
      .role(issuer.role)
      .provider(authority)
      .channel("system");
  if (issuer.recorded) builder.recorded(*issuer.recorded);
  return builder;
}

base::json::Value made_event(const timeline::Book& book, const base::StreamId& stream, const Issuer& issuer,
                             std::string_view authority, std::string_view contract_id,
                             const base::Digest& file, bool first, base::Day day) {
  const std::string hash = file.hex();
  const record::TypeDeclaration& type = first ? money::contract_made : money::contract_varied;
  return event_of(type, book, stream, issuer, authority,
                  "contract/" + book.origin + "/" + std::string(contract_id) + "/" + hash + "/" +
                      std::to_string(book.size))
      .valid(day)
      .fact("contract", contract_id)
      .fact("file", std::string_view(hash))
      .build();
}

// Events of the stream that the book has seen.
base::Result<std::int64_t> length_at(const ledger::Ledger& ledger, const base::StreamId& name,
                                     std::uint64_t size) {
  PROBITY_ASSIGN(const auto number, ledger.stream_number(name));
  std::int64_t seen = 0;
  if (number)
    PROBITY_TRY(ledger.scan_stream(*number, [&](const ledger::StoredEvent& stored) {
      seen += stored.index < size ? 1 : 0;
      return stored.index < size;
    }));
  return seen;
}

std::string file_in_force(const timeline::Book& book, std::string_view contract_id) {
  std::string out;
  if (const timeline::Case* stream = contract::contract_stream(book, contract_id))
    for (const record::Event& event : stream->events) {
      if (record::is<money::contract_made>(event))
        out = record::symbol<money::contract_made, "file">(event).text();
      else if (record::is<money::contract_varied>(event))
        out = record::symbol<money::contract_varied, "file">(event).text();
    }
  return out;
}

base::Result<ledger::Receipt> append_one(ledger::Ledger& ledger, ledger::Submission submission) {
  PROBITY_ASSIGN(auto results, ledger.append({&submission, 1}));
  if (!results.front()) return tl::unexpected(std::move(results.front().error()));
  return std::move(*results.front());
}

} // namespace

base::StreamId contract_stream_name(const timeline::Book& book, std::string_view contract_id) {
  if (const timeline::Case* stream = contract::contract_stream(book, contract_id)) return stream->name;
  return base::named_id<base::StreamId>("contract/" + book.origin + "/" + std::string(contract_id));
}

base::Result<ledger::Receipt> issue_statement(ledger::Ledger& ledger, const timeline::Book& book,
                                              const contract::Statement& statement, const Issuer& issuer) {
  const base::StreamId stream = contract_stream_name(book, statement.contract);
  ledger::Submission submission;
  if (file_in_force(book, statement.contract).empty())
    submission.events.push_back(made_event(book, stream, issuer, statement.authority, statement.contract,
                                           statement.terms, true, statement.known_on));
  base::json::Value issued =
      event_of(money::statement_issued, book, stream, issuer, statement.authority,
               "statement/" + book.origin + "/" + statement.contract + "/" + statement.period.text + "/" +
                   std::to_string(statement.size) + "/" + statement.root.hex())
          .valid(statement.known_on)
          .build();
  issued.set("facts", contract::issue_facts(statement));
  submission.events.push_back(std::move(issued));
  PROBITY_ASSIGN(submission.expect[stream], length_at(ledger, stream, book.size));
  return append_one(ledger, std::move(submission));
}

base::Result<ledger::Receipt> adopt_contract(ledger::Ledger& ledger, const timeline::Book& book,
                                             const contract::Contract& contract, const Issuer& issuer) {
  const contract::Terms& terms = contract.terms();
  const std::string in_force = file_in_force(book, terms.id);
  if (in_force == contract.file_hash().hex())
    return base::fail(base::ErrorCode::refused, "this contract file is in force already",
                      "contract " + terms.id);
  const base::StreamId stream = contract_stream_name(book, terms.id);
  ledger::Submission submission;
  submission.events.push_back(made_event(book, stream, issuer, terms.authority, terms.id,
                                         contract.file_hash(), in_force.empty(), book.known_on));
  PROBITY_ASSIGN(submission.expect[stream], length_at(ledger, stream, book.size));
  return append_one(ledger, std::move(submission));
}

} // namespace probity::app

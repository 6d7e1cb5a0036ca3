// What verification found, as the API and the command line write it.
#include "service/event_proof.h"
#include "service/verifying.h"

namespace probity::service {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

Value number(std::uint64_t value) {
  return Value(static_cast<std::int64_t>(value));
}

Value findings_json(const std::vector<ledger::Finding>& findings) {
  Array out;
  for (const ledger::Finding& finding : findings)
    out.emplace_back(Object{
        {"index", Value(finding.index)}, {"message", Value(finding.message)}, {"what", Value(finding.what)}});
  return Value(std::move(out));
}

} // namespace

Value to_json(const ledger::Verification& found) {
  Value out(Object{{"events", number(found.events)},
                   {"findings", findings_json(found.findings)},
                   {"ok", Value(found.ok)},
                   {"root", Value(found.root.hex())}});
  if (found.head_size) out.set("head_size", number(*found.head_size));
  return out;
}

Value to_json(const ViewsCheck& found) {
  Array findings;
  for (const std::string& finding : found.findings)
    findings.emplace_back(Value(finding));
  return Value(Object{{"cursor", number(found.cursor)},
                      {"findings", Value(std::move(findings))},
                      {"folded", number(found.folded)},
                      {"ok", Value(found.findings.empty())},
                      {"rows", number(found.rows)}});
}

Value to_json(const ledger::StreamCheck& found) {
  Array events;
  for (const ledger::ProvenEvent& one : found.events)
    events.emplace_back(Object{{"holds", Value(one.holds)},
                               {"index", number(one.index)},
                               {"leaf", Value(one.leaf.hex())},
                               {"path", hashes_json(one.path)}});
  return Value(Object{{"events", Value(std::move(events))},
                      {"findings", findings_json(found.findings)},
                      {"ok", Value(found.findings.empty())},
                      {"root", Value(found.checkpoint.root.hex())},
                      {"size", number(found.checkpoint.size)}});
}

Value to_json(const WhatWasFound& found) {
  return std::visit([](const auto& one) { return to_json(one); }, found);
}

bool is_good(const WhatWasFound& found) {
  struct Good {
    bool operator()(const ledger::Verification& one) const { return one.ok; }
    bool operator()(const ViewsCheck& one) const { return one.findings.empty(); }
    bool operator()(const ledger::StreamCheck& one) const { return one.findings.empty(); }
  };
  return std::visit(Good(), found);
}

} // namespace probity::service

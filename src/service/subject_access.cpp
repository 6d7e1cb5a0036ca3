#include "service/subject_access.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "record/vocabulary.h"
#include "service/asking.h"

namespace probity::service {
namespace {

using base::Result;
using base::json::Value;

constexpr std::string_view page_name = "subject_copy";

std::optional<LeftOut> left_out(const ShownEvent& event) {
  if (event.type.starts_with("victim.")) return LeftOut::about_another;
  return names_money(event) ? std::optional(LeftOut::contract) : std::nullopt;
}

std::vector<LeftOutEvents> take_out(CaseView& view) {
  std::map<std::tuple<std::string, LeftOut>, std::size_t> counted;
  std::erase_if(view.events, [&](const ShownEvent& event) {
    const auto why = left_out(event);
    if (why) ++counted[{event.meaning.empty() ? event.type : event.meaning, *why}];
    return why.has_value();
  });
  std::vector<LeftOutEvents> out;
  for (const auto& [what, events] : counted)
    out.push_back({std::get<std::string>(what), std::get<LeftOut>(what), events});
  return out;
}

// Their own parts, and those of records found to be theirs.
PartWanted of_the_person(const CaseView& view) {
  std::vector<std::string> own{view.stream.hex()};
  for (const base::StreamId& linked : view.linked)
    own.push_back(linked.hex());
  return [own = std::move(own)](const ShownPart& part) {
    return std::find(own.begin(), own.end(), part.subject.hex()) != own.end();
  };
}

} // namespace

std::string_view to_text(LeftOut why) {
  return why == LeftOut::about_another ? "about_another" : "contract";
}

Result<SubjectCopy> subject_copy(Office& office, const Caller& caller, const base::StreamId& person,
                                 std::size_t most_accesses) {
  const auto held = office.hold();
  access::AccessQuery reads;
  reads.person = office.follower().standing_name(person);
  reads.most = most_accesses + 1; // one more than is listed, to know whether there is one
  PROBITY_TRY(ask_about(office, caller, access::Action::copy_record, person, page_name));
  SubjectCopy out;
  out.person = *reads.person;
  out.name = office.name_of(out.person);
  out.made = office.today();
  PROBITY_ASSIGN(out.view, view_case(office.ledger(), out.person, {}));
  out.left_out = take_out(out.view);
  ReadingLog::Held readings = office.access_log();
  PROBITY_ASSIGN(out.access, access::access_entries(readings.log(), reads));
  out.has_older_access = out.access.size() > most_accesses;
  if (out.has_older_access) out.access.resize(most_accesses);
  PROBITY_TRY(open_parts(out.view, office.ledger(), readings.writing(), caller.member.account,
                         std::string(page_name), of_the_person(out.view)));
  return out;
}

Result<std::string> may_copy(Office& office, const Caller& caller, const base::StreamId& person) {
  const auto held = office.hold();
  PROBITY_TRY(ask_about(office, caller, access::Action::copy_record, person, "ask_for_copy"));
  return office.name_of(office.follower().standing_name(person));
}

Value to_json(const SubjectCopy& copy) {
  Value out = to_json(copy.view);
  base::json::Array access;
  for (const access::AccessEntry& one : copy.access)
    access.emplace_back(base::json::Object{{"at", Value(base::to_text(one.at))},
                                           {"body", Value(one.provider)},
                                           {"page", Value(one.page)},
                                           {"refused", Value(one.refused)},
                                           {"role", Value(one.role)}});
  base::json::Array left;
  for (const LeftOutEvents& one : copy.left_out)
    left.emplace_back(base::json::Object{{"events", Value(static_cast<std::int64_t>(one.events))},
                                         {"meaning", Value(one.meaning)},
                                         {"why", Value(to_text(one.why))}});
  out.set("access", Value(std::move(access)));
  out.set("has_older_access", Value(copy.has_older_access));
  out.set("left_out", Value(std::move(left)));
  out.set("made", Value(base::to_text(copy.made)));
  if (!copy.name.empty()) out.set("name", Value(copy.name));
  return out;
}

} // namespace probity::service

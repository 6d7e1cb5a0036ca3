#include "app/erasure.h"

#include <algorithm>

#include "ledger/leaf_fields.h"
#include "record/builder.h"
#include "record/person.h"
#include "record/vocabulary.h"
#include "service/case_view.h"

namespace probity::app {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

base::SubjectId subject_of(const base::StreamId& stream) {
  base::SubjectId out;
  out.bytes = stream.bytes;
  return out;
}

// What the record holds about a subject.
struct Held {
  base::SubjectId subject;
  std::vector<std::uint64_t> parts; // index of each sealed part's event, as often as it has parts
  std::optional<std::uint64_t> erased_by;
};

Result<std::vector<Held>> survey(const ledger::Ledger& ledger, const std::vector<base::SubjectId>& subjects,
                                 const std::function<void(std::uint64_t)>& progress) {
  std::vector<Held> out;
  for (const base::SubjectId& subject : subjects)
    out.push_back({subject, {}, std::nullopt});
  ledger::DayFinder days(ledger.zone());
  ledger::LeafFields fields;
  std::optional<base::Error> trouble;
  PROBITY_TRY(ledger.scan(std::nullopt, [&](const ledger::StoredEvent& stored) {
    if (progress && stored.index % 4096 == 0) progress(stored.index);
    if (const std::string_view problem = ledger::read_leaf(stored.body, days, fields); !problem.empty()) {
      trouble = base::Error{ErrorCode::corrupt, "a stored event does not parse: " + std::string(problem),
                            "event " + std::to_string(stored.index), "run verify"};
      return false;
    }
    const bool is_erasure = fields.type == record::person::erased.name && !fields.corrects;
    for (Held& held : out) {
      for (const ledger::LeafFields::Subject& subject : fields.subjects)
        if (subject.key == held.subject) held.parts.push_back(stored.index);
      if (!is_erasure) continue;
      const auto facts = base::json::parse(fields.facts, base::json::Spelling::any);
      const base::json::Value* subject = facts ? facts->find("subject") : nullptr;
      if (subject != nullptr && subject->text() != nullptr && *subject->text() == held.subject.hex())
        held.erased_by = stored.index;
    }
    return true;
  }));
  if (trouble) return tl::unexpected(std::move(*trouble));
  return out;
}

base::json::Value event_for(const ledger::Ledger& ledger, const Erasure& erasure, const Held& held) {
  std::string indexes;
  for (const std::uint64_t index : held.parts)
    indexes += std::to_string(index) + "\n";
  const std::string digest = base::sha256(base::bytes_of(indexes)).hex();
  const std::string& origin = ledger.constants().origin;
  const base::Digest name =
      base::sha256(base::bytes_of("erasure/" + origin + "/" + held.subject.hex() + "/" + digest));
  base::EventId id;
  std::copy_n(name.bytes.begin(), id.bytes.size(), id.bytes.begin());
  record::EventBuilder builder(record::person::erased, origin, erasure.person);
  builder.id(id)
      .actor(erasure.actor)
      .role("senior_manager")
      .provider(erasure.provider)
      .channel("system")
      .valid(erasure.at)
      .fact("subject", std::string_view(held.subject.hex()))
      .fact("basis", std::string_view(erasure.basis))
      .fact("approved_by", std::string_view(erasure.approved_by.hex()))
      .fact("seconded_by", std::string_view(erasure.seconded_by.hex()))
      .fact("sealed_parts", static_cast<std::int64_t>(held.parts.size()))
      .fact("indexes", std::string_view(digest));
  if (erasure.recorded) builder.recorded(*erasure.recorded);
  return builder.build();
}

Result<std::vector<base::SubjectId>> subjects_of(const ledger::Ledger& ledger, const Erasure& erasure) {
  if (erasure.only) return std::vector{*erasure.only};
  PROBITY_ASSIGN(const std::vector<base::StreamId> linked,
                 service::linked_streams(ledger, erasure.person, ledger.size()));
  std::vector<base::SubjectId> out{subject_of(erasure.person)};
  for (const base::StreamId& stream : linked)
    out.push_back(subject_of(stream));
  return out;
}

// An erasure covers what was sealed before it.
bool is_covered(const Held& held) {
  return held.erased_by && (held.parts.empty() || held.parts.back() < *held.erased_by);
}

} // namespace

Result<std::vector<ErasedSubject>> erase(ledger::Ledger& ledger, const Erasure& erasure,
                                         const std::function<void(std::uint64_t)>& progress) {
  if (erasure.approved_by == erasure.seconded_by)
    return fail(ErrorCode::refused, "an erasure is approved by two different members of staff",
                "approved by and seconded by", "name a second one");
  PROBITY_ASSIGN(const std::int64_t length, ledger.stream_length(erasure.person));
  if (length == 0)
    return fail(ErrorCode::not_found, "there is no person of this name", erasure.person.hex(),
                "give the whole name of the stream, 32 hex digits; `show` finds it from its beginning");
  PROBITY_ASSIGN(const std::vector<base::SubjectId> subjects, subjects_of(ledger, erasure));
  PROBITY_ASSIGN(const std::vector<Held> surveyed, survey(ledger, subjects, progress));
  if (erasure.only && surveyed.front().parts.empty() && !surveyed.front().erased_by)
    return fail(ErrorCode::not_found, "nothing is sealed under this key", erasure.only->hex(),
                "give the id of the victim as `show` prints it");
  std::vector<ErasedSubject> out;
  ledger::Submission submission;
  std::vector<std::size_t> recorded_now;
  for (const Held& held : surveyed) {
    ErasedSubject& erased = out.emplace_back();
    erased.subject = held.subject;
    erased.sealed_parts = held.parts.size();
    erased.event_was_there = is_covered(held);
    if (erased.event_was_there) {
      erased.event = *held.erased_by;
      continue;
    }
    recorded_now.push_back(out.size() - 1);
    submission.events.push_back(event_for(ledger, erasure, held));
  }
  if (!submission.events.empty()) {
    submission.expect[erasure.person] = length;
    PROBITY_ASSIGN(auto results, ledger.append({&submission, 1}));
    if (!results.front()) return tl::unexpected(std::move(results.front().error()));
    for (std::size_t i = 0; i < recorded_now.size(); ++i)
      out[recorded_now[i]].event = results.front()->index + i;
  }
  for (ErasedSubject& erased : out) {
    PROBITY_ASSIGN(erased.boxes_removed, ledger.destroy_subject(erased.subject));
  }
  return out;
}

} // namespace probity::app

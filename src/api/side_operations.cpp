#include "api/side_operations.h"

#include "api/handlers.h"

namespace probity::api {
namespace {

constexpr std::string_view hex = "^[0-9a-f]{32}$";
constexpr std::string_view day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

using Handler = http::Response (*)(service::Office&, const http::Request&, const service::Caller&);

// What every side answers, and what is its own.
Operation side(std::string_view pattern, std::string_view name, std::string_view summary,
               const std::vector<MemberDeclaration>& own, Handler handler) {
  using enum http::Status;
  std::vector<MemberDeclaration> answer = {
      {"case", "string", true, "", hex},
      {"commands", "array", true, "of this side that the one who asks may give"},
      {"duty_team", "string", false, "that holds the case while no practitioner does"},
      {"identity", "object", true, "whom the case is of, tier, risk of serious harm, next appointment"},
      {"name", "string", false, "of the person"},
      {"on", "string", true, "today", day},
      {"owed", "array", true, "of this side"},
      {"practitioner", "string", false, "pseudonym", hex},
      {"provider", "string", false, "the body that answers for the person"},
      {"recorded", "array", true, "events of this side, newest first"},
      {"size", "integer", true, "of the ledger"}};
  for (const MemberDeclaration& one : own)
    answer.push_back(one);
  return {.pattern = pattern,
          .label = "see_case",
          .name = name,
          .summary = summary,
          .answer = std::move(answer),
          .good = {ok},
          .refused = {unauthorized, forbidden, not_found},
          .for_caller = handler};
}

} // namespace

std::vector<Operation> side_operations() {
  using enum http::Status;
  return {
      side("/api/v1/cases/{case:hex32}/enforcement", "enforcement",
           "Failures to attend or comply, what was answered to them, and what the rule says now",
           {{"breaches", "array", true, "newest first, each with what the rule advises and how far it is"},
            {"failure_days_since_breach", "integer", true, "distinct days, since order or breach"},
            {"failures", "array", true, "newest first"},
            {"failures_allowed", "integer", true, "before the case system's counter asks for a review"},
            {"failures_in_twelve_months", "integer"},
            {"recall", "object", false, "that is open"},
            {"under", "string", true, "court_order, licence, …"},
            {"warned_until", "string", false, "last day on which a warning counts", day}},
           enforcement),
      {.pattern = "/api/v1/cases/{case:hex32}/appointments/{appointment:hex32}/letter",
       .label = "see_case",
       .name = "failure_letter",
       .summary = "What a letter about a failure says: that evidence is asked for, or the warning",
       .answer = {{"case", "string", true, "", hex},
                  {"evidence_by", "string", false, "", day},
                  {"given", "boolean", true, "the warning is recorded; otherwise it is how it would read"},
                  {"kind", "string", true, "evidence or warning"},
                  {"lasts_until", "string", false, "of a warning", day},
                  {"name", "string", false, "of the person"},
                  {"on", "string", true, "the letter's day", day},
                  {"outcome", "string"},
                  {"starts", "string", true, "of the appointment"},
                  {"under", "string"},
                  {"unpaid_work", "boolean"}},
       .good = {ok},
       .refused = {unauthorized, forbidden, not_found, unprocessable_content},
       .for_caller = failure_letter},
      side("/api/v1/cases/{case:hex32}/risk", "risk",
           "Risk of serious harm, what it rests on, and how far a hand-over is",
           {{"assessments", "array", true, "newest first"},
            {"flags", "array", true, "in force"},
            {"hand_over", "object", false, "to another body, that runs or ended last"},
            {"harm_level", "string", false, "as judged last"},
            {"judgements", "array", true, "newest first"},
            {"points", "integer", false, "workload points"},
            {"tier", "string", false, "its letter"}},
           risk),
      side("/api/v1/cases/{case:hex32}/plans", "plans",
           "Plans, each with both its statuses: filed in time, and sound",
           {{"plans", "array", true, "those that are being written first, then the newest"}}, plans),
      {.pattern = "/api/v1/cases/{case:hex32}/plans/{plan:hex32}/twins",
       .label = "see_twins",
       .name = "plan_twins",
       .summary = "Plans of other people that say nearly the same",
       .answer = {{"case", "string", true, "", hex},
                  {"closed", "integer", true, "of people whose record the one who asks may not see"},
                  {"has_text", "boolean", true, "otherwise there is nothing to compare"},
                  {"kind", "string"},
                  {"name", "string", false, "of the person"},
                  {"plan", "string", true, "", hex},
                  {"twins", "array", true, "most alike first"}},
       .good = {ok},
       .refused = {unauthorized, forbidden, not_found},
       .for_caller = plan_twins},
      side("/api/v1/cases/{case:hex32}/court-reports", "court_reports", "Reports before sentence",
           {{"reports", "array", true, "open ones first, then the newest"}}, court_reports),
      side("/api/v1/cases/{case:hex32}/further-offences", "further_offences", "Serious further offences",
           {{"further_offences", "array", true, "newest first"},
            {"harm_level", "string", false, "as judged last"},
            {"held_by", "integer", true, "members of staff, at any time"},
            {"held_case", "boolean", true, "the one who asks held it, and so writes no review"},
            {"last_seen", "string", false, "the last day on which the person attended", day},
            {"overdue", "integer", true, "obligations of the whole case, now"}},
           further_offences),
      {.pattern = "/api/v1/cases/{case:hex32}/further-offences/{further_offence:hex32}/pack",
       .label = "see_review_pack",
       .name = "review_pack",
       .summary = "The case as it was known on the morning of the offence, and what was learnt since",
       .query = {{"on", "string", false, "another day, whose morning is asked about", day}},
       .answer = {{"case", "string", false, "", hex},
                  {"chronology", "array", false, "every entry of the record, as known then"},
                  {"contact", "object", false, "appointments before and after, last seen, failures"},
                  {"custody", "boolean", false, "in custody then"},
                  {"enforcement", "object", false, "warnings, breaches, recalls"},
                  {"further_offence", "object", false, "what the review is of"},
                  {"held", "object", false, "who held the case, of what grade and with what load"},
                  {"held_case", "boolean", false, "the one who asks held it, and so writes no review"},
                  {"known_on", "string", false, "the last day of which anything was known", day},
                  {"name", "string", false, "of the person"},
                  {"of", "integer", false, "events, while it is computed (202)"},
                  {"on", "string", false, "", day},
                  {"orders", "array", false, "in force then"},
                  {"owed", "array", false, "then, the overdue among it"},
                  {"plans", "array", false, "with what their check found"},
                  {"read", "integer", false, "of these"},
                  {"risk", "object", false, "judgements of harm, assessments, flags"},
                  {"since", "object", false, "corrections and late entries: no part of what was known"},
                  {"size", "integer", false, "events that were known"}},
       .good = {ok, accepted},
       .refused = {unauthorized, forbidden, not_found, bad_request},
       .for_caller = review_pack}};
}

} // namespace probity::api

// The staff's pages, each a function of what a service answered.
#pragma once

#include <map>

#include "pages/staff/form_draft.h"
#include "pages/staff/frame.h"
#include "service/appointment_notes.h"
#include "service/case_overview.h"
#include "service/case_record.h"
#include "service/caseload.h"
#include "service/search.h"

namespace probity::pages {

// What a page needs to know of its reader.
struct Reader {
  const service::Caller& caller;
  const base::Zone& zone;
  std::string form_token;
  bool typed_before = false; // what the form shows was sent when an earlier session had ended
};

struct SignInForm {
  std::string name;                          // as typed
  std::string to;                            // where to go after; a path of this service
  std::map<std::string, std::string> errors; // field → what to do
  std::string notice;                        // why the page is shown; may be empty
  std::vector<service::SampleSignIn> sample; // accounts that anybody may use; mostly empty
  std::optional<FormDraft> draft;            // what comes back to its owner after signing in
};
std::string sign_in_page(const SignInForm& form);

// What the reader may do, and where each of it begins.
std::string start_page(const std::vector<access::Action>& may, const Reader& reader);

// What was recorded a moment ago, to be said on top.
struct JustRecorded {
  base::StreamId person;
  std::string name;          // of the person
  std::string outcome;       // code
  std::string mode, purpose; // codes, of the appointment
};
std::string my_work_page(const service::MyWork& work, const Reader& reader,
                         const std::optional<JustRecorded>& recorded = {});

struct CaseloadForm {
  std::string name;  // as typed
  std::string error; // what to do about it
};
std::string caseload_page(const service::Caseload& caseload, const CaseloadForm& form, const Reader& reader);

struct SearchForm {
  std::string words; // as typed
  std::string error;
  std::optional<service::Found> found; // nothing: not looked for yet
};
std::string search_page(const SearchForm& form, const Reader& reader);

// `recorded`: the meaning of what was recorded a moment ago; empty: nothing was.
std::string case_page(const service::CaseOverview& overview, const Reader& reader,
                      const std::string& recorded = {});

struct RecordForm {
  std::string day, month, year; // as typed; all empty: as known now
  std::string error;
};
std::string record_page(const service::CaseRecord& record, const Reader& reader, const RecordForm& form);

struct OutcomeForm {
  service::PersonAppointment of;
  base::EventId id;                          // of the command that the form makes
  std::string outcome, reason;               // as chosen
  std::string note, sensitive;               // as typed, and chosen: "true", "false"
  std::map<std::string, std::string> errors; // field → what to do; "" for what is about no field
};
std::string outcome_page(const OutcomeForm& form, const Reader& reader);
std::string note_page(const service::AppointmentNotes& notes, const Reader& reader);

// A page that says that something is not so. `hint`: what to do.
std::string problem_page(std::string_view title, std::string_view message, std::string_view hint,
                         const Reader* reader = nullptr);

} // namespace probity::pages

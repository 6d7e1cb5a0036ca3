// Parts that several of the staff's pages have.
#pragma once

#include <functional>

#include "pages/staff/pages.h"

namespace probity::pages {

// Where what is owed is done by the reader, with what is known of it filled in; empty: nowhere.
std::string next_path(const service::WorkItem& item);
std::string next_path(const base::StreamId& person, const service::NextStep& next);
// The pages of one case.
enum class PageOfCase {
  overview,
  contacts,
  enforcement,
  risk,
  plans,
  court_reports,
  further_offences,
  record
};
// Whom the case is of: reference, name, birth, tier, risk, next appointment; under the title of its pages.
html::Html identity_bar(const service::CaseIdentity& identity, const Reader& reader);
html::Html case_navigation(const base::StreamId& person, PageOfCase here);
// What is owed, a row each; with the case where the page is about several.
html::Html owed_table(const std::vector<service::WorkItem>& owed, base::Day on, const Reader& reader,
                      bool with_case);
// Links to the sheets of a list that has several; `path` says where one is.
html::Html sheet_links(const service::Sheet& sheet, const std::function<std::string(std::uint64_t)>& path);
// Appointments with what came of them, or where that is recorded.
html::Html contacts_table(const base::StreamId& person,
                          const std::vector<service::OverviewAppointment>& contacts, std::string_view caption,
                          const Reader& reader);
// Events as they stand, with what they first said when that is another thing. `person`: whose record their
// numbers lead to; nothing: they lead nowhere.
html::Html events_table(const std::vector<service::ShownEvent>& events, const Reader& reader,
                        std::string_view caption, const std::optional<base::StreamId>& person = {});
// Fields of an event of the type: "Outcome: attended complied, Minutes: 30 minutes".
std::string fields_text(std::string_view type_name, const std::vector<service::ShownField>& fields);
// Where the record shows an event: the page's address, and the id of its row there.
std::string record_path(const base::StreamId& person, std::uint64_t event);
std::string row_of_event(std::uint64_t event);

// In a form: until when the reader is signed in, and that what is typed is not lost after that.
html::Html signed_in_until(const Reader& reader);
// Over a form: that it shows what was typed before; nothing when it does not.
html::Html typed_before_note(const Reader& reader);

// What the service is, said to a stranger, and that it is a sample when it is.
html::Html about_the_service(bool is_sample);
// The accounts by which a stranger may look at a sample.
html::Html sample_sign_ins(const std::vector<service::SampleSignIn>& sample);

} // namespace probity::pages

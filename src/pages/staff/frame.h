// What all pages of the staff have around them.
#pragma once

#include <optional>
#include <string>

#include "html/components.h"
#include "service/office.h"

namespace probity::pages {

// Where a page stands among those that the navigation leads to.
enum class Section { none, work, caseload, search, releases, verify, statements, workload };

struct Frame {
  std::string title; // of the page; "Error: " goes before it when something is to be put right, and after it
                     // the section that it is below, or the service
  bool has_errors = false;
  html::Html before_main = {};
  html::Html main;
  Section section = Section::none;
  bool heads_section = true; // it is the page that the navigation leads to, not one below it
};

// For one who is signed in: navigation and the way out, a form whose token is `form_token`.
std::string staff_page(const Frame& frame, const service::Caller& caller, const std::string& form_token);
// For one who is not.
std::string open_page(const Frame& frame);

// Addresses that the pages make of ids and codes.
html::Url local(const std::string& path);
std::string case_path(const base::StreamId& person);
std::string staff_path(const base::StreamId& staff); // of a member of staff, or a post
std::string outcome_path(const base::StreamId& person, const base::EntityId& appointment);
std::string note_path(const base::StreamId& person, const base::EntityId& appointment);
std::string proof_path(std::uint64_t event);                  // of one event of the ledger, for auditors
std::string verify_record_path(const base::StreamId& person); // the form that verifies one record, likewise
// A back link in a landmark of its own, for what stands before the main part.
html::Html way_back(const std::string& path, std::string_view words);
// What is to be put right, first on its page. The browser puts the focus there: without a script, whoever
// hears the page is told at once that the form was not taken.
html::Html errors_on_top(html::ErrorSummary summary);
std::string reference(const base::StreamId& person);                      // "5d0c2f0e"
std::string named(const std::string& name, const base::StreamId& person); // "Ada Other, case 5d0c2f0e"
// The name with the reference under it; the reference alone where no name is known.
html::Html case_link(const std::string& name, const base::StreamId& person);
// "As at 7 March 2016, 1,042 events in the ledger"; the same as a note, with that whoever reads is recorded.
std::string as_at(base::Day on, std::uint64_t size);
html::Html as_at_note(base::Day on, std::uint64_t size);
// "9:30am" in the zone, "13 March 2017 at 9:30am".
std::string time_in_words(base::Instant at, const base::Zone& zone);
std::string moment_in_words(base::Instant at, const base::Zone& zone);
// "face_to_face" → "face to face"; with a capital.
std::string code_in_words(std::string_view code);

} // namespace probity::pages

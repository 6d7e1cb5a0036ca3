#include "pages/boards/workload_pages.h"
#include "pages/boards/workload_words.h"
#include "pages/command/command_words.h"
#include "pages/command/form_frame.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "record/supervision.h"

namespace probity::pages {

using namespace html;
using casework::Candidate;

namespace {

void add_error(Radios& radios, const AllocationForm& form) {
  const auto found = form.errors.find(radios.name);
  if (found == form.errors.end()) return;
  ErrorMessage error;
  error.words = text(found->second);
  radios.around.error = error;
}

void add_hint(Radios& radios, std::string_view words) {
  Hint hint_words;
  hint_words.words = text(words);
  radios.around.hint = hint_words;
}

std::string called(const std::string& account, const casework::StaffRow& row) {
  return (account.empty()
              ? std::string(workload_words().practitioner) + " " + std::string(row.staff.text().substr(0, 8))
              : account) +
         (row.grade.empty() ? "" : ", " + code_words(row.grade.text()));
}

std::string called(const service::AllocationShown& shown, std::size_t at) {
  return called(shown.accounts.at(at), shown.candidates[at].row);
}

// "12 people" or "12 people, 340 points of 500".
std::string load(int people, std::optional<std::int64_t> points, std::optional<std::int64_t> available) {
  std::string out = count_of(static_cast<std::uint64_t>(people), "people", "person");
  if (points && available)
    out += ", " + std::to_string(*points) + " " + std::string(workload_words().points_of) + " " +
           std::to_string(*available);
  return out;
}

std::string both_loads(const service::AllocationShown& shown, const Candidate& one) {
  const WorkloadWords& words = workload_words();
  const casework::Caseload& now = one.row.load;
  std::string out = std::string(words.now) + ": " + load(now.people, now.points, one.row.available) + ". " +
                    std::string(words.with_case) + ": " +
                    load(now.people + 1, now.points + shown.person.points.value_or(0), one.row.available) +
                    ".";
  if (one.over) out += " " + std::string(words.over) + ".";
  if (!one.row.away.empty())
    out += " " + std::string(words.away) + ", " + code_words(one.row.away.text()) + ".";
  return out;
}

std::string loads_of_holder(const service::AllocationShown& shown, const service::StaffLoad& holder) {
  const WorkloadWords& words = workload_words();
  const casework::Caseload& now = holder.row.load;
  return std::string(words.now) + ": " + load(now.people, now.points, holder.row.available) + ". " +
         std::string(words.without_case) + ": " +
         load(now.people - 1, now.points - shown.person.points.value_or(0), holder.row.available) + ".";
}

// What follows from the answers: there is nothing to change.
Html told_row(std::string_view key, const Html& value) {
  Html cells = element("dt", {{"class", "govuk-summary-list__key"}}, key);
  cells << element("dd", {{"class", "govuk-summary-list__value"}}, value);
  return element("div", {{"class", "govuk-summary-list__row govuk-summary-list__row--no-actions"}}, cells);
}

Html practitioner_field(const service::AllocationShown& shown, const AllocationForm& form) {
  const WorkloadWords& words = workload_words();
  Radios out;
  out.name = "practitioner";
  Legend legend{text(words.allocate_title), "govuk-fieldset__legend--l", PageHeading::yes};
  out.fieldset = Fieldset{legend, {}, "", "", {}};
  add_hint(out, words.allocate_hint);
  for (std::size_t i = 0; i < shown.candidates.size(); ++i) {
    const Candidate& one = shown.candidates[i];
    if (!one.obstacle.empty()) continue;
    Choice choice;
    choice.value = one.row.staff.text();
    choice.words = text(called(shown, i) + (i == 0 ? ". " + std::string(words.recommended) : ""));
    choice.chosen = form.practitioner == choice.value;
    Hint said;
    said.words = text(both_loads(shown, one));
    choice.hint = said;
    out.choices.push_back(std::move(choice));
  }
  add_error(out, form);
  return radios(out);
}

// Reasons as codes; the last choice is none.
template <class Codes>
Html reason_field(std::string_view name, std::string_view question, std::string_view hint_words,
                  const Codes& codes, const std::string& chosen, const AllocationForm& form) {
  Radios out;
  out.name = name;
  out.fieldset =
      Fieldset{Legend{text(question), "govuk-fieldset__legend--m", PageHeading::no}, {}, "", "", {}};
  add_hint(out, hint_words);
  const auto add = [&](std::string_view code, std::string_view words) {
    Choice choice;
    choice.value = code;
    choice.words = text(words);
    choice.chosen = chosen == code;
    out.choices.push_back(std::move(choice));
  };
  for (const std::string_view code : codes)
    if (code != "initial_allocation") add(code, code_in_words(code));
  add("", workload_words().no_reason);
  add_error(out, form);
  return radios(out);
}

Html step_button(std::string_view words, std::string_view step) {
  Button out;
  out.words = text(words);
  out.name = "step";
  out.value = step;
  return button(out);
}

Html not_possible(const service::AllocationShown& shown) {
  Html items;
  for (std::size_t i = 0; i < shown.candidates.size(); ++i)
    if (const std::string& obstacle = shown.candidates[i].obstacle; !obstacle.empty())
      items << element("li", called(shown, i) + ": " + obstacle);
  if (items.empty()) return {};
  return details(text(workload_words().not_possible), element("ul", {{"class", "plain"}}, items));
}

} // namespace

std::string allocation_page(const service::AllocationShown& shown, const AllocationForm& form,
                            const Reader& reader) {
  const WorkloadWords& words = workload_words();
  Html main;
  if (!form.errors.empty()) {
    ErrorSummary summary;
    for (const auto& [name, what] : form.errors) {
      ErrorLink link{text(what), {}, {}};
      if (!name.empty()) link.to = Url::fragment(name);
      summary.errors.push_back(std::move(link));
    }
    main << errors_on_top(std::move(summary));
  }
  main << element("p", {{"class", "caption"}}, named(shown.person.name, shown.person.person));
  if (shown.recommended() == nullptr) {
    main << element("h1", words.allocate_title) << paragraph(words.nobody_can) << not_possible(shown);
  } else {
    Html fields = hidden_field("form_token", reader.form_token);
    fields << hidden_field("id", form.id.hex()) << practitioner_field(shown, form)
           << reason_field("reason", words.why, words.why_hint, record::supervision::allocation_reasons,
                           form.reason, form)
           << reason_field("over_capacity", words.over_question, words.over_hint,
                           record::supervision::over_capacity_reasons, form.over_capacity, form)
           << step_button(words_of_commands().go_on, "check") << signed_in_until(reader);
    main << typed_before_note(reader)
         << html::form(local(case_path(shown.person.person) + "/allocate"), fields) << not_possible(shown);
  }
  Frame frame{std::string(words.allocate_title), !form.errors.empty(), way_back("/workload", words.title),
              main};
  frame.section = Section::workload;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

std::string allocation_check_page(const service::AllocationShown& shown, const AllocationForm& form,
                                  const Reader& reader) {
  const WorkloadWords& words = workload_words();
  Html rows;
  for (std::size_t i = 0; i < shown.candidates.size(); ++i) {
    const Candidate& one = shown.candidates[i];
    if (one.row.staff.text() != form.practitioner) continue;
    rows << answered_row(std::string(words.practitioner), text(called(shown, i)));
    rows << told_row(words.their_load, text(both_loads(shown, one)));
  }
  if (shown.holder) {
    rows << told_row(words.held_by, text(called(shown.holder->account, shown.holder->row)));
    rows << told_row(words.holder_load, text(loads_of_holder(shown, *shown.holder)));
  }
  const auto reason = [&](std::string_view question, const std::string& code) {
    rows << answered_row(std::string(question),
                         text(code.empty() ? std::string(words.no_reason) : code_in_words(code)));
  };
  reason(words.why, form.reason);
  reason(words.over_question, form.over_capacity);
  Html fields = hidden_field("form_token", reader.form_token);
  fields << hidden_field("id", form.id.hex()) << hidden_field("practitioner", form.practitioner)
         << hidden_field("reason", form.reason) << hidden_field("over_capacity", form.over_capacity)
         << element("dl", {{"class", "govuk-summary-list"}}, rows) << step_button(words.give_case, "give")
         << signed_in_until(reader);
  Html main = element("p", {{"class", "caption"}}, named(shown.person.name, shown.person.person));
  main << element("h1", words.check_allocation) << paragraph(words_of_commands().check_text)
       << html::form(local(case_path(shown.person.person) + "/allocate"), fields)
       << paragraph(words.load_note);
  Frame frame{std::string(words.check_allocation), false, way_back("/workload", words.title), main};
  frame.section = Section::workload;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages

#include "pages/command/command_words.h"
#include "pages/command/form_frame.h"
#include "pages/sides/side_words.h"
#include "pages/staff/parts.h"
#include "pages/staff/record_words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "record/vocabulary.h"

namespace probity::pages {

using namespace html;

namespace {

std::string value_in_words(const record::TypeDeclaration* type, const service::ShownField& field) {
  const record::FieldDeclaration* declared =
      type != nullptr ? record::find_field(*type, field.name) : nullptr;
  if (declared == nullptr) return field.value;
  switch (declared->kind) {
  case record::Kind::code:
  case record::Kind::name:
  case record::Kind::names:
  case record::Kind::amounts:
    return code_words(field.value);
  case record::Kind::identifier:
  case record::Kind::digest:
    return field.value.substr(0, 8);
  default:
    return dates_in_words(field.value);
  }
}

} // namespace

std::string fields_text(std::string_view type_name, const std::vector<service::ShownField>& fields) {
  const record::TypeDeclaration* type = record::find_type(type_name);
  std::string out;
  for (const service::ShownField& field : fields)
    out += (out.empty() ? "" : ", ") + code_in_words(field.name) + ": " + value_in_words(type, field);
  return out;
}

std::string record_path(const base::StreamId& person, std::uint64_t event) {
  const std::string number = std::to_string(event);
  return case_path(person) + "/record?event=" + number + "#" + row_of_event(event);
}

std::string row_of_event(std::uint64_t event) {
  return "event-" + std::to_string(event);
}

namespace {

Html event_number(std::uint64_t event, const std::optional<base::StreamId>& person) {
  if (!person) return text(std::to_string(event));
  return element("a", {href(local(record_path(*person, event)))}, std::to_string(event));
}

Html facts_cell(const service::ShownEvent& event, const std::optional<base::StreamId>& person) {
  const StaffWords& words = staff_words();
  const bool voided = event.state == service::ShownEvent::State::voided;
  Html out = text(fields_text(event.type, voided ? event.first.facts : event.facts));
  if (voided) out << text(" ") << tag(words.voided, Tone::bad);
  if (event.state == service::ShownEvent::State::amended) {
    out << text(" ") << tag(words.corrected, Tone::attention);
    out << element("p", std::string(words.first_written) + ": " + fields_text(event.type, event.first.facts));
  }
  for (const service::ShownCorrection& one : event.corrections) {
    Html why = text(std::string(words.reason_of) + ": " + code_in_words(one.reason) + " (" +
                    std::string(words.number) + " ");
    why << event_number(one.record.index, person) << text(")");
    out << element("p", why);
  }
  return out;
}

std::string holder_text(const service::CaseOverview& overview) {
  const StaffWords& words = staff_words();
  if (overview.mine) return std::string(words.you);
  if (!overview.practitioner.empty())
    return std::string(words.colleague) + " (" + overview.practitioner.substr(0, 8) + ")";
  if (!overview.duty_team.empty()) return std::string(words.duty_team) + " " + overview.duty_team;
  return std::string(words.nobody);
}

Html orders_cell(const service::CaseOverview& overview) {
  const StaffWords& words = staff_words();
  if (overview.orders.empty()) return text(words.none);
  Html list;
  for (const service::OverviewOrder& order : overview.orders)
    list << element(
        "li", code_in_words(order.type) + ", " + std::string(words.in_force) + " " + in_words(order.imposed) +
                  (order.ended ? ", " + std::string(words.ended) + " " + in_words(*order.ended) : ""));
  return element("ul", {{"class", "probity-facts"}}, list);
}

Html summary_of(const service::CaseOverview& overview) {
  const StaffWords& words = staff_words();
  std::vector<SummaryRow> rows;
  rows.push_back({std::string(words.body), text(overview.provider.empty() ? words.none : overview.provider)});
  rows.push_back({std::string(words.holder), text(holder_text(overview))});
  rows.push_back({std::string(words.orders), orders_cell(overview)});
  if (overview.in_custody) rows.push_back({std::string(words.custody), text(words.yes)});
  return summary_list(rows);
}

// A suggestion, and where somebody who may says what is so.
Html doubles_of(const service::CaseOverview& overview, const Reader& reader) {
  if (overview.doubles.empty()) return {};
  const StaffWords& words = staff_words();
  Html said = text(words.may_be_same);
  for (const service::DoubleRecord& one : overview.doubles)
    said << text(" ") << case_link(one.name, one.person);
  if (access::may_ever(reader.caller.member, access::Action::see_doubles))
    said << text(" ") << element("a", {href(local("/doubles"))}, words.look_through_doubles);
  return inset_text(said);
}

// What is done about a case on a page of its own.
Html pages_to_do(const base::StreamId& person, const Reader& reader) {
  const SideWords& words = side_words();
  Html items;
  const auto add = [&](access::Action action, std::string_view page, std::string_view said) {
    if (access::may_ever(reader.caller.member, action))
      items << element("li", element("a", {href(local(case_path(person) + std::string(page)))}, said));
  };
  add(access::Action::allocate_case, "/allocate", words.allocate);
  add(access::Action::copy_record, "/copy", words.copy);
  return items.empty() ? Html() : element("ul", items);
}

} // namespace

Html events_table(const std::vector<service::ShownEvent>& events, const Reader& reader,
                  std::string_view caption, const std::optional<base::StreamId>& person) {
  const StaffWords& words = staff_words();
  Table out;
  out.caption = caption;
  out.columns = {{std::string(words.number)},
                 {std::string(words.event)},
                 {std::string(words.when)},
                 {std::string(words.facts)},
                 {std::string(words.recorded_at)}};
  for (const service::ShownEvent& event : events)
    out.rows.push_back(
        {{event_number(event.first.index, person), text(event.meaning.empty() ? event.type : event.meaning),
          text(when_in_words(event.when)), facts_cell(event, person),
          text(moment_in_words(event.first.recorded, reader.zone))},
         ""});
  return table(out);
}

std::string case_page(const service::CaseOverview& overview, const Reader& reader,
                      const std::string& recorded) {
  const StaffWords& words = staff_words();
  const std::string title = std::string(words.case_of) + " " + reference(overview.person);
  // The name is not in the title, which browsers keep in their histories.
  Html heading = element("span", {{"class", "caption"}}, title);
  heading << text(overview.name);
  Html main;
  if (!recorded.empty()) main << done_banner(std::string(words_of_commands().recorded) + ": " + recorded);
  main << (overview.name.empty() ? element("h1", title) : element("h1", heading));
  main << identity_bar(overview.identity, reader) << case_navigation(overview.person, PageOfCase::overview);
  if (overview.died) main << warning_text(words.died);
  if (overview.limited) main << warning_text(words.limited);
  main << doubles_of(overview, reader);
  main << summary_of(overview);
  main << element("h2", words.owed_heading);
  main << (overview.owed.empty() ? paragraph(words.nothing_due)
                                 : owed_table(overview.owed, overview.on, reader, false));
  main << element("h2", words_of_commands().what_can_be_done)
       << commands_list(overview.person, overview.offered) << pages_to_do(overview.person, reader);
  main << element("h2", words.appointments_heading)
       << (overview.appointments.empty()
               ? paragraph(words.no_appointments)
               : contacts_table(overview.person, overview.appointments, words.appointments_heading, reader));
  main << element("h2", words.recorded_heading)
       << events_table(overview.recorded, reader, as_at(overview.on, overview.size), overview.person);
  main << paragraph(words.log_note);
  const Html back = way_back("/my-work", words.my_work);
  return staff_page({title, false, back, main}, reader.caller, reader.form_token);
}

} // namespace probity::pages

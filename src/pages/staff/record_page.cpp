// The record of a case: every entry that the ledger has of it.
#include <algorithm>

#include "pages/assurance/words.h"
#include "pages/staff/parts.h"
#include "pages/staff/record_words.h"
#include "pages/staff/typed_day.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "record/enforcement.h"
#include "service/appointment_notes.h"

namespace probity::pages {

using namespace html;

namespace {

constexpr std::size_t digits_of_hash = 12; // shown; the API has all 64

// A link to another line of the record as it is shown: on this sheet, or on another of the same day.
class Lines {
 public:
  explicit Lines(const service::CaseRecord& record, std::optional<base::Day> known_on)
      : record_(record), known_on_(known_on) {}

  [[nodiscard]] Html link(std::uint64_t event) const {
    const bool here = std::any_of(record_.lines.begin(), record_.lines.end(), [&](const auto& line) {
      return service::record_at(record_.view, line).index == event;
    });
    const Url to =
        here ? Url::fragment(row_of_event(event)) : local(path("event", event) + "#" + row_of_event(event));
    return element("a", {href(to)}, std::to_string(event));
  }
  [[nodiscard]] std::string path(std::string_view name, std::uint64_t number) const {
    std::string out = case_path(record_.view.stream) + "/record?";
    if (known_on_) out += "known=" + base::to_text(*known_on_) + "&";
    return out + std::string(name) + "=" + std::to_string(number);
  }

 private:
  const service::CaseRecord& record_;
  std::optional<base::Day> known_on_;
};

std::string_view done_by(std::string_view kind) {
  const RecordWords& words = record_words();
  return kind == "amend" ? words.corrected_by : kind == "void" ? words.withdrawn_by : words.restored_by;
}

std::string_view doing(std::string_view kind) {
  const RecordWords& words = record_words();
  return kind == "amend" ? words.corrects : kind == "void" ? words.withdraws : words.restores;
}

Html with_link(std::string_view words, std::uint64_t event, const std::string& rest, const Lines& lines) {
  Html out = text(std::string(words) + " ");
  out << lines.link(event) << text(rest);
  return element("p", out);
}

Html facts_of(const service::ShownEvent& event, const Lines& lines) {
  Html out = text(fields_text(event.type, event.first.facts));
  if (event.state == service::ShownEvent::State::voided)
    out << text(" ") << tag(staff_words().voided, Tone::bad);
  if (event.state == service::ShownEvent::State::amended)
    out << text(" ") << tag(staff_words().corrected, Tone::attention);
  for (const service::ShownCorrection& one : event.corrections)
    out << with_link(done_by(one.kind), one.record.index, "", lines);
  return out;
}

Html facts_of(const service::ShownEvent& event, const service::ShownCorrection& one, const Lines& lines) {
  Html out = with_link(doing(one.kind), event.first.index, ": " + code_in_words(one.reason), lines);
  if (!one.record.facts.empty()) out << text(fields_text(event.type, one.record.facts));
  return out;
}

// To what was written with an outcome or a decision, when something was.
Html note_of(const service::ShownEvent& event, const base::StreamId& person) {
  for (const service::ShownField& entity : event.entities) {
    const auto appointment = base::EntityId::from_hex(entity.value);
    if (entity.name == "appointment" && appointment && service::is_noted(event, *appointment))
      return element("p",
                     element("a", {href(local(note_path(person, *appointment)))}, staff_words().read_note));
  }
  if (event.type == record::enforcement::breach_decided.name && !event.first.sealed.empty())
    return element("p", element("a", {href(local(case_path(person) + "/enforcement"))},
                                record_words().read_explanation));
  return {};
}

Html recorded_cell(const service::ShownRecord& record, const Reader& reader) {
  const RecordWords& words = record_words();
  Html out = text(moment_in_words(record.recorded, reader.zone));
  std::string by = record.actor == reader.caller.member.staff.hex()
                       ? std::string(words.you)
                       : code_in_words(record.role) + " " + record.actor.substr(0, 8);
  for (const std::string_view more : {std::string_view(record.provider), channel_words(record.channel)})
    if (!more.empty()) by += ", " + std::string(more);
  out << element("p", by);
  if (record.source_recorded)
    out << element("p", std::string(words.at_source) + ": " +
                            moment_in_words(*record.source_recorded, reader.zone));
  for (const record::Flag& flag : record.flags)
    out << element("p", std::string(words.flagged) + ": " + flag.message);
  return out;
}

// For those who may have it verified a link to its proof.
Html leaf_of(const service::ShownRecord& written, const Reader& reader) {
  Html digits = code(written.leaf.hex().substr(0, digits_of_hash));
  if (!access::may_ever(reader.caller.member, access::Action::verify)) return digits;
  Html words = element("span", {{"class", "govuk-visually-hidden"}},
                       std::string(assurance_words().see_proof) + " " + std::to_string(written.index) + ", ");
  return element("a", {href(local(proof_path(written.index)))}, words << digits);
}

Row row_of(const service::CaseRecord& record, const service::RecordLine& line, const Reader& reader,
           const Lines& lines) {
  const service::ShownEvent& event = record.view.events[line.event];
  const service::ShownRecord& written = service::record_at(record.view, line);
  Html facts =
      line.correction ? facts_of(event, event.corrections[*line.correction], lines) : facts_of(event, lines);
  if (!line.correction) facts << note_of(event, record.view.stream);
  return {{text(std::to_string(written.index)), text(event.meaning.empty() ? event.type : event.meaning),
           text(when_in_words(written.when)), facts, recorded_cell(written, reader),
           leaf_of(written, reader)},
          row_of_event(written.index)};
}

Html lines_table(const service::CaseRecord& record, const Reader& reader, const Lines& lines) {
  const StaffWords& words = staff_words();
  const RecordWords& own = record_words();
  Table out;
  out.caption = std::string(words.known_as) + " " + in_words(record.view.known_on) + ", " +
                with_commas(record.sheet.rows) + " " + std::string(own.lines) + ", " +
                std::string(own.newest_first);
  for (const std::string_view title :
       {words.number, words.event, words.when, words.facts, own.recorded_and_by, own.leaf})
    out.columns.push_back({std::string(title)});
  for (const service::RecordLine& line : record.lines)
    out.rows.push_back(row_of(record, line, reader, lines));
  return table(out);
}

// Which event of the record started the clock of what is due.
Html clocks_list(const std::vector<service::WorkItem>& owed, const Lines& lines) {
  const StaffWords& words = staff_words();
  Html items;
  for (const service::WorkItem& one : owed) {
    Html item = text(one.what + ", " + std::string(words.due_on) + " " + in_words(one.due) + ": " +
                     std::string(words.since_event) + " ");
    item << lines.link(one.started_by);
    items << element("li", item);
  }
  return element("ul", items);
}

Html day_form(const base::StreamId& person, const RecordForm& asked) {
  const StaffWords& words = staff_words();
  DateInput day;
  day.id = "known";
  day.fieldset =
      Fieldset{Legend{text(words.known_on), "govuk-fieldset__legend--m", PageHeading::no}, {}, "", "", {}};
  day.parts = day_month_year("known", asked.day, asked.month, asked.year);
  Hint hint_words;
  hint_words.words = text(record_words().day_hint);
  day.around.hint = hint_words;
  if (!asked.error.empty()) {
    ErrorMessage error;
    error.words = text(asked.error);
    day.around.error = error;
  }
  Html fields = date_input(day);
  fields << button(words.show);
  return element(
      "form", {action(local(case_path(person) + "/record")), {"method", "get"}, {"novalidate", ""}}, fields);
}

} // namespace

std::string record_page(const service::CaseRecord& record, const Reader& reader, const RecordForm& asked) {
  const StaffWords& words = staff_words();
  const service::CaseView& view = record.view;
  const std::string title = std::string(words.record_heading) + " " + reference(view.stream);
  const bool of_a_day = asked.error.empty() && !asked.day.empty();
  const Lines lines(record, of_a_day ? typed_day(asked.day, asked.month, asked.year) : std::nullopt);
  Html main;
  if (!asked.error.empty()) {
    ErrorSummary summary;
    summary.errors.push_back({text(asked.error), Url::fragment("known-day"), {}});
    main << errors_on_top(std::move(summary));
  }
  main << element("h1", title) << identity_bar(record.identity, reader)
       << case_navigation(view.stream, PageOfCase::record);
  main << day_form(view.stream, asked);
  main << lines_table(record, reader, lines);
  main << sheet_links(record.sheet, [&](std::uint64_t number) { return lines.path("page", number); });
  main << paragraph(record_words().leaf_note);
  if (access::may_ever(reader.caller.member, access::Action::verify))
    main << element(
        "p", element("a", {href(local(verify_record_path(view.stream)))}, assurance_words().verify_record));
  if (!record.owed.empty()) main << element("h2", words.clocks_heading) << clocks_list(record.owed, lines);
  for (const std::string& oddity : view.oddities)
    main << warning_text(oddity);
  main << paragraph(words.log_note);
  const Html back = way_back(case_path(view.stream), words.back_to_case);
  return staff_page({title, !asked.error.empty(), back, main}, reader.caller, reader.form_token);
}

} // namespace probity::pages

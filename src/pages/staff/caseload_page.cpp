#include "html/form_fields.h"
#include "http/encoding.h"
#include "pages/lists/list_files.h"
#include "pages/lists/list_words.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using service::Caseload;
using service::CaseloadAsked;
using service::CaseloadOrder;
using service::CaseloadRow;
using service::Whose;

namespace {

std::string_view words_for(CaseloadOrder order) {
  const StaffWords& words = staff_words();
  switch (order) {
  case CaseloadOrder::name:
    return words.name_of_person;
  case CaseloadOrder::reference:
    return words.reference;
  case CaseloadOrder::risk:
    return words.harm;
  case CaseloadOrder::ends:
    return words.end_of_order;
  case CaseloadOrder::seen:
    return list_words().seen;
  case CaseloadOrder::next:
    return words.next_appointment;
  case CaseloadOrder::owed:
    return words.owed;
  case CaseloadOrder::overdue:
    return words.overdue;
  }
  return {};
}

// What somebody who sorts by it wants to see first.
bool most_first(CaseloadOrder order) {
  return order == CaseloadOrder::risk || order == CaseloadOrder::owed || order == CaseloadOrder::overdue;
}

std::string path_of(Whose whose, const base::EntityId& colleague) {
  const std::string own = "/caseload";
  return whose == Whose::mine ? own : own + "/" + (whose == Whose::body ? "team" : colleague.hex());
}

std::string query_of(const CaseloadAsked& asked) {
  http::Pairs out{{"sort", std::string(service::to_text(asked.order))}};
  if (asked.descending) out.add("order", "descending");
  if (!asked.filter.name.empty()) out.add("name", asked.filter.name);
  for (const service::CaseloadFilterPart& part : service::caseload_filter_parts())
    if (const std::string& choice = asked.filter.*part.value; !choice.empty())
      out.add(std::string(part.name), choice);
  return "?" + http::encode_form(out);
}

std::string path_of(const CaseloadAsked& asked) {
  const std::string out = path_of(asked.whose, asked.colleague) + query_of(asked);
  return asked.sheet > 1 ? out + "&page=" + std::to_string(asked.sheet) : out;
}

// Of everybody whom the filter takes, in the same order.
std::string file_path(const CaseloadAsked& asked) {
  const std::string list = path_of(asked.whose, asked.colleague);
  return (asked.whose == Whose::colleague ? list + "/caseload.csv" : list + ".csv") + query_of(asked);
}

std::string called(const service::Colleague& one) {
  return one.account.empty() ? std::string(staff_words().colleague) + " " + one.staff.hex().substr(0, 8)
                             : one.account;
}

std::string called(const Caseload& caseload, const std::string& staff) {
  for (const service::Colleague& one : caseload.colleagues)
    if (one.staff.hex() == staff) return called(one);
  return std::string(staff_words().colleague) + " " + staff.substr(0, 8);
}

std::string heading_of(const Caseload& caseload) {
  const StaffWords& words = staff_words();
  switch (caseload.asked.whose) {
  case Whose::mine:
    return std::string(words.caseload);
  case Whose::colleague:
    return std::string(words.caseload_of) + " " + called(caseload, caseload.asked.colleague.hex());
  case Whose::body:
    return std::string(words.caseload_of) + " " + caseload.body;
  }
  return {};
}

Html choice(const std::string& path, std::string_view words, bool current) {
  std::vector<Attribute> attributes{href(local(path))};
  if (current) attributes.push_back({"aria-current", "true"});
  return element("li", element("a", attributes, text(words)));
}

Html choices(std::string_view label, const Html& items) {
  Html out = element("span", {{"class", "strong"}}, label);
  out << element("ul", items);
  return element("nav", {{"class", "probity-choices"}, {"aria-label", label}}, out);
}

Html whose_choices(const Caseload& caseload) {
  const StaffWords& words = staff_words();
  const CaseloadAsked& asked = caseload.asked;
  Html items = choice(path_of(Whose::mine, {}), words.mine, asked.whose == Whose::mine);
  items << choice(path_of(Whose::body, {}), std::string(words.everybody_of) + " " + caseload.body,
                  asked.whose == Whose::body);
  Html out = choices(words.whose_caseload, items);
  if (caseload.colleagues.empty()) return out;
  Html list;
  for (const service::Colleague& one : caseload.colleagues)
    list << choice(path_of(Whose::colleague, one.staff), called(one) + ": " + count_of(one.cases, "cases"),
                   asked.whose == Whose::colleague && asked.colleague == one.staff);
  Details folded;
  folded.summary = text(words.colleagues);
  folded.content = element("ul", {{"class", "plain"}}, list);
  out << details(folded);
  return out;
}

// Links in place of titles of columns, so that they are there where a narrow screen shows no titles.
Html sort_choices(const CaseloadAsked& asked) {
  const StaffWords& words = staff_words();
  Html items;
  for (const CaseloadOrder order : service::caseload_orders) {
    const bool current = order == asked.order;
    CaseloadAsked to = asked;
    to.order = order;
    to.sheet = 1;
    to.descending = current ? !asked.descending : most_first(order);
    std::string said(words_for(order));
    if (current) said += ", " + std::string(asked.descending ? words.descending : words.ascending);
    items << choice(path_of(to), said, current);
  }
  return choices(words.sort_by, items);
}

std::string filter_words(std::string_view part, std::string_view choice) {
  const StaffWords& words = staff_words();
  if (part == "next")
    return std::string(choice == "none"   ? words.no_next
                       : choice == "week" ? words.next_week
                                          : list_words().next_overdue);
  if (part == "risk") return choice == "not_judged" ? std::string(words.not_judged) : code_in_words(choice);
  if (part == "under")
    return std::string(choice == "order"     ? words.on_order
                       : choice == "licence" ? words.on_licence
                                             : words.custody);
  return std::string(words.something_overdue);
}

std::string_view part_words(std::string_view part) {
  const StaffWords& words = staff_words();
  return part == "next"    ? words.next_appointment
         : part == "risk"  ? words.harm
         : part == "under" ? words.order_or_licence
                           : words.overdue;
}

Html part_field(const service::CaseloadFilterPart& part, const service::CaseloadFilter& now) {
  Select out;
  out.name = part.name;
  out.label.words = text(part_words(part.name));
  out.options.push_back({"", std::string(staff_words().any)});
  for (const std::string_view choice : part.choices)
    out.options.push_back({std::string(choice), filter_words(part.name, choice), now.*part.value == choice});
  return select(out);
}

// A way to take away one of what narrows the list.
Html take_away(const std::string& narrowed_to, CaseloadAsked without) {
  without.sheet = 1;
  Html said =
      element("span", {{"class", "govuk-visually-hidden"}}, std::string(staff_words().take_away) + " ");
  said << text(narrowed_to + " ×");
  return element("li", element("a", {href(local(path_of(without)))}, said));
}

Html narrowed_by(const CaseloadAsked& asked) {
  const StaffWords& words = staff_words();
  Html items;
  if (!asked.filter.name.empty()) {
    CaseloadAsked without = asked;
    without.filter.name.clear();
    items << take_away(std::string(list_words().part_of_name) + ": " + asked.filter.name, without);
  }
  for (const service::CaseloadFilterPart& part : service::caseload_filter_parts()) {
    const std::string& choice = asked.filter.*part.value;
    if (choice.empty()) continue;
    CaseloadAsked without = asked;
    (without.filter.*part.value).clear();
    items << take_away(std::string(part_words(part.name)) + ": " + filter_words(part.name, choice), without);
  }
  CaseloadAsked all = asked;
  all.filter = {};
  all.sheet = 1;
  items << element("li", element("a", {href(local(path_of(all)))}, words.clear_filters));
  return choices(words.narrowed, items);
}

Html name_field(const CaseloadForm& form) {
  Input out;
  out.name = "name";
  out.label.words = text(list_words().part_of_name);
  out.value = form.name;
  out.autocomplete = "off";
  out.spellcheck = false;
  if (!form.error.empty()) {
    ErrorMessage error;
    error.words = text(form.error);
    out.around.error = error;
  }
  return input(out);
}

// A form that is sent as an address, so that a list that was narrowed can be kept and passed on.
Html filter_form(const CaseloadAsked& asked, const CaseloadForm& form) {
  const StaffWords& words = staff_words();
  Html fields = hidden_field("sort", service::to_text(asked.order));
  if (asked.descending) fields << hidden_field("order", "descending");
  fields << name_field(form);
  for (const service::CaseloadFilterPart& part : service::caseload_filter_parts())
    fields << part_field(part, asked.filter);
  fields << button(words.narrow);
  Details folded;
  folded.summary = text(words.narrow_list);
  folded.folded = form.error.empty() ? Folded::closed : Folded::open;
  folded.content = element("form",
                           {action(local(path_of(asked.whose, asked.colleague))),
                            {"method", "get"},
                            {"class", "probity-filter"},
                            {"novalidate", ""}},
                           fields);
  Html out = details(folded);
  if (!(asked.filter == service::CaseloadFilter{})) out << narrowed_by(asked);
  return out;
}

Html risk_cell(const CaseloadRow& row) {
  const StaffWords& words = staff_words();
  std::string out = row.harm_level.empty() ? std::string(words.not_judged) : code_in_words(row.harm_level);
  if (!row.tier.empty()) out += ", " + std::string(words.tier) + " " + row.tier;
  return text(out);
}

Html order_cell(const CaseloadRow& row) {
  const StaffWords& words = staff_words();
  std::string out = row.order.empty() ? std::string(words.none) : code_in_words(row.order);
  if (row.licence) out += " " + std::string(words.licence);
  if (row.ends) out += ", " + std::string(words.until) + " " + in_words(*row.ends);
  Html cell = text(out);
  if (row.in_custody) cell << text(" ") << tag(words.custody, Tone::attention);
  return cell;
}

Html seen_cell(const CaseloadRow& row, base::Day on) {
  const ListWords& words = list_words();
  if (!row.seen && !row.contact) return text(words.never_seen);
  Html out = row.seen ? text(in_words(*row.seen) + ", " + days_ago(*row.seen, on)) : text(words.never_seen);
  if (row.contact && row.contact != row.seen)
    out << element("p", std::string(words.other_contact) + " " + in_words(*row.contact));
  return out;
}

Html next_cell(const CaseloadRow& row, const Reader& reader) {
  Html out = text(row.next ? moment_in_words(*row.next, reader.zone) : std::string(staff_words().none));
  if (row.next_overdue) out << text(" ") << tag(list_words().next_overdue, Tone::attention);
  return out;
}

Html overdue_cell(const CaseloadRow& row) {
  return row.overdue == 0 ? text("0") : tag(with_commas(row.overdue), Tone::bad);
}

Column column(std::string_view title, const CaseloadAsked& asked, std::initializer_list<CaseloadOrder> by,
              Align align = Align::start) {
  Column out;
  out.title = title;
  out.align = align;
  for (const CaseloadOrder order : by)
    if (order == asked.order)
      out.extra.attributes.push_back({"aria-sort", asked.descending ? "descending" : "ascending"});
  return out;
}

Html rows_of(const Caseload& caseload, const Reader& reader) {
  const StaffWords& words = staff_words();
  const CaseloadAsked& asked = caseload.asked;
  const bool of_several = asked.whose == Whose::body;
  Table out;
  out.extra.classes = "probity-people";
  out.caption = count_of(caseload.sheet.rows, "cases");
  if (caseload.sheet.rows != caseload.people)
    out.caption += " " + std::string(words.of) + " " + with_commas(caseload.people);
  out.caption += ", " + in_words(caseload.on);
  out.columns.push_back(column(words.name_of_person, asked, {CaseloadOrder::name, CaseloadOrder::reference}));
  if (of_several) out.columns.push_back({std::string(words.holder)});
  out.columns.push_back(column(words.harm, asked, {CaseloadOrder::risk}));
  out.columns.push_back(column(words.order_or_licence, asked, {CaseloadOrder::ends}));
  out.columns.push_back(column(list_words().seen, asked, {CaseloadOrder::seen}));
  out.columns.push_back(column(words.next_appointment, asked, {CaseloadOrder::next}));
  out.columns.push_back(column(words.owed, asked, {CaseloadOrder::owed}, Align::numeric));
  out.columns.push_back(column(words.overdue, asked, {CaseloadOrder::overdue}, Align::numeric));
  for (const CaseloadRow& row : caseload.rows) {
    std::vector<Cell>& cells = out.rows.emplace_back().cells;
    cells.emplace_back(case_link(row.name, row.person));
    if (of_several)
      cells.emplace_back(text(row.holder == reader.caller.member.staff.hex() ? std::string(words.you)
                                                                             : called(caseload, row.holder)));
    cells.emplace_back(risk_cell(row));
    cells.emplace_back(order_cell(row));
    cells.emplace_back(seen_cell(row, caseload.on));
    cells.emplace_back(next_cell(row, reader));
    cells.emplace_back(text(with_commas(row.owed)));
    cells.emplace_back(overdue_cell(row));
  }
  return table(out);
}

} // namespace

Html sheet_links(const service::Sheet& sheet, const std::function<std::string(std::uint64_t)>& path) {
  if (sheet.of == 1) return {};
  Pagination out;
  if (sheet.number > 1) out.previous = NearbyPage{local(path(sheet.number - 1)), {}, {}};
  if (sheet.number < sheet.of) out.next = NearbyPage{local(path(sheet.number + 1)), {}, {}};
  std::uint64_t last = 0;
  for (std::uint64_t number = 1; number <= sheet.of; ++number) {
    const bool near = number + 1 >= sheet.number && number <= sheet.number + 1;
    if (number != 1 && number != sheet.of && !near) continue;
    if (number != last + 1) out.pages.push_back({PageLink::Kind::ellipsis, {}, {}, {}});
    out.pages.push_back({number == sheet.number ? PageLink::Kind::current : PageLink::Kind::page,
                         std::to_string(number),
                         local(path(number)),
                         {}});
    last = number;
  }
  return pagination(out);
}

std::string caseload_page(const Caseload& caseload, const CaseloadForm& form, const Reader& reader) {
  const StaffWords& words = staff_words();
  const std::string title = heading_of(caseload);
  Html main;
  if (!form.error.empty()) {
    ErrorSummary summary;
    summary.errors.push_back({text(form.error), Url::fragment("name"), {}});
    main << errors_on_top(std::move(summary));
  }
  main << element("h1", title);
  if (access::may_ever(reader.caller.member, access::Action::see_team)) main << whose_choices(caseload);
  if (caseload.people > 0) main << filter_form(caseload.asked, form);
  if (caseload.rows.empty()) {
    main << paragraph(caseload.people == 0 ? words.nobody_held : words.nobody_so);
  } else {
    main << sort_choices(caseload.asked) << rows_of(caseload, reader);
    main << sheet_links(caseload.sheet, [&](std::uint64_t number) {
      CaseloadAsked other = caseload.asked;
      other.sheet = number;
      return path_of(other);
    });
    main << file_link(file_path(caseload.asked));
  }
  main << paragraph(words.log_note);
  Frame frame{title, !form.error.empty(), {}, main};
  frame.section = Section::caseload;
  frame.heads_section = caseload.asked.whose == Whose::mine;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages

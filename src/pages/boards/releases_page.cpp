#include <cstdlib>

#include "pages/boards/pages.h"
#include "pages/boards/words.h"
#include "pages/lists/list_files.h"
#include "pages/staff/parts.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;
using casework::BoardItem;
using casework::ItemStatus;
using service::ReleaseRow;

namespace {

std::string when(int days) {
  const BoardWords& words = board_words();
  if (days == 0) return std::string(words.today);
  if (days == 1) return std::string(words.tomorrow);
  if (days == -1) return std::string(words.yesterday);
  const std::string count = count_of(static_cast<std::uint64_t>(std::abs(days)), "days");
  return days > 0 ? std::string(words.in_days) + " " + count : count + " " + std::string(words.days_ago);
}

bool is_recorded(const ReleaseRow& row) {
  return row.board.item(casework::ReleaseItem::release_recorded).status != ItemStatus::missing;
}

Html small(const std::string& words) {
  return element("span", {{"class", "small"}}, words);
}

Html release_cell(const ReleaseRow& row) {
  const BoardWords& words = board_words();
  Html out = text(in_words(row.board.day) + ", " + when(row.days) + " ");
  if (row.days <= 0 && !is_recorded(row)) out << tag(words.not_recorded, Tone::bad) << text(" ");
  std::string more = std::string(words.known_as) + " " + std::string(words_for(row.board.basis)) + ". " +
                     std::string(words.licence) + ": " + code_words(row.licence) + ".";
  if (row.board.stop && row.board.basis == casework::ReleaseBoard::Basis::planned)
    more += " " + std::string(words.hard_stop) + ": " + in_words(row.board.stop->day) + ".";
  return out << small(more);
}

Html person_cell(const ReleaseRow& row) {
  const BoardWords& words = board_words();
  const std::string holder = row.mine ? std::string(words.you)
                             : !row.holder.empty()
                                 ? std::string(words.colleague) + " " + row.holder.substr(0, 8)
                             : row.duty_team.empty() ? std::string(words.nobody)
                                                     : std::string(words.duty_team) + " " + row.duty_team;
  Html out = case_link(row.name, row.person);
  return out << text(" ") << small(holder);
}

Tone tone_of(ItemStatus status) {
  switch (status) {
  case ItemStatus::done:
    return Tone::good;
  case ItemStatus::late:
    return Tone::attention;
  case ItemStatus::missing:
    return Tone::bad;
  case ItemStatus::not_needed:
    return Tone::neutral;
  }
  return Tone::neutral;
}

// A link where the reader can give what is missing.
Html item_words(const ReleaseRow& row, casework::ReleaseItem item) {
  const std::string path = next_path(row.person, row.next[static_cast<std::size_t>(item)]);
  if (path.empty()) return text(words_for(item));
  Html words = text(words_for(item));
  words << element("span", {{"class", "govuk-visually-hidden"}},
                   " " + std::string(staff_words().for_whom) + " " + named(row.name, row.person));
  return element("a", {href(local(path))}, words);
}

Html items_cell(const ReleaseRow& row) {
  Html items;
  for (const BoardItem& one : row.board.items) {
    Html what = item_words(row, one.item);
    // Most are due on the day itself, which stands beside.
    if (one.status == ItemStatus::missing && one.due != row.board.day)
      what << text(" ") << small(std::string(board_words().by) + " " + in_words(one.due));
    Html line = element("span", what);
    line << text(" ") << tag(words_for(one.status), tone_of(one.status));
    items << element("li", line);
  }
  return element("ul", {{"class", "probity-items"}}, items);
}

Html whose_choices(const service::Releases& releases) {
  const BoardWords& words = board_words();
  const auto choice = [&](const std::string& path, const std::string& said, service::ReleasesOf whose) {
    std::vector<Attribute> attributes{href(local(path))};
    if (releases.whose == whose) attributes.push_back({"aria-current", "true"});
    return element("li", element("a", attributes, text(said)));
  };
  Html items = choice("/releases", std::string(words.mine), service::ReleasesOf::mine);
  items << choice("/releases/team", std::string(words.everybody_of) + " " + releases.body,
                  service::ReleasesOf::body);
  Html out = element("span", {{"class", "strong"}}, words.whose_releases);
  out << element("ul", items);
  return element("nav", {{"class", "probity-choices"}, {"aria-label", words.whose_releases}}, out);
}

} // namespace

std::string releases_page(const service::Releases& releases, const Reader& reader) {
  const BoardWords& words = board_words();
  const access::Member& member = reader.caller.member;
  const std::string heading = releases.whose == service::ReleasesOf::mine
                                  ? std::string(words.releases)
                                  : std::string(words.releases_of) + " " + releases.body;
  Html main = element("h1", heading);
  if (access::may_ever(member, access::Action::see_releases) &&
      access::may_ever(member, access::Action::see_team_releases))
    main << whose_choices(releases);
  main << paragraph(words.releases_text);
  if (releases.rows.empty()) main << paragraph(words.no_releases);
  if (!releases.rows.empty()) {
    Table out;
    out.extra.classes = "probity-releases";
    out.caption = words.caption;
    out.caption_classes = "govuk-visually-hidden";
    out.columns = {{std::string(words.person)}, {std::string(words.release)}, {std::string(words.in_place)}};
    for (const ReleaseRow& row : releases.rows)
      out.rows.push_back({{person_cell(row), release_cell(row), items_cell(row)}, ""});
    main << table(out);
    main << file_link(releases.whose == service::ReleasesOf::mine ? "/releases.csv" : "/releases/team.csv");
  }
  main << as_at_note(releases.on, releases.size);
  Frame frame{heading, false, {}, main};
  frame.section = Section::releases;
  frame.heads_section =
      releases.whose == service::ReleasesOf::mine || !access::may_ever(member, access::Action::see_releases);
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages

#include "pages/boards/workload_words.h"
#include "pages/command/command_form.h"
#include "pages/staff/words.h"
#include "pages/wording.h"
#include "pages/workforce/pages.h"
#include "pages/workforce/words.h"

namespace probity::pages {

using namespace html;

namespace {

std::string heads(int count) {
  return with_commas(static_cast<std::uint64_t>(count));
}

Html record_link(const base::StreamId& id, const std::string& words) {
  return element("a", {{"class", "govuk-link"}, href(local(staff_path(id)))}, words);
}

Html link_of(record::Symbol staff, const std::string& account) {
  const auto id = base::StreamId::from_hex(staff.text());
  if (!id) return {};
  return record_link(*id, account.empty() ? std::string(staff.text().substr(0, 8)) : account);
}

Html posts_table(const service::StaffList& list) {
  const WorkforceWords& words = workforce_words();
  Table out;
  out.caption = words.posts_caption;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(words.post)},
                 {std::string(words.grade)},
                 {std::string(words.minutes), Align::numeric},
                 {std::string(words.state)},
                 {std::string(words.holder)}};
  for (const service::PostShown& one : list.posts) {
    const casework::Post& post = one.post;
    const std::string_view state = post.closed ? words.closed : post.vacant() ? words.vacant : words.filled;
    out.rows.push_back(
        {{record_link(post.id, reference(post.id)), text(code_in_words(post.grade.text())),
          text(with_commas(static_cast<std::uint64_t>(post.minutes))),
          text(std::string(state) + " " + std::string(words.since) + " " + in_words(post.since)),
          link_of(post.holder, one.holder_account)},
         ""});
  }
  return table(out);
}

std::string there(const casework::StaffRow& row) {
  const WorkforceWords& words = workforce_words();
  if (!row.recorded) return std::string(words.only_account);
  if (row.left) return std::string(words.left) + " " + in_words(*row.left);
  if (row.away.empty())
    return std::string(row.appeal_open ? workload_words().appeal : workload_words().at_work);
  return std::string(words.away) + ", " + code_words(row.away.text()) + ", " + std::string(words.since) +
         " " + in_words(*row.away_since);
}

Html staff_table(const service::StaffList& list) {
  const WorkforceWords& words = workforce_words();
  Table out;
  out.caption = words.staff_caption;
  out.caption_classes = "govuk-visually-hidden";
  out.columns = {{std::string(words.member)},
                 {std::string(words.grade)},
                 {std::string(words.number_of_posts), Align::numeric},
                 {std::string(words.minutes), Align::numeric},
                 {std::string(words.people), Align::numeric},
                 {std::string(words.there)}};
  for (const service::StaffLoad& one : list.staff) {
    const casework::StaffRow& row = one.row;
    out.rows.push_back(
        {{link_of(row.staff, one.account),
          text(row.grade.empty() ? std::string(words.not_recorded) : code_in_words(row.grade.text())),
          text(heads(row.posts)), text(with_commas(static_cast<std::uint64_t>(row.minutes))),
          text(heads(row.load.people)), text(there(row))},
         ""});
  }
  return table(out);
}

} // namespace

std::string staff_list_page(const service::StaffList& list, const Reader& reader) {
  const WorkforceWords& words = workforce_words();
  const std::string heading = std::string(words.of_body) + " " + list.body;
  Html main = element("h1", heading);
  main << paragraph(words.explained);
  main << element("h2", words.posts);
  if (list.may_make_post)
    main << element("p", element("a", {{"class", "govuk-link"}, href(local(std::string(new_post_path)))},
                                 words.make_post));
  main << (list.posts.empty() ? paragraph(words.no_posts) : posts_table(list));
  main << element("h2", words.staff);
  main << (list.staff.empty() ? paragraph(words.no_staff) : staff_table(list));
  main << element("p", {{"class", "caption"}},
                  heads(list.vacant) + " " + std::string(words.counts_posts) + ", " + heads(list.away) + " " +
                      std::string(words.counts_away) + ". " + as_at(list.on, list.size) + ". " +
                      std::string(staff_words().log_note));
  Frame frame{heading, false, way_back("/workload", workload_words().title), main};
  frame.section = Section::workload;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages

#include "html/components.h"

#include "base/result.h"

namespace probity::html {
namespace {

std::vector<Attribute> cell_attributes(const Column& column, bool stacks, std::string_view role) {
  std::vector<Attribute> out;
  if (column.align == Align::numeric) out.push_back({"class", "number"});
  if (!stacks) return out;
  // A table that is laid out as blocks is no table to some screen readers unless it says so.
  out.push_back({"role", role});
  out.push_back({"data-column", column.title});
  return out;
}

Html body_row(const Table& table, const Row& row) {
  PROBITY_ENSURE(row.cells.size() == table.columns.size());
  const bool stacks = table.narrow == Narrow::stack;
  Html cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::vector<Attribute> attributes =
        cell_attributes(table.columns[i], stacks, i == 0 ? "rowheader" : "cell");
    if (i == 0) {
      attributes.push_back({"scope", "row"});
      cells << element("th", attributes, row.cells[i]);
    } else {
      if (row.cells[i].empty()) attributes.push_back({"data-empty", ""});
      // One box in each cell, so that a stacked cell is two columns: the column's title and this.
      cells << element("td", attributes,
                       stacks && !row.cells[i].empty() ? element("div", row.cells[i]) : row.cells[i]);
    }
  }
  std::vector<Attribute> attributes;
  if (!row.id.empty()) attributes.push_back({"id", row.id});
  if (stacks) attributes.push_back({"role", "row"});
  return element("tr", attributes, cells);
}

Html row_group(ElementName name, const Html& rows, bool stacks) {
  std::vector<Attribute> attributes;
  if (stacks) attributes.push_back({"role", "rowgroup"});
  return element(name, attributes, rows);
}

std::string_view tone_class(Tone tone) {
  switch (tone) {
  case Tone::neutral:
    return "tag";
  case Tone::good:
    return "tag tag-good";
  case Tone::attention:
    return "tag tag-attention";
  case Tone::bad:
    return "tag tag-bad";
  }
  return "tag";
}

} // namespace

Html table(const Table& table) {
  const bool stacks = table.narrow == Narrow::stack;
  Html head;
  for (const Column& column : table.columns) {
    std::vector<Attribute> attributes;
    if (column.align == Align::numeric) attributes.push_back({"class", "number"});
    if (stacks) attributes.push_back({"role", "columnheader"});
    attributes.push_back({"scope", "col"});
    head << element("th", attributes, text(column.title));
  }
  std::vector<Attribute> head_row;
  if (stacks) head_row.push_back({"role", "row"});
  Html body;
  for (const Row& row : table.rows)
    body << body_row(table, row) << text("\n");
  Html out = element("caption", table.caption);
  out << row_group("thead", element("tr", head_row, head), stacks) << text("\n");
  out << row_group("tbody", body, stacks);
  if (!table.totals.empty()) {
    Html foot;
    for (const Row& row : table.totals)
      foot << body_row(table, row);
    out << row_group("tfoot", foot, stacks);
  }
  std::vector<Attribute> attributes;
  if (stacks) {
    attributes.push_back({"class", "stacks"});
    attributes.push_back({"role", "table"});
  }
  return element("table", attributes, out);
}

Html summary_list(const std::vector<SummaryRow>& rows) {
  Html out;
  for (const SummaryRow& row : rows) {
    Html pair = element("dt", row.key);
    pair << element("dd", row.value);
    out << element("div", pair) << text("\n");
  }
  return element("dl", {{"class", "summary"}}, out);
}

Html tag(std::string_view words, Tone tone) {
  return element("strong", {{"class", tone_class(tone)}}, words);
}

Html inset(const Html& content) {
  return element("div", {{"class", "inset"}}, content);
}

Html warning(std::string_view words) {
  Html out = element("span", {{"class", "warning-mark"}, {"aria-hidden", "true"}}, "!");
  Html strong = element("span", {{"class", "unseen"}}, "Warning ");
  strong << text(words);
  out << element("strong", strong);
  return element("div", {{"class", "warning"}}, out);
}

Html details(const Html& summary, const Html& content) {
  Html out = element("summary", summary);
  out << element("div", {{"class", "details-content"}}, content);
  return element("details", out);
}

Html paragraph(std::string_view words) {
  return element("p", words);
}

Html code(std::string_view words) {
  return element("code", words);
}

Html commands(std::string_view purpose, std::string_view lines) {
  return element("pre", {{"tabindex", "0"}, {"role", "region"}, {"aria-label", purpose}},
                 element("code", lines));
}

Html link_to_part(std::string_view id, std::string_view words) {
  return element("a", {href(Url::fragment(id))}, words);
}

} // namespace probity::html

#include "html/table.h"

#include "base/result.h"

namespace probity::html {
namespace {

void add_spans(std::vector<Attribute>& attributes, int columns, int rows) {
  if (columns != 1) attributes.push_back({"colspan", std::to_string(columns)});
  if (rows != 1) attributes.push_back({"rowspan", std::to_string(rows)});
}

void add(std::vector<Attribute>& attributes, const std::vector<Attribute>& more) {
  attributes.insert(attributes.end(), more.begin(), more.end());
}

Html title_cell(const Column& column, bool stacks) {
  const std::string_view own = column.align == Align::numeric
                                   ? "govuk-table__header govuk-table__header--numeric"
                                   : "govuk-table__header";
  std::vector<Attribute> attributes{{"scope", "col"}, class_names(own, column.extra.classes)};
  if (stacks) attributes.push_back({"role", "columnheader"});
  add_spans(attributes, column.columns, column.rows);
  add(attributes, column.extra.attributes);
  return element("th", attributes, column.marked_up.empty() ? text(column.title) : column.marked_up);
}

Html body_cell(const Table& table, const Cell& cell, std::size_t at) {
  const bool stacks = table.narrow == Narrow::stack;
  const bool is_header = at == 0 && table.first_cell == FirstCell::header;
  const Align otherwise = at < table.columns.size() ? table.columns[at].align : Align::start;
  const bool numeric = !is_header && cell.align.value_or(otherwise) == Align::numeric;
  const std::string_view own = is_header ? "govuk-table__header"
                               : numeric ? "govuk-table__cell govuk-table__cell--numeric"
                                         : "govuk-table__cell";
  std::vector<Attribute> attributes;
  if (is_header) attributes.push_back({"scope", "row"});
  attributes.push_back(class_names(own, cell.extra.classes));
  add_spans(attributes, cell.columns, cell.rows);
  if (stacks) {
    // A table that is laid out as blocks is no table to some screen readers unless it says so.
    attributes.push_back({"role", is_header ? "rowheader" : "cell"});
    attributes.push_back({"data-column", table.columns[at].title});
    if (cell.content.empty()) attributes.push_back({"data-empty", ""});
  }
  add(attributes, cell.extra.attributes);
  if (is_header) return element("th", attributes, cell.content);
  // One box in each cell, so that a stacked cell is two columns: the column's title and this.
  return element("td", attributes,
                 stacks && !cell.content.empty() ? element("div", cell.content) : cell.content);
}

Html body_row(const Table& table, const Row& row) {
  Html cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    cells << body_cell(table, row.cells[i], i);
  std::vector<Attribute> attributes{{"class", "govuk-table__row"}};
  if (!row.id.empty()) attributes.push_back({"id", row.id});
  if (table.narrow == Narrow::stack) attributes.push_back({"role", "row"});
  return element("tr", attributes, cells);
}

Html rows_of(const Table& table, const std::vector<Row>& rows) {
  Html out;
  for (const Row& row : rows)
    out << body_row(table, row) << text("\n");
  return out;
}

Html group(ElementName name, std::string_view class_name, const Html& rows, bool stacks) {
  std::vector<Attribute> attributes{{"class", class_name}};
  if (stacks) attributes.push_back({"role", "rowgroup"});
  return element(name, attributes, rows);
}

} // namespace

Html table(const Table& table) {
  const bool stacks = table.narrow == Narrow::stack;
  for (const std::vector<Row>* rows : {&table.rows, &table.totals})
    for (const Row& row : *rows)
      PROBITY_ENSURE(!stacks || row.cells.size() == table.columns.size());
  Html out;
  if (!table.caption.empty())
    out << element("caption", {class_names("govuk-table__caption", table.caption_classes)}, table.caption);
  if (!table.columns.empty()) {
    Html titles;
    for (const Column& column : table.columns)
      titles << title_cell(column, stacks);
    std::vector<Attribute> attributes{{"class", "govuk-table__row"}};
    if (stacks) attributes.push_back({"role", "row"});
    out << group("thead", "govuk-table__head", element("tr", attributes, titles), stacks) << text("\n");
  }
  out << group("tbody", "govuk-table__body", rows_of(table, table.rows), stacks);
  if (!table.totals.empty())
    out << group("tfoot", "probity-table__foot", rows_of(table, table.totals), stacks);
  std::vector<Attribute> attributes =
      with_extra(stacks ? std::string_view("govuk-table probity-table--stacks") : "govuk-table", table.extra);
  if (stacks) attributes.push_back({"role", "table"});
  return element("table", attributes, out);
}

} // namespace probity::html

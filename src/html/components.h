// The parts that pages are made of, in the visual language of the GOV.UK Design System
// (design-system.service.gov.uk): table, summary list, tag, inset text, warning text, details.
#pragma once

#include "html/writer.h"

namespace probity::html {

enum class Align { start, numeric };

struct Column {
  std::string title;
  Align align = Align::start;
};

struct Row {
  std::vector<Html> cells; // the first is the row's header
  std::string id;          // for links to the row; empty: none
};

// How a table behaves on a narrow screen: keep its grid, or set every row as a small block in which each cell
// is named by its column.
enum class Narrow { keep, stack };

struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Row> totals; // the table's foot, in bold
  Narrow narrow = Narrow::stack;
};
Html table(const Table& table);

struct SummaryRow {
  std::string key;
  Html value;
};
Html summary_list(const std::vector<SummaryRow>& rows);

enum class Tone { neutral, good, attention, bad };
// A state in one or two words. The words carry the meaning; the colour repeats it.
Html tag(std::string_view words, Tone tone);
Html inset(const Html& content);
Html warning(std::string_view words);
// Closed until asked for; printed open.
Html details(const Html& summary, const Html& content);
Html paragraph(std::string_view words);
Html code(std::string_view words);
// Lines to be typed in a terminal; `purpose` names them for those who cannot see where they stand.
Html commands(std::string_view purpose, std::string_view lines);
Html link_to_part(std::string_view id, std::string_view words);

} // namespace probity::html

// Tables. Markup of the GOV.UK Design System's table; what is ours: the table's foot, ids of rows, and the
// setting of rows as blocks on narrow screens.
#pragma once

#include <optional>

#include "html/component.h"

namespace probity::html {

enum class Align { start, numeric };

struct Column {
  std::string title = {};
  Align align = Align::start; // of the title, and of the column's cells that do not say otherwise
  Html marked_up = {};        // shown instead of the title when not empty
  int columns = 1;            // that the title spans
  int rows = 1;
  Extra extra = {};
};

struct Cell {
  Cell() = default;
  Cell(Html shown) : content(std::move(shown)) {} // NOLINT(google-explicit-constructor): most cells are that

  Html content;
  std::optional<Align> align = {}; // none: the column's
  int columns = 1;                 // that the cell spans
  int rows = 1;
  Extra extra = {};
};

struct Row {
  std::vector<Cell> cells = {};
  std::string id = {}; // for links to the row; empty: none
};

// How a table behaves on a narrow screen: keep its grid, or set every row as a small block in which each cell
// is named by its column. Only tables whose cells span one column each and have column titles can stack.
enum class Narrow { keep, stack };
enum class FirstCell { header, data }; // of each row

struct Table {
  std::string caption = {};
  std::vector<Column> columns = {}; // empty: no head
  std::vector<Row> rows = {};
  std::vector<Row> totals = {}; // the table's foot, in bold
  Narrow narrow = Narrow::stack;
  FirstCell first_cell = FirstCell::header;
  std::string caption_classes = {};
  Extra extra = {};
};
Html table(const Table& table);

} // namespace probity::html

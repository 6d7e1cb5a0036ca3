// The frame of every chart: a heading, a takeaway of two sentences written from the values that are drawn, a
// key where there is more than one kind of mark, the drawing, the same values as a table beside it, and how
// the figure was worked out. Nothing is said by colour alone.
#pragma once

#include "html/table.h"

namespace probity::html {

struct Figure {
  std::string id; // unique on the page
  std::string title;
  std::string takeaway;
  Html key;
  Html drawing;
  Table table;
  Html method; // under "How we worked this out"
  // Where the table stands on a wide screen; folded: below, closed until asked for, and printed.
  enum class Layout { beside, below, folded } layout = Layout::beside;
};
// Tables of more than fifteen rows are folded.
Html figure(const Figure& figure);

// What a caller gives to every chart.
struct ChartHead {
  std::string id;
  std::string title;
  Html method;
};

// An entry of a key: a drawing of 30 by 14 and the words for it.
struct KeyEntry {
  Html sample;
  std::string words;
};
Html key(const std::vector<KeyEntry>& entries);

} // namespace probity::html

#include "html/components.h"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>

#include "html/page.h"

namespace probity::html {
namespace {

using testing::HasSubstr;
using testing::Not;

Table two_columns() {
  Table out;
  out.caption = "Sums <of> lines";
  out.columns = {{"Line"}, {"Amount", Align::numeric}};
  out.rows = {{{text("Fee"), text("£1.00")}, "line-1"}};
  out.totals = {{{text("Total"), text("£1.00")}, ""}};
  return out;
}

TEST(Components, ATableNamesItsRowsAndColumns) {
  const std::string markup = table(two_columns()).markup();
  EXPECT_THAT(markup, HasSubstr("<caption class=\"govuk-table__caption\">Sums &lt;of&gt; lines</caption>"));
  EXPECT_THAT(markup, HasSubstr("role=\"columnheader\">Amount</th>"));
  EXPECT_THAT(markup, HasSubstr("<tr class=\"govuk-table__row\" id=\"line-1\" role=\"row\">"));
  EXPECT_THAT(markup, HasSubstr("<th scope=\"row\" class=\"govuk-table__header\""));
  EXPECT_THAT(markup, HasSubstr("<td class=\"govuk-table__cell govuk-table__cell--numeric\" role=\"cell\" "
                                "data-column=\"Amount\"><div>£1.00</div></td>"));
  EXPECT_THAT(markup, HasSubstr("<tfoot"));
}

TEST(Components, ATableThatKeepsItsGridNeedsNoRoles) {
  Table kept = two_columns();
  kept.narrow = Narrow::keep;
  EXPECT_THAT(table(kept).markup(), Not(HasSubstr("role=")));
}

TEST(Components, ATagSaysItsStateInWords) {
  EXPECT_EQ(tag("no cases", Tone::neutral).markup(),
            "<strong class=\"govuk-tag govuk-tag--grey\">no cases</strong>");
}

TEST(Page, StandsAloneAndCanBeSkippedInto) {
  const std::string page = to_document({"A <page>", "Statements", element("h1", "A page"), paragraph("end")});
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr("<title>A &lt;page&gt; - Probity</title>"));
  EXPECT_THAT(
      page, HasSubstr("<body><a class=\"govuk-skip-link\" data-module=\"govuk-skip-link\" href=\"#main\">"));
  EXPECT_THAT(page, HasSubstr("<main id=\"main\""));
  for (const char* fetched : {"<script", "<link", "<img", "@import", "url(http", "src="})
    EXPECT_THAT(page, Not(HasSubstr(fetched)));
}

} // namespace
} // namespace probity::html

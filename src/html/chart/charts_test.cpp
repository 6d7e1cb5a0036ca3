#include <gmock/gmock-matchers.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "html/chart/curves.h"
#include "html/chart/funnel.h"
#include "html/chart/histogram.h"
#include "html/chart/interval_plot.h"
#include "html/chart/number_text.h"
#include "html/chart/plot.h"
#include "html/chart/waterfall.h"

namespace probity::html {
namespace {

using base::Money;
using testing::HasSubstr;
using testing::Not;

const std::string hostile = "</title></svg><script>alert(\"x\")</script>&";

std::size_t times(std::string_view text, std::string_view word) {
  std::size_t out = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    ++out;
  return out;
}

ChartHead head(std::string title = "A chart") {
  return {"chart", std::move(title), element("p", "Counted from the record.")};
}

// --- what all charts have in common

void expect_whole(const std::string& markup, const std::string& words) {
  EXPECT_THAT(markup, HasSubstr("<svg role=\"img\""));
  EXPECT_THAT(markup, HasSubstr("<title>"));
  EXPECT_THAT(markup, HasSubstr("<desc>"));
  EXPECT_THAT(markup, HasSubstr("<table"));
  EXPECT_THAT(markup, HasSubstr("How we worked this out"));
  EXPECT_THAT(markup, HasSubstr("Counted from the record."));
  EXPECT_THAT(markup, HasSubstr(text(words).markup()));
  EXPECT_EQ(times(words, ". ") + 1, 2U) << words; // two sentences
  EXPECT_THAT(markup, Not(HasSubstr("style=")));
  EXPECT_THAT(markup, Not(HasSubstr("nan")));
  EXPECT_THAT(markup, Not(HasSubstr("inf%")));
}

// --- numbers

TEST(NumberText, WritesAsPeopleDo) {
  EXPECT_EQ(count_text(26020), "26,020");
  EXPECT_EQ(count_text(-1234567), "-1,234,567");
  EXPECT_EQ(percent_text(0.33361), "33.4 %");
  EXPECT_EQ(percent_text(-0.0001), "0.0 %");
  EXPECT_EQ(range_text(0.3279, 0.34), "32.8 to 34.0 %");
  EXPECT_EQ(counted(1, "plans"), "1 plan");
  EXPECT_EQ(listed_text(std::vector<std::string>{"a", "b", "c"}), "a, b and c");
}

RC_GTEST_PROP(RoundNumbers, TakeInWhatTheyAreOf, ()) {
  const double least = *rc::gen::inRange(-1000, 1000) / 7.0;
  const double most = least + *rc::gen::inRange(1, 100000) / 11.0;
  const int about = *rc::gen::inRange(2, 9);
  const std::vector<double> numbers = round_numbers(least, most, about);
  RC_ASSERT(numbers.size() >= 2U);
  RC_ASSERT(numbers.size() <= static_cast<std::size_t>(about) + 2U);
  RC_ASSERT(numbers.front() <= least + 1e-6 * (most - least));
  RC_ASSERT(numbers.back() >= most - 1e-6 * (most - least));
}

TEST(RoundNumbers, AreRound) {
  EXPECT_THAT(round_numbers(0, 8000, 4), testing::ElementsAre(0, 2000, 4000, 6000, 8000));
  EXPECT_THAT(count_axis(3, "").ticks.size(), 4U); // no half cases
  const PlotAxis shares = share_axis(0.28, 0.39, "");
  EXPECT_DOUBLE_EQ(shares.least, 0.25);
  EXPECT_DOUBLE_EQ(shares.most, 0.4);
  EXPECT_DOUBLE_EQ(share_axis(0.97, 1.0, "").most, 1);
}

// --- waterfall

Waterfall three_steps() {
  using Kind = WaterfallStep::Kind;
  return {head(),
          {{Kind::change, "Fee", Money{1'000'00}, Money{1'000'00}, {}},
           {Kind::change, "Late plans", Money{-70'00}, Money{930'00}, {}},
           {Kind::change, "Late releases", Money{-30'00}, Money{900'00}, {}},
           {Kind::sum, "Due", Money{900'00}, Money{900'00}, {}}}};
}

TEST(WaterfallChart, SaysWhatItDraws) {
  const Waterfall waterfall = three_steps();
  EXPECT_EQ(takeaway(waterfall), "Due: £900.00, from £1,000.00 added and £100.00 taken off. Most was taken "
                                 "off by “Late plans”: £70.00.");
  const std::string markup = figure(waterfall).markup();
  expect_whole(markup, takeaway(waterfall));
  EXPECT_EQ(times(markup, "class=\"takes\""), 3U); // two bars and the key
  EXPECT_THAT(markup, HasSubstr("<rect class=\"takes\" x=\"55.80%\" y=\"82\" width=\"4.20%\""));
  EXPECT_THAT(markup, HasSubstr("<rect class=\"sums\" x=\"0.00%\" y=\"194\" width=\"54.00%\""));
}

TEST(WaterfallChart, GoesBelowNought) {
  using Kind = WaterfallStep::Kind;
  const Waterfall owed{head(),
                       {{Kind::change, "Late", Money{-100}, Money{-100}, {}},
                        {Kind::sum, "Due", Money{-100}, Money{-100}, {}}}};
  EXPECT_THAT(figure(owed).markup(), HasSubstr("<rect class=\"sums\" x=\"0.00%\" y=\"82\" width=\"60.00%\""));
  EXPECT_THAT(takeaway(owed), HasSubstr("Due: -£1.00"));
}

// --- funnel

FunnelPlot districts() {
  const Limits limits{0.25, 0.41, 0.2, 0.46};
  FunnelPlot out;
  out.head = head();
  out.units = "districts";
  out.cases = "releases";
  out.rate = "returned within 3 years";
  out.centre = 0.33;
  out.centre_name = "the rate of all";
  out.points = {{"Near", 33, 100, limits},
                {"Far above", 60, 100, limits},
                {"Above", 43, 100, limits},
                {"Far below", 10, 100, limits}};
  out.limits = {{50, {0.2, 0.5, 0.1, 0.6}}, {100, limits}};
  out.limits_are = "exact binomial limits";
  return out;
}

TEST(FunnelPlot, SaysWhoLiesOutside) {
  const FunnelPlot funnel = districts();
  EXPECT_EQ(
      takeaway(funnel),
      "2 of 4 districts lie outside the 99.8 % limits: Far above above and Far below below. 1 more lies "
      "outside the 95 % limits; the comparator is the rate of all, 33.0 %.");
  const std::string markup = figure(funnel).markup();
  expect_whole(markup, takeaway(funnel));
  EXPECT_EQ(times(markup, "class=\"dot-beyond\""), 3U); // two districts and the key
  EXPECT_EQ(times(markup, "class=\"dot-warned\""), 2U);
  EXPECT_EQ(times(markup, "class=\"dot\""), 2U);
  EXPECT_THAT(markup, HasSubstr("Above the 99.8 % limits"));
  EXPECT_THAT(markup, HasSubstr("Limits: exact binomial limits."));
}

TEST(FunnelPlot, NobodyOutsideIsSaidOnce) {
  FunnelPlot funnel = districts();
  funnel.points.resize(1);
  EXPECT_EQ(takeaway(funnel),
            "0 of 1 districts lie outside the 99.8 % limits. None lies outside the 95 % limits; the "
            "comparator is the rate of all, 33.0 %.");
}

TEST(FunnelPlot, SeveralBetweenTheLimitsAreCounted) {
  FunnelPlot funnel = districts();
  funnel.points.push_back({"Above too", 44, 100, funnel.points[0].limits});
  EXPECT_THAT(takeaway(funnel), HasSubstr(". 2 more lie outside the 95 % limits; the comparator is"));
  funnel.points = {districts().points[1]};
  EXPECT_EQ(takeaway(funnel),
            "1 of 1 districts lies outside the 99.8 % limits: Far above above. No other lies "
            "outside the 95 % limits; the comparator is the rate of all, 33.0 %.");
}

TEST(FunnelPlot, OnTheLimitIsWithin) {
  EXPECT_EQ(place_of({"x", 41, 100, {0.25, 0.41, 0.2, 0.46}}), Place::within);
  EXPECT_EQ(place_of({"x", 42, 100, {0.25, 0.41, 0.2, 0.46}}), Place::beyond_95);
  EXPECT_EQ(place_of({"x", 19, 100, {0.25, 0.41, 0.2, 0.46}}), Place::beyond_998);
}

TEST(FunnelPlot, WithheldUnitsAreNamedAndNotDrawn) {
  FunnelPlot funnel = districts();
  const std::size_t marks = times(figure(funnel).markup(), "<circle");
  funnel.withheld = {"Tiny"};
  const std::string markup = figure(funnel).markup();
  EXPECT_EQ(times(markup, "<circle"), marks);
  EXPECT_THAT(markup, HasSubstr("Too few to publish"));
}

// --- curves

StepCurves two_curves() {
  StepCurves out;
  out.head = head();
  out.event = "returned";
  out.time_unit = "months";
  out.since = "release";
  out.times = {0, 6, 12};
  out.curves = {{"new crime", {{0, 0, {}, {}}, {3, 0.1, 0.08, 0.12}, {9, 0.2, 0.17, 0.23}}},
                {"death", {{0, 0, {}, {}}, {7, 0.01, {}, {}}}}};
  out.still_followed = {{"", {100, 90, 79}}};
  return out;
}

TEST(StepCurves, HoldUntilTheNextStep) {
  const StepCurves curves = two_curves();
  EXPECT_EQ(at(curves.curves[0], 8.9)->value, 0.1);
  EXPECT_EQ(at(curves.curves[0], 9)->value, 0.2);
  EXPECT_EQ(at(curves.curves[0], -1), nullptr);
}

TEST(StepCurves, SayTheSharesAtTheEndAndHalfWay) {
  const StepCurves curves = two_curves();
  EXPECT_EQ(takeaway(curves), "After 12 months: new crime 20.0 % (17.0 to 23.0 %) and death 1.0 %. After 6 "
                              "months: new crime 10.0 % and death 0.0 %.");
  const std::string markup = figure(curves).markup();
  expect_whole(markup, takeaway(curves));
  EXPECT_THAT(markup, HasSubstr("Still followed"));
  EXPECT_THAT(markup, HasSubstr("20.0 % (17.0 to 23.0 %)"));
  // Up to 30 percent, in steps held to the end: 0 at 0, a third from 3, two thirds from 9 to 12.
  EXPECT_THAT(markup, HasSubstr("d=\"M0 10000H2500V6667H7500V3333H10000V3333\""));
}

TEST(StepCurves, OneCurveIsASentence) {
  StepCurves curves = two_curves();
  curves.curves.resize(1);
  EXPECT_EQ(takeaway(curves),
            "After 12 months, 20.0 % (17.0 to 23.0 %) had returned. After 6 months it was 10.0 %.");
  curves.times = {0, 1, 2};
  curves.time_unit = "years";
  EXPECT_THAT(takeaway(curves), HasSubstr("After 2 years"));
  EXPECT_THAT(takeaway(curves), HasSubstr("After 1 year it was"));
  EXPECT_THAT(figure(curves).markup(), HasSubstr("Share that had returned"));
}

TEST(StepCurves, SayWhoHasNotYet) {
  StepCurves curves = two_curves();
  curves.curves.resize(1);
  curves.kind = StepCurves::Kind::free_of;
  EXPECT_EQ(takeaway(curves),
            "After 12 months, 20.0 % (17.0 to 23.0 %) had not returned. After 6 months it was 10.0 %.");
  EXPECT_THAT(figure(curves).markup(), HasSubstr("Share that had not yet returned"));
}

// --- intervals

IntervalPlot years() {
  IntervalPlot out;
  out.head = head();
  out.rows_are = "release years";
  out.cases = "releases";
  out.rate = "returned";
  out.rows = {
      {"2010", 0.30, 0.28, 0.32, 900}, {"2011", 0.33, 0.31, 0.35, 901}, {"2012", 0.4, 0.38, 0.42, 902}};
  out.comparator = 0.33;
  out.comparator_name = "all releases";
  return out;
}

TEST(IntervalPlot, SaysWhichIntervalsLeaveTheComparatorOut) {
  EXPECT_EQ(takeaway(years()),
            "Against all releases (33.0 %), 1 of 3 release years lie clearly above and 1 clearly "
            "below. The rates range from 30.0 to 40.0 %.");
  expect_whole(figure(years()).markup(), takeaway(years()));
}

TEST(IntervalPlot, WithoutAComparatorItSaysHowManyAreShown) {
  IntervalPlot plot = years();
  plot.comparator.reset();
  EXPECT_EQ(takeaway(plot), "3 of 3 release years are shown. The rates range from 30.0 to 40.0 %.");
  plot.rows[1].value.reset();
  plot.rows[2].value.reset();
  EXPECT_EQ(takeaway(plot), "1 of 3 release years are shown. The one rate that is shown is 30.0 %.");
  plot.rows.resize(1);
  EXPECT_EQ(takeaway(plot), "30.0 % of 900 releases returned. The 95 % interval is 28.0 to 32.0 %.");
}

TEST(IntervalPlot, AWithheldRowShowsNoNumber) {
  IntervalPlot plot = years();
  plot.rows.push_back({"2013", {}, 0.77, 0.78, 3, "withheld"});
  const std::string markup = figure(plot).markup();
  EXPECT_THAT(markup, Not(HasSubstr("77.0 %")));
  EXPECT_EQ(times(markup, "withheld"), 3U); // in the drawing, and two cells
  EXPECT_THAT(takeaway(plot), HasSubstr("of 3 release years"));
}

// --- histogram

Histogram plans() {
  return {head(),
          "plans",
          "Days to the due day",
          {{"2 days before", "-2", 3},
           {"1 day before", "-1", 5},
           {"the due day", "0", 10},
           {"1 day late", "1", 2}},
          3,
          "the due day"};
}

TEST(HistogramChart, SaysWhatCameInTimeOnTheLastDayAndLate) {
  EXPECT_EQ(takeaway(plans()),
            "Of 20 plans, 18 (90.0 %) came in time, 10 of them on the last day, and 2 came late. "
            "Most fell on “the due day”: 10 (50.0 %).");
  const std::string markup = figure(plans()).markup();
  expect_whole(markup, takeaway(plans()));
  EXPECT_EQ(times(markup, "class=\"bin-late\""), 2U); // one bar and the key
  EXPECT_EQ(times(markup, "class=\"deadline\""), 2U);
  EXPECT_EQ(times(markup, "id=\"late-pattern-" + plans().head.id + "\""), 1U) << "two charts share no id";
  EXPECT_EQ(times(markup, "fill=\"url(#late-pattern-" + plans().head.id + ")\""), 2U);
}

TEST(HistogramChart, WithoutADeadlineItSaysHowManyThereWere) {
  Histogram open = plans();
  open.late_from.reset();
  EXPECT_EQ(takeaway(open), "There were 20 plans. Most fell on “the due day”: 10 (50.0 %).");
}

TEST(HistogramChart, NothingToDrawSaysSo) {
  Histogram none = plans();
  for (Bin& bin : none.bins)
    bin.count = 0;
  EXPECT_EQ(takeaway(none), "There were no plans. There is nothing to draw.");
  expect_whole(figure(none).markup(), takeaway(none));
}

// --- all

TEST(Charts, HostileTextsStayTexts) {
  FunnelPlot funnel = districts();
  StepCurves curves = two_curves();
  IntervalPlot intervals = years();
  Histogram histogram = plans();
  Waterfall waterfall = three_steps();
  for (ChartHead* one : {&funnel.head, &curves.head, &intervals.head, &histogram.head, &waterfall.head})
    one->title = hostile;
  funnel.points[1].name = funnel.centre_name = funnel.units = curves.curves[0].name = hostile;
  intervals.rows[0].name = histogram.bins[0].label = histogram.bins[0].tick = hostile;
  waterfall.steps[1].label = hostile;
  for (const std::string& markup :
       {figure(funnel).markup(), figure(curves).markup(), figure(intervals).markup(),
        figure(histogram).markup(), figure(waterfall).markup()}) {
    EXPECT_THAT(markup, Not(HasSubstr("<script")));
    EXPECT_EQ(times(markup, "</svg>"), times(markup, "<svg"));
    EXPECT_EQ(times(markup, "</title>"), 1U);
  }
}

RC_GTEST_PROP(Charts, StayInTheirField, ()) {
  FunnelPlot funnel = districts();
  funnel.points.clear();
  const auto sizes = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 100000)));
  for (const int size : sizes)
    funnel.points.push_back({"u", *rc::gen::inRange(0, size + 1), size, {0.1, 0.5, 0.05, 0.6}});
  const std::string markup = figure(funnel).markup();
  // Every mark stands at a percentage between the field's edges, 12 and 96.
  std::size_t at = markup.find("<circle class=\"dot\" cx=\"", markup.find("</ul>"));
  for (; at != std::string::npos; at = markup.find("<circle class=\"dot\" cx=\"", at + 1)) {
    const double place = std::stod(markup.substr(at + 24));
    RC_ASSERT(place >= 12.0 && place <= 96.0);
  }
}

} // namespace
} // namespace probity::html
